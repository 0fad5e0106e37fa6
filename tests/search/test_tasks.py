from datetime import date
from pathlib import Path

import pytest

from search.answer import Facet, Selection
from search.index import EVERYTHING, Index
from tests.search.shelf import Shelf, index_of, report

OLDER = report(
    "cũ",
    "Hội nghị giao nhiệm vụ. Luân chuyển cán bộ.",
    title="Tổng kết; luân chuyển cán bộ",
    tasks=("Rà soát quy hoạch cán bộ", "Thực hiện Kết luận 21-KL/TW", "Sắp xếp bộ máy HĐND"),
    planned="2022",
    reviewed="2021",
    day=date(2021, 12, 1),
)
NEWER = report(
    "mới",
    "Hội nghị giao nhiệm vụ.",
    tasks=("Bổ sung quy hoạch", "Rà soát cán bộ; bổ sung quy hoạch các cấp uỷ và chức danh"),
    body="Tỉnh ủy Quảng Nam",
    reviewed="2022",
    planned="2023",
    day=date(2022, 12, 1),
)
NONE = report("không", "Rà soát quy hoạch cán bộ")


def counted(
    index: Index, query: str, facet: Facet, chosen: Selection = EVERYTHING
) -> dict[str, int]:
    return {v.value: v.count for v in index.search_tasks(query, chosen).facets[facet]}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return index_of(tmp_path, OLDER, NONE, NEWER)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("quy hoạch", {("cũ", 1), ("mới", 1), ("mới", 2)}),
        ("quy hoach", {("cũ", 1), ("mới", 1), ("mới", 2)}),
        ("rà soát quy hoạch", {("cũ", 1), ("mới", 2)}),  # all the words in one task
        ('"quy hoạch cán bộ"', {("cũ", 1)}),
        ('"cán bộ thực hiện"', set()),  # no phrase goes over into the next task
        ("quy hoạch -cán", {("mới", 1)}),
        ("luân chuyển", set()),  # the report says it, no task does
        ("title:tổng", set()),
        ("task:soát", {("cũ", 1), ("mới", 2)}),
        ("21-KL/TW", {("cũ", 2)}),
        ("hội đồng nhân dân", {("cũ", 3)}),  # an abbreviation is its name
        ("máy OR sung", {("cũ", 3), ("mới", 1), ("mới", 2)}),
        ("cán bộ OR kết luận", {("cũ", 1), ("cũ", 2), ("mới", 2)}),
        ("quảng nam soát OR bộ máy", {("mới", 2), ("cũ", 3)}),  # its report names the body
        ("quy hoạch year:2022", {("mới", 1), ("mới", 2)}),
        ("quy hoạch -year:2022", {("cũ", 1)}),
        ("quy hoạch after:2022", {("mới", 1), ("mới", 2)}),
        ("period:2022", {("cũ", 1), ("cũ", 2), ("cũ", 3)}),  # planned for, not set in
        ("quy hoạch 2023", {("mới", 1), ("mới", 2)}),
        ("quy hoạch -period:2022", {("mới", 1), ("mới", 2)}),
        ("period:2021", set()),
        ("rà period:2022 OR period:2023", {("cũ", 1), ("mới", 2)}),
        ("year:2021", {("cũ", 1), ("cũ", 2), ("cũ", 3)}),  # no words: all tasks
        ("cấp ủy", {("mới", 2)}),
        ("chưa có", set()),
    ],
)
def test_tasks_that_answer(index: Index, query: str, expected: set[tuple[str, int]]) -> None:
    answer = index.search_tasks(query)
    assert {(hit.id, hit.ordinal) for hit in answer.hits} == expected
    assert answer.total == len(expected)


