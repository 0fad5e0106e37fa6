"""What stands before a document's number: its type word, near or farther off, and "số"."""

import re
from functools import cache
from typing import NamedTuple

from archive.reading.directives.document_types import (
    DocumentType,
    by_word,
    compact_letters,
    document_types,
    letters_before,
    type_endings,
    type_words,
)
from archive.reading.directives.issuers import issuers
from archive.reading.wordlist import Endings, any_of
from archive.registry import load

_REACH = 90
_INSIDE = frozenset("/,.-–")  # a number, a date or a symbol goes on behind these
_OPENINGS = " \n:(“\"'"
_CLAUSE_ENDS = '.;:()\n“”"'
_MOST_DIGITS = 3  # of a Party document's number; years and counts have more
_NUMBERS = re.compile(
    r"\d{1,4}(?:(?:, ?|; ?| và |, và )(?:số )?\d{1,4}(?![\d/%]|[.,]\d)){1,8}"
    r"(?! ?%)(?=[).;,\n]|$| [^\W\d])"
)
_NEXT_NUMBER = re.compile(r"[,;] ?(?:và )?\d| và \d")
_NUMBERED = ("noun", "verb")  # types that are cited by number as a rule
_DIGITS = re.compile(r"\d+")
_COUNTED = re.compile(r" ([^\W\d]+(?: [^\W\d]+)?)")
TYPES_OF_ASSEMBLY = ("Luật", "Nghị quyết", "Pháp lệnh", "Công văn")


class Lead(NamedTuple):
    """What stands before a number: the type word (None where there is none), "số", or no word at
    all (`bare`); `capital` and `compact` tell how the type is written, `parted` that a colon or
    an opening quote stands between it and the number, `bracketed` that a bracket does.
    """

    kind: DocumentType | None
    start: int
    numbered: bool
    capital: bool = False
    compact: bool = False
    bare: bool = False
    parted: bool = False
    bracketed: bool = False


@cache
def _qualifiers() -> Endings:
    return Endings(load("document_types")["qualifiers"])


@cache
def _no_types() -> tuple[str, ...]:
    return tuple(load("document_types")["no_types"])


@cache
def _last_syllables() -> frozenset[str]:
    qualifiers = load("document_types")["qualifiers"]
    words = {word.split()[-1] for word in (*type_words(), *qualifiers)}
    return frozenset(words | {letters.lower() for letters in compact_letters()} | {"số"})


@cache
def _last_letters() -> frozenset[str]:
    """The last three letters of the words that can stand right before a number and a space."""
    return frozenset(word[-3:] for word in _last_syllables())


def may_lead(low: str, start: int) -> bool:
    """Can what stands before `start` lead up to a document's number at all? A cheap first look."""
    before = low[start - 1]
    if before in _INSIDE:
        return False
    if before == " " and low[start - 2] not in _OPENINGS:
        endings = _last_letters()
        if low[start - 4 : start - 1] not in endings and low[start - 3 : start - 1] not in endings:
            return False
    window = low[start - 14 if start > 14 else 0 : start].rstrip(_OPENINGS)
    word = window.rpartition(" ")[2].rpartition("\n")[2]
    return word in _last_syllables() or word.endswith("số")


def lead_of(text: str, low: str, start: int) -> Lead:
    """Look at what stands directly before the number at `start`."""
    left = start - _REACH if start > _REACH else 0
    window = low[left:start].rstrip(_OPENINGS)
    numbered = window.endswith("số") and not window[-3:-2].isalpha()
    begin = start
    if numbered:
        begin = left + len(window) - 2
        window = window[:-2].rstrip(_OPENINGS)
    compact = letters_before(text, left + len(window))
    if compact and len(window) + left >= start - 5 and "(" not in text[compact[1] : start]:
        return Lead(compact[0], compact[1], numbered, capital=True, compact=True)
    plain = window
    for _ in range(3):
        if word := type_endings().of(window):
            at = left + len(window) - len(word)
            if low.endswith(_no_types(), 0, at + len(word)):
                break
            between = set(low[at + len(word) : start])
            parted, bracketed = not between.isdisjoint(":“\"'"), "(" in between
            capital = _capital_inside(text, at)
            kind = by_word()[word]
            return Lead(kind, at, numbered, capital=capital, parted=parted, bracketed=bracketed)
        qualifier = _qualifiers().of(window) if numbered else None
        if not qualifier:
            break
        window = window[: -len(qualifier)].rstrip()
    issued_by = numbered and _type_and_issuer().search(plain)
    if issued_by:
        at = left + issued_by.start()
        return Lead(by_word()[issued_by["type"]], at, numbered, capital=_capital_inside(text, at))
    return Lead(None, begin, numbered, bare=not plain or not plain[-1].isalnum())


