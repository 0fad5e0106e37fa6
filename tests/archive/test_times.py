"""The two periods and the kind of a conference, from all the forms in which they are told."""

from datetime import date
from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.timing import EVENT, HOST, read, told

WORDS = st.lists(
    st.sampled_from(
        [
            "hội nghị",
            "tổng kết",
            "sơ kết",
            "năm 2021",
            "6 tháng đầu năm",
            "quý I",
            "nhiệm kỳ 2015-2020",
            "29/2",
            "ngày",
            "sáng nay",
            "31/12/2021",
            ",",
            ".",
            "\n",
            "triển khai",
            "nhiệm vụ",
            "năm tới",
            "giao ban",
        ]
    ),
    max_size=25,
)


@pytest.mark.parametrize(
    ("lead", "reviewed", "planned", "kind"),
    [
        ("tổng kết công tác năm 2021, triển khai nhiệm vụ năm 2022", "2021", "2022", "annual"),
        ("tổng kết công tác năm 2021 và nhiệm vụ 2022", "2021", "2022", "annual"),
        ("tổng kết năm 2021, phát động phong trào giai đoạn 2022 - 2025", "2021", None, "annual"),
        ("tổng kết năm 2021; phương hướng, nhiệm vụ năm 2022", "2021", "2022", "annual"),
        (
            "sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2022",
            "2022-H1",
            "2022-H2",
            "half-year",
        ),
        (
            "sơ kết công tác 06 tháng đầu năm 2022 và bàn nhiệm vụ 06 tháng cuối năm",
            "2022-H1",
            "2022-H2",
            "half-year",
        ),
        (
            "sơ kết nửa đầu năm, đề ra giải pháp nửa cuối năm 2022",
            "2022-H1",
            "2022-H2",
            "half-year",
        ),
        (
            "giao ban công tác quý III, triển khai nhiệm vụ quý IV năm 2022",
            "2022-Q3",
            "2022-Q4",
            "quarter",
        ),
        (
            "sơ kết quý III và 9 tháng đầu năm 2022, nhiệm vụ quý IV năm 2022",
            "2022-9M",
            "2022-Q4",
            "nine-month",
        ),
        (
            "sơ kết 9 tháng đầu năm, triển khai nhiệm vụ 3 tháng cuối năm 2022",
            "2022-9M",
            "2022-Q4",
            "nine-month",
        ),
        ("giao ban tháng 5, triển khai nhiệm vụ tháng 6/2022", "2022-M05", "2022-M06", "other"),
        (
            "tổng kết công tác nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2020 - 2025",
            "2015-2020",
            "2020-2025",
            "term",
        ),
        (
            "giao ban 4 tháng đầu năm 2022, triển khai nhiệm vụ tháng 5 và tháng 6",
            "2022-M01..M04",
            "2022-M05..M06",
            "other",
        ),
        # a committee's session hears and decides, though nothing is called summed up
        ("xem xét kết quả 9 tháng năm 2022, bàn việc quý 4", "2022-9M", "2022-Q4", "nine-month"),
        (
            "kiểm điểm sự lãnh đạo 6 tháng đầu năm và quyết định nhiệm vụ 6 tháng cuối năm 2022",
            "2022-H1",
            "2022-H2",
            "half-year",
        ),
        # the plan may stand first
        ("triển khai công tác năm 2022, tổng kết năm 2021", "2021", "2022", "annual"),
        # a plan alone tells the kind
        ("triển khai nhiệm vụ năm 2022", None, "2022", "annual"),
        # and so does a sector's work as a whole without a period
        ("triển khai nhiệm vụ trọng tâm công tác xây dựng Đảng", None, None, "other"),
        ("triển khai nhiệm vụ công tác dân vận", None, None, "other"),
        ("triển khai nhiệm vụ của ngành", None, None, "other"),
        (
            "triển khai kế hoạch phát triển kinh tế - xã hội, dự toán ngân sách năm 2022",
            None,
            "2022",
            "annual",
        ),
        # the year's work is that of the year in which it is summed up
        ("tổng kết công tác dân vận năm, triển khai nhiệm vụ năm 2022", "2021", "2022", "annual"),
        ("tổng kết cuối năm, triển khai nhiệm vụ năm 2022", "2021", "2022", "annual"),
        # "tổng kết" with no period is of a year, and no year is filled in
        ("tổng kết công tác dân vận", None, None, "annual"),
        # what the conference is told to carry out is not its period
        ("tổng kết 5 năm thực hiện Nghị quyết số 18-NQ/TW", None, None, "other"),
        # nor is what the document's name looks forward to
        (
            "sơ kết 5 năm thực hiện Nghị quyết số 18 về phương hướng, nhiệm vụ đến năm 2025",
            None,
            None,
            "other",
        ),
        # the congress of another term is not its period either
        ("tổng kết năm 2019, bàn việc tổ chức đại hội nhiệm kỳ 2020-2025", "2019", None, "annual"),
    ],
)
def test_periods_and_kind(lead: str, reviewed: str | None, planned: str | None, kind: str) -> None:
    times = read(
        f"{HOST} họp bàn\nNgày 5/7, {HOST} tổ chức hội nghị {lead}. Đồng chí Trưởng Ban chủ trì.\n"
    )
    found = told(times)
    assert (found["reviewed"], found["planned"], found["kind"]) == (reviewed, planned, kind)


