"""Correcting on the screen: fields with how sure they are, a box, undo; doubt shown where it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from archive.record import SCALARS
from archive.report import Figure, Span
from archive.store import Store
from tests.tui.driving import app_on, driven, footer, press, settle, shown, type_in
from tests.tui.written import TASKS_2023, archive_of, written
from tui.app import XddApp
from tui.screens.correct import CorrectScreen
from tui.screens.reader import ReaderScreen

PLAIN = written(2022, TASKS_2023)
REPORT = replace(
    PLAIN,
    evidence={"title": Span(0, 26)},
    confidence=dict.fromkeys(SCALARS, 0.95) | {"body": 0.6, "event_date": 0.5},
    candidates={"body": ("Tỉnh ủy Bình Sơn",)},
)


def kept(folder: Path) -> Store:
    return Store.open(folder / "archive")


async def correcting(pilot: Pilot[None], report_id: str, *keys: str) -> None:
    """Open the report, then what was read of it, then press `keys`."""
    app = pilot.app
    assert isinstance(app, XddApp)
    app.open_report(report_id)
    await settle(pilot)
    await press(pilot, "e", *keys)


async def replace_by(pilot: Pilot[None], text: str) -> None:
    """Type `text` over what the box holds."""
    await type_in(pilot, text)


async def test_doubtful_fields_are_marked_by_sign_and_word(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        app.open_report(report_id)
        await settle(pilot)
        lines = shown(app).splitlines()
        assert "Ban Tổ chức Tỉnh ủy Bình Sơn ?" in lines[2]
        assert "họp 2023-01-05 ? · đăng 2023-01-06 ·" in lines[3]
        assert lines[3].endswith("? chưa chắc")


async def test_a_report_that_is_sure_carries_no_such_sign(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, replace(REPORT, confidence=dict.fromkeys(SCALARS, 0.95)))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        app.open_report(report_id)
        await settle(pilot)
        assert "chưa chắc" not in shown(app)


async def test_each_field_tells_how_sure_it_is_and_where_it_was_read(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id)
        said = shown(app)
        assert "95%" in said
        assert "“Hội nghị tổng kết năm 2022”" in said
        assert "60% chưa chắc" in said
        assert "có thể là: Tỉnh ủy Bình Sơn" in said
        assert "2 chỗ chưa chắc" in said.splitlines()[0]


async def test_a_value_is_typed_kept_and_seen_everywhere(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id, "j", "j", "enter")
        await replace_by(pilot, "8/1/2023")
        await press(pilot, "enter")
        assert kept(tmp_path).kept(report_id).corrections == {"event_date": "2023-01-08"}
        assert footer(app) == app.words("screen.correct.stored")
        assert "✓ Ngày họp        2023-01-08" in shown(app)
        assert "1 chỗ chưa chắc" in shown(app).splitlines()[0]
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert "họp 2023-01-08 ·" in shown(app)
        assert app.library.search("after:2023-01-07").total == 1, "the index has heard of it"


async def test_what_is_typed_takes_the_old_values_place_and_an_arrow_goes_on_behind_it(
    tmp_path: Path,
) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id, "j", "j", "j", "enter", "right")
        await type_in(pilot, " B")
        assert app.screen.query_one("#value", Input).value == f"{REPORT.body} B"
        await press(pilot, "escape", "enter")
        await type_in(pilot, "B")
        assert app.screen.query_one("#value", Input).value == "B"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Ban Tổ chức Tỉnh ủy Bình Sn", "tên gần nhất: Ban Tổ chức Tỉnh ủy Bình Sơn"),
        ("Xã Đồng", "Đã giữ. Trong kho chưa có báo cáo nào của cơ quan này."),
        ("Ban Tổ chức tỉnh uỷ Bình Sơn", "Đã giữ; điều này thắng"),
    ],
)
async def test_a_body_that_no_report_has_is_told_to_be_new(
    tmp_path: Path, body: str, said: str
) -> None:
    report_id, _ = archive_of(tmp_path, replace(REPORT, body="Huyện ủy Sa Lâm"), written(2023, ()))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id, "j", "j", "j", "enter")
        await replace_by(pilot, body)
        await press(pilot, "enter")
        assert said in footer(app)


async def test_other_readings_and_choices_are_offered(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id, "j", "j", "j", "enter")
        assert app.screen.query_one("#value", Input).value == REPORT.body
        assert "↓ ↑ giá trị khác" in shown(app)
        await press(pilot, "down", "enter")
        assert kept(tmp_path).get(report_id).body == "Tỉnh ủy Bình Sơn"
        await press(pilot, "j", "j", "e")
        await replace_by(pilot, "quy")
        await press(pilot, "enter")
        assert kept(tmp_path).get(report_id).kind == "quarter", "by its word, without marks"


async def test_u_takes_corrections_back_one_by_one(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    store = kept(tmp_path)
    for body in ("A", "B"):
        store.correct([report_id], {"body": body})
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id)
        assert "u rút lại lần sửa cuối" in shown(app)
        await press(pilot, "u")
        assert footer(app) == app.words("screen.correct.undone")
        assert store.get(report_id).body == "A"
        await press(pilot, "escape")
        assert shown(app).splitlines()[2].startswith(" A ")
        await press(pilot, "u")
        assert store.get(report_id).body == REPORT.body
        assert str(REPORT.body) in shown(app).splitlines()[2]
        await press(pilot, "u")
        assert footer(app) == app.words("needs.corrected")


async def test_what_cannot_be_is_said_and_the_box_stays(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id, "j", "enter")
        await replace_by(pilot, "hôm qua")
        await press(pilot, "enter")
        assert "hôm qua" in footer(app)
        assert app.screen.query_one("#value", Input).has_focus
        await press(pilot, "escape")
        assert kept(tmp_path).kept(report_id).corrections == {}
        assert isinstance(app.screen, CorrectScreen)
        assert not app.screen.query_one("#editor").display


async def test_a_correction_keeps_the_place_in_the_text(tmp_path: Path) -> None:
    long = "\n\n".join(f"Đoạn {n}: đại biểu bàn về công tác cán bộ." for n in range(60))
    [report_id] = archive_of(tmp_path, written(2022, TASKS_2023, lead=long))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        app.open_report(report_id)
        await settle(pilot)
        await press(pilot, "G", "e", "j", "j", "enter")
        await replace_by(pilot, "2023-01-08")
        await press(pilot, "enter", "escape")
        assert "họp 2023-01-08" in shown(app)
        assert "Kết nạp 900 đảng viên mới" in shown(app), "the end of the text is still in view"


CITED = "18-NQ/TW khóa XII"
OPEN = replace(
    PLAIN,
    directives=tuple(replace(one, candidates=(one.key, CITED)) for one in PLAIN.directives),
    figures=(Figure(value=25, of=None, unit="biên chế", as_written="25 biên chế",
                    start=PLAIN.text.index("25 biên"), end=PLAIN.text.index("25 biên") + 11),),
)  # fmt: skip
FIRST_TASK, LAST_TASK, DOCUMENT, FIGURE = 8, 10, 11, 12


async def at_row(pilot: Pilot[None], report_id: str, row: int, *keys: str) -> None:
    await correcting(pilot, report_id, "g", "g", *["j"] * row, *keys)


async def test_a_task_is_dropped_and_had_back(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, FIRST_TASK)
        assert "Nhiệm vụ 1" in shown(app)
        await press(pilot, "d")
        assert [task.text for task in kept(tmp_path).get(report_id).tasks] == [*TASKS_2023[1:]]
        await press(pilot, "u")
        assert len(kept(tmp_path).get(report_id).tasks) == 3


async def test_a_task_is_given_other_ends_by_words_and_sentences(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, LAST_TASK, "enter")
        assert "Đang dời chỗ kết thúc" in shown(app)
        await press(pilot, "left", "tab", "right", "right", "enter")
        assert [task.text for task in kept(tmp_path).get(report_id).tasks][2] == "900 đảng viên"
        assert footer(app) == app.words("screen.correct.stored")


async def test_escape_leaves_the_task_as_it_is(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, LAST_TASK, "enter", "left", "escape")
        assert isinstance(app.screen, CorrectScreen)
        assert kept(tmp_path).kept(report_id).corrections == {}


async def test_a_passage_of_the_text_becomes_a_task_where_it_is_read(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        app.open_report(report_id)
        await settle(pilot)
        await press(pilot, "g", "g", "j", "j", "a")
        assert "Hội nghị có đông đủ đại biểu các huyện." in shown(app)
        await press(pilot, "enter")
        tasks = [task.text for task in kept(tmp_path).get(report_id).tasks]
        assert tasks == ["Hội nghị có đông đủ đại biểu các huyện.", *TASKS_2023]
        assert "4 nhiệm vụ" in shown(app)
        await press(pilot, "u")
        assert "3 nhiệm vụ" in shown(app)


async def test_who_set_a_task_is_said(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, FIRST_TASK, "b")
        await replace_by(pilot, "Bí thư")
        await press(pilot, "enter")
        assert kept(tmp_path).get(report_id).tasks[0].by == "Bí thư"
        assert "Bí thư đề ra" in shown(app)


async def test_a_document_left_open_is_chosen_among_its_candidates(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, DOCUMENT)
        assert f"có thể là: {CITED}" in shown(app)
        await press(pilot, "enter", "down", "enter")
        [directive] = kept(tmp_path).get(report_id).directives
        assert (directive.key, directive.candidates) == (CITED, ())


async def test_what_is_right_is_confirmed(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, replace(OPEN, confidence={"title": 0.4}))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, 0, "equals_sign")
        assert kept(tmp_path).kept(report_id).corrections == {"title": OPEN.title}
        await press(pilot, *["j"] * DOCUMENT, "equals_sign")
        assert kept(tmp_path).get(report_id).directives[0].candidates == ()


async def test_a_figure_is_dropped_and_has_no_box(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, FIGURE, "enter")
        assert "d bỏ" in footer(app)
        await press(pilot, "d")
        assert kept(tmp_path).get(report_id).figures == ()


async def test_a_field_is_not_dropped(tmp_path: Path) -> None:
    [report_id] = archive_of(tmp_path, OPEN)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, 0, "d")
        assert footer(app) == app.words("needs.listed")


async def test_words_that_stand_earlier_too_are_not_taken_for_another_place(tmp_path: Path) -> None:
    twice = written(2022, ("Kết nạp 900 đảng viên mới.", "Việc khác."), lead=TASKS_2023[2])
    [report_id] = archive_of(tmp_path, twice)
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await at_row(pilot, report_id, FIRST_TASK, "enter", "enter")
        assert footer(app) == app.words("screen.passage.twice")


async def test_the_sample_says_why_it_is_not_corrected(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (80, 24)) as pilot:
        app.open_report(app.library.search("", limit=1).hits[0].id)
        await settle(pilot)
        await press(pilot, "e")
        assert footer(app) == app.words("needs.own")
        await press(pilot, "u")
        assert footer(app) == app.words("needs.own")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_home_tells_how_many_readings_are_in_doubt(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    archive_of(tmp_path, REPORT, written(2023, TASKS_2023))
    app = app_on(tmp_path)
    async with driven(app, size) as pilot:
        await press(pilot, "escape", "1")
        assert "R 2 chỗ chưa chắc, 2 rất đáng ngờ" in shown(app)


async def test_text_in_a_field_shows_as_it_is(tmp_path: Path) -> None:
    hostile = "[bold]Đậm[/bold] [/] {name}"
    [report_id] = archive_of(tmp_path, replace(REPORT, title=hostile, body=hostile))
    app = app_on(tmp_path)
    async with driven(app, (80, 24)) as pilot:
        await correcting(pilot, report_id, "enter")
        assert shown(app).count(hostile) >= 3


Compare = Callable[..., bool]


def steps(report_id: str, *keys: str) -> Callable[[Pilot[None]], object]:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await correcting(pilot, report_id)
        pilot.app.screen.query_one(Input).cursor_blink = False
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize("keys", [(), ("j", "j", "j", "enter")], ids=["fields", "box"])
def test_pictures(snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...]) -> None:
    [report_id] = archive_of(tmp_path, REPORT)
    kept(tmp_path).correct([report_id], {"period_planned": "2023-H1"})
    app = app_on(tmp_path)
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps(report_id, *keys))


COPY = written(2022, TASKS_2023, source="https://example.net/dang-lai")


async def test_a_reprint_is_said_to_be_none_and_undo_makes_it_one_again(tmp_path: Path) -> None:
    first = replace(PLAIN, published=date(2023, 1, 6))
    copy = replace(COPY, id="dang-lai-2022", published=date(2023, 1, 9), text=f"{COPY.text}\n\nHết")
    ids = archive_of(tmp_path, first, copy)
    app = app_on(tmp_path)
    async with driven(app, (100, 40)) as pilot:
        await correcting(pilot, "dang-lai-2022", *("j",) * len(SCALARS))
        original = next(one for one in ids if one != "dang-lai-2022")
        assert "Bài gốc" in shown(app)
        assert original in shown(app)
        await press(pilot, "enter")
        assert "ở đây không có gì khác để sửa" in footer(app)
        await press(pilot, "d")
        assert footer(app) == app.words("screen.correct.stored")
        assert "Bài gốc" not in shown(app)
        assert "Cùng hội nghị" in shown(app), "it stays on the event"
        assert kept(tmp_path).kept("dang-lai-2022").corrections == {"not_reprint": True}
        await press(pilot, "d")
        assert "Cùng hội nghị" not in shown(app)
        assert kept(tmp_path).kept("dang-lai-2022").corrections["apart_from"] == [original]
        assert len({app.library.report(one).event_id for one in ids}) == 2
        await press(pilot, "u", "u")
        assert "Bài gốc" in shown(app)
        assert kept(tmp_path).kept("dang-lai-2022").corrections == {}
        await press(pilot, "escape")
        assert "bài đăng lại" in shown(app)
