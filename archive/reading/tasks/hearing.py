"""Who speaks in an article, sentence by sentence, and whether that person may set tasks.

The body's own leaders and those above it may; delegates, guests, the press, and whoever is quoted
from another occasion may not. A person is known again by office or given name.
"""

import re
from functools import cache

from archive.reading.names import is_surname
from archive.reading.tasks.ahead import comes
from archive.reading.tasks.asking import said_when, soon, subject
from archive.reading.tasks.charges import PASSED
from archive.reading.tasks.delegates import (
    NO_VERB,
    delegates_speak,
    is_elsewhere,
    is_guest,
    others_speak,
    puts_forward,
)
from archive.reading.tasks.floor import Floor
from archive.reading.tasks.openers import opens_task, starts_with_verb
from archive.reading.tasks.plans import body_at
from archive.reading.tasks.ranks import FORMS, asks_upward, height_of, ranks
from archive.reading.tasks.roles import one_of
from archive.reading.tasks.vocabulary import first_verb, title_in_list, titles_before, words
from archive.reading.wordlist import Words
from archive.registry import load
from archive.vietnamese import level

# Capitals and small letters with marks are mixed in Unicode: no range holds one kind alone.
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x1EFA))))}]"
_NAME = re.compile(rf" {_CAPITAL}[^\W\d_]*(?: {_CAPITAL}[^\W\d_]*){{0,4}}")
_NAMED_LAST = re.compile(
    rf" (?P<name>{_CAPITAL}[^\W\d_]*(?: {_CAPITAL}[^\W\d_]*){{1,6}})(?: (?:cũng|còn|đã))? ?,? ?$"
)
_FULL_NAME = re.compile(rf" {_CAPITAL}[^\W\d_]*(?: {_CAPITAL}[^\W\d_]*){{1,4}}")
# Who is called so is no leader of the body that meets.
_FOLK = re.compile(
    rf"(?:Anh|Chị|Em|Cụ|Bác|Chú|Già(?: làng)?|Nghệ nhân|Trưởng (?:thôn|bản|ấp|buôn|khóm)|Lão nông"
    rf"|Cựu chiến binh)(?: {_CAPITAL}[^\W\d_]*){{1,5}}"
)
_OF_HOUSEHOLD = re.compile(r"(?:hộ|gia đình|nhà|thăm|tặng|giúp|gặp|vận động|cho|của) $")
# Who concludes presides, whatever the office.
_CONCLUDES = ("kết luận", "phát biểu kết luận", "bế mạc", "phát biểu bế mạc", "tổng kết hội nghị")
_ACCORDING = re.compile(r"theo (?:(?<=^theo )|(?<=, theo ))")
_LAST_WORD = re.compile(r",| (?:hội nghị|buổi|tại|phiên|cuộc|giao ban)(?!\w)")
# "Bà A, Trưởng Khối Dân vận xã B: “…": who is quoted at length.
_QUOTED = re.compile(r": [“\"]")
_CLOSING_QUOTE = re.compile(r"[”\"](?: ?[,–-])? (?=\w)")
# Who reads a report out tells of what was done, who presides or comes says nothing as yet.
_REPORTING = (
    *("trình bày", "khai mạc", "báo cáo kết quả", "thông qua báo cáo"),
    *("chủ trì", "điều hành", "tham dự"),
)
_REPORTS = re.compile(rf"(?:{'|'.join(_REPORTING)})(?!\w)")
_HE_SAYS = re.compile(r"(?:^|, |\. )(?:ông|bà|đồng chí|đ/c|thầy|cô)(?: \w+){0,2} $")
_LEADS_IN = re.compile(
    r"(?:phát biểu|kết luận|kết thúc|khép lại|bế mạc|chỉ đạo|thay mặt|tiếp lời|đáp|trả lời|tiếp thu"
    r"|tổng hợp|chốt|giải trình|nói|đề cập|mở đầu|gợi mở|cũng trong|trước|được mời"
    r"|có mặt|với tư cách|từ góc (?:độ|nhìn)|đến lượt|góp (?:chuyện|lời)|chia (?:vui|sẻ)|tham gia)"
    r"(?!\w)[^,;:]{0,80}, "
)
# "sau khi có ý kiến chỉ đạo của Thủ tướng": nobody speaks.
_GUIDANCE = ("ý kiến ", "văn bản ", "tinh thần ", "nội dung ")
_NEWS = "thông tin"  # verb or noun
_NAMED = 90
_EARLY = 200
_OPENING = 200
_LONGEST = 1500
_OFFICE = 40
_OCCASION = re.compile(r"[^,;:]{0,40}, (?P<for>(?:đồng chí )?đại diện )?")
_ALL_OF_IT = re.compile(r", toàn (?:tỉnh|thành phố|huyện|ngành|đảng bộ|khối)(?!\w)")


