"""More like this: what reports are alike, and what shows it."""

from pathlib import Path

import pytest

from archive.errors import UnknownReport
from search.answer import Page, Selection
from search.index import Index
from tests.search.shelf import index_of, report

HOME = "Ban Tổ chức Tỉnh ủy Đông Hà"
MEETING = "Hội nghị bàn công tác trong tỉnh. "
SHELF = (
    report(
        "one",
        MEETING + "Chi bộ ghép gặp khó khi nhận xét đảng viên; quy chế phối hợp chưa có.",
        tasks=("Ban hành quy chế phối hợp cho chi bộ ghép", "Trồng cây đầu xuân"),
        body=HOME,
        cites=("58-QĐ/TW khóa XIII",),
        event="e1",
    ),
    report(
        "same-event",
        MEETING + "Chi bộ ghép gặp khó khi nhận xét đảng viên; quy chế phối hợp chưa có.",
        event="e1",
    ),
    report(
        "alike",
        MEETING + "Sáu chi bộ ghép đã có quy chế phối hợp, việc nhận xét đảng viên gọn hơn.",
        body=HOME,
        event="e2",
    ),
    report("alike-too", MEETING + "Quy chế phối hợp của chi bộ ghép.", event="e2"),
    report("cites", MEETING + "Kiểm kê kho lưu trữ.", cites=("58-QĐ/TW khóa XIII",)),
    report("trees", MEETING + "Đầu xuân các xã trồng cây; trồng cây đầu xuân đã thành nếp."),
    *(report(f"other-{i}", f"Giải bóng đá thiếu niên lần thứ {i} khai mạc.") for i in range(9)),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("index"), *SHELF)


def test_what_shares_rare_words_comes_first_then_what_cites_the_same(index: Index) -> None:
    answer = index.like("one")
    names = [hit.id for hit in answer.hits]
    assert names[:2] == ["alike", "alike-too"]
    assert "cites" in names
    assert not {name for name in names if name.startswith("other")}
    assert answer.total == len(names)
    assert [hit.score for hit in answer.hits] == sorted(h.score for h in answer.hits)[::-1]
    assert all(0 < hit.score <= 1 for hit in answer.hits)


def test_neither_the_report_nor_others_on_its_event(index: Index) -> None:
    assert not {"one", "same-event"} & {hit.id for hit in index.like("one", Page(limit=100)).hits}


def test_passages_show_what_both_tell(index: Index) -> None:
    (snippet,) = index.like("one", Page(limit=1)).hits[0].snippets
    marked = {snippet.text[start:end] for start, end in snippet.highlights}
    assert {"chi bộ ghép", "quy chế phối hợp"} <= marked


def test_halves_of_words_and_numbers_are_not_marked(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        report("one", "Cấp uỷ đổi mới sinh hoạt chuyên đề; có 75 đảng viên; quý ít việc."),
        report("other", "Bàn cách đổi mới sinh hoạt chuyên đề, 75 đảng phí; quý ít người."),
        report("halves", "Khu mới sinh hoạt chung; đổi mới sinh hoạt chuyên đề."),
        *(report(f"few-{i}", f"Quý {i} gặp khó; người ít đi; hồ sinh thái mới.") for i in range(6)),
        *(report(f"far-{i}", f"Giải bóng đá thiếu niên lần thứ {i} khai mạc.") for i in range(9)),
    )
    marked = {
        hit.id: {s.text[start:end] for s in hit.snippets for start, end in s.highlights}
        for hit in index.like("one").hits
    }
    assert marked["other"] == {"đổi mới sinh hoạt chuyên đề"}
    assert marked["halves"] == {"sinh hoạt", "đổi mới sinh hoạt chuyên đề"}


def test_like_one_task(index: Index) -> None:
    assert index.like("one", task=2).hits[0].id == "trees"
    assert index.like("one", task=1).hits[0].id in ("alike", "alike-too")


def test_reports_on_one_event_fold_and_facets_narrow(index: Index) -> None:
    (first, *_) = index.like("one", Page(folded=True)).hits
    assert (first.id, first.others) == ("alike", ("alike-too",))
    chosen = Selection({"body": (HOME,)})
    assert [hit.id for hit in index.like("one", Page(chosen)).hits] == ["alike"]


def test_what_is_not_there_is_said(index: Index) -> None:
    with pytest.raises(UnknownReport, match="no-report"):
        index.like("nowhere")
    with pytest.raises(UnknownReport, match="no-task"):
        index.like("one", task=3)


def test_nothing_is_like_a_report_that_stands_alone(tmp_path: Path) -> None:
    answer = index_of(tmp_path, report("alone", "Chỉ một mình.")).like("alone")
    assert (answer.total, answer.hits) == (0, ())
