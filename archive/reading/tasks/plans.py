"""What a body plans, by the time to come that its sentence opens with."""

import re
from functools import cache, lru_cache

from archive.reading.tasks.ahead import Ahead, comes, named
from archive.reading.tasks.asking import past_sector, said_when, soon, subject
from archive.reading.tasks.duties import ATTAINED
from archive.reading.tasks.openers import directive_within, starts_with_verb
from archive.reading.tasks.vocabulary import either, words
from archive.reading.wordlist import Words

_CLAUSE_START = re.compile(
    r"(?:^|, |: |rằng |cho biết |cho hay |nhấn mạnh |nêu rõ )"
    r"(?:trong |từ |bước sang |bước vào |sang )?$"
)
# Words that lead to what a body settles: "Trước yêu cầu mới, Đảng bộ …".
_BEFORE_BODY = re.compile(
    r"(?:trước|sau|sau khi|trên|từ|về|với|để|tiếp thu|căn cứ|xuất phát|theo|qua|tại|cũng tại)(?!\w)"
    r"[^,;:]{1,90}, "
)
# "công bố quyết định khen thưởng": a document, nothing that is decided.
_NOUN_BEFORE = re.compile(r"(?:công bố|trao|ban hành|ký|các|những|theo|có|của|nhận) $")
_ABOUT = re.compile(r"(?:về |trong |bước sang |bước vào |sang |phương hướng |nhiệm vụ |của )+")
_THOSE_PRESENT = re.compile(r"(?:các|tất cả các) (?:đại biểu|thành viên|đơn vị|tỉnh|địa phương)")
_AGREED = (
    "đánh giá",
    "với",
    "cao với",
    "cao về",
    "cao đánh giá",
    "nhận định",
    "ghi nhận",
    "biểu dương",
    "cho rằng",
    "về",
)
_NUMBERED = r"(?:[ivx]+|\d{{1,2}})(?:(?:[/-]| năm )(?P<{}>\d{{4}}))?"
_DATED = re.compile(
    rf"(?:năm (?P<year>\d{{4}})|quý {_NUMBERED.format('of_quarter')}"
    rf"|tháng {_NUMBERED.format('of_month')})(?P<comma>,)?(?!\w)"
)
# "Theo dự thảo được thông qua, nhiệm kỳ 2020 - 2025 Đảng bộ …", "Bước vào năm 2023 …, Đảng ủy …".
_PLANNED_AHEAD = re.compile(
    r"(?:theo (?:dự thảo|phương hướng|kế hoạch|nghị quyết được)[^,]{0,60}, )?"
    r"(?:(?:ngay )?(?:bước vào|bước sang|trong|sang|từ|từ đầu) )?(?:(?:6|sáu|3|ba) tháng đầu )?"
    r"(?:(?:năm|nhiệm kỳ|giai đoạn) (?P<year>\d{4})(?: ?[-–] ?\d{4})?(?!\d))?"
)
# Words between the time and who acts: "với nhiều việc mới".
_MEANWHILE = re.compile(r"(?:,? (?:với|trước|cùng|giữa)(?!\w)[^,;:]{1,60})?,? ")


def plans_ahead(low: str, ahead: Ahead, opening: str) -> bool:
    """Does the article itself tell what the body it reports on does in the time to come ("Bước vào
    năm 2023, Đảng ủy Công ty tập trung …")? `opening` are the article's folded first words.
    """
    if not (comes(low) or (ahead.year and ahead.year in low)):
        return False
    when = _PLANNED_AHEAD.match(low)
    end = when.end() if when and when["year"] else 0
    if when is None or (when["year"] and when["year"] != ahead.year):
        return False
    if not end:
        named_time = words("planned").match(low, when.end())
        if named_time is None:
            return False
        end = named_time.end()
    between = _MEANWHILE.match(low, end)
    begin = between.end() if between else end
    body = words("bodies").match(low, begin)
    rest = low[begin : begin + 120]
    if body is None or words("governing", "done").search(rest):
        return False
    if words("setting", "asking").search(rest) or words("setting", "saying").search(rest):
        return False
    if not body.group().startswith("toàn ") and body.group() not in opening:
        return False
    return directive_within(rest[past_sector(rest, body.end() - begin) :], 70)


