"""Where the name of a body that no registry holds ends: a cluster's, a company's, a region's."""

import re
from functools import cache

from archive.reading.places import older_tones, place_at, places_in
from archive.reading.wordlist import any_whole, each_whole
from archive.registry import load
from archive.vietnamese import level, lower, strip_marks

_LONGEST = 120
# Words that end the name of a cluster, company or association that no registry holds.
_STOP_WORDS = (
    "đã|mới đây|gần đây"
    "|hội nghị|long trọng|tổng kết|sơ kết|kiểm điểm|điểm lại|khép lại|họp|tiến hành|triển khai"
    "|phối hợp|khai mạc|giao ban"
    "|tổ chức|giai đoạn|lần thứ|nhiệm kỳ|quý|tháng|sáng|chiều|ngày|tại|do|với|cho|sẽ|đạt|nhằm|để"
    "|là|trong"
    "|trên|tham dự|dự|phát biểu|chủ trì|được|hoàn thành|đánh giá|nhìn lại|công bố|trao|tuyên dương"
    "|gặp|năm|đang|nêu|cần|phải|tiếp tục|không|thực hiện|tập trung|thống nhất|bàn"
    "|đề ra|vượt|đặt|hỗ trợ|đưa|giữ|dồn|quyết tâm|nhân rộng|gắn|chốt|dành|rút|lấy"
    "|ra mắt|có|đến|ký|quán triệt|mở|từ|theo|khi|cùng|quan tâm|giới thiệu|gồm|chủ động|tích cực"
    "|vinh dự|nhận|luôn|phấn đấu|xác định|ban hành|đề nghị|yêu cầu|khẳng định"
    "|nhấn mạnh|báo cáo|phát huy|trình bày|cũng"
    "|rất|kiến nghị|thì|trước|sau|như|đặc biệt|nơi|này|vào|qua"
    "|đẩy mạnh|đẩy nhanh|tăng cường|nâng cao|góp phần|chung tay|nỗ lực|siết chặt|bám sát|kịp thời"
    "|phát hiện|rà soát|duy trì|khơi dậy|lan toả|chú trọng|quyết liệt|ra sức|hướng tới|kết nạp"
    "|chỉ ra|chỉ rõ|kể|đề xuất|nhìn nhận|cho biết|cho rằng|chia sẻ|bày tỏ|thừa nhận|mong|xin"
    "|băn khoăn|muốn|kết thúc"
)
# Those that do so before or behind some words alone.
_STOPS_WHERE = {
    "vừa": "(?<!nhỏ và vừa)",
    "hiện": "(?! đại)",
    "khoá": r" [ivx\d]+",
    "khóa": r" [ivx\d]+",
    "thuộc": "(?<!trực thuộc)",
    "giao": "(?<!ngoại giao)(?! thông| dịch)",
    "giúp": "(?! việc)",
    "nói": "(?<!tiếng nói)",
    "chỉ": "(?= có| còn| mới)",
    "tham mưu": "(?<!cơ quan tham mưu)",
    "vận động": "(?<!cuộc vận động)",
    "về": "(?<!tội phạm về)",
    "và": r"(?= (?:các(?! (?:đoàn thể|doanh nghiệp))|một|đại diện|lãnh đạo|triển khai|phương|nhiệm"
    r"|dự thảo|\d))",
}
# Each begins with a sign of its own: engines skip to those that any of them begins with.
_STOP = re.compile(
    "|".join(
        [
            r" (?:[-–—] |\d{1,2}(?= (?:tháng|năm|quý|ngày)(?!\w)))",
            each_whole({**dict.fromkeys(_STOP_WORDS.split("|"), ""), **_STOPS_WHERE}),
            *map(re.escape, ',.;:()[]"“”…|\n!?'),
            *(rf"{mark}(?:(?<!\w{mark})|(?!\w))" for mark in "'‘’"),  # "H'Drai" is one
            *(rf"{digit}\d{{3}}" for digit in range(10)),
        ]
    )
)
# Behind a country or province a name runs on only so: "Việt Nam chi nhánh …", "Hà Nội và …".
_RUNS_ON = re.compile(
    r" (?:[-–—]|tỉnh|thành|tp|huyện|quận|thị|xã|phường|và|khu|vực|miền|phía|vùng|chi|khối"
    r"|các (?=tỉnh|huyện|quận|xã|phường))\b"
)
_REGION = re.compile(
    r"(?:(?:miền|phía|vùng|khu|vực|đồng|bằng|đông|tây|nam|bắc|trung|duyên|hải|du|núi|sông|và|các"
    r"|tỉnh|thành|phố|[-–—])\b|[-–—])"
)
_TOKEN = re.compile(r" ?([\w\-–—]+)([,.;:)]?)")
_LISTED = re.compile(r", \w+(?: \w+){0,3}(?:, \w+(?: \w+){0,3})?,? và (?=\w)")
_GOES_ON = re.compile(
    r", (?:thành|thị|huyện|quận|tỉnh|đảng(?! (?:uỷ|ủy|bộ))|mặt trận(?= và đoàn)"
    r"|các đoàn thể|giúp việc|trung du|miền núi|biên giới|hải đảo|đồng bằng|ven biển|duyên hải"
    r"|chống|chăm sóc|tiêu cực|lãng phí|kinh tế(?=, buôn lậu)|buôn lậu|ma tuý"
    r"|cứu nạn|cứu hộ|tìm kiếm|cao đẳng|trung cấp)\b|,? và \w"
)
# "Hội Cựu chiến binh (CCB) tỉnh": the short form stands within the name.
_SHORT_FORM = re.compile(
    r"\([A-ZĐƯ&-]{2,12}\) (?=tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|Việt Nam|Trung ương|ở )"
)
# "Ban Chỉ đạo Cuộc vận động “…” thành phố": what a board is for stands within its name.
_QUOTED = re.compile(r"(?:“[^”\n]{3,90}”|\"[^\"\n]{3,90}\")(?: (?=[\w]))?")
_FOR = (
    "cuộc vận động ",
    "phong trào ",
    "chương trình ",
    "đề án ",
    "dự án ",
    "hội thi ",
    "cuộc thi ",
)
_MEETING = re.compile(r" (?:hội nghị|tổng kết|sơ kết|giao ban|đại hội)")
_FEW = 4
# Sounds before, vowels, sounds behind: what a syllable is made of once its marks are off.
_SAYABLE = re.compile(r"\W*[bcdđghklmnpqrstvx]{0,3}[aeiouy]{1,3}(?:c|ch|k|m|n|ng|nh|p|t)?\W*")
_SESSIONS = ("kỳ họp ", "phiên ", "hội nghị ", "lần thứ ", "khoá ", "nhiệm kỳ ", "ảnh", "nguồn")
_TERMS = ("khoá", "khóa", "nhiệm kỳ", "lần thứ")  # of a body, never of its name
_WORKPLACE = re.compile(
    r"(?: (?:các|đảng uỷ|đảng bộ))* ?(?:(?:tổng )?công ty|ctcp|tập đoàn|bệnh viện|viện|cục|trường"
    r"|trung tâm"
    r"|nhà máy|ngân hàng|khoa|sở)(?!\w)"
)
_SYLLABLE = re.compile(r"[^\W\d_]+")
# A word has two syllables, three in capitals are somebody's name: "Tôn Đức Thắng | làm".
_COMPOUND = 2
_NUMBER = re.compile(r" ?\d{1,4}(?!\d)")
_AREAS = (
    "tỉnh",
    "thành phố",
    "tp",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
)
_AROUND = 3000
_HOLDS = re.compile(r" ?(?:đã |vừa |sẽ )?(?:tổ chức|tổng kết|sơ kết|họp|mở|khai mạc)(?!\w)")
_PERSON = re.compile(r"[A-ZĐÀ-Ỹ](?<!\w.)[^\W\d_]*(?= [A-ZĐÀ-Ỹ][^\W\d_]* [A-ZĐÀ-Ỹ])")
_BRACKETED = re.compile(r" \([^()]{2,14}\)(?= )")
_CITY = "TP. Hồ Chí Minh"


