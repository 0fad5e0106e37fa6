"""Reports on one event as one hit: the best original of them stands for the others.

A reprint tells what the original does, and often wrongly whose page it is.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from search.postings import Ints


class Folded(NamedTuple):
    """The documents that stand for their events, in order, and the others of each, in order."""

    leaders: Ints
    others: Mapping[int, tuple[int, ...]]


def _any(_document: int) -> bool:
    return True


def fold(
    order: Ints,
    events: Ints,
    offset: int,
    limit: int,
    is_original: Callable[[int], bool] = _any,
) -> tuple[Folded, int]:
    """A page of `order` with one document for each event, and how many there are in all.

    `events` numbers the event of every document of the index. An event stands where its first
    document does, led by its first original; without one, by its first.
    """
    codes = events[order]
    _, first = np.unique(codes, return_index=True)
    page = np.sort(first)[offset : offset + limit]
    groups: dict[int, list[int]] = {int(codes[place]): [] for place in page}
    for place in np.flatnonzero(np.isin(codes, codes[page])).tolist():
        groups[int(codes[place])].append(int(order[place]))
    others: dict[int, tuple[int, ...]] = {}
    for group in groups.values():
        leader = next(filter(is_original, group), group[0]) if len(group) > 1 else group[0]
        others[leader] = tuple(document for document in group if document != leader)
    return Folded(np.array(list(others), np.int64), others), len(first)
