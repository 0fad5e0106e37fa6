"""What changed between two tasks' slots: figures, dates and documents that went or came."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from archive.comparing.diff import Change, ChangeKind
from archive.comparing.keys import parts
from archive.comparing.slots import Slot

_KINDS: tuple[ChangeKind, ...] = ("figure", "date", "directive")
_REPEATED = ("date", "directive")  # naming one of these twice is no change

_LOOK = 64  # so many figures of one value are looked at for one that counts the same


def changes(a: Sequence[Slot], b: Sequence[Slot]) -> tuple[Change, ...]:
    """What of the slots `a` is no longer in `b`, and the other way round.

    Of one kind, what went is paired with what came: figures of one unit first, then in order. A
    number in words counts only against another one of its unit.
    """
    left_a, left_b = _left(a, b), _left(b, a)
    found = []
    for kind in _KINDS:
        gone = [slot for slot in left_a if slot.kind == kind]
        come = [slot for slot in left_b if slot.kind == kind]
        sorts = (False, True) if kind == "date" else (None,)
        for sort in sorts:
            found += [
                Change(kind, old, new)
                for old, new in _paired(_of_sort(gone, sort), _of_sort(come, sort))
            ]
    return tuple(found)


def _of_sort(slots: Sequence[Slot], term: bool | None) -> Sequence[Slot]:
    """Those of `slots` that are terms of office, or those that are none; all of them for None: a
    term takes no day's place.
    """
    return [slot for slot in slots if term is None or slot.is_term == term]


def _left(own: Sequence[Slot], other: Sequence[Slot]) -> list[Slot]:
    """The slots of `own` that find no equal in `other`, each of which answers to one of them."""
    waiting: dict[tuple[str, str], deque[Slot]] = {}
    said: dict[tuple[str, str], dict[str, Slot]] = {}
    for slot in other:
        for name in _names(slot):
            waiting.setdefault(name, deque()).append(slot)
            said.setdefault(name, {})[slot.value] = slot
    taken: set[int] = set()
    left = []
    for slot in own:
        free = _equal(slot, waiting, taken)
        if free is not None:
            taken.add(id(free))
        elif slot.kind not in _REPEATED or not any(
            slot.same(one) for name in _names(slot) for one in said.get(name, {}).values()
        ):
            left.append(slot)
    return left


def _equal(slot: Slot, waiting: dict[tuple[str, str], deque[Slot]], taken: set[int]) -> Slot | None:
    """The first slot not taken that says what `slot` says, among the next few of its value."""
    for name in sorted(_names(slot)):
        queue = waiting.get(name, deque())
        while queue and id(queue[0]) in taken:
            queue.popleft()
        for one in islice(queue, _LOOK):
            if id(one) not in taken and slot.same(one):
                return one
    return None


def _names(slot: Slot) -> set[tuple[str, str]]:
    """What an equal slot must share one of."""
    if slot.kind != "directive":
        return {(slot.kind, slot.value)}
    return {(slot.kind, parts(key).number) for key in (slot.value, *slot.also)}


def _paired(gone: Sequence[Slot], come: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    by_word: dict[str, deque[Slot]] = {}
    for slot in come:
        for word in slot.unit:
            by_word.setdefault(word, deque()).append(slot)
    taken: set[int] = set()
    single = []
    for slot in gone:
        like = _first_free(slot, by_word, taken)
        if like is not None:
            taken.add(id(like))
            yield slot.written, like.written
        elif not slot.in_words:
            single.append(slot.written)
    left = [slot.written for slot in come if id(slot) not in taken and not slot.in_words]
    for i in range(max(len(single), len(left))):
        yield (single[i] if i < len(single) else "", left[i] if i < len(left) else "")


def _first_free(slot: Slot, by_word: dict[str, deque[Slot]], taken: set[int]) -> Slot | None:
    """The first slot not taken that counts what `slot` counts."""
    best: Slot | None = None
    for word in slot.unit:
        waiting = by_word.get(word, deque())
        while waiting and id(waiting[0]) in taken:
            waiting.popleft()
        if waiting and (best is None or waiting[0].span < best.span):
            best = waiting[0]
    return best
