"""Follow-through: what a later report says was done of the tasks set before.

It never claims more than the text says: a task is `reported` where passages tell of it and nothing
in them falls short, `partly` where a figure or a word of theirs does, `none` where no passage tells
of it, which does not mean that nothing was done. The passages and the figures stand beside every
verdict.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from archive.comparing.likeness import Profile, likeness
from archive.comparing.rarity import UNKNOWN
from archive.comparing.reached import (
    FigureAnswer,
    answers,
    answers_to,
    counts_same,
    falls_short,
    tells_nothing,
    whom,
)
from archive.comparing.side import Side
from archive.report import Report, Span, Task

if TYPE_CHECKING:
    from archive.comparing.likeness import Matrix

State = Literal["reported", "partly", "none"]
STATES: tuple[State, ...] = ("reported", "partly", "none")

TELLS = 0.15  # from this likeness on a passage tells of a task
PIECE_TELLS = 0.25  # a clause alone is short, so that few words make it like
COUNTS = (
    0.05  # as if so much liker: a passage with a figure that counts what one of the task's does
)
NEAR = 0.75  # a passage tells of the task it is likest to, and of others so nearly as like
BESIDE = 0.4  # beside the likest passage, others so nearly as like are shown
_WORDS = 2  # so many telling words a passage shares with its task, or a figure, date or document
_MOST = 3  # passages shown of one task
_LOOKED_AT = 400  # results, and other clauses, of a report that are looked at
_NOT_TOLD = frozenset(
    {"furniture", "title", "attendance", "tasks", "awards"}
)  # parts that tell no results


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the later report's text that tells of a task; `score` is how like it is, 0 to
    1.
    """

    span: Span
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of the task number `task`: the passages, likest first, and the task's figures
    beside those that answer them.
    """

    task: int
    state: State
    passages: tuple[Passage, ...] = ()
    figures: tuple[FigureAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """The tasks of `plan`, each with what `account` says of it, in the order of the tasks."""

    plan: Report
    account: Report
    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many tasks are in each state, all three named."""
        return {s: sum(outcome.state == s for outcome in self.outcomes) for s in STATES}


def follow_through(plan: Report, account: Report) -> FollowThrough:
    """What `account` says was done of the tasks of `plan`."""
    a = Side.of(plan)
    outcomes = _outcomes(a, account, _passages(account))
    silent = [outcome.task for outcome in outcomes if outcome.state == "none"]
    # A result that tells of one task may tell of another behind a semicolon.
    if silent and (pieces := list(_pieces(account))):
        found = _outcomes(a, account, pieces, PIECE_TELLS)
        outcomes = [found[one.task] if one.state == "none" else one for one in outcomes]
    if _tells_of_more(plan, account):
        outcomes = [replace(one, figures=tuple(map(_unproven, one.figures))) for one in outcomes]
    return FollowThrough(plan, account, tuple(outcomes))


def _outcomes(
    a: Side, account: Report, passages: Iterable[Task], tells: float = TELLS
) -> list[Outcome]:
    """What `passages` of `account` tell of each task of `a`, those from the likeness `tells` on."""
    b = Side.of(replace(account, tasks=tuple(passages)))
    score = _scores(a, b)
    score[score < tells] = 0.0
    own = [Span(s.start, s.end) for s in account.sections if s.role == "shortcomings"]
    shortcomings = {
        j
        for j, passage in enumerate(b.tasks)
        if any(span.start <= passage.start < span.end for span in own)
    }
    return [_outcome(a, b, score, i, shortcomings) for i in range(len(a.tasks))]


def _tells_of_more(plan: Report, account: Report) -> bool:
    """Does `account` look back on more than `plan` is for?"""
    planned, reviewed = plan.period_planned, account.period_reviewed
    return bool(planned and reviewed and not planned.contains(reviewed))


def _unproven(figure: FigureAnswer) -> FigureAnswer:
    """A target that a figure of a longer time reaches is not known to have been met in its own."""
    return replace(figure, met=None) if figure.met and figure.target else figure


def account_of(plan: Report, reports: Iterable[Report]) -> Report | None:
    """Which of `reports` tells what became of the tasks of `plan`: the one on the planned period,
    else the latest on a part of it, else the shortest on a longer one around it; None without any.
    """
    period = plan.period_planned
    if period is None:
        return None

    def rank(report: Report) -> tuple[int, int, int, str]:
        on = report.period_reviewed
        if on == period:
            place, near = 0, 0
        elif on and period.contains(on):
            place, near = 1, -on.end
        elif on and on.contains(period):
            place, near = 2, on.months
        else:
            place, near = 3, 0
        return place, near, -len(report.text), report.id or ""

    best = min((report for report in reports if report is not plan), key=rank, default=None)
    return best if best and rank(best)[0] < 3 else None


