"""Two task lists, task by task: what was kept, reworded, split, merged, dropped, and what is new.

First tasks that ask for the same are paired, in order; then the rest by the assignment that makes
the whole likest; then tasks left over join a pair they complete (a split or a merger). The two
sides are put in one order before anything is decided, so that diff(B, A) mirrors diff(A, B).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.comparing.diff import Change, Diff, Group, Reason, RunnerUp, Verdict
from archive.comparing.likeness import Likeness, Profile, Rarity, likeness, profile
from archive.comparing.marks import word_marks
from archive.comparing.slots import Slot, changes, slots_of
from archive.comparing.substance import Substance, same_substance, telling_words
from archive.report import Report, Span, Task

if TYPE_CHECKING:
    from archive.comparing.likeness import Matrix

ALIKE = 0.25  # from this score on two tasks are one
PART = 0.28  # so much of a part's weight must stand in the whole
NEAR = 0.22  # from this score on a task can be part of another
GAIN = 0.10  # so much of the whole's weight the part must add to what its other part covers
DOUBT = 0.08  # scores so near to a limit, or to the runner-up's, do not decide clearly
_NAMED = 6  # so many shared words are named in a reason

Judged = Mapping[tuple[int, int], bool]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side's tasks as comparing sees them."""

    tasks: Sequence[Task]
    slots: Sequence[Sequence[Slot]]
    substance: Sequence[Substance]
    profiles: Sequence[Profile]


def diff(
    a: Report, b: Report, *, rarity: Rarity | None = None, judged: Judged | None = None
) -> Diff:
    """What became of each task of `a` in `b`.

    `rarity` says how much a word tells (pyvi's word, lower case; 0 for nothing); without it the
    two lists themselves do. `judged` holds what a person decided of pairs (task of `a`, task of
    `b`): True, the same task; False, not the same. It wins over every score.
    """
    decided = dict(judged or {})
    if _order(a) <= _order(b):
        groups = _groups(_side(a), _side(b), rarity, decided)
    else:
        turned = {(j, i): same for (i, j), same in decided.items()}
        groups = [_mirrored(g) for g in _groups(_side(b), _side(a), rarity, turned)]
    return Diff(a, b, tuple(_for_reading(groups)))


def _order(report: Report) -> tuple[tuple[str, ...], str]:
    return tuple(task.text for task in report.tasks), report.text


def _side(report: Report) -> _Side:
    slots = [slots_of(report, task) for task in report.tasks]
    texts = [task.text for task in report.tasks]
    return _Side(
        report.tasks,
        slots,
        [Substance(text, own) for text, own in zip(texts, slots, strict=True)],
        [profile(text, own) for text, own in zip(texts, slots, strict=True)],
    )


def _groups(a: _Side, b: _Side, rarity: Rarity | None, judged: dict[Pair, bool]) -> list[Group]:
    """The groups of two sides, unordered, moved ones flagged."""
    like = likeness(a.profiles, b.profiles, rarity)
    matched = _match(a, b, like, judged)
    groups = [_matched_group(a, b, like, left, right, judged) for left, right in matched]
    groups = _flag_moved(groups)
    used_a = {i for left, _ in matched for i in left}
    used_b = {j for _, right in matched for j in right}
    groups += [
        _single("dropped", i, like.score[i], "b") for i in range(len(a.tasks)) if i not in used_a
    ]
    groups += [
        _single("new", j, like.score[:, j], "a") for j in range(len(b.tasks)) if j not in used_b
    ]
    return groups


# ---- who belongs to whom


