"""The diff of two task lists: what became of each task of one period in the next."""

from dataclasses import dataclass

from textual.app import ComposeResult

from archive.comparing.diff import Diff, Group
from tui.citing import citation
from tui.screens.finder import Finder
from tui.screens.groups import Drawing, Marked, found_in, group_flow, group_text, marked_groups
from tui.screens.judging import JudgingScreen, touches
from tui.screens.sides import heads, notice, period_shown, relation
from tui.screens.two_sided import TwoSidedScreen
from tui.screens.verdicts import ALL, counts, is_change, passes, said, useful
from tui.screens.walking import onward
from tui.widgets.counts import Counts
from tui.widgets.lines import Line, Piece, plain, visible
from tui.widgets.signs import sign


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that the screen shows, put together away from its thread."""

    diff: Diff
    groups: list[Marked]
    judged: bool
    related: str


class DiffScreen(TwoSidedScreen, JudgingScreen):
    """What was kept, reworded, split, merged, dropped, and what is new."""

    CSS_PATH = "diff.tcss"
    home = "diff"
    columns = 100

    def __init__(self, a: str, b: str) -> None:
        super().__init__(a, b)
        self._loaded: Loaded | None = None
        self._before: str | None = None
        self._after: str | None = None
        self._filter = ALL
        self._pattern = ""
        self._shown: list[Marked] = []
        self._found: list[int] = []

    # ---- the frame

    def body(self) -> ComposeResult:
        """Counts, notice, the heads of the columns, the groups."""
        yield Counts(id="counts")
        yield from super().body()

    @property
    def place(self) -> str:
        """The groups, or the box in which something is sought."""
        return "finding" if self.typing else self.home

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "row": bool(self._shown),
            "item": bool(self._shown),
            "matches": bool(self._walked),
            "report": self._loaded is not None,
            "own": not self.xdd.library.is_sample,
            "corrected": self._loaded is not None and self._loaded.judged,
            "two-reports": self._loaded is not None,
            "loaded": self._loaded is not None,
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
        words = self.xdd.words
        periods = f"{period_shown(a, words)} {to} {period_shown(b, words)}"
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
            return self.awaited
        walked, at = self._walked, self.blocks.cursor
        if self._pattern and self._shown:
            told = {"pattern": visible(self._pattern), "groups": len(walked)}
            told["places"] = sum(self._found)
            return plain(self.words("screen.diff.found", **told, keys=self.walking_keys))
        if at not in walked:
            return plain(f"{len(walked)}", "dim") if walked else ()
        told = {"number": walked.index(at) + 1, "total": len(walked), "keys": self.walking_keys}
        return plain(self.words("screen.diff.change", **told))

    @property
    def _walked(self) -> list[int]:
        """What `n` and `N` walk: the groups that hold what is sought, else the changes."""
        if self._pattern:
            return [n for n, places in enumerate(self._found) if places]
        return [n for n, marked in enumerate(self._shown) if is_change(marked)]

    # ---- comparing

    def load(self) -> None:
        """These two, all that became of their tasks."""
        self._load(*self.ids)

    def _load(self, a: str, b: str, at: Group | None = None) -> None:
        """Compare the reports `a` and `b`, the cursor on the group that holds what `at` holds."""
        library = self.xdd.library
        self.ids = (a, b)
        self._before = self._after = None

        def current() -> bool:
            return self.is_attached and self.ids == (a, b)

        def job() -> Loaded:
            from archive.bodies import read_bodies
            from tui.library.judging import said_of

            one, other = library.report(a), library.report(b)
            said = said_of(library.store, one, other)
            diff = library.diff(one, other, said)
            related = relation(one, other, read_bodies(library.archive))
            return Loaded(diff, marked_groups(diff, lambda: not current()), bool(said), related)

        def then(loaded: Loaded) -> None:
            if current():
                self._loaded = loaded
                self._filter = self._filter if at and self._filter in useful(loaded.groups) else ALL
                through = [m for m in loaded.groups if passes(m, self._filter)]
                self.lay_out(
                    next((n for n, m in enumerate(through) if at and touches(m.group, at)), 0)
                )

        def around() -> tuple[str | None, str | None]:
            return library.neighbours(a)[0], library.neighbours(b)[1]

        def found(neighbours: tuple[str | None, str | None]) -> None:
            if current():
                self._before, self._after = neighbours
                self.refresh_frame()

        self.fetch(job, then)
        self.work(around, found, awaited="more")

    def _drawing(self, diff: Diff) -> Drawing:
        ascii_only = self.xdd.settings.ascii
        words, wide = self.xdd.words, self.wide
        return Drawing(diff, words, ascii_only=ascii_only, wide=wide, pattern=self._pattern)

    def lay_out(self, at: int = 0) -> None:
        """The groups that the filter lets through, the cursor on the one numbered `at`."""
        if self._loaded is None:
            return
        diff = self._loaded.diff
        self.wide = self.size.width >= self.columns
        self._shown = [m for m in self._loaded.groups if passes(m, self._filter)]
        self._found = [found_in(marked, self._pattern) for marked in self._shown]
        drawing = self._drawing(diff)
        flows = [group_flow(marked, drawing) for marked in self._shown]
        empty = "no-tasks" if not self._loaded.groups else "filtered-out"
        self.blocks.show(flows, cursor=at, empty=self.words(f"screen.diff.{empty}"))
        self._tell_counts()
        self.tell_heads()
        self.refresh_frame()

    def tell_heads(self) -> None:
        """The heads, and above them what is unusual, in the room there is."""
        super().tell_heads()
        if loaded := self._loaded:
            width = self.size.width - 2
            self.tell_notice(notice(loaded.diff, self.xdd.words, loaded.related, width))

    def heads(self) -> tuple[str, str] | None:
        """Which period each side is for, and how many tasks it has."""
        return heads(self._loaded.diff, self.xdd.words) if self._loaded else None

    # ---- counts and filter

    def _tell_counts(self) -> None:
        groups = self._loaded.groups if self._loaded else []
        words, key = self.xdd.words, self.xdd.shown("verdicts")
        told = counts(groups, words, ascii_only=self.xdd.settings.ascii)
        shown = words("screen.diff.shown", key=key, verdicts=said(self._filter, words))
        self.query_one("#counts", Counts).offer(told, self._filter, shown)

    def on_counts_pressed(self, message: Counts.Pressed) -> None:
        """A click on a count shows those alone; a second click shows all."""
        self._let_through(ALL if message.name == self._filter else message.name)

    def _let_through(self, filter_: str) -> None:
        if self._loaded is None:
            return
        at = self.blocks.cursor
        current = self._shown[at] if at < len(self._shown) else None
        self._filter = filter_
        through = [m for m in self._loaded.groups if passes(m, filter_)]
        place = next((n for n, m in enumerate(through) if m is current), 0)
        self.lay_out(place)

    def do_verdicts(self) -> None:
        """The next filter that shows something."""
        if self._loaded is None:
            return
        names = useful(self._loaded.groups)
        at = names.index(self._filter) if self._filter in names else 0
        self._let_through(names[(at + 1) % len(names)])

    def do_back(self) -> None:
        """Out of what was sought; then show all again; then leave."""
        finder = self.query_one(Finder)
        if finder.is_open or self._pattern:
            finder.forget()
            self._seek("")
        elif self._filter != ALL and self._loaded:
            self._let_through(ALL)
        else:
            self.xdd.leave()

    # ---- finding

    def on_finder_sought(self, message: Finder.Sought) -> None:
        """Mark what was typed so far on both sides, and go where it stands next."""
        self._seek(message.pattern.strip())
        if self._pattern and not self._walked:
            self.say(self.words("screen.diff.not-found", pattern=visible(self._pattern)))
        elif self._pattern and self.blocks.cursor not in self._walked:
            self.step(1)

    def _seek(self, pattern: str) -> None:
        if pattern != self._pattern:
            self._pattern = pattern
            self.lay_out(self.blocks.cursor)

    # ---- moving

    def on_blocks_moved(self) -> None:
        """Another group is the current one."""
        self.refresh_frame()

    def step(self, step: int) -> None:
        """To the next of the groups that are walked."""
        self.blocks.go(onward(self._walked, self.blocks.cursor, step))

    def do_next_report(self) -> None:
        """One period on: B with the one after it."""
        if self._after:
            self._load(self.ids[1], self._after)

    def do_previous_report(self) -> None:
        """One period back: the one before A with A."""
        if self._before:
            self._load(self._before, self.ids[0])

    # ---- what is done with a group

    def judged_on(self) -> tuple[Diff, Group] | None:
        """The current group, and the diff it is of."""
        return (self._loaded.diff, self._current.group) if self._loaded and self._shown else None

    def compare_anew(self, group: Group) -> None:
        """Compare the same two reports anew."""
        self._load(*self.ids, group)

    @property
    def _current(self) -> Marked:
        return self._shown[self.blocks.cursor]

    def on_blocks_chosen(self) -> None:
        """A click on the group under the cursor is enter."""
        self.perform(self.xdd.action("open"))

    def do_open(self) -> None:
        """Read the group's task where it stands, in the later report where it is in both."""
        if self._loaded is None:
            return
        group, diff = self._current.group, self._loaded.diff
        side, tasks, at = (1, diff.b, group.b) if group.b else (0, diff.a, group.a)
        place = tasks.tasks[at[0]].start
        self.xdd.open_report_at(self.ids[side], place)

    def do_lineage(self) -> None:
        """The body's tasks through all its periods, the later report's under the cursor."""
        b = self._loaded.diff.b if self._loaded else None
        if b and b.body:
            at = self._current.group.b if self._shown else ()
            self.xdd.open_lineage(b.body, b.id, at[0] if at else 0)
        else:
            self.say(self.words("needs.body"))

    def do_indicators(self) -> None:
        """The body's figures over time."""
        body = self._loaded.diff.b.body if self._loaded else None
        if body:
            self.xdd.open_indicators(body)
        else:
            self.say(self.words("needs.body"))

    def do_outcome(self) -> None:
        """What came of the tasks of the earlier report."""
        at = self._current.group.a if self._shown else ()
        self.xdd.open_outcome(self.ids[0], at[0] if at else None)

    # ---- what is done with a group

    def do_compare(self) -> None:
        """The two reports side by side."""
        self.xdd.open_comparison(*self.ids)

    def do_export(self) -> None:
        """Write the whole diff to a file."""
        from tui.screens.export import ExportScreen, diff_offer

        if self._loaded:
            self.app.push_screen(ExportScreen(diff_offer(self._loaded.diff, self.xdd.words)))

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