def may_name_several(low: str, end: int) -> bool:
    """Does the number that ends at `end` open a list of numbers? A cheap first look."""
    return _NEXT_NUMBER.match(low, end) is not None


def lead_of_several(low: str, start: int) -> Lead | None:
    """What stands before the first of several numbers that say which documents a common name
    means: "bốn nghị quyết lớn của Bộ Chính trị (57, 59, …)"; None where no list begins here.
    """
    listed = _NUMBERS.match(low, start)
    if not listed or any(len(one) > _MOST_DIGITS for one in _DIGITS.findall(listed[0])):
        return None
    before = _several().search(low, start - _REACH, start)
    if not before and listed[0].count(" ") > 1:
        before = _described().search(low, start - _REACH, start)
    if not before or (before["bracket"] is None) == (low[listed.end() : listed.end() + 1] == ")"):
        return None
    # Right behind a bare type word the numbers are read one by one.
    if before["bare"] and not (before["how"] or before["whose"]):
        return None
    counted = _COUNTED.match(low, listed.end())
    if counted and not {counted[1], counted[1].split()[0]}.isdisjoint(_counted()):
        return None
    return Lead(by_word()[before["type"]], before.start("type"), numbered=True)


@cache
def _described() -> re.Pattern[str]:
    """Three numbers or more in a bracket need no common name: what the documents are about, or
    who passed them when, may stand before it.
    """
    several = any_of(load("document_types")["several"])
    numbered = any_of(kind.name.lower() for kind in document_types() if kind.bare in _NUMBERED)
    return re.compile(
        rf"(?<!\w)(?:{several}|\d{{1,2}})\s(?P<type>{numbered})(?:\s[^\W\d]+){{1,9}}"
        r"\s?(?P<bracket>\()(?P<bare>)(?P<how>)(?P<whose>)$"
    )


@cache
def _counted() -> frozenset[str]:
    return frozenset(load("document_types")["counted"])


@cache
def _issuer_names() -> frozenset[str]:
    """Issuers' names in lower case, in both tone placements."""
    names = {name.lower() for one in issuers() for name in one.names if " " in name}
    return frozenset(names | {name.replace("ủy", "uỷ") for name in names})


@cache
def _several() -> re.Pattern[str]:
    """How a common name of several documents ends right before their numbers."""
    words = load("document_types")
    names = any_of(_issuer_names())
    return re.compile(
        rf"(?<!\w)(?:{any_of(words['several'])}|\d{{1,2}})\s(?P<type>{any_of(type_words())})"
        rf"(?P<how>(?:\s(?:{any_of(words['nicknamed'])}))*)[”\"]?"
        rf"(?P<whose>\scủa\s(?:{names})(?:\sđảng)?)?"
        r"(?:\s?(?P<bracket>\()(?:(?:gồm|số|là)\s)?|:\s(?:số\s)?"
        r"|\s(?:gồm|như|là|đó là|số)\s(?:các\ssố\s|số\s)?|(?P<bare>\s))$"
    )


def _capital_inside(text: str, at: int) -> bool:
    """Is the word at `at` written with a capital amid a sentence, as the name of a document is?"""
    before = text[at - 2 if at > 2 else 0 : at].rstrip(" ")[-1:]
    return text[at : at + 2].istitle() and bool(before) and before not in ".!?:;\n-–•"


@cache
def _type_and_issuer() -> re.Pattern[str]:
    """As in "Chỉ thị của Ban Bí thư" at the end of a short piece of text."""
    types = "|".join(type_words())
    names = any_of(_issuer_names())
    return re.compile(rf"(?<!\w)(?P<type>{types})\scủa\s(?:{names})(?:\sđảng)?$")


def word_farther_left(
    low: str, start: int, kinds: tuple[DocumentType, ...]
) -> tuple[DocumentType, int] | None:
    """The nearest fitting type word within the clause before a number with a symbol."""
    left = max(0, start - _REACH)
    window = low[left:start].rstrip(' (“"')
    cut = max(map(window.rfind, _CLAUSE_ENDS))
    best = begin = -1
    kind = None
    for word, meant in _words_of(kinds):
        at = window.rfind(word, cut + 1)
        if (
            at >= 0
            and at + len(word) > best
            and not window[at - 1 : at].isalpha()
            and not window[at + len(word) : at + len(word) + 1].isalpha()
        ):
            best, begin, kind = at + len(word), at, meant
    return (kind, left + begin) if kind else None


@cache
def _words_of(kinds: tuple[DocumentType, ...]) -> tuple[tuple[str, DocumentType], ...]:
    """The words of the types `kinds`; where there are none, of those of the National Assembly."""
    return tuple(
        (word, kind)
        for word, kind in by_word().items()
        if (kind in kinds if kinds else kind.name in TYPES_OF_ASSEMBLY)
    )
