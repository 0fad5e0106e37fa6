"""A document as CSV that a spreadsheet opens without harm: UTF-8 with its mark, text only.

A spreadsheet takes a cell that begins with one of a few characters for a formula; an apostrophe
before it makes it text (the OWASP page on CSV injection).
"""

import csv
import io
from collections.abc import Iterable

from archive.exporting.document import Document, plain
from archive.importing.cleaning import clean

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def to_csv(document: Document) -> str:
    """`document` as CSV: its tables, an empty row between two, then its sources."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")

    def put(cells: Iterable[str]) -> None:
        writer.writerow([harmless(cell) for cell in cells])

    for table in document.tables:
        put(column.heading for column in table.columns)
        for row in table.rows:
            put(plain(cell) for cell in row.cells)
        writer.writerow([])
    if document.sources:
        put([document.sources_heading])
    for source in document.sources:
        put([source.label, source.title, "; ".join(source.facts), source.link or ""])
    return BOM + out.getvalue()


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet computes."""
    shown = clean(text).strip()
    return f"'{shown}" if text.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown
