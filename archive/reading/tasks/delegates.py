"""Who speaks at a conference without setting tasks: delegates, guests, the press, and whoever is
quoted from another occasion.
"""

import re
from functools import cache

from archive.reading.places import older_tones, place_at
from archive.reading.tasks.floor import BASE, OPENS, Floor
from archive.reading.tasks.ranks import height_of, ranks
from archive.reading.tasks.vocabulary import either, first_verb, words
from archive.reading.wordlist import Words
from archive.vietnamese import level

_NO_SPEAKER = re.compile(
    r"(?:cho|lấy|xin|góp|theo|các|những|phát biểu|tiếp thu|vụ|cục|sở|phòng|định hướng|hướng dẫn"
    r"|chỉ đạo|mời|giúp|quản lý|cùng) ?$"
)
# "Trước một số ý kiến xin lùi, đồng chí nói rõ", "Với các địa phương …": whom somebody answers.
_ANSWERED = re.compile(
    r"(?:của|với|trước|sau|trả lời|giải đáp|giải trình|ghi nhận|lắng nghe|đáp lại|cảm ơn"
    r"|cám ơn|tán thành|đồng tình với|tổng hợp|chia sẻ với|khen|hoan nghênh) $"
)
# "Ông A, …, góp ý: …", "Hội Nông dân huyện kiến nghị …": what is only put forward.
_PUTS_FORWARD = Words(
    dict.fromkeys(("góp ý", "phản ánh", "hiến kế", "thắc mắc", "hỏi"), "(?=[,:]| rằng)")
    | dict.fromkeys(("kiến nghị", "đề đạt", "mong có", "mong được", "mong sẽ"), "")
)
# What units below, or beside, the conference's own body do with these verbs.
_WISHES = Words(
    dict.fromkeys(("đề nghị", "đề xuất", "phản ánh", "băn khoăn", "mong", "mong muốn", "xin"), "")
)
_UNITS = re.compile(
    r"(?:đảng ủy|đảng bộ|chi bộ|chi ủy|đoàn|khoa|trường|công ty|ban chqs|ban chỉ huy quân sự"
    r"|công an|sở|hội) (?=(?P<name>\w+))"
)
_PROPOSER_WORDS = 16
# "Trả lời các ý kiến, đồng chí …", "Sau phần thảo luận, …": what the speaker goes on from.
_GOES_ON_FROM = re.compile(
    r"(?:trả lời|trao đổi (?:với|thêm|lại)|đáp lại|giải đáp|giải trình|trước|sau|tiếp thu|ghi nhận"
    r"|lắng nghe|nghe|từ (?:các |những )?(?:ý kiến|kiến nghị|phản ánh|đề xuất))(?!\w)"
    r"[^,;:]{0,100}, "
)
# Whose unit belongs to the committee that meets: "Phó Bí thư Đảng ủy Sở Y tế".
_UNIT_SECRETARY = re.compile(
    r"bí thư (?:đảng ủy|đảng bộ|chi bộ|chi ủy) (?:bộ(?! (?:chỉ huy|tư lệnh|đội|chqs))|sở|cục|vụ"
    r"|văn phòng|công ty|tổng công ty|tập đoàn|ngân hàng|trường|đại học|học viện|viện|bệnh viện"
    r"|thông tấn|đài|báo|tòa án|nhà máy|xí nghiệp|doanh nghiệp|trung tâm|tổ dân phố|khu phố)(?!\w)"
)
_TOLD_OF = re.compile(r"(?<!\w)(?:một|các|những|nhiều|mỗi|từng|vài) (?:phó )?$")
# "Giám đốc Học viện Lê Văn A": of which one needs no telling where such a one meets.
_KINDS = frozenset(
    ("học viện", "bệnh viện", "công ty", "tổng công", "tập đoàn", "ngân hàng", "nhà máy", "đại học")
)
_OFFICE = 24  # letters of an office
_PARTY_SECRETARY = re.compile(r"bí thư (?:đảng ủy|đảng bộ|chi bộ)(?!\w)")
# "được yêu cầu" is said of who is asked; "việc đánh giá", "cung cấp thông tin" of no speaker.
NO_VERB = re.compile(
    r"(?:được|đáng|việc|công tác|cung cấp|của|các|những|về|bản|sự|khâu|cơ quan|nguồn|lượng|đài"
    r"|tiếng|lời) $"
)
_OCCASIONS = ("cuộc họp", "buổi làm việc", "phiên họp", "hội nghị", "kỳ họp", "đại hội")
_EARLIER = ("trước đó", "còn nhớ")
_THEN = ("ngày ", "hôm", "tháng ", *_EARLIER)
_THERE = ("hội", "họp", "buổi làm việc", *_EARLIER)  # what every occasion holds
# "Bí thư Huyện ủy A thì cho rằng …": one of several who have their say.
_CONTRASTED = re.compile(r"thì(?<!\wthì) (?:lại |cũng )?$")
_PRONOUN = re.compile(r", (?:ông|bà|đồng chí)(?: (?:cũng|còn|đã))? $")
_ELSEWHERE = re.compile(
    rf"t(?:ại|rong) (?:{'|'.join(_OCCASIONS)})[^,;]{{0,80}}"
    r"(?:ngày \d|hôm|tháng \d|trước đó)"
    r"|trước đó(?<!\wtrước đó)(?!\w)|còn nhớ(?<!\wcòn nhớ)(?!\w)"
)
_FORCES = (" tướng", " tá")
_MINISTERS = ("bộ trưởng", "thứ trưởng")
_MINISTRY = re.compile(
    r"(?:đảng ủy|đảng bộ|ban cán sự(?: đảng)?) bộ(?!\w)(?! (?:chỉ huy|tư lệnh|phận))"
)
_COMMITTEES = ("đảng ủy", "đảng bộ", "chi bộ", "ban cán sự")
# "GS Trần Văn A (Học viện B) khảo sát …": who is named with a school is asked for views.
_SCHOLAR = re.compile(
    r"(?:pgs|gs|ts|ths|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ)[^,;:()]{2,50}"
    r"\((?:học viện|viện|trường|đại học|khoa)(?!\w)"
)
# "Bà Hồ Thị A (xã B) đề nghị …", "Thứ trưởng …, một thành viên Ban Chỉ đạo, đề nghị …": who is told
# by a place alone, or as one of many.
_FROM_PLACE = re.compile(
    r"(?:ông|bà|đồng chí|đ/c) [^,;:()]{2,40} \((?!(?:nguyên )?(?:phó|trưởng|bí thư|chủ tịch|ủy viên"
    r"|giám đốc|chánh|thường trực|trung ương))[^()]{2,40}\)"
)
_ONE_OF_MANY = re.compile(
    r"(?:[^,;:]{2,60}+, )?(?:một|vài|nhiều|không ít) (?:(?:nữ|nam|vị) )?"
    r"(?:thành viên|đại biểu|cán bộ|giảng viên|già làng|trưởng thôn|bí thư|chủ tịch|đảng viên"
    r"|tổ trưởng|chuyên viên|chủ doanh nghiệp|nông dân|cựu chiến binh|trưởng phòng|hội viên)(?!\w)"
)
_SCHOOLS = ("trường", "học viện", "đại học", "viện ")
_COMMITTEE = re.compile(r"tỉnh ủy (?=\w)")


