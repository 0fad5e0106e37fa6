"""Days named in a text: `20:45' 13/1/2022`, `Chiều 4-7`, `ngày 11 tháng 01 năm 2022`, `hôm qua`.

A mention says what is written and no more: a day without a year keeps its year open until the
times of the whole report are weighed together.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from archive.reading.digits import Digits

FIRST_PAGES = 1995
"""The year of the first news pages: a day before it is one of history."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "một giêng january jan",
            "hai february feb",
            "ba march mar",
            "tư april apr",
            "năm may",
            "sáu june jun",
            "bảy bẩy july jul",
            "tám august aug",
            "chín september sept sep",
            "mười october oct",
            "mười-một november nov",
            "mười-hai chạp december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WORD = (  # "9 tháng năm 2023" is nine months
    r"mười\s+một|mười\s+hai|một|giêng|hai|ba|tư|năm(?! (?:19|20)\d\d)|sáu"
    r"|bảy|bẩy|tám|chín|mười|chạp"
)
_ENGLISH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
# A hyphen, an en dash or "và" joins the days of one stretch: 12-13/8, 12 và 13/8/2020.
# The order of the groups is relied on.
_DAY = re.compile(
    r"(?:(?P<iso>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?:(?P<from>\d{1,2})(?: ?[-–] ?| và (?:ngày )?| đến (?:ngày )?|, ?))?"
    r"(?P<day>\d{1,2})(?:"
    r" ?(?P<mark>[/.\-–]) ?(?P<month>\d{1,2})(?: ?(?P=mark) ?(?P<year>\d{4}|\d\d(?![\d:h])))?"
    rf"| tháng (?P<long_month>\d{{1,2}}|{_WORD})"
    r"(?:(?:,? năm |, ?| ?[/\-.] ?| (?=\d{4}(?: \d|[\n,|-]|$)))(?P<long_year>\d{4}))?"
    rf"| (?P<en_month>{_ENGLISH}),? (?P<en_year>\d{{4}})"
    r"))(?!\d|[.,/\-]\d|%)"
)
# What may stand right behind a day's figures: most numbers are asked no more.
_MONTHS_BEGIN = "|".join(month[:3] for month in _ENGLISH.split("|"))
_SIGNS = "|".join(
    [
        *(rf"{sign} ?(?:0?[1-9]|1[0-2])(?![\d%])" for sign in ("/", r"\.")),
        *(rf"{sign} ?\d{{1,2}}(?!\d)" for sign in "-–"),
    ]
)
_GOES_ON = re.compile(
    rf" (?:tháng (?:\d|{_WORD})|(?:và|đến) (?:ngày )?\d|{_MONTHS_BEGIN}|{_SIGNS})"
    rf"|{_SIGNS}|, ?\d{{1,2}}(?:\d\d)?(?![\d%])"
)
# The order of other languages, which some sites keep: "Tháng Bảy 19, 2024", "July 19, 2024".
_DAY_LAST = re.compile(r"(?P<day>\d{1,2}), ?(?P<year>\d{4})(?!\d)")
_MONTH_FIRST = re.compile(rf"(?<!\w)(?:tháng (?P<month>\d{{1,2}}|{_WORD})|(?P<en>{_ENGLISH})\.?) $")
_PARTS = ("sáng", "trưa", "chiều", "tối", "hôm")
_PART = re.compile(r"(?<!\w)(?:sáng|trưa|chiều|tối|ngày hôm|hôm) $")
_CUE = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|nay|qua|mùng|mồng"
    r"|(?:thứ \w+|chủ nhật)(?: tuần (?:trước|này|qua|rồi))?"
    r"|ngày (?:họp|khai mạc|diễn ra|làm việc)(?: [^\W\d_]+){0,2})[\s,(:\-–]*$"
)
_ASIDE = 80
_BRACKET = re.compile(r"\((?:[^()\n]*, )?$")  # "(hội trường A, 16/1)"
# A day that belongs to a document (number, symbol, then the day of issue) is not the conference's.
# Written out head by head: engines skip to the letters that alternatives begin with.
_SYMBOL = "|".join(rf"{sign}[a-zđ]{{2,}}[0-9]*" for sign in ("/", "-"))
_NUMBER = "|".join(
    rf"{word} *\d{{1,4}}[^\s,]{{0,12}}"
    for word in ("số", "quy định", "chỉ thị", "kết luận", "kế hoạch", "hướng dẫn")
)
_OF_DOCUMENT = re.compile(rf"(?:{_SYMBOL}|{_NUMBER})\)?,? *(?:ra +)?(?:ngày *)?\(?$")
_WEEKDAY = re.compile(r"(?:\bthứ |\bt)$")
_INSIDE = frozenset("/.,:-–")
_MOST_DIGITS = 2  # of a day that opens a date; a year opens it only as in 2022-01-31
_YEAR = 4
_MOST_AGO = 40  # days told by one of these words: more than any report has
_AGO = {" nay": 0, " qua": 1, " kia": 2}


