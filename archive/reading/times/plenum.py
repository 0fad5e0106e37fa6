"""A session of a Party committee, of a board or of the Front's, which is counted and has no other
name: "Hội nghị lần thứ 11 Ban Chấp hành Đảng bộ tỉnh", "hội nghị Thành ủy lần thứ 26 khai mạc".

What it looks back on is one of the reports that it hears, told anywhere in the article.
"""

import re
from functools import lru_cache

from archive.reading.page import Line, Page
from archive.reading.times.conference import Naming, lead
from archive.reading.times.neighbours import follows
from archive.reading.times.periods import Mention, find_periods
from archive.reading.times.planned import is_planned
from archive.reading.times.sentences import sentences
from archive.reading.times.years import looked_at, with_year

_LINES = 5
_ELECTED = (
    r"(?:(?:ban chấp hành|bch) (?:đảng (?:bộ|ủy|uỷ)|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)))"
)
_COMMITTEE = (
    rf"(?:{_ELECTED}|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)(?! viên)"
    r"|(?:ủy|uỷ) ban (?:trung ương |tw )?(?:mttq|mặt trận tổ quốc)"
    r"|(?:ban (?:chấp hành|thường vụ)|bch|btv|đoàn chủ tịch) (?:(?:trung ương|tw) )?"
    r"hội (?=[^\W\d_]))"
)
_NUMBER = (
    r"lần (?:\d{1,2}|thứ (?:\d{1,2}"
    r"|[^\W\d_]{1,5}(?: (?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?))(?!\w)"
)
_WITHIN = r"(?:tp\.|[^.;:\n])"
# Cheap, begun by one letter: this is in each.
_TOLD = re.compile(
    r"h(?:ội nghị|ọp|iên(?<=phiên))"
    rf" (?:\d|lần |thứ |(?:của )?(?:{_COMMITTEE}|(?:cụm|khối) thi đua|ban chỉ đạo))"
)
_SESSION = re.compile(
    # a session, its number, whose it is
    rf"(?:hội nghị|(?:kỳ|phiên|cuộc) họp) (?:\d{{1,2}}|{_NUMBER}){_WITHIN}{{0,30}}?[ -]{_COMMITTEE}"
    # whose session, its number
    rf"|(?:hội nghị|(?:phiên|cuộc) họp) (?:của )?{_COMMITTEE}{_WITHIN}{{0,60}}? {_NUMBER}"
    rf"|hội nghị {_ELECTED}[^.;:,\n]{{3,40}}"
    # … or its day, or what was done with it
    rf"|(?:khai mạc|bế mạc|kết luận) hội nghị {_COMMITTEE}"
    rf"|hội nghị {_COMMITTEE}{_WITHIN}{{0,40}}? (?:sáng|chiều|tối|ngày|khai mạc|bế mạc|diễn ra)"
    # who met, for a session of that number
    rf"|{_COMMITTEE}{_WITHIN}{{0,90}}? (?:tổ chức|họp|khai mạc|tiến hành|mở|bế mạc)"
    rf" (?:hội nghị|phiên họp|kỳ họp) {_NUMBER}"
    # a board's meeting of that number
    rf"|ban chỉ đạo{_WITHIN}{{0,110}}? (?:tổ chức|họp|tiến hành|mở) (?:phiên(?: họp)?|cuộc họp)"
    r" (?:lần )?thứ \w{1,6}"
    r"|(?:phiên|cuộc) họp (?:lần )?thứ \w{1,6}(?: \w{1,5})? (?:của )?ban chỉ đạo"
    r"|(?:phiên|cuộc) họp (?:của )?ban chỉ đạo (?:trung ương )?(?:về )?"
    r"(?:phòng,? chống tham nhũng|cải cách tư pháp|35(?!\w))"
    # an emulation cluster's, named by nothing else
    r"|(?:diễn ra|tổ chức|khai mạc) hội nghị (?:của )?(?:cụm|khối) thi đua(?!\w)"
)
# Where a session decided what is told now, is yet to come, or only elected somebody.
_NOT_THIS = re.compile(
    r"(?:nghị quyết|thực hiện|quyết định|thông báo|theo|sau|tinh thần|kết quả|từ|chuẩn bị|sẽ"
    r"|trước|(?<!chương )trình|tới)(?: [^\W\d_]+){0,3} $|trước đ(?:ó|ây)[^;\n]{0,120}$"
)
_AHEAD = re.compile(r"[^.,;\n]{0,16}? (?:sắp tới|tới đây|sẽ)(?!\w)")
_ELECTS = re.compile(r"bầu (?:bổ sung|ông|bà|đồng chí|chức|các|ra|giữ|cử)|trúng cử|bỏ phiếu bầu")
_MEETS = re.compile(
    r"đã (?:xác định|thống nhất|thông qua|thảo luận|đánh giá)"
    r"|khai mạc|bế mạc|diễn ra|(?<!ban )(?<!các )tổ chức(?! (?:đảng|cơ sở|cán bộ|bộ máy))|phát biểu"
    r"|kết thúc|chủ trì|kết luận hội nghị|bên (?:lề|hành lang)"
    r"|tại (?:buổi |phiên )?(?:khai mạc )?(?:hội nghị|kỳ họp|phiên họp)|(?<!\w)họp "
)
_HEARD = re.compile(r"(?:đánh giá|tình hình|kết quả|báo cáo)(?: [^\W\d_]+| -){0,14} $")
_SUMMED = re.compile(r"(?:tổng kết|sơ kết)[^.;:\n]{0,120}$")
# "trong quý I, kinh tế thành phố tăng …": how the place fared in it.
_FARED = re.compile(
    r",? (?:(?:tình hình|tốc độ|hoạt động) )?(?:kinh tế|tổng sản phẩm|tổng thu|thu ngân sách"
    r"|trên địa bàn|toàn (?:tỉnh|thành phố|huyện|quận|đảng bộ|ngành))(?!\w)"
)
_REACH = 200
_BEFORE = 130


