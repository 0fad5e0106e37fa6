"""Sentences that say that there are tasks: where those begin that they tell, and whether they tell
any.
"""

import re
from functools import lru_cache

from archive.reading.tasks.ahead import Ahead, named
from archive.reading.tasks.charges import MAXIM
from archive.reading.tasks.demands import QUOTES
from archive.reading.tasks.openers import count_directives, directive_within, opens_task
from archive.reading.tasks.vocabulary import words

_LAST = 120
# From so many directive verbs on a sentence tells its tasks, whatever it ends with.
_TOLD_FROM = 4
_COUNTED = re.compile(
    r"(?<!\w)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy) (?:việc|nội dung|vấn đề|khâu|yêu cầu|điểm)(?!\w)"
)
# "…, tập trung vào 5 nhóm việc.", "giao việc cho từng phòng.": that there are tasks, not which.
_COUNTABLE = (
    *("nhiệm vụ", "công việc", "đầu việc", "phần việc", "việc", "điểm", "giải pháp"),
    *("nội dung", "chỉ tiêu", "mục tiêu", "đột phá"),
)
_NOT_TOLD = re.compile(
    r"(?<!\w)(?<!quá )"
    r"(?:(?:\d{1,2}|một số|mấy|vài|các|những|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    rf" (?:nhóm |khâu )*(?:{'|'.join(_COUNTABLE)})"
    r"(?: và giải pháp)?(?: trọng tâm| trọng điểm| cụ thể| chủ yếu| lớn| chính| khó| quan trọng)*"
    r"|(?:giao|chia|phân công|phân) (?:việc|nhiệm vụ|công việc)(?: cụ thể| rõ ràng| rõ)?"
    r"(?: (?:cho|tới|đến) (?:từng|mỗi|các|tất cả)(?: [^\s.,;:]+){1,5})?)\W*$"
)
_OF_EVENT = ("hội nghị", "tại hội nghị", "dịp này", "nhân dịp", "tại đây", "cùng ngày", "trước đó")
_POINTS = re.compile(
    r"(?:nêu|nêu ra|đưa ra|đặt ra|gợi mở|lưu ý|nhấn mạnh|chốt|chốt lại|giao|yêu cầu|đề nghị|dặn)"
    r" (?:thêm |lại |rõ )?(?:một số|mấy|\d{1,2}|hai|ba|bốn|năm|sáu|bảy)"
    r" (?:đầu việc|việc|điểm|yêu cầu|nhiệm vụ)(?!\w)"
)
_POINTED = (" việc", " điểm", " yêu cầu", " nhiệm vụ")
_OTHER = re.compile(
    r"hạn chế|tồn tại|khó khăn|vướng mắc|bài học|kinh nghiệm|kết quả|kiến nghị|đã làm"
)
_AMONG = re.compile(
    r"(?<!\w)(?:trong đó,?(?: có| nhấn mạnh| chú trọng| ưu tiên)?(?: việc)?|như|nổi bật là"
    r"|đáng chú ý là) "
)
_SETTLED = re.compile(
    r"đã(?<!\wđã) (?:xác định|đề ra|đưa ra|thông qua|thống nhất|đặt ra|nhấn mạnh)"
)
# What leads from an announcement to the tasks themselves.
_JOINT = re.compile(r"(?:(?<!\w)(?:là|gồm|như sau|sau đây|sau|như)(?: là)?)? ?:|(?<!\w)là(?!\w)")
_HELD = re.compile(
    r"(?<!\w)(?:tổng kết|sơ kết|giao ban|kiểm điểm)"
    r" (?:công tác|nhiệm vụ|phong trào|hoạt động|năm|quý|nửa|\d)"
    r"|(?<!\w)(?:hội nghị|họp|tổ chức) (?:tổng kết|sơ kết|giao ban)|^khai mạc"
    r"|(?<!\w)(?:tổ chức|mở|họp|tiến hành) hội nghị(?!\w)"
)


def only_counts(low: str) -> bool:
    """Does the sentence end with words that say only that there are tasks, and tell none?"""
    last = max(0, len(low) - _LAST)
    if not any(map(low[last:].__contains__, _COUNTABLE)):
        return False
    found = _NOT_TOLD.search(low, last)
    return found is not None and count_directives(low[: found.start()]) < _TOLD_FROM


def announced_at(low: str, ahead: Ahead) -> int | None:
    """Where the tasks begin in a sentence that announces and tells them ("nhiệm vụ … là: …")."""
    if ":" not in low and " là " not in low:
        return None
    naming = _names_tasks(low) or _COUNTED.search(low)
    if not naming or (
        words("governing", "done").search(low, 0, naming.start()) and not _SETTLED.search(low)
    ):
        return None
    for joint in _JOINT.finditer(low, naming.start()):
        if "trong đó" in low[naming.end() : joint.start()]:
            return None
        if opens_task(low[joint.end() : joint.end() + 160].lstrip()) and _to_come(
            low[: joint.start()], ahead
        ):
            return joint.end()
        return None
    return None


@lru_cache(maxsize=1)
def _names_tasks(low: str) -> re.Match[str] | None:
    """What the tasks of a time are called in the sentence ("nhiệm vụ trọng tâm")."""
    return words("setting", "naming").search(low)


def only_announces(low: str) -> bool:
    """Does the sentence on what is to come say that tasks were set, without telling them?"""
    if low.startswith(("nhằm", "để")) or not _names_tasks(low):
        return False
    if not words("setting", "announcing").search(low):
        return False
    done = words("governing", "done").search(low) and not _SETTLED.search(low)
    return not (done or _HELD.search(low))


def is_plan(low: str) -> bool:
    """Does a sentence behind such an announcement say what will be done?"""
    if any(words("governing", key).search(low) for key in ("done", "lacks", "wishes")):
        return False
    if low[0] in QUOTES or MAXIM.search(low) or words("others").search(low, 0, 60):
        return False
    return not low.startswith(_OF_EVENT) and directive_within(low, 160)


def counts_points(low: str) -> bool:
    """Does a speaker say how many things are to be done ("nêu ba việc phải làm ngay")?"""
    found = _POINTS.search(low, 0, 160) if any(map(low.__contains__, _POINTED)) else None
    return bool(found and words("titles").search(low, 0, found.start()) and not _OTHER.search(low))


def exemplifies(low: str, *, counted: bool) -> bool:
    """Does an announcement of tasks name some ("6 nhiệm vụ, trong đó tập trung …")?

    "… nhóm giải pháp như …" may be praise: with `counted` only a part of what is counted does.
    """
    return any(
        opens_task(low[among.end() : among.end() + 80])
        for among in _AMONG.finditer(low)
        if not counted or among.group().startswith("trong đó")
    )


def _to_come(low: str, ahead: Ahead) -> bool:
    return named(low, ahead) or ("phương hướng" in low or "trọng tâm" in low)
