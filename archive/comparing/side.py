"""One side of a comparison: a report's tasks with all that deciding looks at, worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.comparing.changes import changes
from archive.comparing.likeness import Profile, profile
from archive.comparing.slots import Slot, slots_of
from archive.comparing.substance import Substance, same_substance
from archive.comparing.wording import Wording
from archive.report import Report, Task
from archive.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Side:
    """The tasks of one report, and of each its wording, slots, substance and profile."""

    tasks: Sequence[Task]
    wordings: Sequence[Wording]
    slots: Sequence[Sequence[Slot]]
    substance: Sequence[Substance]
    profiles: Sequence[Profile]

    @classmethod
    def of(cls, report: Report) -> "Side":
        """The tasks of `report`, their texts in NFC."""
        tasks = [replace(task, text=nfc(task.text)) for task in report.tasks]
        wordings = [Wording.of(task.text) for task in tasks]
        slots = [slots_of(report, task) for task in tasks]
        each = list(zip(wordings, slots, strict=True))
        return cls(
            tasks,
            wordings,
            slots,
            [Substance(wording.text, wording.words, own) for wording, own in each],
            [profile(wording, own) for wording, own in each],
        )

    def only(self, numbers: Sequence[int]) -> "Side":
        """The side with these of its tasks alone."""
        if len(numbers) == len(self.tasks):
            return self
        return Side(
            [self.tasks[number] for number in numbers],
            [self.wordings[number] for number in numbers],
            [self.slots[number] for number in numbers],
            [self.substance[number] for number in numbers],
            [self.profiles[number] for number in numbers],
        )

    @property
    def order(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """What tells which of two sides is looked at first, whichever way round they are given."""
        return [
            (tuple(word.form for word in wording.words), tuple(slot.value for slot in slots))
            for wording, slots in zip(self.wordings, self.slots, strict=True)
        ]


def kept(a: Side, i: int, b: Side, j: int) -> bool:
    """Do task `i` of `a` and task `j` of `b` ask for the same?"""
    return same_substance(a.substance[i], b.substance[j]) and not changes(a.slots[i], b.slots[j])