@pytest.mark.parametrize("task", ["phòng, chống dịch", "công tác dân số"])
def test_a_conference_on_a_single_task_sums_up_and_plans_nothing(task: str) -> None:
    times = read(f"{HOST} họp bàn\nNgày 5/7, {HOST} tổ chức hội nghị triển khai nhiệm vụ {task}.\n")
    assert times.kind is None


def test_a_period_that_was_over_on_the_day_is_looked_back_on() -> None:
    times = read(
        f"Tin của ngành\nSáng 10/7/2018, {HOST} giao ban với các huyện, triển khai nhiệm vụ quý "
        "II/2018.\n"
    )
    assert (told(times)["reviewed"], told(times)["planned"]) == ("2018-Q2", None)


def test_who_sums_up_tells_the_conference_without_its_name() -> None:
    times = read(f"Tin của ngành\n{HOST} vừa sơ kết 6 tháng đầu năm 2022 trong một buổi.\n")
    assert (told(times)["reviewed"], told(times)["kind"]) == ("2022-H1", "half-year")


@pytest.mark.parametrize(
    ("text", "reviewed", "planned"),
    [
        # who meets to look back need not call it a conference
        ("{} đã họp nhìn lại nửa đầu năm 2021, bàn việc nửa cuối năm.", "2021-H1", "2021-H2"),
        # months of work counted from the first, though nothing says so
        (
            "{} sơ kết công tác 8 tháng, nhiệm vụ 4 tháng cuối năm 2023.",
            "2023-M01..M08",
            "2023-M09..M12",
        ),
        # a bare year behind what kind of work it was
        ("{} tổ chức hội nghị tổng kết công tác dân vận 2021, nhiệm vụ 2022.", "2021", "2022"),
        # a session that decides on what is to be done
        (
            "{} họp phiên thường kỳ, kiểm điểm kết quả năm 2021 và ra nghị quyết năm 2022.",
            "2021",
            "2022",
        ),
        (
            "Hội nghị {} họp về tình hình công tác năm 2021; nhiệm vụ, giải pháp năm 2022.",
            "2021",
            "2022",
        ),
        # tasks named at the head of a sentence
        (
            "{} sơ kết 6 tháng đầu năm 2020. Nhiệm vụ 6 tháng cuối năm được nêu rõ.",
            "2020-H1",
            "2020-H2",
        ),
        # what is left of the year
        (
            "{} họp hội nghị đánh giá tình hình 9 tháng và bàn việc từ nay đến cuối năm 2022.",
            "2022-9M",
            "2022-Q4",
        ),
        (
            "{} sơ kết 6 tháng đầu năm 2020. Từ nay đến hết năm, ngành dồn sức cho việc khó.",
            "2020-H1",
            "2020-H2",
        ),
        (
            "{} tổng kết công tác năm 2022. Về nhiệm vụ năm 2023, ông Hà yêu cầu làm từ đầu năm.",
            "2022",
            "2023",
        ),
        # the period right after the one reviewed is planned where a word for tasks leads to it
        (
            "{} họp hội nghị đánh giá về kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019.",
            "2019-H1",
            "2019-H2",
        ),
        # what somebody comes to speak of is to come
        (
            "{} sơ kết 6 tháng đầu năm 2020. Đề cập nhiệm vụ 6 tháng cuối năm, ông Hà nêu ba ý.",
            "2020-H1",
            "2020-H2",
        ),
        # what is said first of what a body did is reviewed, whatever verb comes next
        (
            "{} họp hội nghị đánh giá hoạt động của Ban trong năm 2021 và đề ra việc năm 2022.",
            "2021",
            "2022",
        ),
    ],
)
def test_periods_told_in_passing(text: str, reviewed: str, planned: str) -> None:
    found = told(read(f"Tin của ngành\n{text.format(HOST)}\n"))
    assert (found["reviewed"], found["planned"]) == (reviewed, planned)


