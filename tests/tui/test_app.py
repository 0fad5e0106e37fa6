"""The frame that all screens share: keys from the one table, help, palette, marks, leaving."""

import re
import threading
from pathlib import Path

import pytest

from archive.importing import load
from archive.reading import read
from archive.store import Store
from tests.tui.driving import app_on, driven, footer, press, settle, shown, type_in, typed
from tui.actions import ACTIONS, EVERYWHERE, Action
from tui.actions import shown as key_shown
from tui.catalogue import LANGUAGES, catalogue
from tui.screens.base import PlaceScreen
from tui.screens.compare import CompareScreen
from tui.screens.correct import CorrectScreen
from tui.screens.diff import DiffScreen
from tui.screens.directives import DirectivesScreen
from tui.screens.doubts import DoubtsScreen
from tui.screens.export import ExportScreen
from tui.screens.home import HomeScreen
from tui.screens.indicators import IndicatorsScreen
from tui.screens.join import JoinScreen
from tui.screens.lineage import LineageScreen
from tui.screens.many import ManyScreen
from tui.screens.outcome import OutcomeScreen
from tui.screens.passage import PassageScreen
from tui.screens.picker import Entry, HelpScreen, PaletteScreen, found, highlighted
from tui.screens.reader import ReaderScreen
from tui.screens.saving import SavedScreen
from tui.screens.search import SearchScreen
from tui.screens.tasks import TasksScreen
from tui.screens.thread import ThreadScreen
from tui.widgets.rows import Rows

