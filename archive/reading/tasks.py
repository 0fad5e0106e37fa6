"""The tasks set for the planned period.

Where the article lists them, the lists for the planned period are the tasks, whoever set them;
otherwise the sentences by which the body, or somebody with authority over it, sets them
(`prose`). An article that reports no conference on a period's work sets none.
"""

from archive.reading.listed import read_lists
from archive.reading.page import Page
from archive.reading.sentences import paragraphs
from archive.reading.speakers import who_sets
from archive.reading.times import Times
from archive.report import Directive, Section, Span, Task


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
    found: list[tuple[Span, str | None]] = []
    for listed in read_lists(text, page.folded, parts, years(times)):
        if listed.role == "tasks":
            by = who_sets(text, listed.lead)
            found += [(Span(item.start, item.end), by) for item in listed.items]
    cited = [(span, directive.key) for directive in directives for span in directive.mentions]
    return tuple(
        Task(
            ordinal=ordinal,
            text=text[span.start : span.end],
            start=span.start,
            end=span.end,
            by=by,
            directives=keys_inside(span, cited),
        )
        for ordinal, (span, by) in enumerate(found, 1)
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
