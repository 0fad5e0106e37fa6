"""Collections: a report a line, `{"id", "title", "text", "url", "published"}`, `text` alone needed.

A line that cannot be used is refused by itself; the others come in.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from io import BufferedReader
from pathlib import Path

from archive.errors import UnreadableSource
from archive.importing.cleaning import clean, one_line
from archive.importing.decoding import decode
from archive.importing.source import LIMIT, Refused, Source, too_large
from archive.importing.titling import with_title
from archive.importing.wrapping import unwrap

Stream = BufferedReader | gzip.GzipFile

_HEAD = 4_096
_PIECE = 1 << 20
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")


def load_lines(path: Path) -> Iterator[Source | Refused]:
    """The reports in a .jsonl or .jsonl.gz file. Raises OSError where it cannot be read."""
    packed = path.name.lower().endswith(".gz")
    with path.open("rb") as raw, gzip.open(raw) if packed else raw as file:
        try:
            yield from _lines(file, str(path))
        except (EOFError, zlib.error, gzip.BadGzipFile):
            why = UnreadableSource("broken-gzip", path=str(path))
            yield Refused(str(path), why)


def count_lines(path: Path) -> int:
    """How many lines the file has, as far as it can be read."""
    packed, found = path.name.lower().endswith(".gz"), 0
    errors = suppress(OSError, EOFError, zlib.error)
    with errors, path.open("rb") as raw, gzip.open(raw) if packed else raw as file:
        while piece := file.read(_PIECE):
            found += piece.count(b"\n")
    return max(found, 1)


def _lines(file: Stream, path: str) -> Iterator[Source | Refused]:
    if b"\0" in file.peek(_HEAD)[:_HEAD]:
        # Told once: what is no text at all would be refused in a hundred thousand lines.
        yield Refused(path, UnreadableSource("not-text", path=path))
        return
    found = False
    for number, raw in enumerate(_bounded(file), 1):
        name = f"{path}:{number}"
        if raw is not None and not raw.strip():
            continue
        found = True
        try:
            if raw is None:
                raise too_large(name)
            yield read_line(raw, name)
        except UnreadableSource as error:
            yield Refused(name, error)
    if not found:
        yield Refused(path, UnreadableSource("empty", path=path))


def _bounded(file: Stream) -> Iterator[bytes | None]:
    """The lines of `file`; None for one that is longer than a report may be."""
    while line := file.readline(LIMIT + 1):
        if len(line) <= LIMIT or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LIMIT)
        yield None


def read_line(raw: bytes, name: str) -> Source:
    """The report in one line; raises UnreadableSource (`bad-line`, `empty`)."""
    try:
        item = json.loads(decode(raw, name))
    except (UnreadableSource, ValueError, RecursionError):
        raise UnreadableSource("bad-line", path=name) from None
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise UnreadableSource("bad-line", path=name)
    title = _line(item.get("title"))
    text = unwrap(clean(item["text"]))
    if not text.strip():
        raise UnreadableSource("empty", path=name)
    return Source(
        text=with_title(text, title),
        name=name,
        original=raw.strip(),
        suffix=".json",
        id=_line(item.get("id")),
        title=title,
        published=_day(item.get("published")),
        url=_line(item.get("url")),
    )


def _line(value: object) -> str | None:
    """A field's text on one line; numbers count as text, everything else as nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return one_line(str(value))


def _day(value: object) -> date | None:
    """The day of an ISO date or time, whatever follows it; None for anything else."""
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
