"""Periods, kinds and levels as people type them."""

import pytest
from hypothesis import given

from archive import worded
from archive.period import Period
from archive.vietnamese import bare
from tests.archive.test_period import written

TYPED = [
    ("năm 2024", "2024"),
    ("cả năm 2024", "2024"),
    ("quý I/2024", "2024-Q1"),
    ("Quý 3 năm 2024", "2024-Q3"),
    ("quí tư 2024", "2024-Q4"),
    ("6 tháng đầu năm 2024", "2024-H1"),
    ("06 tháng cuối năm 2024", "2024-H2"),
    ("nửa đầu năm 2024", "2024-H1"),
    ("9 tháng năm 2024", "2024-9M"),
    ("chín tháng đầu năm 2024", "2024-9M"),
    ("tháng 5/2024", "2024-M05"),
    ("2 tháng đầu năm 2024", "2024-M01..M02"),
    ("nhiệm kỳ 2020-2025", "2020-2025"),
    ("2024-h1", "2024-H1"),
    ("2024-m01..m02", "2024-M01..M02"),
]


@pytest.mark.parametrize(("typed", "notation"), TYPED)
def test_a_period_in_words(typed: str, notation: str) -> None:
    for spelled in (typed, typed.upper(), bare(typed), f"  {typed} "):
        assert str(worded.period(spelled)) == notation


@given(written())
def test_the_notation_is_its_own_word(period: Period) -> None:
    assert worded.period(str(period)) == period


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "năm nay",
        "6 tháng đầu năm",
        "quý V/2024",
        "tháng 13/2024",
        "nhiệm kỳ 2025-2020",
        "x 2024",
    ],
)
def test_what_is_no_period_or_lacks_its_year(typed: str) -> None:
    with pytest.raises(ValueError, match="period"):
        worded.period(typed)


@pytest.mark.parametrize(
    ("typed", "names", "meant"),
    [
        ("Cả năm", worded.KINDS, "annual"),
        ("sau thang", worded.KINDS, "half-year"),
        ("không phải tổng kết", worded.KINDS, "none"),
        ("Nine-Month", worded.KINDS, "nine-month"),
        ("tỉnh", worded.LEVELS, "province"),
        ("cụm thi đua", worded.LEVELS, "cluster"),
    ],
)
def test_a_choice_in_words(typed: str, names: dict[str, str], meant: str) -> None:
    assert worded.choice(typed, names) == meant
