"""Work away from the screens' thread: an application that goes on drawing meanwhile."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from textual.message import Message

from archive.errors import XddError
from tui.catalogue import Catalogue
from tui.screens.keyboard import KeyboardApp

T = TypeVar("T")

_TURN = 0.001  # seconds that work may hold a key up before it is interrupted


class WorkingApp(KeyboardApp):
    """An application whose work is done in threads; `busy` is how much of it is under way, and
    `leading` how much of that leads elsewhere.
    """

    words: Catalogue

    @dataclass
    class Done(Message):
        """Work is done: `then` is to be called with what came out."""

        then: Callable[[], None]
        led: bool

    def __init__(self) -> None:
        super().__init__()
        self.busy = self.leading = 0
        sys.setswitchinterval(_TURN)

    def say(self, message: str) -> None:
        """Show one line until the next key."""
        raise NotImplementedError

    def work(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
        *,
        leads: bool = False,
    ) -> None:
        """Do `job` in a thread of its own, then call `then` with what it gave, on this one.

        An error is said in the footer, and to `failed` where it is given. What `leads` elsewhere,
        to a screen or out of a box, is waited for by the keys that are typed meanwhile.

        The thread is a daemon, which leaving the program does not wait for; whatever it was writing
        is safe to break off.
        """

        def run() -> None:
            try:
                result = job()
            except XddError as error:
                self.tell(self.Done(partial(self._failed, self.words.error(error), failed), leads))
            except Exception as error:  # shown; the program goes on
                said = self.words("screen.common.failed", what=f"{type(error).__name__}: {error}")
                self.tell(self.Done(partial(self._failed, said, failed), leads))
            else:
                self.tell(self.Done(partial(then, result), leads))

        self.busy += 1
        self.leading += leads
        threading.Thread(target=run, daemon=True).start()

    def tell(self, message: Message) -> None:
        """Send a message from any thread."""
        with suppress(RuntimeError):  # the loop is closed: the person has left
            self.post_message(message)

    def on_working_app_done(self, message: Done) -> None:
        """Go on with what work gave."""
        self.busy -= 1
        self.leading -= message.led
        if self.screen_stack:  # else the program closes
            message.then()

    def _failed(self, message: str, failed: Callable[[str], None] | None) -> None:
        if failed:
            failed(message)
        self.say(message)
