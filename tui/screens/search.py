"""The search screen: query, filters, hits and a preview, all as quick as typing.

At most one search runs; what is typed meanwhile is asked when it is done, so that nothing queues up
and an answer on the screen is always the answer to what stands in the box, or about to be replaced.
"""

from collections.abc import Callable
from time import perf_counter

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from archive.report import Report
from search.answer import Answer, Hit, Selection, Sort
from search.series import period_of
from tui.actions import shown
from tui.screens.facets import FacetPanel, Filter, selection_of
from tui.screens.hits import LINES, PAGE, Hits, draw_hit, name_of, why_none
from tui.screens.preview import Preview
from tui.screens.report import ReportScreen
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, plain
from tui.widgets.rows import Rows
from tui.widgets.scroller import Scroller


class SearchScreen(ReportScreen):
    """Find reports: type, narrow, look, open."""

    home = "search"

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._start = query
        self._sort: Sort = "relevance"
        self._chosen = False
        self._asked = 0
        self._in_flight = False
        self._question: Callable[[int], Answer] | None = None
        self._timer: Timer | None = None
        self._answer: Answer | None = None
        self._milliseconds = 0
        self._trouble = ""
        self._hits = Hits(self._want)

    # ---- the frame

    def body(self) -> ComposeResult:
        """Query box, filters, notes; facets, hits and preview."""
        ascii_only = self.xdd.settings.ascii
        with Horizontal(id="box"):
            yield Static(self.caption(f"{self.words('screen.search.prompt')}: "), id="prompt")
            yield Input(
                self._start,
                placeholder=self.words("screen.search.placeholder"),
                compact=True,
                select_on_focus=False,
                id="query",
            )
        yield Edge(id="filters")
        yield Edge(id="notes")
        with Horizontal(id="panes"):
            hits = Rows(self._draw_hit, height=LINES, leads=True, ascii_only=ascii_only, id="hits")
            facets = FacetPanel(self.xdd.words, ascii_only=ascii_only)
            preview = Preview(self.xdd, ascii_only=ascii_only)
            for pane in (facets, hits, preview):
                pane.add_class("pane")
                yield pane

    def on_mount(self) -> None:
        """The box takes keys before anything is searched."""
        super().on_mount()
        self._pane("hits")
        self.refresh_answer()
        self.focus_query()

    @property
    def place(self) -> str:
        """The box, the box while a row is chosen from it, the facets, the preview, or the list."""
        focused = self.focused.id if self.focused else None
        if focused == "query" and self._chosen:
            return "choosing"
        return focused if focused in ("query", "facets", "preview") else self.home

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        hit = self.hit
        row = hit is not None if self.place != "facets" else bool(self.facets.count)
        met = {
            "row": row,
            "report": hit is not None,
            "item": hit is not None,
            "matches": bool(self.preview.matches),
            "filters": bool(self.facets.filters),
            "two-reports": len(self.xdd.marks) == 2,
            "pair": len(self.xdd.marks) == 2 or bool(hit and hit.body and period_of(hit)),
            "link": self.has_link(),
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def status(self) -> Line:
        """How many reports answer, and how long the search took."""
        if self._answer is None:
            return ()
        return plain(
            self.words(
                "screen.search.total",
                total=self.number(self._answer.total),
                milliseconds=self._milliseconds,
            )
        )

    @property
    def typed(self) -> str:
        """What stands in the box."""
        return self.query_one("#query", Input).value

    @property
    def facets(self) -> FacetPanel:
        """The filters."""
        return self.query_one(FacetPanel)

    @property
    def preview(self) -> Preview:
        """The report under the cursor."""
        return self.query_one(Preview)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        rows = self.query_one("#hits", Rows)
        return self._hits.at(rows.cursor) if rows.count else None

    # ---- asking

    def on_input_changed(self) -> None:
        """Search once the person pauses."""
        self._chosen = False
        self.refresh_frame()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(self.xdd.settings.delay / 1000, self.ask)

    def ask(self) -> None:
        """Search for what stands in the box, inside the filters."""
        self._asked += 1
        if self.xdd.ready and not self._in_flight:
            self._send()

    def _send(self) -> None:
        number, search = self._asked, self.xdd.library.search
        query, selection, sort = self.typed, selection_of(self.facets.filters), self._sort

        def question(page: int) -> Answer:
            return search(query, selection, sort=sort, limit=PAGE, offset=page * PAGE, typing=True)

        def job() -> tuple[Answer, float]:
            start = perf_counter()
            return question(0), perf_counter() - start

        def then(answered: tuple[Answer, float]) -> None:
            self._in_flight = False
            if number == self._asked:
                self._question = question
                self._take(*answered)
            else:
                self._send()

        self._in_flight = True
        self.xdd.work(job, then, failed=self._failed)

    def _failed(self, trouble: str) -> None:
        self._in_flight = False
        self._answer, self._trouble = None, trouble
        self.refresh_answer()

    def _take(self, answer: Answer, seconds: float) -> None:
        self._answer = answer
        self._milliseconds = round(seconds * 1000)
        self._hits = Hits(self._want)
        self._hits.put(0, answer.hits)
        self.refresh_answer()

    def _want(self, page: int) -> None:
        """Ask for a page of the answer that is shown."""
        hits, question = self._hits, self._question

        def then(answer: Answer) -> None:
            hits.put(page, answer.hits)
            if hits is self._hits:
                rows = self.query_one("#hits", Rows)
                rows.redraw()
                if rows.cursor // PAGE == page:
                    self._look()

        if question:
            self.xdd.work(lambda: question(page), then)

    # ---- showing

    def refresh_answer(self) -> None:
        """Show the answer as it is now, or why there is none."""
        rows = self.query_one("#hits", Rows)
        total = self._answer.total if self._answer else 0
        rows.show(total, empty=() if total else self._why_empty())
        way = "date" if self._sort == "date" or not self.typed.strip() else "relevance"
        name = "results" if self.typed.strip() or self.facets.filters else "all"
        rows.border_title = self.caption(
            f"{self.words(f'screen.search.{name}')} · {self.words(f'screen.search.{way}')}"
        )
        self.facets.show_facets(self._answer.facets if self._answer else {})
        self._show_filters()
        notes = self._answer.notes if self._answer else ()
        said = " · ".join(self.words(f"note.{note.code}", **note.facts) for note in notes)
        self.query_one("#notes", Edge).show(plain(said, "changed"))
        self.query_one("#notes").display = bool(said)
        self.refresh_frame()

    def _why_empty(self) -> tuple[str, ...]:
        trouble = self.xdd.trouble or self._trouble
        if self._answer is None:
            return (trouble or self.words("screen.search.indexing"),)
        keys = {"clear": self.xdd.shown("clear-filters"), "query": self.xdd.shown("query")}
        return why_none(self.typed, self.xdd.words, keys, filtered=bool(self.facets.filters))

    def _show_filters(self) -> None:
        keys = [shown(key) for key in self.xdd.action("drop-numbered").keys]
        edge = self.query_one("#filters", Edge)
        edge.show(self.facets.in_force(keys))
        edge.display = bool(self.facets.filters)

    def _draw_hit(self, row: int, width: int) -> tuple[Line, ...]:
        hit = self._hits.at(row)
        marked = [mark.id for mark in self.xdd.marks]
        letter = "AB"[marked.index(hit.id)] if hit and hit.id in marked else ""
        return draw_hit(
            hit, width, words=self.xdd.words, letter=letter, ascii_only=self.xdd.settings.ascii
        )

    def _move(self, way: str, step: int) -> None:
        super()._move(way, step)
        self._chosen = self.typing

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The preview follows the cursor in the list."""
        if message.rows.id == "hits":
            self._look()

    def _look(self) -> None:
        self.preview.follow(self.hit, self.typed)

    def on_preview_shown(self) -> None:
        """Other keys may work on the report that is shown now."""
        self.refresh_frame()

    # ---- panes

    def _pane(self, name: str) -> None:
        """Where panes stand one at a time, show this one."""
        for pane in ("hits", "preview"):
            self.set_class(pane == name, f"-{pane}")

    def focus_query(self) -> None:
        """To the box."""
        self._chosen = False
        self.remove_class("-facets")
        self.query_one("#query").focus()

    def narrow(self, selection: Selection, query: str = "") -> None:
        """Show what `selection` narrows `query` to, whatever was typed."""
        self.facets.filters = tuple(
            Filter(facet, value) for facet, values in selection.chosen.items() for value in values
        )
        self.query_one("#query", Input).value = query
        self._focus("hits")
        self.ask()

    def _focus(self, pane: str) -> None:
        self.remove_class("-facets")
        if pane != "query":
            self._pane(pane)
        self.query_one(f"#{pane}", Widget).focus()

    def mover(self) -> Scroller:
        """The focused pane; the list where the box has the focus."""
        focused = self.focused
        return focused if isinstance(focused, Scroller) else self.query_one("#hits", Rows)

    def do_next_pane(self) -> None:
        """The focus to the next pane."""
        self._turn(1)

    def do_previous_pane(self) -> None:
        """The focus to the pane before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = ["query", "hits", "preview"]
        if self.has_class("-wide"):
            panes.insert(1, "facets")
        at = self.focused.id if self.focused and self.focused.id in panes else "hits"
        self._focus(panes[(panes.index(str(at)) + step) % len(panes)])

    def do_facets(self) -> None:
        """To the filters, and back."""
        if self.place == "facets":
            self._focus("hits")
        else:
            self.add_class("-facets")
            self.query_one("#facets").focus()

    def do_back(self) -> None:
        """From facets, preview and box to the list."""
        self._focus("hits")

    def do_to_results(self) -> None:
        """From the box to the list."""
        self._focus("hits")

    # ---- filters

    def _filter(self, filters: tuple[Filter, ...]) -> None:
        self.facets.filters = filters
        self.facets.refresh_facets()
        self._show_filters()
        self.ask()

    def do_toggle(self) -> None:
        """The filter under the cursor on or off; the rest of a facet's values into view."""
        if self.facets.toggle():
            self._filter(self.facets.filters)

    def do_drop_numbered(self) -> None:
        """Drop the filter whose digit was pressed; the last one where it was no key."""
        keys = self.xdd.action("drop-numbered").keys
        number = keys.index(self.pressed) if self.pressed in keys else len(self.facets.filters) - 1
        if number < len(self.facets.filters):
            self._filter(self.facets.filters[:number] + self.facets.filters[number + 1 :])
        else:
            self.say(self.words("needs.filter-numbered"))

    def do_drop_filter(self) -> None:
        """Drop the filter chosen last."""
        self._filter(self.facets.filters[:-1])

    def do_clear_filters(self) -> None:
        """Drop all filters."""
        self._filter(())

    def do_sort(self) -> None:
        """The other order."""
        self._sort = "date" if self._sort == "relevance" else "relevance"
        self.ask()

    # ---- what is done with a hit

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A click on the row under the cursor is enter."""
        self.perform(self.xdd.action("toggle" if message.rows.id == "facets" else "open"))

    def do_open(self) -> None:
        """Open the report."""
        if self.hit:
            self.xdd.open_report(self.hit.id, self.typed)

    def do_mark(self) -> None:
        """Mark the report, or take its mark away; its row shows the letter."""
        super().do_mark()
        self.query_one("#hits", Rows).redraw()

    def do_next_match(self) -> None:
        """To the next match in the preview."""
        self.preview.step(1)

    def do_previous_match(self) -> None:
        """To the match before."""
        self.preview.step(-1)

    @property
    def current_id(self) -> str | None:
        """The id of the hit."""
        return self.hit.id if self.hit else None

    @property
    def current_name(self) -> str:
        """Day and body of the hit."""
        return name_of(self.hit, self.xdd.words) if self.hit else ""

    @property
    def current_report(self) -> Report | None:
        """The report that the preview shows."""
        return self.preview.report

    def passage(self) -> tuple[str, str]:
        """The sentence of the preview's current match."""
        return self.preview.passage(), self.words("screen.reader.copied-sentence")
