"""Who speaks in an article, sentence by sentence, and whether that person may set tasks.

The body's own leaders and those above it may; delegates, guests, the press, and whoever is quoted
from another occasion may not. A person is known again by office or given name.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from archive.reading.places import older_tones, place_at
from archive.reading.tasks.asking import said_when, subject
from archive.reading.tasks.openers import starts_with_verb
from archive.reading.tasks.ranks import FORMS, asks_upward, height_of, ranks
from archive.reading.tasks.roles import one_of
from archive.reading.tasks.vocabulary import words
from archive.reading.wordlist import any_whole
from archive.registry import load
from archive.vietnamese import level

_NAME = re.compile(r" (?:[^\W\d_a-zà-ỹđ][^\W\d_]*)(?: [^\W\d_a-zà-ỹđ][^\W\d_]*){0,4}")
_FULL_NAME = re.compile(r" [^\W\d_a-zà-ỹđ][^\W\d_]*(?: [^\W\d_a-zà-ỹđ][^\W\d_]*){1,4}")
_NO_SPEAKER = re.compile(r"(?:cho|lấy|xin|góp|theo|các|những|phát biểu|tiếp thu) ?$")
# "Trước một số ý kiến xin lùi, đồng chí nói rõ", "Với các địa phương …": whom somebody answers.
_ANSWERED = re.compile(
    r"(?:của|với|trước|sau|trả lời|giải đáp|giải trình|ghi nhận|lắng nghe|đáp lại) $"
)
# "Ông A, …, góp ý: …", "Hội Nông dân huyện kiến nghị …": what is only put forward.
_PUTS_FORWARD = re.compile(
    any_whole(
        dict.fromkeys(("góp ý", "phản ánh", "hiến kế", "thắc mắc", "hỏi"), "(?=[,:]| rằng)")
        | dict.fromkeys(("kiến nghị", "đề đạt", "mong có", "mong được", "mong sẽ"), "")
    )
)
# What units below, or beside, the conference's own body do with these verbs.
_WISHES = re.compile(
    any_whole(
        dict.fromkeys(("đề nghị", "đề xuất", "phản ánh", "băn khoăn", "mong", "mong muốn"), "")
    )
)
_UNITS = re.compile(
    r"(?:đảng ủy|đảng bộ|chi bộ|chi ủy|đoàn|khoa|trường|công ty|ban chqs|ban chỉ huy quân sự"
    r"|công an|sở|hội) (?=(?P<name>\w+))"
)
_PROPOSER_WORDS = 16
_OPENS = 40
# "Trả lời các ý kiến, đồng chí …", "Sau phần thảo luận, …": what the speaker goes on from.
_GOES_ON_FROM = re.compile(
    r"(?:trả lời|trao đổi (?:với|thêm|lại)|đáp lại|giải đáp|giải trình|trước|sau|tiếp thu|ghi nhận"
    r"|lắng nghe|nghe|từ (?:các |những )?(?:ý kiến|kiến nghị|phản ánh|đề xuất))(?!\w)"
    r"[^,;:]{0,100}, "
)
# Words that lead to what a body settles: "Trước yêu cầu mới, Đảng bộ …".
_BEFORE_BODY = re.compile(
    r"(?:trước|sau|sau khi|trên|từ|về|với|để|tiếp thu|căn cứ|xuất phát|theo|qua|tại|cũng tại)(?!\w)"
    r"[^,;:]{1,90}, "
)
# Who concludes presides, whatever the office.
_CONCLUDES = ("kết luận", "phát biểu kết luận", "bế mạc", "phát biểu bế mạc", "tổng kết hội nghị")
_PARTY_SECRETARY = re.compile(r"bí thư (?:đảng ủy|đảng bộ|chi bộ)(?!\w)")
# "được yêu cầu" is said of who is asked; "việc đánh giá", "cung cấp thông tin" of no speaker.
_NO_VERB = re.compile(
    r"(?:được|đáng|việc|công tác|cung cấp|của|các|những|về|bản|sự|khâu|cơ quan|nguồn|lượng|đài|tiếng|lời) $"
)
_ACCORDING = re.compile(r"theo (?:(?<=^theo )|(?<=, theo ))")
_OCCASION = ("ngày ", "hôm", "tháng ", "trước đó", "còn nhớ")
# "Bí thư Huyện ủy A thì cho rằng …": one of several who have their say.
_CONTRASTED = re.compile(r"(?<!\w)thì (?:lại |cũng )?$")
_LAST_WORD = re.compile(r",| (?:hội nghị|buổi|tại|phiên|cuộc|giao ban)(?!\w)")
_PRONOUN = re.compile(r", (?:ông|bà|đồng chí)(?: (?:cũng|còn|đã))? $")
_ELSEWHERE = re.compile(
    r"t(?:ại|rong) (?:cuộc họp|buổi làm việc|phiên họp|hội nghị|kỳ họp|đại hội)[^,;]{0,80}"
    r"(?:ngày \d|hôm|tháng \d|trước đó)"
    r"|trước đó(?<!\wtrước đó)(?!\w)|còn nhớ(?<!\wcòn nhớ)(?!\w)"
)
# Where the conference's own body is named; a lower one named there too may be its body as well.
_FIRST_WORDS = 600
# How high the bodies of these levels stand, as the registry's ranks do; below are the communes'
# and, lowest, those that only belong to another.
_LEVELS = ("central", "province", "district")
_BASE = 4
# "Bà A, Trưởng Khối Dân vận xã B: “…": who is quoted at length.
_QUOTED = re.compile(r": [“\"]")
_CLOSING_QUOTE = re.compile(r"[”\"],? (?=\w)")
_UNIFORMED = re.compile(r"đảng (?:ủy|bộ) (?:quân|công an|bộ đội|bộ chỉ huy|bộ tư lệnh|cảnh sát)")
_FORCES = (" tướng", " tá")
_ALL_OF_IT = re.compile(r", toàn (?:tỉnh|thành phố|huyện|ngành|đảng bộ|khối)(?!\w)")
_COMMITTEE = re.compile(r"tỉnh ủy (?=\w)")
_NATIONAL = ("toàn quốc", "trưởng ban tổ chức trung ương", "ban tổ chức trung ương tổ chức")
_PARTY = re.compile(
    r"xây dựng đảng|tổ chức trung ương|đảng bộ|dân vận|kiểm tra|tỉnh ủy|thành ủy|ban tổ chức"
)


@dataclass(slots=True)
class Floor:
    """Who has the floor: `may` tells whether the speaker may set tasks.

    `party` is true where a Party body's work is reviewed, `uniformed` where it is one of soldiers or
    police, `national` at a conference of the whole country; `height` is how high the body stands
    whose conference it is, where its first words leave no doubt, `ranked` that it is a committee's
    or its commission's; `opening` are those words; `standing` remembers of each office and name
    whether it may set tasks here.
    """

    party: bool
    national: bool
    height: int | None = None
    ranked: bool = False
    opening: str = ""
    uniformed: bool = False
    may: bool = True
    standing: dict[str, bool] = field(default_factory=dict)


def open_floor(opening: str, rank: str | None = None) -> Floor:
    """The floor at the beginning of an article whose folded first words are `opening`; `rank` is
    the level of the body whose work is reviewed, where it is known.
    """
    pattern, heights = ranks()
    named = [heights[found.group()] for found in pattern.finditer(opening, 0, _FIRST_WORDS)]
    if rank in _LEVELS:
        named = [_LEVELS.index(rank)]
    named = [height for height in named if height < _BASE]
    uniformed = _UNIFORMED.search(opening, 0, _FIRST_WORDS)
    if uniformed and (own := pattern.search(opening, uniformed.end(), uniformed.end() + _OPENS)):
        named = [heights[own.group()]]
    return Floor(
        party=bool(_PARTY.search(opening)),
        national=any(word in opening for word in _NATIONAL),
        height=max(named, default=_BASE - 1 if rank == "other" else None),
        ranked=rank in _LEVELS,
        opening=opening[:_FIRST_WORDS],
        uniformed=uniformed is not None,
    )


def hear(piece: str, low: str, floor: Floor) -> None:
    """Note who speaks in the sentence, and whether that person may set tasks here."""
    asked = _verb("asking", low, 1)
    upward = asks_upward(low, asked, floor.height)
    if low[0] in '“"' and (ends := [*_CLOSING_QUOTE.finditer(low)]):
        # "“…”, đồng chí đề nghị.": who speaks stands behind what is said.
        piece, low = piece[ends[-1].end() :], low[ends[-1].end() :]
        asked = _verb("asking", low, 1)
    closing = words("closing").match(low)
    # "Phát biểu tại hội nghị, Bộ trưởng A cho biết …": the verb at the very first names nobody.
    begin = closing.end() if closing else 1
    verb = _verb("saying", low, begin) or (_verb("asking", low, begin) if begin > 1 else asked)
    said = _according(low) or (verb.start() if verb else 0)
    keys = _speaker_keys(piece, low, said) if said else []
    if not keys and words("titles").search(low):
        # "Về tiếng nói của cơ sở, đồng chí A cho rằng …": the first verb may be another's.
        for key in ("saying", "asking", "taking"):
            later = _verb(key, low, verb.end() if verb and key != "taking" else begin)
            if later and (keys := _speaker_keys(piece, low, later.start())):
                verb, said = later, later.start()
                break
        else:
            if not said and (verb := _quotes(low)):
                said = verb.start()
                keys = _speaker_keys(piece, low, said)
    if (
        upward
        or _is_elsewhere(low)
        or _delegates_speak(low, closing, floor)
        or (not closing and _puts_forward(piece, low, floor))
    ):
        floor.may = False
    elif _settles(low):
        floor.may = True
        return
    elif said and _others_speak(low, said):
        floor.may = False
        return
    elif not keys:
        floor.may = floor.may or bool(closing and _LAST_WORD.match(low, closing.end()))
        return
    elif said and _is_guest(
        low,
        said,
        verb.end() if verb else said,
        floor,
        concludes=closing is not None and closing.group() in _CONCLUDES,
    ):
        floor.may = False
    else:
        known = [may for key in keys if (may := _known(floor, key)) is not None]
        floor.may = known[-1] if known and not closing else True
    for key in keys:
        floor.standing.setdefault(key, floor.may)


def _quotes(low: str) -> re.Match[str] | None:
    """The colon behind the person or office whom the sentence begins with and then quotes."""
    said = _QUOTED.search(low, 0, 160) if ": " in low else None
    named = said and words("titles").search(low, 0, 16)
    return said if named and (not named.start() or low[named.start() - 2] in "].)-–") else None


def _delegates_speak(low: str, closing: re.Match[str] | None, floor: Floor) -> bool:
    """Does the part of the conference open here in which delegates have their say, or one of them
    speak from a place of theirs ("Từ huyện vùng cao B, đồng chí …")?
    """
    if low.startswith("từ ") and floor.height is not None:
        pattern, heights = ranks()
        place = pattern.match(low, 3)
        comma = low.find(", ", 0, 80)
        if place and heights[place.group()] > floor.height and comma > 0:
            return words("titles").match(low, comma + 2) is not None
    opens = words("others", "opens").match(low)
    return bool(opens and not closing and not words("others", "chair").search(low, 0, 120))


def _is_elsewhere(low: str) -> bool:
    """Does the sentence tell of what was said on another occasion?"""
    return any(map(low.__contains__, _OCCASION)) and bool(_ELSEWHERE.search(low))


def _verb(key: str, low: str, begin: int) -> re.Match[str] | None:
    """The first verb of that key from `begin` on by which somebody speaks."""
    for verb in words("setting", key).finditer(low, begin):
        if not _NO_VERB.search(low, max(verb.start() - 12, 0), verb.start()):
            return verb
    return None


def _according(low: str) -> int:
    """Where the words on the speaker end in "Theo ông A, …" or "…, theo ông A, …"; 0 without."""
    found = _ACCORDING.search(low, 0, 200) if "theo " in low else None
    if not found or (found.start() and not words("titles").match(low, found.end())):
        return 0
    comma = low.find(",", found.end(), found.end() + 120)
    return comma if comma >= 0 else min(found.end() + 40, len(low) - 1)


def _heads_it(low: str, office: int, floor: Floor) -> bool:
    """Is the unit behind the office that ends at `office` the one whose Party committee meets?"""
    unit = " ".join(re.split(r"[,;:]", low[office : office + 60])[0].split()[:3])
    return len(unit.split()) == 3 and any(
        f"{committee} {unit}" in floor.opening for committee in ("đảng ủy", "đảng bộ")
    )


def _puts_forward(piece: str, low: str, floor: Floor) -> bool:
    """Does the person or body that the sentence begins with only put something forward?"""
    below = _below(piece, low, floor)
    found = (_WISHES if below else _PUTS_FORWARD).search(low, 1, 200)
    if not found or len(low[: found.start()].split()) > _PROPOSER_WORDS:
        return False
    if _NO_VERB.search(low, max(found.start() - 12, 0), found.start()):
        return False
    if words("setting", "asking").search(low, 0, found.start()):
        return False
    return below or bool(words("titles").match(low) or words("bodies").match(low))


def _below(piece: str, low: str, floor: Floor) -> bool:
    """Does the sentence begin with a unit below the conference's own body, or beside it?"""
    if floor.height is None:
        return False
    unit = _UNITS.match(low)
    pattern, heights = ranks()
    first = pattern.search(low, 0, _OPENS)
    if first and (not first.start() or unit or words("bodies").match(low)):
        return heights[first.group()] > floor.height
    if unit is None or not piece[unit.end() : unit.end() + 1].isupper():
        return False
    return low[: unit.end("name")] not in floor.opening


