"""The day of the conference, its year by the periods that are told or by the page's own date."""

from datetime import date, timedelta

from archive.period import Period
from archive.reading.dates import Day
from archive.reading.page import Page
from archive.reading.times.held import Held
from archive.reading.times.periods import Mention
from archive.reading.times.years import likely_year
from archive.report import Found, Span

EVENT_SLIP = "event-year-slip"
_WEEK = timedelta(days=7)
Known = tuple[Period | None, Period | None]


def for_days(reviewed: Mention | None, known: Known) -> Known:
    """`known`, a stage of several years told by its last: unlike a term it is summed up then."""
    if reviewed is None or reviewed.term is None or reviewed.named:
        return known
    return Period.year_of(reviewed.term.end // 12), known[1]


def is_term(period: Period) -> bool:
    """Does the period say nothing about the day of the conference?"""
    return period.months > 12


def find_event(held: list[Held], known: Known, published: date | None) -> Found[date] | None:
    """The day of the conference, its year by the periods, else by the page's date."""
    dated = [(one, day) for one in held if (day := _dated(one.day, known, published))]
    if not dated:
        return None
    first, value = dated[0]
    rivals = [day for one, day in dated[1:] if day != value and one.score >= first.score - 1]
    sure = 0.97 if first.score >= 7 else 0.9 if first.score >= 5 else 0.75
    sure -= (0.0 if first.day.year else 0.05) + (0.2 if rivals else 0.0)
    span = Span(first.day.start, first.day.end)
    return Found(value, span, round(sure, 2), tuple(dict.fromkeys(rivals)))


def guessed(page: Page, held: list[Held]) -> Found[date] | None:
    """The day of the conference in the year that the article's plans and comparisons tell."""
    year = likely_year(page) if held else None
    value = held[0].day.on(year) if year and held[0].day.ago is None else None
    return Found(value, Span(held[0].day.start, held[0].day.end), 0.6) if value else None


def _dated(day: Day, known: Known, published: date | None) -> date | None:
    """The date that `day` is, as far as the periods or the page's date tell its year."""
    past, coming = known
    value = day.seen_from(published)
    if value or day.ago is not None or day.year:
        return value
    latest = day.latest(published) if published else None
    if published and latest and published - latest <= _WEEK:
        return latest
    if past and not is_term(past):
        return day.nearest(past.after - timedelta(days=1))
    if coming and not is_term(coming):
        return day.nearest(coming.first_day)
    return latest


def is_published(clock: date, held: list[Held], event: Found[date] | None) -> bool:
    """Is the day of saving also the article's: at most a week after the event, or none is told?"""
    if event is None and held:
        guess = find_event(held, (None, None), clock)
        return guess is not None and clock - guess.value <= _WEEK
    return event is None or timedelta(0) <= clock - event.value <= _WEEK


def mended(
    event: Found[date] | None, past: Period | None, given: Found[date] | None, flags: list[str]
) -> Found[date] | None:
    """The event's day, its year put right where the new year was not yet in the author's hand."""
    if event is None or past is None or given is None or is_term(past):
        return event
    if event.value < past.first_day or event.value >= past.after - timedelta(days=120):
        return event
    try:
        later = event.value.replace(year=event.value.year + 1)
    except ValueError:
        return event
    if timedelta(0) <= given.value - later <= timedelta(days=31):
        flags.append(EVENT_SLIP)
        return Found(later, event.span, 0.7, (event.value,))
    return event
