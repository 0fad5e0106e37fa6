"""How long an import takes beside the indexing of what it brought in.

    XDD_SHARED=… python -m tests.bench.importing [DOCUMENTS] [--folder FOLDER]

The load collection is written as one .jsonl file and imported: every article is read and kept.
Then the archive is indexed, and the same reports are indexed from memory, which is what the speed
of indexing is measured by elsewhere. Nothing here asserts; the load and all processes' time are
printed, as the ratio alone tells. Some disks make files slowly where many were deleted just before.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from archive.store import Store
from search.index import Index
from tests.bench.search_speed import News
from tui.library import Library
from tui.library.intake import bring_in


def timed(label: str, count: int, do: Callable[[], object]) -> None:
    """Do it, and print how long it took by the clock and in all processes."""
    load, started, before = os.getloadavg()[0], time.perf_counter(), _worked()
    do()
    seconds, worked = time.perf_counter() - started, _worked() - before
    print(
        f"{label:24} {seconds:7.1f} s {count / seconds:7.0f} documents/s"
        f" {worked:7.1f} s of processors; load {load:.1f} to {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def _worked() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _untold(_done: int, _total: int) -> None:
    """Nobody is told."""


def main(count: int, folder: Path) -> None:
    news = News(count)
    lines = folder / "news.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for report in news.reports.values():
            file.write(
                json.dumps({"id": report.id, "text": report.text}, ensure_ascii=False) + "\n"
            )
    store = Store.create(folder / "archive")
    timed("import", count, lambda: bring_in(store, [lines], _untold))
    library = Library(folder / "archive", folder / "cache")
    timed("index of the archive", count, library.update)
    timed("index from memory", count, lambda: Index.open(news, folder / "index").update())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    made = options.folder or Path(tempfile.mkdtemp())
    made.mkdir(exist_ok=True)
    main(options.documents, made)
