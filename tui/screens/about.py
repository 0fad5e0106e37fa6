"""What a report is, in three lines: title; body and what it holds; its three times, apart.

What was read with grave doubt carries a sign, which the last line says in words.
"""

from archive.doubts import DIRECTIVES, doubts
from archive.report import Report
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, Piece, plain
from tui.widgets.signs import sign

Ends = tuple[Line, Line]
"""What stands at the left and at the right end of a line."""

_TIMES = {
    "event_date": ("held", "day"),
    "published": ("published", "day"),
    "period_reviewed": ("reviewed", "period"),
    "period_planned": ("planned", "period"),
}


def named(report: Report, words: Catalogue) -> str:
    """Day and body: how people know a report."""
    day = report.event_date or report.published or words("screen.common.no-date")
    return f"{day} {report.body or words('screen.common.no-body')}"


def about(report: Report, words: Catalogue, *, ascii_only: bool) -> tuple[Line, Ends, Ends]:
    """The title, the line of the body, the line of the times."""
    unsure = sign("unsure", ascii_only=ascii_only)
    grave = {doubt.field for doubt in doubts(report) if doubt.grave}

    def marked(line: Line, *fields: str) -> Line:
        return (*line, Piece(f" {unsure}", "changed")) if grave & set(fields) else line

    unknown = words("screen.reader.unknown")
    title = report.title or words("screen.common.no-title")
    body = report.body or words("screen.common.no-body")
    counts = words("screen.reader.row", tasks=len(report.tasks), directives=len(report.directives))
    times: Line = ()
    for field, (said, place) in _TIMES.items():
        told = words(f"screen.reader.{said}", **{place: getattr(report, field) or unknown})
        times += marked(plain(f"{' · ' if times else ''}{told}", "dim"), field)
    kind = marked(plain(words(f"kind.{report.kind}"), "dim"), "kind")
    holds = marked(plain(f" · {counts}", "dim"), DIRECTIVES)
    if "reprint" in report.flags:
        holds += (Piece(f" · {words('screen.common.reprint')}", "changed"),)
    warning = plain(f"{unsure} {words('screen.reader.unsure')}", "changed") if grave else ()
    return (
        marked(plain(title, "strong"), "title"),
        (marked(plain(body), "body", "body_level"), (*kind, *holds)),
        (times, warning),
    )
