"""Doubts on the screen: the most doubtful first, each settled where it stands, by keys alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from archive.record import SCALARS
from archive.report import Span
from archive.store import Store
from tests.tui.driving import app_on, driven, footer, press, settle, shown, type_in
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.screens.doubts import DoubtsScreen
from tui.screens.reader import ReaderScreen

SURE = dict.fromkeys(SCALARS, 0.95)
FIRST = written(2022, TASKS_2023)
A = replace(
    FIRST,
    confidence=SURE | {"body": 0.6, "event_date": 0.3},
    candidates={"body": ("Tỉnh ủy Bình Sơn",)},
    evidence={"event_date": Span(FIRST.text.index("đại biểu"), FIRST.text.index("các huyện"))},
)
B = replace(
    written(2023, TASKS_2024),
    confidence=SURE,
    directives=tuple(replace(one, candidates=("21-KL/TW khóa XII",)) for one in FIRST.directives),
    flags=("planned-year-slip",),
)


def kept(folder: Path) -> Store:
    return Store.open(folder / "archive")


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    return archive_of(tmp_path, A, B)


async def doubting(pilot: Pilot[None], *keys: str) -> None:
    await press(pilot, "escape", "R", *keys)


def listed(said: str) -> list[str]:
    """The fields of the rows in view."""
    names = ("Ngày họp", "Cơ quan", "Đề ra cho kỳ", "Văn bản được dẫn")
    rows = [line.strip("│▌┃ ") for line in said.splitlines()]
    return [name for row in rows for name in names if row.startswith(f"{name}: ")]


@pytest.mark.usefixtures("ids")
async def test_the_most_doubtful_comes_first_with_its_passage(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot)
        said = shown(app)
        assert listed(said) == ["Ngày họp", "Văn bản được dẫn", "Cơ quan", "Đề ra cho kỳ"]
        assert "30%" in said
        assert "Hội nghị có đông đủ đại biểu các huyện." in said, "the passage of the first"
        assert "có thể là: Tỉnh ủy Bình Sơn" in said
        assert "1 / 4" in said.splitlines()[0]
        assert said.count(str(A.title)) > 1, "which report it is, in each row"


async def test_what_is_right_leaves_the_list_and_the_next_is_there(
    tmp_path: Path, ids: list[str]
) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "equals_sign")
        assert footer(app) == "Đọc đúng: 2023-01-05"
        assert kept(tmp_path).kept(ids[0]).corrections == {"event_date": "2023-01-05"}
        assert listed(shown(app)) == ["Văn bản được dẫn", "Cơ quan", "Đề ra cho kỳ"]
        await press(pilot, "equals_sign")
        assert kept(tmp_path).get(ids[1]).directives[0].candidates == ()
        assert listed(shown(app)) == ["Cơ quan", "Đề ra cho kỳ"]


async def test_what_was_said_here_is_taken_back_step_by_step(
    tmp_path: Path, ids: list[str]
) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "u")
        assert footer(app) == app.words("needs.corrected")
        await press(pilot, "equals_sign", "equals_sign", "u", "u")
        assert len(listed(shown(app))) == 4
        assert all(kept(tmp_path).kept(report_id).corrections == {} for report_id in ids)


async def test_a_doubt_is_corrected_in_place(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "e")
        assert app.screen.query_one("#value", Input).value == "2023-01-05"
        app.screen.query_one("#value", Input).value = ""
        await type_in(pilot, "6/1/2023")
        await press(pilot, "enter")
        assert isinstance(app.screen, DoubtsScreen)
        assert footer(app) == app.words("screen.correct.stored")
        assert kept(tmp_path).kept(ids[0]).corrections == {"event_date": "2023-01-06"}
        assert "Ngày họp" not in listed(shown(app))
        await press(pilot, "e", "down", "enter")
        assert kept(tmp_path).get(ids[1]).directives[0].key == "21-KL/TW khóa XII"
        await press(pilot, "u")
        assert "Văn bản được dẫn" in listed(shown(app))


async def test_going_away_from_the_box_changes_nothing(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "e", "escape", "escape")
        assert len(listed(shown(app))) == 4
        await press(pilot, "u")
        assert footer(app) == app.words("needs.corrected"), "nothing was corrected"
        assert kept(tmp_path).kept(ids[0]).corrections == {}


async def test_one_field_alone(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        seen = []
        await doubting(pilot)
        for _ in range(5):
            await press(pilot, "F")
            seen.append(listed(shown(app)))
        await press(pilot, "left", "left", "right")
        assert listed(shown(app)) == seen[3], "the way back"
        assert [len(rows) for rows in seen] == [1, 1, 1, 1, 4]
        assert len({rows[0] for rows in seen[:4]}) == 4
        assert kept(tmp_path).has(ids[0])


async def test_the_report_opens_at_the_passage_and_leads_back(
    tmp_path: Path, ids: list[str]
) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.current_id == ids[0]
        await press(pilot, "R")
        assert app.screen.query("#doubts")
        await press(pilot, "escape")
        assert not app.screen.query("#doubts"), "there is one such screen, not two"


async def test_where_nothing_is_in_doubt_it_says_so(tmp_path: Path) -> None:
    archive_of(tmp_path, replace(FIRST, confidence=SURE))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "F", "enter", "e")
        assert app.words("screen.doubts.none") in shown(app)
        assert footer(app) == app.words("needs.report")


async def test_the_sample_can_be_looked_over_and_not_corrected(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (80, 24)) as pilot:
        await doubting(pilot, "equals_sign")
        assert footer(app) == app.words("needs.own")
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


Compare = Callable[..., bool]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["narrow", "wide"])
def test_pictures(
    snap_compare: Compare, tmp_path: Path, ids: list[str], size: tuple[int, int]
) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await doubting(pilot)

    assert len(ids) == 2
    assert snap_compare(app_on(tmp_path), terminal_size=size, run_before=steps)
