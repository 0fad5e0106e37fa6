"""What each document scores for something: a value for every document where many have it, a list
of those that do where few have it. Whole rows of numbers are added many times as fast as listed
ones, and need less memory from a third of the documents on.
"""

from dataclasses import dataclass
from functools import reduce

import numpy as np

from search.postings import Floats, Ints
from search.snapshot import Mask

_LISTED = 12  # bytes that a listed document needs: its number and its score


@dataclass(frozen=True, slots=True)
class Scored:
    """The documents, of `size`, that have something, and what each scores for it.

    `listed` are they, ascending, each with its score in `values`; None where `values` has the score
    of every document, 0 for those that do not have it.
    """

    size: int
    count: int
    listed: Ints | None
    values: Floats

    @property
    def documents(self) -> Ints:
        """The documents that have it, ascending."""
        return np.flatnonzero(self.values) if self.listed is None else self.listed

    @property
    def scores(self) -> Floats:
        """What each of `documents` scores."""
        return self.values[self.values > 0] if self.listed is None else self.values

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        return self.values.nbytes + (0 if self.listed is None else self.listed.nbytes)

    def held(self) -> Mask:
        """Which of all documents have it."""
        if self.listed is None:
            return self.values > 0
        held = np.zeros(self.size, np.bool_)
        held[self.listed] = True
        return held

    def has(self, document: int) -> bool:
        """Has this document it?"""
        if self.listed is None:
            return bool(self.values[document] > 0)
        place = int(np.searchsorted(self.listed, document))
        return place < len(self.listed) and int(self.listed[place]) == document

    def at(self, document: int) -> float:
        """What this document scores, 0 where it does not have it."""
        if self.listed is None:
            return float(self.values[document])
        place = int(np.searchsorted(self.listed, document))
        return float(self.values[place]) if self.has(document) else 0.0

    def add_to(self, scores: Floats, weight: float = 1.0) -> None:
        """Add to the scores of all documents."""
        values = self.values if weight == 1 else self.values * np.float32(weight)
        if self.listed is None:
            scores += values
        else:
            np.add.at(scores, self.listed, values)  # twice as fast as `scores[…] += values`

    def put_into(self, scores: Floats) -> None:
        """Put the scores in the place of those there, where a document has it."""
        if self.listed is None:
            np.copyto(scores, self.values, where=self.values > 0)
        else:
            scores[self.listed] = self.values


def listed(size: int, documents: Ints, scores: Floats | None = None) -> Scored:
    """What these of `size` documents have, ascending; without scores it is worth nothing."""
    values = np.zeros(len(documents), np.float32) if scores is None else scores
    return Scored(size, len(documents), documents, values)


def of_all(values: Floats) -> Scored:
    """What every document scores: those above 0 have it."""
    held = values > 0
    count = int(np.count_nonzero(held))
    if count * _LISTED >= values.nbytes:
        return Scored(len(values), count, None, values)
    documents = np.flatnonzero(held)
    return Scored(len(values), count, documents, values[documents])


def best_of(found: list[Scored]) -> Scored:
    """The documents that have one of these, each with the best score."""
    if len(found) == 1:
        return found[0]
    best = np.zeros(found[0].size, np.float32)
    held = reduce(np.logical_or, [one.held() for one in found])
    for one in found:
        if one.listed is None:
            np.maximum(best, one.values, out=best)
        else:
            best[one.listed] = np.maximum(best[one.listed], one.values)
    documents = np.flatnonzero(held)
    return of_all(best) if best[documents].all() else listed(len(best), documents, best[documents])
