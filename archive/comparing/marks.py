"""Two wordings marked word by word: what both say, what went, what came, what took whose place.

Whole words in few blocks, as a person would mark them: case, tone placement, NFC, punctuation,
wrapping and list marks make no difference, and a lone particle between two changes does not cut
them apart. Rare words and runs that both texts have anchor the comparison; only between them
every word is compared with every other, so that long texts stay quick.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, zip_longest
from typing import Literal

from archive.comparing.order import longest_run
from archive.comparing.wording import Wording
from archive.registry import load
from archive.report import Span
from archive.vietnamese import level

Op = Literal["same", "removed", "added", "changed"]

_ANCHORS = (4, 2, 1)  # lengths of the runs of words that anchor, longest first
_RARE = 8  # a run that stands more often tells too little of its place to be an anchor
_ISLAND = 3  # at most so many syllables that both sides share are given up between changes,
_SEA = 5  # each for so many that changed
_SMALL = 40_000  # compare each word with each other in blocks of at most so many pairs


@dataclass(frozen=True, slots=True)
class Mark:
    """A block of both texts: `a` and `b` are its spans, None where a side has none of it."""

    op: Op
    a: Span | None
    b: Span | None


@dataclass(slots=True)
class _Run:
    """Words a to a_end of one side stand for words b to b_end of the other; `same` or not."""

    a: int
    a_end: int
    b: int
    b_end: int
    same: bool


def word_marks(a: str, b: str) -> tuple[Mark, ...]:
    """The blocks of `a` and `b` in order; on each side their spans cover the text without gaps."""
    return marks(Wording.of(a), Wording.of(b))


def marks(a: Wording, b: Wording) -> tuple[Mark, ...]:
    """What `word_marks` says of texts that have been looked at before."""
    forms_a, forms_b = [word.form for word in a.words], [word.form for word in b.words]
    runs = _filled(_equal_runs(forms_a, forms_b), len(forms_a), len(forms_b))
    if len(runs) > 1:
        runs = _merged(_whole(runs, a.inner, b.inner), forms_a)
    return _spanned(a, b, runs)


# ---- which words are the same


def _equal_runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs of equal words as (place in a, place in b, length), in order on both sides."""
    found: list[tuple[int, int, int]] = []
    todo = [(0, len(a), 0, len(b), 0)]
    while todo:
        low_a, high_a, low_b, high_b, anchor = todo.pop()
        start = low_a
        while low_a < high_a and low_b < high_b and a[low_a] == b[low_b]:
            low_a, low_b = low_a + 1, low_b + 1
        if low_a > start:
            found.append((start, low_b - (low_a - start), low_a - start))
        end = high_a
        while low_a < high_a and low_b < high_b and a[high_a - 1] == b[high_b - 1]:
            high_a, high_b = high_a - 1, high_b - 1
        if end > high_a:
            found.append((high_a, high_b, end - high_a))
        if low_a == high_a or low_b == high_b:
            continue
        if (high_a - low_a) * (high_b - low_b) <= _SMALL:
            found += _matched(a, b, (low_a, high_a, low_b, high_b))
        elif anchor < len(_ANCHORS):
            todo += _between_anchors(a, b, (low_a, high_a, low_b, high_b), anchor)
    return sorted(found)


def _matched(
    a: Sequence[str], b: Sequence[str], block: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int]]:
    low_a, high_a, low_b, high_b = block
    matcher = SequenceMatcher(None, a[low_a:high_a], b[low_b:high_b], autojunk=False)
    for match in matcher.get_matching_blocks():
        if match.size:
            yield low_a + match.a, low_b + match.b, match.size


def _between_anchors(
    a: Sequence[str], b: Sequence[str], block: tuple[int, int, int, int], anchor: int
) -> list[tuple[int, int, int, int, int]]:
    """The block cut at the runs that stand equally often on both sides; uncut, its next anchors."""
    low_a, high_a, low_b, high_b = block
    length = _ANCHORS[anchor]
    places_a, places_b = _places(a, low_a, high_a, length), _places(b, low_b, high_b, length)
    shared = sorted(
        pair
        for run in places_a.keys() & places_b.keys()
        if len(places_a[run]) == len(places_b[run]) <= _RARE
        for pair in zip(places_a[run], places_b[run], strict=True)
    )
    cuts = [shared[k] for k in longest_run([place for _, place in shared])]
    edges = [(low_a, low_b), *cuts, (high_a, high_b)]
    following = anchor if cuts else anchor + 1
    return [(x, x_end, y, y_end, following) for (x, y), (x_end, y_end) in pairwise(edges)]


