"""Lineage: one body's tasks through its periods, each task a thread, each period a cell of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from archive.comparing.diff import Change
from archive.comparing.matching import Judged
from archive.comparing.turns import Turn
from archive.period import Period, missing
from archive.report import Report

State = Literal["born", "kept", "reworded", "split", "merged", "dropped", "revived"]
STATES: tuple[State, ...] = ("born", "kept", "reworded", "split", "merged", "dropped", "revived")

Decided = Callable[[Report, Report], Judged]
"""What a person decided of the tasks of an earlier and a later report (see `alignment.diff`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What became of a thread's task in one period.

    `task` is its place in the report's tasks; None, with an empty `text`, where the thread ends:
    it was dropped, or went into another one (`merged`). `changes` are against the cell that
    `Thread.before` gives; `doubtful` tells that it is not certain that both are one task. `others`
    are the numbers of the threads that a split or merged task shares its past or its future with.
    """

    period: Period
    report: Report
    task: int | None
    state: State
    changes: tuple[Change, ...] = ()
    others: tuple[int, ...] = ()
    doubtful: bool = False

    @property
    def text(self) -> str:
        """The task as the report says it."""
        return "" if self.task is None else self.report.tasks[self.task].text


@dataclass(frozen=True, slots=True)
class Thread:
    """One task through time; its cells in period order, one a period at most.

    `label` names its topic in words of its first wording (see `labelling`). Between two
    cells there is none where a longer period's task stands unmentioned in a part of that period,
    or after it was dropped.
    """

    label: str
    cells: tuple[Cell, ...]

    def at(self, period: Period) -> Cell | None:
        """The cell of `period`."""
        return next((cell for cell in self.cells if cell.period == period), None)

    def before(self, cell: Cell) -> Cell | None:
        """The cell that `cell` is told against: the last one before it that has a task; once a
        year is over, the year's own rather than that of a part of it.
        """
        earlier = [one for one in self.cells[: self.cells.index(cell)] if one.task is not None]
        if not earlier:
            return None
        last = earlier[-1]
        longer = (
            one
            for one in earlier
            if one.period.contains(last.period) and not one.period.contains(cell.period)
        )
        return next(longer, last)


@dataclass(frozen=True, slots=True)
class Lineage:
    """A body's threads, in the order in which their first tasks were set.

    `reports` are those that were followed, one a period, in the order of `periods`; `silent` are
    the periods whose reports set no tasks, so that nothing can be said of them; `turns` are where
    the body goes on under another name or as another one.
    """

    body: str
    reports: tuple[Report, ...]
    threads: tuple[Thread, ...]
    silent: tuple[Period, ...] = ()
    turns: tuple[Turn, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that have a task list, in order; a year stands before its parts."""
        return tuple(period for report in self.reports if (period := report.period_planned))

    def crossed(self, thread: Thread, cell: Cell) -> tuple[Turn, ...]:
        """The turns between the cell of `thread` before `cell` and this one; of a thread's first
        cell, between the period before and this one.
        """
        periods, place = self.periods, thread.cells.index(cell)
        until = periods.index(cell.period)
        since = periods.index(thread.cells[place - 1].period) if place else until - 1
        return tuple(turn for turn in self.turns if since < periods.index(turn.period) <= until)

    @property
    def missing(self) -> tuple[Period, ...]:
        """The periods in between that no report plans, in steps of the usual length."""
        planned = sorted((*self.periods, *self.silent))
        return tuple(period for period in missing(planned) if period not in self.silent)


def narrowed(found: Lineage, first: Period | None, last: Period | None) -> Lineage:
    """`found` from the period `first` to `last`, both included; threads without a cell there go.

    What was decided of older periods stays: a task born before is not born anew. The numbers of
    `others` are those of the threads that stay.
    """

    def inside(period: Period) -> bool:
        return (first is None or period.start >= first.start) and (
            last is None or period.end <= last.end
        )

    kept = [
        (number, cells)
        for number, thread in enumerate(found.threads)
        if (cells := tuple(cell for cell in thread.cells if inside(cell.period)))
    ]
    place = {number: new for new, (number, _) in enumerate(kept)}
    return Lineage(
        found.body,
        tuple(r for r in found.reports if r.period_planned and inside(r.period_planned)),
        tuple(
            Thread(found.threads[number].label, tuple(_renumbered(cell, place) for cell in cells))
            for number, cells in kept
        ),
        tuple(filter(inside, found.silent)),
        tuple(turn for turn in found.turns if inside(turn.period)),
    )


def _renumbered(cell: Cell, place: dict[int, int]) -> Cell:
    return replace(cell, others=tuple(place[other] for other in cell.others if other in place))


def away(thread: Thread, place: int, periods: Sequence[Period]) -> int:
    """For how many of `periods` the revived task of the thread's cell `place` had been away; 0
    where its going is not among them.
    """
    gone = thread.cells[place - 1].period if place else None
    return periods.index(thread.cells[place].period) - periods.index(gone) if gone else 0
