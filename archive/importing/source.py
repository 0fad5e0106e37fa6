"""What comes in: one report as it came, or word of why it does not."""

from dataclasses import dataclass
from datetime import date

from archive.errors import UnreadableSource

LIMIT = 20_000_000
"""Bytes that one report may have at most: hundreds of times the longest ones met."""


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


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that yields no report: `name` as in Source, and why not."""

    name: str
    error: UnreadableSource


def too_large(path: str, size: int | None = None) -> UnreadableSource:
    """The error for more than LIMIT bytes; `size` where it is known."""
    megabytes = {"size": f"{size / 1e6:.0f}"} if size else {"size": f"> {LIMIT / 1e6:.0f}"}
    return UnreadableSource("too-large", path=path, limit=f"{LIMIT / 1e6:.0f}", **megabytes)
