"""How many conferences have each value of a facet, in all and by year: what lists and statistics
tell, where reports on one event count once.
"""

from dataclasses import dataclass

import numpy as np

from search.answer import Facet
from search.postings import Ints
from search.segment import Column
from search.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Tally:
    """A value: at how many events, and at how many of each year, the earliest first.

    Events whose year is not known count in `events` alone.
    """

    value: str
    events: int
    by_year: tuple[tuple[str, int], ...]


def tally(snapshot: Snapshot, facet: Facet) -> tuple[Tally, ...]:
    """Every value of `facet`, the one at most events first."""
    column, years = snapshot.columns[facet], snapshot.columns["year"]
    inside = snapshot.live[column.documents]
    documents, codes = column.documents[inside], column.codes[inside]
    events = snapshot.events[documents]
    counts = _distinct(codes, events)
    year_of = _first(years, snapshot.size)
    known = year_of[documents] >= 0
    in_year = codes[known].astype(np.int64) * len(years.labels) + year_of[documents][known]
    by_year: dict[int, list[tuple[str, int]]] = {}
    for both, count in sorted(_distinct(in_year, events[known]).items()):
        code, year = divmod(both, len(years.labels))
        by_year.setdefault(code, []).append((years.labels[year], count))
    found = [
        Tally(column.labels[code], count, tuple(sorted(by_year.get(code, ()))))
        for code, count in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.events, one.value)))


def untold(snapshot: Snapshot, facet: Facet) -> int:
    """At how many events no report has a value of `facet`."""
    told = snapshot.columns[facet].documents
    with_value = snapshot.events[told[snapshot.live[told]]]
    return len(np.setdiff1d(snapshot.events[snapshot.live], with_value))


def _distinct(keys: Ints, events: Ints) -> dict[int, int]:
    """For each key at how many different events it stands."""
    pairs = np.unique(np.stack((keys.astype(np.int64), events.astype(np.int64))), axis=1)
    found, counts = np.unique(pairs[0], return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))


def _first(column: Column, size: int) -> Ints:
    """The label of each document, -1 without one."""
    found = np.full(size, -1, np.int64)
    found[column.documents] = column.codes
    return found
