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
    r"|(?:phát biểu|tham luận|trình bày|thảo luận|báo cáo)(?: chào mừng| chỉ đạo)? tại"
    r" (?:lễ |phiên )?(?:khai mạc |bế mạc )?đại hội"
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
# "Đại hội … lần thứ XIII": the term is told with the same number further down.
_NUMBER = re.compile(r"đại hội (?!đảng)[^.;:\n]{0,90}?lần thứ (?P<number>[\w]{1,6})(?!\w)")
# Who are told to be getting ready for it.
_TO_COME = re.compile(
    r"đại hội[^.;\n]{0,120} sẽ (?:được |chính thức )(?:tổ chức|diễn ra|khai mạc)"
    r"|trước (?:thềm|ngày (?:chính thức )?(?:diễn ra|khai mạc)) đại hội"
)
_AIMS = re.compile(r"(?:chỉ tiêu|mục tiêu|phương hướng|nhiệm vụ)[^.;:\n]{0,60}$")
# What the congress hears about is no term that it opens.
_OVER = re.compile(
    r"(?:báo cáo|kết quả|tổng kết|đánh giá|kiểm điểm)(?: (?!đại hội)[^\s.,;]+){0,8} $"
)
_BEFORE = 90
_NEAR, _BEHIND = 4, 40
_GAP = 13  # months that may lie between two terms


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_congress(page: Page) -> Naming | None:
    """The congress that the lead reports with the term it opens; None where there is none."""
    held = None if any(map(_of_a_year, find_namings(page))) else _held(page)
    if held is None:
        return None
    opened = _opened(page)
    if opened and (later := _elected_for(page, opened)):
        return Naming(CONGRESS, *held, 1, opened, later) if _looks_back(page) else None
    if opened is None or opened.term is None:
        # The Party's own is known by whose it is.
        of_party = _OF_PARTY.search(page.folded, *held)
        return Naming(CONGRESS, *held, 1, None, _aimed_at(page)) if of_party else None
    return Naming(CONGRESS, *held, 1, _closed(page, opened), opened) if _looks_back(page) else None


def _of_a_year(naming: Naming) -> bool:
    """Is it surely another conference, on the work of less than a term?"""
    told = naming.reviewed or naming.planned
    return naming.strength == 2 and bool(told and not told.term)


def _held(page: Page) -> tuple[int, int] | None:
    """The sentence of the lead that says that a congress met."""
    if any(_TO_COME.search(page.folded, line.start, line.end) for line in _first(page)):
        return None
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
    """The latest term that the lead names with the congress, else the article with its number."""
    told = [
        (mention.term, mention)
        for line in _first(page)
        for start, end in sentences(page, line)
        if page.folded.find(CONGRESS, start, end) >= 0
        for mention in find_periods(page.folded, start, end)
        if mention.term
        and mention.named
        and not _OVER.search(page.folded, max(start, mention.start - _BEFORE), mention.start)
    ]
    return max(told, key=lambda one: one[0].start)[1] if told else _by_number(page)


def _by_number(page: Page) -> Mention | None:
    """The term right behind the number that the lead gives the congress, wherever it is told."""
    told = [_NUMBER.search(page.folded, line.start, line.end) for line in _first(page)]
    number = next((found["number"] for found in told if found), None)
    if number is None:
        return None
    said = f"lần thứ {number}"
    for line in page.body:
        at = page.folded.find(said, line.start, line.end)
        while at >= 0:
            behind = at + len(said)
            for mention in find_periods(page.folded, behind, min(line.end, behind + _BEHIND)):
                if mention.term and mention.named and mention.start - behind < _NEAR:
                    return mention
            at = page.folded.find(said, behind, line.end)
    return None


def _aimed_at(page: Page) -> Mention | None:
    """The term that the article tells aims of, where the congress is told with none."""
    for line in page.body:
        for mention in find_periods(page.folded, line.start, line.end):
            before = page.folded[max(line.start, mention.start - _BEFORE) : mention.start]
            if mention.term and mention.named and _AIMS.search(before):
                return mention
    return None


def _elected_for(page: Page, told: Mention) -> Mention | None:
    """The term that people were elected for, where it follows the one `told` with the congress: a
    congress of that name closes the term.
    """
    ends = told.term.end if told.term else 0
    for line in page.body:
        for mention in find_periods(page.folded, line.start, line.end):
            before = page.folded[max(line.start, mention.start - _BEFORE) : mention.start]
            term = mention.term if mention.named else None
            if term and 0 <= term.start - ends <= _GAP and "được bầu" in before:
                return mention
    return None


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
