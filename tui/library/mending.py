"""Repairing an archive: what each damaged file allows is done, and nothing is thrown away.

A text that was edited by hand is read anew; a report whose file is broken is read again from the
file that was imported, where that is there unchanged, with what people corrected as far as the
broken file still tells, and that put aside; so is a report whose file is gone; what a person
said that says nothing is dropped from the corrections (undoing brings it back).
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archive.errors import ArchiveDamaged, XddError

if TYPE_CHECKING:
    from archive.importing import Source
    from archive.store import Store
    from tui.library import Library

_NAMED = 3  # of the reports that are left out
_HOPELESS = ("missing-original", "changed-original", "unreadable-folder")


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done about one damage.

    `done` is `read-anew`, `from-original` (its broken file lies in `aside`), `brought-back` (there
    was no file any more), `put-aside` or `corrections-dropped`; `id` is the report that stands now,
    None where none does.
    """

    damage: ArchiveDamaged
    done: str
    id: str | None = None
    aside: str | None = None


class Trouble(NamedTuple):
    """What the last update had to do without: a sentence of the catalogue, and its facts."""

    key: str
    facts: dict[str, object]


def troubles(library: "Library") -> Iterator[Trouble]:
    """What people should know though everything goes on: reports that cannot be read, an index
    that could not be written where it belongs.
    """
    left_out, refused = library.ask(lambda index: (index.left_out, index.refused))
    if left_out:
        some = "; ".join((*left_out[:_NAMED], *(["…"] if len(left_out) > _NAMED else [])))
        yield Trouble("cli.left-out", {"count": len(left_out), "ids": some})
    if refused:
        yield Trouble("cli.makeshift", {"path": refused[0], "why": refused[1]})


def mend(library: "Library") -> tuple[Mended, ...]:
    """Do what can be done about all that is damaged. Raises ArchiveReadOnly and ArchiveLocked."""
    from archive.store.upkeep import verify

    store = library.store
    with store.batch():
        return tuple(
            done
            for damage in list(verify(store))
            if damage.code not in _HOPELESS
            for done in _mended(store, damage)
        )


def _mended(store: "Store", damage: ArchiveDamaged) -> Iterator[Mended]:
    from archive.store.reportfile import Kept

    path = Path(str(damage.facts["path"]))
    if not path.is_file():
        return
    if damage.code == "lost-report":
        if found := _brought_back(store, path, str(damage.facts["id"])):
            yield Mended(damage, "brought-back", found)
        return
    if damage.code == "wrong-correction":
        report_id = str(damage.facts["id"])
        if not store.is_binned(path):
            store.amend(report_id, Kept.without_unsound)
            yield Mended(damage, "corrections-dropped", report_id)
        return
    if damage.code == "edited-text" and not store.is_binned(path):
        with suppress(XddError):
            report_id = store.origin_at(path).id
            _read_anew(store, report_id)
            yield Mended(damage, "read-anew", report_id)
            return
    yield _put_aside(store, path, damage)


def _read_anew(store: "Store", report_id: str) -> None:
    from archive.reading import read

    store.replace(report_id, read(store.source(report_id)))


def _put_aside(store: "Store", path: Path, damage: ArchiveDamaged) -> Mended:
    """Put the file aside; the report is read again from its original where that still is."""
    from archive.store.naming import id_of
    from archive.store.reportfile import salvaged
    from archive.store.upkeep import original_of

    original = original_of(store, path)
    wanted = id_of(path.name)
    binned = store.is_binned(path)
    corrections, history = salvaged(path.read_bytes())
    aside = str(store.put_aside(path))
    if original and wanted and not binned and damage.code != "double-id":
        found = _brought_back(store, original, wanted)
        if found and (corrections or history):
            store.amend(found, partial(replace, corrections=corrections, history=history))
        if found:
            return Mended(damage, "from-original", found, aside)
    return Mended(damage, "put-aside", None, aside)


def _brought_back(store: "Store", original: Path, wanted: str) -> str | None:
    """The id of the report, read again from its original; None where that does not tell it."""
    from archive.importing import load
    from archive.reading import read

    with suppress(XddError):
        sources = [_line(original)] if original.suffix == ".json" else list(load(original))
        # An original of many articles does not tell which of them this was.
        if len(sources) == 1:
            source = replace(sources[0], id=wanted, name=original.name)
            if store.recognise(source) is None:
                return store.add(read(source), source).id
    return None


def _line(original: Path) -> "Source":
    """The one report in an original that was a line of a collection."""
    from archive.importing.jsonlines import read_line

    return read_line(original.read_bytes(), original.name)
