"""Writing what is shown to a file: the format follows the name and the name the format, and nothing
that stands there is lost by one key.
"""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.driving import app_on, driven, footer, press, settle, shown
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.app import XddApp
from tui.screens.compare import CompareScreen
from tui.screens.diff import DiffScreen
from tui.screens.export import proposed

A = written(2022, TASKS_2023)
B = written(2023, TASKS_2024)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (
            ("Ban Tổ chức Tỉnh ủy Bình Sơn", "2023", "2024"),
            "ban-to-chuc-tinh-uy-binh-son-2023-2024",
        ),
        (("Đảng ủy Khối", None), "dang-uy-khoi"),
        (("../..", "/etc/passwd"), "etc-passwd"),
        (("", "…"), "xdd-tui"),
    ],
)
def test_a_proposed_name_is_letters_digits_and_hyphens(
    parts: tuple[str | None, ...], name: str
) -> None:
    assert proposed(*parts) == name


def test_a_proposed_name_stays_short() -> None:
    assert len(proposed("nhiệm vụ " * 60)) <= 80


def _name(app: XddApp) -> str:
    return app.screen.query_one("#path", Input).value


async def test_a_diff_is_written_in_the_format_that_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        app.push_screen(DiffScreen(*ids))
        await settle(pilot)
        await press(pilot, "x")
        assert _name(app).endswith("-2023-2024.html")
        await press(pilot, "down", "down")
        name = _name(app)
        assert name.endswith("-2023-2024.md"), "the name follows the format"
        await press(pilot, "enter")
        assert isinstance(app.screen, DiffScreen)
        assert "Đã ghi" in footer(app)
    text = (tmp_path / name).read_text("utf-8")
    assert "Xây dựng phần mềm quản lý hồ sơ cán bộ toàn tỉnh" in text
    assert "https://example.org/bai-viet" in text


async def test_a_comparison_is_written_and_an_ending_chooses_the_format(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    target = tmp_path / "so.csv"
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        app.push_screen(CompareScreen(*ids))
        await settle(pilot)
        await press(pilot, "x")
        app.screen.query_one("#path", Input).value = str(target)
        await press(pilot, "enter")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


async def test_a_name_without_an_ending_gets_that_of_the_format(tmp_path: Path) -> None:
    first, second = archive_of(tmp_path, written(2022, TASKS_2023), written(2023, TASKS_2024))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        app.open_diff(first, second)
        await settle(pilot)
        await press(pilot, "x")
        app.screen.query_one("#path", Input).value = str(tmp_path / "quy hoạch 1.2")
        await press(pilot, *["down"] * 3, "enter")
        assert [file.name for file in tmp_path.glob("quy*")] == ["quy hoạch 1.2.csv"]


async def test_what_stands_there_is_replaced_by_a_second_enter_only(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    target = tmp_path / "so.md"
    target.write_text("mine")
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        app.push_screen(DiffScreen(*ids))
        await settle(pilot)
        await press(pilot, "x")
        app.screen.query_one("#path", Input).value = str(target)
        await press(pilot, "enter")
        assert footer(app).startswith("↵ lần nữa để thay")
        assert target.read_text() == "mine"
        await press(pilot, "enter")
    assert "Bình Sơn" in target.read_text("utf-8")


async def test_a_file_that_cannot_be_written_is_said_and_the_box_stays(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        app.push_screen(DiffScreen(*ids))
        await settle(pilot)
        await press(pilot, "x")
        app.screen.query_one("#path", Input).value = str(tmp_path / "nowhere" / "so.md")
        await press(pilot, "enter")
        assert "nowhere" in footer(app)
        assert "Trang web" in shown(app)
