"""How fast reports are read, and that twice the text takes twice the time.

    [XDD_SHARED=…] python -m tests.bench.reading [MEGABYTES]

First the sample, and where XDD_SHARED names the collections, labelled reports and news; then texts
that nobody writes, of so many megabytes (1) and of half as many. Nothing here asserts.
"""

import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from archive.importing import Source, load
from archive.importing.cleaning import clean
from archive.reading import read
from tests.accuracy.speed import sample, speed
from tests.archive.hostile import PIECES

NEWS = 500


def labelled(shared: Path) -> Iterator[Source]:
    """The collection of labelled reports."""
    for path in sorted((shared / "gold" / "texts").glob("*.txt")):
        yield from load(path)


def news(shared: Path) -> Iterator[Source]:
    """The first articles of the load collection: most of them report no conference."""
    with gzip.open(shared / "data/load/news_20k.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, NEWS):
            yield source(json.loads(line)["text"])


def source(text: str) -> Source:
    """`text` as if it came from a file."""
    return Source(text=clean(text), name="text", original=b"", suffix=".txt")


def seconds(piece: Callable[[int], str], megabytes: float) -> float:
    """Processor seconds that a text made of pieces takes."""
    count = int(megabytes * 1e6 / len(piece(0).encode()))
    text = source("".join(map(piece, range(count))))
    start = time.process_time()
    read(text)
    return time.process_time() - start


def main() -> None:
    """Print the speeds, then a line a text: seconds for all of it, and times those for half."""
    print(f"{'sample':10} {speed(list(sample()))}")
    if folder := os.environ.get("XDD_SHARED"):
        print(f"{'labelled':10} {speed(list(labelled(Path(folder))))}")
        print(f"{'news':10} {speed(list(news(Path(folder))))}")
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    print(f"\n{megabytes} MB of     seconds   times half of it")
    for piece in PIECES:
        half, whole = seconds(piece, megabytes / 2), seconds(piece, megabytes)
        print(f"{whole:7.2f} {whole / half:6.2f}   {piece(0)!r}")


if __name__ == "__main__":
    main()
