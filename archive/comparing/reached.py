"""How far a task's figures were reached, and words that say that something fell short."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from archive.comparing.counting import counted
from archive.comparing.phrases import Phrases
from archive.comparing.slots import Slot
from archive.comparing.wording import Wording
from archive.registry import load
from archive.vietnamese import level

Said = tuple[Wording, Sequence[Slot]]
"""A passage: its wording, and the figures, dates and documents in it."""

_BEFORE = 3  # words before a figure that say whether it is not to be passed
_AROUND = 6  # words around a percentage that say what it is reckoned of


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A figure of a task and the one that answers it, both as written; `result` is "" where none
    does. `met` is None where nothing can be told from the two.
    """

    target: str
    result: str
    met: bool | None


def answers(
    task: Wording, targets: Sequence[Slot], told: Sequence[Said]
) -> tuple[FigureAnswer, ...]:
    """The figures of `task`, each beside the first in the passages `told` that counts the same;
    after them the shares of a whole or of a plan that the likest passage tells.
    """
    found: list[FigureAnswer] = []
    used: set[int] = set()
    for target in targets:
        if target.kind != "figure" or _number(target) is None:
            continue
        result = next(
            (
                slot
                for wording, slots in told
                for slot in slots
                if id(slot) not in used and answers_to(task, target, wording, slot)
            ),
            None,
        )
        if result is not None:
            used.add(id(result))
            met = _met(target, result, most=_is_most(task, target))
            found.append(FigureAnswer(target.written, result.written, met))
        elif not target.in_words and (target.unit or "%" in target.written):
            found.append(FigureAnswer(target.written, "", None))
    if told:
        wording, slots = told[0]
        for slot in slots:
            share = _share(wording, slot)
            if share is None and _keeps_limit(found, slot):
                share = _part(slot)
            # That all of something was done says nothing of the task's own figures.
            if (
                share is not None
                and id(slot) not in used
                and (share < 1 or _of_plan(wording, slot))
            ):
                found.append(FigureAnswer("", slot.written, share >= 1))
    return tuple(found)


def falls_short(wording: Wording) -> bool:
    """Do words of a passage say that something is not, or not wholly, done?"""
    forms = _forms(wording)
    at = 0
    while at < len(forms):
        if length := _list("whole").longest(forms, at):
            at += length
            continue
        if _list("short").longest(forms, at):
            return True
        length = _list("short_before_number").longest(forms, at)
        if length and at + length < len(forms) and forms[at + length][:1].isdigit():
            return True
        at += 1
    return False


def tells_nothing(wording: Wording) -> bool:
    """Do words of a passage say that the report is silent on its matter, or tell only who came to
    the meeting and spoke there?
    """
    forms = _forms(wording)
    return bool(forms and _list("meeting").longest(forms, 0)) or any(
        _list("untold").longest(forms, at) for at in range(len(forms))
    )


@cache
def whom() -> frozenset[str]:
    """Words for people and organisations that any task can be for."""
    return frozenset(map(level, load("outcomes")["whom"]))


def of_the_meeting(wording: Wording) -> bool:
    """Does a sentence count what the meeting had: places joined, speeches, awards?"""
    forms = _forms(wording)
    return tells_nothing(wording) or any(
        _list("counted_at_meeting").longest(forms, at) for at in range(len(forms))
    )


def _forms(wording: Wording) -> list[str]:
    """The words of a passage, and a mark wherever punctuation parts two: no phrase spans it."""
    found: list[str] = []
    end = 0
    for word in wording.words:
        if wording.text[end : word.span.start].strip():
            found.append("|")
        found.append(word.form)
        end = word.span.end
    return found


@cache
def _list(name: str) -> Phrases:
    return Phrases({name: load("outcomes")[name]})


def counts_same(one: Slot, other: Slot) -> bool:
    """Are both figures that count the same? Percentages answer percentages only; of units, more
    than half of the shorter one's syllables are to agree, of percentages only where both tell any.
    """
    if not one.kind == other.kind == "figure" or None in (_number(one), _number(other)):
        return False
    if ("%" in one.written) != ("%" in other.written):
        return False
    if "%" in one.written and not (one.unit and other.unit):
        return True
    return len(one.unit & other.unit) > min(len(one.unit), len(other.unit)) / 2


