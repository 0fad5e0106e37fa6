"""Citations as they stand in the text: where a document is named, and what is said of it there.

Every citation but a nickname turns on a number, so the finder walks over the digits of the text
and looks at both sides of each: a symbol to the right ("21-KL/TW"), a type word to the left
("Chỉ thị số 35"), or another citation that it continues ("57, 58-QĐ/TW").
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from archive.reading.directives.citation import Citation
from archive.reading.directives.document_types import DocumentType, by_word, meanings
from archive.reading.directives.issuers import issuer_at
from archive.reading.directives.lead import (
    TYPES_OF_ASSEMBLY,
    Lead,
    lead_of,
    lead_of_several,
    may_lead,
    may_name_several,
    word_farther_left,
)
from archive.reading.directives.lists import FARTHEST, completed, goes_on, goes_on_about
from archive.reading.directives.numbers import Number, may_have_symbol, number_at
from archive.reading.directives.tail import Tail, issuer_follows, tail_at
from archive.reading.page import Page
from archive.registry import load

_WORD_AHEAD = re.compile(r"\s+([^\W\d_]+(?:\s[^\W\d_]+)?)")
_STOP_AHEAD = re.compile(
    r"\s*(?:$|[)\]”\"’»;:?!…\n]|[.,](?!\d)|ngày\s\d|\(|năm\s(?:19|20)\d\d(?!\s?[-–]))"
)
_DAYS = re.compile(r" ?[-–] ?\d{1,2}[/.-]\d")  # "(06 - 08/8/2015)"
_NUMBERS_MORE = re.compile(r"(?:(?:, ?| và )\d{1,3}(?!\d)){0,8}")
_DAY_AHEAD = re.compile(r",? \(?ngày \d")
_QUOTED = re.compile(r"\s[“\"](?!\s)")
_LONGEST = 4
_MOST_DIGITS = 5
_LONGEST_BRACKET = 300
_WITH_ISSUER = 20  # characters from a type word to its number, an issuer between them
_MOST = (
    20_000  # a hundred times the citations of the fullest reports: no text keeps a reader waiting
)


def find_numbered(page: Page, day: date | None) -> list[Citation]:
    """The citations in the text of `page` that give a number, in text order.

    Only so many are read that the work stays bounded however long the text is.
    """
    text, low = page.text, page.folded
    found: list[Citation] = []
    past = -FARTHEST - 1
    for start, end in page.digits.runs:
        if start < past or end - start > _MOST_DIGITS:
            continue
        near = start - past <= FARTHEST
        if not (
            near
            or may_lead(low, start)
            or may_have_symbol(text, end)
            or may_name_several(low, end)
            or (found and goes_on_about(low, found[-1], start, end))
        ):
            continue
        citation = _citation_at(text, low, start, found[-1] if found else None, day)
        if citation:
            found.append(citation)
            past = citation.end
            if len(found) == _MOST:
                break
    return completed(found, low)


def _citation_at(
    text: str, low: str, start: int, last: Citation | None, day: date | None
) -> Citation | None:
    number = number_at(text, start)
    if not number:
        return None
    lead = lead_of(text, low, start)
    loose = not lead.kind or lead.parted
    if loose and not number.symbol and may_name_several(low, number.end):
        lead = lead_of_several(low, start) or lead
    chained = last if last and goes_on(low, last, start) else None
    if number.symbol or number.kinds:
        typed = _typed_by_symbol(low, start, number, lead, chained)
    else:
        typed = _typed_by_word(text, low, start, number, lead, last)
    if not typed:
        return None
    tail = tail_at(text, low, number.end, day=day)
    if not tail.issuer and start - typed.start > _WITH_ISSUER:
        _issuer_inside(text, low, typed.start, start, tail)
    name, year = _of_year(number, tail)
    return Citation(
        kind=typed.kind,
        kinds=typed.kinds,
        number=name,
        symbol=number.symbol,
        issuer=number.issuer or tail.issuer,
        issuer_name=tail.issuer_name,
        issued=tail.issued,
        year=year,
        term=tail.term,
        place=tail.place,
        meeting=tail.meeting,
        own_word=typed.own_word,
        chained=chained is not None,
        start=typed.start,
        core_end=number.end,
        end=_balanced(text, typed.start, tail.end),
    )


def _issuer_inside(text: str, low: str, start: int, end: int, tail: Tail) -> None:
    """As in "Chỉ thị của Ban Bí thư số 63": whose it is stands before the number."""
    by = low.find(" của ", start, end)
    named = issuer_at(text, low, by + len(" của ")) if by > 0 else None
    if named and named.end <= end:
        tail.issuer, tail.issuer_name, tail.place = named[:3]


def _of_year(number: Number, tail: Tail) -> tuple[str, int | None]:
    """A number and the year of issue: "107/2015 của Ban Bí thư" holds both, for the Party's own
    numbers have no year.
    """
    base, _, year = number.number.partition("/")
    if year and not number.symbol and tail.issuer and tail.issuer.scope != "state":
        return base, int(year)
    return number.number, tail.year


class _Typed(NamedTuple):
    """The type of a cited document, `kinds` where letters leave it open; the word's `start`."""

    kind: DocumentType | None
    kinds: tuple[DocumentType, ...]
    start: int
    own_word: bool