@pytest.mark.parametrize(
    ("text", "reviewed", "planned", "event"),
    [
        # "the year" is the one that the article opens with
        (
            """Trường Chính trị giữ nhịp

            (AHO)- Năm 2018 là năm đầu trường về huyện mở lớp, việc thì nhiều, người thì ít.
            Việc ấy được kể tại hội nghị tổng kết công tác năm diễn ra sáng 4-1.
            Bước sang năm 2019, trường tiếp tục mở lớp.""",
            "2018",
            "2019",
            "2019-01-04",
        ),
        # what the plan rests on stands between the year and its verb
        (
            """Đảng bộ Trường An Hòa họp

            Hội nghị tổng kết công tác Đảng năm 2007 họp ngày 29/12/2007.
            Năm 2008, theo Nghị quyết vừa được biểu quyết, Đảng bộ tập trung mở ngành.""",
            "2007",
            "2008",
            "2007-12-29",
        ),
        (
            """An Hòa họp

            Chi bộ họp sơ kết 6 tháng đầu năm 2004. Đó là ngày 10-7, trời vừa tạnh.
            Vì thế mà 6 tháng cuối năm, Đảng ủy buộc ai cũng phải về chi bộ.""",
            "2004-H1",
            "2004-H2",
            "2004-07-10",
        ),
        (
            """An Hòa: Giao ban công tác tuyên giáo quý I

            Hai ngày sau khi khép lại quý I/2026, ngày 2/4, hơn 100 cán bộ đã ngồi lại bàn việc.""",
            "2026-Q1",
            None,
            "2026-04-02",
        ),
        (
            """Hội trường kín chỗ
            Cập nhật: 18/01/2013 15:42

            Hội trường bên chân núi hôm 17/1 kín chỗ, có người phải đứng ngoài hành lang mà nghe.
            Ai cũng dự hội nghị tổng kết công tác năm 2012 của ngành Tổ chức xây dựng Đảng tỉnh.""",
            "2012",
            None,
            "2013-01-17",
        ),
        (
            """Một điểm cầu ở vùng cao

            Từ sớm, cán bộ đã có mặt. Đúng 8 giờ ngày 10/1, màn hình nối với Hà Nội, các tỉnh.
            Ban Dân vận Trung ương khai mạc Hội nghị tổng kết công tác dân vận năm 2019.""",
            "2019",
            None,
            "2020-01-10",
        ),
        # a cell's congress looks back on the term that its story tells
        (
            """Chi bộ nhỏ, việc lớn

            Sáng 14/02/2025, Đại hội Chi bộ An Hòa nhiệm kỳ 2025 - 2027 được tổ chức ngắn gọn.
            Ba năm của nhiệm kỳ 2022 - 2025, chi bộ nói ít, làm nhiều.
            Đại hội thông qua Nghị quyết với những nhiệm vụ của nhiệm kỳ mới.""",
            "2022-2025",
            "2025-2027",
            "2025-02-14",
        ),
        # the year is told with the last month
        (
            """Đòi nợ danh sách cán bộ né việc

            Hội nghị giao ban công tác tổ chức xây dựng Đảng 10 tháng đầu năm họp sáng 5.11.
            Từ đầu năm đến hết tháng 10.2019, toàn thành phố đã giảm 61 phòng, ban.""",
            "2019-M01..M10",
            None,
            "2019-11-05",
        ),
        # months of a year without a name of their own are followed by the next one
        (
            """Tin giả chạy nhanh
            Thứ Tư, 18:32, 02/06/2021

            Điều này được nhắc tại cuộc giao ban trực tuyến của Ban Tuyên giáo Trung ương chiều 2/6.
            Đánh giá công tác tuyên giáo 5 tháng đầu năm, hội nghị cho rằng nhiều việc đã làm xong.
            Về nhiệm vụ tháng 6, Trưởng Ban đề nghị các địa phương tập trung vào phòng dịch.""",
            "2021-M01..M05",
            "2021-M06",
            "2021-06-02",
        ),
        # "half a year" tells no year; what a conference agrees on is planned
        (
            """Hội Luật gia An Hòa họp

            Nửa năm qua, Hội đã mở nhiều buổi tư vấn. Hội nghị Ban Thường vụ Hội diễn ra ngày 14/7.
            Trong 6 tháng đầu năm 2017, Hội đã góp ý 14 dự án luật.
            Hội nghị thống nhất 6 tháng cuối năm tập trung vào 5 việc.""",
            "2017-H1",
            "2017-H2",
            "2017-07-14",
        ),
        # a congress whose report is told; results that are talked over are no plan
        (
            """Hội Luật gia tỉnh An Hòa: Năm năm hòa giải

            Số ấy ở báo cáo trình Đại hội Hội Luật gia nhiệm kỳ 2019 - 2024, tổ chức ngày 28/3.
            Nhiệm kỳ 2014 - 2019, các cấp hội đã hòa giải nhiều vụ; phương hướng cũng được bàn.""",
            "2014-2019",
            "2019-2024",
            None,
        ),
        (
            """Đừng để dân nghe tin từ mạng trước

            Khép lại hội nghị Thành ủy bàn kết quả 9 tháng đầu năm 2019, Bí thư nói về thông tin.
            Ngày 2-10, Ban Chấp hành Đảng bộ TP Hà Nội bế mạc hội nghị lần thứ 19.
            Từ nay đến hết quý IV, Bí thư yêu cầu các quận báo cáo đúng hạn.""",
            "2019-9M",
            "2019-Q4",
            "2019-10-02",
        ),
        # this year is compared with the last
        (
            """Bài học của ngành kiểm tra
            31/12/2015 09:14

            Chuyện được kể trong hội nghị tổng kết công tác kiểm tra, giám sát họp ngày 30-12.
            Có 412 đảng viên bị thi hành kỷ luật năm nay, giảm nhẹ so với năm trước.""",
            "2015",
            None,
            "2015-12-30",
        ),
        (
            """Nửa năm của mô hình mới

            Chiều 23/12/2025, Đảng ủy phường An Hòa tổ chức hội nghị tổng kết năm 2025.
            Để năm 2026 tạo chuyển biến rõ nét hơn, hội nghị thống nhất 7 nhiệm vụ trọng tâm.""",
            "2025",
            "2026",
            "2025-12-23",
        ),
        # when something will be summed up is no period that is looked back on
        (
            """Triển khai công tác năm 2012

            Hội nghị triển khai nhiệm vụ năm 2012 của Ban Tổ chức Tỉnh ủy họp sáng 16-2.
            Ban sẽ làm thí điểm; báo cáo kết quả, sơ kết vào quý IV.""",
            None,
            "2012",
            "2012-02-16",
        ),
    ],
)
def test_periods_and_days_told_by_the_story(
    text: str, reviewed: str | None, planned: str | None, event: str | None
) -> None:
    found = told(read(cleandoc(text)))
    assert (found["reviewed"], found["planned"], found["event"]) == (reviewed, planned, event)


