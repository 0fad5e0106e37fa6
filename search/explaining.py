"""Why a report, or a task, answers a query: what each word, pair of neighbours, phrase and filter
gives it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from archive import vietnamese
from archive.errors import UnknownReport
from archive.report import Report
from search import analysis
from search.answer import Explanation, Page, Part, Reason
from search.clauses import (
    Atom,
    Clause,
    Days,
    Filter,
    Phrase,
    Query,
    Reference,
    Word,
    Words,
    atoms,
    plain,
)
from search.designation import holds
from search.freshness import lift
from search.query import words_of
from search.ranking import Ranker, neighbours
from search.segment import PARTS
from search.tasks import find_tasks, is_filter

_KINDS = {
    Word: "word",
    Words: "word",
    Phrase: "phrase",
    Reference: "document",
    Filter: "filter",
    Days: "filter",
}


def explain(ranker: Ranker, query: Query, number: int, page: Page) -> Explanation:
    """Why document `number` of the ranker's snapshot answers `query`, in the order of `page`."""
    title = str(ranker.snapshot.shown(number)["title"] or "")
    held = _terms_of(f"{title}\n{ranker.snapshot.text(number)}")
    wanted = [clause for clause in query.clauses if not clause.negated]
    reasons, missing = _reasons(ranker, wanted, number, held)
    if (told := ranker.told(query)) and told.has(number):
        named = [str(asked.period) for asked in query.times]
        body = ranker.snapshot.shown(number)["body"]
        forms = (str(body),) if body else ()
        typed = " · ".join(dict.fromkeys(named))
        reasons.append(Reason("about", typed, forms, (), round(told.at(number), 4)))
    return _explanation(ranker, number, page, reasons, missing)


def explain_task(
    ranker: Ranker, query: Query, number: int, page: Page, report: Report, ordinal: int
) -> Explanation:
    """Why a task of `report`, which is document `number`, answers `query` in the order of `page`.

    Raises UnknownReport (`no-task`) where the report has no such task.
    """
    found = find_tasks(ranker, query)
    places = (n for n, task in enumerate(report.tasks) if task.ordinal == ordinal)
    place = next(places, -1)
    at = next(iter(np.flatnonzero((found.owners == number) & (found.places == place))), None)
    if at is None:
        raise UnknownReport("no-task", ordinal=ordinal, count=len(report.tasks))
    task = report.tasks[place]
    filters = [c.atoms[0] for c in query.clauses if is_filter(c) and not c.negated]
    reasons = [Reason("filter", _typed(atom), (), (), 0) for atom in filters]
    missing = []
    for clause, tasks, worth, is_pair in found.given:
        weight = round(worth * float(found.shares[at]), 4)
        if at in tasks:
            reason = _of_task(clause, weight, task.text)
            reasons.append(replace(reason, kind="pair") if is_pair else reason)
        elif clause.free and not is_pair:
            missing.append(_typed(clause.atoms[0]))
    explained = _explanation(ranker, number, page, reasons, missing)
    return replace(explained, ordinal=task.ordinal)


def _explanation(
    ranker: Ranker, number: int, page: Page, reasons: list[Reason], missing: list[str]
) -> Explanation:
    """The explanation; that a report is new is a reason of its own where it counts."""
    snapshot = ranker.snapshot
    score = sum(reason.weight for reason in reasons)
    if page.sort == "fresh" and (day := int(snapshot.days[number])):
        weight = round(score * (float(lift(snapshot.days)[number]) - 1), 4)
        reasons = [*reasons, Reason("fresh", str(date.fromordinal(day)), (), (), weight)]
        score += weight
    return Explanation(snapshot.ids[number], round(score, 4), tuple(reasons), tuple(missing))


def _of_task(clause: Clause, weight: float, text: str) -> Reason:
    """What the atom of the clause that a task has gives it."""
    atom = next((atom for atom in clause.atoms if _stands(atom, text)), None)
    if atom is None:  # it names the task's report
        return Reason("about", _typed(clause.atoms[0]), (), (), weight)
    held = _terms_of(text)
    words = (word for word in plain([Clause((atom,))]) if word)
    forms = tuple(form for word in words for form in _forms_of(word, held))
    return Reason(_KINDS[type(atom)], _typed(atom), forms, ("tasks",), weight)  # type: ignore[arg-type] # one of its values


def _stands(atom: Atom, text: str) -> bool:
    match atom:
        case Word():
            return bool(_forms_of(atom, _terms_of(text)))
        case Words(clauses):
            return any(_stands(one, text) for one in atoms(clauses))
        case Phrase():
            return holds(text, atom)
        case Reference(term):
            return holds(text, Phrase(words_of(term)))
        case _:
            return False


def _terms_of(text: str) -> dict[str, None]:
    """The terms of a text, each once."""
    return dict.fromkeys(analysis.terms(vietnamese.nfc(text)))


def _reasons(
    ranker: Ranker, clauses: Sequence[Clause], number: int, held: dict[str, None]
) -> tuple[list[Reason], list[str]]:
    """What each of the clauses, and words side by side, give the document, and what it lacks."""
    reasons, missing = [], []
    for clause in clauses:
        found = [_given(ranker, clause, atom, number, held) for atom in clause.atoms]
        if best := max(filter(None, found), key=_worth, default=None):
            reasons += best
        elif clause.free:
            missing.append(_typed(clause.atoms[0]))
    for first, second in neighbours([clause for clause in clauses if clause.free]):
        weight = ranker.weights.pairs * ranker.pair(first, second).at(number)
        if weight:
            typed = f"{first.term} {second.term}"
            reasons.append(Reason("pair", typed, (), (), round(weight, 4)))
    return reasons, missing


def _worth(reasons: list[Reason]) -> float:
    return sum(reason.weight for reason in reasons)


def _given(
    ranker: Ranker, clause: Clause, atom: Atom, number: int, held: dict[str, None]
) -> list[Reason]:
    """Why `atom` gives the document what it does; nothing where it does not have it."""
    if isinstance(atom, Words):
        together = ranker.scored(atom).has(number)
        return _reasons(ranker, atom.clauses, number, held)[0] if together else []
    reason = _reason(ranker, clause, atom, number, held)
    return [reason] if reason else []


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
        forms = _forms_of(atom, held)
        parts = parts or _parts(ranker, atom, number)
    weight = round(found.at(number), 4)
    return Reason(_KINDS[type(atom)], _typed(atom), forms, parts, weight)  # type: ignore[arg-type] # one of its values


def _forms_of(word: Word, held: dict[str, None]) -> tuple[str, ...]:
    """The terms of a text that `word` found, and the other forms of its name."""
    also = (" ".join(form) for form in word.also if all(term in held for term in form))
    return (*(term for term in held if word.means(term)), *also)


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
        case Words(clauses):
            return " ".join(map(_typed, atoms(clauses)))
        case Phrase(words):
            return " ".join(word.term for word in words)
        case Filter(facet, values, phrase):
            named = _typed(phrase) if phrase else " ".join(values)
            return f"{facet}:{named}"
        case Days(first, end):
            return f"{first}..{end}"
