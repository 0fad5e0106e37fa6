"""Whether a sentence demands, promises or plans something, by the words that govern it.

Four ways are told apart: somebody asks others ("đề nghị các vụ tập trung …"), a body or a work
must or will ("ngành cần …", "Ban sẽ …", "các báo được yêu cầu …"), a time to come opens a clause
("thời gian tới, tiếp tục …"), and while demands go on a directive verb or a body opens the next.
Who may demand is for `floor`, what has been said before for `prose`.
"""

import re

from archive.reading.tasks.ahead import Ahead, named
from archive.reading.tasks.asides import is_beside
from archive.reading.tasks.asking import (
    asked,
    before_subject,
    has_asker,
    said_when,
    subject,
)
from archive.reading.tasks.charges import MAXIM, OFTEN, PASSED, WORKS, bound, is_wanting, past_leads
from archive.reading.tasks.duties import DUE, is_due, is_duty, will_be_done
from archive.reading.tasks.openers import says_what, starts_with_verb
from archive.reading.tasks.plans import resolves, timely
from archive.reading.tasks.turns import (
    NEVER,
    SPEAKER_WITHIN,
    WILL,
    asked_in_quotation,
    continues,
    follows,
    forbids,
    forbids_at_once,
    from_now_on,
    must_when,
    ordered,
    told_audience,
    we_will,
)
from archive.reading.tasks.vocabulary import words

