"""Threads of tasks through periods: tables of plans, and the laws that hold for any series."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparing.labelling import label, labels
from archive.comparing.lineage import Lineage, narrowed
from archive.comparing.threading import lineage
from archive.period import Period
from archive.report import Report
from archive.vietnamese import level
from tests.archive.strategies import PERIODS
from tests.archive.written import report

BODY = "Ban Tổ chức Tỉnh ủy Hồ Vân"

ADMIT = "Kết nạp 1.200 đảng viên ở khu công nghiệp"
ADMIT_MORE = "Kết nạp 1.300 đảng viên ở khu công nghiệp"
ADMIT_ONLY = "Kết nạp 1.500 đảng viên, chú ý giáo viên vùng cao"
GRADES = "Hướng dẫn kiểm điểm, xếp loại cuối năm các chi bộ"
DIGITAL = "Số hoá hồ sơ lưu trữ của huyện đảo"
CLASSES = "Mở lớp bồi dưỡng bí thư chi bộ nông thôn"
PLANNING = "Rà soát quy hoạch cán bộ huyện; luân chuyển 12 cán bộ về xã biên giới"
PLANNING_ALONE = "Rà soát quy hoạch cán bộ huyện theo từng chức danh"
ROTATION_ALONE = "Luân chuyển 12 cán bộ về xã biên giới, nhận xét mỗi quý"


def planned(period: str, *texts: str) -> Report:
    return replace(report(*texts), id=f"r-{period}", body=BODY, period_planned=Period.parse(period))


def states(found: Lineage) -> list[list[str]]:
    """Each thread as "period state task"."""
    return [
        [f"{c.period} {c.state} {'-' if c.task is None else c.task}" for c in thread.cells]
        for thread in found.threads
    ]


# The rule, the plans, the threads.
SERIES: list[tuple[str, Mapping[str, Sequence[str]], list[list[str]]]] = [
    (
        "kept, then a figure changed",
        {"2030": [ADMIT], "2031": [ADMIT], "2032": [ADMIT_MORE]},
        [["2030 born 0", "2031 kept 0", "2032 reworded 0"]],
    ),
    (
        "dropped once, not again in each later period; the other one is born",
        {"2030": [DIGITAL], "2031": [ADMIT], "2032": [ADMIT]},
        [["2030 born 0", "2031 dropped -"], ["2031 born 0", "2032 kept 0"]],
    ),
    (
        "back after two periods",
        {"2030": [GRADES], "2031": [ADMIT], "2032": [ADMIT], "2033": [ADMIT, GRADES]},
        [
            ["2030 born 0", "2031 dropped -", "2033 revived 1"],
            ["2031 born 0", "2032 kept 0", "2033 kept 0"],
        ],
    ),
    (
        "seasonal: each second half",
        {
            "2030-H2": [GRADES, ADMIT],
            "2031-H1": [ADMIT],
            "2031-H2": [ADMIT, GRADES],
        },
        [
            ["2030-H2 born 0", "2031-H1 dropped -", "2031-H2 revived 1"],
            ["2030-H2 born 1", "2031-H1 kept 0", "2031-H2 kept 0"],
        ],
    ),
    (
        "a year's task stands while its halves pass, and is neither dropped nor revived",
        {"2030": [ADMIT, GRADES], "2030-H2": [ADMIT], "2031": [GRADES, ADMIT]},
        [
            ["2030 born 0", "2030-H2 kept 0", "2031 kept 1"],
            ["2030 born 1", "2031 kept 0"],
        ],
    ),
    (
        "once a year is over, its own tasks come before those of its parts",
        {
            "2030": [PLANNING, ADMIT],
            "2030-H2": [ROTATION_ALONE, ADMIT],
            "2031": [PLANNING_ALONE, ROTATION_ALONE, ADMIT],
        },
        [
            ["2030 born 0", "2030-H2 reworded 0", "2031 split 0"],
            ["2030 born 1", "2030-H2 kept 1", "2031 kept 2"],
            ["2031 split 1"],
        ],
    ),
    (
        "split, merged, and split again: the part is the same thread, and the first leads",
        {
            "2030": [PLANNING, ADMIT],
            "2031": [PLANNING_ALONE, ROTATION_ALONE, ADMIT],
            "2032": [PLANNING, ADMIT],
            "2033": [PLANNING_ALONE, ROTATION_ALONE, ADMIT],
        },
        [
            ["2030 born 0", "2031 split 0", "2032 merged 0", "2033 split 0"],
            ["2030 born 1", "2031 kept 2", "2032 kept 1", "2033 kept 2"],
            ["2031 split 1", "2032 merged -", "2033 split 1"],
        ],
    ),
    (
        "of the parts the one with the target that the whole opens with goes on, likest or not",
        {
            "2030": [f"{ADMIT} và mở 3 lớp bồi dưỡng người chờ vào Đảng ở hải đảo", GRADES],
            "2031": ["Mở 4 lớp bồi dưỡng người chờ vào Đảng ở hải đảo", ADMIT_ONLY, GRADES],
            "2032": [f"{ADMIT_ONLY}; mở 4 lớp bồi dưỡng người chờ vào Đảng ở hải đảo", GRADES],
        },
        [
            ["2030 born 0", "2031 split 1", "2032 merged 0"],
            ["2030 born 1", "2031 kept 2", "2032 kept 1"],
            ["2031 split 0", "2032 merged -"],
        ],
    ),
]


def test_a_cell_is_told_against_the_year_once_it_is_over() -> None:
    plans = {"2030": [ADMIT], "2030-H1": [ADMIT], "2030-H2": [ADMIT], "2031": [ADMIT]}
    found = lineage(BODY, [planned(period, *texts) for period, texts in plans.items()])
    cells = found.threads[0].cells
    told = [found.threads[0].before(cell) for cell in cells]
    assert told == [None, cells[0], cells[1], cells[0]]


@pytest.mark.parametrize(("rule", "plans", "threads"), SERIES, ids=[row[0] for row in SERIES])
def test_threads(rule: str, plans: Mapping[str, Sequence[str]], threads: list[list[str]]) -> None:
    del rule
    found = lineage(BODY, [planned(period, *texts) for period, texts in plans.items()])
    assert states(found) == threads


def test_split_and_merged_threads_name_each_other() -> None:
    found = lineage(
        BODY,
        [
            planned("2030", PLANNING, ADMIT),
            planned("2031", PLANNING_ALONE, ROTATION_ALONE, ADMIT),
            planned("2032", PLANNING, ADMIT),
        ],
    )
    others = [[cell.others for cell in thread.cells] for thread in found.threads]
    assert others == [[(), (2,), (2,)], [(), (), ()], [(0,), (0,)]]


def test_of_two_reports_on_one_period_the_fuller_is_followed() -> None:
    short = replace(planned("2030", ADMIT), id="short")
    found = lineage(BODY, [planned("2030", ADMIT, GRADES), short])
    assert [followed.id for followed in found.reports] == ["r-2030"]


def test_a_report_without_tasks_drops_none() -> None:
    plans = [planned("2030", ADMIT), planned("2031"), planned("2032", ADMIT)]
    found = lineage(BODY, plans)
    assert states(found) == [["2030 born 0", "2032 kept 0"]]
    assert [str(period) for period in found.silent] == ["2031"]
    assert found.missing == ()


def test_periods_that_no_report_plans_are_missing() -> None:
    found = lineage(BODY, [planned("2030", ADMIT), planned("2033-H1", ADMIT)])
    assert [str(period) for period in found.missing] == ["2031", "2032"]


def test_one_quarter_among_years_makes_no_quarter_missing() -> None:
    plans = [planned(period, ADMIT) for period in ("2030", "2031-Q1", "2035")]
    missing = [str(period) for period in lineage(BODY, plans).missing]
    assert missing == ["2031", "2032", "2033", "2034"]


def test_what_a_person_decided_wins() -> None:
    a, b = planned("2030", ADMIT), planned("2031", DIGITAL)
    assert len(lineage(BODY, [a, b]).threads) == 2
    joined = lineage(BODY, [a, b], decided=lambda _old, _new: {(0, 0): True})
    assert states(joined) == [["2030 born 0", "2031 reworded 0"]]
    again = planned("2031", ADMIT)
    apart = lineage(BODY, [a, again], decided=lambda _old, _new: {(0, 0): False})
    assert [len(thread.cells) for thread in apart.threads] == [2, 1]


def test_a_congress_returns_with_a_later_term_not_with_one_that_overlaps() -> None:
    held = "Tổ chức đại hội đảng bộ các cấp nhiệm kỳ 2030-2035, cơ sở xong trước ngày 30/6/2030"
    cells = "Hướng dẫn đại hội các chi bộ ở cơ sở nhiệm kỳ 2032-2037, xong trước ngày 30/9/2032"
    after = "Tổ chức đại hội đảng bộ các cấp nhiệm kỳ 2035-2040, cơ sở xong trước ngày 30/6/2035"
    plans = [planned("2030", held), planned("2032", GRADES, cells), planned("2035", after)]
    found = lineage(BODY, plans)
    assert states(found) == [
        ["2030 born 0", "2032 dropped -", "2035 revived 0"],
        ["2032 born 0", "2035 dropped -"],
        ["2032 born 1", "2035 dropped -"],
    ]


def test_a_cell_says_that_it_is_not_certain_to_be_the_same_task() -> None:
    hardly = "Đưa đảng viên ở khu công nghiệp đi học nghề mộc, nghề chài, mở thêm kho sách ở bến đò"
    found = lineage(BODY, [planned("2030", ADMIT, GRADES), planned("2031", hardly, GRADES)])
    cells = {thread.label: thread.cells[1] for thread in found.threads}
    assert [(cell.state, cell.doubtful) for cell in cells.values()] == [
        ("reworded", True),
        ("kept", False),
    ]


def test_a_narrowed_lineage_keeps_what_was_decided_before() -> None:
    plans = [planned("2030", GRADES), planned("2031", ADMIT), planned("2032", ADMIT, GRADES)]
    found = narrowed(lineage(BODY, plans), Period.parse("2032"), None)
    assert [str(period) for period in found.periods] == ["2032"]
    assert sorted(states(found)) == [["2032 kept 0"], ["2032 revived 1"]]


LEADS = ["Trong quý I", "Trưởng Ban", "yêu cầu", "các huyện", "cần", "nhiệm vụ", "việc", "Về"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp tục kết nạp 30 đảng viên, ưu tiên công nhân", "Kết nạp 30 đảng viên"),
        ("Về công tác cán bộ: luân chuyển 5 người", "Công tác cán bộ"),
        ("Rà soát, bổ sung quy hoạch; mở lớp", "Rà soát, bổ sung quy hoạch"),
        ("Sơ kết năm. Mở lớp", "Sơ kết năm"),
        ("…", "…"),
        ("Cần tập trung", "Tập trung"),
        (
            "Tiếp tục quán triệt, triển khai thực hiện nghiêm túc kế hoạch trồng rừng",
            "Kế hoạch trồng rừng",
        ),
        ("Tham mưu Tỉnh ủy, Ban Thường vụ Tỉnh uỷ mở đợt học tập", "Mở đợt học tập"),
        ("Tham mưu mở đợt học tập, thảo luận", "Tham mưu mở đợt học tập"),
        ("Quán triệt", "Quán triệt"),
        ("Lãnh đạo Ban chọn người đi học", "Lãnh đạo Ban chọn người đi học"),
        # What is done is no name without what it is done to.
        (
            "Luân chuyển, điều động, bố trí thủ thư trẻ",
            "Luân chuyển, điều động, bố trí thủ thư trẻ",
        ),
        ("Kiểm tra kho sách, phòng đọc", "Kiểm tra kho sách"),
        # A name that is cut ends in no bare number, nor in what only leads on.
        (
            "Phối hợp với trường nghề của tỉnh mở 12 lớp mộc",
            "Phối hợp với trường nghề của tỉnh mở 12 lớp",
        ),
        ("Mua sắm bàn ghế phòng đọc mới đối với các xã", "Mua sắm bàn ghế phòng đọc mới"),
        (
            "Thực hiện Quy định số 126-QĐ/TW, ngày 28/02/2018 của Bộ Chính trị về hồ sơ",
            "Quy định số 126-QĐ/TW về hồ sơ",
        ),
    ],
)
def test_a_label_is_the_first_clause_without_openers(text: str, expected: str) -> None:
    assert label(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who asks, by office or name, before or behind a clause of when and where.
        ("Theo Trưởng Ban, ngành cần làm rõ cách chọn sách", "Làm rõ cách chọn sách"),
        ("Ông Lê Văn Mộc cho biết, thời gian tới sẽ mở thêm ba phòng đọc", "Mở thêm ba phòng đọc"),
        ("Phát biểu tại hội nghị, bà Mận đề nghị các phòng rà soát kho sách", "Rà soát kho sách"),
        (
            "Sáng 3/4, Bí thư Tỉnh ủy ghi nhận kết quả, đồng thời yêu cầu các huyện sửa bến đò",
            "Sửa bến đò",
        ),
        ("Trao đổi về việc năm tới, Chủ tịch yêu cầu các xã xây dựng bến đò", "Xây dựng bến đò"),
        ("Ban Mộc Giang giao Vụ Sách hoàn thiện danh mục đầu sách", "Hoàn thiện danh mục đầu sách"),
        # Who is to act, with "cần" or without.
        ("Các đảng ủy, chi bộ kết nạp 20 thợ mộc", "Kết nạp 20 thợ mộc"),
        ("Ban Tổ chức Tỉnh ủy được giao chủ động tham mưu đề án", "Tham mưu đề án"),
        (
            "Ngoài việc này, ngành phải bắt tay vào chuẩn bị hội sách",
            "Bắt tay vào chuẩn bị hội sách",
        ),
        ("Trong quý II, ngành sẽ khảo sát bến đò", "Khảo sát bến đò"),
        # What only says that tasks follow.
        (
            "Một trong những nhiệm vụ trọng tâm của Ban là đổi mới cách mượn sách",
            "Đổi mới cách mượn sách",
        ),
        (
            "Thực hiện đồng bộ 5 nhóm nhiệm vụ, giải pháp nêu tại Kết luận số 21-KL/TW",
            "Kết luận số 21-KL/TW",
        ),
        ("Tổ chức thực hiện tốt kế hoạch trồng rừng", "Kế hoạch trồng rừng"),
        # A topic is the matter, whoever is named behind it; so is what a clause only begins with.
        (
            "Việc chọn sách phải công khai cho mọi bạn đọc",
            "Chọn sách phải công khai cho mọi bạn đọc",
        ),
        ("Riêng việc sửa bến đò cũ, ông đề nghị các xã làm điểm", "Sửa bến đò cũ"),
        ("Chuẩn bị đại hội chi bộ, Ban Tổ chức lựa chọn hai xã", "Chuẩn bị đại hội chi bộ"),
        ("Tham mưu Ban Chỉ đạo mở hội sách", "Tham mưu Ban Chỉ đạo mở hội sách"),
        ("Chủ động hơn nữa trong việc đọc sách", "Chủ động hơn nữa trong việc đọc sách"),
        # Nobody does anything here.
        ("Theo Tổng Bí thư", "Theo Tổng Bí thư"),
        ("Các huyện, xã miền núi", "Các huyện, xã miền núi"),
    ],
)
def test_a_sentence_is_called_by_its_own_matter_not_by_who_asks_for_it(
    text: str, expected: str
) -> None:
    assert label(text) == expected


@given(st.lists(st.sampled_from([*LEADS, ADMIT, "các", "là", ",", "2030", "“"]), max_size=8))
def test_a_label_is_words_of_its_task(pieces: list[str]) -> None:
    text = " ".join(pieces)
    named = label(text)
    assert bool(named) == bool(text.strip())
    assert level(named) in level(" ".join(text.split()))


def test_labels_that_begin_alike_go_on_to_where_they_part() -> None:
    same = "Rà soát quy hoạch cán bộ lãnh đạo, quản lý của các phòng chuyên môn cấp"
    one, other, third = labels([f"{same} huyện", f"{same} tỉnh", "Mở lớp"])
    assert one != other
    assert one.endswith("huyện")
    assert other.endswith("tỉnh")
    assert third == "Mở lớp"
    assert labels(["Mở lớp", "Mở lớp"]) == ("Mở lớp", "Mở lớp")


# ---- laws

pieces = st.sampled_from(
    [ADMIT, ADMIT_MORE, GRADES, DIGITAL, CLASSES, PLANNING, PLANNING_ALONE, ROTATION_ALONE, "…"]
)
series = st.dictionaries(PERIODS, st.lists(pieces, max_size=4), max_size=5).map(
    lambda plans: [planned(str(period), *texts) for period, texts in plans.items()]
)
quick = settings(max_examples=60)


@given(series)
@quick
def test_every_task_is_in_one_cell_and_every_period_in_one_of_a_thread(plans: list[Report]) -> None:
    found = lineage(BODY, plans)
    told = sorted(
        (str(cell.period), cell.task)
        for thread in found.threads
        for cell in thread.cells
        if cell.task is not None
    )
    owed = [(str(plan.period_planned), i) for plan in plans for i in range(len(plan.tasks))]
    assert told == sorted(owed)
    for thread in found.threads:
        places = [found.periods.index(cell.period) for cell in thread.cells]
        assert places == sorted(set(places))
        assert thread.label


@given(series)
@quick
def test_a_thread_begins_once_and_returns_only_after_it_went(plans: list[Report]) -> None:
    for thread in lineage(BODY, plans).threads:
        told = [cell.state for cell in thread.cells]
        assert told[0] in ("born", "split")
        assert "born" not in told[1:]
        for k, cell in enumerate(thread.cells):
            assert (cell.task is None) == (cell.text == "")
            if cell.state == "revived":
                assert told[k - 1] == "dropped"
            if cell.state == "dropped":
                assert cell.task is None
                assert thread.cells[k - 1].task is not None


@given(series, st.data())
@quick
def test_the_order_of_the_reports_does_not_matter(plans: list[Report], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(plans))
    assert lineage(BODY, shuffled) == lineage(BODY, plans)