def test_a_year_half_over_is_not_what_a_monthly_meeting_plans_for() -> None:
    found = told(
        read(
            "Việc tháng này\n02/09/2016\n\nBí thư Thành ủy nói vậy khi khép lại hội nghị giao ban"
            " ngày 31/8.\nTháng 8, thành phố dẹp yên ba điểm nóng.\nMục tiêu của năm 2016 là lên"
            " tốp ba của tỉnh.\n"
        )
    )
    assert (found["reviewed"], found["planned"]) == ("2016-M08", None)


@pytest.mark.parametrize(
    "said",
    [
        "Hội nghị toàn quốc tổng kết công tác tổ chức xây dựng Đảng năm 2016 từng nêu việc này.",
        "Việc này đã được nêu, như đã đánh giá tại hội nghị tổng kết năm 2019.",
        "Việc này được nêu tại hội nghị tổng kết công tác hồi cuối tháng 12.",
        "Còn nhớ tại hội nghị đầu năm ngoái, khi nhìn lại năm 2017, ai cũng lo.",
        "Ông nói: “Chúng ta hay sơ kết sáu tháng, tổng kết năm, ít khi hỏi các cụ”.",
        "Nâng cao chất lượng sinh hoạt chi bộ là nhiệm vụ của năm 2017.",
        "Chủ tịch tỉnh yêu cầu các xã tổ chức tổng kết công tác chống bão năm 2016.",
        "Tại buổi giao ban, ông B cho biết phương án nạo vét hồ đã được duyệt.",
        "Tỉnh tổ chức Lễ tổng kết và trao giải viết về công tác xây dựng Đảng năm 2018.",
    ],
)
def test_other_conferences_and_habits_report_none(said: str) -> None:
    found = told(
        read(f"Tọa đàm về chi bộ\n\nTạp chí An Hòa vừa mở tọa đàm, có đông người dự.\n{said}\n")
    )
    assert (found["kind"], found["reviewed"], found["planned"]) == (None, None, None)


