"""The index over an archive: brought up to date from it, and asked.

The archive is the truth; the index is a cache in a folder of its own, which may be deleted at any
time. A stamp in it says by which code it was written: where that differs, or where anything in it
does not read, it is built anew. What is read again in an update is only what has changed.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from threading import RLock
from typing import TypeVar
from weakref import finalize

from archive import vietnamese
from archive.comparing.rarity import Remembered
from archive.errors import IndexDamaged, UnknownReport, XddError
from archive.report import Report, Span
from search import analysis, columns, document, engine, inverting, postings, seals, terms
from search.answer import (
    FIRST,
    Answer,
    Explanation,
    Facet,
    Page,
    Selection,
    Snippet,
    Sort,
    TaskAnswer,
)
from search.answering import answer, laid_out
from search.clauses import Query
from search.completing import complete
from search.document import Source
from search.engine import Engine
from search.explaining import explain, explain_task
from search.keeping import Keeper, Progress
from search.query import parse
from search.quoting import quote
from search.ranking import Ranker, Weights, best
from search.rarity import TaskRarity
from search.similar import like, sample_of
from search.snapshot import Snapshot
from search.snippets import Matcher, snippets
from search.tally import Tally, tally, untold
from search.tasks import answer_tasks

T = TypeVar("T")
EVERYTHING = Selection()


class Index:
    """The index in `folder` over `store`: one thread updates at a time, any may search."""

    def __init__(self, store: Source, folder: Path, weights: Weights | None = None) -> None:
        self._store = store
        self._weights = weights
        self.refused: tuple[Path, str] | None = None
        """The folder that took nothing, and why, where the index lies in a temporary one."""
        self._lie_in(folder)
        self._ranker: Ranker | None = None
        self._shown = True
        self._filled = True
        self._opening = RLock()
        self._updating = RLock()

    def _lie_in(self, folder: Path) -> None:
        self._folder = folder
        self._engine = Engine(folder / "segments")
        self._keeper = Keeper(self._store, self._engine, self._show)
        self._stamp = folder / "stamp.json"

    @classmethod
    def open(cls, store: Source, folder: Path) -> "Index":
        """The index in `folder`, made and filled when it is first asked. Reads nothing yet."""
        return cls(store, folder)

    # ---- keeping

    def update(
        self, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
    ) -> int:
        """Read what is new or changed since, forget what is gone; how many reports were read.

        A report that the archive itself cannot read is left out (`left_out`). `cancelled` is asked
        before each report; what was read by then is kept. A folder that takes nothing is given up
        for a temporary one (`refused`). Raises ArchiveLocked while another program writes to the
        index, IndexDamaged when it cannot even be built anew.
        """
        with self._updating:
            try:
                self._opened()
                return self._update(progress, cancelled)
            except (IndexDamaged, OSError):
                return self._filled_anew(progress, cancelled)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of the reports that could not be read at the last update."""
        return self._keeper.left_out

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew; how many reports were read. Searches meanwhile see the old one."""
        with self._updating:
            self._shown = not (self._ranker and self._filled)
            try:
                return self._filled_anew(progress, None)
            finally:
                self._shown = True

    def get_ready(self) -> None:
        """Fetch from the disk what the first searches would wait for."""
        self._engine.read_ahead()

    def stands(self) -> bool:
        """Is there anything to find yet? The index is taken as last written, nothing is filled."""
        return bool(self._opened().snapshot.live.any())

    def verify(self) -> list[IndexDamaged]:
        """What of the index is not as it was written, every file read from end to end; nothing
        where it would be built anew as it is another program's.
        """
        return self._engine.verify() if self._fits() else []

    def _filled_anew(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> int:
        self._create()
        try:
            return self._update(progress, cancelled)
        except OSError as error:
            raise IndexDamaged("index-damaged", why=error.strerror or str(error)) from error

    def _update(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> int:
        read = self._keeper.update(progress or _untold, cancelled or _never)
        self._shown = self._filled = True
        self._show(self._keeper.read())
        self._keeper.tidy()
        return read

    def _show(self, snapshot: Snapshot) -> None:
        """From now on searches run on `snapshot`."""
        # The same snapshot keeps its ranker, which remembers what words score.
        if self._shown and not (self._ranker and self._ranker.snapshot is snapshot):
            self._ranker = Ranker(snapshot, self._weights)

    # ---- opening

    def _opened(self) -> Ranker:
        """The index as last read; begun anew where there is none that fits."""
        with self._opening:
            if not self._ranker and self._fits():
                with suppress(IndexDamaged):
                    self._show(self._keeper.read())
            if not self._ranker:
                self._create()
            return self._ranker or Ranker(self._keeper.read(), self._weights)

    def _fits(self) -> bool:
        try:
            stamp = json.loads(self._stamp.read_bytes())
        except (OSError, ValueError):
            return False
        return bool(stamp == {"code": code_stamp()})

    def _create(self) -> None:
        """Begin anew, with an empty index that still has to be filled; where the folder takes
        nothing, in a temporary one.
        """
        with self._opening:
            try:
                self._begin()
            except OSError as error:
                self._begin_elsewhere(error)

    def _begin_elsewhere(self, refusal: OSError) -> None:
        self.refused = self.refused or (self._folder, refusal.strerror or str(refusal))
        try:
            folder = Path(mkdtemp(prefix="xdd-tui-"))
            finalize(self, shutil.rmtree, folder, ignore_errors=True)
            self._lie_in(folder)
            self._begin()
        except OSError as error:
            raise IndexDamaged("index-damaged", why=error.strerror or str(error)) from error

    def _begin(self) -> None:
        self._stamp.unlink(missing_ok=True)
        self._engine.create()
        self._stamp.write_text(json.dumps({"code": code_stamp()}), "utf-8")
        self._show(self._keeper.read())
        self._filled = False

    # ---- asking

    def search(
        self,
        query: str,
        selection: Selection = EVERYTHING,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        *,
        typing: bool = False,
        fold: bool = False,
    ) -> Answer:
        """The reports that answer `query` inside `selection`: a page of them, the honest total, and
        the facet counts of all.

        Without words, or with `sort="date"`, the newest come first; `sort="fresh"` lifts newer ones
        among the best. With `typing` the last word may go on. With `fold` the reports on one event
        are one hit, and pages count such hits. An index that does not read is built anew first.
        """
        page = Page(selection, sort, limit, offset, fold)
        return self._asked(lambda ranker: answer(ranker, query, page, typing=typing))

    def search_tasks(
        self,
        query: str,
        selection: Selection = EVERYTHING,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        *,
        typing: bool = False,
    ) -> TaskAnswer:
        """The tasks that hold what is asked, best or newest first, and the facet counts of all.

        With `typing` the last word may go on. A report that the archive no longer has gives no hit,
        though it counts until the update.
        """
        page = Page(selection, sort, limit, offset)
        asked = parse(query, typing=typing)
        return self._asked(lambda ranker: answer_tasks(ranker, self._store, asked, page))

    def explain(
        self,
        query: str,
        report_id: str,
        page: Page = FIRST,
        *,
        task: int | None = None,
        typing: bool = False,
    ) -> Explanation:
        """Why the report, or its task of this ordinal, answers `query` in the order of `page`; with
        `typing` the last word may go on.

        Raises UnknownReport for a report not in the index (`no-report`) or without such a task
        (`no-task`).
        """
        asked = parse(query, typing=typing)
        if task is None:
            return self._asked(partial(_explained, asked, report_id, page))
        report = self._store.get(report_id)
        return self._asked(partial(_explained_task, asked, report, task, page))

    def like(self, report_id: str, page: Page = FIRST, *, task: int | None = None) -> Answer:
        """The reports most like a report, or like its task of this ordinal: a page, as `search`.

        The report itself and others on its event are left out. A hit's score is its likeness, 0 to
        1; its passages show what both tell. Raises UnknownReport for a report not in the index
        (`no-report`) or without such a task (`no-task`).
        """
        return self._asked(partial(self._like, report_id, task, page))

    def quote(self, text: str, page: Page = FIRST) -> Answer:
        """The reports that hold a passage, or nearly: a page, as `search`.

        Marks, line breaks and some of the words may differ, of a long passage more than of a short
        one. A hit's score is the share of the passage's words that it holds, from a half to 1; its
        one snippet is the place where it does. Of a very long passage the first 600 words count.
        """

        def ask(ranker: Ranker) -> Answer:
            found = quote(ranker, text)
            return laid_out(ranker, text, found.matches, page, found.passages)

        return self._asked(ask)

    def tally(self, facet: Facet) -> tuple[Tally, ...]:
        """Every value of `facet` with how many events have it, in all and by year."""
        return self._asked(lambda ranker: tally(ranker.snapshot, facet))

    def untold(self, facet: Facet) -> int:
        """At how many events no report has a value of `facet`."""
        return self._asked(lambda ranker: untold(ranker.snapshot, facet))

    def rarity(self) -> Remembered | None:
        """How rare words are in the tasks of the reports that it holds now; None where none."""
        return Remembered(TaskRarity(self._opened().snapshot)) if self.stands() else None

    def complete(self, typed: str, most: int = 20) -> tuple[str, ...]:
        """Whole queries that `typed` can become: its last piece a field's name or a value."""
        return self._asked(lambda ranker: complete(ranker.snapshot, typed, most))

    def many(
        self, queries: Iterable[tuple[T, str]], limit: int
    ) -> Iterator[tuple[T, list[tuple[str, float]]]]:
        """For each (query id, text): the query id and the best (report id, score), best first."""
        for name, text in queries:
            yield name, self._asked(partial(_ranked, typed=text, limit=limit))

    def matches(self, query: str, text: str) -> tuple[Span, ...]:
        """Where words of `query` stand in NFC `text`, in text order, none overlapping; a last word
        that does not stand there may be the beginning of one that does.
        """
        begun, whole = parse(query, typing=True), parse(query)
        last = whole.clauses[-1:]
        if begun != whole and not Matcher(replace(whole, clauses=last)).matches(text):
            whole = begun
        return tuple(Span(m.start, m.end) for m in Matcher(whole).matches(text))

    def passages(
        self, query: str, text: str, most: int, *, title: str = "", typing: bool = False
    ) -> tuple[Snippet, ...]:
        """The passages of NFC `text` that show `query` best, at most `most`, in text order, none
        overlapping, none in its `title`. A hit's own show a word more each; these are also such
        as show the same again.
        """
        understood = self._asked(lambda ranker: ranker.understood(parse(query, typing=typing)))
        return snippets(Matcher(understood), text, most, title=title, further=True)

    def _like(self, report_id: str, task: int | None, page: Page, ranker: Ranker) -> Answer:
        number = _number(ranker, report_id)
        found = like(ranker, sample_of(self._store.get(report_id), task), number)
        return laid_out(ranker, report_id, found.matches, page, found.passages)

    def _asked(self, ask: Callable[[Ranker], T]) -> T:
        ranker = self._opened()
        # Whoever asks while another thread fills the index gets what is there so far.
        if not self._filled and self._updating.acquire(blocking=False):
            try:
                self.update()
            finally:
                self._updating.release()
            ranker = self._opened()
        try:
            return ask(ranker)
        except IndexDamaged:
            pass
        except XddError:
            raise
        except Exception:
            # What looked sound may have led astray: a number too large, a name that is none.
            if not self.verify():
                raise
        self.rebuild()
        return ask(self._opened())