def timely(low: str, ahead: Ahead) -> bool:
    """Does a clause open with a time to come and go on with what is to be done?"""
    for when in words("planned").finditer(low, 0, 220) if comes(low) else ():
        if not _CLAUSE_START.search(low, max(when.start() - 24, 0), when.start()):
            continue
        comma = low.find(",", when.end(), when.end() + 12)
        modal = words("governing", "modals").match(low, when.end() + 1)
        if (modal and starts_with_verb(low[modal.end() : modal.end() + 60])) or (
            comma >= 0 and _goes_on(low, comma + 1)
        ):
            return True
        if subject(low[when.end() :].lstrip()) is not None and _goes_on(low, when.end()):
            return True
    may = "quý " in low or "tháng " in low or (ahead.year and ahead.year in low)
    for when in _DATED.finditer(low, 0, 220) if may else ():
        if not _CLAUSE_START.search(low, max(when.start() - 24, 0), when.start()):
            continue
        if ahead.gone and ahead.gone.match(low, when.start()):
            continue
        told = when["of_quarter"] or when["of_month"]
        ours = when["year"] is None or when["year"] == ahead.year
        # "Trong quý II/2024 tổ chức …": the year planned for leaves no doubt.
        sure = told is not None and told == ahead.year
        who = when["comma"] or sure or subject(low[when.end() :].lstrip()) is not None
        modal = words("governing", "modals").match(low, when.end() + 1) if sure else None
        if ours and who and _goes_on(low, modal.end() if modal else when.end()):
            return True
    return False


def announces_plan(low: str, ahead: Ahead) -> bool:
    """Does the article itself say that what follows was settled for the time to come ("Quý IV,
    phương hướng được hội nghị tán thành có mấy điểm")?
    """
    when = _ABOUT.match(low)
    begin = when.end() if when else 0
    first = (ahead.name and ahead.name.match(low, begin)) or words("planned").match(low, begin)
    if not first or words("governing", "done").search(low) or words("titles").search(low):
        return False
    return (
        words("setting", "naming").search(low, first.end()) is not None
        and words("setting", "announcing").search(low, first.end()) is not None
    )


@lru_cache(maxsize=4)  # asked of a sentence by whoever hears it and whoever reads it
def body_at(low: str) -> re.Match[str] | None:
    """The body, or its paper, that the sentence begins with, perhaps behind other words."""
    before = _BEFORE_BODY.match(low)
    for at in (before.end(), 0) if before else (0,):
        found = _bodies().match(low, at)
        if found:
            return found
    return None


@cache
def _bodies() -> Words:
    """A body, or its paper."""
    return either(("bodies", "words"), ("setting", "papers"))


def resolves(low: str, ahead: Ahead) -> bool:
    """Does a body settle what it does in the time to come ("Cụm thống nhất năm 2022 tổ chức …")?"""
    body = body_at(low) or _THOSE_PRESENT.match(low)
    verb = words("setting", "resolving").search(low, body.end(), body.end() + 60) if body else None
    if not verb or words("governing", "done").search(low, 0, verb.end()):
        return False
    if _NOUN_BEFORE.search(low, max(verb.start() - 12, 0), verb.start()):
        return False
    if low.startswith(_AGREED, verb.end() + 1):
        return False
    if not named(low, ahead):
        # "Đảng ủy xác định tập trung …": what it settles to do follows at once.
        return not words("governing", "done").search(low) and starts_with_verb(
            low[verb.end() : verb.end() + 60]
        )
    rest = low[verb.end() : verb.end() + 90].lstrip()
    if starts_with_verb(rest[said_when(rest) :]):
        return True
    return "nhiệm vụ" not in low[verb.end() :] and directive_within(
        low[verb.end() : verb.end() + 120], 120
    )


def _goes_on(low: str, position: int) -> bool:
    """Is something to be done told from `position` on, and not as done already?"""
    rest = low[position : position + 160].lstrip()
    if words("governing", "done").search(rest[:90]) or ATTAINED.search(rest, 0, 110):
        return False
    if starts_with_verb(rest):
        return True
    who = 0 if rest.startswith("ngoài ") else subject(rest)
    return who is not None and (directive_within(rest[who:], 130) or soon(rest[who:]))
