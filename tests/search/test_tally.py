"""Counts by event: reports on one conference count once, by value and by year."""

from dataclasses import replace
from pathlib import Path

from archive.period import Period
from archive.report import Directive, Report
from search.index import Index
from search.tally import Tally
from tests.search.shelf import Shelf


def citing(name: str, event: str | None, year: int | None, *keys: str) -> Report:
    return Report(
        id=name, source=None, text=f"Tin {name}", event_id=event,
        period_reviewed=Period.year_of(year) if year else None,
        directives=tuple(
            Directive(key=key, type="Kết luận", number="1", symbol="KL/TW", issued=None,
                      issuer=None, term=None, name=None, as_written="Tin", start=0, end=3)
            for key in keys
        ),
    )  # fmt: skip


def index_of(folder: Path, *reports: Report) -> tuple[Index, Shelf]:
    shelf = Shelf()
    for report in reports:
        shelf.put(report)
    index = Index.open(shelf, folder)
    index.update()
    return index, shelf


def test_reports_on_one_event_count_once(tmp_path: Path) -> None:
    index, _ = index_of(
        tmp_path,
        citing("a", "e", 2022, "x", "y"),
        citing("b", "e", 2022, "x"),
        citing("c", "f", 2023, "x"),
        citing("d", None, 2023, "y"),
    )
    assert index.tally("directive") == (
        Tally("x", 2, (("2022", 1), ("2023", 1))),
        Tally("y", 2, (("2022", 1), ("2023", 1))),
    )
    assert [(one.value, one.events) for one in index.tally("year")] == [("2023", 2), ("2022", 1)]


def test_reports_without_an_event_are_each_one(tmp_path: Path) -> None:
    index, _ = index_of(tmp_path, *(citing(name, None, 2022, "x") for name in "abc"))
    assert index.tally("directive") == (Tally("x", 3, (("2022", 3),)),)


def test_a_report_without_a_year_counts_in_all_alone(tmp_path: Path) -> None:
    index, _ = index_of(tmp_path, citing("a", None, None, "x"), citing("b", None, 2022, "x"))
    assert index.tally("directive") == (Tally("x", 2, (("2022", 1),)),)


def test_what_was_taken_out_or_changed_counts_no_more(tmp_path: Path) -> None:
    first = citing("a", None, 2022, "x")
    index, shelf = index_of(tmp_path, first, citing("b", None, 2022, "x"))
    shelf.take("b")
    shelf.put(replace(first, directives=()))
    index.update()
    assert index.tally("directive") == ()


def test_an_empty_index_counts_nothing(tmp_path: Path) -> None:
    index, _ = index_of(tmp_path)
    assert index.tally("directive") == index.tally("year") == ()


def test_events_of_which_no_report_tells_the_year(tmp_path: Path) -> None:
    index, _ = index_of(
        tmp_path,
        citing("a", "e", 2022),
        citing("b", "e", None),  # of an event whose year another tells
        citing("c", "f", None),
        citing("d", "f", None),
        citing("g", None, None),
    )
    assert index.untold("year") == 2
