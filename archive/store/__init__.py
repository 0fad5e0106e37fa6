"""The archive on the disk: a folder of readable files that outlives whatever stops the program."""

from archive.store.shelves import Entry
from archive.store.store import FORMAT, OWN, Store

__all__ = ["FORMAT", "OWN", "Entry", "Store"]
