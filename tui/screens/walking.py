"""Screens on which `n` and `N` walk from one place to the next."""

from collections.abc import Sequence
from typing import TypeVar

from tui.screens.base import PlaceScreen

P = TypeVar("P", int, tuple[int, int])


class WalkingScreen(PlaceScreen):
    """A screen with places to walk: changes, matches, whatever people look for there."""

    def step(self, step: int) -> None:
        """To the next place (1) or the one before (-1)."""
        raise NotImplementedError

    def do_next_match(self) -> None:
        """To the next place."""
        self.step(1)

    def do_previous_match(self) -> None:
        """To the place before."""
        self.step(-1)


def onward(places: Sequence[P], at: P, step: int) -> P:
    """The one of `places`, which are in order and not none, next to `at`; behind the last the first
    again, and the other way round.
    """
    ahead = [place for place in places if (place > at if step > 0 else place < at)]
    return (ahead or places)[0 if step > 0 else -1]
