"""Two reports side by side: what they say of themselves, part by part, document by document, and
their figures of the same kind.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from archive.comparing.counting import Basis, basis
from archive.comparing.keys import parts, same_directive
from archive.comparing.wording import Wording
from archive.record import SCALARS, plain
from archive.registry import load
from archive.report import Directive, Figure, Report, Section, Span
from archive.segmenter import words as segment
from archive.vietnamese import level

_BEFORE, _AFTER = 4, 3  # words before and after a figure that tell what it counts
_REACH = (80, 60)  # characters in which they stand
_SHOWN_BEFORE, _SHOWN_AFTER = 9, 6  # syllables that people are shown, a word begun to its end
_SHOWN_REACH = (160, 120)  # characters that hold as many
_LAST_CLAUSE = re.compile(r"[^,;:.(\n]*$")
_CLAUSE = re.compile(r"[^,;:.)\n]*")
_UNIT = 0.5  # so much of the shorter unit both must have
_MOST_PARTS = 200  # so many parts of a text are told apart; what follows them is one more
_MOST = 500  # so many figures of each report are paired; what a text has beyond stands alone
_ALIKE = 0.6  # from this likeness on two figures are of one kind


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both records as plain text, None where it is missing."""

    field: str
    a: str | None
    b: str | None

    @property
    def same(self) -> bool:
        """Do both reports say the same?"""
        return self.a == self.b


@dataclass(frozen=True, slots=True)
class SectionPair:
    """Parts of both texts that do the same; None where a text has no such part."""

    role: str
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class DirectivePair:
    """A document cited in A, in B, or in both; `key` is the fuller of the two keys."""

    key: str
    a: Directive | None
    b: Directive | None


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Figures of one kind, or one that has no counterpart.

    `around` has the words of the figure's clause, A's where there is one, "…" in the figure's own
    place. `difference` is B's value less A's, in the unit of both (percentage points where both are
    per cent); `per_cent` is that of A's value, None for percentages and where A has none.
    """

    unit: str
    a: Figure | None
    b: Figure | None
    difference: float | None = None
    per_cent: float | None = None
    around: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that `compare` finds of two reports.

    `sections` cover both texts wholly; their order is A's, parts that only B has stand after the
    part they follow in B. `figures` has the pairs first, then A's alone, then B's.
    """

    a: Report
    b: Report
    rows: tuple[Row, ...]
    sections: tuple[SectionPair, ...]
    directives: tuple[DirectivePair, ...]
    figures: tuple[FigurePair, ...]

    @property
    def both(self) -> tuple[DirectivePair, ...]:
        """The documents that both cite, in A's order."""
        return tuple(pair for pair in self.directives if pair.a and pair.b)

    @property
    def only_a(self) -> tuple[DirectivePair, ...]:
        """The documents that only A cites."""
        return tuple(pair for pair in self.directives if not pair.b)

    @property
    def only_b(self) -> tuple[DirectivePair, ...]:
        """The documents that only B cites."""
        return tuple(pair for pair in self.directives if not pair.a)


def compare(a: Report, b: Report) -> Comparison:
    """The two reports side by side."""
    return Comparison(a, b, _rows(a, b), _sections(a, b), _directives(a, b), _figures(a, b))


def _rows(a: Report, b: Report) -> tuple[Row, ...]:
    def written(report: Report, field: str) -> str | None:
        value = plain(getattr(report, field))
        return None if value is None else str(value)

    return tuple(Row(field, written(a, field), written(b, field)) for field in SCALARS)


# ---- parts


def _sections(a: Report, b: Report) -> tuple[SectionPair, ...]:
    """The parts matched by role: in order first, then what stands elsewhere in the other text."""
    parts_a, parts_b = _parts(a), _parts(b)
    matched = _in_order([role for role, _ in parts_a], [role for role, _ in parts_b])
    taken = set(matched.values())
    for i, (role, _) in enumerate(parts_a):
        if i not in matched and role != "body":
            found = next(
                (j for j, (other, _) in enumerate(parts_b) if other == role and j not in taken),
                None,
            )
            if found is not None:
                matched[i] = found
                taken.add(found)
    pairs = [
        SectionPair(role, span, parts_b[matched[i]][1] if i in matched else None)
        for i, (role, span) in enumerate(parts_a)
    ]
    for j, (role, span) in enumerate(parts_b):
        if j not in taken:
            after = [k + 1 for k, pair in enumerate(pairs) if j and pair.b == parts_b[j - 1][1]]
            pairs.insert(after[0] if after else 0, SectionPair(role, None, span))
    return tuple(pairs)


