"""Whether a sentence demands, promises or plans something, by the words that govern it.

Four ways are told apart: somebody asks others ("đề nghị các vụ tập trung …"), a body or a work
must or will ("ngành cần …", "Ban sẽ …", "các báo được yêu cầu …"), a time to come opens a clause
("thời gian tới, tiếp tục …"), and while demands go on a directive verb or a body opens the next.
Who may demand is for `floor`, what has been said before for `prose`.
"""

import re

from archive.reading.tasks.asking import (
    asked,
    before_subject,
    directive_within,
    has_asker,
    subject,
)
from archive.reading.tasks.floor import words
from archive.reading.tasks.openers import opens_task, starts_with_verb
from archive.registry import load

QUOTES = "“\"”‘'«( "
_WILL = frozenset({"sẽ", "dự kiến"})
_OPENING_MODAL = re.compile(r"(?:cần phải|cần|phải)(?!\w)")
_ESPECIALLY = re.compile(r"(?:đặc biệt|trước hết|trước mắt|trọng tâm|cuối cùng)(?: là)?,? ")
_FOR_REASON = re.compile(r"(?:vì vậy|vì thế|do|nên|nếu|khi|muốn|song|trong khi)(?!\w)")
_WORK = re.compile(r"(?:^|[,;:] |rằng )(?:việc|công tác)(?!\w)[^;:]*$")
_NO_NEED = re.compile(r"(?<!\w)(?:còn|vẫn|thì|mới)$")
_UNSURE = re.compile(
    r"(?:nếu|khi|vì sao|tại sao|liệu|giả sử|dù|mặc dù|theo quy định"
    r"|(?:do|vì|bởi|nhờ)(?! (?:đó|vậy|thế))"
    r"|(?:quy định|nghị quyết|chỉ thị|hướng dẫn|kết luận số|luật|đề án|điều lệ)(?!\w)[^,]{0,60}"
    r"(?:nêu|quy định|yêu cầu|chỉ|ghi) (?:rõ|rằng))(?!\w)"
)
# "Muốn chọn đúng người thì phải nghe dân" holds always, for nobody in particular.
_MAXIM = re.compile(r"thì(?<!\wthì) (?:cũng )?(?:phải|mới|càng)(?!\w)")
_EACH_TIME = re.compile(r"(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm),? ")
_ALL_OF = re.compile(r"(?:các|mỗi|từng|mọi|toàn|tất cả)(?!\w)")
_AUDIENCE = re.compile(r"(?:các|từng|mỗi) (?:đồng chí|anh|chị|anh chị) (?:cần phải|cần|phải)(?!\w)")
_WE_WILL = re.compile(r"chúng tôi (?:cũng )?(?:sẽ|dự kiến|phấn đấu|tiếp tục)(?!\w)")
_YEAR = re.compile(r"(?:trong |ngay từ |từ )?(?:đầu |cuối )?năm (\d{4})(?!\d)")
_RELATIVE = re.compile(
    r"(?<!\w)(?:mà|những việc|nội dung|đến mức|đến nỗi|khiến|khiến cho|làm cho|bị)(?!\w)"
)
# "…, chưa phát hiện vi phạm phải xử lý": what there is none of, no demand.
_NONE_OF = re.compile(r"(?:chưa|không có|chẳng)(?!\w)")
_CLAUSE_START = re.compile(
    r"(?:^|, |: |rằng |cho biết |cho hay |nhấn mạnh |nêu rõ )"
    r"(?:trong |từ |bước sang |bước vào |sang )?$"
)
_NUMBERED = r"(?:[ivx]+|\d{1,2})(?:[/-]\d{4}| năm \d{4})?"
_DATED = re.compile(
    rf"(?:năm (?P<year>\d{{4}})|quý {_NUMBERED}|tháng {_NUMBERED})(?P<comma>,)?(?!\w)"
)
# "Theo dự thảo được thông qua, nhiệm kỳ 2020 - 2025 Đảng bộ …", "Bước vào năm 2023 …, Đảng ủy …".
_PLANNED_AHEAD = re.compile(
    r"(?:theo (?:dự thảo|phương hướng|kế hoạch|nghị quyết được)[^,]{0,60}, )?"
    r"(?:(?:ngay )?(?:bước vào|bước sang|trong|sang|từ|từ đầu) )?(?:(?:6|sáu|3|ba) tháng đầu )?"
    r"(?:(?:năm|nhiệm kỳ|giai đoạn) (?P<year>\d{4})(?: ?[-–] ?\d{4})?(?!\d))?"
)
# Words between the time and who acts: "với nhiều việc mới".
_MEANWHILE = re.compile(r"(?:,? (?:với|trước|cùng|giữa)(?!\w)[^,;:]{1,60})?,? ")
# "… không được xin gia hạn": what nobody is merely denied.
_NEVER = re.compile(
    r"không được(?<!\wkhông được) (?:để|xin|lùi|né|đùn đẩy|chủ quan|lơ là|buông lỏng|nể nang|tự ý"
    r"|bao che|che giấu|qua loa|bỏ sót|nợ|chậm)(?!\w)"
)
_ASSIGNED = re.compile(r"theo (?:sự )?phân công[^,]{0,40}, ")
_DUE = re.compile(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|(?:xong )?trong (?:quý|tháng)) ?"
    r"(?:là |vào )?(?:ngày |tháng |quý |kỳ |cuối |đầu )?(?:\d|[ivx]+(?!\w))"
)
_IS_DONE_TO = re.compile(r"được (?:\w+ )?")
# "Hồ sơ nào thiếu, trả lại ngay": what to do with whatever is so.
_WHICHEVER = re.compile(r"(?:[^\s,;:]+ ){1,4}(?:nào|gì) [^,;:]{2,70}?, ")
_REQUIRED = re.compile(r"(?:yêu cầu|đòi hỏi) (?:được )?đặt ra[^,:;]{0,40}? là,? ")
# "“…”, Phó Bí thư yêu cầu.": the words around a quotation tell what it is.
_QUOTED_DEMAND = re.compile(
    r"[”\"],? [^”\"]{2,100}(?:yêu cầu|đề nghị|chỉ đạo|giao nhiệm vụ|nhắc nhở)[^”\"\w]*$"
)


