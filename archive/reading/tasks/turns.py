"""Set turns in which something is demanded, forbidden or promised, or tasks told before go on."""

import re

from archive.reading.tasks.asking import before_subject, may_forbid, subject
from archive.reading.tasks.charges import MAXIM, bound, charges, often, past_leads
from archive.reading.tasks.duties import DUE
from archive.reading.tasks.openers import (
    directive_within,
    opens_task,
    says_what,
    starts_with_verb,
)
from archive.reading.tasks.vocabulary import words

_ALL_OF = re.compile(r"(?:các|mỗi|từng|mọi|toàn|tất cả)(?!\w)")
_AUDIENCE = re.compile(
    r"(?:các|từng|mỗi) (?:đồng chí|anh|chị|anh chị)"
    r"(?P<must> (?:cần phải|cần|phải|hãy|cứ)(?!\w))?(?= )"
)
_WE_WILL = re.compile(r"chúng tôi (?:cũng )?(?:sẽ|dự kiến|phấn đấu|tiếp tục)(?!\w)")
# "… không được xin gia hạn": what nobody is merely denied.
NEVER = re.compile(
    r"không được(?<!\wkhông được) (?:để|xin|lùi|né|đùn đẩy|chủ quan|lơ là|buông lỏng|nể nang|tự ý"
    r"|bao che|che giấu|qua loa|bỏ sót|nợ|chậm)(?!\w)"
)
# "Không đơn vị nào được …", "Không bổ nhiệm người …".
_NOBODY = re.compile(r"không (?:\w+ ){1,3}nào được (?!cấp|giao|hưởng|khen|xếp|công nhận)")
_NOT_DOING = re.compile(r"không (?!ít|chỉ|có|phải|riêng|còn|khí|gian|những|thể|ai|ngừng|bao giờ)")
_ASSIGNED = re.compile(r"theo (?:sự )?phân công[^,]{0,40}, ")
# "Hồ sơ nào thiếu, trả lại ngay": what to do with whatever is so.
_WHICHEVER = re.compile(
    r"(?:(?:[^\s,;:]+ ){1,4}(?:nào|gì)|ai) [^,;:]{2,70}?"
    r"(?:, (?=người)|, | thì | (?=phải )| (?=sẽ bị (?:phê bình|xem xét|xử lý|trừ|hạ|cắt|nêu tên)))"
)
# "Từ tháng này, …", "từ nay …": what holds from a day on.
_FROM_NOW = re.compile(
    r"từ (?:nay|giờ|(?:tuần|tháng|quý|năm|kỳ họp|học kỳ|năm học) (?:này|tới|sau))(?!\w)"
    r"(?! (?:đến|tới|trở về|trở lại))"
)
_CLAUSE = re.compile(r"(?:^|[,:;] |[“\"]|rằng |kể )$")
_HAS_TO = re.compile(r"(?:phải|đều|không ai được|không được|không còn được|thôi|bỏ|chấm dứt)(?!\w)")
# "Làm tốt những việc ấy chính là góp phần …": what doing so means.
_MEANS = re.compile(
    r"(?!(?:tiếp tục )?(?:lấy|coi|xem|xác định)(?!\w))[^,;:]{4,100}"
    r"(?:, theo [^,;:]{2,30},)? (?:chính là|là (?:góp phần|cách|dịp|để|chìa khóa|chuyện|điều"
    r"|con đường|thước đo|nền tảng|cái gốc|một quá trình|việc của))(?!\w)"
)
_CLOSES = re.compile(r"kết thúc (?:chương trình|hội nghị|buổi|cuộc|phần|phiên|lễ|ngày)(?!\w)")
# "“…”, Phó Bí thư yêu cầu.": the words around a quotation tell what it is.
_QUOTED_DEMAND = re.compile(
    r"[”\"],? [^”\"]{2,100}(?:yêu cầu|đề nghị|chỉ đạo|giao nhiệm vụ|nhắc nhở|căn dặn"
    r"|dặn|giao|đốc thúc|chốt việc)[^”\"\w]*$"
    r"|[”\"] ?[-–,] đây (?:cũng )?là (?:một trong (?:những|các) )?(?:yêu cầu|chỉ đạo"
    r"|đề nghị|lưu ý)(?!\w)"
)
_REMINDS = ("nhắc nhở", "dặn", "căn dặn")
# "“Nhận một phong bì là mất cả ngành”, đồng chí nhắc nhở": a saying, where nothing is told to do.
_TELLS_TO = re.compile(r"(?<!\w)(?:cần|phải|hãy|đừng|không được|không để|nên|chớ)(?!\w)")
# "Khi sắp xếp bộ máy phải …": how to go about what is done.
_WHEN_DOING = re.compile(r"khi [^,;:.]{4,80}?,? (?:cần|phải|cần phải|chú trọng|chú ý) ")
# "Từ nay đến tháng 6 phải rà soát …": a time, and at once what must be.
_WHEN_MUST = re.compile(
    r"(?:từ nay|từ giờ|ngay từ|sang năm|tới đây|sắp tới|thời gian tới|năm tới|quý tới|tháng tới)"
    r"(?!\w)[^,;:.]{0,30}?,? (?:cần phải|phải|cần) "
)
# "hoan nghênh các cấp đã chỉ đạo các đơn vị phải …": praise of what was done.
_PRAISED = re.compile(
    r"(?<!\w)(?:hoan nghênh|biểu dương|ghi nhận|đánh giá cao|khen)(?!\w)[^;:]{2,60} đã(?!\w)"
)
_NOW_ASKED = re.compile(
    r"(?<!\w)(?:đồng thời|nhưng|song|yêu cầu|đề nghị|lưu ý|nhấn mạnh|nhắc|giao|mong|cho rằng)(?!\w)"
)
SPEAKER_WITHIN = 160
"""Letters of a sentence within which who speaks is named."""
WILL = frozenset({"sẽ", "dự kiến"})


