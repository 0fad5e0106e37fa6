"""Text to terms: what counts as the same word, for the index, for queries and for highlights.

A term is a syllable in one form: lower case, tones in the older placement (`level`), `đ` a letter.
Its bare form has no tone and vowel marks, so that what is typed without marks finds all; a `d` so
typed stands for `đ` as well (`spellings`). The index keeps a syllable as it stands, a query asks
for each of its `ways` (`kỉ`, `kỷ`). Numbers are written alike (`1.250` and `1250`, `05` and `5`);
letters and digits part (`số31`, `NQ57`). Neighbouring terms make pairs, kept in bare form: a pair
ranks, the marks are told by its terms. A document's number is a term of its own however it is
written (`21-KL/TW`, `21 KL/TW`).

Texts are NFC. No stop words, no stemming: `an`, `to` and `in` are Vietnamese words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from archive import vietnamese
from archive.registry import load

_PIECE = re.compile(r"\d{1,3}(?:[.,]\d{3})++(?!\d)|\d+|[^\W\d_]+")
_REFERENCE = re.compile(
    r"(?<![\w/])0*+(\d{1,5}+)(/\d{4})?\s{0,2}[-–—/]{0,2}\s{0,2}"
    r"([^\W\d_]{1,4}+)\s?[-–—/]\s?([^\W\d_]{2,12}+)(?!\w)"
)
_ENDS_IN_I = re.compile(r"(?:qu|[bcdđghklmnpqrstvx]+)[iy]")
_I_AND_Y = "iyíýìỳỉỷĩỹịỵ"  # in pairs
_SHORT_CENTRAL = re.compile(r"TƯ$", re.IGNORECASE)  # Trung ương; TU is a province's committee
_MOST_KEPT = 200_000  # forms remembered; a collection's syllables are some ten thousands
_LONGEST_KEPT = 40
_MOST_DS = 5  # in one term; what lies behind further ones is not looked at


class Token(NamedTuple):
    """A term and the letters that it was read from."""

    term: str
    start: int
    end: int


class _Terms(dict[str, str]):
    """Written piece to term, remembered."""

    def __missing__(self, written: str) -> str:
        if written[0].isdigit():
            term = re.sub("[.,]", "", written).lstrip("0") or "0"
        else:
            term = vietnamese.level(written)
        return _remember(self, written, term)


class _Bare(dict[str, str]):
    """Term to bare form, remembered."""

    def __missing__(self, term: str) -> str:
        return _remember(self, term, vietnamese.strip_marks(term))


def _remember(forms: dict[str, str], key: str, value: str) -> str:
    if len(key) <= _LONGEST_KEPT and len(forms) < _MOST_KEPT:
        forms[key] = value
    return value


_TERMS = _Terms()
_BARE = _Bare()


def terms(text: str) -> list[str]:
    """The terms of NFC `text` in order."""
    known = _TERMS
    return [known[piece] for piece in _PIECE.findall(text)]


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The terms of NFC `text` with their places, in order; between `start` and `end` alone."""
    known = _TERMS
    stop = len(text) if end is None else end
    for found in _PIECE.finditer(text, start, stop):
        yield Token(known[found[0]], found.start(), found.end())


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of `text` stand that become terms."""
    return (found.span() for found in _PIECE.finditer(text))


def term(written: str) -> str:
    """The term that a piece as written is."""
    return _TERMS[written]


def bare(term: str) -> str:
    """`term` without its tone and vowel marks."""
    return _BARE[term]


@lru_cache(maxsize=4096)
def spellings(typed: str) -> tuple[str, ...]:
    """The bare terms that a term `typed` without marks can mean: each `d` may be a `đ`."""
    first, *others = bare(typed).split("d")[:_MOST_DS]
    found = [first]
    for other in others:
        found = [spelling + letter + other for spelling in found for letter in "dđ"]
    return tuple(found)


@lru_cache(maxsize=4096)
def ways(term: str) -> tuple[str, ...]:
    """The ways of writing `term`, itself among them, always in one order: after a consonant, at a
    syllable's end, i and y are one sound (`kỉ luật`, `kỷ luật`).
    """
    if not _ENDS_IN_I.fullmatch(bare(term)):
        return (term,)
    last = _I_AND_Y.find(term[-1])
    return tuple(sorted({term, term[:-1] + _I_AND_Y[last ^ 1]})) if last >= 0 else (term,)


def bares(found: Iterable[str]) -> list[str]:
    """The bare forms of terms."""
    known = _BARE
    return [known[term] for term in found]


def pairs(found: list[str]) -> list[str]:
    """Each two neighbours of `found` as one term."""
    return [f"{first} {second}" for first, second in pairwise(found)]


def references(text: str) -> Iterator[Token]:
    """The document numbers written in NFC `text`, in one bare form: `21-kl/tw`, `26/2015-nd/cp`."""
    for found in _REFERENCE.finditer(text):
        number, year, kind, organ = found.groups(default="")
        organ = _SHORT_CENTRAL.sub("TW", organ)
        term = vietnamese.bare(f"{number}{year}-{kind}/{organ}")
        yield Token(term, found.start(), found.end())


def short(reference: str) -> str | None:
    """A document's number without its issuer (`21-kl`); None where it has a year, not a type."""
    number, _, rest = reference.partition("-")
    return f"{number}-{rest.partition('/')[0]}" if number.isdigit() else None


def short_references(text: str) -> Iterator[Token]:
    """Documents named by type and number alone (`KL 21`, `NQ57`, `kết luận số 21`), as `short`."""
    if not any(char.isdigit() for char in text):
        return
    pattern, symbols = _types()
    for found in pattern.finditer(vietnamese.bare(text)):
        yield Token(f"{found[2]}-{symbols[found[1]]}", found.start(), found.end())


@lru_cache(maxsize=1)
def _types() -> tuple[re.Pattern[str], dict[str, str]]:
    """How types of documents are written, all in bare form, and the symbol that each means."""
    symbols: dict[str, str] = {}
    for kind in load("document_types")["type"]:
        if "symbol" in kind:
            symbol = vietnamese.bare(kind["symbol"])
            for written in (kind["name"], *kind.get("words", ()), kind["symbol"]):
                symbols.setdefault(vietnamese.bare(vietnamese.nfc(written)), symbol)
    names = "|".join(map(re.escape, sorted(symbols, key=len, reverse=True)))
    return re.compile(
        rf"(?<!\w)({names})(?:\s+so)?\s{{0,2}}0*+(\d{{1,3}})(?![\w/-]|[.,]\d)"
    ), symbols


def type_symbol(name: str) -> str | None:
    """The symbol, in bare form, of a type of document by its name."""
    return _types()[1].get(vietnamese.bare(name))