SONG = tuple(f"Ban Tổ chức Tỉnh ủy {place}" for place in ("Bình Sơn", "Cao Hà", "Đông Lộc"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Bình Sơn luân chuyển", {("a", 1), ("d", 1)}),  # a body of their report
        ("binh son luan chuyen", {("a", 1), ("d", 1)}),
        ("Bình Sơn 2023", {("a", 1), ("a", 2)}),  # and what it plans for
        ("luân chuyển 2023", {("a", 1), ("b", 1)}),
        ("tổ chức luân chuyển", {("b", 1)}),  # what every body is called names none
    ],
)
def test_words_that_name_the_report_need_not_stand_in_its_tasks(
    tmp_path: Path, query: str, expected: set[tuple[str, int]]
) -> None:
    index = index_of(
        tmp_path,
        report("a", "họp", body=SONG[0], planned="2023", tasks=("Luân chuyển", "Kiểm tra")),
        report("b", "họp", body=SONG[1], planned="2023", tasks=("Tổ chức luân chuyển",)),
        report("c", "họp", body=SONG[2], planned="2022", tasks=("Kiểm tra",)),
        report("d", "họp", body=SONG[0], planned="2024", tasks=("Luân chuyển",)),
        report("e", "họp", body=SONG[1], planned="2022", tasks=("Xong nhiệm vụ năm 2023 nêu ra",)),
    )
    best = {
        (hit.id, hit.ordinal) for hit in index.search_tasks("nhiệm vụ năm 2023 Bình Sơn").hits[:2]
    }
    assert best == {("a", 1), ("a", 2)}
    assert index.search_tasks("Bình Sơn năm 2023 luân chuyển").hits[0].id == "a"
    held = {(hit.id, hit.ordinal) for hit in index.search_tasks(query).hits}
    assert held == expected
    for name, ordinal in held:
        why = index.explain(query, name, task=ordinal)
        assert not why.missing


def test_the_tasks_of_a_reprint_are_told_once(tmp_path: Path) -> None:
    tasks, reprint = ("Luân chuyển", "Kiểm tra"), ("reprint",)
    index = index_of(
        tmp_path,
        report("bản gốc", "họp", tasks=tasks, event="e", reviewed="2022"),
        report("đăng lại", "họp", tasks=tasks, event="e", reviewed="2022", flags=reprint),
        report("ghi chép", "họp", tasks=("Luân chuyển thêm",), event="e", reviewed="2022"),
        report("mồ côi", "họp", tasks=tasks, event="f", flags=reprint),  # the original is not here
    )
    held = [(hit.id, hit.ordinal) for hit in index.search_tasks("luân chuyển").hits]
    assert set(held) == {("bản gốc", 1), ("ghi chép", 1), ("mồ côi", 1)}
    assert counted(index, "luân chuyển", "year") == {"2022": 2}


def test_a_year_where_no_report_tells_its_period(tmp_path: Path) -> None:
    index = index_of(tmp_path, report("a", "họp", tasks=("Xong năm 2023",)))
    assert index.search_tasks("năm 2023").total == 1
    assert index.search("họp năm 2023").total == 1


def test_a_task_hit_is_the_reports_own_task(index: Index) -> None:
    (hit,) = index.search_tasks('"quy hoạch cán bộ"').hits
    assert hit.text == OLDER.tasks[0].text
    assert [hit.text[a:b] for a, b in hit.highlights] == ["quy hoạch cán bộ"]
    assert hit.period_planned == "2022"


def test_a_selection_narrows_the_reports(index: Index) -> None:
    chosen = Selection({"body": ("quảng nam",)})
    assert {hit.id for hit in index.search_tasks("quy hoạch", chosen).hits} == {"mới"}


def test_the_shorter_of_two_tasks_with_the_words_is_first_and_pages_follow(index: Index) -> None:
    whole = [(hit.id, hit.ordinal) for hit in index.search_tasks("quy hoạch").hits]
    assert whole[0] == ("mới", 1)
    pages = [index.search_tasks("quy hoạch", limit=1, offset=i) for i in range(4)]
    assert [(hit.id, hit.ordinal) for page in pages for hit in page.hits] == whole
    assert {page.total for page in pages} == {3}


def test_words_side_by_side_come_before_words_apart(tmp_path: Path) -> None:
    tasks = ("Rà soát cán bộ theo quy định về hoạch toán", "Rà soát quy hoạch các chức danh cán bộ")
    index = index_of(tmp_path, report("một", "họp", tasks=tasks))
    assert [hit.ordinal for hit in index.search_tasks("quy hoạch").hits] == [2, 1]


