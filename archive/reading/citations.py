"""Citations as they stand in the text: where a document is named, and what is said of it there.

Every citation but a nickname turns on a number, so the finder walks over the digits of the text
and looks at both sides of each: a symbol to the right ("21-KL/TW"), a type word to the left
("Chỉ thị số 35"), or another citation that it continues ("57, 58-QĐ/TW").
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from archive.reading.citation_lead import Lead, lead_of, may_lead, word_farther_left
from archive.reading.citation_tail import Tail, issuer_follows, tail_at
from archive.reading.document_types import DocumentType, by_word, document_types
from archive.reading.issuers import Issuer, issuer_before
from archive.reading.numbers import Number, may_have_symbol, number_at
from archive.registry import load

_DIGITS = re.compile(r"\d+")
_WORD_AHEAD = re.compile(r"\s+([^\W\d_]+(?:\s[^\W\d_]+)?)")
_STOP_AHEAD = re.compile(
    r"\s*(?:$|[)\]”\"’»;:?!…\n]|[.,](?!\d)|ngày\s\d|\(|năm\s(?:19|20)\d\d(?!\s?[-–]))"
)
_LONGEST = 4
_FARTHEST_LINK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One mention of one document.

    `kind` is None only where the letters leave it open (QĐ without its word); `weak` says that the
    text gives the number without a symbol. `core_end` is the end of number and symbol, `end` that
    of what is said of the document after them.
    """

    kind: DocumentType | None
    kinds: tuple[DocumentType, ...] = ()
    number: str | None
    symbol: str | None
    issuer: Issuer | None = None
    issuer_name: str | None = None
    issued: date | None = None
    year: int | None = None
    term: str | None = None
    place: str | None = None
    meeting: int | None = None
    name: str | None = None
    own_word: bool = False
    chained: bool = False
    start: int
    core_end: int
    end: int


def find_numbered(text: str, low: str, day: date | None) -> list[Citation]:
    """The citations in `text` that give a number, in text order; `low` is `text` in lower case."""
    found: list[Citation] = []
    past = 0
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        if start < past or digits.end() - start > _LONGEST + 1:
            continue
        near = found and start - found[-1].end <= _FARTHEST_LINK
        if not (near or may_have_symbol(text, digits.end()) or may_lead(low, start)):
            continue
        citation = _citation_at(text, low, start, found[-1] if found else None, day)
        if citation:
            found.append(citation)
            past = citation.end
    return _completed(found, low)


def _citation_at(
    text: str, low: str, start: int, last: Citation | None, day: date | None
) -> Citation | None:
    number = number_at(text, start)
    if not number:
        return None
    before = lead_of(text, low, start)
    chained = last if last and _chains(low, last, start) else None
    if number.symbol or number.kinds:
        return _strong(text, low, start, number, before, chained, day)
    if before.kind and _weak_holds(low, number, before):
        kind = before.kind
    elif chained and not before.kind and _continues(text, low, number, start, before.numbered):
        kind = chained.kind or document_types()[0]
    else:
        return None
    tail = tail_at(text, low, number.digits_end, day=day)
    begin = before.start if before.kind or before.numbered else start
    return _made(
        text,
        kind,
        (),
        number,
        tail,
        start=begin,
        own_word=before.kind is not None,
        chained=chained is not None,
    )


def _strong(
    text: str,
    low: str,
    start: int,
    number: Number,
    before: Lead,
    chained: Citation | None,
    day: date | None,
) -> Citation | None:
    kinds = tuple(k for k in number.kinds if k.system in (number.system, "both")) or number.kinds
    begin = before.start if before.kind or before.numbered else start
    kind = before.kind
    own_word = kind is not None
    if kind is None or (kinds and kind not in kinds):
        word = word_farther_left(low, start, kinds) if kinds or number.symbol else None
        if word and (not chained or word[1] >= chained.end):
            kind, begin = word
            own_word = True
        elif number.of_assembly:
            law = by_word()["luật"]
            kind = chained.kind if chained and chained.symbol and "QH" in chained.symbol else law
        elif chained and chained.kind and (not kinds or chained.kind in kinds):
            kind = chained.kind
        elif not kinds and kind is None:
            if not (before.numbered and before.bare and number.symbol):
                return None
            kind = by_word()["văn bản"]
        elif kinds:
            kind = kinds[0] if len(kinds) == 1 else None
    if number.symbol is None and not before.kind:
        return None
    if kind is None and number.system == "state":
        kind = kinds[0]
    tail = tail_at(text, low, number.end, day=day)
    return _made(
        text, kind, kinds, number, tail, start=begin, own_word=own_word, chained=chained is not None
    )


def _made(
    text: str,
    kind: DocumentType | None,
    kinds: tuple[DocumentType, ...],
    number: Number,
    tail: Tail,
    *,
    start: int,
    own_word: bool,
    chained: bool,
) -> Citation:
    return Citation(
        kind=kind,
        kinds=kinds,
        number=number.number,
        symbol=number.symbol,
        issuer=number.issuer or tail.issuer,
        issuer_name=tail.issuer_name,
        issued=tail.issued,
        year=tail.year,
        term=tail.term,
        place=tail.place,
        meeting=tail.meeting,
        own_word=own_word,
        chained=chained,
        start=start,
        core_end=number.end,
        end=_balanced(text, start, tail.end),
    )


