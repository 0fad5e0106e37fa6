"""Files that are there wholly or not at all, whatever stops the program or the machine.

A file is written aside (in a folder of its own on the same disk, so that nothing half-written ever
stands among the real ones), forced to the disk, renamed to its place, and then the folder that
names it is forced to the disk. Many files share these steps: first all are written, then all are
forced, then all are renamed, and each folder is forced once.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TypeVar

from archive.errors import ArchiveUnwritable

# Windows would turn line ends into its own.
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_MANY = 32  # files that are forced side by side
_AT_ONCE = 8
_names = count()

T = TypeVar("T")


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what the disk refuses while `path` is written into ArchiveUnwritable."""
    try:
        yield
    except OSError as error:
        code = "disk-full" if error.errno in _FULL else "unwritable"
        where = error.filename2 or error.filename or path
        raise ArchiveUnwritable(code, path=str(where), why=error.strerror or str(error)) from error


def stamp(status: os.stat_result) -> str:
    """What tells one state of a file from the next without reading it: when written, how long."""
    return f"{status.st_mtime_ns}-{status.st_size}"


def force(path: Path) -> None:
    """Make sure that the file or folder `path` outlives a power cut."""
    folder = path.is_dir()
    if folder and os.name == "nt":
        return  # Windows opens no folders; its renames are written through
    descriptor = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _each(items: Iterable[T], do: Callable[[T], None]) -> None:
    """Do something with each, with many side by side: the disk takes them in fewer turns."""
    every = list(items)

    def some(share: list[T]) -> None:
        for item in share:
            do(item)

    if len(every) < _MANY:
        some(every)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(some, (every[i::_AT_ONCE] for i in range(_AT_ONCE))))


def _force_for(waiting: tuple[Path, Path]) -> None:
    """Force what waits for a target."""
    target, aside = waiting
    with writing(target):
        force(aside)


def make_folder(path: Path) -> None:
    """Make the folder `path`, and those above it, where they are missing."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    force(path.parent)


def move(pairs: Iterable[tuple[Path, Path]]) -> None:
    """Rename files for good; a target that stands there is replaced."""
    changed: dict[Path, None] = {}
    for origin, target in pairs:
        make_folder(target.parent)
        origin.replace(target)
        # The folder that gains the name is forced first: better in both places than in neither.
        changed |= {target.parent: None, origin.parent: None}
    for folder in changed:
        force(folder)


class Staging:
    """Files on their way into place; `settle` takes them there all together.

    `aside` is the folder where they wait. One writer at a time: the caller holds the lock.
    """

    def __init__(self, aside: Path) -> None:
        self._aside = aside
        self._waiting: dict[Path, Path] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, target: Path) -> bool:
        return target in self._waiting

    def put(self, target: Path, data: bytes) -> str:
        """Write `data` aside for `target`; its stamp. Raises ArchiveUnwritable."""
        aside = self._waiting.get(target) or self._aside / f"{os.getpid()}-{next(_names)}"
        with writing(target):
            try:
                descriptor = os.open(aside, _WRITING, 0o666)
            except FileNotFoundError:
                make_folder(self._aside)
                descriptor = os.open(aside, _WRITING, 0o666)
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
                written = stamp(os.fstat(descriptor))
            finally:
                os.close(descriptor)
        self._waiting[target] = aside
        return written

    def settle(self) -> None:
        """Take all that wait to their places, for good. Raises ArchiveUnwritable."""
        waiting, self._waiting = self._waiting, {}
        if len(waiting) >= _MANY and hasattr(os, "sync"):
            os.sync()  # all at once: what is then forced one by one is there already
        _each(waiting.items(), _force_for)
        with writing(self._aside):
            folders = dict.fromkeys(target.parent for target in waiting)
            for folder in folders:
                make_folder(folder)
            for target, aside in waiting.items():
                aside.replace(target)
            _each(folders, force)

    def clear(self) -> None:
        """Take away what a writer that was killed left behind."""
        with suppress(FileNotFoundError), writing(self._aside):
            for left in list(self._aside.iterdir()):
                left.unlink()
