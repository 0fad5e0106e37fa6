"""Bodies that a page calls by the first word of their names, and what tells their place."""

import pytest

from archive.reading.body import find_body
from archive.reading.called import called_short
from archive.reading.names import cased
from archive.reading.outline import outline
from archive.reading.page import read_page


def read(text: str) -> tuple[str, str] | None:
    page = read_page(text)
    found = find_body(page, outline(page))
    return (found.value.name, found.value.level) if found else None


MET = "Hội nghị tổng kết công tác năm 2021, bàn việc năm 2022 diễn ra sáng 5/1/2022."


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        # a guest is named in full, whose conference it is short
        (
            (
                "Đọc ít lại, nghe nhiều hơn\n"
                "Bà Lò Thị Mây, Cụm trưởng Cụm thi đua số 4 ngành Kiểm tra Đảng tỉnh Lai "
                "Châu, mở lời.\n"
                f"{MET}\n"
                "Cụm thống nhất giao ước mới.\n"
                "Đại diện Văn phòng Tỉnh ủy Sơn La xin học hỏi Cụm.\n"
            ),
            "Cụm thi đua số 4 ngành Kiểm tra Đảng tỉnh Lai Châu",
            "cluster",
        ),
        (
            (
                "Bớt chữ trong báo cáo\n"
                "Ông Trần Văn Bé, Phó Chủ tịch Hội đồng Lý luận Trung ương, kể.\n"
                f"{MET}\n"
                "Hội đồng in 12 đầu sách.\n"
                "Năm tới, Hội đồng đi cơ sở nhiều hơn.\n"
            ),
            "Hội đồng Lý luận Trung ương",
            "central",
        ),
        (
            (
                "Giữ vốn\n"
                "Mười hai tổng công ty là của Đảng ủy Khối Doanh nghiệp Trung ương.\n"
                f"{MET}\n"
                "Toàn Khối kết nạp 90 đảng viên.\n"
                "Bí thư Đảng ủy Tập đoàn Hóa chất kể chuyện ca kíp.\n"
                "Năm tới, Khối kiểm tra sáu nơi.\n"
            ),
            "Đảng ủy Khối Doanh nghiệp Trung ương",
            "central",
        ),
        (
            (
                "Bình Phước: soi lại\n"
                "Các thành viên Ban Chỉ đạo cấp tỉnh bàn lâu.\n"
                "Trước mỗi thành viên Ban Chỉ đạo xóa nhà tạm tỉnh Bình Phước là một tập "
                "giấy.\n"
                f"{MET}\n"
                "Ban Chỉ đạo ra đời từ năm 2020.\n"
                "Theo Ban Chỉ đạo, việc còn nhiều.\n"
            ),
            "Ban Chỉ đạo xóa nhà tạm tỉnh Bình Phước",
            "province",
        ),
        # the site's own name, in capitals or not
        (
            (
                "TRƯỜNG CHÍNH TRỊ TÔ HIỆU\n"
                "\n"
                "Nhà trường tổng kết năm học 2021 - 2022\n"
                "\n"
                "Đăng ngày 15-07-2022\n"
                "\n"
                f"{MET}\n"
                "Trường mở 20 lớp. Nhà trường còn thiếu phòng.\n"
            ),
            "Trường chính trị Tô Hiệu",
            "other",
        ),
        (
            (
                "Đảng ủy các cơ quan Đảng tỉnh Sơn La\n"
                "\n"
                "Đảng ủy tổng kết năm 2021\n"
                "\n"
                "06/01/2022\n"
                "\n"
                f"{MET}\n"
                "Đảng ủy kết nạp 20 đảng viên.\n"
            ),
            "Đảng ủy các cơ quan Đảng tỉnh Sơn La",
            "province",
        ),
        # an association of the province
        (
            (
                "Trợ giúp người nghèo\n"
                "Ông Vi Văn Nam, Chủ tịch Tỉnh hội, nêu số liệu.\n"
                f"{MET}\n"
                "Hội Luật gia Việt Nam tặng bằng khen.\n"
                "Chi nhánh tỉnh Lai Châu dự.\n"
            ),
            "Hội Luật gia tỉnh Lai Châu",
            "other",
        ),
        # a commission named without its committee, which the page names alone
        (
            (
                "Ban Xây dựng Đảng họp cuối năm\n"
                "Cán bộ Đảng ủy xã Tà Tổng dự.\n"
                f"{MET}\n"
                "Ban gồm 5 người. Ban xin thêm máy in.\n"
            ),
            "Ban Xây dựng Đảng Đảng ủy xã Tà Tổng",
            "other",
        ),
    ],
)
def test_a_body_called_by_the_first_word_of_its_name(text: str, name: str, level: str) -> None:
    assert read(text) == (name, level)


