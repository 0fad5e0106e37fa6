"""Documents that were written together: their postings, their values, their words in order."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import RLock
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from archive.errors import ArchiveLocked, IndexDamaged
from search.answer import FACETS, Facet, Part
from search.columns import Columns, Strings
from search.postings import Ints, Postings
from search.seals import Broken
from search.terms import Terms

Stream = npt.NDArray[np.uint64]

PARTS: tuple[Part, ...] = ("title", "tasks", "text")
NO_EVENT = 0
POSSIBLE = "possible"  # the column of the documents that citations could be
LABELLED = (*FACETS, POSSIBLE)


@contextmanager
def reading() -> Iterator[None]:
    """Whatever goes wrong while reading the index's files means that the index is damaged."""
    try:
        yield
    except (ArchiveLocked, IndexDamaged, MemoryError):
        raise
    except Broken as error:
        raise IndexDamaged("index-changed", path=str(error.path)) from error
    except Exception as error:
        # Its repr may hold all the bytes that did not read.
        why = f"{type(error).__name__}: {error}"
        raise IndexDamaged("index-unread", why=why) from error


class Place(NamedTuple):
    """Where a document is: its segment's name and its number there."""

    segment: str
    number: int


class Column(NamedTuple):
    """The values of one facet: `codes[i]` numbers the label that `documents[i]` has."""

    labels: tuple[str, ...]
    documents: Ints
    codes: Ints


@dataclass(frozen=True, slots=True)
class Files:
    """A segment's parts as they lie on disk: what `search.engine` opened of them.

    `streams`, `shown` and `stored` give the bytes or the values of a document by its number.
    """

    terms: Terms
    columns: Columns
    streams: Any
    shown: Any
    stored: Any


class Segment:
    """One segment, its documents numbered from 0, those in `deleted` taken out."""

    def __init__(self, name: str, size: int, files: Files) -> None:
        self.name = name
        self.size = size
        self.deleted: Ints = np.empty(0, np.int64)
        self._files = files
        self._turn = RLock()
        columns = files.columns
        self.days = columns.numbers("day")
        self.sizes = {part: columns.numbers(f"{part} size") for part in PARTS}
        self.ids: Strings = columns.strings("id")
        self.stamps: Strings = columns.strings("stamp")
        self.events = columns.numbers("event")
        self._ends = columns.numbers("stream")

    def with_deleted(self, deleted: Iterable[int]) -> "Segment":
        """The segment itself, or one like it, with just these documents taken out."""
        numbers = np.array(sorted(deleted), np.int64)
        if np.array_equal(numbers, self.deleted):
            return self
        other = object.__new__(Segment)
        other.__dict__ |= self.__dict__ | {"deleted": numbers}
        return other

    @property
    def left(self) -> int:
        """How many documents are still there."""
        return self.size - len(self.deleted)

    @cached_property
    def event_names(self) -> tuple[str, ...]:
        """The events that `events` number from 1 on; `NO_EVENT` is none."""
        return tuple(self._files.columns.strings("event names"))

    @cached_property
    def facets(self) -> dict[Facet, Column]:
        """The values of each facet."""
        return {facet: self._column(facet) for facet in FACETS}

    @property
    def possible(self) -> Column:
        """The documents that citations could be, by key."""
        return self._column(POSSIBLE)

    def _column(self, name: str) -> Column:
        columns = self._files.columns
        return Column(
            tuple(columns.strings(f"{name} labels")),
            columns.numbers(f"{name} documents"),
            columns.numbers(f"{name} codes"),
        )

    def postings(self, field: str, term: str) -> Postings:
        """The documents of `term` in `field`."""
        with reading():
            return self._files.terms.postings(field, term)

    def frequency(self, field: str, term: str) -> int:
        """How many documents have `term` in `field`, told without reading which."""
        with reading():
            return self._files.terms.frequency(field, term)

    def all_postings(self, field: str, prefix: str) -> Postings:
        """The documents of every term of `field` that begins with `prefix`, some repeatedly."""
        with reading():
            return self._files.terms.all_postings(field, prefix)

    def terms(self, field: str, prefix: str) -> dict[str, int]:
        """The terms of `field` that begin with `prefix`, and how many documents have each."""
        with reading():
            return self._files.terms.counts(field, prefix)

    def streams(self, documents: Ints, part: Part | None = None) -> tuple[Stream, Ints]:
        """The words of these documents, or of one part of them, one after another, and which
        document each belongs to.
        """
        with reading():
            ends = self._ends[documents]
            starts = np.where(documents > 0, self._ends[documents - 1], 0)
            if part:
                for other in PARTS[: PARTS.index(part)]:
                    starts = starts + self.sizes[other][documents]
                ends = starts + self.sizes[part][documents]
            whole = self._files.streams
            pieces = [whole[a:b] for a, b in zip(starts, ends, strict=True)]
            words = np.concatenate(pieces) if pieces else np.empty(0, np.uint64)
            return words, np.repeat(documents, ends - starts)

    def shown(self, document: int) -> dict[str, Any]:
        """What a hit shows of a document (`Document.shown`)."""
        with reading(), self._turn:
            found: dict[str, Any] = json.loads(self._files.shown[document])
            return found

    def text(self, document: int) -> str:
        """The text of a document."""
        with reading(), self._turn:
            found: str = self._files.stored[document]["text"]
            return found
