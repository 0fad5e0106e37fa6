"""Posting lists: collected from documents, written in Whoosh's format, read back as arrays.

A list is one block of whoosh's codec (`whoosh3`): a magic word, the block's length, and two
pickles, one of what the block holds, one of the documents (as steps from one to the next) and the
weights. The pickles are put together by hand, of byte strings wherever the numbers fit, so that
they can be read as arrays without unpickling anything: decoding numbers one by one was the whole
cost of a first search. A list of one document stands in the term's own entry. Whoosh itself reads
what is written here.
"""

import struct
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

MAGIC = b"W3Bl"
BYTES, ARRAY, NOTHING = b"B"[0], b"c"[0], b"N"[0]  # how a pickle of numbers opens
_HEAD = np.dtype(
    [
        ("magic", "V4"),
        ("left", ">i4"),
        ("open", "V4"),
        ("documents", "<i4"),
        ("j", "V1"),
        ("last", "<i4"),
        ("g", "V1"),
        ("peak", ">f8"),
        ("close", "V8"),
    ]
)
_BODY = _HEAD.itemsize + 2  # where the documents' pickle begins
_NARROW, _WIDE = 5, 24  # bytes before numbers: a string's, an array's
_AFTER = 2  # bytes behind an array's numbers
_ARRAY = b"carray\narray\nX\x01\x00\x00\x00IB"
# What a term's entry says: flags, weight in all, documents, least and most length, most weight,
# first and last document; then where the list is, or the list of one document itself.
ENTRY = np.dtype(
    [
        ("inline", "u1"),
        ("total", ">f4"),
        ("documents", ">u4"),
        ("lengths", ">u2"),
        ("peak", ">f4"),
        ("first", ">u4"),
        ("last", ">u4"),
    ]
)
_PLACED = np.dtype([*ENTRY.descr, ("at", ">i8"), ("length", ">i4")])
_INLINE = np.dtype(
    [
        *ENTRY.descr,
        ("open", "V3"),
        ("document", "<i4"),
        ("g", "V2"),
        ("weight", ">f8"),
        ("close", "V4"),
    ]
)
_SHORT = struct.Struct("<I")
_SHORT_BEGINNINGS = (1, 2, 3)  # letters
_MANY_TERMS = 16


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

    def lists(self) -> "Lists":
        """The list of every term.

        What was collected is let go of: this is where a process needs most memory.
        """
        terms = [term.encode() for term in self._vocabulary]
        self._vocabulary = _Vocabulary()
        if not terms:
            return Lists([], NONE.documents, NONE.documents, NONE.documents)
        order = sorted(range(len(terms)), key=terms.__getitem__)
        ranks = np.empty(len(terms), np.uint64)
        ranks[order] = np.arange(len(terms), dtype=np.uint64)
        # Sorting whole numbers is several times as fast as sorting places by them.
        places = ranks[np.frombuffer(self._terms, np.uint32)] << np.uint64(32)
        places |= np.arange(len(places), dtype=np.uint64)
        places.sort()
        sizes = np.bincount((places >> np.uint64(32)).astype(np.int64), minlength=len(terms))
        places &= np.uint64(0xFFFFFFFF)
        distinct = np.frombuffer(self._distinct, np.uint32)
        documents = np.repeat(np.arange(len(distinct), dtype=np.uint32), distinct)[places]
        counts = np.frombuffer(self._counts, np.uint32)[places]
        del places, ranks, distinct
        self._terms, self._counts, self._distinct = array("I"), array("I"), array("I")
        return Lists([terms[i] for i in order], documents, counts, sizes)


