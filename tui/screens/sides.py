"""The two sides of a diff of tasks: which periods they are for, and what is unusual about them."""

from archive.comparing.diff import Diff
from archive.report import Report
from tui.catalogue import Catalogue
from tui.widgets.lines import visible


def period_shown(report: Report, words: Catalogue) -> str:
    """The period that the tasks are for, else the one that the report looks back on."""
    period = report.period_planned or report.period_reviewed
    return str(period) if period else words("screen.diff.no-period")


def heads(diff: Diff, words: Catalogue) -> tuple[str, str]:
    """What stands above each side: its letter, its period, how many tasks."""
    return _head("A", diff.a, words), _head("B", diff.b, words)


def _head(letter: str, report: Report, words: Catalogue) -> str:
    period = period_shown(report, words)
    name = words("screen.diff.tasks", period=period, count=len(report.tasks))
    return words("screen.compare.side", letter=letter, name=name)


def notice(diff: Diff, words: Catalogue) -> str:
    """What is unusual about these two, "" where nothing is."""
    a, b = diff.a, diff.b
    if a.id == b.id:
        return words("screen.diff.same-report")
    if a.body and b.body and a.body != b.body:
        return words("screen.diff.two-bodies", a=visible(a.body), b=visible(b.body))
    if bool(a.tasks) != bool(b.tasks):
        return words("screen.diff.no-tasks-b" if a.tasks else "screen.diff.no-tasks-a")
    return ""
