"""The search screen by keys alone, on the sample: type, narrow, look, open."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.report import Span
from search.answer import FacetValue, Hit, Snippet
from tests.tui.driving import app_on, driven, footer, press, settle, shown, type_in, typed
from tui.app import XddApp
from tui.catalogue import catalogue
from tui.screens.base import PlaceScreen
from tui.screens.facets import (
    FacetRow,
    Filter,
    Unfolded,
    facet_rows,
    label_of,
    selection_of,
    short_key,
)
from tui.screens.hits import KEPT, PAGE, Hits, Look, draw_hit, passage, sight_of
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.widgets.lines import Line, cells
from tui.widgets.rows import Rows


def search_screen(app: XddApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def total(app: XddApp) -> int:
    """The number of reports that the title line tells."""
    found = re.search(r"([\d.]+) báo cáo · \d+ ms", shown(app).splitlines()[0])
    assert found
    return int(found[1].replace(".", ""))


async def test_all_reports_are_there_before_anything_is_typed(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app):
        assert total(app) == app.library.search("").total > 0
        assert "mọi báo cáo · mới nhất" in shown(app)
        days = re.findall(
            r"\d{4}-\d\d-\d\d", "\n".join(line[28:70] for line in shown(app).splitlines())
        )
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("text", ["quy hoạch", "quy hoach"])
async def test_results_come_while_typing_with_marks_or_without(sample: Path, text: str) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        everything = total(app)
        await type_in(pilot, text)
        assert 0 < total(app) < everything
        assert "liên quan nhất" in shown(app)
        assert re.search(r"chỗ khớp \d+/\d+", shown(app))


async def test_the_query_of_the_command_line_stands_in_the_box(sample: Path) -> None:
    app = app_on(sample, "quy hoạch")
    async with driven(app):
        assert typed(app) == "quy hoạch"
        assert "liên quan nhất" in shown(app)


async def test_letters_that_are_keys_elsewhere_are_letters_in_the_box(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, "qg:?1/")
        assert typed(app) == "qg:?1/"
        assert search_screen(app).place == "query"


async def test_enter_leads_to_the_list_and_enter_opens(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, "quy hoach")
        await press(pilot, "enter")
        assert search_screen(app).place == "search"
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_down_leads_from_the_box_to_the_first_row_where_every_key_is_a_key(
    sample: Path,
) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, "quy hoach")
        assert "↵ Sang danh sách" in shown(app)
        await press(pilot, "down")
        screen = search_screen(app)
        assert (screen.place, screen.list.cursor) == ("search", 0)
        assert "↵ Mở" in shown(app)
        await press(pilot, "space", "down", "space")
        assert typed(app) == "quy hoach"
        assert len(app.marks) == 2
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.current_id == app.marks[1].id


async def test_the_list_is_left_upwards_by_the_arrow_but_not_by_a_letter(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "down", "down", "up", "k")
        screen = search_screen(app)
        assert (screen.place, screen.list.cursor) == ("search", 0)
        await press(pilot, "up")
        assert screen.place == "query"
        await press(pilot, "up")
        assert screen.place == "query", "there is nothing above the box"


async def test_a_page_down_from_the_box_is_one_of_the_list(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "pagedown")
        screen = search_screen(app)
        assert screen.place == "search"
        assert screen.list.cursor > 0


@pytest.mark.parametrize(("key", "place"), [("question_mark", "help"), ("colon", "palette")])
async def test_what_begins_no_query_is_a_key_in_the_empty_box(
    sample: Path, key: str, place: str
) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        assert "? Trợ giúp" in " ".join(line.strip() for line in shown(app).splitlines()[-1:])
        await press(pilot, key)
        assert isinstance(app.screen, PlaceScreen)
        assert app.screen.place == place
        await press(pilot, "escape")
        assert typed(app) == ""
        assert search_screen(app).place == "query"


async def test_the_preview_follows_the_cursor(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        first = search_screen(app).preview.report
        await press(pilot, "j")
        second = search_screen(app).preview.report
        assert first
        assert second
        hit = search_screen(app).hit
        assert hit
        assert first.id != second.id == hit.id


async def test_n_goes_from_match_to_match(sample: Path) -> None:
    app = app_on(sample, "quy hoạch cán bộ")
    async with driven(app) as pilot:
        await press(pilot, "enter")
        found = re.search(r"chỗ khớp (\d+)/(\d+)", shown(app))
        assert found
        at, of = int(found[1]), int(found[2])
        await press(pilot, "n")
        assert f"chỗ khớp {at % of + 1}/{of}" in shown(app)
        await press(pilot, "N", "N")
        assert f"chỗ khớp {(at - 2) % of + 1}/{of}" in shown(app)


async def test_filters_narrow_show_and_are_dropped_one_by_one(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        everything = total(app)
        await press(pilot, "escape", "F", "space")
        one_year = total(app)
        assert 0 < one_year < everything
        await press(pilot, "j", "enter")
        assert one_year < total(app) < everything  # two values of one facet: either
        filters = search_screen(app).facets.filters
        line = shown(app).splitlines()[2]
        assert f"5 {filters[0].value}" in line
        assert f"6 {filters[1].value}" in line
        assert "[x]" in shown(app)
        await press(pilot, "6")
        assert total(app) == one_year
        await press(pilot, "escape", "backspace")
        assert total(app) == everything
        assert "Đang lọc" not in shown(app)


async def test_two_facets_narrow_together_and_zero_drops_all(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        everything = total(app)
        screen = search_screen(app)
        await press(pilot, "escape", "F", "space")
        one = total(app)
        rows = screen.facets._shown
        place = next(n for n, row in enumerate(rows) if row.facet == "directive" and row.value)
        facets = screen.facets
        while facets.cursor < place:
            await pilot.press("j")
        await press(pilot, "space")
        assert 0 < total(app) <= one
        assert {one.facet for one in screen.facets.filters} == {"year", "directive"}
        await press(pilot, "0")
        assert total(app) == everything


async def test_a_filter_key_without_its_filter_says_so(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "7")
        assert footer(app) == "Chưa có điều kiện lọc nào."


async def test_an_empty_list_says_why_and_which_key_helps(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "F", "space", "slash")
        await type_in(pilot, "khongcotunaythe")
        text = " ".join(shown(app).split())
        assert "Không có báo cáo nào khớp với" in text
        assert "0 bỏ mọi lọc" in text
        assert "/ sửa câu tìm" in text


async def test_sorting_by_date_says_so_and_orders(sample: Path) -> None:
    app = app_on(sample, "quy hoạch")
    async with driven(app) as pilot:
        await press(pilot, "enter", "S")
        assert "Kết quả · mới nhất" in shown(app)
        hits = search_screen(app).list._hits
        rows = map(hits.at, range(search_screen(app).list.count))
        dated = [row.event_date for row in rows if isinstance(row, Hit) and row.event_date]
        assert dated == sorted(dated, reverse=True)


async def test_what_could_not_be_read_of_a_query_is_said(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, 'quy "hoạch')
        answer = app.library.search(typed(app))
        assert answer.notes
        said = app.words(f"note.{answer.notes[0].code}", **answer.notes[0].facts)
        assert said[:40] in shown(app)


async def test_at_80_columns_filters_open_over_the_list(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (80, 24)) as pilot:
        await press(pilot, "escape")
        assert "[ ]" not in shown(app)
        await press(pilot, "F")
        assert "[ ]" in shown(app)
        await press(pilot, "space", "escape")
        assert "[ ]" not in shown(app)
        assert "Đang lọc (bấm số để bỏ)  5 " in shown(app)


async def test_below_60_columns_one_pane_shows_at_a_time(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app, (50, 20)) as pilot:
        await press(pilot, "escape")
        screen = search_screen(app)
        assert screen.query_one("#hits").display
        assert not screen.query_one("#preview").display
        await press(pilot, "l")
        assert screen.place == "preview"
        assert screen.query_one("#preview").display
        assert not screen.query_one("#hits").display
        await press(pilot, "h")
        assert screen.query_one("#hits").display


@pytest.mark.parametrize(
    ("size", "panes"),
    [((120, 40), ["preview", "facets", "search"]), ((80, 24), ["preview", "search", "preview"])],
)
async def test_letters_go_round_the_panes_past_the_box(
    sample: Path, size: tuple[int, int], panes: list[str]
) -> None:
    """In the box the next one would be typed."""
    app = app_on(sample)
    async with driven(app, size) as pilot:
        await press(pilot, "escape")
        screen = search_screen(app)
        for key, ways in (("l", panes), ("h", [*panes[-2::-1], "search"])):
            for place in ways:
                await press(pilot, key)
                assert screen.place == place
        await press(pilot, "shift+tab")
        assert screen.place == ("facets" if size[0] == 120 else "query")


async def test_a_click_moves_the_cursor_and_a_second_one_opens(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await pilot.click("#hits", offset=(8, 5))
        await settle(pilot)
        assert search_screen(app).query_one("#hits", Rows).cursor == 1
        await pilot.click("#hits", offset=(8, 5))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_a_click_on_a_key_in_the_footer_is_the_key(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape")
        column = shown(app).splitlines()[-1].index("Đánh dấu")
        await pilot.click("#footer", offset=(column, 0))
        await settle(pilot)
        assert len(app.marks) == 1


async def test_a_directive_in_the_list_of_directives_becomes_a_filter(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await press(pilot, "escape", "4", "enter")
        use = app.library.directives()[0]
        assert search_screen(app).facets.filters == (Filter("directive", use.key),)
        found = search_screen(app).found
        assert found
        assert found.listed == use.reports, "as many conferences as the list told"


async def test_copying_sends_the_passage_with_its_source(sample: Path) -> None:
    app = app_on(sample, "quy hoạch")
    async with driven(app) as pilot:
        await press(pilot, "enter", "Y")
        report = search_screen(app).preview.report
        assert report
        passage_copied, _, source = app.clipboard.rpartition("\n")
        assert passage_copied in report.text
        assert report.title
        assert report.title in source
        assert footer(app) == "Đã gửi câu này vào bảng tạm."


def hit(snippets: tuple[Snippet, ...] = (), **more: str | None) -> Hit:
    known: dict[str, Any] = {
        "title": "Một đầu đề rất dài về công tác tổ chức xây dựng Đảng",
        "body": "Ban Tổ chức Tỉnh ủy An Lạc",
        "published": None,
        "event_date": "2022-01-13",
        "period_reviewed": "2021",
        "period_planned": "2022",
    } | more
    return Hit(id="a", score=1, kind="annual", tasks=3, directives=2, snippets=snippets, **known)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_hit_is_three_lines_that_say_the_most_first(width: int) -> None:
    lines = draw_hit(hit(), width, Look("A"), words=catalogue("vi"), ascii_only=False)
    texts = ["".join(piece.text for piece in line) for line in lines]
    assert [text[:14] for text in texts] == ["A 2022-01-13 B", "  2021 → 2022 ", "  3 nhiệm vụ ·"]


def test_a_hit_of_a_page_still_to_come_holds_its_place() -> None:
    assert draw_hit(None, 40, Look(), words=catalogue("vi"), ascii_only=True)


@pytest.mark.parametrize(
    ("text", "span", "seen"),
    [
        ("ngắn quy hoạch", (5, 14), "ngắn quy hoạch"),
        ("chữ " * 40 + "quy hoạch", (160, 169), "…"),  # far out: the line begins near it
    ],
)
def test_the_highlight_of_a_passage_is_in_view(text: str, span: tuple[int, int], seen: str) -> None:
    line = passage(Snippet(text, (Span(*span),), 0), 40)
    assert line[0].text.startswith(seen[:1])
    before = line[: [piece.look for piece in line].index("match")]
    assert cells(before) < 30


def test_a_passage_fills_its_line_up_to_its_end() -> None:
    line = passage(Snippet("chữ " * 40 + "quy hoạch", (Span(160, 169),), 0), 40)
    assert 34 <= cells(line) < 40


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line)


# Of three passages the middle one is the best; its second half tells more than its first.
LOOSE = Snippet("cán bộ trẻ", (Span(0, 6),), 10, 1)
BEST = Snippet(
    f"cán bộ {'xa ' * 20}luân chuyển 20 cán bộ", (Span(0, 6), Span(67, 78), Span(82, 88)), 100, 0
)
LAST = Snippet("đã luân chuyển", (Span(3, 14),), 400, 2)


def test_the_row_shows_the_best_passage_where_it_tells_most() -> None:
    row = draw_hit(hit((LOOSE, BEST, LAST)), 60, Look(), words=catalogue("vi"), ascii_only=False)
    assert text_of(row[2]).endswith(" luân chuyển 20 cán bộ")
    assert len(row) == 3
    sight = sight_of(hit((LOOSE, BEST, LAST)), "luân chuyển cán bộ")
    assert sight.place == 167


def test_passages_stand_below_each_other_and_where_one_is_is_pointed_out() -> None:
    look = Look(passages=(LOOSE, BEST, LAST), here=403)
    row = draw_hit(hit((BEST,)), 60, look, words=catalogue("vi"), ascii_only=True)
    assert [text_of(line)[:12] for line in row[2:]] == [
        "  cán bộ trẻ",
        "  ...xa xa x",
        "> đã luân ch",
    ]
    looks = [[p.look for p in line if p.look in ("match", "here")] for line in row[2:]]
    assert looks == [["match"], ["match", "match"], ["here"]]


def test_hits_are_asked_for_a_page_at_a_time_and_only_once() -> None:
    asked: list[int] = []
    hits = Hits(asked.append)
    hits.put(0, (hit(),) * PAGE)
    assert hits.at(PAGE - 1)
    assert hits.at(PAGE) is None
    assert hits.at(PAGE + 1) is None
    assert asked == [1]
    for page in range(1, KEPT + 2):
        hits.put(page, (hit(),) * PAGE)
    assert hits.at(0) is None
    assert asked == [1, 0]


def test_a_chosen_value_stays_in_the_panel_when_nothing_has_it_any_more() -> None:
    rows = facet_rows({"year": (FacetValue("2021", 2),)}, (Filter("year", "1999"),))
    assert rows == [
        FacetRow("heading", "year"),
        FacetRow("value", "year", "1999", 0, chosen=True),
        FacetRow("value", "year", "2021", 2),
    ]


def test_a_long_facet_is_cut_until_it_is_unfolded() -> None:
    bodies = tuple(FacetValue(f"Cơ quan {number}", 1) for number in range(30))
    rows = facet_rows({"directive": bodies}, ())
    assert rows[-1].kind == "more"
    assert rows[-1].count + len(rows) - 2 == 30
    whole = Unfolded(whole=frozenset({"directive"}))
    assert len(facet_rows({"directive": bodies}, (), whole)) == 31


SONG_LINH = ("Tỉnh ủy Sông Linh", "Ban Tổ chức Tỉnh ủy Sông Linh")
BODIES = (
    *(FacetValue(f"Cơ quan {n}", 9, "central") for n in range(5)),
    *(FacetValue(name, 3, "province", "Sông Linh") for name in SONG_LINH),
    FacetValue("Tỉnh ủy Mộc Giang", 2, "province", "Mộc Giang"),
)


def drawn(rows: list[FacetRow]) -> list[str]:
    """Rows as text: # before a heading, v before a branch, * before what is chosen."""
    signs = {"branch": "v", "value": "", "more": "…", "heading": "#"}
    return [
        f"{'  ' * row.depth}{'*' * row.chosen}{signs[row.kind]}{row.value or row.facet} {row.count}"
        for row in rows
    ]