def _is_guest(low: str, said: int, verb: int, floor: Floor, *, concludes: bool) -> bool:
    """Is the speaker from outside the Party's bodies, or from one below the conference's own?

    The speaker is named before `said`, the verb of speaking ends at `verb`; who `concludes` the
    conference, or leads a base body's Party committee as well, is no guest for an office.
    """
    if _CONTRASTED.search(low, max(said - 12, 0), said):
        return True
    own = height_of(low, said) if floor.height is not None else None
    if own is not None and floor.height is not None and own > floor.height:
        return True
    if own == 1 and floor.height == 1 and _from_elsewhere(low, said, floor):
        return True
    below = not floor.ranked and (floor.height is None or floor.height == _BASE - 1)
    own_secretary = below and _PARTY_SECRETARY.search(low, 0, said)
    guests = [*words("others", "guests").finditer(low, 0, verb + 60)] if floor.party else []
    if floor.uniformed:
        guests = [guest for guest in guests if not guest.group().endswith(_FORCES)]
    heads = own_secretary or any(_heads_it(low, guest.end(), floor) for guest in guests)
    if guests and not (concludes or heads):
        return True
    if floor.ranked and words("others", "fronts").search(low, 0, said):
        return True
    return floor.national and bool(words("others", "local").search(low, 0, verb))


