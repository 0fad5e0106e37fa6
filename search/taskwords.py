"""The words of all reports' tasks on end, each task in its place: what finding tasks runs on."""

from typing import NamedTuple

import numpy as np

from archive.report import Task
from search.postings import Ints
from search.segment import Stream
from search.snapshot import Kept, Mask, Snapshot

_BREAK = np.uint64(0)
_SHOWN_BYTES = 8_000_000


class TaskWords(NamedTuple):
    """The words of every live report's tasks; breaks part them, so that no phrase goes over.

    Task `i` ends before the break at `ends[i]`; it stands at `places[i]`, from 0, in document
    `owners[i]`. `shown` remembers the tasks of documents that were shown.
    """

    words: Stream
    ends: Ints
    owners: Ints
    places: Ints
    shown: Kept[tuple[Task, ...]]

    @property
    def lengths(self) -> Ints:
        """How many words each task has."""
        return np.diff(self.ends, prepend=-1) - 1

    def having(self, found: Mask) -> Ints:
        """The tasks that hold one of the words at the places `found`, ascending."""
        return np.unique(np.searchsorted(self.ends, np.flatnonzero(found)))


def read_tasks(snapshot: Snapshot) -> TaskWords:
    """The tasks of all live documents of `snapshot`; a reprint's are those of what it reprints."""
    having = snapshot.live & (snapshot.sizes["tasks"] > 0)
    several = [number for number in snapshot.repeated.tolist() if having[number]]
    reprints = [number for number in several if snapshot.shown(number)["reprint"]]
    originals = snapshot.events[sorted({*several} - {*reprints})]
    having[[number for number in reprints if snapshot.events[number] in originals]] = False
    words, owners = snapshot.streams(np.flatnonzero(having), "tasks")
    ends = np.flatnonzero(words == _BREAK)
    owners = owners[ends]
    places = np.arange(len(owners)) - np.searchsorted(owners, owners)
    shown: Kept[tuple[Task, ...]] = Kept(
        _SHOWN_BYTES, lambda tasks: sum(4 * len(task.text) for task in tasks)
    )
    return TaskWords(words, ends, owners, places, shown)
