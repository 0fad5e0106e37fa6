"""What was read with doubt in all reports, most doubtful first, each with its passage beside it."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container

from archive.corrections import CONFIRMED
from archive.doubts import DIRECTIVES, Doubt
from archive.item_corrections import DOCUMENTS
from archive.record import SCALARS
from archive.report import Report
from tui.catalogue import Catalogue
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, Mark, Piece, cut, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.text_pane import TextPane

FIELDS = (*SCALARS, DIRECTIVES)
_CHOICES = {"kind": "kind", "body_level": "level"}


class DoubtsScreen(PlaceScreen):
    """The list, and the text at the place where the doubtful value was read."""

    CSS_PATH = "doubts.tcss"
    home = "doubts"

    def __init__(self) -> None:
        super().__init__()
        self._every: tuple[Doubt, ...] = ()
        self._shown: list[Doubt] = []
        self._field: str | None = None
        self._done: list[str] = []
        self._opened: Doubt | None = None  # to be corrected on a screen of its own
        self._read: Report | None = None
        self._loaded = False

    def body(self) -> ComposeResult:
        """The list, and below or beside it the passage."""
        with Container(id="panes"):
            rows = Rows(
                self._draw, height=2, leads=True, ascii_only=self.xdd.settings.ascii, id="doubts"
            )
            for pane in (rows, TextPane(id="passage")):
                pane.add_class("pane")
                yield pane

    def on_mount(self) -> None:
        """Look for doubts away from the screen's thread."""
        super().on_mount()
        self._rows.show(0, empty=(self.words("screen.common.working"),))
        self._rows.focus()
        self._load()

    @property
    def _rows(self) -> Rows:
        return self.query_one("#doubts", Rows)

    @property
    def _text(self) -> TextPane:
        return self.query_one("#passage", TextPane)

    @property
    def doubt(self) -> Doubt | None:
        """The doubt under the cursor."""
        at = self._rows.cursor
        return self._shown[at] if at < len(self._shown) else None

    def _load(self) -> None:
        self.work(self.xdd.library.review, self._take, awaited="matter")

    def _take(self, doubts: tuple[Doubt, ...]) -> None:
        if self._opened and self._opened not in doubts:
            self._done.append(self._opened.id)
        self._every, self._loaded, self._opened = doubts, True, None
        if self._field and all(doubt.field != self._field for doubt in doubts):
            self._field = None
        self._tell(self._rows.cursor)

    def _tell(self, cursor: int) -> None:
        self._shown = [one for one in self._every if self._field in (None, one.field)]
        empty = (self.words("screen.doubts.none"), self.words("screen.doubts.none-why"))
        self._rows.show(len(self._shown), cursor=cursor, empty=empty)
        named = (
            self.words(f"field.{self._field}") if self._field else self.words("screen.doubts.all")
        )
        self._rows.border_title = self.caption(named)
        self.refresh_frame()

    # ---- what is met and shown

    def conditions(self) -> frozenset[str]:
        """Is there a doubt, and may anything be said about it?"""
        met = {"report", "row"} if self._shown else set()
        if not self.xdd.library.is_sample:
            met.add("own")
        if self._done:
            met |= {"corrected", "report"}
        return frozenset(met)

    def status(self) -> Line:
        """Which of how many."""
        if not self._loaded:
            return plain(self.words("screen.common.working"), "dim")
        count = self.number(len(self._shown))
        at = self.number(self._rows.cursor + 1 if self._shown else 0)
        grave = self.words("screen.doubts.grave", count=sum(one.grave for one in self._shown))
        return plain(f"{at} / {count} · {grave}")

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        doubt, words = self._shown[row], self.xdd.words
        sure = (
            words("screen.doubts.missing") if doubt.why == "missing" else f"{doubt.confidence:.0%}"
        )
        value = Piece(value_of(doubt, words))
        return (
            spread(
                (Piece(f"{words(f'field.{doubt.field}')}: ", "key"), value),
                (Piece(f"{sure} ", "changed" if doubt.grave else "dim"),),
                width,
            ),
            cut(plain(f"  {why(doubt, words)}{doubt.title or doubt.id}", "dim"), width),
        )

    # ---- the passage

    def on_rows_moved(self) -> None:
        """The text follows the cursor."""
        self.refresh_frame()
        doubt, library = self.doubt, self.xdd.library
        if doubt is None:
            self._read = None
            self._text.show("")
            self._text.border_title = ""
        elif self._read and self._read.id == doubt.id:
            self._show(self._read)
        else:
            self.work(lambda: library.report(doubt.id), self._came)

    def _came(self, report: Report) -> None:
        if self.doubt and self.doubt.id == report.id:
            self._read = report
            self._show(report)

    def _show(self, report: Report) -> None:
        doubt = self.doubt
        place = doubt.place if doubt else None
        marks = [Mark(*place, "here")] if place else []
        self._text.show(report.text, marks, place=place[0] if place else 0)
        title = report.title or self.words("screen.common.no-title")
        self._text.border_title = self.caption(title)

    # ---- what is done

    def on_rows_chosen(self) -> None:
        """A click is enter."""
        self.do_open()

    def do_open(self) -> None:
        """The report, at the passage."""
        if self.doubt:
            place = self.doubt.place
            self.xdd.open_report_at(self.doubt.id, place[0] if place else None)

    def do_correct(self) -> None:
        """The box for the right value."""
        doubt = self.doubt

        def then(report: Report) -> None:
            if doubt:
                self._opened = doubt
                self.xdd.open_corrections(report, doubt.field, _number(report, doubt))

        if doubt:
            library = self.xdd.library
            self.work(lambda: library.report(doubt.id), then, awaited="way")

    def do_confirm(self) -> None:
        """It is right as read: kept as what a person says."""
        doubt, library = self.doubt, self.xdd.library
        if doubt is None:
            return
        changes = (
            {DOCUMENTS: (f"{doubt.value}={doubt.value}",)}
            if doubt.field == DIRECTIVES
            else {CONFIRMED: (doubt.field,)}
        )
        said = self.words("screen.doubts.confirmed", value=value_of(doubt, self.xdd.words))
        self._change(lambda: library.correct([doubt.id], changes), said, doubt.id)

    def do_undo(self) -> None:
        """Take back what was last said here."""
        library, report_id = self.xdd.library, self._done.pop()
        said = self.words("screen.correct.undone")
        self._change(lambda: library.undo_correction([report_id]), said, None)

    def _change(self, change: Callable[[], list[str]], said: str, done: str | None) -> None:
        def then(changed: list[str]) -> None:
            if changed and done:
                self._done.append(done)
            self._read = None
            self._load()
            self.say(said if changed else self.words("screen.correct.nothing-undone"))
            if changed:
                self.xdd.keep_up()

        self.work(change, then, awaited="way")

    def do_choose_field(self) -> None:
        """Only the doubts about the next field that there are any about; after the last, all."""
        self._choose(1)

    def do_field_before(self) -> None:
        """Only those about the field before."""
        self._choose(-1)

    def _choose(self, step: int) -> None:
        there = [None, *(f for f in FIELDS if any(one.field == f for one in self._every))]
        at = there.index(self._field) if self._field in there else 0
        self._field = there[(at + step) % len(there)]
        self._tell(0)

    def on_screen_resume(self) -> None:
        """What was corrected meanwhile has left the list."""
        super().on_screen_resume()
        if self._loaded:
            self._read = None
            self._load()


def _number(report: Report, doubt: Doubt) -> int:
    """Which document of the report, from 1, is in doubt; 0 for a field."""
    if doubt.field != DIRECTIVES:
        return 0
    keys = [directive.key for directive in report.directives]
    return keys.index(doubt.value) + 1 if doubt.value in keys else 1


def value_of(doubt: Doubt, words: Catalogue) -> str:
    """The doubtful value as people read it."""
    if doubt.value is None:
        return words("screen.reader.unknown")
    if doubt.field in _CHOICES:
        return words(f"{_CHOICES[doubt.field]}.{doubt.value}")
    return doubt.value


def why(doubt: Doubt, words: Catalogue) -> str:
    """What else it may be, and what speaks against it."""
    said = [words("cli.slip")] if doubt.why == "slip" else []
    if doubt.candidates:
        group = _CHOICES.get(doubt.field)
        others = "; ".join(words(f"{group}.{c}") if group else c for c in doubt.candidates)
        said.append(words("screen.correct.perhaps", values=others))
    return "".join(f"{one} · " for one in said)
