"""Documents cited: citations found, brought together, looked up, what stays open kept."""

from archive.reading.directives.directives import find_directives

__all__ = ["find_directives"]
