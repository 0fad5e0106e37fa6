"""The archive: a folder that belongs to a person, one readable file a report.

    archive.toml                     that this is an archive, and the version of its form
    reports/<year or undated>/<id>.txt   a report: what was read of it, and its text
    originals/<2 hex>/<sha256>.<suffix>  the files that were imported, to the byte
    bin/                             removed reports, in folders as under reports
    damaged/                         files put aside by a repair
    lookup.tsv, tmp/                 rebuilt when missing

Files are the truth; everything else can be rebuilt from them. Readers need no lock and always see
whole files; one writer works at a time (`lock`), and what it writes is there wholly or not at all
(`durable`).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import get_ident

from archive.corrections import Changes
from archive.errors import (
    AmbiguousReport,
    ArchiveDamaged,
    ArchiveError,
    ArchiveReadOnly,
    ArchiveTooNew,
    UnknownReport,
    stopped_at,
)
from archive.importing import Source
from archive.report import Report
from archive.store.durable import Staging, make_folder, stamp, writing
from archive.store.lock import NAMES as LOCK_NAMES
from archive.store.lock import WriterLock
from archive.store.lookup import NAME as LOOKUP_NAME
from archive.store.lookup import Row, row_of
from archive.store.naming import id_of
from archive.store.prepared import Prepared
from archive.store.reportfile import Kept, decode, decode_origin
from archive.store.shelves import Entry, Shelves, bytes_of, holds_reports, why
from archive.store.upkeep import DAMAGED, empty_bin, put_aside
from archive.store.writer import Outcome, Writer
from archive.vietnamese import nfc

FORMAT = 1
OWN = "archive.toml"
_PARTS = ("reports", "originals", "bin")
_OURS = {OWN, *_PARTS, DAMAGED, "tmp", LOOKUP_NAME, *LOCK_NAMES}
_SHOWN = 5  # of the ids that an ambiguous prefix could mean


class Store(Shelves):
    """An open archive. `folder` is where it lies; a `read_only` one refuses every change."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder)
        self.read_only = read_only
        self._lock = WriterLock(folder)
        self._writer: Writer | None = None
        self._onlooker: Writer | None = None  # only recognises, so that it needs no lock

    def __reduce__(self) -> tuple[object, ...]:
        """In another process an archive is opened anew, with no lock held."""
        return partial(Store, read_only=self.read_only), (self.folder,)

    # ---- opening

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> "Store":
        """The archive in `folder`.

        Raises ArchiveError (`no-archive`) where there is none, ArchiveTooNew for the form of a
        later program, ArchiveDamaged where archive.toml cannot be read or is lost.
        """
        import tomli

        own, said = folder / OWN, ""
        try:
            said = own.read_text(encoding="utf-8")
            version = tomli.loads(said)["format"]
        except (FileNotFoundError, NotADirectoryError):
            if holds_reports(folder):
                raise ArchiveDamaged("lost-archive", path=str(own)) from None
            raise ArchiveError("no-archive", path=str(folder)) from None
        except (OSError, ValueError, KeyError) as error:
            reason = why(error) if isinstance(error, OSError) else stopped_at(error, said)
            raise ArchiveDamaged("broken-archive", path=str(own), why=reason) from error
        if not isinstance(version, int):
            raise ArchiveDamaged("broken-archive", path=str(own), why=f"format = {version!r}")
        if version > FORMAT:
            raise ArchiveTooNew("too-new", path=str(folder), format=version, known=FORMAT)
        return cls(folder, read_only=read_only)

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """The archive in `folder`, made where there is none.

        Raises ArchiveError (`not-empty`) for a folder that holds something else,
        ArchiveUnwritable, and as `open`.
        """
        if (folder / OWN).exists() or holds_reports(folder):
            return cls.open(folder)
        with writing(folder):
            if folder.exists() and any(item.name not in _OURS for item in folder.iterdir()):
                raise ArchiveError("not-empty", path=str(folder))
            for part in _PARTS:
                make_folder(folder / part)
        # archive.toml comes last: with it the archive is whole.
        own = Staging(folder / "tmp")
        own.put(folder / OWN, f"# xdd-tui: an archive of reports\nformat = {FORMAT}\n".encode())
        own.settle()
        return cls.open(folder)

    # ---- reading

    def entries(self) -> Iterator[Entry]:
        """Every report's id and stamp, without opening a file; in no order."""
        return (entry for _, entry in self.files())

    def has(self, report_id: str) -> bool:
        """Is there a report with exactly this id?"""
        try:
            self.find(nfc(report_id))
        except UnknownReport:
            return False
        return True

    def resolve(self, name: str, *, binned: bool = False) -> str:
        """The id that `name` is, or that begins with `name`; if `binned` of a removed report.

        Raises UnknownReport, or AmbiguousReport where several ids begin so.
        """
        wanted = nfc(name.strip())
        if not wanted:
            raise UnknownReport("no-id")
        try:
            self.find(wanted, binned=binned)
        except UnknownReport as missing:
            ids = self.bin() if binned else [entry.id for entry in self.entries()]
            found = sorted(one for one in ids if wanted and one.startswith(wanted))
            if not found:
                raise UnknownReport(missing.code, name=name) from None
            if len(found) > 1:
                some = "; ".join(found[:_SHOWN]) + ("; …" if len(found) > _SHOWN else "")
                raise AmbiguousReport(
                    "many-reports", name=name, found=some, count=len(found)
                ) from None
            return found[0]
        return wanted

    def get(self, report_id: str) -> Report:
        """The report as people corrected it.

        Raises UnknownReport, or ArchiveDamaged where its file is broken.
        """
        return self.kept(report_id).as_said

    def kept(self, report_id: str) -> Kept:
        """The report as read, where it came from, and what people corrected; raises as `get`."""
        return self.kept_at(self.find(nfc(report_id)))

    def kept_at(self, path: Path) -> Kept:
        """The report in the file `path`; raises ArchiveDamaged."""
        return self._decoded(path, decode)

    def origin_at(self, path: Path) -> Kept:
        """As `kept_at`, the text as it now is, and nothing that was read out of it."""
        return self._decoded(path, decode_origin)

    def _decoded(self, path: Path, how: Callable[[bytes, str], Kept]) -> Kept:
        kept = how(bytes_of(path), str(path))
        if kept.id != id_of(path.name):
            raise ArchiveDamaged("wrong-id", path=str(path), id=kept.id)
        return kept

    def stamp_of(self, report_id: str) -> str:
        """The stamp of a report's file as it now is; raises UnknownReport."""
        with suppress(FileNotFoundError):  # removed while we look
            return stamp(self.find(nfc(report_id)).stat())
        raise UnknownReport("no-report", name=report_id)

    def row(self, path: Path) -> Row | None:
        """What the report in `path` is recognised by; None where the file is broken."""
        try:
            return row_of(self.origin_at(path), stamp(path.stat()))
        except (ArchiveDamaged, OSError):
            return None

    def source(self, report_id: str) -> Source:
        """What the report was read from, to be read anew; `original` is empty where it is missing.

        Raises as `get`, but takes a text that somebody edited as it now is.
        """
        kept = self.origin_at(self.find(nfc(report_id)))
        original = self.original_path(kept.original)
        return Source(
            text=kept.report.text,
            name=kept.name,
            original=original.read_bytes() if original.is_file() else b"",
            suffix=original.suffix,
            id=kept.given_id,
            title=kept.given_title,
            published=kept.given_published,
            url=kept.url,
        )

    def bin(self) -> list[str]:
        """The ids of removed reports."""
        every = self.files(binned=True)
        return sorted(entry.id for path, entry in every if self.is_binned(Path(path)))

    # ---- writing

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write much at once: the lock is held throughout, and the disk is forced now and then.

        What is added can be read when the batch ends; a crash loses at most the last thousand.
        Raises ArchiveReadOnly and ArchiveLocked.
        """
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        if self.read_only:
            raise ArchiveReadOnly("read-only", path=str(self.folder))
        if self._writer and self._writer.thread == get_ident():
            yield self._writer
            return
        with self._lock.held():
            self._writer = writer = Writer(self)
            self._onlooker = None
            try:
                writer.clear()
                yield writer
            finally:
                self._writer = None
                writer.settle()

    def add(self, report: Report, source: Source, prepared: Prepared | None = None) -> Outcome:
        """Keep `report`, read from `source`; the outcome says which id it has.

        The same report again changes nothing; a new state of it (the same address or given id,
        another text) takes the old one's place and id. `prepared` is what `prepare` makes of the
        two, where that is done already. Raises ArchiveError.
        """
        with self._writing() as writer:
            return writer.add(report, source, prepared)

    def recognise(self, source: Source) -> str | None:
        """The id of the report that `source` is, in whatever state, also in the bin; else None.

        Needs no lock and writes nothing.
        """
        writer = self._writer or self._onlooker
        if writer is None:
            writer = self._onlooker = Writer(self)
        row = writer.recognise(source)
        return row.id if row else None

    def replace(self, report_id: str, report: Report) -> None:
        """Put a newer reading of the same text in the place of the one that is kept."""
        with self._writing() as writer:
            writer.replace(report, report_id)

    def correct(self, report_ids: Iterable[str], changes: Changes) -> list[str]:
        """Keep what people say of reports (see `archive.corrections`); the ids of those changed.

        Each report's change is one step of `undo`. Raises UnknownReport, WrongCorrection and
        ArchiveDamaged before anything is written.
        """
        return self._rewrite(report_ids, lambda kept: kept.corrected(changes))

    def undo(self, report_ids: Iterable[str]) -> list[str]:
        """Take each report's last correction back; the ids of those that had one.

        Raises UnknownReport and ArchiveDamaged before anything is written.
        """
        return self._rewrite(report_ids, Kept.undone)

    def amend(self, report_id: str, change: Callable[[Kept], Kept | None]) -> None:
        """Write a report's file anew as `change` makes it, where it makes another."""
        self._rewrite([report_id], change)

    def _rewrite(
        self, report_ids: Iterable[str], change: Callable[[Kept], Kept | None]
    ) -> list[str]:
        with self._writing() as writer:
            writer.settle()
            every = [change(self.kept(i)) for i in dict.fromkeys(map(nfc, report_ids))]
            changed = [kept for kept in every if kept]
            for kept in changed:
                writer.rewrite(kept)
            return [kept.id for kept in changed]

    def remove(self, report_ids: Iterable[str]) -> None:
        """Take reports out, into the bin. Raises UnknownReport before anything is moved."""
        with self._writing() as writer:
            self._shift(writer, "reports", "bin", [self.find(nfc(i)) for i in report_ids])

    def empty_bin(self) -> list[str]:
        """Delete the removed reports for good, and the imported files that no other report came
        from; the ids of those that went.
        """
        with self._writing() as writer:
            writer.settle()
            gone = empty_bin(self)
            writer.forget()
            return gone

    def put_aside(self, path: Path) -> Path:
        """Move a file that cannot be used to `damaged/`; where it lies now."""
        with self._writing() as writer:
            writer.settle()
            aside = put_aside(self, path)
            writer.forget()
            return aside

    def put_back(self, report_ids: Iterable[str]) -> None:
        """Bring reports back out of the bin; what is not in it stays as it is."""
        with self._writing() as writer:
            paths = [self.find(nfc(i), binned=True) for i in report_ids]
            self._shift(writer, "bin", "reports", [p for p in paths if self.is_binned(p)])

    def _shift(self, writer: Writer, here: str, there: str, paths: list[Path]) -> None:
        base = self.folder / there
        writer.move([(path, base / path.relative_to(self.folder / here)) for path in paths])
