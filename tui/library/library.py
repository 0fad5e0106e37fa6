"""The one door to archive and index, used by the command line and by the screens.

A Library may be called from several threads; searches answer while the index is written. It reads
nothing before it is asked, so opening one costs nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from archive.errors import UnknownReport, XddError
from archive.report import Report, Span, Task
from search.answer import Answer, FacetValue, Hit, Selection, Sort, TaskAnswer
from search.series import Series, followed, period_of, series_of
from tui.config import Settings
from tui.library.intake import Intake, bring_in, rehearse

if TYPE_CHECKING:
    from archive.bodies import Bodies
    from archive.comparing.diff import Diff
    from archive.comparing.judgements import Judgement
    from archive.comparing.rarity import Rarity
    from archive.comparing.side_by_side import Comparison
    from archive.corrections import Changes
    from archive.doubts import Doubt
    from archive.store import Store
    from archive.store.related import Related
    from search.citing import Citation
    from search.index import Index
    from tui.library.revising import Rereading

T = TypeVar("T")
ALL = 1_000_000
EVERYTHING = Selection()

Progress = Callable[[int, int], None]
"""Called with how many reports are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class DirectiveUse:
    """A cited document: at how many conferences, and at how many of each year."""

    key: str
    reports: int
    by_year: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What the archive holds. `events`, of each year and `without_year`, are conferences."""

    reports: int
    events: int
    by_year: tuple[FacetValue, ...]
    without_year: int
    series: tuple[Series, ...]


class Library:
    """Archive and index of one folder.

    `is_sample` says that this is the bundled sample, which nobody changes.
    """

    def __init__(self, archive: Path, cache: Path, *, is_sample: bool = False) -> None:
        self.archive = archive
        self.is_sample = is_sample
        self._cache = cache
        self._turn = RLock()
        self._reports = lru_cache(maxsize=64)(self._read)

    @classmethod
    def open(cls, settings: Settings, *, must_exist: bool = False) -> "Library":
        """The person's archive where there is one, else the bundled sample.

        With `must_exist` there is no falling back: raises UnknownReport for a folder without an
        archive.
        """
        from tui.library.sample import has_archive, sample_folder

        if has_archive(settings.archive):
            return cls(settings.archive, settings.index)
        if must_exist:
            raise UnknownReport("no-archive", path=str(settings.archive))
        return cls(sample_folder(settings.index), settings.index, is_sample=True)

    @cached_property
    def store(self) -> "Store":
        """The archive itself."""
        from archive.store import Store

        # One thread makes the sample; another that asks meanwhile waits for it.
        with self._turn:
            if self.is_sample:
                from tui.library.sample import ensure_sample

                ensure_sample(self.archive)
            return Store.open(self.archive, read_only=self.is_sample)

    @cached_property
    def _index(self) -> "Index":
        from search.index import Index

        with self._turn:
            return Index.open(self._related, self._cache / f"index-{self._mark}")

    @cached_property
    def _related(self) -> "Related":
        from archive.store.related import Related

        memory = self._cache / f"kin-{self._mark}"
        return Related(self.store, memory, lambda: self._bodies)

    @cached_property
    def _mark(self) -> str:
        """What tells this archive's caches from another's."""
        return hashlib.sha256(str(self.archive.resolve()).encode()).hexdigest()[:16]

    @cached_property
    def _bodies(self) -> "Bodies":
        from archive.bodies import read_bodies

        return read_bodies(self.archive)

    @classmethod
    def own(cls, settings: Settings) -> "Library":
        """The person's own archive, started now where there is none. Raises ArchiveError."""
        from archive.store import Store

        Store.create(settings.archive)
        return cls(settings.archive, settings.index)

    # ---- keeping

    def bring_in(
        self, paths: Iterable[Path | str], progress: Progress, *, dry_run: bool = False
    ) -> Intake:
        """Keep the reports in `paths`; with `dry_run` only say what would become of them."""
        if dry_run:
            return rehearse(self.store, paths)
        try:
            return bring_in(self.store, paths, progress)
        finally:
            self._reports.cache_clear()

    def remove(self, name: str) -> str:
        """Take the report that `name` means out of the archive; its id."""
        report_id = self.store.resolve(name)
        self.store.remove([report_id])
        self._reports.cache_clear()
        return report_id

    def put_back(self, name: str) -> str:
        """Put the removed report that `name` means back; its id."""
        report_id = self.store.resolve(name, binned=True)
        self.store.put_back([report_id])
        return report_id

    def correct(self, names: Iterable[str], changes: "Changes") -> list[str]:
        """Keep what people say of reports (see `archive.corrections`); the ids of those changed.

        All or none are changed. Raises UnknownReport, AmbiguousReport, WrongCorrection and
        ArchiveReadOnly. The index is told by the next `update`.
        """
        try:
            return self.store.correct([self.resolve(name) for name in names], changes)
        finally:
            self._reports.cache_clear()

    def undo_correction(self, names: Iterable[str]) -> list[str]:
        """Take each report's last correction back; the ids of those that had one."""
        try:
            return self.store.undo([self.resolve(name) for name in names])
        finally:
            self._reports.cache_clear()

    def reread(self, progress: Progress, *, dry_run: bool = False) -> "Rereading":
        """Read all kept texts anew; with `dry_run` only say what would change."""
        from tui.library.revising import reread

        try:
            return reread(self.store, progress, dry_run=dry_run)
        finally:
            self._reports.cache_clear()

    def review(self) -> tuple["Doubt", ...]:
        """What was read with doubt in all reports, most doubtful first."""
        from tui.library.revising import Review

        return Review(self.store, self._cache / f"doubts-{self._mark}.json").doubts()

    def update(self, progress: Progress | None = None) -> int:
        """Bring the index up to date with the archive; how many reports were read."""
        self._related.settle_few()
        return self._settled(self._index.update(progress))

    def stands(self) -> bool:
        """Is there anything to find yet, before or while the index is brought up to date?"""
        return self._index.stands()

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew from the archive; how many reports were read."""
        self._related.settle_few()
        return self._settled(self._index.rebuild(progress))

    def _settled(self, read: int) -> int:
        """`read`, once what the reports read then belong to is in the index as well."""
        if self._related.settle():
            self._index.update()
        self._reports.cache_clear()
        return read

    def check(self, *, repair: bool) -> list[XddError]:
        """What is wrong with archive and index; `repair` builds the index anew."""
        from archive.store.upkeep import verify

        if repair:
            self.rebuild()
        problems: list[XddError] = list(verify(self.store))
        return problems + list(self._index.verify())

    # ---- finding

    def search(
        self,
        query: str,
        selection: Selection = EVERYTHING,
        *,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        typing: bool = False,
        fold: bool = False,
    ) -> Answer:
        """The reports that answer `query` inside `selection`, a page of them, and facet counts.

        While somebody is `typing` the last word may be the beginning of one; with `fold` reports
        on one event are one hit.
        """
        return self._index.search(query, selection, sort, limit, offset, typing=typing, fold=fold)

    def complete(self, typed: str, most: int) -> tuple[str, ...]:
        """Whole queries that `typed` can become, at most `most`."""
        return self._index.complete(typed, most)

    def many(
        self, queries: Iterable[tuple[T, str]], limit: int
    ) -> Iterator[tuple[T, list[tuple[str, float]]]]:
        """For each (query id, text): the query id and the best (report id, score), best first."""
        yield from self._index.many(queries, limit)

    def search_tasks(
        self,
        query: str,
        selection: Selection = EVERYTHING,
        *,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        typing: bool = False,
    ) -> TaskAnswer:
        """The tasks that answer `query`, a page of them; `selection` narrows their reports."""
        return self._index.search_tasks(query, selection, sort, limit, offset, typing=typing)

    def ask(self, ask: "Callable[[Index], T]") -> T:
        """What `ask` gets of the index (`tui.library.finding`)."""
        return ask(self._index)

    def matches(self, query: str, text: str) -> tuple[Span, ...]:
        """Where the words of `query` stand in `text`, in text order."""
        return self._index.matches(query, text)

    # ---- reading

    def report(self, report_id: str) -> Report:
        """The report `report_id`; raises UnknownReport."""
        return self._reports(report_id)

    def _read(self, report_id: str) -> Report:
        return self._related.report(report_id)

    def reprint_of(self, report_id: str) -> str | None:
        """The report that this one is a reprint of."""
        kin = self._related.kin(report_id)
        return kin.reprint_of if kin else None

    def akin(self, report_id: str) -> tuple[str, ...]:
        """The other reports on this one's conference."""
        return self._related.akin(report_id)

    def resolve(self, name: str) -> str:
        """The id that `name` means: an id, an unambiguous prefix of one, or BODY@PERIOD.

        BODY@PERIOD is the fullest of the body's reports that plan PERIOD. Raises UnknownReport or
        AmbiguousReport.
        """
        if "@" in name and not self.store.has(name):
            from tui.library.planned import planned_by

            return planned_by(self, self._bodies, name)
        return self.store.resolve(name)

    def series(self, body: str) -> tuple[Hit, ...]:
        """The reports on `body`, one an event, by the period they look back on (else plan).

        They go on under all names that the body has had, and with what took over from it. Raises
        SettingsError where the archive's own file of bodies says what cannot be.
        """
        lines = {self._bodies.line(name) for name in (body, *self._bodies.successors(body))}
        known = [value.value for value in self.search("", limit=0).facets["body"]]
        names = tuple(name for name in known if self._bodies.line(name) in lines)
        if not names:
            return ()
        hits = self.search("", Selection({"body": names}), limit=ALL).hits
        return followed(hits, body, self._bodies)

    def neighbours(self, report_id: str) -> tuple[str | None, str | None]:
        """The same body's report before and after this one, by period."""
        report = self.report(report_id)
        mine = report.period_reviewed or report.period_planned
        if not report.body or not mine:
            return None, None
        ids = [hit.id for hit in self.series(report.body) if period_of(hit) != mine]
        periods = [period_of(hit) for hit in self.series(report.body) if period_of(hit) != mine]
        earlier = [i for i, period in zip(ids, periods, strict=True) if period and period < mine]
        later = [i for i, period in zip(ids, periods, strict=True) if period and period > mine]
        return (earlier[-1] if earlier else None), (later[0] if later else None)

    # ---- comparing

    def get_ready(self) -> None:
        """Load what the first search and the first diff would wait for."""
        from archive.comparing.alignment import diff

        self.search("hội nghị", limit=1, typing=True)
        self._index.get_ready()
        a, b = (
            Report(
                id=None,
                source=None,
                text=text,
                tasks=(Task(ordinal=1, text=text, start=0, end=len(text)),),
            )
            for text in ("Kết nạp đảng viên mới.", "Sắp xếp bộ máy.")
        )
        diff(a, b)

    def diff(self, a: Report, b: Report, said: "Iterable[Judgement] | None" = None) -> "Diff":
        """The task lists of two reports, `a` the earlier; what people `said` of them wins."""
        from archive.comparing.alignment import diff
        from archive.comparing.judgements import judged
        from tui.library.judging import said_of

        told = said_of(self.store, a, b) if said is None else said
        return diff(a, b, rarity=self.rarity, judged=judged(told, a, b))

    @property
    def rarity(self) -> "Rarity | None":
        """How rare words are in the archive's tasks, where an index stands to tell."""
        return self._index.rarity()

    def compare(self, a: Report, b: Report) -> "Comparison":
        """Two reports side by side."""
        from archive.comparing.side_by_side import compare

        return compare(a, b)

    # ---- counting

    def directives(self) -> tuple[DirectiveUse, ...]:
        """Every document cited, most cited first."""
        found = self._index.tally("directive")
        return tuple(DirectiveUse(one.value, one.events, one.by_year) for one in found)

    def citations(self, key: str) -> "Iterator[Citation]":
        """Every place where what `key` means, in any spelling, is cited, newest first."""
        from search.citing import citations_in

        named = Selection({"directive": (key,)}, typed=True)
        for hit in self.search("", named, sort="date", limit=ALL).hits:
            yield from citations_in(self.report(hit.id), key)

    def stats(self) -> Stats:
        """Reports by year and body, and what is missing from each body's series."""
        everything = self.search("", limit=ALL)
        years = {one.value: one.events for one in self._index.tally("year")}
        return Stats(
            reports=everything.total,
            events=len({hit.event_id or hit.id for hit in everything.hits}),
            by_year=tuple(FacetValue(*one) for one in sorted(years.items(), reverse=True)),
            without_year=self._index.untold("year"),
            series=series_of(everything.hits, self._bodies),
        )
