"""Blocks of text one below the other, the cursor on one of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.flow import Flow, Passage
from tui.widgets.lines import Line, Piece, cells
from tui.widgets.scroller import Pointed


class Blocks(Pointed):
    """Scrolls over blocks; a block taller than the pane is scrolled through line by line before the
    cursor goes on to the next.
    """

    DEFAULT_CLASSES = "blocks"
    cursor: reactive[int] = reactive(0)

    _blocks: Sequence[Flow] = ()
    _tops: Sequence[int] = (0,)
    _width = 0
    _empty = False
    _aim: tuple[int, int] | None = None

    @dataclass
    class Moved(Message):
        """The cursor stands on another block."""

        block: int

    @dataclass
    class Chosen(Message):
        """The block under the cursor was clicked."""

        block: int

    # ---- what is shown

    def show(self, blocks: Sequence[Flow], *, cursor: int = 0, empty: str = "") -> None:
        """Show `blocks`, the cursor on the one numbered `cursor`; without any, say `empty`."""
        self._empty = not blocks
        self._blocks = blocks or (Passage(empty, look="dim"),)
        self.set_reactive(Blocks.cursor, max(0, min(cursor, len(self._blocks) - 1)))
        self._width = 0
        self._measure()
        self._bring(self.cursor, 0, place=0)

    def on_resize(self) -> None:
        """A new width lays out anew; the block at the upper edge stays there."""
        if self._width and self._width != self.scrollable_content_region.width:
            top = self._block_at(self.scroll_offset.y)
            self._measure()
            self._bring(top, 0, place=0)
        else:
            self._measure()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        if width < 2 or width == self._width:
            return
        self._width = width
        heights = [block.measure(width - 1) for block in self._blocks]
        self._tops = list(accumulate(heights, initial=0))
        self.has_lines(self._tops[-1])
        if self._aim:
            block, line = self._aim
            self._bring(block, line)

    def line(self, number: int, width: int) -> Line:
        """The line `number`, the cursor's sign before it."""
        del width
        block = self._block_at(number)
        line = self._blocks[block].line(number - self._tops[block])
        here = block == self.cursor and not self._empty and cells(line) > 0
        return (Piece(self._cursor_sign if here else " ", "key"), *line)

    def _block_at(self, number: int) -> int:
        return max(0, min(bisect_right(self._tops, number) - 1, len(self._blocks) - 1))

    def line_of(self, block: int, line: int = 0) -> int:
        """The number of a block's line among all lines."""
        return self._tops[min(block, len(self._tops) - 1)] + line

    # ---- the cursor

    def go(self, block: int, line: int = 0) -> None:
        """The cursor on `block`, its line `line` in view."""
        self.cursor = max(0, min(block, len(self._blocks) - 1))
        self._bring(self.cursor, line)

    def _bring(self, block: int, line: int, place: int | None = None) -> None:
        """Scroll so that the block's `line` is in view and, as far as it fits, the block too.

        With `place`, the line comes that many lines below the upper edge.
        """
        self._aim = (block, line)
        if not self._width:
            return
        self.call_after_refresh(self._scroll_to_aim, place)

    def _scroll_to_aim(self, place: int | None) -> None:
        if self._aim is None or not self._width:
            return
        block, line = self._aim
        self._aim = None
        block = min(block, len(self._blocks) - 1)
        height = self.scrollable_content_region.height
        top, end = self._tops[block], self._tops[block + 1]
        wanted = top + line
        if place is not None:
            self.scroll_to(y=wanted - place, animate=False, force=True)
            return
        at = self.scroll_offset.y
        first = top if wanted - top < height // 2 else wanted - height // 3
        last = min(end, first + height)
        if at > first:
            self.scroll_to(y=first, animate=False, force=True)
        elif at + height < last:
            self.scroll_to(y=last - height, animate=False, force=True)

    def watch_cursor(self) -> None:
        """The cursor's sign moves."""
        self.refresh()
        self.post_message(self.Moved(self.cursor))

    def move(self, step: int) -> None:
        """A line further through a block that goes on out of view, else to the next block."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        first, end = self._tops[self.cursor], self._tops[self.cursor + 1]
        if end <= top or first >= top + height:
            self.cursor = self._block_at(top)
        elif (step > 0 and end > top + height) or (step < 0 and first < top):
            self.scroll_relative(y=step, animate=False)
        else:
            block = self.cursor + step
            if 0 <= block < len(self._blocks):
                last = self._tops[block + 1] - self._tops[block] - 1
                self.cursor = block
                self._bring(block, last if step < 0 and last >= height else 0)

    def page(self, step: int) -> None:
        """Half a pane down (1) or up (-1), the cursor kept in view."""
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        end = max(0, self._tops[-1] - height)
        new = max(0, min(end, top + step * max(1, height // 2)))
        if new == top:
            self.edge(step)
            return
        self.scroll_to(y=new, animate=False)
        if not (self._tops[self.cursor] >= new and self._tops[self.cursor] < new + height):
            at = new if step > 0 else new + height - 1
            self.cursor = self._block_at(at)

    def edge(self, step: int) -> None:
        """To the last block (1) or the first (-1)."""
        self.cursor = len(self._blocks) - 1 if step > 0 else 0
        super().edge(step)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the block under it chooses it."""
        offset = event.get_content_offset(self)
        number = offset.y + self.scroll_offset.y if offset else self._tops[-1]
        if number >= self._tops[-1] or self._empty:
            return
        block = self._block_at(number)
        if block == self.cursor:
            self.post_message(self.Chosen(block))
        self.cursor = block
