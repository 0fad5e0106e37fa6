"""Where a query's words stand in a text, and the passages that show it best.

The same analysis as the index reads the text itself, so every highlight lies on original letters.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain, islice, pairwise, takewhile
from operator import or_
from typing import NamedTuple

from archive.report import Span
from search import analysis
from search.abbreviations import Form
from search.answer import Snippet
from search.clauses import Atom, Filter, Phrase, Query, Reference, Word, atoms
from search.designation import designation
from search.furniture import in_text
from search.letters import form_of, letters_of, occurrences
from search.query import words_of

_WIDTH = 190  # letters of a passage
_CORE = 120  # letters that its matches may stretch over
_REACH = 70  # letters looked at for a better beginning of a passage
_MOST_SPANS = 400  # weighed for passages
_TITLE_BY = 2000  # letters from which on no title is looked for
_ENOUGH = 0.6  # of the words of the best passage that a further one shows at least
_SENTENCE_END = re.compile(r"[.;:!?](?=\s)|\n")  # not the sign inside `17:05` or `1.250`
_TERM_WORDS = {"khóa", "khoa"}  # what follows in a key is the congress term


class Match(NamedTuple):
    """A stretch of text and which of the query's words stand in it, by their number."""

    start: int
    end: int
    words: frozenset[int]


class _Numbers(dict[str, int]):
    """Which of the words a piece as written is, by number, -1 for none; remembered.

    `short` numbers terms that stand for several words.
    """

    def __init__(self, words: list[Word], short: dict[str, int]) -> None:
        super().__init__()
        numbered = list(enumerate(words))[::-1]
        whole = [(number, word) for number, word in numbered if not word.prefix]
        self._prefixes = [(number, word) for number, word in numbered if word.prefix]
        self._exact = short | {
            term: number for number, word in whole if word.marked for term in word.terms
        }
        self._bare = {
            bare: number for number, word in whole if not word.marked for bare in word.bare
        }

    def __missing__(self, written: str) -> int:
        term = analysis.term(written)
        number = self._exact.get(term, -1)
        if number < 0:
            number = self._bare.get(analysis.bare(term), -1)
        for other, word in self._prefixes if number < 0 else ():
            if word.means(term):
                number = other
        self[written] = number
        return number


class _Forms:
    """The bare forms of words, each with whether it is a beginning."""

    def __init__(self, wanted: Iterable[tuple[str, bool]]) -> None:
        forms = {(form_of(bare), prefix) for bare, prefix in wanted}
        self._told = sorted((form, prefix) for form, prefix in forms if form)
        # Numbers, and words in other scripts, are looked for piece by piece.
        self._others = any(form is None for form, _ in forms)

    @classmethod
    def of(cls, word: Word) -> "_Forms":
        """The forms of one word."""
        return cls((bare, word.prefix) for bare in word.bare)

    def places(self, text: str, letters: bytes) -> list[tuple[int, int]]:
        """Where in `text` words may stand that have one of the forms, in text order."""
        if self._others:
            return list(analysis.pieces(text))
        found = {
            place
            for form, prefix in self._told
            for place in occurrences(letters, form, prefix=prefix)
        }
        return sorted(found)


