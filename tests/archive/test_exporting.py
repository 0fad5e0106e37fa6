"""Documents in every format: what stands in them, and hostile text that stays text."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html.parser import HTMLParser

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparing.alignment import diff
from archive.comparing.follow_through import follow_through
from archive.comparing.reached import FigureAnswer
from archive.comparing.side_by_side import compare
from archive.comparing.threading import lineage
from archive.comparing.turns import Turn
from archive.exporting import FORMATS, write
from archive.exporting.comparison import comparison_document, number
from archive.exporting.csv import BOM, harmless
from archive.exporting.diff import diff_document
from archive.exporting.document import Column, Document, Row, Run, Source, Table, cell, plain
from archive.exporting.html import to_html
from archive.exporting.lineage import answer_text, lineage_document
from archive.exporting.markdown import escaped, to_markdown
from archive.period import Period
from archive.report import Figure, Report, on_one_line, one_line
from tests.archive.strategies import reports
from tests.archive.written import report


@dataclass(frozen=True)
class Keys:
    """Words that are their own keys, the facts behind them."""

    language: str = "vi"

    def __call__(self, key: str, /, **facts: object) -> str:
        shown: Mapping[str, object] = facts
        return " ".join([key, *(str(value) for value in shown.values())])


class Page(HTMLParser):
    """The elements and the text of a page, as a browser takes it apart."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a | b | c",
    "first\nsecond\r\nthird",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "[x](javascript:alert(1))",
    "**bold** `code` ~~gone~~ # head",
    "&lt;b&gt; &amp;",
    "{facts} %s {0}",
    "\x1b[31mred\x00\x07",
    "]]> --> <!-- </style>",
]


def planned(period: str, *texts: str) -> Report:
    return replace(
        report(*texts),
        id=f"r-{period}",
        title=f"Báo cáo {period}",
        body="Ban Tổ chức Tỉnh ủy Hồ Vân",
        source=f"https://example.vn/{period}?a=1&b=2",
        published=date(2031, 1, 5),
        event_date=date(2031, 1, 3),
        period_planned=Period.parse(period),
    )


def document(*texts: str) -> Document:
    """A document that says each of `texts` wherever it can."""
    said = "\n".join(texts)
    source = Source("A", said, (said,), "https://example.vn/?q=<&>")
    row = Row((cell(said), (Run(said, "gone"), Run(said, "come"), Run(said, "strong"))), said)
    table = Table(said, (Column(said, 1), Column(said, 2)), (row,))
    return Document(said, "vi", (said,), said, (source,), (table,))


def cells_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8").removeprefix(BOM), newline="")))


def word_text(data: bytes) -> str:
    word = docx.Document(io.BytesIO(data))
    told = [paragraph.text for paragraph in word.paragraphs]
    told += [c.text for table in word.tables for row in table.rows for c in row.cells]
    return "\n".join(told)


# ---- what stands in them

A = planned("2030", "Kết nạp 1.200 đảng viên ở khu công nghiệp", "Số hoá hồ sơ huyện đảo")
B = planned("2031", "Kết nạp 1.300 đảng viên ở khu công nghiệp")

FINDINGS = {
    "diff": diff_document(diff(A, B), Keys()),
    "comparison": comparison_document(compare(A, B), Keys()),
    "lineage": lineage_document(lineage("Hồ Vân", [A, B]), Keys(), [follow_through(A, B)]),
}


@pytest.mark.parametrize("finding", FINDINGS)
@pytest.mark.parametrize("form", FORMATS)
def test_sources_are_named_with_their_days_and_addresses(finding: str, form: str) -> None:
    data = write(FINDINGS[finding], form)
    if form == "docx":
        word = docx.Document(io.BytesIO(data))
        links = {part.target_ref for part in word.part.rels.values() if part.is_external}
        text = word_text(data)
    else:
        text = Page(data.decode()).text if form == "html" else data.decode()
        links = {v for k, v in Page(data.decode()).attributes if k == "href" and v}
        if form != "html":
            links = {link for link in map(str, (A.source, B.source)) if link in text}
    assert {A.source, B.source} <= links
    for said in ("Báo cáo 2030", "Báo cáo 2031", "2031-01-05", "2031-01-03"):
        assert said in text


