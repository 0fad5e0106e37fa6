"""Meetings held every month, conferences without their name, years told by nothing else."""

import pytest

from archive.reading.page import read_page
from archive.reading.times import Times, find_times
from archive.registry import load


def times(text: str) -> Times:
    return find_times(read_page(text), (), published=None)


def told(text: str) -> tuple[str | None, str | None, str | None]:
    found = times(text)
    return (
        str(found.reviewed.value) if found.reviewed else None,
        str(found.planned.value) if found.planned else None,
        found.kind.value if found.kind else None,
    )


@pytest.mark.parametrize(
    ("text", "reviewed", "planned"),
    [
        # the two months that the lead tells, whatever else is reported in the one to come
        (
            (
                "Đây là yêu cầu tại hội nghị giao ban tháng 8 của Ban Tổ chức Tỉnh ủy.\n"
                "04/09/2018\nChiều 4/9, Ban Tổ chức Tỉnh ủy giao ban đánh giá công tác tháng 8,"
                " triển khai nhiệm vụ tháng 9/2018. Trưởng Ban đề nghị trong tháng 9 các huyện báo"
                " cáo kết quả."
            ),
            "2018-M08",
            "2018-M09",
        ),
        # the month it is named by is the one to come where the page looks back on the one before
        (
            (
                "Đảng ủy xã Tân Lập giao ban tháng 11/2025\n"
                "Chiều 31/10/2025, Đảng ủy xã Tân Lập giao ban, đánh giá kết quả tháng 10 và"
                " triển khai"
                " nhiệm vụ trọng tâm tháng 11 năm 2025."
            ),
            "2025-M10",
            "2025-M11",
        ),
        # … and the one behind where the page plans for the next
        (
            (
                "Hội nghị Ban Chấp hành Đảng bộ thị trấn Mường Khế định kỳ tháng 8/2022\n"
                "Ngày 26/8, các đại biểu nghe kết quả công tác tháng 8 và góp ý vào phương hướng,"
                " nhiệm vụ tháng 9 năm 2022."
            ),
            "2022-M08",
            "2022-M09",
        ),
        # where the page tells no other month the day decides: early in the month it is to come
        (
            (
                "Ban Thường vụ Huyện ủy Bình Lâm họp thường lệ tháng 7/2023\n"
                "Ngày 03/7/2023, Ban Thường vụ Huyện ủy Bình Lâm họp thường lệ tháng 7/2023."
            ),
            "2023-M06",
            "2023-M07",
        ),
        (
            (
                "Ban Thường vụ Huyện ủy Bình Lâm họp thường lệ tháng 01/2025\n"
                "Ngày 04/02/2025, Ban Thường vụ Huyện ủy Bình Lâm họp thường lệ tháng 01/2025."
            ),
            "2025-M01",
            None,
        ),
        # the month before January is December of the year before
        (
            (
                "Đảng ủy phường An Thới giao ban tháng 1/2024\n"
                "Ngày 02/01/2024, Đảng ủy phường An Thới giao ban tháng 1/2024."
            ),
            "2023-M12",
            "2024-M01",
        ),
        # a cell's monthly meeting
        (
            (
                "Tối 25/7/2025, Chi bộ Trường Tiểu học Hòa An tổ chức sinh hoạt chi bộ định kỳ"
                " tháng 8,"
                " đánh giá kết quả lãnh đạo trong tháng 7 và bàn nhiệm vụ tháng 8 năm 2025."
            ),
            "2025-M07",
            "2025-M08",
        ),
    ],
)
def test_a_monthly_meeting(text: str, reviewed: str | None, planned: str | None) -> None:
    assert told(text) == (reviewed, planned, "other")


