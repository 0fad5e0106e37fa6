"""How like two tasks are: the words they share, weighted by how rare each is, and the documents.

Each task is scored against the whole other list at once, by the terms that it has, so that 500
tasks against 500 take a fraction of a second.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from archive.comparing.keys import fullness, parts, same_directive
from archive.comparing.phrases import phrases
from archive.comparing.rarity import Rarity, known
from archive.comparing.slots import Slot, congress_terms
from archive.comparing.wording import Word, Wording
from archive.registry import load
from archive.vietnamese import level

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_DIRECTIVE = 2.4  # a shared document weighs as much as this many of the rarest words
_HEAD = 1.5  # a word of the first clause, which names the topic, weighs so much more
_PAIR = 0.35  # two words that stand together, beside what each weighs alone
_TARGET = 2.0  # what a task opens with: what is done and what is counted, whatever the number
_TOPIC = 1.5  # the topic that a phrase tells
_EVIDENCE = 1.5  # rarest words that a task is taken to have beside its own: short ones prove little
_COMMON, _RARE = 0.7, 1.3  # what a word that every task has weighs, and one that none has
_LEAD = 40  # a speaker is named within so many words
_CLAUSE_END = re.compile(r"[;.](?=\s)")
_NO_WORD = re.compile(r"[#+№]")
_ROMAN = re.compile(r"[ivxl]+")

Term = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a task is about: its words, pairs of neighbours ("+" between them), targets ("№" in the
    place of their number) and topics ("#" before them) with the weight of each, the documents it
    rests on, and the terms of the congresses it names.
    """

    terms: dict[str, float]
    documents: frozenset[str]
    congresses: frozenset[Term] = frozenset()

    @property
    def words(self) -> set[str]:
        """The terms that are single words."""
        return {term for term in self.terms if not _NO_WORD.search(term)}

    @property
    def aim(self) -> str | None:
        """The first target."""
        return next((term for term in self.terms if "№" in term), None)

    @property
    def matters(self) -> frozenset[str]:
        """The topics and documents."""
        return self.documents | {term for term in self.terms if term[0] == "#"}


def profile(task: Wording, slots: Sequence[Slot]) -> Profile:
    """The profile of `task`; its figures, dates and citations are not among the terms."""
    head = _head_end(task.text)
    terms: dict[str, float] = {}

    def add(term: str, weight: float, start: int) -> None:
        weight *= _HEAD if start < head else 1.0
        terms[term] = max(terms.get(term, 0.0), weight)

    for term, weight, start in _told(task, _silent(task.words, slots)):
        if "№" not in term or start < head:
            add(term, weight, start)
    for name, start in _topics(task.words):
        add(f"#{name}", _TOPIC, start)
    documents = frozenset(slot.value for slot in slots if slot.kind == "directive")
    return Profile(terms, documents, congress_terms(task.text))


def _told(task: Wording, silent: set[int]) -> Iterator[tuple[str, float, int]]:
    """The words that are not `silent`, pairs of them and targets; their weights and places."""
    before, before_weight = "", 0.0
    asked = ""  # the word before a number
    for word, start in task.joined():
        if start in silent or not word[0].isalpha() or _ROMAN.fullmatch(word):
            asked = before if word.isdigit() and start not in silent else ""
            before = ""
            continue
        weight = _weights().get(word, 1.0)
        if not weight:
            asked = ""
            continue
        yield word, weight, start
        if asked:
            yield f"{asked}№{word}", _TARGET, start
        if before:
            yield f"{before}+{word}", _PAIR * min(weight, before_weight), start
        before, before_weight, asked = word, weight, ""


def _silent(every: Sequence[Word], slots: Sequence[Slot]) -> set[int]:
    """The places of citations, of the names of bodies, and of what says who speaks."""
    forms = [word.form for word in every]
    found = {at for slot in slots if slot.kind == "directive" for at in range(*slot.span)}
    found.update(range(_speaker_end(every, forms)))
    for k in range(len(every)):
        for word in every[k : k + phrases("organs").longest(forms, k)]:
            found.update(range(*word.span))
    return found


def _speaker_end(every: Sequence[Word], forms: Sequence[str]) -> int:
    """Where the words end that say who asks for the task; 0 where none do."""

    def after(name: str) -> list[int]:
        ends = (k + phrases(name).longest(forms, k) for k in range(min(len(forms), _LEAD)))
        return [end for k, end in enumerate(ends) if k < end < len(forms)]

    said = after("said")
    if not said and forms and phrases("titles").longest(forms, 0):
        said = after("asked")[:1]
    return every[said[-1]].span.start if said else 0


