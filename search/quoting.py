"""Quote to source: the reports that hold a passage, or nearly.

A passage is pasted with or without marks, with other line breaks, with words changed or left out.
Its neighbouring words find the reports worth reading; in each of these the stretch of text is
looked for that has most of the passage's words in their order. What counts is a word that stands
beside the same neighbour as in the passage. The share of the passage's words found so is the score.
"""

from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from archive import vietnamese
from archive.report import Span
from search import analysis
from search.answer import Snippet
from search.answering import Passages
from search.clauses import Word
from search.inverting import PAIRS, word_code
from search.postings import Ints
from search.query import words_of
from search.ranking import Matches, Ranker

_LONGEST = 600  # words of a passage that are looked for
_LEAST = 0.5  # of its words; below it a report holds words like these, not the passage
_MORE = 2  # words asked beyond that share, as few words stand together anywhere
_MOST_READ = 100  # reports whose text is gone through
_ROOM = 1.25  # how much longer than the passage its place in a text may be
_STRAY = 3  # words apart from the others that are no part of the passage's place
_SHOWN = 600  # letters of a snippet
_HIGH = np.uint64(32)
_NOT_THERE = -1


class Quoted(NamedTuple):
    """The reports that hold a passage, and the passage as each has it."""

    matches: Matches
    passages: Passages


class _Place(NamedTuple):
    """Where a document has the passage: its words from `first` to `last`, and `held` of them."""

    share: float
    first: int
    last: int
    held: Ints


def quote(ranker: Ranker, text: str) -> Quoted:
    """The reports that hold `text` or most of it; a score is the share of its words found."""
    snapshot = ranker.snapshot
    words = list(islice(words_of(vietnamese.nfc(text)), _LONGEST))
    passage = _Passage(words)
    mask, scores = np.zeros(snapshot.size, np.bool_), np.zeros(snapshot.size, np.float32)
    places: dict[int, _Place] = {}
    least = min(1.0, _LEAST + _MORE / max(len(words), 1))
    for number in _worth_reading(ranker, words).tolist():
        stream, _ = snapshot.streams(np.array([number]))
        begin = int(snapshot.sizes["title"][number] + snapshot.sizes["tasks"][number])
        place = passage.place_in(stream[begin:] >> _HIGH)
        if place.share >= least:
            places[number] = place
            mask[number], scores[number] = True, place.share

    def passages(number: int) -> tuple[Snippet, ...]:
        return (_snippet(snapshot.text(number), places[number]),)

    return Quoted(Matches(mask, scores), passages)


def _worth_reading(ranker: Ranker, words: list[Word]) -> Ints:
    """The documents with the most of the passage's pairs, rare ones counting more; ascending."""
    snapshot = ranker.snapshot
    worth, whole = np.zeros(snapshot.size, np.float32), 0.0
    pairs = {(one.bare, other.bare): None for one, other in pairwise(words)}
    for firsts, seconds in pairs:
        held = np.zeros(snapshot.size, np.bool_)
        for pair in (f"{first} {second}" for first in firsts for second in seconds):
            held[snapshot.postings(PAIRS, pair).documents] = True
        rarity = ranker.rarity(int(np.count_nonzero(held)))
        worth += rarity * held
        whole += rarity
    worth *= snapshot.live
    documents = np.flatnonzero(worth > 0)
    best = documents[np.argsort(-worth[documents], kind="stable")][:_MOST_READ]
    return np.sort(best)