@pytest.mark.parametrize(
    "text",
    [
        # the Government's monthly meeting is no Party body's, and a check is no meeting
        "Chính phủ họp thường kỳ tháng 8\nNgày 5/9/2023, Chính phủ họp thường kỳ tháng 8/2023.",
        "Chi cục Thú y kiểm tra định kỳ tháng 8/2023\nNgày 5/9/2023, đoàn đã kiểm tra ba lò mổ.",
    ],
)
def test_what_is_done_every_month_need_not_be_a_partys_meeting(text: str) -> None:
    assert told(text) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the headline's own words for a plan, said of a Party committee
        (
            (
                "Đảng ủy Quân sự tỉnh bàn nghị quyết lãnh đạo nhiệm vụ quý II năm 2023\n"
                "Quý I năm 2023, Đảng ủy đã hoàn thành việc giao quân."
            ),
            ("2023-Q1", "2023-Q2", "quarter"),
        ),
        (
            (
                "Đảng ủy Quân sự tỉnh Đông Hà ra nghị quyết thực hiện nhiệm vụ quý IV/2020\n"
                "Trong quý III/2020, Đảng ủy đã tổ chức tốt đại hội."
            ),
            ("2020-Q3", "2020-Q4", "quarter"),
        ),
        # one phase of a session
        (
            (
                "Phiên thứ 2 của Ban Chỉ đạo đánh giá kết quả công tác 9 tháng, triển khai nhiệm vụ"
                " 3 tháng cuối năm 2022."
            ),
            ("2022-9M", "2022-Q4", "nine-month"),
        ),
        # "cơ quan tham mưu" is an office; "tham mưu sơ kết" would be work still to be done
        (
            (
                "Ngày 24/7/2020, khối thi đua các cơ quan tham mưu của Tỉnh ủy sơ kết thi đua 6"
                " tháng"
                " đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2020."
            ),
            ("2020-H1", "2020-H2", "half-year"),
        ),
        # two periods that paragraphs open with in turn, and a picture of the conference
        (
            (
                "Bám sát nhiệm vụ của tỉnh\nToàn cảnh hội nghị\n"
                "Năm 2021, công tác dân vận có nhiều mô hình hay.\n"
                "Năm 2022, Ban Dân vận Tỉnh ủy tiếp tục xây dựng mô hình mới."
            ),
            ("2021", "2022", "annual"),
        ),
        # what a committee's plenary has behind it
        (
            (
                "Ngày 7/7/2021, Đảng ủy Bộ đội Biên phòng tổ chức Hội nghị Ban Chấp hành lần thứ"
                " 6.\n"
                "Trong 6 tháng đầu năm, Đảng ủy đã hoàn thành tốt chỉ tiêu."
            ),
            ("2021-H1", None, "half-year"),
        ),
        # the year that vague months tell, and a programme of the year that is over
        (
            (
                "Ban Tuyên giáo Huyện ủy Tiên An tổ chức hội nghị sơ kết 6 tháng đầu năm, triển"
                " khai"
                " nhiệm vụ những tháng cuối năm 2023."
            ),
            ("2023-H1", None, "half-year"),
        ),
        (
            (
                "Ban Dân vận Huyện ủy Tiên An tổ chức hội nghị tổng kết phong trào, chương trình"
                " phối hợp"
                " năm 2023, triển khai nhiệm vụ năm 2024."
            ),
            ("2023", "2024", "annual"),
        ),
        # half a term over is the term's
        (
            (
                "Đảng bộ huyện Bình Lâm tổ chức hội nghị sơ kết giữa nhiệm kỳ thực hiện Nghị"
                " quyết Đại"
                " hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2020 - 2025."
            ),
            ("2020-2025", None, "term"),
        ),
        # the report that a committee hears
        (
            (
                "Hội nghị thường kỳ của Đảng ủy Quân sự tỉnh rút lại còn một buổi.\n"
                "Báo cáo trình bày tại đây cho thấy quý III năm 2021, Đảng ủy giữ vững nề nếp."
            ),
            ("2021-Q3", None, "quarter"),
        ),
        # "nghị quyết 9 tháng" has no number nine
        (
            (
                "Đảng ủy Khối các cơ quan tỉnh tổ chức hội nghị sơ kết tình hình thực hiện nghị"
                " quyết"
                " 9 tháng năm 2018, thống nhất một số nhiệm vụ trọng tâm quý IV/2018."
            ),
            ("2018-9M", "2018-Q4", "nine-month"),
        ),
        # a document's execution summed up by a body that meets is a conference of no period
        (
            (
                "Ngày 14/1/2020, Ban Thường vụ Thành ủy Hải Phòng tổ chức tổng kết 10 năm thực hiện"
                " Nghị quyết số 28 về phát triển tổ chức đảng."
            ),
            (None, None, "other"),
        ),
        # what a committee's session summed up, told anywhere; "trong sáu năm qua" is no last year
        (
            (
                "Cầu mới\nSáng 3/4, hội nghị Thành ủy TP. Cần Thơ khóa XIV lần thứ 9 khai mạc."
                " Trong sáu"
                " năm qua, thành phố xây bốn cầu.\nBí thư nói hội nghị tổng kết quý 1 năm 2019, bàn"
                " nhiệm vụ quý 2."
            ),
            ("2019-Q1", "2019-Q2", "quarter"),
        ),
        (
            (
                "Cầu mới\nSáng 3/4, Ban Chấp hành Đảng bộ tỉnh Lâm Đồng khai mạc hội nghị lần"
                " thứ IX."
                " Nhà máy được dựng gần một năm nay."
            ),
            (None, None, "other"),
        ),
        (
            (
                "Hội nghị Tỉnh ủy Lâm Đồng lần thứ 12 về tình hình 6 tháng đầu năm và nhiệm vụ"
                " 6 tháng"
                " cuối năm 2019 diễn ra ngày 2/7."
            ),
            ("2019-H1", "2019-H2", "half-year"),
        ),
        # a session without its number, and beside which somebody speaks
        (
            ("Sáng 4/7, tại hội nghị Ban Chấp hành Đảng bộ tỉnh Lâm Đồng, ông Lê Bá cho biết kết"
            " quả 6 tháng đầu năm khá."),
            (None, None, "half-year"),
        ),
        (
            ("Chiều 4/7, bên lề hội nghị lần thứ 26 Ban Chấp hành Đảng bộ TP. Cần Thơ, ông Lê Bá"
            " nhận việc mới.\nHội nghị nghe báo cáo tình hình thực hiện nhiệm vụ kinh tế - xã"
            " hội quý một; kết quả cải cách quý 1/2019."),
            ("2019-Q1", None, "quarter"),
        ),
        ("Kết luận hội nghị Thành ủy Cần Thơ chiều 5/7, ông Lê Bá nói.", (None, None, "other")),
        ("Tại hội nghị lần 7 BCH Đảng bộ tỉnh Lâm Đồng, ông Lê Bá nói.", (None, None, "other")),
        # one that is yet to come, or spreads a document, or that the article recalls
        ("Hội nghị Thành ủy Cần Thơ ngày 12/3 sắp tới sẽ bàn việc này.", (None, None, None)),
        (
            "Sáng 3/4, Thành ủy Cần Thơ tổ chức hội nghị quán triệt Nghị quyết Trung ương 8.",
            (None, None, None),
        ),
        (
            ("Ủy ban Kiểm tra xem xét vi phạm của ông Lê Bá.\nTrước đó, như đã đưa tin, chiều"
            " 12/4, tại Hội nghị Tỉnh ủy Lâm Đồng lần thứ 16, nhiều người đồng ý."),
            (None, None, None),
        ),
        # the year stands with the same part of the year elsewhere, not with one compared
        (
            ("Ngày 31/7, Cụm thi đua số 1 tổ chức sơ kết 6 tháng đầu năm.\nSo với 6 tháng đầu"
            " năm 2018, 6 tháng đầu năm 2019 khá hơn."),
            ("2019-H1", None, "half-year"),
        ),
        # a congress looks back on a term and plans the next, whatever lies between them
        (
            ("Sáng 22/8, Hội Luật gia tỉnh Lâm Đồng đã tổ chức Đại hội lần thứ 5, nhiệm kỳ"
            " 2019-2024.\nÔng Lê Bá đánh giá kết quả công tác Hội nhiệm kỳ 2013-2018."),
            ("2013-2018", "2019-2024", "term"),
        ),
        (
            ("Ngày 10/7, đại hội đại biểu Hội Nông dân TP. Cần Thơ (nhiệm kỳ 2019 - 2024)"
            " đã kết thúc.\nPhương hướng được nêu rõ."),
            (None, "2019-2024", "term"),
        ),
        # one that is yet to come, that others were told to hold, that somebody is sent to
        (
            ("Ngày 10/7, Hội Nông dân tỉnh Lâm Đồng chuẩn bị tổ chức Đại hội nhiệm kỳ 2019"
            " - 2024, nghe báo cáo tổng kết."),
            (None, None, None),
        ),
        (
            ("Ngày 10/7, tỉnh Lâm Đồng khen các nơi tổ chức thành công Đại hội các cấp"
            " nhiệm kỳ 2019 - 2024 theo phương hướng chung."),
            (None, None, None),
        ),
        # a sector's conference of the whole country needs no other name
        (
            ("Ngày 25/12, tại hội nghị toàn quốc về công tác tuyên giáo trong năm, ông Lê"
            " Bá nói thẳng."),
            (None, None, "annual"),
        ),
        ("Hội nghị toàn quốc về phòng, chống tham nhũng bế mạc.", (None, None, "other")),
        ("Ban sẽ mở hội nghị toàn quốc về công tác tuyên giáo.", (None, None, None)),
        ("Sáng 25/6, hội nghị toàn quốc về nuôi ong khai mạc.", (None, None, None)),
        # who meets as a committee looks back; what is chosen for a year is planned
        (
            ("Hôm qua, Đảng ủy Sở Y tế tỉnh Lâm Đồng họp Ban Chấp hành mở rộng, nhìn lại"
            " sáu tháng đầu năm 2025 và chốt những việc phải làm."),
            ("2025-H1", None, "half-year"),
        ),
        (
            ("Ngày 29/12, Huyện ủy Bình Lâm tổng kết năm 2022.\nHuyện ủy lựa chọn 5 mũi"
            " tiến công cho năm 2023."),
            ("2022", "2023", "annual"),
        ),
        (
            ("Ngày 29/12, Huyện ủy Bình Lâm tổng kết năm 2022.\nBí thư chốt 6 việc của năm"
            " 2023, nói thêm về đường."),
            ("2022", "2023", "annual"),
        ),
        # the years of a document's execution stand in brackets; who is worked with looks back on it
        (
            ("Ngày 11/11, Tỉnh ủy Lâm Đồng mở hội nghị tổng kết 10 năm (2012 - 2022) thực"
            " hiện Chỉ thị số 20-CT/TW."),
            (None, None, "other"),
        ),
        (
            ("Ngày 20/10, Bộ Chính trị đã làm việc với Ban Thường vụ Tỉnh ủy Lâm Đồng nhằm"
            " sơ kết 5 năm thực hiện Nghị quyết số 11."),
            (None, None, "other"),
        ),
        # "năm qua" is the year of the report that is read out; a plan may be spoken of first
        (
            ("Chiều 24/1, Thanh tra tỉnh Lâm Đồng tổ chức hội nghị tổng kết công tác trong"
            " năm qua.\nBáo cáo cho thấy năm 2018 ngành lập 351 đoàn."),
            ("2018", None, "annual"),
        ),
        (
            ("Sáng 15/1, Huyện ủy Bình Lâm tổng kết công tác năm 2017.\nVề kế hoạch kiểm"
            " tra, giám sát của Huyện ủy năm 2018, ông Lê Bá nói đã có ba đợt."),
            ("2017", "2018", "annual"),
        ),
        # a term is not over that is looked back on from its beginning
        (
            ("Sáng 15/1, Huyện ủy Bình Lâm tổ chức hội nghị kiểm điểm kết quả công tác từ"
            " đầu nhiệm kỳ 2015-2020 đến nay, tổng kết việc làm đường."),
            (None, None, "annual"),
        ),
        # what the press is told is no conference
        (
            "Chiều 11/7, Ban Tuyên giáo Tỉnh ủy Lâm Đồng tổ chức giao ban báo chí tháng 7/2019.",
            (None, None, None),
        ),
        # a term half over, its years told elsewhere or nowhere
        (
            (
                "Sáng 9/8, Đảng bộ Sở Y tế Lâm Đồng tổ chức hội nghị sơ kết giữa nhiệm kỳ. Năm"
                " 2017, 12"
                " chi bộ đạt vững mạnh.\nNghị quyết Đại hội (nhiệm kỳ 2015-2020) đề ra 9 chỉ tiêu."
            ),
            ("2015-2020", None, "term"),
        ),
        (
            (
                "Sáng 9/8, Đảng bộ Sở Y tế Lâm Đồng tổ chức hội nghị sơ kết nửa nhiệm kỳ. Năm"
                " 2017, 12"
                " chi bộ đạt vững mạnh."
            ),
            (None, None, "term"),
        ),
        # … and no years of figures: "giữa nhiệm kỳ" beside a year's work is not all
        (
            (
                "Ngày 9/1, Đảng bộ Sở Y tế Lâm Đồng tổ chức hội nghị tổng kết năm 2017, chuẩn"
                " bị sơ kết"
                " giữa nhiệm kỳ."
            ),
            ("2017", None, "annual"),
        ),
        # the Front is no battle, and what somebody recalls is told with its day
        (
            (
                "Sáng 25/12, hội nghị giao ban dân vận khối Mặt trận do Ban Dân vận Tỉnh ủy Lâm"
                " Đồng tổ"
                " chức.\nÔng Lê Bá báo cáo kết quả công tác dân vận năm 2017."
            ),
            ("2017", None, "annual"),
        ),
        (
            (
                "Ngày 10/5, Thành ủy Cần Thơ tổ chức hội nghị tổng kết 5 năm thực hiện Chỉ thị"
                " 12 và Kế"
                " hoạch của Thành ủy, giai đoạn 2011-2015.\nTrước đó ngày 6/4, tại hội nghị"
                " giao ban"
                " quý I/2016, Bí thư nói khác."
            ),
            # a stage is no term of office
            ("2011-2015", None, "other"),
        ),
        # how a congress was prepared is no period's work
        (
            "Tỉnh ủy góp ý báo cáo tổng kết công tác tổ chức Đại hội, nhiệm kỳ 2015 - 2020.",
            (None, None, None),
        ),
    ],
)  # fmt: skip
def test_conferences_told_in_other_words(
    text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert told(text) == expected


YEARLESS = (
    "Ngày 8/10, Đảng ủy Khối tổ chức hội nghị đánh giá kết quả quý III,"
    " triển khai nhiệm vụ quý IV. "
)


@pytest.mark.parametrize(
    ("more", "year"),
    [
        ("Đảng ủy phấn đấu hoàn thành các chỉ tiêu kế hoạch năm 2019.", 2019),
        ("Số đảng viên mới tăng 12% so với cùng kỳ năm 2018.", 2019),
        ("Nhà văn hóa dựng từ năm 1998 nay đã dột.", None),
    ],
)
def test_the_year_of_plans_and_comparisons(more: str, year: int | None) -> None:
    """An article without a year of its own is of the one it has plans for, and is not sure."""
    found = times(YEARLESS + more)
    assert (found.reviewed.value.year if found.reviewed else None) == year
    assert (found.event.value.year if found.event else None) == year
    assert all(one.confidence <= 0.96 for one in (found.reviewed, found.event) if one)


def test_the_event_is_of_the_year_in_which_the_page_reports_it() -> None:
    """A day within a week of the page's own date is that one, whatever the periods would say."""
    text = (
        "Thanh Lâm triển khai công tác kiểm tra, giám sát năm 2021\nNgày đăng 13/01/2021\n"
        "Chiều 12/01, Ủy ban Kiểm tra Huyện ủy tổ chức hội nghị triển khai công tác kiểm tra, giám"
        " sát năm 2021. Kết quả các mặt công tác năm 2021 sẽ được báo cáo vào cuối năm."
    )
    found = times(text)
    assert found.event is not None
    assert str(found.event.value) == "2021-01-12"


def test_every_word_that_names_a_conference_stands_once() -> None:
    words = load("periods")
    named = [*words["naming"], *words["loose"], *words["regular"]]
    assert len(named) == len(set(named))
    assert set(words["summing"]) <= set(words["naming"])