def hear(piece: str, low: str, floor: Floor) -> bool:
    """Note who speaks in the sentence, and whether that person may set tasks here; tells whether
    somebody takes the floor who had not got it.
    """
    before = floor.who
    if floor.quoting and low[0] not in '“"':
        # Within a quotation over several sentences nobody else takes the floor.
        end = low.rfind("”")
        if end < 0:
            return False
        floor.quoting = False
        piece, low = piece[end + 1 :].lstrip(" ,."), low[end + 1 :].lstrip(" ,.")
        if not low:
            return False
    floor.quoting = "“" in low and low.rfind("“") > low.rfind("”")
    speaks = _hear(piece, low, floor)
    if speaks:
        floor.heard = floor.may and not (
            any(map(low.__contains__, _REPORTING)) and _REPORTS.search(low)
        )
    elif not floor.may:
        floor.heard = False
    return speaks and floor.who != before


def _hear(piece: str, low: str, floor: Floor) -> bool:
    """Does somebody speak, or something be settled, in the sentence?"""
    asking = _verb("asking", low, first_verb(low))
    upward = asking is not None and asks_upward(low, asking, floor.height)
    if _ends_quotation(low) and (ends := [*_CLOSING_QUOTE.finditer(low)]):
        # "“…”, đồng chí đề nghị.": who speaks stands behind what is said.
        piece, low = piece[ends[-1].end() :], low[ends[-1].end() :]
    closing = words("closing").match(low)
    folk = _FOLK.match(piece)
    if folk and first_verb(low) < len(low):
        given = level(folk.group().rpartition(" ")[2].lower())
        floor.may = floor.standing.get(given, False)
        return True
    # "Phát biểu tại hội nghị, Bộ trưởng A cho biết …": the verb at the very first names nobody.
    begin = closing.end() if closing else 1
    verb, said, keys = _speaker(piece, low, begin)
    if (
        upward
        # The article's first words tell of its own conference and the day of that.
        or (is_elsewhere(low) and not 0 <= floor.opening.find(low[:_NAMED]) < _OPENING)
        or delegates_speak(low, closing, floor)
        or (not closing and puts_forward(piece, low, floor))
    ):
        floor.may = False
    elif _settles(low):
        floor.may = True
        return True
    elif said and not _has_last_word(low, closing, floor) and others_speak(low, said):
        floor.may = False
        return True
    elif not keys:
        closes = bool(closing and _LAST_WORD.match(low, closing.end()))
        floor.may = floor.may or closes
        return closes or bool(said and _HE_SAYS.search(low, said - 26, said))
    elif said and is_guest(
        low,
        said,
        verb.end() if verb else said,
        floor,
        concludes=(closing is not None and closing.group() in _CONCLUDES)
        or low.startswith(_CONCLUDES, said),
    ):
        floor.may = False
    else:
        known = [may for key in keys if (may := _known(floor, key)) is not None]
        floor.may = known[-1] if known and not closing else True
    for key in keys:
        floor.standing.setdefault(key, floor.may)
    if keys and keys[-1] not in floor.who:
        floor.who = tuple(keys)
    return True


def _has_last_word(low: str, closing: re.Match[str] | None, floor: Floor) -> bool:
    """Does a leader close the conference, or somebody give guidance in the name of a body above
    ("Phát biểu chỉ đạo, đại diện …")?
    """
    said = _OCCASION.match(low, closing.end()) if closing else None
    if said is None:
        return False
    if said["for"] is None:
        return words("titles").match(low, said.end()) is not None
    own = height_of(low[: said.end() + _OFFICE], said.end() + _OFFICE)
    return own is not None and (floor.height is None or own < floor.height)


