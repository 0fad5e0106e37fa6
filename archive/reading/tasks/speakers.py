"""Who sets a task: the person or body named before the verb that sets it."""

import re
from collections.abc import Iterator

from archive.reading.tasks.layout import Layout
from archive.reading.tasks.vocabulary import words
from archive.report import Span
from archive.vietnamese import level

_PASSIVE = re.compile(r"(?:được|theo|sự|lãnh đạo,) $")
_TRAILING = re.compile(
    r" (?:(?:đã|cũng|còn|sẽ|phải|cần|tiếp tục|đồng thời|và)"
    r"|(?:phát biểu|kết luận|dự và|nêu rõ|cho hay|cho biết|biểu dương|tiếp thu|ghi nhận|đánh giá"
    r"|chúc mừng|khẳng định|thống nhất|nhất trí|đồng tình|bày tỏ|chia sẻ|cảm ơn|hoan nghênh).*)$"
)
_TOLD = re.compile(
    r"\b(?:(?:báo cáo|trình|xin ý kiến|kiến nghị)(?: với| lên)?|được)"
    r" (?:ban |bộ |tỉnh |thành |huyện |trung ương|quốc |chính |hội |đảng )[^,;:.\n]{0,60}"
    r"(?:, [^,;:.\n]{1,60}){0,3}, $"
)
_CREDIT = re.compile(r"đây (?<!\wđây )(?:cũng )?là [^,;:.\n]{1,40} của (?:đồng chí|đ/c|ông|bà) ")
_NAME = re.compile(r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*){1,5}")
MOST_WORDS = 30
MOST_BODY_WORDS = 10
_FORM = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà) (?=\S)")


def who_sets(layout: Layout, lead: Span) -> str | None:
    """Who sets what `lead` announces: a person's name, else an office or body; None untold.

    "Kết luận hội nghị, đồng chí Trần Thị B, Trưởng Ban Tổ chức Tỉnh ủy yêu cầu" gives "Trần Thị B".
    """
    if credited := _credited(layout, lead):
        return credited
    said = _said_by(layout, lead.start, min(lead.end, lead.start + 500))
    begin = layout.parts[layout.place(lead.start)].start
    if said is None and begin < lead.start:
        return _said_by(layout, max(begin, lead.start - 600), lead.start)
    return said


def _said_by(layout: Layout, start: int, end: int) -> str | None:
    piece, low = layout.text[start:end], layout.low[start:end]
    for key in ("asking", "announcing", "saying"):
        for verb in words("setting", key).finditer(low):
            if _PASSIVE.search(low, verb.start() - 12, verb.start()):
                continue
            said = _speaker(piece, low, verb.start(), person=key == "saying")
            if said:
                return said
    return None


def _speaker(piece: str, low: str, end: int, *, person: bool) -> str | None:
    """Who is named before the verb at `end`: the title nearest to it that opens a clause."""
    titles = _opening_clauses("titles", low, end)
    start = next(titles, None)
    most = MOST_WORDS
    if start is None and not person:
        bodies = _opening_clauses("bodies", low, end)
        start = next((at for at in bodies if not _is_told(low, at)), None)
        most = MOST_BODY_WORDS
    if start is None or len(low[start:end].split()) > most:
        return None
    form = _FORM.match(low, start)
    said = piece[form.end() if form else start : end].split(",", maxsplit=1)[0].strip()
    while said and (trailing := _TRAILING.search(said)):
        said = said[: trailing.start()].strip()
    return None if not said or words("setting", "asking").match(level(said)) else said


def _opening_clauses(table: str, low: str, end: int) -> Iterator[int]:
    """Where the words of `table` before `end` stand that open a clause."""
    found = (one.start() for one in words(table).finditer(low, 0, end))
    return (at for at in found if _opens_clause(low, at))


def _is_told(low: str, position: int) -> bool:
    """Does what begins here end a list of those whom somebody reports to, or who assigned what is
    spoken of: "báo cáo Bộ Chính trị, …", "được Trung ương, … giao"?
    """
    return _TOLD.search(low, position - 160, position) is not None


def _credited(layout: Layout, lead: Span) -> str | None:
    """Whose word it is by what is said right behind it: "Đây là yêu cầu của đồng chí …"."""
    start, end = lead.start, min(lead.start + 900, len(layout.text))
    if layout.low.find("đây ", start, end) < 0:
        return None
    found = _CREDIT.search(layout.low, start, end)
    if found is None or layout.text.count("\n", start, found.start()) > 1:
        return None
    name = _NAME.match(layout.text, found.end())
    return name[0] if name else None


def _opens_clause(low: str, position: int) -> bool:
    before = low[position - 12 if position > 12 else 0 : position].rstrip()
    return not before or before[-1] in ',;:.–-“"' or before.endswith(("theo", "tân", "các"))
