"""What is told as somebody's duty or aim, as due by a day, or as what will be done to something."""

import re

from archive.reading.tasks.asking import soon, subject
from archive.reading.tasks.openers import directive_within, says_what, starts_with_verb
from archive.reading.tasks.vocabulary import words

DUE = re.compile(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|đến (?:hết|cuối)|(?:xong )?trong (?:quý|tháng)) ?"
    r"(?:là |vào )?(?:ngày |tháng |quý |kỳ |cuối |đầu )?(?:\d|[ivx]+(?!\w))"
)
# "Ban tổ chức được ba lớp": what came of it.
ATTAINED = re.compile(r" được (?:\d|hơn|gần|trên|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)")
_WISHED = re.compile(r"(?:xin|mong|muốn|đề nghị|cần) $")
_IS_DONE_TO = re.compile(r"được (?:\w+ )?")
# "Điều tỉnh cần ở ngành là …", "Một việc nữa được đồng chí lưu ý là …".
_WANTED = re.compile(
    r"(?:(?:hai|ba|những|các) (?=yêu cầu|đòi hỏi|việc))?"
    r"(?:điều|yêu cầu|đòi hỏi|(?:một )?(?:việc|(?P<matter>nội dung|khâu|vấn đề))"
    r"(?: nữa| khác)?)(?!\w)"
    r"(?P<who>[^:;.]{0,60}?) (?:cần|phải|muốn|mong|lưu ý|yêu cầu|đề nghị|nhấn mạnh|đặt ra|đòi hỏi"
    r"|quan tâm)(?!\w)[^:;.]{0,60}?(?<!\w)là(?: phải)?,? "
)
# "… là mỗi chi bộ có một việc làm cụ thể": what each is to have, not what some lack.
_EACH_HAS = re.compile(
    r"(?:mỗi|từng|tất cả|toàn) [^,;:.]{2,50} (?:có|được|không còn|không để|biết)(?!\w)"
)
_TOLD_WORDS = 8
# "Nhiệm vụ của các huyện ủy từ nay đến cuối năm là …", "Mục tiêu đặt ra là …".
_DUTY = re.compile(
    r"(?:(?:vì vậy|do đó|bên cạnh đó), )?(?:theo [^,:;]{2,40}, )?"
    r"(?:[^,:;.]{2,70}(?:nhắc|nhấn mạnh|cho biết|khẳng định|nêu rõ|cho rằng),? (?:rằng )?)?"
    r"(?:(?:một )?(?:trong (?:những|các) )?(?:nhiệm vụ|trách nhiệm|phần việc|mục tiêu|chỉ tiêu"
    r"|trọng tâm|ưu tiên|yêu cầu|đề nghị"
    r"|việc (?:đầu tiên|trước mắt|cần làm|phải làm|tiếp theo|khó nhất)))(?!\w)"
    r"(?P<whose>[^:;.,“]{0,80}?)(?: là|:) "
)
# Whose duty is a maxim: people at large; what was the aim of a time gone by.
_AT_LARGE = re.compile(
    r"không|chỉ|người|cán bộ|đảng viên|mỗi|chúng ta|bấy giờ|khi ấy|lúc đó|năm qua|vừa qua"
)
_DUE_FIRST = re.compile(
    r"(?:ngay )?(?:trước|chậm nhất|muộn nhất|đến (?:hết|cuối|giữa)|hết|từ nay đến|vào|trong)"
    r"(?: vào| là| trong)* (?:ngày|tháng|quý|tuần|cuối|đầu|giữa|hết)[^,;:]{1,28}, "
)
# What makes a passive a plan while tasks go on: how often, how soon, how much.
_MEASURED = re.compile(
    r"(?<!\w)(?:mỗi|ngay|từ|trước|xong|còn|ít nhất|tối thiểu|không quá|không dưới|bắt đầu|tiếp tục"
    r"|hàng đầu|ưu tiên|lần lượt|dứt điểm|theo hướng)(?!\w)"
)
# "Các chức danh … sẽ được sàng lọc", "… sẽ được Ban Thường vụ làm việc riêng, giải quyết xong".
_PASSIVE = re.compile(r"(?:sẽ|phải|cần) được (?P<by>(?:ban|đảng|huyện|tỉnh|thành|các|cấp)(?!\w))?")
# Who gets something, and what is only said, felt or handed out.
_GETS = re.compile(
    r"(?:đại biểu|người dân|nhân dân|bà con|học viên|hội nghị|đại hội|bằng khen|giấy khen|cờ"
    r"|niềm tin|tinh thần|truyền thống|bài học|uy tín|tấm gương|đời sống|hình ảnh"
    r"|những người|lễ)(?!\w)"
    r"|^(?:đây|đó|nếu|khi|vì|do|như|chắc chắn)(?!\w)| (?:nên|thì|mà|để|như thế nào)$"
)
_RECEIVED = re.compile(
    r"(?:nghe|xem|bàn|thảo luận|tiếp thu|hưởng|nhớ|nhắc|trao|tặng|nhận|nâng|ghi|biểu dương|khen"
    r"|tôn vinh|tri ân|thụ hưởng|tạo|giúp|mời)(?!\w)"
)


