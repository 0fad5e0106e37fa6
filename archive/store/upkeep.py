"""Looking after an archive: what is damaged, what is put aside, what is deleted for good.

Nothing is ever mended by throwing something away: a file that cannot be used goes to `damaged/`,
with the folders it lay in, where a person finds it.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from archive.corrections import unsound
from archive.errors import ArchiveDamaged
from archive.store.durable import force, move, writing
from archive.store.lookup import saved
from archive.store.naming import id_of
from archive.store.reportfile import Kept

if TYPE_CHECKING:
    from archive.store import Store

DAMAGED = "damaged"
_NAMED = re.compile(rb'(?m)^original = "([0-9a-f]{64}(?:\.[a-z0-9]{1,8}){0,2})"$')


def verify(store: "Store") -> Iterator[ArchiveDamaged]:
    """Everything that is not as it should be, as errors that are not raised."""
    seen: dict[str, str] = {}
    named: set[str] = set()
    for path, entry in sorted(store.files(binned=True)):
        if entry.id in seen:
            yield ArchiveDamaged("double-id", path=path, other=seen[entry.id], id=entry.id)
        seen[entry.id] = path
        try:
            kept = store.kept_at(Path(path))
        except ArchiveDamaged as damage:
            yield damage
            if original := original_of(store, Path(path)):
                named.add(original.name)
            continue
        if wrong := unsound(kept.corrections):
            yield ArchiveDamaged("wrong-correction", path=path, id=kept.id, fields=", ".join(wrong))
        for name in (kept.original, *kept.earlier):
            named.add(name)
            yield from _verify_original(store, name, kept)
    yield from _lost(store, named)


def _lost(store: "Store", named: set[str]) -> Iterator[ArchiveDamaged]:
    """The reports whose files are gone, though what they were read from is there.

    What no report was ever read from is left of an import that was stopped.
    """
    rows, _ = saved(store.folder)
    aside = {id_of(path.name) for path in (store.folder / DAMAGED).rglob("*")}
    known = {row.original: row.id for row in rows.values() if row.id not in aside}
    for path in store.originals():
        report_id = known.get(path.name.partition(".")[0])
        if report_id and path.name not in named:
            yield ArchiveDamaged("lost-report", path=str(path), id=report_id)


def _verify_original(store: "Store", name: str, kept: Kept) -> Iterator[ArchiveDamaged]:
    path = store.original_path(name)
    if not path.is_file():
        yield ArchiveDamaged("missing-original", path=str(path), id=kept.id)
    elif hashlib.sha256(path.read_bytes()).hexdigest() != name.partition(".")[0]:
        yield ArchiveDamaged("changed-original", path=str(path), id=kept.id)


def put_aside(store: "Store", path: Path) -> Path:
    """Move a file of the archive to `damaged/`; where it lies now. The caller holds the lock."""
    target = store.folder / DAMAGED / path.relative_to(store.folder)
    number = 2
    while target.exists():
        target = target.with_name(f"{path.name}.{number}")
        number += 1
    with writing(store.folder):
        move([(path, target)])
    return target


def original_of(store: "Store", path: Path) -> Path | None:
    """The imported file that a damaged report came from, where it is there, unchanged: as its file
    still names it, else as the table remembers that it did.
    """
    try:
        found = _NAMED.search(path.read_bytes())
        original = store.original_path(found[1].decode()) if found else _remembered(store, path)
        data = original.read_bytes() if original else b""
    except OSError:
        return None
    whole = original and hashlib.sha256(data).hexdigest() == original.name.partition(".")[0]
    return original if whole else None


def _remembered(store: "Store", path: Path) -> Path | None:
    rows, _ = saved(store.folder)
    row = rows.get(id_of(path.name) or "")
    if row is None or not row.original:
        return None
    return next(store.original_path(row.original).parent.glob(f"{row.original}*"), None)


def empty_bin(store: "Store") -> list[str]:
    """Delete what lies in the bin, and the imported files that nothing kept came from; the ids.

    Files that cannot be read keep every imported file: who knows which of them they name. The
    caller holds the lock.
    """
    binned = {Path(path): entry.id for path, entry in store.files(binned=True)}
    binned = {path: name for path, name in binned.items() if store.is_binned(path)}
    loose: set[str] = set()
    with writing(store.folder):
        for path in binned:
            loose |= _originals(store, path) or set()
            path.unlink()
        for folder in {path.parent for path in binned}:
            force(folder)
    for path_name, _ in store.files() if loose else ():
        named = _originals(store, Path(path_name))
        loose = set() if named is None else loose - named
        if not loose:
            break
    with writing(store.folder):
        for name in loose:
            store.original_path(name).unlink(missing_ok=True)
    return sorted(binned.values())


def _originals(store: "Store", path: Path) -> set[str] | None:
    """The imported files that the report in `path` came from; None where it cannot be read."""
    try:
        kept = store.origin_at(path)
    except ArchiveDamaged:
        return None
    return {kept.original, *kept.earlier}