def _ends_quotation(low: str) -> bool:
    """Does a quotation end in the sentence that it begins with, or that began before it?"""
    if "”" not in low and '"' not in low:
        return False
    return low[0] in '“"' or low.count("”") > low.count("“") or low.count('"') % 2 == 1


def _speaker(piece: str, low: str, begin: int) -> tuple[re.Match[str] | None, int, list[str]]:
    """The verb by which somebody speaks from `begin` on, where the words on who it is end (0 where
    nobody speaks), and what that person is known by.
    """
    first = first_verb(low)
    if first < begin:
        first = begin
    verb, asks = _verb("saying", low, first), _verb("asking", low, first)
    if asks and not (verb and verb.start() <= asks.start()):
        verb = asks
    said = _according(low) or (verb.start() if verb else 0)
    keys = _speaker_keys(piece, low, said) if said else []
    if keys or not _names_somebody(low):
        return verb, said, keys
    # "Về tiếng nói của cơ sở, đồng chí A cho rằng …": the first verb may be another's.
    later = [(key, verb.end(), _LONGEST) for key in ("saying", "asking")] if verb else []
    for key, start, end in (*later, ("taking", begin, _EARLY)):
        other = _verb(key, low, start, end)
        if other and (keys := _speaker_keys(piece, low, other.start())):
            return other, other.start(), keys
    if behind := (not said and _quotes(low)) or _leads_in(low):
        said, keys = behind, _speaker_keys(piece, low, behind)
    return verb, said, keys


def _names_somebody(low: str) -> bool:
    """Does somebody's form of address or office open a clause early in the sentence?"""
    if words("titles").match(low):
        return True
    listed = title_in_list().search(low, 0, _EARLY + _NAMED)
    return listed is not None and listed.start() <= _EARLY - len(", ")


def _leads_in(low: str) -> int:
    """How far the words on who speaks reach after a turn such as "Tiếp lời, đồng chí A …", whose
    verb is of speaking whatever it is; 0 without one.
    """
    lead = _LEADS_IN.match(low)
    if lead is None or not words("titles").match(low, lead.end()):
        return 0
    comma = low.find(",", lead.end() + 30)
    return min(len(low), lead.end() + _NAMED, comma if comma > 0 else len(low))


def _quotes(low: str) -> int:
    """The colon behind the person or office whom the sentence begins with and then quotes."""
    said = _QUOTED.search(low, 0, 160) if ": " in low else None
    named = said and words("titles").search(low, 0, 16)
    opens = named and (not named.start() or low[named.start() - 2] in "].)-–")
    return said.start() if said and opens else 0


def _verb(key: str, low: str, begin: int, end: int = _LONGEST) -> re.Match[str] | None:
    """The first verb of that key from `begin` on by which somebody speaks."""
    if begin >= len(low):
        return None
    for verb in words("setting", key).finditer(low, begin, end):
        guidance = verb.group() == "chỉ đạo" and low.endswith(_GUIDANCE, 0, verb.start())
        if verb.group() == _NEWS and _is_object(low, verb.start()):
            continue
        if not guidance and not NO_VERB.search(low, verb.start() - 12, verb.start()):
            return verb
    return None


def _is_object(low: str, noun: int) -> bool:
    """Is what stands at `noun` what a directive verb right before it is about?"""
    before = low[max(noun - 24, 0) : noun].split()
    return any(opens_task(" ".join(before[-size:])) for size in (2, 1) if len(before) > size)


def _according(low: str) -> int:
    """Where the words on the speaker end in "Theo ông A, …" or "…, theo ông A, …"; 0 without."""
    found = _ACCORDING.search(low, 0, 200) if "theo " in low else None
    if not found or (found.start() and not words("titles").match(low, found.end())):
        return 0
    comma = low.find(",", found.end(), found.end() + 120)
    return comma if comma >= 0 else min(found.end() + 40, len(low) - 1)


