"""Quantities: what is one, its value, and what it counts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.figures import find_figures
from archive.reading.page import Line, Page
from archive.report import Figure, Span


def read(text: str, *cited: tuple[int, int]) -> tuple[Figure, ...]:
    page = Page(text, (Line(0, len(text)),))
    return find_figures(page, tuple(Span(*span) for span in cited))


QUANTITIES = [
    # counts with their unit
    ("tham mưu ban hành 42 văn bản", 42, None, "văn bản", "42 văn bản"),
    ("kết nạp 4.587 đảng viên mới", 4587, None, "đảng viên mới", "4.587 đảng viên mới"),
    ("tặng Bằng khen cho 02 đơn vị", 2, None, "đơn vị", "02 đơn vị"),
    ("thành lập 10 Đảng bộ mới", 10, None, "Đảng bộ mới", "10 Đảng bộ mới"),
    ("rà soát 149 đảng viên dự bị", 149, None, "đảng viên dự bị", "149 đảng viên dự bị"),
    ("2.134 chi bộ trực thuộc", 2134, None, "chi bộ", "2.134 chi bộ"),
    ("với 1,250 lượt người", 1250, None, "lượt người", "1,250 lượt người"),
    ("tổng số 45 cán bộ", 45, None, "cán bộ", "45 cán bộ"),
    ("trong năm 2.265 đảng viên", 2265, None, "đảng viên", "2.265 đảng viên"),
    ("tuổi bình quân 41,7 tuổi", 41.7, None, "tuổi", "41,7 tuổi"),
    ("bầu 04 Phó Chủ tịch", 4, None, "Phó Chủ tịch", "04 Phó Chủ tịch"),
    # a long unit ends with a whole word
    (
        "mở 7 lớp bồi dưỡng đối tượng kết nạp Đảng",
        7,
        None,
        "lớp bồi dưỡng đối tượng",
        "7 lớp bồi dưỡng đối tượng",
    ),
    # a share of a whole
    ("hoàn thành 5/18 đề án", 5, 18, "đề án", "5/18 đề án"),
    ("có 58 trong tổng số\n61 chi bộ", 58, 61, "chi bộ", "58 trong tổng số\n61 chi bộ"),
    ("có 58 trong tổng số 61 đảng bộ", 58, 61, "đảng bộ", "58 trong tổng số 61 đảng bộ"),
    ("14/14 đảng bộ", 14, 14, "đảng bộ", "14/14 đảng bộ"),
    (
        "sắp xếp 40/1.911 đơn vị sự nghiệp",
        40,
        1911,
        "đơn vị sự nghiệp",
        "40/1.911 đơn vị sự nghiệp",
    ),
    # percentages
    ("đạt 100%", 100, None, "%", "100%"),
    ("giảm 3,4% biên chế", 3.4, None, "% biên chế", "3,4% biên chế"),
    ("đạt 99,872 % kế hoạch", 99.872, None, "% kế hoạch", "99,872 % kế hoạch"),
    # base units
    ("thu nộp 46,5 triệu đồng", 46_500_000, None, "đồng", "46,5 triệu đồng"),
    ("gần 5 triệu đảng viên", 5_000_000, None, "đảng viên", "gần 5 triệu đảng viên"),
    ("260.317 tỉ đồng", 260_317_000_000_000, None, "đồng", "260.317 tỉ đồng"),
    ("825 nghìn tỷ đồng", 825_000_000_000_000, None, "đồng", "825 nghìn tỷ đồng"),
    ("quyết toán 2 tỷ 350 triệu đồng", 2_350_000_000, None, "đồng", "2 tỷ 350 triệu đồng"),
    ("hỗ trợ 300.000đ/người", 300_000, None, "đồng", "300.000đ"),
    ("trên 90 phần trăm chi bộ", 90, None, "% chi bộ", "trên 90 phần trăm chi bộ"),
    ("bồi dưỡng 15 đ/c dự nguồn", 15, None, "đồng chí", "15 đ/c"),
    # a unit ends before what it is worth
    ("trao 40 suất quà trị giá lớn", 40, None, "suất quà", "40 suất quà"),
    # not exact
    ("hơn 90 trường hợp", 90, None, "trường hợp", "hơn 90 trường hợp"),
    ("khoảng 23.500 người", 23500, None, "người", "khoảng 23.500 người"),
    ("ít nhất 15 cán bộ trẻ", 15, None, "cán bộ trẻ", "ít nhất 15 cán bộ trẻ"),
    # no unit after it: what is said to be so many
    ("số bị xóa tên là hơn 38.519.", 38519, None, "số bị xóa tên", "hơn 38.519"),
    # "thu hồi" is no hour, "kết luận" and "Trung ương" open no document before what is counted
    ("thu hồi 3,4 tỷ đồng", 3_400_000_000, None, "đồng", "3,4 tỷ đồng"),
    ("thu hồi được tiền của 12 bị can", 12, None, "bị can", "12 bị can"),
    ("kết luận 7 đảng viên sai phạm", 7, None, "đảng viên sai phạm", "7 đảng viên sai phạm"),
    ("gửi Trung ương 8 bản tin", 8, None, "bản tin", "8 bản tin"),
    # a share is no ordinal, more than planned no day
    ("xong đại hội 95% chi bộ", 95, None, "% chi bộ", "95% chi bộ"),
    ("giám sát 11/9 tổ chức đảng", 11, 9, "tổ chức đảng", "11/9 tổ chức đảng"),
    # a bare number behind a penalty counts those who got it
    ("kỷ luật bằng hình thức cảnh cáo 6, còn lại nhắc nhở", 6, None, "cảnh cáo", "6"),
    # capitals alone stand for what is counted
    ("thành lập 214 CĐCS trong năm", 214, None, "CĐCS", "214 CĐCS"),
    ("kiểm tra 100% TCCSĐ trực thuộc", 100, None, "% TCCSĐ", "100% TCCSĐ"),
    # how long something took or may take, at most, at least
    ("chỉ sau 36 giờ là xử lý xong", 36, None, "giờ", "36 giờ"),
    ("báo cáo trong 2 giờ kể từ lúc nhận tin", 2, None, "giờ", "2 giờ"),
    ("mỗi lượt phát biểu không quá 5 phút", 5, None, "phút", "không quá 5 phút"),
    ("thời gian rút còn 2 tháng", 2, None, "tháng", "2 tháng"),
    ("có việc kéo dài hơn 3 năm mới xong", 3, None, "năm", "hơn 3 năm"),
    ("chi bộ chỉ sinh hoạt được 5/6 tháng", 5, 6, "tháng", "5/6 tháng"),
    ("bổ nhiệm với thời hạn 5 năm", 5, None, "năm", "5 năm"),
    # a share behind "năm" is no year, a list of what is counted no item's number
    ("từ đầu năm 112/150 đảng viên", 112, 150, "đảng viên", "112/150 đảng viên"),
    ("công khai danh mục 14 dự án", 14, None, "dự án", "14 dự án"),
    ("hiến 1.200 m2 đất", 1200, None, "m2", "1.200 m2"),
    # so high a number is no congress's
    ("hoàn thành đại hội 215 chi bộ", 215, None, "chi bộ", "215 chi bộ"),
    # behind an organ's letters it counts
    ("chủ tịch UBND 9 huyện", 9, None, "huyện", "9 huyện"),
    # votes
    ("được bầu với số phiếu 31/33", 31, 33, "số phiếu", "31/33"),
    # looks like a year, but counts
    ("gặp mặt 2000 đảng viên", 2000, None, "đảng viên", "2000 đảng viên"),
]


@pytest.mark.parametrize(("text", "value", "of", "unit", "as_written"), QUANTITIES)
def test_quantity(text: str, value: float, of: float | None, unit: str, as_written: str) -> None:
    (found,) = read(text)
    assert (found.value, found.of, found.unit, found.as_written) == (value, of, unit, as_written)


RANGES = [
    # two quantities with a stroke between them
    ("mở 8 lớp/350 học viên", [(8, "lớp"), (350, "học viên")]),
    ("xử lý 3 vụ/11 bị cáo", [(3, "vụ"), (11, "bị cáo")]),
    # a share's percentage stands before what is shared
    ("xong 8/9 (88,9%) chỉ tiêu", [(8, "chỉ tiêu"), (88.9, "%")]),
    # two amounts, not one
    ("thu 3 tỷ, chi 500 triệu đồng", [(3_000_000_000, ""), (500_000_000, "đồng")]),
    # a rate is one
    ("có 12 bác sĩ/10.000 dân", [(12, "bác sĩ")]),
    ("từ 3-5 đồng chí", [(3, "đồng chí"), (5, "đồng chí")]),
    ("đạt 75 - 80% kế hoạch", [(75, "% kế hoạch"), (80, "% kế hoạch")]),
    ("17 - 20 triệu lượt", [(17_000_000, "lượt"), (20_000_000, "lượt")]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_range_is_its_two_ends(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in read(text)] == expected


NONE = [
    "Chiều 4/7/2024, tại Hà Nội",
    "sáng 5/9 Ban tổ chức hội nghị",
    "ngày 20-12-2019",
    "sáng 13/12 tổ chức hội nghị",
    "cảnh cáo: 3",
    "ngày 14 tháng 6 năm 2024",
    "tháng 12 vừa qua",
    "6 tháng đầu năm 2024",
    "năm 2020 đạt kết quả tốt",
    "nhiệm kỳ 2020-2025 của tỉnh",
    "giai đoạn 2021 – 2025 cả nước",
    "Đại hội lần thứ 13",
    "khóa 12 của Đảng",
    "quý 3 đã qua",
    "Cụm thi đua số 4 tổ chức",
    "theo Điều 5 và khoản 3",
    "Vụ Địa phương 3, Ban Tổ chức",
    "1. Tiếp tục quán triệt",
    "2) Rà soát quy hoạch",
    "(1) Tham mưu cấp ủy",
    "Lượt xem: 1.070",
    "1.070 lượt xem",
    "Tòa soạn: 0989011688 - 0768908888",
    "lúc 7 giờ 30 phút",
    "trước 17 giờ",
    "sau 9 giờ sáng cùng ngày",
    "trực 24/24 giờ",
    "trong 9 tháng đầu năm",
    "còn 3 tháng cuối năm",
    "sau 5 năm thực hiện",
    "hơn 10 năm qua",
    "đại hội 13 Đảng bộ tỉnh",
    "20:45' 13/1/2022",
    "dịch COVID-19 phức tạp",
    "Huy hiệu 30 năm tuổi Đảng",
    "kỷ niệm 90 năm ngày thành lập",
    "002294545",
    "mục 1.2.3 của báo cáo",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert read(text) == ()


def test_none_inside_a_citation() -> None:
    text = "Kết luận 21 cán bộ chủ chốt và 5 đồng chí"
    assert [one.value for one in read(text, (0, 11))] == [5]


def test_unit_ends_where_a_citation_begins() -> None:
    text = "giao 3 nhiệm vụ lớn Kết luận 21 đã nêu"
    (found,) = read(text, (20, 31))
    assert found.as_written == "3 nhiệm vụ lớn"


def test_lines_of_furniture_hold_no_quantity() -> None:
    text = "Bầu 5 đồng chí\nCó 9 bình chọn"
    page = Page(text, (Line(0, 14), Line(15, len(text), furniture=True)))
    assert [one.value for one in find_figures(page, ())] == [5]


def test_whole_numbers_have_no_fraction() -> None:
    (found,) = read("4.587 đảng viên")
    assert isinstance(found.value, int)


PIECES = st.sampled_from(
    [
        "1",
        "2.500",
        "3,4",
        "%",
        " ",
        "/",
        "-",
        "đồng chí",
        "triệu ",
        "hơn ",
        "ngày ",
        ".",
        "\n",
        "18",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_figures_are_pieces_of_the_text_in_order_and_apart(text: str) -> None:
    found = read(text)
    assert all(text[one.start : one.end] == one.as_written for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    read(text)


@pytest.mark.parametrize("text", ["1 hơn 1%", "1 ít nhất 1%", "1 đồng chí ít nhất 2 đồng chí"])
def test_what_a_number_is_at_least_is_none_of_the_unit_before_it(text: str) -> None:
    found = read(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert found[-1].as_written == text[found[-1].start :]
