"""The day of the conference and the day of the page."""

from datetime import date

import pytest

from tests.archive.timing import EVENT, HOST, read, told


@pytest.mark.parametrize(
    ("text", "event"),
    [("Hôm 5/7, {} sơ kết 6 tháng đầu năm 2022.", "2022-07-05")],
)
def test_hom_tells_a_day(text: str, event: str) -> None:
    assert told(read(f"Tin của ngành\n{text.format(HOST)}\n"))["event"] == event


def test_two_days_told_alike_leave_the_other_open() -> None:
    times = read(
        "Tin của ngành\nNgày 5/1/2023, ngành họp tổng kết năm 2022.\n"
        "Ngày 6/1/2023, ngành họp tổng kết năm 2022.\n"
    )
    assert times.event is not None
    assert times.event.confidence < 0.9
    assert times.event.also == (date(2023, 1, 6),)


@pytest.mark.parametrize(
    ("lead", "event"),
    [
        # nearest to the end of what is reviewed
        ("Sáng 9/1, {} tổ chức hội nghị tổng kết công tác năm 2017.", "2018-01-09"),
        ("Sáng 28/12, {} tổ chức hội nghị tổng kết công tác năm 2017.", "2017-12-28"),
        ("Chiều 16/7, {} tổ chức hội nghị sơ kết 6 tháng đầu năm 2021.", "2021-07-16"),
        # else to the start of what is planned
        ("Ngày 30-12, {} tổ chức hội nghị triển khai nhiệm vụ năm 2019.", "2018-12-30"),
        # a term tells nothing, and nothing is guessed
        ("Ngày 10/9, {} tổ chức hội nghị tổng kết công tác nhiệm kỳ 2010 - 2015.", None),
        ("Ngày 8/7, {} tổ chức hội nghị sơ kết 6 tháng đầu năm.", None),
        ("Hôm qua, {} tổ chức hội nghị tổng kết năm 2018.", None),
        # of more days told, the one that is singled out for it
        (
            "Ngày 27 và 28/12/2019 có nhiều việc; trong đó, ngày 28/12, {} tổng kết năm 2019.",
            "2019-12-28",
        ),
        # in brackets behind the conference's name; not what happened and is only recalled
        ("Hội nghị tổng kết năm 2019 của {} diễn ra thứ Sáu (27/12/2019).", "2019-12-27"),
        (
            "Hội nghị tổng kết năm 2019 của {} (27/12) nhắc nhiều đến trận lũ sau bão ngày 11/9.",
            "2019-12-27",
        ),
        # the first of two days; not a deadline, not a founding day
        ("Trong hai ngày 27 và 28/12/2019, {} tổ chức hội nghị tổng kết năm 2019.", "2019-12-27"),
        (
            "{} tổ chức hội nghị tổng kết năm 2019. Việc còn lại phải xong trước ngày 30/6/2020.",
            None,
        ),
    ],
)
def test_event_date(lead: str, event: str | None) -> None:
    assert told(read(f"Tin hội nghị của ngành\n{lead.format(HOST)}\n"))["event"] == event


@pytest.mark.parametrize(
    ("lead", "event", "reviewed"),
    [
        ("Sáng nay, {} họp sơ kết 6 tháng đầu năm.", "2019-07-12", "2019-H1"),
        ("Chiều qua, {} họp sơ kết 6 tháng đầu năm.", "2019-07-11", "2019-H1"),
        ("Sáng 9/7, {} họp sơ kết 6 tháng đầu năm.", "2019-07-09", "2019-H1"),
        (
            "Ngày 9/7, {} tổ chức hội nghị tổng kết công tác nhiệm kỳ 2015-2020.",
            "2019-07-09",
            "2015-2020",
        ),
    ],
)
def test_the_page_gives_the_missing_year(lead: str, event: str, reviewed: str) -> None:
    found = told(read(f"Tin hội nghị của ngành\n12/07/2019 15:20\n{lead.format(HOST)}\n"))
    assert (found["event"], found["reviewed"]) == (event, reviewed)


@pytest.mark.parametrize(
    ("page", "published"),
    [
        # below the headline, in all its forms
        ("Tổng kết một năm của ngành\n20:45' 13/1/2024\n{}", "2024-01-13"),
        (
            "Tổng kết một năm của ngành\nĐăng ngày: 13/01/2024 - 07:52 - Lượt đọc: 41\n{}",
            "2024-01-13",
        ),
        (
            "Tổng kết một năm của ngành\nCập nhật lúc 17:05, Thứ Bảy, 13/01/2024 (GMT+7)\n{}",
            "2024-01-13",
        ),
        # the page's clock above it gives way to the article's own date
        (
            "Thứ Sáu, Tháng Bảy 19, 2024\nTổng kết một năm của ngành\n13.01.2024 10:20\n{}",
            "2024-01-13",
        ),
        # alone it counts within a week after the event
        ("Thứ Sáu, Tháng Một 19, 2024\nTổng kết một năm của ngành\n{}", "2024-01-19"),
        ("Thứ Bảy, Tháng Một 20, 2024\nTổng kết một năm của ngành\n{}", None),
        # links below the article have days of their own
        ("Tổng kết một năm của ngành\n{}\nCác tin khác\n• Chi bộ vùng cao (10/01/2024)", None),
        # a day in a banner is no page date
        (
            (
                "Chào mừng 90 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2020)\nTổng kết một "
                "năm của ngành\n{}"
            ),
            None,
        ),
    ],
)
def test_page_date(page: str, published: str | None) -> None:
    found = told(read(page.format(EVENT)))
    assert (found["published"], found["event"]) == (published, "2024-01-12")


def test_the_files_own_date_wins() -> None:
    times = read(f"Tổng kết một năm của ngành\n20:45' 13/1/2024\n{EVENT}\n", date(2024, 1, 14))
    assert told(times)["published"] == "2024-01-14"


def test_an_old_year_in_january_is_a_slip() -> None:
    times = read(
        f"Tổng kết một năm của ngành\n08/01/2021\nNgày 7/01/2020, {HOST} tổ chức hội "
        "nghị tổng kết năm 2020.\n"
    )
    assert times.event is not None
    assert (str(times.event.value), times.flags) == ("2021-01-07", ("event-year-slip",))
    assert times.event.also == (date(2020, 1, 7),)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sáng 9/8/2019, {} mở hội thảo về công tác cán bộ.", "2019-08-09"),
        ("Sáng 25/3/2024, {} khai giảng lớp bồi dưỡng đảng viên mới.", "2024-03-25"),
        ("Chiều 12/5/2022, {} tổ chức tọa đàm với các bí thư chi bộ trẻ.", "2022-05-12"),
        # ordinary news has a day and no event
        ("Sáng 12/10/2022, mưa lớn làm ngập trụ sở {}.", None),
        # a day of history is nobody's event
        ("Ngày 14/10/1930, tiền thân của {} ra đời; lễ kỷ niệm năm nay gọn nhẹ.", None),
    ],
)
def test_the_day_of_what_else_people_come_together_for(text: str, event: str | None) -> None:
    found = told(read(f"Tin trong ngày\n{text.format(HOST)}\n"))
    assert (found["kind"], found["event"]) == (None, event)
