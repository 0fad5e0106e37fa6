"""Filters: what narrows a search, put in force in the panel of facets, dropped by a key each."""

from tui.actions import shown
from tui.screens.asking import Source
from tui.screens.chips import Chips
from tui.screens.facets import FacetPanel, Filter
from tui.screens.querybox import QueryBox
from tui.screens.report import ReportScreen
from tui.widgets.lines import Line, Piece


class NarrowingScreen(ReportScreen):
    """A screen with facets and a line of the filters in force."""

    def __init__(self) -> None:
        super().__init__()
        self.source: Source | None = None
        self._before = ""

    @property
    def box(self) -> QueryBox:
        """The query box."""
        return self.query_one(QueryBox)

    @property
    def facets(self) -> FacetPanel:
        """The filters."""
        return self.query_one(FacetPanel)

    def ask(self) -> None:
        """Search anew."""
        raise NotImplementedError

    def tell_filters(self) -> None:
        """Show the filters in force."""
        keys = [shown(key) for key in self.xdd.action("drop-numbered").keys]
        source: Line = ()
        if self.source:
            said = self.words(f"screen.search.source-{self.source.kind}", name=self.source.name)
            source = (Piece(f"{self.xdd.shown('back')} ", "key"), Piece(f"{said}   ", "strong"))
        self.query_one(Chips).tell(self.facets.filters, keys, source)

    def search_for(self, source: Source | None) -> None:
        """Search by `source`, not by words; None goes back to the words typed before."""
        if source and not self.source:
            self._before = self.box.input.value
        self.source = source
        self.box.write("" if source else self._before)
        self.tell_filters()
        self.ask()

    def _filter(self, filters: tuple[Filter, ...]) -> None:
        self.facets.filters = filters
        self.facets.refresh_facets()
        self.tell_filters()
        self.ask()

    def do_toggle(self) -> None:
        """The filter under the cursor on or off; the rest of a facet's values into view; a branch
        is opened and shut by enter.
        """
        row = self.facets.row
        if self.pressed == "enter" and row and row.kind == "branch" and not row.chosen:
            self.facets.turn(opened=not row.opened)
        elif self.facets.toggle():
            self._filter(self.facets.filters)

    def do_expand(self) -> None:
        """Open the branch under the cursor."""
        self.facets.turn(opened=True)

    def do_collapse(self) -> None:
        """Shut the branch under the cursor, or the one it is in."""
        self.facets.turn(opened=False)

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
