"""The body whose work is reviewed, its level and place, from full and short names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.body import find_body, level_of
from archive.reading.full_name import Body
from archive.reading.names import written_out
from archive.reading.page import read_page
from archive.registry import load
from archive.report import Found


def body_of(text: str) -> Found[Body] | None:
    return find_body(read_page(text), ())


def read(text: str) -> tuple[str, str] | None:
    found = body_of(text)
    return (found.value.name, found.value.level) if found else None


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("Cụm thi đua miền Đông - Tây", "Cụm thi đua miền Đông - Tây"),  # a dash is no short word
        ("Cụm thi đua miền Đông – Tây", "Cụm thi đua miền Đông – Tây"),
        ("Khối Dân - Chính - Đảng", "Khối Dân - Chính - Đảng"),
    ],
)
def test_a_dash_between_words_stays(written: str, full: str) -> None:
    assert written_out(written) == full


OPENS = "Tin hội nghị của ngành\nNgày 5/1/2023, "
SUMS = "tổ chức hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023."


@pytest.mark.parametrize(
    ("host", "name", "level"),
    [
        # an apostrophe within a name, or around it
        ("UBND huyện Cư M'gar", "UBND huyện Cư M'gar", "district"),
        ("Hội Luật gia huyện M’Đrắk", "Hội Luật gia huyện M’Đrắk", "other"),
        ("Huyện ủy Ia H'Drai", "Huyện ủy Ia H'Drai", "district"),
        ("Ban Dân vận Huyện ủy Đắk R'Lấp", "Ban Dân vận Huyện ủy Đắk R'Lấp", "district"),
        # the centre
        ("Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương", "central"),
        ("Ban TCTW", "Ban Tổ chức Trung ương", "central"),
        ("BTCTW", "Ban Tổ chức Trung ương", "central"),
        ("Ban Dân vận T.Ư", "Ban Dân vận Trung ương", "central"),
        ("Đảng ủy Khối Các cơ quan Trung ương", "Đảng ủy Khối Các cơ quan Trung ương", "central"),
        # provinces and cities of their rank, in both tone placements and short
        ("Ban Tổ chức Tỉnh uỷ Hoà Bình", "Ban Tổ chức Tỉnh ủy Hòa Bình", "province"),
        (
            "Ban Tổ chức Tỉnh ủy Bà Rịa-Vũng Tàu",
            "Ban Tổ chức Tỉnh ủy Bà Rịa - Vũng Tàu",
            "province",
        ),
        ("Ban tổ chức Thành uỷ TP. HCM", "Ban Tổ chức Thành ủy TP. Hồ Chí Minh", "province"),
        (
            "Ban Tổ chức Thành ủy Thành phố Hồ Chí Minh",
            "Ban Tổ chức Thành ủy TP. Hồ Chí Minh",
            "province",
        ),
        ("BTCTU Phú Yên", "Ban Tổ chức Tỉnh ủy Phú Yên", "province"),
        ("UBKT Tỉnh ủy Nghệ An", "Ủy ban Kiểm tra Tỉnh ủy Nghệ An", "province"),
        ("Văn phòng Tỉnh ủy Quảng Ngãi", "Văn phòng Tỉnh ủy Quảng Ngãi", "province"),
        ("Tỉnh ủy Vĩnh Long", "Tỉnh ủy Vĩnh Long", "province"),
        (
            "Đảng ủy Khối các cơ quan tỉnh Phú Thọ",
            "Đảng ủy Khối các cơ quan tỉnh Phú Thọ",
            "province",
        ),
        # a province that no registry holds
        ("Ban Tổ chức Tỉnh ủy Sông Linh", "Ban Tổ chức Tỉnh ủy Sông Linh", "province"),
        ("ngành Tổ chức xây dựng Đảng tỉnh Sông Linh", "Ban Tổ chức Tỉnh ủy Sông Linh", "province"),
        # the sector of a place is its commission
        ("ngành Tổ chức xây dựng Đảng tỉnh Yên Bái", "Ban Tổ chức Tỉnh ủy Yên Bái", "province"),
        ("ngành Tổ chức xây dựng Đảng thành phố Hà Nội", "Ban Tổ chức Thành ủy Hà Nội", "province"),
        ("ngành Tổ chức xây dựng Đảng huyện Ba Chẽ", "Ban Tổ chức Huyện ủy Ba Chẽ", "district"),
        # districts, and towns whose Thành ủy is of their rank
        ("Ban Tổ chức Huyện ủy Mai Sơn", "Ban Tổ chức Huyện ủy Mai Sơn", "district"),
        ("Quận ủy Cầu Giấy", "Quận ủy Cầu Giấy", "district"),
        ("Ban Tổ chức Thị ủy Hồng Lĩnh", "Ban Tổ chức Thị ủy Hồng Lĩnh", "district"),
        ("Ban Tổ chức Thành ủy Thái Nguyên", "Ban Tổ chức Thành ủy Thái Nguyên", "district"),
        # clusters
        (
            "Cụm thi đua số 2 ngành Tổ chức xây dựng Đảng",
            "Cụm thi đua số 2 ngành Tổ chức xây dựng Đảng",
            "cluster",
        ),
        (
            "Khối thi đua các cơ quan Đảng tỉnh Hưng Yên",
            "Khối thi đua các cơ quan Đảng tỉnh Hưng Yên",
            "cluster",
        ),
        # others
        ("Hội Luật gia tỉnh Tuyên Quang", "Hội Luật gia tỉnh Tuyên Quang", "other"),
        ("Công đoàn Viên chức tỉnh Lạng Sơn", "Công đoàn Viên chức tỉnh Lạng Sơn", "other"),
        ("Tổng công ty Điện lực miền Bắc", "Tổng công ty Điện lực miền Bắc", "other"),
        ("Bộ Nội vụ", "Bộ Nội vụ", "other"),
        ("bộ Nội vụ", "Bộ Nội vụ", "other"),  # as some papers write it
        (
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Kon Tum",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Kon Tum",
            "other",
        ),
        ("Đảng ủy phường Tân Phong", "Đảng ủy phường Tân Phong", "other"),
        ("Báo Lai Châu", "Báo Lai Châu", "other"),
        ("Đoàn Khối các cơ quan tỉnh Kon Tum", "Đoàn Khối các cơ quan tỉnh Kon Tum", "other"),
        (
            "Khối thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy Thanh Hóa",
            "Khối thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy Thanh Hóa",
            "cluster",
        ),
        ("Công an tỉnh Đắk Nông", "Công an tỉnh Đắk Nông", "other"),
        ("Bộ Khoa học và Công nghệ", "Bộ Khoa học và Công nghệ", "other"),
        ("Tạp chí Lý luận xứ Nghệ", "Tạp chí Lý luận xứ Nghệ", "other"),
        # a name that holds a person's name is no city's
        (
            "Học viện Chính trị quốc gia Hồ Chí Minh",
            "Học viện Chính trị quốc gia Hồ Chí Minh",
            "other",
        ),
        # Party committees are of the level of what they lead
        ("Đảng ủy Bộ Tài chính", "Đảng ủy Bộ Tài chính", "other"),
        ("Đảng bộ Bộ Ngoại giao", "Đảng bộ Bộ Ngoại giao", "other"),
        ("Đảng đoàn Hội Nông dân Việt Nam", "Đảng đoàn Hội Nông dân Việt Nam", "other"),
        ("Đảng ủy Công ty Than Uông Bí", "Đảng ủy Công ty Than Uông Bí", "other"),
        ("Đảng ủy Công an tỉnh Lâm Đồng", "Đảng ủy Công an tỉnh Lâm Đồng", "other"),
        ("Đảng ủy Chính phủ", "Đảng ủy Chính phủ", "central"),
        ("Quân ủy Trung ương", "Quân ủy Trung ương", "central"),
        (
            "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
            "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
            "central",
        ),
        # boards are of the level of the area they are named after
        (
            "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh Gia Lai",
            "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh Gia Lai",
            "province",
        ),
        (
            "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh Gia Lai",
            "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh Gia Lai",
            "province",
        ),
        # short words are written out
        (
            "Đảng ủy Khối CQ&DN tỉnh Gia Lai",
            "Đảng ủy Khối Các cơ quan và Doanh nghiệp tỉnh Gia Lai",
            "province",
        ),
        (
            "Đảng ủy Khối các CQ-DN tỉnh Gia Lai",
            "Đảng ủy Khối các cơ quan và Doanh nghiệp tỉnh Gia Lai",
            "province",
        ),
        ("LĐLĐ tỉnh Gia Lai", "Liên đoàn Lao động tỉnh Gia Lai", "other"),
        ("Đảng ủy ĐHQG Hà Nội", "Đảng ủy Đại học Quốc gia Hà Nội", "other"),
        ("Đảng ủy CTCP Mía đường", "Đảng ủy Công ty Cổ phần Mía đường", "other"),
        # a committee acts through its standing board
        ("Ban Thường vụ Huyện ủy Mường Khương", "Huyện ủy Mường Khương", "district"),
        ("Ban Chấp hành Đảng bộ tỉnh Ninh Thuận", "Tỉnh ủy Ninh Thuận", "province"),
        ("Ban Chấp hành Đảng bộ huyện Mai Sơn khóa XXI", "Huyện ủy Mai Sơn", "district"),
        ("BCH Đảng bộ TP. Cần Thơ", "Thành ủy Cần Thơ", "province"),
        ("BCH Đảng bộ TP. Vĩnh Yên", "Thành ủy Vĩnh Yên", "district"),
        (
            "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Hòa Bình",
            "Ủy ban MTTQ Việt Nam tỉnh Hòa Bình",
            "other",
        ),
        # what a place is stands before its name
        ("Ban Tổ chức Thành ủy thành phố Hạ Long", "Ban Tổ chức Thành ủy Hạ Long", "district"),
        ("Ban Tổ chức Thành ủy TP Long Xuyên", "Ban Tổ chức Thành ủy Long Xuyên", "district"),
        # short
        ("BTC Tỉnh ủy Hưng Yên", "Ban Tổ chức Tỉnh ủy Hưng Yên", "province"),
        ("Ban TG&DV Tỉnh ủy Gia Lai", "Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai", "province"),
        ("BTG Tỉnh ủy Hưng Yên", "Ban Tuyên giáo Tỉnh ủy Hưng Yên", "province"),
        (
            "Cụm thi đua 5 thành phố trực thuộc Trung ương",
            "Cụm thi đua 5 thành phố trực thuộc Trung ương",
            "cluster",
        ),
    ],
)
def test_host_of_its_own_conference(host: str, name: str, level: str) -> None:
    assert read(f"{OPENS}{host} {SUMS}\n") == (name, level)


@pytest.mark.parametrize(
    "host",
    [
        "Hội Người cao tuổi Việt Nam",
        "Đảng ủy Tổng công ty Hàng hải Việt Nam",
        "Cục Thuế tỉnh Kiên Giang",
        "Khối thi đua số 2",
        "Ủy ban Kiểm tra Quận ủy Hải An",
        "Đảng ủy Quân sự tỉnh Bắc Giang",
    ],
)
@pytest.mark.parametrize("deed", ["mở nhiều lớp", "san sẻ việc khó"])
@pytest.mark.parametrize("capitals", [False, True])
def test_a_name_ends_before_what_its_headline_tells(
    host: str, deed: str, *, capitals: bool
) -> None:
    title = f"{host} {deed} cho cơ sở"
    title = title.upper() if capitals else title
    if host == "Khối thi đua số 2" and not capitals:
        title = host  # nothing but the article's own spelling ends such a name
    found = body_of(f"{title}\n\nNgày 5/1/2023, tại hội trường lớn, {host} đã {SUMS}\n")
    assert found is not None
    assert found.value.name == host


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a national conference reviews the sector, not its host
        (
            (
                "Sáng 5/1, Ban Tổ chức Trung ương tổ chức Hội nghị toàn quốc tổng kết công tác "
                "tổ chức xây dựng Đảng năm 2022."
            ),
            "Ngành Tổ chức xây dựng Đảng",
        ),
        (
            (
                "Chiều 2/1, phát biểu tại hội nghị giao ban trực tuyến ngành Tổ chức xây dựng "
                "Đảng, Trưởng Ban Tổ chức Trung ương nêu việc phải làm trong quý I."
            ),
            "Ngành Tổ chức xây dựng Đảng",
        ),
        # not the speaker's body
        (
            (
                "Ngày 5/1, Trưởng Ban Tổ chức Trung ương dự hội nghị tổng kết công tác năm "
                "2022 của Ban Tổ chức Tỉnh ủy Hà Giang."
            ),
            "Ban Tổ chức Tỉnh ủy Hà Giang",
        ),
        (
            (
                "Phó Bí thư Thường trực Tỉnh ủy An Giang dự hội nghị tổng kết năm 2022 do Ban "
                "Dân vận Tỉnh ủy An Giang tổ chức."
            ),
            "Ban Dân vận Tỉnh ủy An Giang",
        ),
        # not the host of a cluster, nor its head
        (
            (
                "Ngày 5/1, tại Tây Ninh, Cụm thi đua số 4 ngành Tổ chức xây dựng Đảng tổ chức "
                "hội nghị tổng kết năm 2022. Đồng chí Trưởng Ban Tổ chức Tỉnh ủy Tây Ninh, Cụm "
                "trưởng chủ trì."
            ),
            "Cụm thi đua số 4 ngành Tổ chức xây dựng Đảng",
        ),
        # not who issued a document
        (
            (
                "Ban Nội chính Tỉnh ủy Gia Lai tổ chức hội nghị tổng kết năm 2022 theo Kế "
                "hoạch số 12-KH/BNCTW của Ban Nội chính Trung ương."
            ),
            "Ban Nội chính Tỉnh ủy Gia Lai",
        ),
        # an office's own Party committee meets with the office
        (
            (
                "Đảng ủy cơ quan phối hợp với lãnh đạo Ban Tổ chức Trung ương tổ chức hội nghị "
                "tổng kết năm 2022."
            ),
            "Ban Tổ chức Trung ương",
        ),
        # the work tells the commission where nobody is named as host
        (
            (
                "Bí thư Thành ủy Đà Nẵng phát biểu tại hội nghị tổng kết công tác dân vận năm "
                "2022 sáng 5/1."
            ),
            "Ban Dân vận Thành ủy Đà Nẵng",
        ),
        # the fuller of two spellings
        (
            (
                "Hội LHPN tỉnh Hà Tĩnh họp mặt đông đủ. Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh tổ chức "
                "hội nghị tổng kết năm 2022."
            ),
            "Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh",
        ),
        # a committee's own plenary session
        (
            "Hội nghị Tỉnh ủy Cà Mau lần thứ 12 nghe báo cáo kết quả thực hiện nhiệm vụ năm 2022.",
            "Tỉnh ủy Cà Mau",
        ),
        (
            (
                "Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ tỉnh Cà Mau nghe báo cáo kết quả "
                "thực hiện nhiệm vụ năm 2022."
            ),
            "Tỉnh ủy Cà Mau",
        ),
        # a plan's year is no document's: whose conference it is stands behind it
        (
            (
                "Nói về đường\nÔng Lê Bá nói vậy tại Hội nghị tổng kết công tác năm 2017, triển"
                " khai kế hoạch năm 2018 của Bộ Xây dựng sáng 18/1."
            ),
            "Bộ Xây dựng",
        ),
        # a body that meets for one of its sessions; a name ends at a stage
        (
            (
                "Nói về đường\nSáng 22/1/2018, Ban Chỉ đạo Trung ương về phòng, chống tham nhũng đã"
                " họp phiên thứ 13.\nPhiên họp đánh giá kết quả công tác năm 2017."
            ),
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
        ),
        (
            (
                "Ai chậm\nTrong cuộc họp sơ kết 9 tháng đầu năm 2017, Ban Chấp hành Đảng bộ tỉnh"
                " Lâm Đồng thảo luận lỗi của Sở Xây dựng giai đoạn 2010-2015."
            ),
            "Tỉnh ủy Lâm Đồng",
        ),
        # whose congress it is, not where it met or who came
        (
            (
                "Bầu xong\nNgày 10/7, tại trụ sở UBND quận Hải An, đã diễn ra Đại hội đại"
                " biểu Hội Luật gia quận Hải An khóa II, nhiệm kỳ 2019 - 2024.\nHội nghe báo"
                " cáo tổng kết. Hội Luật gia thành phố có mặt."
            ),
            "Hội Luật gia quận Hải An",
        ),
        (
            (
                "Bầu xong\nSáng 10/7, Hội Luật gia (HLG) tỉnh Lâm Đồng long trọng tổ chức Đại"
                " hội lần thứ 5, nhiệm kỳ 2019 - 2024, nghe tổng kết.\nHội Luật gia Việt Nam"
                " có thư chúc."
            ),
            "Hội Luật gia tỉnh Lâm Đồng",
        ),
        # a conference of the whole country: by its work, else by whose people alone are named
        (
            (
                "Nói thẳng\nChiều 25/6, bế mạc hội nghị toàn quốc về công tác phòng, chống"
                " tham nhũng, ông Lê Bá nói thẳng."
            ),
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
        ),
        (
            (
                "Nói thẳng\nTrưởng Ban Tuyên giáo Trung ương Lê Bá phát biểu tại Hội nghị"
                " toàn quốc sơ kết 2 năm thực hiện Chỉ thị số 5."
            ),
            "Ban Tuyên giáo Trung ương",
        ),
        # the one committee of an area that a report without a host speaks of
        (
            (
                "Nói thẳng\nChiều 19/2, Bí thư Thành ủy Cần Thơ Lê Bá nói vậy tại hội nghị"
                " tổng kết cải cách hành chính năm 2018."
            ),
            "Thành ủy Cần Thơ",
        ),
        # whose standing members' conference it is
        (
            (
                "Phạt nguội\nTại hội nghị giao ban quý IV/2017 của Thường trực Thành ủy,"
                " HĐND, UBND thành phố Cần Thơ, Sở Xây dựng tỉnh Lâm Đồng góp lời."
            ),
            "Thành ủy Cần Thơ",
        ),
        (
            (
                "Thành rồng\nNgày 20/10, Bộ Chính trị đã làm việc với Ban Thường vụ Tỉnh ủy"
                " Lâm Đồng nhằm sơ kết 5 năm thực hiện Nghị quyết số 11."
            ),
            "Tỉnh ủy Lâm Đồng",
        ),
        (
            (
                "Tổng kết 10 năm thực hiện Nghị quyết số 3\nTại hội nghị vừa diễn ra hôm qua,"
                " Tỉnh ủy Lâm Đồng đã nhìn lại chặng đường dài. Ban Nội chính Tỉnh ủy giúp"
                " việc."
            ),
            "Tỉnh ủy Lâm Đồng",
        ),
        # the Secretariat and the Central Committee, where they hold it or meet
        (
            (
                "Nói thẳng\nNgày 20/8, Ban Bí thư Trung ương Đảng tổ chức hội nghị sơ kết 3"
                " năm thực hiện Chỉ thị số 5."
            ),
            "Ban Bí thư Trung ương Đảng",
        ),
        (
            (
                "Nói thẳng\nSáng 2/10, Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa"
                " XII đã khai mạc. Hội nghị thảo luận tình hình năm 2018."
            ),
            "Ban Chấp hành Trung ương Đảng",
        ),
        (
            (
                "Nói thẳng\nSáng 2/10, Huyện ủy Bình Lâm tổng kết công tác năm 2018, thực"
                " hiện Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa XII."
            ),
            "Huyện ủy Bình Lâm",
        ),
        # a name ends before what is asked, and with no "và"
        (
            (
                "Nói thẳng\nThanh tra tỉnh Lâm Đồng tổng kết năm 2018. Thanh tra tỉnh Lâm"
                " Đồng kiến nghị bốn việc, Thanh tra tỉnh Lâm Đồng và năm huyện cùng làm."
            ),
            "Thanh tra tỉnh Lâm Đồng",
        ),
        # one that is counted, whatever it heard, and its committee that an area's Party elected
        (
            (
                "Bí thư nói về ngập\nSáng 14/9, phát biểu bế mạc Hội nghị lần thứ 9 - BCH Đảng"
                " bộ TP. "
                "Cần Thơ khóa XIV, Bí thư Thành ủy Lê Quang nói thành phố còn ngập."
            ),
            "Thành ủy Cần Thơ",
        ),
        (
            (
                "Dân hỏi về đất\nNgày 3/4, BCH Đảng bộ tỉnh Lâm Đồng đã tổ chức hội nghị lần thứ "
                "mười hai. UBND tỉnh bị hỏi về đất rừng."
            ),
            "Tỉnh ủy Lâm Đồng",
        ),
        (
            (
                "Bế mạc hội nghị Ban Chấp hành Đảng bộ thành phố, Bí thư Thành ủy Đà Nẵng nêu ba "
                "việc. Hội nghị đánh giá tình hình năm 2022."
            ),
            "Thành ủy Đà Nẵng",
        ),
        # the host in one sentence, what is summed up in another
        (
            (
                "Điều ấy được nêu ở hội nghị tổng kết năm 2022.\nSáng 5/1, Ban Nội chính Tỉnh ủy "
                "Gia Lai tổ chức hội nghị bàn cách làm mới."
            ),
            "Ban Nội chính Tỉnh ủy Gia Lai",
        ),
        # the day between a body and what it does
        (
            "Cụm thi đua Văn phòng các huyện ủy phía Nam ngày 5/1 tổng kết công tác năm 2022.",
            "Cụm thi đua Văn phòng các huyện ủy phía Nam",
        ),
        # a committee's standing members meet for it
        (
            "Ngày 14/8, Thường trực Tỉnh ủy Cà Mau giao ban với các huyện ủy về tình hình tháng 7.",
            "Tỉnh ủy Cà Mau",
        ),
        # nothing but its head, who presides
        (
            (
                "Hội nghị tổng kết công tác năm 2022 diễn ra ngày 5/1. Chủ nhiệm Ủy ban Kiểm "
                "tra Tỉnh ủy Lào Cai chủ trì."
            ),
            "Ủy ban Kiểm tra Tỉnh ủy Lào Cai",
        ),
        # who it is may stand between a body and what it does
        (
            "Ban Dân vận Tỉnh ủy Gia Lai, nơi vừa đổi trụ sở, tổng kết năm 2022, bàn việc tới.",
            "Ban Dân vận Tỉnh ủy Gia Lai",
        ),
        (
            (
                "Ban Dân vận Tỉnh ủy Gia Lai (chín cán bộ) đánh giá công tác năm 2022, bàn việc "
                "năm 2023. Ban Dân vận Tỉnh ủy Phú Yên tặng hoa."
            ),
            "Ban Dân vận Tỉnh ủy Gia Lai",
        ),
        # whose year it was
        (
            "Năm 2022 của Ban Dân vận Tỉnh ủy Gia Lai khép lại bằng buổi tổng kết ngắn.",
            "Ban Dân vận Tỉnh ủy Gia Lai",
        ),
        # whom alone the lead names
        (
            "Hội nghị tổng kết năm 2022 nói nhiều về hồ sơ mà Ban Dân vận Tỉnh ủy Gia Lai còn nợ.",
            "Ban Dân vận Tỉnh ủy Gia Lai",
        ),
        # a cluster whose conference it is, though a member is told of
        (
            (
                "Ban Tổ chức Tỉnh ủy Gia Lai làm Cụm trưởng Cụm thi đua số 6 Ngành Tổ chức xây "
                "dựng Đảng, theo kết quả bầu tại hội nghị tổng kết năm 2022 của Cụm."
            ),
            "Cụm thi đua số 6 Ngành Tổ chức xây dựng Đảng",
        ),
        (
            "Cụm thi đua số 6, Ngành Tổ chức xây dựng Đảng vừa họp tổng kết năm 2022.",
            "Cụm thi đua số 6 Ngành Tổ chức xây dựng Đảng",
        ),
        # a body that looks back on some occasion
        (
            "Ấy là điều Ban Dân vận Tỉnh ủy Gia Lai tự hào khi tổng kết năm 2022.",
            "Ban Dân vận Tỉnh ủy Gia Lai",
        ),
        # "của Ban": that of the head who speaks
        (
            "Trưởng Ban Dân vận Tỉnh ủy Gia Lai nói vậy tại hội nghị tổng kết năm 2022 của Ban.",
            "Ban Dân vận Tỉnh ủy Gia Lai",
        ),
        # a cluster that is part of a sector
        (
            "Cụm thi đua số 6 thuộc Ngành Tổ chức xây dựng Đảng tổng kết năm 2022, bàn việc tới.",
            "Cụm thi đua số 6 Ngành Tổ chức xây dựng Đảng",
        ),
        # an office of a Party organisation and its committee are one
        (
            (
                "Đảng ủy Khối CQ&DN tỉnh cho biết. Đảng bộ Khối Các cơ quan và Doanh nghiệp tỉnh "
                "Gia Lai tổng kết năm 2022, bàn việc năm 2023."
            ),
            "Đảng bộ Khối Các cơ quan và Doanh nghiệp tỉnh Gia Lai",
        ),
        # the fullest name, though the headline gives less
        (
            (
                "Đảng ủy Tập đoàn Dầu khí Quốc gia Việt Nam tổ chức hội nghị tổng kết công tác "
                "Đảng năm 2022."
            ),
            "Đảng ủy Tập đoàn Dầu khí Quốc gia Việt Nam",
        ),
    ],
)
def test_whose_work_is_reviewed(text: str, name: str) -> None:
    found = read(f"Tin hội nghị của ngành\n\n{text}\n")
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # from another place in the text
        (
            (
                "Tổng kết năm 2022\nBan Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết năm 2022. Dự "
                "hội nghị có Phó Bí thư Tỉnh ủy Bạc Liêu."
            ),
            "Ban Tổ chức Tỉnh ủy Bạc Liêu",
        ),
        # from the place that the headline opens with
        (
            (
                "Vĩnh Long: Nhìn lại một năm của ngành\n\nSáng 5/1/2023, Ban Tổ chức Tỉnh ủy tổ "
                "chức hội nghị tổng kết năm 2022."
            ),
            "Ban Tổ chức Tỉnh ủy Vĩnh Long",
        ),
        # from the site's own name
        (
            (
                "TRANG TIN ĐIỆN TỬ ĐẢNG BỘ TỈNH THANH HÓA\nTổng kết công tác năm 2022\n"
                "05/01/2023\nBan Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết năm 2022."
            ),
            "Ban Tổ chức Tỉnh ủy Thanh Hóa",
        ),
        (
            (
                "Kon Tum - Nhìn lại một năm\nBan Tổ chức Tỉnh ủy tổng kết năm 2022, bàn nhiệm vụ "
                "năm 2023."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        # from the leader who came, not from guests of the same trade
        (
            (
                "Tổng kết năm 2022\nBan Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết năm 2022. Trưởng "
                "Ban Tổ chức Tỉnh ủy Gia Lai mang tới kinh nghiệm. Bí thư Tỉnh ủy Kon Tum dự."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        (
            (
                "Kon Tum vững bước trên chặng đường mới\nBan Tổ chức Tỉnh ủy tổ chức hội nghị "
                "tổng kết năm 2022. Ban Tổ chức Tỉnh ủy Gia Lai cùng dự."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        # of the head who presides over his sector's conference
        (
            (
                "Tổng kết ngành\nChiều 9/1, Trưởng Ban Tổ chức Tỉnh ủy Kon Tum chủ trì hội nghị "
                "tổng kết công tác tổ chức xây dựng Đảng năm 2022 của ngành."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        # from any word of the place, where nothing else tells it
        (
            (
                "Tổng kết năm 2022\nBan Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết năm 2022. Bản "
                "xa của Kon Tum có thêm đảng viên."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        (
            (
                "Tổng kết năm 2022\n\n05/01/2023\n\nKon Tum: Ngày 5/1, Ban Tổ chức Tỉnh ủy tổng "
                "kết năm 2022, bàn nhiệm vụ năm 2023."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        # a province's sector, of whichever province the page tells
        (
            (
                "Tổng kết năm 2022\n\n05/01/2023\n\nNgành Tổ chức xây dựng Đảng tỉnh tổng kết công "
                "tác năm 2022. Bí thư Tỉnh ủy Kon Tum dự."
            ),
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        # a district by its leader, by its name, by the headline
        (
            (
                "Tổng kết năm 2022\nBan Tổ chức Huyện ủy tổ chức hội nghị tổng kết năm 2022. Bí "
                "thư Huyện ủy Sa Thầy dự."
            ),
            "Ban Tổ chức Huyện ủy Sa Thầy",
        ),
        (
            (
                "Tổng kết năm 2022\nBan Tổ chức Huyện ủy tổ chức hội nghị tổng kết năm 2022. Toàn "
                "huyện Sa Thầy có 11 xã."
            ),
            "Ban Tổ chức Huyện ủy Sa Thầy",
        ),
        (
            (
                "Sa Thầy: Một năm nhiều việc mới\n\n05/01/2023\n\nBan Tổ chức Huyện ủy tổ chức hội "
                "nghị tổng kết năm 2022. Cán bộ các phòng cùng dự."
            ),
            "Ban Tổ chức Huyện ủy Sa Thầy",
        ),
        # a city, by a quarter of its own
        (
            (
                "Tổng kết năm 2022\nBan Tổ chức Thành ủy tổ chức hội nghị tổng kết năm 2022. "
                "Đại biểu quận Ninh Kiều phát biểu."
            ),
            "Ban Tổ chức Thành ủy Cần Thơ",
        ),
        # a cluster told by its members alone
        (
            (
                "Quang cảnh hội nghị\nBáo cáo sơ kết kết quả của Cụm thi đua trong 6 tháng đầu "
                "năm 2022 được trình bày tại hội nghị. Ban Tổ chức các tỉnh ủy, thành ủy khu "
                "vực miền núi phía Bắc thống nhất cách làm."
            ),
            "Cụm thi đua Ban Tổ chức các tỉnh ủy, thành ủy khu vực miền núi phía Bắc",
        ),
        # nothing tells the place: it stays out
        (
            "Tổng kết năm 2022\nBan Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết năm 2022.",
            "Ban Tổ chức Tỉnh ủy",
        ),
    ],
)
def test_short_names_are_completed(text: str, name: str) -> None:
    found = read(text)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    ("host", "sure"),
    [
        ("Đảng ủy Khối các cơ quan tỉnh Phú Thọ", True),
        ("Ban Tổ chức Tỉnh ủy Phú Thọ", True),
        ("Đảng ủy Công an tỉnh Phú Thọ", False),
        ("Đảng ủy Quân sự tỉnh Phú Thọ", False),
        ("Đảng bộ Agribank", False),
    ],
)
def test_the_level_of_a_forces_committee_is_not_sure(host: str, *, sure: bool) -> None:
    found = body_of(f"{OPENS}{host} {SUMS}\n")
    assert found is not None
    assert (level_of(found).confidence > 0.6) == sure


def test_a_name_without_its_place_is_not_sure() -> None:
    found = body_of("Tổng kết năm 2022\nBan Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết năm 2022.")
    assert found is not None
    assert found.confidence <= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        (
            "Mưa lớn gây ngập\nSáng 12/10/2022, Sở Giao thông vận tải tỉnh cho biết nhiều "
            "tuyến đường ngập."
        ),
        (
            "Bổ nhiệm cán bộ\nNgày 12/5/2022, Ban Tổ chức Trung ương công bố quyết định bổ "
            "nhiệm Vụ trưởng."
        ),
        # another session than the one reported, and one that elected
        (
            "Mở đường\nNgày 3/4, UBND tỉnh Lâm Đồng bàn việc thực hiện Nghị quyết Hội nghị lần"
            " thứ 12 "
            "Ban Chấp hành Đảng bộ tỉnh tổ chức năm trước."
        ),
        (
            "Tân Bí thư\nNgày 3/4, Ban Chấp hành Đảng bộ tỉnh Lâm Đồng tổ chức hội nghị lần thứ"
            " 12 bầu "
            "bổ sung Ủy viên Ban Thường vụ."
        ),
        "Vụ cháy chợ: Công an tỉnh vào cuộc\nCông an tỉnh họp báo về vụ cháy chợ đêm qua.",
    ],
)
def test_no_conference_no_body(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("row", load("provinces")["province"], ids=lambda row: row["name"])
def test_every_province_is_known(row: dict[str, str | bool]) -> None:
    committee = "Thành ủy" if row.get("city") else "Tỉnh ủy"
    found = body_of(f"{OPENS}Ban Tổ chức {committee} {row['name']} {SUMS}\n")
    assert found is not None
    assert found.value.level == "province"
    assert found.value.place == row["name"]
    assert found.value.name == f"Ban Tổ chức {committee} {row.get('shown', row['name'])}"


def test_provinces_of_2025_are_those_that_others_went_into() -> None:
    rows = load("provinces")["province"]
    names = {row["name"] for row in rows}
    left = {row["name"] for row in rows if "until" not in row}
    assert len(left) == 34
    assert {row["into"] for row in rows if "into" in row} <= left <= names
    assert len(names - left) == 63 - 34 + 1  # Thừa Thiên Huế became the city of Huế


WORDS = st.lists(
    st.sampled_from(
        [
            "Hội nghị",
            "tổng kết",
            "năm 2021",
            "Ban Tổ chức",
            "Tỉnh ủy",
            "của",
            "Cụm thi đua",
            "TP.",
            "HCM",
            "ngành",
            "Tổ chức xây dựng Đảng",
            "do",
            "tổ chức",
            ",",
            ".",
            "\n",
            "Hội",
            "Công ty",
            "Đảng ủy",
            "Thành ủy",
            "Huế",
        ]
    ),
    max_size=25,
)


@given(st.one_of(st.text(max_size=120), WORDS.map(" ".join)))
def test_any_text_is_read_and_spans_hold(text: str) -> None:
    found = body_of(text)
    if found:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert 0 < found.confidence <= 1
        assert found.value.level in ("central", "cluster", "province", "district", "other")
        assert found.value not in found.also


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a district of a city may have a number for its name
        ("Ngày 6/1/2023, Ban Tổ chức Quận ủy 12 " + SUMS, "Ban Tổ chức Quận ủy 12"),
        ("Ngày 6/1/2023, Quận ủy Quận 3 " + SUMS, "Quận ủy 3"),
        # the short form stands in brackets within the name, or the full one
        ("UBKT (Ủy ban Kiểm tra) Tỉnh ủy Hà Giang " + SUMS, "Ủy ban Kiểm tra Tỉnh ủy Hà Giang"),
        ("Ủy ban Kiểm tra (UBKT) Tỉnh ủy Hà Giang " + SUMS, "Ủy ban Kiểm tra Tỉnh ủy Hà Giang"),
        ("Ban Tổ chức (BTC) Huyện ủy Yên Lập " + SUMS, "Ban Tổ chức Huyện ủy Yên Lập"),
        # its number told elsewhere
        (f"Ban Dân vận Quận ủy {SUMS} Bí thư Chi bộ ở Quận 5 dự.", "Ban Dân vận Quận ủy 5"),
        # a sector "of the province", with nothing behind
        (
            "Lãnh đạo Tỉnh ủy Lai Châu dự hội nghị tổng kết năm 2022 của ngành Dân vận tỉnh.",
            "Ban Dân vận Tỉnh ủy Lai Châu",
        ),
    ],
)
def test_names_with_numbers_brackets_or_no_place(text: str, name: str) -> None:
    found = read(f"Một năm bận rộn\n\n{text}\n")
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        # a headline's committee stands for its commission that met, a company for its committee
        (
            "Thành ủy Vĩnh Yên: Gọn hơn\n\nBan Tổ chức Thành ủy Vĩnh Yên " + SUMS,
            "Ban Tổ chức Thành ủy Vĩnh Yên",
            "district",
        ),
        (
            "Công ty Than Hà Tu: Lo việc\n\nĐảng ủy Công ty Than Hà Tu " + SUMS,
            "Đảng ủy Công ty Than Hà Tu",
            "other",
        ),
        # one that met itself stands for itself
        (
            (
                "Tỉnh ủy Lạng Sơn họp\n\nTỉnh ủy Lạng Sơn tổ chức hội nghị tổng kết công tác năm "
                "2022, do Ban Tổ chức Tỉnh ủy Lạng Sơn tham mưu."
            ),
            "Tỉnh ủy Lạng Sơn",
            "province",
        ),
        # a company by its initials is the one that the text writes out
        (
            "Đảng bộ VNPT tổng kết năm\n\nĐảng ủy Tập đoàn Bưu chính Viễn thông Việt Nam " + SUMS,
            "Đảng ủy Tập đoàn Bưu chính Viễn thông Việt Nam",
            "other",
        ),
        ("Đảng ủy EVN tổng kết năm\n\nĐảng ủy EVN " + SUMS, "Đảng ủy EVN", "other"),
        ("Lợi nhuận lớn\n\nĐảng ủy Vietcombank " + SUMS, "Đảng ủy Vietcombank", "other"),
        # whoever arranges a cluster's conference, it is the cluster's
        (
            (
                "Ban Tổ chức Tỉnh ủy An Giang làm Cụm trưởng\n\nBan Tổ chức Tỉnh ủy An Giang phối "
                "hợp với Ban Tổ chức Tỉnh ủy Kiên Giang tổ chức hội nghị tổng kết năm 2022 của "
                "Cụm thi đua số 7, Ngành Tổ chức xây dựng Đảng."
            ),
            "Cụm thi đua số 7 Ngành Tổ chức xây dựng Đảng",
            "cluster",
        ),
        # its members met; guests from it do not make the conference its own
        (
            (
                "Thi đua\n\nTại Huế, 9 ban tổ chức tỉnh ủy, thành ủy thuộc Cụm thi đua số 3 dự hội "
                "nghị tổng kết năm 2022."
            ),
            "Cụm thi đua số 3",
            "cluster",
        ),
        (
            (
                f"Tổng kết\n\nBan Tổ chức Tỉnh ủy An Giang {SUMS} Đại diện các đơn vị thuộc Cụm "
                "thi đua số 3 dự."
            ),
            "Ban Tổ chức Tỉnh ủy An Giang",
            "province",
        ),
    ],
)
def test_a_short_headline_and_a_cluster(text: str, name: str, level: str) -> None:
    assert read(f"{text}\n") == (name, level)


def test_a_commission_whose_people_alone_are_named_is_a_guess() -> None:
    met = "Tại hội nghị tổng kết năm 2020, lãnh đạo Ban Dân vận Tỉnh ủy Hà Nam nói dân là gốc."
    found = body_of(f"Chuyện dân vận\n\n{met} Sang năm mới, Ban chọn 12 xã làm điểm.\n")
    assert found is not None
    assert found.value.name == "Ban Dân vận Tỉnh ủy Hà Nam"
    assert found.confidence < 0.75
    assert body_of(f"Chuyện dân vận\n\n{met}\n") is None
