"""Tasks as hits: which tasks of which reports hold a query's words.

Runs on the words of all tasks on end, and what matches is decided as for reports, but that a task
is of the period that it is planned for alone. A document's number is looked for as the words that
it is written with.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np

from archive import vietnamese
from archive.errors import ArchiveDamaged, UnknownReport
from archive.report import Span, Task
from search import facets
from search.answer import Note, Page, Sort, TaskAnswer, TaskHit
from search.clauses import Atom, Clause, Days, Filter, Phrase, Query, Reference, Word, Words
from search.cover import Cover, as_question
from search.document import Source
from search.freshness import lift
from search.inverting import word_code
from search.postings import Floats, Ints
from search.query import words_of
from search.ranking import Ranker, beginnings, neighbours
from search.segment import Stream
from search.snapshot import ByValue, Mask, Snapshot
from search.snippets import Matcher
from search.taskwords import TaskWords
from search.unknown import unknown

_LOW, _HIGH = np.uint64(0xFFFFFFFF), np.uint64(32)  # of a word in a stream: as it is, and bare


Naming = tuple[frozenset[str], Mask]
"""The terms that name some reports, and which reports they name."""


class Given(NamedTuple):
    """What a `clause`, or a `pair` of neighbouring words, is worth to each of the `tasks` that have
    it, which ascend, before their length counts.
    """

    clause: Clause
    tasks: Ints
    worth: float
    pair: bool = False


class TaskMatches(NamedTuple):
    """Every task: the document it is of and its place there, from 0; whether it `answers`; the
    share of what is `given` that its length leaves it.
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


def answer_tasks(ranker: Ranker, reports: Source, query: Query, page: Page) -> TaskAnswer:
    """A page of the tasks that answer `query`, as `Index.search_tasks` gives it."""
    snapshot, selection = ranker.snapshot, page.selection
    found = find_tasks(ranker, query)
    chosen = ranker.chosen(selection)
    answering = np.bincount(found.owners[found.answers], minlength=snapshot.size)
    if "period" in chosen:
        chosen["period"] = _planning(ranker, selection.chosen["period"])
    counts = facets.count(snapshot, answering, chosen, selection, ByValue(ranker.about.planned))
    listed = found.answers
    for mask in chosen.values():
        listed = listed & mask[found.owners]
    scores = found.scores()
    if page.sort == "fresh":
        scores = scores * lift(snapshot.days)[found.owners]
    order = _ordered(snapshot, found.owners, np.flatnonzero(listed), scores, page.sort)
    matcher = Matcher(query)
    hits = []
    for task_number in order[page.offset : page.offset + page.limit].tolist():
        number, place = int(found.owners[task_number]), int(found.places[task_number])
        try:
            tasks = ranker.tasks.shown.get(
                number, partial(_tasks_of, reports, snapshot.ids[number])
            )
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
            for task in tasks[place : place + 1]
        ]
    total = len(order)
    notes = (*query.notes, *unknown(ranker, query, selection), *found.notes)
    if total:
        notes += as_question(query, ranker.weights.few)
    return TaskAnswer(query=query.text, total=total, hits=tuple(hits), facets=counts, notes=notes)


def _tasks_of(reports: Source, name: str) -> tuple[Task, ...]:
    return reports.get(name).tasks


def is_filter(clause: Clause) -> bool:
    """Is this about the report as a whole?"""
    return all(isinstance(atom, Filter | Days) for atom in clause.atoms)


def _ordered(snapshot: Snapshot, owners: Ints, tasks: Ints, scores: Floats, sort: Sort) -> Ints:
    """These tasks, best or newest first."""
    days = snapshot.days[owners[tasks]]
    keys = (-scores[tasks], -days) if sort == "date" else (-days, -scores[tasks])
    return tasks[np.lexsort((tasks, *keys))]


