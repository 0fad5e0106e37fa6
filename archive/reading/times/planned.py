"""Whether a period is planned for, by the words that lead to it or the verb that follows it."""

import re

from archive.reading.times.periods import Mention
from archive.reading.wordlist import any_whole, any_with

_AHEAD_WORDS = (
    "phải", "sẽ", "tập trung", "tiếp tục", "dồn sức", "yêu cầu", "đề nghị", "xác định", "đề ra",
    "phấn đấu", "thống nhất",
)  # fmt: skip
_AHEAD = re.compile(any_whole({**dict.fromkeys(_AHEAD_WORDS, ""), "cần": "(?! thơ)"}))
# "trong quý I, ngành phải …" is when something is to be done; "công tác quý I" is not.
_WHEN = re.compile(
    r"(?:^|[,;:.–-]|\b(?:trong|sang|từ nay đến|đối với|riêng|xác định|đề ra|yêu cầu|cho biết|rằng"
    r"|nói về|đề cập(?: đến| tới)?|thống nhất|nhất trí|quyết nghị|quyết định|để|và"
    r"|nhìn sang|hướng tới|lưu ý|nhắc|nhấn mạnh|chỉ rõ|nêu rõ|quán triệt|mong|mong muốn))\s*$"
)
_BACK = re.compile(r"\b(?:đã|đạt|được|vừa)\b")
_WORK_AHEAD = (
    r" (?:rõ )?(?:các |những |\d{1,2} )?(?:nhóm )?"
    r"(?:nhiệm vụ|phương hướng|mục tiêu|chỉ tiêu|trọng tâm|giải pháp)"
)
_AGREED = (
    r" (?:với |vào |về )?(?:\d{1,2} |các |những |một số )?(?:nhóm |dự thảo )?"
    r"(?:nhiệm vụ|phương hướng|giải pháp|chỉ tiêu|chương trình|kế hoạch"
    r"|(?:công )?việc (?:trọng tâm |chính )?(?:của |cho |trong )?(?:năm|nửa|quý|sáu|\d))"
)
# "Chỉ thị … và Kế hoạch của Thành ủy" are documents, whose execution is looked back on.
_ALSO = (
    r" (?:các |một số |những )?(?:nhiệm vụ|giải pháp|mục tiêu"
    r"|(?:kế hoạch|chương trình)(?! của| số| \d))"
)
_GIVEN = " (?:việc|nhiệm vụ)"
_CHOSEN = (
    r"(?: lại)? (?:các |những |\d{1,2} |(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )?"
    r"(?:nhóm |đầu |phần |công )?"
    r"(?:việc|nhiệm vụ|mũi|khâu|trọng tâm)"
)
_SPOKEN_OF = "(?: đến| tới)? (?:các |những )?(?:nhiệm vụ|công việc)"
# Each cue with what must follow it.
_PLAN_CUES = {
    "triển khai": "(?<!tình hình triển khai)(?<!kết quả triển khai)(?<!việc triển khai)",
    **dict.fromkeys(("phương hướng", "đề ra", "quán triệt", "phổ biến", "định hướng"), ""),
    "bàn ": "(?!(?:về )?(?:kết quả|tình hình))",
    **dict.fromkeys(("ký kết kế hoạch", "ký kết chương trình", "bước sang", "dự kiến"), ""),
    **dict.fromkeys(("phát động", "đặt ra", "giao ước", "ra nghị quyết"), ""),
    **dict.fromkeys(("đặt ", "giao "), r"(?:các |những )?(?:mục tiêu|chỉ tiêu)"),
    "phần việc ": "(?:sẽ|cần|phải|của|cho|trong)",
    "công việc ": "(?:sẽ|cần|phải)",
    "việc ": "(?:sẽ|cần|phải) làm",
    **dict.fromkeys(("đề cập", "nói về", "bàn về", "trao đổi về"), _SPOKEN_OF),
    "trọng tâm ": "(?:của|cho|trong)",
    **dict.fromkeys(("xác định", "vạch", "vạch ra", "hoạch định", "đề xuất"), _WORK_AHEAD),
    **dict.fromkeys(("giao", "quyết định", "quyết nghị", "phân công", "chia"), _GIVEN),
    **dict.fromkeys(("chốt", "tính", "lựa chọn", "chọn", "lo", "sắp", "ấn định"), _CHOSEN),
    **dict.fromkeys(("thống nhất", "thông qua", "nhất trí", "cho ý kiến vào"), _AGREED),
    **dict.fromkeys(("cho ý kiến về", "góp ý", "thảo luận", "ban hành"), _AGREED),
    **dict.fromkeys((",", ";", "và", "–", "-", "/", "&"), _ALSO),
}  # fmt: skip
PLAN_CUE = re.compile(any_with(_PLAN_CUES))
_PLAN_HEAD = re.compile(
    r"\W*(?:(?:về|đối với|với|chỉ đạo|định hướng|kết luận|giao) ){0,2}(?:các |những )?"
    r"(?:nhiệm vụ|phương hướng|mục tiêu)(?: trọng tâm)?(?: của)?"
    r" \w*$"
    # "Về kế hoạch kiểm tra, giám sát của Thành ủy năm 2018, …"
    r"|\W*(?:về|đối với) (?:kế hoạch|chương trình)(?: [^\W\d_]+,?){1,12} \w*$"
    r"|\W*(?:trong số|một trong) (?:các |những )?(?:nhiệm vụ|việc)(?: trọng tâm)?(?: của)? \w*$"
)
_ASIDE = re.compile(r", (?:theo|trên cơ sở|căn cứ) [^,.;:\n]{3,90}(?=, )")
# "đã xác định năm 2030 là năm …": what a year is to be.
_NAMED_FOR = ("xác định ", "chọn ", "lấy ")

# "đề nghị toàn ngành thực hiện tốt các nhiệm vụ trong tháng 12"
_ASKED = re.compile(
    r"(?:đề nghị|yêu cầu|cần|phải)(?: (?!đã\b|vừa\b)\w+){1,14} nhiệm vụ (?:trọng tâm |còn lại )?"
    r"(?:trong |của )?$"
    # "là việc lớn nhất của năm 2025"
    r"|(?:việc|nhiệm vụ|ưu tiên)(?: [^\W\d_]+){1,3} nhất (?:của|trong|cho) $"
)


def behind_aside(folded: str, at: int) -> int:
    """Where the clause goes on behind what it is based on: "Năm 2008, theo Nghị quyết vừa được
    biểu quyết, Đảng bộ tập trung …".
    """
    aside = _ASIDE.match(folded, at)
    return aside.end() if aside else at


def is_cued(folded: str, before: str, mention: Mention) -> bool:
    """Does a word for a plan stand `before` the mention, or begin it?"""
    said = before + folded[mention.start : mention.end].split(" ", 1)[0]
    return bool(PLAN_CUE.search(said) or _PLAN_HEAD.match(said) or _ASKED.search(before))


def is_planned(folded: str, before: str, mention: Mention, stop: int) -> bool:
    """Is `mention` planned for, by the words `before` it or by the verb that follows first?"""
    if is_cued(folded, before, mention):
        return True
    if before.endswith(_NAMED_FOR) and folded.startswith(" là ", mention.end):
        return True
    behind = behind_aside(folded, mention.end)
    after = behind, min(stop, behind + 70)
    ahead = _AHEAD.search(folded, *after)
    if ahead is None or not _WHEN.search(before):
        return False
    back = _BACK.search(folded, *after)
    return back is None or ahead.start() < back.start()
