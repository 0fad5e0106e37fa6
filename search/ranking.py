"""Query to ranked documents: BM25F over title, tasks and text on arrays.

What matches: everything quoted, in a field, or excluded holds strictly. Of the words typed plainly
all must be there as long as they are few; of many words (a question, a pasted sentence), or where
nothing has all of them, a document must have words worth `Weights.coverage` of the whole, each
worth its rarity. Words that no document has are left out and told. So the total counts just what
is listed, and a document with all the words never loses to being strict or lax.

What ranks: each word by BM25 over the weighted parts; neighbouring words once more as a pair.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import log
from threading import RLock
from typing import NamedTuple

import numpy as np

from search import facets
from search.answer import Facet, Note
from search.engine import BARE, PAIRS, PARTS, Floats, Ints, Stream, word_code
from search.query import Atom, Clause, Days, Filter, Part, Phrase, Query, Reference, Word
from search.snapshot import Kept, Mask, Snapshot

_KEPT_BYTES = 64_000_000
_MOST_EXPANSIONS = 200  # terms that a prefix stands for
_LOW = np.uint64(0xFFFFFFFF)
_HIGH = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the ranking, chosen by `tests/accuracy/retrieval.py`."""

    title: float = 2.0
    tasks: float = 1.0
    text: float = 1.0
    pairs: float = 1.0
    k1: float = 1.2
    b: float = 0.75
    exact: float = 0.2  # what exact letters add to a word typed without marks
    few: int = 8  # words that must all be there
    coverage: float = 0.5


class Scored(NamedTuple):
    """Documents, ascending, and what each scores."""

    documents: Ints
    scores: Floats


@dataclass(frozen=True, slots=True)
class Matches:
    """The documents that answer a query, and every document's score."""

    mask: Mask
    scores: Floats
    notes: tuple[Note, ...] = ()


