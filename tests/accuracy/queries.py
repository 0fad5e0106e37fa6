"""`python -m tests.accuracy.queries`: what graded queries find, class by class and one by one.

The queries stand in `queries.toml`, over the sample; those of `seed_queries.toml` are over the seed
reports among the sample, and asked only where XDD_SHARED names the folder that holds them. Each has
an nDCG of its first ten hits, and succeeds where the first is one that it is after. What is gained
or lost since the recorded run is printed query by query; `--record` makes this run that one.
"""

import math
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import tomli

from archive.importing import load
from archive.reading import read
from archive.report import Report
from search.answer import Page
from search.index import Index

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "archive" / "sample"
RECORDED = HERE / "queries.txt"
_NOTHING = 0.0005  # less is no difference: what is recorded is rounded


class Graded(NamedTuple):
    """A query and what it should find."""

    kind: str
    text: str
    best: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the query is called in lists."""
        return f"{self.kind} · {' '.join(self.text.split())}"


class Outcome(NamedTuple):
    """How well a query did: the nDCG of its first ten hits, and whether the first was a best."""

    ndcg: float
    success: bool


class Reports(NamedTuple):
    """The reports that are searched, by name."""

    by_name: Mapping[str, Report]

    def entries(self) -> Iterator[tuple[str, str]]:
        return ((name, "") for name in self.by_name)

    def get(self, name: str) -> Report:
        return self.by_name[name]


def graded(file: Path) -> list[Graded]:
    """The queries of a file."""
    rows = tomli.loads(file.read_text("utf-8"))["query"]
    return [
        Graded(row["class"], row["text"], tuple(row["best"]), tuple(row.get("also", ())))
        for row in rows
    ]


def reports(*folders: Path) -> Reports:
    """The reports in `folders`, by the names of their files."""
    files = [file for folder in folders for file in sorted(folder.glob("*.txt"))]
    return Reports({file.stem: replace(read(next(load(file))), id=file.stem) for file in files})


def outcomes(queries: list[Graded], found_in: Reports) -> dict[str, Outcome]:
    """How each query did, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        index = Index(found_in, Path(folder))
        index.update()
        return {query.name: _outcome(query, found(index, query)) for query in queries}


def found(index: Index, query: Graded) -> list[str]:
    """The first ten hits of a query; of a slip what is offered instead counts."""
    if query.kind == "quote":
        return [hit.id for hit in index.quote(query.text, Page(limit=10)).hits]
    answer = index.search(query.text, limit=10)
    for note in answer.notes:
        if query.kind == "typing slip" and note.code == "did-you-mean":
            answer = index.search(str(note.facts["query"]), limit=10)
    return [hit.id for hit in answer.hits]


def _outcome(query: Graded, hits: list[str]) -> Outcome:
    grades = dict.fromkeys(query.also, 1.0) | dict.fromkeys(query.best, 2.0)
    ideal = _dcg(sorted(grades.values(), reverse=True)[:10])
    gained = _dcg([grades.get(name, 0.0) for name in hits])
    return Outcome(round(gained / ideal, 3), hits[:1] != [] and hits[0] in query.best)


def _dcg(gains: list[float]) -> float:
    return sum(gain / math.log2(i + 2) for i, gain in enumerate(gains))


def recorded(file: Path = RECORDED) -> dict[str, float]:
    """The nDCG of the queries that were not perfect in the recorded run, by name."""
    lines = (line.split(" ", 1) for line in file.read_text("utf-8").splitlines())
    return {name: float(ndcg) for ndcg, name in lines}


def record(now: Mapping[str, Outcome], file: Path = RECORDED) -> None:
    """Make `now` the recorded run."""
    imperfect = sorted((name, one.ndcg) for name, one in now.items() if one.ndcg < 1)
    file.write_text("".join(f"{ndcg:.3f} {name}\n" for name, ndcg in imperfect), "utf-8")


def changed(before: Mapping[str, float], now: Mapping[str, Outcome], *, lost: bool) -> list[str]:
    """The queries that lost, or else gained, since the recorded run, with both figures."""
    sign = -1 if lost else 1
    return [
        f"{name}: {before.get(name, 1.0):.3f} → {one.ndcg:.3f}"
        for name, one in sorted(now.items())
        if sign * (one.ndcg - before.get(name, 1.0)) > _NOTHING
    ]


def show(queries: list[Graded], now: Mapping[str, Outcome]) -> None:
    """Print the means of each class and of all."""
    kinds = dict.fromkeys(query.kind for query in queries)
    for kind in (*kinds, None):
        those = [now[query.name] for query in queries if kind in (query.kind, None)]
        ndcg = sum(one.ndcg for one in those) / len(those)
        success = sum(one.success for one in those)
        print(f"{kind or 'all':22} nDCG@10 {ndcg:.3f}   first right {success:2} of {len(those)}")


def main() -> None:
    """Print how all graded queries do."""
    queries = graded(HERE / "queries.toml")
    now = outcomes(queries, reports(SAMPLE))
    show(queries, now)
    before = recorded()
    for sign, lost in (("+", False), ("-", True)):
        for line in changed(before, now, lost=lost):
            print(f"{sign} {line}")
    if "--record" in sys.argv:
        record(now)
    if shared := os.environ.get("XDD_SHARED"):
        print("\nover the seed reports among the sample")
        queries = graded(HERE / "seed_queries.toml")
        show(queries, outcomes(queries, reports(SAMPLE, Path(shared, "seeds"))))


if __name__ == "__main__":
    main()
