"""How rare a word is in tasks: what most tasks have tells them apart from none."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from archive.registry import load


@dataclass(frozen=True, slots=True)
class Rarity:
    """Counts of words: of `tasks` tasks, how many have each (pyvi's word, lower case)."""

    tasks: int
    having: Mapping[str, int]

    def of(self, word: str) -> float:
        """0 for a word of every task, 1 for one that no task has or a single one: the usual inverse
        document frequency, as a share of the highest. Without counts every word is in the middle.
        """
        if self.tasks < 2:
            return 0.5
        held = min(max(self.having.get(word, 1), 1), self.tasks)
        return math.log(self.tasks / held) / math.log(self.tasks)

    def with_more(self, other: "Rarity") -> "Rarity":
        """The counts of both."""
        words = self.having.keys() | other.having.keys()
        return Rarity(
            self.tasks + other.tasks,
            {word: self.having.get(word, 0) + other.having.get(word, 0) for word in words},
        )


UNKNOWN = Rarity(0, {})
"""For texts that are no tasks, which the counts say nothing of."""


@cache
def known() -> Rarity:
    """What the registry counted."""
    table = load("rarity")
    return Rarity(int(table["tasks"]), table["words"])
