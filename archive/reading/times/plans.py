"""Periods told outside the conference's own name: in the report read out and the tasks set."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from archive.period import Period
from archive.reading.page import Line, Page
from archive.reading.times.border import find_border
from archive.reading.times.conference import Naming, captions, lead
from archive.reading.times.congress import find_congress
from archive.reading.times.national import find_national
from archive.reading.times.periods import SOME_YEAR, Mention, find_periods
from archive.reading.times.planned import behind_aside, is_planned
from archive.reading.times.plenum import find_plenum
from archive.reading.times.sentences import Dated, dated, sentences
from archive.reading.times.sitting import find_sitting
from archive.reading.times.visit import find_visit
from archive.report import Section

_BACK = re.compile(
    r"đã(?<!\wđã)\b|kết quả|tình hình|đạt được|báo cáo|đánh giá|ghi nhận|thành tích|nhìn lại"
    r"|khép lại|hoàn thành (?:tốt|xuất sắc)|so với (?:năm|cùng kỳ)"
)
_TASKS = re.compile(
    r"nhiệm vụ|mục tiêu|giao ước|phương hướng|chương trình công tác|kế hoạch công tác"
    r"|trọng tâm|tập trung|yêu cầu"
    r"|đề nghị|xác định|phấn đấu|dồn sức|bước sang|phải(?<!\wphải)\b|cần(?<!\wcần)\b"
    r"|sẽ(?<!\wsẽ)\b|(?:chốt|chọn) |(?:việc|ưu tiên) [^\W\d_]+ nhất|dự kiến kế hoạch|về kế hoạch"
)
_COUNTED = re.compile(
    r"(?:\d{1,2}|một số|những|các) (?:nhóm )?(?:nhiệm vụ|việc|phương hướng|nội dung)"
)
_DONE = re.compile(r"đã(?<!\wđã)\b|hoàn thành|đạt được|kết quả|nêu(?<!\wnêu)\b|tại(?<!\wtại)\b")
# "so với năm 2018", "đến hết năm 2020": a point in time, not a period that is looked at.
_STANDS_BEFORE = (
    "chủ đề", "chỉ tiêu", "so với", "cuối", "đến hết", "hết", "giữa", "từ", "trước", "đến", "so",
    "cùng kỳ", "với", "đầu", "kể từ", "ngày", "tháng", "kết vào", "thành vào", "xong vào",
    "cáo vào",
)  # fmt: skip


def told_outside(page: Page, *, ahead: bool, tasks: tuple[Section, ...] = ()) -> Iterator[Mention]:
    """The periods that sentences of the article look back on, or `ahead` to: those that open a part
    of `tasks` first, then all in text order.
    """
    cue = _TASKS if ahead else _BACK
    openings = {part.start for part in tasks}
    for line in page.body:
        if line.start in openings:
            for sentence in dated(page, line):
                if sentence.start == line.start:
                    yield from _in_sentence(page.folded, sentence, ahead=ahead)
    for line in page.body:
        for sentence in dated(page, line):
            if cue.search(page.folded, sentence.start, sentence.end):
                yield from _in_sentence(page.folded, sentence, ahead=ahead)


def _in_sentence(folded: str, sentence: Dated, *, ahead: bool) -> Iterator[Mention]:
    start, end, periods = sentence
    since = start
    for mention in periods:
        if mention.end > start + _EARLY:
            return
        before = folded[since : mention.start]
        since = mention.end
        if mention.term or before.rstrip().endswith(_STANDS_BEFORE):
            continue
        planned = is_planned(folded, before[-_REACH:], mention, end)
        if planned == ahead:
            yield mention


# Where a clause begins: what opens it is what the clause is of, "Năm 2024, Ban …".
_CLAUSE = re.compile(
    r"(?:^\W*|[,:;–-] "
    r"|\b(?:cho biết|cho hay|rằng|đề nghị|yêu cầu|giao|nhấn mạnh|xác định|dự kiến) )"
    r"(?:(?:và|còn|(?:vì|do|bởi) (?:thế|vậy|đó)(?: mà)?|trong|ngay|bước|sang|vào|về|với|riêng|cả"
    r"|đối với|(?:những )?việc|kế hoạch|chương trình|của) )*$"
)
_OVER = re.compile(r"(?:đã|vừa|đạt được|ghi nhận|hoàn thành)\b")
_PAST = re.compile(r"(?:đã|vừa|đạt được|ghi nhận)\b")
_EARLY = 400
_SOON = 70
_REACH = 90
# "quý vừa qua", where the next is planned for
_LAST = {
    months: re.compile(rf"{word}(?<!\w{word}) (?:vừa )?qua(?!\w)")
    for months, word in ((1, "tháng"), (3, "quý"))
}
_FIRST = 60


def told_before(page: Page, planned: Mention) -> Iterator[Mention]:
    """The periods that open a clause and end where `planned` begins."""
    if planned.shift is not None:
        return
    begins = planned.of(planned.year or SOME_YEAR).start
    for mention, _ in _opening_clauses(page):
        if mention.shift is not None or mention.months != planned.months:
            continue
        if mention.of(mention.year or planned.year or SOME_YEAR).end == begins:
            yield mention
    last = _LAST.get(planned.months)
    found = last.search(page.folded) if last else None
    if found:
        start, year = (begins - planned.months) % 12 + 1, (begins - planned.months) // 12
        told = year if planned.year else None
        yield Mention(*found.span(), start, planned.months, told)


def told_next(page: Page, past: Mention) -> Iterator[Mention]:
    """The periods that open a clause and may be what comes after `past`, whatever is said of them:
    of a length with it, or parts of a year both.
    """
    for mention, end in _opening_clauses(page):
        like = mention.months == past.months or (mention.months < 12 and past.months < 12)
        after = behind_aside(page.folded, mention.end)
        if like and not _PAST.search(page.folded, after, min(end, after + _SOON)):
            yield mention


def _opening_clauses(page: Page) -> Iterator[tuple[Mention, int]]:
    """The periods, terms aside, that clauses of the article open with; each with where its
    sentence ends.
    """
    for line in page.body:
        for start, end, periods in dated(page, line):
            for mention in periods:
                if mention.end > start + _EARLY:
                    break
                before = page.folded[max(start, mention.start - 60) : mention.start]
                if not mention.term and _CLAUSE.search(before):
                    yield mention, end


def _named_first(folded: str, start: int, end: int) -> Mention | None:
    """The period that what stands from `start` to `end` names among its first words."""
    return next(find_periods(folded, start, min(end, start + _FIRST)), None)


_REST = re.compile(
    r"từ (?:nay|giờ|đây) (?:cho )?(?:đến|tới) (?:cuối|hết) (?:năm|quý (?:iv|4|tư))(?!\w)"
    r"(?: (?P<year>20\d\d))?"
)

_UNTIL = ("đến cuối ", "đến hết ", "tới cuối ", "tới hết ")


def rest_of_year(page: Page, past: Mention) -> Mention | None:
    """What is left of the year after `past`, where the page plans "từ nay đến cuối năm"."""
    if past.months >= 12 or past.first + past.months > 12 or past.shift is not None:
        return None
    if not any(map(page.folded.__contains__, _UNTIL)):
        return None
    for line in page.body:
        if found := _REST.search(page.folded, line.start, line.end):
            first = past.first + past.months
            year = int(found["year"]) if found["year"] else past.year
            return Mention(found.start(), found.end(), first, 13 - first, year)
    return None


_DATELINE = re.compile(r"(?:[^\n]{0,24} [-–—] ?|\W*)")
_OPENINGS = 3
_FIRST_LINES = 12


def opening(page: Page, seen: date) -> Mention | None:
    """The period that one of the article's first sentences opens with, where it had just ended on
    the day `seen`: what a conference that is named without a period looks back on.
    """
    month = seen.year * 12 + seen.month - 1
    for line in [one for one in lead(page) if one.role == "text"][:_OPENINGS]:
        for start, end in sentences(page, line):
            mention = _named_first(page.folded, start, end)
            if mention is None or mention.term or mention.vague or mention.shift is not None:
                continue
            last = mention.of(mention.year or seen.year).end - 1
            near = -1 <= month - last <= _LATE
            if near and _DATELINE.fullmatch(page.folded, start, mention.start):
                return mention
    return None


def ended(page: Page, seen: date) -> Mention | None:
    """The first period that the article looks back on, or speaks of without planning it, and that
    had just ended on the day `seen`.
    """
    month = seen.year * 12 + seen.month - 1
    for line in page.body[:_FIRST_LINES]:
        for sentence in dated(page, line):
            for mention in _in_sentence(page.folded, sentence, ahead=False):
                if mention.vague or mention.shift is not None or mention.months == 12:
                    continue
                if 0 <= month - mention.of(mention.year or seen.year).end + 1 <= _LATE:
                    return mention
    return None


_REPORTED = re.compile(r"báo cáo|tờ trình|đánh giá|thảo luận|cho ý kiến|họp (?:về|bàn)")
_LATE = 2
_OF_WORK = re.compile(
    r"tình hình|kết quả|nhiệm vụ|công tác|cho thấy|nêu rõ|khái quát|chặng đường|bức tranh|con số"
)
_AFTER = 40


_OPENS = re.compile(r"\W*(?:trong |qua )?")
_OF_PARTY = re.compile(
    r"hội nghị (?:(?:lần thứ \w{1,5}|trực tuyến|toàn quốc|thường kỳ|định kỳ|cuối năm) )?(?:của )?"
    r"(?:(?:ban chấp hành|bch)(?! trung ương)|ban thường vụ|đảng bộ"
    r"|(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)|ban tổ chức|cụm thi đua|ngành)"
    # "Ban Chấp hành Đảng bộ … nhiệm kỳ 2025 - 2030 họp hội nghị lần thứ hai"
    r"|(?:ban chấp hành|bch|ban thường vụ|đảng ủy|đảng uỷ) [^.;:\n]{2,90}? "
    r"(?:họp|tổ chức|tiến hành|mở|khai mạc) (?:hội nghị|phiên họp)"
    r"|chủ trì hội nghị"
)


def is_conference(page: Page, namings: tuple[Naming, ...]) -> bool:
    """Is a conference reported that sums up or sets work?"""
    for naming in namings:
        if naming.strength == 2:
            return True
    if _met(page) and (namings or find_report(page)):
        return True
    meetings = find_congress, find_plenum, find_sitting, find_visit, find_border
    return any(find(page) is not None for find in meetings)


def _met(page: Page) -> bool:
    """Do the headline, the lead or the captions beside it speak of a conference?"""
    lines = (*lead(page), *captions(page))
    return any(page.folded.find("hội nghị", line.start, line.end) >= 0 for line in lines)


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_report(page: Page) -> Naming | None:
    """What tells the conference where nothing names it: a report on a period's work that it hears,
    else the name it has of its own.
    """
    lines = lead(page)
    first = (*lines[:3], *captions(page))
    if not any(_OF_PARTY.search(page.folded, line.start, line.end) for line in first):
        return _known_by_itself(page)
    for mention in told_outside(page, ahead=False):
        if mention.start > lines[-1].end:
            return _known_by_itself(page)
        before = page.folded[max(0, mention.start - 140) : mention.start]
        after = page.folded[mention.end : mention.end + _AFTER]
        if _OF_WORK.search(before) and (_REPORTED.search(before) or "báo cáo" in after):
            return Naming("báo cáo", mention.start, mention.end, 1, mention)
    for line in lines:
        opening = _named_first(page.folded, line.start, line.end)
        if opening and _looks_back(page.folded, line, opening):
            return Naming("báo cáo", opening.start, opening.end, 1, opening)
    return _known_by_itself(page)


def _known_by_itself(page: Page) -> Naming | None:
    """A conference that has a name of its own, whatever it looks back on."""
    known = find_border(page) or find_plenum(page) or find_congress(page) or find_national(page)
    if known:
        return known
    sitting = find_sitting(page)
    return sitting.naming if sitting else find_visit(page)


def _looks_back(folded: str, line: Line, mention: Mention) -> bool:
    """Does a paragraph open with a period, told in full or by its part, that is over?"""
    if mention.term or mention.vague or mention.shift is not None or not mention.named:
        return False
    opens = _OPENS.fullmatch(folded, line.start, mention.start) is not None
    return opens and _OVER.search(folded, mention.end, line.end) is not None


_DATED = re.compile(r"\W*(?:trong |bước sang |sang )?(?:năm|quý|\d+ tháng|sáu tháng) ")


def slip(page: Page, reviewed: Period) -> Mention | None:
    """Where tasks are announced for the very year that is reviewed: an author's slip."""
    year = str(reviewed.year)
    at = -1
    for line in page.body:
        if at < line.start:
            at = page.folded.find(year, line.start)
            if at < 0:
                return None
        if at >= line.end:
            continue
        for start, end in sentences(page, line):
            if year not in page.folded[start:end][:_FIRST]:
                continue
            if not _DATED.match(page.folded, start, end):
                continue
            mention = _named_first(page.folded, start, end)
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
