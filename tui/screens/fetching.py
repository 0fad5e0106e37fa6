"""Screens whose matter is fetched away from their thread, and may turn out not to be had."""

from collections.abc import Callable
from typing import TypeVar

from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, plain

T = TypeVar("T")


class FetchingScreen(PlaceScreen):
    """A screen that says what it waits for; `failed` tells that its matter cannot be had."""

    failed = False

    def tell_instead(self, said: str) -> None:
        """Say `said` in the place of what is not there."""
        raise NotImplementedError

    def fetch(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `job` away from the screen's thread, then call `then`, unless the screen has gone;
        what went wrong is said in the place of what was to be shown.
        """

        def unread(trouble: str) -> None:
            self.failed = True
            self.tell_instead(trouble)
            self.refresh_frame()

        self.work(job, then, unread, awaited="matter")

    @property
    def awaited(self) -> Line:
        """What the title line says while nothing is there."""
        said = "unread" if self.failed else "loading"
        return plain(self.words(f"screen.reader.{said}"), "dim")
