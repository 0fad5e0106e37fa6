"""The diff of tasks: verdicts in signs and words, word marks, changes, filter, periods."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from archive.bodies import Bodies
from archive.comparing.alignment import diff
from archive.importing.cleaning import clean
from tests.tui.driving import app_on, driven, footer, id_of, press, settle, shown, steps
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.app import XddApp
from tui.catalogue import catalogue
from tui.screens.compare import CompareScreen
from tui.screens.diff import DiffScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sides import notice, relation
from tui.widgets.signs import ELLIPSIS
from tui.widgets.text_view import TextView

A = written(2022, TASKS_2023)
B = written(2023, TASKS_2024)
C = written(2024, TASKS_2024[:2])


async def opened(pilot: Pilot[None], a: str, b: str) -> DiffScreen:
    pilot.app.push_screen(DiffScreen(a, b))
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, DiffScreen)
    return screen


def screen_of(app: XddApp) -> type:
    return type(app.screen)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_every_verdict_has_its_sign_its_word_and_its_count(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, size) as pilot:
        await opened(pilot, *ids)
        lines = shown(app).splitlines()
        assert "So nhiệm vụ · 2023 → 2024 · Ban Tổ chức" in lines[0]
        counts = "= 1 giữ  ~ 1 sửa  ⑂ 0 tách  ⑃ 0 gộp  − 1 bỏ  + 1 mới"
        assert counts in lines[1]
        heads = [line.strip(" ┃▌▃▅▆▇▁▂▄█") for line in lines]
        assert "= giữ  A3 → B1  ↑ đổi chỗ" in heads or "~ sửa  A1 → B2  ↓ đổi chỗ" in heads
        await press(pilot, "G")
        heads = [line.strip(" ┃▌▃▅▆▇▁▂▄█") for line in shown(app).splitlines()]
        assert "+ mới  B3" in heads


async def test_in_two_columns_what_differs_stands_in_braces(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, *ids)
        said = shown(app)
        assert "A · 2023 · 3 nhiệm vụ" in said
        assert "│ B · 2024 · 3 nhiệm vụ" in said
        assert "{25" in said
        assert "{32" in said
        assert "thời hạn:  quý II/2023 → ngày 30/4/2024" in said
        assert "số liệu:   25 biên chế → 32 biên chế" in said
        assert "(không còn trong danh sách sau)" in said
        assert "(chưa có trong danh sách trước)" in said


async def test_in_one_column_what_went_stands_before_what_came(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, *ids)
        await press(pilot, "v", "v", "v")
        said = " ".join(line.strip(" ┃▌▃") for line in shown(app).splitlines())
        assert "[-25-]{+32+}" in said
        assert "[-quý II/2023-]{+ngày 30/4/2024+}" in said


async def test_v_goes_through_the_kinds_that_are_there_and_says_which(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        screen = await opened(pilot, *ids)
        kinds = []
        for _ in range(8):
            kinds.append(screen._filter)
            await press(pilot, "v")
        seen = list(dict.fromkeys(kinds))
        assert seen[:6] == ["all", "changed", "kept", "reworded", "dropped", "new"]
        assert "split" not in seen, "there is none"
        await press(pilot, "escape")
        assert screen_of(app) is DiffScreen, "one step back shows all again"
        assert "đang hiện: tất cả" in shown(app)
        await press(pilot, "v", "v")
        assert "[= 1 giữ]" in shown(app)
        assert "− bỏ  A2" not in shown(app)


async def test_a_click_on_a_count_shows_those_alone(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, *ids)
        at = shown(app).splitlines()[1].index("− 1 bỏ")
        await pilot.click("#counts", offset=(at, 0))
        await settle(pilot)
        assert "[− 1 bỏ]" in shown(app)
        assert "đang hiện: bỏ" in shown(app)


async def test_n_walks_the_changes_and_passes_over_what_was_kept(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        screen = await opened(pilot, *ids)
        seen = []
        for _ in range(4):
            await press(pilot, "n")
            seen.append(screen._current.group.verdict)
        assert "kept" not in seen
        assert len(set(seen[:3])) == 3, "all three, then round again"
        assert "thay đổi " in shown(app)


async def test_brackets_step_both_sides_to_the_neighbouring_periods(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B, C)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0], ids[1])
        await press(pilot, "left_square_bracket")
        assert footer(app) == app.words("needs.earlier-report")
        await press(pilot, "right_square_bracket")
        assert "2024 → 2025" in shown(app)
        await press(pilot, "right_square_bracket")
        assert footer(app) == app.words("needs.later-report")
        await press(pilot, "left_square_bracket")
        assert "2023 → 2024" in shown(app)


async def test_enter_reads_the_task_where_it_stands(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, *ids)
        await press(pilot, "G", "enter")
        assert screen_of(app) is ReaderScreen
        view = app.screen.query_one(TextView)
        assert "3. Xây dựng phần mềm" in view._text[slice(*view.here)]
        await press(pilot, "escape")
        assert screen_of(app) is DiffScreen


async def test_c_leads_to_the_comparison_and_t_back_to_the_tasks(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, *ids)
        await press(pilot, "c")
        assert screen_of(app) is CompareScreen
        await press(pilot, "t")
        assert screen_of(app) is DiffScreen


async def test_copying_takes_the_group_with_its_changes(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        screen = await opened(pilot, *ids)
        while screen._current.group.verdict != "reworded":
            await press(pilot, "n")
        await press(pilot, "y")
        assert f"A1. {TASKS_2023[0]}" in app.clipboard
        assert f"B2. {TASKS_2024[1]}" in app.clipboard
        assert "số liệu: 25 biên chế → 32 biên chế" in app.clipboard
        await press(pilot, "Y")
        assert "A: (Hội nghị tổng kết năm 2022" in app.clipboard
        assert "B: (Hội nghị tổng kết năm 2023" in app.clipboard


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        pytest.param((), (), "screen.diff.no-tasks", id="none on either side"),
        pytest.param((), TASKS_2024, "screen.diff.no-tasks-a", id="none before"),
        pytest.param(TASKS_2023, (), "screen.diff.no-tasks-b", id="none after"),
    ],
)
async def test_lists_without_tasks_are_said_to_be_so(
    tmp_path: Path, a: tuple[str, ...], b: tuple[str, ...], said: str
) -> None:
    ids = archive_of(tmp_path, written(2022, a), written(2023, b))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, *ids)
        assert app.words(said) in shown(app)
        await press(pilot, "n")


async def test_a_report_with_itself_is_all_kept_and_said_to_be_so(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0], ids[0])
        assert app.words("screen.diff.same-report") in shown(app)
        assert "= 3 giữ" in shown(app)
        await press(pilot, "n")
        assert footer(app) == app.words("needs.matches")


async def test_two_bodies_are_said_to_be_two(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A, written(2023, TASKS_2024, body="Huyện ủy Hà Phong"))
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, *ids)
        assert "Hai cơ quan khác nhau" in shown(app)


async def test_a_report_that_is_gone_is_said_to_be_so(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, A)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, ids[0], "khong-co")
        assert "khong-co" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_text_shows_as_it_is_whatever_it_holds(tmp_path: Path, size: tuple[int, int]) -> None:
    task = clean("Rà soát [bold]hồ sơ[/bold] {x} [/] \x1b[31m và 文字 của 12 đơn vị cấp xã")
    ids = archive_of(tmp_path, written(2022, (task,)), written(2023, (task.replace("12", "15"),)))
    app = app_on(tmp_path)
    async with driven(app, size) as pilot:
        await opened(pilot, *ids)
        assert "[bold]hồ sơ[/bold] {x} [/]" in shown(app)
        assert "\x1b" not in shown(app)


async def test_turning_the_terminal_changes_the_columns_and_keeps_the_group(
    tmp_path: Path,
) -> None:
    ids = archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        screen = await opened(pilot, *ids)
        await press(pilot, "G")
        current = screen._current
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert screen._current is current
        assert "│ B ·" not in shown(app)
        assert "+ mới  B3" in shown(app)


async def test_an_unknown_period_is_said_to_be_unknown(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, replace(A, period_planned=None, period_reviewed=None), B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, *ids)
        assert "chưa rõ kỳ → 2024" in shown(app)


# ---- pictures

Compare = Callable[..., bool]


def comparing(app: XddApp) -> None:
    app.push_screen(DiffScreen(id_of(app, "song-linh-2021.txt"), id_of(app, "song-linh-2022.txt")))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", [(), ("n", "n"), ("v", "v")], ids=["top", "change", "filter"])
def test_pictures(
    snap_compare: Compare, sample: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    assert snap_compare(app_on(sample), terminal_size=size, run_before=steps(comparing, *keys))


def test_picture_in_english_and_ascii(snap_compare: Compare, sample: Path) -> None:
    app = app_on(sample, language="en", ascii_only=True)
    assert snap_compare(app, terminal_size=(120, 36), run_before=steps(comparing))


OLD, NEW = "Ban Tuyên giáo Tỉnh ủy Bình Sơn", "Ban Tuyên giáo và Dân vận Tỉnh ủy Bình Sơn"
OTHER = "Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh Hà Nam Ninh"


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ((OLD, NEW), f"{NEW} tiếp nối Ban Tuyên giáo…."),
        ((NEW, OLD), f"{NEW} tiếp nối Ban Tuyên giáo…."),
        (
            (OLD, OTHER),
            "Hai cơ quan khác nhau: Ban Tuyên gi… ủy Bình Sơn và Ban Thường v… Hà Nam Ninh.",
        ),
        ((OLD, OLD), ""),
    ],
)
def test_what_two_bodies_are_to_each_other_is_told_in_the_room_there_is(
    bodies: tuple[str, str], told: str
) -> None:
    a, b = (written(2024 + n, TASKS_2023, body=body) for n, body in enumerate(bodies))
    said = notice(diff(a, b), catalogue("vi"), relation(a, b, Bodies()), 78)
    assert said.replace(ELLIPSIS, "…") == told
    assert len(said) <= 78
