"""What every screen is: a place with its title line above, its keys below, and actions from the
one table. No screen declares keys of its own: a key is looked up in the table for the place that
has the focus, and `do_<action>` does it.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar, cast

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

from tui.actions import EVERYWHERE, Action, shown
from tui.widgets.edges import Edge, Footer, KeyHint
from tui.widgets.lines import Line, Piece, caption, plain
from tui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from tui.app import XddApp

T = TypeVar("T")

Awaited = Literal["more", "matter", "way"]
"""What keys wait for that are typed while it is on its way: keys that lack something, for more of
it; keys about what the screen shows, for its matter; all of them, for what leads elsewhere.
"""

# What the query box does with a key itself, unless the table gives the key to the box's own place.
_EDITING = frozenset(
    key.strip() for binding in Input.BINDINGS for key in str(getattr(binding, "key", "")).split(",")
) - {"ctrl+c"}


class PlaceScreen(Screen[None]):
    """A screen of the program.

    A subclass names its `home`, composes its `body`, says what it can do now (`conditions`), and
    has a method `do_<action>` for each action that is at home there.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (9, "-low"), (20, "-tall")]  # noqa: RUF012

    home: ClassVar[str]
    tells_more: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._begun = ""
        self._painted = False
        self._coming: list[Awaited] = []
        self.pressed = ""

    @property
    def xdd(self) -> "XddApp":
        """The application, which holds what screens share."""
        return cast("XddApp", self.app)

    def words(self, key: str, /, **facts: object) -> str:
        """The catalogue's sentence `key`."""
        return self.xdd.words(key, **facts)

    def work(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
        awaited: Awaited | None = None,
    ) -> None:
        """Do `job` away from the screen's thread, then call `then`, or `failed` with what went
        wrong, unless the screen has gone; keys wait for what is `awaited`.
        """

        def unless_gone(result: T) -> None:
            if self.is_attached:
                then(result)
            came()

        def unread(trouble: str) -> None:
            if failed and self.is_attached:
                failed(trouble)
            came()

        def came() -> None:
            if awaited:
                self.call_after_refresh(self._coming.remove, awaited)

        if awaited:
            self._coming.append(awaited)
        self.xdd.work(job, unless_gone, unread, leads=awaited == "way")

    @property
    def walking_keys(self) -> str:
        """The keys that go to the next match or change, and back."""
        return f"{self.xdd.shown('next-match')} {self.xdd.shown('previous-match')}"

    def caption(self, text: str) -> Text:
        """`text` for the edge of a pane."""
        return caption(text, ascii_only=self.xdd.settings.ascii)

    def number(self, value: int) -> str:
        """A whole number as the language groups it."""
        return f"{value:,}".replace(",", self.words("screen.common.thousands"))

    # ---- what a subclass says of itself

    @property
    def place(self) -> str:
        """Where the focus is: the screen, or a part of it that has actions of its own."""
        return self.home

    def conditions(self) -> frozenset[str]:
        """Which of the conditions that actions need are met now."""
        return frozenset()

    def heading(self) -> Line:
        """What the title line says after the name of the archive."""
        return plain(self.words(f"place.{self.home}"), "strong")

    def status(self) -> Line:
        """What stands at the right end of the title line."""
        return ()

    def body(self) -> ComposeResult:
        """What stands between title line and footer."""
        raise NotImplementedError

    def mover(self) -> Scroller | None:
        """The pane that the keys of movement move: the focused one, else the first."""
        if isinstance(self.focused, Scroller):
            return self.focused
        return next((pane for pane in self.query(Scroller) if pane.display), None)

    # ---- the frame

    def compose(self) -> ComposeResult:
        """Title line, body, the marks, the keys."""
        yield Edge(id="title")
        yield from self.body()
        yield Edge(id="marks")
        yield Footer(id="footer")
        yield Static(self.words("screen.common.too-low"), id="too-low")

    def on_mount(self) -> None:
        """Show the frame's lines."""
        self.refresh_frame()
        self.call_after_refresh(self._was_painted)

    def _was_painted(self) -> None:
        self._painted = True

    def on_screen_resume(self) -> None:
        """What is shared may have changed while another screen was on top."""
        self.refresh_frame()

    def on_descendant_focus(self) -> None:
        """Other keys may work where the focus is now."""
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Show title line, marks and keys as they are now."""
        if not self.is_mounted:
            return
        title = [Piece("xdd-tui ", "dim")]
        if self.xdd.library.is_sample:
            title.append(Piece(f" {self.words('screen.common.sample')} ", "here"))
        title.append(Piece(" "))
        status = self.xdd.progress() or self.status()
        self.query_one("#title", Edge).show((*title, *self.heading()), status)
        marks = self.query_one("#marks", Edge)
        marks.display = bool(self.xdd.marks)
        marks.show(self._marks())
        self._offer_keys()

    def _marks(self) -> Line:
        pieces = [Piece(f"{self.words('screen.common.marks')}  ", "dim")]
        for letter, marked in zip("AB", self.xdd.marks, strict=False):
            pieces += [Piece(letter, "key"), Piece(f" {marked.name}   ")]
        return tuple(pieces)

    # ---- keys

    @property
    def typing(self) -> bool:
        """Do printable keys go into a box?"""
        return isinstance(self.focused, Input)

    def _keys_of(self, action: Action) -> list[str]:
        """The keys by which `action` can be reached from where the focus is."""
        here = self.xdd.keys_at(self.place)
        keys = [key for key in action.keys if here.get(key) is action]
        if not self.typing:
            return keys
        own = EVERYWHERE not in action.places
        return [
            k for k in keys if len(shown(k)) > 1 and k != "space" and (own or k not in _EDITING)
        ]

    def _offer_keys(self) -> None:
        footer = self.query_one("#footer", Footer)
        short = not self.xdd.settings.ascii
        usable = [
            (action, keys)
            for action in self.xdd.actions
            if action.works_on(self.place) and (keys := self._keys_of(action))
        ]
        hints = [
            KeyHint(
                action.id,
                shown(keys[0], short=short),
                self.words(f"action.{action.id}.name"),
                self.lacking(action) is None,
            )
            for action, keys in usable
            if action.footer
        ]
        # Those of the place itself come first: they are what a person is here for.
        homes = {action.id for action, _ in usable if EVERYWHERE not in action.places}
        hints.sort(key=lambda hint: hint.action not in homes)
        key = self._keys_of(self.xdd.action("palette" if self.typing else "help"))[0]
        more = self.words("screen.common.more", count="{count}", key=shown(key))
        footer.offer(hints, len(usable) - len(hints) if self.tells_more else 0, more)

    @property
    def is_there(self) -> bool:
        """Does the screen show what its keys are about?"""
        return self._painted and "matter" not in self._coming

    def types(self, event: events.Key) -> bool:
        """Is `event` a letter for the box that has the focus?"""
        action = self.xdd.keys_at(self.place).get(event.key)
        is_key = action is not None and event.key in self._keys_of(action)
        return self.typing and event.is_printable and not is_key

    def must_wait(self, event: events.Key | events.Paste) -> bool:
        """Is `event` about something that is on its way? What is typed into a box is not, nor is
        what leads to other screens.
        """
        if isinstance(event, events.Paste) or (self.typing and event.is_printable):
            return not (self.typing or self.is_there)
        action = self.xdd.keys_at(self.place).get(event.key)
        if action and EVERYWHERE in action.places and action.group != "move":
            return False
        lacks = action is not None and self.lacking(action) is not None
        return not self.is_there or (lacks and "more" in self._coming)

    def on_key(self, event: events.Key) -> None:
        """Find the action of a key, or of a sequence of keys, and perform it."""
        self.say("")
        here = self.xdd.keys_at(self.place)
        sequence = f"{self._begun} {event.key}".strip()
        self._begun = ""
        action = here.get(sequence) or here.get(event.key)
        if action and self.typing and event.key not in self._keys_of(action):
            return
        if action:
            event.stop()
            event.prevent_default()
            self.perform(action, event.key)
        elif not self.typing and any(keys.startswith(f"{event.key} ") for keys in here):
            event.stop()
            self._begun = event.key
            self.say(self.words("screen.common.sequence", keys=shown(event.key)))
        elif not self.typing and event.is_printable:
            others = [one.places for one in self.xdd.actions if event.key in one.keys]
            self._say_where(tuple(dict.fromkeys(chain.from_iterable(others))))

    def on_footer_pressed(self, message: Footer.Pressed) -> None:
        """A click on a key's name is the key."""
        self.perform(self.xdd.action(message.action))

    def lacking(self, action: Action) -> str | None:
        """The sentence that says why `action` is not available, None where it is."""
        met = self.conditions()
        missing = next((need for need in action.needs if need not in met), None)
        return self.words(f"needs.{missing}") if missing else None

    def perform(self, action: Action, key: str = "") -> None:
        """Do `action`, or say why not; `key` is the one that was pressed for it, if any."""
        if not action.works_on(self.place):
            self._say_where(action.places)
            return
        lacking = self.lacking(action)
        if lacking:
            self.say(lacking)
            return
        method = cast("Callable[[], None]", getattr(self, "do_" + action.id.replace("-", "_")))
        self.pressed = key
        method()
        self.refresh_frame()

    def _say_where(self, places: Sequence[str]) -> None:
        """A command works elsewhere: say where, if anywhere."""
        named = ", ".join(self.words(f"place.{place}") for place in places)
        self.say(self.words("needs.elsewhere", places=named) if places else "")

    def say(self, message: str) -> None:
        """Show one line in the place of the keys until the next key."""
        if self.is_mounted:
            self.query_one("#footer", Footer).say(message)

    # ---- what can be done everywhere

    def do_down(self) -> None:
        """One line down."""
        self._move("move", 1)

    def do_up(self) -> None:
        """One line up."""
        self._move("move", -1)

    def do_page_down(self) -> None:
        """Half a pane down."""
        self._move("page", 1)

    def do_page_up(self) -> None:
        """Half a pane up."""
        self._move("page", -1)

    def do_last(self) -> None:
        """To the end."""
        self._move("edge", 1)

    def do_first(self) -> None:
        """To the start."""
        self._move("edge", -1)

    def _move(self, way: str, step: int) -> None:
        pane = self.mover()
        if pane:
            getattr(pane, way)(step)

    def do_next_pane(self) -> None:
        """The focus to the next pane."""
        self.focus_next()

    def do_previous_pane(self) -> None:
        """The focus to the pane before."""
        self.focus_previous()

    def do_query(self) -> None:
        """To the query box."""
        self.xdd.find()

    def do_back(self) -> None:
        """One step back."""
        self.xdd.leave()

    def do_close(self) -> None:
        """Close the screen."""
        self.xdd.leave(quits=True)

    def do_quit(self) -> None:
        """Leave the program; what is selected in a box is copied by ctrl+c instead."""
        box, interrupts = self.focused, self.pressed == "ctrl+c"
        if interrupts and isinstance(box, Input) and box.selected_text:
            self.xdd.copy(box.selected_text)
        else:
            self.xdd.interrupted = interrupts
            self.xdd.exit()

    def do_home(self) -> None:
        """To the overview."""
        self.xdd.go("home")

    def do_search(self) -> None:
        """To the search screen."""
        self.xdd.go("search")

    def do_tasks(self) -> None:
        """To the pairs of periods."""
        self.xdd.go("tasks")

    def do_directives(self) -> None:
        """To the documents cited."""
        self.xdd.go("directives")

    def do_doubts(self) -> None:
        """To what was read with doubt."""
        self.xdd.open_doubts()

    def do_help(self) -> None:
        """The keys of this place."""
        self.xdd.open_help(self)

    def do_palette(self) -> None:
        """Every command."""
        self.xdd.open_palette(self)
