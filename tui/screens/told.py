"""What became of a task in one period, in words."""

from collections.abc import Sequence

from archive.comparing.diff import Change, ChangeKind
from archive.comparing.lineage import Cell, Lineage, away
from tui.catalogue import Catalogue
from tui.widgets.signs import sign

TYPED: tuple[ChangeKind, ...] = ("figure", "date", "directive")


def state_told(cell: Cell, found: Lineage, words: Catalogue) -> str:
    """The state of `cell`, the other threads that it split from or went into named by number, and
    whether it is certain.
    """
    state = _state(cell, found, words)
    return f"{state}, {words('screen.diff.doubtful')}" if cell.doubtful else state


def _state(cell: Cell, found: Lineage, words: Catalogue) -> str:
    others = ", ".join(str(number + 1) for number in cell.others)
    if cell.state == "merged":
        key = "merged-into" if cell.task is None else "merged-with"
        return words(f"screen.thread.{key}", others=others)
    if cell.state == "split":
        born = any(thread.cells[0] is cell for thread in found.threads)
        return words(f"screen.thread.{'split-from' if born else 'split-off'}", others=others)
    if cell.state == "born" and cell.period == found.periods[0]:
        return words("screen.thread.first")
    if cell.state == "revived":
        thread = next(one for one in found.threads if cell in one.cells)
        count = away(thread, thread.cells.index(cell), found.periods)
        if count:
            return words("lineage.away", count=count)
    return words(f"screen.thread.{cell.state}")


def changes_told(changes: Sequence[Change], words: Catalogue, *, ascii_only: bool) -> list[str]:
    """What of figures, dates and documents changed, a line a kind."""
    to = sign("to", ascii_only=ascii_only)
    lines = []
    for kind in TYPED:
        said = [_change(change, words, to) for change in changes if change.kind == kind]
        if said:
            lines.append(f"{words(f'change.{kind}')}: {'; '.join(said)}")
    return lines


def _change(change: Change, words: Catalogue, to: str) -> str:
    a, b = (" ".join(side.split()) for side in (change.a, change.b))
    if a and b:
        return f"{a} {to} {b}"
    return words("screen.diff.added" if b else "screen.diff.removed", what=a or b)