def test_bodies_stand_in_a_tree_by_level_and_province() -> None:
    shut = facet_rows({"body": BODIES}, ())
    assert drawn(shut) == ["#body 0", "vcentral 45", "vprovince 8"]
    turned = Unfolded(turned=frozenset({"province"}))
    opened = facet_rows({"body": BODIES}, (), turned)
    assert drawn(opened)[2:] == [
        "vprovince 8",
        "  vprovince/Sông Linh 6",
        "  Tỉnh ủy Mộc Giang 2",
    ]


def test_a_branch_is_one_filter_that_selects_all_its_bodies() -> None:
    turned = Unfolded(turned=frozenset({"province"}))
    row = facet_rows({"body": BODIES}, (), turned)[3]
    assert selection_of((row.filter,)).chosen == {"body": SONG_LINH}
    rows = facet_rows({"body": BODIES}, (row.filter,), turned)
    assert rows[3] == replace(row, chosen=True)
    assert label_of(row.filter, catalogue("vi")) == "Sông Linh"


@pytest.mark.parametrize(
    ("value", "turned", "expected"),
    [
        (  # in an open branch where it stands
            "Tỉnh ủy Mộc Giang",
            {"province"},
            [
                "#body 0",
                "vcentral 45",
                "vprovince 8",
                "  vprovince/Sông Linh 6",
                "  *Tỉnh ủy Mộc Giang 2",
            ],
        ),
        (  # and where the branches above it are shut, below them
            SONG_LINH[1],
            set(),
            ["#body 0", "vcentral 45", "vprovince 8", f"    *{SONG_LINH[1]} 3"],
        ),
        (  # one that nothing has any more stands first
            "Huyện ủy Bãi Lau",
            set(),
            ["#body 0", "*Huyện ủy Bãi Lau 0", "vcentral 45", "vprovince 8"],
        ),
    ],
)
def test_a_chosen_body_stays_in_its_branch(
    value: str, turned: set[str], expected: list[str]
) -> None:
    rows = facet_rows(
        {"body": BODIES}, (Filter("body", value),), Unfolded(turned=frozenset(turned))
    )
    assert drawn(rows) == expected


