"""Keys in the order they were typed, each where the one before it has led.

Textual hands a key to what has the focus at the moment when the key comes. What a key does comes
later: it goes up from widget to screen, a focus is a message of its own, a screen is mounted by and
by. Keys that come together, over a slow line, from a script, before the first screen stands, would
all go where the first one was typed. So one key is let in at a time; the others wait until all that
it set going has been handled, and until what it led to is there.
"""

from collections import deque
from collections.abc import Sequence
from time import monotonic

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

PATIENCE = 2.0
"""Seconds for which a key waits at most: what takes longer can be left by a key."""

_AGAIN = 0.005  # seconds after which it is looked again whether what a key waits for is there


class KeyboardApp(App[None]):
    """An application that lets one key in at a time; `typed_ahead` are those that wait."""

    def __init__(self) -> None:
        super().__init__()
        self.typed_ahead: deque[Key | Paste] = deque()
        self._round = 0
        self._asked = self._waits_since = 0.0

    def must_wait(self, event: Key | Paste) -> bool:
        """Is what `event` is for still on its way to the screen?"""
        raise NotImplementedError

    def is_letter(self, event: Key | Paste) -> bool:
        """Does `event` go into the box that has the focus, and lead nowhere?"""
        raise NotImplementedError

    async def on_event(self, event: Event) -> None:
        """Keep what is typed until it is its turn; all else goes its way."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        # Enter is a line feed before the program has taken the terminal over, and from scripts.
        line_feed = isinstance(event, Key) and event.key == "ctrl+j"
        if not self.typed_ahead:
            self._waits_since = 0.0
        self.typed_ahead.append(Key("enter", "\r") if line_feed else event)
        # A question whose answer never came, as of a widget that went, must not stop the keys.
        if len(self.typed_ahead) == 1 or monotonic() - self._asked > PATIENCE:
            self._ask()

    def _ask(self) -> None:
        """Ask each that a key passes, from what has the focus up to here: is everything done?"""
        self._round += 1
        self._asked = monotonic()
        if not self.screen_stack:  # the program closes
            return
        focused = self.screen.focused
        start = self.screen if focused is None else focused
        self._climb(self._round, start.ancestors_with_self)

    def _climb(self, number: int, path: Sequence[MessagePump]) -> None:
        """The question goes behind what each has to handle still, so behind the key before."""
        here, *above = path
        if not above:
            self.call_later(self._answered, number)
        elif not here.call_later(self._climb, number, above):
            self._climb(number, above)

    async def _answered(self, number: int) -> None:
        """Let the next key in, or ask again while something is under way."""
        if number != self._round or not (self.typed_ahead and self.screen_stack):
            return
        now = monotonic()
        stirs, waits = self._stirs, self.must_wait(self.typed_ahead[0])
        if not (stirs or waits):
            self._waits_since = 0.0
        elif now - (self._waits_since or now) < PATIENCE:
            self._waits_since = self._waits_since or now
            self.set_timer(_AGAIN, self._ask) if waits else self._ask()
            return
        letters = True
        while letters and self.typed_ahead:  # letters of one box lead nowhere: they go in together
            event = self.typed_ahead.popleft()
            letters = self.is_letter(event)
            await super().on_event(event)
            letters = letters and bool(self.typed_ahead) and self.is_letter(self.typed_ahead[0])
        if self.typed_ahead:
            self._ask()

    @property
    def _stirs(self) -> bool:
        """Has anything here or on the screen a message still to handle?"""
        nodes = (self, *self.screen.walk_children(with_self=True))
        return any(node.message_queue_size for node in nodes)
