"""What a report is, in three lines: title; body and what it holds; its three times, apart."""

from archive.report import Report
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, plain


def about(report: Report, words: Catalogue) -> tuple[Line, tuple[Line, Line], Line]:
    """The title, the two ends of the line below it, and the times."""
    unknown = words("screen.reader.unknown")
    title = report.title or words("screen.common.no-title")
    body = report.body or words("screen.common.no-body")
    counts = words("screen.reader.row", tasks=len(report.tasks), directives=len(report.directives))
    times = (
        words("screen.reader.held", day=report.event_date or unknown),
        words("screen.reader.published", day=report.published or unknown),
        words("screen.reader.reviewed", period=report.period_reviewed or unknown),
        words("screen.reader.planned", period=report.period_planned or unknown),
    )
    holds = plain(f"{words(f'kind.{report.kind}')} · {counts}", "dim")
    return plain(title, "strong"), (plain(body), holds), plain(" · ".join(times), "dim")
