"""Lines of text as widgets draw them: plain strings with the name of a look, measured in cells.

Nothing here knows markup, so a report's text shows as it is; what a terminal would obey is shown
by a sign in its place. `strip` is the only way from a line to the screen.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from archive.report import Span
from tui.widgets.signs import ELLIPSIS, in_ascii

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
_DOTS = 3  # cells of an ellipsis in ASCII
_ENDS = ("…", ELLIPSIS)
_BLANK = "   "  # between columns, or at the end of one: two of them can be spared
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
    drawn = drawn_as(plain(visible(text)), ascii_only=ascii_only, room=len(text) * _DOTS)
    return Text("".join(piece.text for piece in drawn))


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
    return set_cell_size(text, max(width - 1, 0)).rstrip() + (ELLIPSIS if width > 0 else "")


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
    return next(
        (f"{ELLIPSIS}{text[at + 1 :]}" for at in places if cell_len(text[at:]) <= width), ""
    )


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
    fitting = shortened(visible(text), width).replace("…", ELLIPSIS)
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
    """Where each line of `text` begins and ends when it is shown in `width` cells.

    An ellipsis has the room of three dots, so that lines are the same when they are ASCII alone.
    """
    rows: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if all(_room_of(char) == 1 for char in set(paragraph)):
            rows += _wrap_narrow(text, start, end, max(width, 1))
        else:
            rows += _wrap_wide(text, start, end, max(width, 2))
        start = end + 1
    return rows


def _room_of(char: str) -> int:
    return _DOTS if char == "…" else get_character_cell_size(char)


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
    taken, space, before = 0, -1, 0  # `before` are the cells before the last space
    place = start
    while place < end:
        size = min(_room_of(text[place]), width)
        if taken + size > width and text[place] != " ":
            stop, over = (space, before - width) if space > start else (place, 0)
            rows.append(Span(start, stop - max(0, over)))
            start = place = stop + (space > start)
            taken, space = 0, -1
            continue
        if text[place] == " ":
            space, before = place, taken
        taken += size
        place += 1
    return [*rows, Span(start, end - max(0, taken - width))]  # spaces alone run over


def drawn_as(line: Line, *, ascii_only: bool, room: int) -> Line:
    """`line` with the characters that a terminal gets; in ASCII alone an ellipsis is three dots,
    which take their room from blanks after it, from what is left of `room` cells, or, where a width
    had something left out, from the letters before it, so that columns stay in line.
    """
    has_cuts = any(ELLIPSIS in piece.text for piece in line)
    if not ascii_only:
        if not has_cuts:
            return line
        return tuple(piece._replace(text=piece.text.replace(ELLIPSIS, "…")) for piece in line)
    if has_cuts or any("…" in piece.text for piece in line):
        line = _with_dots(line, room)
    return tuple(piece._replace(text=in_ascii(piece.text, in_cells=True)) for piece in line)


def _with_dots(line: Line, room: int) -> Line:
    letters = [Piece(char, piece.look) for piece in line for char in piece.text]
    at = len(letters)
    while at:
        at -= 1
        if letters[at].text in _ENDS:
            at = _dot(letters, at, room)
    return tuple(
        Piece("".join(piece.text for piece in run), look)
        for look, run in groupby(letters, key=lambda piece: piece.look)
    )


def _dot(letters: list[Piece], at: int, room: int) -> int:
    """Put three dots in the place of the ellipsis `at`; where they begin."""
    text = "".join(piece.text for piece in letters)
    by_width, look = text[at] == ELLIPSIS, letters[at].look
    blank = text.find(_BLANK, at + 1)
    start, wide = at, _DOTS
    if blank > 0 and (not by_width or blank == at + 1):
        del letters[blank : blank + _DOTS - 1]
    elif by_width or cell_len(text) + _DOTS - 1 > room:
        while start and cell_len(text[start : at + 1]) < _DOTS and text[start - 1] not in _ENDS:
            start -= 1
        wide = cell_len(text[start : at + 1])
    dots = "." * min(_DOTS, wide) + " " * (wide - _DOTS)
    letters[start : at + 1] = [Piece(char, look) for char in dots]
    return start


def strip(widget: Widget, line: Line, width: int, base: Style) -> Strip:
    """`line` as `widget` shows it on `base`, in exactly `width` cells."""
    fitting = tuple(piece._replace(text=visible(piece.text)) for piece in cut(line, width))
    drawn = drawn_as(fitting, ascii_only=widget.app.has_class("-ascii"), room=width)
    segments = [
        Segment(
            piece.text,
            base + widget.get_component_rich_style(f"line--{piece.look}", partial=True)
            if piece.look
            else base,
        )
        for piece in drawn
    ]
    return Strip(segments).adjust_cell_length(width, base)
