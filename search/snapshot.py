"""The index at one moment, its segments seen as one: what a search runs on.

Documents are numbered through all segments. A snapshot never changes, so that a search goes on
undisturbed while the index is written; term postings once decoded are kept, up to a bound.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from threading import RLock
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from search.answer import FACETS, Facet
from search.engine import PARTS, Segment, Stream
from search.postings import NONE, Ints, Postings

Mask = npt.NDArray[np.bool_]
T = TypeVar("T")

_KEPT_BYTES = 64_000_000


class Kept(Generic[T]):
    """Values remembered by key, the least lately used dropped beyond `bound` bytes."""

    def __init__(self, bound: int, size: Callable[[T], int]) -> None:
        self._bound = bound
        self._size = size
        self._total = 0
        self._values: OrderedDict[Hashable, T] = OrderedDict()
        self._turn = RLock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of `key`, made where it is not known. Threads wait for each other."""
        with self._turn:
            return self._get(key, make)

    def _get(self, key: Hashable, make: Callable[[], T]) -> T:
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = make()
            self._total += self._size(found) + 100
            while self._total > self._bound and len(self._values) > 1:
                _, dropped = self._values.popitem(last=False)
                self._total -= self._size(dropped) + 100
        else:
            self._values.move_to_end(key)
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one facet: `codes[i]` numbers the label that `documents[i]` has."""

    labels: tuple[str, ...]
    documents: Ints
    codes: Ints


class Snapshot:
    """All documents of the index: `live` ones, and those taken out but still on disk."""

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        self._bases = [0]
        for segment in segments:
            self._bases.append(self._bases[-1] + segment.size)
        self.size = self._bases[-1]
        self.live: Mask = np.ones(self.size, np.bool_)
        for segment, base in zip(segments, self._bases, strict=False):
            self.live[segment.deleted + base] = False
        self.days = _joined([segment.days for segment in segments])
        self.sizes = {part: _joined([s.sizes[part] for s in segments]) for part in PARTS}
        records = [record for segment in segments for record in segment.records]
        self.ids = [record[0] for record in records]
        self.stamps = [record[1] for record in records]
        self.events = _events([record[2] for record in records])
        self.columns: Mapping[Facet, Column] = {
            facet: _column([record[3 + i] for record in records]) for i, facet in enumerate(FACETS)
        }
        self._postings: Kept[Postings] = Kept(
            _KEPT_BYTES, lambda p: p.documents.nbytes + p.counts.nbytes
        )
        self._levels: dict[str, str | None] = {}
        self._turn = RLock()

    @property
    def left(self) -> list[int]:
        """How many live documents each segment has."""
        return [segment.size - len(segment.deleted) for segment in self.segments]

    def numbers(self) -> dict[str, int]:
        """The live documents' numbers by id."""
        return {self.ids[number]: int(number) for number in np.flatnonzero(self.live)}

    def postings(self, field: str, term: str) -> Postings:
        """The documents of `term` in `field`, those taken out among them."""
        return self._postings.get((field, term), lambda: self._read(field, term))

    def _read(self, field: str, term: str) -> Postings:
        found = [
            Postings(postings.documents + base, postings.counts)
            for segment, base in zip(self.segments, self._bases, strict=False)
            if len((postings := segment.postings(field, term)).documents)
        ]
        if len(found) < 2:
            return found[0] if found else NONE
        return Postings(
            np.concatenate([postings.documents for postings in found]),
            np.concatenate([postings.counts for postings in found]),
        )

    def frequency(self, field: str, term: str) -> int:
        """How many documents have `term` in `field`, those taken out among them."""
        with self._turn:
            return sum(segment.frequency(field, term) for segment in self.segments)

    def terms(self, field: str, prefix: str, most: int) -> list[str]:
        """The terms of `field` that begin with `prefix`, the `most` frequent of them."""
        found: dict[str, int] = {}
        with self._turn:
            for segment in self.segments:
                for term, count in segment.terms(field, prefix).items():
                    found[term] = found.get(term, 0) + count
        return sorted(found, key=lambda term: (-found[term], term))[:most]

    def streams(self, documents: Ints) -> tuple[Stream, Ints]:
        """The words of `documents` (ascending) on end, and the document of each."""
        words, owners = [], []
        for segment, base in zip(self.segments, self._bases, strict=False):
            first, last = np.searchsorted(documents, (base, base + segment.size))
            if first < last:
                found, owner = segment.streams(documents[first:last] - base)
                words.append(found)
                owners.append(owner + base)
        if not words:
            return np.empty(0, np.uint64), np.empty(0, np.int64)
        return np.concatenate(words), np.concatenate(owners)

    def shown(self, document: int) -> dict[str, Any]:
        """What a hit shows of a document."""
        place = self.segment_of(document)
        with self._turn:
            return self.segments[place].shown(document - self._bases[place])

    def level(self, body: str) -> str | None:
        """The level of a body that reports are about."""
        if body not in self._levels:
            column = self.columns["body"]
            # The first report of each body tells; asking column by column would be quadratic.
            codes, first = np.unique(column.codes, return_index=True)
            for code, place in zip(codes.tolist(), first.tolist(), strict=True):
                document = int(column.documents[place])
                self._levels[column.labels[code]] = self.shown(document)["body_level"]
        return self._levels[body]

    def text(self, document: int) -> str:
        """The text of a document."""
        place = self.segment_of(document)
        with self._turn:
            return self.segments[place].text(document - self._bases[place])

    def segment_of(self, document: int) -> int:
        """Which segment a document lies in."""
        return bisect_right(self._bases, document) - 1


def _joined(arrays: list[Ints]) -> Ints:
    return np.concatenate(arrays) if arrays else np.empty(0, np.int64)


def _events(names: list[str]) -> Ints:
    """A number for each document's event; a document without one is an event of its own."""
    numbers: dict[str | int, int] = {}
    found = [numbers.setdefault(name or i, len(numbers)) for i, name in enumerate(names)]
    return np.array(found, np.int64)


def _column(values: list[str]) -> Column:
    numbers: dict[str, int] = {}
    documents, codes = [], []
    for document, value in enumerate(values):
        if value:
            for label in value.split("\x1f"):
                documents.append(document)
                codes.append(numbers.setdefault(label, len(numbers)))
    return Column(tuple(numbers), np.array(documents, np.int64), np.array(codes, np.int64))
