"""One report, to be read."""

from textual.app import ComposeResult

from archive.report import Report
from tui.screens.base import PlaceScreen
from tui.widgets.text_pane import TextPane


class ReaderScreen(PlaceScreen):
    """One report."""

    home = "reader"

    def __init__(self, report_id: str, query: str = "") -> None:
        super().__init__()
        self._ids = (report_id,)
        self._query = query

    def body(self) -> ComposeResult:
        """The texts, one after the other."""
        pane = TextPane(id="text")
        pane.add_class("pane")
        yield pane

    def on_mount(self) -> None:
        """Load them away from the screen's thread."""
        super().on_mount()
        self.query_one("#text").focus()
        library = self.xdd.library
        self.work(lambda: [library.report(one) for one in self._ids], self._loaded)

    def _loaded(self, reports: list[Report]) -> None:
        text = "\n\n".join(report.text for report in reports)
        self.query_one("#text", TextPane).show(text)