def _parts(report: Report) -> list[tuple[str, Span]]:
    """The sections as (role, span), without gaps from the text's start to its end; what no section
    claims is `body`, blank space belongs to the part before it, and neighbours of one role are one
    part.
    """
    parts: list[tuple[str, Span]] = []
    at = 0
    last = Section(role="body", start=len(report.text), end=len(report.text))
    for section in (*sorted(report.sections, key=lambda s: (s.start, s.end)), last):
        start, end = max(section.start, at), max(section.end, at)
        for role, span in (("body", Span(at, start)), (section.role, Span(start, end))):
            if span.start == span.end:
                continue
            if parts and (parts[-1][0] == role or report.text[slice(*span)].isspace()):
                parts[-1] = (parts[-1][0], Span(parts[-1][1].start, span.end))
            else:
                parts.append((role, span))
        at = end
    rest = parts[_MOST_PARTS:]
    return [*parts[:_MOST_PARTS], ("body", Span(rest[0][1].start, at))] if rest else parts


def _in_order(a: Sequence[str], b: Sequence[str]) -> dict[int, int]:
    """The longest common run of roles: place in `a` → place in `b`."""
    length = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            same = length[i + 1][j + 1] + 1 if a[i] == b[j] else 0
            length[i][j] = max(same, length[i + 1][j], length[i][j + 1])
    found: dict[int, int] = {}
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j] and length[i][j] == length[i + 1][j + 1] + 1:
            found[i] = j
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


# ---- documents


def _directives(a: Report, b: Report) -> tuple[DirectivePair, ...]:
    """The documents matched by key: equal ones first, then keys of which one says less, then those
    that could be the same. Only those that share a name are held against each other.
    """
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for names, same in ((_key, _equal), (_number, _compatible), (_keys, _possible)):
        waiting: dict[str, list[int]] = {}
        for j, one in enumerate(b.directives):
            if j not in taken:
                for name in names(one):
                    waiting.setdefault(name, []).append(j)
        for i, mine in enumerate(a.directives):
            if i in matched:
                continue
            near = {j for name in names(mine) for j in waiting.get(name, ())} - taken
            found = next((j for j in sorted(near) if same(mine, b.directives[j])), None)
            if found is not None:
                matched[i] = found
                taken.add(found)
    pairs = []
    for i, mine in enumerate(a.directives):
        its = b.directives[matched[i]] if i in matched else None
        pairs.append(DirectivePair(max((mine.key, its.key if its else ""), key=len), mine, its))
    alone = set(range(len(b.directives))) - taken
    return (
        *pairs,
        *(DirectivePair(b.directives[j].key, None, b.directives[j]) for j in sorted(alone)),
    )


def _key(one: Directive) -> set[str]:
    return {one.key}


def _equal(one: Directive, other: Directive) -> bool:
    return one.key == other.key


def _number(one: Directive) -> set[str]:
    return {parts(one.key).number}


def _compatible(one: Directive, other: Directive) -> bool:
    return same_directive(one.key, other.key)


def _keys(one: Directive) -> set[str]:
    return {one.key, *one.candidates}


def _possible(one: Directive, other: Directive) -> bool:
    return not _keys(one).isdisjoint(_keys(other))


# ---- figures


def _figures(a: Report, b: Report) -> tuple[FigurePair, ...]:
    """Figures of one kind paired, the likest first; each figure in one pair at most."""
    kinds_a = [_kind(a, figure) for figure in a.figures[:_MOST]]
    kinds_b = [_kind(b, figure) for figure in b.figures[:_MOST]]
    scored = [
        (score, -i, -j)
        for i, one in enumerate(kinds_a)
        for j, other in enumerate(kinds_b)
        if (score := _alike(one, other)) >= _ALIKE
    ]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored, reverse=True):
        if -i not in matched and -j not in taken:
            matched[-i] = -j
            taken.add(-j)
    pairs = [
        replace(_figure_pair(a.figures[i], b.figures[j]), around=_around(a, a.figures[i]))
        for i, j in sorted(matched.items())
    ]
    pairs += [
        FigurePair(figure.unit, figure, None, around=_around(a, figure))
        for i, figure in enumerate(a.figures)
        if i not in matched
    ]
    alone = [figure for j, figure in enumerate(b.figures) if j not in taken]
    return (*pairs, *(FigurePair(f.unit, None, f, around=_around(b, f)) for f in alone))


