"""What a meeting that is held every month looks back on and plans for.

Its name tells one month ("giao ban tháng 11", "họp thường lệ tháng 01/2025"), which some mean as
the month behind them and others as the one to come: the rest of the page decides, else the day.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from archive.reading.times.conference import Naming
from archive.reading.times.periods import Mention

_EARLY = timedelta(days=10)


class Months(NamedTuple):
    """The month looked back on and the one planned for, as far as the page tells them; `open` where
    it tells only the meeting's own, which either may be.
    """

    reviewed: Mention | None
    planned: Mention | None
    open: bool = False


def own_month(namings: Iterable[Naming]) -> Mention | None:
    """The month that a regular meeting is named by, None where the page names none, or another."""
    months = None
    for naming in namings:
        reviewed = naming.reviewed
        if reviewed and naming.regular and reviewed.months == 1:
            months = months or reviewed
        elif reviewed and reviewed.months != 1:
            return None
    return months


def told_months(own: Mention, back: Mention | None, planned: Mention | None) -> Months:
    """What the meeting of the month `own` is about, where the page looks `back` on one month and
    has `planned` for one.
    """
    if back is None and planned is None:
        return Months(own, None, open=True)
    if back is None and planned is not None:
        return Months(month_before(own) if planned.first == own.first else own, planned)
    if planned is None and back is not None and back.first != own.first:
        return Months(back, own)
    return Months(back, planned)


def by_day(own: Mention, day: date) -> Months:
    """Of a meeting on `day`: one in the first third of its month, or before it, plans for it."""
    period = own.of(own.year or day.year)
    if day < period.first_day + _EARLY:
        return Months(month_before(own), own)
    return Months(own, None)


def month_before(mention: Mention) -> Mention:
    """The month before the one mentioned, with its place in the text."""
    if mention.first > 1:
        return mention._replace(first=mention.first - 1)
    return mention._replace(first=12, year=mention.year - 1 if mention.year else None)