def _places(
    forms: Sequence[str], low: int, high: int, length: int
) -> dict[tuple[str, ...], list[int]]:
    """Where each run of `length` words stands."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(low, high - length + 1):
        places.setdefault(tuple(forms[place : place + length]), []).append(place)
    return places


# ---- blocks a person can read


def _filled(equal: Sequence[tuple[int, int, int]], end_a: int, end_b: int) -> list[_Run]:
    """The equal runs and, between them, what differs; neighbours of one sort joined."""
    runs: list[_Run] = []
    at_a = at_b = 0
    for x, y, length in [*equal, (end_a, end_b, 0)]:
        if x > at_a or y > at_b:
            runs.append(_Run(at_a, x, at_b, y, same=False))
        if length:
            if runs and runs[-1].same:
                runs[-1].a_end, runs[-1].b_end = x + length, y + length
            else:
                runs.append(_Run(x, x + length, y, y + length, same=True))
        at_a, at_b = x + length, y + length
    return runs


def _whole(runs: Sequence[_Run], inner_a: frozenset[int], inner_b: frozenset[int]) -> list[_Run]:
    """The runs, each change grown over the rest of the words that it would cut apart."""

    def cuts(changed: _Run, a: int, b: int) -> bool:
        return (changed.a < changed.a_end and a in inner_a) or (
            changed.b < changed.b_end and b in inner_b
        )

    for left, right in pairwise(runs):
        if left.same:
            while left.a < left.a_end and cuts(right, right.a, right.b):
                left.a_end, left.b_end = left.a_end - 1, left.b_end - 1
                right.a, right.b = right.a - 1, right.b - 1
        else:
            while right.a < right.a_end and cuts(left, left.a_end, left.b_end):
                left.a_end, left.b_end = left.a_end + 1, left.b_end + 1
                right.a, right.b = right.a + 1, right.b + 1
    return [run for run in runs if run.a < run.a_end or run.b < run.b_end]


def _merged(runs: Sequence[_Run], forms: Sequence[str]) -> list[_Run]:
    """Changes joined over what both sides share between them, where that is too little to read."""
    joined: list[_Run] = []
    for k, run in enumerate(runs):
        between = run.same and 0 < k < len(runs) - 1
        if between and _too_little(run, joined[-1], runs[k + 1], forms):
            run.same = False
        if joined and joined[-1].same == run.same:
            joined[-1].a_end, joined[-1].b_end = run.a_end, run.b_end
        else:
            joined.append(run)
    return joined


def _too_little(run: _Run, before: _Run, after: _Run, forms: Sequence[str]) -> bool:
    """Is the equal `run` no more than particles, or a word or two between long changes?"""
    between = forms[run.a : run.a_end]
    if any(form[0].isdigit() for form in between):
        return False
    telling = sum(form not in _particles() for form in between)
    changed = [max(r.a_end - r.a, r.b_end - r.b) for r in (before, after)]
    return telling <= _ISLAND and telling * 3 <= min(changed) and telling * _SEA <= sum(changed)


@cache
def _particles() -> frozenset[str]:
    entries = load("substance")["function"]
    return frozenset(word for entry in entries for word in [level(entry)] if " " not in word)


# ---- words to spans


def _spanned(a: Wording, b: Wording, runs: Sequence[_Run]) -> tuple[Mark, ...]:
    """The runs as spans: what stands between words goes to the equal block beside it."""
    if not runs:
        whole_a, whole_b = (Span(0, len(side.text)) if side.text else None for side in (a, b))
        same = bool(whole_a) == bool(whole_b)
        return (_mark(whole_a, whole_b, same=same),) if whole_a or whole_b else ()
    spans_a = _cover(a, [(run.a, run.a_end, run.same) for run in runs])
    spans_b = _cover(b, [(run.b, run.b_end, run.same) for run in runs])
    return tuple(
        _mark(span_a, span_b, same=run.same)
        for run, span_a, span_b in zip(runs, spans_a, spans_b, strict=True)
    )


def _mark(a: Span | None, b: Span | None, *, same: bool) -> Mark:
    if same:
        return Mark("same", a, b)
    return Mark("added" if a is None else "removed" if b is None else "changed", a, b)


def _cover(side: Wording, runs: Sequence[tuple[int, int, bool]]) -> list[Span | None]:
    """The spans of the runs of one side, touching one another from its start to its end."""
    length, of = len(side.text), side.words
    filled = [k for k, (low, high, _) in enumerate(runs) if high > low]
    spans: list[Span | None] = [None] * len(runs)
    if not filled:
        spans[0] = Span(0, length) if length else None
    at = 0
    for k, after in zip_longest(filled, filled[1:]):
        _, high, same = runs[k]
        if after is None:
            end = length
        else:
            end = of[runs[after][0]].span.start if same else of[high - 1].span.end
        spans[k] = Span(at, end)
        at = end
    return spans