_SOME_WORDS = 40
_MUST = frozenset({"cần", "cần phải", "phải"})
_NAME_WITHIN = 30
# "cần thiết", "phải chăng", "phải đối mặt": what is no demand.
_NO_DEMAND = re.compile(
    r" (?:thiết|chăng|chi|cù|đối mặt|chịu|gánh|mất|lùi|hoãn|đợi|chờ|nghỉ|đóng|bù|trả giá"
    r"|thừa nhận)(?!\w)"
)
# "Giảm thì khó, nhưng không giảm thì …": what is so wherever it is so.
_SAYING = re.compile(r"(?<!\w)(?:không|chưa|mà|hễ|muốn)(?: [^\s,;:.]+){1,6} thì(?!\w)")
_PERSONS = ("ông", "bà", "anh", "chị", "mình")
QUOTES = "“\"”‘'«( "
_OPENING = re.compile(
    r"(?P<modal>(?:muốn (?:vậy|thế),? )?(?:cần phải|cần|phải))(?!\w)"
    r"|(?:đặc biệt|trước hết|trước mắt|trọng tâm|cuối cùng)(?: là)?,? "
)
_FOR_REASON = re.compile(r"(?:vì vậy|vì thế|do(?! đó)|nên|nếu|khi|muốn|song|trong khi)(?!\w)")
_WORK = re.compile(r"(?:^|[,;:] |rằng )(?:việc|công tác|khâu|mảng)(?!\w)[^;:]*$")
_CAUSE = re.compile(r"(?<!\w)(?:do|vì|nhờ|bởi)(?!\w)")
# "Do năm 2022 có nhiều người nghỉ hưu, Ban sẽ …": a plan with its reason.
_REASONED = re.compile(r"(?:do|vì|để) [^;:]{3,90}?, (?=(?:\w+ ){1,6}sẽ )")
_ASSIGNED = frozenset({"được giao", "được phân công", "có trách nhiệm", "có nhiệm vụ"})
# "được giao chỉ tiêu", "nhiệm vụ được giao.": what is given is a thing, or nothing follows.
_GIVEN = re.compile(
    r" ?(?:[.,;:”\"()]|$|(?:nhiệm vụ|chỉ tiêu|quyền|biên chế|trách nhiệm|việc|năm|từ|trong|cho|tại"
    r"|và|theo|là|của|với|lớn|cao|về|\d)(?!\w))"
)
_NOT = ("còn", "vẫn", "lại", "thì", "mới", "không", "chẳng", "chưa", "chỉ")
_NO_NEED = re.compile("|".join(rf"{word}(?<!\w{word})$" for word in _NOT))
# "… vẫn còn những hạn chế cần khắc phục": what is wanting, no demand.
_STILL = re.compile(
    r"còn(?<!\wcòn) (?:những|nhiều|một số|có|không ít)(?!\w)"
    r"|hạn chế$|khuyết điểm$|thiếu sót$|tồn tại$|bất cập$|yếu kém$"
)
# "15 trường hợp phải tiếp tục xác minh": what is found, told in numbers.
_CASES = re.compile(r"\d+ (?:trường hợp|người|vụ|hồ sơ|đồng chí)(?!\w)")
# "Việc này sẽ là …", "sẽ giúp …": what is expected, no plan.
_FORESEEN = re.compile(
    r" ?(?:là|giúp|góp phần|trở thành|mang lại|khó|rất|tốt|ngày càng"
    r"|có (?:nhiều|không ít|hướng dẫn|văn bản|thông báo|quy định|chủ trương))(?!\w)"
)
# "Ba huyện phải chịu trách nhiệm về việc chậm": blame, no assignment.
_BLAME = re.compile(r"chịu trách nhiệm (?:về|vì|do) (?:việc )?(?:chậm|để|sai|vi phạm|buông|thiếu)")
# "Từng chi bộ, theo đồng chí, cần …": words on the speaker put into the middle.
_ASIDE = re.compile(
    r", (?:theo (?:đồng chí|đ/c|ông|bà|thầy|cô)(?: [^\s,]+){0,5}"
    r"|(?:đồng chí|đ/c|ông|bà|thầy|cô)(?: [^\s,]+){0,6}"
    r" (?:nhấn mạnh|lưu ý|nói|cho rằng|khẳng định|nêu rõ|chỉ rõ|yêu cầu|đề nghị)), "
)
_SAID = re.compile(
    r"(?<!\w)(?:cho rằng|nhấn mạnh|nêu rõ|chỉ rõ|khẳng định|cho biết|lưu ý|phát biểu|nhận định),$"
)
_OFTEN = re.compile(OFTEN)
_RELATIVE = re.compile(
    r"(?<!\w)(?:mà|những (?:việc|vấn đề|hạn chế)|nội dung|đến mức|đến nỗi|khiến"
    r"|khiến cho|làm cho|bị)(?!\w)"
)
# "các chương trình đã đề ra cần …": what the plans are, not what was done.
_SETTLED = re.compile(
    r"((?<!\w)(?:chương trình|kế hoạch|nhiệm vụ|chỉ tiêu|mục tiêu|đề án|giải pháp|nghị quyết"
    r"|nội dung)) đã (?:được )?(?:đề ra|đặt ra|xác định|nêu|ban hành|thông qua|giao|phê duyệt"
    r"|duyệt|ký)(?!\w)"
)
# "Đây là vấn đề các phòng cần …"
_THIS_IS = re.compile(r"^(?:đây|đó) (?:cũng )?là (?:vấn đề|việc|nội dung|điều)(?: mà)? (?=\w)")
# "… là việc lớn nên Ban phải …"
_SO = re.compile(r"^.* (?:nên|vì vậy|vì thế|do đó|do vậy) (?=\w)")
# "nhấn mạnh thêm rằng năm 2022 phải …"
_ADDED = re.compile(r"^(?:(?:thêm|rõ|lại|rằng)(?: |$))+")
# "…, cho đây là vấn đề cần làm rõ", "đề xuất một số vấn đề cần quan tâm": what they are like.
_ATTRIBUTE = re.compile(
    r"(?<!\w)(?:(?:đây|đó) (?:cũng )?là(?: một)? (?:vấn đề|việc|điều|nội dung)"
    r"(?: (?:rất|hết sức|lớn|quan trọng|khó|mới|nóng))*"
    r"|(?:đề xuất|nêu|chỉ ra|trao đổi|thảo luận|bàn|làm rõ|báo cáo)(?: \w+){0,2}"
    r" (?:một số|những|các|nhiều) (?:vấn đề|việc|nội dung|điểm|khâu))$"
)
# "Đây là vấn đề lớn, cần …": the matter just told.
_MATTER = re.compile(
    r"(?:đây|đó) (?:cũng )?là (?:một )?(?:vấn đề|việc|nội dung|khâu|nhiệm vụ)(?!\w)[^,;:]{0,40}, $"
)
# "Tiếp thu chỉ đạo của …, đồng chí … khẳng định sẽ …": an answer, no plan.
_THANKS = ("tiếp thu chỉ đạo", "tiếp thu ý kiến chỉ đạo", "lĩnh hội")
# "…, chưa phát hiện vi phạm phải xử lý": what there is none of, no demand.
_NONE_OF = re.compile(r"(?:chưa|không có|chẳng)(?!\w)")