class Ranker:
    """Answers queries on one snapshot; remembers what its words score."""

    def __init__(self, snapshot: Snapshot, weights: Weights | None = None) -> None:
        self.snapshot = snapshot
        self.weights = weights or Weights()
        b = self.weights.b
        self._norms = {part: _norm(snapshot.sizes[part], b) for part in PARTS}
        self._pair_norm = _norm(snapshot.sizes["title"] + snapshot.sizes["text"], b)
        self._scored: Kept[Scored] = Kept(
            _KEPT_BYTES, lambda s: s.documents.nbytes + s.scores.nbytes
        )
        self._turn = RLock()

    def matches(self, query: Query) -> Matches:
        """Every document that answers `query`."""
        size = self.snapshot.size
        mask, scores = self.snapshot.live.copy(), np.zeros(size, np.float32)
        for clause in query.clauses:
            if clause.free:
                continue
            found = self._clause(clause)
            inside = np.zeros(size, np.bool_)
            inside[found.documents] = True
            mask &= ~inside if clause.negated else inside
            if not clause.negated:
                scores[found.documents] += found.scores
        words = [clause for clause in query.clauses if clause.free]
        if not words:
            return Matches(mask, scores)
        mask, notes = self._words(words, mask, scores)
        self._pairs(words, scores)
        return Matches(mask, scores, notes)

    def _words(
        self, words: list[Clause], mask: Mask, scores: Floats
    ) -> tuple[Mask, tuple[Note, ...]]:
        """The part of `mask` with enough of the plain words; their scores are added."""
        notes: list[Note] = []
        count = np.zeros(len(mask), np.int32)
        covered = np.zeros(len(mask), np.float32)
        known, worth = 0, 0.0
        missing: list[str] = []
        for clause in words:
            found = self._clause(clause)
            if not len(found.documents):
                missing.extend(atom.term for atom in clause.atoms if isinstance(atom, Word))
                continue
            value = self._rarity(len(found.documents))
            known, worth = known + 1, worth + value
            count[found.documents] += 1
            covered[found.documents] += value
            scores[found.documents] += found.scores
        if missing:
            notes.append(Note("words-missing", {"words": " ".join(dict.fromkeys(missing))}))
        if not known:
            return np.zeros_like(mask), tuple(notes)
        everything = mask & (count == known)
        if known <= self.weights.few:
            if everything.any():
                return everything, tuple(notes)
            notes.append(Note("words-relaxed"))
        return mask & (covered >= self.weights.coverage * worth), tuple(notes)

    def _pairs(self, words: list[Clause], scores: Floats) -> None:
        """Add what neighbouring words score as pairs."""
        if not self.weights.pairs:
            return
        for one, other in pairwise(words):
            first, second = one.atoms[0], other.atoms[0]
            if isinstance(first, Word) and isinstance(second, Word) and not second.prefix:
                found = self._kept((first, second), partial(self._pair, first, second))
                scores[found.documents] += self.weights.pairs * found.scores

    def _clause(self, clause: Clause) -> Scored:
        """The documents that have one of the clause's atoms, each with its best atom's score."""
        found = [self.scored(atom, clause.part) for atom in clause.atoms]
        if len(found) == 1:
            return found[0]
        best = np.full(self.snapshot.size, -1, np.float32)
        for one in found:
            best[one.documents] = np.maximum(best[one.documents], one.scores)
        documents = np.flatnonzero(best >= 0)
        return Scored(documents, best[documents])

    def scored(self, atom: Atom, part: Part | None = None) -> Scored:
        """The documents that have `atom`, in `part` or in any, and what each scores for it."""
        return self._kept((atom, part), lambda: self._score(atom, part))

    def mask(self, facet: Facet, values: tuple[str, ...]) -> Mask:
        """The documents that have one of `values` in `facet`."""
        mask = np.zeros(self.snapshot.size, np.bool_)
        for value in values:
            mask[self.scored(facets.filter_for(facet, value)).documents] = True
        return mask

    def _kept(self, key: Hashable, make: Callable[[], Scored]) -> Scored:
        with self._turn:
            return self._scored.get(key, make)

    def _score(self, atom: Atom, part: Part | None) -> Scored:
        parts = (part,) if part else PARTS
        match atom:
            case Word():
                return self._word(atom, parts)
            case Phrase():
                return self._phrase(atom, part)
            case Reference(term):
                return self._bm25([(p, p, term) for p in parts])
            case Filter():
                found = facets.documents(self.snapshot, atom)
            case Days(first, end):
                days = self.snapshot.days
                found = np.flatnonzero((days >= first) & (days < end))
        return Scored(found, np.zeros(len(found), np.float32))

    def _word(self, word: Word, parts: tuple[str, ...]) -> Scored:
        spellings: tuple[str, ...] = (word.term,) if word.marked else word.bare
        terms = [
            (part, field, term)
            for part in parts
            for field in (part if word.marked else BARE[part],)
            for spelling in spellings
            for term in (self._longer(field, spelling) if word.prefix else (spelling,))
        ]
        found = self._bm25(terms)
        if word.prefix:
            return found
        if not word.marked and self.weights.exact:
            exact = self._bm25([(part, part, word.term) for part in parts])
            scores = np.zeros(self.snapshot.size, np.float32)
            scores[found.documents] = found.scores
            scores[exact.documents] += self.weights.exact * exact.scores
            found = Scored(found.documents, scores[found.documents])
        return found

    def _bm25(self, terms: list[tuple[str, str, str]]) -> Scored:
        """BM25F of (part, field, term) taken as one word."""
        weighted = np.zeros(self.snapshot.size, np.float32)
        for part, field, term in terms:
            found = self.snapshot.postings(field, term)
            weight = getattr(self.weights, part)
            norm = self._norms[part][found.documents]
            weighted[found.documents] += weight * found.counts / norm
        documents = np.flatnonzero(weighted)
        return self._saturated(documents, weighted[documents])

    def _longer(self, field: str, prefix: str) -> list[str]:
        return self.snapshot.terms(field, prefix, _MOST_EXPANSIONS)

    def _pair(self, one: Word, other: Word) -> Scored:
        """Two neighbouring words, in any of their bare forms."""
        counts = np.zeros(self.snapshot.size, np.float32)
        for first in one.bare:
            for second in other.bare:
                found = self.snapshot.postings(PAIRS, f"{first} {second}")
                counts[found.documents] += found.counts
        documents = np.flatnonzero(counts)
        return self._saturated(documents, counts[documents] / self._pair_norm[documents])

    def _saturated(self, documents: Ints, weighted: Floats) -> Scored:
        k1 = self.weights.k1
        scores = self._rarity(len(documents)) * weighted * (k1 + 1) / (k1 + weighted)
        return Scored(documents, scores.astype(np.float32))

    def _rarity(self, count: int) -> float:
        """How much a word tells that `count` documents have (the idf)."""
        return log(1 + (self.snapshot.size - count + 0.5) / (count + 0.5))

    def _phrase(self, phrase: Phrase, part: Part | None) -> Scored:
        """Documents with the words side by side, scored as one rare word."""
        documents = self.scored(phrase.words[0], part).documents
        for word in phrase.words[1:]:
            documents = np.intersect1d(
                documents, self.scored(word, part).documents, assume_unique=True
            )
        for one, other in pairwise(phrase.words):
            held = self._kept((one, other), partial(self._pair, one, other)).documents
            documents = np.intersect1d(documents, held, assume_unique=True)
        words, owners = self.snapshot.streams(documents)
        places = np.flatnonzero(_side_by_side(words, phrase))
        if part:
            places = places[self._inside(part, places, owners)]
        documents, counts = np.unique(owners[places], return_counts=True)
        return self._saturated(documents, (counts / self._pair_norm[documents]).astype(np.float32))

    def _inside(self, part: Part, places: Ints, owners: Ints) -> Mask:
        """Which places of a stream lie in `part` of their document."""
        owner = owners[places]
        offset = places - np.searchsorted(owners, owner)
        sizes = self.snapshot.sizes
        title = sizes["title"][owner]
        tasks = title + sizes["tasks"][owner]
        if part == "title":
            return offset < title
        return offset >= tasks if part == "text" else (offset >= title) & (offset < tasks)


def best(mask: Mask, scores: Floats, days: Ints, *, by_date: bool, count: int) -> Ints:
    """The first `count` documents of `mask`, best or newest first; ties by date, then as kept."""
    documents = np.flatnonzero(mask)
    first = -days[documents] if by_date else -scores[documents]
    if 0 < count < len(documents):
        bound = np.partition(first, count - 1)[count - 1]
        documents, first = documents[first <= bound], first[first <= bound]
    order = np.lexsort((documents, -days[documents], first))
    return documents[order][:count]


def _norm(sizes: Ints, b: float) -> Floats:
    """What BM25 divides a word's count by: 1 for a text of mean length."""
    mean = float(sizes.mean()) if len(sizes) else 0.0
    return (1 - b + b * sizes / max(mean, 1.0)).astype(np.float32)


def _side_by_side(words: Stream, phrase: Phrase) -> Mask:
    """Where in a stream `phrase` begins."""
    length = max(len(words) - len(phrase.words) + 1, 0)
    found = np.ones(length, np.bool_)
    for i, word in enumerate(phrase.words):
        here = words[i : i + length]
        if word.marked:
            found &= (here & _LOW) == np.uint64(word_code(word.term)) & _LOW
        else:
            codes = [np.uint64(word_code(spelling)) >> _HIGH for spelling in word.bare]
            found &= np.isin(here >> _HIGH, codes)
    return found