def _clause(report: Report, figure: Figure, reach: tuple[int, int]) -> tuple[str, str]:
    """What stands before and behind a figure in its clause, in `reach` characters either side."""
    begin = max(0, figure.start - reach[0])
    before = _LAST_CLAUSE.search(report.text[begin : figure.start])
    after = _CLAUSE.match(report.text, figure.end, figure.end + reach[1])
    return before[0] if before else "", after[0] if after else ""


def _around(report: Report, figure: Figure) -> str:
    """The words around a figure, none of them begun or ended inside, "…" in its place."""
    before, after = _clause(report, figure, _SHOWN_REACH)
    ahead = _near(before, segment(before)[::-1], _SHOWN_BEFORE)
    behind = _near(after, segment(after), _SHOWN_AFTER)
    return " ".join((*ahead, "…", *behind))


def _near(text: str, words: list[tuple[int, int]], most: int) -> list[str]:
    """The first of `words`, about `most` syllables, as they stand in `text`, without what says
    nothing at their end.
    """
    taken: list[tuple[int, int]] = []
    length = 0
    for start, end in words:
        if length >= most:
            break
        taken.append((start, end))
        length += len(text[start:end].split())
    while taken and _says_nothing(text[slice(*taken[-1])]):
        taken.pop()
    if not taken:
        return []
    start, end = min(taken)[0], max(taken)[1]
    while start and not text[start - 1].isspace():
        start -= 1
    return (text[start:end] + text[end:].partition(" ")[0]).split()


def _says_nothing(word: str) -> bool:
    return not word[-1].isalnum() or level(word) in _particles()


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a figure counts: a share or not, of a whole or not, set as a task or reached, by what it
    is reckoned, the words of its unit, and those around it in its clause.
    """

    share: bool
    whole: bool
    target: bool
    basis: Basis | None
    unit: frozenset[str]
    around: frozenset[str]


def _kind(report: Report, figure: Figure) -> _Kind:
    before, after = _clause(report, figure, _REACH)
    around = _joined(before)[-_BEFORE:] + _joined(after)[:_AFTER]
    share = "%" in f"{figure.unit}{figure.as_written}"
    target = any(task.start <= figure.start < task.end for task in report.tasks)
    period = report.period_planned if target else report.period_reviewed
    clause = Span(figure.start - len(before), figure.end + len(after))
    return _Kind(
        share,
        figure.of is not None,
        target,
        basis(report.text, clause, figure, period.year) if share and period else None,
        frozenset(_joined(figure.unit)),
        frozenset(around),
    )


def _joined(text: str) -> list[str]:
    """The words of `text` that say what is counted."""
    return [
        word for word, _ in Wording.of(text).joined() if word[0].isalpha() and word not in _empty()
    ]


@cache
def _particles() -> frozenset[str]:
    """Words that stand between others."""
    return frozenset(map(level, load("substance")["particles"]))


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of what is counted."""
    lists = load("substance")
    return frozenset(map(level, (*lists["function"], *lists["openers"])))


def _alike(one: _Kind, other: _Kind) -> float:
    """0 where the units do not agree; else how much of unit and clause both share."""
    if (one.share, one.whole, one.target) != (other.share, other.whole, other.target):
        return 0.0
    if one.basis and other.basis and one.basis != other.basis:
        return 0.0
    unit = _overlap(one.unit, other.unit)
    return 0.5 * unit + 0.5 * _overlap(one.around, other.around) if unit >= _UNIT else 0.0


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter that both have."""
    return len(a & b) / min(len(a), len(b)) if a and b else float(a == b)


def _figure_pair(a: Figure, b: Figure) -> FigurePair:
    difference = b.value - a.value
    share = "%" in f"{a.unit}{a.as_written}"
    per_cent = None if share or not a.value else 100 * difference / a.value
    return FigurePair(max(a.unit, b.unit, key=len), a, b, difference, per_cent)
