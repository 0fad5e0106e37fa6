"""A conference of the whole country on the work of one of the Party's sectors, which need not be
called more than that: "hội nghị toàn quốc về công tác tuyên giáo".
"""

import re
from functools import cache, lru_cache

from archive.reading.page import Page
from archive.reading.times.conference import Naming, lead
from archive.reading.times.other_conferences import is_long_ago
from archive.reading.times.periods import Mention
from archive.reading.times.plenum import heard
from archive.reading.wordlist import any_of
from archive.registry import load

_LINES = 5
_BEFORE = 60
_MEETING = "hội nghị "
_WHOLE = "hội nghị toàn quốc"
_NOT_YET = re.compile(
    r"(?:sẽ|chuẩn bị|dự kiến|sắp tới|trước đ(?:ó|ây)|nghị quyết|sau)\b[^.;\n]{0,40}$"
)
_THE_YEAR = re.compile(r" (?:trong |cả )?năm(?: qua| nay)?(?=[,;.]| và )")


@cache
def _said() -> re.Pattern[str]:
    bodies = load("bodies")
    works = [work for row in (*bodies["commission"], *bodies["national"]) for work in row["work"]]
    work = any_of(works)
    rows = bodies["commission"]
    sectors = any_of(word for row in rows for word in row["sector"])
    commissions = any_of(word for row in rows for word in row["found"])
    whose = (
        rf"(?:của )?(?:toàn )?(?:{sectors}(?!,? (?:của |tỉnh|thành phố|tp|huyện|quận))"
        rf"|{commissions} trung ương)"
    )
    about = r"(?:(?:về|triển khai|bàn về|đánh giá) )?(?:(?:kết quả |tình hình )?công tác )?"
    return re.compile(
        rf"hội nghị(?: (?:cán bộ |trực tuyến )?toàn quốc {about}{work}(?!\w)"
        rf"| {about}{work} toàn quốc"
        # whose conference it is: a whole sector's, a central commission's
        rf"|(?P<own>(?: cán bộ)?(?: trực tuyến| toàn quốc){{0,2}}) {whose}(?!\w))"
    )


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_national(page: Page) -> Naming | None:
    """The national conference of a sector that the lead reports; None where there is none."""
    folded = page.older
    for line in lead(page)[:_LINES]:
        if folded.find(_MEETING, line.start, line.end) < 0:
            continue
        for found in _said().finditer(folded, line.start, line.end):
            since = max(line.start, found.start() - _BEFORE)
            if _NOT_YET.search(folded, since, found.start()) or is_long_ago(
                page, line, found.end(), line.end
            ):
                continue
            year = _THE_YEAR.match(folded, found.end())
            reviewed = Mention(*year.span(), shift=-1) if year else None
            own = found["own"]
            if year is None and own is not None and (month := heard(page)[0]) and month.months == 1:
                reviewed = month  # a sector meets every month, too
            head = _WHOLE if own and "toàn quốc" in own else _MEETING.strip()
            return Naming(head, *found.span(), 1, reviewed)
    return None
