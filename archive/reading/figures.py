"""Quantities: how many of what."""

from archive.reading.page import Page
from archive.report import Figure, Span


def find_figures(page: Page, cited: tuple[Span, ...]) -> tuple[Figure, ...]:
    """The quantities in `page`, in text order; none lies inside a `cited` span."""
    return ()