class Matcher:
    """Finds one query's words in texts."""

    def __init__(self, query: Query) -> None:
        wanted_atoms = list(atoms(clause for clause in query.clauses if not clause.negated))
        self._words = [atom for atom in wanted_atoms if isinstance(atom, Word)]
        self._sets = [frozenset((number,)) for number in range(len(self._words))]
        phrases = [phrase for atom in wanted_atoms if (phrase := _phrase(atom))]
        numbered = enumerate(phrases, len(self._words))
        self._phrases = [(phrase, frozenset((number,))) for number, phrase in numbered]
        self._references = set(filter(None, map(_reference, wanted_atoms)))
        short: dict[str, int] = {}
        for form, words in _other_forms(self._words).items():
            if "-" in form[0]:
                self._references.add(form[0])
            elif len(form) == 1:
                short[form[0]] = len(self._sets)
                self._sets.append(words)
            else:
                self._phrases.append((Phrase(words_of(" ".join(form), exact=True)), words))
        plain = [None, *query.plain, None]
        self._runs = any(one and other for one, other in pairwise(plain))
        around = zip(plain, plain[1:], plain[2:], strict=False)
        sides = {word for before, word, after in around if word and not (before or after)}
        self._sides = frozenset(n for n, word in enumerate(self._words) if word in sides)
        self._numbers = _Numbers(self._words, short)
        wanted = [(bare, word.prefix) for word in self._words for bare in word.bare]
        self._forms = _Forms((*wanted, *((analysis.bare(form), False) for form in short)))
        self._openings = {phrase: _Forms.of(phrase.words[0]) for phrase, _ in self._phrases}

    def __bool__(self) -> bool:
        return bool(self._words or self._phrases or self._references)

    def matches(self, text: str) -> list[Match]:
        """Every place in NFC `text` with words of the query, in text order, none overlapping.

        Words beside each other are one match. A syllable that stands alone where others of the
        query stand together tells nothing, so it is left out, unless it is one side of an OR.
        """
        letters = letters_of(text)
        found = list(self._single(text, letters)) if self._words else []
        runs = list(_joined(found, text))
        if self._runs and any(len(run.words) > 1 for run in runs):
            runs = [
                run
                for run in runs
                if len(run.words) > 1 or run.words & self._sides or text[run.start].isdigit()
            ]
        others = [*self._in_phrases(text, letters), *self._in_numbers(text)]
        return (
            list(_joined(sorted([*runs, *others], key=lambda m: m.start), text)) if others else runs
        )

    def _single(self, text: str, letters: bytes) -> Iterator[Match]:
        for start, end in self._forms.places(text, letters):
            number = self._numbers[text[start:end]]
            if number >= 0:
                yield Match(start, end, self._sets[number])

    def _in_phrases(self, text: str, letters: bytes) -> Iterator[Match]:
        for phrase, numbers in self._phrases:
            size = len(phrase.words)
            for start, _ in self._openings[phrase].places(text, letters):
                tokens = list(islice(analysis.tokens(text, start), size))
                if len(tokens) == size and all(
                    word.means(token.term) for token, word in zip(tokens, phrase.words, strict=True)
                ):
                    yield Match(start, tokens[-1].end, numbers)

    def _in_numbers(self, text: str) -> Iterator[Match]:
        if self._references:
            short = any("/" not in term for term in self._references)
            tokens = chain(
                analysis.references(text), analysis.short_references(text) if short else ()
            )
            for token in tokens:
                if {token.term, analysis.short(token.term)} & self._references:
                    yield Match(token.start, token.end, frozenset((-1,)))


def _other_forms(words: list[Word]) -> dict[Form, frozenset[int]]:
    """The other forms of names among `words`, and the numbers of the words each stands for."""
    found: dict[Form, frozenset[int]] = {}
    for number, word in enumerate(words):
        for form in word.also:
            found[form] = found.get(form, frozenset()) | {number}
    return found


def _reference(atom: Atom) -> str | None:
    """The number that shows a document in a text."""
    if isinstance(atom, Reference):
        return atom.term
    named = designation(atom.name) if isinstance(atom, Filter) else None
    return named.reference if named else None


def _phrase(atom: Atom) -> Phrase | None:
    """The words side by side that show `atom` in a text: a document by its number alone."""
    if isinstance(atom, Filter) and atom.facet == "directive" and atom.phrase:
        number = takewhile(lambda word: word.term not in _TERM_WORDS, atom.phrase.words)
        return None if _reference(atom) else Phrase(tuple(number))
    return atom if isinstance(atom, Phrase) else None