def find_tasks(ranker: Ranker, query: Query) -> TaskMatches:
    """The tasks of all reports, weighed; a query's filters hold for the report.

    A word is worth its rarity among all tasks, however often a task has it. Words that name a body
    or a period are held by all tasks of the reports that they name.
    """
    tasks, mask = ranker.tasks, ranker.snapshot.live.copy()
    wanted = []
    for clause in query.clauses:
        if is_filter(clause):
            held = _of_reports(ranker, clause)
            mask &= ~held if clause.negated else held
        else:
            wanted.append(clause)
    count = len(tasks.owners)
    answers, cover = mask[tasks.owners], Cover(count)
    named = list(ranker.about.reports(query))
    given = []
    for clause in wanted:
        held = _held(ranker, clause, tasks, named)
        found = np.flatnonzero(held)
        if clause.negated:
            answers &= ~held
            continue
        given.append(Given(clause, found, ranker.rarity(len(found), count)))
        cover.add(clause, held, len(found), given[-1].worth)
        if not clause.free:
            answers &= held
    words = [clause for clause in wanted if clause.free]
    naming = {term for terms, _ in named for term in terms}
    for pair in neighbours(words):
        if any(word.term in naming for word in pair):
            continue
        both = Clause((Phrase(pair),))
        found = _having(ranker, both, tasks)
        given.append(Given(both, found, ranker.rarity(len(found), count), pair=True))
    if words:
        weights = ranker.weights
        answers &= cover.enough(answers, weights.few, weights.steep, question=query.is_question)
    # Of two tasks with the same words the shorter is first.
    shares = (1 / (1 + 0.1 * np.log1p(tasks.lengths))).astype(np.float32)
    return TaskMatches(tasks.owners, tasks.places, answers, shares, tuple(given), cover.notes())


def _of_reports(ranker: Ranker, clause: Clause) -> Mask:
    """The reports whose tasks a filter leaves: of a period those that plan it."""
    held = np.zeros(ranker.snapshot.size, np.bool_)
    for atom in clause.atoms:
        if isinstance(atom, Filter) and atom.facet == "period":
            held |= _planning(ranker, atom.values)
        else:
            held |= ranker.scored(atom).held()
    return held


def _planning(ranker: Ranker, periods: Sequence[str]) -> Mask:
    """The reports that plan one of these periods."""
    column = ranker.about.planned
    values = {vietnamese.level(period) for period in periods}
    wanted = [n for n, label in enumerate(column.labels) if vietnamese.level(label) in values]
    held = np.zeros(ranker.snapshot.size, np.bool_)
    held[column.documents[np.isin(column.codes, wanted)]] = True
    return held


def _held(ranker: Ranker, clause: Clause, tasks: TaskWords, named: list[Naming]) -> Mask:
    """Which tasks have one of the clause's atoms, or are of a report that its word names."""
    held = np.zeros(len(tasks.owners), np.bool_)
    held[_having(ranker, clause, tasks)] = True
    for terms, documents in named if clause.free else ():
        if any(isinstance(atom, Word) and atom.term in terms for atom in clause.atoms):
            held |= documents[tasks.owners]
    for atom in clause.atoms:
        if isinstance(atom, Words):
            held |= _together(ranker, atom, tasks, named)
    return held


def _together(ranker: Ranker, words: Words, tasks: TaskWords, named: list[Naming]) -> Mask:
    """Which tasks a query of these plain words finds."""
    count = len(tasks.owners)
    cover = Cover(count)
    for clause in words.clauses:
        held = _held(ranker, clause, tasks, named)
        found = int(np.count_nonzero(held))
        cover.add(replace(clause, free=False), held, found, ranker.rarity(found, count))
    everything = np.ones(count, np.bool_)
    return cover.together(everything, ranker.weights.few, ranker.weights.steep)


def _having(ranker: Ranker, clause: Clause, tasks: TaskWords) -> Ints:
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
    return tasks.having(found)


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