def we_will(low: str) -> bool:
    """Does a speaker say what the body itself will do ("chúng tôi sẽ kiểm tra …")?"""
    said = _WE_WILL.search(low) if "chúng tôi " in low else None
    return bool(said and starts_with_verb(low[said.end() : said.end() + 80], long=True))


def follows(low: str, *, going_on: bool) -> bool:
    """Is something to be done told in one of the set turns that name nobody who asks?"""
    share = _ASSIGNED.match(low) if low.startswith("theo ") else None
    if not (share or going_on) or words("governing", "done").search(low):
        return False
    if share and subject(low[share.end() :]) is not None and DUE.search(low, share.end()):
        return charges(low[share.end() :])
    if not going_on or MAXIM.search(low):
        return False
    whichever = _WHICHEVER.match(low)
    then = low[whichever.end() :].removeprefix("người đó ") if whichever else ""
    return then.startswith("sẽ bị ") or says_what(then)


def from_now_on(low: str) -> bool:
    """Is it said what must be, or must not be any more, from now on?"""
    begun = _FROM_NOW.search(low, 0, 160) if "từ " in low else None
    if begun is None or not _CLAUSE.search(low, 0, begun.start()):
        return False
    if words("governing", "done").search(low) or words("governing", "wishes").search(low):
        return False
    return _HAS_TO.search(low, begun.end()) is not None


def must_when(low: str, *, going_on: bool) -> bool:
    """Is it said at once what must be at a time, or while something is done?"""
    doing = _WHEN_DOING.match(low) if going_on else None
    doing = doing or _WHEN_MUST.match(low)
    return bool(doing and says_what(low[doing.end() :]) and not MAXIM.search(low))


def praises(low: str) -> bool:
    """Does somebody praise what was done, and ask for nothing?"""
    praised = _PRAISED.search(low, 0, SPEAKER_WITHIN)
    return praised is not None and _NOW_ASKED.search(low, praised.end()) is None


def told_audience(low: str) -> bool:
    """Are those present told what they must do ("Các đồng chí phải …")?"""
    those = _AUDIENCE.match(low)
    rest = low[those.end() + 1 :] if those else ""
    return says_what(rest) if those and those["must"] else starts_with_verb(rest, long=True)


_TOLD_WITHIN = 60  # letters between a body and what it must do