def _typed_by_word(
    text: str, low: str, start: int, number: Number, lead: Lead, last: Citation | None
) -> _Typed | None:
    """The type of a number without a symbol; None where it is no document's number."""
    chained = last if last and _follows(low, last, start, number) else None
    if lead.kind and (
        _weak_holds(text, low, number, lead) or _short_holds(low, number, lead, last)
    ):
        kinds = _meant(lead)
        return _Typed(kinds[0] if len(kinds) == 1 else None, kinds, lead.start, own_word=True)
    if chained and not lead.kind and _continues(text, low, number, start, lead.numbered):
        begin = lead.start if lead.numbered else start
        return _Typed(chained.kind, chained.kinds, begin, own_word=False)
    return None


def _typed_by_symbol(
    low: str, start: int, number: Number, lead: Lead, chained: Citation | None
) -> _Typed | None:
    """The type of a number with a symbol: its letters, and where they leave it open the word."""
    systems = (number.system, "both")
    kinds = tuple([kind for kind in number.kinds if kind.system in systems]) or number.kinds
    begin = lead.start if lead.kind or lead.numbered else start
    meant = _meant(lead)
    if fitting := tuple([kind for kind in meant if not kinds or kind in kinds]):
        return _Typed(fitting[0] if len(fitting) == 1 else None, fitting, begin, own_word=True)
    if number.symbol is None:
        return None
    if meant and _tells(lead) and not any(one.name.startswith(meant[0].name) for one in kinds):
        return _Typed(meant[0], meant, begin, own_word=True)
    word = word_farther_left(low, start, kinds)
    if word and (not chained or word[1] >= chained.end):
        return _Typed(word[0], kinds, word[1], own_word=True)
    kind = _type_without_word(number, kinds, lead, chained)
    if not kind and not kinds:
        return None
    return _Typed(kind, kinds, begin, own_word=lead.kind is not None)


def _tells(lead: Lead) -> bool:
    """Does the word right before a number tell the type, whatever letters follow: "Chỉ thị
    34-TB/TW"? "Văn bản" tells none, and a "Kết luận" can be a "Thông báo kết luận".
    """
    told = lead.kind is not None and lead.kind.bare == "noun" and not lead.compact
    return told and not (lead.parted or lead.bracketed)


def _type_without_word(
    number: Number, kinds: tuple[DocumentType, ...], lead: Lead, chained: Citation | None
) -> DocumentType | None:
    """The type that the number's letters or the list before it tell; None where they do not."""
    if number.of_assembly:
        return chained.kind if chained and _passes(chained.kind) else by_word()["luật"]
    if chained and chained.kind and (not kinds or chained.kind in kinds):
        return chained.kind
    if kinds:
        return kinds[0] if len(kinds) == 1 or number.system == "state" else None
    return by_word()["văn bản"] if lead.numbered and lead.bare else None


def _passes(kind: DocumentType | None) -> bool:
    """Does the National Assembly pass documents of `kind`?"""
    return kind is not None and kind.name in TYPES_OF_ASSEMBLY


def _follows(low: str, last: Citation, start: int, number: Number) -> bool:
    """Does the number at `start` go on with what the last citation began?"""
    return goes_on(low, last, start) or goes_on_about(low, last, start, number.digits_end)


def _meant(lead: Lead) -> tuple[DocumentType, ...]:
    """What the type word means; letters that stand for it can mean several types (QĐ)."""
    if not lead.kind:
        return ()
    if lead.compact and lead.kind.symbol:
        return tuple(kind for _, kind in meanings(lead.kind.symbol))
    return (lead.kind,)


