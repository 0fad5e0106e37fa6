"""Why a report answers a query: what each word, pair of neighbours, phrase and filter gives it."""

from archive import vietnamese
from search import analysis
from search.answer import Explanation, Part, Reason
from search.query import Atom, Clause, Days, Filter, Phrase, Query, Reference, Word
from search.ranking import Ranker, neighbours
from search.segment import PARTS

_KINDS = {Word: "word", Phrase: "phrase", Reference: "document", Filter: "filter", Days: "filter"}


def explain(ranker: Ranker, query: Query, number: int) -> Explanation:
    """Why document `number` of the ranker's snapshot answers `query`."""
    title = str(ranker.snapshot.shown(number)["title"] or "")
    held = dict.fromkeys(analysis.terms(vietnamese.nfc(f"{title}\n{ranker.snapshot.text(number)}")))
    reasons, missing = [], []
    for clause in query.clauses:
        if clause.negated:
            continue
        found = [_reason(ranker, clause, atom, number, held) for atom in clause.atoms]
        if best := max(filter(None, found), key=lambda reason: reason.weight, default=None):
            reasons.append(best)
        elif clause.free:
            missing.append(_typed(clause.atoms[0]))
    for first, second in neighbours([clause for clause in query.clauses if clause.free]):
        weight = ranker.weights.pairs * ranker.pair(first, second).at(number)
        if weight:
            typed = f"{first.term} {second.term}"
            reasons.append(Reason("pair", typed, (), (), round(weight, 4)))
    score = round(sum(reason.weight for reason in reasons), 4)
    return Explanation(ranker.snapshot.ids[number], score, tuple(reasons), tuple(missing))


def _reason(
    ranker: Ranker, clause: Clause, atom: Atom, number: int, held: dict[str, None]
) -> Reason | None:
    """What `atom` gives the document; None where it does not have it."""
    found = ranker.scored(atom, clause.part)
    if not found.has(number):
        return None
    forms: tuple[str, ...] = ()
    parts: tuple[Part, ...] = (clause.part,) if clause.part else ()
    if isinstance(atom, Word):
        also = (" ".join(form) for form in atom.also if all(term in held for term in form))
        forms = (*(term for term in held if atom.means(term)), *also)
        parts = parts or _parts(ranker, atom, number)
    weight = round(found.at(number), 4)
    return Reason(_KINDS[type(atom)], _typed(atom), forms, parts, weight)  # type: ignore[arg-type] # one of its values


def _parts(ranker: Ranker, word: Word, number: int) -> tuple[Part, ...]:
    """Where the document has the word as it was typed."""
    having = {
        part
        for part, field, term in ranker.places(word)
        if number in ranker.snapshot.postings(field, term).documents
    }
    return tuple(part for part in PARTS if part in having)


def _typed(atom: Atom) -> str:
    """The piece of the query, as terms."""
    match atom:
        case Word(term) | Reference(term):
            return term
        case Phrase(words):
            return " ".join(word.term for word in words)
        case Filter(facet, values, phrase):
            named = _typed(phrase) if phrase else " ".join(values)
            return f"{facet}:{named}"
        case Days(first, end):
            return f"{first}..{end}"
