"""What was reported as done in the reviewed period."""

from archive.reading.page import Page
from archive.report import Result, Section


def find_results(page: Page, sections: tuple[Section, ...]) -> tuple[Result, ...]:
    """The results in `page`, in text order."""
    return ()
