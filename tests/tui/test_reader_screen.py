"""The reader: text, marks, outline, places, neighbours, copying."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from archive.importing.cleaning import clean
from archive.report import Report, Span
from tests.tui.driving import app_on, driven, footer, id_of, press, settle, shown, steps, type_in
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.app import XddApp
from tui.screens.places import densest, occurrences
from tui.screens.reader import ReaderScreen
from tui.widgets.lines import Mark
from tui.widgets.text_view import TextView, layered

LONG = "\n\n".join(f"Đoạn {n}: đại biểu bàn về công tác cán bộ." for n in range(60))
REPORTS = (written(2022, TASKS_2023), written(2023, TASKS_2024, lead=LONG))


async def opened(pilot: Pilot[None], report_id: str, query: str = "") -> TextView:
    app = pilot.app
    assert isinstance(app, XddApp)
    app.open_report(report_id, query)
    await settle(pilot)
    return app.screen.query_one("#text", TextView)


def here(view: TextView) -> str:
    return view._text[slice(*view.here)]


async def test_the_head_keeps_the_three_times_apart(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0])
        lines = shown(app).splitlines()
        assert "Hội nghị tổng kết năm 2022" in lines[1]
        assert "Ban Tổ chức Tỉnh ủy Bình Sơn" in lines[2]
        assert lines[2].endswith("cả năm · 3 nhiệm vụ · 1 văn bản")
        assert lines[3] == (" họp 2023-01-05 · đăng 2023-01-06 · đánh giá 2022 · đề ra cho 2023")


async def test_a_missing_time_is_said_to_be_unknown(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, replace(REPORTS[0], published=None, period_planned=None))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0])
        assert "đăng chưa rõ · đánh giá 2022 · đề ra cho chưa rõ" in shown(app)


async def test_it_opens_at_the_best_match_and_n_walks_all_of_them(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1], "sắp xếp bộ máy")
        assert "Hoàn thành sắp xếp bộ máy" in here(view)
        assert "chỗ khớp 1/1 · n N" in shown(app)
        view = await opened(pilot, ids[1], "công tác cán bộ")
        total = len(app.library.matches("công tác cán bộ", REPORTS[1].text))
        assert total >= 60
        assert f"chỗ khớp 1/{total}" in shown(app)
        await press(pilot, "n", "n")
        assert f"chỗ khớp 3/{total}" in shown(app)
        await press(pilot, "N", "N", "N")
        assert f"chỗ khớp {total}/{total}" in shown(app), "round at the ends"
        assert "cán bộ" in here(view)


async def test_without_a_query_there_is_no_match_to_go_to_and_it_is_said(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0])
        await press(pilot, "n")
        assert footer(app) == app.words("needs.matches")


@pytest.mark.parametrize(
    ("written_as", "margin"),
    [("1. ", "│"), ("(1) ", "│"), ("01/ ", "│"), ("- ", "1"), ("11. ", "1"), ("I. ", "1")],
)
async def test_tasks_are_numbered_in_the_margin_where_the_text_does_not(
    tmp_path: Path, written_as: str, margin: str
) -> None:
    text = REPORTS[0].text.replace("1. Hoàn thành", f"{written_as}Hoàn thành")
    start = text.index("Hoàn thành")
    task = replace(REPORTS[0].tasks[0], start=start, end=start + len(TASKS_2023[0]))
    ids = archive_of(tmp_path, replace(REPORTS[0], text=text, tasks=(task,), sections=()))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0])
        lead = f"{written_as}Hoàn thành"
        numbered = [line for line in shown(app).splitlines() if lead in line]
        assert [line.split(lead)[0].strip(" ┃▌") for line in numbered] == [margin]


async def test_braces_walk_the_parts_and_say_where_they_end(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1])
        await press(pilot, "right_curly_bracket")
        assert here(view).startswith("Đoạn 0")
        await press(pilot, "right_curly_bracket")
        assert here(view).startswith("Kết quả")
        await press(pilot, "right_curly_bracket")
        assert here(view) == "Nhiệm vụ năm 2024"
        await press(pilot, "right_curly_bracket")
        assert footer(app) == app.words("screen.reader.no-section")
        await press(pilot, "left_curly_bracket")
        assert here(view).startswith("Kết quả")


async def test_find_takes_unmarked_letters_for_all_and_marked_ones_for_themselves(
    tmp_path: Path,
) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1])
        await press(pilot, "f")
        await type_in(pilot, "dang vien")
        assert "“dang vien” 1/1" in shown(app)
        assert "đảng viên" in here(view)
        await press(pilot, "escape")
        assert "“dang vien”" not in shown(app)
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "f")
        await type_in(pilot, "zzz")
        assert footer(app) == app.words("screen.reader.not-found", pattern="zzz")


async def test_what_was_found_stays_after_enter_until_escape(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1])
        await press(pilot, "f")
        await type_in(pilot, "doan 1")
        await press(pilot, "enter", "n")
        assert "“doan 1” 2/11 · n N" in shown(app)
        assert here(view).startswith("Đoạn 10")
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "escape")
        assert not isinstance(app.screen, ReaderScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_the_outline_leads_to_parts_tasks_and_documents(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, size) as pilot:
        view = await opened(pilot, ids[0])
        await press(pilot, "tab")
        said = shown(app)
        for words in ("Các phần", "Mở đầu", "Nhiệm vụ (3)", "Văn bản được dẫn (1)"):
            assert words in said
        await press(pilot, "G", "enter")
        assert "Sơ kết 5 năm" in here(view)
        assert "“21-KL/TW khóa XIII” 1/1" in shown(app)
        assert app.focused is view
        await press(pilot, "tab", "k", "enter")
        assert here(view).startswith("1. Hoàn thành"), "the outline had followed to the second task"


async def test_a_report_in_which_nothing_was_read_is_still_read(tmp_path: Path) -> None:
    bare = Report(id="trang", source=None, text="Chỉ có chữ.\n\nKhông hơn.")
    ids = archive_of(tmp_path, bare)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0], "chữ")
        assert "(không có tên bài)" in shown(app)
        assert "(chưa rõ cơ quan)" in shown(app)
        await press(pilot, "tab", "j", "enter", "right_curly_bracket", "y", "o")
        assert footer(app) == app.words("needs.link")
        assert app.clipboard == "Chỉ có chữ."


async def test_the_text_follows_the_outlines_cursor_and_a_click(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        view = await opened(pilot, ids[1], "sắp xếp bộ máy")
        before = view.here
        await press(pilot, "tab")
        assert view.here == before, "looking at the outline moves nothing"
        await press(pilot, "j")
        assert here(view).startswith("3. Xây dựng")
        row = next(n for n, line in enumerate(shown(app).splitlines()) if " Mở đầu " in line)
        await pilot.click("#outline", offset=(5, row - 4))
        await settle(pilot)
        assert here(view).startswith("Đoạn 0")


async def test_brackets_lead_to_the_same_bodys_reports_at_the_same_part(tmp_path: Path) -> None:
    other = written(2023, TASKS_2024, body="Ban Tổ chức Tỉnh ủy Hà Phong")
    ids = archive_of(tmp_path, *REPORTS, other)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[0])
        await press(pilot, "right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        assert here(view) == "Nhiệm vụ năm 2023"
        await press(pilot, "right_square_bracket")
        assert here(view) == "Nhiệm vụ năm 2024"
        await press(pilot, "right_square_bracket")
        assert footer(app) == app.words("needs.later-report")
        await press(pilot, "left_square_bracket")
        assert here(view) == "Nhiệm vụ năm 2023"
        await press(pilot, "escape")
        assert not isinstance(app.screen, ReaderScreen), "the same screen showed all of them"


async def test_copying_takes_the_task_and_with_a_capital_its_source(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0], "sơ kết")
        await press(pilot, "y")
        assert app.clipboard == TASKS_2023[1]
        assert footer(app) == app.words("screen.reader.copied-task", number=2)
        await press(pilot, "Y")
        quoted, _, cited = app.clipboard.partition("\n")
        assert quoted == TASKS_2023[1]
        for part in ("Hội nghị tổng kết năm 2022", "Bình Sơn", "2023-01-05", "https://example.org"):
            assert part in cited


async def test_copying_outside_of_tasks_takes_the_sentence(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0], "đông đủ")
        await press(pilot, "y")
        assert app.clipboard == "Hội nghị có đông đủ đại biểu các huyện."


async def test_marking_and_comparing_from_the_reader(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (120, 36)) as pilot:
        await opened(pilot, ids[1])
        await press(pilot, "c")
        assert footer(app) == app.words("needs.two-reports")
        await press(pilot, "space")
        assert [mark.id for mark in app.marks] == [ids[1]]
        await press(pilot, "t")
        assert "So nhiệm vụ · 2023 → 2024" in shown(app), "with the period before"


async def test_a_report_that_is_not_there_is_said_to_be_unreadable(tmp_path: Path) -> None:
    archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, "khong-co")
        assert "khong-co" in shown(app)
        assert app.words("screen.reader.unread") in shown(app)


async def test_text_shows_as_it_is_whatever_it_holds(tmp_path: Path) -> None:
    hostile = clean("[bold]Đậm[/bold] [link=x] [/] {name} \x1b[31mđỏ\x07 \u202engược 文字 e\u0301")
    report = written(2022, (f"Thử {hostile}.",), lead=hostile)
    ids = archive_of(tmp_path, report)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await opened(pilot, ids[0], "bold")
        said = shown(app)
        assert "[bold]Đậm[/bold] [link=x] [/] {name}" in said
        assert not {"\x1b", "\x07", "\u202e"} & set(said)
        await press(pilot, "tab", "G", "enter", "y")
        assert hostile in app.clipboard


async def test_the_wheel_takes_the_current_line_along(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1])
        view.scroll_to(y=40, animate=False)
        await settle(pilot)
        assert view.row_of(view.here.start) == 40
        await pilot.click(TextView, offset=(20, 5))
        await settle(pilot)
        assert view.row_of(view.here.start) == 40 + 4, "a click makes its line the current one"


async def test_the_scroll_bar_stands_where_the_text_does(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1], "sắp xếp bộ máy")
        assert view.vertical_scrollbar.position == view.scroll_y > 0


async def test_a_new_width_keeps_the_place(tmp_path: Path) -> None:
    ids = archive_of(tmp_path, *REPORTS)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        view = await opened(pilot, ids[1], "sắp xếp bộ máy")
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "Hoàn thành sắp xếp bộ máy" in here(view)
        assert "Hoàn thành sắp xếp bộ máy" in shown(app)


# ---- finding, marks


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        pytest.param("dang", "Đảng đang", ["Đảng", "đang"], id="without marks: all letters"),
        pytest.param("đảng", "Đảng đang", ["Đảng"], id="with marks: those letters"),
        pytest.param("hoá", "hóa hoá hoa", ["hóa", "hoá"], id="tone placement is no difference"),
        pytest.param("a.b", "axb a.b", ["a.b"], id="no pattern language"),
        pytest.param("aa", "aaaa", ["aa", "aa"], id="one after another"),
    ],
)
def test_occurrences(pattern: str, text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in occurrences(pattern, text)] == found


def test_the_best_place_to_begin_is_where_matches_crowd() -> None:
    matches = tuple(Span(at, at + 3) for at in (0, 1000, 1010, 1020, 5000))
    assert densest(matches) == 1
    assert densest(()) == 0


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(st.lists(SPANS, max_size=4), max_size=4))
def test_layered_marks_never_overlap_and_the_last_layer_wins(
    layers: list[list[tuple[int, int]]],
) -> None:
    named = [[Mark(*span, str(depth)) for span in layer] for depth, layer in enumerate(layers)]
    flat = layered(*named)
    assert all(one.end <= other.start for one, other in pairwise(flat))
    for place in range(60):
        wanted = [mark.look for layer in named for mark in layer if mark.start <= place < mark.end]
        drawn = [mark.look for mark in flat if mark.start <= place < mark.end]
        assert drawn == wanted[-1:]


# ---- pictures

Compare = Callable[..., bool]


def reading(app: XddApp) -> None:
    app.open_report(id_of(app, "song-linh-2022.txt"), "quy hoạch cán bộ")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "keys", [(), ("n", "tab"), ("f", "t", "o")], ids=["text", "outline", "find"]
)
def test_pictures(
    snap_compare: Compare, sample: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    assert snap_compare(app_on(sample), terminal_size=size, run_before=steps(reading, *keys))


def test_picture_in_english_and_ascii(snap_compare: Compare, sample: Path) -> None:
    app = app_on(sample, language="en", ascii_only=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps(reading))
