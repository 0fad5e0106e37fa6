"""Keys that come together: each acts where the one before has led, and none is lost."""

import random
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.driving import app_on, driven, press, settle, strike, typed
from tui.actions import ACTIONS
from tui.app import XddApp
from tui.screens import keyboard
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.tasks import TasksScreen
from tui.widgets.rows import Rows

NARROW = (80, 24)
TEXT = "quy hoạch"


async def chunk(pilot: Pilot[None], *keys: str) -> None:
    """All of `keys` before any of them is handled."""
    for key in keys:
        strike(pilot.app, key)
    await settle(pilot)


def place(app: XddApp) -> tuple[str, str | None, str | None]:
    """The screen, what has the focus there, and what stands in the box that has it."""
    focused = app.screen.focused
    value = focused.value if isinstance(focused, Input) else None
    return type(app.screen).__name__, focused.id if focused else None, value


@pytest.mark.parametrize(
    ("keys", "led"),
    [
        ((*"?m",), ("HelpScreen", "typed", "m")),
        ((*"?mark",), ("HelpScreen", "typed", "mark")),
        ((*":q",), ("PaletteScreen", "typed", "q")),
        ((*":xuat",), ("PaletteScreen", "typed", "xuat")),
        ((*"1234",), ("DirectivesScreen", "list", None)),
        (("enter", "q"), ("SearchScreen", "hits", None)),
        (("enter", "f", *TEXT), ("ReaderScreen", "find", TEXT)),
        (("enter", "f", *"bo", "enter", "n", "tab"), ("ReaderScreen", "outline", None)),
        (("enter", "L", "q", "f", *"bo"), ("ReaderScreen", "find", "bo")),
        (("slash", *TEXT), ("SearchScreen", "query", TEXT)),
        (("slash", *"cán bộ"), ("SearchScreen", "query", "cán bộ")),
        (("slash", *TEXT, "ctrl+j", "j"), ("SearchScreen", "hits", None)),
        (("3", "enter", "f", *"cán bộ"), ("DiffScreen", "find", "cán bộ")),
        (("t", "f", *"cán bộ"), ("DiffScreen", "find", "cán bộ")),
        (("colon", *"trợ giúp", "enter", *"xuat"), ("HelpScreen", "typed", "xuat")),
        (("F", "j", "j", "escape", "slash", *"a b"), ("SearchScreen", "query", "a b")),
    ],
)
async def test_keys_that_come_together_act_one_behind_the_other(
    sample: Path, keys: Sequence[str], led: tuple[str, str | None, str | None]
) -> None:
    app = app_on(sample)
    async with driven(app, NARROW) as pilot:
        await press(pilot, "escape")
        await chunk(pilot, *keys)
        assert place(app) == led


async def test_the_name_of_a_file_that_is_typed_with_the_key_goes_behind_the_one_proposed(
    sample: Path,
) -> None:
    app = app_on(sample)
    async with driven(app, NARROW) as pilot:
        await press(pilot, "escape")
        await chunk(pilot, *"xq")
        screen, box, value = place(app)
        assert (screen, box) == ("ExportScreen", "path")
        assert value is not None
        assert value.endswith(".htmlq")


async def test_a_report_opens_out_of_the_answer_to_what_was_typed_before(sample: Path) -> None:
    """Not out of the one that stood in the list while it was typed."""
    app = app_on(sample)
    async with driven(app, NARROW) as pilot:
        hits = app.library.search("quy hoạch", typing=True, fold=True).hits
        await chunk(pilot, *"quy hoạch", "enter", "j", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.current_id == hits[2].id
        await press(pilot, "q")
        assert typed(app) == "quy hoạch"


async def test_what_is_copied_is_of_the_report_that_the_cursor_went_to(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        await chunk(pilot, *"jjjY")
        assert isinstance(app.screen, SearchScreen)
        report = app.library.report(app.screen.current_id or "")
        assert report.title
        assert report.title in app.clipboard


async def test_a_paste_goes_where_the_key_before_it_led(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        strike(app, "slash")
        app.post_message(Paste("quy"))
        await chunk(pilot, *" hoạch")
        assert typed(app) == TEXT


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ 0123456789:?/[]{}=!+-.,"


@pytest.mark.parametrize("way", [("slash",), ("colon",), ("enter", "f"), ("3", "enter", "f")])
async def test_whatever_is_typed_behind_the_key_of_a_box_arrives_in_it(
    sample: Path, way: Sequence[str]
) -> None:
    generator = random.Random(" ".join(way))  # noqa: S311 - nothing secret
    app = app_on(sample)
    async with driven(app, NARROW) as pilot:
        for _ in range(4):
            # A query that begins with one of these is none: they are keys in the empty box.
            text = "a" + "".join(generator.choices(LETTERS, k=generator.randint(1, 20)))
            await press(pilot, "escape", "2", "slash", "ctrl+u", "ctrl+k", "escape")
            await chunk(pilot, *way, *text)
            assert place(app)[2] == text


USED = sorted(
    {
        key
        for action in ACTIONS
        if action.id not in ("quit", "close", "open-source", "write")
        for keys in action.keys
        for key in keys.split()
    }
)


@pytest.mark.parametrize("seed", range(6))
async def test_keys_lead_to_the_same_place_together_as_one_by_one(
    sample: Path, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    generator = random.Random(seed)  # noqa: S311 - nothing secret
    way = [*"jtf/?:1234L", "enter", "enter", "enter", "escape", "tab", "down"]
    keys = [generator.choice(generator.choice((way, USED))) for _ in range(12)]
    places = []
    for together in (True, False):
        app = app_on(sample)
        async with driven(app, NARROW) as pilot:
            await press(pilot, "escape")
            await (chunk if together else press)(pilot, *keys)
            places.append(place(app))
    assert places[0] == places[1], keys


async def test_keys_wait_for_what_leads_elsewhere(sample: Path) -> None:
    app = app_on(sample)
    held = threading.Event()
    async with driven(app) as pilot:
        await press(pilot, "escape")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        app.work(held.wait, lambda _: app.open_palette(screen), leads=True)
        for key in "xuat":
            strike(app, key)
        await pilot.pause(0.05)
        assert app.screen is screen
        assert len(app.typed_ahead) == 4
        held.set()
        await settle(pilot)
        assert place(app) == ("PaletteScreen", "typed", "xuat")


async def test_what_takes_too_long_is_not_waited_for(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyboard, "PATIENCE", 0.1)
    app = app_on(sample)
    held = threading.Event()
    async with driven(app) as pilot:
        await press(pilot, "escape")
        app.work(held.wait, lambda _: None, leads=True)
        for key in ("slash", *TEXT):
            strike(app, key)
        while typed(app) != TEXT:
            await pilot.pause(0.01)
        held.set()


async def test_only_keys_about_what_a_screen_shows_wait_until_it_shows_it(sample: Path) -> None:
    app = app_on(sample)
    held = threading.Event()
    async with driven(app) as pilot:
        await press(pilot, "escape", "3")
        screen = app.screen
        assert isinstance(screen, TasksScreen)
        screen.work(held.wait, lambda _: None, awaited="matter")
        strike(app, "j")
        await pilot.pause(0.05)
        assert len(app.typed_ahead) == 1
        held.set()
        await settle(pilot)
        assert screen.query_one("#list", Rows).cursor == 1

        held.clear()
        screen.work(held.wait, lambda _: None, awaited="matter")
        for key in ("2", "slash", *TEXT):
            strike(app, key)
        while place(app) != ("SearchScreen", "query", TEXT):
            await pilot.pause(0.01)
        held.set()
