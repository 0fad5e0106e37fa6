"""Periods as texts name them."""

import pytest

from archive.reading.times.periods import find_periods
from archive.vietnamese import lower


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("năm 2021", ["2021"]),
        ("cả năm 2021", ["2021"]),
        ("triển khai nhiệm vụ 2022", ["2022"]),
        ("6 tháng đầu năm 2024", ["2024-H1"]),
        ("06 tháng cuối năm 2024", ["2024-H2"]),
        ("sáu tháng đầu năm 2024", ["2024-H1"]),
        ("nửa đầu năm 2021", ["2021-H1"]),
        ("nửa cuối năm 2021", ["2021-H2"]),
        ("quý III năm 2023", ["2023-Q3"]),
        ("quý 1/2023", ["2023-Q1"]),
        ("quý tư năm 2023", ["2023-Q4"]),
        ("quý I và quý II năm 2024", ["2024-H1"]),
        ("9 tháng đầu năm 2022", ["2022-9M"]),
        ("3 tháng đầu năm 2022", ["2022-Q1"]),
        ("3 tháng cuối năm 2022", ["2022-Q4"]),
        ("hai tháng đầu năm 2019", ["2019-M01..M02"]),
        ("11 tháng năm 2022", ["2022-M01..M11"]),
        ("mười hai tháng của năm 2022", ["2022"]),
        ("nửa năm còn lại của năm 2022", ["2022-H2"]),
        ("tháng 3/2022", ["2022-M03"]),
        ("nhiệm kỳ 2020 - 2025", ["2020-2025"]),
        ("nhiệm kỳ Đại hội XII của Đảng", ["2016-2021"]),
        ("nhiệm kỳ Đại hội XIV Đảng bộ tỉnh", []),
        ("nhiệm kỳ 2010–2015", ["2010-2015"]),
        # of two named together the longer
        ("quý III và 9 tháng năm 2023", ["2023-9M"]),
        ("tháng 12 và năm 2021", ["2021"]),
        ("năm 2020 và nhiệm kỳ 2015-2020", ["2015-2020"]),
        # a year in a date, a span of years and a slip are no periods of the report
        ("ngày 11 tháng 01 năm 2022", []),
        ("năm học 2022-2023", []),
        ("nhiệm kỳ 2020-2015", []),
        ("5 tháng nữa", []),
    ],
)
def test_periods_told_in_full(text: str, periods: list[str]) -> None:
    found = [mention.known for mention in find_periods(lower(text))]
    assert [str(period) for period in found] == periods


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("6 tháng đầu năm", "half-year"),
        ("06 tháng cuối năm", "half-year"),
        ("quý I", "quarter"),
        ("9 tháng", "nine-month"),
        ("tháng 5", "other"),
        ("năm nay", "annual"),
        ("nửa năm còn lại", "half-year"),
    ],
)
def test_periods_without_a_year_keep_it_open(text: str, kind: str) -> None:
    (mention,) = find_periods(lower(text))
    assert mention.known is None
    assert mention.kind == kind


@pytest.mark.parametrize("text", ["trong 2,5 năm qua", "nhiều năm qua", "mười năm tới"])
def test_several_years_are_not_last_year(text: str) -> None:
    assert list(find_periods(text)) == []


def test_a_campaign_of_some_months_is_no_period() -> None:
    assert list(find_periods("kết quả 3 tháng ra quân, sơ kết 5 tháng cao điểm")) == []