def _joined(matches: list[Match], text: str) -> Iterator[Match]:
    """The matches with those that touch, or have only a space between, made one."""
    pending: Match | None = None
    for match in matches:
        if pending and (match.start <= pending.end or text[pending.end : match.start] == " "):
            end = max(pending.end, match.end)
            pending = Match(pending.start, end, pending.words | match.words)
            continue
        if pending:
            yield pending
        pending = match
    if pending:
        yield pending


def snippets(
    matcher: Matcher, text: str, most: int = 3, *, title: str = "", further: bool = False
) -> tuple[Snippet, ...]:
    """The passages of `text` that show the query best, at most `most`, in text order."""
    return passages(matcher.matches(text), text, most, title=title, further=further)


def passages(
    matches: list[Match], text: str, most: int = 3, *, title: str = "", further: bool = False
) -> tuple[Snippet, ...]:
    """The passages of `text` that hold most of `matches`, which stand in text order.

    Each shows a word that those chosen before it do not; `further` ones show the words once more.
    A match in the page's furniture, or in the `title`, which is shown beside the passages, is taken
    where there is no other.
    """
    begin = text.find(title, 0, _TITLE_BY) if title else -1
    end = begin + len(title) if begin >= 0 else 0
    told = [match for match in matches if not begin <= match.start < end] if end else matches
    found = list(islice(in_text(told, text), _MOST_SPANS)) or matches[:_MOST_SPANS]
    # Sets of words as bits: many windows are weighed.
    words = [sum(1 << number + 1 for number in match.words) for match in found]
    chosen: list[tuple[int, int]] = []
    seen, best = 0, 0
    while len(chosen) < most and (window := _best_window(found, words, chosen, seen)):
        first, last = window
        inside = reduce(or_, words[first : last + 1])
        best = best or inside.bit_count()
        if not inside & ~seen and not (further and _ENOUGH * best <= inside.bit_count()):
            break
        chosen.append(_widened(text, found[first].start, found[last].end, chosen))
        seen |= inside
    ranked = sorted((stretch, rank) for rank, stretch in enumerate(chosen))
    return tuple(_snippet(text, *stretch, matches, rank) for stretch, rank in ranked)


def _best_window(
    found: list[Match], words: list[int], taken: list[tuple[int, int]], seen: int
) -> tuple[int, int] | None:
    """The matches (first, last) of the passage with most words, new ones first, and most runs."""
    best, best_worth = None, (0, 0.0)
    last = -1
    for first, match in enumerate(found):
        if any(match.start < end and start < match.end for start, end in taken):
            continue
        limit = min([match.start + _CORE, *(start for start, _ in taken if start >= match.end)])
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1].end <= limit:
            last += 1
        inside = words[first : last + 1]
        every = reduce(or_, inside)
        runs = max(map(int.bit_count, inside))
        worth = ((every & ~seen).bit_count(), every.bit_count() + runs + 0.1 * len(inside))
        if worth > best_worth:
            best, best_worth = (first, last), worth
    return best


def _widened(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """A passage around start and end: from a sentence's beginning if it is near, whole words."""
    floor = max([e for _, e in taken if e <= start], default=0)
    ceiling = min([s for s, _ in taken if s >= end], default=len(text))
    left = max(floor, start - _REACH)
    begin = max((mark.end() for mark in _SENTENCE_END.finditer(text, left, start)), default=0)
    if begin <= left and left > floor:
        space = text.find(" ", left, start)
        begin = space + 1 if space >= 0 else start
    begin = max(begin, left)
    stop = min(ceiling, max(end, begin + _WIDTH))
    line = text.find("\n", end, stop)
    if line >= 0:
        stop = line
    elif stop < ceiling:
        space = text.rfind(" ", end, stop)
        stop = max(end, space)
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, stop


def _snippet(text: str, start: int, end: int, found: list[Match], rank: int) -> Snippet:
    shown = text[start:end].replace("\n", " ")
    inside = (m for m in found if start <= m.start and m.end <= end)
    highlights = tuple(Span(m.start - start, m.end - start) for m in inside)
    return Snippet(shown, highlights, start, rank)
