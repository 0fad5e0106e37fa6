"""Ranking measured on judged collections: the table behind `search.ranking.Weights`.

    XDD_SHARED=… python -m tests.accuracy.retrieval [collection …]

Each collection is indexed once; each row is one setting of the weights. nDCG@10 is given for the
queries whose id hashes even (weights are chosen on these), odd, and all; with marks, and for all
queries with every mark removed. The last lines compare the settings in use, query by query, with
plain BM25 over syllables + pairs (k1 1.2, b 0.75), reckoned here without any of the program's own
ranking: mean difference with its 95 % confidence interval, for the odd half and for all.
"""

import gzip
import hashlib
import json
import math
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from archive.report import Report
from archive.vietnamese import bare, nfc
from search.analysis import pairs, terms
from search.index import Index
from search.ranking import Weights

COLLECTIONS = ("alqac2024", "alqac2022", "news_knownitem")
ROWS = {
    "syllables": Weights(title=1, pairs=0, title_b=0.75, b=0.75, few=0),
    "syllables + pairs": Weights(title=1, title_b=0.75, b=0.75, few=0),
    "+ weights of parts": Weights(few=0),
    "in use": Weights(),
}


class Collection(NamedTuple):
    """Documents, queries and, for each query, the grades of documents."""

    documents: dict[str, Report]
    queries: dict[str, str]
    grades: dict[str, dict[str, float]]

    def entries(self) -> Iterator[tuple[str, str]]:
        return ((name, "") for name in self.documents)

    def get(self, report_id: str) -> Report:
        return self.documents[report_id]


def load(folder: Path) -> Collection:
    """A collection as laid down in `folder`."""
    documents: dict[str, Report] = {}
    grades: dict[str, dict[str, float]] = {}
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            title, text = nfc(row.get("title") or "") or None, nfc(row["text"])
            documents[row["id"]] = Report(id=row["id"], source=None, text=text, title=title)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, _, document, grade = line.split("\t")
        grades.setdefault(query, {})[document] = float(grade)
    rows = map(json.loads, (folder / "queries.jsonl").read_text("utf-8").splitlines())
    queries = {row["id"]: row["text"] for row in rows if row["id"] in grades}
    return Collection(documents, queries, grades)


def ndcg(hits: list[tuple[str, float]], grades: dict[str, float]) -> float:
    """nDCG@10 of one ranked list."""
    gains = [grades.get(name, 0.0) for name, _ in hits[:10]]
    ideal = sorted(grades.values(), reverse=True)[:10]
    return _dcg(gains) / _dcg(ideal)


def _dcg(gains: list[float]) -> float:
    return sum(gain / math.log2(i + 2) for i, gain in enumerate(gains))


def scores(index: Index, collection: Collection, *, marks: bool = True) -> dict[str, float]:
    """nDCG@10 by query."""
    texts = [(q, text if marks else bare(nfc(text))) for q, text in collection.queries.items()]
    return {q: ndcg(hits, collection.grades[q]) for q, hits in index.many(texts, 10)}


def is_even(query: str) -> bool:
    return hashlib.sha256(query.encode()).digest()[-1] % 2 == 0


def plain_scores(collection: Collection) -> dict[str, float]:
    """nDCG@10 by query of BM25 over the syllables of title and text, and over their pairs."""
    names = list(collection.documents)
    texts = [terms(f"{r.title or ''}\n{r.text}") for r in collection.documents.values()]
    lengths = np.array([len(found) for found in texts], np.float64)
    norms = 1.2 * (0.25 + 0.75 * lengths / lengths.mean())
    postings: dict[str, list[tuple[int, int]]] = {}
    for number, found in enumerate(texts):
        for term, count in Counter([*found, *pairs(found)]).items():
            postings.setdefault(term, []).append((number, count))

    @cache
    def worth(term: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
        found = np.array(postings.get(term, ()), np.int64).reshape(-1, 2)
        documents, counts = found[:, 0], found[:, 1]
        rarity = math.log(1 + (len(names) - len(counts) + 0.5) / (len(counts) + 0.5))
        return documents, rarity * counts * 2.2 / (counts + norms[documents])

    scored = {}
    for query, text in collection.queries.items():
        sums = np.zeros(len(names))
        found = terms(nfc(text))
        for term in (*found, *pairs(found)):
            documents, scores_of = worth(term)
            sums[documents] += scores_of
        best = np.argsort(-sums, kind="stable")[:10].tolist()
        hits = [(names[n], float(sums[n])) for n in best]
        scored[query] = ndcg(hits, collection.grades[query])
    return scored


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def difference(ours: dict[str, float], theirs: dict[str, float]) -> str:
    """The mean of the paired differences and its 95 % confidence interval."""
    found = [ours[query] - theirs[query] for query in ours]
    middle = mean(found)
    spread = math.sqrt(sum((x - middle) ** 2 for x in found) / (len(found) - 1))
    margin = 1.96 * spread / math.sqrt(len(found))
    return f"{middle:+.4f} [{middle - margin:+.4f}, {middle + margin:+.4f}]"


def measure(name: str, rows: dict[str, Weights]) -> None:
    """Print one collection's table."""
    collection = load(Path(os.environ["XDD_SHARED"], "data/retrieval", name))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        read = Index(collection, Path(folder)).update()
        took = time.perf_counter() - started
        print(f"\n{name}: {read} documents, {len(collection.queries)} queries ({took:.1f} s)")
        print(f"{'':24} {'even':>7} {'odd':>7} {'all':>7}   no marks")
        kept = {}
        for label, weights in rows.items():
            index = Index(collection, Path(folder), weights)
            kept[label] = found = scores(index, collection)
            plain = scores(index, collection, marks=False)
            even = mean([s for q, s in found.items() if is_even(q)])
            odd = mean([s for q, s in found.items() if not is_even(q)])
            everything, without = mean(list(found.values())), mean(list(plain.values()))
            print(f"{label:24} {even:7.4f} {odd:7.4f} {everything:7.4f}   {without:.4f}")
        plain = plain_scores(collection)
        print(f"plain BM25: {mean(list(plain.values())):.4f}")
        odd_half = {q: score for q, score in kept["in use"].items() if not is_even(q)}
        print("in use − plain BM25, odd:", difference(odd_half, plain))
        print("in use − plain BM25, all:", difference(kept["in use"], plain))


if __name__ == "__main__":
    for chosen in sys.argv[1:] or COLLECTIONS:
        measure(chosen, ROWS)
