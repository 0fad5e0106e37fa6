"""The numbers of a text as runs of digits, found once for all who look for what they mean."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

# Engines skip to a pattern's own first letter, not to a first repetition.
RUN = re.compile(r"\d\d*")
MOST = 100_000
"""So many numbers are looked at, hundreds of times those of the fullest reports: no text keeps a
reader waiting."""


class Digits:
    """The runs of digits of `text`, by where each begins and ends."""

    def __init__(self, text: str) -> None:
        self._starts = array("L")
        self._ends = array("L")
        for run in islice(RUN.finditer(text), MOST):
            self._starts.append(run.start())
            self._ends.append(run.end())

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The runs that begin from `start` on and before `end`, in text order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return zip(self._starts[first:last], self._ends[first:last], strict=True)

    def any_between(self, start: int, end: int) -> bool:
        """Does any run begin there?"""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end
