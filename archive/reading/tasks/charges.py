"""Plain sentences by which a body is charged with work: who opens them, a verb of doing follows,
and nothing makes of it what was done, what is wanting, what is wished or what holds always.
"""

import re

from archive.reading.tasks.ahead import reach
from archive.reading.tasks.asking import said_when, subject
from archive.reading.tasks.duties import DUE
from archive.reading.tasks.openers import starts_with_verb
from archive.reading.tasks.ranks import FORMS
from archive.reading.tasks.vocabulary import words

# "Muốn chọn đúng người thì phải nghe dân" holds always, for nobody in particular.
MAXIM = re.compile(
    r"thì(?<!\wthì) (?:(?:cũng )?(?:phải|mới|càng)"
    r"|(?:cũng )?(?:không thể|coi như|xem như|cũng chỉ|chỉ là|tốt nhất|đừng)"
    r"|(?!(?:ở|tại|từ) )(?:\w+ ){1,3}(?:đó|ấy))(?!\w)"
)
OFTEN = r"(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm)(?: (?:một|1|hai|2) lần)?"
"""A pattern for how often something is done: "mỗi quý một lần"."""
_OFTEN = re.compile(rf"{OFTEN},? ")
# "Đối với hồ sơ thiếu, Phòng …": the matter, before the body that is to act.
_MATTER = re.compile(
    r"(?:riêng|(?:riêng |còn )?(?:về|đối với|với|trên|để|nhằm|bên cạnh|cùng với))"
    r" [^,;:.]{2,80}[,:] "
    r"|(?:trong|ở|riêng trong) (?:công tác|lĩnh vực|khâu|mảng|việc)(?!\w)"
    r"(?:phòng, chống |[^,;:.]){2,60}[,:] "
)
# "Nhóm nhiệm vụ thứ ba, tiếp tục …", "Việc cuối cùng được ông đề cập là …"
_NTH = re.compile(
    r"(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|việc) (?:thứ \w+|tiếp theo|cuối cùng|khác|nữa)(?!\w)"
    r"[^,;:.]{0,40}?(?:[,:]| là) "
)
# "Phần mình, Cụm …", "Theo chương trình được thông qua, Ban …": whose share it is, by what paper.
_SHARE = re.compile(
    r"(?:(?:về |còn |với )?phần (?:mình|\w+),|về phía (?:mình|[^,;:.]{2,30}),"
    r"|theo (?:đó|(?:sự )?phân công[^,]{0,40}"
    r"|(?:chương trình|kế hoạch|nghị quyết|dự thảo|phương hướng)[^,;:.]{0,60}),) "
)
_LEAD = re.compile("|".join(lead.pattern for lead in (_OFTEN, _SHARE, _MATTER, _NTH)))
# "Theo chương trình được thông qua, …": what those present settled.
PASSED = re.compile(
    r"theo (?:chương trình|kế hoạch|nghị quyết|dự thảo|phương hướng|tờ trình|quy chế)[^,;:.]{0,40} "
    r"(?:được|đã|vừa)(?: được)? (?:hội nghị |đại hội )?(?:thông qua|thống nhất|biểu quyết|nhất trí"
    r"|tán thành|ký|chốt)(?!\w)[^,;:.]{0,40}, "
)
WORKS = ("việc", "công tác")
"""What a work is called, by which no body does anything."""
_ASSIGNS = re.compile(
    r"(?:phân(?<!\wphân) (?:vai|việc|công)|chia(?<!\wchia) (?:việc|phần)"
    r"|giao(?<!\wgiao) (?:việc|phần|đầu bài|nhiệm vụ)"
    r"|ra(?<!\wra) (?:đầu bài|đề bài)|nêu(?<!\wnêu) (?:đầu bài|đề bài)"
    r"|chốt(?<!\wchốt) (?:lại |gọn )?(?:công việc|việc|đầu việc|phần việc)"
    r"|vào(?<!\wvào) việc|đặt(?<!\wđặt) hàng)(?!\w)(?! (?:này|ấy|đó|được|đã))"
)
# What is done at the conference itself.
_THERE = re.compile(
    r"(?<!\w)(?:ra mắt|bầu|biểu quyết|thông qua|trao|tặng|công bố|khen thưởng|tôn vinh|thảo luận"
    r"|lắng nghe|nghe|xem|bế mạc|khai mạc|(?:tổ chức|mở) (?:hội nghị|đại hội|buổi lễ|lễ))(?!\w)"
)
# "Ba việc được Bí thư giao tại chỗ": the same, told of the work.
_ASSIGNED = re.compile(
    r"(?:những |các )?(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|mấy|loạt)? ?(?:đầu |phần )?"
    r"(?:việc|nhiệm vụ|công việc|yêu cầu)(?: [^\s,;:.]+){0,4} (?:được|do) [^,;:.]{2,60}?"
    r" (?:giao|chốt|nêu|đặt ra|chỉ ra|đặt hàng|gợi ra|yêu cầu)(?!\w)"
)
_ASKS = re.compile(r"(?<!\w)(?:kiến nghị|đề nghị|đề xuất|xin|mong|phản ánh|hỏi)(?!\w)")
_EACH = re.compile(
    r"(?:các|mỗi|từng|mọi"
    r"|(?P<counted>\d{1,3}(?: ?%(?: số)?)?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)) "
)
_LEADS = 3
_SPOKEN_WITHIN = 90
_WORD = re.compile(r"\S+")
# "mở thêm lớp", "rà từng hồ sơ": what follows tells that a short word is a verb.
_HOW_MUCH = re.compile(
    r"[^\s,;:.]+ (?:thêm|mới|lại|ngay|xong|đủ|hết|kỹ|dần|cho (?:được|bằng)|từng|mỗi|một|hai|ba|bốn"
    r"|\d+)(?!\w)"
)
_SHORT_WITHIN = 5
_VERB_WITHIN = 13  # words of a body's name, or of several, and the verb behind
# "Văn phòng là đơn vị làm tốt nhất": how a body is, or what is done to it.
_IS = re.compile(
    r" (?:là(?! (?:đầu mối|cơ quan (?:thường trực|chủ trì)))|gửi lời|rất|bị|chưa|hiện|gồm"
    r"|có(?= \d| (?:những|nhiều|hơn|gần|trên|một|hai|ba)(?!\w)))(?!\w)"
)
# "… số đảng phí còn chậm", "… các vụ đang tạm đình chỉ": how that is which is to be seen to.
_WHICH = re.compile(
    r"(?<!\w)(?:số(?! \d)|những|các|từng|mọi|nhiều|phần|nơi|khâu|\d+)(?: [^\s,;:.]+){1,6}?"
    r" (?:còn|chưa|đang|đã|vừa)(?!\w)[^,;:.]*"
)


