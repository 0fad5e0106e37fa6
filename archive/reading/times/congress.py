"""A congress, which looks back on the term that ends and sets the work of the one it opens:
"Đại hội đại biểu Hội Luật gia tỉnh … nhiệm kỳ 2019 - 2024".
"""

import re
from functools import lru_cache

from archive.reading.page import Line, Page
from archive.reading.times.conference import Naming, find_namings, lead
from archive.reading.times.periods import Mention, find_periods
from archive.reading.times.sentences import sentences

CONGRESS = "đại hội"
_LINES = 4
_HELD = re.compile(
    r"(?:tổ chức|khai mạc|bế mạc|diễn ra|tiến hành|kết thúc|họp)"
    r"(?: (?!hội nghị|nhiệm kỳ|tổng kết|các)[^\s.;]+){0,14} đại hội"
    r"(?! (?:đảng )?(?:bộ )?(?:các|cấp))"
    r"|đại hội(?:tp\.|[^.;\n]){0,140}? (?:khai mạc|bế mạc|diễn ra|được tổ chức|đã tổ chức|kết thúc"
    r"|thành công)"
)
_OF_PARTY = re.compile(
    r"đại hội (?:đại biểu )?(?:lần thứ \w{1,8} )?đảng bộ (?!các|cấp|cơ sở|trực thuộc)"
)
_DAY = re.compile(r"(?:sáng|chiều|tối|ngày|hôm (?:nay|qua)|vừa)(?!\w)")
# Somebody else's congress, or one that is yet to come.
_NOT_THIS = re.compile(
    r"(?:sẽ|chuẩn bị|tiến tới|hướng tới|chào mừng|sắp|dự kiến|kế hoạch|góp ý|nghị quyết|văn kiện"
    r"|về dự|đi dự|chậm nhất|xong|hoàn thành|(?:tổng|sơ) kết công tác|rút kinh nghiệm)"
    r"\b[^.;\n]{0,60}$|(?:trước|sau)(?: khi)? $"
)
_LOOKS_BACK = re.compile(
    r"báo cáo (?:chính trị|tổng kết|kết quả|kiểm điểm|của ban chấp hành)|tổng kết|đánh giá kết quả"
    r"|nhiệm kỳ (?:vừa )?qua|phương hướng"
)
_GAP = 13  # months that may lie between two terms


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_congress(page: Page) -> Naming | None:
    """The congress that the lead reports with the term it opens; None where there is none."""
    held = None if any(map(_of_a_year, find_namings(page))) else _held(page)
    if held is None:
        return None
    opened = _opened(page)
    if opened is None or opened.term is None:
        # The Party's own is known by whose it is.
        return Naming(CONGRESS, *held, 1) if _OF_PARTY.search(page.folded, *held) else None
    return Naming(CONGRESS, *held, 1, _closed(page, opened), opened) if _looks_back(page) else None


def _of_a_year(naming: Naming) -> bool:
    """Is it surely another conference, on the work of less than a term?"""
    told = naming.reviewed or naming.planned
    return naming.strength == 2 and bool(told and not told.term)


def _held(page: Page) -> tuple[int, int] | None:
    """The sentence of the lead that says that a congress met."""
    for line in _first(page):
        if line.role == "title" or page.folded.find(CONGRESS, line.start, line.end) < 0:
            continue
        for start, end in sentences(page, line):
            if _DAY.search(page.folded, start, end) and any(
                _is_this(page.folded, start, found)
                for found in _HELD.finditer(page.folded, start, end)
            ):
                return start, end
    return None


def _is_this(folded: str, start: int, found: re.Match[str]) -> bool:
    """Is the congress that is said to meet the one the sentence from `start` on reports?"""
    at = folded.rfind(CONGRESS, found.start(), found.end())
    at = found.start() if folded.startswith(CONGRESS, found.start()) else at
    return not _NOT_THIS.search(folded, max(start, at - 80), at)


def _first(page: Page) -> tuple[Line, ...]:
    return lead(page)[:_LINES]


def _opened(page: Page) -> Mention | None:
    """The latest term that the lead names with the congress."""
    told = [
        (mention.term, mention)
        for line in _first(page)
        for start, end in sentences(page, line)
        if page.folded.find(CONGRESS, start, end) >= 0
        for mention in find_periods(page.folded, start, end)
        if mention.term and mention.named
    ]
    return max(told, key=lambda one: one[0].start, default=(None, None))[1]


def _closed(page: Page, opened: Mention) -> Mention | None:
    """The term that ended where the one `opened` begins, as the article tells it."""
    begins = opened.term.start if opened.term else 0
    for line in page.body:
        for mention in find_periods(page.folded, line.start, line.end):
            term = mention.term if mention.named else None
            if term and term.start < begins and 0 <= begins - term.end <= _GAP:
                return mention
    return None


def _looks_back(page: Page) -> bool:
    return any(_LOOKS_BACK.search(page.folded, line.start, line.end) for line in page.body)
