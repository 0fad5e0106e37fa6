"""A report that may be corrected where it is read, and is shown anew once it was."""

from functools import partial

from archive.report import Report
from tui.screens.report import ReportScreen


class RevisableScreen(ReportScreen):
    """A screen on which what was read of the current report can be set right."""

    def show_anew(self, report: Report) -> None:
        """Show the report as it is kept now."""
        raise NotImplementedError

    def do_correct(self) -> None:
        """What was read, to be set right."""
        if self.current_report:
            self.xdd.open_corrections(self.current_report)

    def do_add_task(self) -> None:
        """Choose a passage that is a task, from the sentence that one is at."""
        from archive.item_corrections import ADDED, places_of
        from tui.screens.passage import PassageScreen

        report, library = self.current_report, self.xdd.library
        if report is None:
            return
        place = next(iter(places_of(report.text, self.passage()[0])), None)

        def then(words: str) -> None:
            correct = partial(library.correct, [report.id or ""], {ADDED: (words,)})
            self.work(correct, done, awaited="way")

        def done(changed: list[str]) -> None:
            self.say(self.words(f"screen.correct.{'stored' if changed else 'unchanged'}"))
            self._read_anew()
            self.xdd.keep_up()

        self.app.push_screen(PassageScreen(report, place, then))

    def do_undo(self) -> None:
        """Take the last correction back."""
        library, report_id = self.xdd.library, self.current_id
        if report_id is None:
            return

        def then(undone: list[str]) -> None:
            self.say(self.words(f"screen.correct.{'undone' if undone else 'nothing-undone'}"))
            self._read_anew()
            self.xdd.keep_up()

        self.work(lambda: library.undo_correction([report_id]), then, awaited="way")

    def on_screen_resume(self) -> None:
        """The report may have been corrected while another screen was on top."""
        super().on_screen_resume()
        self._read_anew()

    def _read_anew(self) -> None:
        """Show the report as it is kept now, where it has changed."""
        library, before, report_id = self.xdd.library, self.current_report, self.current_id

        def then(now: Report) -> None:
            if before is self.current_report and now != before:
                self.show_anew(now)

        if report_id:
            self.work(lambda: library.report(report_id), then, awaited="matter")
