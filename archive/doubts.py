"""Doubts: what was read of a report that a person had better look at."""

from dataclasses import dataclass

from archive.corrections import is_corrected
from archive.record import PERIODS, SCALARS, plain
from archive.report import Report

SURE = 0.9
"""From this confidence on a reading is no doubt: `python -m tests.accuracy` tells how many such
values are right."""
DOUBTFUL = 0.75
"""Below this confidence a reading is marked as doubtful wherever it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A value read with doubt, in the notation of records; `id` is the report's.

    A missing `value` has confidence 0: nothing speaks for a conference without it. `candidates`
    are the other readings, likeliest first.
    """

    id: str
    field: str
    value: str | None
    confidence: float
    candidates: tuple[str, ...] = ()

    @property
    def grave(self) -> bool:
        """Is it marked wherever the value is shown?"""
        return self.confidence < DOUBTFUL


def doubts(report: Report) -> tuple[Doubt, ...]:
    """What of `report` is in doubt, most doubtful first; what a person said never is.

    Of a report that clearly tells of a conference (its kind is read for sure) a missing body, day
    or period is in doubt too; one of the two periods alone may well be missing, and so may a
    headline and the page's own date.
    """
    found = []
    for field in SCALARS:
        if is_corrected(report, field):
            continue
        value, sure = getattr(report, field), report.confidence.get(field, 1.0)
        if value is None and not _is_owed(report, field):
            continue
        if value is None or sure < SURE:
            more = report.candidates.get(field, ())
            found.append(
                Doubt(
                    id=report.id or "",
                    field=field,
                    value=plain(value),
                    confidence=0.0 if value is None else sure,
                    candidates=more,
                )
            )
    return tuple(sorted(found, key=lambda doubt: doubt.confidence))


def _is_owed(report: Report, field: str) -> bool:
    """Would a report on a conference have told the missing `field`?"""
    if report.kind == "none" or report.confidence.get("kind", 1.0) < SURE:
        return False
    if field in PERIODS:
        return field == PERIODS[0] and report.period_planned is None
    return field in ("body", "event_date")
