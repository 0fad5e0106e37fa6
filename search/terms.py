"""A segment's terms, in the format of Whoosh's term file: written at once, searched as arrays.

The file is an ordered hash (`whoosh.filedb.filetables`): entries in order of their keys, a key the
field's number and the term; then hash tables for Whoosh; then the entries' places. Terms are found
here by halving the places, so that a prefix is a range of entries, read in one go. A short prefix
that many terms share is an entry itself, in a field beside theirs (`begun`).
"""

import pickle
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from search.postings import ENTRY, NONE, Bytes, Ints, Postings, decode, decode_many, numbers_at

_OPENING = b"HSH3\x01" + bytes(8)  # the second hash function, CRC-32
_LENGTHS = struct.Struct("!ii")
_FIELD = struct.Struct("!H")
_PLACE = struct.Struct("!qi")
_SLOT = np.dtype([("hash", ">u4"), ("at", ">i8")])
_TABLES = 256
_LONG = 64  # documents
_DOCUMENTS, _FIRST = 5, 15  # where an entry has them
_ONE = struct.Struct("!BfIBBfIIqi")


def begun(field: str) -> str:
    """The field of the short beginnings of the terms of `field`."""
    return f"{field}-begun"


def write_terms(file: Any, fields: Iterable[tuple[str, Iterable[tuple[bytes, bytes]]]]) -> None:
    """Write the terms of fields, each term with its entry, all ascending."""
    file.write(_OPENING)
    names: dict[str, int] = {}
    places: list[int] = []
    hashes: list[int] = []
    at = len(_OPENING)
    for name, terms in fields:
        names[name] = len(names)
        number = _FIELD.pack(names[name])
        for term, entry in terms:
            key = number + term
            hashes.append(zlib.crc32(key))
            places.append(at)
            at += file.write(_LENGTHS.pack(len(key), len(entry)) + key + entry)
    end = _write_tables(file, np.array(hashes, np.uint32), np.array(places, np.int64), at)
    wide = at > np.iinfo(np.int32).max
    extras = {"fieldmap": names, "indextype": "q" if wide else "i", "indexlen": len(places)}
    file.write(pickle.dumps(extras, 2))
    file.write(np.array(places, ">i8" if wide else ">i4").tobytes())
    file.write(struct.pack("!i", file.tell() - end))


def _write_tables(file: Any, hashes: npt.NDArray[np.uint32], places: Ints, at: int) -> int:
    """Write the hash tables from `at` on, and where each is; where they end."""
    directory = []
    order = np.argsort(hashes & 255, kind="stable")
    bounds = np.searchsorted((hashes & 255)[order], np.arange(_TABLES + 1))
    for first, last in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        inside = order[first:last]
        table = np.zeros(2 * len(inside), _SLOT)
        directory.append((at, len(table)))
        if len(inside):
            wanted = (hashes[inside] >> 8) % len(table)
            by_slot = np.argsort(wanted, kind="stable")
            counted = np.arange(len(inside))
            slots = np.maximum.accumulate(wanted[by_slot] - counted) + counted
            fitting = by_slot[slots < len(table)]
            slots = slots[slots < len(table)]
            table["hash"][slots], table["at"][slots] = (
                hashes[inside[fitting]],
                places[inside[fitting]],
            )
            # What runs over the end goes into the first gaps, as whoever looks for it will go.
            rest = inside[by_slot[len(fitting) :]]
            gaps = np.flatnonzero(table["at"] == 0)[: len(rest)]
            table["hash"][gaps], table["at"][gaps] = hashes[rest], places[rest]
        at += file.write(table.tobytes())
    for place in directory:
        at += file.write(_PLACE.pack(*place))
    return at


