from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.index import Index
from search.query import parse
from tests.search.shelf import index_of, report


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(
        Path(tmp_path_factory.mktemp("index")),
        report("a", "x", body="Tỉnh ủy Hà Nam", reviewed="2021"),
        report("b", "x", body="Tỉnh ủy Hà Nam", reviewed="2022", cites=("21-KL/TW khóa XIII",)),
        report("c", "x", body="Cụm thi đua số 4", kind="half-year", reviewed="2022-H1"),
        report("d", "x", body="Huyện ủy Ba Tơ", reviewed="2023"),
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nă", ("năm:",)),
        ("quy hoạch ye", ("quy hoạch year:",)),
        ("-co", ("-cơ-quan:",)),  # without marks
        ("body:", ('body:"Tỉnh ủy Hà Nam"', 'body:"Cụm thi đua số 4"', 'body:"Huyện ủy Ba Tơ"')),
        ("x body:ha", ('x body:"Tỉnh ủy Hà Nam"',)),  # a word inside
        ('cơ-quan:"tỉnh ủy h', ('cơ-quan:"Tỉnh ủy Hà Nam"',)),
        ("year:20", ("year:2022", "year:2021", "year:2023")),
        ("loại:6", ("loại:half-year",)),
        ("văn-bản:21", ('văn-bản:"21-KL/TW khóa XIII"',)),
        ("", ()),
        ("quy ", ()),
        ("zzz", ()),
        ("after:20", ()),  # no list of days
    ],
)
def test_completions(index: Index, typed: str, expected: tuple[str, ...]) -> None:
    assert index.complete(typed) == expected


@given(st.text(alphabet='aàby:"- năm', max_size=12))
def test_a_completed_query_reads_without_a_note(index: Index, typed: str) -> None:
    for whole in index.complete(typed):
        if not whole.endswith(":"):
            assert len(parse(whole).notes) <= len(parse(typed).notes)
