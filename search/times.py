"""The periods that a query names: `quý I/2024`, `6 tháng đầu năm 2023`, `năm 2022`.

A query is read without its marks, and what is asked is told in full: a year stands in it. The
reader of reports (`archive.reading.times`) knows far more ways of telling a period, and takes its
time for them.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from archive import vietnamese
from archive.period import Period

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot"), start=1
    )
} | {"tu": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_OF = r"(?:,?\s(?:cua\s)?nam\s|\s?[/-]\s?|,?\s)"
_TIME = re.compile(
    r"(?<![\w:/.-])(?:"
    rf"(?:nhiem\sk[yi]\s)?{_YEAR.format('first')}\s?[-–]\s?{_YEAR.format('last')}"
    rf"|(?:qu[yi]\s|q)(?P<quarter>iii|ii|iv|i|[1-4]|mot|hai|ba|tu){_OF}{_YEAR.format('quarter_year')}"
    r"|(?:(?P<count>1[01]|0?[2-9]|hai|ba|bon|nam|sau|bay|tam|chin|muoi\smot|muoi)\sthang|nua)"
    rf"(?:\snam)?(?:\s(?P<side>dau|cuoi))?(?:\snam)?{_OF}{_YEAR.format('months_year')}"
    rf"|thang\s(?P<month>1[0-2]|0?[1-9]){_OF}{_YEAR.format('month_year')}"
    rf"|(?:nam\s)?{_YEAR.format('year')}"
    r")(?!\w|[/.-]\w)"
)
_DONE = re.compile(r"(?:tong\sket|so\sket|ket\squa|danh\sgia|kiem\sdiem)(?:\s\w{1,8}){0,6}\s$")
_TO_DO = re.compile(
    r"(?:nhiem\svu|ke\shoach|phuong\shuong|chuong\strinh|trien\skhai)"
    r"(?:\s(?:cong\stac|trong\stam|hoat\sdong|trong|cua|cho|ca))*\s$"
)
_BEFORE = 60  # letters before a period that may say which side of it is asked
_LONGEST = 10_000  # letters of what is typed or pasted that are looked at


class Asked(NamedTuple):
    """A period named from `start` to `end`: what was `reviewed` for it or `planned` is asked, or
    whatever there is. What says that it is planned begins at `lead`.
    """

    start: int
    end: int
    period: Period
    lead: int
    side: Literal["reviewed", "planned"] | None = None


def asked(text: str) -> Iterator[Asked]:
    """The periods that NFC `text` names outside quotation marks and fields, in text order."""
    bare = re.sub(r'"[^"]*"?', lambda quoted: " " * len(quoted[0]), vietnamese.bare(text))
    last = 0
    for found in _TIME.finditer(bare[:_LONGEST]):
        if period := _period(found):
            start, end = found.span()
            opening = max(last, start - _BEFORE)
            before, last = bare[opening:start], end
            if _DONE.search(before):
                yield Asked(start, end, period, start, "reviewed")
            elif to_do := _TO_DO.search(before):
                yield Asked(start, end, period, opening + to_do.start(), "planned")
            else:
                yield Asked(start, end, period, start)


def _period(found: re.Match[str]) -> Period | None:
    if found["first"]:
        first, last = int(found["first"]), int(found["last"])
        return Period.term(first, last) if 0 < last - first <= 12 else None
    if found["quarter"]:
        return Period.quarter(int(found["quarter_year"]), _number(found["quarter"]))
    if found["months_year"]:
        count, year = _number(found["count"] or "6"), int(found["months_year"])
        first = 13 - count if found["side"] == "cuoi" else 1
        return Period.months_of(year, first, first + count - 1)
    if found["month"]:
        return Period.months_of(int(found["month_year"]), int(found["month"]), int(found["month"]))
    return Period.year_of(int(found["year"]))


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written]