class Lists(NamedTuple):
    """Posting lists on end: the terms, ascending, each one's documents and how many they are."""

    terms: list[bytes]
    documents: Any
    counts: Any
    sizes: Ints

    def write(self, post: Any) -> Iterator[tuple[bytes, bytes]]:
        """Write every list to `post`; each term, ascending, with its entry."""
        if not self.terms:
            return iter(())
        entries = _written(post, self.documents, self.counts, self.sizes)
        return zip(self.terms, entries, strict=True)

    def beginnings(self) -> "Lists":
        """A list for each short beginning that many terms share: who types it need not wait until
        theirs are added up.
        """
        ends = np.cumsum(self.sizes)
        shared, documents, counts = [], [NONE.documents], [NONE.documents]
        for beginning, first, last in _beginnings([term.decode() for term in self.terms]):
            start, end = int(ends[first] - self.sizes[first]), int(ends[last - 1])
            summed = np.bincount(self.documents[start:end], self.counts[start:end])
            shared.append(beginning.encode())
            documents.append(np.flatnonzero(summed))
            counts.append(summed[documents[-1]].astype(np.int64))
        return Lists(
            shared,
            np.concatenate(documents).astype(np.uint32),
            np.concatenate(counts).astype(np.uint32),
            np.array([len(found) for found in documents[1:]], np.int64),
        )


def _beginnings(terms: list[str]) -> list[tuple[str, int, int]]:
    """Every short beginning of many of these ascending terms, and which they are, ascending."""
    found = []
    for length in _SHORT_BEGINNINGS:
        at = 0
        for beginning, group in groupby(term[:length] for term in terms):
            count = sum(1 for _ in group)
            if len(beginning) == length and count >= _MANY_TERMS:
                found.append((beginning, at, at + count))
            at += count
    return sorted(found)


def _written(post: Any, documents: Any, counts: Any, sizes: Ints) -> Iterator[bytes]:
    """Write the lists, `sizes` long, one after another; each one's entry."""
    ends = np.cumsum(sizes)
    starts = ends - sizes
    steps = np.diff(documents, prepend=np.uint32(0))
    steps[starts] = documents[starts]
    found = np.zeros(len(sizes), ENTRY)
    found["total"] = np.add.reduceat(counts, starts)
    found["documents"] = sizes
    found["peak"] = peaks = np.maximum.reduceat(counts, starts)
    found["first"], found["last"] = documents[starts], documents[ends - 1]
    alone = sizes == 1
    inline = np.zeros(int(alone.sum()), _INLINE)
    for name in ENTRY.names or ():
        inline[name] = found[alone][name]
    inline["inline"] = 1
    inline["open"], inline["g"], inline["close"] = b"\x80\x02J", b"\x85G", b"\x85)\x87."
    inline["document"], inline["weight"] = found[alone]["first"], found[alone]["total"]
    several = np.flatnonzero(~alone)
    placed = np.zeros(len(several), _PLACED)
    for name in ENTRY.names or ():
        placed[name] = found[several][name]
    narrow = np.maximum.reduceat(steps, starts)[several] < 256
    lengths = _blocks(post, steps, counts, starts[several], found[several], narrow, peaks[several])
    placed["length"] = lengths
    placed["at"] = post.tell() - int(lengths.sum()) + np.cumsum(lengths) - lengths
    ones, others = _cut(inline), _cut(placed)
    return (next(ones) if one else next(others) for one in alone.tolist())


def _cut(records: Any) -> Iterator[bytes]:
    """The bytes of each record."""
    whole, size = records.tobytes(), records.dtype.itemsize
    return (whole[i : i + size] for i in range(0, len(whole), size))


def _blocks(
    post: Any, steps: Any, counts: Any, starts: Ints, entries: Any, narrow: Any, peaks: Any
) -> Any:
    """Write a block for each list of several documents; how long each is."""
    sizes = entries["documents"].astype(np.int64)
    heads = np.zeros(len(starts), _HEAD)
    heads["magic"], heads["open"], heads["j"], heads["g"] = MAGIC, b"\x80\x02(J", b"J", b"G"
    heads["close"] = b"K\x00K\x00K\x00t."
    heads["documents"], heads["last"] = entries["documents"], entries["last"]
    heads["peak"] = entries["peak"]
    wide_length = len(_ARRAY) + 4 + 4 * sizes + _AFTER
    lengths = np.where(narrow, _NARROW + sizes, wide_length)
    lengths += np.where(peaks == 1, 1, np.where(peaks < 256, _NARROW + sizes, wide_length))
    lengths += _BODY + 3
    heads["left"] = len(MAGIC) + 4 - lengths
    small_steps, small_counts = steps.astype(np.uint8).tobytes(), counts.astype(np.uint8).tobytes()
    columns = (starts.tolist(), (starts + sizes).tolist(), narrow.tolist(), peaks.tolist())
    for head, a, b, fits, peak in zip(_cut(heads), *columns, strict=True):
        size = _SHORT.pack(b - a)
        ids = b"B" + size + small_steps[a:b] if fits else _wide(steps[a:b])
        if peak == 1:
            weights = b"N"
        else:
            weights = b"B" + size + small_counts[a:b] if peak < 256 else _wide(counts[a:b])
        post.write(b"".join((head, b"\x80\x03", ids, weights, b"N\x87.")))
    return lengths


