"""What was read of a report, field by field and item by item, to be set right in place."""

from collections.abc import Callable

from archive.corrections import Changes
from archive.doubts import Doubt, doubts
from archive.item_corrections import ADDED, TASK_BY
from archive.kin_corrections import kin_said
from archive.report import Report, Span
from archive.vietnamese import nfc
from tui.library.relatives import NOBODY, Relatives, relatives_of
from tui.screens.changing import ChangingScreen
from tui.screens.correctable import (
    Entry,
    confirmed,
    doubt_of,
    dropped,
    entries,
    label,
    meant,
    news_of,
    offered,
    refused,
    said,
    span_of,
    value_of,
    was_corrected,
    why,
)
from tui.screens.passage import PassageScreen
from tui.widgets.lines import Line, Piece, padded, spread
from tui.widgets.lines import plain as piece
from tui.widgets.signs import sign

LABEL = 16
"""Cells of a field's name."""
NONE: Changes = {}


class CorrectScreen(ChangingScreen):
    """All that was read with how sure it is and where it stands; a box for a new value."""

    home = "correct"

    def __init__(self, report: Report, field: str = "", number: int = 0) -> None:
        super().__init__()
        self._report = report
        self._entries: tuple[Entry, ...] = entries(report)
        self._doubts: tuple[Doubt, ...] = ()
        self._relatives = NOBODY
        self._of_by = False  # the box is for who set a task
        self._asked = Entry(field, number)

    # ---- the frame

    def on_mount(self) -> None:
        """Every field is there at once."""
        super().on_mount()
        title = self._report.title or self.words("screen.common.no-title")
        self.rows.border_title = self.caption(title)
        self._tell(self._report)
        if self._asked in self._entries:
            self.rows.go(self._entries.index(self._asked))
            self.do_change()
        else:
            self.rows.focus()
            library, report_id = self.xdd.library, self._report.id or ""
            self.work(lambda: relatives_of(library, report_id), self._related)

    def _related(self, relatives: Relatives) -> None:
        """What the report belongs with is known; the cursor stays where it was."""
        here = self._entry
        self._relatives = relatives
        self._tell(self._report)
        self.rows.go(self._entries.index(here) if here in self._entries else self.rows.cursor)

    @property
    def _entry(self) -> Entry:
        """What is under the cursor."""
        return self._entries[min(self.rows.cursor, len(self._entries) - 1)]

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
        self._entries = entries(report, self._relatives)
        self._doubts = doubts(report)
        self.rows.show(len(self._entries), cursor=self.rows.cursor)
        self.tell_keys()
        self.refresh_frame()

    def hint(self) -> str:
        """How a correction is taken back, where there is one."""
        if "corrected" in self.conditions():
            return self.words("screen.correct.undo", key=self.xdd.shown("undo"))
        return ""

    def draw(self, row: int, width: int) -> tuple[Line, ...]:
        """A field or item, and why it is as it is."""
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
        elif entry.other or entry.field in ("results", "figures"):
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
        self._of_by = of_by
        prompt = self.words("screen.correct.by-prompt") if of_by else label(entry, self.xdd.words)
        self.open_box(prompt, values)

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

    # ---- what is kept

    def do_store(self) -> None:
        """Keep what stands in the box."""
        entry, typed = self._entry, nfc(self.box.value)
        if self._of_by:
            self._say({TASK_BY: (f"{entry.number}={typed}",)})
            return
        typed = meant(entry.field, typed, self.xdd.words)
        if trouble := refused(entry.field, typed, self.xdd.words):
            self.say(trouble)
        else:
            self._say(said(entry, typed))

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
        self._change(lambda: library.correct([report_id], changes), "stored", "unchanged", changes)

    def do_undo(self) -> None:
        """Take the last correction back."""
        library, report_id = self.xdd.library, self._report.id or ""
        self._change(lambda: library.undo_correction([report_id]), "undone", "nothing-undone")

    def _change(
        self, change: Callable[[], list[str]], done: str, nothing: str, changes: Changes = NONE
    ) -> None:
        """Make a change away from the screen's thread; the index hears of it afterwards, or before
        where kin was changed: who belongs with whom is told by all reports together.
        """
        library, words, report_id = self.xdd.library, self.xdd.words, self._report.id or ""

        def job() -> tuple[bool, Report, Relatives, str]:
            news = news_of(library, changes, words)
            before = kin_said(library.store.kept(report_id).corrections)
            changed = bool(change())
            if kin_said(library.store.kept(report_id).corrections) != before:
                library.update()
            said = (
                f"{words('screen.correct.kept')} {news}"
                if news
                else words(f"screen.correct.{done}")
            )
            return changed, library.report(report_id), relatives_of(library, report_id), said

        def then(told: tuple[bool, Report, Relatives, str]) -> None:
            changed, report, self._relatives, said = told
            if changed and self._asked.field:
                self.xdd.leave()  # back to where the one correction was asked for
                self.xdd.say(said)
                self.xdd.keep_up()
                return
            if self.typing:
                self.close_box()
            self._tell(report)
            self.say(said if changed else self.words(f"screen.correct.{nothing}"))
            if changed:
                self.xdd.keep_up()

        self.work(job, then, awaited="way")
