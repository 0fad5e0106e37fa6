"""Which periods are meant by what a report tells: their years by each other, by the day on which
the report was seen, by the article's plans.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from archive.period import Period
from archive.reading.page import Page
from archive.reading.times.days import Known, is_term
from archive.reading.times.periods import Mention
from archive.reading.times.plans import told_next, told_outside
from archive.reading.times.years import likely_year
from archive.report import Found, Span


@dataclass(frozen=True, slots=True)
class Told:
    """A period mention with how sure its role is."""

    mention: Mention
    confidence: float


def meant(reviewed: Told | None, planned: Told | None) -> Known:
    """The periods that are told in full, or by each other."""
    past = reviewed.mention.known if reviewed else None
    coming = planned.mention.known if planned else None
    if reviewed and past is None and coming and reviewed.mention.shift is None:
        past = _ending_near(reviewed.mention, coming.start)
    if planned and coming is None and past and not is_term(past):
        coming = _starting_near(planned.mention, past)
    return past, coming


def _ending_near(mention: Mention, month: int) -> Period:
    years = range(month // 12 - 2, month // 12 + 2)
    return min((mention.of(year) for year in years), key=lambda one: abs(one.end - month))


def _starting_near(mention: Mention, past: Period) -> Period:
    if mention.shift is not None:
        return Period.year_of(past.year + 1)
    years = range(past.year - 1, past.end // 12 + 2)
    after = [one for year in years if (one := mention.of(year)).start >= past.end]
    return min(after or [past.successor()], key=lambda one: one.start)


def resolved(
    page: Page, reviewed: Told | None, planned: Told | None, seen: date | None
) -> tuple[Found[Period] | None, Found[Period] | None]:
    """The periods with their years: as told, by each other, or by the day the report was seen."""
    past, coming = meant(reviewed, planned)
    year = None
    if reviewed and past is None:
        past = _seen_past(reviewed.mention, seen)
        year = likely_year(page) if past is None and reviewed.mention.shift is None else None
        past = reviewed.mention.of(year) if year else past
        if past and planned and coming is None:
            coming = _starting_near(planned.mention, past)
    if planned and coming is None:
        coming = _seen_coming(page, planned.mention, seen)
    return _found(reviewed, past, guessed=year is not None), _found(planned, coming)


def _found(
    told: Told | None, period: Period | None, *, guessed: bool = False
) -> Found[Period] | None:
    """The period with how sure it is; `guessed` where only the article's likely year tells it."""
    if told is None or period is None:
        return None
    sure = told.confidence if told.mention.known else told.confidence - 0.08
    sure = min(sure, 0.6) if guessed else sure
    return Found(period, Span(told.mention.start, told.mention.end), round(sure, 2))


def _seen_past(mention: Mention, seen: date | None) -> Period | None:
    """What "6 tháng đầu năm" or "năm qua" means on the day `seen`."""
    if seen is None:
        return None
    if mention.shift is not None:
        early = seen.month <= 4 and mention.shift < 0
        return Period.year_of(seen.year - (1 if early else 0) + max(mention.shift, 0))
    return _ending_near(mention, seen.year * 12 + seen.month - 1)


def _seen_coming(page: Page, mention: Mention, seen: date | None) -> Period | None:
    """What a plan without a year is for: by the day `seen`, else by a year the plans name."""
    if mention.shift is not None:
        if seen is None:
            return None
        return Period.year_of(seen.year + (1 if seen.month > 4 else 0))
    if seen is not None:
        month = seen.year * 12 + seen.month - 1
        years = range(seen.year - 1, seen.year + 2)
        return min((mention.of(year) for year in years), key=lambda one: abs(one.start - month))
    others = chain(told_outside(page, ahead=True), told_next(page, mention))
    return next((mention.of(other.year) for other in others if other.year), None)