def _wide(numbers: Any) -> bytes:
    """The pickle of an array of numbers that do not fit into bytes."""
    data: bytes = numbers.astype("<u4").tobytes()
    return _ARRAY + _SHORT.pack(len(data)) + data + b"\x86R"


def numbers_at(data: Bytes, at: Ints, kind: str) -> Any:
    """The numbers of numpy's `kind` that stand in `data` at these places."""
    size = np.dtype(kind).itemsize
    return data[at[:, None] + np.arange(size)].reshape(-1).view(kind)


def decode(data: Bytes, at: int, size: int) -> Postings:
    """The list of `size` documents that stands in `data` from `at` on. Raises ValueError."""
    if data[at : at + 4].tobytes() != MAGIC:
        raise ValueError("no posting list here")
    steps, end = _numbers(data, at + _BODY, size)
    weights, _ = _numbers(data, end, size)
    return Postings(np.cumsum(steps, dtype=np.int64), weights.astype(np.float32))


def _numbers(data: Bytes, at: int, size: int) -> tuple[Any, int]:
    opening = data[at]
    if opening == NOTHING:
        return np.ones(size, np.uint8), at + 1
    wide = opening == ARRAY
    start = at + (_WIDE if wide else _NARROW)
    end = start + size * (4 if wide else 1)
    length = int.from_bytes(data[start - 4 : start].tobytes(), "little")
    if opening not in (BYTES, ARRAY) or length != end - start:
        raise ValueError("a posting list does not read")
    found = data[start:end]
    return (found.view("<u4") if wide else found), end + (_AFTER if wide else 0)


def decode_many(data: Bytes, at: Ints, sizes: Ints) -> Postings:
    """The lists that stand at these places, one after another, read all at once."""
    if not len(at):
        return NONE
    if (numbers_at(data, at, "V4") != np.void(MAGIC)).any():
        raise ValueError("no posting list here")
    steps, ends = _many(data, at + _BODY, sizes)
    weights, _ = _many(data, ends, sizes)
    documents = np.cumsum(steps)
    firsts = np.cumsum(sizes) - sizes
    documents -= np.repeat(documents[firsts] - steps[firsts], sizes)
    return Postings(documents, weights.astype(np.float32))


def _many(data: Bytes, at: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    opening = data[at]
    found = np.ones(int(sizes.sum()), np.int64)
    places = np.cumsum(sizes) - sizes
    for kind, before, width in ((BYTES, _NARROW, "u1"), (ARRAY, _WIDE, "<u4")):
        some = opening == kind
        step = np.dtype(width).itemsize
        where = spread(at[some] + before, sizes[some], step)
        found[spread(places[some], sizes[some])] = (
            data[where] if step == 1 else numbers_at(data, where, width)
        )
    widths = np.select(
        (opening == BYTES, opening == ARRAY), (_NARROW + sizes, _WIDE + 4 * sizes + _AFTER), 1
    )
    return found, at + widths


def spread(starts: Ints, sizes: Ints, step: int = 1) -> Ints:
    """For each start so many places, `step` apart, all in one row."""
    firsts = np.cumsum(sizes) - sizes
    within = np.arange(int(sizes.sum()), dtype=np.int64) - np.repeat(firsts, sizes)
    return np.repeat(starts, sizes) + within * step
