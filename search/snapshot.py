"""The index at one moment, its segments seen as one: what a search runs on.

Documents are numbered through all segments. A snapshot never changes, so that a search goes on
undisturbed while the index is written; term postings once decoded are kept, up to a bound.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from threading import RLock
from typing import Any, Generic, TypeVar, overload

import numpy as np
import numpy.typing as npt

from search.answer import FACETS, Facet, Part
from search.columns import Strings
from search.postings import NONE, Ints, Postings
from search.segment import PARTS, Column, Place, Segment, Stream

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
        self.ids = _Names([segment.ids for segment in segments], self._bases)
        self.events = _events(segments)
        self.columns: Mapping[Facet, Column] = {
            facet: _column([segment.facets[facet] for segment in segments], self._bases)
            for facet in FACETS
        }
        self.possible = _column([segment.possible for segment in segments], self._bases)
        self._postings: Kept[Postings] = Kept(
            _KEPT_BYTES, lambda p: p.documents.nbytes + p.counts.nbytes
        )
        self._levels: dict[str, str | None] = {}
        self._by_value: dict[Facet, ByValue] = {}

    @property
    def left(self) -> list[int]:
        """How many live documents each segment has."""
        return [segment.left for segment in self.segments]

    def numbers(self) -> dict[str, int]:
        """The live documents' numbers by id."""
        every = zip(self.ids, self.live.tolist(), strict=True)
        return {name: number for number, (name, live) in enumerate(every) if live}

    def stamps(self) -> list[str]:
        """What each document's report was like when it was read."""
        return [stamp for segment in self.segments for stamp in segment.stamps]

    def postings(self, field: str, term: str) -> Postings:
        """The documents of `term` in `field`, those taken out among them."""
        return self._postings.get((field, term), lambda: self._read(field, term))

    def _read(self, field: str, term: str) -> Postings:
        return self._gathered([segment.postings(field, term) for segment in self.segments])

    def frequency(self, field: str, term: str) -> int:
        """How many documents have `term` in `field`, those taken out among them."""
        return sum(segment.frequency(field, term) for segment in self.segments)

    def all_postings(self, field: str, prefix: str) -> Postings:
        """The documents of all terms of `field` that begin with `prefix`; some come repeatedly."""
        return self._gathered([segment.all_postings(field, prefix) for segment in self.segments])

    def _gathered(self, found: list[Postings]) -> Postings:
        if len(found) == 1:
            return found[0]
        bases = zip(found, self._bases, strict=False)
        return Postings(
            _joined([postings.documents + base for postings, base in bases]),
            np.concatenate([NONE.counts, *(postings.counts for postings in found)]),
        )

    def terms(self, field: str, prefix: str, most: int) -> list[str]:
        """The terms of `field` that begin with `prefix`, the `most` frequent of them."""
        found: dict[str, int] = {}
        for segment in self.segments:
            for term, count in segment.terms(field, prefix).items():
                found[term] = found.get(term, 0) + count
        return sorted(found, key=lambda term: (-found[term], term))[:most]

    def streams(self, documents: Ints, part: Part | None = None) -> tuple[Stream, Ints]:
        """The words of `documents` (ascending), or of a part, on end, and the document of each."""
        words, owners = [], []
        for segment, base in zip(self.segments, self._bases, strict=False):
            first, last = np.searchsorted(documents, (base, base + segment.size))
            if first < last:
                found, owner = segment.streams(documents[first:last] - base, part)
                words.append(found)
                owners.append(owner + base)
        if not words:
            return np.empty(0, np.uint64), np.empty(0, np.int64)
        return np.concatenate(words), np.concatenate(owners)

    def shown(self, document: int) -> dict[str, Any]:
        """What a hit shows of a document."""
        place = self.segment_of(document)
        return self.segments[place].shown(document - self._bases[place])

    def by_value(self, facet: Facet) -> "ByValue":
        """The documents that have each value of `facet`."""
        if facet not in self._by_value:
            self._by_value[facet] = ByValue(self.columns[facet])
        return self._by_value[facet]

    @cached_property
    def repeated(self) -> Ints:
        """The documents that share their event with others."""
        counts = np.bincount(self.events, minlength=1)
        return np.flatnonzero(counts[self.events] > 1)

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
        return self.segments[place].text(document - self._bases[place])

    def place(self, document: int) -> Place:
        """Where a document lies, in whatever order the segments are."""
        i = self.segment_of(document)
        return Place(self.segments[i].name, document - self._bases[i])

    def segment_of(self, document: int) -> int:
        """Which segment a document lies in."""
        return bisect_right(self._bases, document) - 1


class ByValue:
    """The documents of a facet in the order of their values, so that counting is adding up rows."""

    def __init__(self, column: Column) -> None:
        self.labels = column.labels
        self._documents = column.documents[np.argsort(column.codes, kind="stable")]
        counts = np.bincount(column.codes, minlength=len(column.labels))
        self._starts = np.cumsum(counts) - counts  # each value has a document

    def count(self, inside: Mask | Ints) -> list[int]:
        """How many of the documents that are `inside` have each value, by its number; where a
        document counts several times, `inside` says how often.
        """
        if not len(self._documents):
            return []
        held = (inside.view(np.uint8) if inside.dtype == np.bool_ else inside).take(self._documents)
        found: list[int] = np.add.reduceat(held, self._starts, dtype=np.int64).tolist()
        return found


class _Names(Sequence[str]):
    """The ids of all documents, decoded as they are asked for."""

    def __init__(self, parts: list[Strings], bases: list[int]) -> None:
        self._parts = parts
        self._bases = bases

    def __len__(self) -> int:
        return self._bases[-1]

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        place = bisect_right(self._bases, number) - 1
        return self._parts[place][number - self._bases[place]]

    def __iter__(self) -> Iterator[str]:
        return (name for part in self._parts for name in part)


def _joined(arrays: list[Ints]) -> Ints:
    return np.concatenate([NONE.documents, *arrays])


def _events(segments: list[Segment]) -> Ints:
    """A number for each document's event; a document without one is an event of its own."""
    numbers: dict[str, int] = {}
    found = []
    for segment in segments:
        named = [numbers.setdefault(name, len(numbers)) for name in segment.event_names]
        found.append(np.array([-1, *named], np.int64)[segment.events])
    events = _joined(found)
    alone = events < 0
    events[alone] = len(numbers) + np.arange(np.count_nonzero(alone))
    return events


def _column(parts: list[Column], bases: list[int]) -> Column:
    """The values of one facet in all segments."""
    numbers: dict[str, int] = {}
    documents, codes = [], []
    for part, base in zip(parts, bases, strict=False):
        named = [numbers.setdefault(label, len(numbers)) for label in part.labels]
        documents.append(part.documents + base)
        codes.append(np.array(named, np.int64)[part.codes])
    return Column(tuple(numbers), _joined(documents), _joined(codes))
