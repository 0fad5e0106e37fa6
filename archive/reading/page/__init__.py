"""A saved page: its lines, its furniture, its headline, its own dates, its sentences."""

from archive.reading.page.lines import read_page
from archive.reading.page.page import Line, Page

__all__ = ["Line", "Page", "read_page"]
