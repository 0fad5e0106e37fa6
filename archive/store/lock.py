"""One writer at a time: a lock that says who holds it.

The operating system holds the lock for the process and drops it with the process, so a program
that died never keeps others out. Who holds it stands in a file beside it, for people to be told.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from archive.errors import ArchiveLocked
from archive.store.durable import writing

if TYPE_CHECKING:
    from filelock import FileLock

NAMES = (".lock", ".writer.json")


class WriterLock:
    """The right to write into the archive `folder`; may be taken again while it is held."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._holder = folder / NAMES[1]

    @cached_property
    def _lock(self) -> "FileLock":
        from filelock import FileLock

        return FileLock(self._folder / NAMES[0])

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock. Raises ArchiveLocked with `path`, `pid`, `host`, `program`, `since`."""
        from filelock import Timeout

        with writing(self._folder):
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                raise ArchiveLocked("locked", path=str(self._folder), **self._who()) from None
        try:
            if self._lock.lock_counter == 1:
                self._sign()
            yield
        finally:
            if self._lock.lock_counter == 1:
                with suppress(OSError):
                    self._holder.unlink()
            self._lock.release()

    def _sign(self) -> None:
        from socket import gethostname

        who = {
            "pid": os.getpid(),
            "host": gethostname(),
            "program": Path(sys.argv[0]).name or "python",
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        with writing(self._holder):
            self._holder.write_text(json.dumps(who), encoding="utf-8")

    def _who(self) -> dict[str, object]:
        """Who holds the lock, as far as its file tells."""
        told: object = None
        with suppress(OSError, ValueError):
            told = json.loads(self._holder.read_text(encoding="utf-8"))
        known = told if isinstance(told, dict) else {}
        return {name: str(known.get(name, "?")) for name in ("pid", "host", "program", "since")}
