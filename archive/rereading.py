"""What reading a text anew changes: two readings of one report, held against each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archive.record import ITEMS, SCALARS, Record, to_record
from archive.report import Report

_BY_FIELD = ("evidence", "confidence", "candidates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """A field that is read in another way than before, its values as plain data.

    Of a list (directives, tasks, …; flags too) `before` are the items that went, `after` those that
    came. What is kept by field is named with it: `confidence.body`.
    """

    id: str
    field: str
    before: Any
    after: Any


def differences(before: Report, after: Report) -> tuple[Reread, ...]:
    """What `after` says otherwise than `before`, in the order of the record."""
    found = _pairs(to_record(before), to_record(after))
    return tuple(
        Reread(id=after.id or "", field=field, before=was, after=now)
        for field, was, now in found
        if was != now
    )


def _pairs(old: Record, new: Record) -> Iterator[tuple[str, Any, Any]]:
    """Every field with what it was and what it is."""
    for field in (*SCALARS, "event_id"):
        yield field, old[field], new[field]
    for field in ("flags", *ITEMS):
        yield field, *_apart(old[field], new[field])
    for field in _BY_FIELD:
        for name in dict.fromkeys([*old[field], *new[field]]):
            yield f"{field}.{name}", old[field].get(name), new[field].get(name)


def _apart(old: list[Any], new: list[Any]) -> tuple[list[Any], list[Any]]:
    """The items of either side alone; that an item moved down a place is no difference."""
    return _beyond(old, Counter(map(_mark, new))), _beyond(new, Counter(map(_mark, old)))


def _beyond(items: Iterable[Any], others: Counter[str]) -> list[Any]:
    left = []
    for item in items:
        if others[_mark(item)]:
            others[_mark(item)] -= 1
        else:
            left.append(item)
    return left


def _mark(item: Any) -> str:
    """What tells an item from others, wherever it stands among them."""
    if isinstance(item, Mapping):
        return repr([(name, part) for name, part in item.items() if name != "ordinal"])
    return str(item)
