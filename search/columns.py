"""What a segment says of each of its documents, as arrays in one file that is mapped, not read.

A header in JSON names the arrays, which follow one after another. Strings are their bytes in a row
and where each ends.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np

from search.postings import Bytes, Ints

_ALIGNED = 8


class Strings(Sequence[str]):
    """Strings that are decoded as they are asked for."""

    def __init__(self, data: Bytes, ends: Ints) -> None:
        self._data = data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        """One of them, or several."""
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        end = int(self._ends[place])
        start = int(self._ends[place - 1]) if place else 0
        return self._data[start:end].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        data, start = self._data.tobytes(), 0
        for end in self._ends.tolist():
            yield data[start:end].decode()
            start = end


def write(file: Any, numbers: Mapping[str, Any], strings: Mapping[str, Iterable[str]]) -> None:
    """Write arrays of whole numbers below 2³², and strings, by name."""
    arrays = {name: np.asarray(values, np.uint32) for name, values in numbers.items()}
    for name, values in strings.items():
        pieces = [value.encode() for value in values]
        arrays[f"{name} ends"] = np.cumsum([len(piece) for piece in pieces], dtype=np.uint32)
        arrays[name] = np.frombuffer(b"".join(pieces), np.uint8)
    header = json.dumps({name: [a.dtype.str, len(a)] for name, a in arrays.items()}).encode()
    file.write(len(header).to_bytes(_ALIGNED, "little") + _padded(header))
    for values in arrays.values():
        file.write(_padded(values.tobytes()))


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNED)


class Columns:
    """The arrays of one file. What does not read raises ValueError or KeyError."""

    def __init__(self, data: Any) -> None:
        length = int.from_bytes(data[:_ALIGNED], "little")
        header = json.loads(bytes(data[_ALIGNED : _ALIGNED + length]))
        at = _ALIGNED + length + -length % _ALIGNED
        self._arrays: dict[str, Any] = {}
        for name, (kind, count) in header.items():
            found = np.frombuffer(data, kind, count, at) if count else np.empty(0, kind)
            self._arrays[name] = found
            at += found.nbytes + -found.nbytes % _ALIGNED

    def numbers(self, name: str) -> Ints:
        """The array `name`, widened: whatever is counted with it must not run over."""
        widened: Ints = self._arrays[name].astype(np.int64)
        return widened

    def strings(self, name: str) -> Strings:
        """The strings `name`."""
        return Strings(self._arrays[name], self._arrays[f"{name} ends"])
