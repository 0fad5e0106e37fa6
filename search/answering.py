"""What was asked to an answer: matches, facets, order, folding, passages and notes put together."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from search import facets
from search.answer import Answer, Hit, Note, Page, Snippet
from search.clauses import Query
from search.cover import as_question
from search.folding import Folded, fold
from search.freshness import lift
from search.postings import Ints
from search.query import parse
from search.ranking import Matches, Ranker, best
from search.snapshot import Mask, Snapshot
from search.snippets import Matcher, snippets
from search.suggesting import suggest
from search.unknown import unknown

Passages = Callable[[int], tuple[Snippet, ...]]
"""The passages that show why a document answers."""

_PASTED = 12  # words; who types more has mostly pasted a passage, which `Index.quote` looks for


def answer(ranker: Ranker, typed: str, page: Page, *, typing: bool) -> Answer:
    """The answer to what was `typed`, as `Index.search` gives it."""
    query = ranker.understood(parse(typed, typing=typing))
    matches = ranker.matches(query)
    passages = partial(_passages, ranker, query, Matcher(query))
    answered = laid_out(ranker, typed, matches, page, passages)
    notes = (*query.notes, *unknown(ranker, query, page.selection), *matches.notes)
    words = sum(clause.free for clause in query.clauses)
    if words > _PASTED and not query.is_question:
        notes += (Note("long-query", {"words": words}),)
    if answered.total:
        notes += as_question(query, ranker.weights.few)
    if not typing and (not answered.total or matches.notes):
        other = suggest(ranker, query, 0 if matches.notes else int(np.count_nonzero(matches.mask)))
        notes += (Note("did-you-mean", {"query": other}),) if other else ()
    return replace(answered, notes=notes)


def laid_out(
    ranker: Ranker, asked: str, matches: Matches, page: Page, passages: Passages
) -> Answer:
    """A page of the documents that answer what was `asked`, whatever way it was."""
    snapshot = ranker.snapshot
    selection = page.selection
    chosen = ranker.chosen(selection)
    counts = facets.count(snapshot, matches.mask, chosen, selection)
    listed = matches.mask
    for mask in chosen.values():
        listed = listed & mask
    total = int(np.count_nonzero(listed))
    scores = matches.scores
    if page.sort == "fresh":
        scores = scores * lift(snapshot.days)
    by_date = page.sort == "date" or not scores.any()
    ranked = scores
    if matches.whole is not None:  # the others after them all
        ranked = np.where(matches.whole, scores, scores - scores.max(initial=0) - 1)

    def first(count: int, among: Mask) -> Ints:
        return best(among, ranked, snapshot.days, by_date=by_date, count=count)

    if page.folded:
        shown, count = _folded(snapshot, listed, page, first)
    else:
        order = first(page.offset + page.limit, listed)
        shown, count = Folded(order[page.offset :], {}), total
    return Answer(
        query=asked,
        total=total,
        hits=tuple(
            Hit(
                id=snapshot.ids[number],
                score=round(float(scores[number]), 4),
                snippets=passages(number),
                others=tuple(snapshot.ids[other] for other in shown.others.get(number, ())),
                **snapshot.shown(number),
            )
            for number in shown.leaders.tolist()
        ),
        facets=counts,
        notes=matches.notes,
        listed=count,
    )


def _folded(
    snapshot: Snapshot, listed: Mask, page: Page, first: Callable[[int, Mask], Ints]
) -> tuple[Folded, int]:
    """A page of the `listed` documents, one for each event, and how many events there are.

    `first` gives so many of a mask in order. Only the events up to the page's end are put in order:
    sorting everything would take longer than finding it.
    """
    events, wanted = snapshot.events, page.offset + page.limit
    repeated = snapshot.repeated[listed[snapshot.repeated]]
    alone = int(np.count_nonzero(listed)) - len(repeated)
    count = alone + len(np.unique(events[repeated]))
    enough = min(wanted, count)
    order = first(wanted, listed)
    while len(np.unique(events[order])) < enough:
        order = first(4 * len(order), listed)
    among = np.zeros_like(listed)
    among[order] = True
    among[repeated[np.isin(events[repeated], events[order])]] = True

    def is_original(number: int) -> bool:
        return not snapshot.shown(number)["reprint"]

    return fold(first(len(among), among), events, page.offset, page.limit, is_original)[0], count


def _passages(ranker: Ranker, query: Query, matcher: Matcher, number: int) -> tuple[Snippet, ...]:
    """The passages of a document for `query`: kept, as another order or facet asks again."""
    if not matcher:
        return ()

    def find() -> tuple[Snippet, ...]:
        title = ranker.snapshot.shown(number)["title"] or ""
        return snippets(matcher, ranker.snapshot.text(number), title=title)

    return ranker.passages.get((query.clauses, number), find)
