"""The one door to archive and index, and what is asked of a library: one module a matter.

What a `Library` does itself is in `library`; the others take one.
"""

from tui.library.library import EVERYTHING, DirectiveUse, Library, Progress, Stats

__all__ = ["EVERYTHING", "DirectiveUse", "Library", "Progress", "Stats"]