def _balanced(text: str, start: int, end: int) -> int:
    """`end`, moved so that a closing bracket belongs to the citation if its opening one does."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened > 0 and text[end : end + 1] == ")":
        return end + 1
    return end - 1 if opened < 0 and text[end - 1] == ")" else end


def _weak_holds(text: str, low: str, number: Number, lead: Lead) -> bool:
    """Is a type word with a number alone a citation, and not a count of something?"""
    kind = lead.kind
    if not kind or not kind.weak or _spoiled(low, number):
        return False
    if lead.numbered:
        return True
    base = number.number.partition("/")[0]
    if lead.parted and _DAY_AHEAD.match(low, number.digits_end):
        return True
    if lead.parted or low[number.digits_end : number.digits_end + 1] == ":":
        return False
    if lead.compact and (_value(base) == 0 or not _compact_holds(kind, low, number)):
        return False
    if len(base) > _LONGEST or 1900 <= _value(base) <= 2100:
        return False
    if kind.bare == "name" and _named(low, number, lead):
        return True
    if kind.bare in ("", "name") and not lead.compact:
        # "Chương trình 08 của Thành ủy": only whose it is tells it from a count.
        named = text[lead.start].isupper() or base.startswith("0")
        more = _NUMBERS_MORE.match(low, number.digits_end) if named else None
        return more is not None and issuer_follows(low, more.end())
    if base.startswith("0") or _stops(low, number.digits_end):
        return True
    ahead = _word_ahead(low, number.digits_end)
    if lead.bracketed:
        return _among(ahead, "naming")
    if lead.compact or kind.bare == "noun" or lead.capital or len(base) >= _LONGEST:
        return not _among(ahead, "counted")
    return _among(ahead, "naming")


def _named(low: str, number: Number, lead: Lead) -> bool:
    """Does a common noun with a number name a document ("Đề án 25", "đề án 178 “…”")?"""
    end = number.digits_end
    if _QUOTED.match(low, end):
        return True
    if not lead.capital or len(number.number) < len("25"):
        return False
    return _stops(low, end) or _among(_word_ahead(low, end), "naming")


def _short_holds(low: str, number: Number, lead: Lead, last: Citation | None) -> bool:
    """Do letters that mean much else ("CT 03", "KH 15") stand for their word: behind what is done
    with documents, or in a list of them?
    """
    base = number.number
    if not lead.compact or len(base) != len("05") or not base.isdigit() or _spoiled(low, number):
        return False
    listed = last and (
        goes_on(low, last, lead.start) or goes_on_about(low, last, lead.start, number.digits_end)
    )
    if not listed and not low.endswith(_done(), 0, lead.start):
        return False
    return not _among(_word_ahead(low, number.digits_end), "counted")


@cache
def _done() -> tuple[str, ...]:
    """What is done with documents, each with the space after it."""
    return tuple(f"{word} " for word in load("document_types")["done"])


def _compact_holds(kind: DocumentType, low: str, number: Number) -> bool:
    """Letters such as CT mean much else, unless an issuer follows."""
    return kind.compact == "alone" or issuer_follows(low, number.digits_end)


def _continues(text: str, low: str, number: Number, start: int, numbered: bool) -> bool:
    """Does a number alone go on with a list of documents ("18, 19")?"""
    if _spoiled(low, number) or len(number.number) > _LONGEST:
        return False
    if text[start - 1 : start] in ",." and not (_is_padded(number) and text[start - 1] == ","):
        return False
    end = number.digits_end
    if low[end : end + 1] == ")" and not _in_bracket(low, start):
        return False  # "; 3) …" is a list's mark
    if numbered or _stops(low, end) or (_is_padded(number) and low[end : end + 1] == ","):
        return True
    ahead = _word_ahead(low, end)
    return _among(ahead, "naming") or _among(ahead, "beside")


def _in_bracket(low: str, at: int) -> bool:
    left = max(0, at - _LONGEST_BRACKET)
    return low.rfind("(", left, at) > low.rfind(")", left, at)


def _spoiled(low: str, number: Number) -> bool:
    """Do the digits go on as a decimal, a date, days of one month or a percentage?"""
    end = number.digits_end
    after = low[end : end + 2]
    if after[:1] == "," and _is_padded(number):
        return False  # "05,07": no decimal begins with a nought and a digit
    if after.strip()[:1] == "%" or _DAYS.match(low, end):
        return True
    return len(after) == 2 and after[0] in ".,:-–/" and after[1].isdigit()


def _is_padded(number: Number) -> bool:
    return len(number.number) == len("05") and number.number[0] == "0"


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
