"""Two reports side by side as blocks: what they say of themselves, the documents they cite, and
their parts, each beginning on one line on both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.comparing.marks import Mark as WordMark
from archive.comparing.marks import word_marks
from archive.comparing.side_by_side import Comparison, FigurePair
from archive.report import Report, Span
from tui.catalogue import Catalogue
from tui.screens.places import occurrences
from tui.widgets.flow import Beside, Flow, Passage, Row, Stack
from tui.widgets.lines import Line, Mark, Piece, headed, padded, plain
from tui.widgets.signs import sign

UNMARKED = frozenset({"furniture"})
"""Roles of parts whose words are not compared: what surrounds an article differs always."""

ALIKE = 0.25
"""Parts that share less than this share of their letters are apart: marking their words would mark
nearly all.
"""


SHORT = 40
"""So many letters of the current difference stand out."""


@dataclass(frozen=True, slots=True)
class Side:
    """A part of one text: where it begins in the report, and the text without blank ends."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """Two parts that do the same, None where a side has none."""

    role: str
    a: Side | None
    b: Side | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in the part numbered `part` that is walked: where its sides differ, or where what
    was sought stands on one; spans in its texts.
    """

    part: int
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Told:
    """What comparing the words of a part found; `apart` where they have too little in common."""

    differences: tuple[Difference, ...]
    apart: bool = False


def parts_of(comparison: Comparison) -> list[Part]:
    """The parts in which either side says anything."""
    parts = []
    for pair in comparison.sections:
        part = Part(pair.role, _side(comparison.a, pair.a), _side(comparison.b, pair.b))
        if part.a or part.b:
            parts.append(part)
    return parts


def _side(report: Report, span: Span | None) -> Side | None:
    if span is None:
        return None
    text = report.text[span.start : span.end]
    stripped = text.strip()
    return Side(span.start + text.index(stripped), stripped) if stripped else None


def differences(number: int, part: Part) -> Told:
    """Compare the words of a part, which is slow for long ones."""
    if part.role in UNMARKED:
        return Told(())
    if part.a is None or part.b is None:
        return Told((Difference(number, _whole(part.a), _whole(part.b)),))
    marks = word_marks(part.a.text, part.b.text)
    if _shared(marks) < ALIKE * max(len(part.a.text), len(part.b.text)):
        return Told((Difference(number, _whole(part.a), _whole(part.b)),), apart=True)
    found = (Difference(number, mark.a, mark.b) for mark in marks if mark.op != "same")
    return Told(tuple(found))


def found_in(number: int, part: Part, pattern: str) -> list[Difference]:
    """Where `pattern` stands in the texts of a part, on one side each."""
    a = occurrences(pattern, part.a.text) if part.a else ()
    b = occurrences(pattern, part.b.text) if part.b else ()
    return [Difference(number, span, None) for span in a] + [
        Difference(number, None, span) for span in b
    ]


def _whole(side: Side | None) -> Span | None:
    return Span(0, len(side.text)) if side else None


def _shared(marks: Sequence[WordMark]) -> int:
    return sum(mark.a.end - mark.a.start for mark in marks if mark.op == "same" and mark.a)


class PartBlock:
    """A part of both texts under a line that says what it is."""

    def __init__(self, part: Part, words: Catalogue, *, wide: bool, ascii_only: bool) -> None:
        self.part = part
        self._words = words
        self._head = Row(self._title(()))
        self._a = self._passage(part.a)
        self._b = self._passage(part.b)
        self._wide = wide
        if wide:
            left, right = self._a or Row(), self._b or Row()
            both: Flow = Beside(left, right, rule=sign("rule", ascii_only=ascii_only))
        else:
            sides = [(x, side) for x, side in (("A", self._a), ("B", self._b)) if side]
            both = Stack([flow for x, side in sides for flow in (self._label(x), side)])
        self._flow = Stack((self._head, both, Row()))

    def _title(self, more: Line) -> Line:
        said = Piece(headed(self._words(f"section.{self.part.role}")), "key")
        only = "A" if self.part.b is None else "B" if self.part.a is None else ""
        if only:
            note = self._words("screen.compare.only-in", letter=only)
            return (said, Piece(f"  {note}", "changed"))
        return (said, *more)

    def _passage(self, side: Side | None) -> Passage | None:
        look = "dim" if self.part.role in UNMARKED else ""
        return Passage(side.text, look=look) if side else None

    def _label(self, letter: str) -> Row:
        return Row(plain(letter, "strong"))

    def measure(self, width: int) -> int:
        """As any flow."""
        return self._flow.measure(width)

    def line(self, number: int) -> Line:
        """As any flow."""
        return self._flow.line(number)

    def tell(self, told: Told, current: Difference | None) -> None:
        """Mark what differs; `current` stands out."""
        if self.part.role in UNMARKED:
            self.mark(())
            return
        if told.apart:
            said = self._words("screen.compare.apart")
        elif told.differences:
            said = self._words("screen.compare.differences", count=len(told.differences))
        else:
            said = self._words("screen.compare.unchanged")
        self._head.said = self._title((Piece(f"  {said}", "dim"),))
        whole = told.apart or self.part.a is None or self.part.b is None
        self.mark(() if whole else told.differences, current)

    def mark(self, places: Sequence[Difference], current: Difference | None = None) -> None:
        """Mark these places, on each side in order; `current` stands out."""
        for side, passage in (("a", self._a), ("b", self._b)):
            if passage:
                passage.marks = [
                    mark
                    for place in places
                    if (span := place.a if side == "a" else place.b)
                    for mark in _looks(passage.text, span, current=place is current)
                ]

    def line_at(self, found: Difference) -> int:
        """The line on which a difference begins."""
        rows = [
            passage.row_of(span.start)
            for passage, span in ((self._a, found.a), (self._b, found.b))
            if passage and span
        ]
        if self._wide or not rows:
            return 1 + min(rows, default=0)
        if self._a and found.a:
            return 2 + rows[0]
        before = 1 + self._a.height if self._a else 0
        return 2 + before + rows[-1]


