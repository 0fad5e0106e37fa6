"""The numbers of a text as runs of digits, found once for all who look for what they mean."""

import re
from bisect import bisect_left
from itertools import islice
from operator import itemgetter

# One digit stands for all: engines skip to a pattern's own first letter, far faster than to any of
# several or to a first repetition.
_RUN = re.compile("00*")
MOST = 100_000
"""So many numbers are looked at, hundreds of times those of the fullest reports: no text keeps a
reader waiting."""


class Digits:
    """The runs of digits of `text`, by where each begins and ends."""

    def __init__(self, text: str) -> None:
        for digit in "123456789":
            text = text.replace(digit, "0")
        self.runs = list(map(re.Match.span, islice(_RUN.finditer(text), MOST)))
        self._starts = list(map(itemgetter(0), self.runs))

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The runs that begin from `start` on and before `end`, in text order."""
        first = bisect_left(self._starts, start)
        return self.runs[first : bisect_left(self._starts, end, first)]
