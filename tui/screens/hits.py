"""The hits of a search as rows: a window of pages over any number of them, and how one is drawn."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.report import Report, Span, on_one_line
from search.answer import Hit, Snippet, TaskHit
from search.series import period_of
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, Mark, Piece, marked, plain, spread, visible, wrap
from tui.widgets.signs import sign

PAGE = 20
"""Hits asked for at a time."""

KEPT = 40
"""Pages kept; the oldest asked for go first."""

_CLOSE = 40  # letters

LINES = 3
"""Lines that a hit takes."""


AnyHit = Hit | TaskHit


@dataclass(frozen=True, slots=True)
class Sight:
    """What to look at: a report, the words that brought one there, and where in it to begin: at a
    task, at a place, or wherever the words stand best. `spans` are what to look at instead of the
    words; it is hit `number` of so many (`of`), where it is one.
    """

    id: str
    query: str = ""
    place: int | None = None
    task: int = 0
    spans: tuple[Span, ...] = ()
    number: int = 0
    of: int = 0

    def start(self, report: Report) -> int | None:
        """Where in `report` to begin, None where the words stand best."""
        task = next((t for t in report.tasks if self.task and t.ordinal == self.task), None)
        return task.start if task else self.place


Beside = Callable[[int], Sight | None]
"""Leads to the hit after (1) or before (-1); None where there is none that way."""


def sight_of(hit: AnyHit, query: str) -> Sight:
    """What there is to look at of a hit: the task, else the place where its passage matches; where
    nothing was typed, its passages themselves.
    """
    if isinstance(hit, TaskHit):
        return Sight(hit.id, query, task=hit.ordinal)
    highlight = telling(hit.best) if hit.best else None
    place = hit.best.start + highlight.start if hit.best and highlight else None
    spans = () if query.strip() else tuple(sorted(highlighted(hit)))
    return Sight(hit.id, query, place, spans=spans)


def planned_of(hit: AnyHit) -> object:
    """The period that a hit is known by, None where it has none."""
    return hit.period_planned if isinstance(hit, TaskHit) else period_of(hit)


def highlighted(hit: Hit) -> Iterator[Span]:
    """What is marked in a hit's passages, as places in its report."""
    for snippet in hit.snippets:
        for start, end in snippet.highlights:
            yield Span(snippet.start + start, snippet.start + end)


@dataclass
class Hits:
    """The hits of one answer as far as they were asked for; `want` asks for a page not there.

    Below a hit that stands for several reports on one event the others may be unfolded: rows of
    their own.
    """

    want: Callable[[int], None]
    _pages: dict[int, Sequence[AnyHit] | None] = field(default_factory=dict)
    _unfolded: dict[int, tuple[Hit, ...]] = field(default_factory=dict)

    def put(self, page: int, hits: Sequence[AnyHit]) -> None:
        """Keep the hits of a page."""
        self._pages[page] = hits
        if len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]

    def at(self, row: int) -> AnyHit | None:
        """The hit of a row, None where its page is still to come."""
        place, below = self._place(row)
        if below:
            return self._unfolded[place][below - 1]
        page, number = divmod(place, PAGE)
        if page not in self._pages:
            self._pages[page] = None
            self.want(page)
        hits = self._pages[page]
        return hits[number] if hits and number < len(hits) else None

    def _place(self, row: int) -> tuple[int, int]:
        """Which hit a row stands for, and which of its others, 0 for the hit itself."""
        for place, others in sorted(self._unfolded.items()):
            if row <= place:
                break
            if row <= place + len(others):
                return place, row - place
            row -= len(others)
        return row, 0

    @property
    def more(self) -> int:
        """Rows that unfolding has brought."""
        return sum(map(len, self._unfolded.values()))

    def is_under(self, row: int) -> bool:
        """Is this one of the others of a hit above?"""
        return self._place(row)[1] > 0

    def is_unfolded(self, row: int) -> bool:
        """Do the others of this row's hit stand below it?"""
        return self._place(row)[0] in self._unfolded

    def unfold(self, row: int, others: tuple[Hit, ...]) -> None:
        """Show `others` below the hit of a row."""
        self._unfolded[self._place(row)[0]] = others

    def fold(self, row: int) -> int:
        """Take them away again; the row of the hit they belong to."""
        place, below = self._place(row)
        del self._unfolded[place]
        return row - below


