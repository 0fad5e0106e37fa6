"""Query to ranked documents: BM25F over title, tasks and text on arrays.

What matches: what is quoted, in a field, or excluded holds strictly. Words typed plainly must all
be there as long as they are few. Of more words (a pasted sentence) a document must have a share,
each word worth its rarity: the more words, the smaller the share; of a question a small one. Words
that no document has are left out, and where no document has all of few words half of their worth
does; both are told. The total counts just what is listed.

What ranks: each word by BM25 over the weighted parts; neighbouring words once more as a pair. A
last word that may still go on finds what begins with it, after whatever has it as it stands.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise
from math import log

import numpy as np

from search import facets
from search.abbreviations import Form
from search.about import About
from search.answer import Facet, Note, Part, Selection, Snippet
from search.clauses import Atom, Clause, Days, Filter, Phrase, Query, Reference, Word, Words
from search.cover import Cover
from search.inverting import BARE, PAIRS, word_code
from search.postings import Floats, Ints
from search.query import words_of
from search.scored import Scored, best_of, listed, of_all
from search.segment import PARTS, Stream
from search.snapshot import Kept, Mask, Snapshot
from search.taskwords import TaskWords, read_tasks

_KEPT_BYTES = 64_000_000
_PASSAGE_BYTES = 16_000_000
_MOST_EXPANSIONS = 200  # terms that a prefix stands for
_LOW = np.uint64(0xFFFFFFFF)
_HIGH = np.uint64(32)


Place = tuple[Part, str, str]
"""A part, the field that is looked in for it, and a term."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the ranking, chosen by `tests/accuracy/retrieval.py`."""

    title: float = 2.0
    tasks: float = 1.0
    text: float = 1.0
    about: float = 0.25  # what a word of the body's name, or the year, is worth beside the text
    meant: float = 3.0  # a body and a period named together, beside a word of the text
    sided: float = 1.5  # a period alone that is said to be planned, or reviewed
    pairs: float = 1.0
    k1: float = 1.1
    b: float = 0.6
    title_b: float = 0.6
    exact: float = 0.05  # what exact letters add to a word typed without marks
    other_form: float = 0.5  # of a name, beside the one typed
    few: int = 4  # words that must all be there
    steep: float = 2.0  # how fast the share that is asked falls with more words


@dataclass(frozen=True, slots=True)
class Matches:
    """The documents that answer a query, and every document's score.

    `whole` are those that have the last word as it stands, where it may still go on: they come
    first, as they would with that word finished.
    """

    mask: Mask
    scores: Floats
    notes: tuple[Note, ...] = ()
    whole: Mask | None = None