def demands(low: str, planned: str | None, *, going_on: bool, lead: bool) -> bool:
    """Does the folded sentence `low` set a task by what governs it?

    `planned` is the year planned for; `going_on` tells that the sentence before set one, `lead`
    that the sentence stands in the article's first paragraph.
    """
    quoted = low[0] in "“\"”‘'"
    begun = low.lstrip(QUOTES)
    gone = words("past").match(begun)
    if gone and planned and begun.startswith(f" {planned}", gone.end()):
        gone = None  # "Từ đầu năm 2022, …" where 2022 is to come
    if _UNSURE.match(begun) or gone:
        return False
    year = _YEAR.match(begun)
    if year and year[1] != planned and words("governing", "done").search(low):
        return False
    especially = _ESPECIALLY.match(begun)
    if especially and starts_with_verb(begun[especially.end() :]):
        return not lead
    modal = _OPENING_MODAL.match(begun)
    if modal:
        return not lead and _is_doing(begun[modal.end() :])
    if quoted:
        if we_will(low):
            return True
        return (
            (going_on and (starts_with_verb(begun) or _told_audience(begun)))
            or _asked_in_quotation(low, begun)
            or _ordered(begun)
        )
    if low.startswith("tuy nhiên"):
        return False
    if (going_on or _NEVER.search(low)) and _forbids(begun):
        return True
    if (
        going_on
        and not words("governing", "lacks").search(low)
        and not _MAXIM.search(low)
        and _continues(begun)
    ):
        return True
    return (
        we_will(low)
        or _follows(low, going_on=going_on)
        or asked(low, going_on=going_on)
        or _must(low, planned, going_on=going_on)
        or _timely(low, planned)
        or _resolves(low, planned)
    )


def we_will(low: str) -> bool:
    """Does a speaker say what the body itself will do ("chúng tôi sẽ kiểm tra …")?"""
    said = _WE_WILL.search(low)
    return bool(said and starts_with_verb(low[said.end() : said.end() + 80], long=True))


def plans_ahead(low: str, planned: str | None, opening: str) -> bool:
    """Does the article itself tell what the body it reports on does in the time to come ("Bước vào
    năm 2023, Đảng ủy Công ty tập trung …")? `opening` are the article's folded first words.
    """
    when = _PLANNED_AHEAD.match(low)
    end = when.end() if when and when["year"] else 0
    if when is None or (when["year"] and when["year"] != planned):
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
    return directive_within(rest[body.end() - begin :], 70)


