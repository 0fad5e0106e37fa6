"""One field of many reports set right at once: the reports that a search found, or those marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive.record import SCALARS
from archive.vietnamese import nfc
from search.answer import Hit
from tui.library import Library
from tui.screens.asking import Question, find
from tui.screens.changing import ChangingScreen
from tui.screens.correctable import CHOICES, meant, shown
from tui.screens.hits import day_of
from tui.widgets.lines import Line, Piece, plain, spread
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


class ManyScreen(ChangingScreen):
    """The reports, each with a box to tick and its value of the field; a line for the new value.

    Those in `marked` are ticked, all where none is.
    """

    home = "many"

    def __init__(self, hits: Sequence[Hit], marked: frozenset[str]) -> None:
        super().__init__()
        self._hits = list(hits)
        ids = {hit.id for hit in hits}
        self._ticked = set(marked & ids) or ids
        self._field = _FIRST
        self._undo: list[list[str]] = []

    def on_mount(self) -> None:
        """All the reports are there at once."""
        super().on_mount()
        self.rows.focus()
        self._tell()

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
        self.rows.show(len(self._hits), cursor=self.rows.cursor, empty=empty)
        self.rows.border_title = self.caption(
            self.words("screen.many.field", field=self.words(f"field.{self._field}"))
        )
        self.tell_keys()
        self.refresh_frame()

    def hint(self) -> str:
        """How another field is chosen."""
        return self.words("screen.many.how", key=self.xdd.shown("choose-field"))

    def draw(self, row: int, width: int) -> tuple[Line, ...]:
        """A report's box and value, and which report it is."""
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
        self._ticked ^= {self._hits[self.rows.cursor].id}
        self.rows.redraw()
        self.rows.move(1)

    def do_pick_all(self) -> None:
        """Tick all, or none where all are."""
        every = {hit.id for hit in self._hits}
        self._ticked = set() if self._ticked == every else every
        self.rows.redraw()

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
        named = self.words(f"field.{self._field}")
        prompt = self.words("screen.many.prompt", field=named, count=len(self._ticked))
        self.open_box(prompt, tuple(dict.fromkeys(("", *values))))

    def do_store(self) -> None:
        """Set the field of all that are ticked."""
        library, field = self.xdd.library, self._field
        typed = meant(field, nfc(self.box.value), self.xdd.words)
        ids = [hit.id for hit in self._hits if hit.id in self._ticked]
        named = self.words(f"field.{field}")

        def then(changed: list[str]) -> None:
            if changed:
                self._undo.append(changed)
            self.close_box()
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
            self.rows.redraw()
            self.xdd.keep_up()

        self.work(job, then)
