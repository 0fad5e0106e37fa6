"""Stretches of a text that are closed to a finder, asked quickly whether a place lies in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Spans:
    """Spans of a text (start, end); they may touch but do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, at: int) -> bool:
        """Does code point `at` lie inside one of the spans?"""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._spans[before][1]

    def gaps(self, last: int) -> Iterator[tuple[int, int]]:
        """What is open from the beginning of the text to `last`, in text order."""
        past = 0
        for start, end in self._spans:
            if past < start:
                yield past, start
            if past < end:
                past = end
        if past < last:
            yield past, last
