"""Who is asked to do something: the verb of asking, who asks, who or what is to act."""

import re
from functools import cache

from archive.reading.tasks.openers import directive_within, has_long_verb, starts_with_verb
from archive.reading.tasks.vocabulary import first_verb, opens_with_verb, words
from archive.reading.wordlist import Words
from archive.registry import load
from archive.vietnamese import level

_ASKED_GUESTS = re.compile(r"(?:các |quý )?(?:đại biểu|vị đại biểu|bạn đọc|hội nghị)(?!\w)")
_NO_REQUEST = re.compile(
    r"(?:theo|sự|được|các|những|ý kiến|lãnh đạo,|đáp ứng|vì|nội dung|công tác|đơn vị|tập thể"
    r"|tập trung|tiếp tục|tăng cường|trực tiếp|chủ động|kịp thời|thường xuyên|luôn) $"
)
_NOT_ASKED = (
    *("của ", "đối với công tác", "đặt ra", "đề ra", "nhiệm vụ chính trị", "hội nghị", "tại "),
    *("buổi ", "tặng ", "khen", "xét ", "công nhận ", "kỷ luật ", "này"),
)
_ADDRESSED = re.compile(
    r"(?:các|mỗi|từng|mọi|toàn|tất cả|cả) (?!ý kiến)\w+,? \w+,? \w+|100% \w+ \w+"
)
# "ngành Tổ chức xây dựng Đảng": no verb of its sentence.
_SECTOR = re.compile(r" tổ chức xây dựng đảng(?!\w)")
# Not "quyết định khen thưởng": what is done at the conference itself, or a document.
_DECIDES = re.compile(
    r"(?:quyết định|chốt) (?:sẽ )?(?!khen|kỷ luật|bổ nhiệm|công nhận|trao|tặng"
    r"|điều động|thành lập|về|số)"
)
_DOCUMENT = re.compile(r"(?:công bố|trao|ban hành|ký|có|của|nhận|các|những|theo|nghị|:) $")
_BESIDES = re.compile(r"(?:[,;] (?:đồng thời|song|nhưng)(?: \w+)?,?| và) $")
# "Rồi ông …", "Tân Bí thư …": what stands right before whoever asks.
_LEADS_TO_WHO = (
    "theo",
    "đại diện",
    "theo đó",
    "tân",
    "các",
    "rồi",
    "sau đó",
    "tiếp đó",
    "cuối cùng",
)
# "ấn tượng với cách Cần Thơ giao việc", "được Tỉnh ủy giao": how somebody asks, or did.
_MANNER = re.compile(
    r"(?<!\w)(?:cách|được (?=tỉnh|thành|huyện|trung ương|bộ|ban|đảng|cấp|chính phủ|thủ tướng))"
    r" ?[^,;:]{1,40}$"
)
_FROM_THAT = re.compile(r"(?:qua đó|từ đây|nhân dịp này|(?:trên|với) (?:cơ sở|tinh thần) đó), ")
_JUST_BEFORE = ("", "còn", "cũng", "đã", "đều")
_DONE = "đã "
# "đề nghị có chế tài chặt chẽ": what there is to be.
_HAVING = re.compile(r"(?:cần |phải )?có (?!mặt)\w+ \w+")
_TOWARDS = re.compile(r"(?:riêng |đối )?với [^,;:]{2,60}, ")
# Whoever hears these is asked at once: "ông nhắc rà soát …".
_PLAIN = frozenset({"lưu ý", "nhắc", "nhắc nhở", "dặn"})
# What is asked softly: who is to act may be a place, the verb a short one.
_SOFT = frozenset({"gợi mở", "gợi ý", "định hướng", "khuyến khích"})
_OFTEN = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng) (?:tuần|tháng|quý)(?!\w)")
_TIME = (
    r"(?:(?:tính |từ nay )?đến |ngay từ |từ )?(?:giữa|cuối|đầu|hết|trong)"
    r" (?:năm|quý|tháng)(?: [ivx\d]+)?"
    r"|(?:trong |sang |bước sang )?(?:năm (?:\d{4}|tới|sau|nay)|quý [ivx]+|thời gian tới)"
)
_WHEN = re.compile(
    rf"(?:(?:{_TIME}|(?:ngay |trong |từ )*(?:tuần|tháng|quý) [\\w/-]+)(?: này| tới)?,? )+"
)


