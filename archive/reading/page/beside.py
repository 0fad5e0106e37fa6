"""What stands beside an article's headline: whose line is it, and who wrote it?

A headline tells of the body or of the work; who does what at the conference is a picture's words,
and names alone are those of the writers.
"""

import re
from functools import cache

from archive.reading.dates import Days
from archive.reading.names import is_surname
from archive.reading.page import furniture
from archive.reading.page.page import Line
from archive.reading.places import older_tones, place_at
from archive.registry import load
from archive.vietnamese import lower

_SIGNED = 80
_SENTENCE_END = tuple('.!?…:;"”')
_SYLLABLES = 4  # of one person's name
_WORDS = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r" ?[-–—,&/] ?")
_BETWEEN = re.compile(rf"{_SIGN.pattern}| và ")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.){1,3} ?[^\W\d_]{0,7}")
_BYLINE = re.compile(
    r"(?:tin|bài|ảnh|tác giả|nguồn|theo|biên tập|thực hiện|người viết|người đăng|nhóm pv|pv|ctv|bbt"
    r"|ban biên tập|tòa soạn|toà soạn|phóng viên|nhóm phóng viên)\b"
)
_RANKS = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|ThS|CN|KS|BS|NCS|NSƯT|Tiến sĩ|Thạc sĩ|Nhà báo|Luật sư"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý|tướng))[., ]{1,2}){1,3}"
)
_WORKS = re.compile(
    r"(?:CTV|PV|BBT|TTXVN|VOV|Trường|Ban|Sở|Phòng|Đài|Trung tâm|Văn phòng|Phó|Trưởng|Bí thư"
    r"|Chủ tịch|Ủy|Uỷ|Học viện|Báo|Khoa|Viện|Hội|Đảng ủy|Đảng uỷ|Huyện|Tỉnh|Thành|Chi bộ"
    r"|Giám đốc)(?!\w)"
)
_OFFICE = re.compile(
    r"(?:Nguyên )?(?:Phó )?(?:Trưởng|Bí thư|Chủ tịch|Giám đốc|Ủy viên|Uỷ viên|Chánh|Hiệu trưởng"
    r"|Tổng Biên tập) (?:[^\W\d_]+ ?){4,14}$"
)
# "15/01/2024 - …", "[15/01/2024] …", "date 2024-01-15 …": the page's date, then what it heads.
_STAMP_OPENS = re.compile(
    r"(?:date|ngày đăng|đăng ngày)?[ :]{0,2}[\[(]?"
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật), ?(?:ngày )?)?(?=\d)"
)
_STAMP_ENDS = re.compile(
    r"(?:[ ,|–-]{1,3}\d{1,2}[:h]\d\d(?: ?(?:am|pm|sa|ch|gmt\+7|\(gmt\+7\)))?)?"
    r"(?:[\])][ :–-]{1,3}| [-–|•] | (?=[^\W\d_]))"
)
_PART = re.compile(r"(?:bài|kỳ|phần) (?:\d{1,2}|cuối|đầu)(?: ?: |\. )")
_UNFINISHED = re.compile(
    r"(?<!\w)(?:tổng kết|sơ kết|hội nghị|công tác|nhiệm vụ|phương hướng|thực hiện|triển khai"
    r"|kết quả|phong trào|đánh giá|của|về|tại|và|với|cho|trong|từ|theo|đến|các|những)$"
)
_FEWEST_WORDS = 4
OPENING = re.compile(
    r"(?:\S{1,12} ?[-–—] ?|\([^)\n]{2,30}\) ?[-–—:]? ?)?(?:trong )?"
    r"(?:(?:sáng|trưa|chiều|tối) (?:ngày )?\d|ngày \d|hôm nay|sáng nay|chiều nay|hôm qua|vừa qua"
    r"|tại )"
)
_AT = ("hội nghị", "đại hội", "hội thảo", "buổi lễ", "buổi làm việc", "chương trình")
# "… báo cáo tại hội nghị", "… bỏ phiếu tại đại hội": the scene of a picture.
_SCENE = re.compile(
    r"(?<!\w)(?:phát biểu|báo cáo|trình bày|chủ trì|điều hành|khai mạc|bế mạc|kết luận|thảo luận"
    r"|tham luận|bỏ phiếu|biểu quyết|trao|tặng|chụp ảnh|tham gia|dự|theo dõi|trao đổi)(?= )"
    rf"[^,:;“”\"\d]{{0,60}} (?:{'|'.join(_AT)})$"
)
_TOLD = re.compile(
    r"(?<!\w)(?:vừa|đã|mới|hôm nay|hôm qua|sáng nay|chiều nay|(?:sáng|chiều|ngày) \d)(?!\w)"
)
_SOURCE = re.compile(
    r"[\[(]? ?(?:(?:nguồn|theo|trích|dẫn|viết bởi|đăng bởi|bởi|tác giả|người (?:viết|đăng|gửi)"
    r"|biên tập|thực hiện|phóng viên|nhóm pv|nhóm phóng viên|pv|ctv|bbt|ban biên tập"
    r"|(?:tin|bài|ảnh)(?:(?:,| và| -)? (?:tin|bài|ảnh))*)(?: |:)"
    r"|(?:báo|tạp chí|bản tin|cổng|trang|đài) [^.:]{2,60}, )"
)
_AFTER_SOURCE = re.compile(r"(?:[ ,–|-]{1,3}\d{1,2}[:hg]\d\d(?:[:']\d{0,2})?)?(?:[ .]?[\])]\.?)?")
_MOST_ECHOED = 420
_FEWEST_ECHOED = 8
_ECHOED = 0.75  # of a headline's words, in the sentence that opens its article


