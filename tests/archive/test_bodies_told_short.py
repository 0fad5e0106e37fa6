"""Bodies that their reports name short, beside others, or by what they do: which one is meant, what
completes its name, and where a name ends.
"""

import pytest

from archive.reading.body import find_body, level_of
from archive.reading.names import name_end
from archive.reading.outline import outline
from archive.reading.page import read_page
from archive.reading.places import older_tones
from archive.registry import load
from archive.vietnamese import lower


def read(text: str) -> tuple[str, str] | None:
    page = read_page(text)
    found = find_body(page, outline(page))
    return (found.value.name, level_of(found).value.level) if found else None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        # the verb of a headline, of speech or of work done is no part of a name
        ("Hội Nông dân tỉnh đẩy mạnh xây chợ quê", "Hội Nông dân tỉnh"),
        ("Kiểm toán Nhà nước phát hiện nhiều sai sót", "Kiểm toán Nhà nước"),
        ("Viện Kiểm sát nhân dân tỉnh chỉ ra hai điểm nghẽn", "Viện Kiểm sát nhân dân tỉnh"),
        ("Sở Tài chính đề xuất mức chi", "Sở Tài chính"),
        ("Sở Tài chính xin ý kiến", "Sở Tài chính"),
        ("Công an tỉnh Sơn La duy trì trực ban", "Công an tỉnh Sơn La"),
        ("Chi hội Luật gia huyện nói vui", "Chi hội Luật gia huyện"),
        ("Đảng ủy phường và 30 chi bộ", "Đảng ủy phường"),
        ("Chi bộ thôn Hạ chỉ có 9 đảng viên", "Chi bộ thôn Hạ"),
        # of what regions a cluster's provinces are
        (
            "Cụm thi đua các tỉnh miền núi, biên giới phía Bắc họp",
            "Cụm thi đua các tỉnh miền núi, biên giới phía Bắc",
        ),
        # such a word within a name is
        ("Đài Tiếng nói Việt Nam sơ kết", "Đài Tiếng nói Việt Nam"),
        ("Sở Nông nghiệp và Phát triển nông thôn họp", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Ban Quản lý các khu công nghiệp và 3 đơn vị", "Ban Quản lý các khu công nghiệp"),
        ("Bộ Chỉ huy quân sự tỉnh họp", "Bộ Chỉ huy quân sự tỉnh"),
    ],
)
def test_a_name_ends_before_a_verb(said: str, name: str) -> None:
    end = name_end(said, older_tones(lower(said)), len(name.split(maxsplit=1)[0]))
    assert said[:end].rstrip() == name


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        # what meets in a commune, ward or hamlet, its place told by the headline or beside it
        (
            (
                "Yên Sơn: Mười năm một lời hứa\n\n"
                "Hôm 9/7, Đảng ủy xã họp sơ kết 6 tháng đầu năm 2010. Xã Yên Lộc cử người sang.\n"
            ),
            "Đảng ủy xã Yên Sơn",
            "other",
        ),
        (
            (
                "Chuyện ở một chi bộ\n\nNhà văn hóa thôn Hạ Vinh, xã An Mỹ sáng đèn. "
                "Tối 12/12/2016, Chi bộ thôn tổng kết năm 2016.\n"
            ),
            "Chi bộ thôn Hạ Vinh",
            "other",
        ),
        (
            (
                "ĐẢNG BỘ PHƯỜNG AN LẠC TỔNG KẾT NĂM 2025\n\n"
                "Hôm 6/1/2026, Đảng ủy phường An Lạc tổ chức Hội nghị Ban Chấp hành Đảng bộ phường "
                "tổng kết năm 2025, triển khai nhiệm vụ năm 2026.\n"
            ),
            "Đảng ủy phường An Lạc",
            "other",
        ),
        # a board of a committee has that committee's place
        (
            (
                "Giữ vững trận địa tư tưởng\n\nSáng 21/12, Ban Chỉ đạo 35 Tỉnh ủy tổ chức hội nghị "
                "tổng kết năm 2023. Ở Hà Tĩnh, năm qua các lực lượng đã gỡ 40 tin xấu.\n"
            ),
            "Ban Chỉ đạo 35 Tỉnh ủy Hà Tĩnh",
            "province",
        ),
        # a board whose head presides, or whose members talk something over, has met
        (
            (
                "Bến Tre: Không để sai phạm kéo dài\n\nViệc được các thành viên Ban Chỉ đạo phòng, "
                "chống tham nhũng, tiêu cực tỉnh Bến Tre bàn nhiều tại phiên họp là án chậm.\n"
                "Bí thư Tỉnh ủy, Trưởng ban Chỉ đạo chủ trì phiên họp đánh giá kết quả công tác "
                "6 tháng đầu năm 2024.\n"
            ),
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Bến Tre",
            "province",
        ),
        # the one commission spoken of, whatever committees stand beside it
        (
            (
                "Hưng Yên: Những người giữ nhịp\n\nHội nghị tổng kết công tác năm 2020, triển khai "
                "nhiệm vụ năm 2021 diễn ra ngày 14/1. Phó Bí thư Tỉnh ủy tới dự.\n"
                "Năm 2020, Văn phòng Tỉnh ủy Hưng Yên phục vụ 3 kỳ họp của Đảng bộ tỉnh.\n"
            ),
            "Văn phòng Tỉnh ủy Hưng Yên",
            "province",
        ),
        # whose conference it is where no word for summing up stands; a regiment leads no area
        (
            (
                "Trung đoàn 91: Thao trường là thước\n\nHôm 29/6, ở hội nghị của Đảng ủy Trung "
                "đoàn 91 đánh giá lãnh đạo thực hiện nhiệm vụ 6 tháng đầu năm 2011, phần khuyết "
                "điểm dài hơn. Đảng ủy Quân khu cử người dự.\n"
            ),
            "Đảng ủy Trung đoàn 91",
            "other",
        ),
        # when another one summed up is no more than told
        (
            (
                "Giá mủ thấp vẫn giữ nhịp\n\nNgày 18/1, Đảng ủy Công ty Cao su An Bình tổng kết "
                "công tác năm 2018.\nHồi trước, khi Đảng ủy Tập đoàn Cao su tổng kết năm 2018, An "
                "Bình được khen.\n"
            ),
            "Đảng ủy Công ty Cao su An Bình",
            "other",
        ),
        # the commission whose work the headline names, of the committee whose people came
        (
            (
                "NHÌN LẠI MỘT NĂM CÔNG TÁC TƯ TƯỞNG\n\nChiều 28/12/2017, hội nghị tổng kết năm "
                "2017 diễn ra. Phó Bí thư Thường trực Huyện ủy Vân Sơn đến dự.\n"
            ),
            "Ban Tuyên giáo Huyện ủy Vân Sơn",
            "district",
        ),
        # by its old name
        (
            (
                "Hướng về cơ sở\n\nNgày 11-1, Ban Tư tưởng - Văn hoá Tỉnh uỷ Hà Tây mở hội nghị "
                "tổng kết công tác năm 2004.\n"
            ),
            "Ban Tư tưởng - Văn hóa Tỉnh ủy Hà Tây",
            "province",
        ),
        # a bloc whose members are counted up before what they did
        (
            (
                "Khối thi đua các cơ quan Đảng tỉnh Quảng Trị: Việc không tên\n\nSáng 20.11.2015, "
                "Khối thi đua các cơ quan Đảng tỉnh, gồm Văn phòng Tỉnh ủy, Đảng ủy Khối Doanh "
                "nghiệp tỉnh và Báo Quảng Trị, tổ chức tổng kết phong trào thi đua năm 2015.\n"
            ),
            "Khối thi đua các cơ quan Đảng tỉnh Quảng Trị",
            "cluster",
        ),
        # where it met and who spoke are all that is told
        (
            (
                "Thêm 17 chi bộ\n\nCon số được công bố tại trụ sở Đảng ủy Khối Doanh nghiệp thành "
                "phố Hải Phòng.\nNó nằm trong báo cáo kết quả công tác xây dựng Đảng 9 tháng năm "
                "2016 do Phó Bí thư Đảng ủy Khối trình bày trước hội nghị Ban Chấp hành.\n"
            ),
            "Đảng ủy Khối Doanh nghiệp thành phố Hải Phòng",
            "province",
        ),
        # a cell's congress, the cell named in full before
        (
            (
                "Ở một chi bộ ít người\n\nChi bộ Ban Tổ chức Huyện ủy Vân Sơn chỉ có 9 người. Sáng "
                "14/02/2025, Đại hội Chi bộ nhiệm kỳ 2025 - 2027 được tổ chức, Phó Bí thư Đảng ủy "
                "cơ quan Đảng huyện dự.\nĐại hội thông qua những nhiệm vụ của nhiệm kỳ mới.\n"
            ),
            "Chi bộ Ban Tổ chức Huyện ủy Vân Sơn",
            "other",
        ),
        # a session of an association's elected, and its congress told by who came to it
        (
            (
                "Trợ giúp phải đi vào thực chất\n\nĐó là nội dung được quan tâm tại Hội nghị Ban "
                "Thường vụ Trung ương Hội Luật gia Việt Nam (mở rộng) diễn ra ngày 14/7.\n"
                "Chủ tịch Hội cho biết, trong 6 tháng đầu năm 2017, Hội đã góp ý 14 dự án luật.\n"
            ),
            "Hội Luật gia Việt Nam",
            "other",
        ),
        (
            (
                "Luật gia xứ Thanh vào hội\n\nSáng 25/4/2019, 186 đại biểu thay mặt 2.700 "
                "hội viên về dự Đại hội đại biểu Hội Luật gia tỉnh Thanh Hóa lần thứ VI, nhiệm kỳ "
                "2019 - 2024.\nBáo cáo chính trị nêu rõ, nhiệm kỳ 2014 - 2019, Hội đã làm nhiều.\n"
            ),
            "Hội Luật gia tỉnh Thanh Hóa",
            "other",
        ),
        # "Đảng bộ Bộ" is short for what its committee is called anywhere
        (
            (
                "Công trường nào cũng phải có chi bộ\n\nĐảng ủy Bộ Giao thông Vận tải dự kiến lập "
                "thêm 20 chi bộ trong năm nay.\nChiều 8/1/2015, tại hội nghị tổng kết công tác xây "
                "dựng Đảng năm 2014 của Đảng bộ Bộ, một thứ trưởng đặt vấn đề.\n"
            ),
            "Đảng ủy Bộ Giao thông Vận tải",
            "other",
        ),
        # what a body made known when it summed up is told of its conference
        (
            (
                "Luật gia gỡ rối cho công nhân\n\nCon số ấy nằm ở báo cáo mà Hội Luật gia TP.HCM "
                "đưa ra hôm qua, 9-1, khi tổng kết hoạt động năm 2008.\nHội nghị còn nghe góp ý.\n"
            ),
            "Hội Luật gia TP. Hồ Chí Minh",
            "other",
        ),
        # the commission whose people are named first, not of those who came from below
        (
            (
                "Tiền lấy lại được bao nhiêu\n\nHôm 8/5, chủ trì hội nghị giao ban trực tuyến công "
                "tác nội chính và phòng, chống tham nhũng 4 tháng đầu năm 2018, Phó trưởng Ban Nội "
                "chính Trung ương kể lại.\nTừ điểm cầu, lãnh đạo Ban Nội chính Tỉnh ủy góp ý.\n"
            ),
            "Ban Nội chính Trung ương",
            "central",
        ),
        # a session of the board against corruption, told when it ended
        (
            (
                "Đưa 9 vụ án ra xét xử\n\nHôm 26/7, ngay khi phiên họp của Ban Chỉ đạo Trung ương "
                "về phòng, chống tham nhũng kết thúc, ông A cho biết Ban đã thảo luận kết quả công "
                "tác 6 tháng đầu năm 2019.\n"
            ),
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
            "central",
        ),
        # a conference's own programme is no document that its host issued
        (
            (
                "Phải biết ngồi chiếu với dân\n\nBuổi gặp nằm trong chương trình hội nghị tổng kết "
                "công tác năm 2007 của Ban Dân vận Tỉnh ủy Nghệ An.\n"
            ),
            "Ban Dân vận Tỉnh ủy Nghệ An",
            "province",
        ),
        # arms are of a brigade's name, a wish is of no cluster's
        (
            (
                "Lấy huấn luyện làm trọng tâm\n\nNgày 30-6, Đảng ủy Lữ đoàn Công binh 27 họp phiên "
                "thường kỳ, tổng kết công tác 6 tháng đầu năm 2021.\n"
            ),
            "Đảng ủy Lữ đoàn Công binh 27",
            "other",
        ),
        (
            (
                "Cụm thi đua Mặt trận sáu tỉnh muốn quỹ sáng\n\nÔng A nêu việc ấy tại hội nghị sơ "
                "kết công tác 6 tháng đầu năm 2019 của Cụm thi đua Mặt trận sáu tỉnh.\n"
            ),
            "Cụm thi đua Mặt trận sáu tỉnh",
            "cluster",
        ),
        # the body that opens the sentence with the two periods, whatever it is said to do there
        (
            (
                "Chi bộ bốn tốt còn ít\n04/04/2024\n\nBan Thường vụ Thành ủy Biên Hòa hôm 4-4 làm"
                " việc với bí thư 30 phường, xã về việc lãnh đạo quý I, nêu việc phải làm quý"
                " II-2024. Dự buổi họp có cán bộ của Ban Tổ chức Tỉnh ủy Đồng Nai.\n"
            ),
            "Thành ủy Biên Hòa",
            "district",
        ),
        # no place where they sit, nobody they come with
        (
            (
                "Khối đổi mới cách giao ước\n28/07/2021\n\nChiều 27/7, thành viên Khối thi đua số 1"
                " tỉnh Thái Nguyên có mặt tại Ban Dân vận Tỉnh ủy để tính sổ 6 tháng đầu năm, ký"
                " giao ước 6 tháng cuối năm 2021. Khối cùng góp quỹ vắc-xin.\n"
            ),
            "Khối thi đua số 1 tỉnh Thái Nguyên",
            "cluster",
        ),
        # who leads the cluster is not who met
        (
            (
                "Mười hai cơ quan ký giao ước\n\nHội nghị tổng kết phong trào thi đua năm 2015 của"
                " Khối thi đua các cơ quan Đảng, Mặt trận và đoàn thể tỉnh An Giang họp chiều 7-1,"
                " do Trường Chính trị Tôn Đức Thắng làm Khối trưởng.\n"
            ),
            "Khối thi đua các cơ quan Đảng, Mặt trận và đoàn thể tỉnh An Giang",
            "cluster",
        ),
        # the whole country's association comes as a guest of the city's
        (
            (
                "Luật gia xuống khu nhà trọ\n\nBà Trần Thị A, Phó Chủ tịch Hội Luật gia thành phố"
                " Cần Thơ, nói như vậy tại hội nghị tổng kết công tác Hội năm 2019. Đại diện Hội"
                " Luật gia Việt Nam, Ban Nội chính Thành ủy cùng dự. Hội sẽ mở thêm chi hội.\n"
            ),
            "Hội Luật gia thành phố Cần Thơ",
            "other",
        ),
        # called by its first word but once, and named by the site
        (
            (
                "TRANG THÔNG TIN ĐIỆN TỬ BAN TỔ CHỨC TỈNH ỦY HÀ GIANG\nTrang chủ » Tin hoạt động\n"
                "Sơ kết công tác 6 tháng đầu năm\n09/07/2014 15:21\n\nSáng 8/7, Ban họp cán bộ cơ"
                " quan sơ kết công tác 6 tháng đầu năm. Chậm nhất là khâu số hóa lý lịch.\n"
            ),
            "Ban Tổ chức Tỉnh ủy Hà Giang",
            "province",
        ),
        # an officer's body that arranged the meeting
        (
            (
                "Dấu hiệu không bị bỏ qua\n\nÔng Khuê là Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Bến"
                " Tre, đơn vị tổ chức cuộc họp mặt hôm 4-1-2017 để nhìn lại năm 2016. Mỗi ủy ban"
                " kiểm tra huyện ủy có một câu chuyện.\n"
            ),
            "Ủy ban Kiểm tra Tỉnh ủy Bến Tre",
            "province",
        ),
        # a ward's committee whose conference it is
        (
            (
                "Sáu tháng của một phường mới\n\nBa địa bàn về chung mái nhà mang tên phường Ea"
                " Kao. Cuộc gặp ngày 28/12 là hội nghị tổng kết công tác năm 2025 của Đảng ủy"
                " phường. Bà H'Yar, bí thư chi bộ buôn Cư Êbông, góp ý.\n"
            ),
            "Đảng ủy phường Ea Kao",
            "other",
        ),
        # where they sit does not open the clause, who looked back does
        (
            (
                "Chống lãng phí\n\nThông điệp ấy phát đi từ trụ sở Tỉnh ủy Lai Châu ngày 27/12, nơi"
                " Ban Nội chính Tỉnh ủy nhìn lại việc đã làm trong năm 2024 và bàn việc năm 2025.\n"
            ),
            "Ban Nội chính Tỉnh ủy Lai Châu",
            "province",
        ),
        # a commission of the centre called short
        (
            (
                "Những đề án hai trong một\n08/01/2015\n\nCán bộ Ban Kinh tế Trung ương nhớ về năm"
                " 2014 như thế.\nChiều 7-1, Ban tổ chức hội nghị tổng kết công tác năm qua. Theo"
                " báo cáo, Ban thẩm định 31 đề án.\n"
            ),
            "Ban Kinh tế Trung ương",
            "central",
        ),
        # a cluster of the organisations of a province, which the site tells
        (
            (
                "MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH BÌNH PHƯỚC\nSáu đơn vị cùng giao ước\n26/12/2017\n"
                "\nSáng 25/12, Khối thi đua Mặt trận và các đoàn thể tỉnh tổng kết phong trào thi"
                " đua năm 2017, bầu Khối trưởng năm 2018.\n"
            ),
            "Khối thi đua Mặt trận và các đoàn thể tỉnh Bình Phước",
            "cluster",
        ),
        # of what regions its members are
        (
            (
                "Ký giao ước ở vùng biên\n\nNgày 9/12, Cụm thi đua ủy ban kiểm tra các tỉnh miền"
                " núi, biên giới phía Bắc tổ chức hội nghị tổng kết công tác thi đua năm 2016.\n"
            ),
            "Cụm thi đua ủy ban kiểm tra các tỉnh miền núi, biên giới phía Bắc",
            "cluster",
        ),
    ],
)
def test_what_is_told_short_is_meant_and_completed(text: str, name: str, level: str) -> None:
    assert read(text) == (name, level)


def test_a_deputy_head_who_presides_makes_no_board_the_host() -> None:
    found = read(
        "Gia Lâm tổng kết năm\n\nNgày 5/1/2023, Huyện ủy Gia Lâm tổ chức hội nghị tổng kết năm "
        "2022. Phó Trưởng Ban Chỉ đạo 35 huyện Gia Lâm chủ trì phần thảo luận.\n"
    )
    assert found == ("Huyện ủy Gia Lâm", "district")


@pytest.mark.parametrize("name", ["Coca-Cola", "Vina&Sun", "Vina/Sun", "Thái–Mường"])
def test_words_joined_without_a_blank_are_read_as_any(name: str) -> None:
    text = (
        "Tin vui\n\nNgày 5/1/2022, Ban Tổ chức Tỉnh ủy Lai Châu tổng kết năm 2021. Dịp này, Công ty"
        f" {name} ủng hộ hai tỷ đồng.\n"
    )
    assert read(text) == ("Ban Tổ chức Tỉnh ủy Lai Châu", "province")


def test_the_words_of_names_are_listed_once_and_the_verbs_among_them() -> None:
    units = load("bodies")["units"]
    assert len(set(units["inside"])) == len(units["inside"])
    assert set(units["verbs"]) <= set(units["inside"])