def as_written_below(text: str, folded: str, found: re.Match[str], name: str) -> str:
    """A name in capitals as the article itself writes it, which also tells where it ends."""
    words = name.split(" ")
    units = load("bodies")["units"]
    alone = found[0] in units["whole"] and found[0] not in units["bare"]
    end = found.start() + len(name)
    whole_line = text[end : end + 1] in ("", "\n")
    for count in range(len(words), 1, -1):
        said = " ".join(words[:count])
        if len(said) < len(found[0]) + (not alone):
            break
        wanted = folded[found.start() : found.start() + len(said)]
        at = folded.find(wanted)
        for _ in range(_FEW):
            if at < 0:
                break
            written = text[at : at + len(said)]
            # Where a name is a line by itself, what small letters spell is only words of it.
            shown = not written.isupper() and not (whole_line and written.islower())
            if shown and not folded[at + len(said) : at + len(said) + 1].isalnum():
                return written
            at = folded.find(wanted, at + 1)
    return name


def name_end(text: str, folded: str, at: int, end: int | None = None) -> int:
    """Where the name that goes on at `at` ends: before the first word that cannot belong to it."""
    end = min(len(text), at + _LONGEST) if end is None else end
    shouted = text[at : at + 12].isupper()
    while stop := _STOP.search(folded, at, end):
        said = stop[0]
        after = stop.end()
        if said == "(" and (inside := _SHORT_FORM.match(text, stop.start())):
            at = inside.end()
            continue
        if said in '“"' and folded.endswith(_FOR, 0, stop.start()):
            quoted = _QUOTED.match(text, stop.start(), end)
            if quoted:
                at = quoted.end()
                continue
        if said == "." and folded.endswith("tp", 0, stop.start()):
            at = after + folded.startswith(" ", after)
            place = place_at(folded, at)
            if place or not text[at : at + 1].isupper():
                return place[1] if place else stop.start()
            continue  # "Đảng bộ TP. Vũng Tàu": a city below a province
        if not _goes_on(text, folded, stop, shouted=shouted):
            return stop.start()
        at = after
    return end