class Ranker:
    """Answers queries on one snapshot; remembers what its words score."""

    def __init__(self, snapshot: Snapshot, weights: Weights | None = None) -> None:
        self.snapshot = snapshot
        self.weights = weights or Weights()
        b = self.weights.b
        bs = {"title": self.weights.title_b, "tasks": b, "text": b}
        self.about = About(snapshot)
        # What a word is worth in a part of each document, for its length.
        self._worth: dict[Part, Floats] = {
            part: (getattr(self.weights, part) / _norm(snapshot.sizes[part], bs[part])).astype("f4")
            for part in PARTS
        }
        self._pair_norm = _norm(snapshot.sizes["title"] + snapshot.sizes["text"], b)
        self._scored: Kept[Scored] = Kept(_KEPT_BYTES, lambda scored: scored.nbytes)
        self.passages: Kept[tuple[Snippet, ...]] = Kept(
            _PASSAGE_BYTES, lambda passages: 1000 + 1000 * len(passages)
        )

    @cached_property
    def tasks(self) -> TaskWords:
        """The words of all tasks."""
        return read_tasks(self.snapshot)

    def understood(self, query: Query) -> Query:
        """`query`, a long phrase that no document has as its words; a note says so."""
        clauses: list[Clause] = []
        notes = list(query.notes)
        for clause in query.clauses:
            phrase = clause.atoms[0]
            plain = len(clause.atoms) == 1 and not clause.negated and not clause.part
            if (
                plain
                and isinstance(phrase, Phrase)
                and len(phrase.words) > self.weights.few
                and not self.clause(clause).count
            ):
                clauses += [Clause((word,), free=True) for word in phrase.words]
                notes.append(Note("phrase-missing", {"words": len(phrase.words)}))
            else:
                clauses.append(clause)
        return replace(query, clauses=tuple(clauses), notes=tuple(notes))

    def matches(self, query: Query) -> Matches:
        """Every document that answers `query`, once it is `understood`."""
        size = self.snapshot.size
        mask, scores = self.snapshot.live.copy(), np.zeros(size, np.float32)
        cover = Cover(size)
        for clause in query.clauses:
            found = self.clause(clause)
            held = found.held()
            if clause.negated or not clause.free:
                mask &= ~held if clause.negated else held
            if not clause.negated:
                found.add_to(scores)
                cover.add(clause, held, found.count, self.rarity(found.count))
        words = [clause for clause in query.clauses if clause.free]
        if words:
            self._pairs(words, scores)
            mask &= cover.enough(
                mask, self.weights.few, self.weights.steep, question=query.is_question
            )
        if told := self.told(query):
            told.add_to(scores)
        return Matches(mask, scores, cover.notes(), self._whole(query))

    def told(self, query: Query) -> Scored | None:
        """What it is worth to each document that it is about the period, and the body, that `query`
        names; None where none is.
        """
        told = self.about.told(query)
        if told is None:
            return None
        weights = self.weights
        weight = weights.sided if told.sided else weights.about
        weight = weights.meant if told.bodied else weight
        return of_all(np.float32(weight * self.rarity(told.count)) * told.share)

    def _whole(self, query: Query) -> Mask | None:
        """The documents that have the last word as it stands, None where it does not go on."""
        last = query.clauses[-1] if query.clauses else None
        if last is None or last.negated or last.finished == last:
            return None
        return self.clause(last.finished).held()

    def _pairs(self, words: list[Clause], scores: Floats) -> None:
        """Add what neighbouring words score as pairs."""
        if not self.weights.pairs:
            return
        for first, second in neighbours(words):
            self.pair(first, second).add_to(scores, self.weights.pairs)

    def pair(self, first: Word, second: Word) -> Scored:
        """The documents that have two words beside each other, and what each scores for it."""
        return self._kept((first, second), partial(self._pair, first, second))

    def side_by_side(self, pair: str) -> Scored:
        """The documents that have `pair`, a term of the pairs, and what each scores for it."""
        found = self.snapshot.postings(PAIRS, pair)
        return self._scored_few(found.documents, found.counts / self._pair_norm[found.documents])

    def clause(self, clause: Clause) -> Scored:
        """The documents that have one of the clause's atoms, each with its best atom's score."""
        return best_of([self.scored(atom, clause.part) for atom in clause.atoms])

    def scored(self, atom: Atom, part: Part | None = None) -> Scored:
        """The documents that have `atom`, in `part` or in any, and what each scores for it."""
        return self._kept((atom, part), lambda: self._score(atom, part))

    def chosen(self, selection: Selection) -> dict[Facet, Mask]:
        """The documents inside each facet's own part of `selection`."""
        return {
            facet: np.logical_or.reduce([self.scored(one).held() for one in wanted])
            for facet, wanted in facets.filters(selection).items()
        }

    def _kept(self, key: Hashable, make: Callable[[], Scored]) -> Scored:
        return self._scored.get(key, make)

    def _score(self, atom: Atom, part: Part | None) -> Scored:
        parts = (part,) if part else PARTS
        match atom:
            case Word():
                return self._word(atom, parts)
            case Words(clauses):
                return self._together(clauses)
            case Phrase():
                return self._phrase(atom, part)
            case Reference(term):
                return of_all(self._saturated(self._weighted([(p, p, term) for p in parts])))
            case Filter():
                found = facets.documents(self.snapshot, atom)
            case Days(first, end):
                days = self.snapshot.days
                found = np.flatnonzero((days >= first) & (days < end))
        return listed(self.snapshot.size, found)

    def _together(self, clauses: tuple[Clause, ...]) -> Scored:
        """The documents that a query of these plain words finds, and what each scores for it."""
        scores, cover = np.zeros(self.snapshot.size, np.float32), Cover(self.snapshot.size)
        for clause in clauses:
            found = self.clause(clause)
            found.add_to(scores)
            wanted = replace(clause, free=False)
            cover.add(wanted, found.held(), found.count, self.rarity(found.count))
        self._pairs(list(clauses), scores)
        held = cover.together(self.snapshot.live, self.weights.few, self.weights.steep)
        documents = np.flatnonzero(held)
        return listed(self.snapshot.size, documents, scores[documents])

    def places(self, word: Word, parts: tuple[Part, ...] = PARTS) -> list[Place]:
        """The terms that `word` stands for in `parts`; of a prefix the most frequent ones."""
        return [
            (part, field, term)
            for part, field, spelling in _looked_in(word, parts)
            for term in (self._longer(field, spelling) if word.prefix else (spelling,))
        ]

    def _word(self, word: Word, parts: tuple[Part, ...]) -> Scored:
        weighted = self._weighted(_looked_in(word, parts), word.also, prefix=word.prefix)
        scores = self._saturated(weighted)
        if word.prefix:
            part = None if parts == PARTS else parts[0]
            self.scored(word.finished, part).put_into(scores)
            return of_all(scores)
        held = scores > 0
        if not word.marked and self.weights.exact:
            exact = self._saturated(self._weighted([(part, part, word.term) for part in parts]))
            scores += np.float32(self.weights.exact) * exact
        if parts == PARTS and self.weights.about:
            about = self.about.documents(word)
            scores[about] += self.weights.about * self.rarity(len(about))
        scores *= held
        return of_all(scores)

    def _weighted(
        self, terms: list[Place], also: tuple[Form, ...] = (), *, prefix: bool = False
    ) -> Floats:
        """How often each document has one of `terms`, or of other forms of their name, for its
        length and the weight of its part.

        With `prefix` all that begin so stand for each of `terms`.
        """
        weighted = np.zeros(self.snapshot.size, np.float32)
        read = self.snapshot.all_postings if prefix else self.snapshot.postings
        for part, place, term in terms:
            documents, counts = read(place, term)
            # With a prefix a document may come once for each of its terms.
            np.add.at(weighted, documents, counts * self._worth[part].take(documents))
        for form in also:
            self._form(form).add_to(weighted, self.weights.other_form)
        return weighted

    def _form(self, form: Form) -> Scored:
        """The documents that have another form of a name, and how often."""
        if len(form) == 1:
            return of_all(self._weighted([(part, part, form[0]) for part in PARTS]))
        phrase = Phrase(words_of(" ".join(form), exact=True))
        return self._kept((phrase, "form"), lambda: self._side_by_side(phrase, None))

    def _longer(self, field: str, prefix: str) -> list[str]:
        return self.snapshot.terms(field, prefix, _MOST_EXPANSIONS)

    def _pair(self, one: Word, other: Word) -> Scored:
        """Two neighbouring words, where both are there as they are meant."""
        counts = np.zeros(self.snapshot.size, np.float32)
        for first in one.bare:
            for second in other.bare:
                found = self.snapshot.postings(PAIRS, f"{first} {second}")
                counts[found.documents] += found.counts
        for form in one.also:
            if form in other.also:
                self._form(form).add_to(counts, self.weights.other_form)
        for word in (one, other):
            counts *= self.scored(word).held()
        documents = np.flatnonzero(counts)
        return self._scored_few(documents, counts[documents] / self._pair_norm[documents])

    def _scored_few(self, documents: Ints, weighted: Floats) -> Scored:
        """What is found in these documents alone, so often for their length."""
        k1 = self.weights.k1
        scores = self.rarity(len(documents)) * weighted * (k1 + 1) / (k1 + weighted)
        return listed(self.snapshot.size, documents, scores.astype(np.float32))

    def _saturated(self, weighted: Floats) -> Floats:
        """What every document scores for something that it has so often for its length."""
        k1 = self.weights.k1
        gain = self.rarity(int(np.count_nonzero(weighted > 0))) * (k1 + 1)
        return np.float32(gain) * weighted / (np.float32(k1) + weighted)

    def rarity(self, count: int, of: int | None = None) -> float:
        """How much a word tells that `count` of all documents, or of so many, have (the idf)."""
        size = self.snapshot.size if of is None else of
        return log(1 + (size - count + 0.5) / (count + 0.5))

    def _phrase(self, phrase: Phrase, part: Part | None) -> Scored:
        """Documents with the words side by side, scored as one rare word."""
        found = self._side_by_side(phrase, part)
        return self._scored_few(found.documents, found.scores)

    def _side_by_side(self, phrase: Phrase, part: Part | None) -> Scored:
        """Documents with the words side by side, and how often for their length."""
        held = self.scored(phrase.words[0], part).held()
        for word in phrase.words[1:]:
            held &= self.scored(word, part).held()
        for one, other in pairwise(phrase.words):
            held &= self.pair(one, other).held()
        documents = np.flatnonzero(held)
        words, owners = self.snapshot.streams(documents)
        places = np.flatnonzero(beginnings(words, phrase))
        if part:
            places = places[self.inside(part, places, owners)]
        documents, counts = np.unique(owners[places], return_counts=True)
        weighted = (counts / self._pair_norm[documents]).astype(np.float32)
        return listed(self.snapshot.size, documents, weighted)

    def inside(self, part: Part, places: Ints, owners: Ints) -> Mask:
        """Which places of a stream lie in `part` of their document."""
        owner = owners[places]
        offset = places - np.searchsorted(owners, owner)
        sizes = self.snapshot.sizes
        title = sizes["title"][owner]
        tasks = title + sizes["tasks"][owner]
        if part == "title":
            return offset < title
        return offset >= tasks if part == "text" else (offset >= title) & (offset < tasks)


