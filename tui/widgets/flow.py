"""Text laid out for a width: passages that wrap, one below the other or side by side.

A flow is measured first and then asked for single lines, so that what is not in view is wrapped
but never drawn.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol

from archive.report import Span
from tui.widgets.lines import Line, Mark, Piece, cells, cut, marked, plain, visible, wrap

RULE = " │ "
ASCII_RULE = " | "


class Flow(Protocol):
    """Something that takes a number of lines in a width."""

    def measure(self, width: int) -> int:
        """Lay out in `width` cells; how many lines that takes."""

    def line(self, number: int) -> Line:
        """The line `number`, counted from 0, as last measured."""


class Row:
    """One line that does not wrap; `said` may change."""

    def __init__(self, said: Line = ()) -> None:
        self.said = said

    def measure(self, width: int) -> int:
        """Always one."""
        del width
        return 1

    def line(self, number: int) -> Line:
        """The line itself."""
        del number
        return self.said


class Passage:
    """A text that wraps; `lead` stands before its first line and indents the others.

    `marks` are in order and do not overlap; what they do not cover has `look`.
    """

    def __init__(
        self, text: str, marks: Sequence[Mark] = (), *, lead: Line = (), look: str = ""
    ) -> None:
        self.text = "\n".join(visible(line) for line in text.split("\n"))
        self.marks = marks
        self._lead = lead
        self._look = look
        self._indent = cells(lead)
        self._width = 0
        self._rows: list[Span] = []

    def measure(self, width: int) -> int:
        """Wrap the text, once a width."""
        if width != self._width:
            self._rows = wrap(self.text, max(1, width - self._indent))
            self._width = width
        return len(self._rows)

    def line(self, number: int) -> Line:
        """The line with its marks."""
        lead = plain(" " * self._indent) if number else self._lead
        pieces = marked(self.text, *self._rows[number], self.marks)
        return (*lead, *(Piece(piece.text, piece.look or self._look) for piece in pieces))

    @property
    def height(self) -> int:
        """How many lines it takes, as last measured."""
        return len(self._rows)

    def row_of(self, place: int) -> int:
        """The line that holds the code point `place` of the text."""
        return max(0, bisect_right(self._rows, place, key=lambda row: row.start) - 1)


class Stack:
    """Flows one below the other."""

    def __init__(self, parts: Sequence[Flow]) -> None:
        self._parts = parts
        self._tops: list[int] = []

    def measure(self, width: int) -> int:
        """The sum of the parts."""
        heights = [part.measure(width) for part in self._parts]
        self._tops = list(accumulate(heights, initial=0))
        return self._tops[-1]

    def line(self, number: int) -> Line:
        """A line of the part that it falls into."""
        part = bisect_right(self._tops, number) - 1
        return self._parts[part].line(number - self._tops[part])


class Beside:
    """Two flows side by side with a rule between them; the shorter one ends in blank lines."""

    def __init__(self, left: Flow, right: Flow, *, rule: str = RULE) -> None:
        self._left = left
        self._right = right
        self._rule = rule
        self._width = 0
        self._heights = (0, 0)

    def measure(self, width: int) -> int:
        """As tall as the taller one."""
        room = max(2, width - len(self._rule))
        self._width = room // 2
        self._heights = self._left.measure(room // 2), self._right.measure(room - room // 2)
        return max(self._heights)

    def line(self, number: int) -> Line:
        """The two lines in one."""
        left = self._left.line(number) if number < self._heights[0] else ()
        right = self._right.line(number) if number < self._heights[1] else ()
        left = cut(left, self._width)
        blank = " " * (self._width - cells(left))
        return (*left, Piece(blank), Piece(self._rule, "dim"), *right)