def test_a_diff_has_a_row_for_each_group_with_what_changed_marked() -> None:
    (table,) = FINDINGS["diff"].tables
    assert [row.kind for row in table.rows] == ["reworded", "dropped"]
    told = [plain(one) for one in table.rows[0].cells]
    assert told[1:3] == [f"1. {A.tasks[0].text}", f"1. {B.tasks[0].text}"]
    marks = [run.text for one in table.rows[0].cells for run in one if run.emphasis]
    assert marks == ["1.200", "1.300"]
    assert "1.200 đảng viên → 1.300 đảng viên" in told[3]


def test_a_lineage_has_a_grid_and_every_wording() -> None:
    grid, wordings, outcomes = FINDINGS["lineage"].tables
    assert [plain(one) for one in grid.rows[0].cells][2:] == ["state.born", "state.reworded"]
    assert [plain(one) for one in grid.rows[1].cells][2:] == ["state.born", "state.dropped"]
    assert len(wordings.rows) == 4
    assert [row.kind for row in outcomes.rows] == ["none", "none"]


def test_a_page_fetches_nothing_and_follows_the_readers_colours() -> None:
    page = to_html(FINDINGS["diff"])
    taken = Page(page)
    assert not {"script", "link", "img", "iframe", "object"} & set(taken.tags)
    assert "prefers-color-scheme: dark" in page
    assert "url(" not in page
    assert "@import" not in page


def test_a_word_file_repeats_the_head_of_its_table_and_tells_its_language() -> None:
    word = docx.Document(io.BytesIO(write(FINDINGS["diff"], "docx")))
    assert word.core_properties.language == "vi"
    assert word.element.body.xpath(".//w:tblHeader")
    assert [c.text for c in word.tables[0].rows[0].cells][1:3] == ["A · 2030", "B · 2031"]


@pytest.mark.parametrize(
    ("value", "point", "expected"),
    [
        (1234.5, ",", "1.234,5"),
        (1234.5, ".", "1,234.5"),
        (-2, ",", "−2"),
        (0, ",", "0"),
        (1000000, ".", "1,000,000"),
        (-0.25, ".", "−0.25"),
    ],
)
def test_numbers_are_written_as_the_language_does(value: float, point: str, expected: str) -> None:
    class Pointed(Keys):
        def __call__(self, key: str, /, **facts: object) -> str:
            return point if key == "export.point" else super().__call__(key, **facts)

    assert number(value, Pointed()) == expected


# ---- hostile text


