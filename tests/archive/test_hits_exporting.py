"""Lists of what was found, written in the formats that people pass on."""

import csv
import io
from datetime import date

from archive.exporting import write
from archive.exporting.csv import BOM
from archive.exporting.hits import (
    FoundReport,
    FoundTask,
    Listing,
    reports_document,
    tasks_document,
)
from archive.period import Period
from archive.report import Report, Span

PLAIN = Report(
    id="2022-01-13-hop",
    source="https://example.org/hop?a=1&b=2",
    text="",
    title="Họp *tổng kết* năm",
    body="Tỉnh ủy Đông Hà",
    kind="annual",
    published=date(2022, 1, 14),
    event_date=date(2022, 1, 13),
    period_reviewed=Period.parse("2021"),
    period_planned=Period.parse("2022"),
)
HARMFUL = Report(id="x", source="tin.txt", text="", title="=HYPERLINK(1)", body="+84 | <b>")
PASSAGE = ("Quy hoạch | cán bộ", (Span(0, 9),))


class Words:
    """The keys themselves, with their facts."""

    language = "en"

    def __call__(self, key: str, /, **facts: object) -> str:
        return " ".join((key, *map(str, facts.values())))


FOUND = [FoundReport(PLAIN, 2.5, (PASSAGE, ("hai", ()))), FoundReport(HARMFUL, 1.0)]


def rows(data: bytes) -> list[list[str]]:
    text = data.decode()
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM))))


def test_a_spreadsheet_has_one_table_with_dates_and_links() -> None:
    document = reports_document(Listing("quy hoạch", 7), FOUND, Words(), flat=True)
    head, first, second, *rest = rows(write(document, "csv"))
    assert rest == [[]]
    told = dict(zip(head, first, strict=True))
    assert told["field.id"] == "2022-01-13-hop"
    assert (told["field.event_date"], told["field.published"]) == ("2022-01-13", "2022-01-14")
    assert told["field.source"] == "https://example.org/hop?a=1&b=2"
    assert (told["field.kind"], told["export.score"]) == ("kind.annual", "2.5")
    assert told["export.passages"] == "Quy hoạch | cán bộ\nhai"
    other = dict(zip(head, second, strict=True))
    assert (other["field.title"], other["field.body"]) == ("'=HYPERLINK(1)", "'+84 | <b>")


def test_markdown_names_its_sources_and_takes_no_text_for_markup() -> None:
    document = reports_document(Listing("quy *hoạch*", 7), FOUND, Words(), flat=False)
    text = write(document, "md").decode()
    assert text.startswith("# export.hits quy \\*hoạch\\*\n\nexport.hits-shown 7 2\n")
    assert "[Họp \\*tổng kết\\* năm](<https://example.org/hop?a=1&b=2>)" in text
    assert "export.held 2022-01-13" in text
    assert "| **Quy hoạch** \\| cán bộ<br>hai |" in text
    assert "<b>" not in text


def test_tasks_stand_under_the_report_that_sets_them() -> None:
    found = [FoundTask(PLAIN, 3, PASSAGE), FoundTask(PLAIN, 5, ("Hai", ()))]
    flat = tasks_document(Listing("cán bộ", 2), found, Words(), flat=True)
    head, first, second, _ = rows(write(flat, "csv"))
    told = dict(zip(head, first, strict=True))
    assert (told["export.number"], told["export.task"]) == ("3", "Quy hoạch | cán bộ")
    assert told["field.period_planned"] == "2022"
    assert second[0] == "2"
    text = write(tasks_document(Listing("cán bộ", 2), found, Words(), flat=False), "md").decode()
    assert text.count("https://example.org") == 1  # each source once
