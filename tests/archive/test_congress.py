"""Conferences known by what they are alone: a congress, which tells its term, and a sector's
national conference. All reports here are invented.
"""

import pytest

from tests.archive.articles import report_in


@pytest.mark.parametrize(
    ("lead", "reviewed", "planned"),
    [
        # a congress plans for its term
        ("Sáng 22/8, Hội Nông dân tỉnh Lai Châu tổ chức Đại hội đại biểu lần thứ 5, {}.", None, 1),
        ("Ngày 10/7 đã diễn ra Đại hội đại biểu Hội Nông dân quận Tây Hồ khóa II, {}.", None, 1),
        # and looks back on the term before, told with the year in which it ended or the one before
        (
            (
                "Chiều 19/8, Hội Nông dân tỉnh Lai Châu long trọng tổ chức đại hội {}. Đại hội "
                "đánh giá kết quả nhiệm kỳ 2014 - 2019."
            ),
            "2014-2019",
            1,
        ),
        (
            (
                "Sáng 2/8, Đảng bộ huyện Tam Đường khai mạc Đại hội đại biểu lần thứ XX, {}. Báo "
                "cáo tổng kết công tác nhiệm kỳ 2013 - 2018 nêu nhiều kết quả."
            ),
            "2013-2018",
            1,
        ),
        # who prepares for one, plans for it, or carries out what it resolved holds none
        ("Sáng 22/8, Huyện ủy Tam Đường họp bàn việc chuẩn bị đại hội đảng bộ huyện {}.", None, 0),
        (
            "Huyện ủy Tam Đường thực hiện Nghị quyết Đại hội Đảng bộ huyện {} bằng việc làm.",
            None,
            0,
        ),
        ("Các đơn vị lập thành tích chào mừng Đại hội đại biểu Hội Nông dân tỉnh {}.", None, 0),
        ("Dự kiến tháng 9, Hội Nông dân tỉnh tổ chức Đại hội đại biểu {}.", None, 0),
    ],
)
def test_a_congress_sums_up_a_term(lead: str, reviewed: str | None, planned: int) -> None:
    said = lead.format("nhiệm kỳ 2019 - 2024")
    found = report_in(f"Một ngày của hội viên\n{said}\nBáo cáo tổng kết nêu nhiều kết quả.\n")
    assert found.kind == ("term" if planned else "none")
    assert str(found.period_planned) == ("2019-2024" if planned else "None")
    assert str(found.period_reviewed) == str(reviewed)


def test_the_term_before_needs_no_report_to_be_looked_back_on() -> None:
    found = report_in(
        "Tái cấu trúc để bứt phá\nSáng 29/7/2020, Đại hội đại biểu Đảng bộ Tập đoàn A lần thứ VII,"
        " nhiệm kỳ 2020 - 2025 khai mạc với 248 đại biểu.\nNhiệm kỳ 2015 - 2020, giá giảm sâu"
        " nhưng công nhân vẫn đủ việc làm.\n"
    )
    assert (str(found.period_reviewed), str(found.period_planned)) == ("2015-2020", "2020-2025")


def test_delegates_come_to_the_congress_in_session() -> None:
    found = report_in(
        "Khai mạc Đại hội Đảng bộ phường\nSáng 19/8/2025, 250 đại biểu thay mặt hơn 12.000 đảng"
        " viên dự phiên chính thức Đại hội đại biểu Đảng bộ phường A, nhiệm kỳ 2025 - 2030.\n"
        "Báo cáo chính trị nhìn thẳng vào việc chưa làm được.\n"
    )
    assert (found.kind, str(found.period_planned)) == ("term", "2025-2030")


def test_a_party_congress_is_known_by_its_number_alone() -> None:
    found = report_in(
        "Tìm hướng đi mới\nSáng 14/10, Đại hội Đảng bộ thành phố Vinh lần thứ XX khai mạc. Năm "
        "2014, thành phố thu ngân sách vượt kế hoạch.\n"
    )
    assert (found.kind, found.period_reviewed, found.period_planned) == ("term", None, None)


