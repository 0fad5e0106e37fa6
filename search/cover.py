"""What matches: how much of a query's plain words a document must have."""

from dataclasses import dataclass, field

import numpy as np

from search.answer import Note
from search.clauses import Atom, Clause, Days, Filter, Phrase, Query, Words, plain
from search.snapshot import Mask

_QUESTION = 0.2  # of the worth of a question's words that is asked at most
_RELAXED = 0.5  # of the worth of few words that no document has together


@dataclass(slots=True)
class Cover:
    """How much of what was typed each of `size` documents has, clause by clause."""

    size: int
    clauses: list[tuple[Mask, float]] = field(default_factory=list)
    words: int = 0
    missing: list[str] = field(default_factory=list)
    relaxed: bool = False

    def add(self, clause: Clause, held: Mask, count: int, rarity: float) -> None:
        """Count a clause and the `count` documents that have it; a filter is worth nothing here."""
        if not clause.free and all(isinstance(atom, Filter | Days) for atom in clause.atoms):
            return
        if clause.free and not count:
            self.missing.extend(word.term for word in plain([clause]) if word)
            return
        self.words += max(map(_size, clause.atoms))
        self.clauses.append((held, rarity))

    def enough(self, mask: Mask, few: int, steep: float, *, question: bool) -> Mask:
        """The documents with all of a `few` words, or with their share of many, of a question a
        small one: how fast that falls with more words is told by `steep`.
        """
        if not self.clauses:
            return np.zeros_like(mask)
        everything: Mask = np.logical_and.reduce([held for held, _ in self.clauses])
        strict = self.words <= few  # of a question, too: `cán bộ?` is `cán bộ`
        if strict and ((everything & mask).any() or not mask.any()):
            return everything
        self.relaxed = strict
        share = _RELAXED if strict else (few / self.words) ** steep
        share = min(share, _QUESTION) if question else share
        worth = np.zeros(self.size, np.float32)
        for held, rarity in self.clauses:
            worth += np.float32(rarity) * held
        whole = sum(rarity for _, rarity in self.clauses)
        return np.logical_or(everything, worth >= share * whole)

    def together(self, mask: Mask, few: int, steep: float) -> Mask:
        """The documents with enough, none where those with all of a few words are asked in vain."""
        enough = self.enough(mask, few, steep, question=False)
        return np.zeros_like(mask) if self.relaxed else enough

    def notes(self) -> tuple[Note, ...]:
        """What the person should know of it."""
        notes = []
        if self.missing:
            notes.append(Note("words-missing", {"words": ", ".join(dict.fromkeys(self.missing))}))
        if self.relaxed:
            notes.append(Note("words-relaxed"))
        return tuple(notes)


def as_question(query: Query, few: int) -> tuple[Note, ...]:
    """What the person should know of a question: not all of its words are asked for."""
    words = sum(clause.free for clause in query.clauses)
    return (Note("question"),) if query.is_question and words > few else ()


def _size(atom: Atom) -> int:
    """How many words it is."""
    match atom:
        case Phrase(words):
            return len(words)
        case Words(clauses):
            return sum(max(map(_size, clause.atoms)) for clause in clauses)
        case _:
            return 1
