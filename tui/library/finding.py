"""Finding beside the search by words: more like this, quote to source, which passages of a report
show the words best, and why something was found.
"""

from archive.report import Report
from search.answer import FIRST, Answer, Explanation, Page, Snippet
from tui.library import Library


def like(
    library: Library, report_id: str, page: Page = FIRST, *, task: int | None = None
) -> Answer:
    """The reports most like a report, or like its task of this ordinal; `score` is the likeness.

    Raises UnknownReport for an id that is not there, or a report without such a task.
    """
    return library.ask(lambda index: index.like(report_id, page, task=task))


def quote(library: Library, text: str, page: Page = FIRST) -> Answer:
    """The reports that hold a passage, or nearly; `score` is the share of its words found."""
    return library.ask(lambda index: index.quote(text, page))


def explain(
    library: Library,
    query: str,
    report_id: str,
    page: Page = FIRST,
    *,
    task: int | None = None,
    typing: bool = False,
) -> Explanation:
    """Why the report, or its task of this ordinal, answers `query`. Raises UnknownReport."""
    return library.ask(
        lambda index: index.explain(query, report_id, page, task=task, typing=typing)
    )


def passages(
    library: Library, query: str, report: Report, most: int, *, typing: bool = False
) -> tuple[Snippet, ...]:
    """The passages of a report that show `query` best, in text order, none overlapping."""
    text, title = report.text, report.title or ""
    return library.ask(lambda index: index.passages(query, text, most, title=title, typing=typing))