class Terms:
    """The terms of one segment and their posting lists, read from the mapped files.

    `places` are where the entries stand in `table`, `fields` the fields' numbers. What does not
    read raises ValueError, IndexError or struct.error.
    """

    def __init__(self, table: Any, places: Any, fields: Mapping[str, int], posts: Any) -> None:
        self._table = table
        self._bytes: Bytes = np.frombuffer(table, np.uint8)
        self._posts: Bytes = np.frombuffer(posts, np.uint8)
        self._places = places
        self._fields = fields

    def __len__(self) -> int:
        return len(self._places)

    def _key(self, number: int) -> bytes:
        at = int(self._places[number])
        length, _ = _LENGTHS.unpack_from(self._table, at)
        key: bytes = self._table[at + _LENGTHS.size : at + _LENGTHS.size + length]
        return key

    def _first(self, key: bytes) -> int:
        return bisect_left(range(len(self)), key, key=self._key)

    def _range(self, field: str, prefix: str) -> tuple[int, int]:
        """The entries of the terms that begin with `prefix`."""
        if field not in self._fields:
            return 0, 0
        key = _FIELD.pack(self._fields[field]) + prefix.encode()
        first = self._first(key)
        # No UTF-8 has this byte; a field's number may be followed by any letter of a next one.
        return first, self._first(key + b"\xff")

    def _find(self, field: str, term: str) -> int | None:
        """The entry of `term`."""
        if field not in self._fields:
            return None
        key = _FIELD.pack(self._fields[field]) + term.encode()
        number = self._first(key)
        return number if number < len(self) and self._key(number) == key else None

    def postings(self, field: str, term: str) -> Postings:
        """The documents of `term` in `field`."""
        number = self._find(field, term)
        return NONE if number is None else self._decoded(number)

    def frequency(self, field: str, term: str) -> int:
        """How many documents have `term` in `field`, told without reading which."""
        number = self._find(field, term)
        return 0 if number is None else int(self._sizes(self._entries(number, number + 1))[0])

    def _decoded(self, number: int) -> Postings:
        at = int(self._places[number])
        length, _ = _LENGTHS.unpack_from(self._table, at)
        entry = _ONE.unpack_from(self._table, at + _LENGTHS.size + length)
        inline, total, size, _, _, _, first, _, where, _ = entry
        if inline:
            return Postings(np.array([first], np.int64), np.array([total], np.float32))
        return decode(self._posts, where, size)

    def all_postings(self, field: str, prefix: str) -> Postings:
        """The documents of every term of `field` that begins with `prefix`, some repeatedly."""
        together = self._find(begun(field), prefix)
        if together is not None:
            return self._decoded(together)
        first, last = self._range(field, prefix)
        entries = self._entries(first, last)
        inline = self._bytes[entries] == 1
        ones, others = entries[inline], entries[~inline]
        sizes = self._sizes(others)
        where = numbers_at(self._bytes, others + ENTRY.itemsize, ">i8").astype(np.int64)
        # A long list is read quickest by itself, short ones all together.
        long = sizes >= _LONG
        read = [
            decode(self._posts, at, size)
            for at, size in zip(where[long].tolist(), sizes[long].tolist(), strict=True)
        ]
        read.append(decode_many(self._posts, where[~long], sizes[~long]))
        alone = numbers_at(self._bytes, ones + _FIRST, ">u4").astype(np.int64)
        counts = numbers_at(self._bytes, ones + 1, ">f4").astype(np.float32)
        read.append(Postings(alone, counts))
        return Postings(
            np.concatenate([postings.documents for postings in read]),
            np.concatenate([postings.counts for postings in read]),
        )

    def _entries(self, first: int, last: int) -> Ints:
        """Where in the file the entries of these terms begin."""
        at = self._places[first:last].astype(np.int64)
        entries: Ints = at + _LENGTHS.size + numbers_at(self._bytes, at, ">i4")
        return entries

    def _sizes(self, entries: Ints) -> Ints:
        """How many documents the terms of these entries have."""
        sizes: Ints = numbers_at(self._bytes, entries + _DOCUMENTS, ">u4").astype(np.int64)
        return sizes

    def counts(self, field: str, prefix: str) -> dict[str, int]:
        """The terms of `field` that begin with `prefix`, and how many documents have each."""
        first, last = self._range(field, prefix)
        entries = self._entries(first, last)
        sizes = self._sizes(entries).tolist()
        names = (self._key(number)[_FIELD.size :].decode() for number in range(first, last))
        return dict(zip(names, sizes, strict=True))