@pytest.mark.parametrize(
    ("text", "reviewed", "planned"),
    [
        # the number that the lead tells stands with the term further down
        (
            (
                "Sáng 3/8, Đại hội đại biểu Hội Nông dân tỉnh Lai Châu lần thứ IX được diễn ra "
                "trọng thể. Đại hội nghe báo cáo kết quả nhiệm kỳ 2018 - 2023.\nĐại biểu thông "
                "qua quy chế bầu cử Đại hội lần thứ IX, nhiệm kỳ 2023 - 2028."
            ),
            "2018-2023",
            "2023-2028",
        ),
        # it is the number's own term, not any
        (
            (
                "Sáng 3/8, Đại hội đại biểu Hội Nông dân tỉnh Lai Châu lần thứ IX được diễn ra "
                "trọng thể.\nĐại hội nhắc lại Đại hội lần thứ VII, nhiệm kỳ 2013 - 2018."
            ),
            None,
            None,
        ),
        # a congress called by the term that it closes: people are elected for the one behind
        (
            (
                "Chiều 8/9, Đại hội đại biểu Hội Nông dân tỉnh Lai Châu, nhiệm kỳ 2018 - 2023, đã "
                "bế mạc.\nBáo cáo kết quả được thông qua. Ông A được bầu làm Chủ tịch nhiệm kỳ "
                "2023 - 2028."
            ),
            "2018-2023",
            "2023-2028",
        ),
        # the term that ends, by its number and its years
        (
            (
                "Chiều 8/9, Hội Nông dân tỉnh Lai Châu tổ chức Đại hội, nhiệm kỳ 2023 - 2028.\n"
                "Đại hội nghe báo cáo tổng kết nhiệm kỳ 8 (2018 - 2023)."
            ),
            "2018-2023",
            "2023-2028",
        ),
        # the Party's own, whose aims are told for its term, told by who spoke there
        (
            (
                "Ngày 9/9, tham luận tại Đại hội Đảng bộ thành phố Vinh lần thứ XX, ông nói nhiều "
                "điều.\nMột số chỉ tiêu của nhiệm kỳ 2015 - 2020: thu ngân sách tăng."
            ),
            None,
            "2015-2020",
        ),
        # who is getting ready for it
        (
            (
                "Đại hội đại biểu Hội Nông dân tỉnh Lai Châu lần thứ IX được tổ chức ngày 12/9.\n"
                "Đại hội, nhiệm kỳ 2023 - 2028, sẽ được tổ chức tại thành phố. Báo cáo tổng kết "
                "đã xong."
            ),
            None,
            None,
        ),
    ],
)
def test_which_terms_a_congress_is_of(text: str, reviewed: str | None, planned: str | None) -> None:
    found = report_in(f"Một ngày của hội viên\n{text}\nMọi người vui.\n")
    assert (str(found.period_reviewed), str(found.period_planned)) == (str(reviewed), str(planned))


def test_how_congresses_went_is_no_congress() -> None:
    found = report_in(
        "Tin của quận\nNgày 8/10/2020, Quận ủy Tây Hồ tổ chức hội nghị tổng kết công tác chỉ đạo, "
        "tổ chức Đại hội đại biểu Đảng bộ quận nhiệm kỳ 2020 - 2025.\n"
    )
    assert found.period_planned is None


@pytest.mark.parametrize(
    ("lead", "body", "kind"),
    [
        (
            "phát biểu tại hội nghị toàn quốc ngành Tổ chức xây dựng Đảng",
            "Ngành Tổ chức xây dựng Đảng",
            "annual",
        ),
        (
            "nói tại hội nghị toàn quốc Ban Tuyên giáo Trung ương",
            "Ban Tuyên giáo Trung ương",
            "annual",
        ),
        # nothing says that a year is summed up
        (
            "nêu rõ tại hội nghị trực tuyến ngành Tổ chức xây dựng Đảng",
            "Ngành Tổ chức xây dựng Đảng",
            "other",
        ),
    ],
)
def test_a_sectors_national_conference_needs_no_other_name(lead: str, body: str, kind: str) -> None:
    found = report_in(f"Không dùng người chạy chức\nSáng 18/1, đồng chí Thường trực {lead}.\n")
    assert (found.body, found.kind) == (body, kind)


def test_a_boards_numbered_meeting_is_its_own_conference() -> None:
    found = report_in(
        "Không có vùng cấm\nSáng 16/8/2018, Ban Chỉ đạo Trung ương về phòng, chống tham nhũng họp "
        "phiên thứ 14. Về kết quả công tác 7 tháng đầu năm, Ban Chỉ đạo đã làm nhiều việc.\n"
    )
    assert found.kind != "none"
    assert found.body == "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng"
    assert found.body_level == "central"


