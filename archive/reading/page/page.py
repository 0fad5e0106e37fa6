"""A page: the text as lines that each have a role, and the forms of the text that all read."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from archive.reading.dates import Days
from archive.reading.digits import Digits
from archive.reading.places import older_tones
from archive.report import Found
from archive.vietnamese import level_lower, lower


class Line(NamedTuple):
    """One line of the text without the spaces around it; `furniture` lines reach no field. A
    headline that was broken in two is one line.

    `role` is `text`, `title`, or which furniture it is: `note` (an editor's word), `site`, `menu`,
    `date`, `related`, `caption`, `signature`.
    """

    start: int
    end: int
    furniture: bool = False
    role: str = "text"


@dataclass(frozen=True, eq=False)
class Page:
    """The text as lines (blank ones left out), and its headline; a page is equal to itself alone.

    The other forms of the text are as long as the text, and each is made once for all who read it.
    """

    text: str
    lines: tuple[Line, ...]
    title: Found[str] | None = None

    @cached_property
    def folded(self) -> str:
        """The text in lower case."""
        return lower(self.text)

    @cached_property
    def older(self) -> str:
        """The text in lower case as `older_tones` gives it, for names of bodies and places."""
        return older_tones(self.folded)

    @cached_property
    def leveled(self) -> str:
        """The text as `level` gives it, for the registry's words."""
        return level_lower(self.folded)

    @cached_property
    def digits(self) -> Digits:
        """The text's runs of digits."""
        return Digits(self.text)

    @cached_property
    def days(self) -> Days:
        """The days that the text names."""
        return Days(self.folded, self.digits)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the article itself: neither furniture nor headline."""
        return tuple([line for line in self.lines if line.role == "text"])
