"""The outline: what each part of a report does, and laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.outline import outline
from archive.reading.page import read_page

OPENING = (
    "Huyện ủy tổng kết công tác tổ chức xây dựng Đảng năm 2021\n\n"
    "Sáng 12/01/2022, Ban Tổ chức Huyện ủy tổ chức Hội nghị tổng kết công tác năm 2021, triển khai "
    "nhiệm vụ năm 2022.\n\n"
)
ROLES = {
    "furniture",
    "title",
    "lead",
    "attendance",
    "results",
    "shortcomings",
    "tasks",
    "awards",
    "closing",
    "body",
}

ROWS = [
    ("who was there", "Dự hội nghị có đồng chí Phó Bí thư Huyện ủy.", "attendance"),
    ("a heading for results", "KẾT QUẢ NĂM 2021\nToàn huyện kết nạp 90 đảng viên.", "results"),
    ("results told", "Theo báo cáo.\n\nNăm 2021, Ban đã tham mưu 12 nghị quyết.", "results"),
    ("shortcomings told", "Tuy nhiên, việc cập nhật hồ sơ còn chậm.", "shortcomings"),
    (
        "a heading for tasks",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2022\nBan tiếp tục rà soát biên chế.",
        "tasks",
    ),
    (
        "a list of tasks without a heading",
        "Năm 2022, Ban tập trung các nhiệm vụ:\n1. Rà soát biên chế.\n2. Số hóa hồ sơ.",
        "tasks",
    ),
    ("awards told", "Nhân dịp này, Ban trao Giấy khen cho 3 tập thể.", "awards"),
    ("the end", "Kết thúc hội nghị, các đại biểu thăm triển lãm.", "closing"),
    ("a caption", "Toàn cảnh hội nghị.", "furniture"),
    ("talk", "Thảo luận tại hội nghị, các xã nêu cách làm hay.", "body"),
]


@pytest.mark.parametrize(("rule", "text", "role"), ROWS, ids=[row[0] for row in ROWS])
def test_the_last_section_has_the_role(rule: str, text: str, role: str) -> None:
    assert outline(read_page(OPENING + text))[-1].role == role, rule


def test_a_heading_is_told_with_its_section() -> None:
    text = OPENING + "KẾT QUẢ NĂM 2021\nToàn huyện kết nạp 90 đảng viên."
    section = outline(read_page(text))[-1]
    assert section.heading is not None
    assert text[section.heading.start : section.heading.end] == "KẾT QUẢ NĂM 2021"


LINES = st.sampled_from(
    [
        "Sáng 12/01/2022, Ban tổ chức Hội nghị tổng kết công tác năm 2021.",
        "Nhiệm vụ trọng tâm năm 2022:",
        "1. Rà soát biên chế.",
        "1.",
        "- Số hóa hồ sơ;",
        "KẾT QUẢ NĂM 2021",
        "Về cán bộ:",
        "Toàn cảnh hội nghị.",
        "Một là, đoàn kết. Hai là, kỷ cương.",
        "(1) một; (2) hai",
        "",
        "a",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12).map("\n".join))
def test_sections_follow_one_another_inside_the_text(text: str) -> None:
    page = read_page(text)
    sections = outline(page)
    assert {section.role for section in sections} <= ROLES
    edges = [edge for section in sections for edge in (section.start, section.end)]
    assert edges == sorted(edges)
    assert all(0 <= section.start < section.end <= len(text) for section in sections)
