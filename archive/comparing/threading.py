"""A body's reports woven into a lineage, report by report.

Neighbouring reports are aligned as any two task lists are; then what is left over is held against
older tasks: first those of a longer period that is not over yet (a year's tasks stand while its
half-years pass), then those that had been dropped, the latest first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from archive.comparing.alignment import matched
from archive.comparing.diff import Group
from archive.comparing.labelling import labels
from archive.comparing.likeness import Profile, likeness
from archive.comparing.lineage import Cell, Decided, Lineage, State, Thread
from archive.comparing.matching import ALIKE, Judged
from archive.comparing.rarity import Rarity, Remembered, known
from archive.comparing.side import Side
from archive.period import Period
from archive.report import Report

if TYPE_CHECKING:
    from archive.comparing.likeness import Matrix

_LONG = 60  # tasks of a list that is aligned whole


@dataclass(slots=True)
class _Strand:
    """A thread in the making: `at` are the places where its task stands, as (report, task): the
    last one, before it that of a longer period which the last one's is a part of.

    An `open` strand's task still stands; of others, one that was `dropped` may return, and one that
    went `into` another strand may split off from it again.
    """

    at: tuple[tuple[int, int], ...]
    cells: list[Cell] = field(default_factory=list)
    open: bool = True
    dropped: bool = False
    into: int | None = None


def lineage(
    body: str,
    reports: Iterable[Report],
    *,
    decided: Decided | None = None,
    rarity: Rarity | None = None,
) -> Lineage:
    """The threads of `body` through `reports`, in whatever order they are given.

    A report without a planned period or without tasks says nothing of any task and is left out; of
    several for one period the fullest is followed. Every task of a followed report stands in
    exactly one cell.
    """
    given = tuple(reports)
    chosen = followed(given)
    planned = {report.period_planned for report in given if report.period_planned}
    silent = planned - {report.period_planned for report in chosen}
    return Lineage(body, chosen, _woven(chosen, decided, rarity), tuple(sorted(silent)))


def followed(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The fullest report for each planned period, in order; a year stands before its parts."""
    fullest: dict[Period, Report] = {}
    for report in reports:
        period = report.period_planned
        if period and report.tasks:
            best = fullest.get(period)
            if best is None or _fullness(report) > _fullness(best):
                fullest[period] = report
    return tuple(fullest[period] for period in sorted(fullest, key=lambda p: (p.start, -p.end)))


def _fullness(report: Report) -> tuple[int, int, str, str]:
    return len(report.tasks), len(report.directives), report.id or "", report.text


def _woven(
    reports: Sequence[Report], decided: Decided | None, rarity: Rarity | None = None
) -> tuple[Thread, ...]:
    """The threads through `reports`, which follow each other in time."""
    loom = _Loom(reports, decided, rarity)
    for number in range(len(reports)):
        loom.add(number)
    named = labels([loom.first(strand) for strand in loom.strands])
    return tuple(
        Thread(name, tuple(strand.cells)) for name, strand in zip(named, loom.strands, strict=True)
    )


