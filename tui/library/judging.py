"""Which tasks of two reports are one: what people decide is kept in the archive, and every
comparison heeds it. Both faces ask here.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from archive.errors import WrongCorrection
from archive.report import Report

if TYPE_CHECKING:
    from archive.comparing.judgements import Judgement
    from archive.comparing.lineage import Decided
    from archive.comparing.matching import Judged, Pair
    from archive.store import Store


def decided_in(store: "Store") -> "Decided":
    """What people decided of any two reports of the archive, as it is now."""
    from archive.comparing.judgements import judged
    from archive.store.judgements import Judgements

    every = Judgements(store).all()

    def decided(a: Report, b: Report) -> "Judged":
        return judged(every, a, b)

    return decided


def said_of(store: "Store", a: Report, b: Report) -> "tuple[Judgement, ...]":
    """What people decided of tasks of these two, the oldest first."""
    from archive.store.judgements import Judgements

    return Judgements(store).on(a.id, b.id)


def judge(store: "Store", a: Report, b: Report, pairs: "Iterable[Pair]", *, same: bool) -> None:
    """Keep that the tasks of each pair (of `a`, of `b`, from 0) are the same, or are not.

    Raises ArchiveError, and WrongCorrection (`no-task`) for a task that is not there.
    """
    from archive.comparing.judgements import judge
    from archive.store.judgements import Judgements

    chosen = list(pairs)
    for tasks, numbers in ((a.tasks, [i for i, _ in chosen]), (b.tasks, [j for _, j in chosen])):
        for number in numbers:
            if not 0 <= number < len(tasks):
                raise WrongCorrection("no-task", ordinal=number + 1, count=len(tasks))
    Judgements(store).add(judge(a, b, chosen, same=same))


def undo(store: "Store", a: Report, b: Report) -> bool:
    """Forget the last judgement on these two; was there one? Raises ArchiveError."""
    from archive.store.judgements import Judgements

    return Judgements(store).undo(a.id, b.id)
