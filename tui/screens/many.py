"""One field of many reports set right at once: the reports that a search found, or those marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from archive.record import SCALARS
from archive.vietnamese import nfc
from search.answer import Hit
from tui.actions import shown as key_shown
from tui.library import Library
from tui.screens.asking import Question, find
from tui.screens.base import PlaceScreen
from tui.screens.correctable import CHOICES, meant, shown
from tui.screens.hits import day_of
from tui.widgets.lines import Line, Piece, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.signs import sign

if TYPE_CHECKING:
    from tui.app import XddApp

MOST = 1000
"""Reports that are offered at a time."""
_FIRST = "body"


def answering(library: Library, question: Question) -> list[Hit]:
    """The reports that answer, each by itself."""
    if question.source is None:
        answer = library.search(
            question.query, question.selection, sort=question.sort, limit=MOST, typing=True
        )
        return list(answer.hits)
    found = find(library, question, 0)
    return [hit for hit in found.hits if isinstance(hit, Hit)]


def open_many(xdd: "XddApp", question: Question) -> None:
    """One field of the reports that answer `question`, or of those marked, to be set right."""
    marked = frozenset(mark.id for mark in xdd.marks)

    def then(hits: list[Hit]) -> None:
        xdd.push_screen(ManyScreen(hits, marked))

    xdd.work(lambda: answering(xdd.library, question), then)


class ManyScreen(PlaceScreen):
    """The reports, each with a box to tick and its value of the field; a line for the new value.

    Those in `marked` are ticked, all where none is.
    """

    CSS_PATH = "many.tcss"
    home = "many"

    def __init__(self, hits: Sequence[Hit], marked: frozenset[str]) -> None:
        super().__init__()
        self._hits = list(hits)
        ids = {hit.id for hit in hits}
        self._ticked = set(marked & ids) or ids
        self._field = _FIRST
        self._offered: tuple[str, ...] = ("",)
        self._at = 0
        self._undo: list[list[str]] = []

    def body(self) -> ComposeResult:
        """The list, and the box below it while a value is typed."""
        rows = Rows(self._draw, height=2, leads=True, ascii_only=self.xdd.settings.ascii, id="list")
        rows.add_class("pane")
        yield rows
        with Horizontal(id="editor"):
            yield Static(id="value-prompt")
            yield Input(compact=True, select_on_focus=False, id="value")

    def on_mount(self) -> None:
        """All the reports are there at once."""
        super().on_mount()
        self._rows.focus()
        self._tell()

    @property
    def _rows(self) -> Rows:
        return self.query_one("#list", Rows)

    @property
    def _box(self) -> Input:
        return self.query_one("#value", Input)

    @property
    def place(self) -> str:
        """The list or the box."""
        return "value" if self.typing else self.home

    def mover(self) -> Rows:
        """The list."""
        return self._rows

    def conditions(self) -> frozenset[str]:
        """May the archive be changed, and is there something to take back?"""
        met = {"row", "report"} if self._hits else set()
        if not self.xdd.library.is_sample:
            met.add("own")
        if self._undo:
            met.add("corrected")
        return frozenset(met)

    def status(self) -> Line:
        """How many are ticked."""
        ticked, count = self.number(len(self._ticked)), self.number(len(self._hits))
        return plain(self.words("screen.many.ticked", ticked=ticked, count=count))

    # ---- the list

    def _tell(self) -> None:
        empty = (self.words("screen.search.none", query=""),)
        self._rows.show(len(self._hits), cursor=self._rows.cursor, empty=empty)
        self._rows.border_title = self.caption(
            self.words("screen.many.field", field=self.words(f"field.{self._field}"))
        )
        said = self.words("screen.many.how", key=self.xdd.shown("choose-field"))
        if self.has_class("-changing"):
            keys = " ".join(
                key_shown(key, short=not self.xdd.settings.ascii) for key in ("down", "up")
            )
            said = self.words("screen.correct.choose", keys=keys) if len(self._offered) > 1 else ""
        self._rows.border_subtitle = self.caption(said)
        self.refresh_frame()

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        hit, ascii_only = self._hits[row], self.xdd.settings.ascii
        box = sign("chosen" if hit.id in self._ticked else "open", ascii_only=ascii_only)
        day = day_of(hit) or self.words("screen.common.no-date")
        return (
            (Piece(f"{box} ", "key"), Piece(self._value(hit), "strong")),
            spread(
                (Piece("    "), Piece(f"{day} ", "dim"), Piece(hit.title or hit.id, "dim")),
                (),
                width,
            ),
        )

    def _value(self, hit: Hit) -> str:
        return shown(self._field, getattr(hit, self._field, None), self.xdd.words)

    # ---- what is done

    def on_rows_chosen(self) -> None:
        """A click ticks."""
        self.do_pick()

    def do_pick(self) -> None:
        """Tick the report, or not."""
        self._ticked ^= {self._hits[self._rows.cursor].id}
        self._rows.redraw()
        self._rows.move(1)

    def do_pick_all(self) -> None:
        """Tick all, or none where all are."""
        every = {hit.id for hit in self._hits}
        self._ticked = set() if self._ticked == every else every
        self._rows.redraw()

    def do_choose_field(self) -> None:
        """The next field."""
        self._field = SCALARS[(SCALARS.index(self._field) + 1) % len(SCALARS)]
        self._tell()

    def do_change(self) -> None:
        """Open the box; the values that the ticked reports have are offered."""
        if not self._ticked:
            self.say(self.words("screen.many.none"))
            return
        if self._field in CHOICES:
            group, codes = CHOICES[self._field]
            values = [self.words(f"{group}.{code}") for code in codes]
        else:
            values = [self._value(hit) for hit in self._hits if getattr(hit, self._field, None)]
        self._offered = tuple(dict.fromkeys(("", *values)))
        self._at = 0
        named = self.words(f"field.{self._field}")
        said = self.words("screen.many.prompt", field=named, count=len(self._ticked))
        self.query_one("#value-prompt", Static).update(Text(f"{said}: "))
        self.add_class("-changing")
        self._box.value = ""
        self._box.focus()
        self._tell()

    def do_down(self) -> None:
        """One report down; in the box the next value that is offered."""
        self._offer(1) if self.typing else super().do_down()

    def do_up(self) -> None:
        """One report up; in the box the value before."""
        self._offer(-1) if self.typing else super().do_up()

    def _offer(self, step: int) -> None:
        self._at = (self._at + step) % len(self._offered)
        self._box.value = self._offered[self._at]
        self._box.cursor_position = len(self._box.value)

    def on_descendant_focus(self) -> None:
        """The box goes with the focus."""
        super().on_descendant_focus()
        if self._rows.has_focus and self.has_class("-changing"):
            self.remove_class("-changing")
            self._tell()

    def do_back(self) -> None:
        """Out of the box with nothing changed; then out of the screen."""
        if self.typing:
            self._rows.focus()
        else:
            self.xdd.leave()

    def do_store(self) -> None:
        """Set the field of all that are ticked."""
        library, field = self.xdd.library, self._field
        typed = meant(field, nfc(self._box.value), self.xdd.words)
        ids = [hit.id for hit in self._hits if hit.id in self._ticked]
        named = self.words(f"field.{field}")

        def then(changed: list[str]) -> None:
            if changed:
                self._undo.append(changed)
            self._rows.focus()
            said = "set" if changed else "unchanged"
            count = self.number(len(changed))
            self.say(self.words(f"screen.many.{said}", field=named, count=count))
            self._kept(changed)

        self.work(lambda: library.correct(ids, {field: typed}), then)

    def do_undo(self) -> None:
        """Take the last change back, from all that it changed."""
        library, ids = self.xdd.library, self._undo.pop()

        def then(undone: list[str]) -> None:
            self.say(self.words("screen.many.undone", count=self.number(len(undone))))
            self._kept(undone)

        self.work(lambda: library.undo_correction(ids), then)

    def _kept(self, changed: list[str]) -> None:
        """The index hears of it, then the list shows the values as they are now."""
        if not changed:
            return
        library = self.xdd.library

        def job() -> dict[str, Hit]:
            library.update()
            wanted = set(changed)
            return {hit.id: hit for hit in library.search("", limit=10**6).hits if hit.id in wanted}

        def then(now: dict[str, Hit]) -> None:
            self._hits = [now.get(hit.id, hit) for hit in self._hits]
            self._rows.redraw()
            self.xdd.keep_up()

        self.work(job, then)
