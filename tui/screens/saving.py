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
        self._warned: Entry | None = None  # what the same key does when it is pressed again

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

        self.work(job, then, awaited="matter")

    def entries(self) -> Iterable[Entry]:
        """The searches kept, the last one first."""
        for kept in reversed(self._kept):
            yield Entry(kept.name, note=kept.told, saved=kept)

    def offered(self, typed: str) -> list[Entry]:
        """Keeping the search that stands under the typed name; then what is kept."""
        found, standing = super().offered(typed), self._standing
        if standing is None:
            return found
        name = " ".join(nfc(typed).split()) or standing.name
        if any(replace(standing, name=kept.name) == kept for kept in self._kept if not typed):
            return found
        way = "replace" if self._under(name) else "keep"
        said = self.words(f"screen.saved.{way}", name=visible(name))
        return [Entry(said, note=standing.told, keys=name), *found]

    def _under(self, name: str) -> Saved | None:
        """The search kept under `name`."""
        return next((kept for kept in self._kept if kept.name == name), None)

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
        self._warned = None
        self.refresh_frame()

    def on_input_changed(self, message: Input.Changed) -> None:
        """The list follows what is typed."""
        self._warned = None
        super().on_input_changed(message)

    def _may(self, entry: Entry, way: str, lost: Saved) -> bool:
        """Was the key pressed a second time? `lost` is what goes; the first time it is told."""
        if self._warned is entry:
            return True
        self._warned = entry
        key = self.xdd.shown("open" if way == "over" else "forget")
        facts = {"key": key, "name": visible(lost.name), "was": visible(lost.told)}
        self.say(self.words(f"screen.saved.{way}", **facts))
        return False

    def do_open(self) -> None:
        """Keep the search that stands, or go to the one under the cursor."""
        entry = self._found[self.mover().cursor]
        if entry.saved:
            self.xdd.leave()
            self.xdd.find_saved(entry.saved)
        elif self._standing:
            standing, name = self._standing, entry.keys
            was = self._under(name)
            if was and not self._may(entry, "over", was):
                return

            def then(_: Saved | None) -> None:
                self.xdd.leave()
                self.xdd.say(self.words("screen.saved.kept", name=visible(name)))

            self.work(lambda: save(replace(standing, name=name)), then, awaited="way")

    def do_forget(self) -> None:
        """Drop the search under the cursor, when asked twice; inside of what is typed the key
        deletes a letter.
        """
        box = self.query_one("#typed", Input)
        if self.pressed and box.cursor_position < len(box.value):
            box.action_delete_right()
            return
        entry = self._found[self.mover().cursor]
        if entry.saved and self._may(entry, "drop", entry.saved):
            name = entry.saved.name
            said = self.words("screen.saved.forgotten", name=visible(name))
            self._do(lambda: forget(name), said)