class Day(NamedTuple):
    """One day as written: `year` is None where it is not told.

    `ago` is the distance in days from the day of writing for "hôm nay", "hôm qua"; then day and
    month are 0. `last` is the last day of a stretch of days of one month.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    ago: int | None = None
    last: int | None = None

    def on(self, year: int) -> date | None:
        """The date in `year`, None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def seen_from(self, today: date | None) -> date | None:
        """The date itself where the text tells it, or tells it from `today`."""
        if self.ago is not None:
            return today - timedelta(days=self.ago) if today else None
        return self.on(self.year) if self.year else None

    def nearest(self, target: date) -> date | None:
        """The date in the year that puts it nearest to `target`."""
        days = [day for year in range(target.year - 1, target.year + 2) if (day := self.on(year))]
        return min(days, key=lambda day: abs((day - target).days), default=None)

    def latest(self, today: date) -> date | None:
        """The last such day that is not after `today`."""
        days = [self.on(year) for year in range(today.year - 4, today.year + 1)]
        return max((day for day in days if day and day <= today), default=None)


class Days:
    """The days named in lower-case `folded`: where one may stand is found once for all who ask.

    A day without a year counts only after a word that says it is one ("ngày", "sáng", a bracket
    after "hôm nay"): "5/18 đề án" is no day. A document's day of issue is left out.
    """

    def __init__(self, folded: str, digits: Digits | None = None) -> None:
        self._folded = folded
        self._places = _figures(folded, digits or Digits(folded))

    def between(self, start: int, end: int) -> list[Day]:
        """The days named from `start` to `end`, in text order."""
        found = self._written(start, end)
        if self._ago and (ago := self._past(start, end)):
            found = sorted([*found, *ago], key=attrgetter("start"))
        return found and [day for day in found if _is_one(day, self._folded, start)]

    def full(self, start: int, end: int) -> list[Day]:
        """Those of the days from `start` to `end` that are told with their year."""
        if not self.may_be_full(start, end):
            return []
        found = self._written(start, end)
        return [day for day in found if day.year and _is_one(day, self._folded, start)]

    def may_be_full(self, start: int, end: int) -> bool:
        """Could there be a day in figures between `start` and `end`?"""
        places = self._places
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end

    def may_be(self, start: int, end: int) -> bool:
        """Could there be a day between `start` and `end`?"""
        return self.may_be_full(start, end) or bool(self._ago and self._past(start, end))

    def _written(self, start: int, end: int) -> list[Day]:
        first = bisect_left(self._places, start)
        places = self._places[first : bisect_left(self._places, end, first)]
        return _written(self._folded, start, end, places) if places else []

    def _past(self, start: int, end: int) -> list[Day]:
        return [day for day in self._ago if start <= day.start and day.end <= end]

    @cached_property
    def _ago(self) -> list[Day]:
        """The days told by how long ago they were."""
        found = (islice(_relative(self._folded, *one), _MOST_AGO) for one in _AGO.items())
        return sorted(chain.from_iterable(found), key=attrgetter("start"))


