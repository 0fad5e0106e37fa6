"""Which tasks of two lists belong together: one and one, one and several, several and one.

What a person decided comes first; then tasks that ask for the same, in order; then the assignment
that makes the whole likest; then tasks left over join a pair that they complete.
"""

from collections.abc import Collection, Mapping, Sequence

from archive.comparing.likeness import Likeness
from archive.comparing.side import Side, kept

ALIKE = 0.25  # from this score on two tasks are one
NEAR = 0.22  # from this score on a task can be part of another
PART = 0.28  # so much of a part's weight must stand in the whole
BROUGHT = 0.8  # of these two limits, where the part brings a topic or document of its own
GAIN = 0.10  # so much of the whole's weight the part must add to what its other part covers

Pair = tuple[int, int]
Judged = Mapping[Pair, bool]
Match = tuple[tuple[int, ...], tuple[int, ...]]
Among = tuple[Collection[int], Collection[int]]


def match(
    a: Side, b: Side, like: Likeness, judged: Judged, among: Among | None = None
) -> list[Match]:
    """The tasks that belong together, as numbers of `a` and of `b`; no task twice. The pairs are
    looked for `among` those numbers of both, by default among all.
    """
    of_a, of_b = among or (range(len(a.tasks)), range(len(b.tasks)))
    joined = _joined([pair for pair, same in judged.items() if same and _exists(pair, a, b)])
    free_a = set(of_a) - {i for left, _ in joined for i in left}
    free_b = set(of_b) - {j for _, right in joined for j in right}
    same = _kept_pairs(a, b, sorted(free_a), sorted(free_b), judged)
    free_a -= {i for i, _ in same}
    free_b -= {j for _, j in same}
    alike = _assigned(like, sorted(free_a), sorted(free_b), judged)
    free_a -= {i for i, _ in alike}
    free_b -= {j for _, j in alike}
    more_a, more_b = _parts(a, b, like, alike, free_a, free_b, judged)
    grown = [
        (tuple(sorted({i, *more_a.get((i, j), ())})), tuple(sorted({j, *more_b.get((i, j), ())})))
        for i, j in alike
    ]
    return sorted([*joined, *(((i,), (j,)) for i, j in same), *grown])


def _exists(pair: Pair, a: Side, b: Side) -> bool:
    return 0 <= pair[0] < len(a.tasks) and 0 <= pair[1] < len(b.tasks)


def _joined(pairs: Sequence[Pair]) -> list[Match]:
    """The tasks that a person joined, pair by pair."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in sorted(pairs):
        touching = [group for group in groups if i in group[0] or j in group[1]]
        groups = [group for group in groups if group not in touching]
        left = {i}.union(*(group[0] for group in touching))
        right = {j}.union(*(group[1] for group in touching))
        groups.append((left, right))
    return [(tuple(sorted(left)), tuple(sorted(right))) for left, right in groups]


def _kept_pairs(
    a: Side, b: Side, free_a: Sequence[int], free_b: Sequence[int], judged: Judged
) -> list[Pair]:
    """The tasks in which nothing of substance changed: for each of A the first of B that fits."""
    by_outline: dict[tuple[str, ...], list[int]] = {}
    for j in free_b:
        for outline in b.substance[j].outlines:
            by_outline.setdefault(outline, []).append(j)
    taken: set[int] = set()
    pairs = []
    for i in free_a:
        near = {j for outline in a.substance[i].outlines for j in by_outline.get(outline, ())}
        for j in sorted(near - taken):
            if judged.get((i, j), True) and kept(a, i, b, j):
                taken.add(j)
                pairs.append((i, j))
                break
    return pairs


def _assigned(
    like: Likeness, free_a: Sequence[int], free_b: Sequence[int], judged: Judged
) -> list[Pair]:
    """The pairs of free tasks that together are likest; none below the limit."""
    if not free_a or not free_b:
        return []
    import numpy as np

    score = like.score.copy()
    for pair, same in judged.items():
        if not same and pair[0] < score.shape[0] and pair[1] < score.shape[1]:
            score[pair] = 0.0
    score = score[np.ix_(free_a, free_b)]
    score[score < ALIKE] = 0.0
    if not score.any():
        return []
    from scipy.optimize import linear_sum_assignment

    # Where scores tie, the pair that stands at the like place in both lists goes first.
    place_a = np.asarray(free_a)[:, None] / len(like.size_a)
    place_b = np.asarray(free_b)[None, :] / len(like.size_b)
    near = 1e-6 * (1 - abs(place_a - place_b))
    rows, columns = linear_sum_assignment(score + np.where(score > 0, near, 0.0), maximize=True)
    return [
        (free_a[row], free_b[column])
        for row, column in zip(rows, columns, strict=True)
        if score[row, column] > 0
    ]


def _parts(
    a: Side,
    b: Side,
    like: Likeness,
    pairs: Sequence[Pair],
    free_a: set[int],
    free_b: set[int],
    judged: Judged,
) -> tuple[dict[Pair, list[int]], dict[Pair, list[int]]]:
    """The tasks left over that complete a pair, by pair: those of A (a merger), of B (a split).

    The likest goes first; a pair grows on one side only.
    """
    in_a, in_b = ([profile.matters for profile in side.profiles] for side in (a, b))

    def fits(pair: Pair, other: int, whole: str) -> float:
        i, j = pair
        all_of_it, part = (in_a[i], in_b[j]) if whole == "a" else (in_b[j], in_a[i])
        told = in_b[other] if whole == "a" else in_a[other]
        return _completes(like, pair, other, whole=whole, brings=bool(all_of_it & part - told))

    options = [(fits((i, y), j, "a"), 1, y, (i, j)) for i, j in pairs for y in free_b]
    options += [(fits((x, j), i, "b"), 0, x, (i, j)) for i, j in pairs for x in free_a]
    found: tuple[dict[Pair, list[int]], dict[Pair, list[int]]] = ({}, {})
    taken: set[tuple[int, int]] = set()
    for score, side, task, pair in sorted(options, key=lambda o: (-o[0], *o[1:])):
        own = (pair[0], task) if side else (task, pair[1])
        if score <= 0:
            break
        if (side, task) not in taken and pair not in found[1 - side] and judged.get(own, True):
            found[side].setdefault(pair, []).append(task)
            taken.add((side, task))
    return found


def _completes(like: Likeness, pair: Pair, other: int, *, whole: str, brings: bool) -> float:
    """How well one task of `pair` completes what `other`, of its own side, leaves of the `whole`
    (the task of side "a" or "b"); 0 where it does not.

    Less will do of a part that `brings` a topic or document of the whole that `other` lacks.
    """
    i, j = pair
    ease = BROUGHT if brings else 1.0
    if like.score[i, j] < NEAR * ease:
        return 0.0
    shared, size, part = like.shared[i, j], like.size_a[i], like.size_b[j]
    covered = like.shared[i, other] if whole == "a" else like.shared[other, j]
    if whole == "b":
        size, part = part, size
    inside, gain = shared / part, min(shared, size - covered) / size
    return float(inside + gain) if inside >= PART * ease and gain >= GAIN else 0.0
