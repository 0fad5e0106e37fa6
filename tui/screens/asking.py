"""What the search screen asks, and the answer: one question at a time, so that nothing queues up
and an answer on the screen is always the answer to what stands in the box, or about to be replaced.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from search.answer import (
    Answer,
    Facet,
    FacetValue,
    Hit,
    Note,
    Page,
    Selection,
    Sort,
    TaskAnswer,
    TaskHit,
)
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
    rows where reports on one event are one row. The facets count what `total` does.
    """

    question: Question
    hits: tuple[Hit, ...] | tuple[TaskHit, ...]
    listed: int
    total: int
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    milliseconds: int = 0


def find(library: Library, question: Question, page: int) -> Found:
    """A page of the answer."""
    start, offset = perf_counter(), page * PAGE
    if question.tasks:
        tasks = find_tasks(library, question, PAGE, offset)
        told = (tasks.hits, tasks.total, tasks.total, tasks.facets, tasks.notes)
        return Found(question, *told, milliseconds=_since(start))
    answer = find_reports(library, question, PAGE, offset, fold=True)
    listed, total = answer.listed, answer.total
    told_of = (answer.hits, listed, total, answer.facets, answer.notes)
    return Found(question, *told_of, milliseconds=_since(start))


def find_tasks(library: Library, asked: Question, limit: int, offset: int = 0) -> TaskAnswer:
    """Tasks as the hits; the last word that was typed may still go on."""
    return library.search_tasks(
        asked.query, asked.selection, sort=asked.sort, limit=limit, offset=offset, typing=True
    )


def find_reports(
    library: Library, asked: Question, limit: int, offset: int = 0, *, fold: bool
) -> Answer:
    """Reports as the hits, by words, or by what they are to be like or to hold."""
    source, selection, sort = asked.source, asked.selection, asked.sort
    if source is None:
        return library.search(
            asked.query, selection, sort=sort, limit=limit, offset=offset, typing=True, fold=fold
        )
    page = Page(selection, sort, limit, offset, fold)
    if source.kind == "like":
        return like(library, source.value, page, task=source.task)
    return quote(library, source.value, page)


def _since(start: float) -> int:
    return round((perf_counter() - start) * 1000)


class Asking:
    """Asks in a thread: at most one question at a time, then the one that was told last.

    What is likely to be asked in a moment is looked for ahead: a person who types hears no answer
    between two keys, but the last one's is there when they stop. `taken` is called with the first
    page of the answer to what was asked last, `failed` with what went wrong.
    """

    def __init__(
        self, xdd: "XddApp", taken: Callable[[Found], None], failed: Callable[[str], None]
    ) -> None:
        self._xdd = xdd
        self._taken = taken
        self._failed = failed
        self._wanted: Question | None = None
        self._asked = True  # or only expected
        self._ahead: Found | None = None
        self._number = 0
        self._running = False

    def expect(self, question: Question) -> None:
        """Look for the answer to `question`, which is told once that is asked."""
        self._want(question, asked=False)

    def ask(self, question: Question) -> None:
        """Ask `question` as soon as none is being answered."""
        if self._asked or question != self._wanted:
            self._want(question, asked=True)
            return
        self._asked = True
        if self._ahead:
            self._taken(self._ahead)
        elif not self._running:
            self._want(question, asked=True)

    def _want(self, question: Question, *, asked: bool) -> None:
        self._wanted, self._asked, self._ahead = question, asked, None
        self._number += 1
        if not self._running:
            self._send(question)

    def _send(self, question: Question) -> None:
        number, library = self._number, self._xdd.library

        def then(found: Found) -> None:
            self._running = False
            if number != self._number:
                again()
            elif self._asked:
                self._taken(found)
            else:
                self._ahead = found

        def failed(trouble: str) -> None:
            self._running = False
            self._failed(trouble)
            if number != self._number:
                again()

        def again() -> None:
            if self._wanted:
                self._send(self._wanted)

        self._running = True
        self._xdd.work(lambda: find(library, question, 0), then, failed=failed)
