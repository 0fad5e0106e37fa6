"""A passage of a report's text chosen by keys: its beginning and its end, moved by word or line."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult

from archive.item_corrections import places_of
from archive.report import Report, Span
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, Mark, plain
from tui.widgets.scroller import Scroller
from tui.widgets.text_pane import TextPane

_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\s.;:,!?…]")
_ENDS = re.compile(r"[.;:!?…](?=\s|$)|(?=\n)|$")


class PassageScreen(PlaceScreen):
    """The text with the passage marked; `then` is told the words that were kept."""

    CSS_PATH = "passage.tcss"
    home = "passage"

    def __init__(self, report: Report, span: Span | None, then: Callable[[str], None]) -> None:
        super().__init__()
        self._report = report
        self._words = [Span(*found.span()) for found in _WORD.finditer(report.text)]
        self._then = then
        at = span or Span(0, 0)
        if at.start == at.end:
            at = sentence_from(report.text, at.start)
        self._start, self._end = at
        self._moves_end = span is not None

    def body(self) -> ComposeResult:
        """The text alone."""
        pane = TextPane(id="text")
        pane.add_class("pane")
        yield pane

    def on_mount(self) -> None:
        """The passage is in view."""
        super().on_mount()
        pane = self.query_one("#text", TextPane)
        pane.can_focus = True
        pane.focus()
        pane.show(self._report.text, self._chosen(), place=self._start)
        self._tell()

    def _chosen(self) -> list[Mark]:
        return [Mark(self._start, self._end, "here")]

    def _tell(self) -> None:
        pane = self.query_one("#text", TextPane)
        place = self._end - 1 if self._moves_end else self._start
        pane.mark(self._chosen(), place=max(0, place))
        which = self.words(f"screen.passage.{'end' if self._moves_end else 'start'}")
        pane.border_title = Text(which)
        pane.border_subtitle = Text(
            self.words("screen.passage.turn", key=self.xdd.shown("next-pane"))
        )
        self.refresh_frame()

    def mover(self) -> Scroller | None:
        """The keys of movement move an end of the passage, not the text."""
        return None

    def status(self) -> Line:
        """How long the passage is."""
        count = len(self._report.text[self._start : self._end].split())
        return plain(self.words("screen.passage.length", count=count), "dim")

    # ---- the ends

    def do_next_pane(self) -> None:
        """The other end."""
        self._moves_end = not self._moves_end
        self._tell()

    do_previous_pane = do_next_pane

    def do_word_on(self) -> None:
        """The end that is moved, a word on."""
        if self._moves_end:
            at = bisect_right([word.end for word in self._words], self._end)
            self._end = self._words[at].end if at < len(self._words) else self._end
        else:
            at = bisect_right([word.start for word in self._words], self._start)
            self._to_start(self._words[at].start if at < len(self._words) else self._start)
        self._tell()

    def do_word_back(self) -> None:
        """The end that is moved, a word back."""
        if self._moves_end:
            at = bisect_left([word.end for word in self._words], self._end) - 1
            if at >= 0 and self._words[at].end > self._start:
                self._end = self._words[at].end
        else:
            at = bisect_left([word.start for word in self._words], self._start) - 1
            self._to_start(self._words[max(0, at)].start if self._words else 0)
        self._tell()

    def _to_start(self, start: int) -> None:
        """The beginning there; where the end would lie before it, the whole passage moves."""
        self._start = start
        if self._end <= start:
            self._end = sentence_from(self._report.text, start).end

    def do_down(self) -> None:
        """The end that is moved, to the next end of a sentence or line."""
        text = self._report.text
        if self._moves_end:
            self._end = sentence_from(text, self._end).end
        else:
            this = sentence_from(text, self._start)
            self._to_start(
                sentence_from(text, this.end).start if this.end < len(text) else this.start
            )
        self._tell()

    def do_up(self) -> None:
        """The end that is moved, to the sentence or line before."""
        before = sentences_before(self._report.text, self._limit())
        if self._moves_end:
            ends = [one.end for one in before if self._start < one.end < self._end]
            self._end = ends[-1] if ends else self._end
        elif before:
            self._start = before[-1].start
        self._tell()

    def _limit(self) -> int:
        return self._end if self._moves_end else self._start

    # ---- keeping

    def do_store(self) -> None:
        """Tell the words, unless the same ones stand before: then they would mean that place."""
        passage = self._report.text[self._start : self._end]
        places = places_of(self._report.text, passage)
        if not places or places[0].start != self._start:
            self.say(self.words("screen.passage.twice"))
            return
        self.xdd.leave()
        self._then(passage)


def sentence_from(text: str, at: int) -> Span:
    """From the first letter at or after `at` to the end of its sentence or line."""
    found = _LETTER.search(text, at)
    start = found.start() if found else len(text.rstrip())
    end = _ENDS.search(text, start)
    return Span(start, max(end.end() if end else len(text), start))


def sentences_before(text: str, limit: int, reach: int = 5000) -> list[Span]:
    """The sentences or lines that begin before `limit`, those not too far back."""
    at, found = max(0, limit - reach), []
    while at < limit:
        one = sentence_from(text, at)
        if one.start >= limit or one.end <= at:
            break
        found.append(one)
        at = one.end
    return found
