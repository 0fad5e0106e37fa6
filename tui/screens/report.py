"""What can be done with one report wherever it is the current one: in a list, while it is read."""

from collections.abc import Callable

from archive.report import Report
from tui.citing import citation
from tui.screens.asking import Source
from tui.screens.base import PlaceScreen


class ReportScreen(PlaceScreen):
    """A screen on which one report is the current one."""

    @property
    def current_id(self) -> str | None:
        """The id of the current report, None without one."""
        raise NotImplementedError

    @property
    def current_name(self) -> str:
        """How people know the current report: its day and body."""
        raise NotImplementedError

    @property
    def current_report(self) -> Report | None:
        """The current report once it is read."""
        raise NotImplementedError

    def passage(self) -> tuple[str, str]:
        """The passage one is at, and the words that say which it is."""
        raise NotImplementedError

    def has_link(self) -> bool:
        """Has the current report an address to open?"""
        report = self.current_report
        return bool(report and (report.source or "").startswith("http"))

    def do_mark(self) -> None:
        """Mark the report, or take its mark away."""
        if self.current_id:
            self.xdd.toggle_mark(self.current_id, self.current_name)

    def do_compare(self) -> None:
        """The two marked reports side by side."""
        a, b = self.xdd.marks
        self.xdd.open_comparison(a.id, b.id)

    def do_diff(self) -> None:
        """The tasks of the two marked, or of this report and the period before."""
        if len(self.xdd.marks) == 2:
            self.xdd.open_diff(self.xdd.marks[0].id, self.xdd.marks[1].id)
        elif self.current_id:
            self.xdd.open_diff_before(self.current_id)

    def do_lineage(self) -> None:
        """The body's tasks through its periods, the cursor on this report."""
        self._with_body(lambda report, body: self.xdd.open_lineage(body, report.id))

    def do_outcome(self) -> None:
        """What a later report tells of the tasks of this one."""
        if self.current_id:
            self.xdd.open_outcome(self.current_id)

    def do_indicators(self) -> None:
        """The body's figures over time."""
        self._with_body(lambda _, body: self.xdd.open_indicators(body))

    def _with_body(self, then: Callable[[Report, str], None]) -> None:
        """Go on with the current report and its body; say so where that is not known."""
        report_id, library = self.current_id, self.xdd.library

        def go_on(report: Report) -> None:
            if report.body:
                then(report, report.body)
            else:
                self.say(self.words("needs.body"))

        if report_id:
            self.work(lambda: library.report(report_id), go_on, awaited="way")

    def do_like(self) -> None:
        """Reports like this one."""
        if self.current_id:
            self.xdd.find_by(Source("like", self.current_id, self.current_name))

    def do_copy(self) -> None:
        """Copy the passage."""
        text, said = self.passage()
        self.xdd.copy(text)
        self.say(said)

    def do_copy_citation(self) -> None:
        """Copy the passage with where it stands."""
        if self.current_report:
            text, said = self.passage()
            self.xdd.copy(f"{text}\n{citation(self.current_report, self.xdd.words)}")
            self.say(said)

    def do_open_source(self) -> None:
        """Open the original page."""
        if self.current_report and self.current_report.source:
            self.xdd.open_url(self.current_report.source)