@pytest.mark.parametrize(
    "text",
    [
        # said once, in small letters, of many, or as an office alone
        f"Tin ngày\nÔng Bé, Viện trưởng Viện Nghiên cứu Rừng, dự.\n{MET}\nViện vui.\n",
        (
            "Tin ngày\n"
            "Ông Bé ở Viện Nghiên cứu Rừng kể.\n"
            f"{MET}\n"
            "Ở viện ai cũng vui. Việc của viện còn nhiều.\n"
        ),
        (
            "Tin ngày\n"
            "Ông Bé ở Viện Nghiên cứu Rừng kể.\n"
            f"{MET}\n"
            "Các Viện vui. Các Viện còn nhiều việc.\n"
        ),
        # what opens like such a word
        f"Tin ngày\nÔng Bé ở Viện Nghiên cứu Rừng kể.\n{MET}\nViện phí tăng. Viện trợ giảm.\n",
        # of two none is told
        (
            "Tin ngày\n"
            "Ông Bé ở Viện Nghiên cứu Rừng và ông Ba ở Viện Nghiên cứu Lúa kể.\n"
            f"{MET}\n"
            "Viện vui. Viện còn nhiều việc.\n"
        ),
    ],
)
def test_nobody_is_called_so(text: str) -> None:
    assert called_short(read_page(text)) is None


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        # the first of several that meet together, or the one whose head presides
        (
            (
                "Việc chung\n"
                "Sáng 5/1/2022, Ban Nội chính Tỉnh ủy Sơn La cùng Công an, Thanh tra và "
                "Sở Tư pháp họp tổng kết công tác năm 2021.\n"
            ),
            "Ban Nội chính Tỉnh ủy Sơn La",
            "province",
        ),
        (
            (
                "Việc chung ở Sơn La\n"
                "Sáng 5/1/2022, dưới sự chủ trì của đồng chí Trưởng Ban Nội chính Tỉnh ủy "
                "Sơn La, các cơ quan gồm Thanh tra, Sở Tư pháp, Cục Thi hành án dân sự "
                "họp giao ban công tác năm 2021.\n"
            ),
            "Ban Nội chính Tỉnh ủy Sơn La",
            "province",
        ),
        # … not what only stands before it
        (
            (
                "Việc chung\n"
                "Sáng 5/1/2022, tại Sở Tư pháp, Ban Nội chính Tỉnh ủy Sơn La họp tổng kết "
                "công tác năm 2021.\n"
            ),
            "Ban Nội chính Tỉnh ủy Sơn La",
            "province",
        ),
        # the place in the site's address, in the committee's own name, at the head of the page
        (
            (
                "baosonla.org.vn | Tin\n"
                "\n"
                "Họp cuối năm\n"
                "Sáng 5/1/2022, Ban Tổ chức Tỉnh ủy tổng kết công tác năm 2021.\n"
            ),
            "Ban Tổ chức Tỉnh ủy Sơn La",
            "province",
        ),
        (
            (
                "Thành ủy Sông Lam | Tin tức\n"
                "\n"
                "Họp cuối năm\n"
                "05/01/2022\n"
                "Sáng 5/1/2022, Ban Tổ chức Thành ủy tổng kết công tác năm 2021.\n"
            ),
            "Ban Tổ chức Thành ủy Sông Lam",
            "district",
        ),
        (
            "Sơn La nhìn lại\nSáng 5/1/2022, Tỉnh ủy tổng kết công tác năm 2021.\n",
            "Tỉnh ủy Sơn La",
            "province",
        ),
        # the cluster's own work, not that of the body that leads it or of its sector
        (
            (
                "Tám tỉnh, một bàn\n"
                "Ban Tổ chức Tỉnh ủy Lai Châu, đơn vị Cụm trưởng, đón khách về dự hội nghị "
                "tổng kết Cụm thi đua số 1 ngành Tổ chức xây dựng Đảng năm 2018.\n"
            ),
            "Cụm thi đua số 1 ngành Tổ chức xây dựng Đảng",
            "cluster",
        ),
        # whose a cluster is that is told by its number
        (
            (
                "Khối thi đua số 5 chọn việc khó\n"
                "Tỉnh ủy Lai Châu khen ba sở.\n"
                "Sáng 4/1/2023, Khối thi đua số 5 tổng kết công tác năm 2022.\n"
            ),
            "Khối thi đua số 5 tỉnh Lai Châu",
            "cluster",
        ),
        (
            (
                "Cụm thi đua số 5 chọn việc khó\n"
                "Việc của ngành Nội chính nhiều thêm.\n"
                "Sáng 4/1/2023, Cụm thi đua số 5 họp tổng kết công tác năm 2022.\n"
            ),
            "Cụm thi đua số 5 Ngành Nội chính Đảng",
            "cluster",
        ),
        # what each province has one of, and a city told by the head of its story
        (
            (
                "Áo xanh về làng\n"
                "Sáng 27/12/2021, Tỉnh đoàn tổng kết công tác năm 2021. Tỉnh ủy Lai Châu khen.\n"
            ),
            "Tỉnh đoàn Lai Châu",
            "other",
        ),
        (
            (
                "Thầy và trò\n"
                "Sáng 27/12/2021, Trường Chính trị Tô Hiệu tổng kết công tác năm 2021. "
                "Bí thư Tỉnh ủy Lai Châu dự.\n"
            ),
            "Trường Chính trị Tô Hiệu tỉnh Lai Châu",
            "other",
        ),
        (
            (
                "Thêm người canh cửa\n"
                "Đà Nẵng, 11/1 - Sáng 10/1/2022, Ban Nội chính Thành ủy tổng kết năm 2021.\n"
            ),
            "Ban Nội chính Thành ủy Đà Nẵng",
            "province",
        ),
        # a person's name behind a place is none of a body's
        (
            (
                "Luật gia về bản\n"
                "Sáng 27/12/2021, nhân hội nghị tổng kết công tác năm 2021, ông chủ Hội "
                "Luật gia tỉnh Lai Châu Vàng Văn Páo nói vui.\n"
            ),
            "Hội Luật gia tỉnh Lai Châu",
            "other",
        ),
        # a commission, a ministry and its committee told by the site's head
        (
            (
                "THÀNH ỦY SÔNG LAM\nBAN TUYÊN GIÁO\n\nThông tin tới trước tin đồn\n08/01/2020\n"
                "Sáng 7/1, Ban tổng kết công tác năm 2019. Ban có 9 người. "
                "Ban Tuyên giáo Tỉnh ủy Lai Châu dự.\n"
            ),
            "Ban Tuyên giáo Thành ủy Sông Lam",
            "district",
        ),
        (
            (
                "Cổng thông tin điện tử Bộ Công Thương\n\nNửa năm nhìn lại\n12/07/2021\n"
                "Sáng 11/7, Đảng ủy Bộ họp sơ kết công tác 6 tháng đầu năm 2021.\n"
            ),
            "Đảng ủy Bộ Công Thương",
            "other",
        ),
        # the cell of any unit, of a name in capitals alone
        (
            ("Đọc báo đầu tuần\nSáng 5/1/2020, Chi bộ Báo Lai Châu tổng kết công tác năm 2019.\n"),
            "Chi bộ Báo Lai Châu",
            "other",
        ),
        (
            (
                "Đọc báo đầu tuần\n"
                "Sáng 5/1/2020, Đảng ủy xã Tà Tổng tổng kết công tác năm 2019. Ba chi bộ báo "
                "cáo.\n"
            ),
            "Đảng ủy xã Tà Tổng",
            "other",
        ),
        # a committee called by its trade
        (
            "Thợ lò họp\nSáng 5/1/2022, Đảng ủy Than Sông Lam tổng kết công tác năm 2021.\n",
            "Đảng ủy Than Sông Lam",
            "other",
        ),
        (
            (
                "Mỗi chi bộ họp một kiểu\n"
                "Sáng kiến của Công ty Than Sông Lam là chuyện mà Đảng bộ Than Sơn La kể "
                "ở hội nghị tổng kết công tác năm 2021, ngày 5/1/2022. Ở Đảng bộ Than Sơn "
                "La, chi bộ họp đúng hẹn.\n"
            ),
            "Đảng bộ Than Sơn La",
            "other",
        ),
    ],
)
def test_who_of_several_and_where(text: str, name: str, level: str) -> None:
    assert read(text) == (name, level)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TRƯỜNG CHÍNH TRỊ TÔ HIỆU", "Trường chính trị Tô Hiệu"),
        ("HỘI LUẬT GIA VIỆT NAM", "Hội luật gia Việt Nam"),
        ("UBND TP. HỒ CHÍ MINH", "UBND TP. Hồ Chí Minh"),
    ],
)
def test_a_name_in_capitals(written: str, name: str) -> None:
    assert cased(written) == name