class _Passage:
    """A passage's words as they stand in streams, whatever marks each was typed with."""

    def __init__(self, words: list[Word]) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        self.words = np.array([numbers.setdefault(w.bare, len(numbers)) for w in words], np.int64)
        codes = {
            word_code(spelling) >> 32: number
            for bare, number in numbers.items()
            for spelling in bare
        }
        self._codes = np.array(sorted(codes), np.uint64)
        self._numbers = np.array([codes[code] for code in sorted(codes)], np.int64)

    def place_in(self, stream: npt.NDArray[np.uint64]) -> _Place:
        """The best place of the passage in the bare codes of a text."""
        text = self._numbered(stream)
        size = len(self.words)
        at, of = _pairs_in_both(text, self.words)
        if not len(at):
            return _Place(0.0, 0, 0, at)
        # Pairs found in order lie along one diagonal; those of another place of the text do not.
        start = _fullest(at - of, int(size * (_ROOM - 1)) + 2)
        near = np.abs(at - of - start) <= int(size * (_ROOM - 1)) + 2
        at, of = at[near], of[near]
        found, held = _both_words(of, size), _both_words(at, len(stream))
        # A word of the text stands for one of the passage, however often that repeats itself.
        share = min(len(found), len(held)) / size
        held = _without_strays(held, text)
        return _Place(share, int(held[0]), int(held[-1]), held)

    def _numbered(self, stream: npt.NDArray[np.uint64]) -> Ints:
        """The text's words as the passage numbers them."""
        if not len(self._codes):
            return np.full(len(stream), _NOT_THERE, np.int64)
        place = np.minimum(np.searchsorted(self._codes, stream), len(self._codes) - 1)
        return np.where(self._codes[place] == stream, self._numbers[place], _NOT_THERE)


def _both_words(pairs: Ints, size: int) -> Ints:
    """The places, of `size`, of both words of the pairs that begin at these."""
    held = np.zeros(size, np.bool_)
    held[pairs] = held[pairs + 1] = True
    return np.flatnonzero(held)


def _without_strays(held: Ints, text: Ints) -> Ints:
    """The places without a few at either end, apart from the others, whose words stand among the
    others too: a page's day before a passage that tells one.
    """
    while len(gaps := np.flatnonzero(np.diff(held) > 1)):
        first, last = held[: gaps[0] + 1], held[gaps[-1] + 1 :]
        if len(first) <= _STRAY and np.isin(text[first], text[held[len(first) :]]).all():
            held = held[len(first) :]
        elif len(last) <= _STRAY and np.isin(text[last], text[held[: -len(last)]]).all():
            held = held[: -len(last)]
        else:
            break
    return held


def _pairs_in_both(text: Ints, words: Ints) -> tuple[Ints, Ints]:
    """Where a text has a pair of the passage's: each place with each that the passage has it at."""
    if len(words) < 2 or len(text) < 2:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    base = int(words.max()) + 1
    wanted = words[:-1] * base + words[1:]
    found = np.where((text[:-1] >= 0) & (text[1:] >= 0), text[:-1] * base + text[1:], _NOT_THERE)
    order = np.argsort(wanted, kind="stable")
    first = np.searchsorted(wanted[order], found)
    last = np.searchsorted(wanted[order], found, "right")
    counts = last - first
    at = np.repeat(np.arange(len(found)), counts)
    steps = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
    return at, order[np.repeat(first, counts) + steps]


def _fullest(offsets: Ints, room: int) -> int:
    """The offset that has the most others within `room`."""
    ordered = np.sort(offsets)
    inside = np.searchsorted(ordered, ordered + room, "right") - np.searchsorted(
        ordered, ordered - room
    )
    return int(ordered[int(inside.argmax())])


def _snippet(text: str, place: _Place) -> Snippet:
    """The passage as the text has it, cut where it is long; its words found are marked."""
    tokens = list(islice(analysis.tokens(text), place.first, place.last + 1))
    start = tokens[0].start
    held = (place.held - place.first).tolist()
    marks: list[Span] = []
    for token in (tokens[i] for i in held):
        if token.end - start > _SHOWN:
            break
        if marks and text[start + marks[-1].end : token.start].isspace():
            marks[-1] = Span(marks[-1].start, token.end - start)
        else:
            marks.append(Span(token.start - start, token.end - start))
    end = min(tokens[-1].end, start + _SHOWN)
    return Snippet(text[start:end].replace("\n", " "), tuple(marks), start)