def _untold(_done: int, _total: int) -> None:
    """Nobody is told."""


def _never() -> bool:
    return False


def code_stamp() -> str:
    """What the code that writes the index is: another one may write another index."""
    digest = hashlib.sha256()
    written_by = (analysis, columns, document, engine, inverting, postings, seals, terms)
    for module in (vietnamese, *written_by):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()


def _explained(query: Query, report_id: str, page: Page, ranker: Ranker) -> Explanation:
    return explain(ranker, ranker.understood(query), _number(ranker, report_id), page)


def _explained_task(
    query: Query, report: Report, ordinal: int, page: Page, ranker: Ranker
) -> Explanation:
    return explain_task(ranker, query, _number(ranker, report.id or ""), page, report, ordinal)


def _number(ranker: Ranker, report_id: str) -> int:
    number = ranker.snapshot.numbers().get(report_id)
    if number is None:
        raise UnknownReport("no-report", name=report_id)
    return number


def _ranked(ranker: Ranker, typed: str, limit: int) -> list[tuple[str, float]]:
    snapshot = ranker.snapshot
    matches = ranker.matches(ranker.understood(parse(typed)))
    order = best(matches.mask, matches.scores, snapshot.days, by_date=False, count=limit)
    return [(snapshot.ids[n], round(float(matches.scores[n]), 4)) for n in order.tolist()]
