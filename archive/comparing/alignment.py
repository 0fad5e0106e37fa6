"""Two task lists, task by task: what was kept, reworded, split, merged, dropped, and what is new.

The two sides are put in one order before anything is decided, so that diff(B, A) mirrors
diff(A, B) even where scores tie.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from archive.comparing.diff import Change, Diff, Group, Verdict
from archive.comparing.likeness import Likeness, likeness
from archive.comparing.matching import Among, Judged, match
from archive.comparing.order import longest_run
from archive.comparing.rarity import Rarity
from archive.comparing.side import Side
from archive.comparing.verdicts import alone, matched_group
from archive.report import Report


def diff(
    a: Report, b: Report, *, rarity: Rarity | None = None, judged: Judged | None = None
) -> Diff:
    """What became of each task of `a` in `b`.

    `rarity` says how rare a word is in tasks; without it the registry's counts do. `judged` holds
    what a person decided of pairs (task of `a`, task of `b`): True, the same task; False, not the
    same. It wins over every score.
    """
    return Diff(a, b, align(Side.of(a), Side.of(b), rarity=rarity, judged=judged))


def align(
    a: Side, b: Side, *, rarity: Rarity | None = None, judged: Judged | None = None
) -> tuple[Group, ...]:
    """What `diff` says of two sides that have been worked out before."""
    decided = dict(judged or {})
    if a.order <= b.order:
        groups = _groups(a, b, rarity, decided)
    else:
        turned = {(j, i): same for (i, j), same in decided.items()}
        groups = [_mirrored(group) for group in _groups(b, a, rarity, turned)]
    return tuple(_for_reading(groups))


def matched(
    a: Side, b: Side, among: Among, *, rarity: Rarity | None = None, judged: Judged | None = None
) -> tuple[Group, ...]:
    """The groups of both sides that `align` finds `among` those tasks of `a` and of `b`; the others
    only tell how common a word is.
    """
    decided = dict(judged or {})
    if a.order <= b.order:
        like = likeness(a.profiles, b.profiles, rarity)
        groups = _matched(a, b, like, decided, among)
    else:
        like = likeness(b.profiles, a.profiles, rarity)
        turned = {(j, i): same for (i, j), same in decided.items()}
        groups = [_mirrored(one) for one in _matched(b, a, like, turned, among[::-1])]
    return tuple(sorted(groups, key=lambda group: group.b))


def _matched(
    a: Side, b: Side, like: Likeness, judged: Judged, among: Among | None = None
) -> list[Group]:
    return [matched_group(a, b, like, pair, judged) for pair in match(a, b, like, judged, among)]


def _groups(a: Side, b: Side, rarity: Rarity | None, judged: Judged) -> list[Group]:
    """The groups of two sides, unordered, moved ones flagged."""
    like = likeness(a.profiles, b.profiles, rarity)
    groups = _flag_moved(_matched(a, b, like, judged))
    used_a = {i for group in groups for i in group.a}
    used_b = {j for group in groups for j in group.b}
    gone = [i for i in range(len(a.tasks)) if i not in used_a]
    come = [j for j in range(len(b.tasks)) if j not in used_b]
    groups += [alone("dropped", i, like, judged) for i in gone]
    groups += [alone("new", j, like, judged) for j in come]
    return groups


def _flag_moved(groups: Sequence[Group]) -> list[Group]:
    """The groups, those flagged of which no pair is in the longest run that keeps both orders."""
    pairs = sorted((i, j) for group in groups for i in group.a for j in group.b)
    run = {pairs[k] for k in longest_run([j for _, j in pairs])}
    return [
        group
        if any((i, j) in run for i in group.a for j in group.b)
        else replace(group, moved=True)
        for group in groups
    ]


def _for_reading(groups: Sequence[Group]) -> list[Group]:
    """In B's order; a dropped task follows the last steady group that precedes it in A."""
    steady = sorted((g.a[0], g.b[0]) for g in groups if g.a and g.b and not g.moved)

    def place(group: Group) -> tuple[int, int, int]:
        if group.b:
            return group.b[0], 0, 0
        before = bisect_left(steady, (group.a[0], -1)) - 1
        return (steady[before][1] if before >= 0 else -1), 1, group.a[0]

    return sorted(groups, key=place)


def _mirrored(group: Group) -> Group:
    """The group as seen from the other side."""
    verdicts: dict[Verdict, Verdict] = {
        "split": "merged",
        "merged": "split",
        "dropped": "new",
        "new": "dropped",
    }
    runner = group.runner_up
    return replace(
        group,
        verdict=verdicts.get(group.verdict, group.verdict),
        a=group.b,
        b=group.a,
        changes=tuple(Change(change.kind, change.b, change.a) for change in group.changes),
        runner_up=runner and replace(runner, side="a" if runner.side == "b" else "b"),
    )
