"""Tasks: every style of list, what is no task list, tasks told in prose, who sets them.

The texts lie in `data/tasks.toml`; all reports here are invented.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.period import Period
from archive.reading.outline import outline
from archive.reading.page import read_page
from archive.reading.tasks import find_tasks
from archive.reading.times import Times
from archive.report import Directive, Found, Span, Task
from tests.archive.articles import report_in

ROWS = tomllib.loads(Path(__file__).with_name("data").joinpath("tasks.toml").read_text("utf-8"))
OPENING = (
    "Ban Tổ chức Tỉnh ủy tổng kết công tác năm 2021, triển khai nhiệm vụ năm 2022\n\n"
    "Sáng 10/01/2022, Ban Tổ chức Tỉnh ủy tổ chức Hội nghị tổng kết công tác năm 2021, triển khai "
    "nhiệm vụ năm 2022. Đồng chí Trưởng Ban chủ trì Hội nghị.\n\n"
)
TIMES = Times(
    reviewed=Found(Period.year_of(2021), Span(0, 0)),
    planned=Found(Period.year_of(2022), Span(0, 0)),
    kind=Found("annual", Span(0, 0)),
)
LIST = (
    "Kết luận hội nghị, đồng chí Trần Thị Bình, Trưởng Ban Tổ chức Tỉnh ủy yêu cầu tập trung:\n"
    "1. Rà soát biên chế theo Kết luận số 74-KL/TW.\n2. Số hóa hồ sơ đảng viên."
)


def read(
    text: str, times: Times = TIMES, directives: tuple[Directive, ...] = ()
) -> tuple[Task, ...]:
    page = read_page(text)
    return find_tasks(page, outline(page), times, directives)


def first(task: Task) -> str:
    return " ".join(task.text.split()[:3])


@pytest.mark.parametrize("row", ROWS["list"], ids=[row["rule"] for row in ROWS["list"]])
def test_lists_begin_and_end_where_they_do(row: dict[str, Any]) -> None:
    found = read(OPENING + row["text"])
    edges = [f"{first(task)} … {' '.join(task.text.split()[-2:])}" for task in found]
    assert edges == row["tasks"]


@pytest.mark.parametrize("row", ROWS["prose"], ids=[row["rule"] for row in ROWS["prose"]])
def test_prose_tasks_are_whole_sentences(row: dict[str, Any]) -> None:
    assert [first(task) for task in read(OPENING + row["text"])] == row["tasks"]


@pytest.mark.parametrize(
    ("who", "rank", "may"),
    [
        # those of the body's own level and above it set tasks
        ("Phó Bí thư Thường trực Huyện ủy", "district", True),
        ("Phó Bí thư Thường trực Tỉnh ủy", "district", True),
        ("Phó Bí thư Thường trực Tỉnh ủy", "province", True),
        # those of lower ones only propose
        ("Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", "province", False),
        ("Phó Bí thư Đảng ủy xã", "district", False),
        ("Bí thư Chi bộ Khoa Sinh", "other", False),
        # and so do the heads of associations where a committee's work is reviewed
        ("Chủ tịch Hội Nông dân huyện", "district", False),
        ("Chủ tịch Hội Nông dân huyện", "other", True),
    ],
)
def test_who_may_set_tasks_by_the_level_of_the_body(who: str, rank: str, *, may: bool) -> None:
    opening = "Tổng kết năm 2021\n\nSáng 10/01/2022, hội nghị tổng kết năm 2021 được tổ chức.\n\n"
    page = read_page(f"{opening}{who} đề nghị các đơn vị rà soát hồ sơ ngay trong quý I.\n")
    assert bool(find_tasks(page, outline(page), TIMES, (), rank)) == may


def test_of_many_lists_those_that_set_tasks_are_read_each_with_who_set_it() -> None:
    found = read(OPENING + ROWS["report"]["text"])
    assert [[first(task), task.by or ""] for task in found] == ROWS["report"]["tasks"]


def test_ordinals_count_and_spans_hold() -> None:
    text = OPENING + LIST
    tasks = read(text)
    assert [task.ordinal for task in tasks] == [1, 2]
    assert [text[task.start : task.end] for task in tasks] == [task.text for task in tasks]


def test_directives_are_those_cited_inside_the_task() -> None:
    text = OPENING + LIST
    start = text.index("Kết luận số 74")
    end = start + len("Kết luận số 74-KL/TW")
    cited = Directive(
        key="74-KL/TW",
        type="Kết luận",
        number="74",
        symbol="KL/TW",
        issued=None,
        issuer=None,
        term=None,
        name=None,
        as_written=text[start:end],
        start=start,
        end=end,
        mentions=(Span(0, 5), Span(start, end)),
    )
    assert [task.directives for task in read(text, directives=(cited,))] == [("74-KL/TW",), ()]


SPEAKERS = [
    ("a name after its form of address", LIST, "Trần Thị Bình"),
    (
        "an office without a name",
        "Đồng chí Trưởng Ban Tổ chức Tỉnh ủy đề nghị:\n- Rà soát biên chế.\n- Số hóa hồ sơ.",
        "Trưởng Ban Tổ chức Tỉnh ủy",
    ),
    (
        "a gathering",
        "Hội nghị xác định nhiệm vụ trọng tâm:\n- Rà soát biên chế.\n- Số hóa hồ sơ.",
        "Hội nghị",
    ),
    (
        "whom somebody reports to sets nothing",
        "Năm 2022 báo cáo Bộ Chính trị, Ban Bí thư hai nội dung triển khai:\n- Rà soát.\n- Số hóa.",
        None,
    ),
    (
        "nor does who assigned what is spoken of",
        "Nhiệm vụ được Bộ Chính trị, Ban Bí thư giao và triển khai:\n- Rà soát.\n- Số hóa hồ sơ.",
        None,
    ),
    (
        "a body that reports may set them",
        "Sau khi báo cáo kết quả, Ban Tổ chức đề nghị:\n- Rà soát biên chế.\n- Số hóa hồ sơ.",
        "Ban Tổ chức",
    ),
    (
        "whoever leads to a list sets those that go on with it under topics",
        "Hội nghị thống nhất nhiệm vụ:\n\nTổ chức\n- Rà soát biên chế.\n\nHồ sơ\n- Số hóa hồ sơ.",
        "Hội nghị",
    ),
    (
        "a heading names nobody",
        "NHIỆM VỤ NĂM 2022\n- Rà soát biên chế.\n- Số hóa hồ sơ.",
        None,
    ),
]


def test_whose_word_it_is_may_be_said_right_behind() -> None:
    text = (
        "Năm 2022, toàn ngành cần tập trung rà soát biên chế và số hóa hồ sơ đảng viên.\n"
        "Đây là nhấn mạnh của đồng chí Lê Văn Đức, Trưởng Ban, tại hội nghị.\n"
    )
    assert [task.by for task in read(OPENING + text)] == ["Lê Văn Đức"]


@pytest.mark.parametrize(("rule", "text", "by"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_by_is_who_sets_the_list(rule: str, text: str, by: str | None) -> None:
    assert {task.by for task in read(OPENING + text)} == {by}, rule


def test_an_article_on_no_conference_sets_no_tasks() -> None:
    assert read(OPENING + LIST, times=Times()) == ()
    none = Times(kind=Found("none", Span(0, 0)))
    assert read(OPENING + LIST, times=none) == ()


LINES = st.sampled_from(
    [
        "Năm 2022, Ban xác định các nhiệm vụ trọng tâm sau:",
        "1. Rà soát biên chế.",
        "2) Số hóa hồ sơ;",
        "3.",
        "- Tăng cường kiểm tra:",
        "+ Cơ sở; và",
        "Một là, đẩy mạnh thi đua; hai là, giữ kỷ cương.",
        "(1) tập trung; (2) hoàn thành (3)",
        "a) Đào tạo",
        "Về cán bộ:",
        "Đồng chí Trưởng Ban đề nghị ngành tiếp tục đổi mới; tăng cường kiểm tra.",
        "Quang cảnh hội nghị.",
        "Thứ Năm, 08/07/2021",
        "",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=14).map("\n".join))
def test_tasks_never_overlap_and_are_what_their_spans_hold(text: str) -> None:
    tasks = read(OPENING + text)
    edges = [edge for task in tasks for edge in (task.start, task.end)]
    assert edges == sorted(edges)
    for task in tasks:
        assert (OPENING + text)[task.start : task.end] == task.text
        assert task.text.strip() == task.text != ""


def test_a_list_may_start_again_and_again() -> None:
    text = "Nhiệm vụ trọng tâm năm 2022:\n" + "1. Rà soát biên chế.\n" * 3000
    assert len(read(OPENING + text)) == 3000


def test_items_that_open_as_tasks_do_are_not_enough_without_a_lead() -> None:
    assert read(OPENING + "- Rà soát biên chế.\n- Số hóa hồ sơ.") == ()


def test_a_part_of_the_year_that_is_reviewed_is_planned_for_by_its_own_name() -> None:
    """After delegates, too, the body's own plan for the quarter is told by the article."""
    found = report_in(
        "Ban Tổ chức Thành ủy Vinh giao ban quý III\n06/10/2023\n"
        "Ngày 05/10, Ban Tổ chức Thành ủy Vinh tổ chức hội nghị giao ban quý III"
        " và 9 tháng đầu năm, triển khai nhiệm vụ quý IV/2023.\n"
        "Các đại biểu đề xuất thành phố hỗ trợ thêm máy quét.\n"
        "Trong quý IV/2023, Ban Tổ chức Thành ủy tập trung tham mưu lấy phiếu tín nhiệm. Rà soát 56"
        " hồ sơ chưa số hóa.\n"
    )
    assert [first(task) for task in found.tasks] == ["Trong quý IV/2023,", "Rà soát 56"]
