"""A list of reports or tasks that a search found, as a document: what was asked, how many answer,
and each with its dates, its link and its passages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.exporting.document import (
    Cell,
    Column,
    Document,
    Row,
    Run,
    Source,
    Table,
    Words,
    cell,
    source_of,
)
from archive.report import Report, Span, on_one_line

Marked = tuple[str, tuple[Span, ...]]
"""A text and the matches in it."""


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report, its score, and the passages that show why it was found."""

    report: Report
    score: float
    passages: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTask:
    """The task of a report that was found, by its number, and its text."""

    report: Report
    ordinal: int
    text: Marked


@dataclass(frozen=True, slots=True)
class Listing:
    """What was asked, in words, and how many answer in all, of which some are listed."""

    asked: str
    total: int


def reports_document(
    listing: Listing, found: Sequence[FoundReport], words: Words, *, flat: bool
) -> Document:
    """The reports found. `flat` is for spreadsheets: one table with dates and links in columns of
    its own, and no list of sources beside it.
    """
    shown = [("title", 40), ("body", 25), ("period_reviewed", 10), ("period_planned", 10)]
    fields = ["id", "title", "body", "kind", "event_date", "published"]
    fields += ["period_reviewed", "period_planned", "source"]
    named = [(name, 10) for name in fields] if flat else shown
    columns = tuple(Column(words(f"field.{name}"), width) for name, width in named)
    score = Column(words("export.score"), 6)
    rows = tuple(
        Row(
            (
                cell(number),
                *(cell(_told(one.report, name, words)) for name, _ in named),
                cell(one.score),
                _passages(one.passages),
            )
        )
        for number, one in enumerate(found, start=1)
    )
    columns = (Column("#", 4), *columns, score, Column(words("export.passages"), 60))
    sources = () if flat else _sources([one.report for one in found], words)
    return _document(listing, len(found), columns, rows, sources, words)


def tasks_document(
    listing: Listing, found: Sequence[FoundTask], words: Words, *, flat: bool
) -> Document:
    """The tasks found, each with its report; `flat` as for reports."""
    fields = ["id", "body", "period_planned", *(("event_date", "source") if flat else ())]
    columns = (
        Column("#", 4),
        *(Column(words(f"field.{name}"), 15) for name in fields),
        Column(words("export.number"), 4),
        Column(words("export.task"), 60),
    )
    rows = tuple(
        Row(
            (
                cell(number),
                *(cell(_told(one.report, name, words)) for name in fields),
                cell(one.ordinal),
                marked(*on_one_line(*one.text)),
            )
        )
        for number, one in enumerate(found, start=1)
    )
    reports = {one.report.id: one.report for one in found}
    sources = () if flat else _sources(list(reports.values()), words)
    return _document(listing, len(found), columns, rows, sources, words)


def _document(
    listing: Listing,
    shown: int,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    sources: tuple[Source, ...],
    words: Words,
) -> Document:
    heading = words("export.listed")
    return Document(
        title=words("export.hits", asked=listing.asked),
        language=words.language,
        lines=(words("export.hits-shown", total=listing.total, shown=shown),),
        sources_heading=words("export.sources"),
        sources=sources,
        tables=(Table(heading, columns, rows),),
    )


def _sources(reports: Iterable[Report], words: Words) -> tuple[Source, ...]:
    return tuple(
        source_of(str(number), report, words) for number, report in enumerate(reports, start=1)
    )


def _told(report: Report, field: str, words: Words) -> str | None:
    value = getattr(report, field)
    if field == "kind":
        return words(f"kind.{value}")
    return None if value is None else str(value)


def _passages(passages: Iterable[Marked]) -> Cell:
    """The passages, one a line, their matches strong."""
    runs: list[Run] = []
    for text, highlights in passages:
        runs += [Run("\n"), *marked(text, highlights)] if runs else marked(text, highlights)
    return tuple(runs)


def marked(text: str, highlights: Iterable[Span]) -> Cell:
    """A text with its matches strong."""
    runs, at = [], 0
    for start, end in highlights:
        runs += [Run(text[at:start]), Run(text[start:end], "strong")]
        at = end
    runs.append(Run(text[at:]))
    return tuple(run for run in runs if run.text)
