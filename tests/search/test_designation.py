"""What a document's name means: one rule for queries, filters and citations."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.report import Span
from search.answer import Selection
from search.citing import citations_in
from search.designation import designation
from tests.archive.written import bare
from tests.search.shelf import index_of, report

KEYS = (
    "21-KL/TW khóa XIII",
    "21-KL/TW khóa XII",
    "Quy định 50-QĐ/TW khóa XIII",
    "Quyết định 50-QĐ/TW khóa XIII",
    "157-KH/TU Sông Linh nhiệm kỳ 2020-2025",
    "157-KH/TU",
    "26/2015/NĐ-CP",
    "Chỉ thị 36",
    "36-CT/TW khóa XII",
    "10-CTr/TU Sông Linh",
    "Nghị quyết Trung ương 4 (khóa XII)",
    "15/QĐ-TTg năm 2021",
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("21-KL/TW", [0, 1]),  # what is left out is not denied
        ("21-kl/tw", [0, 1]),
        ("21 KL/TW", [0, 1]),
        ("21-KL/TƯ", [0, 1]),
        ("21-KL/TU", []),  # a province's
        ("KL 21", [0, 1]),
        ("KL21", [0, 1]),
        ("kết luận số 21", [0, 1]),
        ("ket luan so 21-kl/tw", [0, 1]),
        ("Kết luận 21-KL/TW khoá XIII", [0]),  # tone placement
        ("021-KL/TW (khóa XII)", [1]),
        ("21-KL/TW khóa XI", []),
        ("1-KL/TW", []),  # a number is not the tail of another
        ("50-QĐ/TW", [2, 3]),
        ("50-QD/TW khóa XIII", [2, 3]),
        ("quy định 50", [2]),  # the word tells two types of one symbol apart
        ("quyet dinh 50-qd/tw", [3]),
        ("157-KH/TU", [4, 5]),
        ("157-KH/TU Sông Linh", [4]),
        ("157-kh/tu song linh", [4]),
        ("157-KH/TU Sông Lính", []),  # typed with marks it means those
        ("Nghị định 26", [6]),
        ("26/2015/NĐ-CP", [6]),
        ("26/2016/NĐ-CP", []),
        ("Chỉ thị 36", [7, 8]),
        ("36-CT/TW", [8]),  # whose symbol is not known may be another's
        ("Chương trình hành động số 10-CTr/TU", [9]),
        ("trung ương 4", [10]),
        ("quyết định 15", [11]),
    ],
)
def test_one_name_means_the_same_everywhere(tmp_path: Path, name: str, expected: list[int]) -> None:
    reports = [report(str(i), "Hội nghị.", cites=(key,)) for i, key in enumerate(KEYS)]
    index = index_of(tmp_path, *reports)
    wanted = [str(i) for i in expected]
    typed = Selection({"directive": (name,)}, typed=True)
    for query, selection in ((f'directive:"{name}"', Selection()), ("", typed)):
        answer = index.search(query, selection, limit=50)
        assert sorted(hit.id for hit in answer.hits) == sorted(wanted)
    cited = [
        replace(one, directives=(bare(key, key, Span(0, 8)),))
        for one, key in zip(reports, KEYS, strict=True)
    ]
    assert [one.id for one in cited if list(citations_in(one, name))] == wanted


@pytest.mark.parametrize("key", KEYS)
def test_a_key_means_itself(tmp_path: Path, key: str) -> None:
    index = index_of(tmp_path, report("one", "Hội nghị.", cites=(key,)))
    for selection in (
        Selection({"directive": (key,)}),
        Selection({"directive": (key,)}, typed=True),
    ):
        assert index.search("", selection).total == 1


def test_what_a_list_offers_is_just_that(tmp_path: Path) -> None:
    reports = [report(str(i), "Hội nghị.", cites=(key,)) for i, key in enumerate(KEYS)]
    index = index_of(tmp_path, *reports)
    found = index.search("", Selection({"directive": ("157-KH/TU",)}))
    assert [hit.id for hit in found.hits] == ["5"]


@pytest.mark.parametrize(
    ("name", "found"), [("04-NQ/TW khóa XII", True), ("NQ 4", True), ("04-NQ/TW khóa XI", False)]
)
def test_what_a_citation_could_be_finds_it(tmp_path: Path, name: str, found: bool) -> None:
    cited = bare("Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Trung ương 4", Span(0, 8))
    cited = replace(cited, candidates=("04-NQ/TW khóa XII", "05-NQ/TW khóa XII"))
    one = replace(report("one", "Hội nghị."), directives=(cited,))
    index = index_of(tmp_path, one)
    typed = Selection({"directive": (name,)}, typed=True)
    assert index.search(f'directive:"{name}"').total == found
    assert index.search("", typed).total == found
    assert bool(list(citations_in(one, name))) == found
    assert {value.value for value in index.search("").facets["directive"]} == {cited.key}


@pytest.mark.parametrize(
    "name", ["Nghị quyết Trung ương 4, 6 và 7", "41/2021/QH15", "KL", "05", ""]
)
def test_what_is_no_number_of_a_document(name: str) -> None:
    assert designation(name) is None
