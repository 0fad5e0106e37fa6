"""Two neighbouring periods, told on a day between them, tell a conference in whatever words."""

import pytest

from archive.reading.times.neighbours import follows
from archive.reading.times.periods import find_periods
from tests.archive.test_regular import times, told

ANNUAL = ("2021", "2022", "annual")
HALF = ("2023-H1", "2023-H2", "half-year")
NOTHING = (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the verbs do not matter: a Party body, a day, two periods that meet on it
        ("Ngày 12/01/2022, Huyện ủy A gói lại năm 2021 và vạch đường cho năm 2022.", ANNUAL),
        ("Chiều 14/1, Đảng ủy Khối soi lại năm 2021, chọn việc cho năm 2022.", ANNUAL),
        (
            "Ban Dân vận Tỉnh ủy hôm 28/12/2021 chia tay năm 2021, đón năm 2022 bằng lời hứa.",
            ANNUAL,
        ),
        (
            (
                "Sáng 5/7/2023, Đảng ủy Công an tỉnh đong đếm 6 tháng đầu năm và phân vai cho"
                " 6 tháng cuối năm 2023."
            ),
            HALF,
        ),
        (
            "Ngày 4/7/2023, các chi bộ ngồi tính sổ nửa đầu năm 2023 rồi bàn nửa năm còn lại.",
            HALF,
        ),
        (
            "Thành ủy họp sáng 3/10/2023: cân lại 9 tháng năm 2023, xếp việc quý IV.",
            ("2023-9M", "2023-Q4", "nine-month"),
        ),
        # the year of one is that of both; without any year the day tells it
        (
            "Ngày 6/7/2023, Đảng bộ xã gạn lọc 6 tháng đầu năm, đặt hàng cho 6 tháng cuối năm.",
            HALF,
        ),
        # in two paragraphs, where people met
        (
            (
                "Giữ vững kỷ cương\n20/12/2021\nBan Chấp hành Đảng bộ huyện có phiên họp cuối cùng"
                " trong nhiệm kỳ vào sáng nay.\nNăm 2021, kỷ cương được giữ vững, không nơi nào bị"
                " nhắc nhở.\nNăm 2022, mỗi chi bộ có một việc khó để làm cho xong trước đại hội."
            ),
            ANNUAL,
        ),
        (
            (
                "Thôn nào cũng có chi bộ\nĐồng chí Phó Bí thư Thường trực Huyện ủy dự hội nghị và"
                " ngồi đến cuối buổi.\nKhông khí sôi nổi: năm 2021, thôn nào cũng có chi bộ, bản"
                " nào cũng có đảng viên.\nBước sang năm 2022, toàn huyện lo đại hội ở các chi bộ."
            ),
            ANNUAL,
        ),
        # the plan told first, as a plan
        (
            (
                "Giữ vững kỷ cương\n20/12/2021\nSáng nay, hội nghị của Đảng ủy Quân sự tỉnh"
                " ra nghị quyết lãnh đạo nhiệm vụ năm 2022.\nNăm 2021, đơn vị nào cũng an toàn,"
                " không có vụ việc nghiêm trọng nào."
            ),
            ANNUAL,
        ),
        # not where the day is far from where they meet
        ("Ngày 12/8/2022, Huyện ủy A kể chuyện năm 2021 và kể tiếp chuyện năm 2022.", NOTHING),
        # not what only counts or compares years
        ("Ngày 12/01/2022, Huyện ủy A đón đoàn phim quay từ năm 2021 đến năm 2022.", NOTHING),
        (
            "Ngày 12/01/2022, quán bên Huyện ủy bán năm 2021 nhiều hơn 5 lần so với năm 2022.",
            NOTHING,
        ),
        # not of what is no Party body's
        ("Ngày 12/01/2022, đội bóng khép lại năm 2021 và bước vào năm 2022.", NOTHING),
        # not how the economy fares
        (
            (
                "Ngày 12/01/2022, báo cáo viên Tỉnh ủy nghe thông tin kinh tế năm 2021, triển vọng"
                " năm 2022."
            ),
            NOTHING,
        ),
        # a life told year by year, where nobody met
        ("Đảng bộ nhớ ông.\nNăm 1929, ông vào Đảng.\nNăm 1930, ông bị bắt.", NOTHING),
    ],
)
def test_neighbouring_periods_on_a_day_between_them(
    text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert told(text) == expected


def test_the_day_of_the_conference_stands_in_the_same_sentence() -> None:
    found = times(
        "Chuyện bắt đầu từ một câu hỏi, được nêu lên vào ngày 11-1, lúc Đảng ủy Khối gói lại năm"
        " 2016 và mở đầu năm 2017."
    )
    assert found.event
    assert str(found.event.value) == "2017-01-11"


@pytest.mark.parametrize(
    ("text", "neighbours"),
    [
        ("năm 2021, năm 2022", True),
        ("6 tháng đầu năm, 6 tháng cuối năm 2023", True),
        ("9 tháng năm 2023 xong, đến lượt quý IV", True),
        ("quý I xong, đến lượt quý II năm 2024", True),
        ("tháng 12 năm 2022, tháng 1 năm 2023", True),
        ("năm 2021, năm 2023", False),
        ("năm 2022, năm 2021", False),
        ("6 tháng đầu năm 2022, 6 tháng cuối năm 2023", False),
        ("quý I xong, rồi 9 tháng năm 2024", False),
        ("nhiệm kỳ 2015-2020, nhiệm kỳ 2020-2025", False),  # a congress is told otherwise
    ],
)
def test_which_periods_are_neighbours(text: str, neighbours: bool) -> None:
    past, coming = find_periods(text.lower())
    assert follows(past, coming) is neighbours
