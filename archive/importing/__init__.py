"""Bytes to clean text, one module a format; `load` is the door.

A `Source` is what comes in: one report's text, cleaned, with what its file says of it beside the
text. Nothing is read out of the text here; that is `archive.reading`.
"""

from archive.importing.source import Source, load

__all__ = ["Source", "load"]
