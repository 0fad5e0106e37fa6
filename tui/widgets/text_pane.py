"""A text, wrapped once for a width, with looks laid over parts of it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from archive.report import Span
from tui.widgets.lines import Line, Mark, marked, visible, wrap
from tui.widgets.scroller import Scroller


class TextPane(Scroller):
    """Shows a text; places in it are code points, as everywhere.

    `margin` cells at the left are left to a subclass.
    """

    margin: ClassVar[int] = 0

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._text = ""
        self._marks: Sequence[Mark] = ()
        self._rows: list[Span] = []
        self._width = 0
        self._place: int | None = None
        self._anew = False

    def show(self, text: str, marks: Sequence[Mark] = (), *, place: int | None = None) -> None:
        """Show `text`; `marks` are in order and do not overlap. The line with `place` comes into
        view, the start of the text where there is none.
        """
        self._text = "\n".join(visible(line) for line in text.split("\n"))
        self._marks, self._width, self._place, self._anew = marks, 0, place or 0, True
        self._wrap()

    def mark(self, marks: Sequence[Mark], *, place: int | None = None) -> None:
        """Other marks on the same text, and `place` in view where one is given."""
        self._marks = marks
        self.refresh()
        if place is not None:
            self.bring(place)

    def on_resize(self) -> None:
        """A new width wraps anew; what stood at the upper edge stays there."""
        if self._place is None and self._rows:
            self._place = self._rows[min(self.scroll_offset.y, len(self._rows) - 1)].start
        self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width - self.margin
        if width < 1:
            return
        if width != self._width:
            self._rows = wrap(self._text, width)
            self._width = width
        self.has_lines(len(self._rows))
        self.call_after_refresh(self._arrive)

    def _arrive(self) -> None:
        """Bring the place that was asked for before the text was wrapped, unless one came since."""
        place, self._place = self._place, None
        if place is not None:
            self.bring(place)

    def row_of(self, place: int) -> int:
        """The line that holds `place`."""
        return max(0, bisect_right(self._rows, place, key=lambda row: row.start) - 1)

    def bring(self, place: int) -> None:
        """Scroll so that `place` stands in the upper third, unless it is in view already; of a text
        that is shown anew its beginning is.
        """
        self._place = None if self._rows else place
        row = self.row_of(place)
        height = self.scrollable_content_region.height
        top = 0 if self._anew else self.scroll_offset.y
        self._anew = False
        if not top <= row < top + height:
            top = max(0, row - height // 3)
        self.scroll_to(y=0 if place == 0 else top, animate=False, force=True)

    def line(self, number: int, width: int) -> Line:
        """The line `number` with its marks."""
        del width
        if number >= len(self._rows):
            return ()
        start, end = self._rows[number]
        return marked(self._text, start, end, self._marks)
