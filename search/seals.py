"""What files were like when they were written: each one's length and CRC-32, in a file beside them.

Lengths are looked at whenever a segment is opened; what a file holds only where it is read as a
whole anyway or is so small that nobody notices, and wherever somebody wants to know.
"""

import json
import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path

_DIGITS = 8
_SMALL = 2_000_000  # bytes, which take less than a thousandth of a second


class Broken(ValueError):
    """The file at `path` is not as it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


def sealed(data: bytes) -> bytes:
    """`data` with its own CRC-32 behind it."""
    return data + f"{zlib.crc32(data):0{_DIGITS}x}".encode()


def unsealed(path: Path) -> bytes:
    """What was `sealed` into `path`; raises Broken."""
    try:
        whole = path.read_bytes()
    except OSError:
        raise Broken(path) from None
    data = whole[:-_DIGITS]
    if sealed(data) != whole:
        raise Broken(path)
    return data


def seal(target: Path, files: list[Path]) -> None:
    """Write down in `target` what `files`, which lie beside it, are like."""
    known = {path.name: (path.stat().st_size, _crc(path)) for path in files}
    target.write_bytes(sealed(json.dumps(known).encode()))


class Seal:
    """What `seal` wrote into `path`; raises Broken where that itself does not read."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._known: dict[str, tuple[int, int]] = json.loads(unsealed(path))

    def fits(self, whole: str) -> None:
        """Raises Broken for a file of another length, or where `whole` or a small one differs."""
        for name, (size, crc) in self._known.items():
            path = self._folder / name
            read = size <= _SMALL or name == whole
            if _size(path) != size or (read and _crc(path) != crc):
                raise Broken(path)

    def broken(self) -> Iterator[Path]:
        """The files that are not as they were written, each read from end to end."""
        for name, (size, crc) in self._known.items():
            path = self._folder / name
            if _size(path) != size or _crc(path) != crc:
                yield path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _crc(path: Path) -> int:
    """The CRC-32 of a file; -1 of one that cannot be read."""
    try:
        with path.open("rb") as file:
            if not path.stat().st_size:
                return 0
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return zlib.crc32(data)
    except OSError:
        return -1