def delegates_speak(low: str, closing: re.Match[str] | None, floor: Floor) -> bool:
    """Does the part of the conference open here in which delegates have their say, or one of them
    speak from a place of theirs ("Từ huyện vùng cao B, đồng chí …")?
    """
    if low.startswith("từ ") and floor.height is not None:
        pattern, heights = ranks()
        place = pattern.match(low, 3)
        comma = low.find(", ", 0, 80)
        if place and heights[place.group()] > floor.height and comma > 0:
            return words("titles").match(low, comma + 2) is not None
    if "(" in low:
        school = floor.base and any(map(floor.opening.__contains__, _SCHOOLS))
        if not school and _SCHOLAR.match(low):
            return True
        if _FROM_PLACE.match(low):
            return closing is None
    if _ONE_OF_MANY.match(low) and first_verb(low) < len(low):
        return closing is None
    opens = words("others", "opens").match(low)
    return bool(opens and not closing and not words("others", "chair").search(low, 0, 120))


def is_elsewhere(low: str) -> bool:
    """Does the sentence tell of what was said on another occasion?"""
    if not any(map(low.__contains__, _THEN)) or not any(map(low.__contains__, _THERE)):
        return False
    return _ELSEWHERE.search(low) is not None


def _heads_it(low: str, office: int, floor: Floor) -> bool:
    """Is the unit behind the office that ends at `office` the one whose Party committee meets?"""
    unit = " ".join(re.split(r"[,;:]", low[office : office + 60])[0].split()[:3])
    if len(unit.split()) < 3:
        return False
    if any(f"{committee} {unit}" in floor.opening for committee in ("đảng ủy", "đảng bộ")):
        return True
    # A school's or a company's own head, or that of the one above it, which bears its name.
    if not floor.base or floor.ranked:
        return False
    kind = " ".join(unit.split()[:2])
    return _meets(unit, floor.opening) or (kind in _KINDS and _meets(kind, floor.opening))


def _is_of(secretary: str, floor: Floor) -> bool:
    """Does the article's opening name the committee of that secretary?"""
    committee = " ".join(re.split(r"[,;:]", secretary)[0].split()[2:5])
    return _meets(
        committee.replace("đảng bộ", "đảng ủy"), floor.opening.replace("đảng bộ", "đảng ủy")
    )


def _meets(body: str, opening: str) -> bool:
    """Do the article's first words name `body`, and not only whoever leads it?"""
    return any(
        not any(
            opening.endswith(f"{title.group()} ", 0, found.start())
            for title in words("titles").finditer(
                opening, max(found.start() - _OFFICE, 0), found.start()
            )
        )
        for found in re.finditer(rf"(?<!\w){re.escape(body)}(?!\w)", opening)
    )


