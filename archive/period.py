"""Periods: the stretches of time that reports look back on and plan for.

A period is a first month and a number of months; everything else (its notation, its order, what
follows it) comes from these two, so that "6 tháng đầu năm 2024" and "quý I và quý II năm 2024" are
one period however they were written.

Notation (the only form that is stored or printed)::

    2022            a year                  2022-Q1 … 2022-Q4   a quarter
    2022-H1, -H2    six months              2022-M01 … -M12     a month
    2022-9M         nine months             2022-M01..M02       some months of one year
    2020-2025       a term (nhiệm kỳ) or another stretch of several years
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Self

_NOTATION = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<last_year>\d{4})|H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<nine>9M)"
    r"|M(?P<month>0[1-9]|1[0-2])(?:\.\.M(?P<last>0[1-9]|1[0-2]))?))?"
)

YEAR = 12
_STEPS = (1, 2, 3, 4, 6, YEAR)
"""Months of the parts that a year is told in; nine months are told once in a year."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole months.

    `start` counts months since year 0 (2022-01 is 2022 * 12), `months` is the length. Periods are
    ordered by their start, then by their end.
    """

    start: int
    months: int

    def __post_init__(self) -> None:
        if self.months < 1 or self.start < 12:
            raise ValueError(f"no period: {self.months} months from month {self.start}")

    @classmethod
    def year_of(cls, year: int) -> Self:
        """The calendar year `year`."""
        return cls(year * 12, 12)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """The first or second six months of `year`."""
        return cls(year * 12 + 6 * (half - 1), 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """The `quarter`-th three months of `year`."""
        return cls(year * 12 + 3 * (quarter - 1), 3)

    @classmethod
    def months_of(cls, year: int, first: int, last: int) -> Self:
        """The months `first` to `last` (1 to 12, both included) of `year`."""
        return cls(year * 12 + first - 1, last - first + 1)

    @classmethod
    def term(cls, first_year: int, last_year: int) -> Self:
        """A term such as 2020-2025: it ends where the next one, 2025-2030, begins."""
        return cls(first_year * 12, (last_year - first_year) * 12)

    @classmethod
    def parse(cls, notation: str) -> Self:
        """Read the notation of the module's docstring; anything else raises ValueError."""
        found = _NOTATION.fullmatch(notation)
        if not found:
            raise ValueError(f"not a period: {notation!r}")
        year = int(found["year"])
        if found["last_year"]:
            return cls.term(year, int(found["last_year"]))
        if found["half"]:
            return cls.half(year, int(found["half"]))
        if found["quarter"]:
            return cls.quarter(year, int(found["quarter"]))
        if found["nine"]:
            return cls.months_of(year, 1, 9)
        if found["month"]:
            return cls.months_of(year, int(found["month"]), int(found["last"] or found["month"]))
        return cls.year_of(year)

    @property
    def year(self) -> int:
        """The calendar year in which the period begins."""
        return self.start // 12

    @property
    def end(self) -> int:
        """The month after the last one, counted as `start` is."""
        return self.start + self.months

    @property
    def first_day(self) -> date:
        """The period's first day."""
        return date(self.year, self.start % 12 + 1, 1)

    @property
    def after(self) -> date:
        """The first day that no longer belongs to the period."""
        return date(self.end // 12, self.end % 12 + 1, 1)

    @property
    def kind(self) -> str:
        """How reports on a period of this length are called: `annual`, `half-year`, … `other`."""
        names = {12: "annual", 9: "nine-month", 6: "half-year", 3: "quarter"}
        return "term" if self.months > 12 else names.get(self.months, "other")

    def __str__(self) -> str:
        month = self.start % 12
        if self.months > 12:
            return f"{self.year}-{self.end // 12}"
        if self.months == 12 and month == 0:
            return f"{self.year}"
        if self.months == 6 and month % 6 == 0:
            return f"{self.year}-H{month // 6 + 1}"
        if self.months == 3 and month % 3 == 0:
            return f"{self.year}-Q{month // 3 + 1}"
        if self.months == 9 and month == 0:
            return f"{self.year}-9M"
        if self.months == 1:
            return f"{self.year}-M{month + 1:02}"
        return f"{self.year}-M{month + 1:02}..M{month + self.months:02}"

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def contains(self, other: "Period") -> bool:
        """Does `other` lie inside this period?"""
        return self.start <= other.start and other.end <= self.end

    def successor(self) -> "Period":
        """The period that follows with its own length.

        A part of a year whose like would run over the year's end is followed by the rest of the
        year: nine months by the fourth quarter.
        """
        months = self.months
        left = (12 - self.end % 12) % 12
        if months < 12 and 0 < left < months:
            months = left
        return Period(self.end, months)


def missing(covered: Sequence[Period]) -> tuple[Period, ...]:
    """The periods between the first and the last of a body's, given in order, that these do not
    cover, in steps of their usual length: one quarter by itself among years makes no quarter
    missing.
    """
    if not covered:
        return ()
    usual = _usual_length(covered)
    step = usual if usual > YEAR else next(size for size in _STEPS if size >= usual)
    anchor = next(period.start for period in covered if period.months == usual)
    end = covered[0].end if step > YEAR else told_until(covered[0])
    told = {month for period in covered for month in range(period.start, told_until(period))}
    found = []
    for start in range(end + (anchor % step - end) % step, covered[-1].start - step + 1, step):
        expected = Period(start, step)
        whole = told.issuperset(range(start, expected.end)) and step <= YEAR
        if not whole and not any(p.months == usual and expected.contains(p) for p in covered):
            found.append(expected)
    return tuple(found)


def _usual_length(covered: Sequence[Period]) -> int:
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