def test_newer_tasks_are_lifted_on_request(tmp_path: Path) -> None:
    old = report("cũ", "họp", tasks=("Rà soát quy hoạch",), day=date(2019, 1, 1))
    new = report("mới", "họp", tasks=("Rà soát quy hoạch cả năm",), day=date(2023, 1, 1))
    index = index_of(tmp_path, old, new)
    assert [hit.id for hit in index.search_tasks("quy hoạch").hits] == ["cũ", "mới"]
    assert [hit.id for hit in index.search_tasks("quy hoạch", sort="fresh").hits] == ["mới", "cũ"]


def test_a_report_that_left_the_archive_gives_no_hit(tmp_path: Path) -> None:
    shelf = Shelf(OLDER, NEWER)
    index = Index.open(shelf, tmp_path)
    index.update()
    shelf.take("cũ")
    assert {hit.id for hit in index.search_tasks("quy hoạch").hits} == {"mới"}


def test_no_tasks_at_all(tmp_path: Path) -> None:
    assert index_of(tmp_path, NONE).search_tasks("quy hoạch").total == 0
    assert Index.open(Shelf(), tmp_path / "empty").search_tasks("").total == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("quy ho", {("cũ", 1), ("mới", 1), ("mới", 2)}),
        ("quy hoạ", {("cũ", 1), ("mới", 1), ("mới", 2)}),
        ("sắp x", {("cũ", 3)}),
    ],
)
def test_while_typing_the_last_word_may_go_on(
    index: Index, typed: str, expected: set[tuple[str, int]]
) -> None:
    answer = index.search_tasks(typed, typing=True)
    assert {(hit.id, hit.ordinal) for hit in answer.hits} == expected


def test_facets_count_tasks_of_the_query(index: Index) -> None:
    assert counted(index, "quy hoạch", "year") == {"2022": 2, "2021": 1}
    assert counted(index, "quy hoạch", "body") == {"Tỉnh ủy Quảng Nam": 2}
    assert counted(index, "", "year") == {"2022": 2, "2021": 3}
    assert counted(index, "luân chuyển", "year") == {}  # only the report says it
    assert counted(index, "rà soát quy hoạch year:2022", "year") == {"2022": 1}


def test_tasks_are_of_the_period_they_are_planned_for(tmp_path: Path) -> None:
    ahead = report("hẹn", "Bàn việc.", tasks=("Mở lớp bồi dưỡng",), planned="2023")
    back = report("ôn", "Nhìn lại.", tasks=("Viết sử cơ quan",), reviewed="2023")
    both = report("nối", "Họp.", tasks=("Soạn nội quy",), reviewed="2023", planned="2024")
    index = index_of(tmp_path, ahead, back, both)
    for asked, chosen in (
        ("period:2023", Selection()),
        ('kỳ:"năm 2023"', Selection()),
        ("", Selection({"period": ("2023",)})),
    ):
        assert [hit.id for hit in index.search_tasks(asked, chosen).hits] == ["hẹn"]
    assert counted(index, "", "period") == {"2024": 1, "2023": 1}
    of_reports = index.search("period:2023").hits
    assert {hit.id for hit in of_reports} == {"hẹn", "ôn", "nối"}, "of reports both periods count"


def test_a_facet_counts_beside_its_own_choice_and_inside_the_others(index: Index) -> None:
    chosen = Selection({"year": ("2022",)})
    assert counted(index, "quy hoạch", "year", chosen) == {"2022": 2, "2021": 1}
    assert counted(index, "quy hoạch", "period", chosen) == {"2023": 2}  # planned
    assert index.search_tasks("quy hoạch", chosen).total == 2


def test_the_score_of_a_task_does_not_hang_on_the_filters(index: Index) -> None:
    chosen = Selection({"year": ("2022",)})
    (narrowed, *_), every = (index.search_tasks("quy hoạch", s).hits for s in (chosen, EVERYTHING))
    assert narrowed in every


def test_tasks_of_several_segments_and_none_of_what_was_taken_out(tmp_path: Path) -> None:
    shelf = Shelf(OLDER)
    index = Index.open(shelf, tmp_path)
    index.update()
    shelf.put(NEWER)
    index.update()
    assert counted(index, "quy hoạch", "year") == {"2022": 2, "2021": 1}
    shelf.take("cũ")
    index.update()
    assert counted(index, "quy hoạch", "year") == {"2022": 2}
    assert {(hit.id, hit.ordinal) for hit in index.search_tasks("quy").hits} == {
        ("mới", 1),
        ("mới", 2),
    }
