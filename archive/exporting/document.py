"""The nouns of an export: a document of sources and tables, whatever format it is written in."""

from dataclasses import dataclass
from typing import Literal, Protocol

from archive.comparing.marks import marks
from archive.comparing.wording import Wording
from archive.report import Report, Span

Emphasis = Literal["", "gone", "come", "strong"]


class Words(Protocol):
    """The sentences of one language, by key; the catalogue is one."""

    @property
    def language(self) -> str:
        """The language's code."""

    def __call__(self, key: str, /, **facts: object) -> str:
        """The sentence `key` with its places filled."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; `gone` is not on the other side, `come` was not before."""

    text: str
    emphasis: Emphasis = ""


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and its share of the width (any unit, the same for all columns)."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; `kind` is what the row tells in one word (a verdict, a state), "" where
    it tells none.
    """

    cells: tuple[Cell, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its heading."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A report that the document rests on: what it is called there, its title, what is told of it
    (body, days, id), and its address where it has one.
    """

    label: str
    title: str
    facts: tuple[str, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A finding ready to be written; `lines` stand before the tables."""

    title: str
    language: str
    lines: tuple[str, ...]
    sources_heading: str
    sources: tuple[Source, ...]
    tables: tuple[Table, ...]


def cell(text: object) -> Cell:
    """A cell of plain text; None is an empty one."""
    return (Run("" if text is None else str(text)),)


def plain(runs: Cell) -> str:
    """The text of a cell."""
    return "".join(run.text for run in runs)


def source_of(label: str, report: Report, words: Words) -> Source:
    """How `report` is named in a document."""
    days = (("export.held", report.event_date), ("export.published", report.published))
    where = report.source if report.source and not is_link(report.source) else None
    facts = (
        report.body,
        *(words(key, day=day) for key, day in days if day),
        where,
        report.id,
    )
    return Source(
        label,
        report.title or words("export.no-title"),
        tuple(fact for fact in facts if fact),
        report.source if report.source and is_link(report.source) else None,
    )


def is_link(address: str) -> bool:
    """Is `address` one that a reader can follow without harm?"""
    return address.lower().startswith(("http://", "https://")) and not any(
        char.isspace() or char in '<>"' for char in address
    )


def marked(a: str, b: str) -> tuple[Cell, Cell]:
    """Two wordings, what only one of them has emphasised."""
    left: list[Run] = []
    right: list[Run] = []
    for mark in marks(Wording.of(a), Wording.of(b)):
        same = mark.op == "same"
        left += _piece(a, mark.a, "" if same else "gone")
        right += _piece(b, mark.b, "" if same else "come")
    return tuple(left), tuple(right)


def _piece(text: str, span: Span | None, emphasis: Emphasis) -> list[Run]:
    """The piece, the blanks around it left without emphasis."""
    if span is None:
        return []
    piece = text[slice(*span)]
    bare = piece.strip()
    if not emphasis or not bare:
        return [Run(piece)]
    start = piece.index(bare)
    runs = (Run(piece[:start]), Run(bare, emphasis), Run(piece[start + len(bare) :]))
    return [run for run in runs if run.text]
