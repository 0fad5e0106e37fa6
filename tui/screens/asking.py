"""What the search screen asks, and the answer: one question at a time, so that nothing queues up
and an answer on the screen is always the answer to what stands in the box, or about to be replaced.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from search.answer import Answer, Facet, FacetValue, Hit, Note, Selection, Sort, TaskHit
from tui.finding import like, quote
from tui.library import Library
from tui.screens.hits import PAGE

if TYPE_CHECKING:
    from tui.app import XddApp

SORTS: tuple[Sort, ...] = ("relevance", "date", "fresh")


@dataclass(frozen=True, slots=True)
class Source:
    """What reports are looked for by instead of words: a report that they are to be like (`value`
    is its id; with `task` one of its tasks), or a passage that they are to hold. `name` tells it.
    """

    kind: Literal["like", "quote"]
    value: str
    name: str
    task: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """All that an answer depends on; with `tasks` the hits are tasks, not reports; with a `source`
    that is looked for, not words.
    """

    query: str
    selection: Selection
    sort: Sort = "relevance"
    tasks: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the answer to `question`.

    `listed` is how many rows all pages have, `total` how many reports (or tasks) answer: more than
    rows where reports on one event are one row. The facets count reports.
    """

    question: Question
    hits: tuple[Hit, ...] | tuple[TaskHit, ...]
    listed: int
    total: int
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    milliseconds: int = 0


def find(library: Library, question: Question, page: int) -> Found:
    """A page of the answer; the last word that was typed may still go on."""
    start = perf_counter()
    query, selection, sort = question.query, question.selection, question.sort
    offset = page * PAGE
    if question.source:
        return _by_source(library, question, question.source, offset)
    if question.tasks:
        tasks = library.search_tasks(
            query, selection, sort=sort, limit=PAGE, offset=offset, typing=True
        )
        facets = library.search(query, selection, limit=0, typing=True).facets
        hits, listed, total, notes = tasks.hits, tasks.total, tasks.total, tasks.notes
        return Found(question, hits, listed, total, facets, notes, _since(start))
    answer = library.search(
        query, selection, sort=sort, limit=PAGE, offset=offset, typing=True, fold=True
    )
    return _found(question, answer, start)


def _by_source(library: Library, question: Question, source: Source, offset: int) -> Found:
    start, selection, sort = perf_counter(), question.selection, question.sort
    if source.kind == "like":
        answer = like(
            library, source.value, selection, sort=sort, limit=PAGE, offset=offset, task=source.task
        )
    else:
        answer = quote(
            library, source.value, selection, sort=sort, limit=PAGE, offset=offset, fold=True
        )
    return _found(question, answer, start)


def _found(question: Question, answer: Answer, start: float) -> Found:
    return Found(
        question,
        answer.hits,
        answer.listed,
        answer.total,
        answer.facets,
        answer.notes,
        _since(start),
    )


def _since(start: float) -> int:
    return round((perf_counter() - start) * 1000)


class Asking:
    """Asks in a thread: at most one question at a time, then the one that was asked last.

    `taken` is called with the first page of the answer to that one, `failed` with what went wrong.
    """

    def __init__(
        self, xdd: "XddApp", taken: Callable[[Found], None], failed: Callable[[str], None]
    ) -> None:
        self._xdd = xdd
        self._taken = taken
        self._failed = failed
        self._wanted: Question | None = None
        self._number = 0
        self._running = False

    def ask(self, question: Question) -> None:
        """Ask `question` as soon as none is being answered."""
        self._wanted = question
        self._number += 1
        if not self._running:
            self._send(question)

    def _send(self, question: Question) -> None:
        number, library = self._number, self._xdd.library

        def then(found: Found) -> None:
            self._running = False
            if number == self._number:
                self._taken(found)
            elif self._wanted:
                self._send(self._wanted)

        def failed(trouble: str) -> None:
            self._running = False
            self._failed(trouble)

        self._running = True
        self._xdd.work(lambda: find(library, question, 0), then, failed=failed)
