"""What was typed to an answer: matches, facets, order, folding, passages and notes put together."""

from dataclasses import replace

import numpy as np

from search import facets
from search.answer import Answer, Hit, Note, Selection, Snippet, Sort
from search.folding import Folded, fold
from search.query import Query, parse
from search.ranking import Ranker, best
from search.snippets import Matcher, snippets
from search.suggesting import suggest


def answer(
    ranker: Ranker,
    typed: str,
    selection: Selection,
    sort: Sort,
    limit: int,
    offset: int,
    typing: bool,
    folded: bool,
) -> Answer:
    """The answer to what was `typed`, as `Index.search` gives it."""
    snapshot = ranker.snapshot
    query = parse(typed, typing=typing)
    matches = ranker.matches(query)
    chosen = {facet: ranker.mask(facet, values) for facet, values in selection.chosen.items()}
    counts = facets.count(snapshot, matches.mask, chosen, selection)
    listed = matches.mask
    for mask in chosen.values():
        listed = listed & mask
    notes = (*query.notes, *matches.notes)
    total = int(np.count_nonzero(listed))
    if not typing and (not total or matches.notes):
        other = suggest(ranker, query, 0 if matches.notes else int(np.count_nonzero(matches.mask)))
        notes += (Note("did-you-mean", {"query": other}),) if other else ()
    by_date = sort == "date" or not matches.scores.any()
    wanted = snapshot.size if folded else offset + limit
    order = best(listed, matches.scores, snapshot.days, by_date=by_date, count=wanted)
    page, count = Folded(order[offset:], {}), total
    if folded:
        page, count = fold(order, snapshot.events, offset, limit)
    matcher = Matcher(query)
    return Answer(
        query=typed,
        total=total,
        hits=tuple(
            replace(
                _hit(ranker, number, float(matches.scores[number]), query, matcher),
                others=tuple(snapshot.ids[other] for other in page.others.get(number, ())),
            )
            for number in page.leaders.tolist()
        ),
        facets=counts,
        notes=notes,
        listed=count,
    )


def _hit(ranker: Ranker, number: int, score: float, query: Query, matcher: Matcher) -> Hit:
    snapshot = ranker.snapshot
    passages: tuple[Snippet, ...] = ()
    if matcher:
        # A facet chosen or another order asks for the same passages again.
        passages = ranker.passages.get(
            (query.clauses, number), lambda: snippets(matcher, snapshot.text(number))
        )
    return Hit(
        id=snapshot.ids[number],
        score=round(score, 4),
        snippets=passages,
        **snapshot.shown(number),
    )
