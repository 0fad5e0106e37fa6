from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import UnknownReport
from search.index import Index
from tests.search.shelf import index_of, report

REPORTS = (
    report("a", "Hội nghị về quy hoạch cán bộ theo 21-KL/TW của HĐND", title="Quy hoạch 2022"),
    report(
        "b",
        "Hỏi đáp nghị quyết; quy chế cán bộ",
        title="Đáp",
        tasks=("Rà soát cán bộ",),
        body="Cụm số 4",
    ),
    report("c", "Không có gì"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(Path(tmp_path_factory.mktemp("index")), *REPORTS)


def test_a_word_names_its_forms_and_where_they_stand(index: Index) -> None:
    found = index.explain("hoi can", "b")
    word, other, *_ = found.reasons
    assert (word.kind, word.typed, word.forms, word.parts) == ("word", "hoi", ("hỏi",), ("text",))
    assert (other.typed, other.forms, other.parts) == ("can", ("cán",), ("tasks", "text"))


def test_title_and_text_are_told_apart(index: Index) -> None:
    (reason,) = index.explain("hoạch", "a").reasons
    assert reason.parts == ("title", "text")


def test_another_form_of_a_name_is_told(index: Index) -> None:
    reasons = index.explain("hội đồng nhân dân", "a").reasons
    assert all("hđnd" in reason.forms for reason in reasons if reason.kind == "word")


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("quy hoạch", ["word", "word", "pair"]),
        ('"quy hoạch"', ["phrase"]),
        ("21-KL/TW", ["document"]),
        ("hội kind:annual", ["word", "filter"]),
        ("hội -xyz", ["word"]),  # what is not there gives nothing
        ("hội OR xyz", ["word"]),
    ],
)
def test_kinds(index: Index, query: str, kinds: list[str]) -> None:
    assert [reason.kind for reason in index.explain(query, "a").reasons] == kinds


def test_what_a_report_lacks(index: Index) -> None:
    assert index.explain("đáp hội", "b").missing == ("hội",)


def test_an_unknown_report(index: Index) -> None:
    with pytest.raises(UnknownReport):
        index.explain("hội", "nowhere")


PIECES = st.sampled_from(
    ["hội", "hoi", "nghị", "quy hoạch", '"cán bộ"', "21-KL/TW", "-đáp", "OR", "title:quy", "hđnd"]
)


@given(st.lists(PIECES, max_size=5).map(" ".join))
def test_the_weights_add_up_to_the_score(index: Index, query: str) -> None:
    for hit in index.search(query).hits:
        explained = index.explain(query, hit.id)
        assert explained.score == pytest.approx(hit.score, abs=0.002)