def _looks(text: str, span: Span, *, current: bool) -> list[Mark]:
    """A difference as marked; of a long one that is current only the beginning stands out."""
    if not current:
        return [Mark(*span, "match")]
    end = span.end
    if end - span.start > SHORT:
        space = text.find(" ", span.start + SHORT, end)
        end = space if space > 0 else end
    return [Mark(span.start, end, "here"), Mark(end, span.end, "match")]


def fields_flow(comparison: Comparison, words: Catalogue, *, wide: bool, ascii_only: bool) -> Flow:
    """What the reports say of themselves, field by field, with a sign for same and different."""
    rows: list[Flow] = [Row(plain(words("screen.compare.fields"), "key"))]
    names = [words(f"field.{row.field}") for row in comparison.rows]
    room = max(len(name) for name in names) + 1
    for row, name in zip(comparison.rows, names, strict=True):
        drawn = sign("same" if row.same else "different", ascii_only=ascii_only)
        look = "" if row.same else "changed"
        lead = (Piece(f"{drawn} ", look), Piece(padded(name, room), "dim"))
        a, b = (_value(row.field, value, words) for value in (row.a, row.b))
        if wide:
            left = Passage(a, lead=lead, look=look)
            rule = sign("rule", ascii_only=ascii_only)
            rows.append(Beside(left, Passage(b, look=look), rule=rule))
        elif row.same:
            rows.append(Passage(a, lead=lead))
        else:
            blank = (Piece("  "), Piece(padded("", room)))
            rows.append(Passage(a, lead=(*lead, Piece("A ", "key")), look=look))
            rows.append(Passage(b, lead=(*blank, Piece("B ", "key")), look=look))
    return Stack((*rows, Row()))


def _value(field: str, value: str | None, words: Catalogue) -> str:
    if value is None:
        return words("screen.reader.unknown")
    table = {"kind": "kind", "body_level": "level"}.get(field)
    return words(f"{table}.{value}") if table else value


def directives_flow(comparison: Comparison, words: Catalogue) -> Flow:
    """The documents that only A, both, and only B cite."""
    rows: list[Flow] = [Row(plain(words("screen.compare.directives"), "key"))]
    groups = (
        ("only-a", comparison.only_a),
        ("both", comparison.both),
        ("only-b", comparison.only_b),
    )
    labels = [words(f"screen.compare.{name}", count=len(pairs)) for name, pairs in groups]
    room = max(len(label) for label in labels) + 2
    for (_, pairs), label in zip(groups, labels, strict=True):
        keys = "; ".join(pair.key for pair in pairs) or words("screen.compare.none")
        lead = (Piece("  "), Piece(padded(label, room), "strong"))
        rows.append(Passage(keys, lead=lead, look="" if pairs else "dim"))
    return Stack((*rows, Row()))


def figures_flow(comparison: Comparison, words: Catalogue, *, wide: bool, ascii_only: bool) -> Flow:
    """The figures of one kind and what lies between them; how many have no counterpart."""
    pairs = [(pair, pair.a, pair.b) for pair in comparison.figures]
    both = [(pair, a, b) for pair, a, b in pairs if a and b]
    rows: list[Flow] = [Row(plain(words("screen.compare.figures", count=len(both)), "key"))]
    for pair, a, b in both:
        differs = bool(pair.difference)
        look = "changed" if differs else ""
        drawn = sign("different" if differs else "same", ascii_only=ascii_only)
        lead = (Piece(f"{drawn} ", look),)
        left, right = flat(a.as_written), flat(b.as_written)
        by = f"  {difference(pair, words)}" if differs else ""
        if wide:
            rule = sign("rule", ascii_only=ascii_only)
            marks = [Mark(len(right), len(right + by), look)] if by else []
            rows.append(Beside(Passage(left, lead=lead), Passage(right + by, marks), rule=rule))
        else:
            to = sign("to", ascii_only=ascii_only)
            rows.append(Passage(f"{left} {to} {right}{by}" if differs else left, lead=lead))
        if pair.around.strip("… "):
            rows.append(Passage(pair.around, lead=(Piece("    "),), look="dim"))
    alone = [
        words(f"screen.compare.{name}", count=count)
        for name, count in (
            ("only-a", sum(b is None for _, _, b in pairs)),
            ("only-b", sum(a is None for _, a, _ in pairs)),
        )
    ]
    rows.append(Passage(" · ".join(alone), lead=(Piece("  "),), look="dim"))
    return Stack((*rows, Row()))


def difference(pair: FigurePair, words: Catalogue) -> str:
    """B's figure less A's: "+50 · +3,1%", between shares in points."""
    by = signed(pair.difference or 0, words)
    if pair.a and "%" in pair.a.as_written:
        return words("screen.compare.points", value=by)
    return f"{by} · {signed(pair.per_cent, words)}%" if pair.per_cent else by


def signed(value: float, words: Catalogue) -> str:
    """A number with its sign, at most one decimal, as the language writes it."""
    thousands = words("screen.common.thousands")
    written = f"{value:+,.1f}".removesuffix(".0")
    marks = {",": thousands, ".": "," if thousands == "." else "."}
    return "".join(marks.get(char, char) for char in written)


def flat(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())
