"""Bodies whose names run into other words, or are told too short where the conference is told."""

import pytest

from archive.reading.body import find_body
from archive.reading.organs import find_organs
from archive.reading.page import read_page
from archive.reading.places import older_tones
from archive.vietnamese import lower

SUMS = " tổ chức hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023."


def organs(text: str) -> list[str]:
    return [one.stem for one in find_organs(text, older_tones(lower(text)), 0, len(text))]


def read(text: str) -> tuple[str, str] | None:
    found = find_body(read_page(text), ())
    return (found.value.name, found.value.level) if found else None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a committee's name ends before the first small word that none is made of
        ("Đảng ủy Khối rà soát chỉ tiêu", ["Đảng ủy Khối"]),
        ("Đảng bộ Khối và chúc các đơn vị", ["Đảng bộ Khối"]),
        ("Đảng ủy xã Tân Lập kể lại chuyện cũ", ["Đảng ủy xã Tân Lập"]),
        ("Đảng bộ Sở Giao thông vận tải nói thêm", ["Đảng bộ Sở Giao thông vận tải"]),
        ("Đảng ủy Cục Chăn nuôi mong sớm có", ["Đảng ủy Cục Chăn nuôi"]),
        ("Đảng ủy Báo và Phát thanh, Truyền hình", ["Đảng ủy Báo và Phát thanh"]),
        # … and before the name of the person who leads it
        (
            "Bí thư Đảng ủy Khối Doanh nghiệp tỉnh Quảng Nam Đoàn Văn Bách",
            ["Đảng ủy Khối Doanh nghiệp tỉnh Quảng Nam"],
        ),
        ("Bí thư Đảng ủy các cơ quan Đảng tỉnh Phạm Thị Lan", ["Đảng ủy các cơ quan Đảng tỉnh"]),
        # what a conference is arranged with is none of the name
        ("Đảng ủy các cơ quan Đảng phường Tổ chức Hội nghị", ["Đảng ủy các cơ quan Đảng phường"]),
        # a list within the name, and a short form in brackets
        ("Đảng ủy Khối các trường Đại học, Cao đẳng tổ chức",
         ["Đảng ủy Khối các trường Đại học, Cao đẳng"]),
        ("Hội Cựu chiến binh (CCB) tỉnh tổng kết", ["Hội Cựu chiến binh tỉnh"]),
        # a board is named by what it is for
        ("Ban Chỉ đạo T.Ư về thực hiện Quy chế dân chủ ở cơ sở tổ chức",
         ["Ban Chỉ đạo Trung ương về thực hiện Quy chế dân chủ ở cơ sở"]),
        # what else is said next ends a name, and so does its term, large letters or not
        ("Bộ Xây dựng mới đây trả lời", ["Bộ Xây dựng"]),
        ("HĐND xã Thanh Lâm Khóa III, Nhiệm kỳ 2016 - 2021 tổ chức", ["HĐND xã Thanh Lâm"]),
        # a session is of no name, "hội nghị" without a verb ends one, a ministry has no person's
        ("Đảng bộ Tập đoàn Sông Linh - Kỳ họp thứ 11 bàn", ["Đảng bộ Tập đoàn Sông Linh"]),
        ("Đảng ủy Công ty Than - Khoáng sản Sa họp", ["Đảng ủy Công ty Than - Khoáng sản Sa"]),
        ("Liên đoàn lao động tỉnh hội nghị tổng kết", ["Liên đoàn lao động tỉnh"]),
        ("Chánh Văn phòng Bộ Y tế Đoàn Văn Thiện dự", ["Bộ Y tế"]),
        # a city below a province behind its dot; a count of months is of no name
        ("Đảng bộ TP. Sa Lâm họp", ["Đảng bộ TP. Sa Lâm"]),
        ("tổ chức sơ kết hoạt động Đảng bộ 6 tháng đầu năm", []),
        # a long opening in small letters is one before the sort of its area
        ("Chiều nay, hội liên hiệp phụ nữ huyện tổ chức", ["Hội liên hiệp phụ nữ huyện"]),
        ("các hội liên hiệp phụ nữ huyện dự", []),
        # letters that cannot be said stay capitals where a name in capitals becomes one in small
        ("UBND TP. HỒ CHÍ MINH HỌP", ["UBND TP. Hồ Chí Minh"]),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH ĐẮK LẮK HỌP", ["Đảng ủy khối các cơ quan tỉnh Đắk Lắk"]),
        # a faculty's Party organisation
        ("Đảng bộ bộ phận khoa Kinh tế tổ chức", ["Đảng bộ bộ phận khoa Kinh tế"]),
        # the offices of several committees are no one's, capitals or not
        ("Văn phòng quận ủy, huyện ủy, đảng ủy cấp trên cơ sở", []),
        ("Ban Tổ chức Tỉnh ủy, Thành ủy khu vực phía Bắc ký", []),
        # many schools are no school
        ("các Trường Chính trị Nam Trung Bộ tổng kết", []),
    ],
)  # fmt: skip
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert organs(text) == names


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        # the masthead tells whose Khối it is
        (
            (
                "TRANG TIN ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH KHÁNH HÒA\nĐại hội đến gần\n"
                f"Ngày 5/1/2023, Đảng ủy Khối{SUMS}"
            ),
            "Đảng bộ khối các cơ quan tỉnh Khánh Hòa",
            "province",
        ),
        # the company's own name tells whose committee
        (
            f"Ngày 5/1/2023, Đảng ủy Tổng công ty{SUMS}\nTổng công ty Văn hóa Bến Nghé nhận cờ.",
            "Đảng ủy Tổng công ty Văn hóa Bến Nghé",
            "other",
        ),
        # an unnamed committee is that of the one unit in which it meets
        (
            "Sáng 5/1/2023, tại Trường Chính trị Nguyễn Chí Thanh, Ban Thường vụ Đảng ủy" + SUMS,
            "Đảng ủy Trường Chính trị Nguyễn Chí Thanh",
            "other",
        ),
        # a cell
        (f"Tối 5/1/2023, Chi bộ tổ dân phố số 7{SUMS}", "Chi bộ tổ dân phố số 7", "other"),
        # a hospital of the centre is a hospital, a board of the centre is central
        (
            f"Ngày 5/1/2023, Đảng ủy Bệnh viện Châm cứu Trung ương{SUMS}",
            "Đảng ủy Bệnh viện Châm cứu Trung ương",
            "other",
        ),
        (
            f"Ngày 5/1/2023, Ban Chỉ đạo Trung ương về xóa nhà tạm{SUMS}",
            "Ban Chỉ đạo Trung ương về xóa nhà tạm",
            "central",
        ),
        # a city below a province is of a district's rank
        (
            f"Ngày 5/1/2023, Đảng bộ thành phố Lạng Sơn{SUMS}",
            "Đảng bộ thành phố Lạng Sơn",
            "district",
        ),
        (
            f"Ngày 5/1/2023, Đảng ủy các cơ quan Đảng phường Tây Lộc{SUMS}",
            "Đảng ủy các cơ quan Đảng phường Tây Lộc",
            "other",
        ),
        # the cluster in brackets meets, not the commission that leads it
        (
            f"Sáng 5/1/2023, Ban Tổ chức Trung ương (Cụm thi đua số 2 gồm 14 tỉnh){SUMS}",
            "Cụm thi đua số 2",
            "cluster",
        ),
        # what a picture shows names the cluster in full
        (
            (
                "Quang cảnh hội nghị Cụm thi đua số 4. Ảnh: Lan Anh\n"
                f"Ngày 5/1/2023, Cụm thi đua{SUMS}"
            ),
            "Cụm thi đua số 4",
            "cluster",
        ),
        # the site's name tells the province that its articles leave out
        (
            (
                "BÁO PHÚ THỌ ĐIỆN TỬ\nViệc nhiều không rối\n"
                f"Ngày 5/1/2023, Ban Tổ chức Tỉnh ủy{SUMS}\n"
                "Tỉnh Hòa Bình và tỉnh Hòa Bình cũ cử người sang."
            ),
            "Ban Tổ chức Tỉnh ủy Phú Thọ",
            "province",
        ),
        # a front's own conference on the work of a commission is the front's
        (
            (
                "Chiều 5/1/2023, Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Hòa tổ chức hội nghị"
                " tổng kết"
                " công tác dân vận năm 2022, triển khai nhiệm vụ năm 2023.\n"
                "Dự có Phó Trưởng Ban Dân vận Huyện ủy. Hội nghị tổng kết công tác dân vận năm"
                " 2022 kết"
                " thúc lúc 17 giờ."
            ),
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Hòa",
            "other",
        ),
        # a sector whose people are a province's is the province's commission
        (
            (
                "Ngày 5/1/2023, tại tỉnh Đồng Tháp, Phó Bí thư Thường trực Tỉnh ủy"
                " chủ trì"
                " hội nghị tổng kết công tác ngành nội chính năm 2022, triển khai nhiệm vụ năm"
                " 2023."
            ),
            "Ban Nội chính Tỉnh ủy Đồng Tháp",
            "province",
        ),
        # a leader's name is no district's, peace no province, the centre's office its own
        (
            (
                "Ngày 5/1/2023, Ban Tuyên giáo Huyện ủy tổ chức hội nghị tổng kết công tác năm"
                " 2022, triển"
                " khai nhiệm vụ năm 2023. Trưởng Ban Tuyên giáo Huyện ủy Lê Tấn Bình chủ trì."
            ),
            "Ban Tuyên giáo Huyện ủy",
            "district",
        ),
        (
            f"Ngày 5/1/2023, Ban Tuyên giáo Tỉnh ủy{SUMS}\nBan chủ động chống diễn biến hòa bình.",
            "Ban Tuyên giáo Tỉnh ủy",
            "province",
        ),
        (f"Ngày 5/1/2023, Văn phòng Trung ương Đảng{SUMS}", "Văn phòng Trung ương Đảng", "central"),
        # a cluster with its leader behind it
        (
            f"Ngày 5/1/2023, Cụm thi đua số 2, Ban Tổ chức Trung ương{SUMS}",
            "Cụm thi đua số 2",
            "cluster",
        ),
        # the whole country's sector
        (
            f"Ngày 5/1/2023, ngành Nội chính Đảng{SUMS}",
            "Ngành Nội chính Đảng",
            "central",
        ),
        # a name that ends with the sort of its area: the body's own elsewhere, else the page's
        (
            (
                f"Trang tin huyện Sa Lâm\nTin cuối năm\nChiều 5/1/2023, UBND huyện{SUMS} Dự có "
                "Chủ tịch UBND huyện Sa Lâm, lãnh đạo huyện Đông Sa bạn."
            ),
            "UBND huyện Sa Lâm",
            "district",
        ),
        (
            f"Trang thông tin huyện Sa Lâm\nTin hội\nSáng 5/1/2023, Hội Nông dân huyện{SUMS}",
            "Hội Nông dân huyện Sa Lâm",
            "other",
        ),
        (
            f"Tin xã\nSáng 5/1/2023, UBND xã{SUMS} Dự có bà con xã Thanh Lâm.",
            "UBND xã Thanh Lâm",
            "other",
        ),
        # people's committees are of their area, a city of a province's rank among them
        (f"Tin tỉnh\nSáng 5/1/2023, UBND tỉnh Cà Mau{SUMS}", "UBND tỉnh Cà Mau", "province"),
        (
            f"Tin TP\nSáng 5/1/2023, UBND thành phố Cần Thơ{SUMS}",
            "UBND thành phố Cần Thơ",
            "province",
        ),
        # short words in capitals are written out, and their city is the page's
        (
            f"Tin hội\nBà Mai, Chủ tịch LĐLĐ TP Đà Nẵng, chủ trì.\nSáng 5/1/2023, LĐLĐ TP{SUMS}",
            "Liên đoàn Lao động TP Đà Nẵng",
            "other",
        ),
        # a company's committee is named by large letters, not by what else is said of the company
        (
            (
                f"Tin mỏ\nSáng 5/1/2023, Đảng ủy Tập đoàn{SUMS} Trường của Tập đoàn mới tuyển được "
                "480 thợ. Ông Hà, Bí thư Đảng ủy, Chủ tịch Tập đoàn Công nghiệp Mỏ Việt Nam nói."
            ),
            "Đảng ủy Tập đoàn Công nghiệp Mỏ Việt Nam",
            "other",
        ),
        # the conference at a Party organisation is its own, where nobody else holds it
        (
            (
                "Tổng kết công tác đảng\nHội nghị tổng kết công tác đảng năm 2022 tại Đảng bộ Chi "
                "cục Thuế huyện Sa Lâm\nTới dự có Phó Trưởng Ban Tổ chức Huyện ủy Sa Lâm."
            ),
            "Đảng bộ Chi cục Thuế huyện Sa Lâm",
            "other",
        ),
        # who presides over a work's conference from the centre makes it the whole sector's
        (
            (
                "Chiều 24/6/2025, Chủ nhiệm Ủy ban Kiểm tra Trung ương Hà Mai chủ trì hội nghị sơ "
                "kết công tác kiểm tra 6 tháng đầu năm 2025. Phó Bí thư Tỉnh ủy Cà Mau dự từ xa."
            ),
            "Ủy ban Kiểm tra Trung ương",
            "central",
        ),
        # three words with a surname are a person, whatever short word for the office stands before
        (
            (
                "Sáng 12/1/2021, Phó Bí thư TT Tỉnh ủy Lê Văn Hà và Trưởng Ban Nội chính Tỉnh ủy "
                "Hà Mai chủ trì hội nghị tổng kết công tác nội chính năm 2020."
            ),
            "Ban Nội chính Tỉnh ủy",
            "province",
        ),
        # however long the bracket that tells a cluster's members
        (
            (
                "Ban Tổ chức Tỉnh ủy, Thành ủy khu vực thi đua\nNgày 8/12/2022, Cụm thi đua số III"
                f" (gồm {', '.join(['Quảng Bình', 'Quảng Trị', 'Kon Tum'] * 5)}){SUMS}"
            ),
            "Cụm thi đua số III",
            "cluster",
        ),
        # commissions of several provinces that meet as a cluster
        (
            f"Ngày 5/1/2023, tại Đồng Nai, Cụm Ban Tuyên giáo các tỉnh miền Đông Nam Bộ{SUMS}",
            "Cụm Ban Tuyên giáo các tỉnh miền Đông Nam Bộ",
            "cluster",
        ),
    ],
)
def test_bodies_named_short(text: str, name: str, level: str) -> None:
    assert read(text) == (name, level)


def test_a_committee_in_one_of_several_units_stays_unnamed() -> None:
    more = "\nSở Y tế Cà Mau nhận cờ thi đua. Bệnh viện Năm Căn nhận bằng khen."
    assert read(f"Sáng 5/1/2023, Đảng ủy{SUMS}{more}") is None
