"""What a report is: frozen values, each with the span of the text it was read from.

Offsets count code points of `Report.text`, the cleaned text as kept; a span is [start, end).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from archive.period import Period

T = TypeVar("T")


_HEADING = 60  # characters of a heading at most


class Span(NamedTuple):
    """A piece of a text: code points `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value that was read, where it stands, and how sure the reader is (0 to 1).

    `also` holds the other readings that the text leaves possible, likeliest first.
    """

    value: T
    span: Span
    confidence: float = 1.0
    also: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One document that the report cites, however often it does.

    `number` is the digits as written (`"03"`, `"26/2015"`), None for a document cited by nickname;
    `symbol` is what follows it, normalised (`"KL/TW"`, `"NĐ-CP"`). `key` is what two citations of
    one document share. `candidates` are the keys it could be where the text does not decide,
    likeliest first. `start` and `end` are the first mention, `mentions` all of them in text order.
    """

    key: str
    type: str
    number: str | None
    symbol: str | None
    issued: date | None
    issuer: str | None
    term: str | None
    name: str | None
    as_written: str
    start: int
    end: int
    candidates: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity: `value` in base units, `of` the whole of a share (`5/18`), `unit` what is
    meant.
    """

    value: float
    of: float | None
    unit: str
    as_written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Something reported as done in the reviewed period."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done in the planned period.

    `ordinal` counts from 1 in text order; `text` is the task without its list mark; `by` is who set
    it where the text says so; `directives` are keys of documents cited inside it.
    """

    ordinal: int
    text: str
    start: int
    end: int
    by: str | None = None
    directives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the text by what it does.

    `role` is one of `furniture`, `title`, `lead`, `attendance`, `results`, `shortcomings`, `tasks`,
    `awards`, `closing`, `body`; `heading` is the span of its own heading line, where it has one.
    """

    role: str
    start: int
    end: int
    heading: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article on one conference, as kept and as read.

    `evidence`, `confidence` and `candidates` are by field: where a value stands, how sure it is
    (0 to 1), and what else the text leaves possible, in the notation of records, likeliest first.
    """

    id: str | None
    source: str | None
    text: str
    title: str | None = None
    published: date | None = None
    event_date: date | None = None
    body: str | None = None
    body_level: str | None = None
    kind: str = "none"
    period_reviewed: Period | None = None
    period_planned: Period | None = None
    event_id: str | None = None
    flags: tuple[str, ...] = ()
    directives: tuple[Directive, ...] = ()
    figures: tuple[Figure, ...] = ()
    results: tuple[Result, ...] = ()
    tasks: tuple[Task, ...] = ()
    sections: tuple[Section, ...] = ()
    evidence: Mapping[str, Span] = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The year the report counts for: of the reviewed period, else the event, else the page."""
        if self.period_reviewed:
            return self.period_reviewed.year
        day = self.event_date or self.published
        return day.year if day else None


def one_line(text: str) -> str:
    """`text` on one line; a heading on a line of its own (short, before a capital) is parted from
    what follows by a colon, a line that was only wrapped is not.
    """
    lines = [line for line in (" ".join(one.split()) for one in text.splitlines()) if line]
    parted = [
        f"{line}:"
        if len(line) <= _HEADING and line[-1].isalnum() and following[0].isupper()
        else line
        for line, following in pairwise(lines)
    ]
    return " ".join((*parted, *lines[-1:]))


def on_one_line(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, tuple[Span, ...]]:
    """`text` as `one_line` has it, and where `spans` of it stand there."""
    line = one_line(text)
    places, at = [], 0
    for char in text:
        # What one_line puts in stands where a space is in the text, before a letter.
        at = at if char.isspace() else line.index(char, at) + 1
        places.append(at)
    return line, tuple(
        Span(places[start] - (not text[start].isspace()), places[end - 1])
        for start, end in spans
        if text[start:end].strip()
    )
