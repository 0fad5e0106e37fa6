"""What a report is about beside its words: the name of its body, and its year.

Somebody who types `Sông Linh 2021` means the report on that body and year, and a page on another
year names 2021, too. So a word of the body's name, and the year, count once more for a report that
has them, as in a headline.
"""

from collections import defaultdict

import numpy as np

from archive import vietnamese
from search import analysis
from search.answer import Facet
from search.postings import Ints
from search.query import Word
from search.snapshot import Snapshot

_TOLD: tuple[Facet, ...] = ("body", "year")


class About:
    """The bodies and years of a snapshot, by the words in them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._labels: dict[str, list[tuple[Facet, int, str]]] | None = None

    def documents(self, word: Word) -> Ints:
        """The documents whose body's name or year has `word`, ascending."""
        if self._labels is None:
            self._labels = self._read()
        held = np.zeros(self._snapshot.size, np.bool_)
        for facet in _TOLD:
            codes = [
                code
                for bare in word.bare
                for told, code, term in self._labels.get(bare, ())
                if told == facet and word.means(term)
            ]
            if codes:
                column = self._snapshot.columns[facet]
                wanted = np.zeros(len(column.labels), np.bool_)
                wanted[codes] = True
                held[column.documents[wanted[column.codes]]] = True
        return np.flatnonzero(held)

    def _read(self) -> dict[str, list[tuple[Facet, int, str]]]:
        """By bare word: the labels that have it, and the word as they spell it."""
        labels: dict[str, list[tuple[Facet, int, str]]] = defaultdict(list)
        for facet in _TOLD:
            for code, label in enumerate(self._snapshot.columns[facet].labels):
                for term in set(analysis.terms(vietnamese.nfc(label))):
                    labels[analysis.bare(term)].append((facet, code, term))
        return dict(labels)