def demands(low: str, ahead: Ahead, *, going_on: bool, heard: bool, lead: bool) -> bool:
    """Does the folded sentence `low` set a task by what governs it?

    `ahead` is the time planned for; `going_on` tells that the sentence before set one, `heard`
    that somebody who may set tasks has been named as speaking, `lead` that the sentence stands in
    the article's first paragraph.
    """
    aside = _ASIDE.search(low, 1) if ", theo " in low or ", đồng chí " in low else None
    if aside:
        low = f"{low[: aside.start()]}{' ' * len(aside.group())}{low[aside.end() :]}"
    if low.startswith("theo ") and (paper := PASSED.match(low)):
        low = low[paper.end() :]
    heard = heard or aside is not None
    quoted = low[0] in "“\"”‘'"
    begun = low.lstrip(QUOTES)
    reason = heard and begun.startswith(("do ", "vì ", "để "))
    if reasoned := _REASONED.match(begun) if reason else None:
        begun = low = begun[reasoned.end() :]
    if (going_on or heard) and must_when(begun, going_on=going_on):
        return True
    opening = _OPENING.match(begun)
    if opening and opening["modal"]:
        sets = not lead and says_what(begun[opening.end() :])
    elif opening and starts_with_verb(begun[opening.end() :]):
        sets = not lead
    elif quoted:
        sets = _quoted_demand(low, begun, going_on=going_on)
    else:
        sets = _sets(low, begun, ahead, going_on=going_on, heard=heard, aside=aside is not None)
    # Few sentences get that far, and what tells against them is dear to look for.
    return sets and not is_beside(low, begun, ahead)


def _sets(low: str, begun: str, ahead: Ahead, *, going_on: bool, heard: bool, aside: bool) -> bool:
    """Is something demanded, promised or planned in the sentence `low`, no quotation? `begun` is
    what follows its brackets, `aside` tells that words on the speaker stood in its middle.
    """
    if (going_on or ("không được" in low and NEVER.search(low))) and forbids(begun):
        return True
    if heard and forbids_at_once(begun):
        return True
    if going_on and not is_wanting(low) and not MAXIM.search(low) and continues(begun):
        return True
    return (
        we_will(low)
        or follows(low, going_on=going_on)
        or from_now_on(low)
        or is_duty(low, heard=heard or going_on)
        or is_due(low, going_on=going_on, heard=heard)
        or (heard and will_be_done(low))
        or asked(low, going_on=going_on, heard=heard)
        or _must(low, ahead, going_on=going_on or aside, heard=heard)
        or timely(low, ahead)
        or resolves(low, ahead)
    )


def _quoted_demand(low: str, begun: str, *, going_on: bool) -> bool:
    """Does the quotation `low`, which without its quotes is `begun`, set a task?"""
    return (
        we_will(low)
        or (going_on and _calls(begun))
        or asked_in_quotation(low, begun)
        or ordered(begun)
        or _asks_behind(low, going_on=going_on)
    )


def _calls(begun: str) -> bool:
    """Does what is quoted open with what is to be done, and not as a saying does?"""
    if MAXIM.search(begun) or (" thì " in begun and _SAYING.search(begun)):
        return False
    return starts_with_verb(begun) or told_audience(begun)


