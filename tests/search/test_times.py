import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese import bare, nfc
from search.times import asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bình Sơn 2021", ["2021"]),
        ("tổng kết năm 2023", ["2023"]),
        ("quý I/2024", ["2024-Q1"]),
        ("Quý 1 năm 2024", ["2024-Q1"]),
        ("quí I/2024", ["2024-Q1"]),
        ("quý tư, năm 2024", ["2024-Q4"]),
        ("Q3/2024", ["2024-Q3"]),
        ("6 tháng đầu năm 2023", ["2023-H1"]),
        ("06 tháng cuối năm 2023", ["2023-H2"]),
        ("sáu tháng 2023", ["2023-H1"]),
        ("nửa cuối năm 2023", ["2023-H2"]),
        ("9 tháng đầu năm 2022", ["2022-9M"]),
        ("3 tháng đầu năm 2022", ["2022-Q1"]),  # the same months
        ("tháng 3/2024", ["2024-M03"]),
        ("nhiệm kỳ 2015-2020", ["2015-2020"]),
        ("2015 – 2020", ["2015-2020"]),
        ("năm 2022, năm 2023", ["2022", "2023"]),
        ("quý I", []),  # of which year?
        ("6 tháng đầu năm", []),
        ("24/6/2022", []),  # a day
        ("Nghị định 26/2015/NĐ-CP", []),  # a document
        ("năm:2022", []),  # a field of its own
        ('"năm 2022"', []),  # just these words
        ("-2022", []),  # not that year
        ("thu 2.022 đồng", []),
        ("2020-2045", []),  # no term is so long
    ],
)
def test_periods_with_marks_and_without(text: str, expected: list[str]) -> None:
    for typed in (nfc(text), bare(nfc(text)), nfc(text).upper()):
        assert [str(found.period) for found in asked(typed)] == expected


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Bình Sơn 2021", [None]),
        ("tổng kết năm 2021", ["reviewed"]),
        ("tổng kết công tác xây dựng Đảng năm 2021", ["reviewed"]),
        ("kết quả thực hiện nhiệm vụ năm 2021", ["reviewed"]),
        ("nhiệm vụ trọng tâm năm 2021", ["planned"]),
        ("phương hướng quý II/2021", ["planned"]),
        ("tổng kết năm 2021 và triển khai nhiệm vụ năm 2022", ["reviewed", "planned"]),
        ("tổng kết, đại hội, năm 2021", [None]),  # what stands apart tells nothing
    ],
)
def test_which_side_of_a_period_is_asked(text: str, sides: list[str | None]) -> None:
    assert [found.side for found in asked(nfc(text))] == sides


@given(st.text('quý 1I/-năm2024tháng"6 đầu', max_size=60))
def test_a_period_lies_in_the_text_and_none_overlaps(text: str) -> None:
    end = 0
    for found in asked(nfc(text)):
        assert end <= found.start < found.end <= len(nfc(text))
        end = found.end
