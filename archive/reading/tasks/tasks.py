"""The tasks set for the planned period.

Where the article lists them, the lists for the planned period are the tasks, whoever set them;
otherwise the sentences by which the body, or somebody with authority over it, sets them
(`prose`). An article that reports no conference on a period's work sets none.
"""

from bisect import bisect_left

from archive.reading.page import Page
from archive.reading.tasks.ahead import ahead_of
from archive.reading.tasks.layout import lay_out
from archive.reading.tasks.listed import Years, read_lists, role_of
from archive.reading.tasks.prose import prose_tasks
from archive.reading.tasks.speakers import who_sets
from archive.reading.times import Times
from archive.report import Directive, Section, Span, Task

NO_TASKS = frozenset({"awards"})


def find_tasks(
    page: Page,
    sections: tuple[Section, ...],
    times: Times,
    directives: tuple[Directive, ...],
    rank: str | None = None,
) -> tuple[Task, ...]:
    """The tasks in `page`, in text order; none where the article sets none.

    `rank` is the level of the body whose work is reviewed: those of lower ones only propose.
    """
    if times.kind is None or times.kind.value == "none":
        return ()
    text, layout = page.text, lay_out(page)
    named = years(times)
    ahead = ahead_of(
        times.reviewed.value if times.reviewed else None,
        times.planned.value if times.planned else None,
    )
    found: list[tuple[Span, str | None]] = []
    for listed in read_lists(page):
        if role_of(listed, text, named, ahead) == "tasks":
            leads = listed if listed.lead.end > listed.lead.start else listed.like or listed
            by = who_sets(layout, leads.lead)
            found += [(Span(item.start, item.end), by) for item in listed.items]
    if not found:
        skipped = [
            Span(section.start, section.end) for section in sections if section.role in NO_TASKS
        ]
        prose = prose_tasks(layout, skipped, ahead, rank)
        found = [(span, who_sets(layout, span)) for span in prose]
    if not found:
        return ()
    cited = sorted(
        [
            (span.start, span.end, directive.key)
            for directive in directives
            for span in directive.mentions
        ]
    )
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


def years(times: Times) -> Years:
    """The year reviewed and the year planned, as they are written; where no plan is told that of
    the period after the reviewed one.
    """
    reviewed = times.reviewed.value if times.reviewed else None
    planned = times.planned.value if times.planned else None
    if planned is None and reviewed is not None and reviewed.months <= 12:
        planned = reviewed.successor()
    return (str(reviewed.year) if reviewed else None, str(planned.year) if planned else None)


def keys_inside(span: Span, cited: list[tuple[int, int, str]]) -> tuple[str, ...]:
    """The keys of the documents cited inside `span`, first mention first, each once; `cited` are
    all mentions in text order, each with its end and key.
    """
    start, past = span
    first = bisect_left(cited, (start,))
    if first == len(cited) or cited[first][0] >= past:
        return ()
    last = bisect_left(cited, (past,))
    return tuple(dict.fromkeys([key for _, end, key in cited[first:last] if end <= past]))
