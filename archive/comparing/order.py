"""The longest run that keeps its order, found by patience sorting."""

from bisect import bisect_right
from collections.abc import Sequence


def longest_run(values: Sequence[int]) -> list[int]:
    """The places of a longest run in `values` that never falls."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_right(tops, value)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        piles[pile : pile + 1] = [place]
    run: list[int] = []
    place = piles[-1] if piles else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