def test_what_is_opened_does_not_hang_on_what_is_chosen() -> None:
    seven = BODIES[:-1]
    before = [row.value for row in facet_rows({"body": seven}, ())]
    chosen = facet_rows({"body": seven}, (Filter("body", SONG_LINH[0]),))
    assert [row.value for row in chosen if not row.chosen] == before


def test_a_chosen_branch_counts_the_bodies_that_it_was_chosen_with() -> None:
    filter_ = Filter("body", "province", SONG_LINH)
    (row,) = [row for row in facet_rows({"body": BODIES}, (filter_,)) if row.chosen]
    assert (row.filter, row.count) == (filter_, 6)


def test_a_chosen_value_keeps_its_place_and_is_seen_behind_the_cut() -> None:
    values = tuple(FacetValue(f"{number}-KL/TW", 40 - number) for number in range(10, 30))
    near, far = Filter("directive", "12-KL/TW"), Filter("directive", "25-KL/TW")
    rows = facet_rows({"directive": values}, (far, near))
    told = [f"{number}-KL/TW {40 - number}" for number in range(10, 16)]
    told[2] = f"*{told[2]}"
    assert drawn(rows) == ["#directive 0", *told, "*25-KL/TW 15", "…directive 13"]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "Quy định 58-QĐ/TW (XIII)"),
        (25, "Quy định 58-QĐ/TW (XIII)"),
        (20, "58-QĐ/TW (XIII)"),
    ],
)
def test_a_documents_key_gets_shorter_from_what_says_least(width: int, shown: str) -> None:
    assert short_key("Quy định 58-QĐ/TW khóa XIII", width) == shown


def test_filters_of_one_facet_are_selected_together() -> None:
    filters = (Filter("year", "2021"), Filter("body", "X"), Filter("year", "2022"))
    assert selection_of(filters).chosen == {"year": ("2021", "2022"), "body": ("X",)}


async def test_filters_alone_are_ordered_by_day_and_the_list_says_so(sample: Path) -> None:
    app = app_on(sample)
    async with driven(app) as pilot:
        await type_in(pilot, "kind:annual")
        assert "Kết quả · mới nhất" in shown(app)
        await type_in(pilot, " hội nghị")
        assert "Kết quả · liên quan nhất" in shown(app)
