"""Documents cited by the meeting that passed them: "Nghị quyết Trung ương 4 (khóa XII)"."""

import re
from collections.abc import Iterator
from itertools import islice

from archive.reading.directives.citation import Citation
from archive.reading.directives.document_types import (
    DocumentType,
    by_word,
    letters_before,
    type_endings,
)
from archive.reading.directives.meetings import (
    CENTRAL,
    MEETING,
    NTH,
    number_of,
    roman_number,
)
from archive.reading.directives.terms import ROMAN, term_named
from archive.reading.spans import Spans
from archive.registry import load

_MORE = re.compile(rf"(?:,\s?|\svà\s|,\svà\s|\s&\s)(?:{CENTRAL}\s)?(?P<n>{NTH})")
_NATIONAL = frozenset(
    ["đại", "biểu", "toàn", "quốc", "của", "đảng", "lần", "thứ", "cộng", "sản", "việt", "nam"]
)
_CENTRE = ("trung ương", "tw", "t.ư", "t.w")
_MOST = 12
_MOST_MEETINGS = 20_000  # as of the citations that give a number
_COUNTS = re.compile(r"\s(?!và|kh|của|về|đã|là)[^\W\d_]")
_ROMAN = ROMAN.lower()
_TERM = re.compile(
    rf"\s?,?\s?\(?\s?(?:của\s(?:(?:ban\schấp\shành|bch)\strung\sương\s)?(?:đảng\s)?)?kh(?:óa|oá)\s"
    rf"(?P<terms>(?:{_ROMAN}|\d{{1,2}})(?!\w)"
    rf"(?:(?:,\s|\svà\s|,\svà\s)(?:kh(?:óa|oá)\s)?(?:{_ROMAN}|\d{{1,2}})(?!\w|\s\(?kh[óo]))"
    r"{0,4})(?:\s?\))?"
)
_ONE_TERM = re.compile(rf"(?<!\w)(?:{_ROMAN}|\d+)(?!\w)")
_LEAD = re.compile(r"\s?(?:của\s)?(?:các\s)?(?:hội\snghị\s?)?(?:(?:ban\schấp\shành|bch)\s?)?$")
_JOINED = re.compile(r"(?:,|\svà)$")
_GAP = re.compile(r"\s?(?:,\svà|,|;|và)\s(?:hội\snghị\s)?")
_CONGRESS = re.compile(
    r"nghị quyết\s(?:của\s)?đại hội(?P<whose>[^.,;:()\n\d“”\"]{0,80}?)\s(?:lần thứ\s)?"
    r"(?P<n>[xvi]{1,6})(?!\w)"
)


def nickname(kind: str, meeting: int, term: str | None) -> str:
    """The one spelling of a nickname: "Nghị quyết Trung ương 4 (khóa XII)"."""
    return f"{kind} Trung ương {meeting}" + (f" (khóa {term})" if term else "")


def find_nicknames(text: str, low: str, taken: list[Citation]) -> list[Citation]:
    """The citations by nickname in `text`, outside those `taken` already."""
    meetings = list(islice(_meetings(text, low), _MOST_MEETINGS))
    congresses = _congresses(text, low)
    if not (meetings or congresses):
        return []
    spans = Spans((one.start, one.end) for one in taken)
    found: list[Citation] = []
    for meeting in meetings:
        if meeting.start() in spans or (found and meeting.start() < found[-1].end):
            continue
        found += _plenum(text, low, meeting, found[-1] if found else None)
    found += [one for one in congresses if one.start not in spans]
    return found


def _meetings(text: str, low: str) -> Iterator[re.Match[str]]:
    """Where meetings are named, by plain searches for their first words: patterns are slower."""
    flat = low.replace("\n", " ")
    # A letter is found far faster than a word, and few pages have a "w", a capital "Ư" fewer.
    words = [word for word in _CENTRE if word[-1] in flat]
    places = {at for word in words for at in _places(flat, word)}
    if "Ư" in text:
        places.update(_places(text, "TƯ"))
    # Most pages tell of their own conference alone, and of none "lần thứ …".
    places.update(flat.rfind("hội nghị", max(0, at - 60), at) for at in _places(flat, "lần thứ"))
    found = (MEETING.match(low, at) for at in sorted(places) if at >= 0)
    return (meeting for meeting in found if meeting)


def _places(text: str, word: str) -> list[int]:
    places: list[int] = []
    at = text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