def _match(
    a: _Side, b: _Side, like: Likeness, judged: dict[Pair, bool]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The tasks that belong together: one and one, one and several, several and one."""
    joined = _components([pair for pair, same in judged.items() if same and _exists(pair, a, b)])
    free_a = set(range(len(a.tasks))) - {i for left, _ in joined for i in left}
    free_b = set(range(len(b.tasks))) - {j for _, right in joined for j in right}
    pairs = _kept_pairs(a, b, sorted(free_a), sorted(free_b), judged)
    free_a -= {i for i, _ in pairs}
    free_b -= {j for _, j in pairs}
    settled = set(pairs)
    pairs += _assigned(like, sorted(free_a), sorted(free_b), judged)
    free_a -= {i for i, _ in pairs}
    free_b -= {j for _, j in pairs}
    loose = [pair for pair in pairs if pair not in settled]
    parts = _parts(like, loose, free_a, free_b, judged)
    groups = [
        (
            tuple(sorted([i, *(x for x, pair in parts["a"].items() if pair == (i, j))])),
            tuple(sorted([j, *(y for y, pair in parts["b"].items() if pair == (i, j))])),
        )
        for i, j in pairs
    ]
    return sorted(joined + groups)


def _exists(pair: Pair, a: _Side, b: _Side) -> bool:
    return pair[0] < len(a.tasks) and pair[1] < len(b.tasks)


def _components(pairs: Sequence[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The tasks that a person joined, pair by pair, as groups."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in sorted(pairs):
        touching = [group for group in groups if i in group[0] or j in group[1]]
        groups = [group for group in groups if group not in touching]
        groups.append(
            (
                {i}.union(*(left for left, _ in touching)),
                {j}.union(*(right for _, right in touching)),
            )
        )
    return [(tuple(sorted(left)), tuple(sorted(right))) for left, right in groups]


def _kept_pairs(
    a: _Side, b: _Side, free_a: Sequence[int], free_b: Sequence[int], judged: dict[Pair, bool]
) -> list[Pair]:
    """The tasks in which nothing of substance changed: the first of B that fits each of A."""
    left = list(free_b)
    pairs = []
    for i in free_a:
        found = next((j for j in left if judged.get((i, j), True) and _kept(a, b, i, j)), None)
        if found is not None:
            left.remove(found)
            pairs.append((i, found))
    return pairs


def _kept(a: _Side, b: _Side, i: int, j: int) -> bool:
    return same_substance(a.substance[i], b.substance[j]) and not changes(a.slots[i], b.slots[j])


def _assigned(
    like: Likeness, free_a: Sequence[int], free_b: Sequence[int], judged: dict[Pair, bool]
) -> list[Pair]:
    """The pairs of free tasks that together are likest; none below the limit."""
    if not free_a or not free_b:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    score = like.score[np.ix_(free_a, free_b)].copy()
    for (i, j), same in judged.items():
        if not same and i in free_a and j in free_b:
            score[free_a.index(i), free_b.index(j)] = 0.0
    score[score < ALIKE] = 0.0
    # Where scores tie, the pair that stands at the like place in both lists goes first.
    place_a = np.asarray(free_a)[:, None] / max(len(like.size_a), 1)
    place_b = np.asarray(free_b)[None, :] / max(len(like.size_b), 1)
    near = 1e-6 * (1 - abs(place_a - place_b))
    rows, columns = linear_sum_assignment(score + np.where(score > 0, near, 0.0), maximize=True)
    return [
        (free_a[row], free_b[column])
        for row, column in zip(rows, columns, strict=True)
        if score[row, column] > 0
    ]


def _parts(
    like: Likeness,
    pairs: Sequence[Pair],
    free_a: set[int],
    free_b: set[int],
    judged: dict[Pair, bool],
) -> dict[str, dict[int, Pair]]:
    """Tasks left over that complete a pair: of side A (a merger) and of side B (a split)."""
    found: dict[str, dict[int, Pair]] = {"a": {}, "b": {}}
    grown: dict[Pair, str] = {}
    options = [
        (_part_score(like, i, y, j, "b"), "b", y, (i, j))
        for i, j in pairs
        for y in free_b
        if judged.get((i, y), True)
    ]
    options += [
        (_part_score(like, x, j, i, "a"), "a", x, (i, j))
        for i, j in pairs
        for x in free_a
        if judged.get((x, j), True)
    ]
    for score, side, task, pair in sorted(options, key=lambda o: (-o[0], o[1], o[2], o[3])):
        if score <= 0 or task in found[side] or grown.get(pair, side) != side:
            continue
        found[side][task] = pair
        grown[pair] = side
    return found


def _part_score(like: Likeness, i: int, j: int, other: int, side: str) -> float:
    """How well the part (`j` of B, or `i` of A) completes what `other` leaves of the whole; 0 where
    it does not.
    """
    shared = like.shared[i, j]
    whole = like.size_a[i] if side == "b" else like.size_b[j]
    part = like.size_b[j] if side == "b" else like.size_a[i]
    if not whole or not part or like.score[i, j] < NEAR:
        return 0.0
    covered = like.shared[i, other] if side == "b" else like.shared[other, j]
    inside, gain = shared / part, min(shared, whole - covered) / whole
    return float(inside + gain) if inside >= PART and gain >= GAIN else 0.0


# ---- what became of them


def _matched_group(
    a: _Side,
    b: _Side,
    like: Likeness,
    left: tuple[int, ...],
    right: tuple[int, ...],
    judged: dict[Pair, bool],
) -> Group:
    i, j = left[0], right[0]
    one = len(left) == len(right) == 1
    kept = one and _kept(a, b, i, j)
    found = changes(
        [slot for x in left for slot in a.slots[x]], [slot for y in right for slot in b.slots[y]]
    )
    if one and not kept:
        found += _wordings(a, b, i, j)
    score = 1.0 if kept else float(max(like.score[x, y] for x in left for y in right))
    runner = _runner_up(like.score, left, right)
    by_hand = any(judged.get((x, y)) for x in left for y in right)
    reasons = (Reason("same-text"),) if kept else _reasons(a, b, like, left, right)
    if by_hand:
        reasons = (Reason("judged-same"), *reasons)
    return Group(
        verdict="kept" if kept else _verdict(len(left), len(right)),
        a=left,
        b=right,
        score=round(score, 4),
        doubtful=not kept and not by_hand and _unsure(score, runner),
        reasons=reasons,
        runner_up=runner,
        changes=found,
    )


def _verdict(left: int, right: int) -> Verdict:
    if left == right:
        return "reworded"
    return "split" if left < right else "merged"


def _unsure(score: float, runner: RunnerUp | None) -> bool:
    return score < ALIKE + DOUBT or (runner is not None and score - runner.score < DOUBT / 2)


def _wordings(a: _Side, b: _Side, i: int, j: int) -> tuple[Change, ...]:
    """The pieces of wording that differ by more than openers, particles, and what slots say."""
    text_a, text_b = a.tasks[i].text, b.tasks[j].text
    telling_a = telling_words(text_a, a.slots[i])
    telling_b = telling_words(text_b, b.slots[j])
    return tuple(
        Change("wording", _piece(text_a, mark.a), _piece(text_b, mark.b))
        for mark in word_marks(text_a, text_b)
        if mark.op != "same" and (_any_in(telling_a, mark.a) or _any_in(telling_b, mark.b))
    )


def _piece(text: str, span: Span | None) -> str:
    return " ".join(text[slice(*span)].split()) if span else ""


def _any_in(places: Sequence[int], span: Span | None) -> bool:
    return span is not None and any(span.start <= place < span.end for place in places)


def _reasons(
    a: _Side, b: _Side, like: Likeness, left: tuple[int, ...], right: tuple[int, ...]
) -> tuple[Reason, ...]:
    """The documents that both cite and the telling words that both use, rarest first."""
    found = []
    cited_a = [slot for x in left for slot in a.slots[x] if slot.kind == "directive"]
    cited_b = [slot for y in right for slot in b.slots[y] if slot.kind == "directive"]
    both = sorted({slot.value for slot in cited_a if any(slot.same(other) for other in cited_b)})
    if both:
        found.append(Reason("same-directives", {"keys": ", ".join(both)}))
    terms_a = {term for x in left for term in a.profiles[x].words}
    terms_b = {term for y in right for term in b.profiles[y].words}
    common = sorted(terms_a & terms_b, key=lambda term: (-like.weight[term], term))
    if common:
        named = ", ".join(common[:_NAMED]) + (", …" if len(common) > _NAMED else "")
        facts = {"shared": len(common), "of": min(len(terms_a), len(terms_b)), "words": named}
        found.append(Reason("shared-words", facts))
    return tuple(found)


def _runner_up(score: "Matrix", left: tuple[int, ...], right: tuple[int, ...]) -> RunnerUp | None:
    """The likest task outside the group, of either side."""
    best: RunnerUp | None = None
    for x in left:
        for y in score[x].argsort(kind="stable")[::-1][: len(right) + 1]:
            if int(y) not in right:
                best = _better(best, RunnerUp("b", int(y), round(float(score[x, y]), 4)))
    for y in right:
        for x in score[:, y].argsort(kind="stable")[::-1][: len(left) + 1]:
            if int(x) not in left:
                best = _better(best, RunnerUp("a", int(x), round(float(score[x, y]), 4)))
    return best


def _better(best: RunnerUp | None, other: RunnerUp) -> RunnerUp | None:
    if other.score <= 0 or (best and best.score >= other.score):
        return best
    return other


def _single(verdict: Verdict, task: int, scores: "Matrix", side: str) -> Group:
    """A task that nothing on the other side answers to; the likest there is its runner-up."""
    runner = None
    if len(scores):
        other = int(scores.argmax())
        if scores[other] > 0:
            runner = RunnerUp("b" if side == "b" else "a", other, round(float(scores[other]), 4))
    best = runner.score if runner else 0.0
    return Group(
        verdict=verdict,
        a=(task,) if verdict == "dropped" else (),
        b=(task,) if verdict == "new" else (),
        score=round(1 - min(best, 1.0), 4),
        doubtful=best >= ALIKE - DOUBT,
        reasons=(Reason("nothing-alike", {"best": round(100 * best)}),),
        runner_up=runner,
    )


# ---- order


def _flag_moved(groups: Sequence[Group]) -> list[Group]:
    """The groups, those outside the longest run that keeps the order of both lists flagged."""
    order = sorted(range(len(groups)), key=lambda k: (groups[k].a[0], groups[k].b[0]))
    steady = {order[k] for k in _longest_run([groups[k].b[0] for k in order])}
    return [group if k in steady else replace(group, moved=True) for k, group in enumerate(groups)]


def _longest_run(values: Sequence[int]) -> list[int]:
    """The places of a longest rising run in `values` (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            piles.append(place)
        else:
            tops[pile], piles[pile] = value, place
    run: list[int] = []
    place = piles[-1] if piles else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]


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
