"""Searches kept under names: keep the one that stands, go to another, drop one."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual.widgets import Input

from archive.vietnamese import nfc
from tui.saved import Saved, forget, save, saved_searches
from tui.screens.base import PlaceScreen
from tui.screens.picker import Entry, PickerScreen, highlighted
from tui.widgets.lines import Line, Piece, visible


class SavedScreen(PickerScreen):
    """The box takes a name; first the row that keeps the search that stands, then those kept."""

    home = "saved"
    height = 2

    def __init__(self, over: PlaceScreen, standing: Saved | None) -> None:
        super().__init__(over)
        self._standing = standing
        self._kept: tuple[Saved, ...] = ()

    def on_mount(self) -> None:
        """The searches kept are read away from the screen's thread."""
        super().on_mount()
        self._do(lambda: None, "")

    def _do(self, change: Callable[[], object], said: str) -> None:
        """Make a change, then show what is kept."""

        def job() -> tuple[Saved, ...]:
            change()
            return saved_searches()

        def then(kept: tuple[Saved, ...]) -> None:
            self._kept = kept
            self._entries = list(self.entries())
            self._find(self.typed)
            self.say(said)

        self.work(job, then)

    def entries(self) -> Iterable[Entry]:
        """The searches kept, the last one first."""
        for kept in reversed(self._kept):
            yield Entry(kept.name, note=kept.told, saved=kept)

    def offered(self, typed: str) -> list[Entry]:
        """Keeping the search that stands under the typed name; then what is kept. Where the name
        is taken, replacing comes last, so that nothing is replaced by a hasty enter.
        """
        found, standing = super().offered(typed), self._standing
        if standing is None:
            return found
        name = " ".join(nfc(typed).split()) or standing.name
        if any(replace(standing, name=kept.name) == kept for kept in self._kept if not typed):
            return found
        there = any(kept.name == name for kept in self._kept)
        if not there:
            said = self.words("screen.saved.keep", name=visible(name))
            return [Entry(said, note=standing.told, keys=name), *found]
        said = self.words("screen.saved.replace", name=visible(name))
        return [*found, Entry(said, note=standing.told, keys=name)]

    def lines(self, entry: Entry, width: int) -> tuple[Line, ...]:  # noqa: ARG002 - PickerScreen's
        """The name, and what is searched for."""
        typed = self.typed if entry.saved else ""
        note = visible(entry.note) or self.words("screen.search.all")
        return highlighted(entry.name, typed), (Piece("  "), Piece(note, "dim"))

    def conditions(self) -> frozenset[str]:
        """Is there a row, and is it a search kept?"""
        entry = self._found[self.mover().cursor] if self._found else None
        kept = {"kept"} if entry and entry.saved else set()
        return frozenset({"row"} | kept) if entry else frozenset()

    def on_rows_moved(self) -> None:
        """Other keys may work on another row."""
        self.refresh_frame()

    def do_open(self) -> None:
        """Keep the search that stands, or go to the one under the cursor."""
        entry = self._found[self.mover().cursor]
        if entry.saved:
            self.xdd.leave()
            self.xdd.find_saved(entry.saved)
        elif self._standing:
            standing, name = self._standing, entry.keys

            def then(_: None) -> None:
                self.xdd.leave()
                self.xdd.say(self.words("screen.saved.kept", name=visible(name)))

            self.work(lambda: save(replace(standing, name=name)), then)

    def do_forget(self) -> None:
        """Drop the search under the cursor; inside of what is typed the key deletes a letter."""
        box = self.query_one("#typed", Input)
        if self.pressed and box.cursor_position < len(box.value):
            box.action_delete_right()
            return
        entry = self._found[self.mover().cursor]
        if entry.saved:
            name = entry.saved.name
            said = self.words("screen.saved.forgotten", name=visible(name))
            self._do(lambda: forget(name), said)
