"""What matches: how much of a query's plain words a document must have."""

from dataclasses import dataclass, field

import numpy as np

from search.answer import Note
from search.postings import Floats, Ints
from search.query import Clause, Days, Filter, Phrase, Word
from search.snapshot import Mask

_QUESTION = 0.2  # of the worth of a question's words that is asked at most
_RELAXED = 0.5  # of the worth of few words that no document has together


@dataclass(slots=True)
class Cover:
    """How much of what was typed each document has: clauses in number, and by their rarity."""

    clauses: Ints
    worth: Floats
    known: int = 0
    words: int = 0
    whole: float = 0.0
    missing: list[str] = field(default_factory=list)
    relaxed: bool = False

    def add(self, clause: Clause, documents: Ints, rarity: float) -> None:
        """Count a clause and the documents that have it; a filter is worth nothing here."""
        sizes = [len(atom.words) if isinstance(atom, Phrase) else 1 for atom in clause.atoms]
        if not clause.free and all(isinstance(atom, Filter | Days) for atom in clause.atoms):
            return
        if clause.free and not len(documents):
            self.missing.extend(atom.term for atom in clause.atoms if isinstance(atom, Word))
            return
        self.known += 1
        self.words += max(sizes)
        self.whole += rarity
        self.clauses[documents] += 1
        self.worth[documents] += rarity

    def enough(self, mask: Mask, few: int, steep: float, *, question: bool) -> Mask:
        """The documents with all of a `few` words, or with their share of many: how fast that falls
        with more words is told by `steep`.
        """
        if not self.known:
            return np.zeros_like(mask)
        everything: Mask = self.clauses == self.known
        strict = self.words <= few and not question
        if strict and ((everything & mask).any() or not mask.any()):
            return everything
        self.relaxed = strict
        share = _RELAXED if strict else (few / self.words) ** steep
        share = min(share, _QUESTION) if question else share
        return np.logical_or(everything, self.worth >= share * self.whole)

    def notes(self) -> tuple[Note, ...]:
        """What the person should know of it."""
        notes = []
        if self.missing:
            notes.append(Note("words-missing", {"words": ", ".join(dict.fromkeys(self.missing))}))
        if self.relaxed:
            notes.append(Note("words-relaxed"))
        return tuple(notes)