@pytest.mark.parametrize(
    ("said", "reviewed"),
    [
        ("Kết quả công tác năm 2019 được đánh giá tốt.", "2019"),
        ("Kết quả đạt được (năm 2019) là rất tốt.", "2019"),
        # the year of a document, a law or a congress is no period that is looked back on
        ("Kết quả cho thấy ông B đã vi phạm Quyết định số 108 năm 2009.", None),
        ("Kết quả cho thấy ông B đã vi phạm Luật Đất đai năm 2013.", None),
        ("Tỉnh ủy đã bàn việc chuẩn bị Đại hội khóa XIII năm 2020.", None),
        # nor is an aside
        ("Chỉ số đã đạt hạng 5 (tụt từ hạng 2 năm 2017), nhiều việc còn chậm.", None),
    ],
)
def test_a_year_that_names_something_else_is_not_reviewed(said: str, reviewed: str | None) -> None:
    """A session of a committee that names no period looks back on the one that its story does."""
    found = read(f"Tỉnh ủy An Hòa họp\n\nHội nghị Tỉnh ủy An Hòa lần thứ 17 họp ngày 6/7.\n{said}")
    assert told(found)["reviewed"] == reviewed


@pytest.mark.parametrize(
    ("text", "reviewed", "planned"),
    [
        # a body that looks back and plans in one breath has met, whatever the verb
        ("{} đánh giá công tác năm 2021, triển khai nhiệm vụ năm 2022.", "2021", "2022"),
        ("{} đã kiểm điểm công tác năm 2021 và bàn phương hướng năm 2022.", "2021", "2022"),
        ("{} điểm lại kết quả năm 2021, thống nhất việc năm 2022.", "2021", "2022"),
        ("{} đánh giá công tác quý I năm 2022, bàn việc những tháng tới.", "2022-Q1", None),
        ("Tập thể {} nhìn lại kết quả năm 2021 và chia việc năm 2022.", "2021", "2022"),
        ("BTCTU Sơn La nhìn lại công tác năm 2021, bàn nhiệm vụ năm 2022.", "2021", "2022"),
        # who it is may stand between the body and what it does
        (
            "{}, cơ quan vừa có trụ sở mới, sơ kết công tác quý I, bàn việc quý II năm 2022.",
            "2022-Q1",
            "2022-Q2",
        ),
        (
            "{} - nơi chỉ còn năm phòng - giao ban quý I, bàn việc quý II năm 2022.",
            "2022-Q1",
            "2022-Q2",
        ),
        # the year looked back on may stand before its body
        (
            "Khép lại năm 2021, {} nhìn lại việc làm được, phân công nhiệm vụ năm 2022.",
            "2021",
            "2022",
        ),
        ("Năm 2021 của {} được tổng kết sáng nay.", "2021", None),
        ("Nửa đầu năm 2022 của {} khép lại bằng buổi sơ kết ngắn.", "2022-H1", None),
        # the gathering may be the subject
        ("Buổi tổng kết năm 2021 của {} ngắn gọn.", "2021", None),
        # what the year after opens with is planned, by whatever verb
        ("{} tổng kết năm 2021. Về năm 2022, Ban chọn hai khâu đột phá.", "2021", "2022"),
        ("{} tổng kết năm 2021. Ông cho biết, năm 2022 Ban làm hai đề án.", "2021", "2022"),
        ("{} tổng kết năm 2021. Bà đề nghị trong năm 2022 mỗi phòng bớt họp.", "2021", "2022"),
        ("{} tổng kết năm 2021. Kế hoạch năm 2022 đã giao tới từng phòng.", "2021", None),
        ("{} tổng kết năm 2021, ký giao ước thi đua năm 2022.", "2021", "2022"),
        ("{} tổng kết năm 2021, đặt mục tiêu năm 2022 bớt một phòng.", "2021", "2022"),
        ("{} tổng kết năm 2021, thống nhất 6 việc trọng tâm năm 2022.", "2021", "2022"),
        ("{} họp đánh giá tình hình năm 2021, quyết nghị nhiệm vụ năm 2022.", "2021", "2022"),
        # half a year, of which nothing tells which
        ("{} họp sơ kết nửa năm.", "2022-H1", None),
        (
            "{} tổng kết năm 2021. Hội nghị thông qua chương trình công tác năm 2022.",
            "2021",
            "2022",
        ),
        ("{} sơ kết 6 tháng đầu năm 2022. Nửa cuối năm, Ban bớt họp.", "2022-H1", "2022-H2"),
        (
            "{} sơ kết 9 tháng năm 2022. Ba tháng còn lại của năm, Ban bớt họp.",
            "2022-9M",
            "2022-Q4",
        ),
        # whose place is told behind a comma, or what else it did before
        ("{}, tỉnh Sơn La tổng kết năm 2021, bàn việc năm 2022.", "2021", "2022"),
        ("{}, huyện Phong Thổ tổng kết năm 2021, bàn việc năm 2022.", "2021", "2022"),
        ("{}, TP. HCM tổng kết năm 2021, bàn việc năm 2022.", "2021", "2022"),
        ("{} khen thưởng 5 chi bộ, tổng kết năm 2021, bàn việc năm 2022.", "2021", "2022"),
        ("{} ôn lại một năm mưa bão và tổng kết năm 2021, bàn việc năm 2022.", "2021", "2022"),
        # who met for it, and in what words the next is set
        ("{} họp nội bộ kiểm điểm công tác tháng 5, giao việc tháng 6.", "2022-M05", "2022-M06"),
        ("{} nhìn lại công tác năm 2021; xác định 5 nhiệm vụ năm 2022.", "2021", "2022"),
        ("{} rà lại công việc quý II, bàn việc quý III.", "2022-Q2", "2022-Q3"),
        ("{} đánh giá kết quả quý II, vạch ra phương hướng quý III.", "2022-Q2", "2022-Q3"),
        ("{} vừa tổ chức kiểm điểm kết quả lãnh đạo năm 2021.", "2021", None),
        (
            "Đảng ủy Khối tổ chức hội nghị lần thứ bảy.\n\nNăm 2021, các chi bộ hoàn thành việc.",
            "2021",
            None,
        ),
        # the report heard where only the picture says that people met
        (
            (
                "Đồng chí Hà Mai chủ trì hội nghị.\n\nBáo cáo của {} nêu rõ: Trong 6 tháng đầu năm "
                "2022, việc kiểm tra được đẩy mạnh."
            ),
            "2022-H1",
            None,
        ),
        # the period that follows in the same clause is planned for, whatever leads to it
        ("{} tổng kết năm 2021 và chương trình năm 2022.", "2021", "2022"),
        ("{} tổng kết năm 2021, đạt kết quả cao hơn năm 2022.", "2021", None),
        ("{} tổng kết năm 2021. Ông A lưu ý năm 2022 phải họp ít hơn.", "2021", "2022"),
        ("{} tổng kết năm 2021. Tinh giản là việc lớn nhất của năm 2022.", "2021", "2022"),
        ("{} giao ban tháng 6. Ông A chốt lại công việc của tháng 7.", "2022-M06", "2022-M07"),
        ("{} sơ kết 6 tháng. Từ nay tới hết năm, Ban lo đại hội.", "2022-H1", "2022-H2"),
        # the headline tells a part of what the lead tells in full
        ("Giao ban quý II\n{} giao ban quý II và 6 tháng đầu năm 2022.", "2022-H1", None),
        ("{} sơ kết giữa năm 2022.", "2022", None),
        # the last quarter is the one before that which is planned for
        ("{} tổng kết quý vừa qua, đề ra nhiệm vụ quý III.", "2022-Q2", "2022-Q3"),
        ("Việc phải làm trong quý III là nội dung buổi họp giao ban do {} mở.", None, "2022-Q3"),
        ("{} sơ kết giữa năm. Chi bộ nào cũng khá.", "2022-H1", None),
        # the words of a leader give the plan its name
        (
            "{} giao ban quý II.\nChỉ đạo nhiệm vụ quý III, ông A yêu cầu bớt họp.",
            "2022-Q2",
            "2022-Q3",
        ),
        (
            "{} giao ban tháng 6. Nhìn sang tháng 7, ông A yêu cầu họp ít hơn.",
            "2022-M06",
            "2022-M07",
        ),
        ("{} tổng kết năm 2021. Mục tiêu của năm 2022 gọn trong một câu.", "2021", "2022"),
        # people came together to look back
        ("{} ngồi lại với công an, tòa án để nhìn lại quý II.", "2022-Q2", None),
        ("Tại hội nghị của {} các đại biểu dành cả buổi kiểm điểm năm 2021.", "2021", None),
        # a year that only stands by, or lies further off, is not planned for
        ("{} tổng kết năm 2021. Đến năm 2022 mới có trụ sở.", "2021", None),
        ("{} tổng kết năm 2021. Thời gian tới, Ban bớt họp.", "2021", None),
    ],
)
def test_a_body_that_looks_back_has_met(text: str, reviewed: str, planned: str | None) -> None:
    found = told(read(f"Tin của ngành\nNgày 5/7/2022\n\n{text.format(HOST)}\n"))
    assert (found["reviewed"], found["planned"]) == (reviewed, planned)


