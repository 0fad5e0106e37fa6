"""How late keys are handled, and when the last one's hits stand, while a person types.

    XDD_SHARED=… python -m tests.bench.keystrokes [DOCUMENTS] [--index FOLDER] [--delay MS]

The screen runs headless on the load collection; a key comes every 60 ms, as from a quick typist.
A key is handled once it stands in the query box. The index is made before, or taken from FOLDER,
where it must have been made by this code.
"""

import argparse
import asyncio
import gc
import os
import tempfile
import time
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from textual import events
from textual.widgets import Input

from archive.report import Report
from search.index import Index
from tests.bench.search_speed import News
from tests.tui.driving import settings_for, settle
from tui.app import XddApp
from tui.catalogue import catalogue
from tui.library import Library

PACE = 0.06  # seconds from key to key
QUERIES = (
    "nghị quyết trung ương",
    "nghi quyet trung uong",
    "can bo luan chuyen",
    '"phó bí thư thường trực"',
)


class NewsLibrary(Library):
    """The load collection in memory, its index in a folder."""

    def __init__(self, news: News, folder: Path) -> None:
        super().__init__(folder, folder)
        self._news = news
        self._folder = folder
        self._kept = Index.open(news, folder)

    @cached_property
    def _index(self) -> Index:
        return self._kept

    def update(self, progress: Any = None) -> int:
        return self._kept.update(progress)

    def report(self, report_id: str) -> Report:
        return self._news.get(report_id)


def key_of(char: str) -> events.Key:
    return events.Key("space" if char == " " else char, char)


async def typed(app: XddApp, query: str) -> tuple[list[float], float]:
    """Milliseconds until each key was handled, and until the last one's hits were shown."""
    box = app.screen.query_one("#query", Input)
    box.value = ""
    await asyncio.sleep(0.5)
    handled: list[float] = []
    app.screen.watch(box, "value", lambda: handled.append(time.perf_counter()), init=False)
    sent = []
    begun = time.perf_counter()
    for i, char in enumerate(query):
        await asyncio.sleep(max(0, begun + i * PACE - time.perf_counter()))
        sent.append(begun + i * PACE)  # when it was due: a busy loop would send it late
        app.post_message(key_of(char))
    while not _stands(app, query):
        await asyncio.sleep(0.001)
    painted = asyncio.Event()
    app.screen.call_after_refresh(painted.set)
    await painted.wait()
    last = (time.perf_counter() - sent[-1]) * 1000
    late = [(at - due) * 1000 for at, due in zip(handled, sent, strict=True)]
    return late, last


def _stands(app: XddApp, query: str) -> bool:
    found = app._opening.found
    return found is not None and found.question.query == query and box_is(app, query)


def box_is(app: XddApp, query: str) -> bool:
    return app.screen.query_one("#query", Input).value == query


async def run(news: News, folder: Path, delay: int) -> None:
    settings = replace(settings_for(folder), delay=delay)
    app = XddApp(settings, catalogue("vi"), NewsLibrary(news, folder))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await asyncio.sleep(2)
        for label in ("cold", "warm"):
            for query in QUERIES:
                late, last = await typed(app, query)
                late.sort()
                print(
                    f"{label} {query:28} keys p50 {late[len(late) // 2]:5.1f}"
                    f"  p95 {late[int(len(late) * 0.95)]:5.1f}  latest {late[-1]:5.1f} ms;"
                    f" last key's hits after {last:6.1f} ms"
                )


def main(count: int, folder: Path | None, delay: int) -> None:
    print(f"{count} documents, load {os.getloadavg()[0]:.1f}")
    news = News(count)
    with tempfile.TemporaryDirectory() as made:
        place = folder or Path(made)
        Index.open(news, place).update()
        gc.freeze()  # the program keeps no such collection in memory
        asyncio.run(run(news, place, delay))
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=10_000)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--delay", type=int, default=80, help="as config.toml has it")
    options = parser.parse_args()
    main(options.documents, options.index, options.delay)