def test_a_city_named_by_its_short_word_alone_is_the_one_of_the_page() -> None:
    found = report_in(
        "Tìm nhà đầu tư lớn\nTại Hội nghị Thành ủy TP lần thứ 26 ngày 30-3-2019, Bí thư Thành ủy "
        "TP. Hồ Chí Minh nêu kết quả công tác quý I năm 2019.\n"
    )
    assert found.body == "Thành ủy TP. Hồ Chí Minh"


def test_a_conference_still_to_come_is_not_reported() -> None:
    found = report_in(
        "Họp bàn công việc\nCác tỉnh chuẩn bị hội nghị toàn quốc ngành Tổ chức xây dựng Đảng.\n"
    )
    assert found.kind == "none"


@pytest.mark.parametrize(
    ("lead", "planned"),
    [
        # another congress is spoken of first
        (
            (
                "Thực hiện kế hoạch đại hội các cấp, sáng 12/5/2024, Hội Luật gia tỉnh An Giang tổ "
                "chức Đại hội đại biểu lần thứ 5, nhiệm kỳ 2024 - 2029."
            ),
            "2024-2029",
        ),
        # the term it opens is the later of two, in either order
        (
            (
                "Sáng 12/5/2024, Hội Luật gia tỉnh An Giang tổ chức Đại hội đại biểu lần thứ 5, "
                "nhìn lại nhiệm kỳ 2019 - 2024 và bàn việc của nhiệm kỳ 2024 - 2029."
            ),
            "2024-2029",
        ),
        (
            (
                "Sáng 12/5/2024, Hội Luật gia tỉnh An Giang tổ chức Đại hội đại biểu nhiệm kỳ "
                "2024 - 2029, nhìn lại nhiệm kỳ 2019 - 2024."
            ),
            "2024-2029",
        ),
    ],
)
def test_which_congress_and_which_term(lead: str, planned: str) -> None:
    found = report_in(f"Một ngày của hội viên\n{lead}\nBáo cáo tổng kết nêu nhiều kết quả.\n")
    assert (found.body, found.kind) == ("Hội Luật gia tỉnh An Giang", "term")
    assert str(found.period_planned) == planned


@pytest.mark.parametrize("term", ["khoá V", "khóa V"])
def test_whose_congress_it_is_in_either_place_of_the_tone(term: str) -> None:
    text = (
        f"Sáng 12/5/2024 đã khai mạc Đại hội đại biểu {term} Hội Luật gia tỉnh An Giang, nhiệm kỳ "
        "2024 - 2029.\nBáo cáo tổng kết nêu nhiều kết quả.\n"
    )
    assert report_in(text).body == "Hội Luật gia tỉnh An Giang"


@pytest.mark.parametrize(
    "lead",
    [
        # another session is spoken of first
        (
            "Thực hiện nghị quyết Hội nghị Tỉnh ủy lần thứ 10, sáng 12/5/2024, Tỉnh ủy An Giang "
            "khai mạc Hội nghị lần thứ 11, bàn việc của ngành."
        ),
        # by its day, by a bare number
        "Hội nghị Ủy ban MTTQ tỉnh An Giang diễn ra sáng 12/5/2024, bàn việc của ngành.",
        "Hội nghị 11 Tỉnh ủy An Giang khai mạc sáng 12/5/2024, bàn việc của ngành.",
        "Kỳ họp 12 Huyện ủy Tri Tôn diễn ra sáng 12/5/2024, bàn việc của ngành.",
        "Đồng chí Bí thư nói về chương trình Hội nghị Tỉnh ủy lần thứ 11 khai mạc sáng 12/5/2024.",
    ],
)
def test_a_session_is_a_conference(lead: str) -> None:
    found = report_in(f"Một ngày của hội viên\n{lead}\nĐại biểu nghe nhiều ý kiến.\n")
    assert found.kind == "other"


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Sáng 12/5/2024, Tỉnh ủy An Giang khai mạc Hội nghị lần thứ 11.", "Hội nghị"),
        ("Sáng 14/10, Đại hội Đảng bộ thành phố Vinh lần thứ XX khai mạc.", "Đại hội"),
        # what is called in parts is shown whole
        (
            "Sáng 1/2 có hội nghị cán bộ toàn quốc ngành Tổ chức xây dựng Đảng.",
            "hội nghị cán bộ toàn quốc ngành Tổ chức xây dựng Đảng",
        ),
    ],
)
def test_the_evidence_of_the_kind_is_the_conferences_word(lead: str, words: str) -> None:
    found = report_in(f"Một ngày của hội viên\n{lead}\nĐại biểu nghe nhiều ý kiến.\n")
    span = found.evidence["kind"]
    assert found.text[span.start : span.end] == words
