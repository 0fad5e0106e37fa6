"""Three times kept apart: when the page was published, when the event was held, which periods
are reviewed and planned. They are read together because each can give the other its year.
"""

from dataclasses import dataclass
from datetime import date

from archive.period import Period
from archive.reading.page import Page
from archive.report import Found, Section, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What was read of the times; `kind` as in DOMAIN (`annual`, `half-year`, … `none`)."""

    published: Found[date] | None = None
    event: Found[date] | None = None
    reviewed: Found[Period] | None = None
    planned: Found[Period] | None = None
    kind: Found[str] | None = None
    flags: tuple[str, ...] = ()


def find_times(page: Page, sections: tuple[Section, ...], *, published: date | None) -> Times:
    """Read all times of `page`; `published` is the date that a field of the file gives."""
    return Times(published=Found(published, Span(0, 0)) if published else None)
