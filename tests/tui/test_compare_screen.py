"""Two reports side by side: fields, documents, parts on one line, what differs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from archive.importing.cleaning import clean
from archive.report import Figure, Report
from tests.tui.driving import (
    app_on,
    driven,
    footer,
    id_of,
    press,
    program,
    settle,
    shown,
    steps,
    type_in,
)
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.app import XddApp
from tui.catalogue import catalogue
from tui.screens.compare import CompareScreen
from tui.screens.diff import DiffScreen
from tui.screens.pairs import signed

LONG = "\n\n".join(f"Đại biểu thứ {n} phát biểu ý kiến." for n in range(1, 9))
A = written(2022, TASKS_2023)
B = written(2023, TASKS_2024, lead=LONG)


async def opened(pilot: Pilot[None], a: str, b: str) -> CompareScreen:
    program(pilot).open_comparison(a, b)
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


async def compared(pilot: Pilot[None], a: Report, b: Report) -> CompareScreen:
    return await opened(pilot, str(a.id), str(b.id))


async def test_fields_say_by_a_sign_whether_they_agree(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 40)) as pilot:
        await compared(pilot, A, B)
        lines = [line.strip(" ┃▌") for line in shown(app).splitlines()]
        assert any(
            line.startswith("≠ Ngày họp") and "2023-01-05" in line and "│ 2024-01-05" in line
            for line in lines
        )
        assert any(line.startswith("= Cơ quan") for line in lines)
        assert any(line.startswith("= Loại") and "cả năm" in line for line in lines)


async def test_documents_stand_by_who_cites_them(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 40)) as pilot:
        await compared(pilot, A, B)
        said = shown(app)
        assert "chỉ A (1)   21-KL/TW khóa XIII" in said
        assert "cả hai (0)  không có" in said
        assert "chỉ B (0)   không có" in said


async def test_figures_of_one_kind_stand_beside_each_other_with_what_lies_between(
    tmp_path: Path,
) -> None:
    def counting(report: Report, *written: tuple[float, str]) -> Report:
        figures = tuple(
            Figure(
                value=value, of=None, unit=said.split(" ", 1)[1], as_written=said, start=at, end=at
            )
            for at, (value, said) in enumerate(written)
        )
        return replace(report, figures=figures)

    one = counting(A, (1600, "1.600 đảng viên"), (7, "7 tập thể"), (20, "20 thôn bản"))
    other = counting(B, (1650, "1.650 đảng viên"), (7, "7 tập thể"))
    archive_of(tmp_path, one, other)
    app = app_on(tmp_path)
    async with driven(app, (120, 40)) as pilot:
        await compared(pilot, one, other)
        said = shown(app)
        assert "Số liệu cùng loại (2)" in said
        assert "│ 1.650 đảng viên  +50 · +3,1%" in said
        assert "= 7 tập thể" in said
        assert "chỉ A (1) · chỉ B (0)" in said


async def test_figures_say_what_is_counted_and_the_walk_what_it_walks(tmp_path: Path) -> None:
    lead = "Tỷ lệ đảng viên trẻ đạt {} so với toàn huyện."

    def counting(year: int, said: str, value: float) -> Report:
        report = written(year, TASKS_2023, lead=lead.format(said))
        at = report.text.index(said)
        figure = Figure(
            value=value, of=None, unit="%", as_written=said, start=at, end=at + len(said)
        )
        return replace(report, figures=(figure,))

    one, other = counting(2022, "23,6%", 23.6), counting(2023, "25,4%", 25.4)
    archive_of(tmp_path, one, other)
    app = app_on(tmp_path)
    async with driven(app, (80, 40)) as pilot:
        await compared(pilot, one, other)
        assert "Tỷ lệ đảng viên trẻ đạt …" in shown(app)
        await press(pilot, "n")
        assert "trong bài: chỗ khác 1/" in shown(app)


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (1234.56, "+1.234,6", "+1,234.6"),
        (-3.0, "-3", "-3"),
        (0.25, "+0,2", "+0.2"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    value: float, vietnamese: str, english: str
) -> None:
    assert signed(value, catalogue("vi")) == vietnamese
    assert signed(value, catalogue("en")) == english


async def test_a_part_begins_on_the_same_line_on_both_sides(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await compared(pilot, A, B)
        await press(pilot, "G")
        lines = shown(app).splitlines()
        both = next(line for line in lines if "Nhiệm vụ năm 2023" in line)
        assert "│ Nhiệm vụ năm 2024" in both, "though the part before is longer on one side"


async def test_braces_walk_the_parts(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        screen = await compared(pilot, A, B)
        for number in range(1, 7):
            await press(pilot, "right_curly_bracket")
            assert screen.blocks.cursor == number
        assert "Nhiệm vụ" in shown(app)
        await press(pilot, "right_curly_bracket")
        assert footer(app) == app.words("screen.reader.no-section")
        await press(pilot, "left_curly_bracket")
        assert screen.blocks.cursor == 5


async def test_n_walks_what_differs_and_counts(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        screen = await compared(pilot, A, B)
        total = len(screen._differences)
        assert total >= 4
        assert f"{total} chỗ khác" in shown(app)
        for number in range(1, total + 1):
            await press(pilot, "n")
            assert f"chỗ khác {number}/{total}" in shown(app)
        await press(pilot, "n")
        assert f"chỗ khác 1/{total}" in shown(app)
        await press(pilot, "N")
        assert f"chỗ khác {total}/{total}" in shown(app)


async def test_copying_takes_both_sentences(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await compared(pilot, A, B)
        await press(pilot, "y")
        assert footer(app) == app.words("needs.item")
        await press(pilot, "n", "y")
        assert app.clipboard == "Hội nghị tổng kết năm 2022\nHội nghị tổng kết năm 2023"
        await press(pilot, "Y")
        assert app.clipboard.count("https://example.org") == 2


async def test_where_there_is_little_room_the_sides_follow_one_another(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (70, 40)) as pilot:
        await compared(pilot, A, B)
        lines = [line.strip(" │┃▌▃▅▆▇▁▂▄█") for line in shown(app).splitlines()]
        at = lines.index("Hội nghị tổng kết năm 2022")
        assert lines[at - 1 : at + 3] == [
            "A",
            "Hội nghị tổng kết năm 2022",
            "B",
            "Hội nghị tổng kết năm 2023",
        ]
        assert any("A 2023-01-05" in line for line in lines)
        await press(pilot, "n")
        assert "chỗ khác 1/" in shown(app)


async def test_the_same_report_and_the_same_words_are_said_to_be_so(tmp_path: Path) -> None:
    archive_of(tmp_path, A)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await compared(pilot, A, A)
        assert app.words("screen.compare.same-report") in shown(app)
        await press(pilot, "n")
        assert footer(app) == app.words("needs.matches")


async def test_a_part_of_one_side_alone_is_said_to_be_so(tmp_path: Path) -> None:
    bare = replace(B, sections=tuple(s for s in B.sections if s.role != "results"))
    archive_of(tmp_path, A, bare)
    app = app_on(tmp_path)
    async with driven(app, (120, 48)) as pilot:
        await compared(pilot, A, bare)
        assert "Kết quả  chỉ có ở A" in shown(app)


async def test_t_leads_to_the_tasks(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await compared(pilot, B, A)
        await press(pilot, "t")
        assert isinstance(app.screen, DiffScreen)
        assert "2023 → 2024" in shown(app), "the earlier one first"


async def test_text_shows_as_it_is_whatever_it_holds(tmp_path: Path) -> None:
    hostile = clean("[bold]Đậm[/bold] [link=x] [/] {x} \x1b[31m \u202e 文字")
    one, other = written(2022, TASKS_2023, lead=hostile), written(2023, TASKS_2024, lead=hostile)
    archive_of(tmp_path, one, other)
    app = app_on(tmp_path)
    async with driven(app, (120, 48)) as pilot:
        await compared(pilot, one, other)
        assert shown(app).count("[bold]Đậm[/bold] [link=x] [/] {x}") == 2
        assert not {"\x1b", "\u202e"} & set(shown(app))


async def test_turning_the_terminal_keeps_what_was_found(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await compared(pilot, A, B)
        await press(pilot, "n", "n")
        await pilot.resize_terminal(70, 24)
        await settle(pilot)
        assert "chỗ khác 2/" in shown(app)


# ---- pictures

Compare = Callable[..., bool]


def comparing(app: XddApp) -> None:
    app.open_comparison(id_of(app, "song-linh-2021.txt"), id_of(app, "song-linh-2022.txt"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", [(), ("n", "n", "n", "n")], ids=["top", "difference"])
def test_pictures(
    snap_compare: Compare, sample: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    assert snap_compare(app_on(sample), terminal_size=size, run_before=steps(comparing, *keys))


def test_picture_in_one_column_in_english(snap_compare: Compare, sample: Path) -> None:
    app = app_on(sample, language="en", ascii_only=True)
    assert snap_compare(app, terminal_size=(60, 20), run_before=steps(comparing, "n"))


async def test_find_walks_both_texts_and_gives_the_differences_back(tmp_path: Path) -> None:
    archive_of(tmp_path, A, B)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        screen = await compared(pilot, A, B)
        differences = len(screen._differences)
        await press(pilot, "f")
        await type_in(pilot, "dang vien")
        assert screen.typing
        wanted = [report.text.lower().count("đảng viên") for report in (A, B)]
        assert all(wanted)
        assert f"“dang vien” 1/{sum(wanted)}" in shown(app)
        await press(pilot, "enter", "n")
        assert f"“dang vien” 2/{sum(wanted)}" in shown(app)
        await press(pilot, "escape")
        assert f"{differences} chỗ khác" in shown(app)
        await press(pilot, "f")
        await type_in(pilot, "khongcotunaythe")
        assert "Không" in footer(app)
        await press(pilot, "escape", "n")
        assert f"chỗ khác 1/{differences}" in shown(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, CompareScreen)
