"""A body's figures over time as a document: each indicator's values, then the sentences behind."""

from collections.abc import Callable, Sequence

from archive.comparing.indicators import Indicator, Kind, Point, step
from archive.exporting.document import Column, Document, Row, Source, Table, Words, cell, source_of
from archive.report import one_line

Number = Callable[[float], str]
"""A value as the language writes it."""

KINDS: tuple[Kind, ...] = ("result", "target")


def figures_document(
    body: str, found: Sequence[tuple[str, Indicator]], words: Words, number: Number
) -> Document:
    """A table for each of the indicators `found`, which come with their titles."""
    return Document(
        title=words("figures.title", body=body),
        language=words.language,
        lines=(),
        sources_heading=words("export.sources"),
        sources=_sources([indicator for _, indicator in found], words),
        tables=tuple(_table(title, indicator, words, number) for title, indicator in found),
    )


def _sources(found: Sequence[Indicator], words: Words) -> tuple[Source, ...]:
    reports = {
        point.report.id or point.report.text: point.report
        for indicator in found
        for point in (*indicator.results, *indicator.targets)
    }
    ordered = sorted(reports.values(), key=lambda report: str(report.period_reviewed or ""))
    return tuple(
        source_of(str(report.period_reviewed or report.period_planned), report, words)
        for report in ordered
    )


def _table(title: str, indicator: Indicator, words: Words, number: Number) -> Table:
    columns = (
        Column(words("figures.period"), 9),
        Column(words("figures.result"), 12),
        Column(words("figures.difference"), 10),
        Column("%", 9),
        Column(words("figures.target"), 12),
        Column(words("figures.passage"), 48),
    )
    rows = []
    before: Point | None = None
    for period in indicator.periods:
        result, target = (indicator.at(period, kind) for kind in KINDS)
        moved = step(before, result, percent=indicator.percent) if before and result else None
        said = [_passage(point) for point in (result, target) if point]
        cells = (
            period,
            _value(result),
            f"{'+' if moved.difference > 0 else ''}{number(moved.difference)}" if moved else "",
            f"{100 * moved.share:+.1f}".replace(".", words("export.point"))
            if moved and moved.share is not None
            else "",
            _value(target),
            "\n".join(dict.fromkeys(said)),
        )
        rows.append(Row(tuple(map(cell, cells))))
        before = result or before
    return Table(title, columns, tuple(rows))


def _value(point: Point | None) -> str:
    return " ".join(point.figure.as_written.split()) if point else ""


def _passage(point: Point) -> str:
    return one_line(point.report.text[slice(*point.passage)])
