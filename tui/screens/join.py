"""The tasks of one side of a diff, to say which of them is meant."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui.screens.base import PlaceScreen
from tui.screens.picker import Entry, PickerScreen, highlighted
from tui.widgets.lines import Line, Piece, padded, wrap

_LINES = 3
_LABEL = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A task that can be meant: its number in its list (from 0), its label ("B3"), its words."""

    task: int
    label: str
    text: str


class JoinScreen(PickerScreen):
    """The choices, the likeliest first; `then` is told which task was chosen.

    `asked` is the key of the sentence above them.
    """

    home = "join"
    height = _LINES

    def __init__(
        self, over: PlaceScreen, asked: str, choices: Sequence[Choice], then: Callable[[int], None]
    ) -> None:
        super().__init__(over)
        self._asked = asked
        self._choices = choices
        self._then = then

    def _title(self) -> str:
        return self.words(self._asked)

    def entries(self) -> Iterable[Entry]:
        """The choices in their order."""
        return [Entry(choice.text, keys=choice.label) for choice in self._choices]

    def lines(self, entry: Entry, width: int) -> tuple[Line, ...]:
        """The label, and as much of the words as there is room for."""
        drawn: list[Line] = []
        for start, end in wrap(entry.name, max(1, width - _LABEL))[:_LINES]:
            lead = "" if drawn else entry.keys
            line = highlighted(entry.name[start:end], self.typed)
            drawn.append((Piece(padded(lead, _LABEL), "key"), *line))
        return tuple(drawn)

    def do_open(self) -> None:
        """Tell which was chosen."""
        entry = self._found[self.mover().cursor]
        self.xdd.leave()
        self._then(next(one.task for one in self._choices if one.label == entry.keys))
