"""Bytes to clean text, one module a format; `load` is the door for one file (`each_in` with word of
what is wrong in its place), `sources` for many.

A `Source` is what comes in: one report's text, cleaned, with what its file says of it beside the
text. Nothing is read out of the text here; that is `archive.reading`.
"""

from archive.importing.loading import FORMATS, count, each_in, load, sources
from archive.importing.source import LIMIT, Refused, Source

__all__ = ["FORMATS", "LIMIT", "Refused", "Source", "count", "each_in", "load", "sources"]