def _asks_behind(low: str, *, going_on: bool) -> bool:
    """Does who is quoted go on to ask for something ("“…” - ông nói và giao Ban … chủ trì …")?"""
    behind = low[max(map(low.rfind, '”"')) + 1 :].lstrip(" ,-–")
    return len(behind) > _SOME_WORDS and asked(behind, going_on=going_on)


def _must(low: str, ahead: Ahead, *, going_on: bool, heard: bool) -> bool:
    """Must a body, or a work, be or do something ("ngành cần …", "việc đánh giá phải …")?"""
    for modal in words("governing", "modals").finditer(low):
        if (
            _says_what(low[modal.end() : modal.end() + 120].lstrip())
            or (going_on and modal.group() in _MUST and _binds(low, modal))
            or (heard and modal.group() in _ASSIGNED and not _GIVEN.match(low, modal.end()))
        ) and _governs(low, modal, ahead, going_on=going_on, heard=heard):
            return True
    return False


def _binds(low: str, modal: re.Match[str]) -> bool:
    """Is it a body, told at the sentence's beginning, that must do or be whatever follows?"""
    told = past_leads(low)
    who = subject(low[told:])
    if who is None or low.endswith(WORKS, 0, told + who) or _NO_DEMAND.match(low, modal.end()):
        return False
    between = low[told + who : modal.start()]
    return len(between) <= _NAME_WITHIN and not any(map(between.__contains__, ',:;"”“'))


def _says_what(rest: str) -> bool:
    """Does what stands behind a modal, perhaps after a time, say what to do?"""
    return says_what(rest[said_when(rest) :]) and not _BLAME.match(rest)


def _governs(low: str, modal: re.Match[str], ahead: Ahead, *, going_on: bool, heard: bool) -> bool:
    """Do the words before `modal` say who, or which work, must or will?"""
    begin = max(low.rfind(mark, 0, modal.start()) for mark in (",", ";", ":", "–", "“")) + 1
    clause = low[begin : modal.start()].strip(' "“')
    clause = _SETTLED.sub(r"\1", clause) if " đã " in clause else clause
    due = heard and modal.group() == "phải" and DUE.search(low, modal.end(), modal.end() + 60)
    if _is_stated(low, modal, clause, ahead, going_on=going_on, due=bool(due)):
        return False
    said = _said(clause)
    rest = _ADDED.sub("", clause[said:].strip()) if said else clause
    rest = _THIS_IS.sub("", rest)
    so = _SO.match(rest)
    rest = rest[so.end() :] if so and subject(rest[so.end() :]) is not None else rest
    rest = "" if said and said_when(f"{rest} ") > len(rest) else rest
    if modal.group() == "nên":
        # "Đường xa nên …" gives a reason: only who is spoken to may stand before it.
        advised = subject(rest) if heard or going_on else None
        return advised is not None and len(rest[advised:].split()) < 4 and not _CAUSE.search(low)
    will = modal.group() in WILL
    if will:
        if _expects(low, modal, rest, ahead):
            return False
        if not (going_on or named(low, ahead)):
            return _promises(low, begin, rest)
        spoken = words("setting", "saying").match(clause)
        if spoken and before_subject().fullmatch(f"{clause[spoken.end() :].strip()} "):
            return has_asker(low, begin)  # "Trưởng Ban …, hứa trong năm 2022 sẽ …"
    elif words("governing", "topics").match(clause) and len(clause.split()) < 9:
        return True
    if not rest and (
        said
        or (going_on and _MATTER.match(low[:begin].rstrip() + " "))
        or _told_before(low, begin)
        or _of_topic(low, begin)
    ):
        return True
    if _RELATIVE.search(rest):
        return False
    if heard and not will and DUE.search(low, modal.end(), modal.end() + 100):
        return True
    return _acts(low, begin, rest, voiced=going_on or (not will and has_asker(low, begin)))


