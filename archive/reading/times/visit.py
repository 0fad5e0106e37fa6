"""A leader's working session with a committee's standing members or its leaders, who report what
was done: "có buổi làm việc với Ban Thường vụ Tỉnh ủy … Báo cáo tình hình … năm 2018".
"""

import re
from functools import lru_cache

from archive.reading.page import Page
from archive.reading.times.conference import Naming, lead
from archive.reading.times.plenum import heard
from archive.reading.times.sentences import sentences

_LINES = 4
_BEFORE = 160
_WORKS = "làm việc"
_BODY = (
    r"(?:(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ|ban (?:tổ chức|tuyên giáo|dân vận|nội chính)"
    r"|uỷ ban kiểm tra)"
)
_WITH = re.compile(
    r"làm việc (?:(?:của|giữa) [^.;:\n]{3,70} )?(?:với|và) (?:tập thể )?"
    rf"(?:(?:ban thường vụ|thường vụ|thường trực) {_BODY}"
    rf"|(?:lãnh đạo|cán bộ) chủ chốt (?:của )?(?:tỉnh|thành phố|{_BODY}))(?!\w)[^.;,\n]{{0,50}}"
)
_DAY = re.compile(r"(?:sáng|chiều|tối|ngày|hôm (?:nay|qua))(?!\w)")
_NOT_THIS = re.compile(
    r"(?:sẽ|dự kiến|chuẩn bị|trước đ(?:ó|ây)|sau (?:khi|buổi)|tại các|kiểm tra|giám sát|thông báo)"
    r"(?!\w)[^;\n]*$"
)
_REPORTS = re.compile(
    r"nghe [^.;\n]{0,110}?báo cáo|báo cáo(?: về)? (?:tình hình|kết quả)"
    r"|báo cáo,? (?:rằng )?(?:hơn |gần |trong )?\w{1,4} (?:năm|tháng) qua"
    r"|về (?:tình hình|kết quả) [^.;\n]{0,40}(?:thực hiện|lãnh đạo)"
)


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_visit(page: Page) -> Naming | None:
    """The working session that the lead reports, with the period that it heard of; None where there
    is none, or where nobody is said to have reported.
    """
    folded = page.older
    lines = lead(page)[:_LINES]
    if (
        not lines
        or folded.find(_WORKS, lines[0].start, lines[-1].end) < 0
        or not any(_REPORTS.search(folded, line.start, line.end) for line in lines)
    ):
        return None
    for line in lines:
        if line.role == "title" or folded.find(_WORKS, line.start, line.end) < 0:
            continue
        for start, end in sentences(page, line):
            if not _DAY.search(folded, start, end):
                continue
            for found in _WITH.finditer(folded, start, end):
                since = max(start, found.start() - _BEFORE)
                if not _NOT_THIS.search(folded, since, found.start()):
                    return Naming(_WORKS, *found.span(), 1, *heard(page))
    return None
