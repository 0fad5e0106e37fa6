"""Periods, kinds and levels as people type them, with marks or without: `quý I/2024`,
`6 tháng đầu năm 2023`, `năm 2022`, `cả năm`, `tỉnh`.

What is typed is told in full: a year stands in it. The reader of reports (`archive.reading.times`)
knows far more ways of telling a period, and takes its time for them.
"""

import re

from archive.period import Period
from archive.vietnamese import bare, nfc

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot"), start=1
    )
} | {"tu": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_OF = r"(?:,?\s(?:cua\s)?nam\s|\s?[/-]\s?|,?\s)"
PERIOD = re.compile(
    r"(?<![\w:/.-])(?:"
    rf"(?:nhiem\sk[yi]\s)?{_YEAR.format('first')}\s?[-–]\s?{_YEAR.format('last')}"
    rf"|(?:qu[yi]\s|q)(?P<quarter>iii|ii|iv|i|[1-4]|mot|hai|ba|tu){_OF}{_YEAR.format('quarter_year')}"
    r"|(?:(?P<count>1[01]|0?[2-9]|hai|ba|bon|nam|sau|bay|tam|chin|muoi\smot|muoi)\sthang|nua)"
    rf"(?:\snam)?(?:\s(?P<side>dau|cuoi))?(?:\snam)?{_OF}{_YEAR.format('months_year')}"
    rf"|thang\s(?P<month>1[0-2]|0?[1-9]){_OF}{_YEAR.format('month_year')}"
    rf"|(?:nam\s)?{_YEAR.format('year')}"
    r")(?!\w|[/.-]\w)"
)
"""A period in bare lower-case letters; `period_found` tells which."""

KINDS = {
    "annual": "annual",
    "nam": "annual",
    "ca nam": "annual",
    "tong ket nam": "annual",
    "half-year": "half-year",
    "6 thang": "half-year",
    "sau thang": "half-year",
    "quarter": "quarter",
    "quy": "quarter",
    "nine-month": "nine-month",
    "9 thang": "nine-month",
    "chin thang": "nine-month",
    "term": "term",
    "nhiem ky": "term",
    "other": "other",
    "khac": "other",
    "ky khac": "other",
    "none": "none",
    "khong": "none",
    "khong phai tong ket": "none",
}
"""What may be typed for a kind, in bare form, and the kind it means."""

LEVELS = {
    "central": "central",
    "trung uong": "central",
    "cluster": "cluster",
    "emulation cluster": "cluster",
    "cum": "cluster",
    "cum thi dua": "cluster",
    "province": "province",
    "tinh": "province",
    "district": "district",
    "huyen": "district",
    "other": "other",
    "khac": "other",
}
"""What may be typed for a level, in bare form, and the level it means."""


def period(typed: str) -> Period:
    """The period in its notation, in any case, or in words; anything else raises ValueError."""
    told = " ".join(nfc(typed).split())
    try:
        return Period.parse(told.upper())
    except ValueError:
        found = PERIOD.fullmatch(bare(told).removeprefix("ca nam ")) if told else None
        named = found and period_found(found)
        if not named:
            raise
        return named


def choice(typed: str, names: dict[str, str]) -> str:
    """What `typed` means among `names` (KINDS or LEVELS), in any case, with marks or without;
    raises ValueError.
    """
    try:
        return names[" ".join(bare(nfc(typed)).split())]
    except KeyError:
        raise ValueError(typed) from None


def period_found(found: re.Match[str]) -> Period | None:
    """The period of a match of `PERIOD`; None for a term that is none."""
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