def hit_of(report: Report) -> Hit:
    """A report as a row of the list, where no search has brought it."""
    reviewed, planned = report.period_reviewed, report.period_planned
    return Hit(
        id=report.id or "",
        title=report.title,
        score=0,
        body=report.body,
        kind=report.kind,
        published=report.published.isoformat() if report.published else None,
        event_date=report.event_date.isoformat() if report.event_date else None,
        period_reviewed=str(reviewed) if reviewed else None,
        period_planned=str(planned) if planned else None,
        tasks=len(report.tasks),
        directives=len(report.directives),
        event_id=report.event_id,
        reprint="reprint" in report.flags,
    )


def day_of(hit: Hit) -> str | None:
    """The day people know the report by: of the event, else of the page."""
    return hit.event_date or hit.published


def periods(hit: Hit, *, ascii_only: bool) -> str:
    """What the report looks back on and plans: "2021 → 2022"."""
    both = [period for period in (hit.period_reviewed, hit.period_planned) if period]
    if hit.period_planned and not hit.period_reviewed:
        both = ["", hit.period_planned]
    return f" {sign('to', ascii_only=ascii_only)} ".join(both).strip()


def name_of(hit: AnyHit, words: Catalogue) -> str:
    """Day (of a task: the period planned) and body: how a marked report is named."""
    if isinstance(hit, TaskHit):
        day = hit.period_planned or ""
    else:
        day = day_of(hit) or words("screen.common.no-date")
    return f"{day} {hit.body or words('screen.common.no-body')}".strip()


@dataclass(frozen=True, slots=True)
class Look:
    """How a row is drawn beside what it holds: the `letter` of its mark, "" for none; whether it is
    one of the others `under` a hit; whether such others are `unfolded` below it; the `passages`
    that are shown, None for the best one, that at the place `here` of the report pointed out; how
    many `lines` of a task are.
    """

    letter: str = ""
    under: bool = False
    unfolded: bool = False
    passages: tuple[Snippet, ...] | None = None
    here: int | None = None
    lines: int = LINES - 1


def draw_hit(
    hit: AnyHit | None, width: int, look: Look, *, words: Catalogue, ascii_only: bool
) -> tuple[Line, ...]:
    """The lines of a hit: day and body; periods and title; passages, else what it holds."""
    if hit is None:
        return (plain(f"  {sign('pending', ascii_only=ascii_only)}", "dim"),)
    if isinstance(hit, TaskHit):
        return _draw_task(hit, width, look, words=words)
    under = Piece(f"{sign('under', ascii_only=ascii_only)} ", "dim") if look.under else Piece("")
    head: Line = (
        Piece(look.letter.ljust(2), "key"),
        under,
        Piece(day_of(hit) or words("screen.common.no-date"), "dim"),
        Piece(" "),
        Piece(hit.body or words("screen.common.no-body"), "strong", by_its_end=True),
    )
    if hit.others:
        fold = f"{'-' if look.unfolded else '+'}{len(hit.others)}"
        head = spread(head, plain(f" {fold} ", "key"), width)
    margin = "    " if look.under else "  "
    span = periods(hit, ascii_only=ascii_only)
    about = (
        Piece(margin),
        Piece(f"{span}  " if span else "", "key"),
        Piece(f"{words('screen.common.reprint')} · " if hit.reprint else "", "dim"),
        Piece(hit.title or words("screen.common.no-title")),
    )
    if look.passages:
        here = sign("quoted", ascii_only=ascii_only)
        return (
            head,
            about,
            *(
                (Piece(f"{here} ".rjust(len(margin)) if at else margin, "key"), *line)
                for at, line in _passages(look, width - len(margin), ascii_only=ascii_only)
            ),
        )
    if hit.best:
        best = passage(hit.best, width - len(margin), ascii_only=ascii_only)
        return head, about, (Piece(margin), *best)
    holds = words("screen.search.row", tasks=hit.tasks, directives=hit.directives)
    return head, about, spread(plain(f"{margin}{holds}", "dim"), (), width)


