"""Lines of a saved page that are no text: told by cheap signs, so that no passage begins in one.

The reader of reports knows much more of a page (`archive.reading.page`), but a search has the bare
text only, and reads a hundred of them for one answer.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

_LONGEST = 120  # letters of a line of dates or links
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)|\bGMT\b")
_DAY_ALONE = 30  # letters of a line that tells the page's day and no more
_LINKS = 2  # signs that part links from each other
_PARTING = re.compile(r"[|›»]")
_ENDS = (".", ";", ":", "…", "!", "?")


class Stretch(Protocol):
    """Something that begins somewhere in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...


T = TypeVar("T", bound=Stretch)


def is_furniture(line: str) -> bool:
    """Is `line` the page's day, a caption, a row of links, or a note in brackets?"""
    line = line.strip()
    if line[:1] + line[-1:] == "[]":
        return True
    if len(line) > _LONGEST or line.endswith(_ENDS):
        return False
    if line.endswith("|") or len(_PARTING.findall(line)) >= _LINKS:
        return True
    return bool(_DAY.search(line) and (len(line) <= _DAY_ALONE or _TIME.search(line)))


def in_text(found: Sequence[T], text: str) -> Iterator[T]:
    """Those of `found`, in text order, that stand in no line of furniture."""
    end, told = 0, False
    for one in found:
        if one.start >= end:
            begin = text.rfind("\n", 0, one.start) + 1
            end = text.find("\n", one.start)
            end = len(text) if end < 0 else end + 1
            told = is_furniture(text[begin:end])
        if not told:
            yield one
