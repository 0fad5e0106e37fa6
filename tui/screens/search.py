"""The search screen: query, filters, hits and a preview, all as quick as typing."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from archive.report import Report
from search.answer import Answer, Selection, Sort, TaskHit
from search.series import period_of
from tui.actions import shown
from tui.screens.asking import SORTS, Asking, Found, Question
from tui.screens.chips import Chips
from tui.screens.facets import FacetPanel, Filter, selection_of
from tui.screens.hitlist import HitList
from tui.screens.hits import AnyHit, name_of, why_none
from tui.screens.narrowing import NarrowingScreen
from tui.screens.notes import Notes
from tui.screens.preview import Preview
from tui.screens.querybox import NOTHING, Offers, QueryBox
from tui.screens.why import Why
from tui.widgets.lines import Line, Piece, plain
from tui.widgets.rows import Rows
from tui.widgets.scroller import Scroller

PANES = ("query", "facets", "preview")
PAUSE = 0.4
"""Seconds without a key after which it is looked for what may have been meant instead."""


class SearchScreen(NarrowingScreen):
    """Find reports: type, narrow, look, open."""

    home = "search"

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._start = query
        self._sort: Sort = "relevance"
        self._tasks = False
        self._chosen = False
        self._timer: Timer | None = None
        self._found: Found | None = None
        self._milliseconds = 0
        self._trouble = ""

    # ---- the frame

    def body(self) -> ComposeResult:
        """Query box, filters, notes; facets, hits and preview."""
        ascii_only = self.xdd.settings.ascii
        yield QueryBox(self, self._start)
        yield Chips(self.words("screen.search.active"))
        yield Notes(self.xdd.words)
        with Horizontal(id="panes"):
            facets = FacetPanel(self.xdd.words, ascii_only=ascii_only)
            preview = Preview(self.xdd, ascii_only=ascii_only)
            for pane in (facets, HitList(self), preview, Why(self), Offers(self)):
                pane.add_class("pane")
                yield pane

    def on_mount(self) -> None:
        """The box takes keys before anything is searched."""
        super().on_mount()
        self._asking = Asking(self.xdd, self._take, self._failed)
        self._pane("hits")
        self.refresh_answer()
        self.focus_query()

    @property
    def place(self) -> str:
        """The box, the box while something is offered or a row is chosen from it, the facets, the
        preview, or the list.
        """
        focused = self.focused.id if self.focused else None
        if focused == "query":
            if self.offers.is_open:
                return "completing"
            if self._chosen:
                return "choosing"
            return "query" if self.offers.offer == NOTHING else "completing"
        return "preview" if focused == "why" else focused if focused in PANES else self.home

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
            "pair": len(self.xdd.marks) == 2 or bool(hit and hit.body and planned_of(hit)),
            "link": self.has_link(),
            "others": self.list.has_others,
            "meant": bool(self.query_one(Notes).meant),
            "asked": bool(self.typed.strip() or self.facets.filters),
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def status(self) -> Line:
        """How many reports or tasks answer, and how long the search took."""
        if self._found is None:
            return ()
        of = "total-tasks" if self._found.question.tasks else "total"
        total = self.number(self._found.total)
        return plain(
            self.words(f"screen.search.{of}", total=total, milliseconds=self._milliseconds)
        )

    @property
    def box(self) -> QueryBox:
        """The query box."""
        return self.query_one(QueryBox)

    @property
    def offers(self) -> Offers:
        """What can be taken into the box."""
        return self.query_one(Offers)

    @property
    def list(self) -> HitList:
        """The list of hits."""
        return self.query_one(HitList)

    @property
    def typed(self) -> str:
        """What stands in the box."""
        return self.box.input.value

    @property
    def preview(self) -> Preview:
        """The report under the cursor."""
        return self.query_one(Preview)

    @property
    def hit(self) -> AnyHit | None:
        """The hit under the cursor."""
        return self.list.hit

    # ---- asking

    def on_input_changed(self) -> None:
        """Search once the person pauses; offer what the last piece can become."""
        self._chosen = False
        self.offers.follow(self.typed if self.typing and self.box.at_end else "")
        self.refresh_frame()
        self._after(self.xdd.settings.delay / 1000, self.ask)

    def _after(self, seconds: float, then: Callable[[], None]) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(seconds, then)

    def ask(self) -> None:
        """Search for what stands in the box, inside the filters."""
        if self.xdd.ready:
            self._asking.ask(self.question)

    @property
    def question(self) -> Question:
        """What is asked."""
        selection = selection_of(self.facets.filters)
        return Question(self.typed, selection, self._sort, self._tasks)

    def _failed(self, trouble: str) -> None:
        self._found, self._trouble = None, trouble
        self.refresh_answer()

    def _take(self, found: Found) -> None:
        self._found, self._milliseconds = found, found.milliseconds
        self.refresh_answer()
        if found.question.query.strip() and (found.notes or not found.total):
            self._after(PAUSE, self._look_for_meant)

    def _look_for_meant(self) -> None:
        """What may have been meant, once the person has stopped typing."""
        found, library = self._found, self.xdd.library
        if found is None or found.question != self.question:
            return
        query, selection = found.question.query, found.question.selection

        def then(answer: Answer) -> None:
            if found is self._found:
                meant = [n.facts["query"] for n in answer.notes if n.code == "did-you-mean"]
                self._offer_meant(str(meant[0]) if meant else "")

        self.work(lambda: library.search(query, selection, limit=0), then)

    def _offer_meant(self, meant: str) -> None:
        keys = self._keys_of(self.xdd.action("take-meant"))
        self.query_one(Notes).add(meant, shown(keys[0]) if keys else "")
        self.refresh_frame()

    # ---- showing

    def refresh_answer(self) -> None:
        """Show the answer as it is now, or why there is none."""
        found = self._found
        self.list.take(found, () if found and found.listed else self._why_empty())
        self.facets.show_facets(found.facets if found else {})
        self.query_one(Notes).tell(found.notes if found else ())
        self.tell_filters()
        self.refresh_frame()

    def _why_empty(self) -> tuple[str, ...]:
        trouble = self.xdd.trouble or self._trouble
        if self._found is None:
            return (trouble or self.words("screen.search.indexing"),)
        keys = {"clear": self.xdd.shown("clear-filters"), "query": self.xdd.shown("query")}
        filtered = bool(self.facets.filters)
        return why_none(self.typed, self.xdd.words, keys, filtered=filtered, tasks=self._tasks)

    def on_offers_offered(self) -> None:
        """The name of a field is hinted at beside the box; other keys work."""
        offer, line = self.offers.offer, plain("")
        if offer.queries and not offer.values:
            key = self.xdd.shown("next-pane")
            line = (Piece(f"{key} ", "key"), Piece(offer.pieces[0], "dim"))
        self.box.hint(line)
        self.refresh_frame()

    def _move(self, way: str, step: int) -> None:
        super()._move(way, step)
        self._chosen = self.typing and not self.offers.is_open

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The preview follows the cursor in the list."""
        if message.rows.id == "hits":
            self._look()

    def on_hit_list_came(self) -> None:
        """So it does when a page comes."""
        self._look()

    def _look(self) -> None:
        self.preview.follow(self.list.sight)
        if self.has_class("-why"):
            self.query_one(Why).follow(self.list.sight)

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
        self.box.input.focus()

    def narrow(self, selection: Selection, query: str = "") -> None:
        """Show what `selection` narrows `query` to, whatever was typed."""
        self.facets.filters = tuple(
            Filter(facet, value) for facet, values in selection.chosen.items() for value in values
        )
        self.box.write(query)
        self.offers.close()
        self._focus("hits")
        self.ask()

    def _focus(self, pane: str) -> None:
        self.remove_class("-facets")
        if pane != "query":
            self._pane(pane)
        self.query_one(f"#{pane}", Widget).focus()

    def mover(self) -> Scroller:
        """The focused pane; where the box has the focus, the list, or what is offered."""
        focused = self.focused
        if isinstance(focused, Scroller):
            return focused
        return self.offers if self.offers.is_open else self.list

    def do_next_pane(self) -> None:
        """The focus to the next pane; what is offered is taken first."""
        if self.place == "completing":
            self.do_complete()
        else:
            self._turn(1)

    def do_previous_pane(self) -> None:
        """The focus to the pane before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = ["query", "hits", "why" if self.has_class("-why") else "preview"]
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
        """What is offered closes, then why; from facets, preview and box to the list."""
        if self.typing and self.offers.is_open:
            self.offers.close()
        elif not self.typing and self.place != "facets" and self.has_class("-why"):
            self.do_why()
        else:
            self._focus("hits")

    def do_to_results(self) -> None:
        """From the box to the list; what was chosen of what is offered is taken first."""
        if self.offers.is_open and self.offers.cursor:
            self.do_complete()
        else:
            self.offers.close()
            self._focus("hits")

    def do_complete(self) -> None:
        """Take what is offered into the box; → only behind the last letter."""
        if self.pressed == "right" and not self.box.at_end:
            self.box.input.action_cursor_right()
        else:
            self.box.write(self.offers.taken)

    def do_take_meant(self) -> None:
        """Search for what may have been meant."""
        self.box.write(self.query_one(Notes).meant)

    # ---- order, and what the hits are

    def do_sort(self) -> None:
        """The next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.ask()

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
            self.query_one(Why).follow(self.list.sight)
        elif self.focused and self.focused.id == "why":
            self._focus("hits")

    # ---- what is done with a hit

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A click on the row under the cursor is enter."""
        self.perform(self.xdd.action("toggle" if message.rows.id == "facets" else "open"))

    def do_open(self) -> None:
        """Open the report."""
        if self.list.sight:
            self.xdd.open_sight(self.list.sight, self.list.step)

    def do_mark(self) -> None:
        """Mark the report, or take its mark away; its row shows the letter."""
        super().do_mark()
        self.list.redraw()

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


def planned_of(hit: AnyHit) -> object:
    """The period that a hit is known by, None where it has none."""
    return hit.period_planned if isinstance(hit, TaskHit) else period_of(hit)
