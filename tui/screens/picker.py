"""Lists that are searched by typing: the help of a place, and the palette of all commands.

Words are matched without their marks, so that "nghi quyet" finds "Nghị quyết".
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from archive.errors import XddError
from archive.vietnamese import bare, nfc
from tui.actions import Action, shown
from tui.library import EVERYTHING
from tui.saved import Saved, saved_searches
from tui.screens.base import PlaceScreen
from tui.screens.legend import legend
from tui.widgets.lines import Line, Mark, Piece, marked, plain, spread, visible
from tui.widgets.rows import Rows

ORDER = ("act", "go", "help", "move")
"""The groups of actions as pickers show them: what a person came for first."""

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to pick: `name` is searched, and so are `note` and an action's id; `keys` stand
    beside it.

    `reason` says why it cannot be done now. Picking it does `action`, takes `theme`, or searches
    for `query`, or as `saved` was.
    """

    name: str
    note: str = ""
    keys: str = ""
    reason: str = ""
    action: Action | None = None
    theme: str = ""
    query: str = ""
    saved: Saved | None = None


def score(entry: Entry, typed: str) -> int | None:
    """How well `entry` answers what was typed, less is better; None where a word is missing."""
    known_as = entry.action.id if entry.action else ""
    name = bare(nfc(entry.name))
    all_of_it = bare(nfc(f"{entry.name} {entry.note} {entry.keys} {known_as}"))
    worst = 0
    for word in _WORDS.findall(bare(nfc(typed))):
        starts = re.search(rf"\b{re.escape(word)}", name)
        if starts:
            worst = max(worst, 0 if starts.start() == 0 else 1)
        elif word in name:
            worst = max(worst, 2)
        elif word in all_of_it:
            worst = max(worst, 3)
        else:
            return None
    return worst


