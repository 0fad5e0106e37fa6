"""How fast searching and indexing are, on real news, beside SQLite's FTS5 in the same run.

    XDD_SHARED=… python -m tests.bench.search_speed [documents]

Each query is typed key by key, as on the screen: hits, total, facet counts and snippets for every
key. Cold is the first time in a new process, warm the second. FTS5 has no facets and no fields but
one, so it does less. Nothing here asserts: machines differ, ratios tell.
"""

import gzip
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from archive.period import Period
from archive.report import Report
from archive.vietnamese import level, nfc
from search.index import Index

QUERIES = (
    "nghị quyết trung ương",
    "nghi quyet trung uong",
    "hội nghị tổng kết",
    "can bo luan chuyen",
    "xây dựng đảng",
    '"phó bí thư thường trực"',
    "quy hoạch cán bộ năm:2021",
)


class News:
    """The articles of the load collection, repeated with their sentences in another order."""

    def __init__(self, count: int) -> None:
        path = Path(os.environ["XDD_SHARED"], "data/load/news_20k.jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts = [nfc(json.loads(line)["text"]) for line in islice(lines, count)]
        chance = random.Random(7)  # noqa: S311 - the same run each time
        self.reports = {}
        for i, text in enumerate(islice(cycle(texts), count)):
            if i >= len(texts):
                sentences = text.split(". ")
                chance.shuffle(sentences)
                text = ". ".join(sentences)  # noqa: PLW2901 - varied on purpose
            self.reports[f"n{i:06}"] = Report(
                id=f"n{i:06}",
                source=None,
                text=text,
                title=text[:80],
                body=f"Cơ quan {chance.randrange(200)}",
                kind=chance.choice(("annual", "half-year", "quarter")),
                period_reviewed=Period.year_of(chance.randrange(2012, 2025)),
            )

    def entries(self) -> Iterator[tuple[str, str]]:
        return ((name, "") for name in self.reports)

    def get(self, report_id: str) -> Report:
        return self.reports[report_id]


class Nothing:
    """An archive that is not asked."""

    def entries(self) -> Iterator[tuple[str, str]]:
        return iter(())

    def get(self, report_id: str) -> Report:
        raise KeyError(report_id)


def keys(query: str) -> Iterator[str]:
    """What stands in the box after each key."""
    return (query[:i] for i in range(2, len(query) + 1))


def times(ask: Callable[[str], object]) -> str:
    """p50 and p95 in ms over every key of every query."""
    taken = []
    for query in QUERIES:
        for typed in keys(query):
            started = time.perf_counter()
            ask(typed)
            taken.append((time.perf_counter() - started) * 1000)
    taken.sort()
    return f"p50 {taken[len(taken) // 2]:7.2f}  p95 {taken[int(len(taken) * 0.95)]:7.2f}"


def search(folder: str) -> None:
    """Cold and warm times, in a process of its own."""
    started = time.perf_counter()
    index = Index.open(Nothing(), Path(folder))
    index.search("")
    print(f"open and first answer {(time.perf_counter() - started) * 1000:.0f} ms")
    for label in ("cold", "warm"):
        print(f"{label:6} {times(lambda typed: index.search(typed, typing=True))}")
    print(f"resident {resident() // 1024} MB at most, files mapped included")


def resident() -> int:
    """The most memory this process had, in KB; getrusage would count the one that started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
    return int(lines["VmHWM"].split()[0])


def fts5(news: News, folder: Path) -> None:
    """The same texts and keys in SQLite."""
    base = sqlite3.connect(folder / "fts.db")
    base.execute("create virtual table news using fts5(text, tokenize='unicode61')")
    started = time.perf_counter()
    rows = ((level(report.text),) for report in news.reports.values())
    base.executemany("insert into news values (?)", rows)
    base.commit()
    print(f"FTS5 indexing {len(news.reports) / (time.perf_counter() - started):.0f} documents/s")

    def ask(typed: str) -> None:
        words = " ".join(f'"{w}"' for w in level(typed).replace('"', " ").split() if ":" not in w)
        count = "select count(*) from news where news match ?"
        base.execute(count, (f"{words}*",)).fetchone()
        shown = "select snippet(news, 0, '', '', '', 20) from news where news match ?"
        base.execute(f"{shown} order by rank limit 20", (f"{words}*",)).fetchall()

    for label in ("cold", "warm"):
        print(f"{label:6} {times(ask)}")


def main(count: int) -> None:
    news = News(count)
    folder = Path(tempfile.mkdtemp())
    try:
        started = time.perf_counter()
        Index.open(news, folder / "index").update()
        print(f"{count} documents: {count / (time.perf_counter() - started):.0f} documents/s")
        size = sum(path.stat().st_size for path in (folder / "index").rglob("*.*"))
        print(f"{size // count} bytes a document")
        subprocess.run(
            [sys.executable, "-m", __spec__.name, "--search", folder / "index"], check=True
        )
        fts5(news, folder)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--search"]:
        search(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