def _of_topic(low: str, begin: int) -> bool:
    """Does the sentence open with a work or matter that what stands at `begin` is still said of,
    and that nothing is said to be lacking in?
    """
    if begin >= 160 or ";" in low[:begin] or " chưa " in low[:begin]:
        return False
    return words("governing", "topics").match(low) is not None


def _expects(low: str, modal: re.Match[str], who: str, ahead: Ahead) -> bool:
    """Is "sẽ" no plan of a body's, but thanks, what is foreseen or wished, or what one man does?"""
    thanks = low.startswith(_THANKS) and not (who or named(low, ahead))
    if thanks or _FORESEEN.match(low, modal.end()) or who.rpartition(" ")[2] in _PERSONS:
        return True
    return words("governing", "wishes").search(low, 0, modal.start()) is not None


def _is_stated(
    low: str, modal: re.Match[str], clause: str, ahead: Ahead, *, going_on: bool, due: bool
) -> bool:
    """Do the words of `clause` before `modal` only tell how things are, or were?

    What is `due` by a day may be under way already, or be counted.
    """
    return bool(
        (not due and words("governing", "done").search(clause))
        or _FOR_REASON.match(clause)
        or _NO_NEED.search(clause)
        or _NONE_OF.match(clause)
        or (" nếu " in clause and not going_on)
        or (modal.group() == "có nhiệm vụ" and clause.endswith("trong đó"))
        or _STILL.search(clause)
        or (not due and _CASES.match(clause))
        or _ATTRIBUTE.search(clause)
        or (modal.group() == "được giao" and words("governing", "done").search(low, modal.end()))
        or words("past").match(clause)
        or (ahead.gone is not None and ahead.gone.search(clause))
    )


def _told_before(low: str, begin: int) -> bool:
    """Do the words before the comma at `begin` name who speaks ("Theo ông A, cần …", "Tại hội nghị,
    ông A, Bí thư Huyện ủy, cho rằng, cần …")?
    """
    if low.startswith("theo "):
        return words("titles").match(low, len("theo ")) is not None and begin < SPEAKER_WITHIN
    reminded = begin < SPEAKER_WITHIN and words("setting", "reminding").search(low, 0, 60)
    if reminded and words("titles").match(low):
        return True
    said = _SAID.search(low, begin - 16, begin)
    return said is not None and words("titles").search(low, 0, said.start()) is not None


def _acts(low: str, begin: int, clause: str, *, voiced: bool) -> bool:
    """Does `clause`, which stands at `begin`, name who or what is to act, or only a time to come?

    Where somebody with the floor is heard (`voiced`), any short clause does, save on people at
    large.
    """
    if (
        voiced
        and clause
        and len(clause.split()) < 9
        and not words("governing", "people").search(clause)
    ):
        return True
    return (
        _only_when(clause)
        or _OFTEN.fullmatch(clause) is not None
        or bound(clause) is not None
        or _WORK.search(f"{low[:begin]} {clause}") is not None
    )


def _only_when(clause: str) -> bool:
    """Is `clause` nothing but a time to come ("từ nay đến hết nhiệm kỳ")?"""
    when = words("planned").match(clause)
    return when is not None and len(clause[when.end() :].split()) < 4


def _promises(low: str, begin: int, clause: str) -> bool:
    """Is it a body, no work ("việc … sẽ giúp"), that `clause` says will do something?"""
    body = subject(clause) is not None and not _WORK.search(clause)
    taken_up = "tiếp thu" in clause  # "Ban Thường vụ tiếp thu các ý kiến và sẽ trình …": thanks
    return body and not taken_up and not words("governing", "done").search(low, 0, begin)


def _said(clause: str) -> int:
    """Where the words about a speaker end in `clause`; 0 where nobody speaks."""
    if not words("titles").search(clause):
        return 0
    ends = [found.end() for found in words("setting", "saying").finditer(clause)]
    ends += [found.end() for found in words("setting", "asking").finditer(clause)]
    return max(ends, default=0)