PLACES: dict[str, type[PlaceScreen]] = {
    "home": HomeScreen,
    "search": SearchScreen,
    "query": SearchScreen,
    "completing": SearchScreen,
    "preview": SearchScreen,
    "facets": SearchScreen,
    "directives": DirectivesScreen,
    "tasks": TasksScreen,
    "help": HelpScreen,
    "palette": PaletteScreen,
    "saved": SavedScreen,
    "export": ExportScreen,
    "join": JoinScreen,
    "reader": ReaderScreen,
    "outline": ReaderScreen,
    "compare": CompareScreen,
    "diff": DiffScreen,
    "lineage": LineageScreen,
    "thread": ThreadScreen,
    "outcome": OutcomeScreen,
    "indicators": IndicatorsScreen,
    "correct": CorrectScreen,
    "value": CorrectScreen,
    "doubts": DoubtsScreen,
    "many": ManyScreen,
    "passage": PassageScreen,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_a_name(language: str) -> None:
    assert all(catalogue(language).has(f"place.{place}") for place in (*PLACES, EVERYWHERE))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_can_be_done_where_it_is_at_home(action: Action) -> None:
    """A key that the help names must not end in nothing."""
    places = PLACES if EVERYWHERE in action.places else action.places
    for place in places:
        assert hasattr(PLACES[place], "do_" + action.id.replace("-", "_")), (action.id, place)


async def test_the_program_opens_on_search_and_says_that_it_shows_the_sample(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        for key in ("escape", "1", "3", "4", "question_mark"):
            assert "Mẫu · chỉ đọc" in shown(app).splitlines()[0]
            await press(pilot, key)
        assert "Mẫu · chỉ đọc" in shown(app).splitlines()[0]


async def test_digits_lead_to_the_four_places(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        for key, screen in (("1", "home"), ("3", "tasks"), ("4", "directives"), ("2", "search")):
            await press(pilot, key)
            assert isinstance(app.screen, PlaceScreen)
            assert app.screen.home == screen


async def test_q_closes_a_screen_and_quits_at_the_first(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "4", "q")
        assert isinstance(app.screen, SearchScreen)
        await pilot.press("q")
        assert app._exit


async def test_a_sequence_of_keys_says_that_it_began_and_does_its_action(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "G")
        rows = app.screen.query_one("#hits", Rows)
        assert rows.cursor == rows.count - 1 > 0
        await press(pilot, "g")
        assert footer(app) == "g …"
        await press(pilot, "g")
        assert rows.cursor == 0


async def test_a_broken_off_sequence_does_what_its_second_key_does(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "g", "j")
        assert app.screen.query_one("#hits", Rows).cursor == 1


async def test_an_action_that_is_not_available_says_why(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        assert "(c So sánh)" in shown(app)
        await press(pilot, "c")
        assert footer(app) == "Cần đánh dấu hai báo cáo (A và B) trước."
        await press(pilot, "j")
        assert footer(app) == ""


async def test_keys_from_the_settings_take_the_place_of_the_usual_ones(sample: Path) -> None:
    app = app_on(sample, keys={"mark": "z", "help": "H"})
    async with driven(app) as pilot:
        await press(pilot, "escape", "space")
        assert not app.marks
        await press(pilot, "z")
        assert len(app.marks) == 1
        await press(pilot, "H")
        assert isinstance(app.screen, HelpScreen)


async def test_help_names_every_key_of_the_place_that_had_the_focus(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "F", "question_mark")
        assert isinstance(app.screen, HelpScreen)
        said = {entry.name: entry.keys for entry in app.screen.entries() if entry.action}
        for action in ACTIONS:
            name = app.words(f"action.{action.id}.name")
            if action.works_on("facets"):
                assert said[name].split("  ") == [key_shown(k, short=True) for k in action.keys]
            else:
                assert name not in said or not action.works_on("facets")
        assert "Chọn, bỏ" in said


async def test_the_palette_holds_every_action_with_its_keys(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        entries = list(app.screen.entries())
        assert [entry.action for entry in entries if entry.action and not entry.keys] == []
        assert {entry.action.id for entry in entries if entry.action} == {a.id for a in ACTIONS}
        assert all(re.match(r"[^:]+: .", entry.name) for entry in entries)


async def test_the_palette_finds_without_marks_and_does_it_on_the_screen_below(
    sample: Path,
) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "colon")
        await type_in(pilot, "danh dau")
        await press(pilot, "enter")
        assert isinstance(app.screen, SearchScreen)
        assert len(app.marks) == 1


async def test_the_palette_tells_what_each_command_does(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "colon")
        await type_in(pilot, "cach xep")
        assert "Thao tác: Đổi cách xếp  Cách xếp tiếp theo: liên quan nhất" in shown(app)


async def test_the_palette_says_of_a_command_elsewhere_where_it_works(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "colon")
        await type_in(pilot, "loc thay doi")
        assert "Lệnh này dùng ở: So nhiệm vụ" in shown(app)
        await press(pilot, "enter")
        assert footer(app).startswith("Lệnh này dùng ở: So nhiệm vụ")


async def test_the_palette_looks_for_reports_too(sample: Path) -> None:
    """Who types words of a report into it is not told that there is none."""
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "4", "colon")
        await type_in(pilot, "quy hoach can bo")
        assert "Tìm: tìm “quy hoach can bo” trong các báo cáo" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SearchScreen)
        assert typed(app) == "quy hoach can bo"
        assert app.screen.hit


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("nghi quyet", ["Nghị quyết"]),  # typed without marks
        ("NGHỊ", ["Nghị quyết", "Đại hội nghị"]),  # whatever the case; a start before a middle
        ("dai", ["Đại hội nghị"]),  # d finds đ
        ("quyet nghi", ["Nghị quyết"]),  # words in any order
        ("zz", []),
        ("", ["Nghị quyết", "Đại hội nghị"]),
        ("?", ["Đại hội nghị"]),  # a key
        ("[", []),  # what a pattern would trip over
    ],
)
def test_pickers_match_words_without_their_marks(typed: str, names: list[str]) -> None:
    entries = [Entry("Nghị quyết"), Entry("Đại hội nghị", keys="?")]
    assert [entry.name for entry in found(entries, typed)] == names