def _looked_in(word: Word, parts: tuple[Part, ...]) -> list[Place]:
    """What is looked for in the fields of `parts` where `word` is asked: terms, or beginnings."""
    spellings: tuple[str, ...] = word.terms if word.marked else word.bare
    return [
        (part, part if word.marked else BARE[part], spelling)
        for part in parts
        for spelling in spellings
    ]


def neighbours(words: list[Clause]) -> Iterator[tuple[Word, Word]]:
    """The words of plain clauses that stand beside each other, as they are when finished; a name's
    number is no pair with another (`quý 1 2023`), as `1 2023` stands in every day of January.
    """
    for one, other in pairwise(words):
        first, second = one.atoms[0], other.atoms[0]
        if not (isinstance(first, Word) and isinstance(second, Word)):
            continue
        if not (first.also and first.term.isdigit() and second.term.isdigit()):
            yield first, second.finished


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


def beginnings(words: Stream, phrase: Phrase) -> Mask:
    """Where in a stream `phrase` begins."""
    length = max(len(words) - len(phrase.words) + 1, 0)
    found = np.ones(length, np.bool_)
    for i, word in enumerate(phrase.words):
        here = words[i : i + length]
        if word.marked:
            codes = [np.uint64(word_code(term)) & _LOW for term in word.terms]
            found &= np.isin(here & _LOW, codes)
        else:
            codes = [np.uint64(word_code(spelling)) >> _HIGH for spelling in word.bare]
            found &= np.isin(here >> _HIGH, codes)
    return found
