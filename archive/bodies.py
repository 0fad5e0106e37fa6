"""Bodies through time: the names of one body, what took over from it, a cluster's members.

The registry knows the provinces and commissions that were merged or renamed; a person adds more in
`bodies.toml` in the archive's folder::

    [[body]]
    name = "Ban Tổ chức Tỉnh ủy Bắc Giang"
    aliases = ["Ban TC tỉnh Bắc Giang"]        # other names of the same body: this merges them
    into = "Ban Tổ chức Tỉnh ủy Bắc Ninh"      # what took over from it
    until = 2025-07-01                         # the day it did, if known
    members = []                               # of a cluster
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from archive.errors import SettingsError, stopped_at
from archive.reading.names import in_full
from archive.reading.organ import Organ
from archive.reading.organs import find_organs
from archive.reading.places import Place, older_tones
from archive.registry import load
from archive.vietnamese import lower, nfc

FILE = "bodies.toml"
_LISTS = ("aliases", "members")
_KNOWN = ("name", "into", "until", *_LISTS)
# The committees of a Khối ended before the provinces were merged, and nothing took over whole.
_DISSOLVED = re.compile(r"Đảng (?:ủy|bộ) Khối\b", re.IGNORECASE)
_OF_PROVINCE = re.compile(r"(?:tỉnh|thành phố) (?P<name>[^,;]+)$")


@dataclass(frozen=True, slots=True)
class OwnBody:
    """What a person says of one body: one table of `bodies.toml`."""

    name: str
    aliases: tuple[str, ...] = ()
    into: str | None = None
    until: date | None = None
    members: tuple[str, ...] = ()


class Bodies:
    """What is known of bodies: the registry, and over it what a person says of `own` ones."""

    def __init__(self, own: tuple[OwnBody, ...] = ()) -> None:
        self._own = {_key(body.name): body for body in own}
        self._lines: dict[str, str] = {}
        self._names = {_key(name): body.name for body in own for name in body.aliases}

    def canonical(self, name: str) -> str:
        """The full name of the body that `name` means, spelled as the registry spells it."""
        full = _spelled(name)
        return self._names.get(in_full(full), full)

    def line(self, name: str) -> str:
        """A key that all names of one body share through renamings: its series is found by it."""
        line = self._lines.get(name)
        if line is None:
            line = in_full(self._followed(self.canonical(name), renamed=True)[-1])
            self._lines[name] = line
        return line

    def same(self, a: str, b: str) -> bool:
        """Do the two names mean one body, under whatever name of its time?"""
        return self.line(a) == self.line(b)

    def successors(self, name: str) -> tuple[str, ...]:
        """What took over from the body, and from that in turn, the first first."""
        return tuple(self._followed(self.canonical(name), renamed=False)[1:])

    def until(self, name: str) -> date | None:
        """The day on which something took over from the body; None where none did, or where the
        day is not known.
        """
        full = self.canonical(name)
        own = self._own.get(in_full(full))
        if own and own.into:
            return own.until
        organ = _organ(full)
        row = _heir(full, organ) if organ else None
        return row["until"] if row else None

    def members(self, name: str) -> tuple[str, ...]:
        """The members of a cluster, by a person's word or else by the region that it is named for;
        none where neither tells.
        """
        full = self.canonical(name)
        own = self._own.get(in_full(full))
        return own.members if own and own.members else tuple(_of_region(full))

    def _followed(self, name: str, *, renamed: bool) -> list[str]:
        """`name` and what followed it; with `renamed` only where the body itself went on."""
        chain = [name]
        seen = {in_full(name)}
        while following := self._next(chain[-1], renamed=renamed):
            following = self.canonical(following)
            if in_full(following) in seen:
                break
            seen.add(in_full(following))
            chain.append(following)
        return chain

    def _next(self, name: str, *, renamed: bool) -> str | None:
        own = self._own.get(in_full(name))
        if own and own.into:
            return None if renamed else own.into
        organ = _organ(name)
        return _taken_over(name, organ, renamed=renamed) if organ else None


def read_bodies(folder: Path) -> Bodies:
    """The bodies as the registry and the `bodies.toml` in the archive's `folder` tell them.

    Raises SettingsError, its facts naming the file and the key, for a file that says what cannot
    be; where there is no file, the registry stands alone.
    """
    file = folder / FILE
    try:
        text = file.read_text("utf-8")
        tables = tomli.loads(text)
    except FileNotFoundError:
        return Bodies()
    except tomli.TOMLDecodeError as error:
        why = stopped_at(error, text)
        raise SettingsError("setting-syntax", path=str(file), why=why) from None
    except UnicodeDecodeError:
        raise SettingsError("not-text", path=str(file)) from None
    except OSError as error:
        raise SettingsError("unreadable", path=str(file), why=error.strerror) from None
    for key in tables:
        if key != "body":
            raise SettingsError("setting-unknown", path=str(file), key=key, allowed="[[body]]")
    rows = tables.get("body", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong(file, "body", "[[body]]")
    own = tuple(_own(file, at, row) for at, row in enumerate(rows, start=1))
    _check_once(file, own)
    return Bodies(own)


def _own(file: Path, at: int, row: dict[str, Any]) -> OwnBody:
    until = row.get("until")
    if until is not None and type(until) is not date:
        raise _wrong(file, f"body {at}: until", "2025-07-01")
    for key, value in row.items():
        where = f"body {at}: {key}"
        if key not in _KNOWN:
            allowed = ", ".join(_KNOWN)
            raise SettingsError("setting-unknown", path=str(file), key=where, allowed=allowed)
        if key == "until":
            continue
        texts = value if key in _LISTS else [value]
        if not isinstance(texts, list) or not all(isinstance(t, str) and t.strip() for t in texts):
            raise _wrong(file, where, '["…", "…"]' if key in _LISTS else '"…"')
    if "name" not in row:
        raise _wrong(file, f"body {at}: name", '"…"')
    members = tuple(map(_spelled, row.get("members", ())))
    name, aliases = _spelled(row["name"]), tuple(row.get("aliases", ()))
    return OwnBody(name, aliases, row.get("into"), until, members)


def _check_once(file: Path, own: tuple[OwnBody, ...]) -> None:
    """Raise SettingsError for a name that two tables give to different bodies."""
    told: dict[str, OwnBody] = {}
    for body in own:
        for name in (body.name, *body.aliases):
            other = told.setdefault(_key(name), body)
            if other is not body:
                raise _wrong(file, f'"{name}"', f'"{other.name}"')


def _wrong(file: Path, key: str, allowed: str) -> SettingsError:
    return SettingsError("setting-wrong", path=str(file), key=key, allowed=allowed)


def _key(name: str) -> str:
    return in_full(_spelled(name))


def _organ(name: str) -> Organ | None:
    """The body that the whole of `name` names, as reports are read."""
    folded = older_tones(lower(name))
    organ = next(find_organs(name, folded, 0, len(name)), None)
    return organ if organ and (organ.start, organ.end) == (0, len(name)) else None


@cache
def _spelled(name: str) -> str:
    """`name` in full, as the reader writes names."""
    name = nfc(" ".join(name.split()))
    organ = _organ(name)
    if organ is None:
        return name
    place = None if organ.unit else organ.place.shown if organ.place else organ.district
    return f"{organ.stem} {place}" if place else organ.stem


def _taken_over(name: str, organ: Organ, *, renamed: bool) -> str | None:
    """What the registry knows to have taken over from a body: its commission's or province's heir,
    whichever came first; with `renamed` only where the body's own work went on under that name.
    """
    row = _heir(name, organ)
    if row is None or (renamed and not row.get("renamed")):
        return None
    if row is _row("commission", organ.commission):
        return name.replace(row["name"], row["into"], 1)
    return _moved(name, organ, row["into"])


def _heir(name: str, organ: Organ) -> dict[str, Any] | None:
    """What the registry tells of the end of a body: its commission's or its province's."""
    if _DISSOLVED.match(name):
        return None
    ends = (_row("commission", organ.commission), _row("province", organ.place))
    return min((row for row in ends if row and "into" in row), key=_until, default=None)


def _until(row: dict[str, Any]) -> date:
    day: date = row["until"]
    return day


def _row(table: str, of: str | Place | None) -> dict[str, Any] | None:
    name = of.name if isinstance(of, Place) else of
    rows = load("bodies" if table == "commission" else "provinces")[table]
    return next((row for row in rows if row["name"] == name), None)


def _moved(name: str, organ: Organ, into: str) -> str | None:
    """The name of the same organ in the province `into`."""
    row = _row("province", into) or {}
    city, shown = row.get("city", False), row.get("shown", into)
    if not organ.unit:
        stem = organ.stem.replace("Tỉnh ủy", "Thành ủy") if city else organ.stem
        return f"{stem} {shown}"
    area = _OF_PROVINCE.search(name)
    if area is None:
        return None
    place = into if not city else shown if shown != into else f"thành phố {into}"
    return name[: area.start()] + (place if city else f"tỉnh {into}")


def _of_region(name: str) -> Iterator[str]:
    """The members of a cluster that is named for a region: that region's commissions."""
    organ = _organ(name)
    folded = in_full(name)
    if organ is None or organ.unit != "cluster":
        return
    commission = next(
        (
            f"{row['name']} "
            for row in load("bodies")["commission"]
            if any(word in older_tones(lower(name)) for word in (*row["found"], *row["sector"]))
        ),
        "",
    )
    for region in load("provinces")["region"]:
        if any(in_full(word) in folded for word in region["found"]):
            for place in region["provinces"]:
                row = _row("province", place) or {}
                committee = "Thành ủy" if row.get("city") else "Tỉnh ủy"
                yield f"{commission}{committee} {row.get('shown', place)}"
            return
