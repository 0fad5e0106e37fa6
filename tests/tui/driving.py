"""Driving the screens in tests as a person does: by keys alone, on the bundled sample."""

import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.widgets import Input

from tui.app import XddApp
from tui.catalogue import catalogue
from tui.config import Settings
from tui.library import Library
from tui.widgets.edges import Footer


def settings_for(
    folder: Path, *, ascii_only: bool = False, keys: dict[str, str] | None = None
) -> Settings:
    """Settings with everything under `folder`."""
    return Settings(
        archive=folder / "archive",
        index=folder / "index",
        language="vi",
        theme="textual-dark",
        ascii=ascii_only,
        delay=10,
        limit=20,
        keys=keys or {},
    )


def app_on(
    folder: Path,
    query: str = "",
    *,
    language: str = "vi",
    ascii_only: bool = False,
    keys: dict[str, str] | None = None,
) -> XddApp:
    """The program on the archive in `folder`, on the sample where there is none."""
    settings = settings_for(folder, ascii_only=ascii_only, keys=keys)
    return XddApp(settings, catalogue(language), Library.open(settings), query)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the archive is open, nothing is being worked on, and all of it is shown."""
    app = pilot.app
    assert isinstance(app, XddApp)
    quiet = 0
    while quiet < 3:
        assert not app.trouble, app.trouble
        await pilot.pause(app.settings.delay / 1000)
        quiet = quiet + 1 if app.ready and not (app.busy or app.typed_ahead) else 0


def strike(app: App[None], key: str) -> None:
    """Send `key` as a terminal does, without waiting for what becomes of it as a pilot would."""
    name = _character_to_key(key) if len(key) == 1 else key
    try:
        letter: str | None = unicodedata.lookup(_get_unicode_name_from_key(name))
    except KeyError:
        letter = key if len(key) == 1 else None
    app.post_message(Key(name, letter))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each on a screen that has settled."""
    for key in keys:
        strike(pilot.app, key)
        await settle(pilot)


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type `text` as quickly as keys go."""
    for letter in text:
        strike(pilot.app, letter)
    await settle(pilot)


@asynccontextmanager
async def driven(app: XddApp, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
    """The program running in a terminal of `size`, settled."""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


def shown(app: XddApp) -> str:
    """What the screen shows, line by line, without its colours."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height])


def footer(app: XddApp) -> str:
    """The message in the place of the keys."""
    return app.screen.query_one("#footer", Footer).message


def typed(app: XddApp) -> str:
    """What stands in the query box."""
    return app.screen.query_one("#query", Input).value


def program(pilot: Pilot[None]) -> XddApp:
    """The program that is driven."""
    assert isinstance(pilot.app, XddApp)
    return pilot.app


def id_of(app: XddApp, name: str) -> str:
    """The report that was read from the file `name`."""
    hits = app.library.search("", limit=100).hits
    return next(hit.id for hit in hits if app.library.report(hit.id).source == name)


def steps(begin: Callable[[XddApp], object], *keys: str) -> Callable[[Pilot[None]], object]:
    """What is done before a picture is taken: `begin` opens a screen, then keys are pressed."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        begin(program(pilot))
        await settle(pilot)
        for box in pilot.app.screen.query(Input):
            box.cursor_blink = False
        await press(pilot, *keys)

    return run