def test_an_action_is_found_by_its_id_in_either_language() -> None:
    diff = next(action for action in ACTIONS if action.id == "diff")
    entries = [Entry("So nhiệm vụ", action=diff), Entry("Tìm")]
    assert found(entries, "diff") == entries[:1]


def test_a_picker_marks_what_was_typed_in_the_name_as_it_is_written() -> None:
    pieces = highlighted("Nghị quyết", "quyet")
    assert [(piece.text, piece.look) for piece in pieces] == [("Nghị ", ""), ("quyết", "match")]


async def test_two_reports_are_marked_a_and_b_and_the_marks_show_everywhere(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "space", "j", "space")
        lines = shown(app).splitlines()
        assert re.search(r"Đã đánh dấu  A \d{4}-\d\d-\d\d .* B \d{4}-\d\d-\d\d ", lines[-2])
        assert "(c So sánh)" not in lines[-1]
        await press(pilot, "4")
        assert shown(app).splitlines()[-2].lstrip().startswith("Đã đánh dấu  A ")


async def test_a_mark_is_taken_away_by_the_same_key(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "space", "space")
        assert app.marks == ()
        assert "Đã đánh dấu" not in shown(app)


async def test_a_third_mark_takes_the_place_of_the_second(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "space", "j", "space", "j", "space")
        rows = app.screen.query_one("#hits", Rows)
        assert rows.cursor == 2
        assert len(app.marks) == 2
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.hit
        assert app.marks[1].id == app.screen.hit.id


async def test_a_key_that_works_elsewhere_says_where(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "enter", "w")
        assert footer(app) == "Lệnh này dùng ở: Tìm kiếm, Xem trước."
        await press(pilot, "j")
        assert not footer(app)
        await press(pilot, "z")
        assert not footer(app), "it works nowhere"


async def test_leaving_does_not_wait_for_work(sample: Path) -> None:
    app = app_on(sample)
    held = threading.Event()
    async with driven(app) as pilot:
        app.work(held.wait, lambda _: None)
        await pilot.press("ctrl+q")
    assert app._exit
    assert not held.is_set()
    held.set()


async def test_an_archive_that_cannot_be_opened_is_told_where_results_would_be(
    tmp_path: Path,
) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "archive.toml").write_text("format = 99\n", "utf-8")
    app = app_on(tmp_path)
    async with app.run_test(size=(160, 36)) as pilot:
        while not app.trouble:
            await pilot.pause(0.01)
        await pilot.pause()
        assert str(tmp_path)[:20] in shown(app)
        assert "đang mở kho" not in shown(app)


async def test_text_that_looks_like_markup_or_an_escape_shows_as_it_is(tmp_path: Path) -> None:
    """Titles, bodies, queries and texts of reports are never obeyed."""
    text = "[bold]Ban Tổ chức[/bold] [@click=app.quit()]x[/]\n\nSố liệu [red]đỏ[/] và $[link]."
    file = tmp_path / "report.txt"
    file.write_text(text, "utf-8")
    source = next(load(file))
    Store.create(tmp_path / "archive").add(read(source), source)
    app = app_on(tmp_path)
    async with driven(app, (200, 36)) as pilot:
        assert "[bold]Ban Tổ chức[/bold] [@click=app.quit()]x[/]" in shown(app)
        assert "[red]đỏ[/]" in shown(app)
        await type_in(pilot, "[/red]nothing-like-it")
        assert "[/red]nothing-like-it" in shown(app)


async def test_settings_for_ascii_draw_no_other_sign(sample: Path) -> None:
    """Letters aside, nothing outside ASCII is drawn: frames, bars, keys, signs."""
    app = app_on(sample, ascii_only=True)
    async with driven(app) as pilot:
        for keys in (("escape",), ("F",), ("1",), ("4",), ("3",), ("question_mark",)):
            await press(pilot, *keys)
            await settle(pilot)
            signs = {char for char in shown(app) if ord(char) > 0x7F and not char.isalpha()}
            assert not signs, keys
