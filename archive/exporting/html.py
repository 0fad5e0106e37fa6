"""A document as one HTML page that stands alone: no script, nothing fetched, light and dark as the
reader's system is, fit for printing.
"""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from archive.exporting.document import Cell, Document, Run, Source, Table
from archive.importing.cleaning import clean

_TAGS = {"gone": "del", "come": "ins", "strong": "strong"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(document: Document) -> str:
    """`document` as a page."""
    return "\n".join(_lines(document)) + "\n"


def escaped(text: str) -> str:
    """`text` so that a browser shows it as it is, in attributes too."""
    return escape(clean(text), quote=True)


def _lines(document: Document) -> Iterator[str]:
    style = files(__package__).joinpath("page.css").read_text("utf-8").strip()
    yield "<!doctype html>"
    yield f'<html lang="{escaped(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escaped(document.title)}</title>"
    yield f"<style>\n{style}\n</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{escaped(document.title)}</h1>"
    for line in document.lines:
        yield f"<p>{escaped(line)}</p>"
    if document.sources:
        yield f"<h2>{escaped(document.sources_heading)}</h2>"
        yield "<ul>"
        yield from (_source(source) for source in document.sources)
        yield "</ul>"
    for table in document.tables:
        yield from _table(table)
    yield "</body>"
    yield "</html>"


def _source(source: Source) -> str:
    title = escaped(source.title)
    named = f'<a href="{escaped(source.link)}">{title}</a>' if source.link else title
    facts = "; ".join(map(escaped, source.facts))
    after = f" ({facts})" if facts else ""
    return f"<li><b>{escaped(source.label)}</b>: {named}{after}</li>"


def _table(table: Table) -> Iterator[str]:
    if table.heading:
        yield f"<h2>{escaped(table.heading)}</h2>"
    whole = sum(column.width for column in table.columns)
    yield '<div class="wide"><table>'
    yield "<colgroup>"
    for column in table.columns:
        yield f'<col style="width:{100 * column.width / whole:.1f}%">'
    yield "</colgroup>"
    heads = "".join(f'<th scope="col">{escaped(column.heading)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = "".join(f"<td>{_cell(cell)}</td>" for cell in row.cells)
        kind = f' class="{escaped(row.kind)}"' if row.kind else ""
        yield f"<tr{kind}>{cells}</tr>"
    yield "</tbody>"
    yield "</table></div>"


def _cell(cell: Cell) -> str:
    return "".join(map(_run, cell))


def _run(run: Run) -> str:
    text = escaped(run.text).replace("\n", "<br>")
    tag = _TAGS.get(run.emphasis)
    return f"<{tag}>{text}</{tag}>" if tag else text
