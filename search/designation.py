"""What a document's name means, as people type it: the keys of documents that it can stand for.

A name is type word, number, symbol and what tells the document from others of that number (a term,
a place, a year), each of which may be left out: `Kết luận số 21`, `KL 21`, `21-KL/TW`,
`21-KL/TW khóa XIII`. A key is such a name too, the fullest that is known. What a name leaves out it
does not deny; what it says the key has to say.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from archive import vietnamese
from archive.registry import load
from search import analysis
from search.clauses import Filter, Phrase
from search.query import words_of

_NUMBER = re.compile(
    r"(?<![\d/])0*+(?P<number>\d{1,5}[a-zđ]?)(?P<year>/\d{4})?"
    r"(?P<sign>[ ]?[-–—/]{0,2}[ ]?)(?P<symbol>[^\W\d_]{1,5})"
    r"(?:[ ]?[-–—/][ ]?(?P<organ>[^\W\d_]{2,12}))?(?!\w)"
)
_PLAIN = re.compile(r"(?<![\d/])0*+(?P<number>\d{1,5}[a-zđ]?)(?P<year>/\d{4})?(?![\w/])")
_SAID = re.compile(r"(?:số|so)$")
_CENTRAL = {"tư": "tw"}  # Trung ương; without its mark "TU" is a province's committee


class Designation(NamedTuple):
    """A name taken apart, in spellings made equal; "" for what it does not say.

    `kind` is the type's name where a word tells it, `symbol` its letters, `rest` what stands
    around type, number and symbol.
    """

    number: str
    year: str
    kind: str
    symbol: str
    organ: str
    rest: str

    def means(self, key: str) -> bool:
        """Can the name stand for the document with this key?"""
        other = designation(key)
        return (
            other is not None
            and self.number == other.number
            and (not self.year or self.year == other.year)
            and (not (self.kind and other.kind) or self.kind == other.kind)
            and (not self.symbol or _agree(self.symbol, other.symbol))
            and (not self.organ or _agree(self.organ, other.organ))
            and (not self.rest or f" {self.rest} " in f" {_as(other.rest, self.rest)} ")
        )

    @property
    def reference(self) -> str:
        """The number as `analysis.references` gives it, without what the name does not say."""
        organ = f"/{self.organ}" if self.organ else ""
        return vietnamese.bare(f"{self.number}{self.year}-{self.symbol}{organ}")


def cited_as(name: str) -> Filter:
    """The filter for the documents that a typed name means."""
    name = vietnamese.nfc(name).strip()
    return Filter("directive", phrase=Phrase(words_of(name)), name=name)


def means(wanted: Filter, key: str) -> bool:
    """Does the document's name in `wanted` stand for the document with this key?

    Keys are known by their parts, nicknames and what is still being typed by their words.
    """
    named = designation(wanted.name)
    if wanted.phrase and wanted.phrase.words and holds(key, wanted.phrase):
        return True
    return named is not None and named.means(key)


def holds(label: str, phrase: Phrase) -> bool:
    """Do the words of `phrase` stand in `label` side by side?"""
    found = analysis.terms(vietnamese.nfc(label))
    return any(
        all(word.means(term) for term, word in zip(found[i:], phrase.words, strict=False))
        for i in range(len(found) - len(phrase.words) + 1)
    )


@lru_cache(maxsize=20_000)
def designation(name: str) -> Designation | None:
    """The name of a document taken apart; None where it has no number that a type stands at."""
    text = vietnamese.level(" ".join(vietnamese.nfc(name).split()))
    for found in _NUMBER.finditer(text):
        kind, start = _kind_before(text, found.start())
        if found["sign"].strip() or vietnamese.bare(found["symbol"]) in _symbols():
            return _made(text, found, kind, start, found["symbol"], found["organ"] or "")
    for found in _PLAIN.finditer(text):
        kind, start = _kind_before(text, found.start())
        if kind:
            return _made(text, found, kind, start, _types()[kind][1], "")
    return None


def _made(
    text: str, found: re.Match[str], kind: str, start: int, symbol: str, organ: str
) -> Designation:
    around = analysis.terms(f"{text[:start]} {text[found.end() :]}")
    told = _types()[kind][0] if kind else ""
    number, year = found["number"], found["year"] or ""
    return Designation(number, year, told, symbol, _CENTRAL.get(organ, organ), " ".join(around))


def _kind_before(text: str, end: int) -> tuple[str, int]:
    """The type written before a number, in bare form, and where it begins; "" where none is."""
    before = vietnamese.bare(text[:end]).rstrip()
    before = _SAID.sub("", before).rstrip()
    found = _type_pattern().search(before)
    return (found[1], found.start()) if found else ("", end)


def _agree(typed: str, other: str) -> bool:
    """Are these letters the same, the marks too where any were typed?"""
    return typed == _as(other, typed)


def _as(text: str, typed: str) -> str:
    """`text` with its marks where `typed` has any, else without."""
    return text if vietnamese.has_marks(typed) else vietnamese.bare(text)


@lru_cache(maxsize=1)
def _types() -> dict[str, tuple[str, str]]:
    """What is written for a type, in bare form: the type's name (none for letters alone, which may
    stand for several), and its symbol.
    """
    found: dict[str, tuple[str, str]] = {}
    for kind in load("document_types")["type"]:
        name, symbol = kind["name"], vietnamese.level(vietnamese.nfc(kind.get("symbol", "")))
        for written in (name, *kind.get("words", ())):
            form = vietnamese.bare(vietnamese.nfc(written))
            found.setdefault(form, (vietnamese.bare(vietnamese.nfc(name)), symbol))
        if symbol:
            found.setdefault(vietnamese.bare(symbol), ("", symbol))
    return found


@lru_cache(maxsize=1)
def _type_pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_types(), key=len, reverse=True)))
    between = "|".join(map(vietnamese.bare, load("document_types")["qualifiers"]))
    return re.compile(rf"(?<![\w/-])({names})(?: (?:{between}))?$")


@lru_cache(maxsize=1)
def _symbols() -> frozenset[str]:
    """The letters that stand for a type, in bare form."""
    return frozenset(vietnamese.bare(symbol) for _, symbol in _types().values() if symbol)
