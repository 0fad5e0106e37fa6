"""Doubts: what was read of a report that a person had better look at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.corrections import is_corrected
from archive.record import PERIODS, SCALARS, plain
from archive.report import Report

SURE = 0.9
"""From this confidence on a reading is no doubt: `python -m tests.accuracy` tells how many such
values are right."""
DOUBTFUL = 0.75
"""Below this confidence a reading is marked as doubtful wherever it is shown."""
SLIPS = {"planned-year-slip": "period_planned", "event-year-slip": "event_date"}
"""The field that was read otherwise than the author wrote it, by the flag that says so."""
_SLIPPED = 0.7
DIRECTIVES = "directives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A value read with doubt, in the notation of records; `id` is the report's.

    `why` is `unsure`, `missing` (the confidence is 0: nothing speaks for a conference without the
    value), `slip` (the author wrote something else, and was not believed) or `which` (the text
    leaves open which document it cites). `candidates` are the other readings, likeliest first;
    `place` is where the value stands in the text, [start, end). `title` is the report's.
    """

    id: str
    field: str
    value: str | None
    confidence: float
    candidates: tuple[str, ...] = ()
    why: str = "unsure"
    place: tuple[int, int] | None = None
    title: str | None = None

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
    found = [*_of_fields(report), *_of_documents(report)]
    titled = (replace(doubt, title=report.title) for doubt in found)
    return tuple(sorted(titled, key=lambda doubt: doubt.confidence))


def _of_fields(report: Report) -> Iterator[Doubt]:
    slipped = {SLIPS[flag] for flag in report.flags if flag in SLIPS}
    for field in SCALARS:
        if is_corrected(report, field):
            continue
        value, sure = getattr(report, field), report.confidence.get(field, 1.0)
        if value is None and not _is_owed(report, field):
            continue
        slip = field in slipped and value is not None
        if value is not None and sure >= SURE and not slip:
            continue
        yield Doubt(
            id=report.id or "",
            field=field,
            value=plain(value),
            confidence=0.0 if value is None else min(sure, _SLIPPED) if slip else sure,
            candidates=report.candidates.get(field, ()),
            why="missing" if value is None else "slip" if slip else "unsure",
            place=_place(report, field),
        )


def _place(report: Report, field: str) -> tuple[int, int] | None:
    # The level of a body is read where its name is.
    span = report.evidence.get(field) or (
        report.evidence.get("body") if field == "body_level" else None
    )
    return (span.start, span.end) if span and span.end > span.start else None


def _of_documents(report: Report) -> Iterator[Doubt]:
    """A doubt for each document that the text leaves open, each reading as likely as the others."""
    for directive in report.directives:
        others = tuple(key for key in directive.candidates if key != directive.key)
        if others:
            yield Doubt(
                id=report.id or "",
                field=DIRECTIVES,
                value=directive.key,
                confidence=round(1 / (1 + len(others)), 2),
                candidates=others,
                why="which",
                place=(directive.start, directive.end),
            )


def _is_owed(report: Report, field: str) -> bool:
    """Would a report on a conference have told the missing `field`?"""
    if report.kind == "none" or report.confidence.get("kind", 1.0) < SURE:
        return False
    if field in PERIODS:
        return field == PERIODS[0] and report.period_planned is None
    return field in ("body", "event_date")
