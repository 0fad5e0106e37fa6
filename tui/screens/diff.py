"""The diff of two task lists: what became of each task of one period in the next."""

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import ComposeResult

from archive.comparing.diff import VERDICTS, Diff
from archive.report import Report
from tui.citing import citation
from tui.screens.base import PlaceScreen
from tui.screens.groups import LOOKS, Drawing, Marked, group_flow, group_text, marked_groups
from tui.widgets.blocks import Blocks
from tui.widgets.counts import Count, Counts
from tui.widgets.edges import Edge
from tui.widgets.flow import Beside, Row
from tui.widgets.lines import Line, Piece, plain, visible
from tui.widgets.scroller import Scroller
from tui.widgets.signs import sign

COLUMNS = 100
"""From this width on, the two sides stand in columns."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that the screen shows, put together away from its thread."""

    diff: Diff
    groups: list[Marked]


class DiffScreen(PlaceScreen):
    """What was kept, reworded, split, merged, dropped, and what is new."""

    CSS_PATH = "diff.tcss"
    home = "diff"

    def __init__(self, a: str, b: str) -> None:
        super().__init__()
        self._ids = (a, b)
        self._loaded: Loaded | None = None
        self._failed = False
        self._before: str | None = None
        self._after: str | None = None
        self._filter = "all"
        self._shown: list[Marked] = []
        self._wide = False

    # ---- the frame

    def body(self) -> ComposeResult:
        """Counts, notice, the heads of the columns, the groups."""
        yield Counts(id="counts")
        yield Edge(id="notice")
        yield Edge(id="sides")
        blocks = Blocks(ascii_only=self.xdd.settings.ascii, id="groups")
        blocks.add_class("pane")
        yield blocks

    def on_mount(self) -> None:
        """Compare away from the screen's thread."""
        for name in ("#notice", "#sides"):
            self.query_one(name).display = False
        self._groups.show((), empty=self.words("screen.reader.loading"))
        self._groups.focus()
        self._load(*self._ids)

    @property
    def _groups(self) -> Blocks:
        return self.query_one("#groups", Blocks)

    def mover(self) -> Scroller:
        """The groups."""
        return self._groups

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "row": bool(self._shown),
            "item": bool(self._shown),
            "matches": any(is_change(marked) for marked in self._shown),
            "two-reports": self._loaded is not None,
            "loaded": self._loaded is not None,
            "report": self._loaded is not None,
            "earlier-report": self._before is not None,
            "later-report": self._after is not None,
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def heading(self) -> Line:
        """The body, and the periods."""
        here = plain(self.words("place.diff"), "strong")
        if self._loaded is None:
            return here
        a, b = self._loaded.diff.a, self._loaded.diff.b
        to = sign("to", ascii_only=self.xdd.settings.ascii)
        body = b.body or a.body or self.words("screen.common.no-body")
        periods = f"{self._period(a)} {to} {self._period(b)}"
        return (
            *here,
            Piece(" · "),
            Piece(periods, "strong"),
            Piece(" · "),
            Piece(body, by_its_end=True),
        )

    def status(self) -> Line:
        """Which change one is at."""
        if self._loaded is None:
            said = "unread" if self._failed else "loading"
            return plain(self.words(f"screen.reader.{said}"), "dim")
        changes = [n for n, marked in enumerate(self._shown) if is_change(marked)]
        at = self._groups.cursor
        if at not in changes:
            return plain(f"{len(changes)}", "dim") if changes else ()
        told = {"number": changes.index(at) + 1, "total": len(changes), "keys": self.walking_keys}
        return plain(self.words("screen.diff.change", **told))

    def _period(self, report: Report) -> str:
        period = report.period_planned or report.period_reviewed
        return str(period) if period else self.words("screen.diff.no-period")

    # ---- comparing

    def _load(self, a: str, b: str) -> None:
        library = self.xdd.library
        self._ids = (a, b)
        self._before = self._after = None

        def current() -> bool:
            return self.is_attached and self._ids == (a, b)

        def job() -> Loaded:
            diff = library.diff(library.report(a), library.report(b))
            return Loaded(diff, marked_groups(diff, lambda: not current()))

        def then(loaded: Loaded) -> None:
            if current():
                self._loaded = loaded
                self._filter = "all"
                self._show()

        def around() -> tuple[str | None, str | None]:
            return library.neighbours(a)[0], library.neighbours(b)[1]

        def found(neighbours: tuple[str | None, str | None]) -> None:
            if current():
                self._before, self._after = neighbours
                self.refresh_frame()

        self.xdd.work(job, then, failed=self._unread)
        self.work(around, found)

    def _unread(self, trouble: str) -> None:
        if self.is_attached:
            self._failed = True
            self._groups.show((), empty=trouble)
            self.refresh_frame()

    def _drawing(self, diff: Diff) -> Drawing:
        ascii_only = self.xdd.settings.ascii
        return Drawing(diff, self.xdd.words, ascii_only=ascii_only, wide=self._wide)

    def _show(self, at: int = 0) -> None:
        """The groups that the filter lets through, the cursor on the one numbered `at`."""
        if self._loaded is None:
            return
        diff = self._loaded.diff
        self._wide = self.size.width >= COLUMNS
        self._shown = [m for m in self._loaded.groups if self._passes(m, self._filter)]
        drawing = self._drawing(diff)
        flows = [group_flow(marked, drawing) for marked in self._shown]
        empty = "no-tasks" if not self._loaded.groups else "filtered-out"
        self._groups.show(flows, cursor=at, empty=self.words(f"screen.diff.{empty}"))
        self._tell_counts()
        notice = self.query_one("#notice", Edge)
        said = self._notice(diff)
        notice.show(plain(said, "changed"))
        notice.display = bool(said)
        self._tell_sides(diff)
        self.refresh_frame()

    def _notice(self, diff: Diff) -> str:
        """What is unusual about these two."""
        a, b = diff.a, diff.b
        if a.id == b.id:
            return self.words("screen.diff.same-report")
        if a.body and b.body and a.body != b.body:
            both = {"a": visible(a.body), "b": visible(b.body)}
            return self.words("screen.diff.two-bodies", **both)
        if bool(a.tasks) != bool(b.tasks):
            return self.words("screen.diff.no-tasks-b" if a.tasks else "screen.diff.no-tasks-a")
        return ""

    def _tell_sides(self, diff: Diff) -> None:
        left, right = (
            self.words(
                "screen.compare.side",
                letter=letter,
                name=self.words(
                    "screen.diff.tasks", period=self._period(report), count=len(report.tasks)
                ),
            )
            for letter, report in (("A", diff.a), ("B", diff.b))
        )
        sides = self.query_one("#sides", Edge)
        sides.display = self._wide
        if self._wide:
            heads = Beside(
                Row((Piece(left, "strong"),)),
                Row((Piece(right, "strong"),)),
                rule=self._drawing(diff).sign("rule"),
            )
            heads.measure(max(20, self.size.width - 4))
            sides.show(heads.line(0))
        else:
            self._groups.border_title = Text(f"{visible(left)}  {visible(right)}")

    def on_resize(self, event: events.Resize) -> None:
        """One column or two."""
        if self._loaded and (event.size.width >= COLUMNS) != self._wide:
            self._groups.border_title = None
            self._show(self._groups.cursor)
        elif self._loaded:
            self._tell_sides(self._loaded.diff)

    # ---- counts and filter

    def _passes(self, marked: Marked, filter_: str) -> bool:
        if filter_ == "all":
            return True
        if filter_ == "changed":
            return is_change(marked)
        if filter_ == "doubtful":
            return marked.group.doubtful
        return marked.group.verdict == filter_

    def _filters(self) -> list[tuple[str, int]]:
        """The filters that show something, and how many groups each."""
        groups = self._loaded.groups if self._loaded else []
        names = ("all", "changed", *VERDICTS, "doubtful")
        counted = [(name, sum(self._passes(m, name) for m in groups)) for name in names]
        return [(name, count) for name, count in counted if count or name == "all"]

    def _tell_counts(self) -> None:
        ascii_only = self.xdd.settings.ascii
        groups = self._loaded.groups if self._loaded else []
        counts = []
        for verdict in VERDICTS:
            count = sum(m.group.verdict == verdict for m in groups)
            said = f"{sign(verdict, ascii_only=ascii_only)} {count} "
            said += self.words(f"verdict.{verdict}")
            counts.append(Count(verdict, count, said, LOOKS[verdict]))
        doubtful = sum(m.group.doubtful for m in groups)
        if doubtful:
            said = f"{sign('doubtful', ascii_only=ascii_only)} {doubtful} "
            said += self.words("screen.diff.doubtful")
            counts.append(Count("doubtful", doubtful, said, "changed"))
        name = self._filter
        word = (
            f"screen.diff.{name}" if name in ("all", "changed", "doubtful") else f"verdict.{name}"
        )
        key = self.xdd.shown("verdicts")
        shown = self.words("screen.diff.shown", key=key, verdicts=self.words(word))
        self.query_one("#counts", Counts).offer(counts, name, shown)

    def on_counts_pressed(self, message: Counts.Pressed) -> None:
        """A click on a count shows those alone; a second click shows all."""
        self._let_through("all" if message.name == self._filter else message.name)

    def _let_through(self, filter_: str) -> None:
        if self._loaded is None:
            return
        at = self._groups.cursor
        current = self._shown[at] if at < len(self._shown) else None
        self._filter = filter_
        through = [m for m in self._loaded.groups if self._passes(m, filter_)]
        place = next((n for n, m in enumerate(through) if m is current), 0)
        self._show(place)

    def do_verdicts(self) -> None:
        """The next filter that shows something."""
        if self._loaded is None:
            return
        names = [name for name, _ in self._filters()]
        at = names.index(self._filter) if self._filter in names else 0
        self._let_through(names[(at + 1) % len(names)])

    def do_back(self) -> None:
        """Show all again; then leave."""
        if self._filter != "all" and self._loaded:
            self._let_through("all")
        else:
            self.xdd.leave()

    # ---- moving

    def on_blocks_moved(self) -> None:
        """Another group is the current one."""
        self.refresh_frame()

    def _step(self, step: int) -> None:
        changes = [n for n, marked in enumerate(self._shown) if is_change(marked)]
        at = self._groups.cursor
        ahead = [n for n in changes if (n > at if step > 0 else n < at)]
        if ahead:
            self._groups.go(ahead[0] if step > 0 else ahead[-1])
        else:
            self._groups.go(changes[0] if step > 0 else changes[-1])

    def do_next_match(self) -> None:
        """To the next change."""
        self._step(1)

    def do_previous_match(self) -> None:
        """To the change before."""
        self._step(-1)

    def do_next_report(self) -> None:
        """One period on: B with the one after it."""
        if self._after:
            self._load(self._ids[1], self._after)

    def do_previous_report(self) -> None:
        """One period back: the one before A with A."""
        if self._before:
            self._load(self._before, self._ids[0])

    # ---- what is done with a group

    @property
    def _current(self) -> Marked:
        return self._shown[self._groups.cursor]

    def on_blocks_chosen(self) -> None:
        """A click on the group under the cursor is enter."""
        self.perform(self.xdd.action("open"))

    def do_open(self) -> None:
        """Read the group's task where it stands, in the later report where it is in both."""
        from tui.screens.reader import ReaderScreen

        if self._loaded is None:
            return
        group, diff = self._current.group, self._loaded.diff
        side, tasks, at = (1, diff.b, group.b) if group.b else (0, diff.a, group.a)
        place = tasks.tasks[at[0]].start
        self.app.push_screen(ReaderScreen(Sight(self._ids[side], place=place)))

    def do_lineage(self) -> None:
        """The body's tasks through all its periods, the later report's under the cursor."""
        b = self._loaded.diff.b if self._loaded else None
        if b and b.body:
            at = self._current.group.b if self._shown else ()
            self.xdd.open_lineage(b.body, b.id, at[0] if at else 0)
        else:
            self.say(self.words("needs.body"))

    def do_outcome(self) -> None:
        """What came of the tasks of the earlier report."""
        at = self._current.group.a if self._shown else ()
        self.xdd.open_outcome(self._ids[0], at[0] if at else None)

    def do_compare(self) -> None:
        """The two reports side by side."""
        self.xdd.open_comparison(*self._ids)

    def do_copy(self) -> None:
        """Copy the group."""
        if self._loaded:
            self.xdd.copy(group_text(self._current, self._drawing(self._loaded.diff)))
            self.say(self.words("screen.diff.copied"))

    def do_copy_citation(self) -> None:
        """Copy the group with where both sides stand."""
        if self._loaded is None:
            return
        diff = self._loaded.diff
        sources = [
            f"{letter}: {citation(report, self.xdd.words)}"
            for letter, report in (("A", diff.a), ("B", diff.b))
        ]
        self.xdd.copy("\n".join((group_text(self._current, self._drawing(diff)), *sources)))
        self.say(self.words("screen.diff.copied"))


def is_change(marked: Marked) -> bool:
    """Did anything become of the group's tasks, beside that they were kept?"""
    return marked.group.verdict != "kept"
