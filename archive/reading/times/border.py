"""A period that is over and the one that follows it, told side by side on a day between the two:
"… khép lại năm 2021 và bàn phần việc của năm 2022", told in January 2022.

Whatever the words are, a Party body met to sum up the one and to set the work of the other.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise

from archive.reading.page import Line, Page
from archive.reading.page.stamps import find_stamps
from archive.reading.times.conference import Naming, captions, lead
from archive.reading.times.held import Held, find_held
from archive.reading.times.neighbours import follows, told_apart
from archive.reading.times.periods import SOME_YEAR, Mention
from archive.reading.times.planned import is_cued
from archive.reading.times.sentences import Dated, dated

_LINES = 6
_FIRST = 4
_OPENING = 80
_ENOUGH = 24
_EARLY, _LATE = 2, 3  # months before and after the border in which people meet
# How the country fares, and what its assemblies hear of that.
_ECONOMY = re.compile(r"kinh tế|kt-xh|xã hội|ngân sách|thị trường|quốc hội|hội đồng nhân dân")
_PARTY = re.compile(
    r"đảng (?:uỷ|bộ|đoàn)|chi bộ|(?:tỉnh|thành|huyện|quận|thị) uỷ|uỷ ban kiểm tra"
    r"|hội đồng lý luận|(?:ban|ngành|khối|cụm) (?:tổ chức|tuyên giáo|dân vận|nội chính|thi đua)"
    r"|luật gia|khối (?:các )?cơ quan|ban chấp hành|chống tham nhũng|mặt trận|mttq"
)
# What is told of, or informed about, beside a body's own work; what compares.
_OTHERWISE = ("kinh tế", "giải", "thông tin", "so với", "cùng kỳ", "từ ", "ngân sách")
_CONFERENCE = re.compile(
    r"hội nghị(?! báo cáo viên)|giao ban|(?:phiên|cuộc|buổi) họp|họp (?:phiên|lệ|thường)"
)
# What a clause opens with: "hội nghị đánh giá: năm 2015, Đảng ủy …".
_CLAUSE = re.compile(r"[:;,–] (?:(?:trong|qua|sang|bước sang) )?$")
_MET = re.compile(r"hội nghị|họp|ngồi lại|gặp|buổi|phiên|hội trường|đại biểu|chủ trì")


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_border(page: Page) -> Naming | None:
    """The two periods that the lead of a report on a Party body tells so; None without them."""
    return _in_one_sentence(page) or _in_two(page)


def find_beside(page: Page) -> list[Held]:
    """The days that the sentence with the two periods tells."""
    border = find_border(page)
    days = page.days.between(border.start, border.end) if border else []
    return [Held(day, 5, named=True) for day in days]


def _in_one_sentence(page: Page) -> Naming | None:
    for line in lead(page)[:_LINES]:
        for sentence in dated(page, line):
            for past, coming in pairwise(sentence.periods):
                if (
                    follows(past, coming)
                    and told_apart(page.folded, past, coming)
                    and not _ECONOMY.search(page.folded, sentence.start, coming.start)
                    and _is_between(page, sentence, past, coming)
                    and _meets(page, line, sentence)
                ):
                    return Naming("hội nghị", *sentence[:2], 1, past, coming)
    return None


def _in_two(page: Page) -> Naming | None:
    """The one in a sentence, the other in a later one, where the lead tells of a Party body's
    conference.
    """
    lines = lead(page)
    shown = (*lines[:_FIRST], *captions(page))
    if not (
        any(_CONFERENCE.search(page.folded, one.start, one.end) for one in shown)
        and any(_PARTY.search(page.older, one.start, one.end) for one in lines)
    ):
        return None
    told = [
        (sentence, mention)
        for line in lines
        if line.role == "text"
        for sentence in dated(page, line)
        for mention in sentence.periods
        if mention.months > 1 and _opens(page.folded, sentence, mention)
    ]
    for (first, one), (later, other) in combinations(told[:_ENOUGH], 2):
        if "\n" not in page.text[first.start : later.start]:
            continue
        if follows(one, other) and _is_between(page, first, one, other):
            return Naming("hội nghị", *first[:2], 1, one, other)
        before = page.folded[first.start : one.start]
        # "Hội nghị ra nghị quyết lãnh đạo năm 2022", and below it "Năm 2021, …"
        ahead = follows(other, one) and is_cued(page.folded, before, one)
        if ahead and _is_between(page, first, other, one):
            return Naming("hội nghị", *first[:2], 1, other, one)
    return None


def _opens(folded: str, sentence: Dated, mention: Mention) -> bool:
    """Does a clause open with the period, with nothing else told of it than what was or will be
    done?
    """
    before = folded[sentence.start : mention.start]
    if any(map(before.__contains__, _OTHERWISE)):
        return False
    return len(before) <= _OPENING or _CLAUSE.search(before) is not None


def _is_between(page: Page, sentence: Dated, past: Mention, coming: Mention) -> bool:
    """Was the article written where the two meet, or where no day is told, do people meet?"""
    border = coming.of(coming.year or past.year or SOME_YEAR).start
    days = list(_days(page, sentence))
    if not days:
        lines = (*lead(page)[:_LINES], *captions(page))
        return any(_MET.search(page.folded, line.start, line.end) for line in lines)
    yearless = not (coming.year or past.year)
    for year, month in days:
        if year is None or yearless:
            if (month - 1 - border + _EARLY) % 12 <= _EARLY + _LATE:
                return True
        elif -_EARLY <= year * 12 + month - 1 - border <= _LATE:
            return True
    return False


def _days(page: Page, sentence: Dated) -> Iterator[tuple[int | None, int]]:
    """The years and months of the page's dates, of the days on which something was held, and of
    those that the sentence tells.
    """
    stamps = find_stamps(page)
    for stamp in (stamps.published, stamps.clock):
        if stamp:
            yield stamp.value.year, stamp.value.month
    held = [one.day for one in find_held(page)]
    for day in (*held, *page.days.between(sentence.start, sentence.end)):
        if day.month:
            yield day.year, day.month


def _meets(page: Page, line: Line, sentence: Dated) -> bool:
    """Do the sentence and what its line tells before it speak of a Party body, and of a day or of
    people who came together?
    """
    where = line.start, sentence.end
    return _PARTY.search(page.older, *where) is not None and (
        _MET.search(page.folded, *where) is not None
        or bool(page.days.between(sentence.start, sentence.end))
    )
