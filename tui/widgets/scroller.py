"""What scrolls line by line: the common ground of lists and texts."""

from typing import ClassVar

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from tui.widgets.lines import LOOKS, Line, strip
from tui.widgets.signs import sign


class PlainBar(ScrollBarRender):
    """A scroll bar drawn by its background alone."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


class Scroller(ScrollView, can_focus=True):
    """A pane whose lines are drawn when they come into view."""

    _base = Style.null()

    COMPONENT_CLASSES = LOOKS

    def on_mount(self) -> None:
        """Where signs are ASCII, so is the scroll bar."""
        if self.app.has_class("-ascii"):
            # as Textual documents it, its own annotation notwithstanding
            self.vertical_scrollbar.renderer = PlainBar  # type: ignore[misc]

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """A bar that appears after the pane was scrolled has not heard of it."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def line(self, number: int, width: int) -> Line:
        """The line `number` of everything there is, for `width` cells."""
        raise NotImplementedError

    def look(self, number: int) -> Style:
        """The style that the line `number` is drawn on."""
        del number
        return self._base

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines inside `crop`; the pane's own style is put together once for all of them."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The line that stands `y` lines below the upper edge."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= self.virtual_size.height:
            return Strip.blank(width, self._base)
        return strip(self, self.line(number, width), width, self.look(number))

    def has_lines(self, count: int) -> None:
        """Tell how many lines there are."""
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self.refresh()

    def move(self, step: int) -> None:
        """One step down (1) or up (-1)."""
        self.scroll_relative(y=step, animate=False)

    def page(self, step: int) -> None:
        """Half a pane down (1) or up (-1)."""
        half = max(1, self.scrollable_content_region.height // 2)
        self.scroll_relative(y=step * half, animate=False)

    def edge(self, step: int) -> None:
        """To the very end (1) or start (-1)."""
        self.scroll_to(y=self.virtual_size.height if step > 0 else 0, animate=False)


class Pointed(Scroller):
    """A pane with a cursor, whose sign stands before what it is on."""

    def __init__(
        self,
        *,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self._cursor_sign = sign("cursor", ascii_only=ascii_only)
