"""The box below a text in which people type what to find in it."""

from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from archive.vietnamese import nfc
from tui.catalogue import Catalogue


class Finder(Horizontal):
    """A box that is there while it is typed into."""

    @dataclass
    class Sought(Message):
        """`pattern` was typed, in NFC; blank where nothing is sought any more."""

        pattern: str

    @dataclass
    class Left(Message):
        """The box closed; what was found stays."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="finder")
        self._words = words

    def compose(self) -> ComposeResult:
        """What the box is for, and the box."""
        yield Static(Text(f"{self._words('screen.reader.find')}: "), id="find-prompt")
        yield Input(
            placeholder=self._words("screen.reader.find-how"),
            compact=True,
            select_on_focus=False,
            id="find",
        )

    @property
    def _box(self) -> Input:
        return self.query_one("#find", Input)

    @property
    def is_open(self) -> bool:
        """Is it there?"""
        return self.has_class("-open")

    def open(self) -> None:
        """Show the box and take the keys."""
        self.add_class("-open")
        self._box.focus()

    def leave(self) -> None:
        """Close the box, what was typed kept for the next time."""
        self.remove_class("-open")
        self.post_message(self.Left())

    def forget(self) -> None:
        """Close the box and empty it, as if nothing had been sought."""
        with self._box.prevent(Input.Changed):
            self._box.value = ""
        self.leave()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is sought."""
        event.stop()
        self.post_message(self.Sought(nfc(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps what was found."""
        event.stop()
        self.leave()
