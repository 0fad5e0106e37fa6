"""How a lineage is drawn, for both faces: a sign for each cell, and the stroke that leads on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.comparing.lineage import Cell, Lineage, Thread
from archive.period import Period

LEGEND = (
    "stated",
    "new",
    "as-before",
    "otherwise",
    "slots",
    "forked",
    "joined",
    "absent",
    "revived",
    "doubtful",
)
"""Names of the signs, in the order in which they are explained."""

GOES_ON = ("kept", "reworded", "split", "merged")
"""States of a task that stood before."""

CHANGED = ("reworded", "split", "merged", "dropped", "revived")
"""States in which something became of a task."""

_SIGNS = {"split": "forked", "merged": "joined", "dropped": "absent", "revived": "revived"}


@dataclass(frozen=True, slots=True)
class Stroke:
    """What is drawn in one period's column: the names of the cell's sign and of the line that
    leads to the next cell, "" for none; and whether the sign is `doubtful`.
    """

    sign: str
    line: str
    doubtful: bool = False


def sign_of(cell: Cell, first: Period) -> str:
    """The name of a cell's sign; a task of the `first` period is not known to be new."""
    typed = any(change.kind != "wording" for change in cell.changes)
    if cell.state == "born" and cell.period != first:
        return "new"
    return _SIGNS.get(cell.state) or ("slots" if typed else "stated")


def strokes(thread: Thread, periods: Sequence[Period]) -> list[Stroke]:
    """One stroke for each of `periods`; a line leads to each cell in which the task goes on."""
    cells = {cell.period: cell for cell in thread.cells}
    lines = {
        before.period: _line(after) if before.task is not None else ""
        for before, after in pairwise(thread.cells)
    }
    found: list[Stroke] = []
    line = ""
    for period in periods:
        cell = cells.get(period)
        line = lines.get(period, "") if cell else line
        name = sign_of(cell, periods[0]) if cell else ""
        found.append(Stroke(name, line, bool(cell and cell.doubtful)))
    return found


def _line(after: Cell) -> str:
    """The line that leads to a cell."""
    if after.state not in GOES_ON:
        return ""
    return "as-before" if after.state == "kept" else "otherwise"


def is_change(cell: Cell) -> bool:
    """Did anything become of the task in this cell, beside that it was kept or first stated?"""
    return cell.state in CHANGED


def places_of(found: Lineage) -> dict[tuple[str, int], int]:
    """The thread that each task stands on, by the report's id and the task's place in it."""
    return {
        (cell.report.id or "", cell.task): number
        for number, thread in enumerate(found.threads)
        for cell in thread.cells
        if cell.task is not None
    }
