"""Periods told outside the conference's own name: in the report read out and the tasks set."""

import re
from collections.abc import Iterator

from archive.period import Period
from archive.reading.conference import is_planned, sentences
from archive.reading.page import Page
from archive.reading.periods import Mention, find_periods
from archive.report import Section

_BACK = re.compile(
    r"\bđã\b|kết quả|đạt được|báo cáo|đánh giá|ghi nhận|thành tích|nhìn lại"
    r"|hoàn thành (?:tốt|xuất sắc)"
)
_TASKS = re.compile(
    r"nhiệm vụ|phương hướng|chương trình công tác|kế hoạch công tác|trọng tâm|tập trung|yêu cầu"
    r"|đề nghị|xác định|phấn đấu|dồn sức|bước sang|\bphải\b|\bcần\b|\bsẽ\b"
)
_COUNTED = re.compile(
    r"(?:\d{1,2}|một số|những|các) (?:nhóm )?(?:nhiệm vụ|việc|phương hướng|nội dung)"
)
_DONE = re.compile(r"\bđã\b|hoàn thành|đạt được|kết quả|\bnêu\b|\btại\b")
# "so với năm 2018", "đến hết năm 2020": a point in time, not a period that is looked at.
_STANDS_BEFORE = (
    "chủ đề", "chỉ tiêu", "so với", "cuối", "đến hết", "hết", "giữa", "từ", "trước", "đến", "so",
    "cùng kỳ", "với", "đầu", "kể từ", "ngày", "tháng",
)  # fmt: skip


def told_outside(page: Page, *, ahead: bool, tasks: tuple[Section, ...] = ()) -> Iterator[Mention]:
    """The periods that sentences of the article look back on, or `ahead` to: those in `tasks`
    first, then all in text order.
    """
    lines = page.body()
    within = [line for line in lines if any(part.start <= line.start < part.end for part in tasks)]
    for line in (*within, *lines):
        for start, end in sentences(page.folded, line.start, line.end):
            cue = _TASKS if ahead else _BACK
            if not cue.search(page.folded, start, end):
                continue
            yield from _in_sentence(page.folded, start, end, ahead=ahead)


def _in_sentence(folded: str, start: int, end: int, *, ahead: bool) -> Iterator[Mention]:
    since = start
    for mention in find_periods(folded, start, min(end, start + 400)):
        before = folded[since : mention.start]
        since = mention.end
        if mention.term or before.rstrip().endswith(_STANDS_BEFORE):
            continue
        planned = is_planned(folded, before[-60:], mention, end)
        if planned == ahead:
            yield mention


def slip(page: Page, reviewed: Period) -> Mention | None:
    """Where tasks are announced for the very year that is reviewed: an author's slip."""
    for line in page.body():
        for start, end in sentences(page.folded, line.start, line.end):
            mention = next(find_periods(page.folded, start, min(end, start + 60)), None)
            if mention is None or mention.known != reviewed:
                continue
            counted = _COUNTED.search(page.folded, mention.end, min(end, mention.end + 160))
            if (
                counted
                and counted.end() >= end - 40
                and not _DONE.search(page.folded, start, counted.start())
            ):
                return mention
    return None
