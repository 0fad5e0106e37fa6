"""What the search screen does beyond words and filters, by keys alone: why a hit, tasks as hits,
one row a conference, what is offered while typing, searches by a report or a passage, kept ones.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from archive.report import Report
from archive.titles import title_of
from search.answer import Explanation, Hit, Note, Reason
from tests.tui.driving import app_on, driven, footer, press, settle, shown, type_in, typed
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.app import XddApp
from tui.catalogue import catalogue
from tui.library.finding import explain
from tui.saved import Saved, saved_searches
from tui.screens.asking import Question
from tui.screens.chips import Chips
from tui.screens.facets import Filter
from tui.screens.listing import listing_offer
from tui.screens.notes import Notes
from tui.screens.querybox import offer_for
from tui.screens.reader import ReaderScreen
from tui.screens.saving import SavedScreen
from tui.screens.search import SearchScreen
from tui.screens.why import why_pieces
from tui.widgets.lines import cells

FIRST, SECOND = written(2022, TASKS_2023), written(2023, TASKS_2024)
REPRINT = replace(
    written(2023, TASKS_2024, lead="Tin đưa lại: hội nghị có đông đủ đại biểu."),
    id="tin-dua-lai",
    event_id=SECOND.event_id,
)


def search(app: XddApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def of_archive(folder: Path, *reports: Report) -> XddApp:
    archive_of(folder, *reports)
    return app_on(folder)


# ---- while somebody types


async def idle(app: XddApp, pilot: Pilot[None]) -> None:
    while app.busy:
        await pilot.pause()


async def test_what_is_typed_is_told_at_the_pause(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        before = search(app).found
        app.settings = replace(app.settings, delay=60_000)
        await pilot.press(*"kho")
        await idle(app, pilot)
        assert search(app).found is before  # looked ahead for, but nobody has paused yet
        search(app).expect()
        search(app).ask()  # waits for what is being looked ahead for
        search(app).ask()
        await idle(app, pilot)
        found = search(app).found
        assert found
        assert found.question.query == "kho"
        search(app).ask()  # once more, as after a change of the archive
        await idle(app, pilot)
        assert search(app).found is not found


# ---- passages

LONG = (
    f"Luân chuyển cán bộ trẻ về xã; {'bàn cho kỹ, ' * 20}báo cáo cuối năm.",
    f"Nhận xét cán bộ luân chuyển hai lần một năm; {'bàn cho kỹ, ' * 20}báo cáo cuối năm.",
    f"Trường huyện mở lớp mới; {'bàn cho kỹ, ' * 20}báo cáo cuối năm.",
    f"Luân chuyển cán bộ nữ; {'bàn cho kỹ, ' * 20}báo cáo cuối năm.",
)
OTHER = written(2023, ("Luân chuyển cán bộ một lần.",))


async def test_the_row_under_the_cursor_shows_further_passages(tmp_path: Path) -> None:
    app = of_archive(tmp_path, written(2022, LONG), OTHER)
    async with driven(app, (120, 40)) as pilot:
        await type_in(pilot, "luân chuyển cán bộ")
        await press(pilot, "enter")
        rows = search(app).list
        assert rows.virtual_size.height == 3 + 3  # one passage is no more than its row has
        await press(pilot, "j")
        assert rows.virtual_size.height == 3 + 3 + 2
        lines = [line[34:65] for line in shown(app).splitlines()[8:11]]
        assert lines == [
            "› Luân chuyển cán bộ trẻ về xã;",
            "  Nhận xét cán bộ luân chuyển h",
            "  Luân chuyển cán bộ nữ; bàn ch",
        ]
        await press(pilot, "k")
        assert rows.virtual_size.height == 3 + 3


async def test_enter_opens_where_the_preview_was_walked_to(tmp_path: Path) -> None:
    app = of_archive(tmp_path, written(2022, LONG))
    async with driven(app, (120, 40)) as pilot:
        await type_in(pilot, "luân chuyển cán bộ")
        await press(pilot, "enter", "n", "n")
        assert "› Luân chuyển cán bộ nữ" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "chỗ khớp 3/3" in shown(app)


async def test_a_click_on_a_passage_opens_the_report_there(tmp_path: Path) -> None:
    app = of_archive(tmp_path, written(2022, LONG))
    async with driven(app, (120, 40)) as pilot:
        await type_in(pilot, "luân chuyển cán bộ")
        await press(pilot, "enter")
        await pilot.click("#hits", offset=(10, 4))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "chỗ khớp 2/3" in shown(app)


async def test_the_task_under_the_cursor_shows_all_its_words(tmp_path: Path) -> None:
    app = of_archive(tmp_path, written(2022, (*LONG, "Luân chuyển.")))
    async with driven(app, (120, 40)) as pilot:
        await type_in(pilot, "luân chuyển")
        await press(pilot, "enter", "T")
        rows = search(app).list
        assert rows.virtual_size.height == 3 * rows.count  # the shortest is first and whole
        assert "báo cáo cuối năm." not in rows_text(app)
        await press(pilot, "j")
        assert rows.virtual_size.height > 3 * rows.count
        assert "báo cáo cuối năm." in rows_text(app)


def rows_text(app: XddApp) -> str:
    """What the list shows."""
    region = search(app).list.region
    return "\n".join(line[region.x : region.right] for line in shown(app).splitlines())


async def test_a_small_terminal_keeps_to_one_passage(tmp_path: Path) -> None:
    app = of_archive(tmp_path, written(2022, LONG))
    async with driven(app, (80, 16)) as pilot:
        await type_in(pilot, "luân chuyển cán bộ")
        assert search(app).list.virtual_size.height == 3


# ---- why


async def test_w_tells_why_beside_the_list_and_follows_the_cursor(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "bien che khongco")
        await press(pilot, "enter", "w")
        hit = search(app).hit
        assert hit
        why = explain(app.library, typed(app), hit.id, typing=True)
        text = shown(app)
        assert "Vì sao có kết quả này" in text
        for reason in why.reasons:
            assert reason.typed in text
        assert "khongco" in text
        assert not search(app).preview.display
        await press(pilot, "escape")
        assert search(app).preview.display
        assert "Vì sao có kết quả này" not in shown(app)


async def test_w_tells_why_a_task_and_not_why_its_report(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        await type_in(pilot, "huyen bien che")  # the report tells of districts, no task does
        await press(pilot, "enter", "T", "w")
        text = shown(app)
        why = explain(app.library, "huyen bien che", FIRST.id or "", task=1, typing=True)
        assert f"Điểm {why.score:.2f}".replace(".", ",") in text
        assert "không có: huyen" in text
        pane = " ".join(" ".join(line.strip("│")[-38:].split()) for line in text.splitlines())
        assert "bien từ · dưới dạng biên · nhiệm vụ" in pane
        assert "nội dung" not in pane


async def test_why_tells_that_a_report_is_newer_where_that_counts(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", "w")
        assert "báo cáo mới" not in shown(app)
        await press(pilot, "S", "S")
        assert "2024-01-05  báo cáo mới" in shown(app)


async def test_without_words_why_says_that_nothing_was_typed(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        await press(pilot, "escape", "w")
        assert app.words("screen.why.none")[:20] in shown(app)


def test_the_heaviest_reason_comes_first_with_the_longest_bar() -> None:
    reasons = (
        Reason("word", "can", ("cán", "cần"), ("title", "text"), 0.5),
        Reason("pair", "can bo", (), (), 2.0),
        Reason("filter", "year:2022", (), (), 0.0),
    )
    why = Explanation("a", 2.5, reasons, missing=("x",))
    pieces = list(why_pieces(why, catalogue("vi"), ascii_only=True))
    bars = [len(piece.text) for piece in pieces if piece.text.strip("#") == ""]
    text = "".join(piece.text for piece in pieces)
    assert bars == [10, 2]
    assert text.index("can bo") < text.index("cán, cần") < text.index("year:2022")
    assert text.startswith("Điểm 2,50")
    assert text.rstrip().endswith("x")


# ---- tasks as hits, one row a conference


async def test_capital_t_makes_tasks_the_hits_and_opens_them_where_they_stand(
    tmp_path: Path,
) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "bien che")
        await press(pilot, "enter", "T")
        found = app.library.search_tasks("bien che")
        assert f"{found.total} nhiệm vụ" in shown(app).splitlines()[0]
        assert "Nhiệm vụ · liên quan nhất" in shown(app)
        counts = {r.value: r.count for r in search(app).facets._shown if r.facet == "kind"}
        assert counts["annual"] == found.total, "tasks are counted, not reports"
        assert "biên chế" in shown(app)
        await press(pilot, "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        report = app.library.report(found.hits[0].id)
        task = report.tasks[found.hits[0].ordinal - 1]
        here = reader._text.here
        assert here.start <= task.start + len(task.text)
        assert here.end >= task.start
        await press(pilot, "escape", "T")
        assert "Kết quả · liên quan nhất" in shown(app)


async def test_reports_on_one_conference_are_one_row_and_plus_shows_them(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND, REPRINT)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        screen = search(app)
        assert "3 báo cáo" in shown(app).splitlines()[0], "the total counts reports"
        assert screen.list.count == 2
        assert " +1 " in shown(app)
        await press(pilot, "plus")
        assert screen.list.count == 3
        leader = screen.hit
        await press(pilot, "j")
        assert screen.hit
        assert leader
        assert {leader.id, screen.hit.id} == {SECOND.id, REPRINT.id}
        await press(pilot, "plus")
        assert screen.list.count == 2
        assert screen.list.cursor == 0, "back on the hit that stands for them"
        await press(pilot, "j", "plus")
        assert footer(app) == app.words("needs.others")


# ---- what is offered


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("nhiem", ("nhiệm-vụ:",), id="a field without its marks"),
        pytest.param("nam", ("năm:",), id="the whole of a short name"),
        pytest.param("na", (), id="too little for a name"),
        pytest.param("bộ", (), id="other marks than the field's"),
        pytest.param("quy hoạch", (), id="words are words"),
        pytest.param("kỳ:20", ("2022", "2023"), id="values"),
        pytest.param('cơ-quan:"binh', ("Ban Tổ chức Tỉnh ủy Bình Sơn",), id="an open quotation"),
        pytest.param("-loại:an", ("annual",), id="a value that is to be left out"),
    ],
)
def test_what_is_offered(tmp_path: Path, text: str, pieces: Sequence[str]) -> None:
    app = of_archive(tmp_path, FIRST)
    app.library.update()
    assert set(offer_for(app.library, text).pieces) == set(pieces)


async def test_tab_takes_a_name_then_a_value_and_types_nothing_else(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app, (80, 24)) as pilot:
        await type_in(pilot, "nam")
        assert typed(app) == "nam", "nothing is taken by itself"
        assert "tab năm:" in shown(app)
        await press(pilot, "tab")
        assert typed(app) == "năm:"
        assert search(app).place == "completing"
        await press(pilot, "down")
        wanted = search(app).offers.taken
        await press(pilot, "tab")
        assert typed(app) == wanted
        assert not search(app).offers.is_open
        await press(pilot, "tab")
        assert search(app).place == "search", "with nothing offered tab goes to the next pane"


async def test_right_takes_only_behind_the_last_letter_and_escape_closes(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        await type_in(pilot, "năm:2")
        await press(pilot, "left", "right")
        assert typed(app) == "năm:2"
        await press(pilot, "escape")
        assert not search(app).offers.is_open
        assert search(app).place == "query", "the first esc closes what is offered"
        await type_in(pilot, "0")
        await press(pilot, "right")
        assert typed(app) == "năm:2022"


async def test_enter_with_nothing_chosen_leads_to_the_list(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        await type_in(pilot, "năm:20")
        assert search(app).offers.is_open
        await press(pilot, "enter")
        assert search(app).place == "search"
        assert not search(app).offers.is_open
        assert typed(app) == "năm:20"


async def test_what_was_meant_is_taken_by_one_key(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "bieen chees")
        await pilot.pause(0.6)
        await settle(pilot)
        meant = search(app).meant
        assert meant
        assert f"ctrl+y Có phải bạn muốn tìm: {meant}" in shown(app)
        await press(pilot, "ctrl+y")
        assert typed(app) == meant
        await press(pilot, "enter", "d")
        assert footer(app) == app.words("needs.meant")


def test_a_long_text_offers_its_source() -> None:
    notes = Notes(catalogue("vi"))
    notes.tell([Note("long-query", {"words": 30})], "", "d")
    assert notes.is_quote
    assert "d " in "".join(piece.text for piece in notes.arranged(200))


# ---- by a report, by a passage


async def test_m_finds_reports_like_this_one_and_escape_leads_back(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, "quy hoach")
        await press(pilot, "enter")
        hit = search(app).hit
        assert hit
        await press(pilot, "m")
        assert "esc giống" in shown(app)
        assert typed(app) == ""
        ids = {found.id for row in range(9) if (found := search(app).list._hits.at(row))}
        assert ids
        assert hit.id not in ids
        rows, found = search(app).list, search(app).hit
        assert isinstance(found, Hit)
        shown_of = min(len(found.snippets), 4)  # as many as this terminal has room for
        assert rows.virtual_size.height == 3 * rows.count + shown_of - 1
        await press(pilot, "escape")
        assert typed(app) == "quy hoach"
        assert "giống" not in shown(app).splitlines()[2]


async def test_reports_like_one_are_first_by_likeness_whatever_the_order_of_words(
    sample: Path,
) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, "quy hoach")
        await press(pilot, "enter", "S")
        assert search(app).question.sort == "date"
        await press(pilot, "m")
        assert search(app).question.sort == "relevance"
        scores = [found.score for row in range(9) if (found := search(app).list._hits.at(row))]
        assert scores == sorted(scores, reverse=True)
        await press(pilot, "S")
        assert search(app).question.sort == "date"
        await press(pilot, "escape")
        assert search(app).question.sort == "date", "the order of the words' answer stands"
        await press(pilot, "j", "m")
        assert search(app).question.sort == "relevance", "it is asked anew"


async def test_m_in_the_reader_leads_to_the_search_screen(sample: Path) -> None:
    app = app_on(sample, "quy hoach")
    async with driven(app) as pilot:
        await press(pilot, "enter", "enter", "m")
        assert search(app).source
        assert "esc giống" in shown(app)
        await type_in(pilot, "/")
        await press(pilot, "slash")
        await type_in(pilot, "can bo")
        assert search(app).source is None, "words take the place of what was looked for"


async def test_a_pasted_passage_finds_the_report_that_holds_it(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        passage = f"{TASKS_2024[1]}\n{TASKS_2024[2]}"
        app.screen.query_one(Input).post_message(events.Paste(passage))
        await settle(pilot)
        assert typed(app) == "", "a passage is not words to type on"
        assert search(app).list.count == 1
        assert search(app).hit
        assert search(app).current_id == SECOND.id
        assert "esc đoạn “Hoàn thành sắp xếp" in shown(app)
        await press(pilot, "enter", "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert "Hoàn thành sắp xếp" in reader._text._text[slice(*reader._text.here)]


async def test_after_a_pasted_passage_one_types_on_or_goes_back(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        box = app.screen.query_one(Input)
        await type_in(pilot, "biên chế")
        box.post_message(events.Paste(f"{TASKS_2024[1]}\n{TASKS_2024[2]}"))
        await settle(pilot)
        await press(pilot, "escape")
        assert (typed(app), search(app).source) == ("biên chế", None)
        box.post_message(events.Paste(f"{TASKS_2024[1]}\n{TASKS_2024[2]}"))
        await settle(pilot)
        await type_in(pilot, "qc")
        assert (typed(app), search(app).source) == ("qc", None)


async def test_n_in_the_list_goes_on_to_the_next_hit(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter")
        screen = search(app)
        first = screen.current_id
        await press(pilot, *["n"] * len(screen.preview.matches))
        assert screen.list.cursor == 1
        assert screen.preview.report
        assert screen.preview.report.id == screen.current_id != first


async def test_why_tells_the_share_where_no_words_were_typed(sample: Path) -> None:
    app = app_on(sample, "quy hoach")
    async with driven(app) as pilot:
        await press(pilot, "enter", "m", "w")
        hit = search(app).hit
        assert isinstance(hit, Hit)
        assert f"{round(100 * hit.score)}%" in shown(app)


async def test_a_few_words_that_are_pasted_are_typed(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        app.screen.query_one(Input).post_message(events.Paste("biên\nchế"))
        await settle(pilot)
        assert typed(app) == "biên chế"


# ---- the filters' line


def test_filters_that_do_not_fit_are_counted_and_no_word_is_cut_off() -> None:
    chips = Chips(catalogue("vi"))
    names = [f"Ban Tổ chức Tỉnh ủy Số {number}" for number in range(4)]
    chips._filters = [Filter("body", name) for name in names]
    chips._keys = ["5", "6", "7", "8"]
    for width in (30, 60, 80, 200):
        line = chips.arranged(width)
        text = "".join(piece.text for piece in line)
        assert cells(line) <= width
        shown_names = sum(name in text for name in names)
        assert shown_names == 4 or f"+{4 - shown_names}" in text


# ---- on into the next hit


async def test_n_walks_on_into_the_next_hit_and_capital_n_back(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        first = reader.current_id
        matches = len(reader._matches.spans)
        await press(pilot, *["n"] * matches)
        second = reader.current_id
        assert "kết quả 2/2 · chỗ khớp 1/" in shown(app)
        assert second != first
        assert reader._matches.at == 0
        await press(pilot, "N")
        assert reader.current_id == first
        assert reader._matches.at == matches - 1, "at the last match of the hit before"
        await press(pilot, *["n"] * (len(app.library.matches("biên chế", SECOND.text)) + 3))
        assert footer(app) == app.words("screen.reader.no-hit-after")
        await press(pilot, "escape")
        assert search(app).current_id == second, "the list followed"


# ---- kept searches


async def test_away_from_a_hit_and_back_is_at_that_hit_again(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        first = reader.current_id
        away, back = "left_square_bracket", "right_square_bracket"
        await press(pilot, away)
        if reader.current_id == first:
            away, back = back, away
            await press(pilot, away)
        assert reader.current_id != first
        assert "kết quả" not in shown(app), "the body's other report was not found by the words"
        await press(pilot, back)
        assert reader.current_id == first
        assert "kết quả 1/2" in shown(app)


async def test_an_answer_with_notes_does_not_put_off_the_next_question(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, '"biên chế')
        screen = search(app)
        assert screen.found
        assert screen.found.notes, "the quotation mark is not closed"
        with screen.box.input.prevent(Input.Changed):
            screen.box.write("giám sát")
        screen.on_input_changed()  # before its pause is over the answer to the key before comes
        screen._take(screen.found)
        await settle(pilot)
        assert screen.found.question.query == "giám sát"


async def test_s_keeps_a_search_and_leads_to_it_again(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", "S", "T", "F", "space", "escape")
        year = search(app).facets.filters[0].value
        await press(pilot, "s")
        assert isinstance(app.screen, SavedScreen)
        await type_in(pilot, "tinh gian")
        await press(pilot, "enter")
        assert footer(app) == app.words("screen.saved.kept", name="tinh gian")
        kept = Saved("tinh gian", "biên chế", {"year": (year,)}, "date", tasks=True)
        assert saved_searches() == (kept,)
        await press(pilot, "0", "T", "S", "slash", "ctrl+u")
        await press(pilot, "escape", "1")
        assert "tinh gian" in shown(app), "the overview names it"
        await press(pilot, "s", "enter")
        standing = Question("biên chế", kept.selection, "date", tasks=True)
        assert search(app).question == standing
        await press(pilot, "s", "delete")
        assert footer(app) == f"delete lần nữa để bỏ “tinh gian”, đang là: biên chế · {year}"
        assert saved_searches() == (kept,)
        await press(pilot, "delete")
        assert footer(app) == app.words("screen.saved.forgotten", name="tinh gian")
        assert saved_searches() == ()


async def test_a_name_that_is_taken_is_replaced_only_by_a_second_enter(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", "s", "enter")
        await press(pilot, "slash")
        await type_in(pilot, " 25")
        await press(pilot, "enter", "s")
        await type_in(pilot, "biên chế")
        await press(pilot, "enter")
        assert footer(app) == "↵ lần nữa để thay “biên chế”, đang là: biên chế"
        assert [kept.query for kept in saved_searches()] == ["biên chế"]
        await press(pilot, "down", "up", "enter")
        assert [kept.query for kept in saved_searches()] == ["biên chế"], "asked anew"
        await press(pilot, "enter")
        assert [kept.query for kept in saved_searches()] == ["biên chế 25"]
        assert typed(app) == "biên chế 25"


async def test_a_kept_search_is_found_in_the_palette(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", "s", "enter", "slash")
        await type_in(pilot, "x")
        await press(pilot, "ctrl+p")
        await type_in(pilot, "bien che")
        await press(pilot, "enter")
        assert typed(app) == "biên chế"


# ---- the list as a file


@pytest.mark.parametrize("tasks", [False, True], ids=["reports", "tasks"])
async def test_x_writes_the_hits_in_every_format_and_replaces_nothing_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tasks: bool
) -> None:
    app = of_archive(tmp_path, FIRST, SECOND, REPRINT)
    monkeypatch.chdir(tmp_path)
    async with driven(app) as pilot:
        await type_in(pilot, "biên chế")
        await press(pilot, "enter", *(["T"] if tasks else []), "x")
        await press(pilot, *["down"] * 4, "enter")
        assert app.words("screen.export.written", path="")[:6] in footer(app)
        (written_to,) = tmp_path.glob("*.json")
        record = json.loads(written_to.read_text("utf-8"))
        assert record["query"] == "biên chế"
        ids = {hit["id"] for hit in record["hits"]}
        assert ids - {REPRINT.id} == {FIRST.id, SECOND.id}
        assert (REPRINT.id in ids) != tasks, "each report by itself, each task once"
        await press(pilot, "x", *["down"] * 4, "enter")
        assert footer(app) == f"↵ lần nữa để thay tệp đã có: {written_to.name}"
        await press(pilot, "escape")


def test_the_formats_of_a_list_hold_every_hit(tmp_path: Path) -> None:
    app = of_archive(tmp_path, FIRST, SECOND)
    app.library.update()
    for tasks in (False, True):
        asked = Question("biên chế", Saved("").selection, tasks=tasks)
        offer = listing_offer(app.library, asked, app.words)
        for form in ("md", "csv", "html"):
            text = offer.make(form).decode()
            for report in (FIRST, SECOND):
                assert (report.id or "") in text or (report.title or "") in text
            assert "biên chế" in text


# ---- filters


async def test_the_document_under_the_cursor_is_written_out(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape", "space", "F")
        facets = search(app).facets
        place = next(n for n, row in enumerate(facets._shown) if row.facet == "directive") + 1
        facets.go(place)
        await settle(pilot)
        row = facets.row
        assert row
        title = title_of(row.value)
        assert title.name
        *_, told, marks, _ = shown(app).splitlines()
        assert title.name[:20] in told
        assert "Đã đánh dấu" in marks, "the line of marks has its own place"
        await press(pilot, "escape")
        assert title.name[:20] not in shown(app).splitlines()[-3]


async def test_a_level_is_opened_shut_and_chosen_as_one_filter(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "F")
        facets = search(app).facets
        facets.go(next(n for n, row in enumerate(facets._shown) if row.value == "central"))
        await settle(pilot)
        branch = facets.row
        assert branch
        rows = facets.count
        await press(pilot, "right")
        assert facets.count == rows + len(branch.values)
        await press(pilot, "j", "left")
        assert facets.count == rows
        assert facets.row
        assert facets.row.value == "central"
        await press(pilot, "space")
        assert search(app).question.selection.chosen == {"body": branch.values}
        assert "5 Trung ương" in shown(app).splitlines()[2]
        found = search(app).found
        assert found
        assert found.total == branch.count


async def test_a_body_that_is_ticked_stays_where_it_is(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "F")
        facets = search(app).facets
        facets.go(next(n for n, row in enumerate(facets._shown) if row.value == "central"))
        await press(pilot, "right", "j")
        before = facets.row
        assert before
        assert before.depth == 1
        await press(pilot, "space")
        assert facets.row == replace(before, chosen=True)
        await press(pilot, "space")
        assert facets.row == before
