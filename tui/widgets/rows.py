"""A list of rows, each of the same few lines; a row is drawn when it comes into view, so that its
number costs nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.lines import Line, Piece, plain, wrap
from tui.widgets.scroller import Pointed

Draw = Callable[[int, int], Sequence[Line]]
"""Row number and width in cells to the row's lines."""


def _every(row: int) -> bool:
    del row
    return True


class Rows(Pointed):
    """A list with a cursor.

    `draw` gives the lines of a row, at most `height` of them, in the width that it is told, which
    leaves room for the cursor's sign. The row under the cursor may `grow` by some lines. `stops`
    says whether the cursor may stand on a row. With no row, `empty` is shown: why the list is
    empty, and which key helps. The cursor shows where the list has the focus, and elsewhere too in
    a list that `leads`: one that another pane follows.
    """

    DEFAULT_CLASSES = "rows"
    count: reactive[int] = reactive(0)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or the row under it changed."""

        rows: "Rows"
        row: int

        @property
        def control(self) -> "Rows":
            """The list."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The row under the cursor was clicked, on its line `part`."""

        rows: "Rows"
        row: int
        part: int = 0

        @property
        def control(self) -> "Rows":
            """The list."""
            return self.rows

    def __init__(
        self,
        draw: Draw,
        *,
        height: int = 1,
        stops: Callable[[int], bool] = _every,
        leads: bool = False,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(ascii_only=ascii_only, id=id)
        self._draw = draw
        self._height = height
        self._further = 0
        self._stops = stops
        self._leads = leads
        self._empty: tuple[str, ...] = ()
        self._drawn: tuple[int, int, Sequence[Line]] = (-1, 0, ())

    # ---- what is shown

    def show(self, count: int, *, cursor: int = 0, empty: Sequence[str] = ()) -> None:
        """Show `count` rows anew, the cursor on the row `cursor` or near it."""
        self._drawn = (-1, 0, ())
        self._further = 0
        self._empty = tuple(empty)
        self.count = count
        self.set_reactive(Rows.cursor, self._near(min(cursor, max(count - 1, 0)), 1))
        self._measure()
        self._keep_in_view()
        self.post_message(self.Moved(self, self.cursor))

    def redraw(self) -> None:
        """Draw the rows anew; their number stays."""
        self._drawn = (-1, 0, ())
        self.refresh()

    def grow(self, lines: int) -> None:
        """Give the row under the cursor so many lines more than the others have."""
        self._further = lines if self.count else 0
        self._drawn = (-1, 0, ())
        self._measure()
        self._keep_in_view()

    def _place(self, number: int) -> tuple[int, int]:
        """The row that a line belongs to, and which of the row's lines it is."""
        part = number - self.cursor * self._height
        if 0 <= part < self._height + self._further:
            return self.cursor, part
        return divmod(number if part < 0 else number - self._further, self._height)

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        rows = self.count * self._height + self._further
        self.has_lines(rows if self.count else len(self._empty_lines(width)))

    def on_resize(self) -> None:
        """Lines are measured for the new width, and the cursor stays in view."""
        self._drawn = (-1, 0, ())
        self._measure()
        self._keep_in_view()

    def _empty_lines(self, width: int) -> list[Line]:
        return [
            plain(text[start:end], "" if number == 0 else "dim")
            for number, text in enumerate(self._empty)
            for start, end in wrap(text, max(width - 2, 1))
        ]

    def line(self, number: int, width: int) -> Line:
        """The line `number`, the cursor's sign before it."""
        if not self.count:
            said = self._empty_lines(width)
            return (Piece(" "), *said[number]) if number < len(said) else ()
        row, part = self._place(number)
        if self._drawn[:2] != (row, width):
            self._drawn = (row, width, self._draw(row, width - 1))
        lines = self._drawn[2]
        here = self._under_cursor(row)
        return (
            Piece(self._cursor_sign if here else " ", "key" if here else ""),
            *(lines[part] if part < len(lines) else ()),
        )

    def look(self, number: int) -> Style:
        """The cursor's row stands out."""
        if self.count and self._under_cursor(self._place(number)[0]):
            return self.get_component_rich_style("line--cursor")
        return super().look(number)

    def _under_cursor(self, row: int) -> bool:
        return row == self.cursor and (self._leads or self.has_focus) and self._stops(row)

    # ---- the cursor

    def _near(self, row: int, step: int) -> int:
        """The row `row`, or the next one in the direction of `step` where the cursor may stand, or
        the nearest the other way.
        """
        ahead = range(row, self.count if step > 0 else -1, step)
        behind = range(row, -1 if step > 0 else self.count, -step)
        return next((at for at in chain(ahead, behind) if self._stops(at)), 0)

    def go(self, row: int, step: int = 1) -> None:
        """Put the cursor on `row`."""
        if self.count:
            self.cursor = self._near(max(0, min(row, self.count - 1)), step)

    def move(self, step: int) -> None:
        """One row down (1) or up (-1)."""
        self.go(self.cursor + step, step)

    def page(self, step: int) -> None:
        """Half a pane of rows down (1) or up (-1)."""
        rows = max(1, self.scrollable_content_region.height // self._height // 2)
        self.go(self.cursor + step * rows, step)

    def edge(self, step: int) -> None:
        """To the last row (1) or the first (-1)."""
        self.go(self.count - 1 if step > 0 else 0, -step)

    def watch_cursor(self) -> None:
        """The pane follows the cursor."""
        self.grow(0)
        self.post_message(self.Moved(self, self.cursor))

    def _keep_in_view(self) -> None:
        if not self.count:
            self.scroll_to(y=0, animate=False)
            return
        # A heading that the cursor cannot stand on comes into view with the first row below it.
        above = self.cursor
        while above > 0 and not self._stops(above - 1):
            above -= 1
        top = above * self._height
        end = (self.cursor + 1) * self._height + self._further
        region = Region(0, top, 1, end - top)
        self.scroll_to_region(region, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the row under it chooses it."""
        offset = event.get_content_offset(self)
        row, part = self._place(offset.y + self.scroll_offset.y) if offset else (-1, 0)
        if 0 <= row < self.count and self._stops(row):
            if row == self.cursor:
                self.post_message(self.Chosen(self, row, part))
            self.cursor = row
