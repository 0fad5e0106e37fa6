"""How the last piece of a query can go on: names of fields, and values that the index has."""

import re

import numpy as np

from archive import vietnamese
from archive.worded import KINDS
from search.query import FIELDS, facet_of
from search.snapshot import Snapshot

_OPEN = re.compile(r'(?<!\S)(-?)([^\W\d_][\w-]{0,20}):"([^"]*)\Z')
_LAST = re.compile(r'(?<!\S)(-?)(?:([^\W\d_][\w-]{0,20}):)?([^"\s:]*)\Z')


def complete(snapshot: Snapshot, typed: str, most: int) -> tuple[str, ...]:
    """Whole queries that `typed` can become, its last piece completed, at most `most`.

    A field's name gets its colon; a value is quoted where it has spaces, and those that most
    reports have come first. Marks need not be typed.
    """
    text = vietnamese.nfc(typed)
    found = _OPEN.search(text) or _LAST.search(text)
    if not found:
        return ()
    minus, field, begun = found.groups()
    before = text[: found.start()] + minus
    if field is None:
        names = [name for pair in FIELDS.items() for name in pair]
        return tuple(
            f"{before}{name}:"
            for name in dict.fromkeys(names)
            if begun and vietnamese.bare(name).startswith(vietnamese.bare(begun))
        )[:most]
    values = (value for value in _values(snapshot, field) if _goes_on(value, begun))
    return tuple(f"{before}{field}:{_quoted(value)}" for value in list(values)[:most])


def _values(snapshot: Snapshot, field: str) -> list[str]:
    """The values of a field that live reports have, most reports first."""
    facet = facet_of(field)
    if not facet:
        return []
    column = snapshot.columns[facet]
    codes = column.codes[snapshot.live[column.documents]]
    counts = np.bincount(codes, minlength=len(column.labels)).tolist()
    counted = sorted(zip(counts, column.labels, strict=True), key=lambda one: (-one[0], one[1]))
    return [label for count, label in counted if count]


def _goes_on(value: str, begun: str) -> bool:
    """Does `value`, or a word in it, begin so? Kinds are known by their Vietnamese names, too."""
    wanted = vietnamese.bare(begun)
    names = [value, *(name for name, kind in KINDS.items() if kind == value)]
    return any(f" {vietnamese.bare(name)}".find(f" {wanted}") >= 0 for name in names)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
