"""The documents that reports cite, most cited first, with how often in each year."""

from rich.text import Text
from textual.app import ComposeResult

from search.answer import Selection
from tui.library import DirectiveUse
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, Piece, padded, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.signs import sparkline


class DirectivesScreen(PlaceScreen):
    """Directives; enter shows the reports that cite one."""

    home = "directives"

    def __init__(self) -> None:
        super().__init__()
        self._uses: tuple[DirectiveUse, ...] = ()
        self._years: list[str] = []

    def body(self) -> ComposeResult:
        """One list."""
        rows = Rows(self._draw, ascii_only=self.xdd.settings.ascii, id="list")
        rows.add_class("pane")
        yield rows

    def on_mount(self) -> None:
        """Count the citations away from the screen's thread."""
        super().on_mount()
        rows = self.query_one("#list", Rows)
        rows.border_title = Text(self.words("screen.directives.list"))
        rows.show(0, empty=(self.words("screen.common.working"),))
        rows.focus()
        self.work(self.xdd.library.directives, self._counted)

    def _counted(self, uses: tuple[DirectiveUse, ...]) -> None:
        self._uses = uses
        self._years = years_of(uses)
        empty = (self.words("screen.directives.empty"),)
        self.query_one("#list", Rows).show(len(uses), empty=empty)
        self.refresh_frame()

    def conditions(self) -> frozenset[str]:
        """Is there a row?"""
        return frozenset({"row"}) if self._uses else frozenset()

    def status(self) -> Line:
        """How many documents."""
        return plain(self.words("screen.directives.head", count=self.number(len(self._uses))))

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        return (draw_use(self._uses[row], self._years, width, ascii_only=self.xdd.settings.ascii),)

    def on_rows_chosen(self) -> None:
        """A click is enter."""
        self.do_open()

    def do_open(self) -> None:
        """The reports that cite the document."""
        use = self._uses[self.query_one("#list", Rows).cursor]
        self.xdd.find(Selection({"directive": (use.key,)}))


def years_of(uses: tuple[DirectiveUse, ...]) -> list[str]:
    """All years in which something is cited, none left out between the first and the last."""
    years = {int(year) for use in uses for year, _ in use.by_year if year.isdigit()}
    return [str(year) for year in range(min(years), max(years) + 1)] if years else []


def draw_use(use: DirectiveUse, years: list[str], width: int, *, ascii_only: bool) -> Line:
    """Key, number of reports, and a column for each year with the first and last year."""
    counts = dict(use.by_year)
    columns = sparkline([counts.get(year, 0) for year in years], ascii_only=ascii_only)
    span = f"{years[0]} {columns} {years[-1]}" if years and width >= 60 else columns
    right = (Piece(f"{use.reports:>5}  ", "strong"), Piece(f"{span} ", "key"))
    return spread(plain(padded(use.key, max(width - len(span) - 9, 8))), right, width)
