"""What became of each task: tables of wordings, and the laws that hold for any two lists."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparing.alignment import diff
from archive.comparing.diff import Diff, Group
from archive.comparing.likeness import Profile, likeness
from archive.report import Report
from tests.archive.written import report

# ---- one task against one: the rule, both wordings, what became of it

KEPT = [
    ("the same words", "Mở lớp cảm tình đảng cho công nhân", "Mở lớp cảm tình đảng cho công nhân"),
    ("case", "Mở Lớp Cảm Tình Đảng", "mở lớp cảm tình đảng"),
    ("tone placement", "Củng cố uỷ ban kiểm tra, văn hoá", "Củng cố ủy ban kiểm tra, văn hóa"),
    (
        "decomposed",
        unicodedata.normalize("NFD", "Rà soát hồ sơ năm 2031"),
        "Rà soát hồ sơ năm 2031",
    ),
    ("an opener put before", "Rà soát hồ sơ đảng viên", "Tiếp tục rà soát hồ sơ đảng viên"),
    ("two openers put before", "Rà soát hồ sơ đảng viên", "Cần tập trung rà soát hồ sơ đảng viên"),
    ("an opener taken away", "Chủ động nắm tình hình cơ sở", "Nắm tình hình cơ sở"),
    (
        "a heading line put before",
        "Rà soát hồ sơ của từng chi bộ",
        "Công tác đảng viên\nRà soát hồ sơ của từng chi bộ",
    ),
    (
        "an opening Về … put before",
        "Rà soát hồ sơ của từng chi bộ",
        "Về công tác đảng viên: rà soát hồ sơ của từng chi bộ",
    ),
    (
        "another heading",
        "Về tổ chức:\nRà soát hồ sơ của từng chi bộ",
        "Về công tác đảng viên:\nRà soát hồ sơ của từng chi bộ",
    ),
    ("wrapped elsewhere", "Mở lớp cho bí thư chi bộ", "Mở lớp cho\nbí thư chi bộ"),
    ("other punctuation", "Rà soát, bổ sung hồ sơ;", "Rà soát - bổ sung hồ sơ."),
    ("a particle", "Rà soát hồ sơ chi bộ", "Rà soát các hồ sơ của chi bộ"),
    ("a list mark", "2. Rà soát hồ sơ chi bộ", "Rà soát hồ sơ chi bộ"),
    ("marks of its own items", "Rà soát:\n1. Hồ sơ;\n2. Sổ sách", "Rà soát:\n- Hồ sơ;\n- Sổ sách"),
    ("an abbreviation", "Giám sát UBND các xã", "Giám sát ủy ban nhân dân các xã"),
    ("a leading zero", "Mở 03 lớp bồi dưỡng", "Mở 3 lớp bồi dưỡng"),
    ("dots of thousands", "Kết nạp 1.250 đảng viên", "Kết nạp 1250 đảng viên"),
    ("the form of a date", "Báo cáo trước ngày 5/6/2031", "Báo cáo trước ngày 05-06-2031"),
    ("the form of a symbol", "Thực hiện Quy định 77/QĐ-TW", "Thực hiện Quy định 77-QĐ/TW"),
    ("số before a number", "Thực hiện Quy định số 77-QĐ/TW", "Thực hiện Quy định 77-QĐ/TW"),
    (
        "a document cited shortly",
        "Sơ kết Quy định số 77-QĐ/TW, ngày 3/4/2030 của Bộ Chính trị ở cơ sở",
        "Sơ kết Quy định 77-QĐ/TW ở cơ sở",
    ),
]

REWORDED = [
    ("a figure", "Kết nạp 1.250 đảng viên", "Kết nạp 1.300 đảng viên"),
    ("a per cent", "Giảm 5% biên chế sự nghiệp", "Giảm 10% biên chế sự nghiệp"),
    ("a figure come", "Mở lớp bồi dưỡng bí thư", "Mở 4 lớp bồi dưỡng bí thư"),
    ("figures that changed places", "Mở 2 lớp cho 30 người", "Mở 30 lớp cho 2 người"),
    ("a share", "Đại hội điểm ở 5/18 đảng bộ", "Đại hội điểm ở 6/18 đảng bộ"),
    ("a deadline", "Báo cáo trước ngày 5/6/2031", "Báo cáo trước ngày 15/6/2031"),
    ("a year", "Đánh giá cán bộ năm 2031", "Đánh giá cán bộ năm 2032"),
    ("a year after a heading", "Xếp loại năm 2031", "Đánh giá cán bộ\nXếp loại năm 2032"),
    ("a quarter", "Sơ kết trong quý II", "Sơ kết trong quý III"),
    ("a term", "Quy hoạch nhiệm kỳ 2030-2035", "Quy hoạch nhiệm kỳ 2035-2040"),
    ("a document", "Sơ kết Quy định 77-QĐ/TW ở cơ sở", "Sơ kết Quy định 78-QĐ/TW ở cơ sở"),
    ("a document's type", "Sơ kết Chỉ thị 12-CT/TW", "Sơ kết Kết luận 12-KL/TW"),
    ("a heading's number", "Sơ kết mô hình điểm", "Đề án 06\nSơ kết mô hình điểm"),
    ("a number in words", "Gắn với ba nội dung đột phá", "Gắn với bốn nội dung đột phá"),
    ("a word", "Mở lớp bồi dưỡng cho bí thư chi bộ", "Mở lớp bồi dưỡng cho cấp uỷ viên chi bộ"),
    ("a clause more", "Rà soát hồ sơ đảng viên", "Rà soát hồ sơ đảng viên; số hoá hồ sơ gốc"),
    ("the order of clauses", "Rà soát hồ sơ; thẩm tra lý lịch", "Thẩm tra lý lịch; rà soát hồ sơ"),
    (
        "nearly all words, on one topic",
        "Sàng lọc, xoá tên những người không còn đủ tư cách đảng viên",
        "Kiên quyết xoá tên, đưa ra khỏi Đảng những trường hợp không xứng đáng",
    ),
    (
        "who asks for it",
        "Phát biểu tại buổi họp, bà Lê Thị Hoa cho biết, thời gian tới phải số hoá hồ sơ đảng viên",
        "Số hoá hồ sơ đảng viên ở vùng cao",
    ),
    ("the end only", "Tiếp tục rà soát hồ sơ cán bộ xã", "Tiếp tục rà soát hồ sơ cán bộ huyện"),
]

APART = [
    (
        "the same opener",
        "Tiếp tục quán triệt, triển khai thực hiện nghiêm túc công tác dân vận ở thôn",
        "Tiếp tục quán triệt, triển khai thực hiện nghiêm túc quy chế chi tiêu nội bộ",
    ),
    (
        "the same kind of document",
        "Triển khai thực hiện có hiệu quả Nghị quyết số 11-NQ/TW về đất đai",
        "Triển khai thực hiện có hiệu quả Nghị quyết số 31-NQ/TW về y tế",
    ),
    (
        "the same body",
        "Tham mưu Ban Thường vụ Tỉnh uỷ mở lớp cao cấp lý luận chính trị",
        "Tham mưu Ban Thường vụ Tỉnh uỷ sắp xếp các đơn vị sự nghiệp",
    ),
    (
        "the congress and its resolution",
        "Chuẩn bị đại hội chi bộ, lựa chọn nhân sự cấp uỷ",
        "Học tập, tuyên truyền Nghị quyết Đại hội tới từng hộ dân",
    ),
    ("nothing", "Cải tạo trụ sở làm việc", "Bồi dưỡng kỹ năng viết tin bài"),
    (
        "the commonest words of the sector",
        "Nâng cao chất lượng đội ngũ cán bộ tổ chức về tin học",
        "Nâng cao chất lượng tổ chức cơ sở đảng ở biên giới",
    ),
]


def one(result: Diff) -> Group:
    """The only group of `result`."""
    (group,) = result.groups
    return group


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=rule) for rule, a, b in KEPT])
def test_no_change_of_substance(a: str, b: str) -> None:
    group = one(diff(report(a), report(b)))
    assert group.verdict == "kept"
    assert group.changes == ()
    assert not group.doubtful


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=rule) for rule, a, b in REWORDED])
def test_reworded(a: str, b: str) -> None:
    group = one(diff(report(a), report(b)))
    assert group.verdict == "reworded"
    assert group.changes


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=rule) for rule, a, b in APART])
def test_not_one_task(a: str, b: str) -> None:
    """Beside it stand tasks that show which words are common in the two lists."""
    beside = ("Mở 2 lớp tin học", "Số hoá văn bản lưu trữ")
    result = diff(report(a, *beside), report(b, *beside))
    assert [g.verdict for g in result.groups if 0 in (*g.a, *g.b)] == ["dropped", "new"]


# ---- what changed, in kind and words

CHANGES = [
    ("Kết nạp 90 đảng viên", "Kết nạp 95 đảng viên", "figure", "90 đảng viên", "95 đảng viên"),
    ("Kiểm tra 6 đảng bộ", "Kiểm tra ít nhất 02 đảng bộ", "figure", "6 đảng bộ", "02 đảng bộ"),
    ("Mở lớp tin học", "Mở 3 lớp tin học", "figure", "", "3 lớp tin học"),
    ("Giao ban 4 lần một năm", "Giao ban một năm", "figure", "4 lần", ""),
    ("Giảm 5% đầu mối", "Giảm 7,5% đầu mối", "figure", "5% đầu mối", "7,5% đầu mối"),
    (
        "Sơ kết mô hình trước ngày 5/6/2031",
        "Sơ kết mô hình trước ngày 7/6/2031",
        "date",
        "ngày 5/6/2031",
        "ngày 7/6/2031",
    ),
    (
        "Sơ kết mô hình trong quý II",
        "Sơ kết mô hình trong quý IV/2031",
        "date",
        "quý II",
        "quý IV/2031",
    ),
    (
        "Kết nạp trong 6 tháng cuối năm",
        "Kết nạp trong năm 2031",
        "date",
        "6 tháng cuối năm",
        "năm 2031",
    ),
    (
        "Mở hai lớp tin học ở xã",
        "Mở ba lớp tin học ở xã",
        "figure",
        "hai lớp tin học",
        "ba lớp tin học",
    ),
    (
        "Mở hai lớp tin học ở xã",
        "Mở 4 lớp tin học ở xã",
        "figure",
        "hai lớp tin học",
        "4 lớp tin học",
    ),
    ("Nộp báo cáo trước 30/9", "Nộp báo cáo trước 15/10", "date", "30/9", "15/10"),
    (
        "Giao biên chế giai đoạn 2030-2034",
        "Giao biên chế giai đoạn 2034-2038",
        "date",
        "giai đoạn 2030-2034",
        "giai đoạn 2034-2038",
    ),
    (
        "Xếp loại tháng 5 năm 2031",
        "Xếp loại tháng 6/2031",
        "date",
        "tháng 5 năm 2031",
        "tháng 6/2031",
    ),
]


NO_DATES = [
    ("the year measured by", "Giảm 12% biên chế so với năm 2031", "Giảm 12% biên chế"),
    ("another year measured by", "Giảm 12% biên chế so với biên chế giao cuối năm 2031",
     "Giảm 12% biên chế so với biên chế giao cuối năm 2033"),
    ("a congress's term", "Học nghị quyết đại hội đảng bộ huyện lần thứ IX, nhiệm kỳ 2030-2035",
     "Học nghị quyết đại hội đảng bộ huyện lần thứ IX"),
    ("the next congress", "Chuẩn bị đại hội chi bộ (nhiệm kỳ 2030-2035)",
     "Chuẩn bị đại hội chi bộ (nhiệm kỳ 2035-2040)"),
    ("a term looked back on", "Tổng kết việc trồng rừng nhiệm kỳ 2030-2035 ở các xã",
     "Tổng kết việc trồng rừng nhiệm kỳ 2025-2030 ở các xã"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=rule) for rule, a, b in NO_DATES])
def test_what_sets_no_time_is_worded_otherwise_and_no_less_told(a: str, b: str) -> None:
    group = one(diff(report(a), report(b)))
    assert group.verdict == "reworded"
    assert {change.kind for change in group.changes} == {"wording"}


@pytest.mark.parametrize(
    "task",
    [
        "Giảm 12% biên chế so với năm 2031, xong trước năm {}",
        "Đến năm {} giảm 12% biên chế so với năm 2031",
        "Quy hoạch cán bộ nhiệm kỳ {}-2041",
        "Sau đại hội, giao biên chế nhiệm kỳ {}-2041",
        "Chuẩn bị đại hội và quy hoạch cán bộ nhiệm kỳ {}-2041",
    ],
)
def test_a_time_that_is_set_is_a_date_beside_one_that_is_not(task: str) -> None:
    group = one(diff(report(task.format(2035)), report(task.format(2036))))
    assert [change.kind for change in group.changes if change.kind != "wording"] == ["date"]


def test_a_term_takes_no_days_place() -> None:
    a = "Rà soát quy hoạch cán bộ xã biên giới, xong trước ngày 30/6/2030"
    b = "Rà soát quy hoạch cán bộ xã biên giới nhiệm kỳ 2035-2040, gồm cả 2036-2041"
    group = one(diff(report(a), report(b)))
    dates = [(change.a, change.b) for change in group.changes if change.kind == "date"]
    assert dates == [("ngày 30/6/2030", ""), ("", "nhiệm kỳ 2035-2040"), ("", "2036-2041")]


@pytest.mark.parametrize(("a", "b", "kind", "old", "new"), CHANGES)
def test_typed_changes(a: str, b: str, kind: str, old: str, new: str) -> None:
    group = one(diff(report(a), report(b)))
    assert [(c.a, c.b) for c in group.changes if c.kind == kind] == [(old, new)]
    assert not [c for c in group.changes if c.kind not in (kind, "wording")]


CITED = [
    (
        "another document",
        ("Sơ kết Quy định 77-QĐ/TW ở xã", {"Quy định 77-QĐ/TW khóa XII": "Quy định 77-QĐ/TW"}),
        ("Sơ kết Quy định 78-QĐ/TW ở xã", {"Quy định 78-QĐ/TW khóa XII": "Quy định 78-QĐ/TW"}),
        [("Quy định 77-QĐ/TW", "Quy định 78-QĐ/TW")],
    ),
    (
        "the number of another term",
        ("Học Nghị quyết 18-NQ/TW ở xã", {"18-NQ/TW khóa XII": "Nghị quyết 18-NQ/TW"}),
        ("Học Nghị quyết 18-NQ/TW ở xã", {"18-NQ/TW khóa XIII": "Nghị quyết 18-NQ/TW"}),
        [("Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW")],
    ),
    (
        "a term that one side leaves out",
        ("Học Nghị quyết 18-NQ/TW ở xã", {"18-NQ/TW khóa XII": "Nghị quyết 18-NQ/TW"}),
        ("Học Nghị quyết 18-NQ/TW ở xã", {"18-NQ/TW": "Nghị quyết 18-NQ/TW"}),
        [],
    ),
    (
        "a document more",
        ("Học Nghị quyết 18-NQ/TW ở xã", {"18-NQ/TW": "Nghị quyết 18-NQ/TW"}),
        (
            "Học Nghị quyết 18-NQ/TW và Chỉ thị 9-CT/TW ở xã",
            {"18-NQ/TW": "Nghị quyết 18-NQ/TW", "9-CT/TW": "Chỉ thị 9-CT/TW"},
        ),
        [("", "Chỉ thị 9-CT/TW")],
    ),
    (
        "a number that reading took for no document",
        ("Học Nghị quyết 18-NQ/TU ở xã", {}),
        ("Học Nghị quyết 19-NQ/TU ở xã", {}),
        [("18-NQ/TU", "19-NQ/TU")],
    ),
]
Cited = tuple[str, Mapping[str, str]]


@pytest.mark.parametrize(
    ("a", "b", "want"), [pytest.param(a, b, want, id=rule) for rule, a, b, want in CITED]
)
def test_changed_documents(a: Cited, b: Cited, want: list[tuple[str, str]]) -> None:
    group = one(diff(report(a[0], cites=a[1]), report(b[0], cites=b[1])))
    assert [(c.a, c.b) for c in group.changes if c.kind == "directive"] == want
    assert (group.verdict == "kept") == (not want)


def test_a_shared_document_brings_heavy_rewordings_together() -> None:
    a = report(
        "Sắp xếp cơ quan chuyên môn theo Kết luận 88-KL/TW",
        "Mở lớp tin học cho người cao tuổi",
        cites={"88-KL/TW": "Kết luận 88-KL/TW"},
    )
    b = report(
        "Khánh thành nhà truyền thống huyện",
        "Thu gọn phòng, đội theo Kết luận 88-KL/TW",
        cites={"88-KL/TW": "Kết luận 88-KL/TW"},
    )
    pairs = {(g.a, g.b): g for g in diff(a, b).groups}
    group = pairs[(0,), (1,)]
    assert group.verdict == "reworded"
    assert [r.facts["keys"] for r in group.reasons if r.code == "same-directives"] == ["88-KL/TW"]


# ---- several tasks

LONG = (
    "Rà soát quy hoạch cán bộ nữ, cán bộ trẻ ở từng đơn vị; "
    "luân chuyển bí thư huyện không là người địa phương, điều động trưởng phòng sau ba năm"
)
PART_1 = "Rà soát quy hoạch cán bộ nữ, cán bộ trẻ ở mọi đơn vị, bảo đảm cơ cấu"
PART_2 = "Luân chuyển bí thư huyện không là người địa phương; điều động trưởng phòng"
OTHER = "Số hoá hồ sơ đảng viên trên phần mềm dùng chung"
THIRD = "Trao huy hiệu cho đảng viên lão thành nhân ngày lễ lớn"


def shape(result: Diff) -> list[tuple[str, tuple[int, ...], tuple[int, ...], bool]]:
    """What each group says, without its reasons."""
    return [(g.verdict, g.a, g.b, g.moved) for g in result.groups]


def test_split_and_merged() -> None:
    a, b = report(OTHER, LONG), report(PART_1, PART_2, OTHER)
    assert shape(diff(a, b)) == [("split", (1,), (0, 1), False), ("kept", (0,), (2,), True)]
    assert {(g.verdict, g.a, g.b) for g in diff(b, a).groups} == {
        ("merged", (0, 1), (1,)),
        ("kept", (2,), (0,)),
    }


OTHERS = (
    "Mở 2 lớp tin học cho bí thư thôn",
    "Số hoá văn bản lưu trữ",
    "Chi trả phụ cấp cho bí thư thôn",
    "Sáp nhập phòng dân tộc",
)
ISLANDS = "đảng viên, chú ý thanh niên hải đảo, ngư dân giỏi và cựu quân nhân"
MINERS = (
    "đảng viên trong công nhân hầm lò; soạn sổ tay người vào Đảng, tặng sách giáo viên vùng cao"
)


@pytest.mark.parametrize(
    ("rule", "a", "b", "verdict"),
    [
        ("the same target", f"Phấn đấu kết nạp 50 {ISLANDS}", f"Kết nạp 65 {MINERS}", "reworded"),
        ("something else done", f"Kết nạp 50 {ISLANDS}", f"Biểu dương 65 {MINERS}", "dropped"),
        ("no target", f"Kết nạp 50 {ISLANDS}", f"Kết nạp thêm {MINERS}", "dropped"),
        (
            "not what it opens with",
            f"Kết nạp 50 {ISLANDS}",
            f"Thi đua; kết nạp 65 {MINERS}",
            "dropped",
        ),
    ],
)
def test_a_task_is_known_by_the_target_it_opens_with(
    rule: str, a: str, b: str, verdict: str
) -> None:
    del rule
    groups = diff(report(a, *OTHERS), report(b, *OTHERS)).groups
    assert [group.verdict for group in groups if 0 in group.a] == [verdict]


def test_a_target_that_a_task_brings_along_is_split_from_it() -> None:
    classes = "lớp bồi dưỡng người chờ kết nạp Đảng ở hải đảo"
    a = report(f"Phấn đấu kết nạp 50 đảng viên và mở 3 {classes}", *OTHERS)
    b = report("Kết nạp 65 đảng viên, chú ý giáo viên", f"Mở 4 {classes}, học buổi tối", *OTHERS)
    assert shape(diff(a, b))[:1] == [("split", (0,), (0, 1), False)]


def test_a_target_of_one_side_makes_no_task_less_like() -> None:
    shared = {"đất đai": 1.5, "tổ chức": 1.5}
    aims = Profile({**shared, "kiểm tra№tổ chức": 3.0}, frozenset())
    other = Profile({**shared, "cát sỏi": 1.0}, frozenset())
    plain = Profile(shared, frozenset())
    assert likeness([aims], [other]).score == likeness([plain], [other]).score
    assert likeness([aims], [aims]).score > likeness([plain], [plain]).score


def test_a_part_that_adds_nothing_is_no_part() -> None:
    """The same half twice is one task reworded and one new one, not a split."""
    result = diff(report(PART_1), report(PART_1 + " vùng cao", PART_2))
    assert {(g.verdict, g.a, g.b) for g in result.groups} == {
        ("reworded", (0,), (0,)),
        ("new", (), (1,)),
    }


def test_moved_is_what_leaves_the_longest_run() -> None:
    result = diff(report(OTHER, THIRD, PART_1, PART_2), report(THIRD, PART_1, PART_2, OTHER))
    assert shape(result) == [
        ("kept", (1,), (0,), False),
        ("kept", (2,), (1,), False),
        ("kept", (3,), (2,), False),
        ("kept", (0,), (3,), True),
    ]


def test_dropped_tasks_stand_where_they_stood() -> None:
    result = diff(report(OTHER, THIRD, PART_1), report(OTHER, "Xây nhà công vụ", PART_1))
    assert [g.verdict for g in result.groups] == ["kept", "dropped", "new", "kept"]


def test_duplicates_are_paired_in_order() -> None:
    result = diff(report(OTHER, OTHER, THIRD), report(OTHER, THIRD, OTHER))
    assert {(g.verdict, g.a, g.b) for g in result.groups} == {
        ("kept", (0,), (0,)),
        ("kept", (1,), (2,)),
        ("kept", (2,), (1,)),
    }


def test_empty_lists() -> None:
    assert diff(report(), report()).groups == ()
    assert [g.verdict for g in diff(report(OTHER), report()).groups] == ["dropped"]
    assert [g.verdict for g in diff(report(), report(OTHER)).groups] == ["new"]


def test_what_a_person_decided_wins() -> None:
    a, b = report(OTHER, PART_1), report(OTHER, THIRD)
    result = diff(a, b, judged={(0, 0): False, (1, 1): True})
    assert {(g.verdict, g.a, g.b) for g in result.groups} == {
        ("dropped", (0,), ()),
        ("new", (), (0,)),
        ("reworded", (1,), (1,)),
    }
    joined = next(g for g in result.groups if g.a and g.b)
    assert joined.reasons[0].code == "judged-same"
    assert not joined.doubtful


BALLOT = "Lấy phiếu tín nhiệm giữa nhiệm kỳ ở mọi huyện"


@pytest.mark.parametrize(
    ("part", "verdict"),
    [
        (
            "Luân chuyển người trẻ về xã biên giới, tặng mỗi nơi một tủ sách, máy bơm, cây xanh.",
            "merged",
        ),
        ("Đưa người trẻ về xã biên giới, tặng mỗi nơi một tủ sách, máy bơm, cây xanh.", "reworded"),
    ],
)
def test_a_part_that_brings_a_topic_of_the_whole_needs_less_of_its_words_there(
    part: str, verdict: str
) -> None:
    """Ballots and rotation in one: rotation is named in a word, but nothing else tells of it."""
    whole = report(f"{BALLOT}; luân chuyển người trẻ xuống phường.")
    result = diff(report(f"{BALLOT}.", part), whole)
    assert next(g.verdict for g in result.groups if g.b) == verdict


def test_a_decision_can_join_several() -> None:
    result = diff(report(OTHER), report(THIRD, PART_1), judged={(0, 0): True, (0, 1): True})
    assert [(g.verdict, g.a, g.b) for g in result.groups] == [("split", (0,), (0, 1))]


def test_runner_up_is_outside_the_group() -> None:
    result = diff(report(LONG), report(LONG, PART_1))
    kept = next(g for g in result.groups if g.verdict == "kept")
    assert kept.runner_up
    assert (kept.runner_up.side, kept.runner_up.task) == ("b", 1)
    assert 0 < kept.runner_up.score < kept.score


# ---- laws

PIECES = [
    "rà soát hồ sơ đảng viên",
    "tiếp tục quán triệt nghị quyết",
    "mở 3 lớp bồi dưỡng",
    "kết nạp 120 đảng viên",
    "báo cáo trước ngày 5/6/2031",
    "sơ kết Quy định 77-QĐ/TW",
    "luân chuyển cán bộ trẻ",
    "giảm 5% biên chế",
    "năm 2031",
    "ở vùng cao",
]
tasks = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(", ".join)
reports = st.lists(tasks, max_size=6).map(lambda texts: report(*texts))
quick = settings(max_examples=80)


def mirrored(group: Group) -> tuple[object, ...]:
    """The group as the other side should have it."""
    other = {"split": "merged", "merged": "split", "dropped": "new", "new": "dropped"}
    runner = group.runner_up
    return (
        other.get(group.verdict, group.verdict),
        group.b,
        group.a,
        group.moved,
        group.score,
        group.doubtful,
        [(change.kind, change.b, change.a) for change in group.changes],
        runner and runner.score,
    )


def plain(group: Group) -> tuple[object, ...]:
    runner = group.runner_up
    return (
        group.verdict,
        group.a,
        group.b,
        group.moved,
        group.score,
        group.doubtful,
        [(change.kind, change.a, change.b) for change in group.changes],
        runner and runner.score,
    )


@given(reports, reports)
@quick
def test_every_task_is_in_one_group(a: Report, b: Report) -> None:
    groups = diff(a, b).groups
    assert sorted(i for g in groups for i in g.a) == list(range(len(a.tasks)))
    assert sorted(j for g in groups for j in g.b) == list(range(len(b.tasks)))
    sizes = {"dropped": (1, 0), "new": (0, 1), "kept": (1, 1), "reworded": (1, 1)}
    for group in groups:
        size = (len(group.a), len(group.b))
        assert size == sizes.get(group.verdict, size)
        assert group.verdict != "split" or (size[0] == 1 and size[1] > 1)
        assert group.verdict != "merged" or (size[1] == 1 and size[0] > 1)
        assert 0 <= group.score <= 1


@given(reports, reports)
@quick
def test_the_other_way_round_is_the_mirror(a: Report, b: Report) -> None:
    there = sorted(map(mirrored, diff(a, b).groups), key=repr)
    assert sorted(map(plain, diff(b, a).groups), key=repr) == there


@given(reports)
@quick
def test_a_list_against_itself_is_all_kept(a: Report) -> None:
    groups = diff(a, a).groups
    assert [(g.verdict, g.a, g.b, g.moved) for g in groups] == [
        ("kept", (i,), (i,), False) for i in range(len(a.tasks))
    ]


@given(reports, reports, st.integers(0, 9))
@quick
def test_wrapping_and_numbering_change_nothing(a: Report, b: Report, every: int) -> None:
    def wrapped(text: str) -> str:
        words = text.split(" ")
        return "".join(
            word + ("\n" if k % (every + 2) == every else " ") for k, word in enumerate(words)
        ).strip()

    again = report(*(wrapped(task.text) for task in b.tasks))
    again = replace(again, tasks=tuple(replace(t, ordinal=t.ordinal + 10) for t in again.tasks))
    assert list(map(plain, diff(a, again).groups)) == list(map(plain, diff(a, b).groups))


@given(reports, st.data())
@quick
def test_a_changed_number_is_never_kept(a: Report, data: st.DataObject) -> None:
    numbered = [i for i, task in enumerate(a.tasks) if any(map(str.isdigit, task.text))]
    if not numbered:
        return
    i = data.draw(st.sampled_from(numbered))
    text = a.tasks[i].text
    place = data.draw(st.sampled_from([k for k, char in enumerate(text) if char.isdigit()]))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != text[place]]))
    texts = [task.text for task in a.tasks]
    texts[i] = text[:place] + digit + text[place + 1 :]
    for group in diff(a, report(*texts)).groups:
        if group.verdict == "kept":
            assert a.tasks[group.a[0]].text == texts[group.b[0]]


@given(reports, reports)
@quick
def test_the_same_question_has_the_same_answer(a: Report, b: Report) -> None:
    assert diff(a, b) == diff(a, b)
