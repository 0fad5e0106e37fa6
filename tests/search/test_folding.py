import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.answer import Selection
from search.folding import fold
from search.index import Index
from tests.search.shelf import index_of, report


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return index_of(
        tmp_path,
        report("a", "quy hoạch quy hoạch quy hoạch", event="hội nghị 1", reviewed="2021"),
        report("b", "quy hoạch quy hoạch và nhiều chữ khác nữa", event="hội nghị 1"),
        report("c", "quy hoạch và rất nhiều những chữ khác nữa ở đây", event="hội nghị 1"),
        report("d", "quy hoạch quy hoạch quy hoạch và chữ", event="hội nghị 2"),
        report("e", "quy hoạch của ai"),
        report("f", "quy hoạch cho ai"),  # none of these has an event
        report("g", "không có", event="hội nghị 1"),
    )


def test_reports_on_one_event_are_one_hit(index: Index) -> None:
    answer = index.search("quy hoạch", fold=True)
    assert {hit.id: hit.others for hit in answer.hits} == {
        "a": ("b", "c"),
        "d": (),
        "e": (),
        "f": (),
    }
    assert (answer.total, answer.listed) == (6, 4)  # reports, hits


def test_only_what_answers_is_folded(index: Index) -> None:
    chosen = Selection({"year": ("2021",)})
    (hit,) = index.search("quy hoạch", chosen, fold=True).hits
    assert (hit.id, hit.others) == ("a", ())


def test_an_event_is_led_by_the_original_where_its_best_report_stands(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        report("best", "quy hoạch quy hoạch quy hoạch", event="1", flags=("reprint",)),
        report("original", "quy hoạch và rất nhiều những chữ khác nữa ở đây", event="1"),
        report("second", "quy hoạch và ít chữ", event="2"),
        report("copy", "quy hoạch và những chữ khác nữa", event="3", flags=("reprint",)),
        report("copy-too", "quy hoạch và nhiều những chữ khác nữa", event="3", flags=("reprint",)),
    )
    hits = index.search("quy hoạch", fold=True).hits
    assert [(hit.id, hit.others) for hit in hits] == [
        ("original", ("best",)),
        ("second", ()),
        ("copy", ("copy-too",)),  # where there are only reprints, the best of them
    ]
    assert index.search("quy hoạch").hits[0].id == "best"  # every report by itself


def test_unfolded_every_report_is_a_hit(index: Index) -> None:
    answer = index.search("quy hoạch")
    assert (answer.total, answer.listed, len(answer.hits)) == (6, 6, 6)
    assert all(hit.others == () for hit in answer.hits)


@given(
    st.lists(st.integers(0, 5), max_size=30).map(np.array),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_pages_part_the_whole_and_lose_nothing(
    events: "np.ndarray[tuple[int], np.dtype[np.int64]]", offset: int, limit: int
) -> None:
    events = events.astype(np.int64)
    order = np.arange(len(events))[::-1]
    whole, count = fold(order, events, 0, len(events))
    page, _ = fold(order, events, offset, limit)
    assert page.leaders.tolist() == whole.leaders.tolist()[offset : offset + limit]
    assert all(page.others[leader] == whole.others[leader] for leader in page.leaders.tolist())
    held = [*whole.leaders.tolist(), *(one for others in whole.others.values() for one in others)]
    assert sorted(held) == sorted(order.tolist())
    assert count == len(whole.leaders) == len(set(events.tolist()))


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.sampled_from("12345"), st.integers(1, 4)), min_size=1, max_size=12),
    st.integers(1, 3),
)
def test_a_search_gives_page_by_page_what_it_gives_at_once(
    made: list[tuple[str, int]], limit: int
) -> None:
    reports = [
        report(f"r{i:02}", "quy hoạch " * often + "và", event="" if event == "5" else event)
        for i, (event, often) in enumerate(made)
    ]
    with tempfile.TemporaryDirectory() as folder:
        index = index_of(Path(folder), *reports)
        whole = index.search("quy hoạch", limit=100, fold=True)
        pages = [
            index.search("quy hoạch", limit=limit, offset=at, fold=True)
            for at in range(0, len(made), limit)
        ]
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits
    assert {page.listed for page in pages} == {len(whole.hits)}
    assert sum(1 + len(hit.others) for hit in whole.hits) == len(made) == whole.total
