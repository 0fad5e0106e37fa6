"""A group of a diff of tasks as lines: what became of it, both wordings with what differs marked,
what changed, and why.

Differences are told by brackets as well as by looks: in two columns {…} on either side, in one
column [-…-] for what went and {+…+} for what came.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archive.comparing.diff import Change, ChangeKind, Diff, Group, Verdict
from archive.comparing.marks import Mark as WordMark
from archive.comparing.marks import word_marks
from archive.report import Task, one_line
from tui.catalogue import Catalogue
from tui.screens.places import occurrences
from tui.widgets.flow import Beside, Flow, Passage, Row, Stack
from tui.widgets.lines import Line, Mark, Piece, padded
from tui.widgets.signs import sign

LOOKS: dict[Verdict, str] = {
    "kept": "dim",
    "reworded": "changed",
    "split": "changed",
    "merged": "changed",
    "dropped": "bad",
    "new": "good",
}


TYPED: tuple[ChangeKind, ...] = ("figure", "date", "directive")


@dataclass(frozen=True, slots=True)
class Marked:
    """A group, the flat texts of its tasks on both sides, and the marks between the sides' texts
    joined by line ends; no marks where a side is empty or nothing differs.
    """

    group: Group
    a: tuple[str, ...]
    b: tuple[str, ...]
    marks: tuple[WordMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What drawing a group needs to know beside it; `pattern` is sought, "" where nothing is."""

    diff: Diff
    words: Catalogue
    ascii_only: bool
    wide: bool
    pattern: str = ""

    def sign(self, name: str) -> str:
        """The sign `name`."""
        return sign(name, ascii_only=self.ascii_only)


def flat(task: Task) -> str:
    """A task's text on one line."""
    return one_line(task.text)


def marked_groups(diff: Diff, cancelled: Callable[[], bool] = lambda: False) -> list[Marked]:
    """The groups with their word marks, which is slow for long lists."""
    found = []
    for group in diff.groups:
        if cancelled():
            break
        a = tuple(flat(diff.a.tasks[i]) for i in group.a)
        b = tuple(flat(diff.b.tasks[j]) for j in group.b)
        differ = a and b and group.verdict != "kept"
        marks = word_marks("\n".join(a), "\n".join(b)) if differ else ()
        found.append(Marked(group, a, b, marks))
    return found


# ---- marks on texts


def found_in(marked: Marked, pattern: str) -> int:
    """In how many places of both sides' texts `pattern` stands; "" stands nowhere."""
    if not pattern:
        return 0
    return sum(len(occurrences(pattern, text)) for text in (*marked.a, *marked.b))


def with_found(
    text: str, marks: Sequence[Mark], brackets: Iterable[int], pattern: str
) -> list[Mark]:
    """`marks` of `text`, and over them the places of `pattern`, read past the `brackets`, which
    are places in `text`.
    """
    if not pattern:
        return list(marks)
    between = set(brackets)
    places = [at for at in range(len(text)) if at not in between]
    found = [
        Mark(places[span.start], places[span.end - 1] + 1, "match")
        for span in occurrences(pattern, "".join(text[at] for at in places))
    ]
    looks = [""] * len(text)
    for mark in (*marks, *found):
        looks[mark.start : mark.end] = [mark.look] * (mark.end - mark.start)
    edges = [n for n in range(len(text)) if n == 0 or looks[n] != looks[n - 1]]
    ends = [*edges[1:], len(text)]
    return [Mark(s, e, looks[s]) for s, e in zip(edges, ends, strict=True) if looks[s]]


def bracketed(text: str, marks: Sequence[Mark]) -> tuple[str, list[Mark]]:
    """`text` with braces around each mark, which stand inside the mark."""
    written: list[str] = []
    moved: list[Mark] = []
    at = length = 0
    for start, end, look in marks:
        piece = f"{text[at:start]}{{{text[start:end]}}}"
        written.append(piece)
        length += len(piece)
        moved.append(Mark(length - (end - start) - 2, length, look))
        at = end
    return "".join((*written, text[at:])), moved


def _braces(marks: Sequence[Mark]) -> Iterable[int]:
    return (at for mark in marks for at in (mark.start - 1, mark.end))


