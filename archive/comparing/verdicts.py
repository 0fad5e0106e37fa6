"""What became of tasks that were matched, and of those that were not: groups with verdict, score,
reasons, runner-up and typed changes.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive.comparing.changes import changes
from archive.comparing.diff import Change, Group, Reason, RunnerUp, Verdict
from archive.comparing.likeness import Likeness
from archive.comparing.marks import marks
from archive.comparing.matching import ALIKE, Judged, Match
from archive.comparing.side import Side, kept
from archive.comparing.substance import telling_words
from archive.report import Span

if TYPE_CHECKING:
    from archive.comparing.likeness import Matrix

DOUBT = 0.08  # scores so near to the limit, or to the runner-up's, do not decide clearly
_NAMED = 6  # so many shared words are named in a reason


def matched_group(a: Side, b: Side, like: Likeness, match: Match, judged: Judged) -> Group:
    """The group of tasks that belong together."""
    left, right = match
    i, j = left[0], right[0]
    one = len(left) == len(right) == 1
    same = one and kept(a, i, b, j)
    found = changes(
        [slot for x in left for slot in a.slots[x]], [slot for y in right for slot in b.slots[y]]
    )
    if one and not same:
        found += _wordings(a, b, i, j)
    score = 1.0 if same else float(max(like.score[x, y] for x in left for y in right))
    runner = _runner_up(like.score, left, right)
    by_hand = any(judged.get((x, y)) for x in left for y in right)
    reasons = (Reason("same-text"),) if same else _reasons(a, b, like, left, right)
    if by_hand:
        reasons = (Reason("judged-same"), *reasons)
    return Group(
        verdict="kept" if same else _verdict(len(left), len(right)),
        a=left,
        b=right,
        score=round(score, 4),
        doubtful=not same and not by_hand and _unsure(score, runner),
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


def _wordings(a: Side, b: Side, i: int, j: int) -> tuple[Change, ...]:
    """The pieces of wording that differ by more than openers, particles, and what slots say."""
    old, new = a.wordings[i], b.wordings[j]
    telling_a = telling_words(old.words, a.slots[i])
    telling_b = telling_words(new.words, b.slots[j])
    return tuple(
        Change("wording", _piece(old.text, mark.a), _piece(new.text, mark.b))
        for mark in marks(old, new)
        if mark.op != "same" and (_any_in(telling_a, mark.a) or _any_in(telling_b, mark.b))
    )


def _piece(text: str, span: Span | None) -> str:
    return " ".join(text[slice(*span)].split()) if span else ""


def _any_in(places: Sequence[int], span: Span | None) -> bool:
    if span is None:
        return False
    first = bisect_left(places, span.start)
    return first < len(places) and places[first] < span.end


def _reasons(
    a: Side, b: Side, like: Likeness, left: tuple[int, ...], right: tuple[int, ...]
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


def alone(verdict: Verdict, task: int, like: Likeness, judged: Judged) -> Group:
    """The group of a `dropped` task of A or a `new` one of B: nothing on the other side answers to
    it; the likest there is its runner-up.
    """
    gone = verdict == "dropped"
    scores = like.score[task] if gone else like.score[:, task]
    runner: RunnerUp | None = None
    if len(scores) and scores.max() > 0:
        other = int(scores.argmax())
        runner = RunnerUp("b" if gone else "a", other, round(float(scores[other]), 4))
    best = runner.score if runner else 0.0
    refused = runner and judged.get((task, runner.task) if gone else (runner.task, task)) is False
    nearest = Reason("nothing-alike", {"best": round(100 * best)})
    return Group(
        verdict=verdict,
        a=(task,) if gone else (),
        b=() if gone else (task,),
        score=round(1 - best, 4),
        doubtful=best >= ALIKE - DOUBT and not refused,
        reasons=(Reason("judged-apart"),) if refused else (nearest,),
        runner_up=runner,
    )
