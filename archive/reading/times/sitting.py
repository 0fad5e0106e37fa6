"""A meeting of a body of the centre, told by the leader who took the chair or spoke at it: "chủ trì
phiên họp của Ban Bí thư, nghe báo cáo kết quả …", "hội nghị quân chính toàn quân".

It counts where it is said to have heard or judged what was done; a conference whose name alone
tells whose it is needs no such word.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from archive.reading.page import Page
from archive.reading.times.conference import ON_A_DAY, Naming, lead
from archive.reading.times.periods import Mention, find_periods
from archive.reading.times.planned import is_planned
from archive.reading.times.plenum import heard
from archive.reading.times.sentences import sentences
from archive.reading.wordlist import any_of
from archive.registry import load

_LINES = 4
_BEFORE, _BEHIND = 140, 320
# Cheap: one of them is in each.
_SIGNS = ("họp", "hội nghị", "làm việc tại")
_COUNTED = (
    r"(?: (?:toàn thể|thường kỳ|định kỳ|trực tuyến|đầu tiên|đầu năm|cuối năm"
    r"|(?:lần )?thứ \w{1,5}(?: (?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?)){0,3}"
)
_SUMS = re.compile(
    r"nghe (?!nhạc)[^.;\n]{0,80}?báo cáo|(?:đánh giá|xem xét|báo cáo|tờ trình)(?: về)?"
    r" (?:kết quả|tình hình|kiểm điểm|công tác|tổng kết|sơ kết)"
    r"|(?<!đề án )(?:tổng kết|sơ kết|kiểm điểm)"
)
# Where something was decided before, or is yet to be, or to whom it was put.
_NOT_THIS = re.compile(
    r"(?:nghị quyết|thực hiện|kết luận|quyết định|thông báo|theo|tinh thần|chuẩn bị|sẽ|dự kiến"
    r"|trình|tới|các)(?: [^\W\d_]+){0,3} $|(?:trước|sau)(?: khi)? $"
    r"|(?:trước đ(?:ó|ây)|theo thông (?:cáo|báo))[^;\n]{0,130}$"
)
_OTHERS = re.compile(r" (?:các |của )*(?:tỉnh|thành|huyện|quận|thị|xã|phường|bộ|ban|ngành)(?!\w)")


class Sitting(NamedTuple):
    """The meeting as a naming, the `body` that met and whether what was done is said to have been
    `judged` there.
    """

    naming: Naming
    body: str
    judged: bool


def _rows() -> list[dict[str, Any]]:
    return list(load("bodies")["sitting"])


@cache
def _bodies() -> dict[str, str]:
    """Every name of who meets, and of a conference that tells whose it is → the body."""
    return {word: row["name"] for row in _rows() for word in (*row["called"], *row["own"])}


@cache
def _said() -> re.Pattern[str]:
    called = any_of(word for row in _rows() for word in row["called"])
    own = any_of(word for row in _rows() for word in row["own"])
    return re.compile(
        rf"(?P<own>{own})(?!\w)"
        rf"|(?:hội nghị|(?:phiên|cuộc|buổi) họp){_COUNTED} (?:của )?(?:tập thể )?"
        rf"(?:(?:ban )?thường vụ )?(?P<whose>{called})(?!\w)"
        rf"|(?P<who>{called})(?:,? (?:vào )?(?:sáng|chiều|tối|ngày) [^.;,\n]{{1,24}},)?"
        r" (?:(?:đã|vừa|tiếp tục|bắt đầu) )?"
        r"(?:họp(?! (?:báo|mặt))|làm việc tại (?:tổ|hội trường)|tiến hành phiên họp)(?!\w)"
    )


def find_sitting(page: Page) -> Sitting | None:
    """The meeting of a body of the centre that the lead reports to have judged what was done; None
    where there is none.
    """
    return next((one for one in find_meetings(page) if one.judged), None)


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_meetings(page: Page) -> tuple[Sitting, ...]:
    """The meetings of bodies of the centre that the lead tells, whatever they were for."""
    folded = page.older
    met = []
    for line in lead(page)[:_LINES]:
        if line.role == "title" or not any(
            folded.find(sign, line.start, line.end) >= 0 for sign in _SIGNS
        ):
            continue
        for start, end in sentences(page, line):
            told = _said().finditer(folded, start, end)
            found = next((one for one in told if _is_this(folded, one, start, end)), None)
            if found:
                body = _bodies()[found["own"] or found["whose"] or found["who"]]
                judged = bool(found["own"] or _SUMS.search(folded, found.end(), end))
                met.append(Sitting(_naming(page, found, end), body, judged))
    return tuple(met)


def _is_this(folded: str, found: re.Match[str], start: int, end: int) -> bool:
    """Is it the meeting of a day, no other body's and none that only something is told of?"""
    return not (
        _OTHERS.match(folded, found.end(), end)
        or _NOT_THIS.search(folded, max(start, found.start() - _BEFORE), found.start())
        or not ON_A_DAY.search(folded, start, end)
    )


def _naming(page: Page, found: re.Match[str], end: int) -> Naming:
    """The meeting with the period that its sentence says was summed up, else the article."""
    stop = min(end, found.end() + _BEHIND)
    reviewed, planned = _summed(page.folded, found.end(), stop), None
    if reviewed is None:
        reviewed, planned = heard(page)
    return Naming(found["own"] or "hội nghị", *found.span(), 1, reviewed, planned)


def _summed(folded: str, start: int, end: int) -> Mention | None:
    sums = _SUMS.search(folded, start, end)
    since = sums.end() if sums else end
    for mention in find_periods(folded, since, end):
        between = folded[since : mention.start]
        if not (mention.term or mention.vague or is_planned(folded, between, mention, end)):
            return mention
    return None
