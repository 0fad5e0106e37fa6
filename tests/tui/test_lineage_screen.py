"""Following tasks and figures on the screen: by keys, from wherever a body is in sight."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from archive.comparing.lineage import Cell, Lineage, Thread
from archive.comparing.threading import lineage
from archive.period import Period
from tests.tui.commanding import SONG_LINH
from tests.tui.driving import app_on, driven, footer, press, settle, shown
from tests.tui.written import BODY, TASKS_2023, TASKS_2024, archive_of, written
from tui.app import XddApp
from tui.screens.indicators import IndicatorsScreen
from tui.screens.lineage import FILTERS, LineageScreen
from tui.screens.outcome import OutcomeScreen
from tui.screens.reader import ReaderScreen
from tui.screens.thread import ThreadScreen, wordings
from tui.threads import strokes
from tui.widgets.grid import Grid, by_word
from tui.widgets.lines import Piece, cells
from tui.widgets.text_view import TextView

A = written(2022, TASKS_2023)
B = written(2023, TASKS_2024)
C = written(2024, [TASKS_2024[0], TASKS_2023[1]])

Compare = Callable[..., bool]


def followed() -> Lineage:
    return lineage(BODY, [A, B, C])


def drawn(thread: Thread, periods: tuple[Period, ...]) -> str:
    lines = {"": " ", "as-before": "=", "otherwise": "-"}
    signs = {"": " ", "stated": "o", "slots": "@", "absent": ".", "revived": "R", "new": "+"}
    return "".join(
        f"{signs.get(one.sign, '?') if one.sign else lines[one.line]}{lines[one.line]}"
        for one in strokes(thread, periods)
    )


def test_each_thread_is_drawn_by_what_became_of_it() -> None:
    found = followed()
    told = {thread.label: drawn(thread, found.periods) for thread in found.threads}
    assert told == {
        "Hoàn thành sắp xếp bộ máy trước quý II": "o-@ . ",
        "Sơ kết 5 năm thực hiện Kết luận số 21-KL/TW": "o . R ",
        "Kết nạp 900 đảng viên mới": "o=o=o ",
        "Xây dựng phần mềm quản lý hồ sơ cán bộ": "  + . ",
    }


def test_each_wording_is_marked_against_the_last_one_before() -> None:
    thread = followed().threads[1]
    made = wordings(thread)
    assert [one.cell.state for one in made] == ["born", "dropped", "revived"]
    assert [one.before for one in made] == ["", made[0].text, made[0].text]
    assert not any(one.marks for one in made)


# ---- ways there


async def opened(pilot: Pilot[None], *keys: str) -> XddApp:
    app = pilot.app
    assert isinstance(app, XddApp)
    await press(pilot, "escape", *keys)
    return app


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("L",), LineageScreen),
        (("enter", "L"), LineageScreen),
        (("1", "L"), LineageScreen),
        (("3", "enter", "L"), LineageScreen),
        (("1", "I"), IndicatorsScreen),
        (("enter", "I"), IndicatorsScreen),
        (("1", "L", "T"), ThreadScreen),
        (("1", "L", "I", "L"), LineageScreen),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else part.home,
)
async def test_a_body_is_followed_from_wherever_it_is_in_sight(
    tmp_path: Path, keys: tuple[str, ...], screen: type
) -> None:
    archive_of(tmp_path, A, B, C)
    async with driven(app_on(tmp_path)) as pilot:
        app = await opened(pilot, *keys)
        assert type(app.screen) is screen
        assert BODY in shown(app).splitlines()[0]
        for _ in range(8):
            await press(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_without_a_body_it_is_said(tmp_path: Path) -> None:
    archive_of(tmp_path, written(2022, TASKS_2023, body=None))
    async with driven(app_on(tmp_path)) as pilot:
        app = await opened(pilot, "enter", "L")
        assert isinstance(app.screen, ReaderScreen)
        assert "cơ quan nào" in footer(app)


# ---- the grid


async def test_the_cursor_moves_by_cell_and_enter_reads_the_task(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B, C)
    async with driven(app_on(tmp_path)) as pilot:
        app = await opened(pilot, "1", "L")
        screen = app.screen
        grid = screen.query_one("#grid", Grid)
        assert grid.cursor == (0, 2)
        await press(pilot, "h", "left", "left", "k")
        assert grid.cursor == (0, 0)
        await press(pilot, "l")
        assert grid.cursor == (0, 1)
        said = shown(app)
        assert "◐ sửa" in said
        assert "số liệu: 25 biên chế → 32 biên chế" in said
        assert "thời hạn: quý II/2023 → ngày 30/4/2024" in said
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        here = app.screen.query_one("#text", TextView).here
        assert B.text[slice(*here)].startswith("2. Hoàn thành sắp xếp bộ máy")
        await press(pilot, "escape", "l", "j", "j", "j", "h", "h", "enter")
        assert app.screen is screen
        assert "không có ô nào" in footer(app)


async def test_changes_are_walked_and_threads_filtered(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B, C)
    async with driven(app_on(tmp_path)) as pilot:
        app = await opened(pilot, "1", "L", "g", "g", "left", "left")
        screen = app.screen
        assert isinstance(screen, LineageScreen)
        grid = screen.query_one("#grid", Grid)
        places = []
        for _ in range(5):
            await press(pilot, "n")
            places.append(grid.cursor)
        assert places == [(0, 1), (0, 2), (1, 1), (1, 2), (3, 2)]
        await press(pilot, "N")
        assert grid.cursor == (1, 2)
        seen = set()
        for _ in FILTERS:
            await press(pilot, "v")
            seen.add(screen._filter)
            if screen._filter == "revived":
                assert [screen._shown, grid.cursor] == [[1], (0, 2)]
        assert seen == {"all", "changed", "standing", "reworded", "dropped", "revived"}
        await press(pilot, *(["v"] if screen._filter == "all" else []), "escape")
        assert screen._filter == "all"
        assert app.screen is screen


def large(tasks: int, halves: int) -> Lineage:
    """A lineage of so many tasks, each kept through so many half-years."""
    texts = [f"Việc dài đến mức tên phải cắt bớt chữ, mang số {n}." for n in range(tasks)]
    period = Period.parse("2020-H1")
    reports = []
    for _ in range(halves):
        reports.append(replace(written(2020, texts), period_planned=period, id=str(period)))
        period = period.successor()
    threads = tuple(
        Thread(
            text,
            tuple(
                Cell(
                    period=report.period_planned or period,
                    report=report,
                    task=n,
                    state="kept" if report is not reports[0] else "born",
                )
                for report in reports
            ),
        )
        for n, text in enumerate(texts)
    )
    return Lineage(BODY, tuple(reports), threads)


async def test_many_tasks_and_many_periods_scroll_both_ways(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    async with driven(app_on(tmp_path), (80, 24)) as pilot:
        app = await opened(pilot, "1", "L")
        screen = app.screen
        assert isinstance(screen, LineageScreen)
        screen._followed(large(200, 12))
        await settle(pilot)
        grid = screen.query_one("#grid", Grid)
        await press(pilot, "G", *["l"] * 12)
        assert grid.cursor == (199, 11)
        said = shown(app)
        assert "▌200 " in said
        assert "2025-H2" in said
        assert "[●]" in said
        assert "mang số 199." in said
        assert "còn 7 kỳ trước, 0 kỳ sau" in said
        await press(pilot, "g", "g", *["h"] * 12)
        assert grid.cursor == (0, 0)
        assert "[●]═" in shown(app)
        assert "▌  1 Việc dài đến mức tên…" in shown(app)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (30, "Sắp xếp bộ máy"),
        (14, "Sắp xếp bộ máy"),
        (12, "Sắp xếp bộ…"),
        (9, "Sắp xếp…"),
        (3, "Sắ…"),
    ],
)
def test_names_are_cut_between_words(width: int, said: str) -> None:
    line = by_word((Piece("Sắp xếp bộ máy"),), width)
    assert "".join(piece.text for piece in line) == said
    assert cells(line) <= width


async def test_in_ascii_the_grid_is_ascii(sample: Path) -> None:
    async with driven(app_on(sample, ascii_only=True), (120, 36)) as pilot:
        app = await opened(pilot)
        app.open_lineage(SONG_LINH)
        await settle(pilot)
        assert not set(shown(app)) & set("●═─◐⑂⑃◌…→‹›█▌")


# ---- one task, what came of it, figures


async def test_a_thread_shows_what_differs_from_wording_to_wording(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B, C)
    async with driven(app_on(tmp_path)) as pilot:
        app = await opened(pilot, "1", "L", "left", "T")
        said = shown(app)
        assert "[-quý II/2023" in said
        assert "{+" in said
        assert "thôi: kỳ này không nêu nữa" in said
        await press(pilot, "n", "N", "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_an_outcome_opens_the_passage_it_rests_on(sample: Path) -> None:
    async with driven(app_on(sample)) as pilot:
        app = await opened(pilot)
        plan = next(hit for hit in app.library.series(SONG_LINH) if hit.period_planned == "2021")
        app.open_outcome(plan.id)
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, OutcomeScreen)
        through = screen._through
        assert through is not None
        told = shown(app)
        assert all(f"{count} " in told for count in through.counts.values())
        assert "có nêu kết quả" in told
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.current_id == through.account.id
        here = app.screen.query_one("#text", TextView).here
        place = through.outcomes[0].passages[0].span.start
        assert here.start <= place <= here.end
        await press(pilot, "escape", "v", "v")
        assert screen._filter == "partly"
        assert {item.outcome.state for item in screen._items} == {"partly"}
        await press(pilot, "escape", "left_square_bracket")
        assert screen._through is not None
        assert str(screen._through.plan.period_planned) == "2020"


async def test_a_report_without_an_account_says_so(tmp_path: Path) -> None:
    (only,) = archive_of(tmp_path, A)
    async with driven(app_on(tmp_path)) as pilot:
        app = await opened(pilot, "enter", "O")
        assert isinstance(app.screen, OutcomeScreen)
        assert only in shown(app)
        assert "2023" in shown(app)


async def test_figures_have_a_plot_and_open_where_they_stand(sample: Path) -> None:
    async with driven(app_on(sample)) as pilot:
        app = await opened(pilot)
        app.open_indicators(SONG_LINH)
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, IndicatorsScreen)
        assert "● thực hiện   ○ chỉ tiêu" in shown(app)
        assert "┤" in shown(app)
        here = screen._here
        assert here is not None
        assert here.figure.as_written in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        line = app.screen.query_one("#text", TextView).here
        assert line.start <= here.figure.start <= line.end


async def test_figures_are_a_key_away_from_a_diff(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (80, 24)) as pilot:
        a, b = (hit.id for hit in app.library.series(SONG_LINH)[:2])
        app.open_diff(a, b)
        await settle(pilot)
        await press(pilot, "I")
        assert isinstance(app.screen, IndicatorsScreen)


async def test_where_there_is_no_figure_that_is_all_that_is_said(tmp_path: Path) -> None:
    archive_of(tmp_path, replace(A, figures=()))
    app = app_on(tmp_path)
    async with driven(app, (60, 15)) as pilot:
        app.open_indicators(BODY)
        await settle(pilot)
        assert "đang đọc" not in shown(app)
        assert "có số liệu nào được nêu ở" in " ".join(shown(app).replace("┃", "").split())


# ---- pictures


def outcome_of_2022(app: XddApp) -> None:
    plan = next(hit for hit in app.library.series(SONG_LINH) if hit.period_planned == "2022")
    app.open_outcome(plan.id)


OPENINGS: dict[str, tuple[Callable[[XddApp], None], tuple[str, ...]]] = {
    "lineage": (lambda app: app.open_lineage(SONG_LINH), ("j", "j", "left")),
    "thread": (lambda app: app.open_lineage(SONG_LINH), ("j", "j", "j", "T")),
    "outcome": (outcome_of_2022, ("j",)),
    "indicators": (lambda app: app.open_indicators(SONG_LINH), ("j", "j")),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", OPENINGS)
def test_pictures(snap_compare: Compare, sample: Path, name: str, size: tuple[int, int]) -> None:
    way, keys = OPENINGS[name]

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, XddApp)
        way(pilot.app)
        await settle(pilot)
        await press(pilot, *keys)

    assert snap_compare(app_on(sample), terminal_size=size, run_before=run)


def test_cells_know_their_text() -> None:
    ended = next(cell for cell in followed().threads[0].cells if cell.task is None)
    assert isinstance(ended, Cell)
    assert ended.text == ""


async def test_where_the_body_turned_into_another_is_told(sample: Path) -> None:
    app = app_on(sample)
    told = "Ban Tổ chức Tỉnh ủy Sông Linh tiếp nối Ban Tổ chức Tỉnh ủy Mộc Giang (từ 2025-07-01)."
    async with driven(app, (120, 36)) as pilot:
        app.open_lineage("Ban Tổ chức Tỉnh ủy Mộc Giang")
        await settle(pilot)
        assert told in shown(app), "in its period, where the first task has no cell"
        await press(pilot, "left")
        assert told not in shown(app)
        await press(pilot, "j", "j", "right")
        assert told in shown(app), "where the third task goes on past it"
        await press(pilot, "T")
        assert told in shown(app)