@lru_cache(maxsize=1)  # asked for by all who ask whether there was a conference
def find_plenum(page: Page) -> Naming | None:
    """The session that the lead reports, with the first period that the article says it summed up,
    else looked at; None where there is none.
    """
    found = _session(page)
    if found is None:
        return None
    reviewed, planned = heard(page)
    return Naming("hội nghị", *found, 1, reviewed, planned)


def _session(page: Page) -> tuple[int, int] | None:
    folded = page.folded
    for line in lead(page)[:_LINES]:
        if not _TOLD.search(folded, line.start, line.end):
            continue
        for start, end in sentences(page, line):
            for found in _SESSION.finditer(folded, start, end):
                if _is_this(folded, line, found, start, end):
                    return found.span()
    return None


def _is_this(folded: str, line: Line, found: re.Match[str], start: int, end: int) -> bool:
    """Is the session the one that the article reports, and more than an election?"""
    before = folded[max(start, found.start() - _BEFORE) : found.start()]
    if (
        _AHEAD.match(folded, found.end(), end)
        or _NOT_THIS.search(before)
        or _ELECTS.search(folded, line.start, line.end)
    ):
        return False
    return line.role == "title" or _MEETS.search(folded, start, end) is not None


def heard(page: Page) -> tuple[Mention | None, Mention | None]:
    """What a session summed up, else looked at, and what is planned in the same breath."""
    looked: tuple[Mention, int] | None = None
    fared: tuple[Mention, int] | None = None
    for mention, start, end in looked_at(page):
        before = page.folded[max(start, mention.start - _REACH) : mention.start]
        if _SUMMED.search(before):
            looked = mention, end
            break
        if looked is None and _HEARD.search(before):
            looked = mention, end
        if fared is None and _FARED.match(page.folded, mention.end, end):
            fared = mention, end
    looked = looked or fared
    if looked is None:
        return None, None
    return with_year(page, looked[0]), _coming(page, *looked)


def _coming(page: Page, past: Mention, end: int) -> Mention | None:
    """The period of the same length, or the rest of the year, that is planned for behind `past`."""
    since = past.end
    for mention in find_periods(page.folded, past.end, end):
        before = page.folded[since : mention.start]
        since = mention.end
        like = mention.months == past.months or follows(past, mention)
        if like and is_planned(page.folded, before, mention, end):
            return mention
    return None
