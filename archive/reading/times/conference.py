"""How a report names the conference it is about: "Hội nghị tổng kết công tác năm 2021, triển khai
nhiệm vụ năm 2022". From these words come the periods, the kind and where to look for the body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.reading.page import Line, Page
from archive.reading.times.clause import PLANNING, periods_of, planned_before, reviewed_before
from archive.reading.times.host import host_before
from archive.reading.times.other_conferences import is_long_ago, is_other
from archive.reading.times.periods import Mention, find_periods
from archive.reading.times.planned import PLAN_CUE
from archive.reading.times.sentences import LONGEST, sentences, shortened
from archive.reading.wordlist import any_of, any_whole, anywhere
from archive.registry import load
from archive.report import Span

_LEAD_LINES = 8
_CAPTIONS = 3
_CLAUSE = 330
_SENTENCE = 200
# "sơ kết 3 năm thực hiện …", "tổng kết việc thực hiện Nghị quyết số 18": one document's execution,
# not a period's work; "thực hiện nghị quyết năm 2021" is the year's.
_DOCUMENT = re.compile(
    r"(?:,? (?:đánh giá|tình hình|kết quả|chặng đường|việc|công tác|và))* (?:"
    r"(?:giữa kỳ|giai đoạn \d|(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười lăm"
    r"|hai mươi) năm(?: \([\d –-]{4,14}\))?)"
    r" (?:việc )?(?:triển khai|thực hiện(?! nhiệm vụ)|thi hành|và phát động)"
    r"|kế hoạch (?:thực hiện|triển khai) |(?:triển khai |thực hiện |thi hành )*(?:các )?"
    r"(?:chỉ thị|nghị quyết|quy định|kết luận|quyết định|đề án|dự án|luật|nghị định|quy chế"
    r"|thông tư)(?: trung ương)? (?:số )?\d(?!\d? tháng))"
)
_OF_WORK = re.compile(r"công tác|nhiệm vụ|hoạt động|phong trào|thi đua|xây dựng đảng|năm|tháng|quý")
_OF_OFFICE = re.compile(r"công tác|nhiệm vụ|phong trào")
# Who sums up stands right before the word: "Ban Tổ chức Tỉnh ủy (vừa) tổng kết công tác năm …".
_SUBJECT = re.compile(
    r"(?:b(?<!\wb)(?:an|ộ)|ủy|uỷ|cụm|khối|ngành|đảng bộ|h(?<!\wh)ội|công ty|s(?<!\ws)ở|liên đoàn)"
    r"\b[^,;:]{0,80}$"
)
# "Buổi tổng kết", "cuộc giao ban": the word itself is what people came to.
_GATHERING = ("buổi ", "cuộc ", "phiên ", "buổi họp ", "cuộc họp ", "phiên họp ")
_DEMANDED = re.compile(r"yêu cầu|đề nghị|(?<!ban )chỉ đạo")
_PHASE = re.compile(r"phiên (?:họp|thứ|lần)")
_PARTY = re.compile(r"đảng|chi bộ|(?:tỉnh|thành|huyện|thị|quận) (?:ủy|uỷ)|chấp hành|cấp (?:ủy|uỷ)")
_OF_PARTY = re.compile(
    r" (?:của|do) (?:ngành|ban (?:tổ chức|tuyên giáo|dân vận|nội chính)|(?:ủy|uỷ) ban kiểm tra"
    r"|(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|uỷ))"
)
_MEETING = re.compile(r"hội nghị|(?:họp|phiên|sinh hoạt)\b")
_MEETS = re.compile(r"\bhọp(?: (?:phiên|ban|bch|toàn thể) [^,;.\n]{2,30})?(?: để| bàn,?| và|,)? $")
# "Đảng ủy … bàn nghị quyết lãnh đạo nhiệm vụ quý II": a headline's own words for a plan.
_TALKS_OVER = re.compile(
    r"(?:bàn|(?:ra|thông qua) (?=nghị quyết (?:lãnh đạo|thực hiện)))"
    r" ?(?:(?:các|những|ra|về|thông qua|nghị quyết|lãnh đạo|thực hiện|phương hướng) ){0,4}"
    r"(?:nhiệm vụ|phương hướng|việc|công việc|công tác)"
)
# "… ngồi lại với công an để nhìn lại", "Tại Hội nghị …, các đại biểu dành cả buổi kiểm điểm".
_CAME = re.compile(
    r"(?:hội nghị|(?<!kỳ )họp(?! báo)|ngồi (?:lại|cùng)|gặp (?:nhau|gỡ|mặt)|tề tựu|tụ (?:họp|hội)"
    r"|hội tụ|có mặt)"
    r"(?!\w)[^.;\n]*(?:(?:để|nhằm)(?: cùng(?: nhau)?)?|dành [^,.;]{3,30}?) $"
)
_TO_TALK = "hội nghị "
# A sector's or a body's tasks as a whole, told without a period.
_OF_SECTOR = re.compile(
    r"triển khai (?:thực hiện )?(?:các )?nhiệm vụ"
    r"(?: (?:trọng tâm|(?:của )?(?:toàn )?ngành|công tác (?:tổ chức xây dựng|xây dựng|kiểm tra"
    r"|dân vận|tuyên giáo|nội chính|đảng|mặt trận))(?!\w)|(?=[.,;\n]))"
)
# What a sentence has that tells of a meeting on its day.
ON_A_DAY = re.compile(r"(?:sáng|chiều|tối|ngày|hôm (?:nay|qua)|vừa)(?!\w)")
_HORIZON = ("đến ", "tới ")  # a document's own: "nhiệm vụ phát triển thành phố đến năm 2020"


@cache
def _words(name: str) -> re.Pattern[str]:
    """Any of the registry's words of that name, the longest first."""
    return re.compile(rf"{any_of(load('periods')[name])}(?!\w)")


