"""The two sides of a diff of tasks: which periods they are for, and what is unusual about them."""

from typing import TYPE_CHECKING

from archive.comparing.diff import Diff
from archive.report import Report
from tui.catalogue import Catalogue
from tui.widgets.lines import cells, plain, shortened, visible

if TYPE_CHECKING:
    from archive.bodies import Bodies


def period_shown(report: Report, words: Catalogue) -> str:
    """The period that the tasks are for, else the one that the report looks back on."""
    period = report.period_planned or report.period_reviewed
    return str(period) if period else words("screen.diff.no-period")


def heads(diff: Diff, words: Catalogue) -> tuple[str, str]:
    """What stands above each side: its letter, its period, how many tasks."""
    return _head("A", diff.a, words), _head("B", diff.b, words)


def _head(letter: str, report: Report, words: Catalogue) -> str:
    period = period_shown(report, words)
    name = words("screen.diff.tasks", period=period, count=len(report.tasks))
    return words("screen.compare.side", letter=letter, name=name)


def relation(a: Report, b: Report, bodies: "Bodies") -> str:
    """How the bodies of two reports belong together: `same` (or not known), `took-over` (B's from
    A's), `gave-way` (A's from B's) or `two-bodies`.
    """
    if not a.body or not b.body or bodies.canonical(a.body) == bodies.canonical(b.body):
        return "same"
    if any(bodies.same(b.body, name) for name in bodies.successors(a.body)):
        return "took-over"
    if any(bodies.same(a.body, name) for name in bodies.successors(b.body)):
        return "gave-way"
    return "same" if bodies.same(a.body, b.body) else "two-bodies"


def notice(diff: Diff, words: Catalogue, related: str, width: int) -> str:
    """What is unusual about these two, "" where nothing is, in `width` cells; `related` is what
    `relation` tells of their bodies.
    """
    a, b = diff.a, diff.b
    if a.id == b.id:
        return words("screen.diff.same-report")
    if a.body and b.body and related != "same":
        code = "two-bodies" if related == "two-bodies" else "took-over"
        first, second = (b.body, a.body) if related == "gave-way" else (a.body, b.body)
        room = width - cells(plain(words(f"screen.diff.{code}", a="", b="")))
        first, second = _both(visible(first), visible(second), room)
        return words(f"screen.diff.{code}", a=first, b=second)
    if bool(a.tasks) != bool(b.tasks):
        return words("screen.diff.no-tasks-b" if a.tasks else "screen.diff.no-tasks-a")
    return ""


def _both(a: str, b: str, room: int) -> tuple[str, str]:
    """Two names in `room` cells together: where they end alike only B's end is told."""
    if cells(plain(a + b)) <= room:
        return a, b
    words_a, words_b = a.split(), b.split()
    alike = 0
    while (
        alike < min(len(words_a), len(words_b)) - 1 and words_a[-1 - alike] == words_b[-1 - alike]
    ):
        alike += 1
    short = f"{' '.join(words_a[:-alike])}…" if alike else a
    if cells(plain(short + b)) <= room:
        return short, b
    half = max(room // 2, 1)
    first = shortened(short if alike else a, max(half, room - cells(plain(b))))
    return first, shortened(b, max(room - cells(plain(first)), 1))