def _speaker_keys(piece: str, low: str, said: int) -> list[str]:
    """What the speaker named before `said` is known by again: offices, and the given name."""
    keys: list[str] = []
    ended = -2
    for title in titles_before(low, said):
        form = title.group() in FORMS
        if form and _OF_HOUSEHOLD.search(low, title.start() - 10, title.start()):
            continue
        inside = title.start() == ended + 1 or low.endswith("ban ", 0, title.start())
        if not form:
            ended = title.end()
            if inside:  # "Phó Bí thư Thường trực" is one office, "Ban Bí thư" none
                continue
            body = _ranked().match(low, title.end() + 1)
            keys.append(" ".join([title.group(), *_whose(low, title.end(), said, body)]))
            if body:
                continue
        name = _NAME.match(piece, title.end()) if form else _FULL_NAME.match(piece, title.end())
        if name and not words("titles").match(low, title.end() + 1):
            keys.append(level(name.group()).split()[-1])
    if ended >= 0 and (given := _given_name(piece, said)) and given not in keys:
        keys.append(given)
    return keys


def _given_name(piece: str, said: int) -> str | None:
    """The given name of whoever is named in full right before `said` ("Bí thư Tỉnh ủy X Lê Văn A
    cũng cho rằng").
    """
    named = _NAMED_LAST.search(piece, said - _NAMED, said)
    names = named["name"].split() if named else []
    surnamed = any(is_surname(one.lower()) for one in names[:-1])
    return level(names[-1].lower()) if surnamed else None


def _whose(low: str, office: int, said: int, body: re.Match[str] | None) -> list[str]:
    """What tells the office that ends at `office` from others of its name: the body, and how high
    it stands ("Trưởng Ban Tổ chức Tỉnh ủy", "Chủ tịch Hội Nông dân huyện").
    """
    comma = low.find(",", office, said)
    rank = ranks()[0].search(low, office, min(comma if comma > 0 else said, office + _OFFICE))
    found = [body.group()] if body else []
    return [*found, rank.group()] if rank and rank.group() not in found else found


def _known(floor: Floor, key: str) -> bool | None:
    """Whether the person known as `key` may set tasks; an office by itself is the last that spoke
    of that name, of whatever body.
    """
    if key in floor.standing:
        return floor.standing[key]
    of_body = [may for said, may in floor.standing.items() if said.startswith(f"{key} ")]
    return of_body[-1] if of_body else None


@cache
def _ranked() -> Words:
    """A body that an office is of, perhaps behind "Thường trực"."""
    bodies = load("speakers")["bodies"]["words"]
    return one_of([*bodies, "ban bí thư", "đảng bộ", "đoàn", "đoàn trường", "chi bộ", "chi đoàn"])


def _settles(low: str) -> bool:
    """Does a gathering or body settle something ("Hội nghị xác định …"), or the article itself tell
    what all of it is to do ("Từ nay đến hết năm, toàn tỉnh …")?
    """
    if low.startswith("theo ") and PASSED.match(low):
        return True
    if comes(low) and _ALL_OF_IT.search(low, 0, 80) and words("planned").match(low):
        return True
    body = body_at(low)
    if body is None and low.startswith(("tại ", "cũng tại ")):
        body = words("bodies").match(low.removeprefix("tại ").removeprefix("cũng tại "))
    if body is None:
        return False
    begin = body.start()
    verb = words("setting", "announcing").search(low, begin, begin + 120)
    if verb and words("setting", "naming").search(low, verb.end()):
        return True
    verb = words("setting", "resolving").search(low, begin, begin + 80)
    if not verb or words("governing", "done").search(low, 0, verb.end()):
        return False
    rest = low[verb.end() : verb.end() + 80].lstrip(" ,:")
    rest = rest[said_when(rest) :]
    # "Hội nghị thống nhất năm 2018 Cụm sẽ tập trung …"
    who = subject(rest)
    if starts_with_verb(rest) or (who is not None and soon(rest[who:])):
        return True
    paper = words("setting", "papers").fullmatch(body.group())
    return paper is not None and subject(rest) is not None
