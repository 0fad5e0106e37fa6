"""What a body plans, by the time to come that its sentence opens with."""

import re
from functools import cache, lru_cache

from archive.reading.tasks.ahead import Ahead, comes, named, reach
from archive.reading.tasks.asking import past_sector, said_when, soon, subject
from archive.reading.tasks.duties import ATTAINED
from archive.reading.tasks.openers import directive_within, starts_with_verb
from archive.reading.tasks.turns import forbids_at_once
from archive.reading.tasks.vocabulary import either, words
from archive.reading.wordlist import Words

_CLAUSE_START = re.compile(
    r"(?:^|, |: |; |rằng |cho biết |cho hay |nhấn mạnh |nêu rõ )"
    r"[“\"]?(?:trong |từ |bước sang |bước vào |sang )?$"
)
# Words that lead to what a body settles: "Trước yêu cầu mới, Đảng bộ …".
_BEFORE_BODY = re.compile(
    r"(?:bàn về|nói về|đề cập|phần mình|về phần mình"
    r"|trước|sau|sau khi|trên|từ|về|với|để|tiếp thu|căn cứ|xuất phát|theo|qua|tại|cũng tại"
    r"|trong số|trong các|trong những)(?!\w)"
    r"[^,;:]{0,90}, "
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
    r"(?:(?:với|từ(?! (?:đầu|năm|nay|quý|tháng))|trên|phát huy|tiếp nối|trước|để|nhằm)"
    r" [^,;:.]{2,80}, )?"
    r"(?:về (?:(?:phương hướng|nhiệm vụ|mục tiêu|kế hoạch|hoạt động|công tác|trọng tâm"
    r"|quan trọng),? )+)?"
    r"(?:theo (?:dự thảo|phương hướng|kế hoạch|nghị quyết được)[^,]{0,60}, )?"
    r"(?:(?:ngay )?(?:bước vào|bước sang|trong|sang|từ đầu|từ) )?(?:(?:6|sáu|3|ba) tháng đầu )?"
    r"(?:(?:năm|nhiệm kỳ|giai đoạn) (?P<year>\d{4})(?: ?[-–] ?\d{4})?(?!\d))?"
)
# Words between the time and who acts: "với nhiều việc mới", ", năm đại hội", ", theo nghị quyết".
_MEANWHILE = re.compile(
    r"(?: \d{4}(?: ?[-–] ?\d{4})?(?!\d))?"
    r"(?:,? (?:với|trước|cùng|giữa|theo|trên cơ sở|phát huy|thực hiện|để)(?!\w)[^,;:]{1,60}"
    r"|, (?:là )?(?:năm|quý|tháng|kỳ|nhiệm kỳ|giai đoạn)(?!\w)[^,;:]{1,60})?,? "
)
# Which body these are needs no telling in the article's first words.
_ANY = ("toàn ", "ngành", "đại hội", "hlg")
_CONGRESS = re.compile(r"đại hội(?!\w)")
_TIME_WITHIN = 40  # letters of a time, with what counts it


def plans_ahead(low: str, ahead: Ahead, opening: str) -> bool:
    """Does the article itself tell what the body it reports on does in the time to come ("Bước vào
    năm 2023, Đảng ủy Công ty tập trung …")? `opening` are the article's folded first words.
    """
    if not (named(low, ahead) or (ahead.year and ahead.year in low)):
        return False
    when = _PLANNED_AHEAD.match(low)
    end = when.end() if when and when["year"] else 0
    if when is None or (when["year"] and when["year"] != ahead.year):
        return False
    end = end or _time_ends(low, when.end(), ahead)
    if not end:
        return False
    between = _MEANWHILE.match(low, end)
    begin = between.end() if between else end
    body = words("bodies").match(low, begin) or _CONGRESS.match(low, begin)
    rest = low[begin : begin + 120]
    if body is None or words("governing", "done").search(rest):
        return False
    if not body.group().startswith(_ANY) and not _is_own(body.group(), opening):
        return False
    verb = words("setting", "resolving").search(rest, body.end() - begin, 60)
    told = rest[: verb.start() if verb and starts_with_verb(rest[verb.end() :]) else len(rest)]
    if words("setting", "asking").search(told) or words("setting", "saying").search(told):
        return False
    return len(told) < len(rest) or directive_within(
        rest[past_sector(rest, body.end() - begin) :], 70
    )


def _is_own(body: str, opening: str) -> bool:
    """Is `body` named in the article's first words, as the committee or as the whole it leads?"""
    committee = body.replace("đảng bộ", "đảng ủy").replace("tỉnh ủy", "đảng bộ tỉnh")
    return body in opening or committee in opening


