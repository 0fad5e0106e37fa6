"""How rare a word is in tasks: what most tasks have tells them apart from none."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from archive.registry import load


class Rarity(Protocol):
    """What tells how rare a word is in tasks."""

    def of(self, word: str, /) -> float:
        """0 for a word (pyvi's, lower case) that every task has, 1 for one that hardly any has."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of words: of `tasks` tasks, how many have each (pyvi's word, lower case)."""

    tasks: int
    having: Mapping[str, int]

    def of(self, word: str) -> float:
        """0 for a word of every task, 1 for one of a single task or of none; without counts every
        word is in the middle.
        """
        if self.tasks < 2:
            return 0.5
        return inverse(self.tasks, self.having.get(word, 1))


class Remembered:
    """A rarity that is asked for the same words again and again."""

    def __init__(self, rarity: Rarity) -> None:
        self.of = cache(rarity.of)


def inverse(tasks: int, held: int) -> float:
    """How rare a word is that `held` of `tasks` tasks have: the usual inverse document frequency,
    as a share of the highest.
    """
    return math.log(tasks / min(max(held, 1), tasks)) / math.log(tasks)


UNKNOWN = Counts(0, {})
"""For texts that are no tasks, which the counts say nothing of."""


@cache
def known() -> Counts:
    """What the registry counted."""
    table = load("rarity")
    return Counts(int(table["tasks"]), table["words"])
