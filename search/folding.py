"""Reports on one event as one hit: the best of them stands for the others."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from search.postings import Ints


class Folded(NamedTuple):
    """The documents that stand for their events, in order, and the others of each, in order."""

    leaders: Ints
    others: Mapping[int, tuple[int, ...]]


def fold(order: Ints, events: Ints, offset: int, limit: int) -> tuple[Folded, int]:
    """A page of `order` with one document for each event, and how many there are in all.

    `events` numbers the event of every document of the index.
    """
    codes = events[order]
    _, first = np.unique(codes, return_index=True)
    page = np.sort(first)[offset : offset + limit]
    wanted = np.flatnonzero(np.isin(codes, codes[page]))
    others: dict[int, list[int]] = {int(codes[place]): [] for place in page}
    for place in np.setdiff1d(wanted, page).tolist():
        others[int(codes[place])].append(int(order[place]))
    by_leader = {int(order[place]): tuple(others[int(codes[place])]) for place in page.tolist()}
    return Folded(order[page], by_leader), len(first)
