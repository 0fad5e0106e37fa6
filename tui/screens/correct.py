"""What was read of a report, field by field and item by item, to be set right in place."""

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from archive.corrections import Changes
from archive.doubts import Doubt, doubts
from archive.item_corrections import ADDED, TASK_BY
from archive.report import Report, Span
from archive.vietnamese import nfc
from tui.actions import shown as key_shown
from tui.screens.base import PlaceScreen
from tui.screens.correctable import (
    Entry,
    confirmed,
    doubt_of,
    dropped,
    entries,
    label,
    meant,
    offered,
    said,
    span_of,
    value_of,
    was_corrected,
    why,
)
from tui.screens.passage import PassageScreen
from tui.widgets.lines import Line, Piece, padded, spread
from tui.widgets.lines import plain as piece
from tui.widgets.rows import Rows
from tui.widgets.signs import sign

LABEL = 16
"""Cells of a field's name."""


class CorrectScreen(PlaceScreen):
    """All that was read with how sure it is and where it stands; a box for a new value."""

    CSS_PATH = "correct.tcss"
    home = "correct"

    def __init__(self, report: Report, field: str = "", number: int = 0) -> None:
        super().__init__()
        self._report = report
        self._entries: tuple[Entry, ...] = entries(report)
        self._doubts: tuple[Doubt, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._at = 0
        self._of_by = False  # the box is for who set a task
        self._asked = Entry(field, number)

    # ---- the frame

    def body(self) -> ComposeResult:
        """The fields, and the box below them while one is corrected."""
        fields = Rows(
            self._draw, height=2, leads=True, ascii_only=self.xdd.settings.ascii, id="fields"
        )
        fields.add_class("pane")
        yield fields
        with Horizontal(id="editor"):
            yield Static(id="value-prompt")
            yield Input(compact=True, select_on_focus=False, id="value")

    def on_mount(self) -> None:
        """Every field is there at once."""
        super().on_mount()
        title = self._report.title or self.words("screen.common.no-title")
        self._fields.border_title = self.caption(title)
        self._fields.focus()
        self._tell(self._report)
        if self._asked in self._entries:
            self._fields.go(self._entries.index(self._asked))
            self.call_after_refresh(self.do_change)

    @property
    def _fields(self) -> Rows:
        return self.query_one("#fields", Rows)

    @property
    def _box(self) -> Input:
        return self.query_one("#value", Input)

    @property
    def _entry(self) -> Entry:
        """What is under the cursor."""
        return self._entries[min(self._fields.cursor, len(self._entries) - 1)]

    @property
    def place(self) -> str:
        """The list or the box."""
        return "value" if self.typing else self.home

    def mover(self) -> Rows:
        """The list."""
        return self._fields

    def conditions(self) -> frozenset[str]:
        """May the archive be changed, and is there a correction to take back?"""
        met = {"row", "report"}
        if not self.xdd.library.is_sample:
            met.add("own")
        if self._entry.number:
            met.add("listed")
        if self._entry.is_task:
            met.add("task")
        if any(flag.startswith("corrected-") for flag in self._report.flags):
            met.add("corrected")
        return frozenset(met)

    def status(self) -> Line:
        """How many fields are in doubt."""
        grave = sum(doubt.grave for doubt in self._doubts)
        return piece(self.words("screen.correct.unsure", count=grave), "changed") if grave else ()

    # ---- the list

    def _tell(self, report: Report) -> None:
        self._report = report
        self._entries = entries(report)
        self._doubts = doubts(report)
        self._fields.show(len(self._entries), cursor=self._fields.cursor)
        self._tell_keys()
        self.refresh_frame()

    def _tell_keys(self) -> None:
        """Below the list: how another value is chosen, or a correction taken back."""
        said = ""
        if self.has_class("-changing"):
            keys = f"{self._key('down')} {self._key('up')}"
            said = self.words("screen.correct.choose", keys=keys) if len(self._offered) > 1 else ""
        elif "corrected" in self.conditions():
            said = self.words("screen.correct.undo", key=self.xdd.shown("undo"))
        self._fields.border_subtitle = self.caption(said)

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        entry, words = self._entries[row], self.xdd.words
        doubt = doubt_of(entry, self._report, self._doubts)
        unsure = bool(doubt and doubt.grave)
        told, look = self._surety(entry, unsure=unsure)
        name = "corrected" if was_corrected(self._report, entry) else "unsure" if unsure else ""
        mark = sign(name, ascii_only=self.xdd.settings.ascii) if name else " "
        left = (
            Piece(f"{mark} ", look),
            Piece(padded(label(entry, words), LABEL), "key"),
            Piece(value_of(self._report, entry, words)),
        )
        return (
            spread(left, (Piece(told, look), Piece(" ")), width),
            (Piece(" " * (LABEL + 2)), Piece(why(self._report, entry, words), "dim")),
        )

    def _surety(self, entry: Entry, *, unsure: bool) -> tuple[str, str]:
        """How sure it is, in words, and the look of them."""
        if was_corrected(self._report, entry):
            return self.words("screen.correct.corrected"), "good"
        sure = None if entry.number else self._report.confidence.get(entry.field)
        percent = "" if sure is None else f"{sure:.0%}"
        if unsure:
            return f"{percent} {self.words('screen.reader.unsure')}".strip(), "changed"
        return percent, "dim"

    # ---- the box

    def on_rows_chosen(self) -> None:
        """A click on the row under the cursor is enter."""
        self.perform(self.xdd.action("change"))

    def do_change(self) -> None:
        """Open the box on the field or document under the cursor, the text on a task."""
        entry = self._entry
        if entry.is_task:
            self._choose(span_of(self._report, entry))
        elif entry.field in ("results", "figures"):
            self.say(self.words("screen.correct.only-drop", key=self.xdd.shown("drop-item")))
        else:
            self._open(entry, offered(self._report, entry, self.xdd.words), of_by=False)

    def do_task_by(self) -> None:
        """Open the box for who set the task."""
        entry = self._entry
        others = [task.by for task in self._report.tasks if task.by]
        now = self._report.tasks[entry.number - 1].by or ""
        self._open(entry, tuple(dict.fromkeys((now, *others))), of_by=True)

    def _open(self, entry: Entry, values: tuple[str, ...], *, of_by: bool) -> None:
        self._offered, self._at, self._of_by = values, 0, of_by
        prompt = self.words("screen.correct.by-prompt") if of_by else label(entry, self.xdd.words)
        self.query_one("#value-prompt", Static).update(Text(f"{prompt}: "))
        self.add_class("-changing")
        self._box.value = values[0]
        self._box.cursor_position = len(values[0])
        self._box.focus()
        self._tell_keys()

    def do_add_task(self) -> None:
        """Choose a passage that is a task, from where the cursor's row was read."""
        span = span_of(self._report, self._entry)
        self._choose(Span(span.end, span.end) if span else None)

    def _choose(self, span: Span | None) -> None:
        report = self._report

        def then(passage: str) -> None:
            library = self.xdd.library
            self._change(
                lambda: library.correct([report.id or ""], {ADDED: (passage,)}),
                "stored",
                "unchanged",
            )

        self.app.push_screen(PassageScreen(report, span, then))

    def _key(self, action: str) -> str:
        """The key of `action` that works in the box."""
        keys = (
            key_shown(key, short=not self.xdd.settings.ascii)
            for key in self.xdd.action(action).keys
        )
        return next((key for key in keys if not key.isalnum() or len(key) > 1), "")

    def do_down(self) -> None:
        """One field down; in the box the next value that is offered."""
        self._offer(1) if self.typing else super().do_down()

    def do_up(self) -> None:
        """One field up; in the box the value before."""
        self._offer(-1) if self.typing else super().do_up()

    def _offer(self, step: int) -> None:
        self._at = (self._at + step) % len(self._offered)
        self._box.value = self._offered[self._at]
        self._box.cursor_position = len(self._box.value)

    def _close(self) -> None:
        self._fields.focus()

    def on_descendant_focus(self) -> None:
        """The box goes with the focus, however that left it."""
        super().on_descendant_focus()
        if self._fields.has_focus:
            self.remove_class("-changing")
            self._tell_keys()

    def do_back(self) -> None:
        """Out of the box with nothing changed; then out of the screen."""
        if self.typing:
            self._close()
        else:
            self.xdd.leave()

    # ---- what is kept

    def do_store(self) -> None:
        """Keep what stands in the box."""
        entry, typed = self._entry, nfc(self._box.value)
        if self._of_by:
            self._say({TASK_BY: (f"{entry.number}={typed}",)})
        else:
            self._say(said(entry, meant(entry.field, typed, self.xdd.words)))

    def do_confirm(self) -> None:
        """It is right as read."""
        changes = confirmed(self._report, self._entry)
        if changes:
            self._say(changes)
        else:
            self.say(self.words("screen.correct.not-confirmed"))

    def do_drop_item(self) -> None:
        """The item is none."""
        self._say(dropped(self._entry))

    def _say(self, changes: Changes) -> None:
        library, report_id = self.xdd.library, self._report.id or ""
        self._change(lambda: library.correct([report_id], changes), "stored", "unchanged")

    def do_undo(self) -> None:
        """Take the last correction back."""
        library, report_id = self.xdd.library, self._report.id or ""
        self._change(lambda: library.undo_correction([report_id]), "undone", "nothing-undone")

    def _change(self, change: Callable[[], list[str]], done: str, nothing: str) -> None:
        """Make a change away from the screen's thread; the index hears of it afterwards."""
        library, report_id = self.xdd.library, self._report.id or ""

        def job() -> tuple[bool, Report]:
            return bool(change()), library.report(report_id)

        def then(told: tuple[bool, Report]) -> None:
            changed, report = told
            if changed and self._asked.field:
                self.xdd.leave()  # back to where the one correction was asked for
                self.xdd.say(self.words(f"screen.correct.{done}"))
                self.xdd.keep_up()
                return
            if self.typing:
                self._close()
            self._tell(report)
            self.say(self.words(f"screen.correct.{done if changed else nothing}"))
            if changed:
                self.xdd.keep_up()

        self.work(job, then)