def _follows(low: str, *, going_on: bool) -> bool:
    """Is something to be done told in one of the set turns that name nobody who asks?"""
    if words("governing", "done").search(low):
        return False
    share = _ASSIGNED.match(low)
    if share and subject(low[share.end() :]) is not None and _DUE.search(low, share.end()):
        return _also(low[share.end() :])
    required = _REQUIRED.match(low)
    if required:
        rest = low[required.end() :]
        return (
            starts_with_verb(rest) or words("governing", "modals").search(rest, 0, 60) is not None
        )
    if not going_on or _MAXIM.search(low):
        return False
    whichever = _WHICHEVER.match(low)
    if whichever and _is_doing(low[whichever.end() :]):
        return True
    done_to = _IS_DONE_TO.search(low, 0, 90)
    return bool(done_to and _is_doing(low[done_to.start() + 4 :]) and _DUE.search(low))


def _told_audience(low: str) -> bool:
    """Are those present told what they must do ("Các đồng chí phải …")?"""
    modal = _AUDIENCE.match(low)
    return bool(modal and _is_doing(low[modal.end() :].lstrip()))


def _ordered(low: str) -> bool:
    """Is a body told what it must do ("“Các huyện ủy phải chốt …”")?"""
    who = subject(low)
    modal = words("governing", "modals").search(low, who, who + 30) if who else None
    return bool(
        who
        and modal
        and modal.group() not in _WILL
        and not words("governing", "people").search(low, 0, modal.start())
        and not _MAXIM.search(low)
        and _is_doing(low[modal.end() :].lstrip())
    )


def _asked_in_quotation(low: str, begun: str) -> bool:
    """Does a quotation demand something ("“Các đồng chí phải …”, Phó Bí thư yêu cầu")?"""
    verb = words("setting", "asking").match(begun)
    if verb:
        return directive_within(begun[verb.end() : verb.end() + 150], 150)
    return bool(_QUOTED_DEMAND.search(low[-140:])) and bool(
        words("governing", "modals").search(low)
    )


def _continues(low: str) -> bool:
    """Does the sentence go on with the tasks before it, after connectives or not?"""
    comma = low.find(", ", 0, 60)
    if comma >= 0 and words("titles").match(low, comma + 2):
        return False  # "Tiếp thu ý kiến, đồng chí A bày tỏ …": who does it is told behind
    begin = before_subject().match(low)
    often = _EACH_TIME.match(low)
    return (
        opens_task(low)
        or _also(low)
        or bool(begin and starts_with_verb(low[begin.end() :]))
        or bool(often and starts_with_verb(low[often.end() :]))
    )


def _forbids(low: str) -> bool:
    """Is it said what must not be ("Các đội không được giao …", "Tuyệt đối không …")?"""
    found = words("governing", "forbidden").search(low, 0, 140)
    begin = low.rfind(", ", 0, found.start()) + 2 if found else 0
    begin = begin if begin > 1 else 0
    if found is None or words("governing", "done").search(low, begin):
        return False
    who = low[begin : found.start()]
    if who and not _ALL_OF.match(who) and subject(who) is None and not _ALL_OF.match(low):
        return False
    # "Nhiều chi bộ không được cấp kinh phí": what they lack, no prohibition.
    return found.group() != "không được" or _is_doing(low[found.end() :].lstrip())


def _also(low: str) -> bool:
    """Does a body go on with its tasks ("Toàn ngành cũng tham mưu …", "Ban tiếp tục …")?"""
    who = subject(low)
    if who is None or words("governing", "done").search(low, 0, 120):
        return False
    if low[who : who + 1] == " " and starts_with_verb(low[who + 1 :]):
        return True
    said = low[who:].split()[:10]
    return any(starts_with_verb(" ".join(said[at : at + 3]), long=True) for at in range(len(said)))


def _must(low: str, planned: str | None, *, going_on: bool) -> bool:
    """Must a body, or a work, be or do something ("ngành cần …", "việc đánh giá phải …")?"""
    return any(
        _governs(low, modal, planned, going_on=going_on)
        for modal in words("governing", "modals").finditer(low)
        if _is_doing(low[modal.end() : modal.end() + 80].lstrip())
    )