def found(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that answer what was typed, best first, else in their own order."""
    if typed.strip() and not _WORDS.search(typed):
        return [entry for entry in entries if typed.strip() in entry.keys.split()]
    scored = [(score(entry, typed), entry) for entry in entries]
    kept = [(rank, number) for number, (rank, _) in enumerate(scored) if rank is not None]
    return [entries[number] for _, number in sorted(kept)]


def highlighted(text: str, typed: str) -> Line:
    """`text` with the typed words marked."""
    folded = bare(nfc(text))
    marks: list[Mark] = []
    for word in _WORDS.findall(bare(nfc(typed))):
        place = folded.find(word)
        if place >= 0:
            marks.append(Mark(place, place + len(word), "match"))
    marks.sort()
    apart = [mark for n, mark in enumerate(marks) if n == 0 or marks[n - 1].end <= mark.start]
    return marked(text, 0, len(text), apart)


class PickerScreen(PlaceScreen):
    """A box and a list over the screen they were opened from."""

    CSS_PATH = "picker.tcss"

    def __init__(self, over: PlaceScreen) -> None:
        super().__init__()
        self._over = over
        self._entries: list[Entry] = []
        self._found: list[Entry] = []

    def entries(self) -> Iterable[Entry]:
        """Everything there is to pick."""
        raise NotImplementedError

    def lines(self, entry: Entry, width: int) -> tuple[Line, ...]:
        """How an entry is drawn."""
        raise NotImplementedError

    height: ClassVar[int] = 1
    tells_more = False

    def body(self) -> ComposeResult:
        """The box above the list."""
        with Vertical(id="picker"):
            yield Input(
                placeholder=self.words(f"screen.{self.home}.filter"), compact=True, id="typed"
            )
            rows = Rows(
                self._draw,
                height=self.height,
                leads=True,
                ascii_only=self.xdd.settings.ascii,
                id="picks",
            )
            rows.add_class("pane")
            yield rows

    def on_mount(self) -> None:
        """Everything is shown until something is typed."""
        super().on_mount()
        self._entries = list(self.entries())
        self.query_one("#picks").border_title = self.caption(self._title())
        self.query_one("#typed").focus()
        self._find("")

    def _title(self) -> str:
        return self.words(f"screen.{self.home}.title")

    @property
    def place(self) -> str:
        """The picker, typing or not."""
        return self.home

    def conditions(self) -> frozenset[str]:
        """Is there a row to pick?"""
        return frozenset({"row"}) if self._found else frozenset()

    def on_input_changed(self, message: Input.Changed) -> None:
        """The list follows what is typed."""
        self._find(message.value)

    def offered(self, typed: str) -> list[Entry]:
        """What answers what was typed, best first."""
        return found(self._entries, typed)

    def _find(self, typed: str) -> None:
        self._found = self.offered(typed)
        none = (self.words(f"screen.{self.home}.none"),)
        self.query_one("#picks", Rows).show(len(self._found), empty=none)
        self.refresh_frame()

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        return self.lines(self._found[row], width)

    @property
    def typed(self) -> str:
        """What stands in the box."""
        return self.query_one("#typed", Input).value

    def mover(self) -> Rows:
        """The list."""
        return self.query_one("#picks", Rows)

    def on_rows_chosen(self) -> None:
        """A click is enter."""
        self.do_open()

    def do_open(self) -> None:
        """Do what is under the cursor, on the screen below."""
        entry = self._found[self.mover().cursor]
        self.xdd.leave()
        if entry.action:
            self._over.perform(entry.action)
        elif entry.theme:
            self.xdd.theme = entry.theme
        elif entry.saved:
            self.xdd.find_saved(entry.saved)
        elif entry.query:
            self.xdd.find(EVERYTHING, entry.query)

    def do_palette(self) -> None:
        """The key that opened it closes it."""
        self.xdd.leave()

    def do_help(self) -> None:
        """The key that opened it closes it."""
        self.xdd.leave()

    def keys(self, action: Action) -> str:
        """The keys of an action, all of them."""
        return "  ".join(shown(key, short=not self.xdd.settings.ascii) for key in action.keys)


class HelpScreen(PickerScreen):
    """The keys that work where the focus was, what they do, and what the signs mean."""

    home = "help"
    height = 2

    def __init__(self, over: PlaceScreen) -> None:
        super().__init__(over)
        self._of = over.place

    def _title(self) -> str:
        return self.words("screen.help.title", place=self.words(f"place.{self._of}"))

    def entries(self) -> Iterable[Entry]:
        """The place's own actions, then those that work everywhere; then the signs."""
        here = [action for action in self.xdd.actions if action.works_on(self._of)]
        own = [action for action in here if self._of in action.places]
        rest = [action for action in here if action not in own]
        own.sort(key=lambda one: (self._over.lacking(one) is not None, not one.footer))
        rest.sort(key=lambda one: ORDER.index(one.group))
        for action in (*own, *rest):
            yield Entry(
                self.words(f"action.{action.id}.name"),
                note=self.words(f"action.{action.id}.help"),
                keys=self.keys(action),
                reason=self._over.lacking(action) or "",
                action=action,
            )
        ascii_only = self.xdd.settings.ascii
        for signs, meaning in legend(self._of, self.xdd.words, ascii_only=ascii_only):
            yield Entry(signs, note=meaning, keys=self.words("screen.help.signs"))

    def lines(self, entry: Entry, width: int) -> tuple[Line, ...]:
        """Name and keys; what it does, or why it cannot be done now."""
        said = entry.reason or entry.note
        return (
            spread(highlighted(entry.name, self.typed), plain(f"{entry.keys} ", "key"), width),
            (Piece("  "), *highlighted(said, self.typed))
            if not entry.reason
            else (Piece("  "), Piece(said, "dim")),
        )


class PaletteScreen(PickerScreen):
    """Every command with its key: "group: Action"; and the typed words as a search for reports."""

    home = "palette"

    def offered(self, typed: str) -> list[Entry]:
        """The commands that answer; people who typed words of a report find it from here too."""
        query = nfc(typed).strip()
        search = Entry(self.words("screen.palette.search", query=visible(query)), query=query)
        return [*super().offered(typed), *([search] if query else [])]

    def entries(self) -> Iterable[Entry]:
        """Every action, those of the place first; then searches kept; then the themes."""
        place = self._over.place
        actions = sorted(
            self.xdd.actions,
            key=lambda one: (
                not one.works_on(place),
                self._over.lacking(one) is not None,
                ORDER.index(one.group),
            ),
        )
        for action in actions:
            if action.works_on(place):
                reason = self._over.lacking(action) or ""
            else:
                places = ", ".join(self.words(f"place.{place}") for place in action.places)
                reason = self.words("needs.elsewhere", places=places)
            group = self.words(f"group.{action.group}")
            yield Entry(
                f"{group}: {self.words(f'action.{action.id}.name')}",
                note=self.words(f"action.{action.id}.help"),
                keys=self.keys(action),
                reason=reason,
                action=action,
            )
        with suppress(XddError):  # where they cannot be read, their own screen says why
            for kept in saved_searches():
                name = f"{self.words('group.saved')}: {visible(kept.name)}"
                yield Entry(name, note=kept.told, saved=kept)
        for theme in sorted(self.xdd.available_themes):
            yield Entry(f"{self.words('group.theme')}: {theme}", theme=theme)

    def lines(self, entry: Entry, width: int) -> tuple[Line, ...]:
        """Name and key; what it does, or why it cannot be done now."""
        name = plain(entry.name, "dim") if entry.reason else highlighted(entry.name, self.typed)
        name = (*name, Piece(f"  {entry.reason or visible(entry.note)}", "dim"))
        return (spread(name, plain(f" {entry.keys} ", "key"), width),)
