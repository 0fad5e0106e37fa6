"""A table whose cursor moves by cell: names at the left, columns that scroll sideways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.lines import Line, Piece, cells, plain, strip, visible, wrap
from tui.widgets.scroller import Pointed

Place = tuple[int, int]
"""A row and a column."""

DrawCell = Callable[[int, int, int, bool], Line]
"""Row, column, width in cells, and whether the cursor is there, to the cell in that width."""

_LEAST = 14  # cells that names keep, however many columns there are


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a grid shows: the columns' `heads`, each row's name, and how a cell is drawn.

    `column` is the least width of a column, `to_right` tells that heads stand at its right end.
    """

    heads: Sequence[str]
    names: Sequence[Line]
    cell: DrawCell
    column: int = 6
    to_right: bool = False


class Grid(Pointed):
    """Draws the rows in view; the first line stays: it heads the columns.

    Names take what the columns leave, and are cut between words; columns that find no room scroll.
    """

    DEFAULT_CLASSES = "grid"
    cursor: reactive[Place] = reactive((0, 0))

    _sheet = Sheet((), (), lambda _row, _column, _width, _here: ())
    _empty = ""
    _first = 0
    _column = _widest = 1

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell, or what is under it changed."""

        place: Place

    @dataclass
    class Chosen(Message):
        """The cell under the cursor was clicked."""

        place: Place

    # ---- what is shown

    def show(self, sheet: Sheet, *, cursor: Place = (0, 0), empty: str = "") -> None:
        """Show `sheet`, the cursor on `cursor` or near it; without rows, say `empty`."""
        self._sheet, self._empty = sheet, empty
        self._column = max([sheet.column, *(cell_len(visible(head)) + 2 for head in sheet.heads)])
        self._widest = max(map(cells, sheet.names), default=0) + 1
        self.set_reactive(Grid.cursor, self._near(*cursor))
        self._arrange()
        self.post_message(self.Moved(self.cursor))

    @property
    def in_view(self) -> range:
        """The columns in view."""
        return range(self._first, self._first + self._fitting)

    @property
    def _width(self) -> int:
        return max(self.scrollable_content_region.width - 1, 1)

    @property
    def _room(self) -> int:
        """Cells for names: what the widest takes, less where that costs columns."""
        spare = self._width - len(self._sheet.heads) * self._column
        return min(self._widest, max(spare, self._width * 2 // 5, min(_LEAST, self._width // 2)))

    @property
    def _fitting(self) -> int:
        if not self._sheet.names:
            return 0
        wanted = len(self._sheet.heads) - self._first
        return min(wanted, max(1, (self._width - self._room) // self._column))

    def _arrange(self) -> None:
        self._first = 0
        self.has_lines(len(self._sheet.names) + 1)
        self._keep_in_view()

    def on_resize(self) -> None:
        """As many columns as there is room for now, the cursor's among them."""
        self._arrange()

    def render_line(self, y: int) -> Strip:
        """The heads, or the row that stands `y` lines below the upper edge."""
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y - 1 if y else -1
        if not self._sheet.names:
            rows = wrap(self._empty, max(width - 2, 1))
            said = self._empty[slice(*rows[y])] if y < len(rows) else ""
            return strip(self, plain(f" {said}", "dim"), width, self._base)
        if row >= len(self._sheet.names):
            return Strip.blank(width, self._base)
        return strip(self, self._line(row), width, self.look(row))

    def look(self, number: int) -> Style:
        """The cursor's row stands out."""
        if self.has_focus and number == self.cursor[0]:
            return self.get_component_rich_style("line--cursor")
        return self._base

    def _line(self, row: int) -> Line:
        """The row `row`, the heads for -1."""
        sheet, width, room = self._sheet, self._column, self._room
        pieces: list[Piece] = []
        for column in self.in_view:
            if row < 0:
                look = "key" if column == self.cursor[1] else "dim"
                head = f" {sheet.heads[column]} "
                pieces += filled(plain(head, look), width, to_right=sheet.to_right)
            else:
                pieces += sheet.cell(row, column, width, (row, column) == self.cursor)
        name = sheet.names[row] if row >= 0 else ()
        here = Piece(self._cursor_sign if row == self.cursor[0] else " ", "key")
        return (here, *filled(by_word(name, room - 1), room), *pieces)

    # ---- the cursor

    def _near(self, row: int, column: int) -> Place:
        rows, columns = len(self._sheet.names), len(self._sheet.heads)
        return max(0, min(row, rows - 1)), max(0, min(column, columns - 1))

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        self.cursor = self._near(row, column)

    def move(self, step: int) -> None:
        """One row down (1) or up (-1)."""
        self.go(self.cursor[0] + step, self.cursor[1])

    def aside(self, step: int) -> None:
        """One column to the right (1) or left (-1)."""
        self.go(self.cursor[0], self.cursor[1] + step)

    def page(self, step: int) -> None:
        """Half a pane of rows down (1) or up (-1)."""
        half = max(1, self.scrollable_content_region.height // 2)
        self.go(self.cursor[0] + step * half, self.cursor[1])

    def edge(self, step: int) -> None:
        """To the last row (1) or the first (-1)."""
        self.go(len(self._sheet.names) - 1 if step > 0 else 0, self.cursor[1])

    def watch_cursor(self) -> None:
        """The pane follows the cursor."""
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(self.cursor))

    def _keep_in_view(self) -> None:
        row, column = self.cursor
        if not self._sheet.names:
            return
        self._first = min(self._first, column)
        while column not in self.in_view:
            self._first += 1
        rows = max(1, self.scrollable_content_region.height - 1)
        top = min(max(self.scroll_offset.y, row - rows + 1), row)
        self.scroll_to(y=top, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cell under it chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or not self._sheet.names or offset.y == 0:
            return
        row = offset.y + self.scroll_offset.y - 1
        aside = (offset.x - 1 - self._room) // self._column
        column = self._first + aside if aside >= 0 else self.cursor[1]
        if row < len(self._sheet.names) and column < len(self._sheet.heads):
            if (row, column) == self.cursor:
                self.post_message(self.Chosen(self.cursor))
            self.go(row, column)


def filled(line: Line, width: int, *, to_right: bool = False) -> Line:
    """`line`, which is no wider, in exactly `width` cells."""
    blank = Piece(" " * (width - cells(line)))
    return (blank, *line) if to_right else (*line, blank)


def by_word(line: Line, width: int) -> Line:
    """`line` in at most `width` cells, cut between words where a word begins late enough."""
    if cells(line) <= width:
        return line
    kept: list[Piece] = []
    left = width - 1
    for piece in line:
        text = visible(piece.text)
        if cell_len(text) <= left:
            kept.append(piece)
            left -= cell_len(text)
            continue
        end = wrap(text, max(left, 1))[0].end if left > 0 else 0
        kept.append(Piece(f"{text[:end].rstrip()}…", piece.look))
        break
    return tuple(kept)
