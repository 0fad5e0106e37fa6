"""The tasks set for the planned period.

Where the article lists them, the lists for the planned period are the tasks, whoever set them;
otherwise the sentences by which the body, or somebody with authority over it, sets them
(`prose`). An article that reports no conference on a period's work sets none.
"""

from archive.reading.listed import read_lists
from archive.reading.page import Page
from archive.reading.prose import prose_tasks
from archive.reading.sentences import paragraphs
from archive.reading.speakers import who_sets
from archive.reading.times import Times
from archive.report import Directive, Section, Span, Task

NO_TASKS = frozenset({"attendance", "awards"})


def find_tasks(
    page: Page,
    sections: tuple[Section, ...],
    times: Times,
    directives: tuple[Directive, ...],
) -> tuple[Task, ...]:
    """The tasks in `page`, in text order; none where the article sets none."""
    if times.kind is None or times.kind.value == "none":
        return ()
    text = page.text
    parts = paragraphs(page)
    listed = [
        found
        for found in read_lists(text, page.folded, parts, years(times))
        if found.role == "tasks"
    ]
    found = [(Span(item.start, item.end), one.lead) for one in listed for item in one.items]
    if not found:
        skipped = [
            Span(section.start, section.end) for section in sections if section.role in NO_TASKS
        ]
        reviewed, planned = years(times)
        prose = prose_tasks(text, parts, skipped, planned if planned != reviewed else None)
        found = [(span, span) for span in prose]
    cited = [(span, directive.key) for directive in directives for span in directive.mentions]
    return tuple(
        Task(
            ordinal=ordinal,
            text=text[span.start : span.end],
            start=span.start,
            end=span.end,
            by=who_sets(text, lead),
            directives=keys_inside(span, cited),
        )
        for ordinal, (span, lead) in enumerate(found, 1)
    )


def years(times: Times) -> tuple[str | None, str | None]:
    """The year reviewed and the year planned, as they are written."""
    return (
        str(times.reviewed.value.year) if times.reviewed else None,
        str(times.planned.value.year) if times.planned else None,
    )


def keys_inside(span: Span, cited: list[tuple[Span, str]]) -> tuple[str, ...]:
    """The keys of the documents cited inside `span`, first mention first, each once."""
    inside = sorted(
        (mention.start, key)
        for mention, key in cited
        if span.start <= mention.start and mention.end <= span.end
    )
    return tuple(dict.fromkeys(key for _, key in inside))
