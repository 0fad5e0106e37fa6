"""The tables that citations and quantities are looked up in hold together."""

from datetime import date

import pytest

from archive.reading.directives.document_types import by_word, meanings
from archive.reading.directives.issuers import by_symbol
from archive.reading.directives.terms import local_term_on, term_named, term_on, term_since
from archive.registry import load


def test_unknown_table() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-table")


def test_a_table_is_parsed_once() -> None:
    assert load("congresses") is load("congresses")


def test_congresses_stand_in_order() -> None:
    days = [row["closed"] for row in load("congresses")["congress"]]
    assert days == sorted(set(days))


def test_well_known_documents_are_many_and_each_has_its_source() -> None:
    documents = load("documents")["document"]
    assert len(documents) >= 80
    for row in documents:
        assert row["source"], row
        assert row["title"], row
        assert row["type"].lower() in by_word(), row


def test_no_document_stands_twice() -> None:
    rows = load("documents")["document"]
    keys = [
        (row["type"], row["number"], row["symbol"], row.get("issued"), row.get("term"))
        for row in rows
    ]
    assert len(set(keys)) == len(keys)


def test_days_of_issue_are_possible() -> None:
    for row in load("documents")["document"]:
        if "issued" in row:
            assert date(1980, 1, 1) < row["issued"] < date(2027, 1, 1), row
            assert "term" not in row, "the day tells the term"


def test_organs_of_known_documents_are_known_issuers() -> None:
    for row in load("documents")["document"]:
        organ = row["symbol"].replace("-", "/").rpartition("/")[2].rstrip("0123456789")
        assert organ.lower().replace("đ", "d") in by_symbol(), row


LETTERS = [
    ("NQ", ["Nghị quyết"]),
    ("QĐ", ["Quyết định", "Quy định"]),
    ("QD", ["Quyết định", "Quy định"]),  # D stands for Đ
    ("HD", ["Hướng dẫn"]),
    ("HĐ", []),  # but Đ never for D: a contract or a council is no guidance
    ("CTR", ["Chương trình"]),
    ("CTN", []),
    ("TT", ["Thông tri", "Thông tư"]),
    ("L", ["Luật", "Lệnh"]),
]


@pytest.mark.parametrize(("letters", "names"), LETTERS)
def test_what_letters_mean(letters: str, names: list[str]) -> None:
    assert [kind.name for _, kind in meanings(letters)] == names


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2016, 1, 27), "XI"),
        (date(2016, 1, 28), "XII"),  # a term begins on the congress's closing day
        (date(2021, 2, 1), "XIII"),
        (date(2026, 1, 22), "XIII"),
        (date(1930, 2, 3), None),
    ],
)
def test_term_on_a_day(day: date, term: str | None) -> None:
    assert term_on(day) == term


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2019, 7, 15), "2015-2020"),
        (date(2020, 2, 14), "2015-2020"),
        (date(2020, 9, 20), None),  # in the months of the local congresses nothing tells it
        (date(2020, 12, 24), "2020-2025"),
        (date(2022, 5, 12), "2020-2025"),
    ],
)
def test_local_term_on_a_day(day: date, term: str | None) -> None:
    assert local_term_on(day) == term


@pytest.mark.parametrize(
    ("word", "term"),
    [("XII", "XII"), ("xiii", "XIII"), ("12", "XII"), ("9", "IX"), ("vi phạm", None)],
)
def test_term_named(word: str, term: str | None) -> None:
    assert term_named(word) == term


def test_term_since() -> None:
    assert term_since("XIII") == date(2021, 2, 1)
    assert term_since("XL") is None
