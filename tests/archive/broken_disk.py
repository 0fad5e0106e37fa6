"""A machine that stops at its n-th operation on the disk, and loses what was not forced to it."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


class Stopped(BaseException):
    """The machine stands still; nothing catches this and goes on."""


class Disk:
    """Counts what is done to files below `folder`, and stops before the operation `last`.

    Follows what a power cut would undo: bytes that were written and not forced, and new names
    whose folder was not forced.
    """

    def __init__(self, folder: Path, last: int) -> None:
        self.folder = folder
        self.last = last
        self.done = 0
        self._paths: dict[int, Path] = {}
        self._unforced: set[int] = set()
        self._renamed: list[tuple[Path, Path, bytes | None]] = []

    def holds(self, path: object) -> bool:
        """Does `path` lie below the folder?"""
        return isinstance(path, str | os.PathLike) and Path(path).is_relative_to(self.folder)

    def step(self) -> None:
        """One operation more; raises Stopped when the machine stands still."""
        if self.done >= self.last:
            raise Stopped
        self.done += 1

    def opened(self, path: Path, descriptor: int) -> None:
        self._paths[descriptor] = path

    def written(self, descriptor: int) -> None:
        self._unforced.add(os.fstat(descriptor).st_ino)

    def forced(self, descriptor: int) -> None:
        status = os.fstat(descriptor)
        self._unforced.discard(status.st_ino)
        folder = self._paths.get(descriptor)
        self._renamed = [entry for entry in self._renamed if entry[1].parent != folder]

    def renaming(self, origin: Path, target: Path) -> None:
        before = target.read_bytes() if target.is_file() else None
        self._renamed.append((origin, target, before))

    def cut_power(self) -> None:
        """Lose what was not forced to the disk."""
        for path in list(self.folder.rglob("*")):
            if path.is_file() and path.stat().st_ino in self._unforced:
                path.write_bytes(path.read_bytes()[:7])
        for origin, target, before in reversed(self._renamed):
            if target.is_file():
                target.rename(origin)
            if before is not None:
                target.write_bytes(before)


@contextmanager
def stopping(folder: Path, last: int) -> Iterator[Disk]:
    """Within, the machine stops before its operation number `last` (from 0) below `folder`."""
    disk = Disk(folder, last)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("mkdir", "unlink"):
            patch.setattr(os, name, _counted(disk, getattr(os, name)))
        for name in ("replace", "rename"):
            patch.setattr(os, name, _renaming(disk, getattr(os, name)))
        patch.setattr(os, "open", _opening(disk, os.open))
        patch.setattr(os, "write", _writing(disk, os.write))
        patch.setattr(os, "fsync", _forcing(disk, os.fsync))
        patch.setattr(io, "open", _opening_buffered(disk, io.open))
        yield disk


Call = Callable[..., Any]


def _counted(disk: Disk, real: Call) -> Call:
    def call(path: Any, *rest: Any, **more: Any) -> Any:
        if disk.holds(path):
            disk.step()
        return real(path, *rest, **more)

    return call


def _renaming(disk: Disk, real: Call) -> Call:
    def call(origin: Any, target: Any, **more: Any) -> Any:
        disk.step()
        disk.renaming(Path(origin), Path(target))
        return real(origin, target, **more)

    return call


def _opening(disk: Disk, real: Call) -> Call:
    def call(path: Any, flags: int, *rest: Any, **more: Any) -> Any:
        if disk.holds(path) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            disk.step()
        descriptor = real(path, flags, *rest, **more)
        if disk.holds(path):
            disk.opened(Path(path), descriptor)
        return descriptor

    return call


def _opening_buffered(disk: Disk, real: Call) -> Call:
    def call(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if disk.holds(file) and mode.strip("bt") != "r":
            disk.step()
        return real(file, mode, *rest, **more)

    return call


def _writing(disk: Disk, real: Call) -> Call:
    def call(descriptor: int, data: Any) -> Any:
        disk.step()
        disk.written(descriptor)
        return real(descriptor, data)

    return call


def _forcing(disk: Disk, real: Call) -> Call:
    def call(descriptor: int) -> Any:
        disk.step()
        disk.forced(descriptor)
        return real(descriptor)

    return call