def headline_start(folded: str, start: int, end: int, days: Days) -> int:
    """Where on the line from `start` to `end` the headline begins that has the page's date before
    it; `start` where it has none.
    """
    opens = _STAMP_OPENS.match(folded, start, end)
    told = days.full(opens.end(), min(end, opens.end() + 24)) if opens else ()
    if not opens or not told or told[0].start != opens.end():
        return start
    stop = _STAMP_ENDS.match(folded, told[0].end, end)
    bare = stop and stop[0][-1:] == " " and stop[0].strip(" ") == ""
    labelled = folded[start : opens.end()].strip(" :[(") != ""
    if not stop or (bare and not labelled) or folded.count(" ", stop.end(), end) < _FEWEST_WORDS:
        return start
    return stop.end()


def is_signed(text: str) -> bool:
    """Does the line tell from where the article comes ("Theo Báo Sóng Biển", "Bài, ảnh: Vân"), or
    who wrote it, by rank, office or place of work ("ThS. Hà Vân - Trường Chính trị tỉnh")?
    """
    if len(text) > _SIGNED or any(char.isdigit() for char in text):
        return False
    if byline := _BYLINE.match(lower(text)):
        said = text[byline.end() :]
        return ":" in said or all(word[0].isupper() for word in _WORDS.findall(said))
    if ranked := _RANKS.match(text):
        return bool(_is_name(" ".join(_WORDS.findall(text[ranked.end() :])[:2])))
    first, *others = _BETWEEN.split(text)
    if others and _is_name(first) and is_surname(first.split(maxsplit=1)[0]):
        return all(_WORKS.match(one) or _is_name(one) for one in others)
    return bool(_OFFICE.match(text)) and _ends_with_name(text.split())


def is_source(folded: str, start: int, end: int, days: Days) -> bool:
    """Does the line name a writer or source and end with the day, in brackets or not ("(Nguồn: Văn
    phòng, đăng 12/12/2019)")?
    """
    if end - start > furniture.LONGEST_SHORT or not days.may_be_full(start, end):
        return False
    set_apart = folded[start] in "[(" and folded[end - 1] in "])"
    if not (set_apart or _SOURCE.match(folded, start, end)):
        return False
    last = max((day.end for day in days.full(start, end)), default=start)
    return last > start and _AFTER_SOURCE.fullmatch(folded, last, end) is not None


def _ends_with_name(words: list[str]) -> bool:
    named = (words[-many:] for many in (3, 4) if len(words) > many + 1)
    return any(is_surname(name[0]) and all(one[0].isupper() for one in name) for name in named)


def are_names(text: str) -> bool:
    """Is the line names alone ("Hải Vân - Thu Trang", "T.H - M.D"), those of no places?"""
    if len(text) > _SIGNED or any(char.isdigit() for char in text):
        return False
    people = _BETWEEN.split(text)
    if not all(_INITIALS.fullmatch(one) or _is_name(one) for one in people):
        return False
    if len(people) == 1 and not is_surname(text.split(maxsplit=1)[0]):
        return False
    return not place_at(older_tones(lower(text)), 0)


def is_writers(text: str) -> bool:
    """Is the line nothing but several people's names with signs between: "MAI DUNG - ĐẶNG LUÂN"?"""
    if len(text) > _SIGNED or not _SIGN.search(text):
        return False
    if not all(map(_is_name, _SIGN.split(text))):
        return False
    return is_surname(_WORDS.findall(text)[0]) and not place_at(older_tones(lower(text)), 0)


def _is_name(text: str) -> bool:
    words = _WORDS.findall(text)
    return 1 < len(words) <= _SYLLABLES and all(word[0].isupper() for word in words)


def is_part(folded: str) -> bool:
    """Is the line the name of one article of a series, that stands below the series' own?"""
    return _PART.match(folded) is not None


def is_unfinished(folded: str) -> bool:
    """Does a headline in capitals end its line with a word that asks for more?"""
    return folded.count(" ") > 1 and _UNFINISHED.search(folded) is not None


def is_scene(folded: str) -> bool:
    """Does the line tell who does what at the conference, and nothing of what it is about?"""
    return folded.endswith(_AT) and _SCENE.search(folded) is not None


def is_link(folded: str, start: int, end: int) -> bool:
    """Is the line from `start` to `end` one of a list of other sites?"""
    return end - start <= _SIGNED and folded.startswith(_linked(), start)


@cache
def _linked() -> tuple[str, ...]:
    return tuple(load("furniture")["linked"])


def is_echoed(line: str, below: str) -> bool:
    """Is lower-case `line` a headline, full stop or not, because the sentence `below` that opens
    the article says it again with its day?
    """
    if len(line) > _MOST_ECHOED or ". " in line or _TOLD.search(line):
        return False
    said, again = set(_WORDS.findall(line)), set(_WORDS.findall(below))
    return len(said) >= _FEWEST_ECHOED and len(said & again) >= _ECHOED * len(said)


def headline_with_stop(folded: str, lines: list[Line], first: int) -> int | None:
    """A headline that ends with a full stop is known by the page's date right below it, or by the
    article that opens with its words.
    """
    if first + 1 < len(lines):
        line, below = lines[first : first + 2]
        if below.role == "date":
            return first if line.end - line.start <= 220 else None
        said, opening = folded[line.start : line.end], folded[below.start : below.end]
        if OPENING.match(opening) and is_echoed(said, opening):
            return first
    return None


def is_name(said: str) -> bool:
    """Is the line one name, with what stands in brackets behind it: who wrote the article?"""
    if len(said) > 60 or said.endswith(_SENTENCE_END):
        return False
    words = _WORDS.findall(said.split("(", 1)[0])
    return (
        1 <= len(words) <= 6
        and all(word[0].isupper() for word in words)
        and not furniture.is_listed(lower(said))
    )
