"""Two reports beside each other, in columns where there is room, and a box to find in both."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult

from tui.screens.fetching import FetchingScreen
from tui.screens.finder import Finder
from tui.screens.walking import WalkingScreen
from tui.widgets.blocks import Blocks
from tui.widgets.edges import Edge
from tui.widgets.flow import Beside, Row
from tui.widgets.lines import Piece, plain, visible
from tui.widgets.scroller import Scroller
from tui.widgets.signs import sign


class TwoSidedScreen(FetchingScreen, WalkingScreen):
    """A notice, the heads of the two sides, and blocks that show both.

    From `columns` cells on, the sides stand in columns; `wide` tells that they do now.
    """

    columns: ClassVar[int]

    def __init__(self, a: str, b: str) -> None:
        super().__init__()
        self.ids = (a, b)
        self.wide = False

    # ---- what a subclass tells

    def load(self) -> None:
        """Fetch what is shown of the two."""
        raise NotImplementedError

    def lay_out(self, at: int = 0) -> None:
        """Show the blocks in the room there is, the cursor on the one numbered `at`."""
        raise NotImplementedError

    def heads(self) -> tuple[str, str] | None:
        """What stands above each side, once that is known."""
        raise NotImplementedError

    # ---- the frame

    def body(self) -> ComposeResult:
        """Notice, the heads of the columns, the blocks."""
        yield Edge(id="notice")
        yield Edge(id="sides")
        blocks = Blocks(ascii_only=self.xdd.settings.ascii, id="blocks")
        blocks.add_class("pane")
        yield blocks
        yield Finder(self.xdd.words)

    def on_mount(self) -> None:
        """Compare away from the screen's thread."""
        for name in ("#notice", "#sides"):
            self.query_one(name).display = False
        self.tell_instead(self.words("screen.reader.loading"))
        self.blocks.focus()
        self.load()

    @property
    def blocks(self) -> Blocks:
        """What is shown of both."""
        return self.query_one("#blocks", Blocks)

    def mover(self) -> Scroller:
        """The blocks."""
        return self.blocks

    def tell_instead(self, said: str) -> None:
        """In the place of the blocks."""
        self.blocks.show((), empty=said)

    def tell_notice(self, said: str) -> None:
        """Say what is unusual about these two, if anything is."""
        notice = self.query_one("#notice", Edge)
        notice.show(plain(said, "changed"))
        notice.display = bool(said)

    def tell_heads(self) -> None:
        """Above the columns, or on the edge of the blocks where there are none."""
        heads = self.heads()
        if heads is None:
            return
        sides = self.query_one("#sides", Edge)
        sides.display = self.wide
        if not self.wide:
            self.blocks.border_title = Text("  ".join(map(visible, heads)))
            return
        self.blocks.border_title = None
        left, right = (Row((Piece(head, "strong", by_its_end=True),)) for head in heads)
        both = Beside(left, right, rule=sign("rule", ascii_only=self.xdd.settings.ascii))
        both.measure(max(20, self.size.width - 4))
        sides.show(both.line(0))

    def on_resize(self, event: events.Resize) -> None:
        """One column or two."""
        if (event.size.width >= self.columns) != self.wide:
            self.lay_out(self.blocks.cursor)
        else:
            self.tell_heads()

    # ---- finding

    def do_find(self) -> None:
        """Open the box."""
        self.query_one(Finder).open()

    def on_finder_left(self) -> None:
        """What was found is kept for n and N."""
        self.blocks.focus()
