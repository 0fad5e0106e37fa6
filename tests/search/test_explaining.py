from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import UnknownReport
from search.answer import Page, Selection, Sort
from search.index import Index
from tests.search.shelf import index_of, report

REPORTS = (
    report(
        "a", "Hội nghị về quy hoạch cán bộ 21/2022 theo 21-KL/TW của HĐND", title="Quy hoạch 2022"
    ),
    report(
        "b",
        "Hỏi đáp nghị quyết; quy chế cán bộ",
        title="Đáp",
        tasks=("Rà soát cán bộ",),
        body="Cụm số 4",
        day=date(2021, 3, 1),
    ),
    report("c", "Không có gì"),
    report(
        "d",
        "Cán bộ hội nghị",
        tasks=("Luân chuyển", "Rà soát quy hoạch cán bộ theo 21-KL/TW", "Hoạch định quy chế HĐND"),
        kind="quarter",
        day=date(2022, 3, 1),
    ),
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
        ("đáp OR quy hoạch", ["word", "word", "pair"]),
        ("21 2022", ["word", "word", "pair"]),
    ],
)
def test_kinds(index: Index, query: str, kinds: list[str]) -> None:
    assert [reason.kind for reason in index.explain(query, "a").reasons] == kinds


def test_the_number_of_a_quarter_is_no_pair_with_its_year(tmp_path: Path) -> None:
    index = index_of(tmp_path, report("a", "Ngày 05/01/2022 họp quý"), report("b", "họp"))
    found = index.explain("quý 1 2022", "a").reasons
    assert [reason.typed for reason in found] == ["quý", "1", "2022"]
    *_, pair = index.explain("5 1 2022", "a").reasons
    assert (pair.kind, pair.typed) == ("pair", "1 2022")


def test_what_a_report_lacks(index: Index) -> None:
    assert index.explain("đáp hội", "b").missing == ("hội",)


def test_an_unknown_report(index: Index) -> None:
    with pytest.raises(UnknownReport):
        index.explain("hội", "nowhere")


PIECES = st.sampled_from(
    ["hội", "hoi", "nghị", "quy hoạch", '"cán bộ"', "21-KL/TW", "-đáp", "OR", "title:quy", "hđnd"]
)


QUERIES = st.lists(PIECES, max_size=5).map(" ".join)
SORTS = st.sampled_from(["relevance", "fresh", "date"])


@given(QUERIES, SORTS)
def test_the_weights_add_up_to_the_score(index: Index, query: str, sort: Sort) -> None:
    for hit in index.search(query, sort=sort).hits:
        explained = index.explain(query, hit.id, Page(sort=sort))
        assert explained.score == pytest.approx(hit.score, abs=0.002)
        assert sum(r.weight for r in explained.reasons) == pytest.approx(explained.score, abs=0.001)


# ---- tasks


def test_a_task_is_explained_by_its_own_words(index: Index) -> None:
    found = index.explain("quy hoach can bo", "d", task=2)
    assert (found.id, found.ordinal, found.missing) == ("d", 2, ())
    told = [(r.kind, r.typed, r.forms, r.parts) for r in found.reasons]
    assert told == [
        ("word", "quy", ("quy",), ("tasks",)),
        ("word", "hoach", ("hoạch",), ("tasks",)),
        ("word", "can", ("cán",), ("tasks",)),
        ("word", "bo", ("bộ",), ("tasks",)),
        ("pair", "quy hoach", (), ("tasks",)),
        ("pair", "hoach can", (), ("tasks",)),
        ("pair", "can bo", (), ("tasks",)),
    ]


@pytest.mark.parametrize(
    ("query", "task", "kinds", "missing"),
    [
        ('"quy hoạch"', 2, ["phrase"], ()),
        ("21-KL/TW", 2, ["document"], ()),
        ("quy hoạch kind:quarter", 2, ["filter", "word", "word", "pair"], ()),
        ("nghị OR soát", 2, ["word"], ()),
        ("hội nghị OR quy hoạch", 2, ["word"], ()),
        ("hội đồng nhân dân", 3, ["word"] * 4, ()),
        ("quy hoạch nghị", 3, ["word", "word"], ("nghị",)),  # the report has it, the task not
        ("", 1, [], ()),
    ],
)
def test_kinds_of_a_tasks_reasons(
    index: Index, query: str, task: int, kinds: list[str], missing: tuple[str, ...]
) -> None:
    found = index.explain(query, "d", task=task)
    assert [reason.kind for reason in found.reasons] == kinds
    assert found.missing == missing


@given(QUERIES, SORTS, st.sampled_from([Selection(), Selection({"kind": ("quarter",)})]))
def test_the_weights_of_a_task_add_up_to_its_score(
    index: Index, query: str, sort: Sort, selection: Selection
) -> None:
    for hit in index.search_tasks(query, selection, sort).hits:
        found = index.explain(query, hit.id, Page(selection, sort), task=hit.ordinal)
        assert found.score == pytest.approx(hit.score, abs=0.002)
        assert sum(r.weight for r in found.reasons) == pytest.approx(found.score, abs=0.001)


@pytest.mark.parametrize(("name", "task"), [("d", 9), ("c", 1), ("nowhere", 1)])
def test_a_task_that_is_not_there(index: Index, name: str, task: int) -> None:
    with pytest.raises(UnknownReport):
        index.explain("hội", name, task=task)


def test_newer_reports_say_what_their_day_gives_them(index: Index) -> None:
    *_, last = index.explain("hội", "d", Page(sort="fresh")).reasons
    assert (last.kind, last.typed) == ("fresh", "2022-03-01")
    assert last.weight == pytest.approx(
        0.5 * sum(r.weight for r in index.explain("hội", "d").reasons), abs=0.001
    )
