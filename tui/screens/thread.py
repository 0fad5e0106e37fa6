"""One task through time: its wordings one under another, with what differs from the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult

from archive.comparing.lineage import Cell, Lineage, Thread
from archive.comparing.marks import Mark as WordMark
from archive.comparing.marks import word_marks
from archive.exporting.lineage import turn_text
from archive.period import Period
from archive.report import one_line
from tui.citing import citation
from tui.screens.told import changes_told, state_told
from tui.screens.walking import WalkingScreen, onward
from tui.threads import is_change, sign_of
from tui.widgets.blocks import Blocks
from tui.widgets.flow import Flow, Passage, Row, Stack
from tui.widgets.lines import Line, Mark, Piece, plain
from tui.widgets.signs import sign


@dataclass(frozen=True, slots=True)
class Wording:
    """A cell, its task on one line, and the marks against the wording before; no marks for the
    first one, nor where nothing differs.
    """

    cell: Cell
    text: str
    before: str
    marks: tuple[WordMark, ...]


class ThreadScreen(WalkingScreen):
    """The cells of one thread, the earliest first."""

    CSS_PATH = "thread.tcss"
    home = "thread"

    def __init__(self, found: Lineage, number: int, period: Period | None = None) -> None:
        super().__init__()
        self._found = found
        self._number = number
        self._period = period
        self._wordings: list[Wording] = []

    # ---- the frame

    def body(self) -> ComposeResult:
        """The wordings."""
        blocks = Blocks(ascii_only=self.xdd.settings.ascii, id="wordings")
        blocks.add_class("pane")
        yield blocks

    def on_mount(self) -> None:
        """Mark what differs away from the screen's thread."""
        super().on_mount()
        self._blocks.show((), empty=self.words("screen.common.working"))
        self._blocks.focus()
        self._load(self._number)

    def _load(self, number: int) -> None:
        self._number = number
        thread = self._thread

        def then(made: list[Wording]) -> None:
            if number == self._number:
                self._show(made)

        self.work(lambda: wordings(thread), then, awaited="matter")

    def _show(self, made: list[Wording]) -> None:
        self._wordings = made
        periods = [one.cell.period for one in made]
        at = periods.index(self._period) if self._period in periods else 0
        self._blocks.show([self._flow(one) for one in made], cursor=at)
        self._blocks.border_title = self.caption(self._thread.label)
        self.refresh_frame()

    @property
    def _blocks(self) -> Blocks:
        return self.query_one("#wordings", Blocks)

    @property
    def _thread(self) -> Thread:
        return self._found.threads[self._number]

    @property
    def _here(self) -> Wording | None:
        at = self._blocks.cursor
        return self._wordings[at] if at < len(self._wordings) else None

    def heading(self) -> Line:
        """Which thread, of which body."""
        return (
            *plain(self.words("place.thread"), "strong"),
            Piece(f" {self._number + 1}/{len(self._found.threads)}", "key"),
            Piece(" · "),
            Piece(self._found.body, by_its_end=True),
        )

    def status(self) -> Line:
        """From when to when it is told of."""
        cells = self._thread.cells
        to = sign("to", ascii_only=self.xdd.settings.ascii)
        ends = dict.fromkeys((str(cells[0].period), str(cells[-1].period)))
        return plain(f" {to} ".join(ends), "dim")

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "row": bool(self._wordings),
            "item": bool(self._wordings),
            "report": bool(self._wordings),
            "matches": any(is_change(one.cell) for one in self._wordings),
            "later-report": self._number + 1 < len(self._found.threads),
            "earlier-report": self._number > 0,
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    # ---- a wording

    def _flow(self, one: Wording) -> Flow:
        words, ascii_only = self.xdd.words, self.xdd.settings.ascii
        cell = one.cell
        shown = sign(sign_of(cell, self._found.periods[0]), ascii_only=ascii_only)
        state = state_told(cell, self._found, words)
        day = cell.report.event_date or cell.report.published
        head = [Piece(f"{shown} {cell.period}  ", "key"), Piece(state, "strong")]
        before = self._thread.before(cell)
        place = self._thread.cells.index(cell)
        if before and before is not self._thread.cells[place - 1]:
            beside = words("screen.thread.beside", period=before.period)
            head.append(Piece(f" {beside}", "dim"))
        if day:
            head.append(Piece(f"  {words('screen.thread.said', day=day)}", "dim"))
        parts: list[Flow] = [
            Passage(turn_text(turn, words), lead=(Piece("  "),), look="changed")
            for turn in self._found.crossed(self._thread, cell)
        ]
        parts.append(Row(tuple(head)))
        if cell.task is not None:
            text, marks = marked_wording(one.before, one.text, one.marks)
            number = cell.report.tasks[cell.task].ordinal
            parts.append(Passage(text, marks, lead=(Piece(f"{number:>3}. ", "key"),)))
        parts += [
            Passage(said, lead=(Piece("     "),), look="changed")
            for said in changes_told(cell.changes, words, ascii_only=ascii_only)
        ]
        source = cell.report.source or cell.report.id or ""
        parts += [Passage(source, lead=(Piece("     "),), look="dim"), Row()]
        return Stack(parts)

    def on_blocks_moved(self) -> None:
        """Another wording is the current one."""
        self.refresh_frame()

    # ---- moving

    def step(self, step: int) -> None:
        """To the next change."""
        changes = [n for n, one in enumerate(self._wordings) if is_change(one.cell)]
        self._blocks.go(onward(changes, self._blocks.cursor, step))

    def do_next_report(self) -> None:
        """The next thread."""
        self._load(self._number + 1)

    def do_previous_report(self) -> None:
        """The thread before."""
        self._load(self._number - 1)

    # ---- what is done with a wording

    def on_blocks_chosen(self) -> None:
        """A click on the wording under the cursor is enter."""
        self.perform(self.xdd.action("open"))

    def do_open(self) -> None:
        """Read the task where it stands."""
        here = self._here
        if here:
            tasks = here.cell.report.tasks
            place = tasks[here.cell.task or 0].start if tasks else None
            self.xdd.open_report_at(here.cell.report.id or "", place)

    def do_outcome(self) -> None:
        """What was said of the tasks of this period."""
        if self._here:
            self.xdd.open_outcome(self._here.cell.report.id or "", self._here.cell.task)

    def do_copy(self) -> None:
        """Copy the wording."""
        if self._here:
            self.xdd.copy(self._here.text or self._thread.label)

    def do_copy_citation(self) -> None:
        """Copy the wording with where it stands."""
        if self._here:
            cited = citation(self._here.cell.report, self.xdd.words)
            self.xdd.copy(f"{self._here.text or self._thread.label}\n{cited}")


def wordings(thread: Thread) -> list[Wording]:
    """The cells of `thread`, each wording marked against the one it is told against."""
    found: list[Wording] = []
    for cell in thread.cells:
        before = thread.before(cell)
        text, told = (one_line(one.text) if one else "" for one in (cell, before))
        differ = bool(told and text and told != text)
        found.append(Wording(cell, text, told, word_marks(told, text) if differ else ()))
    return found


def marked_wording(before: str, text: str, differing: Sequence[WordMark]) -> tuple[str, list[Mark]]:
    """`text` with what it says new in {+…+}, and what `before` said in its place in [-…-]."""
    if all(mark.op == "same" for mark in differing):
        return text, []
    written = ""
    marks: list[Mark] = []
    for mark in differing:
        if mark.op == "same":
            written += text[slice(*mark.b)] if mark.b else ""
            continue
        for span, source, left, right, look in (
            (mark.a, before, "[-", "-]", "bad"),
            (mark.b, text, "{+", "+}", "good"),
        ):
            if span:
                piece = f"{left}{source[slice(*span)]}{right}"
                marks.append(Mark(len(written), len(written) + len(piece), look))
                written += piece
    return written, marks
