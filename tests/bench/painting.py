"""How soon a long diff is on the screen once it is worked out: `python -m tests.bench.painting`.

Two reports of 500 tasks each, 1,000 items in all, in a terminal of 120 columns and of 80: the time
from having the diff to its first lines painted, beside the time that working it out took.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

from archive.importing.source import Source
from archive.store import Store
from tests.bench.bench_alignment import task_list
from tests.tui.driving import app_on, driven, settle
from tui.screens.diff import DiffScreen

RUNS = 7


def keep(folder: Path) -> list[str]:
    """Two long reports in an archive of their own; their ids."""
    store = Store.create(folder / "archive")
    ids = []
    for seed in (1, 2):
        report = task_list(500, seed)
        data = report.text.encode()
        source = Source(text=report.text, name=f"{seed}.txt", original=data, suffix=".txt")
        ids.append(store.add(report, source).id)
    return ids


async def paint(folder: Path, ids: list[str], size: tuple[int, int]) -> None:
    """Print how long laying out and painting take."""
    app = app_on(folder)
    async with driven(app, size) as pilot:
        start = time.perf_counter()
        screen = DiffScreen(*ids)
        app.push_screen(screen)
        await settle(pilot)
        opened = time.perf_counter() - start
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            screen.lay_out()
            await screen.wait_for_refresh()
            screen._compositor.render_strips()
            times.append(time.perf_counter() - start)
    print(
        f"{size[0]} columns: painted {1000 * median(times):5.0f} ms after the diff is there"
        f" (median of {RUNS}); opened, worked out and painted {1000 * opened:6.0f} ms"
    )


def main() -> None:
    """Paint in two widths."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ids = keep(folder)
        for size in ((120, 36), (80, 24)):
            asyncio.run(paint(folder, ids, size))


if __name__ == "__main__":
    main()