def _from_elsewhere(low: str, said: int, floor: Floor) -> bool:
    """Is the speaker of a province that the article's first words do not name?"""
    for committee in _COMMITTEE.finditer(low, 0, said):
        found = place_at(older_tones(low), committee.end())
        if found and not found[0].city and level(found[0].name) not in floor.opening:
            return True
    return False


def _speaker_keys(piece: str, low: str, said: int) -> list[str]:
    """What the speaker named before `said` is known by again: offices, and the given name."""
    keys: list[str] = []
    ended = -2
    for title in words("titles").finditer(low, 0, said):
        form = title.group() in FORMS
        inside = title.start() == ended + 1 or low.endswith("ban ", 0, title.start())
        if not form:
            ended = title.end()
            if inside:  # "Phó Bí thư Thường trực" is one office, "Ban Bí thư" none
                continue
            body = _ranked().match(low, title.end() + 1)
            keys.append(f"{title.group()} {body.group()}" if body else title.group())
            if body:
                continue
        name = _NAME.match(piece, title.end()) if form else _FULL_NAME.match(piece, title.end())
        if name and not words("titles").match(low, title.end() + 1):
            keys.append(level(name.group()).split()[-1])
    return keys


def _known(floor: Floor, key: str) -> bool | None:
    """Whether the person known as `key` may set tasks; an office by itself is the last that spoke
    of that name, of whatever body.
    """
    if key in floor.standing:
        return floor.standing[key]
    of_body = [may for said, may in floor.standing.items() if said.startswith(f"{key} ")]
    return of_body[-1] if of_body else None


