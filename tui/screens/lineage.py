"""A body's lineage: its tasks by its periods, what became of each from one to the next."""

from textual.app import ComposeResult

from archive.comparing.lineage import Cell, Lineage, Thread
from archive.exporting.lineage import turn_text
from archive.report import one_line
from tui.library.following import lineage_of
from tui.screens.timetable import TimetableScreen
from tui.screens.told import changes_told, state_told
from tui.screens.walking import WalkingScreen, onward
from tui.threads import CHANGED, LEGEND, Stroke, is_change, places_of, sign_of, strokes
from tui.widgets.edges import Edge
from tui.widgets.grid import Grid, Sheet
from tui.widgets.lines import Line, Mark, Piece, plain
from tui.widgets.signs import sign
from tui.widgets.text_pane import TextPane

FILTERS = ("all", "changed", "standing", *CHANGED)
"""What can be shown alone: threads with a change, those that stand in the last period, a state."""

_LOOKS = {
    "new": "good",
    "slots": "changed",
    "forked": "changed",
    "joined": "changed",
    "absent": "bad",
    "revived": "good",
    "stated": "strong",
}


class LineageScreen(TimetableScreen, WalkingScreen):
    """The grid, and below it the cell under the cursor in words."""

    CSS_PATH = "lineage.tcss"
    home = "lineage"

    def __init__(self, body: str, report_id: str | None = None, task: int = 0) -> None:
        super().__init__(body)
        self._start = (report_id or "", task)
        self._found: Lineage | None = None
        self._shown: list[int] = []
        self._drawn: list[list[Stroke]] = []
        self._filter = "all"

    # ---- the frame

    def body(self) -> ComposeResult:
        """The grid, the cell, what the signs mean."""
        grid = Grid(ascii_only=self.xdd.settings.ascii, id="grid")
        cell = TextPane(id="cell")
        cell.can_focus = False
        for pane in (grid, cell):
            pane.add_class("pane")
            yield pane
        yield Edge(id="legend")

    def on_mount(self) -> None:
        """What the signs mean is there at once."""
        # Textual calls the base's own `on_mount` as well.
        self.query_one("#legend", Edge).show(self._legend())

    def load(self) -> None:
        """Follow the tasks."""
        library, body = self.xdd.library, self.named
        self.fetch(lambda: lineage_of(library, body), self._followed)

    def _followed(self, found: Lineage) -> None:
        self._found = found
        self._drawn = [strokes(thread, found.periods) for thread in found.threads]
        ids = [report.id or "" for report in found.reports]
        column = ids.index(self._start[0]) if self._start[0] in ids else len(ids) - 1
        self._show(places_of(found).get(self._start, 0), column)

    def _show(self, thread: int, column: int) -> None:
        """The threads that the filter lets through, the cursor on one of them."""
        found = self._found
        if found is None:
            return
        self._shown = [n for n, one in enumerate(found.threads) if self._passes(one, self._filter)]
        names = [
            (Piece(f"{number + 1:>3} ", "key"), Piece(found.threads[number].label))
            for number in self._shown
        ]
        sheet = Sheet([str(period) for period in found.periods], names, self.cell)
        row = self._shown.index(thread) if thread in self._shown else 0
        nothing = self.words("lineage.nothing", body=found.body)
        self.grid.show(sheet, cursor=(row, column), empty=nothing)
        shown = self.words(f"screen.lineage.{self._filter}") if self._filter != "all" else ""
        counts = {"shown": len(self._shown), "total": len(found.threads)}
        title = self.words("screen.lineage.filtered" if shown else "screen.lineage.list", **counts)
        self.grid.border_title = self.caption(f"{title}{f' · {shown}' if shown else ''}")
        self.tell()

    def status(self) -> Line:
        """Which thread one is on."""
        if self._found is None:
            return self.awaited
        if not self._shown:
            return ()
        told = {"number": self.grid.cursor[0] + 1, "total": len(self._shown)}
        return plain(self.words("screen.lineage.at", **told), "dim")

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "row": bool(self._shown),
            "report": self._found is not None and bool(self._found.reports),
            "item": self._here is not None,
            "loaded": self._found is not None,
            "matches": any(map(is_change, self._cells())),
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def _legend(self) -> Line:
        ascii_only = self.xdd.settings.ascii
        pieces: list[Piece] = []
        apart = " " if self.size.width < 100 else "   "
        for name in LEGEND:
            pieces.append(Piece(sign(name, ascii_only=ascii_only), _LOOKS.get(name, "dim")))
            pieces.append(Piece(f" {self.words(f'screen.lineage.sign-{name}')}{apart}", "dim"))
        return tuple(pieces)

    def on_resize(self) -> None:
        """The signs' meanings move together where there is little room."""
        self.query_one("#legend", Edge).show(self._legend())

    # ---- the cells

    def cell(self, row: int, column: int, width: int, here: bool) -> Line:
        """The sign of what became of the task, and the line on to the next."""
        drawn, ascii_only = self._drawn[self._shown[row]], self.xdd.settings.ascii
        stroke = drawn[column]
        before = drawn[column - 1].line if column else ""
        left = sign(before, ascii_only=ascii_only) if before else " "
        line = sign(stroke.line, ascii_only=ascii_only) if stroke.line else " "
        shown = sign(stroke.sign, ascii_only=ascii_only) if stroke.sign else line
        look = _LOOKS.get(stroke.sign, "")
        if here:
            return (Piece(f"[{shown}]", "here"), Piece(line * (width - 3), "dim"))
        doubt = sign("doubtful", ascii_only=ascii_only) if stroke.doubtful else line
        rest = (Piece(doubt, "dim"), Piece(line * (width - 3), "dim"))
        return (Piece(left, "dim"), Piece(shown, look), *rest)

    @property
    def _thread(self) -> Thread | None:
        """The thread under the cursor."""
        row = self.grid.cursor[0]
        if self._found is None or row >= len(self._shown):
            return None
        return self._found.threads[self._shown[row]]

    @property
    def _here(self) -> Cell | None:
        """The cell under the cursor, None where the thread has none."""
        thread, found = self._thread, self._found
        return thread.at(found.periods[self.grid.cursor[1]]) if thread and found else None

    def _cells(self) -> list[Cell]:
        found = self._found
        return [c for n in self._shown for c in found.threads[n].cells] if found else []

    def tell(self) -> None:
        """The cell under the cursor in words, and the periods out of view."""
        found, thread, here = self._found, self._thread, self._here
        pane, grid = self.query_one("#cell", TextPane), self.grid
        if found is None or thread is None:
            pane.show("")
            return
        column = grid.cursor[1]
        period = found.periods[column]
        text, marks = self._told(found, thread, here)
        pane.border_title = self.caption(f"{self._shown[grid.cursor[0]] + 1} · {period}")
        pane.show(text, marks)
        self.tell_aside(len(found.periods))
        self.refresh_frame()

    def _told(self, found: Lineage, thread: Thread, here: Cell | None) -> tuple[str, list[Mark]]:
        words, ascii_only = self.xdd.words, self.xdd.settings.ascii
        if here is None:
            said = words(f"screen.lineage.{_absence(found, thread, self.grid.cursor[1])}")
            last = next(cell.text for cell in reversed(thread.cells) if cell.text)
            period = found.periods[self.grid.cursor[1]]
            turns = [turn_text(turn, words) for turn in found.turns if turn.period == period]
            return "\n".join((said, one_line(last), *turns)), [Mark(0, len(said), "dim")]
        name = sign_of(here, found.periods[0])
        head = f"{sign(name, ascii_only=ascii_only)} {state_told(here, found, words)}"
        lines = [head]
        if here.task is not None:
            task = here.report.tasks[here.task]
            lines.append(f"{task.ordinal}. {one_line(task.text)}")
        lines += [turn_text(turn, words) for turn in found.crossed(thread, here)]
        lines += changes_told(here.changes, words, ascii_only=ascii_only)
        return "\n".join(lines), [Mark(0, len(head), "strong")]

    # ---- moving

    def step(self, step: int) -> None:
        """To the next cell in which something became of a task, row by row."""
        found = self._found
        if found is None:
            return
        columns = {period: column for column, period in enumerate(found.periods)}
        places = [
            (row, columns[cell.period])
            for row, number in enumerate(self._shown)
            for cell in found.threads[number].cells
            if is_change(cell)
        ]
        self.grid.go(*onward(places, self.grid.cursor, step))

    # ---- filter

    def _passes(self, thread: Thread, filter_: str) -> bool:
        if filter_ == "all":
            return True
        if filter_ == "changed":
            return any(map(is_change, thread.cells))
        if filter_ == "standing":
            last = thread.cells[-1]
            periods = self._found.periods if self._found else ()
            return last.task is not None and last.period.end >= periods[-1].end
        return any(cell.state == filter_ for cell in thread.cells)

    def _let_through(self, filter_: str) -> None:
        row, column = self.grid.cursor
        thread = self._shown[row] if row < len(self._shown) else 0
        self._filter = filter_
        self._show(thread, column)

    def do_verdicts(self) -> None:
        """The next filter that shows something."""
        threads = self._found.threads if self._found else ()
        usable = [f for f in FILTERS if any(self._passes(thread, f) for thread in threads)]
        if usable:
            self._let_through(usable[(usable.index(self._filter) + 1) % len(usable)])

    def do_back(self) -> None:
        """Show all again; then leave."""
        if self._filter != "all":
            self._let_through("all")
        else:
            self.xdd.leave()

    # ---- what is done with a cell

    def do_open(self) -> None:
        """Read the cell's task where it stands; of one that ended, the report that ended it."""
        here = self._here
        if here is None:
            self.say(self.words("screen.lineage.no-cell"))
            return
        tasks = here.report.tasks
        place = tasks[here.task or 0].start if tasks else None
        self.xdd.open_report_at(here.report.id or "", place)

    def do_thread(self) -> None:
        """The thread on a page of its own."""
        from tui.screens.thread import ThreadScreen

        if self._found and self._shown:
            at = self.grid.cursor
            period = self._found.periods[at[1]]
            self.app.push_screen(ThreadScreen(self._found, self._shown[at[0]], period))

    def do_outcome(self) -> None:
        """What was said of the tasks of the period under the cursor."""
        if self._found:
            report, here = self._found.reports[self.grid.cursor[1]], self._here
            self.xdd.open_outcome(report.id or "", here.task if here else None)

    def do_export(self) -> None:
        """Write the lineage to a file."""
        from archive.exporting import write
        from archive.exporting.lineage import lineage_document
        from tui.screens.export import ExportScreen, Offer, proposed

        found, words = self._found, self.xdd.words
        if found:
            name = proposed(words("place.lineage"), found.body)
            offer = Offer(name, lambda form: write(lineage_document(found, words), form))
            self.app.push_screen(ExportScreen(offer))

    def do_indicators(self) -> None:
        """The body's figures through its reports."""
        self.xdd.open_indicators(self.named)


def _absence(found: Lineage, thread: Thread, column: int) -> str:
    """Why a thread has no cell in a column: it is not born yet, has ended, or only stands."""
    periods = found.periods
    before = [cell for cell in thread.cells if periods.index(cell.period) < column]
    if not before:
        return "not-yet"
    return "ended" if before[-1].task is None else "stands"