@cache
def _heads() -> dict[str, str]:
    """Any word by which a conference that looks back is named → what must follow it."""
    tables = load("periods")
    words = [*tables["naming"], *tables["loose"], *tables["regular"]]
    where = {"đánh giá": "(?= giữa nhiệm kỳ)", "giao ban": "(?! báo chí)"}
    return dict.fromkeys(words, "") | where


@cache
def _head() -> re.Pattern[str]:
    return re.compile(any_whole(_heads()))


@cache
def _sign() -> tuple[re.Pattern[str], int]:
    """Any of these words by the rarest of its letters; how many letters it has at most."""
    return re.compile(anywhere(_heads())), max(map(len, _heads()))


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names the conference: `head` is its word ("tổng kết"), [start, end) all of it.

    `strength` is 2 where people are said to meet for it or the headline says it, 1 for a report
    that is read out. `document` marks a conference on one document's execution.
    """

    head: str
    start: int
    end: int
    strength: int
    reviewed: Mention | None = None
    planned: Mention | None = None
    document: bool = False

    def said(self, folded: str) -> Span:
        """Where its word stands in the page's `folded` text; all of it where it has none."""
        at = folded.find(self.head, self.start, self.end)
        return Span(at, at + len(self.head)) if at >= 0 else Span(self.start, self.end)

    @property
    def regular(self) -> bool:
        """Is it named as one of the meetings that are held every month?"""
        return self.head == "giao ban" or self.head in load("periods")["regular"]

    @property
    def summing(self) -> bool:
        """Does the word alone say that a whole year is summed up?"""
        tables = load("periods")
        return self.head in tables["summing"] or self.head in tables["yearly"]


@lru_cache(maxsize=1)
def lead(page: Page) -> tuple[Line, ...]:
    """The headline and the article's first lines, where it says what it is about; of a very long
    line only the beginning.
    """
    found = []
    length = 0
    count = 0
    for line in page.lines:
        if line.role not in ("title", "text"):
            continue
        if line.role == "text":
            if count == _LEAD_LINES or length > LONGEST:
                break
            count, length = count + 1, length + line.end - line.start
        found.append(shortened(line, LONGEST))
    return tuple(found)


def captions(page: Page) -> list[Line]:
    """The first lines below pictures, which often name the conference that they show."""
    return [line for line in page.lines if line.role == "caption"][:_CAPTIONS]


@lru_cache(maxsize=1)
def find_namings(page: Page) -> tuple[Naming, ...]:
    """The places in the headline and the lead that name the conference, in text order."""
    lines = lead(page)
    if not lines:
        return ()
    heads = _heads_between(page, lines[0].start, lines[-1].end)
    return tuple(naming for line in lines for naming in _in_line(page, line, heads))


def _heads_between(page: Page, start: int, end: int) -> list[re.Match[str]]:
    """The words from `start` to `end` by which a conference may be named."""
    found = []
    signs, longest = _sign()
    for sign in signs.finditer(page.folded, start, end):
        at = sign.start()
        head = _head().search(page.folded, max(start, at - longest), at + longest)
        # Of a word that begins behind the sign not all may have been looked at.
        if head and head.start() <= at:
            start = head.end()
            if page.text[head.start() : start] != "giao Ban":  # "giao Ban Tổ chức tham mưu"
                found.append(head)
    return found


def _in_line(page: Page, line: Line, heads: list[re.Match[str]]) -> Iterator[Naming]:
    first, last = line.start, line.end
    inside = [head for head in heads if first <= head.start() < last]
    plans = line.role == "title" or page.folded.find("hội nghị", line.start, line.end) >= 0
    if not (inside or plans):
        return
    for start, end in sentences(page, line):
        heads = [head for head in inside if start <= head.start() < end] if inside else inside
        for at, head in enumerate(heads):
            following = heads[at + 1].start() if at + 1 < len(heads) else end
            stop = min(end, head.end() + _CLAUSE)
            naming = _naming(page, line, start, head, stop, following)
            if naming:
                yield naming
        if plans and not heads:
            naming = _planning(page, line, start, end)
            if naming:
                yield naming


