"""More like this: the reports most like one, or like one of its tasks.

What a report is about is told best by its neighbouring words: in Vietnamese most words are two
syllables. Its rarest and most repeated pairs are asked for, and beside them the documents that it
cites and its body, each worth its rarity. How alike another report is, is its share of what the
report itself scores.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

import numpy as np

from archive.errors import UnknownReport
from archive.report import Report
from search import analysis
from search.answer import Facet, Snippet
from search.answering import Passages
from search.inverting import PAIRS
from search.postings import Floats
from search.ranking import Matches, Ranker
from search.shared import Shared
from search.snippets import passages

_MOST_PAIRS = 60
_LEAST = 0.08  # of likeness; below it reports have no more in common than any two
_K1 = 1.2


class Sample(NamedTuple):
    """What reports are to be like: a text, the documents it cites, the body it is about."""

    text: str
    directives: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Like(NamedTuple):
    """The reports like another, and the passages that show it."""

    matches: Matches
    passages: Passages


def sample_of(report: Report, task: int | None = None) -> Sample:
    """A report, or its task of this ordinal, as what others are to be like.

    Raises UnknownReport (`no-task`) where it has no such task.
    """
    if task is None:
        cited = tuple(directive.key for directive in report.directives)
        text = f"{report.title or ''}\n{report.text}"
        return Sample(text, cited, (report.body,) if report.body else ())
    for one in report.tasks:
        if one.ordinal == task:
            return Sample(one.text, one.directives)
    raise UnknownReport("no-task", ordinal=task, count=len(report.tasks))


def like(ranker: Ranker, sample: Sample, own: int) -> Like:
    """The reports like `sample`, which document `own` holds; that one's event is left out.

    A score is a likeness: 1 for a report that has all that the sample has.
    """
    snapshot = ranker.snapshot
    telling = _telling(ranker, sample.text)
    pairs = dict(islice(telling.items(), _MOST_PAIRS))
    scores = np.zeros(snapshot.size, np.float32)
    for pair, weight in pairs.items():
        ranker.side_by_side(pair).add_to(scores, weight)
    _add_shared(ranker, "directive", sample.directives, scores)
    _add_shared(ranker, "body", sample.bodies, scores)
    whole = float(scores[own])
    likeness = np.minimum(scores / whole, 1) if whole else np.zeros_like(scores)
    same_event = snapshot.events == snapshot.events[own]
    mask = snapshot.live & ~same_event & (likeness >= _LEAST)

    shared = Shared(ranker, telling)

    def shown(number: int) -> tuple[Snippet, ...]:
        text = snapshot.text(number)
        return passages(list(shared.matches(text)), text)

    return Like(Matches(mask, likeness.astype(np.float32)), shown)


def _telling(ranker: Ranker, text: str) -> dict[str, float]:
    """The pairs of `text` and the weight of each, those that tell most first.

    A pair that no other report has finds none.
    """
    counted = Counter(analysis.pairs(analysis.bares(analysis.terms(text))))
    weighed = []
    for pair, count in counted.items():
        frequency = ranker.snapshot.frequency(PAIRS, pair)
        if frequency > 1:
            weight = count * (_K1 + 1) / (_K1 + count)
            weighed.append((weight * ranker.rarity(frequency), weight, pair))
    weighed.sort(key=lambda one: (-one[0], one[2]))
    return {pair: weight for _, weight, pair in weighed}


def _add_shared(ranker: Ranker, facet: Facet, values: Iterable[str], scores: Floats) -> None:
    """Add what each shared value of a facet is worth."""
    column = ranker.snapshot.columns[facet]
    for value in values:
        if value in column.labels:
            documents = column.documents[column.codes == column.labels.index(value)]
            scores[documents] += ranker.rarity(len(documents))
