"""Meetings told by the leader who took the chair or spoke: whose they are, and when something was
summed up there at all. All reports here are invented.
"""

import pytest

from tests.archive.articles import report_in


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        # who met, and what it heard or judged
        (
            (
                "Sáng 5/3, Tổng Bí thư chủ trì phiên họp thường kỳ của Ban Bí thư, nghe báo cáo "
                "kết quả chăm lo đời sống công nhân."
            ),
            "Ban Bí thư",
        ),
        (
            (
                "Chiều 7/8, Thủ tướng dự hội nghị của Ban Thường vụ Đảng ủy Công an Trung ương "
                "đánh giá kết quả sắp xếp tổ chức."
            ),
            "Đảng ủy Công an Trung ương",
        ),
        (
            (
                "Sáng 10/5, Ban Chấp hành Trung ương Đảng làm việc tại tổ, cho ý kiến về báo cáo "
                "kiểm điểm của Bộ Chính trị."
            ),
            "Ban Chấp hành Trung ương Đảng",
        ),
        ("Ngày 9/1, Bộ Chính trị họp, nghe Ban cán sự báo cáo việc đã làm.", "Bộ Chính trị"),
        # another meeting is spoken of first
        (
            (
                "Thực hiện kết luận phiên họp của Ban Bí thư, sáng 5/3, Bộ Chính trị họp, nghe "
                "báo cáo kết quả kiểm tra."
            ),
            "Bộ Chính trị",
        ),
        # a conference that only one body holds
        ("Ngày 9/1, Thủ tướng dự Hội nghị Quân chính toàn quân tại Hà Nội.", "Quân ủy Trung ương"),
        ("Phát biểu tại hội nghị Chính phủ với các địa phương sáng 30/12, ông nói.", "Chính phủ"),
        (
            "Ngày 9/4, Tổng Bí thư chủ trì họp lãnh đạo chủ chốt của Đảng, Nhà nước.",
            "Lãnh đạo chủ chốt của Đảng và Nhà nước",
        ),
        # where nothing was summed up, where it is yet to come, or what it decided before
        ("Sáng 5/3, Tổng Bí thư chủ trì phiên họp của Ban Bí thư về công tác cán bộ.", None),
        ("Ngày 5/3, Bộ Chính trị họp báo, nghe báo cáo của các nhà khoa học.", None),
        ("Sáng 5/3, Sở trình phiên họp của Ban Bí thư, ông nghe đọc báo cáo.", None),
        ("Trước đó, sáng 5/3, Bộ Chính trị họp, nghe báo cáo kết quả kiểm tra.", None),
        ("Sáng 5/3, ông A chủ trì họp lãnh đạo chủ chốt của tỉnh về tiến độ cầu.", None),
        ("Theo các phiên họp của Bộ Chính trị, ngày 5/3 ông nghe cơ sở báo cáo.", None),
    ],
)
def test_whose_meeting_a_leader_presides_over(lead: str, body: str | None) -> None:
    found = report_in(f"Không để việc chậm lại\n{lead}\nÔng mong mọi người cùng làm.\n")
    assert found.body == body
    assert (found.kind == "none") == (body is None)
    assert (found.body_level == "central") == (body is not None)


def test_the_armys_conference_is_of_the_year() -> None:
    found = report_in(
        "Giữ nghiêm kỷ luật\nNgày 9/1, Thủ tướng dự Hội nghị Quân chính toàn quân tại Hà Nội.\n"
        "Ông biểu dương mọi người.\n"
    )
    assert found.kind == "annual"


