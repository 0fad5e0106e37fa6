"""A body's reports as a grid, a column a period: what its tasks and its figures are shown in."""

from tui.screens.fetching import FetchingScreen
from tui.widgets.grid import Grid, Sheet
from tui.widgets.lines import Line, Piece, plain


class TimetableScreen(FetchingScreen):
    """The grid, and whatever tells of the cell under its cursor. `named` is the body's name."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.named = body

    # ---- what a subclass tells

    def load(self) -> None:
        """Fetch what the grid shows."""
        raise NotImplementedError

    def cell(self, row: int, column: int, width: int, here: bool) -> Line:
        """A cell of the grid, as its sheet draws it."""
        raise NotImplementedError

    def tell(self) -> None:
        """Tell of the cell under the cursor."""
        raise NotImplementedError

    # ---- the frame

    def on_mount(self) -> None:
        """Put the grid together away from the screen's thread."""
        self.tell_instead(self.words("screen.common.working"))
        self.grid.focus()
        self.load()

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.query_one("#grid", Grid)

    def tell_instead(self, said: str) -> None:
        """In the place of the rows."""
        self.grid.show(Sheet((), (), self.cell), empty=said)

    def heading(self) -> Line:
        """Where one is, and whose reports these are."""
        here = plain(self.words(f"place.{self.home}"), "strong")
        return (*here, Piece(" · "), Piece(self.named, by_its_end=True))

    def tell_aside(self, periods: int) -> None:
        """Below the grid, how many of all the `periods` are out of view on either side."""
        before, after = self.grid.in_view.start, periods - self.grid.in_view.stop
        told = {"before": before, "after": after}
        aside = self.words("screen.lineage.aside", **told) if before or after else ""
        self.grid.border_subtitle = self.caption(aside)

    # ---- moving

    def on_grid_moved(self) -> None:
        """Another cell, perhaps another row."""
        self.tell()

    def do_next_pane(self) -> None:
        """One period on."""
        self.grid.aside(1)

    def do_previous_pane(self) -> None:
        """One period back."""
        self.grid.aside(-1)

    do_right = do_next_pane
    do_left = do_previous_pane

    def on_grid_chosen(self) -> None:
        """A click on the cell under the cursor is enter."""
        self.perform(self.xdd.action("open"))
