"""The report under the cursor as the search screen shows it, its matches marked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from archive.report import Report, Span
from search.answer import Hit
from tui.citing import passage_at
from tui.screens.hits import day_of, periods
from tui.widgets.lines import Mark, caption, shortened
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from tui.app import XddApp


class Preview(TextPane):
    """A report's text below one line about it; one of the matches is the current one."""

    @dataclass
    class Shown(Message):
        """Another report is shown, or none."""

    def __init__(self, xdd: "XddApp", *, ascii_only: bool) -> None:
        super().__init__(id="preview")
        self._xdd = xdd
        self._words = xdd.words
        self._wanted: tuple[Hit | None, str] = (None, "")
        self._reading = False
        self._ascii = ascii_only
        self._head = ""
        self._match = 0
        self.report: Report | None = None
        self.matches: tuple[Span, ...] = ()

    def on_resize(self) -> None:
        """The title has another width. (The pane itself wraps after this.)"""
        self._tell()

    def follow(self, hit: Hit | None, query: str) -> None:
        """Show the report of `hit`, the words of `query` marked, once it is read.

        One is read at a time; what is wanted meanwhile is read next, what was wanted between not.
        """
        self._wanted = (hit, query)
        if hit is None:
            self.clear()
        elif not self._reading:
            self._read(hit, query)

    def _read(self, hit: Hit, query: str) -> None:
        library = self._xdd.library

        def job() -> tuple[Report, tuple[Span, ...]]:
            report = library.report(hit.id)
            return report, library.matches(query, report.text)

        def then(found: tuple[Report, tuple[Span, ...]]) -> None:
            self._reading = False
            if self._wanted == (hit, query):
                self.show_report(hit, *found)
            else:
                self.follow(*self._wanted)

        def failed(_trouble: str) -> None:
            self._reading = False
            self.clear()

        self._reading = True
        self._xdd.work(job, then, failed)

    def clear(self) -> None:
        """Show no report."""
        self.report, self.matches = None, ()
        self.show("")
        self._tell()
        self.post_message(self.Shown())

    def show_report(self, hit: Hit, report: Report, matches: tuple[Span, ...]) -> None:
        """Show `report`, at the match that the passage of `hit` begins with."""
        self.report, self.matches = report, matches
        self._match = first_match(matches, hit)
        holds = self._words("screen.search.row", tasks=hit.tasks, directives=hit.directives)
        about = (day_of(hit), periods(hit, ascii_only=self._ascii), holds)
        self._head = " · ".join(part for part in about if part) + "\n\n"
        self.show(self._head + report.text, self._looks(), place=self._current())
        self._tell()
        self.post_message(self.Shown())

    def step(self, step: int) -> None:
        """To the next match (1) or the one before (-1), round the end."""
        self._match = (self._match + step) % len(self.matches)
        self.mark(self._looks(), place=self._current())
        self._tell()

    def passage(self) -> str:
        """The sentence of the current match, "" without a report."""
        if self.report is None:
            return ""
        return passage_at(self.report, self.matches[self._match] if self.matches else None)

    def _looks(self) -> list[Mark]:
        before = len(self._head)
        return [Mark(0, before - 2, "dim")] + [
            Mark(start + before, end + before, "here" if number == self._match else "match")
            for number, (start, end) in enumerate(self.matches)
        ]

    def _current(self) -> int | None:
        return self.matches[self._match].start + len(self._head) if self.matches else None

    def _tell(self) -> None:
        body = self.report.body if self.report else None
        title = body or self._words("screen.search.preview")
        fitting = shortened(title, max(self.size.width - 2, 8))
        self.border_title = caption(fitting, ascii_only=self._ascii)
        number, total = self._match + 1, len(self.matches)
        told = self._words("screen.search.match", number=number, total=total) if total else ""
        self.border_subtitle = caption(told, ascii_only=self._ascii)


def first_match(matches: tuple[Span, ...], hit: Hit) -> int:
    """The match that the hit's passage shows."""
    snippet = hit.snippets[0] if hit.snippets else None
    if not snippet or not snippet.highlights:
        return 0
    place = snippet.start + snippet.highlights[0].start
    return next((n for n, match in enumerate(matches) if match.end > place), 0)
