"""Who meets to sum up: the body named right before the word that says so."""

import re
from collections.abc import Iterator

from archive.reading.organ import Organ
from archive.reading.organs import find_organs
from archive.reading.page import Page
from archive.reading.places import place_at

# What may stand between a body and what it does: who it is, when, and that it met for it.
APPOSITION = r"(?:,? ?\([^()\n]{1,90}\)| [-–—] [^.;\n]{2,120}? [-–—]|, [^.;:\n]{2,90}?(?=,))?"
_MET = re.compile(
    APPOSITION + r"(?: (?:thuộc|gồm) [^.;,\n]{3,90}?)?"
    r",? ?(?:(?:vào )?(?:sáng|chiều|tối|ngày|hôm)[^.;:,\n]{1,24},? )?"
    # What else the body did there, told first: "sơ lược lại một năm bão lũ, tổng kết …".
    r"(?:(?:đã |vừa |cùng )?(?:sơ lược|nhìn lại|điểm lại|điểm qua|rà soát|đánh giá|biểu dương"
    r"|tuyên dương|khen thưởng|trao thưởng|gặp mặt|báo công|ghi lại|kể lại"
    r"|ôn lại)\b[^.;:\n]{2,90}?(?:,| và) )?"
    r"(?:(?:đã|vừa|cũng|cùng|cùng nhau|được|họp|họp mặt|gặp mặt|ngồi lại|tổ chức|tiến hành"
    r"|dành thời gian|để|long trọng|chính thức|trực tuyến|toàn thể|hội nghị|lễ|buổi|và|cơ quan"
    r"|nội bộ|thường kỳ|định kỳ) ){0,6}"
)
# "Huyện ủy Phong Thổ, tỉnh Lai Châu tổng kết": whose district it is needs no second comma.
_AREA = re.compile(r",? (?:huyện|quận|thị xã|thành phố|tp\.?|tỉnh|đặc khu)(?!\w)")
_WORD = re.compile(r" ?[^\W_]+")
_WORDS = 4
_OPENS = re.compile(
    r"[,):–—-] ?(?:(?:tập thể|lãnh đạo|ban lãnh đạo|toàn thể|cán bộ|thường trực|ban thường vụ) )*$"
)
# What others are told to look at, or is looked at elsewhere, is no conference of its own.
_ASKED = re.compile(
    r"yêu cầu|đề nghị|giao|kiểm tra (?!tỉnh|thành|huyện|trung|quận)|làm việc|chỉ đạo|giám sát"
    r"|sẽ\b|đoàn công tác"
)
_NEAR = 260
_BEFORE = 60


def meets(folded: str, end: int, word: int) -> bool:
    """Is what stands at `word` done by the body whose name ends at `end`?"""
    if word - end > _NEAR:
        return False
    return any(_MET.fullmatch(folded, at, word) for at in (end, *_past_place(folded, end)))


def _past_place(folded: str, end: int) -> Iterator[int]:
    """Where the place that follows a body's name may end, "Quận ủy 7, TP.HCM"."""
    found = place_at(folded, end + 2) if folded.startswith(", ", end) else None
    if found:
        yield found[1]
    elif area := _AREA.match(folded, end):
        at = area.end()
        for _ in range(_WORDS):
            word = _WORD.match(folded, at)
            if word is None:
                return
            at = word.end()
            yield at


def host_before(page: Page, start: int, word: int) -> Organ | None:
    """The body that opens a clause, and does what stands at `word`; None where there is none.

    `start` is where the sentence begins.
    """
    folded = page.older
    begin = max(start, word - _NEAR)
    last = None
    for organ in find_organs(page.text, folded, begin, word):
        last = organ
    if last is None or not meets(folded, last.end, word):
        return None
    before = folded[max(start, last.start - _BEFORE) : last.start]
    if last.start - start < _BEFORE:
        before = "," + before.lstrip()  # the sentence itself opens a clause
    if not _OPENS.search(before) or _ASKED.search(folded, begin, last.start):
        return None
    return last
