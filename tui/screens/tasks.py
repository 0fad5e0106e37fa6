"""Each body's consecutive periods as long as each other, to compare what it set itself in them."""

from dataclasses import dataclass

from textual.app import ComposeResult

from archive.period import Period
from search.answer import Hit
from search.series import Series, consecutive, period_of
from tui.library import Stats
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, Piece, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.signs import sign


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one body, one after the other; `missing` periods lie between them."""

    body: str
    a: Hit
    b: Hit
    missing: int


def pairs_of(series: Series) -> list[Pair]:
    """The pairs of a body's series, the latest first."""
    missing = [Period.parse(gap) for gap in series.gaps]
    pairs = [
        Pair(series.body, a, b, sum(_between(gap, a, b) for gap in missing))
        for a, b in consecutive(series.reports)
    ]
    return pairs[::-1]


def _between(gap: Period, a: Hit, b: Hit) -> bool:
    before, after = period_of(a), period_of(b)
    return bool(before and after and before.end <= gap.start and gap.end <= after.start)


class TasksScreen(PlaceScreen):
    """Pairs of periods; enter compares their tasks."""

    home = "tasks"

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[Pair] = []

    def body(self) -> ComposeResult:
        """One list."""
        rows = Rows(self._draw, height=2, ascii_only=self.xdd.settings.ascii, id="list")
        rows.add_class("pane")
        yield rows

    def on_mount(self) -> None:
        """Put the series together away from the screen's thread."""
        super().on_mount()
        rows = self.query_one("#list", Rows)
        rows.border_title = self.caption(self.words("screen.tasks.list"))
        rows.show(0, empty=(self.words("screen.common.working"),))
        rows.focus()
        self.work(self.xdd.library.stats, self._counted, awaited="matter")

    def _counted(self, stats: Stats) -> None:
        self._pairs = [pair for series in stats.series for pair in pairs_of(series)]
        empty = (self.words("screen.tasks.empty"),)
        self.query_one("#list", Rows).show(len(self._pairs), empty=empty)
        self.refresh_frame()

    def conditions(self) -> frozenset[str]:
        """Is there a row?"""
        return frozenset({"row"}) if self._pairs else frozenset()

    def status(self) -> Line:
        """How many pairs."""
        return plain(self.words("screen.tasks.head", count=self.number(len(self._pairs))))

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        pair = self._pairs[row]
        to = sign("to", ascii_only=self.xdd.settings.ascii)
        gap = self.words("screen.tasks.gap", count=pair.missing) if pair.missing else ""
        counts = self.words("screen.tasks.counts", a=pair.a.tasks, b=pair.b.tasks)
        return (
            spread(
                (Piece(" "), Piece(pair.body, "strong", by_its_end=True)),
                (Piece(f"{planned(pair.a)} {to} {planned(pair.b)} ", "key"),),
                width,
            ),
            spread(plain(f"   {counts}", "dim"), plain(f"{gap} ", "changed"), width),
        )

    def on_rows_chosen(self) -> None:
        """A click is enter."""
        self.do_open()

    def do_open(self) -> None:
        """Compare the tasks of the pair."""
        pair = self._pairs[self.query_one("#list", Rows).cursor]
        self.xdd.open_diff(pair.a.id, pair.b.id)


def planned(hit: Hit) -> str:
    """The period whose tasks the report sets, else the one it looks back on."""
    return hit.period_planned or hit.period_reviewed or ""
