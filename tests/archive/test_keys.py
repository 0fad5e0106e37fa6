"""Keys that name one document, though one of them says less."""

import pytest

from archive.comparing.keys import same_directive

KEYS = [
    ("equal", "26/2015/NĐ-CP", "26/2015/NĐ-CP", True),
    ("without the term", "18-NQ/TW", "18-NQ/TW khóa XII", True),
    ("another term", "18-NQ/TW khóa XIII", "18-NQ/TW khóa XII", False),
    ("without the type word", "50-QĐ/TW", "Quy định 50-QĐ/TW khóa XIII", True),
    ("another type word", "Quyết định 50-QĐ/TW", "Quy định 50-QĐ/TW", False),
    ("without the place", "61-NQ/TU", "61-NQ/TU Yên Bái nhiệm kỳ 2020-2025", True),
    ("another place", "61-NQ/TU Yên Bái", "61-NQ/TU Bắc Giang", False),
    (
        "another term of one place",
        "1-NQ/TU Huế nhiệm kỳ 2015-2020",
        "1-NQ/TU Huế nhiệm kỳ 2020-2025",
        False,
    ),
    ("another year", "15/QĐ-TTg năm 2021", "15/QĐ-TTg năm 2022", False),
    ("another day", "8-TB/TU (2021-05-03)", "8-TB/TU (2021-06-03)", False),
    ("a leading zero", "06-KL/TW", "6-KL/TW", True),
    ("another number", "21-KL/TW", "22-KL/TW", False),
    ("another symbol", "21-KL/TW", "21-CT/TW", False),
    (
        "a nickname's term",
        "Nghị quyết Trung ương 4 (khóa XII)",
        "Nghị quyết Trung ương 4 (khóa XIII)",
        False,
    ),
    (
        "a nickname without it",
        "Nghị quyết Trung ương 4",
        "Nghị quyết Trung ương 4 (khóa XII)",
        True,
    ),
    ("nicknames without digits", "Nghị quyết Đại hội XIII", "Nghị quyết Đại hội XIV", False),
]


@pytest.mark.parametrize(
    ("a", "b", "same"), [pytest.param(a, b, same, id=rule) for rule, a, b, same in KEYS]
)
def test_one_document(a: str, b: str, same: bool) -> None:
    assert same_directive(a, b) is same
    assert same_directive(b, a) is same
