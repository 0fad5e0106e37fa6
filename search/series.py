"""Series: one body's reports in the order of their periods, and what is missing between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from archive.period import Period
from search.answer import Hit


@dataclass(frozen=True, slots=True)
class Series:
    """One body's reports: the periods they look back on, in order, and those in between that no
    report covers.
    """

    body: str
    reports: tuple[Hit, ...]
    gaps: tuple[str, ...]


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
        if best is None or (hit.tasks, hit.directives) > (best.tasks, best.directives):
            fullest[event] = hit
    dated = [(period, hit.id, hit) for hit in fullest.values() if (period := period_of(hit))]
    return tuple(hit for _, _, hit in sorted(dated, key=lambda entry: entry[:2]))


def gaps(reports: tuple[Hit, ...]) -> tuple[str, ...]:
    """The periods between the first and the last of a body's reports that no report looks back on.

    Each step of the series is one of the length that the report before it has.
    """
    covered = [period for hit in reports if (period := period_of(hit))]
    missing = []
    for period, following in pairwise(covered):
        expected = period.successor()
        while expected.end <= following.start:
            missing.append(str(expected))
            expected = expected.successor()
    return tuple(missing)
