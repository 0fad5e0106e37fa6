"""Posting lists: collected from documents, written in Whoosh's format, read back as arrays.

A list is one block of whoosh's codec (`whoosh3`): a magic word, the block's length, two pickles,
the second packed where it pays. Whoosh itself reads what is written here.
"""

import io
import pickle
import struct
import zlib
from array import array
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

MAGIC = b"W3Bl"
_COMPRESS_FROM = 96  # bytes
# flags, weight in all, documents, least and most length, most weight, first and last document
_TERM = struct.Struct("!BfIBBfII")
_PLACE = struct.Struct("!qi")


class Postings(NamedTuple):
    """The documents of a term, ascending, and how often each has it."""

    documents: Ints
    counts: Floats


NONE = Postings(np.empty(0, np.int64), np.empty(0, np.float32))


class _Vocabulary(dict[str, int]):
    """Term to number, in the order of first sight."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


class Inversion:
    """The postings of one field of the segment being written, first in the order they came."""

    def __init__(self) -> None:
        self._vocabulary = _Vocabulary()
        self._terms = array("I")
        self._counts = array("I")
        self._distinct = array("I")  # terms of each document

    def add(self, counted: Counter[str]) -> None:
        """The terms of the next document."""
        self._terms.extend(map(self._vocabulary.__getitem__, counted))
        self._counts.extend(counted.values())
        self._distinct.append(len(counted))

    def write(self, field: bytes, post: Any, add_term: Callable[[bytes, bytes], None]) -> None:
        """Write each term's postings to `post` and its place to `add_term`, terms ascending."""
        if not self._terms:
            return
        numbers = np.array(self._terms, np.uint32)
        order = np.argsort(numbers, kind="stable")
        documents = np.repeat(np.arange(len(self._distinct)), np.array(self._distinct))[order]
        counts = np.array(self._counts, np.float32)[order]
        ends = np.cumsum(np.bincount(numbers, minlength=len(self._vocabulary)))
        starts = np.concatenate((np.zeros(1, np.int64), ends[:-1]))
        steps = np.diff(documents, prepend=0)
        steps[starts] = documents[starts]
        totals = np.add.reduceat(counts, starts).tolist()
        peaks = np.maximum.reduceat(counts, starts).tolist()
        first, last = documents[starts].tolist(), documents[ends - 1].tolist()
        singles: dict[tuple[int, float], bytes] = {}
        at = post.tell()
        for term, i in sorted((term.encode(), i) for term, i in self._vocabulary.items()):
            a, b, peak = starts[i], ends[i], peaks[i]
            if first[i] == last[i]:
                block = singles.get((first[i], peak))
                if block is None:
                    block = singles[first[i], peak] = _encode([first[i]], [peak], first[i], peak)
            else:
                block = _encode(steps[a:b].tolist(), counts[a:b].tolist(), last[i], peak)
            post.write(block)
            info = _TERM.pack(0, totals[i], int(b - a), 0, 0, peak, first[i], last[i])
            add_term(field + term, info + _PLACE.pack(at, len(block)))
            at += len(block)


def _encode(steps: list[int], counts: list[float], last: int, peak: float) -> bytes:
    """A posting list in whoosh's format, as one block."""
    weights = None if peak == 1 else tuple(counts)
    body = pickle.dumps((tuple(steps), weights, None), 2)
    compressed = len(body) >= _COMPRESS_FROM
    if compressed:
        body = zlib.compress(body, 1)
    info: bytes = pickle.dumps((len(steps), last, peak, int(compressed), 0, 0), 2)
    head = MAGIC + struct.pack("!i", -len(info) - len(body))
    return head + info + body


def decode(data: bytes) -> Postings:
    """A posting list as `_encode` wrote it."""
    stream = io.BytesIO(data)
    stream.seek(len(MAGIC) + 4)
    compressed = pickle.load(stream)[3]  # noqa: S301 - our own cache, written by `_encode`
    body = stream.read()
    steps, weights, _ = pickle.loads(zlib.decompress(body) if compressed else body)  # noqa: S301
    documents = np.cumsum(np.array(steps, np.int64))
    if weights is None:
        return Postings(documents, np.ones(len(documents), np.float32))
    return Postings(documents, np.array(weights, np.float32))
