"""Two reports side by side as a document: their fields, figures of one kind, and the documents
that each cites.
"""

from archive.comparing.side_by_side import Comparison, FigurePair
from archive.exporting.document import Cell, Column, Document, Row, Table, Words, cell, source_of


def comparison_document(comparison: Comparison, words: Words) -> Document:
    """All of `comparison` but the texts themselves."""
    return Document(
        title=words(
            "export.comparison",
            a=comparison.a.title or comparison.a.id or "A",
            b=comparison.b.title or comparison.b.id or "B",
        ),
        language=words.language,
        lines=(),
        sources_heading=words("export.sources"),
        sources=(source_of("A", comparison.a, words), source_of("B", comparison.b, words)),
        tables=(
            _fields(comparison, words),
            _figures(comparison, words),
            _directives(comparison, words),
        ),
    )


def value_text(field: str, value: str | None, words: Words) -> str | None:
    """The value of a report's `field` as people read it: a kind and a level in words."""
    named = {"kind": "kind", "body_level": "level"}.get(field)
    return words(f"{named}.{value}") if named and value else value


def _fields(comparison: Comparison, words: Words) -> Table:
    def told(field: str, value: str | None) -> Cell:
        return cell(value_text(field, value, words))

    rows = tuple(
        Row(
            (cell(words(f"field.{row.field}")), told(row.field, row.a), told(row.field, row.b)),
            "same" if row.same else "different",
        )
        for row in comparison.rows
    )
    columns = (Column(words("export.field"), 20), Column("A", 40), Column("B", 40))
    return Table(words("export.fields"), columns, rows)


def _figures(comparison: Comparison, words: Words) -> Table:
    columns = (
        Column(words("export.unit"), 15),
        Column(words("export.around"), 35),
        Column("A", 20),
        Column("B", 20),
        Column(words("export.difference"), 12),
        Column("%", 8),
    )
    return Table(
        words("export.figures"), columns, tuple(_figure(p, words) for p in comparison.figures)
    )


def _figure(pair: FigurePair, words: Words) -> Row:
    points = pair.per_cent is None and "%" in pair.unit
    difference = "" if pair.difference is None else number(pair.difference, words)
    return Row(
        (
            cell(pair.unit),
            cell(pair.around if pair.around != "…" else ""),
            cell(pair.a and pair.a.as_written),
            cell(pair.b and pair.b.as_written),
            cell(f"{difference} {words('export.points')}" if difference and points else difference),
            cell("" if pair.per_cent is None else number(pair.per_cent, words, places=1)),
        ),
        "paired" if pair.a and pair.b else "alone",
    )


def _directives(comparison: Comparison, words: Words) -> Table:
    rows = tuple(
        Row(
            (
                cell(pair.key),
                cell(pair.a and pair.a.as_written),
                cell(pair.b and pair.b.as_written),
            ),
            "both" if pair.a and pair.b else "alone",
        )
        for pair in comparison.directives
    )
    columns = (Column(words("export.document"), 30), Column("A", 35), Column("B", 35))
    return Table(words("export.documents"), columns, rows)


def number(value: float, words: Words, places: int = 6) -> str:
    """`value`, the point and the thousands as the language writes them, the minus a true one."""
    shown = f"{value:,.{places}f}".rstrip("0").rstrip(".").replace("-", "−")
    point = words("export.point")
    return shown.replace(",", "\0").replace(".", point).replace("\0", "." if point == "," else ",")
