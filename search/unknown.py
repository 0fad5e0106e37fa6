"""What a query asks the archive for by name, and no report has: a body, a document, a period."""

from collections.abc import Iterator

from search import facets
from search.answer import Note, Selection
from search.clauses import Clause, Filter, Query, Reference
from search.ranking import Ranker


def unknown(ranker: Ranker, query: Query, selection: Selection) -> Iterator[Note]:
    """A note for each name or value, asked for in a field, by number or chosen, that no report of a
    filled archive has, whatever else is asked.
    """
    if not ranker.snapshot.live.any():
        return
    chosen = (one for wanted in facets.filters(selection).values() for one in wanted)
    clauses = (*query.clauses, *(Clause((one,)) for one in chosen))
    for clause in clauses:
        asked = clause.atoms[0]
        if clause.negated or not isinstance(asked, Filter | Reference):
            continue
        if not ranker.clause(clause).held()[ranker.snapshot.live].any():
            facet = asked.facet if isinstance(asked, Filter) else "directive"
            yield Note(f"no-{facet}", {"value": asked.written})
