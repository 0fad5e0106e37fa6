"""How fast reports are read, in reports of 10 KB (bytes of UTF-8) a second on one core.

Machines differ. So the words of the same texts are found and the same texts are parsed as JSON in
the same run: how many times as long reading takes is the same everywhere.
"""

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from archive.importing import Source, load
from archive.reading import read
from tests.accuracy.labels import TEXTS

RUNS = 5
REPORT = 10_000  # bytes


class Speed(NamedTuple):
    """Reports of 10 KB read a second, and how many times as long that takes as finding the words
    of the same texts (`re.findall`) and as parsing them (`json.loads`).
    """

    reports: float
    words: float
    parsed: float

    def __str__(self) -> str:
        return (
            f"{self.reports:.0f} reports of 10 KB a second (best of {RUNS}), "
            f"{self.words:.0f} times re.findall, {self.parsed:.0f} times json.loads"
        )


def speed(sources: Sequence[Source]) -> Speed:
    """How fast `sources` are read, all of them in each run."""
    texts = [source.text for source in sources]
    size = sum(len(text.encode()) for text in texts)
    written = [json.dumps(text) for text in texts]
    word = re.compile(r"\w+")
    seconds = best(lambda: [read(source) for source in sources])
    return Speed(
        size / REPORT / seconds,
        seconds / best(lambda: [word.findall(text) for text in texts]),
        seconds / best(lambda: [json.loads(text) for text in written]),
    )


def best(work: Callable[[], object]) -> float:
    """The fewest processor seconds that `work` took in any of the runs."""

    def run() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(run() for _ in range(RUNS))


def sample() -> Iterator[Source]:
    """The sample's reports."""
    for path in sorted(TEXTS.glob("*.txt")):
        yield from load(path)
