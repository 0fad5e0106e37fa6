"""The archive on the disk: a folder of readable files that outlives whatever stops the program."""

from archive.store.store import FORMAT, OWN, Entry, Store

__all__ = ["FORMAT", "OWN", "Entry", "Store"]
