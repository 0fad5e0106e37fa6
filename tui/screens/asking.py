"""What the search screen asks, and the answer: one question at a time, so that nothing queues up
and an answer on the screen is always the answer to what stands in the box, or about to be replaced.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Literal, TypeVar

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
from tui.library import Library
from tui.library.finding import like, quote
from tui.screens.hits import PAGE

if TYPE_CHECKING:
    from tui.app import XddApp

T = TypeVar("T")

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
    """Asks in a thread: at most one question at a time, then the one that was asked last.

    What may be asked in a moment is looked for ahead: a person who types sees no answer between two
    keys, but the index then knows the last one's, or most of it. `taken` is called with the first
    page of the answer to what was asked last, `failed` with what went wrong.
    """

    def __init__(
        self, xdd: "XddApp", taken: Callable[[Found], None], failed: Callable[[str], None]
    ) -> None:
        self._xdd = xdd
        self._taken = taken
        self._failed = failed
        self._wanted: Question | None = None
        self._expected: Question | None = None
        self._running = False

    def expect(self, question: Question) -> None:
        """Look for `question` ahead, which may be asked in a moment."""
        self._expected = question
        self._go_on()

    def ask(self, question: Question) -> None:
        """Ask `question` as soon as nothing is being looked for."""
        self._wanted, self._expected = question, None
        self._go_on()

    def _go_on(self) -> None:
        if self._running:
            return
        library, wanted, expected = self._xdd.library, self._wanted, self._expected
        self._wanted = self._expected = None
        if wanted:
            self._run(lambda: find(library, wanted, 0), self._tell)
        elif expected:
            self._run(lambda: find(library, expected, 0), lambda _: None)

    def _tell(self, found: Found) -> None:
        if self._wanted is None:
            self._taken(found)

    def _run(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        def done(result: T) -> None:
            self._running = False
            then(result)
            self._go_on()

        def failed(trouble: str) -> None:
            self._running = False
            self._failed(trouble)
            self._go_on()

        self._running = True
        self._xdd.work(job, done, failed=failed)
