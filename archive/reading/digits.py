"""The numbers of a text as runs of digits, found once for all who look for what they mean."""

import re
from bisect import bisect_left
from itertools import islice

# Engines skip to a pattern's own first letter, not to a first repetition.
_RUN = re.compile(r"[0-9][0-9]*")
MOST = 100_000
"""So many numbers are looked at, hundreds of times those of the fullest reports: no text keeps a
reader waiting."""


class Digits:
    """The runs of digits of `text`, by where each begins and ends."""

    def __init__(self, text: str) -> None:
        self.runs = list(map(re.Match.span, islice(_RUN.finditer(text), MOST)))
        self._starts = [start for start, _ in self.runs]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The runs that begin from `start` on and before `end`, in text order."""
        first = bisect_left(self._starts, start)
        return self.runs[first : bisect_left(self._starts, end, first)]
