"""The sector's well-known documents: what a number means that the text leaves short."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from archive.reading.directives.terms import term_on, term_since
from archive.registry import load
from archive.vietnamese import level

_ENOUGH = 0.3  # of a title's pairs of words
_SHORTEST_TOPIC = 4
_ABOUT = re.compile(r"\s[\"“]?(?:V|v)ề\s")
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[.;:\n]")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the registry; `issued` is None where its day is not certain."""

    type: str
    number: str
    symbol: str
    issuer: str
    issued: date | None
    term: str | None
    title: str
    meeting: int | None

    @property
    def year(self) -> int | None:
        """The year of issue, where number or day tells it."""
        written = self.number.partition("/")[2]
        if written:
            return int(written)
        return self.issued.year if self.issued else None

    @property
    def since(self) -> date:
        """The day it was issued, else the first day it can have been."""
        if self.issued or not self.year:
            return self.issued or (term_since(self.term) if self.term else None) or date.min
        return date(self.year, 1, 1)


@cache
def known_documents() -> dict[tuple[str, str], tuple[KnownDocument, ...]]:
    """The registry by type name and number without leading zeros and year."""
    found: dict[tuple[str, str], list[KnownDocument]] = {}
    for row in load("documents")["document"]:
        issued = row.get("issued")
        party = "/" in row["symbol"]
        term = row.get("term") or (term_on(issued) if issued and party else None)
        document = KnownDocument(
            row["type"],
            row["number"],
            row["symbol"],
            row["issuer"],
            issued,
            term,
            row["title"],
            row.get("plenum"),
        )
        found.setdefault((row["type"], plain_number(row["number"])), []).append(document)
    return {key: tuple(documents) for key, documents in found.items()}


@cache
def _of_meetings() -> dict[tuple[str, int], tuple[KnownDocument, ...]]:
    """The registry's documents that a meeting passed, by type name and meeting."""
    found: dict[tuple[str, int], list[KnownDocument]] = {}
    for documents in known_documents().values():
        for one in documents:
            if one.meeting is not None:
                found.setdefault((one.type, one.meeting), []).append(one)
    return {key: tuple(of_meeting) for key, of_meeting in found.items()}


def plain_number(number: str) -> str:
    """`number` without its year and leading zeros: what two spellings of it share."""
    return number.split("/", maxsplit=1)[0].lstrip("0").lower() or "0"


def fitting(
    kinds: tuple[str, ...],
    number: str,
    *,
    year: int | None,
    symbol: str | None,
    organ: str | None,
    term: str | None,
    issued: date | None,
    meeting: int | None,
    day: date | None,
) -> tuple[KnownDocument, ...]:
    """The known documents that a citation can mean, the latest before `day` first.

    `organ` is the last part of the symbol where only the issuer is told.
    """
    fits = [
        one
        for kind in kinds
        for one in known_documents().get((kind, plain_number(number)), ())
        if (not symbol or one.symbol == symbol)
        and (not organ or one.symbol.endswith(organ))
        and (not term or one.term == term)
        and (not issued or not one.issued or one.issued == issued)
        and (not year or one.year == year)
        and (not meeting or not one.meeting or one.meeting == meeting)
        and (not day or one.since <= day)
    ]
    return tuple(sorted(fits, key=lambda one: one.since, reverse=True))


def passed_by(
    meeting: int, *, kind: str, term: str | None, day: date | None
) -> tuple[KnownDocument, ...]:
    """The known documents of a type that a Central Committee meeting passed: first the one that has
    the meeting's number, then the latest.
    """
    fits = [
        one
        for one in _of_meetings().get((kind, meeting), ())
        if (not term or one.term == term) and (not day or one.since <= day)
    ]

    def order(one: KnownDocument) -> tuple[bool, int]:
        # Who remembers a meeting by its number often takes that for the document's.
        other = bool(term) and plain_number(one.number) != str(meeting)
        return other, -one.since.toordinal()

    return tuple(sorted(fits, key=order))


def by_topic(fits: tuple[KnownDocument, ...], context: str) -> KnownDocument | None:
    """The one of `fits` whose title `context` repeats, where no other comes near it."""
    pairs = _pairs(context)
    scored = sorted(
        ((_shared(one.title, pairs), one.title, one) for one in fits),
        reverse=True,
        key=lambda score: score[:2],
    )
    if not scored or scored[0][0] < _ENOUGH:
        return None
    return scored[0][2] if len(scored) == 1 or scored[1][0] * 2 <= scored[0][0] else None


def is_about_else(known: KnownDocument, context: str) -> bool:
    """Does `context`, what stands after a citation, say a topic that is not the document's?"""
    if not _ABOUT.match(context):
        return False
    topic = _CLAUSE_END.split(context, maxsplit=1)[0]
    return len(topic.split()) > _SHORTEST_TOPIC and not _shared(known.title, _pairs(topic))


def _pairs(text: str) -> set[tuple[str, str]]:
    """Each two words of `text` that stand together."""
    return set(pairwise(_WORD.findall(level(text))))


@cache
def _pairs_of(title: str) -> set[tuple[str, str]]:
    """The pairs of a title of the registry."""
    return _pairs(title)


def _shared(title: str, pairs: set[tuple[str, str]]) -> float:
    own = _pairs_of(title)
    return len(own & pairs) / len(own) if own else 0.0
