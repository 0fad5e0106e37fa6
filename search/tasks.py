"""Tasks as hits: which tasks of which reports hold a query's words.

Runs on the streams of words that phrases run on: the tasks of the reports in question are numbered
on end, and what matches is decided as for reports. A document's number is looked for as the words
that it is written with.
"""

from typing import NamedTuple

import numpy as np

from archive.errors import ArchiveDamaged, UnknownReport
from archive.report import Span
from search.answer import Note, Page, Selection, Sort, TaskAnswer, TaskHit
from search.cover import Cover
from search.document import Source
from search.freshness import lift
from search.inverting import word_code
from search.postings import Floats, Ints
from search.query import Atom, Clause, Days, Filter, Phrase, Query, Reference, Word, words_of
from search.ranking import Ranker, beginnings, neighbours
from search.segment import Stream
from search.snapshot import Mask, Snapshot
from search.snippets import Matcher

_BREAK = np.uint64(0)
_LOW, _HIGH = np.uint64(0xFFFFFFFF), np.uint64(32)  # of a word in a stream: as it is, and bare


class Given(NamedTuple):
    """What a `clause`, or a `pair` of neighbouring words, is worth to each of the `tasks` that have
    it, which ascend, before their length counts.
    """

    clause: Clause
    tasks: Ints
    worth: float
    pair: bool = False


class TaskMatches(NamedTuple):
    """Every task that was looked at: the document it is of and its place there, from 0; whether it
    `answers`; the `share` of what is `given` that its length leaves it.
    """

    owners: Ints
    places: Ints
    answers: Mask
    shares: Floats
    given: tuple[Given, ...]
    notes: tuple[Note, ...]

    def scores(self) -> Floats:
        """What each task scores."""
        scores = np.zeros(len(self.owners), np.float32)
        for _, tasks, worth, _ in self.given:
            scores[tasks] += worth
        return scores * self.shares


class _Tasks(NamedTuple):
    """The words of many documents' tasks, the task each word belongs to, and each one's owner."""

    words: Stream
    tasks: Ints
    owners: Ints
    places: Ints


def answer_tasks(ranker: Ranker, reports: Source, query: Query, page: Page) -> TaskAnswer:
    """A page of the tasks that answer `query`, as `Index.search_tasks` gives it."""
    snapshot = ranker.snapshot
    found = find_tasks(ranker, query, page.selection)
    scores = found.scores()
    if page.sort == "fresh":
        scores = scores * lift(snapshot.days)[found.owners]
    order = _ordered(snapshot, found, scores, page.sort)
    matcher = Matcher(query)
    hits = []
    for task_number in order[page.offset : page.offset + page.limit].tolist():
        number, place = int(found.owners[task_number]), int(found.places[task_number])
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
                score=round(float(scores[task_number]), 4),
                body=shown["body"],
                period_planned=shown["period_planned"],
            )
            for task in tasks
        ]
    total, notes = len(order), (*query.notes, *found.notes)
    return TaskAnswer(query=query.text, total=total, hits=tuple(hits), notes=notes)


def is_filter(clause: Clause) -> bool:
    """Is this about the report as a whole?"""
    return all(isinstance(atom, Filter | Days) for atom in clause.atoms)


def _ordered(snapshot: Snapshot, found: TaskMatches, scores: Floats, sort: Sort) -> Ints:
    """The tasks that answer, best or newest first."""
    chosen = np.flatnonzero(found.answers)
    days = snapshot.days[found.owners[chosen]]
    keys = (-scores[chosen], -days) if sort == "date" else (-days, -scores[chosen])
    return chosen[np.lexsort((chosen, *keys))]


def find_tasks(ranker: Ranker, query: Query, selection: Selection) -> TaskMatches:
    """The tasks of the reports inside `selection`, weighed; a query's filters hold for the report.

    A word is worth its rarity among these tasks, however often a task has it.
    """
    mask = ranker.snapshot.live & (ranker.snapshot.sizes["tasks"] > 0)
    for facet, chosen in selection.chosen.items():
        mask &= ranker.mask(facet, chosen)
    wanted = []
    for clause in query.clauses:
        if is_filter(clause):
            held = ranker.clause(clause).held()
            mask &= ~held if clause.negated else held
        else:
            wanted.append(clause)
    tasks = _tasks_of(ranker, np.flatnonzero(mask))
    count = len(tasks.owners)
    answers, cover = np.ones(count, np.bool_), Cover(count)
    given = []
    for clause in wanted:
        found = _having(ranker, clause, tasks)
        held = np.zeros(count, np.bool_)
        held[found] = True
        if clause.negated:
            answers &= ~held
            continue
        given.append(Given(clause, found, ranker.rarity(len(found), count)))
        cover.add(clause, held, len(found), given[-1].worth)
        if not clause.free:
            answers &= held
    plain = [clause for clause in wanted if clause.free]
    for pair in neighbours(plain):
        both = Clause((Phrase(pair),))
        found = _having(ranker, both, tasks)
        given.append(Given(both, found, ranker.rarity(len(found), count), pair=True))
    if plain:
        weights = ranker.weights
        answers &= cover.enough(answers, weights.few, weights.steep, question=query.is_question)
    lengths = np.bincount(tasks.tasks, minlength=count) if count else np.empty(0, np.int64)
    # Of two tasks with the same words the shorter is first.
    shares = (1 / (1 + 0.1 * np.log1p(lengths))).astype(np.float32)
    return TaskMatches(tasks.owners, tasks.places, answers, shares, tuple(given), cover.notes())


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


def _having(ranker: Ranker, clause: Clause, tasks: _Tasks) -> Ints:
    """The tasks that have one of the clause's atoms, ascending."""
    if clause.part in ("title", "text"):
        return np.empty(0, np.int64)
    found = np.zeros(len(tasks.words), np.bool_)
    for atom in clause.atoms:
        if isinstance(atom, Word) and atom.prefix:
            found |= _begun(ranker, atom, tasks.words)
        for words in _written(atom):
            held = beginnings(tasks.words, Phrase(words))
            found[: len(held)] |= held
    return np.unique(tasks.tasks[found])


def _begun(ranker: Ranker, word: Word, words: Stream) -> Mask:
    """Which of `words` begin as `word` does, which may still go on."""
    terms = [term for _, _, term in ranker.places(word, ("tasks",))]
    codes = np.array([word_code(term) for term in terms], np.uint64)
    if word.marked:
        return np.isin(words & _LOW, codes & _LOW)
    return np.isin(words >> _HIGH, codes >> _HIGH)


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
