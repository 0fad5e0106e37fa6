"""A document as Markdown (GitHub's tables): every character of a text stands for itself."""

import re
from collections.abc import Iterator

from archive.exporting.document import Cell, Document, Run, Source, Table
from archive.importing.cleaning import clean

_MEANT = re.compile(r"[\\`*_\[\]<>|~#&]")
_OPENS = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$)")
_AROUND = {"": "", "gone": "~~", "come": "**", "strong": "**"}


def to_markdown(document: Document) -> str:
    """`document` as Markdown."""
    return "\n".join(_lines(document)) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, so that Markdown shows it as it is."""
    return _MEANT.sub(lambda found: f"\\{found[0]}", " ".join(clean(text).split()))


def _lines(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    for line in document.lines:
        yield ""
        yield _OPENS.sub(r"\1\\\2", escaped(line))
    if document.sources:
        yield ""
        yield f"## {escaped(document.sources_heading)}"
        yield ""
        yield from (_source(source) for source in document.sources)
    for table in document.tables:
        yield ""
        yield from _table(table)


def _source(source: Source) -> str:
    title = escaped(source.title)
    named = f"[{title}](<{clean(source.link)}>)" if source.link else title
    facts = "; ".join(map(escaped, source.facts))
    return f"- {escaped(source.label)}: {named}" + (f" ({facts})" if facts else "")


def _table(table: Table) -> Iterator[str]:
    if table.heading:
        yield f"## {escaped(table.heading)}"
        yield ""
    yield _row([escaped(column.heading) for column in table.columns])
    yield _row(["---"] * len(table.columns))
    yield from (_row([_cell(cell) for cell in row.cells]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    """The runs of a cell; a line break is the tag for one, the only markup beside emphasis."""
    return "".join(map(_run, cell)).strip()


def _run(run: Run) -> str:
    text = clean(run.text)
    around = _AROUND[run.emphasis]
    lead = " " if text[:1].isspace() and text[:1] != "\n" else ""
    tail = " " if text[-1:].isspace() and text[-1:] != "\n" else ""
    lines = [escaped(line) for line in text.split("\n")]
    written = "<br>".join(f"{around}{line}{around}" if line else "" for line in lines)
    return f"{lead}{written}{tail}" if text.strip(" ") else lead
