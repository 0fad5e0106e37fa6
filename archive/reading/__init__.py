"""Clean text to report: page, outline, times, body, directives, tasks, figures; `read` is the door.

The stages follow one another and each knows only what the ones before it found. Reading looks at
no file, takes nothing from outside the text but the registry, and never raises for any text: what
it cannot read is None.
"""

from typing import Any

from archive.event import event_id
from archive.importing import Source
from archive.reading.body import find_body, level_of
from archive.reading.directives import find_directives
from archive.reading.figures import find_figures
from archive.reading.outline import outline
from archive.reading.page import read_page
from archive.reading.results import find_results
from archive.reading.tasks import find_tasks
from archive.reading.times import find_times
from archive.report import Found, Report

__all__ = ["read"]


def read(source: Source) -> Report:
    """The report that `source` holds, every value with its evidence span and confidence.

    What the source says beside its text (a title or date field) wins over what its text says.
    """
    page = read_page(source.text, title=source.title)
    sections = outline(page)
    times = find_times(page, sections, published=source.published)
    body = find_body(page, sections)
    day = times.event.value if times.event else times.published.value if times.published else None
    directives = find_directives(page, day=day, body=body.value if body else None)
    cited = tuple(span for directive in directives for span in directive.mentions)
    fields = (
        ("title", page.title),
        ("published", times.published),
        ("event_date", times.event),
        ("body", body),
        ("body_level", level_of(body) if body else None),
        ("kind", times.kind),
        ("period_reviewed", times.reviewed),
        ("period_planned", times.planned),
    )
    found = [(name, value) for name, value in fields if value]
    return Report(
        id=source.id,
        source=source.url or source.name,
        text=page.text,
        title=page.title.value if page.title else None,
        published=times.published.value if times.published else None,
        event_date=times.event.value if times.event else None,
        body=body.value.name if body else None,
        body_level=body.value.level if body else None,
        kind=times.kind.value if times.kind else "none",
        period_reviewed=times.reviewed.value if times.reviewed else None,
        period_planned=times.planned.value if times.planned else None,
        event_id=event_id(body.value.name if body else None, times),
        flags=times.flags,
        directives=directives,
        figures=find_figures(page, cited),
        results=find_results(page, sections),
        tasks=find_tasks(page, sections, times, directives, body.value.level if body else None),
        sections=sections,
        evidence={name: value.span for name, value in found},
        confidence={name: value.confidence for name, value in found},
        candidates={
            name: more for name, value in found if value.also and (more := _others(name, value))
        },
    )


def _others(name: str, found: Found[Any]) -> tuple[str, ...]:
    """The other readings of the field `name`, likeliest first."""
    part = {"body": "name", "body_level": "level"}.get(name)
    said = [str(getattr(one, part) if part else one) for one in (found.value, *found.also)]
    return tuple(other for other in dict.fromkeys(said) if other != said[0])
