"""Which tasks of two reports are one: what people decide is kept in the archive, and every
comparison heeds it. Both faces ask here.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from archive.errors import WrongCorrection
from archive.report import Report
from tui.library import Library

if TYPE_CHECKING:
    from archive.comparing.lineage import Decided
    from archive.comparing.matching import Judged, Pair


def decided_in(library: Library) -> "Decided":
    """What people decided of any two reports of the archive, as it is now."""
    from archive.comparing.judgements import judged
    from archive.store.judgements import Judgements

    every = Judgements(library.store).all()

    def decided(a: Report, b: Report) -> "Judged":
        return judged(every, a, b)

    return decided


def has_judged(library: Library, a: Report, b: Report) -> bool:
    """Did a person judge tasks of these two?"""
    from archive.store.judgements import Judgements

    return bool(Judgements(library.store).on(a.id, b.id))


def judge(library: Library, a: Report, b: Report, pairs: "Iterable[Pair]", *, same: bool) -> None:
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
    Judgements(library.store).add(judge(a, b, chosen, same=same))


def undo(library: Library, a: Report, b: Report) -> bool:
    """Forget the last judgement on these two; was there one? Raises ArchiveError."""
    from archive.store.judgements import Judgements

    return Judgements(library.store).undo(a.id, b.id)
