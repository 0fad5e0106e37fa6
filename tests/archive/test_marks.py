"""Word marks: tables of two wordings and how a person would mark them, and the laws of marks."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparing.marks import Mark, word_marks

Shown = list[tuple[str, str, str]]


def shown(a: str, b: str) -> Shown:
    """The changed blocks as (op, text of a, text of b)."""
    return [
        (mark.op, a[slice(*mark.a)] if mark.a else "", b[slice(*mark.b)] if mark.b else "")
        for mark in word_marks(a, b)
        if mark.op != "same"
    ]


MARKED: list[tuple[str, str, str, Shown]] = [
    (
        "a number is one word",
        "kết nạp 1.250 đảng viên",
        "kết nạp 1.300 đảng viên",
        [("changed", "1.250", "1.300")],
    ),
    (
        "a document's number is one word",
        "theo Quy định số 77-QĐ/TW về nêu gương",
        "theo Quy định số 78-QĐ/TW về nêu gương",
        [("changed", "77-QĐ/TW", "78-QĐ/TW")],
    ),
    (
        "a date is one word",
        "xong trước ngày 5/6/2031 ở xã",
        "xong trước ngày 15/6/2031 ở xã",
        [("changed", "5/6/2031", "15/6/2031")],
    ),
    (
        "a word of two syllables is marked whole",
        "đổi mới tác phong làm việc",
        "đổi mới phong cách làm việc",
        [("changed", "tác phong", "phong cách")],
    ),
    (
        "what came",
        "xây dựng cơ quan vững mạnh",
        "xây dựng cơ quan đoàn kết, vững mạnh",
        [("added", "", "đoàn kết")],
    ),
    (
        "what went",
        "rà soát, bổ sung quy hoạch",
        "rà soát quy hoạch",
        [("removed", "bổ sung", "")],
    ),
    ("case and punctuation", "Rà soát; Bổ sung", "rà soát, bổ sung.", []),
    ("tone placement", "uỷ ban, văn hoá", "ủy ban, văn hóa", []),
    ("decomposed", unicodedata.normalize("NFD", "củng cố cấp uỷ"), "củng cố cấp ủy", []),
    ("wrapping", "mở lớp cho bí thư chi bộ", "mở lớp cho\nbí thư\n chi bộ", []),
    ("list marks", "1. Mở lớp\n\n2. Rà soát", "a) Mở lớp\n\n(3) Rà soát", []),
    ("the form of a number", "mở 03 lớp, 1.250 người", "mở 3 lớp, 1250 người", []),
    (
        "one particle does not part two changes",
        "sắp xếp phòng chuyên môn và trạm y tế ở xã",
        "giải thể đội quản lý và ban dự án ở xã",
        [
            (
                "changed",
                "sắp xếp phòng chuyên môn và trạm y tế",
                "giải thể đội quản lý và ban dự án",
            )
        ],
    ),
    (
        "a shared number stays a foothold",
        "sắp xếp phòng chuyên môn theo Kết luận 88-KL/TW rồi báo cáo kết quả",
        "giải thể đội quản lý theo Kết luận 88-KL/TW trong tháng sau nghỉ lễ",
        [
            ("changed", "sắp xếp phòng chuyên môn", "giải thể đội quản lý"),
            ("changed", "rồi báo cáo kết quả", "trong tháng sau nghỉ lễ"),
        ],
    ),
    (
        "a word beside a short change stays a foothold, however long the change before it",
        "theo Kết luận 88-KL/TW của Bộ Chính trị khóa trước bớt thêm 7 đầu mối",
        "theo Thông báo 12-TB/TU của Thường trực Tỉnh ủy hôm qua bớt 9 đầu mối",
        [
            (
                "changed",
                "Kết luận 88-KL/TW của Bộ Chính trị khóa trước",
                "Thông báo 12-TB/TU của Thường trực Tỉnh ủy hôm qua",
            ),
            ("changed", "thêm 7", "9"),
        ],
    ),
    (
        "nothing in common",
        "cải tạo trụ sở",
        "bồi dưỡng kỹ năng",
        [("changed", "cải tạo trụ sở", "bồi dưỡng kỹ năng")],
    ),
    ("nothing before", "", "mở lớp", [("added", "", "mở lớp")]),
    ("nothing after", "mở lớp", "", [("removed", "mở lớp", "")]),
    ("nothing at all", "", "", []),
    ("no words against words", "…", "mở lớp", [("changed", "…", "mở lớp")]),
    ("no words on either side", "…", "!", []),
]


@pytest.mark.parametrize(
    ("a", "b", "want"), [pytest.param(a, b, want, id=rule) for rule, a, b, want in MARKED]
)
def test_marks(a: str, b: str, want: Shown) -> None:
    assert shown(a, b) == want


# ---- laws

WORDS = [
    "cán",
    "bộ",
    "chi",
    "đảng",
    "uỷ",
    "ủy",
    "và",
    "các",
    "12",
    "77-QĐ/TW",
    "Rà",
    "soát",
    "…",
    ";",
]
GAPS = [" ", "  ", "\n", ", "]
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=40).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def covered(text: str, marks: tuple[Mark, ...], side: str) -> bool:
    """Do the spans of `side` cover `text` in order, without gap or overlap?"""
    at = 0
    for mark in marks:
        span = mark.a if side == "a" else mark.b
        if span is not None:
            if span.start != at or span.end <= span.start:
                return False
            at = span.end
    return at == len(text)


@given(texts | st.text(), texts | st.text())
def test_spans_partition_both_texts(a: str, b: str) -> None:
    marks = word_marks(a, b)
    assert covered(a, marks, "a")
    assert covered(b, marks, "b")
    for mark in marks:
        missing = (mark.a is None, mark.b is None)
        assert missing == (mark.op == "added", mark.op == "removed")


@given(texts, texts)
def test_equal_and_changed_blocks_take_turns(a: str, b: str) -> None:
    same = [mark.op == "same" for mark in word_marks(a, b)]
    assert all(one != other for one, other in pairwise(same))


@given(texts)
def test_a_text_against_itself_is_one_block(text: str) -> None:
    assert [mark.op for mark in word_marks(text, text)] == (["same"] if text else [])


def test_long_texts_find_a_change_in_the_middle() -> None:
    """Texts too long to compare each word with each: runs that both have are the anchors."""
    a = " ".join(f"đơn vị {k} rà soát hồ sơ của chi bộ" for k in range(1200))
    b = a.replace("đơn vị 600 rà soát", "đơn vị 600 số hoá").replace(
        "đơn vị 900 ", "đơn vị 900 phải "
    )
    assert shown(a, b) == [("changed", "rà soát", "số hoá"), ("added", "", "phải")]
