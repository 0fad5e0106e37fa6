"""The lines above and below every screen: where one is, what is marked, what can be done here."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.lines import LOOKS, Line, Piece, cells, cut, spread, strip


class Edge(Widget):
    """One line with something at its left and its right end."""

    COMPONENT_CLASSES = LOOKS

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show these at the two ends."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def arranged(self, width: int) -> Line:
        """The line in `width` cells."""
        return spread(self._left, self._right, width)

    def render_line(self, y: int) -> Strip:
        """The one line there is."""
        width = self.content_size.width
        return strip(self, self.arranged(width) if y == 0 else (), width, self.rich_style)


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key and what it does here; `available` says whether it can now."""

    action: str
    key: str
    name: str
    available: bool


class Footer(Edge):
    """The keys that work here, as many as fit; those that cannot be used now are dimmed and in
    brackets. A message stands in their place until the next key.
    """

    @dataclass
    class Pressed(Message):
        """A key's name was clicked."""

        action: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._hints: Sequence[KeyHint] = ()
        self._more = ""
        self._others = 0
        self._message = ""
        self._ends: list[tuple[int, str]] = []

    def offer(self, hints: Sequence[KeyHint], others: int, more: str) -> None:
        """Offer `hints`; `others` more keys work here, and `more` tells so (`{count}`)."""
        self._hints, self._others, self._more = hints, others, more
        self.refresh()

    def say(self, message: str) -> None:
        """Show `message` until the next one; "" shows the keys again."""
        if message != self._message:
            self._message = message
            self.refresh()

    @property
    def message(self) -> str:
        """What stands in the place of the keys."""
        return self._message

    def arranged(self, width: int) -> Line:
        """The message, or the keys that fit and how many there are besides."""
        self._ends = []
        if self._message:
            return cut((Piece(self._message, "strong"),), width)
        shown: list[Piece] = []
        taken = 0
        for number, hint in enumerate(self._hints):
            pieces = _hint(hint)
            left = len(self._hints) - number - 1 + self._others
            room = width - cells((Piece(self._more.format(count=left)),)) - 2
            if taken + cells(pieces) > room:
                break
            shown += pieces
            taken += cells(pieces)
            self._ends.append((taken, hint.action))
        left = len(self._hints) - len(self._ends) + self._others
        rest = (Piece(self._more.format(count=left), "dim"),) if left else ()
        return spread(tuple(shown), rest, width)

    def on_click(self, event: events.Click) -> None:
        """A click on a key's name is the key; a click on the count of others asks for help."""
        place = event.get_content_offset(self)
        for end, action in self._ends:
            if place and place.x < end:
                self.post_message(self.Pressed(action))
                return
        self.post_message(self.Pressed("help"))


def _hint(hint: KeyHint) -> Line:
    if hint.available:
        return (Piece(hint.key, "key"), Piece(f" {hint.name}  "))
    return (Piece(f"({hint.key} {hint.name})  ", "dim"),)
