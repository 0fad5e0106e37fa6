"""A page cut into parts by what they do.

A heading says what stands under it; without one a paragraph tells by its own words, and a list by
what it is for. What nothing is known of goes on with the part before it as long as it can.
"""

import sys
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
_NO_MORE = (sys.maxsize, sys.maxsize, "")  # behind the last list
# Roles that a heading or list gives to the plain paragraphs after it.
_LASTING = frozenset({"results", "shortcomings", "tasks"})


def outline(page: Page) -> tuple[Section, ...]:
    """The sections of `page` in text order; they do not overlap.

    Neighbours of one role are one section, save where a heading parts them.
    """
    layout = lay_out(page)
    pieces = list(_beside(page, layout))
    role = "lead"
    coming = ((one.start, one.end, role_of(one, page.text)) for one in read_lists(page))
    begin, past, listed = next(coming, _NO_MORE)
    for place, (start, end, caption) in enumerate(layout.parts):
        if caption:
            pieces.append((start, end, "furniture", None))
            continue
        while past <= start:
            begin, past, listed = next(coming, _NO_MORE)
        heading = layout.headings[place]
        if heading and layout.breaks[place] is Break.ALL:
            role = heading
            pieces.append((start, end, role, Span(start, end)))
            continue
        role = _role(layout, place, listed if begin < end else None, role)
        pieces.append((start, end, role, None))
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


def _role(layout: Layout, place: int, listed: str | None, before: str) -> str:
    """The role of the plain paragraph at `place`; the one before it is `before`, its list is for
    `listed`.
    """
    if listed in _LASTING:
        return listed
    start, end, _ = layout.parts[place]
    low = layout.low[start:end][:_FIRST_WORDS]
    told = paragraph_role(low)
    if told:
        return told
    if place == 0:
        return "lead"
    narrated = narrates(low)
    if place < LEAD_PARAGRAPHS and not narrated:
        return "lead"
    if listed or narrated:
        return "body"
    if before in _LASTING:
        return before
    return "results" if tells_past(low) and before in ("lead", "attendance") else "body"


def _joined(pieces: list[_Piece]) -> tuple[Section, ...]:
    """`pieces` with neighbours of one role made one."""
    joined: list[_Piece] = []
    ends: list[int] = []
    before = None
    for piece in pieces:
        _, end, role, heading = piece
        if role == before and not heading:
            ends[-1] = end
        else:
            joined.append(piece)
            ends.append(end)
            before = role
    return tuple(
        [
            Section(role=role, start=start, end=end, heading=heading)
            for (start, _, role, heading), end in zip(joined, ends, strict=True)
        ]
    )