def _time_ends(low: str, begin: int, ahead: Ahead) -> int:
    """Where the words of the time planned for end that stand first, or at `begin`; 0 without."""
    for when in words("planned").finditer(low, 0, begin + _TIME_WITHIN):
        start, end = reach(low, when)
        if start in (0, begin):
            return end
    told = ahead.name.match(low, begin) if ahead.name else None
    if told is None and (part := _DATED.match(low, begin)):
        # "Quý I năm 2022" of a year planned for
        of_year = ahead.year is not None and ahead.year in (part["of_quarter"], part["of_month"])
        told = part if of_year else None
    return told.end() if told else 0


def timely(low: str, ahead: Ahead) -> bool:
    """Does a clause open with a time to come and go on with what is to be done?"""
    for when in words("planned").finditer(low, 0, 220) if comes(low) else ():
        start, end = reach(low, when)
        if not _CLAUSE_START.search(low, start - 24, start):
            continue
        comma = low.find(",", end, end + 12)
        sure = when.group().startswith(("tới đây", "sắp tới", "thời gian tới", "từ nay"))
        if sure and forbids_at_once(low[end : end + 90].lstrip()):
            return True
        modal = words("governing", "modals").match(low, end + 1)
        if (modal and starts_with_verb(low[modal.end() : modal.end() + 60])) or (
            comma >= 0 and (_goes_on(low, comma + 1) or _acts_behind(low, comma + 1))
        ):
            return True
        # "Năm qua được 5 lớp; tới đây tiếp tục …": against what was done, the verb follows at once.
        against = low.endswith("; ", 0, start)
        acts = against or subject(low[end:].lstrip()) is not None
        if acts and _goes_on(low, end):
            return True
    may = "quý " in low or "tháng " in low or (ahead.year and ahead.year in low)
    for when in _DATED.finditer(low, 0, 220) if may else ():
        if not _CLAUSE_START.search(low, when.start() - 24, when.start()):
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
    named_task = words("setting", "naming").search(low, first.end())
    return named_task is not None and (
        words("setting", "announcing").search(low, first.end()) is not None
        or " là " in low[named_task.end() : named_task.end() + 60]
    )


@lru_cache(maxsize=4)  # asked of a sentence by whoever hears it and whoever reads it
def body_at(low: str) -> re.Match[str] | None:
    """The body, or its paper, that the sentence begins with, perhaps behind other words."""
    before = _BEFORE_BODY.match(low)
    for at in (before.end(), 0) if before else (0,):
        found = _bodies().match(low, at) or _CONGRESS.match(low, at)
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
    if verb and low.endswith("đã ", 0, verb.start()):
        # "Đại hội đã xác định, trong nhiệm kỳ tới tiếp tục …"
        return _in_time(low[verb.end() : verb.end() + 120])
    if not verb or words("governing", "done").search(low, 0, verb.end()):
        return False
    if _NOUN_BEFORE.search(low, verb.start() - 12, verb.start()):
        return False
    if low.startswith(_AGREED, verb.end() + 1):
        return False
    if not named(low, ahead):
        # "Đảng ủy xác định tập trung …": what it settles to do follows at once.
        return not words("governing", "done").search(low) and starts_with_verb(
            low[verb.end() : verb.end() + 60]
        )
    rest = low[verb.end() : verb.end() + 90].lstrip(" ,:")
    if starts_with_verb(rest[said_when(rest) :]):
        return True
    return "nhiệm vụ" not in low[verb.end() :] and directive_within(
        low[verb.end() : verb.end() + 120], 120
    )


def _in_time(rest: str) -> bool:
    """Does a time to come open `rest`, and then what is to be done?"""
    rest = rest.lstrip(' ,:“"').removeprefix("rằng ").removeprefix("trong ")
    when = words("planned").match(rest)
    return when is not None and starts_with_verb(rest[when.end() :])


def _acts_behind(low: str, position: int) -> bool:
    """Does a body act behind whom or what it concerns ("…, hồ sơ trễ hạn, đơn vị …")?"""
    comma = low.find(", ", position, position + 60)
    behind = low[comma + 2 : comma + 150] if comma >= 0 else ""
    return subject(behind) is not None and _goes_on(low, comma + 2)


def _goes_on(low: str, position: int) -> bool:
    """Is something to be done told from `position` on, and not as done already?"""
    rest = low[position : position + 160].lstrip()
    if words("governing", "done").search(rest[:90]) or ATTAINED.search(rest, 0, 110):
        return False
    if starts_with_verb(rest):
        return True
    who = 0 if rest.startswith("ngoài ") else subject(rest)
    return who is not None and (directive_within(rest[who:], 130) or soon(rest[who:]))
