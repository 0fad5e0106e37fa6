"""What people say of two tasks on the diff's screen and on the command line: it wins, and it can be
taken back.
"""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import app_on, driven, footer, press, settle, shown, type_in
from tests.tui.written import archive_of, written
from tui.app import XddApp
from tui.cli import run
from tui.screens.diff import DiffScreen
from tui.screens.join import JoinScreen
from tui.screens.reader import ReaderScreen

A = written(2022, ("Kết nạp 900 đảng viên mới.", "Sửa chữa trụ sở cũ.", "Mở lớp bồi dưỡng."))
B = written(2023, ("Kết nạp 950 đảng viên mới.", "Tu bổ ngôi nhà làm việc."))


async def opened(pilot: Pilot[None], ids: list[str]) -> DiffScreen:
    pilot.app.push_screen(DiffScreen(*ids))
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, DiffScreen)
    return screen


def screen_of(app: XddApp) -> type:
    return type(app.screen)


def heads(app: XddApp) -> list[str]:
    """The groups' first lines."""
    lines = [line.strip(" ┃▌▃▅▆▇▁▂▄█") for line in shown(app).splitlines()]
    return [line for line in lines if line[:2] in ("= ", "~ ", "− ", "+ ") and line[-1].isdigit()]


async def test_a_pair_that_is_not_one_task_comes_apart_and_undo_joins_it(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        await opened(pilot, ids)
        before = heads(app)
        assert "~ sửa  A1 → B1" in before
        await press(pilot, "g", "g", "!")
        assert "Đã giữ" in footer(app)
        assert {"− bỏ  A1", "+ mới  B1"} <= set(heads(app))
        await press(pilot, "u")
        assert heads(app) == before
        await press(pilot, "u")
        assert "Không có gì để rút lại" in footer(app)


async def test_what_people_said_is_read_once_a_diff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = archive_of(tmp_path, A, B)
    read: list[str] = []
    plainly = Path.read_text

    def noted(path: Path, encoding: str | None = None, errors: str | None = None) -> str:
        read.append(path.name)
        return plainly(path, encoding, errors)

    app = app_on(tmp_path)
    async with driven(app) as pilot:
        monkeypatch.setattr(Path, "read_text", noted)
        await opened(pilot, ids)
    assert read.count("judgements.toml") == 1


async def test_a_lone_task_is_joined_to_the_one_that_is_chosen(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        screen = await opened(pilot, ids)
        lone = next(n for n, m in enumerate(screen._shown) if m.group.a == (1,))
        assert not screen._shown[lone].group.b
        screen.blocks.go(lone)
        await press(pilot, "equals_sign")
        assert screen_of(app) is JoinScreen
        await type_in(pilot, "ngoi nha")
        await press(pilot, "enter")
        assert screen_of(app) is DiffScreen
        assert "~ sửa  A2 → B2" in heads(app)
        assert screen._current.group.a == (1,), "the cursor stays with the task"
        assert "bạn đã xác nhận là cùng một nhiệm vụ" in shown(app)


async def test_the_sample_takes_no_judgement_and_says_so(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        await press(pilot, "escape", "3", "enter")
        await press(pilot, "!")
        assert "Kho mẫu chỉ để đọc" in footer(app)


async def test_what_is_sought_is_counted_on_both_sides_and_walked(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app) as pilot:
        screen = await opened(pilot, ids)
        await press(pilot, "f")
        await type_in(pilot, "lop")
        assert "1 chỗ trong 1 nhóm" in shown(app)
        assert screen._current.group.a == (2,)
        await press(pilot, *(["backspace"] * 3))
        await type_in(pilot, "dang vien")
        assert "2 chỗ trong 1 nhóm" in shown(app), "one on each side"
        await press(pilot, "enter")
        assert screen_of(app) is DiffScreen, "enter keeps what was found"
        await press(pilot, "escape")
        assert "nhóm" not in shown(app).splitlines()[0]
        await press(pilot, "enter")
        assert screen_of(app) is ReaderScreen


def test_the_command_judges_by_numbers_and_the_diff_heeds_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = archive_of(tmp_path, A, B)

    def said(*argv: str) -> str:
        assert run(["--archive", str(tmp_path / "archive"), "--language", "en", *argv]) == 0
        return capsys.readouterr().out

    assert "reworded" in said("diff", *ids)
    assert said("judge", *ids, "--apart", "1", "1", "--same", "2", "2") == (
        "2 judgements kept; `xdd-tui judge A B --undo` takes them back.\n"
    )
    after = said("diff", *ids)
    assert "you judged them the same task" in after
    assert "you judged them not the same task" in after
    told = [said("judge", *ids, "--undo").split(" was")[0] for _ in range(3)]
    assert told == [
        "The last judgement",
        "The last judgement",
        "There is no judgement to take back.\n",
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "--same"),
        (("--undo", "--same", "1", "1"), "--undo alone"),
        (("--same", "9", "1"), "9"),
        (("--same", "0", "1"), "0"),
    ],
)
def test_what_cannot_be_judged_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    ids = archive_of(tmp_path, A, B)
    archive = ("--archive", str(tmp_path / "archive"), "--language", "en")
    assert run([*archive, "judge", *ids, *options]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
