"""Days as texts write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.dates import Day, Days
from archive.vietnamese import lower


def _days(folded: str) -> list[Day]:
    return Days(folded).between(0, len(folded))


def test_days_told_by_how_long_ago_they_were_stand_in_text_order() -> None:
    found = _days("sáng nay họp. " * 60 + "hôm qua họp. sáng nay họp.")
    assert found[-1].ago == 1
    assert found == sorted(found, key=lambda day: day.start)
    assert [day.ago for day in _days("hôm qua họp, sáng nay nghỉ")] == [1, 0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20:45' 13/1/2022", ["2022-01-13"]),
        ("08/12/2020 03:06 CH", ["2020-12-08"]),
        ("05.01.2024 10:20", ["2024-01-05"]),
        ("Ngày 4-12-2020, tại", ["2020-12-04"]),
        ("Chiều ngày 11 tháng 01 năm 2022", ["2022-01-11"]),
        ("13 Tháng Một, 2022", ["2022-01-13"]),
        ("Thứ Sáu, Tháng Bảy 19, 2024", ["2024-07-19"]),
        ("January 13, 2022", ["2022-01-13"]),
        ("2022-01-13T08:00", ["2022-01-13"]),
        ("13/01/22 08:00", ["2022-01-13"]),
        # a stretch of days is told by its first
        ("ngày 12 và 13/8/2020", ["2020-08-12"]),
        ("từ ngày 25 đến 26/12/2019", ["2019-12-25"]),
        # figures that are no day
        ("5/18 đề án, 12/13 đơn vị", []),
        ("các chi bộ đạt chuẩn (7/12)", []),
        ("32/13/2020", []),
        ("kết quả 9 tháng năm 2023", []),
        ("ngày 9 tháng Năm, 2023", ["2023-05-09"]),
        ("tăng 12.5.2 điểm", []),
        # the day of issue of a document is the document's
        ("Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị", []),
        ("Chỉ thị số 35 ngày 14/6/2024", []),
        ("Chỉ thị 05-CT/TW (15-5-2016)", []),
    ],
)
def test_days_with_a_year(text: str, days: list[str]) -> None:
    found = [day.on(day.year) for day in _days(lower(text)) if day.year]
    assert [str(day) for day in found] == days


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [
        ("Sáng 16/7, tại", 16, 7),
        ("Chiều 7.7, Ban", 7, 7),
        ("hội nghị sáng 16-1 về", 16, 1),
        ("sáng nay (16/1)", 16, 1),
        ("ngày 27 và 28/12", 27, 12),
        ("ngày 5 tháng 3", 5, 3),
        ("Thứ Sáu tuần trước (14/7), Ban", 14, 7),
        # in brackets what can be no share of a whole; the day of a meeting
        ("hội nghị sơ kết của Cụm (21.7) do", 21, 7),
        ("tính đến ngày họp giao ban 27.4, xã", 27, 4),
        ("hội nghị tổng kết (nhà văn hóa xã, 16/1)", 16, 1),
    ],
)
def test_days_without_a_year(text: str, day: int, month: int) -> None:
    found = [one for one in _days(lower(text)) if one.ago is None]
    assert [(one.day, one.month, one.year) for one in found] == [(day, month, None)]


@pytest.mark.parametrize(("text", "ago"), [("hôm qua", 1), ("Chiều qua", 1), ("sáng nay", 0)])
def test_days_told_by_their_distance(text: str, ago: int) -> None:
    (day,) = _days(lower(text))
    assert day.seen_from(date(2022, 3, 2)) == date(2022, 3, 2 - ago)
    assert day.seen_from(None) is None


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from("/-."))
def test_every_day_is_found_as_written(day: date, mark: str) -> None:
    text = f"ngày {day.day}{mark}{day.month}{mark}{day.year}, tại"
    (found,) = _days(text)
    assert found.on(day.year) == day
    assert text[found.start : found.end] == f"{day.day}{mark}{day.month}{mark}{day.year}"
