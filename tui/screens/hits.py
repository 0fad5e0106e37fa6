"""The hits of a search as rows: a window of pages over any number of them, and how one is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from archive.report import Span
from search.answer import Hit, Snippet
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, Mark, Piece, marked, plain, spread, visible
from tui.widgets.signs import sign

PAGE = 50
"""Hits asked for at a time."""

KEPT = 40
"""Pages kept; the oldest asked for go first."""

LINES = 3
"""Lines that a hit takes."""


@dataclass
class Hits:
    """The hits of one answer as far as they were asked for; `want` asks for a page not there."""

    want: Callable[[int], None]
    _pages: dict[int, tuple[Hit, ...] | None] = field(default_factory=dict)

    def put(self, page: int, hits: tuple[Hit, ...]) -> None:
        """Keep the hits of a page."""
        self._pages[page] = hits
        if len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]

    def at(self, row: int) -> Hit | None:
        """The hit of a row, None where its page is still to come."""
        page, place = divmod(row, PAGE)
        if page not in self._pages:
            self._pages[page] = None
            self.want(page)
        hits = self._pages[page]
        return hits[place] if hits and place < len(hits) else None


def day_of(hit: Hit) -> str | None:
    """The day people know the report by: of the event, else of the page."""
    return hit.event_date or hit.published


def periods(hit: Hit, *, ascii_only: bool) -> str:
    """What the report looks back on and plans: "2021 → 2022"."""
    both = [period for period in (hit.period_reviewed, hit.period_planned) if period]
    if hit.period_planned and not hit.period_reviewed:
        both = ["", hit.period_planned]
    return f" {sign('to', ascii_only=ascii_only)} ".join(both).strip()


def name_of(hit: Hit, words: Catalogue) -> str:
    """Day and body: how a marked report is named."""
    day = day_of(hit) or words("screen.common.no-date")
    return f"{day} {hit.body or words('screen.common.no-body')}"


def draw_hit(
    hit: Hit | None, width: int, *, words: Catalogue, letter: str, ascii_only: bool
) -> tuple[Line, ...]:
    """The lines of a hit: day and body; periods and title; the passage, else what it holds.

    `letter` is the mark that the report bears, "" for none.
    """
    if hit is None:
        return (plain(f"  {sign('pending', ascii_only=ascii_only)}", "dim"),)
    head = (
        Piece(letter.ljust(2), "key"),
        Piece(day_of(hit) or words("screen.common.no-date"), "dim"),
        Piece(" "),
        Piece(hit.body or words("screen.common.no-body"), "strong", by_its_end=True),
    )
    span = periods(hit, ascii_only=ascii_only)
    about = (
        Piece("  "),
        Piece(f"{span}  " if span else "", "key"),
        Piece(hit.title or words("screen.common.no-title")),
    )
    if hit.snippets:
        return head, about, (Piece("  "), *passage(hit.snippets[0], width - 2))
    holds = words("screen.search.row", tasks=hit.tasks, directives=hit.directives)
    return head, about, spread(plain(f"  {holds}", "dim"), (), width)


def why_none(
    typed: str, words: Catalogue, keys: Mapping[str, str], *, filtered: bool
) -> tuple[str, ...]:
    """Why there is no hit, and which of `keys` helps ("clear" the filters, to the "query")."""
    if not typed.strip() and not filtered:
        return words("screen.search.empty"), words("screen.search.empty-how")
    none, key = ("none-filtered", "none-key") if filtered else ("none", "none-query-key")
    return (
        words(f"screen.search.{none}", query=visible(typed)),
        words("screen.search.none-why"),
        words(f"screen.search.{key}", **keys),
    )


def passage(snippet: Snippet, width: int) -> Line:
    """`snippet` on one line, its first highlight in view."""
    text = snippet.text.replace("\n", " ")
    first = snippet.highlights[0] if snippet.highlights else Span(0, 0)
    start = 0
    if first.end > width - 1:
        start = max(0, first.start - width // 3)
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else start
    marks = [Mark(*span, "match") for span in snippet.highlights]
    lead = (Piece("…", "dim"),) if start else ()
    return (*lead, *marked(text, start, len(text), marks))
