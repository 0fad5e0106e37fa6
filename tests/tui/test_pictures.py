"""Pictures of the screens on the sample, compared with the ones kept in __snapshots__.

After a change that is meant, `pytest tests/tui/test_pictures.py --snapshot-update` keeps new ones;
look at them before they are committed.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import app_on, press, settle, type_in
from tui.screens.search import SearchScreen

SIZES = [(80, 24), (120, 36)]
PICTURES: dict[str, tuple[str, ...]] = {
    "search": ("enter",),
    "search-facets": ("enter", "space", "F", "space"),
    "search-why": ("enter", "w"),
    "search-tasks": ("enter", "T"),
    "search-like": ("enter", "m"),
    "saved": ("enter", "s"),
    "home": ("escape", "1"),
    "tasks": ("escape", "3"),
    "directives": ("escape", "4"),
    "help": ("escape", "question_mark"),
    "palette": ("escape", "colon"),
}
Compare = Callable[..., bool]


def steps(keys: tuple[str, ...], query: str) -> Callable[[Pilot[None]], object]:
    """What is done before the picture is taken; the time a search took is made always the same."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await type_in(pilot, query)
        await press(pilot, *keys)
        for screen in pilot.app.screen_stack:
            if isinstance(screen, SearchScreen):
                screen._milliseconds = 4
                screen.refresh_frame()
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PICTURES)
def test_screens_in_vietnamese(
    snap_compare: Compare, sample: Path, name: str, size: tuple[int, int]
) -> None:
    query = "quy hoach can bo" if name.startswith(("search", "saved")) else ""
    app = app_on(sample)
    assert snap_compare(app, terminal_size=size, run_before=steps(PICTURES[name], query))


@pytest.mark.parametrize("name", ["search", "home"])
def test_screens_in_english(snap_compare: Compare, sample: Path, name: str) -> None:
    query = "quy hoach can bo" if name == "search" else ""
    app = app_on(sample, language="en")
    assert snap_compare(app, terminal_size=(120, 36), run_before=steps(PICTURES[name], query))


def test_the_search_screen_where_there_is_little_room(snap_compare: Compare, sample: Path) -> None:
    app = app_on(sample)
    before = steps(("enter",), "quy hoach can bo")
    assert snap_compare(app, terminal_size=(50, 20), run_before=before)


def test_the_search_screen_in_ascii(snap_compare: Compare, sample: Path) -> None:
    app = app_on(sample, ascii_only=True)
    before = steps(("enter", "space"), "quy hoach can bo")
    assert snap_compare(app, terminal_size=(120, 36), run_before=before)
