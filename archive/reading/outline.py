"""A page cut into parts by what they do.

A heading says what stands under it; without one a paragraph tells by its own words, and a list by
what it is for. What nothing is known of goes on with the part before it as long as it can.
"""

from collections.abc import Iterator
from operator import itemgetter

from archive.reading.page import Page
from archive.reading.tasks.layout import Layout, lay_out
from archive.reading.tasks.listed import read_lists, role_of
from archive.reading.tasks.lists import Break
from archive.reading.tasks.openers import tells_past
from archive.reading.tasks.roles import narrates, paragraph_role
from archive.report import Section, Span

LEAD_PARAGRAPHS = 2
# Where a line or paragraph begins and ends, its role, and the heading it is, if any.
_Piece = tuple[int, int, str, Span | None]
_FIRST_WORDS = 400
# Roles that a heading or list gives to the plain paragraphs after it.
_LASTING = frozenset({"results", "shortcomings", "tasks"})


def outline(page: Page) -> tuple[Section, ...]:
    """The sections of `page` in text order; they do not overlap.

    Neighbours of one role are one section, save where a heading parts them.
    """
    layout = lay_out(page)
    pieces = list(_beside(page, layout))
    role = "lead"
    coming = iter(read_lists(page))
    listed = next(coming, None)
    for place, part in enumerate(layout.parts):
        low = layout.low[part.start : min(part.end, part.start + _FIRST_WORDS)]
        heading = layout.headings[place] if layout.breaks[place] is Break.ALL else None
        if part.caption:
            pieces.append((part.start, part.end, "furniture", None))
            continue
        while listed and listed.end <= part.start:
            listed = next(coming, None)
        here = role_of(listed, page.text) if listed and listed.start < part.end else None
        role = heading or _role(low, here, role, place)
        span = Span(part.start, part.end) if heading else None
        pieces.append((part.start, part.end, role, span))
    pieces.sort(key=itemgetter(0))
    return _joined(pieces)


def _beside(page: Page, layout: Layout) -> Iterator[_Piece]:
    """The lines that are in no paragraph of the article, with their roles."""
    for line in page.lines:
        if line.role == "text":
            continue
        part = layout.parts[layout.place(line.start)] if layout.parts else None
        if part and part.start <= line.start < part.end:
            continue
        yield line.start, line.end, "title" if line.role == "title" else "furniture", None


def _role(low: str, listed: str | None, before: str, place: int) -> str:
    """The role of a plain paragraph; the one before it is `before`, its list is for `listed`."""
    if listed in _LASTING:
        return listed
    told = paragraph_role(low)
    if told:
        return told
    if place == 0 or (place < LEAD_PARAGRAPHS and not narrates(low)):
        return "lead"
    if listed or narrates(low):
        return "body"
    if before in _LASTING:
        return before
    return "results" if tells_past(low) and before in ("lead", "attendance") else "body"


def _joined(pieces: list[_Piece]) -> tuple[Section, ...]:
    """`pieces` with neighbours of one role made one."""
    joined: list[_Piece] = []
    for piece in pieces:
        _, end, role, heading = piece
        if joined and joined[-1][2] == role and not heading:
            before = joined[-1]
            joined[-1] = before[0], end, role, before[3]
        else:
            joined.append(piece)
    return tuple(
        [
            Section(role=role, start=start, end=end, heading=heading)
            for start, end, role, heading in joined
        ]
    )
