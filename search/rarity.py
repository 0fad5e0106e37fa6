"""How rare words are in the tasks of the archive, as the index counts them."""

from functools import cached_property

from archive.comparing.rarity import inverse, known
from search import analysis
from search.snapshot import Snapshot


class TaskRarity:
    """Rarity by the reports whose tasks have a word, added to what the registry counted, so that a
    small archive decides little.

    The index counts syllables: a word is as rare as its rarest one, which is rather too common.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def of(self, word: str) -> float:
        """0 for a word that every task has, 1 for one that hardly any has."""
        at_large = known()
        held = at_large.having.get(word, 1) + self._reports(word)
        return inverse(at_large.tasks + self._reporting, held)

    @cached_property
    def _reporting(self) -> int:
        """How many reports set tasks."""
        return int((self._snapshot.sizes["tasks"] > 0).sum())

    def _reports(self, word: str) -> int:
        counts = [self._snapshot.frequency("tasks", term) for term in analysis.terms(word)]
        return min(counts, default=0)
