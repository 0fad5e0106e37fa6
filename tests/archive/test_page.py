"""What of a saved page is furniture, and which line is its headline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.page import Page, read_page
from archive.reading.page.stamps import find_stamps

LEAD = (
    "Sáng 5/1/2023, Ban Tổ chức Tỉnh ủy Sơn La tổ chức hội nghị tổng kết công tác "
    "năm 2022, triển khai nhiệm vụ năm 2023."
)
BODY = (
    "Hội nghị nghe báo cáo kết quả một năm và thảo luận những việc còn vướng ở cơ "
    "sở, nhất là nhân sự."
)


def roles(page: Page) -> dict[str, str]:
    return {page.text[line.start : line.end]: line.role for line in page.lines}


def headline(text: str) -> str | None:
    title = read_page(text).title
    return title.value if title else None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # the headline stands between the site's name and the page's date
        (
            (
                "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH SƠN LA\nTrang chủ » Tin tức\nNhìn lại một năm làm "
                "tổ chức\n06/01/2023 08:00\n"
            ),
            "Nhìn lại một năm làm tổ chức",
        ),
        # a paper's own name is none either, by what such names end with or by its few words
        (
            "BÁO SƠN LA ĐIỆN TỬ\nCập nhật: 06/01/2023 - 20:11\n\nNhìn lại một năm làm tổ chức\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        (
            "SƠN LA ONLINE\nThứ sáu, 06/01/2023 | 06:02\nNhìn lại một năm làm tổ chức\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        (
            "baosonla.com.vn\n06/01/2023 08:00\nNhìn lại một năm làm tổ chức\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        (
            "Đài PT-TH Sơn La\n06/01/2023\nNhìn lại một năm làm tổ chức\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        # a date with its month in words ends its line
        (
            "Thứ Sáu, 6 Tháng Một 2023\nHUYỆN ỦY YÊN CHÂU – TỈNH SƠN LA\nNhìn lại một năm đã qua\n",
            "Nhìn lại một năm đã qua",
        ),
        # a section's name above it is no headline
        (
            "Thời sự - Chính trị\nKhâu then chốt của then chốt\n20:15' 6/1/2023\n",
            "Khâu then chốt của then chốt",
        ),
        (
            "TIN HOẠT ĐỘNG ĐẢNG, ĐOÀN THỂ\n30/12/2022 21:37\nNăm của những cây cầu lớn\n",
            "Năm của những cây cầu lớn",
        ),
        # nor is a newspaper's name with whose it is
        (
            (
                "SƠN LA ONLINE - Cơ quan ngôn luận của Đảng bộ tỉnh\n12/11/2022 09:05\nMười"
                " năm một chỉ thị\n"
            ),
            "Mười năm một chỉ thị",
        ),
        # what sums the headline up in many words is longer than any
        (
            (
                "Đường hỏng: Không thể thế này!\n\nNêu những hạn chế của công tác làm đường ở"
                " tỉnh trong năm vừa qua, Bí thư Tỉnh ủy Lê Bá khẳng định trước hội nghị:"
                " Không thể để con đường hỏng thế này thêm một năm nào nữa!\n\n"
            ),
            "Đường hỏng: Không thể thế này!",
        ),
        # a banner that hails an occasion is none, however long
        (
            (
                "Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020 - 2025! "
                "Nhiệt liệt chào mừng kỷ niệm 90 năm Ngày thành lập ngành\nMột năm nhiều đổi "
                "mới của ngành\n6.1.2023 07:10\n"
            ),
            "Một năm nhiều đổi mới của ngành",
        ),
        # bars behind the headline do not belong to it
        (
            "Tổng kết công tác năm 2022 của ngành In trang\n06/01/2023\n",
            "Tổng kết công tác năm 2022 của ngành",
        ),
        # capitals are no masthead
        (
            "BAN TỔ CHỨC TỈNH ỦY TỔNG KẾT NĂM 2022\n06/01/2023 09:00 SA\n",
            "BAN TỔ CHỨC TỈNH ỦY TỔNG KẾT NĂM 2022",
        ),
        # a headline may ask, and may be followed by a summary that is a sentence
        (
            (
                "Vì sao việc khó vẫn xong sớm?\n\nMột năm nhìn lại cho thấy cách làm sát cơ sở "
                "đã có kết quả.\n\n"
            ),
            "Vì sao việc khó vẫn xong sớm?",
        ),
        # a headline broken in two, and the site's name behind one
        (
            "Tin hoạt động\nBan Tổ chức Tỉnh ủy Sơn La\ntổng kết công tác năm 2022\n06/01/2023\n",
            "Ban Tổ chức Tỉnh ủy Sơn La tổng kết công tác năm 2022",
        ),
        (
            "Ngành tổ chức sơ kết nửa năm đầu | Báo Sơn La điện tử\n06/01/2023\n",
            "Ngành tổ chức sơ kết nửa năm đầu",
        ),
        # one broken in three, in capitals, or behind a colon
        (
            "Ban Tổ chức Tỉnh ủy Sơn La\ntổng kết công tác\nnăm 2022\n06/01/2023\n",
            "Ban Tổ chức Tỉnh ủy Sơn La tổng kết công tác năm 2022",
        ),
        (
            "BAN TỔ CHỨC TỈNH ỦY SƠN LA\nTỔNG KẾT CÔNG TÁC NĂM 2022\n06/01/2023\n",
            "BAN TỔ CHỨC TỈNH ỦY SƠN LA TỔNG KẾT CÔNG TÁC NĂM 2022",
        ),
        (
            "Ban Tổ chức Tỉnh ủy Sơn La:\nMột năm nhiều việc khó\n06/01/2023\n",
            "Ban Tổ chức Tỉnh ủy Sơn La: Một năm nhiều việc khó",
        ),
        # a body's name alone above the headline is the site's, whatever stands in between
        (
            (
                "Ban Dân vận Tỉnh ủy Sơn La\nsonla.vn/danvan › tin-tuc\nCập nhật: 06/01/2023\n"
                "Ban Dân vận Tỉnh ủy Sơn La sơ kết quý I, bàn việc quý II\n"
            ),
            "Ban Dân vận Tỉnh ủy Sơn La sơ kết quý I, bàn việc quý II",
        ),
        # the page's date behind the headline on its line
        (
            "Một năm của ngành tổ chức Sơn La năm 2022 (06/01/2023)\n\n",
            "Một năm của ngành tổ chức Sơn La năm 2022",
        ),
        (
            "Một năm của ngành tổ chức Sơn La Thứ sáu, 06/01/2023 | 08:30\n\n",
            "Một năm của ngành tổ chức Sơn La",
        ),
        (
            "Một năm của ngành tổ chức Sơn La Cập nhật: 06/01/2023\n\n",
            "Một năm của ngành tổ chức Sơn La",
        ),
        # but a day that the headline tells stays
        (
            "Nhớ ngày truyền thống của ngành (14/10/1930)\n06/01/2023\n",
            "Nhớ ngày truyền thống của ngành (14/10/1930)",
        ),
        # a summary between the headline and the date is none
        (
            (
                "Ban Tổ chức Tỉnh ủy Sơn La tổng kết công tác năm 2022\nMột năm nhiều việc khó "
                "đã được làm xong\n06/01/2023\n"
            ),
            "Ban Tổ chức Tỉnh ủy Sơn La tổng kết công tác năm 2022",
        ),
        # one that opens like a banner, where nothing else could be it
        ("Kỷ niệm chưa xa, nhiệm vụ đã tới\n\n", "Kỷ niệm chưa xa, nhiệm vụ đã tới"),
        # the site's address, or the body whose site it is, behind it
        (
            "Một năm của ngành tổ chức - sonla.gov.vn\n06/01/2023\n",
            "Một năm của ngành tổ chức",
        ),
        (
            "Một năm của ngành tổ chức | Ban Tổ chức Tỉnh ủy Sơn La\n06/01/2023\n",
            "Một năm của ngành tổ chức",
        ),
        # a caption above it, where the page's date shows it
        ("Ảnh: Minh Tâm\nMột năm của ngành tổ chức\n06/01/2023\n", "Một năm của ngành tổ chức"),
        (
            (
                "Lãnh đạo ban chủ trì. Ảnh: Minh Tâm\nTrang chủ → Tin mới\n"
                "Một năm của ngành tổ chức\nThứ Sáu 6 tháng Một 2023, 8:15 | chuyên mục "
                "Tin trong tỉnh | Lưu bài\n"
            ),
            "Một năm của ngành tổ chức",
        ),
        # the page's date and its editor behind it
        (
            "Một năm của ngành tổ chức Đăng lúc: Thứ sáu - 06/01/2023 - Người đăng: Lê Minh\n",
            "Một năm của ngành tổ chức",
        ),
        # marks and labels before it
        ("# Một năm của ngành tổ chức\n\n", "Một năm của ngành tổ chức"),
        ("Tiêu đề: Một năm của ngành tổ chức\n\n", "Một năm của ngành tổ chức"),
        # the page's date may name the section it stands in
        (
            "TRANG TIN CỦA HUYỆN\nMột năm nhiều đổi mới của ngành\n06/01/2023 - Chuyên mục: Tin\n",
            "Một năm nhiều đổi mới của ngành",
        ),
        # an editor's note in brackets is not the headline
        (
            "[Bài viết lại để thử nghiệm]\nMột năm nhiều đổi mới của ngành\n",
            "Một năm nhiều đổi mới của ngành",
        ),
        # a path of breadcrumbs that ends in the headline confirms it
        (
            (
                "Ban Tổ chức >> Tin tức >> Hội nghị tổng kết công tác năm 2022\nHội nghị tổng "
                "kết công tác năm 2022\nĐăng ngày: 06/01/2023 - 09:15 - Lượt đọc: 12\n"
            ),
            "Hội nghị tổng kết công tác năm 2022",
        ),
        # who wrote it stands between the headline and the date, in capitals too
        (
            (
                "Sông Linh: Việc khó phải có người nhận\nMAI HẠNH - LÊ QUÂN\n"
                "SLO | 08/07/2020 | 06:15\n"
            ),
            "Sông Linh: Việc khó phải có người nhận",
        ),
        # … and their names need no surname, where the page's date stands right below
        (
            "Từ chuyện “hai trong một” ở một ban huyện\nSong Hà - Mây Ngàn\n06/01/2023 | 06:15\n",
            "Từ chuyện “hai trong một” ở một ban huyện",
        ),
        ("Siết lại nền nếp\nTheo Báo Sóng Biển\n06/01/2023\n", "Siết lại nền nếp"),
        ("Nhìn lại một năm làm tổ chức\nT.H - M.D\n06/01/2023\n", "Nhìn lại một năm làm tổ chức"),
        # … with their rank, their office, their place of work
        (
            "Nhìn lại một năm làm tổ chức\nThS. Hà Vân - Trường Chính trị tỉnh\n06/01/2023\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        (
            "Một năm giữ nghề ở ban\nPhó Trưởng Ban Tổ chức Huyện ủy Lê Văn Út\n06/01/2023\n",
            "Một năm giữ nghề ở ban",
        ),
        ("Chọn người công tâm\nLê Út - CTV\n06/01/2023\n", "Chọn người công tâm"),
        # the name of one part stands below that of the series
        (
            "Nhìn lại một năm làm tổ chức\nBài 2: Gỡ khó\n06/01/2023\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        # a line in capitals that asks for more
        (
            "TỔNG KẾT CÔNG TÁC\nXÂY DỰNG ĐẢNG NĂM 2022\n06/01/2023\n",
            "TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG NĂM 2022",
        ),
        # a line of places above the date is a headline
        ("Hà Nội - Hải Phòng - Quảng Ninh\n06/01/2023\n", "Hà Nội - Hải Phòng - Quảng Ninh"),
        # who does what at the conference is a picture's words, above the headline too
        (
            (
                "[Trang chủ]\nĐồng chí Chánh Văn phòng Tỉnh ủy báo cáo tại Hội nghị\n\n"
                "Nhìn lại một năm làm tổ chức\nNgày đăng 06/01/2023\n"
            ),
            "Nhìn lại một năm làm tổ chức",
        ),
        (
            "Các đại biểu bỏ phiếu bầu bổ sung tại hội nghị\nNhìn lại một năm\n06/01/2023\n",
            "Nhìn lại một năm",
        ),
        (
            "Toàn cảnh buổi họp\nBan Tổ chức Tỉnh ủy tổng kết công tác năm\n",
            "Ban Tổ chức Tỉnh ủy tổng kết công tác năm",
        ),
        # … but who comes to which conference can be told by a headline
        (
            "Đồng chí Hà Văn Bé dự hội nghị tổng kết công tác năm 2022 của Ban\n06/01/2023\n",
            "Đồng chí Hà Văn Bé dự hội nghị tổng kết công tác năm 2022 của Ban",
        ),
        # the page's date before the headline, on its line
        ("06/01/2023 - Nhìn lại một năm làm tổ chức\n\n", "Nhìn lại một năm làm tổ chức"),
        (
            "Thứ sáu, 06/01/2023 - 14:05 | Nhìn lại một năm làm tổ chức\n\n",
            "Nhìn lại một năm làm tổ chức",
        ),
        ("date 2023-01-06 Nhìn lại một năm làm tổ chức\n\n", "Nhìn lại một năm làm tổ chức"),
        ("[06/01/2023] Nhìn lại một năm làm tổ chức\n\n", "Nhìn lại một năm làm tổ chức"),
        ("date 2023-01-06 Trao cờ cho các đơn vị dẫn đầu. Ảnh S. Hà\n\n", None),
        # a headline with its full stop, whose words the article opens with
        (
            (
                "Ban Tổ chức Tỉnh ủy Sơn La tổng kết công tác năm 2022, triển khai nhiệm vụ "
                "năm 2023.\n\n"
            ),
            (
                "Ban Tổ chức Tỉnh ủy Sơn La tổng kết công tác năm 2022, triển khai nhiệm vụ "
                "năm 2023."
            ),
        ),
        # … and a sentence that tells of the day is the article's
        (
            (
                "Ban Tổ chức Tỉnh ủy Sơn La vừa tổ chức hội nghị tổng kết công tác năm 2022, "
                "triển khai nhiệm vụ năm 2023.\n\n"
            ),
            None,
        ),
        # links to other sites stand above the article
        ("Liên kết website\nCơ quan Đảng, Nhà nước\nCác trường đại học\n06/01/2023\n", None),
        # the text opens with a caption: no headline
        ("Các đại biểu xem ảnh “Một năm nhìn lại” (chụp 20/12/2022)\n", None),
        ("Ảnh: Minh Tâm\nMột dòng khác của bài\n", None),
        ("Quang cảnh hội nghị\n", None),
        ("Hội nghị toàn ngành năm 2016 |\n", None),
        # the text opens with its body: no headline
        ("", None),
    ],
)
def test_headline(head: str, title: str | None) -> None:
    assert headline(f"{head}{LEAD}\n{BODY}\n") == title


@pytest.mark.parametrize(
    "stamp",
    [
        "Thứ hai, 05/12/2022 | 08:30 GMT+7",
        "Thứ 2, 05/12/2022",
        "T2, 05/12/2022 - 17:12",
        "05/12/2022 05:12 PM",
        "ngày 5 tháng 12 năm 2022",
        "Cập nhật lần cuối vào Thứ hai, 05 Tháng 12 2022 08:30",
        "Đăng: 10:11, 05/12/2022 — Bởi: Đài Truyền thanh huyện Mai Sơn",
        "Viết bởi Quản trị viên, 05/12/2022",
        "Minh Tâm | 08:30, 05/12/2022",
        "Bởi admin -05-12-2022",
    ],
)
def test_the_pages_date_in_all_its_forms(stamp: str) -> None:
    page = read_page(f"Một năm của ngành\n{stamp}\n{LEAD}\n{BODY}\n")
    assert roles(page)[stamp] == "date"
    found = find_stamps(page).published
    assert found is not None
    assert found.value == date(2022, 12, 5)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Lượt xem: 1.204", "site"),
        ("[In trang]  [Gửi email]", "site"),
        ("Giọng nữ", "site"),
        ("Trang chủ | Giới thiệu | Liên hệ", "menu"),
        ("Toàn cảnh hội nghị.", "caption"),
        ("Đồng chí Trưởng Ban phát biểu tại hội nghị |", "caption"),
        ("Các đại biểu tại điểm cầu huyện. Ảnh: PV", "caption"),
        ("Trao cờ thi đua cho các huyện dẫn đầu. Ảnh S. Hà", "caption"),
        ("Khu trưng bày sách (ảnh chụp ngày 3-1-2023)", "caption"),
        ("Đồng chí Chánh Văn phòng báo cáo tại hội nghị", "caption"),
        ("Đồng chí Trưởng Ban Tổ chức Tỉnh ủy phát biểu khai mạc hội nghị.", "caption"),
    ],
)
def test_furniture_between_paragraphs(line: str, role: str) -> None:
    page = read_page(f"Một năm của ngành\n06/01/2023\n{LEAD}\n{line}\n{BODY}\n{BODY[:-1]} xã.\n")
    assert roles(page)[line] == role
    assert all(one.furniture for one in page.lines if one.role == role)


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Trưởng Ban phát biểu, yêu cầu các phòng hoàn thành 12 đề án trước ngày 30/6.",
        "Ban Tổ chức Tỉnh ủy đã trình 12 đề án; 9 đề án được thông qua.",
        "1. Rà soát quy hoạch",
        "- Kết nạp 2.000 đảng viên",
        "Về công tác cán bộ:",
        "NHIỆM VỤ NĂM 2023",
        "Thực hiện Kết luận số 12 của Tỉnh ủy về tinh gọn bộ máy.",
        "Theo kết luận của Tỉnh ủy, các huyện nộp hồ sơ và báo cáo kết quả đúng hạn",
        "Một là, giữ vững nền nếp sinh hoạt chi bộ; hai là, chọn việc khó để làm trước.",
    ],
)
def test_text_is_not_called_furniture(line: str) -> None:
    page = read_page(f"Một năm của ngành\n06/01/2023\n{LEAD}\n{line}\n{BODY}\n")
    assert roles(page)[line] == "text"


def test_a_date_in_brackets_above_a_page_without_headline_is_its_own() -> None:
    page = read_page(f"(Thứ sáu, 06/01/2023, 09:34 GMT+7)\n\n{LEAD}\n{BODY}\n")
    assert page.lines[0].role == "date"
    assert page.title is None


def test_what_stands_below_the_article_is_furniture() -> None:
    page = read_page(
        f"Một năm của ngành\n06/01/2023\n{LEAD}\n{BODY}\n\nVăn An\n\nBài cùng chuyên "
        "mục\n- Chi bộ vùng cao làm theo Bác (02/01/2023)\nTrao Huy hiệu Đảng đợt đầu "
        "năm\nBình luận (0)\nĐang truy cập: 12"
    )
    assert [line.role for line in page.lines] == [
        "title",
        "date",
        "text",
        "text",
        "signature",
        "related",
        "related",
        "related",
        "related",
        "site",
    ]


@pytest.mark.parametrize(
    "head", ["Các bài viết khác", "Tin hoạt động mới nhất:", "Những bài được quan tâm nhất"]
)
def test_head_of_other_articles(head: str) -> None:
    page = read_page(f"Một năm của ngành\n06/01/2023\n{LEAD}\n{BODY}\n{head}\n- Chi bộ vùng cao\n")
    assert [line.role for line in page.lines[-2:]] == ["related", "related"]


def test_the_article_goes_on_below_a_block_of_links() -> None:
    page = read_page(
        f"Một năm của ngành\n06/01/2023\n{LEAD}\nTin liên quan\nChi bộ vùng cao\n{BODY}\n"
    )
    assert roles(page)[BODY] == "text"
    assert roles(page)["Chi bộ vùng cao"] == "related"


def test_captions_that_stand_last_are_known_by_their_repetition() -> None:
    said = "Trưởng ban nhấn mạnh việc chọn người phải công tâm."
    lines = [
        LEAD,
        said,
        BODY,
        BODY[:-1] + " xã.",
        "Cuộc họp còn tiếp tục trong buổi chiều cùng ngày.",
    ]
    page = read_page("Một năm của ngành\n\n" + "\n".join(lines) + f"\n\n{said}\n")
    assert [page.text[one.start : one.end] for one in page.lines if one.role == "caption"] == [
        said
    ] * 2


def test_an_article_below_the_last_blank_line_is_no_block_of_captions() -> None:
    """Though its last line is a credit: "Bài, ảnh: …"."""
    page = read_page(
        "Báo điện tử\nXây dựng Đảng\nMột năm của ngành\n06/01/2023\n\n"
        f"{LEAD}\n{BODY}\n{BODY[:-1]} xã.\nBài, ảnh: Hà Mai\n"
    )
    assert roles(page)[LEAD] == "text"
    assert roles(page)[BODY] == "text"


def test_of_a_paragraph_printed_twice_one_is_kept() -> None:
    page = read_page(f"Một năm của ngành\n06/01/2023\n{LEAD}\n{LEAD}\n{BODY}\n")
    assert [line.role for line in page.lines] == ["title", "date", "text", "caption", "text"]


def test_a_headline_from_the_file_wins() -> None:
    page = read_page(f"Mục lục\n{LEAD}\n{BODY}\n", title="Tên do tệp cho")
    assert page.title is not None
    assert page.title.value == "Tên do tệp cho"


def test_a_headline_from_the_file_is_found_in_the_text() -> None:
    page = read_page(f"Chuyên mục\nMột năm của ngành\n{LEAD}\n", title="Một năm của ngành")
    assert page.title is not None
    start, end = page.title.span
    assert page.text[start:end] == "Một năm của ngành"


PIECES = st.sampled_from(
    [
        LEAD,
        BODY,
        "Lượt xem: 3",
        "Quang cảnh hội nghị",
        "",
        "1. Rà soát",
        "Tin liên quan",
        "06/01/2023",
        "A |",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map("\n".join)))
def test_lines_hold_every_letter_in_order(text: str) -> None:
    page = read_page(text)
    assert "\n".join(text[line.start : line.end] for line in page.lines).split() == text.split()
    assert list(page.lines) == sorted(page.lines, key=lambda line: line.start)
    assert len(page.folded) == len(text)
    assert all(line.furniture == (line.role not in ("text", "title")) for line in page.lines)