def _naming(
    page: Page, line: Line, start: int, head: re.Match[str], stop: int, following: int
) -> Naming | None:
    """The conference that `head` names, None where nothing or something else is summed up."""
    folded = page.folded
    before = folded[max(start, head.start() - 90) : head.start()]
    if not before.strip() and head[0] in load("periods")["loose"]:
        # "Hội nghị đã triển khai … Kiểm điểm kết quả …": the sentence before tells who met.
        before = folded[max(line.start, head.start() - _SENTENCE) : head.start()]
    if is_other(page, line, start, head, before) or is_long_ago(page, line, head.end(), stop):
        return None
    reviewed, planned = periods_of(folded, head.end(), following, stop)
    after = folded[head.end() : stop][:60]
    if _words("contests").match(after.lstrip()):
        return None
    if not (reviewed or planned) and _words("not_work").search(after[:40]):
        return None
    planned = planned or (planned_before(folded, start, head.start()) if reviewed else None)
    reviewed = reviewed or reviewed_before(folded, start, head)
    told = bool(reviewed or planned)
    strength = _strength(head[0], before, after, told=told, titled=line.role == "title")
    loose = head[0] in load("periods")["loose"]
    ahead = planned or (reviewed and PLAN_CUE.search(folded, reviewed.end, stop))
    document = bool(_DOCUMENT.match(folded, head.end()))
    # "Đảng ủy … vừa tổ chức kiểm điểm kết quả lãnh đạo năm 2016"
    holds = bool(ahead) or before.endswith("tổ chức ")
    sure = bool(reviewed and holds) if loose else told or document
    asked = strength < 2 and sure and head[0] not in load("periods")["regular"]
    host = host_before(page, start, head.start()) if asked else None
    if (
        strength < 2
        and told
        and _CAME.search(folded, max(start, head.start() - _SENTENCE), head.start())
    ):
        strength = 2
    # A company that looks back on its profits has not met for it.
    if host and (not loose or host.unit != "other" or _OF_OFFICE.search(after)):
        strength = 2
    if not strength:
        return None
    if document:
        if strength == 1 or before.endswith("ban chỉ đạo "):  # the board for summing it up
            return None
        reviewed = reviewed if reviewed and reviewed.term else None
        if planned and folded.endswith(_HORIZON, head.end(), planned.start):
            planned = None
    return Naming(head[0], head.start(), stop, strength, reviewed, planned, document)


def _strength(head: str, before: str, after: str, *, told: bool, titled: bool) -> int:
    """How surely the word `head` names a conference here, 0 for not at all; `told` says whether a
    period goes with it.
    """
    met = "hội nghị" in before
    if head in load("periods")["regular"]:
        said = f"{before}{head}"
        return 2 if told and _MEETING.search(said) and _PARTY.search(said) else 0
    if head in load("periods")["loose"]:
        met = met or "hội nghị" in head or _PHASE.search(before) is not None
        return 2 if told and (titled or met or _MEETS.search(before)) else 0
    if head == "giao ban":
        of_party = before.endswith(_GATHERING) and _OF_PARTY.search(after)
        return 2 if titled or met or told or of_party else 0
    if before.endswith("báo cáo "):
        return 1 if told else 0
    if before.endswith(_GATHERING) or _words("gatherings").search(before):
        return 2
    if titled:
        return 2 if told or _OF_WORK.search(after) else 1
    holds = before.endswith("tổ chức ") and not _DEMANDED.search(before)
    held = before.endswith("tổ chức lễ ") or holds or _SUBJECT.search(before)
    return 0 if not told else 2 if held else 1


def _planning(page: Page, line: Line, start: int, end: int) -> Naming | None:
    """A conference named by what it plans alone: "Hội nghị triển khai nhiệm vụ năm 2024"."""
    folded = page.folded
    found = PLANNING.search(folded, start, end)
    if found is None:
        found = _talked_over(page, line, start, end)
        if found is None:
            return None
    before = folded[max(start, found.start() - 60) : found.start()]
    if line.role != "title" and "hội nghị" not in before:
        return None
    planned = next(find_periods(folded, found.start(), min(end, found.end() + 120)), None)
    if planned is None and before.endswith(_TO_TALK) and _OF_SECTOR.match(folded, found.start()):
        return Naming("triển khai", found.start(), end, 2)
    if planned is None or planned.term:
        return None
    return Naming("triển khai", found.start(), end, 2, None, planned)


def _talked_over(page: Page, line: Line, start: int, end: int) -> re.Match[str] | None:
    """What a conference or, by its headline, a Party body talks over: "bàn nhiệm vụ quý II"."""
    if line.role != "title":
        at = page.folded.find(_TO_TALK, start, end)
        return _TALKS_OVER.match(page.folded, at + len(_TO_TALK), end) if at >= 0 else None
    found = _TALKS_OVER.search(page.folded, start, end)
    host = host_before(page, start, found.start()) if found else None
    return found if host and host.unit != "other" else None