@cache
def before_subject() -> re.Pattern[str]:
    """What may stand in a sentence before who or what acts."""
    joints = sorted(map(level, load("speakers")["governing"]["connectives"]), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(joints)}|ngoài nhiệm vụ [^,]{{1,20}}|{_TIME}),? )+")


def subject(clause: str) -> int | None:
    """Where the words of a body or work end that `clause` begins with; None without."""
    begin = before_subject().match(clause)
    found = words("doing").match(clause, begin.end() if begin else 0)
    return past_sector(clause, found.end()) if found else None


def past_sector(low: str, end: int) -> int:
    """Where the name of the sector ends that follows the body's at `end`; else `end`."""
    sector = _SECTOR.match(low, end)
    return sector.end() if sector else end


def said_when(low: str) -> int:
    """Where the words of a time end that the folded `low` begins with ("năm 2020 tổ chức …")."""
    found = _WHEN.match(low)
    return found.end() if found else 0


def asked(low: str, *, going_on: bool, heard: bool = False) -> bool:
    """Does somebody ask others to do something ("đề nghị các vụ tập trung …")?"""
    voiced = going_on or heard
    first = 0 if voiced and opens_with_verb(low) else first_verb(low)
    if first == len(low):
        return False
    for verb in words("setting", "asking").finditer(low, first):
        if _is_no_request(low, verb.start()):
            continue
        if not (has_asker(low, verb.start()) or (voiced and _opens(low, verb.start()))):
            continue
        after = low[verb.end() : verb.end() + 200].lstrip(" ,:")
        after = after[said_when(after) :]
        if after.startswith(_NOT_ASKED) or _ASKED_GUESTS.match(after):
            continue
        committee = low.endswith("ban ", 0, verb.start())
        told = low.startswith(":", verb.end())  # "… chỉ đạo: “Chú trọng …”"
        if verb.group() == "chỉ đạo" and (committee or starts_with_verb(after)) and not told:
            continue
        if directive_within(after, 150) or words("governing", "forbidden").search(after):
            return True
        must = told and words("governing", "modals").search(after, 0, 60) is not None
        if verb.group() != "chỉ đạo" and (must or _is_addressed(after) or _HAVING.match(after)):
            return True
    if _stressed(low):
        return True
    concluded = _concluded().search(low, 1, 160) if ": " in low else None
    if (
        concluded
        and has_asker(low, concluded.start())
        and starts_with_verb(low[low.index(": ", concluded.end()) + 2 :][:60])
    ):
        return True
    return _reminded(low, going_on=going_on, voiced=voiced) or _forbidden(low) or _decides(low)


@cache
def _concluded() -> Words:
    """A verb by which somebody tells at once, behind a colon, what is to be done."""
    verbs = load("speakers")["setting"]["concluding"]
    return Words(dict.fromkeys(map(level, verbs), r"(?=(?: \w+){0,3}: )"))


def _is_addressed(after: str) -> bool:
    """Does what follows a verb of asking open with who is asked, or with what is to be done?"""
    if _ADDRESSED.match(after) or subject(after) is not None or starts_with_verb(after):
        return True
    return bool(_OFTEN.search(after, 0, 90))


def _stressed(low: str) -> bool:
    """Does somebody stress at once what is to be done ("nhấn mạnh (việc) tăng cường …")?"""
    at = low.find("nhấn mạnh ")
    if at < 0:
        return False
    rest = low[at + len("nhấn mạnh ") :]
    if rest.startswith("việc "):
        return starts_with_verb(rest.removeprefix("việc "))
    # "nhấn mạnh xây dựng Đảng là then chốt": what that is.
    is_so = " là " in re.split(r"[,;:.]", rest, maxsplit=1)[0]
    return not is_so and starts_with_verb(rest, long=True) and has_asker(low, at)


def _reminded(low: str, *, going_on: bool, voiced: bool) -> bool:
    """Is a body reminded of what it must do ("lưu ý các phòng không …")?

    What somebody hopes of a body is a demand only where it goes on with demands.
    """
    for verb in words("setting", "reminding").finditer(low, 0 if voiced else first_verb(low)):
        hoped = verb.group() == "mong" or low.endswith("mong ", 0, verb.start())
        if hoped and not going_on:
            continue
        after = low[verb.end() : verb.end() + 200].lstrip(" ,:")
        who = subject(after)
        if not has_asker(low, verb.start()):
            # "Đồng thời, lưu ý các phòng rà soát …": who asks stood in the sentence before.
            opens = voiced and who is not None and _opens(low, verb.start())
            if opens and _will_do(after[who:]):
                return True
            continue
        if who is None and verb.group() in _SOFT and soon(after):
            return True
        if who is None:
            # "Với các đảng ủy, ông lưu ý hoàn thành …": who is reminded stands before.
            if words("governing", "forbidden").match(after):
                return True
            towards = verb.group() in _PLAIN or _TOWARDS.match(low)
            if towards and starts_with_verb(after, long=True):
                return True
            continue
        what = after[who:].lstrip()
        if (
            words("governing", "forbidden").search(after)
            or directive_within(after, 150)
            or starts_with_verb(what)
            or (verb.group() in _SOFT and soon(what))
        ):
            return True
    return False


