"""Reports written out by hand, with all that reading would find in them, and archives of them: so
that the tests of the screens hang on nothing that reading does.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from archive.importing.source import Source
from archive.period import Period
from archive.report import Directive, Report, Section, Span, Task
from archive.store import Store
from archive.vietnamese import bare

BODY = "Ban Tổ chức Tỉnh ủy Bình Sơn"

TASKS_2023 = (
    "Hoàn thành sắp xếp bộ máy trước quý II/2023, giảm 25 biên chế.",
    "Sơ kết 5 năm thực hiện Kết luận số 21-KL/TW.",
    "Kết nạp 900 đảng viên mới.",
)
TASKS_2024 = (
    "Kết nạp 900 đảng viên mới.",
    "Hoàn thành sắp xếp bộ máy trước ngày 30/4/2024, giảm 32 biên chế.",
    "Xây dựng phần mềm quản lý hồ sơ cán bộ toàn tỉnh.",
)
CITED = {"21-KL/TW khóa XIII": "Kết luận số 21-KL/TW"}


def written(
    year: int,
    tasks: Sequence[str],
    *,
    body: str | None = BODY,
    lead: str = "Hội nghị có đông đủ đại biểu các huyện.",
    cited: Mapping[str, str] = CITED,
    source: str = "https://example.org/bai-viet",
) -> Report:
    """A report on `year` that sets `tasks` for the year after; `cited` gives each document's key
    and how the text writes it.
    """
    title = f"Hội nghị tổng kết năm {year}"
    heading = f"Nhiệm vụ năm {year + 1}"
    items = [f"{number}. {task}" for number, task in enumerate(tasks, start=1)]
    results = "Kết quả đạt khá: mọi huyện đều xong việc đã giao."
    text = "\n\n".join((title, lead, results, "\n".join((heading, *items)) if items else heading))
    at_lead, at_results, at_tasks = text.index(lead), text.index(results), text.index(heading)
    sections = (
        Section(role="title", start=0, end=len(title)),
        Section(role="lead", start=at_lead, end=at_lead + len(lead)),
        Section(role="results", start=at_results, end=at_results + len(results)),
        Section(
            role="tasks",
            start=at_tasks,
            end=len(text),
            heading=Span(at_tasks, at_tasks + len(heading)),
        ),
    )
    return Report(
        id=f"{bare(body or 'khong-ro').replace(' ', '-')}-{year}",
        source=source,
        text=text,
        title=title,
        published=date(year + 1, 1, 6),
        event_date=date(year + 1, 1, 5),
        body=body,
        body_level="province" if body else None,
        kind="annual",
        period_reviewed=Period.year_of(year),
        period_planned=Period.year_of(year + 1),
        event_id=f"event-{body}-{year}",
        directives=tuple(
            _directive(text, key, name) for key, name in cited.items() if name in text
        ),
        tasks=tuple(_task(text, number, task) for number, task in enumerate(tasks, start=1)),
        sections=sections,
    )


def _task(text: str, number: int, task: str) -> Task:
    start = text.index(f"{number}. {task}") + len(f"{number}. ")
    return Task(ordinal=number, text=task, start=start, end=start + len(task))


def _directive(text: str, key: str, name: str) -> Directive:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = tuple(Span(at, at + len(name)) for at in starts)
    return Directive(
        key=key,
        type="Kết luận",
        number="21",
        symbol="KL/TW",
        issued=None,
        issuer=None,
        term=None,
        name=None,
        as_written=name,
        start=mentions[0].start,
        end=mentions[0].end,
        mentions=mentions,
    )


def archive_of(folder: Path, *reports: Report) -> list[str]:
    """Keep `reports` in an archive of their own in `folder`; their ids."""
    store = Store.create(folder / "archive")
    ids = []
    for report in reports:
        source = Source(
            text=report.text,
            name=f"{report.id}.txt",
            original=report.text.encode(),
            suffix=".txt",
            id=report.id,
            url=report.source,
        )
        ids.append(store.add(report, source).id)
    return ids