def test_a_task_given_to_a_commission_is_no_conference() -> None:
    times = read(
        "Tin của ngành\nHội nghị bàn nhiều việc. Đồng chí Bí thư giao Ban Tổ chức chuẩn bị nhân sự "
        "nhiệm kỳ 2025-2030.\n"
    )
    assert times.kind is None


def test_a_plan_for_the_reviewed_year_is_a_slip() -> None:
    times = read(
        f"Tổng kết một năm của ngành\n{HOST} tổ chức hội nghị tổng kết năm 2021, triển "
        "khai nhiệm vụ năm 2021.\n"
    )
    assert times.planned is not None
    assert (str(times.planned.value), times.flags) == ("2022", ("planned-year-slip",))
    assert [str(period) for period in times.planned.also] == ["2021"]


def test_tasks_announced_for_the_reviewed_year_are_a_slip() -> None:
    times = read(f"Một năm của ngành\n{EVENT}\nNăm 2023, ngành tập trung 5 nhiệm vụ trọng tâm.\n")
    assert (told(times)["planned"], times.flags) == ("2024", ("planned-year-slip",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        (
            "Mưa lớn gây ngập nhiều tuyến đường\nSáng 12/10/2022, mưa lớn khiến nhiều tuyến "
            "đường ngập sâu."
        ),
        (
            f"Bổ nhiệm cán bộ\nNgày 12/5/2022, {HOST} tổ chức lễ công bố quyết định bổ "
            "nhiệm Vụ trưởng."
        ),
        (
            f"Gặp mặt truyền thống\nNgày 14/10/2021, {HOST} họp mặt kỷ niệm Ngày truyền "
            "thống của ngành."
        ),
        (
            f"Tập huấn nghiệp vụ\nNgày 19/6/2022, {HOST} khai mạc lớp tập huấn công tác "
            "đảng viên năm 2022."
        ),
        (
            "Quán triệt nghị quyết\nNgày 19/7/2022, Tỉnh ủy Sơn La tổ chức hội nghị quán "
            "triệt Nghị quyết mới."
        ),
        (
            "Tổng kết cuộc thi viết\nNgày 19/7/2022, báo tỉnh tổ chức lễ tổng kết cuộc thi "
            "viết về quê hương."
        ),
        f"Sắp họp\n{HOST} đang chuẩn bị tổ chức hội nghị tổng kết vào cuối tháng.",
        # a contest summed up with its year, a company's profits
        f"Hội thi\n{HOST} tổng kết Hội thi báo cáo viên giỏi năm 2021.",
        "Lợi nhuận\nTập đoàn Sông Linh nhìn lại lợi nhuận năm 2021, đặt mục tiêu năm 2022.",
        # another conference, which somebody recalls
        (
            "Hội thảo về kiểm soát quyền lực\nNgày 9/8/2019, Trường Chính trị tỉnh mở hội thảo với "
            "gần một trăm cán bộ của các huyện, xã và nhiều nhà nghiên cứu.\n"
            "Đề dẫn, ông Lê Bá nhắc lại, tại hội nghị tổng kết công tác tổ chức năm 2017, chuyên "
            "đề này mới được bàn."
        ),
        (
            "Tỉnh có tân Trưởng Ban\nChiều 16/3/2021, quyết định được trao cho bà Hà Thị Lan, "
            "nguyên Bí thư một huyện miền núi, tại buổi làm việc của Thường trực Tỉnh ủy.\n"
            f"Hồi tháng 1, tại hội nghị tổng kết công tác năm 2020, {HOST} nói còn thiếu người."
        ),
        # what another is told to look at, or a visitor looks at, is no conference
        f"Chỉ đạo\nTỉnh ủy yêu cầu {HOST} đánh giá công tác năm 2021, triển khai việc năm 2022.",
        "Lãi lỗ\nTập đoàn Sông Linh, tỉnh Sơn La đánh giá giá lúa năm 2021 tăng mạnh.",
        f"Khảo sát\nĐoàn công tác của {HOST} đánh giá công tác năm 2021, bàn việc năm 2022 ở xã.",
    ],
)
def test_no_conference_no_kind_and_no_periods(text: str) -> None:
    times = read(text)
    assert (times.kind, times.reviewed, times.planned) == (None, None, None)


