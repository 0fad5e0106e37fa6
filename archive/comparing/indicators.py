"""Indicators: the same thing counted in one report of a body after another.

Two figures are of one indicator where they count the same (percentages with percentages, units that
agree) and the words of the clauses around them agree, each word weighing by how rare it is among
one report's figures. What was reached is kept apart from what was aimed at, and periods of one
length from those of another: half a year's count says nothing beside a year's.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from archive.comparing.counting import Basis, Counted, basis
from archive.comparing.counting import counted as counted_of
from archive.comparing.naming import name_of
from archive.comparing.reached import of_the_meeting, whom
from archive.comparing.wording import Wording
from archive.period import Period
from archive.registry import load
from archive.report import Figure, Report, Span
from archive.vietnamese import level

Kind = Literal["result", "target"]

ALIKE = 0.42  # from this likeness on two figures are of one indicator
_UNIT = 0.5  # the part that a telling unit has in likeness, the clause's other words the rest
_EVIDENCE = 0.8  # what few words have beside their own: they prove little
_TELLING = 5.0  # a unit whose words weigh so much tells by itself what is counted
_LAST = 4  # so many of an indicator's latest figures are looked at
_NO_RESULTS = frozenset({"furniture", "title", "attendance", "tasks", "awards"})
_BEFORE, _AFTER = 8, 4  # words before a figure, and behind it, that can say what it counts
_ASIDE, _PARTED = 0.3, 0.6  # what words weigh that a comma, another figure parts from a figure
_GENERIC = 0.4  # what a word weighs that stands beside anything
_PLAIN = re.compile(r"[^\W\d_]")
_ROMAN = re.compile(r"[ivxl]+")
_DEADLINE = re.compile(
    r"(?:đến|trước|vào|tới|trong) (?:hết |cuối |đầu |giữa |tháng \d{1,2}(?: ?[/-] ?| ))?"
    r"(?:năm )?(20\d\d)(?![\d-])",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:()\n]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Point:
    """What one report says of an indicator for `period`: the figure, and the sentence it stands in.

    Two points of one period and one kind are never in one series.
    """

    period: Period
    report: Report
    figure: Figure
    passage: Span

    @property
    def value(self) -> float:
        """The figure's value; of a share (`5/18`) the part."""
        return self.figure.value


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted, and how it went: `results` and `targets` in period order, all of periods as
    long as `months`; `percent` tells that values are percentages.
    """

    name: str
    percent: bool
    months: int
    results: tuple[Point, ...]
    targets: tuple[Point, ...]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that have a point, in order."""
        return tuple(sorted({point.period for point in (*self.results, *self.targets)}))

    def at(self, period: Period, kind: Kind) -> Point | None:
        """The point of `period`."""
        points = self.results if kind == "result" else self.targets
        return next((point for point in points if point.period == period), None)


@dataclass(frozen=True, slots=True)
class Step:
    """From one point to the next: the difference, and what part of the earlier value it is (None
    for percentages, whose difference is in points, and beside nought).
    """

    difference: float
    share: float | None


def step(before: Point, after: Point, *, percent: bool) -> Step:
    """How far it is from `before` to `after`."""
    difference = round(after.value - before.value, 6)
    share = None if percent or not before.value else difference / before.value
    return Step(difference, share)


def indicators(reports: Iterable[Report]) -> tuple[Indicator, ...]:
    """The indicators of a body that have at least two points, those with most points first.

    `reports` are of one body, one an event; their order does not matter.
    """
    ordered = sorted(reports, key=_when)
    mentions = [list(_mentions(report)) for report in ordered]
    weight = _weights(mentions)
    lines: list[_Line] = []
    for own in mentions:
        for kind in ("result", "target"):
            _assign(lines, [one for one in own if one.kind == kind], weight)
    found = [indicator for line in lines for indicator in _series(line)]
    return tuple(sorted(found, key=lambda one: -2 * len(one.results) - len(one.targets)))


def _when(report: Report) -> tuple[int, int, str]:
    period = report.period_reviewed or report.period_planned
    return (period.end, period.start, report.id or "") if period else (0, 0, report.id or "")


