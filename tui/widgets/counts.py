"""A line of counts, each of which can be clicked to see what it counts alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.widgets.edges import Edge
from tui.widgets.lines import Line, Piece, cells, plain, spread


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, and how that is said."""

    name: str
    count: int
    said: str
    look: str


class Counts(Edge):
    """The counts from left to right; the chosen one in brackets."""

    @dataclass
    class Pressed(Message):
        """A count was clicked."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._counts: Sequence[Count] = ()
        self._chosen = ""
        self._said = ""
        self._ends: list[tuple[int, str]] = []

    def offer(self, counts: Sequence[Count], chosen: str, said: str) -> None:
        """Show `counts`; the one named `chosen` is in force, `said` tells so at the right end."""
        self._counts, self._chosen, self._said = counts, chosen, said
        self.refresh()

    def arranged(self, width: int) -> Line:
        """The counts, and at the right end what is shown; zeros give way where room is short."""
        right = plain(self._said, "dim")
        left = self._drawn(self._counts)
        if cells(left) + cells(right) >= width:
            left = self._drawn([count for count in self._counts if count.count])
        return spread(left, right if cells(left) + cells(right) < width else (), width)

    def _drawn(self, counts: Sequence[Count]) -> Line:
        pieces: list[Piece] = []
        self._ends = []
        for count in counts:
            chosen = count.name == self._chosen
            text = f"[{count.said}]" if chosen else f" {count.said} "
            pieces.append(Piece(text, "here" if chosen else count.look if count.count else "dim"))
            self._ends.append((cells(tuple(pieces)), count.name))
        return tuple(pieces)

    def on_click(self, event: events.Click) -> None:
        """A click on a count chooses it."""
        place = event.get_content_offset(self)
        for end, name in self._ends:
            if place and place.x < end:
                self.post_message(self.Pressed(name))
                return