class _Loom:
    """The strands so far, and what each report's tasks look like to aligning."""

    def __init__(
        self, reports: Sequence[Report], decided: Decided | None, rarity: Rarity | None
    ) -> None:
        self.reports = reports
        self.strands: list[_Strand] = []
        self._decided = decided
        self._rarity = Remembered(known() if rarity is None else rarity)
        self._number = 0
        self._sides = [Side.of(report) for report in reports]
        self._scores: dict[tuple[int, int], Matrix] = {}

    def first(self, strand: _Strand) -> str:
        """The first wording of `strand`."""
        return next(cell.text for cell in strand.cells if cell.task is not None)

    def add(self, number: int) -> None:
        """Continue the strands with the report `number`, begin new ones, end those left over."""
        self._number = number
        free = set(range(len(self.reports[number].tasks)))
        for before, back in self._sources(number):
            if not free:
                break
            for group in self._matched(before, number, self._waiting(before, back=back), free):
                self._continue(before, number, group, back=back)
                free -= set(group.b)
        for task in sorted(free):
            self._begin(number, task, "born")
        self._drop(number)

    def _sources(self, number: int) -> Iterator[tuple[int, bool]]:
        """The reports that tasks can come from, the nearest first, and whether they return.

        Once a year is over, its own tasks come before those of its parts: a part's list names only
        what was left of them.
        """
        here = self._period(number)
        earlier: list[int] = []
        parts: list[int] = []
        for before in range(number - 1, -1, -1):
            period = self._period(before)
            if not period.contains(here) and any(period.contains(self._period(p)) for p in parts):
                inside = [part for part in parts if period.contains(self._period(part))]
                earlier[-len(inside) :] = [before, *inside]
            else:
                earlier.append(before)
            parts.append(before)
        yield from ((before, False) for before in earlier)
        yield from ((before, True) for before in earlier)

    def _waiting(self, before: int, *, back: bool) -> dict[int, int]:
        """The tasks of the report `before` that may go on (come `back`), and their strands."""
        return {
            task: place
            for place, strand in enumerate(self.strands)
            if strand.at[-1][0] != self._number and (strand.dropped if back else strand.open)
            for report, task in strand.at
            if report == before
        }

    def _matched(
        self, before: int, number: int, waiting: Iterable[int], free: set[int]
    ) -> list[Group]:
        """The groups of both sides among the tasks `waiting` and `free`."""
        old = set(waiting)
        if not old:
            return []
        rows = _looked_at(len(self._sides[before].tasks), old)
        columns = _looked_at(len(self._sides[number].tasks), free)
        said: Judged = (
            self._decided(self.reports[before], self.reports[number]) if self._decided else {}
        )
        place_a, place_b = ({n: x for x, n in enumerate(every)} for every in (rows, columns))
        judged = {
            (place_a[i], place_b[j]): same
            for (i, j), same in said.items()
            if i in old and j in free
        }
        groups = matched(
            self._sides[before].only(rows),
            self._sides[number].only(columns),
            ([place_a[i] for i in old], [place_b[j] for j in free]),
            rarity=self._rarity,
            judged=judged,
        )
        return [
            replace(group, a=tuple(rows[x] for x in group.a), b=tuple(columns[y] for y in group.b))
            for group in groups
        ]

    def _continue(self, before: int, number: int, group: Group, *, back: bool) -> None:
        """Let the strands of `group` go on: the likest tasks with each other, the rest split off
        or go into one that goes on.
        """
        waiting = self._waiting(before, back=back)
        pairs = self._likest(before, number, group)
        ended = tuple(waiting[i] for i in group.a if i not in {i for i, _ in pairs})
        went_on = tuple(waiting[i] for i, _ in pairs)
        come = [j for j in group.b if j not in {j for _, j in pairs}]
        split = tuple(self._split_off(number, j, went_on) for j in come)
        state: State = "revived" if back else _state(group)
        for i, j in pairs:
            cell = self._cell(number, j, state, group, tuple(sorted((*split, *ended))))
            self._goes_on(waiting[i], cell, (number, j))
        for place in ended:
            strand = self.strands[place]
            if strand.open:
                strand.cells.append(self._cell(number, None, "merged", None, went_on))
            strand.open = strand.dropped = False
            strand.into = went_on[0]

    def _goes_on(self, place: int, cell: Cell, at: tuple[int, int]) -> None:
        strand = self.strands[place]
        strand.cells.append(cell)
        here = self._period(at[0])
        around = (one for one in strand.at if self._period(one[0]).contains(here))
        strand.at = (*(one for one in around if one[0] != at[0]), at)
        strand.open, strand.dropped, strand.into = True, False, None

    def _split_off(self, number: int, task: int, parents: tuple[int, ...]) -> int:
        """The strand that the task, split off from `parents`, is on: one that had gone into them
        before and is like it, else a new one.
        """
        scored = [
            (-round(self._like(strand.at[-1], (number, task)), 6), place)
            for place, strand in enumerate(self.strands)
            if strand.into in parents
        ]
        if scored and -min(scored)[0] >= ALIKE:
            place = min(scored)[1]
            self._goes_on(place, self._cell(number, task, "split", None, parents), (number, task))
            return place
        self._begin(number, task, "split", parents)
        return len(self.strands) - 1

    def _like(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        pair = one[0], other[0]
        if pair not in self._scores:
            a, b = (self._sides[report].profiles for report in pair)
            self._scores[pair] = likeness(a, b, self._rarity).score
        return float(self._scores[pair][one[1], other[1]])

    def _likest(self, before: int, number: int, group: Group) -> list[tuple[int, int]]:
        """The pairs of a group that go on as one strand: those that open with one target, then the
        likest, those that are as good as equally like in order; no task twice.
        """
        if len(group.a) == len(group.b) == 1:
            return [(group.a[0], group.b[0])]
        a = [self._sides[before].profiles[i] for i in group.a]
        b = [self._sides[number].profiles[j] for j in group.b]
        score = likeness(a, b, self._rarity).score
        left, right = set(group.a), set(group.b)
        pairs = []
        for x, y in sorted(
            ((x, y) for x in range(len(group.a)) for y in range(len(group.b))),
            key=lambda at: (not _same_aim(a[at[0]], b[at[1]]), -round(float(score[at]), 2), at),
        ):
            if group.a[x] in left and group.b[y] in right:
                left.remove(group.a[x])
                right.remove(group.b[y])
                pairs.append((group.a[x], group.b[y]))
        return sorted(pairs)

    def _begin(self, number: int, task: int, state: State, others: tuple[int, ...] = ()) -> None:
        cell = self._cell(number, task, state, None, others)
        self.strands.append(_Strand(((number, task),), [cell]))

    def _drop(self, number: int) -> None:
        """End the strands that the report `number` does not continue, save those of a longer
        period that it is a part of.
        """
        here = self._period(number)
        for strand in self.strands:
            if strand.open and strand.at[-1][0] != number:
                if any(self._period(report).contains(here) for report, _ in strand.at):
                    continue
                strand.cells.append(self._cell(number, None, "dropped", None, ()))
                strand.open, strand.dropped = False, True

    def _cell(
        self,
        number: int,
        task: int | None,
        state: State,
        group: Group | None,
        others: tuple[int, ...],
    ) -> Cell:
        return Cell(
            period=self._period(number),
            report=self.reports[number],
            task=task,
            state=state,
            changes=group.changes if group else (),
            others=others,
            doubtful=bool(group and group.doubtful),
        )

    def _period(self, number: int) -> Period:
        period = self.reports[number].period_planned
        if period is None:
            raise ValueError("a report in a lineage plans a period")
        return period


def _same_aim(one: Profile, other: Profile) -> bool:
    return one.aim is not None and one.aim == other.aim


def _looked_at(count: int, wanted: set[int]) -> list[int]:
    """Those of `count` tasks that are aligned: all, but of a long list the `wanted` ones and as
    many others as tell how common a word is.
    """
    if count <= _LONG:
        return list(range(count))
    others = (number for number in range(count) if number not in wanted)
    return sorted({*wanted, *islice(others, max(0, _LONG - len(wanted)))})


def _state(group: Group) -> State:
    states: dict[str, State] = {"kept": "kept", "split": "split", "merged": "merged"}
    return states.get(group.verdict, "reworded")