def _draw_task(hit: TaskHit, width: int, look: Look, *, words: Catalogue) -> tuple[Line, ...]:
    """Whose task it is and for when; some lines of it, its first match in view."""
    head: Line = (
        Piece(look.letter.ljust(2), "key"),
        Piece(f"{hit.period_planned}  " if hit.period_planned else "", "key"),
        Piece(hit.body or words("screen.common.no-body"), "strong", by_its_end=True),
    )
    lead = _lead(hit)
    text, spans, rows = _wrapped(hit, width)
    first = spans[0].start if spans else 0
    at = max((n for n, row in enumerate(rows) if row.start <= first), default=0)
    at = max(0, min(at, len(rows) - look.lines))
    marks = [Mark(*span, "match") for span in spans]
    lines = [marked(text, *row, marks) for row in rows[at : at + look.lines]]
    if at:
        lines[0] = (Piece("…", "dim"), *lines[0])
    if at + look.lines < len(rows):
        lines[-1] = (*lines[-1], Piece("…", "dim"))
    margins = (Piece(lead, "dim"), *[Piece(" " * len(lead))] * (len(lines) - 1))
    return head, *((margin, *line) for margin, line in zip(margins, lines, strict=True))


def _lead(hit: TaskHit) -> str:
    return f"  {hit.ordinal}. "


def _wrapped(hit: TaskHit, width: int) -> tuple[str, tuple[Span, ...], list[Span]]:
    """A task's text as it is shown, what matches in it, and its lines."""
    text, spans = on_one_line(hit.text, hit.highlights)
    text = visible(text)
    return text, spans, wrap(text, max(width - len(_lead(hit)) - 1, 8))


def lines_of(hit: TaskHit, width: int) -> int:
    """How many lines a task's whole text takes."""
    return len(_wrapped(hit, width)[2])


def why_none(
    typed: str, words: Catalogue, keys: Mapping[str, str], *, filtered: bool, by: str = ""
) -> tuple[str, ...]:
    """Why there is no hit, and which of `keys` helps ("clear" the filters, to the "query").

    `by` says what was looked for instead of reports with words: "tasks", "like" or "quote".
    """
    if not typed.strip() and not filtered and not by:
        return words("screen.search.empty"), words("screen.search.empty-how")
    what = f"-{by}" if by else ""
    none, key = ("none-filtered", "none-key") if filtered else ("none", "none-query-key")
    return (
        words(f"screen.search.{none}{what}", query=visible(typed)),
        words(f"screen.search.none-why{what}"),
        words(f"screen.search.{key}", **keys),
    )


def _passages(look: Look, width: int, *, ascii_only: bool) -> Iterator[tuple[bool, Line]]:
    """Each passage as a line, and whether the place that one is at is in it."""
    for snippet in look.passages or ():
        at = -1 if look.here is None else look.here - snippet.start
        inside = 0 <= at < len(snippet.text)
        yield inside, passage(snippet, width, at if inside else None, ascii_only=ascii_only)


def telling(snippet: Snippet) -> Span | None:
    """The highlight of a passage with which most of what is marked begins, close together."""
    spans = snippet.highlights
    letters = [
        sum(span.end - span.start for span in spans if 0 <= span.start - one.start < _CLOSE)
        for one in spans
    ]
    return spans[letters.index(max(letters))] if spans else None


def passage(
    snippet: Snippet, width: int, here: int | None = None, *, ascii_only: bool = False
) -> Line:
    """`snippet` on one line, the highlight at its letter `here`, or the most telling, in view."""
    text = snippet.text.replace("\n", " ")
    walked = (span for span in snippet.highlights if here is not None and span.end > here)
    first = next(walked, None) or telling(snippet) or Span(0, 0)
    start = 0
    if first.end > width - 1:
        start = max(0, min(first.start - width // 3, len(text) - width + 2))
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else start
    marks = [
        Mark(*span, "here" if here is not None and span == first else "match")
        for span in snippet.highlights
    ]
    # Dots of its own room, so that they take none from the sign before them.
    lead = (Piece(sign("pending", ascii_only=ascii_only), "dim"),) if start else ()
    return (*lead, *marked(text, start, len(text), marks))
