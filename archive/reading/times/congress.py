"""A congress, which looks back on the term that ends and sets the work of the one it opens:
"Đại hội đại biểu Hội Luật gia tỉnh … nhiệm kỳ 2019 - 2024".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from archive.period import Period
from archive.reading.page import Line, Page
from archive.reading.times.conference import ON_A_DAY, Naming, find_namings, lead
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
    r"|\d đại biểu(?:[^.;\n]|\.\d){0,90}? dự"
    r" (?:phiên (?:chính thức|khai mạc|trù bị) )?(?:của )?đại hội"
    r"|đại hội(?:tp\.|[^.;\n]){0,140}? (?:khai mạc|bế mạc|diễn ra|được tổ chức|đã tổ chức|kết thúc"
    r"|thành công)"
    r"|đại hội(?:tp\.|[^.;\n]){0,140}?, tổ chức (?:tại|ở|vào|ngày|sáng|chiều|trong)(?!\w)"
)
_OF_PARTY = re.compile(
    r"đại hội (?:đại biểu )?(?:lần thứ \w{1,8} )?đảng bộ (?!các|cấp|cơ sở|trực thuộc)"
)
# Somebody else's congress, or one that is yet to come.
_NOT_THIS = re.compile(
    r"(?:sẽ|chuẩn bị|tiến tới|hướng tới|chào mừng|sắp|dự kiến|kế hoạch|góp ý|nghị quyết|văn kiện"
    r"|về dự|đi dự|chậm nhất|xong|hoàn thành|(?:tổng|sơ) kết công tác|rút kinh nghiệm)"
    r"\b[^.;\n]{0,60}$|(?:trước|sau)(?: khi)? $"
)
_LOOKS_BACK = re.compile(
    r"báo cáo (?:chính trị|tổng kết|kết quả|kiểm điểm|của ban chấp hành)|tổng kết|đánh giá kết quả"
    r"|nhiệm kỳ (?:vừa )?qua|phương hướng|nhiệm vụ (?:của )?nhiệm kỳ (?:mới|tới)"
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
    if opened is None or opened.term is None:
        # The Party's own is known by whose it is.
        of_party = _OF_PARTY.search(page.folded, *held)
        return Naming(CONGRESS, *held, 1, None, _aimed_at(page)) if of_party else None
    closed = _closed(page, opened.term)
    if closed is None and not _looks_back(page):
        return None
    if later := _elected_for(page, opened.term):
        return Naming(CONGRESS, *held, 1, opened, later)
    return Naming(CONGRESS, *held, 1, closed, opened)


def _of_a_year(naming: Naming) -> bool:
    """Is it surely another conference, on the work of less than a term?"""
    told = naming.reviewed or naming.planned
    return naming.strength == 2 and bool(told and not told.term)


def _held(page: Page) -> tuple[int, int] | None:
    """The sentence of the lead that says that a congress met."""
    lines = [one for one in _first(page) if page.folded.find(CONGRESS, one.start, one.end) >= 0]
    if any(_TO_COME.search(page.folded, line.start, line.end) for line in lines):
        return None
    for line in lines:
        if line.role == "title":
            continue
        for start, end in sentences(page, line):
            if ON_A_DAY.search(page.folded, start, end) and any(
                _is_this(page.folded, start, found)
                for found in _HELD.finditer(page.folded, start, end)
            ):
                return start, end
    return None


def _is_this(folded: str, start: int, found: re.Match[str]) -> bool:
    """Is the congress that is said to meet the one the sentence from `start` on reports?"""
    at = folded.rfind(CONGRESS, found.start(), found.end())
    counted = found[0][0].isdigit()  # so many delegates
    at = found.start() if counted or folded.startswith(CONGRESS, found.start()) else at
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


def _terms(page: Page) -> Iterator[tuple[Period, Mention, str]]:
    """The terms that the article names, each with its mention and the words before it."""
    for line in page.body:
        for mention in find_periods(page.folded, line.start, line.end):
            if mention.term and mention.named:
                before = page.folded[max(line.start, mention.start - _BEFORE) : mention.start]
                yield mention.term, mention, before


def _aimed_at(page: Page) -> Mention | None:
    """The term that the article tells aims of, where the congress is told with none."""
    return next((one for _, one, before in _terms(page) if _AIMS.search(before)), None)


def _elected_for(page: Page, told: Period) -> Mention | None:
    """The term that people were elected for, where it follows the one `told` with the congress: a
    congress of that name closes the term.
    """
    for term, mention, before in _terms(page):
        if 0 <= term.start - told.end <= _GAP and "được bầu" in before:
            return mention
    return None


def _closed(page: Page, opened: Period) -> Mention | None:
    """The term that ended where the one `opened` begins, as the article tells it."""
    for term, mention, _ in _terms(page):
        if term.start < opened.start and 0 <= opened.start - term.end <= _GAP:
            return mention
    return None


def _looks_back(page: Page) -> bool:
    return any(_LOOKS_BACK.search(page.folded, line.start, line.end) for line in page.body)
