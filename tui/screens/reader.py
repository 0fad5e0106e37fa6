"""The reader: a report's whole text with what was read from it marked in place."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal

from archive.report import Report, Span
from tui.citing import passage_at
from tui.screens.about import about, named
from tui.screens.fetching import FetchingScreen
from tui.screens.finder import Finder
from tui.screens.hits import Beside, Sight
from tui.screens.outline import Outline, part_beside, parts, place_of, role_at
from tui.screens.places import NOWHERE, Places, begun, looks, occurrences, task_in
from tui.screens.revisable import RevisableScreen
from tui.screens.walking import WalkingScreen
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, Mark, Piece, headed, plain, visible
from tui.widgets.rows import Rows
from tui.widgets.scroller import Scroller
from tui.widgets.signs import sign
from tui.widgets.text_view import Numbered, TextView

AT_ONCE = 400
"""Letters within which a match is near enough to where one begins for it to be gone to."""


class ReaderScreen(RevisableScreen, FetchingScreen, WalkingScreen):
    """Read one report, find in it, go to the same body's reports before and after."""

    CSS_PATH = "reader.tcss"
    home = "reader"

    def __init__(self, sight: Sight, beside: Beside | None = None) -> None:
        super().__init__()
        self._sight = self._hit = sight
        self._beside = beside
        self._start: tuple[str, int] | int | None = None
        self._last = False
        self._report: Report | None = None
        self._neighbours: tuple[str | None, str | None] = (None, None)
        self._matches = NOWHERE
        self._found: Places | None = None

    # ---- the frame

    def body(self) -> ComposeResult:
        """What the report is; its outline; its text; the box to find in it."""
        ascii_only = self.xdd.settings.ascii
        yield Edge(id="about")
        yield Edge(id="body")
        yield Edge(id="times")
        with Horizontal(id="panes"):
            outline = Outline(self.xdd.words, ascii_only=ascii_only, id="outline")
            for pane in (outline, TextView(ascii_only=ascii_only, id="text")):
                pane.add_class("pane")
                yield pane
        yield Finder(self.xdd.words)

    def on_mount(self) -> None:
        """Read the report away from the screen's thread."""
        self._outline.border_title = Text(self.words("place.outline"))
        self._outline.show(0, empty=(self.words("screen.reader.loading"),))
        self._text.focus()
        self._load(self._sight)

    @property
    def _text(self) -> TextView:
        return self.query_one("#text", TextView)

    @property
    def _outline(self) -> Outline:
        return self.query_one("#outline", Outline)

    @property
    def place(self) -> str:
        """The outline or the text."""
        return "outline" if self.focused and self.focused.id == "outline" else self.home

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        report = self._report
        marked = len(self.xdd.marks) == 2
        met = {
            "row": report is not None,
            "report": report is not None,
            "item": report is not None,
            "matches": bool(self._walked.spans) or bool(self._beside and not self._found),
            "two-reports": marked,
            "pair": marked or self._neighbours[0] is not None,
            "earlier-report": self._neighbours[0] is not None,
            "later-report": self._neighbours[1] is not None,
            "link": self.has_link(),
            "own": not self.xdd.library.is_sample,
            "corrected": bool(report and any(f.startswith("corrected-") for f in report.flags)),
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def heading(self) -> Line:
        """Where one is: the reader, the body, the periods."""
        here = plain(self.words("place.reader"), "strong")
        if self._report is None:
            return here
        periods = [str(p) for p in (self._report.period_reviewed, self._report.period_planned) if p]
        to = f" {sign('to', ascii_only=self.xdd.settings.ascii)} "
        said = [Piece(to.join(periods)), Piece(self._report.body or "", by_its_end=True)]
        return (*here, *(piece for one in said if one.text for piece in (Piece(" · "), one)))

    def status(self) -> Line:
        """How far through the text one is."""
        if self._report is None:
            return self.awaited
        length = max(1, len(self._report.text))
        end = min(length, self._text.here.end + 1)
        return plain(f"{100 * end // length}%", "dim")

    def mover(self) -> Scroller:
        """The outline where it has the focus, else the text."""
        return self._outline if self.place == "outline" else self._text

    # ---- reading

    def _load(self, sight: Sight) -> None:
        library = self.xdd.library
        self._sight = sight
        self._neighbours = (None, None)

        def then(report: Report) -> None:
            if sight is self._sight:
                self._show(report)

        self.fetch(lambda: library.report(sight.id), then)

    def tell_instead(self, said: str) -> None:
        """In the place of the text."""
        self._outline.show(0, empty=(self.words("screen.reader.unread"),))
        self._text.show(said)

    def _show(self, report: Report) -> None:
        self._report = report
        self._matches, self._found = NOWHERE, None
        self._tell_about(report)
        self._outline.tell(report)
        text = self._text
        numbered = [Numbered(task.ordinal, Span(task.start, task.end)) for task in report.tasks]
        text.number(sorted(numbered, key=lambda part: part.span))
        start = place_of(report, *self._start) if isinstance(self._start, tuple) else self._start
        start = self._sight.start(report) if start is None else start
        begin = next((p.start for p in parts(report)), 0)
        text.show(report.text, self._looks(), place=begin if start is None else start)
        self._tell_place()
        library, sight = self.xdd.library, self._sight

        def job() -> tuple[tuple[Span, ...], tuple[str | None, str | None]]:
            words = library.matches(sight.query, report.text) if sight.query.strip() else ()
            return sight.spans or words, library.neighbours(report.id or "")

        def then(told: tuple[tuple[Span, ...], tuple[str | None, str | None]]) -> None:
            if self._report is report:
                self._matched(start, *told)

        self.work(job, then, awaited="matter")

    def _matched(
        self,
        start: int | None,
        matches: tuple[Span, ...],
        neighbours: tuple[str | None, str | None],
    ) -> None:
        """Where the words stand, and what may be gone to from here."""
        self._neighbours = neighbours
        self._matches = begun(matches, start, last=self._last)
        here = self._matches.current
        if here and self._found is None:
            near = start is None or 0 <= here.start - start < AT_ONCE
            self._remark(go=near and not isinstance(self._start, tuple))
        self.refresh_frame()

    def _tell_about(self, report: Report) -> None:
        said = self.xdd.words
        title, body, times = about(report, said, ascii_only=self.xdd.settings.ascii)
        key = plain(said("screen.reader.to-outline", key=self.xdd.shown("next-pane")), "dim")
        self.query_one("#about", Edge).show(title, () if self.has_class("-wide") else key)
        self.query_one("#body", Edge).show(*body)
        self.query_one("#times", Edge).show(*times)

    def on_resize(self) -> None:
        """The outline has a place of its own, or needs its key."""
        if self._report:
            self.call_after_refresh(self._tell_about, self._report)

    # ---- marks and places

    @property
    def _walked(self) -> Places:
        """What `n` and `N` walk now."""
        return self._found or self._matches

    def _looks(self) -> list[Mark]:
        return looks(self._report, self._walked) if self._report else []

    def _remark(self, *, go: bool) -> None:
        walked = self._walked
        place = walked.spans[walked.at].start if go and walked.spans else None
        self._text.mark(self._looks(), place=place)
        self._tell_place()

    def _tell_place(self) -> None:
        """The part one is in, and the place among those walked."""
        report, walked, text = self._report, self._walked, self._text
        if report is None:
            return
        role, _ = role_at(report, text.here.start)
        text.border_title = Text(headed(self.words(f"section.{role}")))
        sight, told = self._sight, walked.told(self.xdd.words, self.walking_keys)
        if self._beside and sight.number and not self._found:
            said = self.words("screen.reader.hit", number=sight.number, total=self.number(sight.of))
            told = f"{said} · {told or self.walking_keys}"
        text.border_subtitle = Text(told)
        self.refresh_frame()

    def on_text_view_moved(self) -> None:
        """Another line is the current one."""
        self._tell_place()

    def _go(self, place: int) -> None:
        self._text.bring(place)

    def step(self, step: int) -> None:
        """To the next place; behind the last on into the next hit, without hits round the end."""
        walked = self._walked
        ends = not 0 <= walked.at + step < len(walked.spans)
        if ends and self._beside and not self._found:
            self._to_hit(step)
            return
        if self._found:
            self._found = walked.moved(step)
        else:
            self._matches = walked.moved(step)
        self._remark(go=True)

    def _to_hit(self, step: int) -> None:
        sight = self._beside(step) if self._beside else None
        if sight is None:
            self.say(self.words(f"screen.reader.no-hit-{'after' if step > 0 else 'before'}"))
        else:
            self._start, self._last = None, step < 0
            self._hit = sight
            self._load(sight)

    def _section(self, step: int) -> None:
        if self._report is None:
            return
        found = part_beside(self._report, self._text.here, step)
        if found is None:
            self.say(self.words("screen.reader.no-section"))
        else:
            self._go(found)

    def do_next_section(self) -> None:
        """To the next part."""
        self._section(1)

    def do_previous_section(self) -> None:
        """To the part before."""
        self._section(-1)

    # ---- outline

    def do_next_pane(self) -> None:
        """From the text to the outline and back."""
        if self.place == "outline":
            self._to_text()
        else:
            self.add_class("-outline")
            self._outline.focus()
            self._outline.follow(self._text.here)

    do_previous_pane = do_next_pane

    def _to_text(self) -> None:
        self.remove_class("-outline")
        self._text.focus()

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The text follows the outline's cursor, where a person moved it."""
        entry = self._outline.entry
        moved = self._outline.was_moved(message.row) and self.place == "outline"
        if moved and entry and entry.places:
            self._go(entry.places[0].start)

    def on_rows_chosen(self) -> None:
        """A click on the row under the cursor is enter."""
        self.do_open()

    def do_open(self) -> None:
        """To what the outline's row stands for; a document's mentions are then walked by n, N."""
        entry = self._outline.entry
        if entry and entry.kind == "directive":
            self._found = Places(entry.label, entry.places)
            self._remark(go=True)
        elif entry and entry.places:
            self._go(entry.places[0].start)
        self._to_text()

    # ---- find

    def do_find(self) -> None:
        """Open the box."""
        self._to_text()
        self.query_one(Finder).open()

    def on_finder_sought(self, message: Finder.Sought) -> None:
        """Find what was typed so far."""
        pattern, report = message.pattern, self._report
        self.say("")
        if report is None or not pattern.strip():
            self._found = None
            self._remark(go=False)
            return
        spans = occurrences(pattern, report.text)
        self._found = Places(pattern, spans).nearest(self._text.here.start)
        self._remark(go=bool(spans))
        if not spans:
            self.say(self.words("screen.reader.not-found", pattern=visible(pattern)))

    def on_finder_left(self) -> None:
        """What was found is kept for n and N."""
        self._text.focus()

    def do_back(self) -> None:
        """Out of the box, the outline, what was found; then out of the report."""
        finder = self.query_one(Finder)
        if finder.is_open or self._found:
            self._found = None
            finder.forget()
            self._remark(go=False)
        elif self.place == "outline":
            self._to_text()
        else:
            self.xdd.leave()

    # ---- what is done with the report

    def _to(self, report_id: str | None) -> None:
        if report_id and self._report:
            self._start, self._last = role_at(self._report, self._text.here.start), False
            hit = self._hit  # to walk away from it and back is to be at it again
            self._load(hit if hit.id == report_id else Sight(report_id, hit.query))

    def do_previous_report(self) -> None:
        """The same body's report before, at the same part."""
        self._to(self._neighbours[0])

    def do_next_report(self) -> None:
        """The same body's next report, at the same part."""
        self._to(self._neighbours[1])

    @property
    def current_id(self) -> str | None:
        """The report's id, once it is read."""
        return self._report.id if self._report else None

    @property
    def current_report(self) -> Report | None:
        """The report."""
        return self._report

    @property
    def current_name(self) -> str:
        """Day and body."""
        return named(self._report, self.xdd.words) if self._report else ""

    def show_anew(self, report: Report) -> None:
        """The report as it was read anew, at the same place."""
        self._start = self._text.here.start
        self._show(report)

    def passage(self) -> tuple[str, str]:
        """The task or the sentence at the current line."""
        report, here, walked = self._report, self._text.here, self._walked
        if report is None:
            return "", ""
        task = task_in(report, here)
        if task:
            return task.text, self.words("screen.reader.copied-task", number=task.ordinal)
        current = walked.current
        inside = current and here.start <= current.start <= here.end
        place = current if inside else Span(here.start, here.start + 1)
        return passage_at(report, place), self.words("screen.reader.copied-sentence")