@pytest.mark.parametrize("text", HOSTILE)
def test_in_html_text_is_text(text: str) -> None:
    page = to_html(document(text))
    calm, hurt = Page(to_html(document("x"))), Page(page)
    assert [t for t in hurt.tags if t != "br"] == calm.tags
    assert [name for name, _ in hurt.attributes] == [name for name, _ in calm.attributes]
    words = "".join(text.split()).replace("\x1b[31m", "").replace("\x00\x07", "")
    assert words in "".join(hurt.text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_in_markdown_a_cell_stays_one_cell(text: str) -> None:
    lines = to_markdown(document(text)).splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 3
    for row in rows:
        bars = [k for k, c in enumerate(row) if c == "|" and row[k - 1] != "\\"]
        assert len(bars) == 3
    assert "<script" not in to_markdown(document(text)).replace("\\<", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_in_csv_no_cell_begins_a_formula(text: str) -> None:
    data = write(document(text), "csv")
    assert data.startswith(BOM.encode())
    cells = [one for row in cells_of(data) for one in row if one]
    assert cells
    assert not [one for one in cells if one.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+84 912", "'+84 912"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("  =1", "'=1"),
        ("＝1", "'＝1"),
        ("1-1", "1-1"),
        ("", ""),
        ("−2", "−2"),
    ],
)
def test_a_formula_gets_an_apostrophe(text: str, expected: str) -> None:
    assert harmless(text) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_in_word_text_is_text(text: str) -> None:
    told = word_text(write(document(text), "docx"))
    words = "".join(text.split()).replace("\x1b[31m", "").replace("\x00\x07", "")
    assert words in "".join(told.split())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a b", "x"])
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    hurt = replace(A, source=address)
    found = diff_document(diff(hurt, B), Keys())
    assert [source.link for source in found.sources] == [None, B.source]
    assert address in found.sources[0].facts


def test_markdown_shows_signs_as_they_are() -> None:
    assert escaped("a|b *c* <d> [e] `f` #g &h") == (r"a\|b \*c\* \<d\> \[e\] \`f\` \#g \&h")


@pytest.mark.parametrize("form", FORMATS)
def test_a_figure_is_written_with_the_words_around_it(form: str) -> None:
    text = "Toàn tỉnh kết nạp 90 người ở đảo; 12 xã."
    figures = [
        Figure(value=90, of=None, unit="người", as_written="90 người", start=18, end=26),
        Figure(value=12, of=None, unit="xã", as_written="12 xã", start=34, end=39),
    ]
    a = replace(A, text=text, tasks=(), figures=tuple(figures), sections=(), directives=())
    b = replace(B, tasks=(), figures=(), sections=(), directives=())
    data = write(comparison_document(compare(a, b), Keys()), form)
    told = word_text(data) if form == "docx" else data.decode()
    assert "Toàn tỉnh kết nạp … ở đảo" in told
    assert "; …" not in told
    assert "xã" in told  # which nothing stands around


@pytest.mark.parametrize("form", FORMATS)
def test_where_a_lineage_turns_into_another_body_is_written_twice(form: str) -> None:
    """Before the tables, and where a thread crosses it."""
    turn = Turn(Period.parse("2031"), "Ban Hồ Vân", "Ban Vân Sơn", date(2030, 7, 1))
    found = replace(lineage("Ban Hồ Vân", [A, B]), turns=(turn,))
    data = write(lineage_document(found, Keys()), form)
    told = word_text(data) if form == "docx" else data.decode()
    said = "lineage.took-over Ban Hồ Vân Ban Vân Sơn (lineage.since 2030-07-01)."
    threads = sum(bool(found.crossed(one, c)) for one in found.threads for c in one.cells)
    assert threads
    assert told.count(said) == (0 if form == "csv" else 1) + threads


# ---- laws


@given(reports(), reports())
@settings(max_examples=25)
def test_every_finding_can_be_written_in_every_format(a: Report, b: Report) -> None:
    found = (
        diff_document(diff(a, b), Keys()),
        comparison_document(compare(a, b), Keys()),
        lineage_document(lineage("x", [a, b]), Keys(), [follow_through(a, b)]),
    )
    for one in found:
        for form in FORMATS:
            assert write(one, form)


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    assert len(cells_of(write(document(text, "end"), "csv"))) == 5
    calm, hurt = Page(to_html(document("x"))), Page(to_html(document(text, "end")))
    assert [t for t in hurt.tags if t != "br"] == calm.tags
    rows = [line for line in to_markdown(document(text, "end")).splitlines() if line[:2] == "| "]
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Về cán bộ\nBổ nhiệm ba người.", "Về cán bộ: Bổ nhiệm ba người."),
        ("Về cán bộ:\nBổ nhiệm ba người.", "Về cán bộ: Bổ nhiệm ba người."),
        ("Đã bổ nhiệm ba\nngười.", "Đã bổ nhiệm ba người."),
        ("Đã mở lớp.\n\nLớp   đông.", "Đã mở lớp. Lớp đông."),
        ("", ""),
    ],
)
def test_a_heading_is_parted_from_what_follows_on_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@given(st.text("aÂB. \n:«", max_size=60), st.data())
def test_on_one_line_a_place_holds_the_same_letters(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    line, spans = on_one_line(text, [(start, end)])
    assert line == one_line(text)
    told = [line[at.start : at.end] for at in spans]
    letters = ["".join(text[start:end].split())] if text[start:end].strip() else []
    assert ["".join(one.split()).replace(":", "") for one in told] == [
        one.replace(":", "") for one in letters
    ]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (FigureAnswer("900 đảng viên", "912 đảng viên", met=True), "→ 912 đảng viên (outcome.met)"),
        (
            FigureAnswer("900 đảng viên", "870 đảng viên", met=False),
            "870 đảng viên (outcome.short)",
        ),
        (FigureAnswer("900 đảng viên", "912 đảng viên", met=None), "900 đảng viên → 912 đảng viên"),
        (FigureAnswer("900 đảng viên", "", met=None), "900 đảng viên → outcome.no-figure"),
        (FigureAnswer("", "5/5 huyện", met=True), "outcome.share 5/5 huyện (outcome.whole)"),
        (FigureAnswer("", "4/5 huyện", met=False), "outcome.share 4/5 huyện (outcome.not-whole)"),
    ],
)
def test_what_answers_a_figure_is_told_with_what_it_means(answer: FigureAnswer, told: str) -> None:
    assert answer_text(answer, Keys()).endswith(told)
