"""What a person says of a group of a diff: these are one task, or they are not."""

from collections.abc import Callable, Sequence

from archive.comparing.diff import Diff, Group
from archive.comparing.matching import Pair
from archive.report import Report, one_line
from tui.screens.base import PlaceScreen
from tui.screens.join import Choice, JoinScreen


class JudgingScreen(PlaceScreen):
    """A screen on which one group of a diff is the current one."""

    def judged_on(self) -> tuple[Diff, Group] | None:
        """The diff and its current group, None where there is none."""
        raise NotImplementedError

    def compare_anew(self, group: Group) -> None:
        """Show what the diff is now, the cursor on what became of `group`."""
        raise NotImplementedError

    def do_same(self) -> None:
        """One task: the group's, or a task that stands alone and one that is chosen."""
        found = self.judged_on()
        if found is None:
            return
        diff, group = found
        if group.a and group.b:
            self._judge(pairs_of(group), same=True)
            return
        others = nearest(diff, group)
        if others:
            self._choose("screen.join.same", others, lambda n: self._judge([_pair(group, n)]))
        else:
            self.say(self.words("screen.diff.no-other"))

    def do_apart(self) -> None:
        """Not one task: the two of a pair, one of several, or a lone task and the likest."""
        found = self.judged_on()
        if found is None:
            return
        diff, group = found
        pairs = pairs_of(group)
        if not pairs and group.runner_up:
            pairs = [_pair(group, group.runner_up.task)]
        if len(pairs) > 1:
            side = 0 if len(group.a) > 1 else 1
            several = [_choice(diff, side, n) for n in (group.a, group.b)[side]]
            self._choose(
                "screen.join.apart",
                several,
                lambda n: self._judge([pair for pair in pairs if pair[side] == n], same=False),
            )
        elif pairs:
            self._judge(pairs, same=False)
        else:
            self.say(self.words("screen.diff.no-other"))

    def _choose(self, asked: str, offered: Sequence[Choice], then: Callable[[int], None]) -> None:
        self.app.push_screen(JoinScreen(self, asked, offered, then))

    def _judge(self, pairs: Sequence[Pair], *, same: bool = True) -> None:
        from tui.library.judging import judge

        self._change(lambda a, b: judge(self.xdd.library.store, a, b, pairs, same=same), "judged")

    def do_undo(self) -> None:
        """Take the last judgement on these two back."""
        from tui.library.judging import undo

        self._change(lambda a, b: undo(self.xdd.library.store, a, b), "undone")

    def _change(self, change: Callable[[Report, Report], object], done: str) -> None:
        """Keep what a person says, away from the screen's thread; then compare anew."""
        found = self.judged_on()
        if found is None:
            return
        diff, group = found

        def then(_: object) -> None:
            self.compare_anew(group)
            self.say(self.words(f"screen.diff.{done}", key=self.xdd.shown("undo")))

        self.work(lambda: change(diff.a, diff.b), then, awaited="way")


def pairs_of(group: Group) -> list[Pair]:
    """Every task of one side of `group` with every one of the other."""
    return [(i, j) for i in group.a for j in group.b]


def touches(one: Group, other: Group) -> bool:
    """Do two groups hold a task in common?"""
    return bool({*one.a} & {*other.a} or {*one.b} & {*other.b})


def nearest(diff: Diff, group: Group) -> list[Choice]:
    """The tasks that the lone task of `group` could be, the likest first."""
    side = 1 if group.a else 0
    tasks = (diff.a, diff.b)[side].tasks
    likest = group.runner_up.task if group.runner_up else -1
    numbers = sorted(range(len(tasks)), key=lambda n: n != likest)
    return [_choice(diff, side, n) for n in numbers]


def _choice(diff: Diff, side: int, number: int) -> Choice:
    task = (diff.a, diff.b)[side].tasks[number]
    return Choice(number, f"{'AB'[side]}{task.ordinal}", one_line(task.text))


def _pair(group: Group, other: int) -> Pair:
    """The lone task of `group` with the task `other` of the other side."""
    return (group.a[0], other) if group.a else (other, group.b[0])
