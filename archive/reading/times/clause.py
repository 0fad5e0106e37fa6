"""The two periods of the clause that names a conference: what it looks back on and what it plans
for, behind the word that names it or before it.
"""

import re

from archive.reading.times.neighbours import follows, told_apart
from archive.reading.times.periods import Mention, find_periods
from archive.reading.times.planned import is_cued, is_planned
from archive.registry import load

_APART = re.compile(r"[,;:.–]")
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
# "sơ kết giữa năm": the half that is over.
_MID_YEAR = re.compile(r"(?: công tác)? giữa năm(?! \d)\b")
PLANNING = re.compile(
    r"triển khai(?<!\wtriển khai) (?:thực hiện )?"
    r"(?:công tác|nhiệm vụ|chương trình công tác|kế hoạch công tác|phương hướng"
    r"|(?:các )?(?:chỉ tiêu,? )?kế hoạch (?:phát triển )?kinh tế)"
)
"""Words for what a conference sets going, whatever it looks back on."""


def reviewed_before(folded: str, start: int, head: re.Match[str]) -> Mention | None:
    """What is looked back on where it stands first ("Khép lại năm 2023, Ban … nhìn lại …"), or is
    called nothing but a year ("nhìn lại một năm").
    """
    year = _OLD_YEAR.match(folded, head.end())
    if year is None and head[0] in load("periods")["summing"]:
        year = _THE_YEAR.match(folded, head.end())
    if year:
        return Mention(*year.span(), shift=-1)
    if half := _MID_YEAR.match(folded, head.end()):
        return Mention(*half.span(), 1, 6)
    for mention in find_periods(folded, start, head.start()):
        before = folded[start : mention.start]
        opens = not before.strip() and _BELONGS.match(folded, mention.end)
        if not mention.term and (opens or _ENDING.search(before)):
            return mention
        # "những việc của Ban trong năm qua được nhắc lại tại hội nghị tổng kết"
        if mention.shift == -1 and head[0] in load("periods")["summing"]:
            return mention
    return None


def planned_before(folded: str, start: int, head: int) -> Mention | None:
    """The plan that stands first: "hội nghị triển khai công tác năm 2023, tổng kết năm 2022"."""
    found = PLANNING.search(folded, max(start, head - 90), head)
    planned = next(find_periods(folded, found.start(), head), None) if found else None
    return None if planned is None or planned.term or planned.vague else planned


def periods_of(
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
        # "kết quả 6 tháng đầu năm, nghị quyết lãnh đạo 6 tháng cuối năm 2019"
        ahead = ahead or bool(
            reviewed and follows(reviewed, mention) and told_apart(folded, reviewed, mention)
        )
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
        if planned and reviewed is None and follows(planned, mention):
            # "…, Chương trình phối hợp năm 2023, triển khai nhiệm vụ năm 2024"
            reviewed, planned = planned, mention
        if ahead:
            # "…, phát động phong trào giai đoạn 2023 - 2025": no plan of who looks back on a year.
            of_stage = mention.term and not (reviewed and (reviewed.term or mention.named))
            planned = planned or (None if of_stage else mention)
        elif reviewed is None and (mention.start < following or not mention.term):
            reviewed = mention
    return reviewed, planned