def _is_one(mention: Day, folded: str, start: int) -> bool:
    """Is it a day, and not a document's, by the words before it?"""
    begin = mention.start - 40
    if begin < start:
        begin = start
    before = folded[begin : mention.start]
    if mention.year is None and mention.ago is None and not _CUE.search(before):
        # "Hội nghị … (21.7)": no share of a whole is more than all of it.
        closed = folded.startswith(")", mention.end) and mention.day > mention.month
        if not (closed and _BRACKET.search(folded, mention.start - _ASIDE, mention.start)):
            return False
    return not _OF_DOCUMENT.search(before)


def _figures(folded: str, digits: Digits) -> list[int]:
    """Where those of the `digits` begin that a day may begin with."""
    return [
        at
        for at, stop in digits.runs
        if (stop - at <= _MOST_DIGITS or (stop - at == _YEAR and folded.startswith("-", stop)))
        and _GOES_ON.match(folded, stop)
    ]


def _written(folded: str, start: int, end: int, places: list[int]) -> list[Day]:
    """The days written in figures; of `places` one inside another number begins none."""
    days: list[Day] = []
    done = start
    for at in places:
        if at < done or (at > start and folded[at - 1] in _INSIDE and not _parted(folded, at)):
            continue
        found = _DAY.match(folded, at, end)
        mention = _mention(found) if found else _month_first(folded, at, start, end)
        # "Thứ 2, 05/12/2022" is one day, no stretch.
        if mention and not _is_weekday(folded, start, at):
            done = mention.end
            days.append(mention)
    return days


def _parted(folded: str, at: int) -> bool:
    """Is the sign before `at` a dash behind a word, as in "admin -07/08/2023"?"""
    return folded[at - 1] in "-–" and folded[at - 2] == " " and folded[at - 3].isalpha()


def _is_weekday(folded: str, start: int, at: int) -> bool:
    ends = folded.endswith(("thứ ", "t"), start, at)
    return ends and _WEEKDAY.search(folded, max(start, at - 5), at) is not None


def _month_first(folded: str, at: int, start: int, end: int) -> Day | None:
    day = _DAY_LAST.match(folded, at, end)
    month = _MONTH_FIRST.search(folded, max(start, at - 16), at) if day else None
    if day is None or month is None:
        return None
    number = _month(month["month"] or month["en"])
    return _checked(month.start(), day.end(), int(day["day"]), number, int(day["year"]))


def _relative(folded: str, word: str, ago: int) -> Iterator[Day]:
    """The days told by how long ago they were, with `word`: "sáng nay", "hôm qua"."""
    at = folded.find(word)
    while at >= 0:
        stop = at + len(word)
        if not folded[stop : stop + 1].isalnum():
            tells = folded.endswith(_PARTS, 0, at)
            if tells and (part := _PART.search(folded, at - 9, at + 1)):
                yield Day(part.start(), stop, 0, 0, ago=ago)
        at = folded.find(word, stop)


def _mention(found: re.Match[str]) -> Day | None:
    """The day of one match; None where the figures cannot be one."""
    iso, iso_month, iso_day, first, last, _, *months = found.groups()
    month, year, long_month, long_year, en_month, en_year = months
    year = iso or year or long_year or en_year
    number = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    month = _month(iso_month or month or long_month or en_month)
    day = int(iso_day or first or last)
    stretch = int(last) if first else None
    return _checked(found.start(), found.end(), day, month, number, stretch)


def _checked(
    start: int, end: int, day: int, month: int, year: int | None, last: int | None = None
) -> Day | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and (year is None or 1900 <= year <= 2100)):
        return None
    return Day(start, end, day, month, year, None, last)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS["-".join(text.split())]
