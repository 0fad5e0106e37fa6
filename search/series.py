"""Series: one body's reports in the order of their periods, and what is missing between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.period import Period, missing, told_until
from archive.vietnamese import alphabetical
from search.answer import Hit

if TYPE_CHECKING:
    from archive.bodies import Bodies


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


def consecutive(reports: Sequence[Hit]) -> list[tuple[Hit, Hit]]:
    """Each of a series with the one it goes on from: the latest before it on a period as long, else
    whatever stands before it.
    """
    found = []
    last: dict[int, Hit] = {}
    before: Hit | None = None
    for hit in reports:
        period = period_of(hit)
        if period and before:
            found.append((last.get(period.months, before), hit))
        if period:
            last[period.months] = before = hit
    return found


def gaps(reports: Iterable[Hit]) -> tuple[str, ...]:
    """The periods between the first and the last of a body's reports that these do not look back
    on (see `archive.period.missing`).
    """
    return tuple(map(str, missing([period for hit in reports if (period := period_of(hit))])))


def years_in(period: Period) -> list[str]:
    """The calendar years that a report on `period` tells of."""
    return [str(year) for year in range(period.year, (told_until(period) - 1) // 12 + 1)]
