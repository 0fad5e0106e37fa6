"""The overview: what the archive holds, what is missing, and how to begin."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from archive.period import Period
from search.answer import Selection
from search.series import Series, period_of, years_in
from tui.library import DirectiveUse, Stats
from tui.saved import Saved, saved_searches
from tui.screens.base import PlaceScreen
from tui.screens.directives import COUNT, draw_use, span_of, years_of
from tui.widgets.lines import Line, Piece, cells, cut, padded, plain, spread, visible
from tui.widgets.rows import Rows
from tui.widgets.signs import sign
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from archive.doubts import Doubt

COLUMN = 5
"""Cells of a year's column."""


class HomeScreen(PlaceScreen):
    """Bodies by year, directives most cited, hints."""

    CSS_PATH = "home.tcss"
    home = "home"

    def __init__(self) -> None:
        super().__init__()
        self._stats: Stats | None = None
        self._uses: tuple[DirectiveUse, ...] = ()
        self._cited_years: list[str] = []
        self._doubts = self._grave = 0
        self._kept = ""

    def body(self) -> ComposeResult:
        """The grid; beside it the directives and the hints."""
        ascii_only = self.xdd.settings.ascii
        with Horizontal(id="overview"):
            bodies = Rows(
                self._draw_body, stops=lambda row: row > 0, ascii_only=ascii_only, id="bodies"
            )
            bodies.add_class("pane")
            yield bodies
            with Vertical(id="beside"):
                cited = Rows(self._draw_cited, ascii_only=ascii_only, id="cited")
                hints = TextPane(id="hints")
                for pane in (cited, hints):
                    pane.add_class("pane")
                    yield pane

    def on_mount(self) -> None:
        """Count away from the screen's thread; the hints stand at once."""
        super().on_mount()
        for pane in ("bodies", "cited", "hints"):
            self.query_one(f"#{pane}").border_title = self.caption(
                self.words(f"screen.home.{pane}")
            )
        self.query_one("#hints", TextPane).show("\n".join(self._hints()))
        for name in ("bodies", "cited"):
            self.query_one(f"#{name}", Rows).show(0, empty=(self.words("screen.common.working"),))
        self.query_one("#bodies").focus()
        library = self.xdd.library
        self.work(lambda: (library.stats(), library.directives()), self._counted, awaited="matter")

    def _hints(self) -> list[str]:
        shown = self.xdd.shown
        saved = self.words("screen.home.hint-saved", key=shown("saved"), names=self._kept)
        sample = "hint-sample" if self.xdd.library.is_sample else "hint-import"
        return [
            *([self._doubtful()] if self._doubts else ()),
            self.words("screen.home.hint-search", key=shown("query")),
            self.words("screen.home.hint-tasks", key=shown("tasks")),
            self.words("screen.home.hint-directives", key=shown("directives")),
            self.words("screen.home.hint-help", help=shown("help"), palette=shown("palette")),
            *([saved] if self._kept else ()),
            "",
            self.words(f"screen.home.{sample}"),
        ]

    def _counted(self, counted: tuple[Stats, tuple[DirectiveUse, ...]]) -> None:
        self._stats, self._uses = counted
        self._cited_years = years_of(self._uses)
        series = len(self._stats.series)
        empty = self.words("screen.search.empty"), self.words("screen.search.empty-how")
        self.query_one("#bodies", Rows).show(series + 1 if series else 0, cursor=1, empty=empty)
        none = (self.words("screen.directives.empty"),)
        self.query_one("#cited", Rows).show(len(self._uses), empty=none)
        self.query_one("#cited").border_subtitle = self.caption(span_of(self._cited_years))
        there, missing = (
            sign(name, ascii_only=self.xdd.settings.ascii) for name in ("there", "missing")
        )
        legend = self.words("screen.home.legend", there=there, missing=missing)
        self.query_one("#bodies").border_subtitle = self.caption(legend)
        self.refresh_frame()

    def _doubtful(self) -> str:
        """How many readings are in doubt, how many gravely, and the key that lists them."""
        counted = self.words("screen.doubts.counted", count=self._doubts, grave=self._grave)
        return f"{self.xdd.shown('doubts')} {counted}"

    def _reviewed(self, doubts: "tuple[Doubt, ...]") -> None:
        self._doubts, self._grave = len(doubts), sum(doubt.grave for doubt in doubts)
        self.query_one("#hints", TextPane).show("\n".join(self._hints()))
        self.refresh_frame()

    def on_screen_resume(self) -> None:
        """A search may have been kept or dropped, a doubt settled."""
        super().on_screen_resume()
        library = self.xdd.library
        self.work(saved_searches, self._saved)
        self.work(library.review, self._reviewed)

    def _saved(self, kept: tuple[Saved, ...]) -> None:
        self._kept = " · ".join(visible(one.name) for one in reversed(kept))
        self.query_one("#hints", TextPane).show("\n".join(self._hints()))

    def do_saved(self) -> None:
        """The searches kept."""
        self.xdd.open_saved(self, None)

    def conditions(self) -> frozenset[str]:
        """Is there a row?"""
        focused = self.focused
        there = isinstance(focused, Rows) and focused.count
        body = {"report"} if there and focused and focused.id == "bodies" else set()
        return frozenset({"row", *body} if there else ())

    def status(self) -> Line:
        """Reports, conferences, the years between."""
        stats = self._stats
        if stats is None:
            return ()
        span = span_of(years_told(stats))
        reports, events = self.number(stats.reports), self.number(stats.events)
        counted = self.words("screen.home.holds", reports=reports, events=events)
        holds = " · ".join(filter(None, (counted, span)))
        if not self._doubts or not self.has_class("-wide"):
            return plain(holds)
        return (Piece(holds), Piece(" · "), Piece(self._doubtful(), "changed"))

    # ---- the grid

    def _years(self, width: int) -> tuple[list[str], list[str]]:
        """The years that `width` has no room for beside the names, and the later ones."""
        years = years_told(self._stats) if self._stats else []
        at = max(0, len(years) - max(1, (width - 30) // COLUMN))
        return years[:at], years[at:]

    def _draw_body(self, row: int, width: int) -> tuple[Line, ...]:
        earlier, years = self._years(width)
        name = width - COLUMN * len(years) - 1
        if row == 0 or self._stats is None:
            left = self.words("screen.home.earlier", years=span_of(earlier)) if earlier else ""
            heads = "".join(f"{year:>{COLUMN}}" for year in years)
            return (spread(plain(left, "dim"), plain(f"{heads} ", "dim"), width),)
        series = self._stats.series[row - 1]
        there, missing = years_covered(series)
        ascii_only = self.xdd.settings.ascii
        marks = []
        # A report of a year that has no column shows as an ellipsis before the first.
        before = sign("pending", ascii_only=ascii_only) if there.intersection(earlier) else ""
        for year in years:
            shown = "there" if year in there else "missing" if year in missing else ""
            text = sign(shown, ascii_only=ascii_only) if shown else ""
            column = f"{before}{text:>{COLUMN - len(before)}}"
            marks.append(Piece(column, "good" if shown == "there" else "changed"))
            before = ""
        return ((Piece(padded(series.body, name)), *marks),)

    def _draw_cited(self, row: int, width: int) -> tuple[Line, ...]:
        # Which document it is tells more than when it was cited.
        longest = max(cells(plain(use.key)) for use in self._uses)
        fits = width - longest >= COUNT + len(self._cited_years) + 2
        use = draw_use(
            self._uses[row],
            self._cited_years if fits else [],
            width,
            ascii_only=self.xdd.settings.ascii,
        )
        return (cut(use, width),)

    def on_rows_chosen(self) -> None:
        """A click is enter."""
        self.do_open()

    def do_lineage(self) -> None:
        """The tasks of the body through its periods."""
        if self._stats:
            row = self.query_one("#bodies", Rows).cursor
            self.xdd.open_lineage(self._stats.series[row - 1].body)

    def do_indicators(self) -> None:
        """The figures of the body through its reports."""
        if self._stats:
            row = self.query_one("#bodies", Rows).cursor
            self.xdd.open_indicators(self._stats.series[row - 1].body)

    def do_open(self) -> None:
        """The reports of the body, or those that cite the document."""
        rows = self.focused
        if isinstance(rows, Rows) and rows.id == "bodies" and self._stats:
            names = self._stats.series[rows.cursor - 1].names
            self.xdd.find(Selection({"body": names}))
        elif isinstance(rows, Rows):
            self.xdd.find(Selection({"directive": (self._uses[rows.cursor].key,)}))


def years_told(stats: Stats) -> list[str]:
    """All years from the first to the last that some report counts for or tells of."""
    told = {year.value for year in stats.by_year if year.value.isdigit()}
    told |= {year for series in stats.series for year in years_covered(series)[0]}
    years = sorted(map(int, told))
    return [str(year) for year in range(years[0], years[-1] + 1)] if years else []


def years_covered(series: Series) -> tuple[set[str], set[str]]:
    """The years that a body's reports look back on, and those in which a period is missing."""
    reviewed = [period for hit in series.reports if (period := period_of(hit))]
    there = {year for period in reviewed for year in years_in(period)}
    return there, {year for gap in series.gaps for year in years_in(Period.parse(gap))} - there