def _plenum(text: str, low: str, meeting: re.Match[str], last: Citation | None) -> list[Citation]:
    word = meeting["long"] or meeting["short"] or ""
    roman = "" if word else text[meeting.start("roman") : meeting.end("roman")]
    first = roman_number(roman) if roman else number_of(word)
    typed = _typed_before(text, low, meeting.start())
    if not typed and last and _GAP.fullmatch(low, last.end, meeting.start()) and last.kind:
        typed = (last.kind, meeting.start())
    if not typed or not first:
        return []
    kind, start = typed
    numbers = [first]
    end = meeting.end()
    while (
        len(numbers) < _MOST
        and (more := _MORE.match(low, end))
        and not _COUNTS.match(low, more.end())
    ):
        numbers.append(number_of(more["n"]))
        end = more.end()
    found = _TERM.match(low, end)
    terms = _terms(found["terms"]) if found else ()
    if found and terms:
        end = found.end()
    elif meeting["long"] and not (meeting["organ"] or meeting["whose"]):
        return []  # a meeting of some other committee
    elif word and not word.isdigit() and not (meeting["nth"] or meeting["long"]):
        return []  # "Trung ương năm 2020" names no fifth meeting
    cited = [
        _cited(kind, number, term, start, end) for number in numbers for term in (terms or (None,))
    ]
    # "Trung ương 3, 4 khóa XIII và 4 khóa XII": one more, of a term of its own.
    other = _MORE.match(low, end) if terms else None
    of_other = _TERM.match(low, other.end()) if other else None
    if other and of_other and len(named := _terms(of_other["terms"])) == 1:
        cited.append(_cited(kind, number_of(other["n"]), named[0], start, of_other.end()))
    return cited


def _cited(kind: DocumentType, number: int, term: str | None, start: int, end: int) -> Citation:
    if number > load("document_types")["last_plenum"]:
        return Citation(
            kind=kind,
            number=str(number),
            symbol=f"{kind.symbol}/TW",
            term=term,
            start=start,
            core_end=end,
            end=end,
            own_word=True,
        )
    return Citation(
        kind=kind,
        number=None,
        symbol=None,
        term=term,
        meeting=number,
        name=nickname(kind.name, number, term),
        start=start,
        core_end=end,
        end=end,
    )


def _terms(words: str) -> tuple[str, ...]:
    named = (term_named(word) for word in _ONE_TERM.findall(words))
    return tuple(term for term in named if term)


def _typed_before(text: str, low: str, start: int) -> tuple[DocumentType, int] | None:
    """The type that a meeting passes, from the words before its name ("các nghị quyết, quy định
    Trung ương 4"), and where these begin; None where none of them is such a type.
    """
    left = max(0, start - 60)
    lead = _LEAD.search(low, left, start)
    window = low[left : lead.start() if lead else start].rstrip()
    typed: list[DocumentType] = []
    begin = start
    for _ in range(3):
        word = type_endings().of(window)
        if not word:
            break
        typed.append(by_word()[word])
        window = window[: -len(word)]
        begin = left + len(window)
        window = window.rstrip()
        joined = _JOINED.search(window)
        if not joined:
            break
        window = window[: joined.start()].rstrip()
    if typed:
        passed = next((kind for kind in reversed(typed) if kind.of_meetings), None)
        return (passed, begin) if passed else None
    return letters_before(text, left + len(window))


def _congresses(text: str, low: str) -> list[Citation]:
    """As in "Nghị quyết Đại hội XIII", "… Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX"."""
    found = []
    past = 0
    for at in _places(low, "nghị quyết"):
        congress = _CONGRESS.match(low, at) if at >= past else None
        if congress is None:
            continue
        past = congress.end()
        numeral = text[congress.start("n") : congress.end("n")]
        term = term_named(numeral) if numeral.isupper() else None
        if not term:
            continue
        local = set(congress["whose"].split()) - _NATIONAL
        whose = text[congress.start("whose") : congress.end("whose")].replace(" lần thứ", "")
        whose = " ".join(whose.split())
        name = (
            f"Nghị quyết Đại hội {whose} lần thứ {term}" if local else f"Nghị quyết Đại hội {term}"
        )
        found.append(
            Citation(
                kind=by_word()["nghị quyết"],
                number=None,
                symbol=None,
                name=" ".join(name.split()),
                term=None if local else term,
                start=congress.start(),
                core_end=congress.end(),
                end=congress.end(),
            )
        )
    return found