@given(
    st.one_of(st.text(max_size=120), WORDS.map(" ".join)), st.none() | st.dates(date(1990, 1, 1))
)
def test_any_text_is_read_and_spans_hold(text: str, published: date | None) -> None:
    times = read(text, published)
    found = (times.published, times.event, times.reviewed, times.planned, times.kind)
    for one in found:
        if one:
            assert 0 <= one.span.start <= one.span.end <= len(text)
            assert 0 < one.confidence <= 1
    if times.reviewed and times.planned and times.reviewed.value.months <= 12:
        assert times.planned.value > times.reviewed.value or times.planned.value.months > 12


@pytest.mark.parametrize(
    ("opens", "reviewed"),
    [
        ("Báo - Sáu tháng đầu năm 2025 là sáu tháng nhiều việc.", "2025-H1"),
        ("Quý II năm 2025 qua nhanh.", "2025-Q2"),
        # one that is not over yet, or long over, is not looked back on
        ("Sáu tháng cuối năm 2025 còn nhiều việc.", None),
        ("Năm 2022 là năm nhiều việc.", None),
        # one that had just ended is looked back on wherever it is spoken of
        ("Ai cũng nhớ sáu tháng đầu năm 2025.", "2025-H1"),
        ("Ai cũng nhớ sáu tháng đầu năm 2024.", None),
    ],
)
def test_a_period_that_opens_the_article_is_a_guess(opens: str, reviewed: str | None) -> None:
    times = read(f"Nói để dân hiểu\n\n{opens} Chiều 3/7/2025, {HOST} tổ chức hội nghị sơ kết.\n")
    assert told(times)["reviewed"] == reviewed
    assert times.reviewed is None or times.reviewed.confidence < 0.75