def place_end(text: str, folded: str, at: int, stop: int) -> int:
    """Where the first place in a name ends behind which it cannot run on, else `stop`."""
    shouted = text[at:stop].isupper()
    for end in places_in(folded, at, stop):
        if text.rfind("“", at, end) > text.rfind("”", at, end):
            continue  # within what is quoted
        following = text[end : end + 2]
        lower_word = following[:1] == " " and (shouted or following[1:].islower())
        if lower_word and end < stop and not _RUNS_ON.match(folded, end):
            return end
        if not shouted and person_start(text, folded, end, stop) == end + 1:
            return end
    return stop


def class_end(text: str, at: int, stop: int, *, committee: bool) -> int:
    """Where a name ends at the latest by what names are made of: words in capitals, numbers and the
    words of offices, trades and areas; "Đảng ủy Khối | rà soát …", "khu vực III | tự chất vấn".

    A word in capitals may have a second syllable in small letters that no list knows ("Mía
    đường"), once in a `committee` of a workplace.
    """
    name = text[at:stop]
    if name.isupper() or name.istitle() or name.isspace():
        return stop
    folded, inside = level(name), _inside()
    second = not committee or _WORKPLACE.match(folded) is not None
    past = kept = 0
    capitals = 0  # those in a row that may be somebody's name
    closed = ends_so = shut = False  # behind an area, a number and somebody's name no trade follows
    for word in _SYLLABLE.finditer(folded):
        first = word.start()
        if first < past:
            continue
        said = inside.match(folded, first)
        small = name[first].islower()
        apart = kept == past and name[past:first] != " "
        number = _NUMBER.match(name, past, first) if apart else None
        if number:
            kept, capitals, closed, shut = number.end(), 0, True, True
        verb = small and said is not None and said[0] in _verbs()
        if said is None and small:
            joined = first - past == 1 and 0 < capitals <= _COMPOUND
            joined = joined and not (capitals == _COMPOUND and _opens_surname(folded, past))
            if not (
                second and joined and (_one_more(name, folded, word) or _always_so(text, at, word))
            ):
                if second and not shut and _meets_next(text, name, stop, word):
                    return stop
                # "Đảng ủy Khối và | chúc", "Sở Tư pháp kiểm tra | việc": what joins on to nothing.
                return at + kept
            second, capitals = not committee, 0
        elif small or (said and said.end() > word.end()):
            capitals = 0
        else:
            capitals = 0 if _is_sign(name[first : word.end()]) else capitals + 1
        past = (said or word).end()
        if not verb:
            kept = past
            shut = said is not None and said[0] in _AREAS
            closed = said is None or shut
        ends_so = verb and said is not None and " " in said[0]
    return at + kept if closed and ends_so else stop


def _opens_surname(folded: str, stop: int) -> bool:
    """Is the last word but one before `stop` a family name: "Trần Phú | làm"?"""
    first = _SYLLABLE.findall(folded, 0, stop)[-2]
    return is_surname(first) and not _inside().fullmatch(first)


def _is_sign(word: str) -> bool:
    """Is `word` a number in Roman letters or what stands for several words, "III", "UBND"?"""
    return word.isupper() and (len(word) > 1 or word in "IVX")


def _one_more(name: str, folded: str, word: re.Match[str]) -> bool:
    """Is `word` the second syllable of the last word of `name`, by what follows it: no other word
    in small letters that may be none of a name?
    """
    following = _SYLLABLE.match(folded, word.end() + 1)
    if following is None or not name[following.start()].islower():
        return True
    said = _inside().match(folded, following.start())
    return said is not None and said[0] not in _verbs()


def _meets_next(text: str, name: str, stop: int, word: re.Match[str]) -> bool:
    """Does the name's body hold its meeting right behind `stop`, with few words from `word` on that
    no list knows: "Cục Bản quyền tác giả | tổng kết"?
    """
    few = name.count(" ", word.start()) < _FEW and name[word.start() :].islower()
    return few and _HOLDS.match(text, stop) is not None


