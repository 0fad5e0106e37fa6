"""Series: one body's reports in the order of their periods, and what is missing between them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.period import Period
from archive.vietnamese import alphabetical
from search.answer import Hit

if TYPE_CHECKING:
    from archive.bodies import Bodies

YEAR = 12
_STEPS = (1, 2, 3, 4, 6, YEAR)
"""Months of the parts that a year is told in; nine months are told once in a year."""


@dataclass(frozen=True, slots=True)
class Series:
    """One body's reports: the periods they look back on, in order, and those in between that no
    report covers. `body` is the name that its latest report gives it.
    """

    body: str
    reports: tuple[Hit, ...]
    gaps: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the reports give the body, the oldest first."""
        return tuple(dict.fromkeys(hit.body for hit in self.reports if hit.body))


def period_of(hit: Hit) -> Period | None:
    """The period a hit counts for: the one it looks back on, else the one it plans."""
    notation = hit.period_reviewed or hit.period_planned
    return Period.parse(notation) if notation else None


def one_an_event(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The fullest report of each event, in the order of their periods."""
    fullest: dict[str, Hit] = {}
    for hit in hits:
        event = hit.event_id or hit.id
        best = fullest.get(event)
        if best is None or _fullness(hit) > _fullness(best):
            fullest[event] = hit
    dated = [(period, hit.id, hit) for hit in fullest.values() if (period := period_of(hit))]
    return tuple(hit for _, _, hit in sorted(dated, key=lambda entry: entry[:2]))


def _fullness(hit: Hit) -> tuple[int, int, bool]:
    """Which of two reports tells more; of two that tell the same, the original."""
    return (hit.tasks, hit.directives, not hit.reprint)


def series_of(hits: Iterable[Hit], bodies: "Bodies") -> tuple[Series, ...]:
    """The series of every body that `hits` report on, under all names that the body has had."""
    lines: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.body and period_of(hit):
            lines.setdefault(bodies.line(hit.body), []).append(hit)
    found = [one_an_event(reports) for reports in lines.values()]
    series = [Series(reports[-1].body or "", reports, gaps(reports)) for reports in found]
    return tuple(sorted(series, key=lambda one: alphabetical(one.body)))


def followed(hits: Iterable[Hit], body: str, bodies: "Bodies") -> tuple[Hit, ...]:
    """The reports among `hits` on `body`, then the later ones on what took over from it: those
    since the day it did, where that is known.
    """
    reports: dict[str, list[Hit]] = {}
    since: dict[str, str] = {}
    day = ""
    for name in (body, *bodies.successors(body)):
        line = bodies.line(name)
        if line not in reports:
            reports[line], since[line] = [], day
        day = str(bodies.until(name) or "")
    for hit in hits:
        if hit.body and (line := bodies.line(hit.body)) in reports:
            told = hit.event_date or hit.published
            if told is None or told >= since[line]:
                reports[line].append(hit)
    found: tuple[Hit, ...] = ()
    last: Period | None = None
    for own in reports.values():
        for hit in one_an_event(own):
            period = period_of(hit)
            if period and (last is None or period > last):
                found += (hit,)
        last = period_of(found[-1]) if found else None
    return found


def gaps(reports: Iterable[Hit]) -> tuple[str, ...]:
    """The periods between the first and the last of a body's reports that these do not look back
    on, in steps of the length that the body usually reports on: one quarter told by itself among
    years makes no quarter missing.
    """
    covered = [period for hit in reports if (period := period_of(hit))]
    if not covered:
        return ()
    usual = _usual_length(covered)
    step = usual if usual > YEAR else next(size for size in _STEPS if size >= usual)
    anchor = next(period.start for period in covered if period.months == usual)
    end = covered[0].end if step > YEAR else told_until(covered[0])
    told = {month for period in covered for month in range(period.start, told_until(period))}
    missing = []
    for start in range(end + (anchor % step - end) % step, covered[-1].start - step + 1, step):
        expected = Period(start, step)
        whole = told.issuperset(range(start, expected.end)) and step <= YEAR
        if not whole and not any(p.months == usual and expected.contains(p) for p in covered):
            missing.append(str(expected))
    return tuple(missing)


def _usual_length(covered: list[Period]) -> int:
    """The length, in months, of the periods that tell of most of the time: a term of no more than a
    year, as it is told once; of two that tell of as much, the longer inside a year.
    """
    time: Counter[int] = Counter()
    for period in covered:
        time[period.months] += min(period.months, YEAR)
    return max(time, key=lambda length: (time[length], length if length <= YEAR else 0))


def told_until(period: Period) -> int:
    """The month after the last that a report on `period` tells of: the term 2015-2020 gives way to
    the next in 2020, and what is told of it goes up to that year.
    """
    return period.end + YEAR if period.months > YEAR else period.end


def years_in(period: Period) -> list[str]:
    """The calendar years that a report on `period` tells of."""
    return [str(year) for year in range(period.year, (told_until(period) - 1) // 12 + 1)]
