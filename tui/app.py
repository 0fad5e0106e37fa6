"""The screens' wiring: what they share, and how one leads to another."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from time import monotonic

from textual.events import Key, Paste
from textual.message import Message
from textual.screen import Screen

from archive.report import Report
from search.answer import Selection
from tui.actions import EVERYWHERE, Action, shown, with_keys
from tui.catalogue import Catalogue
from tui.config import Settings
from tui.library import Library
from tui.library.mending import troubles
from tui.saved import Saved
from tui.screens.asking import Source
from tui.screens.base import PlaceScreen
from tui.screens.hits import Beside, Sight
from tui.screens.search import SearchScreen
from tui.screens.working import WorkingApp
from tui.widgets.lines import Line, plain

FIRST_ANSWER = 1.0
"""Seconds after which the first answer stands on the screen."""


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report that was marked, and how people know it."""

    id: str
    name: str


class XddApp(WorkingApp):
    """The program on the screen. The search screen lies at the bottom; others come on top of it."""

    ENABLE_COMMAND_PALETTE = False
    COMMAND_PALETTE_BINDING = "ctrl+p"
    CSS_PATH = ["screens/base.tcss", "screens/search.tcss"]  # noqa: RUF012 - Textual declares it so
    TITLE = "xdd-tui"

    @dataclass
    class Advanced(Message):
        """So many reports are indexed; `stands` says that something can be found already."""

        done: int
        total: int
        stands: bool

    def __init__(
        self, settings: Settings, words: Catalogue, library: Library, query: str = ""
    ) -> None:
        self.settings = settings
        self.words = words
        self.library = library
        self.actions = with_keys(settings.keys, str(settings.file or ""))
        self.marks: tuple[MarkedReport, ...] = ()
        self.ready = self.answers = False
        self.trouble = ""
        self.interrupted = False
        self.keys_at = cache(self._keys_at)
        self._advance: tuple[int, int] | None = None
        self._opening = SearchScreen(query)
        super().__init__()
        self.animation_level = "none"
        if settings.theme in self.available_themes:
            self.theme = settings.theme
        self.set_class(settings.ascii, "-ascii")

    def get_default_screen(self) -> Screen[None]:
        """The search screen: people come to find something."""
        return self._opening

    def on_mount(self) -> None:
        """Open the archive once the first screen is painted."""
        self.call_after_refresh(self._open)

    # ---- the archive

    def _open(self) -> None:
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if monotonic() - told > 0.1:
                told = monotonic()
                self.tell(self.Advanced(done, total, self.library.stands()))

        def job() -> int:
            # What was found the last time can be found while the archive is looked through.
            self.tell(self.Advanced(0, 0, self.library.stands()))
            return self.library.update(progress)

        self.work(job, self._opened, self._not_opened)

    def _not_opened(self, trouble: str) -> None:
        self.trouble = trouble
        self._opening.refresh_answer()

    def _opened(self, _read: int) -> None:
        self.ready = self.answers = True
        self._advance = None
        for screen in self.screen_stack:
            if isinstance(screen, PlaceScreen):
                screen.refresh_frame()
        self._opening.ask()
        for trouble in troubles(self.library):
            self.say(self.words(trouble.key, **trouble.facts))
        self.set_timer(FIRST_ANSWER, lambda: self.work(self._get_ready, lambda _: None))

    def _get_ready(self) -> None:
        """Load, while nobody waits for it, what the first report and comparison need."""
        for name in ("reader", "compare", "diff"):
            import_module(f"tui.screens.{name}")
        self.library.get_ready()
        gc.freeze()  # what is loaded stays, and need not be looked through while keys come

    def on_xdd_app_advanced(self, message: Advanced) -> None:
        """Show how far the index is."""
        self._advance = (message.done, message.total) if message.total else None
        if screen := self._current():
            screen.refresh_frame()
        if message.stands and not self.answers:
            self.answers = True
            self._opening.ask()

    def progress(self) -> Line:
        """How far the index is, nothing once it stands."""
        if self.ready or self.trouble:
            return ()
        if self._advance is None:
            return plain(self.words("screen.common.starting"), "dim")
        done, total = self._advance
        return plain(self.words("screen.common.indexing", done=done, total=total), "changed")

    def say(self, message: str) -> None:
        """Show one line on the topmost screen until the next key."""
        if screen := self._current():
            screen.say(message)

    def keep_up(self) -> None:
        """What is kept has changed: the index hears of it, and the search is asked anew."""
        self.work(self.library.update, lambda _: self._opening.ask())

    # ---- actions and keys

    def action(self, action_id: str) -> Action:
        """The action `action_id`."""
        return next(action for action in self.actions if action.id == action_id)

    def key_of(self, action_id: str) -> str:
        """The first key of an action."""
        return self.action(action_id).keys[0]

    def shown(self, action_id: str) -> str:
        """The first key of an action as people read it."""
        return shown(self.key_of(action_id), short=not self.settings.ascii)

    def _keys_at(self, place: str) -> Mapping[str, Action]:
        """Keys and sequences to actions at `place`; what is at home there wins."""
        everywhere = [action for action in self.actions if EVERYWHERE in action.places]
        here = [action for action in self.actions if place in action.places]
        return {key: action for action in (*everywhere, *here) for key in action.keys}

    def must_wait(self, event: Key | Paste) -> bool:
        """Is something under way that leads elsewhere, or fills the screen that `event` is for?"""
        screen = self.screen
        return bool(self.leading) or (isinstance(screen, PlaceScreen) and screen.must_wait(event))

    def is_letter(self, event: Key | Paste) -> bool:
        """Is `event` typed into a box?"""
        screen = self.screen
        return isinstance(screen, PlaceScreen) and isinstance(event, Key) and screen.types(event)

    # ---- from screen to screen

    def _current(self) -> PlaceScreen | None:
        """The topmost screen; there is none any more while the program closes."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, PlaceScreen)), None)

    def go(self, place: str) -> PlaceScreen:
        """To one of the four places that a digit leads to."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if place == "search":
            return self._opening
        screen = self._place(place)
        self.push_screen(screen)
        return screen

    def _place(self, place: str) -> PlaceScreen:
        if place == "home":
            from tui.screens.home import HomeScreen

            return HomeScreen()
        if place == "tasks":
            from tui.screens.tasks import TasksScreen

            return TasksScreen()
        from tui.screens.directives import DirectivesScreen

        return DirectivesScreen()

    def leave(self, *, quits: bool = False) -> None:
        """Close the topmost screen; the last one closes the program where `quits`."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif quits:
            self.exit()

    def find(self, selection: Selection | None = None, query: str = "") -> None:
        """To the query box; with `selection`, to the reports it narrows `query` to."""
        self.go("search")
        if selection is None:
            self._opening.focus_query()
        else:
            self._opening.narrow(selection, query)

    def find_saved(self, saved: Saved) -> None:
        """To a search that was kept."""
        self.go("search")
        self._opening.narrow(saved.selection, saved.query, saved.sort, tasks=saved.tasks)

    def open_saved(self, over: PlaceScreen, standing: Saved | None) -> None:
        """The searches kept; `standing` can be kept as well."""
        from tui.screens.saving import SavedScreen

        self.push_screen(SavedScreen(over, standing))

    def find_by(self, source: Source) -> None:
        """To the reports that are found by `source`, not by words."""
        self.go("search")
        self._opening.search_for(source)

    def open_report(self, report_id: str, query: str = "") -> None:
        """Open a report, the words of `query` marked."""
        self.open_sight(Sight(report_id, query))

    def open_sight(self, sight: Sight, beside: Beside | None = None) -> None:
        """Open a report where it is to be looked at; `beside` leads on to other hits."""
        from tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(sight, beside))

    def open_corrections(self, report: Report, field: str = "", number: int = 0) -> None:
        """What was read of a report, to be set right; the box open on `field`, where one is named,
        of a list on its `number`-th item.
        """
        from tui.screens.correct import CorrectScreen

        self.push_screen(CorrectScreen(report, field, number))

    def open_doubts(self) -> None:
        """What was read with doubt in all reports."""
        from tui.screens.doubts import DoubtsScreen

        if any(isinstance(screen, DoubtsScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, DoubtsScreen):
                self.pop_screen()
        else:
            self.push_screen(DoubtsScreen())

    def open_comparison(self, a: str, b: str) -> None:
        """Two reports side by side."""
        from tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(a, b))

    def open_diff(self, a: str, b: str) -> None:
        """The tasks of two reports, the earlier one first whichever was marked first."""
        from tui.screens.diff import DiffScreen

        def job() -> list[Report]:
            return sorted((self.library.report(a), self.library.report(b)), key=when)

        def then(both: list[Report]) -> None:
            self.push_screen(DiffScreen(*(report.id or "" for report in both)))

        self.work(job, then, leads=True)

    def open_diff_before(self, report_id: str) -> None:
        """The tasks of a report and of the same body's period before."""

        def then(neighbours: tuple[str | None, str | None]) -> None:
            earlier = neighbours[0]
            if earlier:
                self.open_diff(earlier, report_id)
            else:
                self.say(self.words("needs.earlier-report"))

        self.work(lambda: self.library.neighbours(report_id), then, leads=True)

    def open_report_at(self, report_id: str, place: int | None) -> None:
        """Open a report at a place of its text."""
        self.open_sight(Sight(report_id, place=place))

    def open_lineage(self, body: str, report_id: str | None = None, task: int = 0) -> None:
        """A body's tasks through its periods, the cursor on a report's task."""
        from tui.screens.lineage import LineageScreen

        self.push_screen(LineageScreen(body, report_id, task))

    def open_indicators(self, body: str) -> None:
        """A body's figures over time."""
        from tui.screens.indicators import IndicatorsScreen

        self.push_screen(IndicatorsScreen(body))

    def open_outcome(self, report_id: str, task: int | None = None) -> None:
        """What a later report tells of a report's tasks."""
        from tui.screens.outcome import OutcomeScreen

        self.push_screen(OutcomeScreen(report_id, task))

    def copy(self, text: str) -> None:
        """Send `text` to the terminal's clipboard, which does not say whether it took it."""
        self.copy_to_clipboard(text)
        self.say(self.words("screen.common.copied"))

    def open_help(self, over: PlaceScreen) -> None:
        """The keys of the place that has the focus."""
        from tui.screens.picker import HelpScreen

        self.push_screen(HelpScreen(over))

    def open_palette(self, over: PlaceScreen) -> None:
        """Every command."""
        from tui.screens.picker import PaletteScreen

        self.push_screen(PaletteScreen(over))

    # ---- marks

    def toggle_mark(self, report_id: str, name: str) -> None:
        """Mark a report, or take its mark away; a third one takes the place of the second."""
        others = tuple(marked for marked in self.marks if marked.id != report_id)
        if len(others) == len(self.marks):
            others = (*self.marks[:1], MarkedReport(report_id, name))
        self.marks = others


def when(report: Report) -> tuple[int, str]:
    """By which two reports are put in order: the period planned, else reviewed, else the day."""
    period = report.period_planned or report.period_reviewed
    day = report.event_date or report.published
    return period.start if period else 0, str(day or "")


def run(settings: Settings, words: Catalogue, query: str = "", *, must_exist: bool) -> None:
    """Show the screens until the person leaves; `must_exist` as of `Library.open`.

    Raises UnknownReport where there is no archive, and KeyboardInterrupt where ctrl+c was pressed.
    """
    app = XddApp(settings, words, Library.open(settings, must_exist=must_exist), query)
    app.run()
    if app.interrupted:
        raise KeyboardInterrupt