def _always_so(text: str, at: int, word: re.Match[str]) -> bool:
    """Does the page around write the name at `at` more than once, and always with `word`?"""
    name = text[at : at + word.start()]
    near = text[max(0, at - _AROUND) : at + _AROUND]
    return near.count(name) > 1 and near.count(name) == near.count(name + word[0])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(map(level, load("bodies")["units"]["verbs"]))


def is_surname(word: str) -> bool:
    """Is `word`, in letters of either size, a family name people of the country bear?"""
    return lower(word) in _surnames()


def person_start(text: str, folded: str, at: int, stop: int) -> int:
    """Where behind a body's name that of the person whose office precedes it begins, else `stop`:
    "Bí thư Đảng ủy Khối Doanh nghiệp tỉnh Quảng Nam | Đoàn Ngọc Thạnh".
    """
    for found in _PERSON.finditer(text, at, stop):
        first = found.start()
        if is_surname(folded[first : found.end()]) and not place_at(folded, first):
            return first
    return stop


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("bodies")["surnames"]["words"])


@cache
def _inside() -> re.Pattern[str]:
    words = load("bodies")["units"]["inside"]
    return re.compile(any_whole(dict.fromkeys(map(level, words), "")))


def _goes_on(text: str, folded: str, stop: re.Match[str], *, shouted: bool) -> bool:
    """Does a name run on over what else would end it?"""
    said = stop[0]
    if said == "tổ chức" and _MEETING.match(folded, stop.end()):
        return False
    if said[0].isalpha():
        ends = shouted or said.startswith(_TERMS)
        return text[stop.start()].isupper() and not ends
    if said == ",":
        listed = _LISTED.match(text, stop.start())
        within = listed and text[stop.end() + 1].isupper() and text[listed.end()].isupper()
        return bool(within or _GOES_ON.match(folded, stop.start()))
    return said[0] == " " and _joins(text, stop.end(), folded)


def region_end(text: str, at: int) -> int:
    """Where the name of a region that begins at `at` ends: "miền Trung - Tây Nguyên"."""
    stop = at
    while found := _TOKEN.match(text, stop):
        token = found[1]
        if not token[0].isupper() and not _REGION.fullmatch(token):
            break
        stop = found.end()
        if found[2]:
            break
    return len(text[:stop].rstrip(" ,-–—")) if stop - at < _LONGEST else at


def _joins(text: str, at: int, folded: str) -> bool:
    """Does a dash join two parts of a name ("Dân - Chính - Đảng", "miền Trung - Tây Nguyên")?"""
    if folded.startswith(_SESSIONS, at):
        return False
    return text[at : at + 1].isupper() or folded.startswith(("chính", "đảng"), at)


def cased(name: str) -> str:
    """A name as it is written, its first letter large and its tones placed as in "ủy"."""
    if name.isupper():
        words = [word.lower() if _is_syllable(word) else word for word in name.split(" ")]
        name = _proper().sub(_as_proper, " ".join(words)).replace("Việt nam", "Việt Nam")
    return (name[0].upper() + name[1:]).replace("uỷ", "ủy").replace("Uỷ", "Ủy")


def _as_proper(said: re.Match[str]) -> str:
    return said[0] if said[1] or not said[0].islower() else said[0].capitalize()


@cache
def _proper() -> re.Pattern[str]:
    """A word in small letters; in a group of its own where it is what any name may be made of."""
    return re.compile(rf"({_inside().pattern})|[^\W\d_]+")


def _is_syllable(word: str) -> bool:
    """Can `word` be said as it stands? "ỦY" can, the letters of "UBND" and "TP" cannot."""
    short = load("bodies")["written"]
    return word not in short and _SAYABLE.fullmatch(strip_marks(word).lower()) is not None


def written_out(name: str) -> str:
    """A body's name with its short words written out: "Khối CQ&DN tỉnh" is a Khối of offices; short
    forms in brackets are left out.
    """
    words = (_BRACKETED.sub("", name) if "(" in name else name).split(" ")
    short = load("bodies")["written"]
    if "-" not in name and short.keys().isdisjoint(words):
        return " ".join(words)
    for at, word in enumerate(words):
        full = short.get(word)
        if full is None and "-" in word.strip("-"):  # "ĐHQG-HCM"
            parts = [_CITY if part == "HCM" else part for part in word.split("-")]
            full = " ".join(short.get(part, part) for part in parts)
            full = full if full.split() != word.split("-") else None
        if full is None:
            continue
        if at and words[at - 1].lower() == "các":
            full = full.removeprefix("Các ")
        words[at] = full
    return " ".join(words)


def in_full(name: str) -> str:
    """What names of one body share: lower case, the older tones, its short words written out."""
    short = load("bodies")["words"]
    return " ".join([short.get(word, word) for word in older_tones(lower(name)).split()])
