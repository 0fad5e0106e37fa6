"""A body's figures over time: indicators by periods, a plot, and the passage behind each value."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal

from archive.comparing.indicators import Indicator, Kind, Point, step
from archive.period import Period
from tui.citing import citation
from tui.figures import indicators_of, plot_of, step_told, title_of, value_told
from tui.screens.timetable import TimetableScreen
from tui.widgets.grid import Grid, Sheet, filled
from tui.widgets.lines import Line, Mark, Piece, plain
from tui.widgets.signs import sign
from tui.widgets.text_pane import TextPane


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what was reached of an indicator, or what was aimed at."""

    indicator: Indicator
    kind: Kind


class IndicatorsScreen(TimetableScreen):
    """The grid; below it the plot of the row, and the cell in words."""

    CSS_PATH = "indicators.tcss"
    home = "indicators"

    def __init__(self, body: str) -> None:
        super().__init__(body)
        self._rows: list[Entry] = []
        self._periods: list[Period] = []
        self._found: tuple[Indicator, ...] | None = None

    # ---- the frame

    def body(self) -> ComposeResult:
        """The grid above, plot and cell side by side below."""
        grid = Grid(ascii_only=self.xdd.settings.ascii, id="grid")
        grid.add_class("pane")
        yield grid
        with Horizontal(id="below"):
            for name in ("plot", "cell"):
                pane = TextPane(id=name)
                pane.can_focus = False
                pane.add_class("pane")
                yield pane

    def load(self) -> None:
        """Match the figures."""
        library, body = self.xdd.library, self.named
        self.fetch(lambda: indicators_of(library, body), self._matched)

    def _matched(self, found: tuple[Indicator, ...]) -> None:
        self._found = found
        kinds: tuple[Kind, ...] = ("result", "target")
        self._rows = [
            Entry(one, kind)
            for one in found
            for kind in kinds
            if (one.results if kind == "result" else one.targets)
        ]
        periods = {period for one in found for period in one.periods}
        self._periods = sorted(periods, key=lambda period: (period.start, -period.end))
        wide = max(
            (len(self._value(row, p)) for row in self._rows for p in self._periods), default=0
        )
        sheet = Sheet(
            [str(period) for period in self._periods],
            [self._named(number) for number in range(len(self._rows))],
            self.cell,
            column=wide + 3,
            to_right=True,
        )
        nothing = self.words("figures.nothing", body=self.named)
        latest = (found[0].results or found[0].targets)[-1].period if found else None
        at = self._periods.index(latest) if latest else 0
        self.grid.show(sheet, cursor=(0, at), empty=nothing)
        counted = self.number(len(found))
        self.grid.border_title = self.caption(self.words("screen.indicators.list", count=counted))
        self.tell()

    def status(self) -> Line:
        """Whether they are there yet."""
        if self._found is None:
            return self.awaited
        return ()

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "row": bool(self._rows),
            "report": self._found is not None,
            "item": self._here is not None,
            "loaded": bool(self._found),
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    # ---- the cells

    def _named(self, number: int) -> Line:
        row = self._rows[number]
        above = self._rows[number - 1] if number else None
        title = title_of(row.indicator, self.xdd.words)
        if row.kind == "result":
            return plain(title)
        target = self.words("figures.target")
        if above and above.indicator is row.indicator:
            return plain(f"  {target}", "dim")
        return (Piece(title), Piece(f" · {target}", "dim"))

    def _value(self, row: Entry, period: Period) -> str:
        point = row.indicator.at(period, row.kind)
        words, percent = self.xdd.words, row.indicator.percent
        return value_told(point.figure, words, percent=percent) if point else ""

    def cell(self, row: int, column: int, width: int, here: bool) -> Line:
        """The value, between brackets under the cursor."""
        entry = self._rows[row]
        value = self._value(entry, self._periods[column])
        if here:
            return filled(plain(f"[{value}]", "here"), width, to_right=True)
        look = "dim" if entry.kind == "target" else ""
        return filled(plain(f"{value} ", look), width, to_right=True)

    @property
    def _entry(self) -> Entry | None:
        row = self.grid.cursor[0]
        return self._rows[row] if row < len(self._rows) else None

    @property
    def _here(self) -> Point | None:
        """The point under the cursor."""
        entry, column = self._entry, self.grid.cursor[1]
        if entry is None or column >= len(self._periods):
            return None
        return entry.indicator.at(self._periods[column], entry.kind)

    def on_resize(self) -> None:
        """The plot is drawn for the room there is."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """The plot of the row, and the cell in words."""
        entry, words = self._entry, self.xdd.words
        plotted, cell = self.query_one("#plot", TextPane), self.query_one("#cell", TextPane)
        self.set_class(self._found == (), "-bare")
        if entry is None:
            plotted.show("")
            cell.show("")
            self.refresh_frame()
            return
        ascii_only = self.xdd.settings.ascii
        size = plotted.scrollable_content_region.size
        lines = plot_of(entry.indicator, (size.width, size.height), words, ascii_only=ascii_only)
        plotted.show("\n".join(lines) or words("screen.indicators.no-plot"))
        result, target = (sign(s, ascii_only=ascii_only) for s in ("stated", "aimed"))
        key = words("screen.indicators.key", result=result, target=target)
        plotted.border_subtitle = self.caption(key)
        plotted.border_title = self.caption(title_of(entry.indicator, words))
        text, marks = self._told(entry)
        cell.border_title = self.caption(str(self._periods[self.grid.cursor[1]]))
        cell.show(text, marks)
        self.tell_aside(len(self._periods))
        self.refresh_frame()

    def _told(self, entry: Entry) -> tuple[str, list[Mark]]:
        """The cell in words: the value, what it is beside others, the passage."""
        words, here, indicator = self.xdd.words, self._here, entry.indicator
        if here is None:
            said = words("screen.indicators.no-value")
            return said, [Mark(0, len(said), "dim")]
        head = f"{words(f'figures.{entry.kind}')}: {' '.join(here.figure.as_written.split())}"
        lines = [head]
        points = indicator.results if entry.kind == "result" else indicator.targets
        before = [point for point in points if point.period < here.period]
        if before:
            moved = step_told(
                step(before[-1], here, percent=indicator.percent), words, percent=indicator.percent
            )
            lines.append(words("figures.against", period=before[-1].period, step=moved))
        target = indicator.at(here.period, "target") if entry.kind == "result" else None
        if target:
            gap = step_told(
                step(target, here, percent=indicator.percent), words, percent=indicator.percent
            )
            aimed = value_told(target.figure, words, percent=indicator.percent)
            lines.append(words("figures.aimed", target=aimed, step=gap))
        passage = " ".join(here.report.text[slice(*here.passage)].split())
        lines.append(f"{sign('quoted', ascii_only=self.xdd.settings.ascii)} {passage}")
        return "\n".join(lines), [Mark(0, len(head), "strong")]

    # ---- what is done with a cell

    def do_open(self) -> None:
        """Read the figure where it stands."""
        here = self._here
        if here is None:
            self.say(self.words("screen.indicators.no-value"))
        else:
            self.xdd.open_report_at(here.report.id or "", here.figure.start)

    def do_export(self) -> None:
        """Write the figures to a file."""
        from archive.exporting import write
        from archive.exporting.figures import figures_document
        from tui.figures import number_told
        from tui.screens.export import ExportScreen, Offer, proposed

        words, body = self.xdd.words, self.named
        titled = [(title_of(one, words), one) for one in self._found or ()]

        def make(form: str) -> bytes:
            document = figures_document(body, titled, words, lambda one: number_told(one, words))
            return write(document, form)

        offer = Offer(proposed(words("place.indicators"), body), make)
        self.app.push_screen(ExportScreen(offer))

    def do_lineage(self) -> None:
        """The body's tasks through its periods."""
        self.xdd.open_lineage(self.named)

    def do_copy(self) -> None:
        """Copy the sentence."""
        if self._here:
            self.xdd.copy(self._here.report.text[slice(*self._here.passage)])

    def do_copy_citation(self) -> None:
        """Copy the sentence with where it stands."""
        here = self._here
        if here:
            passage = here.report.text[slice(*here.passage)]
            self.xdd.copy(f"{passage}\n{citation(here.report, self.xdd.words)}")