def past_leads(low: str) -> int:
    """Where the words end that stand before who is to act, or before the verb: a time, a matter,
    whose share it is.
    """
    at = 0
    for _ in range(_LEADS):
        found = _LEAD.match(low, at)
        end = found.end() if found else _past_time(low, at)
        if end == at:
            break
        at = end
    return at


def often(low: str) -> bool:
    """Does a body do something every month, be it told with a short verb?"""
    when = _OFTEN.match(low)
    who = bound(low[when.end() :]) if when else None
    if when is None or who is None:
        return False
    said = low[when.end() + who :].split(None, _SHORT_WITHIN)[:_SHORT_WITHIN]
    return any(starts_with_verb(" ".join(said[at:])) for at in range(len(said)))


def _past_time(low: str, at: int) -> int:
    """Where a time to come ends that stands at `at`; else `at`."""
    when = said_when(low[at:])
    if when:
        return at + when
    if coming := words("planned").search(low, at, at + 40):
        start, end = reach(low, coming)
        if start == at:
            return end + (2 if low.startswith(", ", end) else 1)
    return at


def bound(low: str) -> int | None:
    """Where the words on a body or office end that `low` begins with, counted ("Ba xã, phường") or
    each of its kind ("mỗi chánh văn phòng"); None without.
    """
    who = subject(low)
    if who is not None:
        return who
    each = _EACH.match(low)
    if each is None:
        return None
    if each["counted"] and (who := subject(low[each.end() :])) is not None:
        return None if low.endswith(WORKS, 0, each.end() + who) else each.end() + who
    office = words("titles").match(low, each.end()) if not each["counted"] else None
    return office.end() if office and office.group() not in FORMS else None


def charges(low: str) -> bool:
    """Does a body open the sentence, and do something, not as done already or as wanting?"""
    who = subject(low)
    if who is None or _IS.match(low, who):
        return False
    verb = _verb_behind(low, who)
    if verb is None and DUE.search(low, who):
        verb = _verb_behind(low, who, long=False)
    if verb is None:
        return False
    plain = low[:verb] + (_WHICH.sub("", low[verb:]) if _tells_state(low[verb:]) else low[verb:])
    return not words("governing", "done").search(plain, 0, 120)


def takes_up(low: str) -> bool:
    """Does the sentence go on with the tasks told some sentences before, by who does what?"""
    rest = low[past_leads(low) :]
    if not charges(rest) or is_wanting(low) or MAXIM.search(low):
        return False
    who = subject(rest)
    if rest.endswith(WORKS, 0, who) or _THERE.search(rest, 0, _SPOKEN_WITHIN):
        return False
    if words("past").match(low) or words("governing", "wishes").search(low):
        return False
    spoken = words("setting", "saying").search(rest, 0, _SPOKEN_WITHIN)
    asks = spoken or _ASKS.search(rest, 0, _SPOKEN_WITHIN)
    return asks is None and not words("others").search(rest, 0, _SPOKEN_WITHIN)


def assigns(low: str) -> bool:
    """Does somebody who speaks share out work, without telling it as yet?"""
    if _ASSIGNED.match(low):
        return True
    found = _ASSIGNS.search(low, 1, _SPOKEN_WITHIN + 60)
    return bool(found and words("titles").search(low, 0, found.start()))


def is_wanting(low: str) -> bool:
    """Does the sentence say of somebody or something that it is not as it should be?

    What is said so of the things to be seen to does not count.
    """
    lacks = words("governing", "lacks")
    if not lacks.search(low):
        return False
    rest = low[past_leads(low) :]
    who = subject(rest)
    verb = 0 if starts_with_verb(rest) else None
    if who is not None and not rest.endswith(WORKS, 0, who):
        verb = _verb_behind(rest, who)
    return verb is None or lacks.search(rest[:verb] + _WHICH.sub("", rest[verb:])) is not None


def _tells_state(low: str) -> bool:
    return any(map(low.__contains__, (" còn ", " chưa ", " đang ", " đã ", " vừa ")))


def _verb_behind(low: str, who: int, *, long: bool = True) -> int | None:
    """Where the verb stands of what the body does whose first words end at `who`; short ones mean
    much else too.
    """
    if low[who : who + 1] == " " and starts_with_verb(low[who + 1 :]):
        return who + 1
    for count, word in enumerate(_WORD.finditer(low, who)):
        if count == _VERB_WITHIN:
            break
        piece = low[word.start() : word.start() + 60]
        if starts_with_verb(piece, long=long and _HOW_MUCH.match(piece) is None):
            return word.start()
    return None
