"""The report under the cursor as the search screen shows it, its matches marked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from archive.report import Report, Span
from search.answer import Snippet
from tui.citing import passage_at
from tui.library.finding import passages
from tui.screens.hits import Sight, day_of, hit_of, periods
from tui.screens.places import Places, densest
from tui.widgets.lines import Mark, caption, shortened
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from tui.app import XddApp


PASSAGES = 5
"""Passages of a report that are looked for; a list shows as many as it has room for."""


class Seen(NamedTuple):
    """A report as it is shown: what is marked in it, and the passages that show the words best."""

    report: Report
    matches: tuple[Span, ...]
    best: tuple[Snippet, ...] = ()


class Preview(TextPane):
    """A report's text below one line about it; one of the matches is the current one."""

    @dataclass
    class Shown(Message):
        """Another report is shown, or none."""

    def __init__(self, xdd: "XddApp", *, ascii_only: bool) -> None:
        super().__init__(id="preview")
        self._xdd = xdd
        self._words = xdd.words
        self._wanted: Sight | None = None
        self._reading = False
        self._ascii = ascii_only
        self._head = ""
        self._match = 0
        self._walked = False
        self.report: Report | None = None
        self.matches: tuple[Span, ...] = ()
        self.passages: tuple[Snippet, ...] = ()

    def on_resize(self) -> None:
        """The title has another width. (The pane itself wraps after this.)"""
        self._tell()

    def follow(self, sight: Sight | None) -> None:
        """Show a report, the words that were typed marked, once it is read.

        One is read at a time; what is wanted meanwhile is read next, what was wanted between not.
        """
        self._wanted, self._walked = sight, False
        if sight is None:
            self.clear()
        elif not self._reading:
            self._read(sight)

    @property
    def is_behind(self) -> bool:
        """Is what is wanted still being read?"""
        return self._reading

    def _read(self, sight: Sight) -> None:
        library = self._xdd.library

        def job() -> Seen:
            report = library.report(sight.id)
            if sight.spans or sight.task or not sight.query.strip():
                return Seen(report, sight.spans or library.matches(sight.query, report.text))
            best = passages(library, sight.query, report, PASSAGES, typing=True)
            return Seen(report, library.matches(sight.query, report.text), best)

        def then(found: Seen) -> None:
            self._reading = False
            if self._wanted == sight:
                self.show_report(sight, *found)
            else:
                self.follow(self._wanted)

        def failed(_trouble: str) -> None:
            self._reading = False
            self.clear()

        self._reading = True
        self._xdd.work(job, then, failed)

    def clear(self) -> None:
        """Show no report."""
        self.report, self.matches, self.passages = None, (), ()
        self.show("")
        self._tell()
        self.post_message(self.Shown())

    def show_report(
        self,
        sight: Sight,
        report: Report,
        matches: tuple[Span, ...],
        best: tuple[Snippet, ...] = (),
    ) -> None:
        """Show `report` where `sight` begins; `best` are the passages that show the words best."""
        self.report, self.matches, self.passages = report, matches, best
        self._walked = False
        start = sight.start(report)
        found = Places("", matches)
        self._match = densest(matches) if start is None else found.nearest(start).at
        hit = hit_of(report)
        holds = self._words("screen.search.row", tasks=hit.tasks, directives=hit.directives)
        reprint = self._words("screen.common.reprint") if hit.reprint else ""
        about = (day_of(hit), periods(hit, ascii_only=self._ascii), holds, reprint)
        self._head = " · ".join(part for part in about if part) + "\n\n"
        place = self._current() if start is None else start + len(self._head)
        self.show(self._head + report.text, self._looks(), place=place)
        self._tell()
        self.post_message(self.Shown())

    def step(self, step: int) -> None:
        """To the next match (1) or the one before (-1), round the end."""
        self._walked = True
        self._match = (self._match + step) % len(self.matches)
        self.mark(self._looks(), place=self._current())
        self._tell()

    def is_last(self, step: int) -> bool:
        """Is there no further match that way?"""
        return not 0 <= self._match + step < len(self.matches)

    @property
    def current(self) -> int | None:
        """Where in the report the current match stands."""
        return self.matches[self._match].start if self.matches else None

    @property
    def walked(self) -> int | None:
        """Where the match stands that somebody went to."""
        return self.current if self._walked else None

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