def _brackets(marks: Sequence[Mark]) -> Iterable[int]:
    return (at for m in marks for at in (m.start, m.start + 1, m.end - 2, m.end - 1))


def on_side(marked: Marked, side: str, pattern: str = "") -> list[tuple[str, list[Mark]]]:
    """The texts of one side, each with braces and marks around what differs; what is sought is
    marked, too.
    """
    texts = marked.a if side == "a" else marked.b
    look = "bad" if side == "a" else "good"
    spans = [m.a if side == "a" else m.b for m in marked.marks if m.op != "same"]
    found = []
    start = 0
    for text in texts:
        end = start + len(text)
        inside = [
            Mark(max(span.start, start) - start, min(span.end, end) - start, look)
            for span in spans
            if span and span.start < end and span.end > start
        ]
        written, drawn = bracketed(text, inside)
        found.append((written, with_found(written, drawn, _braces(drawn), pattern)))
        start = end + 1
    return found


def in_one(marked: Marked, pattern: str = "") -> tuple[str, list[Mark]]:
    """One text of both: what went, then what came in its place; what is sought is marked, too."""
    if not marked.marks:
        return marked.b[0], with_found(marked.b[0], (), (), pattern)
    a, b = "\n".join(marked.a), "\n".join(marked.b)
    text = ""
    marks: list[Mark] = []
    for mark in marked.marks:
        if mark.op == "same":
            same = b[slice(*mark.b)] if mark.b else ""
            joins = text.endswith("]") and same[:1].isalnum()
            text += (" " if joins else "") + same
            continue
        for span, source, (left, right), look in (
            (mark.a, a, ("[-", "-]"), "bad"),
            (mark.b, b, ("{+", "+}"), "good"),
        ):
            if span:
                piece = f"{left}{source[slice(*span)]}{right}"
                marks.append(Mark(len(text), len(text) + len(piece), look))
                text += piece
    return text, with_found(text, marks, _brackets(marks), pattern)


# ---- the lines of a group


def group_flow(marked: Marked, drawing: Drawing) -> Flow:
    """All lines of a group, a blank one after them."""
    return Stack(
        (
            Row(head(marked.group, drawing)),
            two_columns(marked, drawing) if drawing.wide else one_column(marked, drawing),
            *_told(marked.group, drawing),
            Row(),
        )
    )


def head(group: Group, drawing: Drawing) -> Line:
    """Sign and word of the verdict, the tasks' numbers, moved, doubtful."""
    words = drawing.words
    look = LOOKS[group.verdict]
    pieces = [
        Piece(f"{drawing.sign(group.verdict)} {words(f'verdict.{group.verdict}')}", look),
        Piece("  "),
        Piece(numbers(group, drawing), "key"),
    ]
    if group.moved:
        later = group.a and group.b and group.b[0] > group.a[0]
        arrow = drawing.sign("later" if later else "earlier")
        pieces.append(Piece(f"  {arrow} {words('verdict.moved')}", "changed"))
    if group.doubtful:
        said = f"  {drawing.sign('doubtful')} {words('screen.diff.doubtful')}"
        pieces.append(Piece(said, "changed"))
    return tuple(pieces)


def numbers(group: Group, drawing: Drawing) -> str:
    """The tasks' numbers on both sides: "A3 → B4, B5"."""
    diff = drawing.diff
    a = ", ".join(f"A{diff.a.tasks[i].ordinal}" for i in group.a)
    b = ", ".join(f"B{diff.b.tasks[j].ordinal}" for j in group.b)
    return f" {drawing.sign('to')} ".join(side for side in (a, b) if side)


def _lead(number: int, letter: str = "") -> Line:
    return (Piece(f"{letter}{number}".rjust(4) + " ", "key"),)


