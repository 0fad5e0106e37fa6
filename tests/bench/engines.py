"""Our search beside SQLite's FTS5 and tantivy: same documents, same queries, in the same run.

    XDD_SHARED=… python -m tests.bench.engines [DOCUMENTS] [--keep FOLDER]

Each query is typed key by key, as on the screen. Ours gives hits, the honest total, five facets'
counts and snippets for each key; tantivy the same with its aggregations (four facets); FTS5 has no
facets and gives hits, the total and snippets. Each engine answers in a process of its own: cold is
the first time there, warm the second. Filters (`năm:2021`) are asked of ours alone. Nothing here
asserts: machines differ and are shared, so the load and the processor's time are printed, and
ratios tell.
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from archive.vietnamese import level
from search.index import Index
from tests.bench.search_speed import QUERIES, News, Nothing, keys, resident

LIMIT = 20
Ask = Callable[[str], object]


def index_ours(news: News, folder: Path) -> None:
    Index.open(news, folder).update()


def open_ours(folder: Path) -> Ask:
    index = Index.open(Nothing(), folder)
    return lambda typed: index.search(typed, typing=True, limit=LIMIT)


def words_of(typed: str) -> list[str]:
    """What the others are asked: words alone."""
    return [word for word in level(typed).replace('"', " ").split() if ":" not in word]


def index_fts5(news: News, folder: Path) -> None:
    folder.mkdir()
    base = sqlite3.connect(folder / "fts.db")
    base.execute(
        "create virtual table news using fts5(text, tokenize='unicode61 remove_diacritics 2')"
    )
    rows = ((level(report.text),) for report in news.reports.values())
    base.executemany("insert into news values (?)", rows)
    base.commit()
    base.close()


def open_fts5(folder: Path) -> Ask:
    base = sqlite3.connect(folder / "fts.db")

    def ask(typed: str) -> object:
        words = " ".join(f'"{word}"' for word in words_of(typed))
        if typed.startswith('"'):
            words = f'"{" ".join(words_of(typed))}"'
        asked = (f"{words}*",)
        total = base.execute("select count(*) from news where news match ?", asked).fetchone()
        shown = "select snippet(news, 0, '', '', '', 20) from news where news match ?"
        return total, base.execute(f"{shown} order by rank limit {LIMIT}", asked).fetchall()

    return ask


def _tantivy(folder: Path) -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="folded")
    for facet in ("year", "body", "kind", "period"):
        builder.add_text_field(facet, stored=True, fast=True, tokenizer_name="raw")
    index = tantivy.Index(builder.build(), path=str(folder))
    folded = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    folded = folded.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    index.register_tokenizer("folded", folded.build())
    return index


def index_tantivy(news: News, folder: Path) -> None:
    import tantivy

    folder.mkdir()
    index = _tantivy(folder)
    writer = index.writer()
    for report in news.reports.values():
        writer.add_document(
            tantivy.Document(
                text=report.text,
                year=str(report.year),
                body=report.body or "",
                kind=report.kind,
                period=str(report.period_reviewed),
            )
        )
    writer.commit()
    writer.wait_merging_threads()


def open_tantivy(folder: Path) -> Ask:
    import tantivy

    from archive.vietnamese import bare

    index = _tantivy(folder)
    index.reload()
    searcher, schema = index.searcher(), index.schema
    facets = {
        name: {"terms": {"field": name, "size": 1000}}
        for name in ("year", "body", "kind", "period")
    }

    def query_of(typed: str) -> Any:
        words: list[Any] = [bare(word) for word in words_of(typed)]
        if typed.startswith('"') and len(words) > 1:
            return tantivy.Query.phrase_prefix_query(schema, "text", words)
        parts = [tantivy.Query.term_query(schema, "text", word) for word in words[:-1]]
        parts += [tantivy.Query.regex_query(schema, "text", f"{word}.*") for word in words[-1:]]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])

    def ask(typed: str) -> object:
        query = query_of(typed)
        found = searcher.search(query, LIMIT)
        counts = searcher.aggregate(query, facets)
        shower = tantivy.SnippetGenerator.create(searcher, query, schema, "text")
        shown = [shower.snippet_from_doc(searcher.doc(at)).to_html() for _, at in found.hits]
        return found.count, counts, shown

    return ask


class Engine(NamedTuple):
    make: Callable[[News, Path], None]
    open: Callable[[Path], Ask]
    needs: str = "sqlite3"


ENGINES = {
    "ours": Engine(index_ours, open_ours),
    "FTS5": Engine(index_fts5, open_fts5),
    "tantivy": Engine(index_tantivy, open_tantivy, "tantivy"),
}


def asked(name: str, folder: Path) -> None:
    """Every key of every query, twice: print the milliseconds, and the most memory."""
    ask = ENGINES[name].open(folder)
    taken: dict[str, list[tuple[str, float, float]]] = {}
    for label in ("cold", "warm"):
        taken[label] = []
        for query in QUERIES:
            for typed in keys(query):
                started, worked = time.perf_counter(), time.thread_time()
                ask(typed)
                wall, processor = time.perf_counter() - started, time.thread_time() - worked
                taken[label].append((query, wall * 1000, processor * 1000))
    print(json.dumps(taken | {"resident": resident() // 1024}))


def spread(times: list[float]) -> str:
    """p50 and p95."""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:8.1f} {ordered[int(len(ordered) * 0.95)]:8.1f}"


def main(count: int, kept: Path | None) -> None:
    found = {}
    news = News(count)
    folder = kept or Path(tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    print(f"{count} documents, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, engine in ENGINES.items():
        if not find_spec(engine.needs):
            print(f"{name}: not installed (pip install '.[bench]')")
            continue
        place = folder / f"{name}-{count}"
        if not place.exists():
            started = time.perf_counter()
            engine.make(news, place)
            rate = count / (time.perf_counter() - started)
            print(f"{name:8} {rate:8.0f} documents/s at load {os.getloadavg()[0]:.1f}")
        size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        command = [sys.executable, "-m", __spec__.name, "--ask", name, str(place)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found[name] = json.loads(output)
        print(f"{name:8} {size // count:8} bytes a document, {found[name]['resident']} MB resident")
    for label in ("cold", "warm"):
        tell(label, found)
    print(f"load at the end {os.getloadavg()[0]:.1f}")
    if not kept:
        shutil.rmtree(folder)


def tell(label: str, found: dict[str, Any]) -> None:
    """A row for each query, p50 and p95 of its keys in ms by engine."""
    print(f"\n{label:30}" + "".join(f"{name:>10} p50   p95" for name in found))
    rows = {
        name: {
            query: [wall for _, wall, _ in keys] for query, keys in groupby(times[label], _query)
        }
        for name, times in found.items()
    }
    for query in QUERIES:
        print(f"{query:30}" + "".join(f" {spread(rows[name][query])}" for name in found))
    for row, place in (("all", 1), ("all, processor time", 2)):
        whole = [[key[place] for key in times[label]] for times in found.values()]
        print(f"{row:30}" + "".join(f" {spread(times)}" for times in whole))


def _query(key: tuple[str, float, float]) -> str:
    return key[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--ask", nargs=2)
    options = parser.parse_args()
    if options.ask:
        asked(options.ask[0], Path(options.ask[1]))
    else:
        main(options.documents, options.keep)
