"""How a report names the conference it is about: "Hội nghị tổng kết công tác năm 2021, triển khai
nhiệm vụ năm 2022". From these words come the periods, the kind and where to look for the body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.reading.page import Line, Page
from archive.reading.times.host import host_before
from archive.reading.times.other_conferences import is_long_ago, is_other
from archive.reading.times.periods import Mention, find_periods
from archive.reading.times.planned import PLAN_CUE, is_cued, is_planned
from archive.reading.times.sentences import LONGEST, sentences, shortened
from archive.reading.wordlist import any_of, any_whole, anywhere
from archive.registry import load
from archive.report import Span

_LEAD_LINES = 8
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
_APART = re.compile(r"[,;:.–]")
_OF_WORK = re.compile(r"công tác|nhiệm vụ|hoạt động|phong trào|thi đua|xây dựng đảng|năm|tháng|quý")
_OF_OFFICE = re.compile(r"công tác|nhiệm vụ|phong trào")
# Who sums up stands right before the word: "Ban Tổ chức Tỉnh ủy (vừa) tổng kết công tác năm …".
_SUBJECT = re.compile(
    r"(?:b(?<!\wb)(?:an|ộ)|ủy|uỷ|cụm|khối|ngành|đảng bộ|h(?<!\wh)ội|công ty|s(?<!\ws)ở|liên đoàn)"
    r"\b[^,;:]{0,80}$"
)
# "Buổi tổng kết", "cuộc giao ban": the word itself is what people came to.
_GATHERING = ("buổi ", "cuộc ", "phiên ")
_DEMANDED = re.compile(r"yêu cầu|đề nghị|(?<!ban )chỉ đạo")
_PHASE = re.compile(r"phiên (?:họp|thứ|lần)")
_PARTY = re.compile(r"đảng|chi bộ|(?:tỉnh|thành|huyện|thị|quận) (?:ủy|uỷ)|chấp hành|cấp (?:ủy|uỷ)")
_OF_PARTY = re.compile(
    r" của (?:ngành|ban (?:tổ chức|tuyên giáo|dân vận|nội chính)|(?:ủy|uỷ) ban kiểm tra"
    r"|(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|uỷ))"
)
_MEETING = re.compile(r"hội nghị|(?:họp|phiên|sinh hoạt)\b")
# A term half over is summed up by what its congress resolved.
_HALF_TERM = re.compile(r" (?:giữa|nửa(?: đầu)?) nhiệm kỳ\b")
# "Khép lại năm 2023, Ban … nhìn lại …", "Năm 2023 của Ban … được tổng kết".
_ENDING = re.compile(r"(?:khép lại|kết thúc|sau|hết|tạm biệt|trải qua)(?: một| cả)? $")
_BELONGS = re.compile(r" (?:của|với|khép lại|trôi qua|qua đi)\b")
_OLD_YEAR = re.compile(
    r" (?:lại )?(?:chặng đường )?(?:một|1) năm(?! học| thực hiện (?!nhiệm vụ))\b"
)
# "tổng kết công tác năm, triển khai nhiệm vụ năm 2022": the year just ending, without its number.
_THE_YEAR = re.compile(
    r"(?:(?: [^\W\d_]+){0,8}? (?:công tác|nhiệm vụ|hoạt động|thi đua|phong trào|đảng|dân vận|cán bộ"
    r"|kiểm tra|giám sát|nội chính|tuyên giáo|cuối|chính trị))? năm"
    r"(?=[,;.]| (?:và|diễn ra|được|do|sáng|chiều|ngày|của) )"
)
_MEETS = re.compile(r"\bhọp(?: (?:phiên|ban|bch|toàn thể) [^,;.\n]{2,30})?(?: để| bàn,?| và|,)? $")
# "Đảng ủy … bàn nghị quyết lãnh đạo nhiệm vụ quý II": a headline's own words for a plan.
_TALKS_OVER = re.compile(
    r"(?:bàn|(?:ra|thông qua) (?=nghị quyết (?:lãnh đạo|thực hiện)))"
    r" ?(?:(?:các|những|ra|về|thông qua|nghị quyết|lãnh đạo|thực hiện|phương hướng) ){0,4}"
    r"(?:nhiệm vụ|phương hướng|việc|công việc|công tác)"
)
_TO_TALK = "hội nghị "
_PLANNING = re.compile(
    r"triển khai(?<!\wtriển khai) (?:thực hiện )?"
    r"(?:công tác|nhiệm vụ|chương trình công tác|kế hoạch công tác|phương hướng"
    r"|(?:các )?(?:chỉ tiêu,? )?kế hoạch (?:phát triển )?kinh tế)"
)
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
    reviewed, planned = _periods(folded, head.end(), following, stop)
    after = folded[head.end() : stop][:60]
    if _words("contests").match(after.lstrip()):
        return None
    if not (reviewed or planned) and _words("not_work").search(after[:40]):
        return None
    planned = planned or (_planned_before(folded, start, head.start()) if reviewed else None)
    reviewed = reviewed or _reviewed_before(folded, start, head)
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
    found = _PLANNING.search(folded, start, end)
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


def _reviewed_before(folded: str, start: int, head: re.Match[str]) -> Mention | None:
    """What is looked back on where it stands first ("Khép lại năm 2023, Ban … nhìn lại …"), or is
    called nothing but a year ("nhìn lại một năm").
    """
    year = _OLD_YEAR.match(folded, head.end())
    if year is None and head[0] in load("periods")["summing"]:
        year = _THE_YEAR.match(folded, head.end())
    if year:
        return Mention(*year.span(), shift=-1)
    for mention in find_periods(folded, start, head.start()):
        before = folded[start : mention.start]
        opens = not before.strip() and _BELONGS.match(folded, mention.end)
        if not mention.term and (opens or _ENDING.search(before)):
            return mention
    return None


def _planned_before(folded: str, start: int, head: int) -> Mention | None:
    """The plan that stands first: "hội nghị triển khai công tác năm 2023, tổng kết năm 2022"."""
    found = _PLANNING.search(folded, max(start, head - 90), head)
    planned = next(find_periods(folded, found.start(), head), None) if found else None
    return None if planned is None or planned.term or planned.vague else planned


def _periods(
    folded: str, start: int, following: int, stop: int
) -> tuple[Mention | None, Mention | None]:
    """What is reviewed and what is planned in the clause from `start` to `stop`.

    Up to `following`, where another such word stands, anything not planned is reviewed.
    """
    reviewed: Mention | None = None
    planned: Mention | None = None
    since = start - 1  # with the end of the word before, so that nothing here opens a sentence
    ahead = False
    half = _HALF_TERM.match(folded, start) is not None
    for mention in find_periods(folded, start, stop):
        if reviewed and mention.start >= following and not planned:
            ahead = False
        between = folded[since : mention.start]
        # "đánh giá hoạt động của Hội trong năm 2018 và đề ra …": what is said first is reviewed.
        first = reviewed is None and planned is None and not _APART.search(between)
        ahead = ahead or (
            is_cued(folded, between, mention)
            if first
            else is_planned(folded, between, mention, stop)
        )
        # "kết quả 6 tháng đầu năm, bổ khuyết nhiệm vụ 6 tháng cuối năm 2019"
        ahead = ahead or bool(reviewed and "nhiệm vụ" in between and _is_next(reviewed, mention))
        since = mention.end
        far = mention.months == 1 and not ahead and mention.start - start > 60
        congress = "đại hội" in between[-90 if mention.term else -40 :] and not half
        if mention.vague and reviewed and reviewed.year is None and reviewed.months < 12:
            # "6 tháng đầu năm; … những tháng cuối năm 2023": the year is that of both.
            reviewed = reviewed._replace(year=mention.year)
        when = between[1:] == " vào "  # "sẽ sơ kết vào quý IV"
        if (
            mention.vague
            or far
            or congress
            or when
            or (mention.term and between.endswith("từ đầu "))
        ):
            continue
        if planned and reviewed is None and _is_next(planned, mention):
            # "…, Chương trình phối hợp năm 2023, triển khai nhiệm vụ năm 2024"
            reviewed, planned = planned, mention
        if ahead:
            # "…, phát động phong trào giai đoạn 2023 - 2025": no plan of who looks back on a year.
            of_stage = mention.term and not (reviewed and (reviewed.term or mention.named))
            planned = planned or (None if of_stage else mention)
        elif reviewed is None and (mention.start < following or not mention.term):
            reviewed = mention
    return reviewed, planned


def _is_next(one: Mention, other: Mention) -> bool:
    """Is `other` the period right after `one`, as long as it, the year of one told for both?"""
    if one.term or other.term or one.months != other.months:
        return False
    year = one.year or other.year
    return year is not None and other.of(other.year or year) == one.of(one.year or year).successor()
