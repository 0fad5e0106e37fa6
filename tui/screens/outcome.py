"""Follow-through: what a later report tells of each task that was set for its period.

The page claims no more than the later text says; each state stands beside the passages it rests on.
"""

from dataclasses import dataclass

from textual.app import ComposeResult

from archive.comparing.follow_through import STATES, FollowThrough, Outcome, Passage, State
from archive.exporting.lineage import answer_text
from archive.report import Report, one_line
from tui.citing import citation
from tui.library.following import followed_through
from tui.screens.fetching import FetchingScreen
from tui.screens.walking import WalkingScreen, onward
from tui.widgets.blocks import Blocks
from tui.widgets.counts import Count, Counts
from tui.widgets.edges import Edge
from tui.widgets.flow import Flow, Row, Stack
from tui.widgets.flow import Passage as Wrapped
from tui.widgets.lines import Line, Piece, plain
from tui.widgets.signs import sign

LOOKS: dict[State, str] = {"reported": "good", "partly": "changed", "none": "dim"}


@dataclass(frozen=True, slots=True)
class Item:
    """A block: a task with its state, or one of the passages that tell of it."""

    outcome: Outcome
    passage: Passage | None = None


class OutcomeScreen(FetchingScreen, WalkingScreen):
    """The tasks, each with what the later report tells of it below."""

    CSS_PATH = "outcome.tcss"
    home = "outcome"

    def __init__(self, report_id: str, task: int | None = None) -> None:
        super().__init__()
        self._report_id = report_id
        self._aim = task
        self._through: FollowThrough | None = None
        self._neighbours: tuple[str | None, str | None] = (None, None)
        self._items: list[Item] = []
        self._filter = "all"

    # ---- the frame

    def body(self) -> ComposeResult:
        """How many of each state; which report tells; the tasks."""
        yield Counts(id="counts")
        yield Edge(id="notice")
        blocks = Blocks(ascii_only=self.xdd.settings.ascii, id="outcomes")
        blocks.add_class("pane")
        yield blocks

    def on_mount(self) -> None:
        """Look for what was told away from the screen's thread."""
        super().on_mount()
        self._blocks.focus()
        self._load(self._report_id)

    @property
    def _blocks(self) -> Blocks:
        return self.query_one("#outcomes", Blocks)

    def _load(self, report_id: str) -> None:
        self._report_id = report_id
        self._neighbours = (None, None)
        self._blocks.show((), empty=self.words("screen.common.working"))
        library = self.xdd.library

        def then(through: FollowThrough) -> None:
            if report_id == self._report_id:
                self._through, self.failed, self._filter = through, False, "all"
                self._show(self._aim)
                plan = through.plan.id or ""
                self.work(lambda: library.neighbours(plan), self._found, awaited="more")

        self.fetch(lambda: followed_through(library, report_id, or_before=True), then)

    def _found(self, neighbours: tuple[str | None, str | None]) -> None:
        self._neighbours = neighbours
        self.refresh_frame()

    def tell_instead(self, said: str) -> None:
        """In the place of the tasks."""
        self._through, self._items = None, []
        self._blocks.show((), empty=said)

    def _show(self, task: int | None = None) -> None:
        through = self._through
        if through is None:
            return
        self._items = [
            item
            for outcome in through.outcomes
            if self._filter in ("all", outcome.state)
            for item in (Item(outcome), *(Item(outcome, one) for one in outcome.passages))
        ]
        tasks = [item.outcome.task if item.passage is None else -1 for item in self._items]
        at = tasks.index(task) if task in tasks else 0
        flows = [self._flow(item, through) for item in self._items]
        self._blocks.show(flows, cursor=at, empty=self.words("screen.diff.no-tasks-here"))
        self._blocks.border_title = self.caption(
            self.words("screen.outcome.list", plan=self._planned(through.plan))
        )
        self.query_one("#notice", Edge).show(plain(self._notice(through), "dim"))
        self._tell_counts(through)
        self.refresh_frame()

    def _planned(self, report: Report) -> str:
        return str(report.period_planned or self.words("cli.no-period"))

    def _notice(self, through: FollowThrough) -> str:
        """Which report tells, and of how much of the time."""
        plan, account = through.plan.period_planned, through.account.period_reviewed
        day = through.account.event_date or through.account.published or ""
        words = self.words
        told = words("screen.outcome.account", period=account or words("cli.no-period"), day=day)
        if plan and account and plan != account:
            key = "part" if plan.contains(account) else "longer"
            told += f" {words(f'screen.outcome.{key}', plan=plan, account=account)}"
        return told

    def _tell_counts(self, through: FollowThrough) -> None:
        ascii_only, words = self.xdd.settings.ascii, self.words
        counts = [
            Count(
                state,
                through.counts[state],
                f"{sign(f'told-{state}', ascii_only=ascii_only)} {through.counts[state]} "
                + words(f"outcome.{state}"),
                LOOKS[state],
            )
            for state in STATES
        ]
        name = "screen.diff.all" if self._filter == "all" else f"outcome.{self._filter}"
        shown = words("screen.diff.shown", key=self.xdd.shown("verdicts"), verdicts=words(name))
        self.query_one("#counts", Counts).offer(counts, self._filter, shown)

    def heading(self) -> Line:
        """Whose tasks, of which period."""
        here = plain(self.words("place.outcome"), "strong")
        if self._through is None:
            return here
        plan = self._through.plan
        body = plan.body or self.words("screen.common.no-body")
        period = Piece(self._planned(plan), "strong")
        return (*here, Piece(" · "), period, Piece(" · "), Piece(body, by_its_end=True))

    def status(self) -> Line:
        """Which task one is at."""
        if self._through is None:
            return self.awaited
        here = self._here
        if here is None:
            return ()
        told = {"number": here.outcome.task + 1, "total": len(self._through.outcomes)}
        return plain(self.words("screen.outcome.at", **told), "dim")

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "row": bool(self._items),
            "item": bool(self._items),
            "report": self._through is not None,
            "loaded": self._through is not None,
            "matches": len(self._items) > 1,
            "earlier-report": self._neighbours[0] is not None,
            "later-report": self._neighbours[1] is not None,
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    # ---- a block

    def _flow(self, item: Item, through: FollowThrough) -> Flow:
        outcome, ascii_only = item.outcome, self.xdd.settings.ascii
        last = item.passage is None and not outcome.passages
        last = last or (item.passage is not None and item.passage is outcome.passages[-1])
        if item.passage is not None:
            lead = (Piece(f"     {sign('quoted', ascii_only=ascii_only)} ", "key"),)
            text = one_line(item.passage.text)
            return Stack((Wrapped(text, lead=lead), *((Row(),) if last else ())))
        task = through.plan.tasks[outcome.task]
        told = f"{sign(f'told-{outcome.state}', ascii_only=ascii_only)} "
        head = Row((Piece(told + self.words(f"outcome.{outcome.state}"), LOOKS[outcome.state]),))
        text = one_line(task.text)
        wording = Wrapped(text, lead=(Piece(f"{task.ordinal:>3}. ", "key"),))
        to = sign("to", ascii_only=ascii_only)
        figures = [
            Wrapped(answer_text(one, self.xdd.words, to), lead=(Piece("     "),), look="changed")
            for one in outcome.figures
        ]
        return Stack((head, wording, *figures, *((Row(),) if last else ())))

    @property
    def _here(self) -> Item | None:
        at = self._blocks.cursor
        return self._items[at] if at < len(self._items) else None

    def on_blocks_moved(self) -> None:
        """Another block is the current one."""
        self.refresh_frame()

    # ---- filter and moving

    def on_counts_pressed(self, message: Counts.Pressed) -> None:
        """A click on a count shows those alone; a second click shows all."""
        self._let_through("all" if message.name == self._filter else message.name)

    def _let_through(self, filter_: str) -> None:
        here = self._here
        self._filter = filter_
        self._show(here.outcome.task if here else None)

    def do_verdicts(self) -> None:
        """The next state that shows something."""
        if self._through:
            names = ["all", *(state for state, count in self._through.counts.items() if count)]
            at = names.index(self._filter) if self._filter in names else 0
            self._let_through(names[(at + 1) % len(names)])

    def do_back(self) -> None:
        """Show all again; then leave."""
        if self._filter != "all":
            self._let_through("all")
        else:
            self.xdd.leave()

    def step(self, step: int) -> None:
        """To the next task."""
        tasks = [n for n, item in enumerate(self._items) if item.passage is None]
        self._blocks.go(onward(tasks, self._blocks.cursor, step))

    def _to(self, report_id: str | None) -> None:
        if report_id:
            self._aim = None
            self._load(report_id)

    def do_next_report(self) -> None:
        """The tasks of the period after."""
        self._to(self._neighbours[1])

    def do_previous_report(self) -> None:
        """The tasks of the period before."""
        self._to(self._neighbours[0])

    # ---- what is done with a block

    def on_blocks_chosen(self) -> None:
        """A click on the block under the cursor is enter."""
        self.perform(self.xdd.action("open"))

    def do_open(self) -> None:
        """Read a passage in the later report, or a task in the one that set it."""
        here, through = self._here, self._through
        if here is None or through is None:
            return
        if here.passage:
            self.xdd.open_report_at(through.account.id or "", here.passage.span.start)
        else:
            task = through.plan.tasks[here.outcome.task]
            self.xdd.open_report_at(through.plan.id or "", task.start)

    def do_export(self) -> None:
        """Write what is told to a file."""
        from archive.exporting import write
        from archive.exporting.lineage import outcome_document
        from tui.screens.export import ExportScreen, Offer, proposed

        through, words = self._through, self.xdd.words
        if through:
            name = proposed(words("place.outcome"), through.plan.body, self._planned(through.plan))
            offer = Offer(name, lambda form: write(outcome_document(through, words), form))
            self.app.push_screen(ExportScreen(offer))

    def do_lineage(self) -> None:
        """The body's tasks through all its periods, this one under the cursor."""
        through, here = self._through, self._here
        if through and through.plan.body:
            task = here.outcome.task if here else 0
            self.xdd.open_lineage(through.plan.body, through.plan.id, task)

    def do_indicators(self) -> None:
        """The body's figures through its reports."""
        if self._through and self._through.plan.body:
            self.xdd.open_indicators(self._through.plan.body)

    def _quoted(self) -> tuple[str, Report] | None:
        here, through = self._here, self._through
        if here is None or through is None:
            return None
        if here.passage:
            return one_line(here.passage.text), through.account
        return one_line(through.plan.tasks[here.outcome.task].text), through.plan

    def do_copy(self) -> None:
        """Copy the task or the passage."""
        quoted = self._quoted()
        if quoted:
            self.xdd.copy(quoted[0])

    def do_copy_citation(self) -> None:
        """Copy the task or the passage with where it stands."""
        quoted = self._quoted()
        if quoted:
            self.xdd.copy(f"{quoted[0]}\n{citation(quoted[1], self.xdd.words)}")
