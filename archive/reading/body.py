"""The body whose work is reviewed."""

from dataclasses import dataclass

from archive.reading.page import Page
from archive.report import Found, Section


@dataclass(frozen=True, slots=True)
class Body:
    """A body: full `name`, place included; `level` (`central`, `cluster`, `province`, `district`,
    `other`); `place`, the province it belongs to, where the text tells.
    """

    name: str
    level: str
    place: str | None = None


def find_body(page: Page, sections: tuple[Section, ...]) -> Found[Body] | None:
    """The body whose work the conference reviewed."""
    return None
