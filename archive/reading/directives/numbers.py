r"""A document's number and symbol, read at a place of the text, with all the noise of practice.

A Party number is `21-KL/TW`, a State one `26/2015/NĐ-CP`, `15/QĐ-TTg` or `41/2021/QH15`. Met as
well: other signs between the parts, none at all, spaces or a line break around them, capitals,
D for Đ. Every repetition is bounded, so that no text makes the patterns slow.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from archive.reading.directives.document_types import (
    MOST_KEPT,
    DocumentType,
    fold_letters,
    meanings,
)
from archive.reading.directives.issuers import Issuer, by_symbol

_SIGN = r"[-–—‑−/_]"
_LETTER = r"[A-Za-zĐđƯưÂâÊêÔô]"
_YEAR = r"(?:19\d\d|2\s?0\s?\d\s?\d)(?!\d)"
_NUMBER = re.compile(
    rf"(?P<base>\d{{1,5}}(?:\.\d{{1,3}}(?=/20\d\d/[A-ZĐ]))?)(?P<suffix>\s?[A-Za-z](?=\s?/)|[A-Za-zđ](?!\w))?"
    rf"(?:\s?{_SIGN}\s?(?P<year>{_YEAR}))?"
)
_PART = (
    r"(?:T\.\s?[ƯưWw](?!\w)|(?:UBTV)?QH\s?\d{1,2}(?!\d)|[A-Z]\s\d{1,2}(?!\d)"
    rf"|{_LETTER}(?:{_LETTER}|\d){{0,20}}(?!\w)(?:&[A-Z]{{1,9}})?)"
)
_AHEAD = re.compile(
    rf"[A-Za-zĐđ]|\s{{0,2}}+{_SIGN}(?:\s?{_SIGN})?+\s{{0,2}}+"
    rf"(?:{_LETTER}|{_YEAR}\s{{0,2}}(?:{_SIGN}|{_LETTER}))"
    r"|\s{1,2}[A-ZĐ][A-Za-zĐ]{0,4}\s?[-–/]|\.\d{1,3}/20|\s[A-Za-z]\s?/"
)
_SYMBOL = re.compile(
    rf"(?P<sign>(?:\s{{0,2}}{_SIGN}){{0,3}}\s{{0,2}})(?P<first>{_PART})"
    rf"(?P<second>\s{{0,2}}{_SIGN}\s{{0,2}}{_PART})?"
)
_NEXT_PART = re.compile(rf"(\s?){_SIGN}(\s?)({_PART})")
_MOST_PARTS = 16  # joint circulars name every organ that signed
_STATE_ORGAN = re.compile(r"(UBTVQH|QH|UBND|HĐND)")
_ASSEMBLY = re.compile(r"(UBTVQH|QH)\s?(\d{1,2})")


class Number(NamedTuple):
    """What was read: `number` as in the record, its `symbol` (None where only digits stand), the
    `letters` that name the type with the types they can mean, the `issuer`, and where it ends.

    `digits_end` is the end of the number without its symbol.
    """

    number: str
    symbol: str | None
    kinds: tuple[DocumentType, ...]
    issuer: Issuer | None
    digits_end: int
    end: int

    @property
    def of_assembly(self) -> bool:
        """Is it a number of the National Assembly's, which tells no type ("41/2021/QH15")?"""
        return self.symbol is not None and _ASSEMBLY.fullmatch(self.symbol) is not None

    @property
    def system(self) -> str:
        """`state` for the numbers of State organs, else `party`."""
        if self.issuer:
            return "state" if self.issuer.scope == "state" else "party"
        return "party" if self.symbol and "/" in self.symbol else "state"


def may_have_symbol(text: str, end: int) -> bool:
    """Can a symbol follow the digits that end at `end`? A cheap first look."""
    if end == len(text) or (follows := text[end]) in ",;:)%":
        return False
    if follows == " " and text[end + 1 : end + 3].islower():
        return False  # a word of two letters or more, as behind most numbers
    return _AHEAD.match(text, end) is not None


def number_at(text: str, start: int) -> Number | None:
    """The number that begins with the digit at `start`, with its symbol where it has one."""
    digits = _NUMBER.match(text, start)
    if not digits:
        return None
    base, suffix, year = digits.groups()
    number = f"{base}{suffix.strip()}" if suffix else base
    if year:
        number = f"{number}/{''.join(year.split())}"
    end = digits.end()
    found = _SYMBOL.match(text, end)
    symboled = found and _symboled(text, number, bool(year), end, found)
    return symboled or Number(number, None, (), None, end, end)