def is_duty(low: str, *, heard: bool) -> bool:
    """Is something said to be wanted of somebody, or to be a duty or an aim?"""
    if " là" not in low and ": " not in low:
        return False
    wanted, duty = _WANTED.match(low), _DUTY.match(low)
    if not (wanted or duty):
        return False
    if words("governing", "done").search(low) or words("past").search(low, 0, 120):
        return False
    if wanted and not words("others").search(wanted["who"]):
        rest = low[wanted.end() :]
        if wanted["matter"] and len(rest.split()) < _TOLD_WORDS:
            return False  # "Một nội dung khác … là bảo vệ chính trị nội bộ.": a matter, no task
        if _is_told(rest) or words("governing", "modals").search(rest, 0, 60) is not None:
            return True
        return _EACH_HAS.match(rest) is not None
    if duty is None or not (heard or words("titles").search(duty["whose"])):
        return False
    if _AT_LARGE.search(duty["whose"]):
        return False
    rest = low[duty.end() :]
    return _is_told(rest) or (subject(rest) is not None and soon(rest))


def _is_told(rest: str) -> bool:
    """Is what follows "là" something to do, or not to do?"""
    return starts_with_verb(rest) or words("governing", "forbidden").match(rest) is not None


def is_due(low: str, *, going_on: bool, heard: bool) -> bool:
    """Is something to be done by a day, told first or last, or done to something?"""
    if not (going_on or heard):
        return False
    first, done_to = _DUE_FIRST.match(low), _IS_DONE_TO.search(low, 0, 90)
    if not (first or done_to):
        return False
    if words("governing", "done").search(low) or ATTAINED.search(low, 0, 110):
        return False
    if first:
        rest = low[first.end() :]
        who = subject(rest)
        acts = who is not None and (soon(rest[who:]) or says_what(rest[who:]))
        if starts_with_verb(rest) or acts:
            return True
    if done_to is None or _WISHED.search(low, done_to.start() - 8, done_to.start()):
        return False
    if not says_what(low[done_to.start() + 4 :]):
        return False
    return bool(DUE.search(low) or (going_on and _MEASURED.search(low, done_to.end())))


def will_be_done(low: str) -> bool:
    """Is it said what will be done to whom or what ("Các chức danh … sẽ được sàng lọc …")?"""
    for found in _PASSIVE.finditer(low) if " được " in low else ():
        begin = max(low.rfind(mark, 0, found.start()) for mark in (",", ";", ":", "“")) + 1
        clause = low[begin : found.start()].strip()
        what = low[found.end() : found.end() + 90].lstrip()
        if not clause or _GETS.search(clause) or _RECEIVED.match(what):
            continue
        if words("governing", "done").search(low) or words("governing", "wishes").search(low):
            return False
        if starts_with_verb(what) or (found["by"] and directive_within(what, 90)):
            return True
    return False
