"""Reports in memory, as an archive gives them to the index."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from archive.errors import UnknownReport
from archive.period import Period
from archive.report import Report, Task
from search.index import Index
from tests.archive.written import bare


class Shelf:
    """A source of reports that can be changed; a report's stamp is its place in the changes."""

    def __init__(self, *reports: Report) -> None:
        self.reports: dict[str, Report] = {}
        self.stamps: dict[str, str] = {}
        self.asked: list[str] = []
        for report in reports:
            self.put(report)

    def put(self, report: Report) -> None:
        assert report.id
        self.reports[report.id] = report
        self.stamps[report.id] = str(sum(map(int, self.stamps.values())) + 1)

    def take(self, name: str) -> None:
        del self.reports[name], self.stamps[name]

    def entries(self) -> Iterator[tuple[str, str]]:
        yield from self.stamps.items()

    def get(self, report_id: str) -> Report:
        self.asked.append(report_id)
        if report_id not in self.reports:
            raise UnknownReport("no-report", name=report_id)
        return self.reports[report_id]


def report(
    name: str,
    text: str,
    *,
    title: str | None = None,
    tasks: tuple[str, ...] = (),
    body: str | None = None,
    kind: str = "annual",
    reviewed: str | None = None,
    planned: str | None = None,
    day: date | None = None,
    cites: tuple[str, ...] = (),
    event: str | None = None,
    flags: tuple[str, ...] = (),
) -> Report:
    """A report with what a search looks at."""
    return Report(
        id=name,
        source=None,
        text=text,
        title=title,
        tasks=tuple(Task(ordinal=i, text=t, start=0, end=0) for i, t in enumerate(tasks, 1)),
        body=body,
        kind=kind,
        period_reviewed=Period.parse(reviewed) if reviewed else None,
        period_planned=Period.parse(planned) if planned else None,
        event_date=day,
        event_id=event,
        flags=flags,
        directives=tuple(bare(key, key) for key in cites),
    )


def index_of(folder: Path, *reports: Report) -> Index:
    """A filled index over `reports`."""
    index = Index.open(Shelf(*reports), folder)
    index.update()
    return index


def found(index: Index, query: str, **how: object) -> list[str]:
    """The ids that answer, best first; the total must be as long."""
    answer = index.search(query, limit=1000, **how)  # type: ignore[arg-type] # how is search's own
    assert answer.total == len(answer.hits)
    return [hit.id for hit in answer.hits]