def _topics(every: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """The topics named, and where. "Nghị quyết Đại hội …" is a document: it says nothing of
    holding a congress.
    """
    forms = [word.form for word in every]
    for k, word in enumerate(every):
        if forms[max(0, k - 2) : k] != ["nghị", "quyết"]:
            for name, _ in phrases("topics").at(forms, k):
                yield name, word.span.start


def _head_end(text: str) -> int:
    """Where the first clause of `text` ends, a heading line counted to it."""
    found = _CLAUSE_END.search(text)
    return found.start() if found else len(text)


@cache
def _weights() -> dict[str, float]:
    lists = load("substance")
    table = {level(word): float(lists["common_weight"]) for word in lists["common"]}
    for name in ("generic", "function", "openers"):
        table |= {level(word): 0.0 for word in lists[name]}
    return table


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score[i, j]` is how like task i of A is to task j of B, 0 to 1; `shared`, `size_a`, `size_b`
    the weights behind it: of what both say, and of what each says; `weight` is that of each term.
    """

    score: "Matrix"
    shared: "Matrix"
    size_a: "Matrix"
    size_b: "Matrix"
    weight: Mapping[str, float]


def likeness(a: Sequence[Profile], b: Sequence[Profile], rarity: Rarity | None = None) -> Likeness:
    """Score every task of `a` against every task of `b`."""
    import numpy as np

    same = _identities([key for task in (*a, *b) for key in task.documents])
    rows_a = [_row(task, same) for task in a]
    rows_b = [_row(task, same) for task in b]
    weight = _term_weights(rows_a, rows_b, rarity)
    # A term of one side alone adds to a size, but to nothing that is shared.
    common = {term for row in rows_a for term in row} & {term for row in rows_b for term in row}
    place = {term: i for i, term in enumerate(sorted(common))}
    shared = np.zeros((len(a), len(b)))
    in_b = _by_term(rows_b, place, weight)
    for i, row in enumerate(rows_a):
        own = [term for term in row if term in place]
        weights = np.array([row[term] * weight[term] for term in own])
        told = in_b[np.array([place[term] for term in own], dtype=int)]
        # What both share counts with the mean of the two weights.
        shared[i] = (weights @ (told > 0) + told.sum(axis=0)) / 2
    # That one side alone sets a target says nothing against its being the same task.
    size_a, size_b = (
        np.array(
            [
                math.fsum(own * weight[term] for term, own in row.items() if _counts(term, place))
                for row in rows
            ]
        )
        for rows in (rows_a, rows_b)
    )
    evidence = _EVIDENCE * math.log(1 + max(len(a), len(b), 1))
    dice = 2 * shared / (size_a[:, None] + size_b[None, :] + evidence)
    inside = shared / (np.minimum(size_a[:, None], size_b[None, :]) + evidence)
    score = np.minimum(0.65 * dice + 0.35 * inside, 1.0)
    for i, ours in _congresses(a):
        for j, theirs in _congresses(b):
            if _overlap(ours, theirs):
                score[i, j] = 0.0
    return Likeness(score, shared, size_a, size_b, weight)


def _congresses(tasks: Sequence[Profile]) -> list[tuple[int, Collection[Term]]]:
    return [(number, task.congresses) for number, task in enumerate(tasks) if task.congresses]


def _overlap(one: Collection[Term], other: Collection[Term]) -> bool:
    """Do the terms of two congresses overlap? Then neither is the other, nor the one that follows:
    Party cells have other terms than those above them.
    """
    return all(x != y and x[0] < y[1] and y[0] < x[1] for x in one for y in other)


def _counts(term: str, place: Mapping[str, int]) -> bool:
    return "№" not in term or term in place


def _row(task: Profile, same: dict[str, str]) -> dict[str, float]:
    return {**task.terms, **{f"§{same[key]}": _DIRECTIVE for key in task.documents}}


def _by_term(
    rows: Sequence[dict[str, float]], place: dict[str, int], weight: dict[str, float]
) -> "Matrix":
    """What each term that has a `place` weighs in each of `rows`."""
    import numpy as np

    matrix = np.zeros((len(place), len(rows)))
    for j, row in enumerate(rows):
        for term, own in row.items():
            if term in place:
                matrix[place[term], j] = own * weight[term]
    return matrix


def _term_weights(
    a: Sequence[dict[str, float]], b: Sequence[dict[str, float]], rarity: Rarity | None
) -> dict[str, float]:
    """How much a term tells: by how many tasks of its commoner side have it, so that standing on
    both sides makes no term common; and a word by its `rarity` in tasks at large (else as the
    registry counted it).
    """
    at_large = known() if rarity is None else rarity
    of = at_large.of
    count_a, count_b = (Counter(term for row in rows for term in row) for rows in (a, b))
    size = max(len(a), len(b), 1)
    weights = {}
    for term in count_a.keys() | count_b.keys():
        weights[term] = math.log(1 + size / max(count_a[term], count_b[term], 1))
        if term[0] not in "§#" and "№" not in term:
            rare = max(map(of, term.split("+"))) if "+" in term else of(term)
            weights[term] *= _COMMON + (_RARE - _COMMON) * rare
    return weights


def _identities(keys: Iterable[str]) -> dict[str, str]:
    """Each key and the key it counts as: one that leaves something out counts as the fullest that
    says more, where all that say more agree.
    """
    by_number: dict[str, list[str]] = {}
    for key in sorted(set(keys)):
        by_number.setdefault(parts(key).number, []).append(key)
    return {key: _fullest(key, alike) for alike in by_number.values() for key in alike}


def _fullest(key: str, others: Sequence[str]) -> str:
    fuller = [other for other in others if same_directive(key, other)]
    agree = all(same_directive(one, fuller[0]) for one in fuller)
    return max(fuller, key=lambda other: (fullness(other), other)) if agree else key
