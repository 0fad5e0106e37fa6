"""Passages as people quote them: the words, and where they stand."""

from archive.report import Report, Span
from search.citing import sentence_around
from tui.catalogue import Catalogue


def passage_at(report: Report, place: Span | None) -> str:
    """The sentence around `place`; the title, else the first line, where there is no place."""
    if place is None:
        return report.title or report.text.partition("\n")[0]
    start, end = sentence_around(report.text, place)
    return report.text[start:end].strip()


def citation(report: Report, words: Catalogue) -> str:
    """Title, body, day and source of `report` on one line."""
    day = report.event_date or report.published
    parts = (
        report.title or words("screen.common.no-title"),
        report.body,
        str(day) if day else None,
        report.source or report.id,
    )
    return "(" + "; ".join(part for part in parts if part) + ")"
