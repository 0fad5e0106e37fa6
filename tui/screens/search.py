"""The search screen: query, filters, hits and a preview, all as quick as typing."""

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from archive.report import Report
from search.answer import Hit, Page, Selection, Sort, TaskHit
from tui.saved import Saved
from tui.screens.asking import SORTS, Asking, Found, Question, Source
from tui.screens.chips import Chips
from tui.screens.facets import FacetPanel, Filter, selection_of
from tui.screens.hitlist import HitList
from tui.screens.hits import AnyHit, name_of, planned_of, why_none
from tui.screens.notes import Notes
from tui.screens.panes import PanesScreen
from tui.screens.preview import Preview
from tui.screens.querybox import Offers, QueryBox
from tui.screens.why import Why
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, plain
from tui.widgets.rows import Rows

_SHOWN = {"item", "matches", "link"}  # what is there with the report that the preview shows


class SearchScreen(PanesScreen):
    """Find reports: type, narrow, look, open."""

    home = "search"

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._start = query
        # What is looked for by a report or a passage has an order of its own.
        self._sorts: dict[Source | None, Sort] = {}
        self._tasks = False
        self._milliseconds = 0
        self._trouble = ""

    # ---- the frame

    def body(self) -> ComposeResult:
        """Query box, filters, notes; facets, hits and preview."""
        ascii_only = self.xdd.settings.ascii
        yield QueryBox(self, self._start)
        yield Chips(self.xdd.words)
        yield Notes(self.xdd.words)
        with Horizontal(id="panes"):
            facets = FacetPanel(self.xdd.words, ascii_only=ascii_only)
            preview = Preview(self.xdd, ascii_only=ascii_only)
            for pane in (facets, HitList(self), preview, Why(self), Offers(self)):
                pane.add_class("pane")
                yield pane
        yield Edge(id="facet-value")

    def on_mount(self) -> None:
        """The box takes keys before anything is searched."""
        super().on_mount()
        self._asking = Asking(self.xdd, self._take, self._failed)
        self.show_pane("hits")
        self.refresh_answer()
        self.focus_query()

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        hit = self.hit
        row = hit is not None if self.place != "facets" else bool(self.facets.count)
        met = {
            "row": row,
            "report": hit is not None,
            "item": hit is not None,
            "matches": bool(self.preview.matches),
            "branch": bool(self.facets.row and self.facets.row.kind == "branch"),
            "filters": bool(self.facets.filters),
            "two-reports": len(self.xdd.marks) == 2,
            "pair": len(self.xdd.marks) == 2 or bool(hit and hit.body and planned_of(hit)),
            "link": self.has_link(),
            "others": self.list.has_others,
            "own": not self.xdd.library.is_sample,
            "meant": bool(self.meant) or self.query_one(Notes).is_quote,
            "loaded": self.found is not None and self.found.total > 0,
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def status(self) -> Line:
        """How many reports or tasks answer, and how long the search took."""
        if self.found is None:
            return ()
        of = "total-tasks" if self.found.question.tasks else "total"
        total = self.number(self.found.total)
        return plain(
            self.words(f"screen.search.{of}", total=total, milliseconds=self._milliseconds)
        )

    @property
    def preview(self) -> Preview:
        """The report under the cursor."""
        return self.query_one(Preview)

    @property
    def hit(self) -> AnyHit | None:
        """The hit under the cursor."""
        return self.list.hit

    # ---- asking

    def ask(self) -> None:
        """Search for what stands in the box, inside the filters."""
        if self.xdd.answers:
            self._asking.ask(self.question)

    def expect(self) -> None:
        """Look ahead for what stands in the box."""
        if self.xdd.answers:
            self._asking.expect(self.question)

    @property
    def is_there(self) -> bool:
        """Does the list answer what stands in the box? Who types there need not wait for it."""
        if self.typing or self.xdd.trouble or self._trouble:
            return super().is_there
        answered = self.found is not None and self.found.question == self.question
        return super().is_there and answered and (self.hit is not None or not self.list.count)

    def must_wait(self, event: events.Key | events.Paste) -> bool:
        """What is about the preview waits until that has followed the cursor."""
        action = (
            self.xdd.keys_at(self.place).get(event.key) if isinstance(event, events.Key) else None
        )
        about = action is not None and not _SHOWN.isdisjoint(action.needs)
        return super().must_wait(event) or (about and self.preview.is_behind)

    @property
    def question(self) -> Question:
        """What is asked."""
        selection = selection_of(self.facets.filters)
        tasks = self._tasks and not self.source
        return Question(self.typed, selection, self._sort, tasks, self.source)

    @property
    def _sort(self) -> Sort:
        return self._sorts.get(self.source, SORTS[0])

    def _failed(self, trouble: str) -> None:
        self.found, self._trouble = None, trouble
        self.refresh_answer()

    def _take(self, found: Found) -> None:
        self.found, self.meant, self._milliseconds = found, "", found.milliseconds
        self._trouble = ""
        self.refresh_answer()
        if found.question.query.strip() and (found.notes or not found.total):
            self.look_for_meant()

    # ---- showing

    def refresh_answer(self) -> None:
        """Show the answer as it is now, or why there is none."""
        found = self.found
        self.list.take(found, () if found and found.listed else self._why_empty())
        self.facets.show_facets(found.facets if found else {})
        self.tell_notes()
        self.tell_filters()
        self.refresh_frame()

    def _why_empty(self) -> tuple[str, ...]:
        trouble = self.xdd.trouble or self._trouble
        if self.found is None:
            return (trouble or self.words("screen.search.indexing"),)
        keys = {"clear": self.xdd.shown("clear-filters"), "query": self.xdd.shown("query")}
        filtered, tasks = bool(self.facets.filters), "tasks" if self._tasks else ""
        by = self.source.kind if self.source else tasks
        return why_none(self.typed, self.xdd.words, keys, filtered=filtered, by=by)

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The preview follows the cursor in the list; a filter's value is written out."""
        if message.rows.id == "hits":
            self._look()
        elif message.rows is self.facets:
            self.tell_value()

    def on_hit_list_came(self) -> None:
        """So it does when a page comes."""
        self._look()

    def _look(self) -> None:
        self.preview.follow(self.list.sight)
        if self.has_class("-why"):
            self._explain()

    def _explain(self) -> None:
        """Say why the hit under the cursor is one."""
        source, hit = self.source, self.hit
        if source and isinstance(hit, Hit):
            share = f"{round(100 * hit.score)}%"
            self.query_one(Why).say(self.words(f"screen.why.{source.kind}", share=share))
        else:
            asked = self.found.question if self.found else self.question
            self.query_one(Why).follow(self.list.sight, Page(asked.selection, asked.sort))

    def on_preview_shown(self) -> None:
        """Other keys may work on the report that is shown now; its row shows more of it."""
        self._point()
        self.refresh_frame()

    def _point(self) -> None:
        """Show in the list which passages of its hit the preview marks, and where it is."""
        report = self.preview.report
        if report and report.id == self.current_id:
            self.list.point(self.preview.passages, self.preview.current)

    # ---- panes

    def narrow(
        self,
        selection: Selection,
        query: str = "",
        sort: Sort = "relevance",
        *,
        tasks: bool = False,
    ) -> None:
        """Show what `selection` narrows `query` to, whatever was typed."""
        self.source, self._sorts[None], self._tasks = None, sort, tasks
        self.facets.filters = tuple(
            Filter(facet, value) for facet, values in selection.chosen.items() for value in values
        )
        self.box.write(query)
        self.offers.close()
        self.focus_pane("hits")
        self.ask()

    def do_back(self) -> None:
        """What is offered closes, then why, then what is looked for instead of words; from facets,
        preview and box to the list.
        """
        if self.typing and self.offers.is_open:
            self.offers.close()
        elif not self.typing and self.place != "facets" and self.has_class("-why"):
            self.do_why()
        elif self.place != "facets" and self.source:
            self.search_for(None)
        else:
            self.focus_pane("hits")

    def do_like(self) -> None:
        """Reports like this one; of a task, reports with a task like it."""
        if isinstance(self.hit, TaskHit):
            name = self.words("screen.search.task", number=self.hit.ordinal, name=self.current_name)
            self.search_for(Source("like", self.hit.id, name, task=self.hit.ordinal))
        else:
            super().do_like()

    # ---- order, and what the hits are

    def do_save(self) -> None:
        """The searches kept, and this one to keep."""
        asked = self.question
        name = self.typed.strip() or " · ".join(filter_.value for filter_ in self.facets.filters)
        kept = Saved(name, asked.query, asked.selection.chosen, asked.sort, asked.tasks)
        self.xdd.open_saved(self, kept if name and not self.source else None)

    def do_export(self) -> None:
        """Write the hits to a file."""
        from tui.screens.export import ExportScreen
        from tui.screens.listing import listing_offer

        offer = listing_offer(self.xdd.library, self.question, self.xdd.words)
        self.app.push_screen(ExportScreen(offer))

    def do_sort(self) -> None:
        """The next order."""
        self._sorts[self.source] = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.ask()

    def do_correct_many(self) -> None:
        """One field of all that answer, to be set right."""
        from tui.screens.many import open_many

        open_many(self.xdd, self.question)

    def do_task_hits(self) -> None:
        """Tasks as the hits, or reports again."""
        self._tasks = not self._tasks
        self.ask()

    def do_unfold(self) -> None:
        """The other reports on the same event below the hit, or away again."""
        self.list.toggle_others()

    def do_why(self) -> None:
        """Why this hit, in the place of the preview, or the preview again."""
        self.toggle_class("-why")
        if self.has_class("-why"):
            self._explain()
        elif self.focused and self.focused.id == "why":
            self.focus_pane("hits")

    # ---- what is done with a hit

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A click on the row under the cursor is enter."""
        if message.rows is self.list and (place := self.list.place_at(message.part)) is not None:
            self._open(place)
        else:
            self.perform(self.xdd.action("toggle" if message.rows.id == "facets" else "open"))

    def do_open(self) -> None:
        """Open the report, where the preview was walked to a match there."""
        self._open(self.preview.walked)

    def _open(self, place: int | None) -> None:
        sight = self.list.sight
        if sight and place is not None:
            sight = replace(sight, place=place, task=0)
        if sight:
            self.xdd.open_sight(sight, self.list.step)

    def do_mark(self) -> None:
        """Mark the report, or take its mark away; its row shows the letter."""
        super().do_mark()
        self.list.redraw()

    def do_next_match(self) -> None:
        """To the next match in the preview, behind its last to the next hit."""
        self._walk(1)

    def do_previous_match(self) -> None:
        """To the match before, or the hit before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        if not self.preview.is_last(step) or self.list.step(step) is None:
            self.preview.step(step)
            self._point()

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