def _scores(a: Side, b: Side) -> "Matrix":
    """How well each passage of `b` tells of each task of `a`, 0 to 1."""
    score = likeness(a.profiles, b.profiles, UNKNOWN).score.copy()
    for j, wording in enumerate(b.wordings):
        if tells_nothing(wording):
            score[:, j] = 0.0
            continue
        for i, targets in enumerate(a.slots):
            if not score[i, j]:
                continue
            if _names_only_whom(a, i, b, j):
                score[i, j] = 0.0
            elif any(answers_to(a.wordings[i], x, wording, y) for x in targets for y in b.slots[j]):
                score[i, j] = min(1.0, score[i, j] + COUNTS)
            elif not _akin(a.profiles[i], b.profiles[j]) and not any(
                x.same(y) for x in targets for y in b.slots[j]
            ):
                score[i, j] = 0.0
    return score


def _names_only_whom(a: Side, i: int, b: Side, j: int) -> bool:
    """Is all that a passage shares with a task whom both count: "3 bí thư" of a task for every
    "bí thư", or of a document that is another task's?
    """
    shared = a.profiles[i].words & b.profiles[j].words
    unit = {word for slot in b.slots[j] if slot.kind == "figure" for word in slot.unit}
    if not shared or not all(word in whom() and set(word.split()) <= unit for word in shared):
        return False
    cited, own = b.profiles[j].documents, a.profiles[i].documents
    if cited & own:
        return False
    others = frozenset().union(*(a.profiles[k].documents for k in range(len(a.tasks)) if k != i))
    return bool(cited & others) or not any(
        counts_same(x, y) for x in a.slots[i] for y in b.slots[j]
    )


def _akin(one: Profile, other: Profile) -> bool:
    """Do two share words enough to tell of one thing: several that stand together, that name a
    topic, or that are no lone syllables ("giao", "mới"), which stand in any text?
    """
    if len(one.words & other.words) < _WORDS:
        return False
    shared = one.terms.keys() & other.terms.keys()
    whole = sum(" " in term for term in shared & one.words)
    return whole >= _WORDS or any("+" in term or "№" in term or term[0] == "#" for term in shared)


def _outcome(a: Side, b: Side, score: "Matrix", i: int, shortcomings: Collection[int]) -> Outcome:
    """What the passages of `b` tell of task `i`; `shortcomings` are those told as such."""
    telling = _telling(score, i)
    if not telling:
        return Outcome(i, "none")
    passages = tuple(
        Passage(Span(b.tasks[j].start, b.tasks[j].end), b.tasks[j].text, round(own, 4))
        for own, j in telling
    )
    numbers = [j for _, j in telling]
    figures = answers(a.wordings[i], a.slots[i], [(b.wordings[j], b.slots[j]) for j in numbers])
    short = any(answer.met is False for answer in figures) or any(
        own >= NEAR * telling[0][0] and (j in shortcomings or falls_short(b.wordings[j]))
        for own, j in telling
    )
    return Outcome(i, "partly" if short else "reported", passages, figures)


def _telling(score: "Matrix", i: int) -> list[tuple[float, int]]:
    """The passages that tell of task `i`: likeness and number, likest first."""
    scores = [
        (float(own), j)
        for j, own in enumerate(score[i])
        if own >= TELLS and own >= NEAR * score[:, j].max()
    ]
    ranked = sorted(scores, key=lambda one: (-round(one[0], 6), one[1]))[:_MOST]
    return [one for one in ranked if one[0] >= BESIDE * ranked[0][0]]


# ---- what can tell of a task


def _passages(report: Report) -> Iterator[Task]:
    """The results and, outside them, the clauses of the parts that can tell of any; of a text
    beyond measure the first ones.
    """
    results = [Span(result.start, result.end) for result in report.results[:_LOOKED_AT]]
    clauses = (
        clause
        for start, end in _told(report)
        for clause in _clauses(report.text, start, end)
        if not any(clause.start < r.end and r.start < clause.end for r in results)
    )
    spans = {*results, *islice(clauses, _LOOKED_AT)}
    for number, (start, end) in enumerate(sorted(spans), 1):
        yield Task(ordinal=number, text=report.text[start:end], start=start, end=end)


def _pieces(report: Report) -> Iterator[Task]:
    """The clauses of the results that have several."""
    for result in report.results[:_LOOKED_AT]:
        clauses = list(_clauses(report.text, result.start, result.end))
        for start, end in clauses if len(clauses) > 1 else ():
            yield Task(ordinal=1, text=report.text[start:end], start=start, end=end)


def _told(report: Report) -> Iterator[Span]:
    """The lines of the parts that are neither tasks nor beside the point."""
    silent = [
        *(Span(s.start, s.end) for s in report.sections if s.role in _NOT_TOLD),
        *(Span(task.start, task.end) for task in report.tasks),
    ]
    at = 0
    for line in report.text.splitlines(keepends=True):
        start, end = at, at + len(line)
        at = end
        if line.strip() and not any(s.start < end and start < s.end for s in silent):
            yield Span(start, end)


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences from `start` to `end`, cut at semicolons."""
    from archive.reading.page.sentences import sentences

    for sentence in sentences(text, start, end):
        at = sentence.start
        for piece in text[at : sentence.end].split("; "):
            # What ends in a colon only says what follows.
            if piece.strip() and not piece.rstrip().endswith(":"):
                yield Span(at, at + len(piece))
            at += len(piece) + 2
