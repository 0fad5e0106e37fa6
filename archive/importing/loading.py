"""The door: files and folders to reports, each format by its own module."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.errors import UnreadableSource
from archive.importing.address import fetch, is_address
from archive.importing.cleaning import clean
from archive.importing.decoding import decode
from archive.importing.source import LIMIT, Refused, Source, too_large
from archive.importing.wrapping import unwrap

TEXTS = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
COLLECTIONS = (".jsonl", ".jsonl.gz")
FORMATS = (*TEXTS, *PAGES, *COLLECTIONS)
# What is no text of a report though every byte of it may be text; a page says what it is.
_FOREIGN = (b"%PDF-", b"{\\rtf")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
_OPENING = 1024


def load(path: Path) -> Iterator[Source]:
    """The reports in the file `path`, in its order.

    Raises UnreadableSource for what yields no report; of a collection with bad lines after all the
    good ones are out, for the first of the bad.
    """
    first = None
    for found in each_in(path):
        if isinstance(found, Source):
            yield found
        else:
            first = first or found.error
    if first:
        raise first


def sources(places: Iterable[Path | str]) -> Iterator[Source | Refused]:
    """The reports in files, folders and at addresses, in the order given, and word of what yields
    none.

    A folder's files come by name, folders inside it too; hidden ones are left out. A string that is
    no address is a path.
    """
    for place in places:
        if isinstance(place, str) and is_address(place):
            yield _fetched(place)
        elif (path := Path(place)).is_dir():
            yield from _walk(path)
        else:
            yield from each_in(path)


def count(place: Path | str) -> int:
    """About how many `sources` will give of `place`, so that people see how far it is."""
    if isinstance(place, str) and is_address(place):
        return 1
    path = Path(place)
    if path.is_dir():
        return sum(
            count(Path(folder, name)) for folder, _, names in os.walk(path) for name in names
        )
    if path.is_file() and path.name.lower().endswith(COLLECTIONS):
        from archive.importing.jsonlines import count_lines

        return count_lines(path)
    return 1


def _fetched(address: str) -> Source | Refused:
    try:
        return fetch(address)
    except UnreadableSource as error:
        return Refused(address, error)


def _walk(folder: Path) -> Iterator[Source | Refused]:
    try:
        items = sorted(item for item in folder.iterdir() if not item.name.startswith("."))
    except OSError as error:
        yield Refused(str(folder), _unreadable(folder, error))
        return
    for item in items:
        if item.is_dir():
            if not item.is_symlink():  # a link may lead in a circle
                yield from _walk(item)
        elif item.name.lower().endswith(FORMATS) and item.is_file():
            yield from each_in(item)
        else:
            yield Refused(str(item), _unknown(item))


def each_in(path: Path) -> Iterator[Source | Refused]:
    """The reports in the file `path`, and word of what yields none, each in its place."""
    try:
        if path.name.lower().endswith(COLLECTIONS):
            from archive.importing.jsonlines import load_lines

            yield from load_lines(path)
        else:
            yield _one(path)
    except UnreadableSource as error:
        yield Refused(str(path), error)
    except OSError as error:
        yield Refused(str(path), _unreadable(path, error))


def _one(path: Path) -> Source:
    """The one report that the file holds, named or not as what it is."""
    name, suffix = str(path), path.suffix.lower()
    known = suffix in (*TEXTS, *PAGES)
    raw = _bytes(path)
    if raw.startswith(_FOREIGN) or not (known or _may_be_text(path)):
        raise _unknown(path)
    if suffix in PAGES or _PAGE.match(raw[:_OPENING]):
        from archive.importing.webpage import read_page

        return read_page(raw, name, suffix=suffix)
    try:
        text = unwrap(clean(decode(raw, name)))
    except UnreadableSource:
        if known or not suffix:
            raise
        raise _unknown(path) from None
    if not text.strip():
        raise UnreadableSource("empty", path=name)
    return Source(text=text, name=name, original=raw, suffix=suffix)


def _may_be_text(path: Path) -> bool:
    """Does the file's name leave it open what it holds? A full stop in it may end no ending."""
    import mimetypes

    # Only what the language itself knows: what a machine adds would make one file two things.
    kind, _ = mimetypes.MimeTypes(()).guess_type(path.name, strict=False)
    return kind in (None, "text/plain")


def _bytes(path: Path) -> bytes:
    """What the file holds, without reading much more than a report may be long."""
    status = path.stat()
    if stat.S_ISREG(status.st_mode) and status.st_size > LIMIT:
        raise too_large(str(path), status.st_size)
    with path.open("rb") as file:
        raw = file.read(LIMIT + 1)
    if len(raw) > LIMIT:
        raise too_large(str(path))
    return raw


def _unknown(path: Path) -> UnreadableSource:
    return UnreadableSource("unknown-format", path=str(path), formats=" ".join(FORMATS))


def _unreadable(path: Path, error: OSError) -> UnreadableSource:
    if isinstance(error, FileNotFoundError):
        return UnreadableSource("no-file", path=str(path))
    if isinstance(error, IsADirectoryError):
        return UnreadableSource("is-folder", path=str(path))
    return UnreadableSource("unreadable", path=str(path), why=error.strerror or str(error))
