"""The nouns of a comparison of two task lists: what each task of both sides became."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from archive.report import Report

Verdict = Literal["kept", "reworded", "split", "merged", "dropped", "new"]
VERDICTS: tuple[Verdict, ...] = ("kept", "reworded", "split", "merged", "dropped", "new")
ChangeKind = Literal["wording", "figure", "date", "directive"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict stands: `code` names the words in the catalogue (`reason.<code>`), `facts` fill
    their places. The layer above turns it into a sentence in the reader's language.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that differs: `a` and `b` as written on each side, "" where missing."""

    kind: ChangeKind
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The match that came second: a task of `side` ("a" or "b") and its score."""

    side: Literal["a", "b"]
    task: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Tasks that belong together: indices into both task lists, and what became of them.

    `score` is 0 to 1; a `doubtful` verdict is one that the scores do not decide clearly.
    """

    verdict: Verdict
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    moved: bool = False
    score: float = 1.0
    doubtful: bool = False
    reasons: tuple[Reason, ...] = ()
    runner_up: RunnerUp | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """Two reports' task lists; every task of both stands in exactly one group."""

    a: Report
    b: Report
    groups: tuple[Group, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many groups have each verdict, all six named."""
        return {v: sum(group.verdict == v for group in self.groups) for v in VERDICTS}
