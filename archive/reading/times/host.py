"""Who meets to sum up: the body named right before the word that says so."""

import re

from archive.reading.organs import Organ, find_organs
from archive.reading.page import Page

# What may stand between a body and what it does: who it is, when, and that it met for it.
APPOSITION = r"(?:,? ?\([^()\n]{1,90}\)| [-–—] [^.;\n]{2,120}? [-–—]|, [^.;:\n]{2,90}?(?=,))?"
_MET = re.compile(
    APPOSITION + r"(?: (?:thuộc|gồm) [^.;,\n]{3,90}?)?"
    r",? ?(?:(?:vào )?(?:sáng|chiều|tối|ngày|hôm)[^.;:,\n]{1,24},? )?"
    r"(?:(?:đã|vừa|cũng|cùng|cùng nhau|được|họp|họp mặt|gặp mặt|ngồi lại|tổ chức|tiến hành"
    r"|dành thời gian|để|long trọng|chính thức|trực tuyến|toàn thể|hội nghị|lễ|buổi|và) ){0,6}"
)
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
    return word - end <= _NEAR and bool(_MET.fullmatch(folded, end, word))


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
