"""Where an archive's files lie, and which report is in which: known by their names alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from archive.errors import ArchiveDamaged, UnknownReport
from archive.store.durable import stamp
from archive.store.naming import LONGEST_NAME, SUFFIX, file_name, folder_name, id_of


class Entry(NamedTuple):
    """A report and the state of its file: as long as the stamp stays, so does the report."""

    id: str
    stamp: str


class Shelves:
    """The files in `folder`, which is an archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self, *, binned: bool = False) -> Iterator[tuple[str, Entry]]:
        """Every report's path with its entry, in no order; with those in the bin if `binned`."""
        for part in ("reports", "bin") if binned else ("reports",):
            for folder in self._folders(part):
                with _reading(folder), os.scandir(folder) as items:
                    for item in items:
                        report_id = id_of(item.name)
                        if report_id is None or not item.is_file():
                            continue
                        with suppress(FileNotFoundError):  # removed while we look
                            yield item.path, Entry(report_id, stamp(item.stat()))

    def _folders(self, part: str) -> list[Path]:
        """The folders of years under `part`, the latest first."""
        base = self.folder / part
        with _reading(base):
            if not base.is_dir():
                return []
            return sorted((item for item in base.iterdir() if item.is_dir()), reverse=True)

    def path_for(self, report_id: str, year: int | None) -> Path:
        """Where a new report goes."""
        return self.folder / "reports" / folder_name(report_id, year) / file_name(report_id)

    def original_path(self, name: str) -> Path:
        """Where the imported file `name` lies."""
        return self.folder / "originals" / name[:2] / name

    def originals(self) -> list[Path]:
        """Every imported file, by name."""
        base = self.folder / "originals"
        with _reading(base):
            return sorted(path for path in base.glob("*/*") if path.is_file())

    def is_binned(self, path: Path) -> bool:
        """Does the report's file lie in the bin?"""
        return path.is_relative_to(self.folder / "bin")

    def find(self, report_id: str, *, binned: bool = False) -> Path:
        """The file of a report; raises UnknownReport (`no-report`, `in-bin`)."""
        name = file_name(report_id)
        if len(os.fsencode(name)) > LONGEST_NAME:
            raise UnknownReport("no-report", name=report_id)
        with _reading(self.folder):
            likely = self.path_for(report_id, None)
            if likely.is_file():
                return likely
            for part in ("reports", "bin"):
                for folder in self._folders(part):
                    if (folder / name).is_file():
                        if part == "bin" and not binned:
                            raise UnknownReport("in-bin", name=report_id)
                        return folder / name
        raise UnknownReport("no-report", name=report_id)


def holds_reports(folder: Path) -> bool:
    """Do reports lie in `folder`, though its archive.toml may be lost?"""
    with suppress(OSError), os.scandir(folder / "reports") as items:
        return any(item.is_dir() for item in items)
    return False


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Turns what the disk refuses while `folder` is looked through into ArchiveDamaged."""
    try:
        yield
    except OSError as error:
        where = str(error.filename or folder)
        raise ArchiveDamaged("unreadable-folder", path=where, why=why(error)) from error


def bytes_of(path: Path) -> bytes:
    """What a report's file holds; raises UnknownReport, or ArchiveDamaged where it is refused."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnknownReport("no-report", name=path.name.removesuffix(SUFFIX)) from None
    except OSError as error:
        raise ArchiveDamaged("unreadable-report", path=str(path), why=why(error)) from error


def why(error: Exception) -> str:
    """What the system says of an error."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