@cache
def _ranked() -> re.Pattern[str]:
    """A body that an office is of, perhaps behind "Thường trực"."""
    bodies = load("speakers")["bodies"]["words"]
    return one_of([*bodies, "ban bí thư", "đảng bộ", "đoàn", "đoàn trường", "chi bộ", "chi đoàn"])


def _settles(low: str) -> bool:
    """Does a gathering or body settle something ("Hội nghị xác định …"), or the article itself tell
    what all of it is to do ("Từ nay đến hết năm, toàn tỉnh …")?
    """
    if _ALL_OF_IT.search(low, 0, 80) and words("planned").match(low):
        return True
    before = _BEFORE_BODY.match(low)
    begin = before.end() if before else 0
    paper = words("setting", "papers").match(low, begin)
    if not (paper or words("bodies").match(low, begin)):
        begin = 0
        if not words("bodies").match(low.removeprefix("tại ").removeprefix("cũng tại ")):
            return False
    verb = words("setting", "announcing").search(low, begin, begin + 120)
    if verb and words("setting", "naming").search(low, verb.end()):
        return True
    verb = words("setting", "resolving").search(low, begin, begin + 80)
    if not verb or words("governing", "done").search(low, 0, verb.end()):
        return False
    rest = low[verb.end() : verb.end() + 80].lstrip()
    return starts_with_verb(rest[said_when(rest) :]) or (
        paper is not None and subject(rest) is not None
    )


def _others_speak(low: str, verb: int) -> bool:
    """Are delegates, guests or the press the ones who speak?"""
    if _PRONOUN.search(low, max(verb - 20, 0), verb):
        return False
    begin = 0
    before = _GOES_ON_FROM.match(low)
    if before and before.end() <= verb and words("titles").match(low, before.end()):
        begin = before.end()
    after = words("others").match(low, verb + 2) if low[verb] == "," else None
    named = [after] if after else words("others").finditer(low, begin, min(verb, begin + 120))
    return any(
        not _NO_SPEAKER.search(low, max(other.start() - 10, 0), other.start())
        and (
            words("others", "press").fullmatch(other.group())
            or not _ANSWERED.search(low, max(other.start() - 12, 0), other.start())
        )
        for other in named
    )