def test_a_meeting_hears_of_the_period_in_its_own_sentence() -> None:
    found = report_in(
        "Nói đi đôi với làm\nSáng 12/1, Ban Chấp hành Trung ương Đảng làm việc tại hội trường, "
        "thảo luận báo cáo kiểm điểm sự lãnh đạo của Bộ Chính trị, Ban Bí thư năm 2021.\n"
        "Cả nước có nhiều việc phải làm.\n"
    )
    assert str(found.period_reviewed) == "2021"
    assert str(found.event_date) == "2022-01-12"


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            (
                "Ngày 6/4, đoàn đã có buổi làm việc với Ban Thường vụ Tỉnh ủy Lạng Sơn. Báo cáo "
                "tình hình năm 2020, Bí thư Tỉnh ủy nêu nhiều kết quả."
            ),
            "Tỉnh ủy Lạng Sơn",
        ),
        (
            (
                "Chiều 6/4, ông làm việc với cán bộ chủ chốt của Ban Dân vận Trung ương, nghe "
                "Trưởng ban báo cáo việc năm 2020."
            ),
            "Ban Dân vận Trung ương",
        ),
        # where nobody reports, where it is yet to come, where somebody is inspected
        ("Ngày 6/4, đoàn đã có buổi làm việc với Ban Thường vụ Tỉnh ủy Lạng Sơn.", None),
        (
            (
                "Ngày 6/4, đoàn sẽ làm việc với Ban Thường vụ Tỉnh ủy Lạng Sơn, nghe báo cáo việc "
                "năm 2020."
            ),
            None,
        ),
        (
            (
                "Sau buổi kiểm tra ngày 6/4, tổ công tác làm việc với Thường trực Tỉnh ủy Lạng "
                "Sơn, nghe báo cáo việc năm 2020."
            ),
            None,
        ),
    ],
)
def test_whom_a_leader_works_with(lead: str, body: str | None) -> None:
    found = report_in(f"Không để việc chậm lại\n{lead}\nÔng mong mọi người cùng làm.\n")
    assert found.body == body


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        # a cluster's conference, and a board's session, are known by nothing else
        (
            "Ngày 17/5 tại Huế đã diễn ra Hội nghị Cụm thi đua lĩnh vực Kinh tế và Xã hội.",
            "Cụm thi đua lĩnh vực Kinh tế và Xã hội",
        ),
        (
            "Sáng 8/7, ông chủ trì phiên họp thứ 12 của Ban Chỉ đạo Trung ương về cải cách thuế.",
            "Ban Chỉ đạo Trung ương về cải cách thuế",
        ),
        # a committee's meeting is called one, too
        (
            "Phát biểu tại cuộc họp Ban Chấp hành Đảng bộ Cần Thơ lần thứ 4 sáng 9/2, ông nói.",
            "Thành ủy Cần Thơ",
        ),
        # the sector's own conference of the whole country
        (
            "Ngày 5/1 đã diễn ra hội nghị toàn quốc triển khai nhiệm vụ ngành Thống kê năm 2020.",
            "Ngành Thống kê",
        ),
        # what the centre's commission for it looks after
        (
            (
                "Ngày 5/7, tại hội nghị giao ban công tác khoa giáo 6 tháng đầu năm 2020 ở Ban "
                "Tuyên giáo Trung ương, ông nói."
            ),
            "Ban Tuyên giáo Trung ương",
        ),
        # a bureau is named by the crimes that it looks into
        (
            (
                "Ngày 5/7, Cục Cảnh sát điều tra tội phạm về ma tuý tổ chức hội nghị sơ kết công "
                "tác 6 tháng đầu năm 2020."
            ),
            "Cục Cảnh sát điều tra tội phạm về ma tuý",
        ),
        # a force's committee, its standing members called no more than that
        (
            (
                "Sáng 3/7, ông chủ trì buổi làm việc với Thường vụ Đảng ủy Bộ Tư lệnh Bộ đội Biên "
                "phòng về kết quả lãnh đạo từ đầu nhiệm kỳ."
            ),
            "Đảng ủy Bộ Tư lệnh Bộ đội Biên phòng",
        ),
        # whom a conference is said to be held by
        (
            (
                "Hội nghị tổng kết 5 năm thực hiện phong trào diễn ra ngày 5/7. Hội nghị do Ban "
                "Chỉ đạo phong trào “Cả nước chung tay vì Việt Nam xanh” tỉnh Lạng Sơn tổ chức."
            ),
            "Ban Chỉ đạo phong trào “Cả nước chung tay vì Việt Nam xanh” tỉnh Lạng Sơn",
        ),
    ],
)
def test_who_met_by_its_name(lead: str, name: str) -> None:
    found = report_in(f"Không để việc chậm lại\n{lead}\nÔng mong mọi người cùng làm.\n")
    assert found.body == name


