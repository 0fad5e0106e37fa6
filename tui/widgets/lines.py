"""Lines of text as widgets draw them: plain strings with the name of a look, measured in cells.

Nothing here knows markup, so a report's text shows as it is; what a terminal would obey is shown
by a sign in its place. `strip` is the only way from a line to the screen.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from archive.report import Span

LOOKS = {
    f"line--{name}"
    for name in (
        "cursor",
        "dim",
        "strong",
        "match",
        "cited",
        "here",
        "good",
        "bad",
        "changed",
        "key",
    )
}
"""The component classes that a widget which draws lines declares."""

# Control characters as the signs Unicode has for them; marks of direction and line ends as dots.
_SHOWN = (
    {point: 0x2400 + point for point in range(0x20)}
    | {0x7F: 0x2421, 0x09: 0x20, 0xAD: 0x2D}
    | dict.fromkeys((*range(0x80, 0xA0), *range(0x200B, 0x2010), *range(0x2028, 0x202F)), 0xB7)
    | dict.fromkeys((0xFEFF, *range(0x2060, 0x2070)), 0xB7)
)
# Punctuation in sentences and texts, as terminals show it whose font has ASCII and letters alone.
_TWINS = {ord(char): twin for char, twin in zip("…–—“”‘’→␛•·", ".--\"\"''>^*-", strict=True)}


NARROW = 12
"""Cells in which two ends of a name would be pieces of words."""


class Piece(NamedTuple):
    """A run of characters and its look, one of LOOKS without `line--`; "" is plain.

    `by_its_end` says that the end tells it from others like it: what does not fit goes from its
    middle.
    """

    text: str
    look: str = ""
    by_its_end: bool = False


Line = tuple[Piece, ...]


class Mark(NamedTuple):
    """A look for the code points `start` up to `end` of a text."""

    start: int
    end: int
    look: str


def visible(text: str) -> str:
    """`text` with a sign for every character that a terminal would obey; as long as `text`."""
    return text.translate(_SHOWN)


def headed(text: str) -> str:
    """`text` with a capital letter, as in a heading."""
    return text[:1].upper() + text[1:]


def caption(text: str, *, ascii_only: bool) -> Text:
    """`text` for the edge of a pane."""
    return Text(visible(text).translate(_TWINS if ascii_only else {}))


def plain(text: str, look: str = "") -> Line:
    """One piece as a line."""
    return (Piece(text, look),)


def cells(line: Line) -> int:
    """How many cells `line` takes."""
    return sum(cell_len(visible(piece.text)) for piece in line)


def cut(line: Line, width: int) -> Line:
    """`line` in at most `width` cells, an ellipsis where something is left out."""
    if cells(line) <= width:
        return line
    kept: list[Piece] = []
    left = width - 1
    for piece in line:
        size = cell_len(visible(piece.text))
        if size > left:
            shorten = shortened if piece.by_its_end else _opening
            return (*kept, Piece(shorten(visible(piece.text), left + 1), piece.look))
        kept.append(piece)
        left -= size
    return tuple(kept)


def _opening(text: str, width: int) -> str:
    return set_cell_size(text, max(width - 1, 0)).rstrip() + ("…" if width > 0 else "")


def shortened(text: str, width: int) -> str:
    """`text` in at most `width` cells, an ellipsis in its middle where something is left out: the
    ends of names, "tỉnh ủy" of which province, tell them apart. The end begins with a word where
    one begins near; where there is room for little, the end alone stands.
    """
    if cell_len(text) <= width:
        return text
    if width <= NARROW and (ending := _last_words(text, width)):
        return ending
    room = max(width - 1, 0) // 2
    start = len(text)
    while start and cell_len(text[start - 1 :]) <= room:
        start -= 1
    end = text[start:]
    if text[start - 1 : start] != " " and 0 < end.find(" ") <= len(end) // 2:
        end = end[end.find(" ") :]
    return _opening(text, width - cell_len(end)) + end


def _last_words(text: str, width: int) -> str:
    """As many of the last words of `text` as `width` has room for; "" where none fits."""
    places = (at for at, char in enumerate(text) if char == " ")
    return next((f"…{text[at + 1 :]}" for at in places if cell_len(text[at:]) <= width), "")


def spread(left: Line, right: Line, width: int) -> Line:
    """`left` and `right` at the two ends of `width` cells; `left` is cut where both do not fit."""
    right = cut(right, width)
    room = width - cells(right)
    if right and room > 0:
        room -= 1
    left = cut(left, room)
    return (*left, Piece(" " * (width - cells(left) - cells(right))), *right)


def padded(text: str, width: int) -> str:
    """`text` in exactly `width` cells, shortened in its middle."""
    fitting = shortened(visible(text), width)
    return fitting + " " * (width - cell_len(fitting))


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Line:
    """The code points `start` up to `end` of `text`; `marks` are in order and do not overlap."""
    pieces = []
    place = start
    first = max(0, bisect_right(marks, start, key=lambda mark: mark.start) - 1)
    for index in range(first, len(marks)):
        mark = marks[index]
        if mark.start >= end:
            break
        if mark.end <= place:
            continue
        if mark.start > place:
            pieces.append(Piece(text[place : mark.start]))
        place = max(place, mark.start)
        pieces.append(Piece(text[place : min(mark.end, end)], mark.look))
        place = min(mark.end, end)
    if place < end:
        pieces.append(Piece(text[place:end]))
    return tuple(pieces)


def wrap(text: str, width: int) -> list[Span]:
    """Where each line of `text` begins and ends when it is shown in `width` cells."""
    rows: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if all(get_character_cell_size(char) == 1 for char in set(paragraph)):
            rows += _wrap_narrow(text, start, end, max(width, 1))
        else:
            rows += _wrap_wide(text, start, end, max(width, 2))
        start = end + 1
    return rows


def _wrap_narrow(text: str, start: int, end: int, width: int) -> list[Span]:
    """The lines of a paragraph whose characters take one cell each."""
    rows = []
    while end - start > width:
        space = text.rfind(" ", start + 1, start + width + 1)
        stop = space if space > 0 else start + width
        rows.append(Span(start, stop))
        start = stop + (space > 0)
    return [*rows, Span(start, end)]


def _wrap_wide(text: str, start: int, end: int, width: int) -> list[Span]:
    """The lines of a paragraph that holds wide or combining characters."""
    rows = []
    taken, space = 0, -1
    place = start
    while place < end:
        size = get_character_cell_size(text[place])
        if taken + size > width and text[place] != " ":
            stop = space if space > start else place
            rows.append(Span(start, stop))
            start = place = stop + (space > start)
            taken, space = 0, -1
            continue
        if text[place] == " ":
            space = place
        taken += size
        place += 1
    return [*rows, Span(start, end)]


def strip(widget: Widget, line: Line, width: int, base: Style) -> Strip:
    """`line` as `widget` shows it on `base`, in exactly `width` cells."""
    twins = _TWINS if widget.app.has_class("-ascii") else {}
    segments = [
        Segment(
            visible(piece.text).translate(twins),
            base + widget.get_component_rich_style(f"line--{piece.look}", partial=True)
            if piece.look
            else base,
        )
        for piece in cut(line, width)
    ]
    return Strip(segments).adjust_cell_length(width, base)
