"""Conferences that a report speaks of and is not about: those that are asked for, yet to come, long
past or recalled, or where a document was given.
"""

import re

from archive.reading.page import Line, Page

# "Kết luận số 06-KL/BTCTW … tại Hội nghị tổng kết …": where a document was given, not this report.
_NUMBER = re.compile(r"-(?:(?<=\d-)|(?<=\d -))[a-zđ]{2,4}/")
_NOT_YET = re.compile(
    r"(?:sẽ(?<!\wsẽ)\b|chuẩn bị(?<!\wchuẩn bị)\b|dự kiến(?<!\wdự kiến)\b"
    r"|tham mưu(?<!cơ quan tham mưu)|chậm)[^,;]{0,40}$"
)
# "nhắc lại, tại hội nghị tổng kết năm 2017": another conference than the one reported.
_RECALLED = re.compile(
    r"(?:(?:nhắc|nhớ) lại|còn nhớ|bài học từ|năm ngoái|hồi (?:(?:đầu|giữa|cuối) )?(?:tháng|năm))\b"
    r"[^;]{0,60}$|như (?:đã|từng) [^,;]{2,40}$|(?:hay|thường) (?:sơ|tổng) kết [^;]{2,40}$"
)
# "Hội nghị … năm 2016 từng xác định", "hội nghị tổng kết hồi tháng 12": that was another.
_LONG_AGO = re.compile(
    r"[^.;:\n]{0,90}? từng [^\W\d_]|[^.,;:\n]{0,40}? hồi (?:\w+ )?(?:tháng|năm)(?!\w)"
)
# Who asks for one, or tells of a habit ("chúng ta hay sơ kết sáu tháng"), reports none.
_ASKED = (
    "đề nghị ", "kiến nghị ", "việc ", "hay ", "thường ", "chất lượng ", "chế độ ", "nếp ",
    "đổi mới ",
)  # fmt: skip
_EARLIER = re.compile(r"trước đ(?:ó|ây)(?: (?:vào|ngày|sáng|chiều) [^;,]{1,20})?,[^;]{0,60}$")
_CITED_WITHIN = 130


def is_other(page: Page, line: Line, start: int, head: re.Match[str], before: str) -> bool:
    """Do the words `before` the word `head`, in the sentence that begins at `start` in `line`, say
    that another conference is meant than the one reported, or none?
    """
    return (
        _NUMBER.search(page.folded, max(start, head.start() - _CITED_WITHIN), head.start())
        is not None
        or before.endswith(_ASKED)
        or _NOT_YET.search(before) is not None
        or _EARLIER.search(before) is not None
        or (_is_beyond_first(page, line) and _RECALLED.search(before) is not None)
    )


def is_long_ago(page: Page, line: Line, at: int, stop: int) -> bool:
    """Does the article, beyond its first paragraph, go on to say that the conference is past?"""
    return _is_beyond_first(page, line) and _LONG_AGO.match(page.folded, at, stop) is not None


def _is_beyond_first(page: Page, line: Line) -> bool:
    first = next(iter(page.body), line)
    return line.start > first.start