def _balanced(text: str, start: int, end: int) -> int:
    """`end`, moved so that a closing bracket belongs to the citation if its opening one does."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened > 0 and text[end : end + 1] == ")":
        return end + 1
    return end - 1 if opened < 0 and text[end - 1] == ")" else end


@cache
def _chain_gap() -> re.Pattern[str]:
    return re.compile(r"\s?(?:,\svà|,|;|và|hoặc|&|cùng)\s?(?:các\s)?(?:số\s?)?")


def _chains(low: str, last: Citation, start: int) -> bool:
    """Does only a comma or an "and" stand between the last citation and `start`?"""
    if start - last.end > _FARTHEST_LINK or last.number is None:
        return False
    found = _chain_gap().fullmatch(low, last.end, start)
    return found is not None


def _weak_holds(low: str, number: Number, before: Lead) -> bool:
    """Is a type word with a number alone a citation, and not a count of something?"""
    kind = before.kind
    if not kind or not kind.weak or _spoiled(low, number):
        return False
    if before.numbered:
        return True
    base = number.number.partition("/")[0]
    if before.parted or low[number.digits_end : number.digits_end + 1] == ":":
        return False
    if before.compact and (_value(base) == 0 or not _compact_holds(kind, low, number)):
        return False
    if not (kind.bare or before.compact) or len(base) > _LONGEST or 1900 <= _value(base) <= 2100:
        return False
    if base.startswith("0") or _stops(low, number.digits_end):
        return True
    ahead = _word_ahead(low, number.digits_end)
    if before.compact or kind.bare == "noun" or before.capital:
        return not _among(ahead, "counted")
    return _among(ahead, "naming")


def _compact_holds(kind: DocumentType, low: str, number: Number) -> bool:
    """Letters such as CT mean much else, unless an issuer follows."""
    return kind.compact == "alone" or issuer_follows(low, number.digits_end)


def _continues(text: str, low: str, number: Number, start: int, numbered: bool) -> bool:
    """Does a number alone go on with a list of documents ("18, 19")?"""
    if _spoiled(low, number) or len(number.number) > _LONGEST or text[start - 1 : start] in ",.":
        return False
    if numbered or _stops(low, number.digits_end):
        return True
    return _among(_word_ahead(low, number.digits_end), "naming")


def _spoiled(low: str, number: Number) -> bool:
    """Do the digits go on as a decimal, a date or a percentage?"""
    end = number.digits_end
    after = low[end : end + 2]
    if after.strip()[:1] == "%":
        return True
    return len(after) == 2 and after[0] in ".,:-–/" and after[1].isdigit()


def _stops(low: str, end: int) -> bool:
    return _STOP_AHEAD.match(low, end) is not None


def _word_ahead(low: str, end: int) -> str:
    found = _WORD_AHEAD.match(low, end)
    return found[1] if found else ""


def _among(ahead: str, list_name: str) -> bool:
    words = _listed(list_name)
    return ahead in words or ahead.split(" ", maxsplit=1)[0] in words


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("document_types")[name])


def _value(base: str) -> int:
    digits = "".join(char for char in base if char.isdigit())
    return int(digits) if digits else 0


def _completed(found: list[Citation], low: str) -> list[Citation]:
    """Let the members of a list share what is said once for all of them."""
    done = list(found)
    for at in range(len(done) - 2, -1, -1):
        done[at] = _from_next(done[at], done[at + 1], low)
    for at in range(1, len(done)):
        one, last = done[at], done[at - 1]
        if (
            one.chained
            and not one.own_word
            and not one.symbol
            and last.symbol
            and one.kind == last.kind
        ):
            done[at] = replace(
                one, symbol=last.symbol, kinds=last.kinds, issuer=one.issuer or last.issuer
            )
    return [_with_issuer_before(one, low) for one in done]


def _from_next(one: Citation, after: Citation, low: str) -> Citation:
    """As in "18, 19-NQ/TW ngày …": symbol, day, issuer and term stand once, at the end."""
    same = one.kind == after.kind or after.kind is None or one.kind is None
    if one.symbol or not same:
        return one
    if after.chained and not after.own_word:
        shared = replace(
            one,
            symbol=after.symbol,
            kinds=after.kinds,
            issuer=one.issuer or after.issuer,
            issuer_name=one.issuer_name or after.issuer_name,
            term=one.term or after.term,
            meeting=one.meeting or after.meeting,
            place=one.place or after.place,
        )
        return shared if one.issued else replace(shared, issued=after.issued)
    between = low[one.end : after.start]
    joined = len(between) < 90 and "và" in between and not set(between) & set(".;\n")
    if joined and not one.issuer and not one.issued and not after.symbol and one.own_word:
        return replace(one, issuer=after.issuer, issuer_name=after.issuer_name)
    return one


def _with_issuer_before(one: Citation, low: str) -> Citation:
    """As in "Bộ Chính trị ban hành Chỉ thị số 35": the issuer stands before the citation."""
    issuer = None if one.issuer_name or not one.own_word else issuer_before(low, one.start)
    if not issuer:
        return one
    return replace(one, issuer_name=issuer.names[0], issuer=one.issuer or issuer)