def answers_to(task: Wording, target: Slot, told: Wording, result: Slot) -> bool:
    """Can `result` of a passage answer `target` of the task: do both count the same, of the same
    people, for all or for each? What falls short in all falls short in a part too.
    """
    if not counts_same(target, result):
        return False
    if target.in_words and target.value != result.value:
        return False
    one, other = counted(task.text, target.span), counted(told.text, result.span)
    if one.same(other):
        return True
    wanted, (reached, _) = _number(target), _parts(result)
    in_all = one.kinds > other.kinds and one.each == other.each and "%" not in target.written
    return bool(in_all and wanted and reached is not None and reached < wanted[0])


def _met(target: Slot, result: Slot, *, most: bool) -> bool | None:
    wanted, (reached, of) = _number(target), _parts(result)
    if wanted is None or reached is None:
        return None
    if of is not None:
        return reached >= of
    met = reached <= wanted[0] if most else reached >= wanted[0]
    if reached == wanted[0] or not target.unit - result.unit:
        return met
    # More than "15 cán bộ trẻ" in all says nothing of the young ones; fewer in all does.
    return None if met != most else met


def _is_most(task: Wording, target: Slot) -> bool:
    """Do the words before the figure say that it is not to be passed?"""
    before = [word.form for word in task.words if word.span.end <= target.span.start][-_BEFORE:]
    return _ends_in("most", before) and not _ends_in("least", before)


def _ends_in(name: str, forms: Sequence[str]) -> bool:
    return any(
        k + length == len(forms)
        for k in range(len(forms))
        if (length := _list(name).longest(forms, k))
    )


def _share(wording: Wording, slot: Slot) -> float | None:
    """What part of a whole, or of a plan, `slot` tells; None where it tells none."""
    if slot.kind != "figure":
        return None
    reached, of = _parts(slot)
    if reached is None:
        return None
    if of:
        return reached / of
    if "%" in slot.written and _of_a_whole(wording, slot):
        return reached / 100
    return None


def _keeps_limit(found: Sequence[FigureAnswer], slot: Slot) -> bool:
    """Is the percentage `slot` told beside the time limit that the task sets?"""
    return (
        slot.kind == "figure"
        and "%" in slot.written
        and any(one.result and set(one.target.split()) & _limits() for one in found)
    )


def _part(slot: Slot) -> float | None:
    reached, _ = _parts(slot)
    return None if reached is None else reached / 100


@cache
def _limits() -> frozenset[str]:
    return frozenset(load("outcomes")["limits"])


def _of_plan(wording: Wording, slot: Slot) -> bool:
    """Do words after `slot` say that it is reckoned of a plan?"""
    after = [word.form for word in wording.words if word.span.start >= slot.span.start][:_AROUND]
    return any(_list("target").longest(after, k) for k in range(len(after)))


def _of_a_whole(wording: Wording, slot: Slot) -> bool:
    """Do words after the percentage `slot` name a plan, or words around it all there was to do?"""
    after = [word.form for word in wording.words if word.span.start >= slot.span.start][:_AROUND]
    before = [word.form for word in wording.words if word.span.end <= slot.span.start][-_BEFORE:]
    return any(
        phrases.longest(forms, k)
        for phrases, forms in (
            (_list("target"), after),
            (_list("shares"), after),
            (_list("shares"), before),
        )
        for k in range(len(forms))
    )


def _number(slot: Slot) -> tuple[float, float | None] | None:
    reached, of = _parts(slot)
    return None if reached is None else (reached, of)


def _parts(slot: Slot) -> tuple[float | None, float | None]:
    """The value of `slot` and, for a share such as 19/24, the whole."""
    plain = slot.value.rstrip("%")
    part, slash, whole = plain.replace("-", "/").partition("/")
    try:
        return _value(part), _value(whole) if slash else None
    except ValueError:
        return None, None


def _value(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))
