"""Where a name ends by what names are made of, whatever word stands behind it."""

import pytest

from archive.reading.organs import find_organs
from archive.reading.places import older_tones
from archive.vietnamese import lower


def organs(text: str) -> list[str]:
    return [one.stem for one in find_organs(text, older_tones(lower(text)), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # no word in small letters follows a number, Roman or not, somebody's name, an area
        ("Học viện Chính trị khu vực II ngẫm lại mình", "Học viện Chính trị khu vực II"),
        ("Học viện Chính trị khu vực IV soi từng bài giảng", "Học viện Chính trị khu vực IV"),
        ("Trường Chính trị Trần Phú làm Cụm trưởng", "Trường Chính trị Trần Phú"),
        ("Trường Chính trị Nguyễn Ái Quốc lên tiếng", "Trường Chính trị Nguyễn Ái Quốc"),
        ("Cụm thi đua số 7 ngành Kiểm tra Đảng khởi sự", "Cụm thi đua số 7 ngành Kiểm tra Đảng"),
        ("Cụm thi đua số 3 quây quần", "Cụm thi đua số 3"),
        ("Hội Nông dân huyện mách nhau cách giữ rừng", "Hội Nông dân huyện"),
        ("Hội Cựu chiến binh phường 12 dốc lòng", "Hội Cựu chiến binh phường 12"),
        ("Công an tỉnh Sơn La siết lại việc trực", "Công an tỉnh Sơn La"),
        ("Liên đoàn Lao động thành phố mừng thọ", "Liên đoàn Lao động thành phố"),
        ("Chi bộ Công ty Bật lửa Sông Lam quây quần", "Chi bộ Công ty Bật lửa Sông Lam"),
        ("Chi bộ thôn Đồng Mít góp công", "Chi bộ thôn Đồng Mít"),
        ("Công ty TNHH Thép Sông Lam báo lỗ", "Công ty TNHH Thép Sông Lam"),
        ("Tập đoàn ABC hứa trả nợ", "Tập đoàn ABC"),
        # … nor does a verb that names are made of as well
        ("Sở Tư pháp kiểm tra việc công chứng", "Sở Tư pháp"),
        ("Sở Tư pháp thanh tra những phòng ấy", "Sở Tư pháp"),
        ("Bộ Tài chính thành lập hai đoàn", "Bộ Tài chính"),
        ("Bộ Y tế thông tin tình hình dịch", "Bộ Y tế"),
        ("Bộ Công an xây dựng những đội mới", "Bộ Công an"),
        ("Hội Lịch sử thành phố nghiên cứu", "Hội Lịch sử thành phố"),
        ("Ủy ban Mặt trận Tổ quốc xã tổng hợp ý kiến cử tri", "Ủy ban Mặt trận Tổ quốc xã"),
        ("Hội Luật gia tỉnh và giới luật gia trẻ", "Hội Luật gia tỉnh"),
        # of what a name is made it may be long
        ("Viện Kiểm sát nhân dân tối cao giục", "Viện Kiểm sát nhân dân tối cao"),
        ("Hội Chữ thập đỏ tỉnh giục", "Hội Chữ thập đỏ tỉnh"),
        ("Cục Thi hành án dân sự tỉnh giục", "Cục Thi hành án dân sự tỉnh"),
        (
            "Cụm thi đua Văn phòng các tỉnh ủy khu vực đồng bằng sông Hồng quây quần",
            "Cụm thi đua Văn phòng các tỉnh ủy khu vực đồng bằng sông Hồng",
        ),
        ("Cụm thi đua Mặt trận năm tỉnh, thành phố Tây Nguyên góp lời", "Cụm thi đua Mặt trận"),
        ("Trung tâm Phục vụ hành chính công nghẽn mạng", "Trung tâm Phục vụ hành chính công"),
        ("Sở Văn hóa và Thể thao; Sở Y tế", "Sở Văn hóa và Thể thao"),
        ("Bệnh viện Y học cổ truyền tỉnh chạy thử", "Bệnh viện Y học cổ truyền tỉnh"),
        # a word that no list knows has its second syllable where nothing of a verb follows
        ("Công ty Cổ phần Bật lửa Sông Lam bàn", "Công ty Cổ phần Bật lửa Sông Lam"),
        ("Công ty Cổ phần Bật lửa, nơi ấy", "Công ty Cổ phần Bật lửa"),
        ("Công ty Bật lửa quây quần", "Công ty Bật"),
        # … or where the page always writes it so
        ("Công ty Bật lửa quây quần. Ở Công ty Bật lửa ai cũng vui", "Công ty Bật lửa"),
        # … or where it meets right behind them, which no verb lets another verb do
        ("Cục Dấu vết tổng kết công tác", "Cục Dấu vết"),
        ("Cục Dấu vết cổ sinh đã tổ chức hội nghị", "Cục Dấu vết cổ sinh"),
        ("Cục Dấu vết cổ sinh lặng lẽ ra về", "Cục Dấu"),
        ("Hội Nông dân tỉnh quây quần tổng kết công tác", "Hội Nông dân tỉnh"),
        ("Hiệp hội Doanh nghiệp nhỏ và vừa tổng kết", "Hiệp hội Doanh nghiệp nhỏ và vừa"),
        ("Hiệp hội Doanh nghiệp vừa tổng kết", "Hiệp hội Doanh nghiệp"),
        # a board may be for anything, and is an area's
        (
            "Ban Chỉ đạo xóa nhà tạm huyện Lâm Hà mách nước",
            "Ban Chỉ đạo xóa nhà tạm huyện Lâm Hà",
        ),
        # both placements of a tone are one
        (
            "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh vui",
            "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh",
        ),
        (
            "Ban Bảo vệ, chăm sóc sức khoẻ cán bộ tỉnh vui",
            "Ban Bảo vệ, chăm sóc sức khoẻ cán bộ tỉnh",
        ),
    ],
)  # fmt: skip
def test_a_name_ends_before_what_no_name_is_made_of(text: str, name: str) -> None:
    assert [*organs(text), None][0] == name