def _symboled(
    text: str, number: str, with_year: bool, digits_end: int, found: re.Match[str]
) -> Number | None:
    first, sign = found["first"], found["sign"].strip()
    assembly = _ASSEMBLY.fullmatch(first)
    if assembly and sign:
        symbol = f"{assembly[1]}{assembly[2]}"
        return Number(
            number, symbol, (), by_symbol().get(assembly[1].lower()), digits_end, found.end("first")
        )
    second: str | None = found["second"]
    if not second:
        return _one_part(number, sign, first, digits_end, found)
    told = _symbol(first, second, sign, with_year=with_year)
    if told is None:
        return None
    party = told.known is not None and told.known.scope != "state"
    parts, end = _further_parts(text, found.end(), spaced=" " in second, party=party)
    return Number(
        number, "-".join([told.written, *parts]), told.kinds, told.issuer, digits_end, end
    )


class _Symbol(NamedTuple):
    """A symbol of two parts as in the record, the types it can mean, its issuer; `known` is that
    where its own letters are told.
    """

    written: str
    kinds: tuple[DocumentType, ...]
    issuer: Issuer | None
    known: Issuer | None


@lru_cache(MOST_KEPT)  # a page cites most of its documents under few symbols
def _symbol(first: str, second: str, sign: str, *, with_year: bool) -> _Symbol | None:
    """The symbol that a type's letters and those of an organ make, None where they make none."""
    meant = meanings(first)
    if not meant and not (sign and (first.isupper() or fold_letters(first) in by_symbol())):
        return None
    organ = second.strip(" \n-–—‑−/_")
    known = by_symbol().get(fold_letters(organ))
    if not known and not organ[:1].isupper():
        return None
    if not sign and not (meant and (known or organ.isupper())):
        return None
    if first.islower() and not known:
        return None
    letters = meant[0][0] if meant else first
    join = _join(second, known, sign, with_year, bool(meant))
    return _Symbol(
        f"{letters}{join}{_spelling(organ, known)}",
        tuple(kind for _, kind in meant),
        known or _issuer_of(organ),
        known,
    )


def _one_part(
    number: str, sign: str, first: str, digits_end: int, found: re.Match[str]
) -> Number | None:
    """A symbol of one part: an organ's letters alone ("1234/UBND"), or a type without an organ."""
    if "/" in sign and first.isupper() and len(first) > 1 and not meanings(first):
        issuer = by_symbol().get(fold_letters(first))
        return Number(number, first, (), issuer, digits_end, found.end("first"))
    if sign and meanings(first) and first[:1].isupper() and len(first) > 1:
        kinds = tuple(kind for _, kind in meanings(first))
        return Number(number, None, kinds, None, digits_end, found.end("first"))
    return None


def _join(second: str, known: Issuer | None, sign: str, with_year: bool, typed: bool) -> str:
    """The sign between type and organ: the system's own where the organ tells it."""
    if not typed or with_year:
        return "-"
    if known:
        return "-" if known.scope == "state" else "/"
    return "/" if "/" in second and "/" not in sign else "-"


def _spelling(letters: str, known: Issuer | None) -> str:
    if known and known.symbol and fold_letters(letters) in (fold_letters(known.symbol), "tư"):
        return known.symbol
    if known and known.symbol == "TW":
        return "TW"
    upper = letters.replace(" ", "").replace(".", "")
    return upper[:-2] + "TW" if upper.endswith("TƯ") else upper


def _issuer_of(letters: str) -> Issuer | None:
    """The issuer of a symbol such as UBTVQH14 or BCĐTWCCTP, by how it begins."""
    found = _STATE_ORGAN.match(letters)
    return by_symbol().get(found[1].lower().replace("đ", "d")) if found else None


def _further_parts(text: str, end: int, *, spaced: bool, party: bool) -> tuple[list[str], int]:
    """Parts after the organ ("TTLT-BTC-BTP"); set off by spaces only where the others are too."""
    parts: list[str] = []
    while len(parts) < _MOST_PARTS and (found := _NEXT_PART.match(text, end)):
        part = found[3].replace(" ", "")
        if (found[1] or found[2]) and (party or not spaced):
            break
        if not part[:1].isupper() or not (part.upper() == part or len(part) < 6):
            break
        parts.append(part)
        end = found.end()
    return parts, end
