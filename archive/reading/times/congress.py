"""Congresses: "Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2020 - 2025" sums up the term
that is over and sets the tasks of the next.
"""

import re
from collections.abc import Iterator

from archive.reading.page import Page
from archive.reading.times.periods import Mention, find_periods

CONGRESS = "đại hội"
_REACH = 170
# Who prepares for a congress, recalls it, or carries out what it resolved has not met for it.
_NOT_HELD = re.compile(
    r"(?:chuẩn bị|hướng tới|tiến tới|chào mừng|trước(?: thềm)?|sau(?: khi)?|nghị quyết|văn kiện"
    r"|dự thảo"
    r"|phục vụ|kế hoạch|quán triệt|thành tích|đoàn đại biểu|đại biểu|dự|nhân sự|mừng|của|về|từ|theo"
    r"|thực hiện|triển khai|tuyên truyền|chỉ đạo|các|chỉ thị|tham mưu|giúp|trình|sẽ [^,;.]{0,30}"
    r"|công tác(?: tổ chức)?)(?: (?:tổ chức|thành công|cho|đi|các kỳ|các))* $"
)
_HELD = re.compile(
    r"tổ chức|diễn ra|khai mạc|bế mạc|tiến hành|kết thúc|thành công|long trọng|họp|bầu"
)
# "tổng kết công tác chỉ đạo, tổ chức đại hội …": how congresses went.
_ABOUT = re.compile(r"(?:tổng kết|sơ kết|rút kinh nghiệm) (?:công tác|việc)[^.;\n]{0,90}$")
_AHEAD = re.compile(r"sẽ |dự kiến|chuẩn bị|hướng tới|tiến tới")


def held(page: Page, start: int, end: int) -> tuple[int, Mention] | None:
    """Where the sentence from `start` to `end` names a congress that was held, and its term."""
    folded = page.folded
    at = folded.find(CONGRESS, start, end)
    while at >= 0:
        stop = min(end, at + _REACH)
        term = next((one for one in find_periods(folded, at, stop) if one.term), None)
        before = folded[max(start, at - 60) : at]
        if (
            term
            and not _NOT_HELD.search(before)
            and not _AHEAD.search(folded, start, at)
            and not _ABOUT.search(folded, max(start, at - _REACH), at)
            and not folded.startswith((" xi", " đảng toàn quốc"), at + len(CONGRESS))
            and _HELD.search(folded, start, min(end, term.end + 60))
        ):
            return at, term
        at = folded.find(CONGRESS, at + len(CONGRESS), end)
    return None


def term_before(page: Page, term: Mention) -> Mention | None:
    """The term that a congress looks back on: one that the page names and that ends with the year
    in which `term` begins, or the year before.
    """
    begins = term.term.year if term.term else 0
    for one in _terms(page):
        if one.term and one.term.end // 12 in (begins - 1, begins) and one.term.year < begins:
            return one
    return None


def _terms(page: Page) -> Iterator[Mention]:
    for line in page.body:
        for one in find_periods(page.folded, line.start, line.end):
            if one.term:
                yield one
