"""One field of many reports at once: those found or marked, ticked one by one, taken back whole."""

from pathlib import Path

import pytest
from textual.widgets import Input

from archive.store import Store
from tests.tui.driving import app_on, driven, footer, press, shown, type_in
from tests.tui.written import BODY, TASKS_2023, archive_of, written
from tui.screens.many import ManyScreen

NEW = "Tỉnh ủy Bình Sơn"
SPACE = "space"


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    return archive_of(tmp_path, *(written(year, TASKS_2023) for year in (2021, 2022, 2023)))


def bodies(folder: Path, ids: list[str]) -> list[str | None]:
    store = Store.open(folder / "archive")
    return [store.get(report_id).body for report_id in ids]


async def test_a_field_is_set_for_all_that_were_found_and_taken_back(
    tmp_path: Path, ids: list[str]
) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E")
        assert isinstance(app.screen, ManyScreen)
        assert "đã chọn 0 / 3" in shown(app), "nobody asked yet for all to be changed"
        await press(pilot, "enter")
        assert footer(app) == "Chưa chọn báo cáo nào; ␣ chọn, A chọn tất cả."
        await press(pilot, "A", "enter")
        await type_in(pilot, NEW)
        await press(pilot, "enter")
        assert bodies(tmp_path, ids) == [NEW] * 3
        assert footer(app).startswith("Đã đặt Cơ quan cho 3 báo cáo; u rút lại.")
        assert shown(app).count(NEW) == 3
        assert app.library.search(f'body:"{NEW}"').total == 3, "the index has heard of it"
        await press(pilot, "u")
        assert bodies(tmp_path, ids) == [BODY] * 3
        assert footer(app) == "Đã rút lại ở 3 báo cáo."
        assert shown(app).count(BODY) == 3, "the rows show what is kept"
        await press(pilot, "u")
        assert footer(app) == "Không báo cáo đã chọn nào có lần sửa cuối là Cơ quan."
        await press(pilot, "A", "u")
        assert footer(app) == app.words("needs.corrected")


async def test_a_change_is_taken_back_after_the_screen_was_left(
    tmp_path: Path, ids: list[str]
) -> None:
    store = Store.open(tmp_path / "archive")
    store.correct(ids, {"body": NEW})
    store.correct(ids[:1], {"kind": "quarter"})
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E", "A", "u")
        assert footer(app) == "Đã rút lại ở 2 báo cáo.", "of the third it was not the last"
        assert bodies(tmp_path, ids) == [NEW, BODY, BODY]
        assert store.get(ids[0]).kind == "quarter"


async def test_only_the_ticked_are_set(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E", "A", SPACE, "e")
        await type_in(pilot, NEW)
        await press(pilot, "enter")
        assert sorted(map(str, bodies(tmp_path, ids))) == sorted([BODY, NEW, NEW])


async def test_those_marked_are_ticked(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", SPACE, "j", SPACE, "E")
        assert "đã chọn 2 / 3" in shown(app)
        assert shown(app).count("[x]") == 2
        assert len(ids) == 3


async def test_all_or_none_are_ticked(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E", "A")
        assert shown(app).count("[x]") == len(ids)
        await press(pilot, "A")
        assert shown(app).count("[x]") == 0


async def test_another_field_with_its_values_offered(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E", "A", "F", "F")
        assert "Trường: Loại" in shown(app)
        await press(pilot, "enter", "down", "down", "enter")
        store = Store.open(tmp_path / "archive")
        assert {store.get(report_id).kind for report_id in ids} == {"half-year"}


async def test_what_cannot_be_changes_none(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E", "A", *["F"] * 3, "enter")
        await type_in(pilot, "hôm qua")
        await press(pilot, "enter")
        said = "Đánh giá kỳ: “hôm qua” không phải là kỳ; viết như 2022, 2022-H1, quý III/2022."
        assert footer(app) == said
        assert app.screen.query_one("#value", Input).has_focus
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, ManyScreen)
        store = Store.open(tmp_path / "archive")
        assert all(store.kept(report_id).corrections == {} for report_id in ids)


async def test_the_values_there_are_stand_on_the_line(tmp_path: Path, ids: list[str]) -> None:
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E", "A", "F", "F", "enter")
        await type_in(pilot, "abc")
        await press(pilot, "enter")
        said = "Loại: cả năm/sáu tháng/quý/chín tháng/nhiệm kỳ/kỳ khác/không phải tổng kết"
        assert footer(app) == said
        assert len(ids) == 3


async def test_the_sample_is_not_corrected(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "E")
        assert footer(app) == app.words("needs.own")
