"""The list of hits: pages of an answer asked for as they come into view, others of one event below
the hit that stands for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.message import Message

from archive.report import Report
from search.answer import Hit, Snippet, TaskHit
from tui.screens.asking import Found, find
from tui.screens.base import PlaceScreen
from tui.screens.hits import (
    LINES,
    AnyHit,
    Hits,
    Look,
    Sight,
    draw_hit,
    hit_of,
    lines_of,
    sight_of,
    telling,
)
from tui.widgets.lines import Line
from tui.widgets.rows import Rows

_BESIDE, _A_PASSAGE, _A_LINE = 8, 8, 3
# Lines that other hits keep, and lines of the list for each further passage, or line of a task, of
# the one that is read.

AHEAD = 10
"""Hits ahead of the one that is read whose page is asked for."""


class HitList(Rows):
    """The rows of one answer."""

    @dataclass
    class Came(Message):
        """What the cursor stands on has come, or is another hit."""

    def __init__(self, screen: PlaceScreen) -> None:
        ascii_only = screen.xdd.settings.ascii
        super().__init__(self._draw_hit, height=LINES, leads=True, ascii_only=ascii_only, id="hits")
        self._of = screen
        self._hits = Hits(self._want)
        self._passages: tuple[Snippet, ...] = ()
        self._here: int | None = None
        self.found: Found | None = None

    def take(self, found: Found | None, empty: Sequence[str]) -> None:
        """Show an answer from its first row; `empty` says why there is none."""
        self.found = found
        self._hits = Hits(self._want)
        if found:
            self._hits.put(0, found.hits)
        self.show(found.listed if found else 0, empty=empty)
        self._tell()

    @property
    def hit(self) -> AnyHit | None:
        """The hit under the cursor."""
        return self._hits.at(self.cursor) if self.count else None

    @property
    def is_at_top(self) -> bool:
        """Has it the focus, and is the cursor on its first row?"""
        return self.has_focus and not self.cursor

    @property
    def sight(self) -> Sight | None:
        """What there is to look at of it."""
        hit = self.hit
        if hit is None or self.found is None:
            return None
        question = self.found.question
        sight = sight_of(hit, "" if question.source else question.query)
        return replace(sight, number=self.cursor + 1, of=self.count)

    @property
    def has_others(self) -> bool:
        """Are there further reports on the same event?"""
        hit = self.hit
        return isinstance(hit, Hit) and (bool(hit.others) or self._hits.is_under(self.cursor))

    def point(self, passages: Sequence[Snippet], here: int | None) -> None:
        """Show as many of these passages of the hit under the cursor as there is room for, the best
        ones, and point out where in the report one is; of a task its whole text.
        """
        hit = self.hit
        if isinstance(hit, TaskHit):
            self._passages = ()
            more = lines_of(hit, self.scrollable_content_region.width - 1) - LINES + 1
            self.grow(max(0, min((self.size.height - _BESIDE) // _A_LINE, more)))
            return
        room = 1 + max(0, (self.size.height - _BESIDE) // _A_PASSAGE)
        own = hit.snippets if isinstance(hit, Hit) else ()
        self._passages = tuple(s for s in passages or own if s.rank < room)
        self._here = here
        self.grow(max(len(self._passages) - 1, 0))

    def place_at(self, line: int) -> int | None:
        """Where in its report the passage begins that stands on a line of the hit under the cursor;
        None where none of several does.
        """
        at = line - (LINES - 1)
        if not self._further or not 0 <= at < len(self._passages):
            return None
        snippet = self._passages[at]
        highlight = telling(snippet)
        return snippet.start + highlight.start if highlight else None

    def step(self, step: int) -> Sight | None:
        """To the next hit (1) or the one before (-1), what there is to look at; None at the end, or
        where its page is still to come. Pages are asked for some hits ahead.
        """
        row = self.cursor + step
        if not 0 <= row < self.count or self._hits.at(row) is None:
            return None
        self._hits.at(max(0, min(row + AHEAD * step, self.count - 1)))
        self.go(row)
        return self.sight

    def toggle_others(self) -> None:
        """The further reports below their hit, or away again."""
        at, hit, hits, library = self.cursor, self.hit, self._hits, self._of.xdd.library

        def others() -> list[Report]:
            return [library.report(other) for other in hit.others] if isinstance(hit, Hit) else []

        def then(reports: list[Report]) -> None:
            if hits is self._hits and not hits.is_unfolded(at):
                hits.unfold(at, tuple(hit_of(report) for report in reports))
                self._count(at)

        if hits.is_unfolded(at):
            self._count(hits.fold(at))
        elif isinstance(hit, Hit):
            self._of.work(others, then, awaited="matter")

    def _count(self, cursor: int) -> None:
        top = self.scroll_offset.y
        self.show((self.found.listed if self.found else 0) + self._hits.more, cursor=cursor)
        self.scroll_to(y=top, animate=False, force=True)

    def _want(self, page: int) -> None:
        """Ask for a page of the answer that is shown."""
        hits, found, library = self._hits, self.found, self._of.xdd.library

        def then(more: Found) -> None:
            hits.put(page, more.hits)
            if hits is self._hits:
                self.redraw()
                self.post_message(self.Came())

        if found:
            question = found.question
            self._of.work(lambda: find(library, question, page), then)

    def _tell(self) -> None:
        """What the list holds, in which order; where reports on one event are one row, how many."""
        words, found = self._of.words, self.found
        if found is None:
            return
        question = found.question
        source, typed = question.source, bool(question.query.strip())
        some = typed or bool(question.selection)
        name = "tasks" if question.tasks else "results" if some else "all"
        said = words(f"screen.search.{source.kind if source else name}")
        # Where nothing weighs anything, as with filters alone, the newest come first.
        weighed = bool(found.hits and found.hits[0].score)
        way = question.sort if source or (typed and (weighed or not found.hits)) else "date"
        title = f"{said} · {words(f'screen.search.{way}')}"
        self.border_title = self._of.caption(title)
        folded = words("screen.search.folded", listed=self._of.number(found.listed))
        self.border_subtitle = self._of.caption(folded if found.listed < found.total else "")

    def _draw_hit(self, row: int, width: int) -> tuple[Line, ...]:
        xdd, hit = self._of.xdd, self._hits.at(row)
        marked = [mark.id for mark in xdd.marks]
        letter = "AB"[marked.index(hit.id)] if hit and hit.id in marked else ""
        look = Look(letter, self._hits.is_under(row), self._hits.is_unfolded(row))
        if row == self.cursor and self._further:
            lines = LINES - 1 + self._further
            look = replace(look, passages=self._passages, here=self._here, lines=lines)
        return draw_hit(hit, width, look, words=xdd.words, ascii_only=xdd.settings.ascii)
