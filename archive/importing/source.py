"""What comes in, and which module reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from archive.errors import UnreadableSource
from archive.importing.cleaning import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report as it came: its cleaned text and what its file says beside it.

    `title`, `published`, `url` and `id` are None unless a field of the file gives them; `name` says
    where it came from (a path, with the line of a .jsonl file); `original` is the raw piece that
    is kept, `suffix` how its name ends.
    """

    text: str
    name: str
    original: bytes
    suffix: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None


def load(path: Path) -> Iterator[Source]:
    """The reports in the file `path`; raises UnreadableSource where there is none."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource("no-file", path=str(path)) from None
    except OSError as error:
        raise UnreadableSource("unreadable", path=str(path), why=error.strerror) from None
    try:
        text = clean(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableSource("not-text", path=str(path)) from None
    if not text.strip():
        raise UnreadableSource("empty", path=str(path))
    yield Source(text=text, name=str(path), original=raw, suffix=path.suffix)
