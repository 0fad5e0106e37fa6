"""Tasks as hits: which tasks of which reports hold a query's words.

Runs on the streams of words that phrases run on: the tasks of the reports in question are numbered
on end, and what matches is decided as for reports. A document's number is looked for as the words
that it is written with.
"""

from typing import NamedTuple

import numpy as np

from archive.errors import ArchiveDamaged, UnknownReport
from archive.report import Span
from search.answer import Note, Page, Sort, TaskAnswer, TaskHit
from search.cover import Cover
from search.document import Source
from search.freshness import lift
from search.postings import Floats, Ints
from search.query import Atom, Clause, Days, Filter, Phrase, Query, Reference, Word, words_of
from search.ranking import Ranker, beginnings, neighbours
from search.segment import Stream
from search.snapshot import Mask
from search.snippets import Matcher

_BREAK = np.uint64(0)


class TaskMatches(NamedTuple):
    """Tasks, best first: the document, the task's place in it from 0, and its score."""

    documents: Ints
    places: Ints
    scores: Floats
    notes: tuple[Note, ...]


class _Tasks(NamedTuple):
    """The words of many documents' tasks, the task each word belongs to, and each one's owner."""

    words: Stream
    tasks: Ints
    owners: Ints
    places: Ints


def answer_tasks(ranker: Ranker, reports: Source, query: Query, page: Page) -> TaskAnswer:
    """A page of the tasks that answer `query`, as `Index.search_tasks` gives it."""
    snapshot = ranker.snapshot
    inside = snapshot.live
    for facet, chosen in page.selection.chosen.items():
        inside = inside & ranker.mask(facet, chosen)
    found = find_tasks(ranker, query, inside, sort=page.sort)
    matcher = Matcher(query)
    hits = []
    for i in range(page.offset, min(page.offset + page.limit, len(found.documents))):
        number, place = int(found.documents[i]), int(found.places[i])
        try:
            tasks = reports.get(snapshot.ids[number]).tasks[place : place + 1]
        except (ArchiveDamaged, UnknownReport):
            continue
        shown = snapshot.shown(number)
        hits += [
            TaskHit(
                id=snapshot.ids[number],
                ordinal=task.ordinal,
                text=task.text,
                highlights=tuple(Span(m.start, m.end) for m in matcher.matches(task.text)),
                score=round(float(found.scores[i]), 4),
                body=shown["body"],
                period_planned=shown["period_planned"],
            )
            for task in tasks
        ]
    total, notes = len(found.documents), (*query.notes, *found.notes)
    return TaskAnswer(query=query.text, total=total, hits=tuple(hits), notes=notes)


def find_tasks(
    ranker: Ranker, query: Query, inside: Mask, *, sort: Sort = "relevance"
) -> TaskMatches:
    """The tasks in the documents of `inside` that answer `query`; filters hold for the report."""
    mask = inside & (ranker.snapshot.sizes["tasks"] > 0)
    wanted = []
    for clause in query.clauses:
        if all(isinstance(atom, Filter | Days) for atom in clause.atoms):
            held = ranker.clause(clause).held()
            mask &= ~held if clause.negated else held
        else:
            wanted.append(clause)
    tasks = _tasks_of(ranker, np.flatnonzero(mask))
    count = len(tasks.owners)
    answering, scores = np.ones(count, np.bool_), np.zeros(count, np.float32)
    cover = Cover(count)
    for clause in wanted:
        found = _having(clause, tasks)
        rarity = ranker.rarity(len(found), count)
        if clause.negated:
            answering[found] = False
            continue
        scores[found] += rarity
        held = np.zeros(count, np.bool_)
        held[found] = True
        cover.add(clause, held, len(found), rarity)
        if not clause.free:
            answering &= held
    plain = [clause for clause in wanted if clause.free]
    for pair in neighbours(plain):
        found = _having(Clause((Phrase(pair),)), tasks)
        scores[found] += ranker.rarity(len(found), count)
    if plain:
        answering &= cover.enough(
            answering, ranker.weights.few, ranker.weights.steep, question=query.is_question
        )
    lengths = np.bincount(tasks.tasks, minlength=count) if count else np.empty(0, np.int64)
    scores /= 1 + 0.1 * np.log1p(lengths)  # of two tasks with the same words the shorter is first
    if sort == "fresh":
        scores *= lift(ranker.snapshot.days)[tasks.owners]
    chosen = np.flatnonzero(answering)
    days = ranker.snapshot.days[tasks.owners[chosen]]
    keys = (-scores[chosen], -days) if sort == "date" else (-days, -scores[chosen])
    order = chosen[np.lexsort((chosen, *keys))]
    return TaskMatches(tasks.owners[order], tasks.places[order], scores[order], cover.notes())


def _tasks_of(ranker: Ranker, documents: Ints) -> _Tasks:
    """Every task of `documents`; breaks part them in the stream."""
    words, owners = ranker.snapshot.streams(documents)
    inside = np.flatnonzero(ranker.inside("tasks", np.arange(len(words)), owners))
    words, owners = words[inside], owners[inside]
    ends = words == _BREAK
    numbers = np.cumsum(ends) - ends
    task_owners = owners[ends]
    first = np.searchsorted(task_owners, task_owners)
    return _Tasks(words, numbers, task_owners, np.arange(len(task_owners)) - first)


def _having(clause: Clause, tasks: _Tasks) -> Ints:
    """The tasks that have one of the clause's atoms, ascending."""
    if clause.part in ("title", "text"):
        return np.empty(0, np.int64)
    found = np.zeros(len(tasks.words), np.bool_)
    for atom in clause.atoms:
        for words in _written(atom):
            held = beginnings(tasks.words, Phrase(words))
            found[: len(held)] |= held
    return np.unique(tasks.tasks[found])


def _written(atom: Atom) -> list[tuple[Word, ...]]:
    """The words side by side that `atom` can be written with."""
    match atom:
        case Word():
            return [(atom,), *(words_of(" ".join(form), exact=True) for form in atom.also)]
        case Phrase(words):
            return [words]
        case Reference(term):
            return [words_of(term)]
        case _:
            return []