def _will_do(rest: str) -> bool:
    """Does what a body is to do follow its name's last words in `rest`, not what it is about?"""
    said = rest.split(" về ", 1)[0].split()[:9]
    return starts_with_verb(rest) or has_long_verb(said)


def soon(low: str) -> bool:
    """Does a directive verb stand among the first words?"""
    said = low.split(None, 6)[:6]
    return any(starts_with_verb(" ".join(said[at : at + 3])) for at in range(min(len(said), 4)))


def _decides(low: str) -> bool:
    """Does somebody who speaks decide to do something ("Trưởng Ban quyết định lấy …")?"""
    found = _DECIDES.search(low, 1, 200) if " quyết định " in low or " chốt " in low else None
    if found is None or _DOCUMENT.search(low, found.start() - 12, found.start()):
        return False
    return has_asker(low, found.start()) and starts_with_verb(low[found.end() :][:60])


def _forbidden(low: str) -> bool:
    """Does somebody say straight out what must not be ("chỉ rõ không được để …")?"""
    if not may_forbid(low):
        return False
    for found in words("governing", "forbidden").finditer(low, 1):
        before = low[max(found.start() - 16, 0) : found.start()].rstrip(" ,:")
        verb = words("setting", "saying").search(before)
        if verb and verb.end() == len(before) and has_asker(low, found.start() - 1):
            return True
    return False


def _is_no_request(low: str, verb: int) -> bool:
    """Is the verb at `verb` a noun, how something is asked, or what delegates or places ask for
    ("cho hay, một số địa phương còn đề nghị …")?
    """
    if _NO_REQUEST.search(low, verb - 12, verb):
        return True
    return _MANNER.search(low, verb - 48, verb) is not None or any(
        low[other.end() : verb].strip() in _JUST_BEFORE
        for other in words("others").finditer(low, verb - 40, verb)
    )


def may_forbid(low: str) -> bool:
    """Does the sentence hold what all that forbid do?"""
    return "không" in low or "đừng" in low


def _opens(low: str, verb: int) -> bool:
    """Does the verb of asking at `verb` open its sentence ("Cùng với đó, yêu cầu …")?"""
    begin = before_subject().match(low) or _FROM_THAT.match(low)
    return verb == (begin.end() if begin else 0)


def has_asker(low: str, verb: int) -> bool:
    """Is the verb at `verb` said of a person or body that opens a clause before it?"""
    for table in ("titles", "bodies"):
        for found in words(table).finditer(low, 0, verb):
            at = found.start()
            before = low[at - 12 if at > 12 else 0 : at].rstrip()
            if before and before[-1] not in ',;:.–-“"' and not before.endswith(_LEADS_TO_WHO):
                continue
            body = table == "bodies" and found.group() != "hội nghị"
            if not body and _body_did(low, found.end(), verb):
                continue
            # "Ông A ghi nhận những việc đã làm, đồng thời đề nghị …": of another clause.
            apart = _BESIDES.search(low, verb - 24, verb) is not None
            since = verb if apart and not body else found.end()
            # A person at the conference "đã yêu cầu …"; of a body that tells of before.
            until = verb if body else _before_done(low, since, verb)
            if not words("governing", "done").search(low, since, until):
                return True
    return False


def _before_done(low: str, start: int, verb: int) -> int:
    """Where the verb begins, with the "đã" that may stand right before it."""
    return verb - len(_DONE) if low.endswith(_DONE, start, verb) else verb


def _body_did(low: str, start: int, verb: int) -> bool:
    """Has a body done what the verb at `verb` says ("ông A cho hay, Ủy ban đã đề nghị")?"""
    done = low.endswith(_DONE, start, verb)
    return done and any(
        low[max(found.start() - 2, 0) : found.start()] == ", "
        for found in words("bodies").finditer(low, start, verb)
    )
