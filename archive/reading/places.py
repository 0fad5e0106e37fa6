"""Provinces and cities of their rank, found in text under all their spellings."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from archive.reading.wordlist import any_of, anywhere
from archive.registry import load
from archive.vietnamese import bare, lower

_ADDRESS = re.compile(r"(?<![\w.@-])[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60}){1,4}(?![\w@])")
_DOT_WITHIN = re.compile(r"\.[a-z0-9-]{2}")  # found far faster: no address is without
_HEAD = 2000
_LONG = 5


class Place(NamedTuple):
    """A province or city: `shown` is how it stands after "Thành ủy" or "Tỉnh ủy"."""

    name: str
    shown: str
    city: bool
    since: date | None = None


def older_tones(folded: str) -> str:
    """Lower-case `folded` with the few placements that names of bodies and places differ in made
    one ("ủy" → "uỷ"); as long as `folded`, and far cheaper than folding every syllable.
    """
    return folded.replace("ủy", "uỷ").replace("òa", "oà").replace("óa", "oá")


@cache
def _places() -> dict[str, Place]:
    """Every spelling of a place in lower case → the place."""
    found = {}
    for row in load("provinces")["province"]:
        name = row["name"]
        place = Place(name, row.get("shown", name), row.get("city", False), row.get("from"))
        for spelling in (name, *row.get("aliases", ())):
            found[older_tones(lower(spelling))] = place
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = any_of(_places())
    return re.compile(
        rf"(?:(?:tỉnh|thành phố|tp\.?) ?)?(?P<name>{names}|bà rịa ?[-–] ?vũng tàu)(?!\w)"
    )


def _place(name: str) -> Place:
    return _places().get(name) or _places()["bà rịa - vũng tàu"]


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf" {any_of(('việt nam', *_places()))}(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"[ \n(]{any_of(_places())}(?!\w)")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"t(?:ỉnh|hành|p)(?: uỷ| phố|\.)? (?={_pattern().pattern})")


@cache
def _parts() -> tuple[tuple[str, Place], ...]:
    return tuple(
        (older_tones(lower(part)), _places()[older_tones(lower(row["name"]))])
        for row in load("provinces")["province"]
        for part in row.get("parts", ())
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(anywhere(part for part, _ in _parts()))


@cache
def place_endings() -> frozenset[str]:
    """The last three letters of every spelling of a place."""
    return frozenset(name[-3:] for name in _places())


def place_at(folded: str, at: int) -> tuple[Place, int] | None:
    """The place whose name stands at `at` of `folded` (see `older_tones`), and where it ends."""
    found = _pattern().match(folded, at)
    if found is None:
        return None
    return _place(found["name"]), found.end()


def place_heading(folded: str, at: int) -> Place | None:
    """The place that a headline beginning at `at` opens with: "Vĩnh Long: …"."""
    found = place_at(folded, at)
    return found[0] if found and folded.startswith((":", " - ", " – "), found[1]) else None


def place_of_address(folded: str) -> Place | None:
    """The place for which the first address of a site that names one stands: "baoquangninh.vn"."""
    if not _DOT_WITHIN.search(folded, 0, _HEAD):
        return None
    for found in _ADDRESS.finditer(folded, 0, _HEAD):
        host = found[0].replace("-", "")
        named = [slug for slug in _slugs() if slug in host]
        if named:
            return _slugs()[max(named, key=len)]
    return None


@cache
def _slugs() -> dict[str, Place]:
    """Each place's name as addresses spell it; the shortest may be a part of any word."""
    names = [row["name"] for row in load("provinces")["province"]]
    spelled = {re.sub("[ -]", "", bare(name)): _place(older_tones(lower(name))) for name in names}
    return {slug: place for slug, place in spelled.items() if len(slug) >= _LONG}


def places_in(folded: str, start: int, end: int) -> Iterator[int]:
    """Where each place named between `start` and `end` ends, the country itself among them."""
    for found in _anywhere().finditer(folded, start, end):
        yield found.end()


def named_places(text: str, folded: str) -> Iterator[Place]:
    """Every place that `text` names behind a blank, as often as it does: small letters tell that
    "hòa bình" is peace.
    """
    for found in _named().finditer(folded):
        at = found.start() + 1
        if text[at].isupper() and (place := place_at(folded, at)):
            yield place[0]


def places_told(folded: str) -> list[Place]:
    """The provinces and cities of that rank that `folded` names as one ("tỉnh …"), those that it
    names most often first.
    """
    votes: Counter[Place] = Counter()
    for name, count in Counter([told["name"] for told in _told().finditer(folded)]).items():
        votes[_place(name)] += count
    return [place for place, _ in votes.most_common()]


def city_of_parts(folded: str) -> Place | None:
    """The city of a province's rank most of whose parts `folded` names."""
    if not _part().search(folded):
        return None
    votes = Counter(place for part, place in _parts() if part in folded)
    return votes.most_common(1)[0][0]