# ---- figures with what they count


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure with the words that say what it counts, those of its unit among them, whose first is
    the `head`: how near each stands to it, 0 to 1, in the order of the text. The figure before it
    ends at `previous`.
    """

    kind: Kind
    point: Point
    counted: Counted
    previous: int
    head: str
    unit: frozenset[str]
    terms: dict[str, float]
    percent: bool
    basis: Basis | None


@dataclass(slots=True)
class _Line:
    """The mentions of one indicator, in the order of the reports."""

    mentions: list[_Mention] = field(default_factory=list)


def _mentions(report: Report) -> Iterator[_Mention]:
    """The figures of the results and of the tasks, those of one sentence with their clauses."""
    before: _Mention | None = None
    silent = [Span(s.start, s.end) for s in report.sections if s.role in _NO_RESULTS]
    tasks = [Span(task.start, task.end) for task in report.tasks]
    for figure, sentence in _sentences(report):
        target = _inside(figure.start, tasks)
        period = report.period_planned if target else report.period_reviewed
        if period is None or (not target and _inside(figure.start, silent)):
            continue
        counted = [word for word, _ in _words(figure.unit.lstrip("% "))]
        if of_the_meeting(Wording.of(report.text[slice(*sentence)])):
            continue
        if target:
            period = _due(report.text, figure, sentence, period)
        terms = _around(report.text, figure, sentence, before.point if before else None)
        percent = figure.unit.startswith("%")
        # "đạt 98,5% kế hoạch" says nothing of what was planned: the figure before it does.
        if percent and not terms.keys() - _plans():
            if before is None or before.point.passage != sentence or before.percent:
                continue
            terms = {**before.terms, **terms}
        if terms:
            point = Point(period, report, figure, sentence)
            kind: Kind = "target" if target else "result"
            previous = before.point.figure.end if before and before.point.report is report else 0
            before = _Mention(
                kind,
                point,
                counted_of(report.text, Span(figure.start, figure.end)),
                previous,
                counted[0] if counted else "",
                frozenset(terms.keys() & counted),
                terms,
                percent,
                basis(report.text, _clause(report.text, figure, sentence), figure, period.year)
                if percent
                else None,
            )
            yield before


def _due(text: str, figure: Figure, sentence: Span, planned: Period) -> Period:
    """The period a target is for: the year by which it is to be reached, where that lies beyond
    what is `planned`.
    """
    start, end = _clause(text, figure, sentence)
    years = [int(found[1]) for found in _DEADLINE.finditer(text, start, end)]
    later = [year for year in years if year * 12 >= planned.end]
    return Period.year_of(later[0]) if len(later) == 1 else planned


def _clause(text: str, figure: Figure, sentence: Span) -> Span:
    """The clause of its sentence that the figure stands in."""
    start, end = sentence
    for stop in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if stop.end() <= figure.start:
            start = stop.end()
        elif stop.start() >= figure.end:
            end = stop.start()
            break
    return Span(start, end)


def _inside(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _sentences(report: Report) -> Iterator[tuple[Figure, Span]]:
    """Each figure with its sentence; a task is one sentence with all that is in it."""
    from archive.reading.page.sentences import sentences

    text = report.text
    spans: list[Span] = []
    for figure in report.figures:
        while spans and spans[0].end <= figure.start:
            spans.pop(0)
        if not spans or figure.start < spans[0].start:
            start = text.rfind("\n", 0, figure.start) + 1
            end = text.find("\n", figure.end)
            spans = list(sentences(text, start, end if end >= 0 else len(text)))
            spans = [span for span in spans if span.end > figure.start]
        yield figure, spans[0] if spans else Span(figure.start, figure.end)


def _around(text: str, figure: Figure, sentence: Span, before: Point | None) -> dict[str, float]:
    """The words around the figure that can say what it counts, by how near they stand."""
    start, end = _clause(text, figure, sentence)
    # What stands before a comma says less of this figure, and what another one parts from it.
    comma = max(start, text.rfind(",", start, figure.start) + 1)
    other = comma
    if before and start <= before.figure.start:
        other = max(comma, min(before.figure.end, figure.start))
    rest = len(text[figure.end : end].partition(",")[0])
    own = _words(text[figure.start : figure.end + rest])
    counted = len(_words(figure.unit.lstrip("% ")))
    behind = own[counted : counted + _AFTER]
    found: dict[str, float] = {}
    for words, weight in (
        (_words(text[start:comma])[-_BEFORE:], _ASIDE),
        (_words(text[comma:other])[-_BEFORE:], _PARTED),
        (_words(text[other : figure.start])[-_BEFORE:], 1.0),
        (own[:counted], 1.0),
        # "đạt 52,4% do …": what has no unit of its own was named before it.
        (behind, 1.0 if counted else _PARTED),
    ):
        for word, own_weight in words:
            found[word] = max(found.get(word, 0.0), weight * own_weight)
    return found


def _words(text: str) -> list[tuple[str, float]]:
    """The words of `text` that tell something, in order, and how much each weighs by its kind."""
    return [
        (word, _GENERIC if word in _listed("generic") else 1.0)
        for word, _ in Wording.of(text).joined()
        if _PLAIN.match(word)
        and not _ROMAN.fullmatch(word)
        and word not in _listed("function")
        and word not in _listed("openers")
    ]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(level, load("substance")[name]))


@cache
def _plans() -> frozenset[str]:
    """What a share is reckoned of when it tells how far a plan was reached."""
    return frozenset(load("outcomes")["target"])


# ---- which figures are of one indicator


def _weights(mentions: Sequence[Collection[_Mention]]) -> dict[str, float]:
    """How much each word weighs: the fewer of the figures of one report have it, the more. That
    every report has it says nothing against it: indicators recur.
    """
    parts: dict[str, list[float]] = {}
    for own in mentions:
        for term, count in Counter(term for one in own for term in one.terms).items():
            parts.setdefault(term, []).append(count / len(own))
    return {term: math.log(1 + len(own) / sum(own)) for term, own in parts.items()}


def _likeness(one: _Mention, other: _Mention, weight: dict[str, float]) -> float:
    """How like two mentions are, 0 to 1; 0 where they cannot count the same."""
    if one.percent != other.percent or not one.counted.same(other.counted):
        return 0.0
    if one.basis != other.basis:
        return 0.0
    whole = _shared(one.terms, other.terms, weight)
    if one.percent:
        return whole
    common = one.unit & other.unit
    if 2 * len(common) <= min(len(one.unit), len(other.unit)) or not common & {
        one.head,
        other.head,
    }:
        return 0.0
    tells = min(1.0, sum(weight[term] for term in common) / _TELLING)
    if (tells < 1 or common <= whom()) and not (one.terms.keys() & other.terms.keys()) - common:
        return 0.0
    return whole + (1 - whole) * _UNIT * tells**2


def _shared(one: dict[str, float], other: dict[str, float], weight: dict[str, float]) -> float:
    """What part of their words two have in common: the geometric mean of both parts."""
    both = sum(weight[term] * min(one[term], other[term]) for term in one.keys() & other)
    sizes = (
        _EVIDENCE + sum(weight[term] * near for term, near in terms.items())
        for terms in (one, other)
    )
    return both / math.sqrt(math.prod(sizes))


def _assign(lines: list[_Line], own: Sequence[_Mention], weight: dict[str, float]) -> None:
    """Put the mentions of one report and kind on the lines they are likest to, one on each; those
    that are like none begin lines of their own.
    """
    scored = sorted(
        (-round(max(_likeness(one, other, weight) for other in line.mentions[-_LAST:]), 6), i, j)
        for i, line in enumerate(lines)
        for j, one in enumerate(own)
    )
    taken: set[int] = set()
    free = set(range(len(own)))
    for score, i, j in scored:
        if -score < ALIKE:
            break
        if i not in taken and j in free:
            taken.add(i)
            free.remove(j)
            lines[i].mentions.append(own[j])
    lines += [_Line([own[j]]) for j in sorted(free)]


def _series(line: _Line) -> Iterator[Indicator]:
    """A line's points, those of periods of one length together, where there are two."""
    for months in sorted({one.point.period.months for one in line.mentions}, reverse=True):
        own = [one for one in line.mentions if one.point.period.months == months]
        results, targets = (_points(own, kind) for kind in ("result", "target"))
        if len(results) + len(targets) > 1:
            yield Indicator(_name(line.mentions), own[0].percent, months, results, targets)


def _points(mentions: Iterable[_Mention], kind: str) -> tuple[Point, ...]:
    """The points of one kind in period order, the first one told for each period."""
    first: dict[Period, Point] = {}
    for one in mentions:
        if one.kind == kind:
            first.setdefault(one.point.period, one.point)
    return tuple(first[period] for period in sorted(first))


def _name(mentions: Sequence[_Mention]) -> str:
    """What the words say that most of the mentions share, as it stands in the one that has most of
    them near its figure.
    """
    counts = Counter(term for one in mentions for term in one.terms)
    common = {term for term, count in counts.items() if 2 * count > len(mentions)}
    best = max(mentions, key=lambda one: sum(one.terms[t] for t in one.terms if t in common))
    point = best.point
    clause = _clause(point.report.text, point.figure, point.passage)
    start = max(clause.start, min(best.previous, point.figure.start))
    return name_of(point.report.text, point.figure, Span(start, clause.end), common)
