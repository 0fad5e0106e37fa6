"""Looking over what was read: what is in doubt, and what reading anew changes."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from archive import corrections, item_corrections
from archive import doubts as doubting
from archive.doubts import Doubt
from archive.errors import ArchiveDamaged, UnknownReport
from archive.rereading import Reread, differences

if TYPE_CHECKING:
    from archive.store import Store
    from archive.store.reportfile import Kept


@dataclass(frozen=True, slots=True)
class Rereading:
    """How many reports were read anew, what changed, and which could not be read."""

    reports: int
    changes: tuple[Reread, ...]
    damaged: tuple[ArchiveDamaged, ...]


def reread(store: "Store", progress: Callable[[int, int], None], *, dry_run: bool) -> Rereading:
    """Read every kept text anew and keep the new readings; with `dry_run` only tell them.

    What changed is told as people see it: a field that they corrected does not change. Raises
    ArchiveLocked and ArchiveReadOnly unless `dry_run`.
    """
    if dry_run:
        return _reread(store, progress, lambda _: None)
    with store.batch():
        return _reread(store, progress, lambda kept: store.replace(kept.id, kept.report))


def _reread(
    store: "Store", progress: Callable[[int, int], None], keep: Callable[["Kept"], None]
) -> Rereading:
    from dataclasses import replace

    from archive.reading import read

    changes: list[Reread] = []
    damaged: list[ArchiveDamaged] = []
    ids = sorted(entry.id for entry in store.entries())
    for done, report_id in enumerate(ids, 1):
        try:
            before = _before(store, report_id)
            report = read(store.source(report_id))
        except UnknownReport:
            continue  # taken away while we read
        except ArchiveDamaged as error:
            damaged.append(error)
            continue
        now = replace(before, report=replace(report, id=report_id, source=before.report.source))
        if now.report != before.report:
            changes += differences(before.as_said, now.as_said)
            keep(now)
        progress(done, len(ids))
    return Rereading(len(ids) - len(damaged), tuple(changes), tuple(damaged))


def _before(store: "Store", report_id: str) -> "Kept":
    """The report as kept; without its reading where its text was edited since."""
    try:
        return store.kept(report_id)
    except ArchiveDamaged:
        return store.origin_at(store.find(report_id))


class Review:
    """What is in doubt in all reports; `memory` is a file that spares reading them again.

    The memory may be deleted at any time, and is not believed when reports or rules changed.
    """

    def __init__(self, store: "Store", memory: Path) -> None:
        self._store = store
        self._memory = memory

    def doubts(self) -> tuple[Doubt, ...]:
        """Every doubt, most doubtful first; reports whose file is damaged are left out."""
        remembered = self._load()
        found: dict[str, Any] = {}
        for entry in self._store.entries():
            known = remembered.get(entry.id)
            if not (known and known[0] == entry.stamp):
                known = [entry.stamp, [asdict(doubt) for doubt in self._of(entry.id)]]
            found[entry.id] = known
        if found != remembered:
            self._save(found)
        every = (doubt for _, some in found.values() for doubt in _doubts(some))
        return tuple(sorted(every, key=lambda doubt: (doubt.confidence, doubt.id, doubt.field)))

    def _of(self, report_id: str) -> tuple[Doubt, ...]:
        with suppress(ArchiveDamaged, UnknownReport):
            return doubting.doubts(self._store.get(report_id))
        return ()

    def _load(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._memory.read_bytes())
            return dict(kept["reports"]) if kept["rules"] == _rules() else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _save(self, found: dict[str, Any]) -> None:
        with suppress(OSError):
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            aside = self._memory.with_suffix(f".{os.getpid()}-{get_ident()}")
            aside.write_text(json.dumps({"rules": _rules(), "reports": found}), "utf-8")
            aside.replace(self._memory)


def _rules() -> str:
    """What tells the rules of doubt from those that a memory was made by."""
    digest = hashlib.sha256()
    for module in (corrections, item_corrections, doubting):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()


def _doubts(kept: list[dict[str, Any]]) -> Iterator[Doubt]:
    for one in kept:
        place = one["place"]
        fixed = {"candidates": tuple(one["candidates"]), "place": place and tuple(place)}
        yield Doubt(**one | fixed)
