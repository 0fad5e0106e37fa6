"""A list whose rows are set right in place: a box below it in which the new value is typed."""

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.actions import shown as key_shown
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line
from tui.widgets.rows import Rows


class ChangingScreen(PlaceScreen):
    """The list, and the box while a value is typed; up and down go through the values offered.

    The box goes with the focus, however that left it.
    """

    CSS_PATH = "changing.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._offered: Sequence[str] = ("",)
        self._at = 0

    def draw(self, row: int, width: int) -> tuple[Line, ...]:
        """The two lines of a row."""
        raise NotImplementedError

    def hint(self) -> str:
        """What is said below the list while the box is shut."""
        raise NotImplementedError

    # ---- the frame

    def body(self) -> ComposeResult:
        """The list, and the box below it."""
        rows = Rows(self.draw, height=2, leads=True, ascii_only=self.xdd.settings.ascii, id="list")
        rows.add_class("pane")
        yield rows
        with Horizontal(id="editor"):
            yield Static(id="value-prompt")
            yield Input(compact=True, select_on_focus=False, id="value")

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one("#list", Rows)

    @property
    def box(self) -> Input:
        """Where a value is typed."""
        return self.query_one("#value", Input)

    @property
    def place(self) -> str:
        """The list or the box."""
        return "value" if self.typing else self.home

    def mover(self) -> Rows:
        """The list."""
        return self.rows

    def tell_keys(self) -> None:
        """Below the list: how another value is chosen, or what can be done."""
        said = self.hint()
        if self.has_class("-changing"):
            keys = f"{self._key('down')} {self._key('up')}"
            said = self.words("screen.correct.choose", keys=keys) if len(self._offered) > 1 else ""
        self.rows.border_subtitle = self.caption(said)

    def _key(self, action: str) -> str:
        """The key of `action` that works in the box."""
        keys = (
            key_shown(key, short=not self.xdd.settings.ascii)
            for key in self.xdd.action(action).keys
        )
        return next((key for key in keys if not key.isalnum() or len(key) > 1), "")

    # ---- the box

    def open_box(self, prompt: str, offered: Sequence[str]) -> None:
        """Open the box after `prompt`, the first of the values `offered` in it."""
        self._offered, self._at = offered, 0
        self.query_one("#value-prompt", Static).update(Text(f"{prompt}: "))
        self.add_class("-changing")
        self._put(offered[0])
        self.box.focus()
        self.tell_keys()

    def close_box(self) -> None:
        """Back to the list."""
        self.rows.focus()

    def _put(self, value: str) -> None:
        """`value`, selected: what is typed takes its place, and an arrow goes on from its end."""
        self.box.value = value
        self.box.action_select_all()

    def _offer(self, step: int) -> None:
        self._at = (self._at + step) % len(self._offered)
        self._put(self._offered[self._at])

    def do_down(self) -> None:
        """One row down; in the box the next value that is offered."""
        self._offer(1) if self.typing else super().do_down()

    def do_up(self) -> None:
        """One row up; in the box the value before."""
        self._offer(-1) if self.typing else super().do_up()

    def on_descendant_focus(self) -> None:
        """The box goes with the focus."""
        super().on_descendant_focus()
        if self.rows.has_focus:
            self.remove_class("-changing")
            self.tell_keys()

    def do_back(self) -> None:
        """Out of the box with nothing changed; then out of the screen."""
        if self.typing:
            self.close_box()
        else:
            self.xdd.leave()
