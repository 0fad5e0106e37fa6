"""The documents that reports cite, most cited first, with how often in each year."""

from textual.app import ComposeResult

from archive.titles import title_of
from search.answer import Selection
from tui.library import DirectiveUse
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, Piece, cells, padded, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.signs import sparkline

KEY = 32
"""Cells that a key takes at most where the title stands beside it."""
COUNT = 5
"""Cells of the number of conferences."""


class DirectivesScreen(PlaceScreen):
    """Directives; enter shows the reports that cite one."""

    home = "directives"

    def __init__(self) -> None:
        super().__init__()
        self._uses: tuple[DirectiveUse, ...] = ()
        self._years: list[str] = []
        self._room = 0

    def body(self) -> ComposeResult:
        """One list."""
        rows = Rows(self._draw, ascii_only=self.xdd.settings.ascii, id="list")
        rows.add_class("pane")
        yield rows

    def on_mount(self) -> None:
        """Count the citations away from the screen's thread."""
        super().on_mount()
        rows = self.query_one("#list", Rows)
        rows.border_title = self.caption(self.words("screen.directives.list"))
        rows.show(0, empty=(self.words("screen.common.working"),))
        rows.focus()
        self.work(self.xdd.library.directives, self._counted, awaited="matter")

    def _counted(self, uses: tuple[DirectiveUse, ...]) -> None:
        self._uses = uses
        self._years = years_of(uses)
        self._room = min(KEY, max((cells(plain(use.key)) for use in uses), default=0))
        empty = (self.words("screen.directives.empty"),)
        rows = self.query_one("#list", Rows)
        rows.show(len(uses), empty=empty)
        rows.border_subtitle = self.caption(span_of(self._years))
        self.refresh_frame()

    def conditions(self) -> frozenset[str]:
        """Is there a row?"""
        return frozenset({"row"}) if self._uses else frozenset()

    def status(self) -> Line:
        """How many documents."""
        return plain(self.words("screen.directives.head", count=self.number(len(self._uses))))

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        use, ascii_only = self._uses[row], self.xdd.settings.ascii
        return (draw_use(use, self._years, width, ascii_only=ascii_only, key=self._room),)

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


def span_of(years: list[str]) -> str:
    """The first and the last of `years`: "2015–2024"."""
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def draw_use(
    use: DirectiveUse, years: list[str], width: int, *, ascii_only: bool, key: int = 0
) -> Line:
    """Key, its conferences, and a column for each year; beside a key padded to `key` cells what
    the document is called, which gives way to a longer key.
    """
    counts = dict(use.by_year)
    columns = sparkline([counts.get(year, 0) for year in years], ascii_only=ascii_only)
    drawn = (Piece(f" {columns} ", "key"),) if columns else ()
    right = (Piece(f"{use.reports:>{COUNT}} ", "strong"), *drawn)
    told = by_its_number(use.key, width - cells(right) - 1)
    if not key:
        return spread(plain(told), right, width)
    title = title_of(use.key)
    called = " · ".join(part for part in (title.kind, title.name) if part)
    named = padded(told, max(key, cells(plain(told))))
    return spread((Piece(named), Piece(f"  {called}" if called else "", "dim")), right, width)


def by_its_number(key: str, room: int) -> str:
    """`key` without as many of its first words as do not fit in `room` cells, those before its
    number: "…Trung ương 4 (khóa XII)", "…50-QĐ/TW khóa XIII".
    """
    words = key.split(" ")
    number = next((at for at, word in enumerate(words) if any(map(str.isdigit, word))), 0)
    shorter = [("…" if at else "") + " ".join(words[at:]) for at in range(number + 1)]
    return next((one for one in shorter if cells(plain(one)) <= room), shorter[-1])
