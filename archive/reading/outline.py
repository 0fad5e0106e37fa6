"""A page cut into parts by what they do.

A heading says what stands under it; without one a paragraph tells by its own words, and a list by
what it is for. What nothing is known of goes on with the part before it as long as it can.
"""

from archive.reading.listed import Listed, opening_marks, paragraph_breaks, read_lists
from archive.reading.lists import Break
from archive.reading.openers import tells_past
from archive.reading.page import Page
from archive.reading.roles import folded, heading_role, narrates, paragraph_role
from archive.reading.sentences import paragraphs
from archive.report import Section, Span

LEAD_PARAGRAPHS = 2
# Roles that a heading or list gives to the plain paragraphs after it.
_LASTING = frozenset({"results", "shortcomings", "tasks"})


def outline(page: Page) -> tuple[Section, ...]:
    """The sections of `page` in text order; they do not overlap.

    Neighbours of one role are one section, save where a heading parts them.
    """
    text = page.text
    parts = paragraphs(page)
    breaks = paragraph_breaks(text, parts, opening_marks(text, page.folded, parts))
    pieces: list[Section] = [
        Section(
            role="title" if line.role == "title" else "furniture", start=line.start, end=line.end
        )
        for line in page.lines
        if line.role != "text"
    ]
    role = "lead"
    coming = iter(read_lists(text, page.folded, parts, (None, None)))
    listed = next(coming, None)
    for place, part in enumerate(parts):
        piece = text[part.start : part.end]
        heading = heading_role(piece) if breaks[place] is Break.ALL else None
        if part.caption:
            pieces.append(Section(role="furniture", start=part.start, end=part.end))
            continue
        while listed and listed.end <= part.start:
            listed = next(coming, None)
        here = listed if listed and listed.start < part.end else None
        role = heading or _role(piece, here, role, place)
        span = Span(part.start, part.end) if heading else None
        pieces.append(Section(role=role, start=part.start, end=part.end, heading=span))
    return _joined(sorted(pieces, key=lambda piece: piece.start))


def _role(piece: str, listed: Listed | None, before: str, place: int) -> str:
    """The role of a plain paragraph after one of role `before`, `listed` the list it belongs to."""
    if listed and listed.role in _LASTING:
        return listed.role
    low = folded(piece[:400])
    told = paragraph_role(low)
    if told:
        return told
    if place < LEAD_PARAGRAPHS:
        return "lead"
    if listed or narrates(low):
        return "body"
    if before in _LASTING:
        return before
    return "results" if tells_past(low) and before in ("lead", "attendance") else "body"


def _joined(pieces: list[Section]) -> tuple[Section, ...]:
    """`pieces` with neighbours of one role made one."""
    joined: list[Section] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.role == piece.role and not piece.heading:
            joined[-1] = Section(
                role=last.role, start=last.start, end=piece.end, heading=last.heading
            )
        else:
            joined.append(piece)
    return tuple(joined)