def test_no_sector_is_named_where_not_the_whole_country_met() -> None:
    found = report_in(
        "Không để việc chậm lại\nNgày 5/1, tại hội nghị triển khai nhiệm vụ năm 2020, ông mong "
        "ngành Thống kê vào cuộc.\nMọi người cùng làm.\n"
    )
    assert found.body is None


@pytest.mark.parametrize(
    ("host", "level"),
    [
        # an association's cluster is one; associations that have clusters are none
        ("Hội Nông dân cụm các tỉnh phía Nam", "cluster"),
        ("Hội Nông dân tỉnh Lai Châu", "other"),
    ],
)
def test_a_cluster_by_the_word_in_its_name(host: str, level: str) -> None:
    found = report_in(
        f"Một ngày của hội viên\nNgày 3/12, {host} tổ chức hội nghị tổng kết công tác năm 2020.\n"
    )
    assert (found.body, found.body_level) == (host, level)


@pytest.mark.parametrize(
    ("said", "reviewed", "planned"),
    [
        # how the place fared in it is what a session without a report looks at
        ("Trong quý I năm 2022, kinh tế thành phố tăng khá", "2022-Q1", None),
        ("Trong 9 tháng đầu năm 2022, trên địa bàn thành phố có nhiều việc khó", "2022-9M", None),
        # … not when a thing is to be done, nor what a single trade did
        ("Trong quý I năm 2022, một nhà máy đóng cửa", None, None),
        # what a year is made into is planned
        ("Hội nghị đã xác định năm 2022 là năm dốc sức", None, "2022"),
        # so is one task of its several; those done are not
        ("Một trong những nhiệm vụ trọng tâm năm 2022 là làm sạch sông", None, "2022"),
    ],
)
def test_what_a_session_looks_at(said: str, reviewed: str | None, planned: str | None) -> None:
    found = report_in(
        "Không để việc chậm lại\nSáng 9/10, khai mạc hội nghị Thành ủy Cần Thơ lần thứ 12, ông A "
        f"chủ trì.\n{said}.\nÔng mong mọi người cùng làm.\n"
    )
    assert found.body == "Thành ủy Cần Thơ"
    assert (str(found.period_reviewed), str(found.period_planned)) == (str(reviewed), str(planned))


def test_a_newspaper_that_holds_its_own_ceremony() -> None:
    found = report_in(
        "Một năm nhìn lại\nNgày 9/1/2021, báo Đất Mới đã tổ chức lễ tổng kết công tác năm 2020.\n"
        "Theo báo Đất Mới, phóng viên đi nhiều.\n"
    )
    assert (found.body, found.kind) == ("Báo Đất Mới", "annual")


@pytest.mark.parametrize(
    ("told", "reviewed"),
    [
        # a sector meets every month, too, and its month is the one that its work is told of
        ("Ông nói nhanh. Tháng 2/2020, toàn ngành kiện toàn nhiều chức danh", "2020-M02"),
        # … a month in which a single thing was done is none
        ("Nơi nọ, một cán bộ bị kỷ luật hồi tháng 8/2019", None),
    ],
)
def test_the_month_that_a_sector_met_on(told: str, reviewed: str | None) -> None:
    found = report_in(
        "Không để việc chậm lại\nTại hội nghị trực tuyến ngành Tổ chức xây dựng Đảng chiều 4/3, "
        f"ông A nhấn mạnh nhiều điều.\n{told}.\nÔng mong mọi người cùng làm.\n"
    )
    assert str(found.period_reviewed) == str(reviewed)