def two_columns(marked: Marked, drawing: Drawing) -> Flow:
    """The wordings side by side."""
    group, diff = marked.group, drawing.diff
    look = "dim" if group.verdict == "kept" else ""

    def side(name: str, empty: str) -> Flow:
        report, chosen = (diff.a, group.a) if name == "a" else (diff.b, group.b)
        passages = [
            Passage(text, marks, lead=_lead(report.tasks[index].ordinal), look=look)
            for index, (text, marks) in zip(
                chosen, on_side(marked, name, drawing.pattern), strict=True
            )
        ]
        said = f"({drawing.words(f'screen.diff.{empty}')})"
        return Stack(passages or [Passage(said, lead=(Piece("     "),), look="dim")])

    return Beside(side("a", "come"), side("b", "gone"), rule=drawing.sign("rule"))


def one_column(marked: Marked, drawing: Drawing) -> Flow:
    """The wordings in one column: one text where one task became one, else one after another."""
    group, diff = marked.group, drawing.diff
    if len(group.a) == len(group.b) == 1:
        text, marks = in_one(marked, drawing.pattern)
        number = diff.b.tasks[group.b[0]].ordinal
        return Passage(text, marks, lead=_lead(number), look="" if marked.marks else "dim")
    passages = []
    for letter, report, chosen, side in (("A", diff.a, group.a, "a"), ("B", diff.b, group.b, "b")):
        shown = on_side(marked, side, drawing.pattern)
        for index, (text, marks) in zip(chosen, shown, strict=True):
            lead = _lead(report.tasks[index].ordinal, letter)
            passages.append(Passage(text, marks, lead=lead))
    return Stack(passages)


def _told(group: Group, drawing: Drawing) -> list[Flow]:
    """What changed, and why the verdict stands."""
    words = drawing.words
    told: list[Flow] = []
    room = max(len(words(f"change.{kind}")) for kind in TYPED) + 8
    for kind, said in changes_by_kind(group, drawing):
        lead = (Piece(padded(f"     {words(f'change.{kind}')}:", room), "strong"),)
        told.append(Passage(said, lead=lead))
    why = reasons_text(group, drawing)
    compared = drawing.diff.a.tasks and drawing.diff.b.tasks
    if why and compared and group.verdict != "kept":
        lead = (Piece(padded(f"     {words('diff.why')}:", room), "dim"),)
        told.append(Passage(why, lead=lead, look="dim"))
    return told


def changes_by_kind(group: Group, drawing: Drawing) -> list[tuple[str, str]]:
    """What of figures, dates and documents changed; the wording is marked in place."""
    found: list[tuple[str, str]] = []
    for kind in TYPED:
        said = [_change(change, drawing) for change in group.changes if change.kind == kind]
        if said:
            found.append((kind, "; ".join(said)))
    return found


def _change(change: Change, drawing: Drawing) -> str:
    a, b = _flat(change.a), _flat(change.b)
    if a and b:
        return f"{a} {drawing.sign('to')} {b}"
    return drawing.words("screen.diff.added" if b else "screen.diff.removed", what=a or b)


def _flat(text: str) -> str:
    return " ".join(text.split())


def reasons_text(group: Group, drawing: Drawing) -> str:
    """Why the verdict stands; where it is in doubt, what came second."""
    words = drawing.words
    said = [words(f"reason.{reason.code}", **reason.facts) for reason in group.reasons]
    second = group.runner_up
    if group.doubtful and second:
        tasks = (drawing.diff.a if second.side == "a" else drawing.diff.b).tasks
        key = "runner-up" if group.a and group.b else "nearest"
        told = {"number": tasks[second.task].ordinal, "side": second.side.upper()}
        said.append(words(f"screen.diff.{key}", **told, score=round(100 * second.score)))
    return "; ".join(said)


def group_text(marked: Marked, drawing: Drawing) -> str:
    """A group as people paste it."""
    group, diff = marked.group, drawing.diff
    lines = ["".join(piece.text for piece in head(group, drawing))]
    lines += [
        f"A{diff.a.tasks[i].ordinal}. {text}" for i, text in zip(group.a, marked.a, strict=True)
    ]
    lines += [
        f"B{diff.b.tasks[j].ordinal}. {text}" for j, text in zip(group.b, marked.b, strict=True)
    ]
    words = drawing.words
    lines += [f"{words(f'change.{k}')}: {said}" for k, said in changes_by_kind(group, drawing)]
    return "\n".join(lines)
