"""The search screen's panes: which of them has the focus, and how it goes from one to another."""

from textual.widget import Widget

from tui.screens.hitlist import HitList
from tui.screens.querybox import NOTHING
from tui.screens.querying import QueryScreen
from tui.widgets.edges import Edge
from tui.widgets.scroller import Scroller

PANES = ("query", "facets", "preview")


class PanesScreen(QueryScreen):
    """A screen with query box, facets, hits and preview, and why a hit is one in its place."""

    @property
    def place(self) -> str:
        """The box, the box while something is offered, the facets, the preview, or the list."""
        focused = self.focused.id if self.focused else None
        if focused == "query":
            return "query" if self.offers.offer == NOTHING else "completing"
        return "preview" if focused == "why" else focused if focused in PANES else self.home

    @property
    def list(self) -> HitList:
        """The list of hits."""
        return self.query_one(HitList)

    def mover(self) -> Scroller:
        """The focused pane; where the box has the focus, the list, or what is offered."""
        focused = self.focused
        if isinstance(focused, Scroller):
            return focused
        return self.offers if self.offers.is_open else self.list

    def show_pane(self, name: str) -> None:
        """Where panes stand one at a time, show this one."""
        for pane in ("hits", "preview"):
            self.set_class(pane == name, f"-{pane}")

    def focus_pane(self, name: str) -> None:
        """The focus to a pane, which is shown."""
        self.remove_class("-facets")
        if name != "query":
            self.show_pane(name)
        self.query_one(f"#{name}", Widget).focus()

    def focus_query(self) -> None:
        """To the box."""
        self.remove_class("-facets")
        self.box.input.focus()

    def on_descendant_focus(self) -> None:
        """Other keys may work; what a filter is called is said where filters are chosen."""
        super().on_descendant_focus()
        self.tell_value()

    def tell_value(self) -> None:
        """Write the filter under the cursor out, where filters are chosen."""
        about, there = self.query_one("#facet-value", Edge), self.place == "facets"
        about.display = there
        about.show(self.facets.about if there else ())

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
        """To a pane beside; a letter leads past the box, in which the next one would be typed."""
        panes = ["query", "hits", "why" if self.has_class("-why") else "preview"]
        if self.has_class("-wide"):
            panes.insert(1, "facets")
        if len(self.pressed) == 1:
            panes.remove("query")
        at = self.focused.id if self.focused and self.focused.id in panes else "hits"
        self.focus_pane(panes[(panes.index(str(at)) + step) % len(panes)])

    def _move(self, way: str, step: int) -> None:
        """In the pane; the list stands below the box, so that an arrow leads into it and back."""
        one = (way, step)
        if self.typing and not self.offers.is_open:
            if one != ("move", -1):
                self.do_to_results()
            if way != "move":
                super()._move(way, step)
        elif one == ("move", -1) and len(self.pressed) > 1 and self.list.is_at_top:
            self.focus_query()
        else:
            super()._move(way, step)

    def do_facets(self) -> None:
        """To the filters, and back."""
        if self.place == "facets":
            self.focus_pane("hits")
        else:
            self.add_class("-facets")
            self.query_one("#facets").focus()

    def do_to_results(self) -> None:
        """From the box to the list; what was chosen of what is offered is taken first."""
        if self.offers.is_open and self.offers.cursor:
            self.do_complete()
        else:
            self.offers.close()
            self.focus_pane("hits")
