"""Which report a file or text belongs to, without opening 100,000 files.

A table with a line a report: its id, the stamp of its file, and the hashes, address and given id
that it can be recognised by. It is only a memory of what the files say: lines that do not fit the
files are dropped, files without a line are read again, and the table may be deleted at any time.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from archive.store.reportfile import Kept, text_hash

NAME = "lookup.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """What one report is recognised by; "" where there is nothing. `name` is where it came from."""

    id: str
    stamp: str
    original: str
    text: str
    url: str
    given: str
    name: str = ""


_COLUMNS = len(fields(Row))
_values = attrgetter(*(field.name for field in fields(Row)))


def row_of(kept: Kept, stamp: str) -> Row:
    """The line of `kept`, whose file has this `stamp`."""
    original = kept.original.partition(".")[0]
    text = text_hash(kept.report.text)
    return Row(kept.id, stamp, original, text, kept.url or "", kept.given_id or "", kept.name)


def saved(folder: Path) -> tuple[dict[str, Row], int]:
    """The lines as they were saved, by id, and how many; the later of two on one report stands."""
    rows, lines = {}, 0
    with (
        suppress(OSError, ValueError),
        (folder / NAME).open(encoding="utf-8", newline="\n") as file,
    ):
        for line in file:
            parts = line.removesuffix("\n").split("\t")
            lines += 1
            # Earlier versions did not write the name.
            if len(parts) in (_COLUMNS - 1, _COLUMNS) and line.endswith("\n"):
                rows[parts[0]] = Row(*parts)
    return rows, lines


class Lookup:
    """The table in memory. `read` gives the line of a report whose file changed, None if broken."""

    def __init__(
        self, folder: Path, stamps: Iterable[tuple[str, str]], read: Callable[[str], Row | None]
    ) -> None:
        self._path = folder / NAME
        self._rows: dict[str, Row] = {}
        self._by: dict[tuple[str, str], str] = {}
        self._named: dict[str, dict[str, None]] = {}
        self._numbers: Counter[str] = Counter()
        self._unsaved: list[Row] = []
        remembered, self._lines = saved(folder)
        for report_id, stamp in stamps:
            row = remembered.get(report_id)
            if row is None or row.stamp != stamp or not row.name:
                row = read(report_id)
                if row is None:
                    row = Row(report_id, "", "", "", "", "")
                else:
                    self._unsaved.append(row)
            self._enter(row)

    def _enter(self, row: Row) -> None:
        self._rows[row.id] = row
        for name in ("original", "text", "url", "given"):
            mark = getattr(row, name)
            if mark:
                self._by.setdefault((name, mark), row.id)
        self._named.setdefault(row.name, {})[row.id] = None

    def __contains__(self, report_id: str) -> bool:
        return report_id in self._rows

    def find(self, name: str, mark: str | None) -> Row | None:
        """The report whose `original`, `text`, `url` or `given` is `mark`."""
        found = self._by.get((name, mark)) if mark else None
        row = self._rows.get(found) if found else None
        return row if row and getattr(row, name) == mark else None

    def named(self, name: str) -> list[Row]:
        """The reports that came from the place `name`."""
        rows = (self._rows[report_id] for report_id in self._named.get(name, ()))
        return [row for row in rows if row.name == name]

    def free_id(self, stem: str) -> str:
        """`stem`, or with `-2`, `-3`, … where it is taken."""
        if stem not in self._rows:
            return stem
        # Where many share a stem, the search goes on from the last number given.
        number = self._numbers[stem] or 2
        while f"{stem}-{number}" in self._rows:
            number += 1
        self._numbers[stem] = number
        return f"{stem}-{number}"

    def enter(self, row: Row) -> None:
        """Remember a report that was written."""
        self._enter(row)
        self._unsaved.append(row)

    def save(self) -> None:
        """Write down what is new; a table that cannot be written is only slower next time."""
        if not self._unsaved:
            return
        stale = self._lines + len(self._unsaved) > 2 * len(self._rows) + 100
        rows = self._rows.values() if stale else self._unsaved
        with suppress(OSError), self._path.open("w" if stale else "a", encoding="utf-8") as file:
            file.writelines("\t".join(_values(row)) + "\n" for row in rows if row.stamp)
        self._lines = len(self._rows) if stale else self._lines + len(self._unsaved)
        self._unsaved = []