def _governs(low: str, modal: re.Match[str], planned: str | None, *, going_on: bool) -> bool:
    """Do the words before `modal` say who, or which work, must or will?"""
    begin = max(low.rfind(mark, 0, modal.start()) for mark in (",", ";", ":", "–", "“")) + 1
    clause = low[begin : modal.start()].strip(' "“')
    if (
        words("governing", "done").search(clause)
        or _FOR_REASON.match(clause)
        or _NO_NEED.search(clause)
        or _NONE_OF.match(clause)
        or (" nếu " in clause and not going_on)
        or (modal.group() == "được giao" and words("governing", "done").search(low, modal.end()))
        or words("past").match(clause)
    ):
        return False
    said = _said(clause)
    rest = clause[said:].strip()
    will = modal.group() in _WILL
    if will:
        if words("governing", "wishes").search(low, 0, modal.start()):
            return False
        if not (going_on or named(low, planned)):
            return _promises(low, begin, rest)
        heard = words("setting", "saying").match(clause)
        if heard and before_subject().fullmatch(f"{clause[heard.end() :].strip()} "):
            return has_asker(low, begin)  # "Trưởng Ban …, hứa trong năm 2022 sẽ …"
    elif words("governing", "topics").match(clause) and len(clause.split()) < 9:
        return True
    if not rest and (
        said
        or _told_before(low, begin)
        or (words("governing", "topics").match(low) and begin < 160)
    ):
        return True
    if _RELATIVE.search(rest):
        return False
    return _acts(low, begin, rest, voiced=going_on or (not will and has_asker(low, begin)))


def _told_before(low: str, begin: int) -> bool:
    """Do the words before the comma at `begin` name who speaks ("Theo ông A, cần …")?"""
    speaker = words("titles").match(low, len("theo ")) if low.startswith("theo ") else None
    return speaker is not None and begin < 160


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
        words("planned").fullmatch(clause) is not None
        or subject(clause) is not None
        or _WORK.search(f"{low[:begin]} {clause}") is not None
    )


def _promises(low: str, begin: int, clause: str) -> bool:
    """Is it a body, no work ("việc … sẽ giúp"), that `clause` says will do something?"""
    body = subject(clause) is not None and not _WORK.search(clause)
    return body and not words("governing", "done").search(low, 0, begin)


def _is_doing(low: str) -> bool:
    """Does what follows "cần", "phải", "sẽ" say what to do or be?"""
    return starts_with_verb(low, also=tuple(load("openers")["after_modal"]["words"]))


def _said(clause: str) -> int:
    """Where the words about a speaker end in `clause`; 0 where nobody speaks."""
    if not words("titles").search(clause):
        return 0
    ends = [found.end() for found in words("setting", "saying").finditer(clause)]
    ends += [found.end() for found in words("setting", "asking").finditer(clause)]
    return max(ends, default=0)


def named(low: str, planned: str | None) -> bool:
    """Does the sentence name a time to come?"""
    return bool(words("planned").search(low)) or bool(planned and f"năm {planned}" in low)


def _timely(low: str, planned: str | None) -> bool:
    """Does a clause open with a time to come and go on with what is to be done?"""
    for when in words("planned").finditer(low, 0, 220):
        if not _CLAUSE_START.search(low, 0, when.start()):
            continue
        comma = low.find(",", when.end(), when.end() + 12)
        modal = words("governing", "modals").match(low, when.end() + 1)
        if (modal and starts_with_verb(low[modal.end() : modal.end() + 60])) or (
            comma >= 0 and _goes_on(low, comma + 1)
        ):
            return True
        if subject(low[when.end() :].lstrip()) is not None and _goes_on(low, when.end()):
            return True
    for when in _DATED.finditer(low, 0, 220):
        if not _CLAUSE_START.search(low, 0, when.start()):
            continue
        ours = when["year"] is None or when["year"] == planned
        who = when["comma"] or subject(low[when.end() :].lstrip()) is not None
        if ours and who and _goes_on(low, when.end()):
            return True
    return False


def _resolves(low: str, planned: str | None) -> bool:
    """Does a body settle what it does in the time to come ("Cụm thống nhất năm 2022 tổ chức …")?"""
    body = words("bodies").match(low)
    verb = words("setting", "resolving").search(low, body.end(), body.end() + 60) if body else None
    if not verb or words("governing", "done").search(low, 0, verb.end()):
        return False
    if not named(low, planned):
        # "Đảng ủy xác định tập trung …": what it settles to do follows at once.
        return not words("governing", "done").search(low) and starts_with_verb(
            low[verb.end() : verb.end() + 60]
        )
    return "nhiệm vụ" not in low and directive_within(low[verb.end() : verb.end() + 120], 120)


def _goes_on(low: str, position: int) -> bool:
    """Is something to be done told from `position` on, and not as done already?"""
    rest = low[position : position + 160].lstrip()
    if words("governing", "done").search(rest[:90]):
        return False
    if starts_with_verb(rest):
        return True
    return (subject(rest) is not None or rest.startswith("ngoài ")) and directive_within(rest, 130)
