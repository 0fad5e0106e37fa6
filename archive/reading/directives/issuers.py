"""Issuers of documents: by their letters in a symbol, and by their name in the text."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from archive.reading.directives.document_types import fold_letters
from archive.reading.wordlist import any_of
from archive.registry import load
from archive.vietnamese import level, level_lower


@dataclass(frozen=True, slots=True, eq=False)
class Issuer:
    """An issuer: `symbol` as in numbers, `names` with the full one first, `scope` (see the
    registry): `central`, `province`, `district`, `grassroots` or `state`.
    """

    symbol: str | None
    names: tuple[str, ...]
    scope: str


class NamedIssuer(NamedTuple):
    """An issuer named in a text: its full `name`, its `place` where that follows, where it ends."""

    issuer: Issuer
    name: str
    place: str | None
    end: int


@cache
def issuers() -> tuple[Issuer, ...]:
    """All issuers of the registry."""
    return tuple(
        Issuer(row.get("symbol"), tuple(row["names"]), row["scope"])
        for row in load("issuers")["issuer"]
    )


@cache
def by_symbol() -> dict[str, Issuer]:
    """Folded letters of a symbol's last part to the issuer."""
    found: dict[str, Issuer] = {}
    for row, issuer in zip(load("issuers")["issuer"], issuers(), strict=True):
        for letters in (issuer.symbol, *row.get("also", ())):
            if letters:
                found.setdefault(fold_letters(letters), issuer)
    return found


@cache
def _by_name() -> tuple[re.Pattern[str], dict[str, tuple[Issuer, str]]]:
    """A pattern for all names as `level` spells them, and what each of them means."""
    named = {level(name): (one, name) for one in reversed(issuers()) for name in one.names}
    return re.compile(rf"{any_of(named)}(?!\w)".replace(r"\ ", r"\s")), named


ISSUING = (" ban hành", " ra", " có", " ban hành các", " ký", " ban bố")
"""What an organ does with a document of its own; right before it."""
_ADVERBS = (" đã", " vừa", " mới", " đảng")


@cache
def _central_names() -> dict[str, Issuer]:
    return {name.lower(): one for one in issuers() if one.scope == "central" for name in one.names}


def issuer_before(low: str, start: int) -> Issuer | None:
    """The central organ that issues what is cited at `start`: "Bộ Chính trị ban hành …"."""
    window = low[start - 60 if start > 60 else 0 : start].rstrip()
    if not window.endswith(ISSUING):
        return None
    window = window[: -max(len(verb) for verb in ISSUING if window.endswith(verb))]
    while window.endswith(_ADVERBS):
        window = window.rpartition(" ")[0]
    names = _central_names()
    name = max((name for name in names if window.endswith(name)), key=len, default=None)
    return names[name] if name else None


_KIND_OF_PLACE = re.compile(r"\s(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)(?=\s)")
_PLACE_WORD = re.compile(r"\s((?:TP\.\s?|-\s)?[^\W\d_]+)")
_LONGEST_PLACE = 5
_LONGEST_NAME = 90  # characters of an issuer's name, and more
_PARTY = re.compile(r"\s(?:đảng|việt\snam)(?!\w)")
_REST_OF_NAME = re.compile(
    r"(?:\s(?!(?:về|quy|hướng|sửa|ban|ngày|đã|để|trong)(?!\w))[^\W\d_]+){0,9}"
)


def issuer_at(text: str, low: str, start: int) -> NamedIssuer | None:
    """The issuer whose name begins at `start` of `text` (`low`: the same in lower case)."""
    pattern, named = _by_name()
    found = pattern.match(level_lower(low[start : start + _LONGEST_NAME]))
    if not found:
        return None
    issuer, alias = named[" ".join(found[0].split())]
    end = start + found.end()
    if issuer.scope == "central":
        party = _PARTY.match(low, end)
        return NamedIssuer(issuer, issuer.names[0], None, party.end() if party else end)
    if issuer.symbol is None:
        rest = _REST_OF_NAME.match(text, end)
        end = rest.end() if rest else end
        return NamedIssuer(issuer, text[start:end], None, end)
    place = _place_at(text, end) if issuer.scope != "state" or alias.isupper() else None
    if not place:
        return NamedIssuer(issuer, alias, None, end)
    where, end = place
    return NamedIssuer(issuer, f"{alias} {where}", where, end)


def _place_at(text: str, end: int) -> tuple[str, int] | None:
    """The name of a place at `end`, a run of words with capitals, and where it ends."""
    kind = _KIND_OF_PLACE.match(text, end)
    end = kind.end() if kind else end
    words: list[str] = []
    while len(words) < _LONGEST_PLACE and (word := _PLACE_WORD.match(text, end)):
        if not word[1].lstrip("- ")[:1].isupper():
            break
        words.append(word[1])
        end = word.end()
    return (" ".join(words), end) if words else None