def puts_forward(piece: str, low: str, floor: Floor) -> bool:
    """Does the person or body that the sentence begins with only put something forward?"""
    begins = _titles_and_bodies().match(low)
    if not (begins or _UNITS.match(low) or ranks()[0].match(low)):
        return False
    below = _below(piece, low, floor)
    found = (_WISHES if below else _PUTS_FORWARD).search(low, 1, 200)
    if not found or len(low[: found.start()].split()) > _PROPOSER_WORDS:
        return False
    if NO_VERB.search(low, found.start() - 12, found.start()):
        return False
    if words("setting", "asking").search(low, 0, found.start()):
        return False
    return below or begins is not None


@cache
def _titles_and_bodies() -> Words:
    return either(("titles", "words"), ("bodies", "words"))


def _below(piece: str, low: str, floor: Floor) -> bool:
    """Does the sentence begin with a unit below the conference's own body, or beside it?"""
    if floor.height is None:
        return False
    unit = _UNITS.match(low)
    pattern, heights = ranks()
    first = pattern.search(low, 0, OPENS)
    if first and (not first.start() or unit or words("bodies").match(low)):
        return heights[first.group()] > floor.height
    if unit is None or not piece[unit.end() : unit.end() + 1].isupper():
        return False
    return low[: unit.end("name")] not in floor.opening


def is_guest(low: str, said: int, verb: int, floor: Floor, *, concludes: bool) -> bool:
    """Is the speaker from outside the Party's bodies, or from one below the conference's own?

    The speaker is named before `said`, the verb of speaking ends at `verb`; who `concludes` the
    conference, or leads a base body's Party committee as well, is no guest for an office.
    """
    if _CONTRASTED.search(low, said - 12, said):
        return True
    own = height_of(low, said) if floor.height is not None else None
    if own is not None and floor.height is not None and own > floor.height:
        return True
    if own == 1 and floor.height == 1 and _from_elsewhere(low, said, floor):
        return True
    below = floor.base or (not floor.ranked and (floor.height is None or floor.height == BASE - 1))
    own_secretary = below and _PARTY_SECRETARY.search(low, 0, said)
    guests = _offices("guests", low, verb + 60) if floor.party else []
    if floor.uniformed:
        guests = [guest for guest in guests if not guest.group().endswith(_FORCES)]
    if guests and (floor.uniformed or _of_ministry(floor)):
        guests = [guest for guest in guests if guest.group() not in _MINISTERS]
    if floor.base:
        guests = [guest for guest in guests if not low.endswith("tổng ", 0, guest.start())]
    heads = own_secretary or any(_heads_it(low, guest.end(), floor) for guest in guests)
    if guests and not (concludes or heads):
        return True
    if floor.ranked and _offices("fronts", low, said):
        return True
    secretary = None if concludes else _UNIT_SECRETARY.search(low, 0, said)
    if secretary and (floor.ranked or not _is_of(low[secretary.start() : said], floor)):
        return True
    return floor.national and bool(_offices("local", low, verb))


def _offices(key: str, low: str, end: int) -> list[re.Match[str]]:
    """The offices of that kind named up to `end`, those of whom somebody only speaks left out
    ("… dẫn việc một phó giám đốc sở").
    """
    return [
        office
        for office in words("others", key).finditer(low, 0, end)
        if not _TOLD_OF.search(low, max(office.start() - 12, 0), office.start())
    ]


def _of_ministry(floor: Floor) -> bool:
    """Is it a ministry's conference, or that of the Party committee in one?"""
    opening = floor.opening
    return floor.base and bool(
        _MINISTRY.search(opening) or not any(map(opening.__contains__, _COMMITTEES))
    )


def _from_elsewhere(low: str, said: int, floor: Floor) -> bool:
    """Is the speaker of a province that the article's first words do not name?"""
    for committee in _COMMITTEE.finditer(low, 0, said):
        found = place_at(older_tones(low), committee.end())
        if found and not found[0].city and level(found[0].name) not in floor.opening:
            return True
    return False


def others_speak(low: str, verb: int) -> bool:
    """Are delegates, guests or the press the ones who speak?"""
    begin = 0
    before = _GOES_ON_FROM.match(low)
    if (
        before
        and before.end() <= verb
        and words("titles").match(low, before.end())
        and not words("others", "press").search(before.group())
    ):
        begin = before.end()
    after = words("others").match(low, verb + 2) if low.startswith(",", verb) else None
    named = [after] if after else [*words("others").finditer(low, begin, min(verb, begin + 120))]
    if not named or _PRONOUN.search(low, verb - 20, verb):
        return False
    return any(
        not _NO_SPEAKER.search(low, other.start() - 12, other.start())
        and (
            words("others", "press").fullmatch(other.group())
            or not _ANSWERED.search(low, other.start() - 12, other.start())
        )
        for other in named
    )
