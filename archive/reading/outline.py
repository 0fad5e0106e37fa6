"""A page cut into parts by what they do."""

from archive.reading.page import Page
from archive.report import Section


def outline(page: Page) -> tuple[Section, ...]:
    """The sections of `page` in text order; they do not overlap."""
    return (Section(role="body", start=0, end=len(page.text)),)
