"""The search screen: query, filters, hits and a preview, all as quick as typing.

At most one search runs; what is typed meanwhile is asked when it is done, so that nothing queues up
and an answer on the screen is always the answer to what stands in the box, or about to be replaced.
"""

from time import perf_counter

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from archive.report import Report, Span
from search.answer import Answer, Facet, Hit, Selection, Sort
from tui.actions import shown
from tui.citing import citation, passage_at
from tui.screens.base import PlaceScreen
from tui.screens.facets import FacetRow, Filter, draw_facet, facet_rows, selection_of
from tui.screens.hits import LINES, PAGE, Hits, day_of, draw_hit, name_of, periods
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, Mark, Piece, plain, visible
from tui.widgets.rows import Rows
from tui.widgets.scroller import Scroller
from tui.widgets.text_pane import TextPane


class SearchScreen(PlaceScreen):
    """Find reports: type, narrow, look, open."""

    home = "search"

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._start = query
        self._filters: tuple[Filter, ...] = ()
        self._sort: Sort = "relevance"
        self._unfolded: frozenset[Facet] = frozenset()
        self._asked = 0
        self._in_flight = False
        self._timer: Timer | None = None
        self._answer: Answer | None = None
        self._milliseconds = 0
        self._trouble = ""
        self._hits = Hits(self._want)
        self._facet_rows: list[FacetRow] = []
        self._report: Report | None = None
        self._matches: tuple[Span, ...] = ()
        self._match = 0
        self._offset = 0

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
            facets = Rows(
                self._draw_facet, stops=self._facet_stops, ascii_only=ascii_only, id="facets"
            )
            for pane in (facets, hits, TextPane(id="preview")):
                pane.add_class("pane")
                yield pane

    def on_mount(self) -> None:
        """The box takes keys before anything is searched."""
        super().on_mount()
        self.query_one("#facets").border_title = self.caption(self.words("screen.search.filters"))
        self.query_one("#preview").border_title = self.caption(self.words("screen.search.preview"))
        self._pane("hits")
        self.refresh_answer()
        self.focus_query()

    @property
    def place(self) -> str:
        """The box, the facets, the preview, or the list."""
        focused = self.focused.id if self.focused else None
        return focused if focused in ("query", "facets", "preview") else self.home

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        hit = self.hit
        row = hit is not None if self.place != "facets" else bool(self._facet_rows)
        met = {
            "row": row,
            "report": hit is not None,
            "item": hit is not None,
            "matches": bool(self._matches),
            "filters": bool(self._filters),
            "two-reports": len(self.xdd.marks) == 2,
            "pair": len(self.xdd.marks) == 2 or bool(hit and hit.body and periods_of(hit)),
            "link": bool(self._report and (self._report.source or "").startswith("http")),
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
    def selection(self) -> Selection:
        """What the filters select."""
        return selection_of(self._filters)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        rows = self.query_one("#hits", Rows)
        return self._hits.at(rows.cursor) if rows.count else None

    # ---- asking

    def on_input_changed(self) -> None:
        """Search once the person pauses."""
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(self.xdd.settings.delay / 1000, self.ask)

    def ask(self) -> None:
        """Search for what stands in the box, inside the filters."""
        self._asked += 1
        if self.xdd.ready and not self._in_flight:
            self._send()

    def _send(self) -> None:
        number, query, selection, sort = self._asked, self.typed, self.selection, self._sort
        library = self.xdd.library

        def job() -> tuple[int, Answer, float]:
            start = perf_counter()
            answer = library.search(query, selection, sort=sort, limit=PAGE)
            return number, answer, perf_counter() - start

        self._in_flight = True
        self.xdd.work(job, self._answered, failed=self._failed)

    def _failed(self, trouble: str) -> None:
        self._in_flight = False
        self._answer, self._trouble = None, trouble
        self.refresh_answer()

    def _answered(self, answered: tuple[int, Answer, float]) -> None:
        number, answer, seconds = answered
        self._in_flight = False
        if number != self._asked:
            self._send()
            return
        self._answer = answer
        self._milliseconds = round(seconds * 1000)
        self._hits = Hits(self._want)
        self._hits.put(0, answer.hits)
        self.refresh_answer()

    def _want(self, page: int) -> None:
        """Ask for a page of the same answer."""
        number, query, selection, sort = self._asked, self.typed, self.selection, self._sort
        library = self.xdd.library

        def job() -> tuple[Hit, ...]:
            offset = page * PAGE
            return library.search(query, selection, sort=sort, limit=PAGE, offset=offset).hits

        def then(hits: tuple[Hit, ...]) -> None:
            if number == self._asked:
                self._hits.put(page, hits)
                rows = self.query_one("#hits", Rows)
                rows.redraw()
                if rows.cursor // PAGE == page:
                    self._look()

        self.xdd.work(job, then)

    # ---- showing

    def refresh_answer(self) -> None:
        """Show the answer as it is now, or why there is none."""
        rows = self.query_one("#hits", Rows)
        total = self._answer.total if self._answer else 0
        rows.show(total, empty=() if total else self._why_empty())
        way = "date" if self._sort == "date" or not self.typed.strip() else "relevance"
        name = "results" if self.typed.strip() or self._filters else "all"
        rows.border_title = self.caption(
            f"{self.words(f'screen.search.{name}')} · {self.words(f'screen.search.{way}')}"
        )
        self._show_facets()
        notes = self._answer.notes if self._answer else ()
        said = " · ".join(self.words(f"note.{note.code}", **note.facts) for note in notes)
        self.query_one("#notes", Edge).show(plain(said, "changed"))
        self.query_one("#notes").display = bool(said)
        self.refresh_frame()

    def _why_empty(self) -> tuple[str, ...]:
        trouble = self.xdd.trouble or self._trouble
        if self._answer is None:
            return (trouble or self.words("screen.search.indexing"),)
        if not self.typed.strip() and not self._filters:
            return self.words("screen.search.empty"), self.words("screen.search.empty-how")
        name = "none-filtered" if self._filters else "none"
        key = "none-key" if self._filters else "none-query-key"
        keys = {name: self.xdd.shown(name) for name in ("clear-filters", "query")}
        return (
            self.words(f"screen.search.{name}", query=visible(self.typed)),
            self.words("screen.search.none-why"),
            self.words(f"screen.search.{key}", clear=keys["clear-filters"], query=keys["query"]),
        )

    def _show_facets(self) -> None:
        facets = self.query_one("#facets", Rows)
        before = self._facet_rows[facets.cursor] if facets.cursor < len(self._facet_rows) else None
        self._facet_rows = facet_rows(
            self._answer.facets if self._answer else {}, self._filters, self._unfolded
        )
        at = next(
            (
                place
                for place, row in enumerate(self._facet_rows)
                if before and (row.facet, row.value) == (before.facet, before.value)
            ),
            facets.cursor,
        )
        facets.show(len(self._facet_rows), cursor=at if facets.has_focus else 0)
        line = [Piece(f"{self.words('screen.search.active')}  ", "dim")]
        keys = self.xdd.action("drop-numbered").keys
        for number, (_, value) in enumerate(self._filters):
            key = shown(keys[number]) if number < len(keys) else ""
            line += [Piece(key, "key"), Piece(f" {value}   ", "strong")]
        self.query_one("#filters", Edge).show(tuple(line))
        self.query_one("#filters").display = bool(self._filters)

    def _draw_hit(self, row: int, width: int) -> tuple[Line, ...]:
        hit = self._hits.at(row)
        marked = [mark.id for mark in self.xdd.marks]
        letter = "AB"[marked.index(hit.id)] if hit and hit.id in marked else ""
        return draw_hit(
            hit, width, words=self.xdd.words, letter=letter, ascii_only=self.xdd.settings.ascii
        )

    def _draw_facet(self, row: int, width: int) -> tuple[Line, ...]:
        ascii_only = self.xdd.settings.ascii
        words = self.xdd.words
        return (draw_facet(self._facet_rows[row], width, words=words, ascii_only=ascii_only),)

    def _facet_stops(self, row: int) -> bool:
        return row < len(self._facet_rows) and self._facet_rows[row].kind != "heading"

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The preview follows the cursor in the list."""
        if message.rows.id == "hits":
            self._look()

    def _look(self) -> None:
        """Load the report under the cursor for the preview."""
        hit, query, library = self.hit, self.typed, self.xdd.library
        if hit is None:
            self._report, self._matches = None, ()
            self._show_preview(None)
            return

        def job() -> tuple[Report, tuple[Span, ...]]:
            report = library.report(hit.id)
            return report, library.matches(query, report.text)

        def then(found: tuple[Report, tuple[Span, ...]]) -> None:
            if self.hit and self.hit.id == hit.id:
                self._report, self._matches = found
                self._match = first_match(self._matches, hit)
                self._show_preview(hit)

        self.xdd.work(job, then)

    def _show_preview(self, hit: Hit | None) -> None:
        pane = self.query_one("#preview", TextPane)
        pane.border_title = self.caption((hit and hit.body) or self.words("screen.search.preview"))
        if hit is None or self._report is None:
            pane.show("")
            pane.border_subtitle = None
            self.refresh_frame()
            return
        holds = self.words("screen.search.row", tasks=hit.tasks, directives=hit.directives)
        about = (day_of(hit), periods(hit, ascii_only=self.xdd.settings.ascii), holds)
        head = " · ".join(part for part in about if part)
        self._offset = len(head) + 2
        pane.show(f"{head}\n\n{self._report.text}", self._marks_shown(), place=self._match_place())
        self._tell_match()

    def _marks_shown(self) -> list[Mark]:
        head = [Mark(0, self._offset - 2, "dim")]
        return head + [
            Mark(
                start + self._offset,
                end + self._offset,
                "here" if number == self._match else "match",
            )
            for number, (start, end) in enumerate(self._matches)
        ]

    def _match_place(self) -> int | None:
        return self._matches[self._match].start + self._offset if self._matches else None

    def _tell_match(self) -> None:
        self.query_one("#preview").border_subtitle = (
            self.caption(
                self.words("screen.search.match", number=self._match + 1, total=len(self._matches))
            )
            if self._matches
            else None
        )
        self.refresh_frame()

    # ---- panes

    def _pane(self, name: str) -> None:
        """Where panes stand one at a time, show this one."""
        for pane in ("hits", "preview"):
            self.set_class(pane == name, f"-{pane}")

    def focus_query(self) -> None:
        """To the box."""
        self.remove_class("-facets")
        self.query_one("#query").focus()

    def narrow(self, selection: Selection) -> None:
        """Show what `selection` narrows to, whatever was typed."""
        self._filters = tuple(
            Filter(facet, value) for facet, values in selection.chosen.items() for value in values
        )
        self.query_one("#query", Input).value = ""
        self._focus("hits")
        self.ask()

    def _focus(self, pane: str) -> None:
        self.remove_class("-facets")
        if pane != "query":
            self._pane(pane)
        target: Widget = self.query_one(f"#{pane}")
        target.focus()

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
        self._filters = filters
        self._show_facets()
        self.ask()

    def do_toggle(self) -> None:
        """The filter under the cursor on or off; the rest of a facet's values into view."""
        row = self._facet_rows[self.query_one("#facets", Rows).cursor]
        if row.kind == "more":
            self._unfolded |= {row.facet}
            self._show_facets()
            return
        this = Filter(row.facet, row.value)
        others = tuple(one for one in self._filters if one != this)
        self._filter(others if row.chosen else (*self._filters, this))

    def do_drop_numbered(self) -> None:
        """Drop the filter whose digit was pressed; the last one where it was no key."""
        keys = self.xdd.action("drop-numbered").keys
        number = keys.index(self.pressed) if self.pressed in keys else len(self._filters) - 1
        if number < len(self._filters):
            self._filter(self._filters[:number] + self._filters[number + 1 :])
        else:
            self.say(self.words("needs.filter-numbered"))

    def do_drop_filter(self) -> None:
        """Drop the filter chosen last."""
        self._filter(self._filters[:-1])

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
        """Mark the report, or take its mark away."""
        if self.hit:
            self.xdd.toggle_mark(self.hit.id, name_of(self.hit, self.xdd.words))
            self.query_one("#hits", Rows).redraw()

    def do_compare(self) -> None:
        """The two marked reports side by side."""
        a, b = self.xdd.marks
        self.xdd.open_comparison(a.id, b.id)

    def do_diff(self) -> None:
        """The tasks of the two marked, or of this report and the period before."""
        if len(self.xdd.marks) == 2:
            self.xdd.open_diff(self.xdd.marks[0].id, self.xdd.marks[1].id)
        elif self.hit:
            self.xdd.open_diff_before(self.hit.id)

    def _step_match(self, step: int) -> None:
        self._match = (self._match + step) % len(self._matches)
        preview = self.query_one("#preview", TextPane)
        preview.mark(self._marks_shown(), place=self._match_place())
        self._tell_match()

    def do_next_match(self) -> None:
        """To the next match in the preview."""
        self._step_match(1)

    def do_previous_match(self) -> None:
        """To the match before."""
        self._step_match(-1)

    def _passage(self) -> str:
        if self._report is None:
            return ""
        return passage_at(self._report, self._matches[self._match] if self._matches else None)

    def do_copy(self) -> None:
        """Copy the passage at the match."""
        self.xdd.copy(self._passage())

    def do_copy_citation(self) -> None:
        """Copy the passage with where it stands."""
        if self._report:
            self.xdd.copy(f"{self._passage()}\n{citation(self._report, self.xdd.words)}")

    def do_open_source(self) -> None:
        """Open the original page."""
        if self._report and self._report.source:
            self.xdd.open_url(self._report.source)


def periods_of(hit: Hit) -> str | None:
    """The period by which a body's reports are ordered."""
    return hit.period_reviewed or hit.period_planned


def first_match(matches: tuple[Span, ...], hit: Hit) -> int:
    """The match that the hit's passage shows."""
    snippet = hit.snippets[0] if hit.snippets else None
    if not snippet or not snippet.highlights:
        return 0
    place = snippet.start + snippet.highlights[0].start
    return next((n for n, match in enumerate(matches) if match.end > place), 0)
