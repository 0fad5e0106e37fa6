"""A text to read: a line that one is on, and numbers in the margin."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import ClassVar

from textual import events
from textual.message import Message

from archive.report import Span
from tui.widgets.lines import Line, Mark, Piece
from tui.widgets.signs import sign
from tui.widgets.text_pane import TextPane

MARGIN = 6


@dataclass(frozen=True, slots=True)
class Numbered:
    """A part of the text that has a number in the margin."""

    number: int
    span: Span


class TextView(TextPane):
    """A text with a current line, which stands in the upper third wherever the text allows."""

    margin: ClassVar[int] = MARGIN

    @dataclass
    class Moved(Message):
        """Another line is the current one."""

    def __init__(
        self,
        *,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self._cursor_sign = sign("cursor", ascii_only=ascii_only)
        self._task_sign = sign("task", ascii_only=ascii_only)
        self._numbered: Sequence[Numbered] = ()
        self._here = 0

    @property
    def here(self) -> Span:
        """The current line."""
        if not self._rows:
            return Span(0, 0)
        return self._rows[self.row_of(self._here)]

    def number(self, numbered: Sequence[Numbered]) -> None:
        """Show these numbers in the margin; the parts are in order and do not overlap."""
        self._numbered = numbered
        self.refresh()

    def bring(self, place: int) -> None:
        """The line with `place` becomes the current one."""
        self._here = place
        self._place = None if self._rows else place
        self._follow()

    def on_resize(self) -> None:
        """The current line stays the current one. (The pane itself wraps after this.)"""
        if self._place is None and self._rows:
            self._place = self._here

    def _follow(self) -> None:
        height = self.scrollable_content_region.height
        row = self.row_of(self._here)
        self.scroll_to(y=max(0, row - height // 3), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())

    def move(self, step: int) -> None:
        """The next line (1) or the one before (-1)."""
        self._go(self.row_of(self._here) + step)

    def page(self, step: int) -> None:
        """Half a pane further."""
        half = max(1, self.scrollable_content_region.height // 2)
        self._go(self.row_of(self._here) + step * half)

    def edge(self, step: int) -> None:
        """To the last line (1) or the first (-1)."""
        self._go(len(self._rows) - 1 if step > 0 else 0)

    def _go(self, row: int) -> None:
        if self._rows:
            self._here = self._rows[max(0, min(row, len(self._rows) - 1))].start
            self._follow()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever scrolls by mouse takes the current line along."""
        super().watch_scroll_y(old_value, new_value)
        if not self._rows or not self._width:
            return
        top = round(new_value)
        last = min(top + self.scrollable_content_region.height, len(self._rows)) - 1
        row = self.row_of(self._here)
        if not top <= row <= last:
            self._here = self._rows[max(0, min(max(row, top), last))].start
            self.refresh()
            self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """A click makes its line the current one."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset else len(self._rows)
        if row < len(self._rows):
            self._here = self._rows[row].start
            self.refresh()
            self.post_message(self.Moved())

    def line(self, number: int, width: int) -> Line:
        """The line with what stands in its margin."""
        if number >= len(self._rows):
            return ()
        row = self._rows[number]
        here = number == self.row_of(self._here)
        return (
            Piece(self._cursor_sign if here else " ", "key"),
            self._margin(row),
            *super().line(number, width),
        )

    def _margin(self, row: Span) -> Piece:
        """The number of the part that begins on a line, a rule beside the rest of it."""
        found = bisect_right(
            self._numbered, max(row.start, row.end - 1), key=lambda n: n.span.start
        )
        part = self._numbered[found - 1] if found else None
        if part is None or part.span.end <= row.start:
            return Piece(" " * (MARGIN - 1))
        if part.span.start >= row.start and not self._is_written(part):
            return Piece(f"{part.number:>{MARGIN - 2}} ", "key")
        return Piece(f"{self._task_sign:>{MARGIN - 2}} ", "dim")

    def _is_written(self, part: Numbered) -> bool:
        """Does the text itself have the number before the part, as `1.` or `(1)`?"""
        before = self._text[max(0, part.span.start - MARGIN) : part.span.start]
        return re.search(rf"(?<!\d)0?{part.number}[.):/-]* *$", before) is not None


def layered(*layers: Sequence[Mark]) -> list[Mark]:
    """Marks in order and without overlap; a mark of a later layer covers those of earlier ones."""
    starting = sorted(
        (
            (mark, depth)
            for depth, layer in enumerate(layers)
            for mark in layer
            if mark.end > mark.start
        ),
        key=lambda pair: pair[0].start,
    )
    places = sorted({place for mark, _ in starting for place in (mark.start, mark.end)})
    flat: list[Mark] = []
    open_: list[tuple[int, int, str]] = []
    at = 0
    for place, following in pairwise(places):
        while at < len(starting) and starting[at][0].start <= place:
            mark, depth = starting[at]
            heappush(open_, (-depth, mark.end, mark.look))
            at += 1
        while open_ and open_[0][1] <= place:
            heappop(open_)
        if not open_:
            continue
        look = open_[0][2]
        if flat and flat[-1].end == place and flat[-1].look == look:
            flat[-1] = Mark(flat[-1].start, following, look)
        else:
            flat.append(Mark(place, following, look))
    return flat