def ordered(low: str) -> bool:
    """Is a body told what it must do ("“Các huyện ủy phải chốt …”")?"""
    who = bound(low)
    modal = words("governing", "modals").search(low, who, who + _TOLD_WITHIN) if who else None
    return bool(
        who
        and modal
        and modal.group() not in WILL
        and not words("governing", "people").search(low, 0, modal.start())
        and not MAXIM.search(low)
        and says_what(low[modal.end() :].lstrip())
    )


def asked_in_quotation(low: str, begun: str) -> bool:
    """Does a quotation demand something ("“Các đồng chí phải …”, Phó Bí thư yêu cầu")?"""
    for verb in words("setting", "asking").finditer(begun, 0, 160):
        # "“Với thế mạnh của mình, đề nghị Chi hội …"
        behind = begun.endswith((", ", "… ", "... "), 0, verb.start())
        orders = not verb.start() or begun.endswith("tôi ", 0, verb.start())
        if orders or (behind and verb.group() in ("đề nghị", "yêu cầu")):
            return directive_within(begun[verb.end() : verb.end() + 150], 150)
    asked = _QUOTED_DEMAND.search(low[-140:])
    if asked and asked.group().rstrip('."” ').endswith(_REMINDS):
        return _TELLS_TO.search(begun) is not None or starts_with_verb(begun)
    return asked is not None


# "Thông tin được đưa ra tại hội nghị": a verb's noun, of which something is told.
_TOLD_HERE = re.compile(r"(?:\w+ ){1,4}được (?:đưa ra|nêu|công bố|chia sẻ|thông tin|đề cập)(?!\w)")


def continues(low: str) -> bool:
    """Does the sentence go on with the tasks before it, after connectives or not?"""
    if _CLOSES.match(low) or (" là" in low and _MEANS.match(low)) or _TOLD_HERE.match(low):
        return False
    comma = low.find(", ", 0, 60)
    behind = comma >= 0 and (
        words("titles").match(low, comma + 2) or low.startswith("hội nghị", comma + 2)
    )
    if behind:
        return False  # "Tiếp thu ý kiến, đồng chí A bày tỏ …": who does it is told behind
    spoken = words("setting", "saying").search(low, 0, 60) if words("titles").match(low) else None
    if spoken and low.startswith((",", ":", " rằng"), spoken.end()):
        # "Lãnh đạo Ban thông tin, …": who speaks, not what is led
        return charges(low[spoken.end() :].removeprefix(" rằng").lstrip(' ,:“"'))
    begin = before_subject().match(low)
    told = past_leads(low)
    return (
        opens_task(low)
        or charges(low[told:])
        or often(low)
        or bool(told and starts_with_verb(low[told:]))
        or bool(begin and starts_with_verb(low[begin.end() :]))
    )


def forbids_at_once(low: str) -> bool:
    """Does the sentence open with what must not be ("Không để hồ sơ nào quá hạn")?"""
    if not may_forbid(low):
        return False
    begin = before_subject().match(low)
    start = begin.end() if begin else 0
    if _NOBODY.match(low, start):
        return True
    found = words("governing", "forbidden").match(low, start)
    if found:
        return found.group() != "không được" or says_what(low[found.end() :].lstrip())
    bare = _NOT_DOING.match(low, start)
    if bare is None or words("titles").search(low, bare.end()):
        return False  # "Không đọc hết báo cáo, đồng chí A …": how somebody spoke
    return starts_with_verb(low[bare.end() :])


def forbids(low: str) -> bool:
    """Is it said what must not be ("Các đội không được giao …", "Tuyệt đối không …")?"""
    if not may_forbid(low):
        return False
    if _NOBODY.match(low):
        return True
    found = words("governing", "forbidden").search(low, 0, 140)
    begin = low.rfind(", ", 0, found.start()) + 2 if found else 0
    begin = begin if begin > 1 else 0
    if found is None or words("governing", "done").search(low, begin):
        return False
    who = low[begin : found.start()]
    if who and not _ALL_OF.match(who) and subject(who) is None and not _ALL_OF.match(low):
        return False
    # "Nhiều chi bộ không được cấp kinh phí": what they lack, no prohibition.
    if found.group() != "không được" or NEVER.match(low, found.start()):
        return True
    return says_what(low[found.end() :].lstrip())
