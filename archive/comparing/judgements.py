"""What people decided of tasks: the same task, or not the same.

A judgement holds tasks by their words, as corrections do: words outlive a reading that numbers the
tasks anew or lets one begin a little later, ordinals and offsets do not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.comparing.matching import Judged, Pair
from archive.report import Report
from archive.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Judgement:
    """Of two reports, `a` and `b` by their ids: the tasks of each of `pairs` (the words of one of
    `a`, the words of one of `b`) are the `same`, or they are not.
    """

    a: str
    b: str
    same: bool
    pairs: tuple[tuple[str, str], ...]

    def is_on(self, a: str | None, b: str | None) -> bool:
        """Is it a judgement on the two reports, whichever comes first?"""
        return (self.a, self.b) in ((a, b), (b, a))


def words_of(report: Report, task: int) -> str:
    """The words by which a judgement holds the task number `task` (from 0) of `report`."""
    return _flat(report.tasks[task].text)


def judge(a: Report, b: Report, pairs: Iterable[Pair], *, same: bool) -> Judgement:
    """The judgement on `pairs` (task of `a`, task of `b`). Raises ValueError for a report that no
    archive keeps: nothing could find it again.
    """
    if not a.id or not b.id:
        raise ValueError("a report without an id")
    said = tuple((words_of(a, i), words_of(b, j)) for i, j in pairs)
    return Judgement(a.id, b.id, same, said)


def judged(judgements: Iterable[Judgement], a: Report, b: Report) -> Judged:
    """What `judgements`, in the order they were made, say of the tasks of `a` and `b`: a later one
    wins, and one on tasks that are no longer read says nothing.
    """
    found: dict[Pair, bool] = {}
    for judgement in judgements:
        if not judgement.is_on(a.id, b.id):
            continue
        turned = judgement.a != a.id
        for words in judgement.pairs:
            left, right = reversed(words) if turned else words
            i, j = _task(a, left), _task(b, right)
            if i is not None and j is not None:
                found[i, j] = judgement.same
    return found


def _task(report: Report, words: str) -> int | None:
    """The task with these words; else the only one that holds them or stands in them."""
    texts = [_flat(task.text) for task in report.tasks]
    if words in texts:
        return texts.index(words)
    near = [n for n, text in enumerate(texts) if text and (words in text or text in words)]
    return near[0] if len(near) == 1 else None


def _flat(text: str) -> str:
    return " ".join(nfc(text).split())
