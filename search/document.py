"""What the index keeps of a report: the texts to search, the facets, and what a hit shows.

`Source` is all that indexing asks of an archive, so that another store or a test can stand in.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from archive.report import Report
from search.analysis import references, short, type_symbol
from search.answer import Facet

_OPENING = 800  # letters

Shown = Mapping[str, str | int | None]


class Source(Protocol):
    """Where reports come from: each has an id, and a stamp that changes when the report does."""

    def entries(self) -> Iterable[tuple[str, str]]:
        """Every report's id and stamp."""
        ...

    def get(self, report_id: str, /) -> Report:
        """The report with this id."""
        ...


@runtime_checkable
class LearningSource(Source, Protocol):
    """A source that learns from what it reads: other processes' copies hand back what they did."""

    def learned(self) -> Any:
        """What was learned in this process since it was last asked."""
        ...

    def heed(self, learned: Any, /) -> None:
        """Take over what another process has learned."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as the index takes it; `title` is its headline, or what stands in for it.

    `day` is the date to sort by, as a proleptic ordinal, 0 without one; `references` are document
    numbers in the form of `analysis.references`, `possible` the keys of those that a citation could
    be; `shown` are the values of a hit.
    """

    id: str
    stamp: str
    title: str
    tasks: tuple[str, ...]
    text: str
    day: int
    references: tuple[str, ...]
    facets: Mapping[Facet, tuple[str, ...]]
    shown: Shown
    possible: tuple[str, ...] = ()

    @property
    def shown_text(self) -> str:
        """The values of a hit as they are kept."""
        return json.dumps(dict(self.shown), ensure_ascii=False)


def document_of(report: Report, report_id: str, stamp: str) -> Document:
    """`report` as kept under `report_id`, prepared for the index."""
    day = report.event_date or report.published
    # What a citation could be is found when asked for, but only what it is counts as cited.
    cited = dict.fromkeys(directive.key for directive in report.directives)
    possible = dict.fromkeys(key for one in report.directives for key in one.candidates)
    periods = [str(p) for p in (report.period_reviewed, report.period_planned) if p]
    return Document(
        id=report_id,
        stamp=stamp,
        title=report.title or _opening(report.text),
        tasks=tuple(task.text for task in report.tasks),
        text=report.text,
        day=day.toordinal() if day else 0,
        references=tuple(_numbers(report, dict.fromkeys((*cited, *possible)))),
        possible=tuple(possible),
        facets={
            "year": (str(report.year),) if report.year else (),
            "body": (report.body,) if report.body else (),
            "directive": tuple(cited),
            "kind": (report.kind,),
            "period": tuple(dict.fromkeys(periods)),
        },
        shown={
            "title": report.title,
            "body": report.body,
            "body_level": report.body_level,
            "kind": report.kind,
            "published": str(report.published) if report.published else None,
            "event_date": str(report.event_date) if report.event_date else None,
            "period_reviewed": str(report.period_reviewed) if report.period_reviewed else None,
            "period_planned": str(report.period_planned) if report.period_planned else None,
            "tasks": len(report.tasks),
            "directives": len(report.directives),
            "event_id": report.event_id,
            "reprint": "reprint" in report.flags,
        },
    )


def _numbers(report: Report, cited: Iterable[str]) -> Iterable[str]:
    """The numbers of the documents cited, with and without their issuer."""
    found = [token.term for key in cited for token in references(key)]
    shorts = [shortened for term in found if (shortened := short(term))]
    shorts += [
        f"{directive.number.lstrip('0')}-{symbol}"
        for directive in report.directives
        if directive.number and not directive.symbol and (symbol := type_symbol(directive.type))
    ]
    return dict.fromkeys(found + shorts)


def _opening(text: str) -> str:
    """What stands in for a missing headline: the first lines, where news tells what it is about."""
    return text[:_OPENING].rpartition(" ")[0]
