"""The overview: years, gaps, doubts and documents, each saying the same as other places do."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.period import Period
from archive.store import Store
from tests.tui.driving import app_on, driven, press, shown
from tests.tui.written import TASKS_2023, archive_of, written
from tui.library import DirectiveUse
from tui.screens.directives import by_its_number, draw_use

TERM = replace(
    written(2020, TASKS_2023, body="Đảng bộ huyện Suối Cát"),
    period_reviewed=Period.term(2015, 2020),
    period_planned=Period.term(2020, 2025),
)


@pytest.mark.parametrize(
    ("key", "room", "told"),
    [
        ("Quy định 50-QĐ/TW khóa XIII", 27, "Quy định 50-QĐ/TW khóa XIII"),
        ("Quy định 50-QĐ/TW khóa XIII", 24, "…định 50-QĐ/TW khóa XIII"),
        ("Quy định 50-QĐ/TW khóa XIII", 20, "…50-QĐ/TW khóa XIII"),
        ("Nghị quyết Trung ương 4 (khóa XII)", 26, "…Trung ương 4 (khóa XII)"),
        ("21-KL/TW khóa XIII", 10, "21-KL/TW khóa XIII"),
        ("Điều lệ Đảng", 5, "Điều lệ Đảng"),
    ],
)
def test_a_key_keeps_its_number(key: str, room: int, told: str) -> None:
    assert by_its_number(key, room) == told


def test_what_a_document_is_called_gives_way_to_its_key() -> None:
    long = DirectiveUse("Nghị quyết Trung ương 4 (khóa XII)", 7, (("2022", 7),))
    short = DirectiveUse("21-KL/TW khóa XIII", 2, (("2022", 2),))
    for width in (60, 76):
        lines = [draw_use(one, ["2022"], width, ascii_only=True, key=20) for one in (long, short)]
        texts = ["".join(piece.text for piece in line) for line in lines]
        assert texts[0].startswith(long.key)
        assert texts[1].startswith(f"{short.key}    Kết luận")
        assert [len(text) for text in texts] == [width, width]


async def test_a_wide_terminal_gives_its_room_to_names_and_years(tmp_path: Path) -> None:
    archive_of(tmp_path, *(written(year, TASKS_2023) for year in (2010, 2024)))
    app = app_on(tmp_path)
    async with driven(app, (160, 30)) as pilot:
        await press(pilot, "escape", "1")
        assert " 2010 " in shown(app)
        assert "không đủ chỗ" not in shown(app)


async def test_the_number_of_a_cited_document_is_read_at_80_columns(sample: Path) -> None:
    app = app_on(sample)
    keys = [use.key for use in app.library.directives()]
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "1")
        said = shown(app)
        numbers = [key.split("-")[0].split()[-1] + "-" for key in keys[:4] if "-" in key]
        assert numbers
        assert all(number in said for number in numbers)


async def test_a_term_is_one_story_in_the_grid_and_above_it(tmp_path: Path) -> None:
    archive_of(tmp_path, TERM, written(2022, TASKS_2023))
    app = app_on(tmp_path)
    async with driven(app, (160, 48)) as pilot:
        await press(pilot, "escape", "1")
        lines = shown(app).splitlines()
        assert "2 báo cáo · 2 hội nghị · 2015–2022" in lines[0]
        heads = next(line for line in lines if " 2015 " in line)
        row = next(line for line in lines if "Suối Cát" in line)
        covered = [heads[at : at + 4] for at in range(len(heads)) if row[at + 2 : at + 4] == "▓▓"]
        assert covered == ["2015", "2016", "2017", "2018", "2019", "2020"]


async def test_a_grid_without_room_says_which_years_it_leaves_out(tmp_path: Path) -> None:
    archive_of(tmp_path, *(written(year, TASKS_2023) for year in (2001, 2022)))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "1")
        said = shown(app)
        assert "không đủ chỗ cho 2001–201" in said
        assert any("Bình Sơn" in line and "…" in line for line in said.splitlines())


async def test_an_empty_archive_has_no_dangling_sign(tmp_path: Path) -> None:
    Store.create(tmp_path / "archive")
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "1")
        title = shown(app).splitlines()[0].strip()
        assert title.endswith("0 báo cáo · 0 hội nghị")
        assert title.startswith("xdd-tui  Tổng quan"), "as far from the name as the sample's mark"


async def test_home_and_the_list_of_doubts_count_alike(sample: Path) -> None:
    app = app_on(sample)
    doubts = app.library.review()
    grave = sum(doubt.grave for doubt in doubts)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "1")
        assert f"R {len(doubts)} chỗ chưa chắc, {grave} rất đáng ngờ" in shown(app)
        await press(pilot, "R")
        assert f"1 / {len(doubts)} · {grave} rất đáng ngờ" in shown(app).splitlines()[0]


async def test_where_it_is_low_the_bodies_keep_the_room(sample: Path) -> None:
    app = app_on(sample)
    bodies = [series.body for series in app.library.stats().series]
    async with driven(app, (60, 15)) as pilot:
        await press(pilot, "escape", "1")
        said = shown(app)
        assert sum(" ".join(body.split()[:4]) in said for body in bodies) >= min(len(bodies), 4)


@pytest.mark.parametrize(("height", "too_low"), [(6, True), (8, True), (9, False)])
async def test_where_no_row_has_room_the_window_is_said_to_be_too_low(
    sample: Path, height: int, too_low: bool
) -> None:
    app = app_on(sample)
    async with driven(app, (40, height)) as pilot:
        for key in ("escape", "1", "R"):
            await press(pilot, key)
            assert ("Cửa sổ thấp quá" in shown(app)) == too_low
