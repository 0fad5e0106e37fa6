"""The nouns of a search: what is asked beside the words, and what comes back, all frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from archive.report import Span

Facet = Literal["year", "body", "directive", "kind", "period"]
FACETS: tuple[Facet, ...] = ("year", "body", "directive", "kind", "period")
Part = Literal["title", "tasks", "text"]
Sort = Literal["relevance", "date", "fresh"]
"""Best first, newest first, or best first with newer reports lifted (`search.freshness`)."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The facet values that narrow a search: several of one facet are OR, facets are AND.

    A value that reports have is just that value; where documents are `typed`, their names mean what
    `directive:` takes them for, so that a short one means all documents of that number.
    """

    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    typed: bool = False

    def toggled(self, facet: Facet, value: str) -> "Selection":
        """The selection with `value` taken in, or out where it was in."""
        values = self.chosen.get(facet, ())
        left = tuple(v for v in values if v != value) if value in values else (*values, value)
        chosen = {**self.chosen, facet: left}
        return Selection({name: kept for name, kept in chosen.items() if kept}, self.typed)

    def __bool__(self) -> bool:
        return bool(self.chosen)


class Page(NamedTuple):
    """Which of what answers is wanted, and in what order; with `folded` the reports on one event
    are one hit, and `limit` and `offset` count such hits.
    """

    selection: Selection = Selection()
    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0
    folded: bool = False


FIRST = Page()
"""The first page of all that answers, best first."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage: `text` as shown, `highlights` inside it, `start` its offset in the report.

    Of several passages of one report that of `rank` 0 shows the query best.
    """

    text: str
    highlights: tuple[Span, ...]
    start: int
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that answers; dates and periods in their notation."""

    id: str
    title: str | None
    score: float
    body: str | None
    kind: str
    published: str | None
    event_date: str | None
    period_reviewed: str | None
    period_planned: str | None
    tasks: int
    directives: int
    body_level: str | None = None
    event_id: str | None = None
    reprint: bool = False
    """Is it nearly the text of another report?"""
    snippets: tuple[Snippet, ...] = ()
    others: tuple[str, ...] = ()
    """The further reports on the same event that answer, best first, where hits are folded."""

    @property
    def best(self) -> Snippet | None:
        """The passage that shows the query best."""
        return min(self.snippets, key=lambda snippet: snippet.rank, default=None)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and how many of the hits have it.

    A body has its place in a tree: its `level` (as `Report.body_level`), and as its `parent` the
    province that its name tells, None where it tells none.
    """

    value: str
    count: int
    level: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something the person should know of the answer: `note.<code>` in the catalogue, its facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page of hits, the honest total, and the facet counts of all hits.

    `total` and the facets count reports, folded or not; `listed` counts the hits of all pages,
    fewer than `total` where reports on one event are folded.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]]
    notes: tuple[Note, ...] = ()
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskHit:
    """A task that answers: the `ordinal`-th of report `id`, its text and the matches in it."""

    id: str
    ordinal: int
    text: str
    highlights: tuple[Span, ...]
    score: float
    body: str | None
    period_planned: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAnswer:
    """A page of tasks, how many there are in all, and how many of them have each facet's values."""

    query: str
    total: int
    hits: tuple[TaskHit, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """What one piece of a query gives a hit.

    `typed` is the piece, `forms` the terms of the report that it found, `parts` where they stand,
    `weight` what it adds to the score. `kind` says whether it is a word, neighbours (`pair`), a
    quoted `phrase`, a `document` by its number, or a `filter`, which adds nothing. That the report
    is `fresh` counts where newer ones are lifted; `typed` is then its day. A report is `about` the
    period that is named, `typed`, and its body, which is its one form.
    """

    kind: Literal["word", "pair", "phrase", "document", "filter", "about", "fresh"]
    typed: str
    forms: tuple[str, ...]
    parts: tuple[Part, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a report, or its task `ordinal`, answers: the reasons' weights add up to `score`; of what
    was typed it lacks `missing`.
    """

    id: str
    score: float
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()
    ordinal: int | None = None
