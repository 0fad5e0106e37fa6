"""One session of writing into an archive, under the writer's lock.

What is added waits aside and is taken to its place every thousand reports and at the end:
originals first, so that no report ever stands without the file it came from.
"""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Literal

from archive.errors import ArchiveDamaged, UnknownReport
from archive.importing import Source
from archive.importing.cleaning import one_line
from archive.record import READER
from archive.report import Report
from archive.resemblance import REPRINT, text_likeness
from archive.store.durable import Staging, move, writing
from archive.store.lookup import Lookup, Row, row_of
from archive.store.naming import given_id
from archive.store.prepared import Prepared, prepare
from archive.store.reportfile import Kept, encode, text_hash

if TYPE_CHECKING:
    from archive.store import Store

BATCH = 1000
_LATEST = 3  # reports from one place that a changed text is compared with
_SUFFIX = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report that was brought in, and the id it has.

    `same`: it was there already; `updated`: an older state of it was there and is replaced.
    """

    verdict: Literal["added", "updated", "same"]
    id: str


class Writer:
    """The open session; `settle` ends it. Only the `thread` that began it may write."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.thread = get_ident()
        aside = store.folder / "tmp"
        self._originals = Staging(aside)
        self._reports = Staging(aside)
        self._lookup: Lookup | None = None
        self._failed = False

    @property
    def lookup(self) -> Lookup:
        """What every report, also those in the bin, can be recognised by."""
        if self._lookup is None:
            store = self._store
            files = list(store.files(binned=True))
            places = {entry.id: path for path, entry in files}

            def read(report_id: str) -> Row | None:
                return store.row(Path(places[report_id]))

            self._lookup = Lookup(store.folder, (entry for _, entry in files), read)
        return self._lookup

    def recognise(self, source: Source, ready: Prepared | None = None) -> Row | None:
        """The report that `source` is, in whatever state; None where it is new.

        A given id or an address tells an article through its changes; else the same file or the
        same text does, or nearly the same text from the same place. Two that give different ids, or
        the same id and different addresses, are two.
        """
        given, url = given_id(source.id), one_line(source.url)
        row = self.lookup.find("given", given)
        if row:
            return None if url and row.url and url != row.url else row
        row = self.lookup.find("url", url)
        if row and not (given and row.given):
            return row
        original = ready.original if ready else hashlib.sha256(source.original).hexdigest()
        text = ready.text if ready else text_hash(source.text)
        for name, mark in (("original", original), ("text", text)):
            row = self.lookup.find(name, mark)
            if row and not (given and row.given):
                return row
        return self._changed(source, given, url)

    def _changed(self, source: Source, given: str | None, url: str | None) -> Row | None:
        """The report that came from the same place and has nearly the same text: a file that
        somebody has edited.
        """
        for row in self.lookup.named(_place(source))[-_LATEST:]:
            if (given and row.given) or (url and row.url):
                continue
            with suppress(ArchiveDamaged, UnknownReport):
                # Who only recognises has nothing that waits, and must not write.
                waits = bool(len(self._reports))
                path = self._find(row.id) if waits else self._store.find(row.id, binned=True)
                before = self._store.origin_at(path).report
                if text_likeness(before.text, source.text) >= REPRINT:
                    return row
        return None

    def add(self, report: Report, source: Source, prepared: Prepared | None) -> Outcome:
        """Keep `report`, read from `source`, unless it is there."""
        ready = prepared or prepare(report, source)
        row = self.recognise(source, ready)
        if row is None:
            wanted = given_id(source.id) or ready.stem
            kept = self._kept(report, source, self.lookup.free_id(wanted), ready)
            self._write(self._store.path_for(kept.id, report.year), kept, source, ready.reading)
            return Outcome("added", kept.id)
        return self._again(row, report, source, ready)

    def _again(self, row: Row, report: Report, source: Source, ready: Prepared) -> Outcome:
        """Bring in anew what is kept as `row`."""
        path = self._find(row.id)
        binned = self._store.is_binned(path)
        if binned:
            self._store.put_back([row.id])
            path = self._find(row.id)
        kept = self._kept(report, source, row.id, ready)
        if row.original == ready.original:
            if not self._stands(kept.original, source):
                # The same file may have come under another ending.
                self._keep_original(self._store.origin_at(path).original, source)
            return Outcome("added" if binned else "same", row.id)
        before = self._store.origin_at(path)
        if not _same_article(before, kept):
            earlier = dict.fromkeys((*before.earlier, before.original))
            kept = replace(
                kept,
                url=kept.url or before.url,
                corrections=before.corrections,
                history=before.history,
                imported=before.imported,
                earlier=tuple(name for name in earlier if name != kept.original),
            )
            self._write(path, kept, source, ready.reading)
            return Outcome("updated", row.id)
        return Outcome("added" if binned else "same", row.id)

    def _find(self, report_id: str) -> Path:
        """Where a report stands now; where it still waits, what waits is taken to its place."""
        with suppress(UnknownReport):
            path = self._store.find(report_id, binned=True)
            if path not in self._reports:
                return path
        self.settle()
        return self._store.find(report_id, binned=True)

    def _kept(self, report: Report, source: Source, report_id: str, ready: Prepared) -> Kept:
        suffix = source.suffix.lower()
        url, name = one_line(source.url), _place(source)
        return Kept(
            report=replace(report, id=report_id, source=url or name),
            name=name,
            original=ready.original + (suffix if _SUFFIX.fullmatch(suffix) else ""),
            imported=datetime.now(UTC),
            url=url,
            given_id=given_id(source.id),
            given_title=one_line(source.title),
            given_published=source.published,
        )

    def _write(
        self, path: Path, kept: Kept, source: Source | None, reading: str | None = None
    ) -> None:
        if source:
            self._keep_original(kept.original, source)
        written = self._reports.put(path, encode(kept, reading))
        self.lookup.enter(row_of(kept, written))
        if len(self._reports) >= BATCH:
            self.settle()

    def _keep_original(self, name: str, source: Source) -> None:
        """Put the imported file into its place, where it does not stand there unchanged."""
        if not self._stands(name, source):
            self._originals.put(self._store.original_path(name), source.original)

    def _stands(self, name: str, source: Source) -> bool:
        place = self._store.original_path(name)
        if place in self._originals:
            return True
        return place.is_file() and place.read_bytes() == source.original

    def replace(self, report: Report, report_id: str) -> None:
        """Put a newer reading in the place of the one that is kept."""
        path = self._find(report_id)
        before = self._store.origin_at(path)
        kept = replace(
            before,
            report=replace(report, id=report_id, source=before.report.source),
            reader=READER,
        )
        self._write(path, kept, None)

    def rewrite(self, kept: Kept) -> None:
        """Write the file of a kept report anew."""
        self._write(self._find(kept.id), kept, None)

    def move(self, pairs: list[tuple[Path, Path]]) -> None:
        """Rename reports' files for good."""
        self.settle()
        with writing(self._store.folder):
            move(pairs)

    def forget(self) -> None:
        """Look anew at what there is to be recognised."""
        self._lookup = None

    def clear(self) -> None:
        """Take away what an earlier writer that was killed left behind."""
        self._reports.clear()

    def settle(self) -> None:
        """Make all that was written stay.

        After a failure nothing more is taken into place: a disk that once refused to force a file
        may say yes the next time and have lost it, and no report may come without its original.
        """
        if self._failed:
            return
        self._failed = True
        self._originals.settle()
        self._reports.settle()
        if self._lookup:
            self._lookup.save()
        self._failed = False


def _place(source: Source) -> str:
    """Where `source` came from, as it is kept."""
    return one_line(source.name) or "?"


def _same_article(before: Kept, now: Kept) -> bool:
    """Does the new state say what the kept one says?"""
    return (before.report.text, before.given_title, before.given_published) == (
        now.report.text,
        now.given_title,
        now.given_published,
    )
