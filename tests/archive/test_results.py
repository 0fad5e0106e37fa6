"""Results: the article's own list of what was done, else the sentences that say so."""

import pytest

from archive.reading.outline import outline
from archive.reading.page import read_page
from archive.reading.results import find_results

OPENING = (
    "Huyện ủy tổng kết công tác tổ chức xây dựng Đảng năm 2021\n\n"
    "Sáng 12/01/2022, Ban Tổ chức Huyện ủy tổ chức Hội nghị tổng kết công tác năm 2021, triển khai "
    "nhiệm vụ năm 2022.\n\n"
)

ROWS = [
    (
        "a bulleted list of results, the tasks after it left out",
        (
            "Một số kết quả nổi bật năm 2021:\n- Ban hành 30 văn bản.\n- Kết nạp 90 đảng viên.\n\n"
            "Nhiệm vụ trọng tâm năm 2022:\n- Rà soát biên chế.\n- Số hóa hồ sơ."
        ),
        ["Ban hành 30 văn bản.", "Kết nạp 90 đảng viên."],
    ),
    (
        "a list inside a paragraph",
        (
            "Năm 2021, Ban đã hoàn thành nhiều việc, nổi bật là: "
            "(1) Mở 6 lớp bồi dưỡng; (2) Thẩm tra 40 hồ sơ."
        ),
        ["Mở 6 lớp bồi dưỡng;", "Thẩm tra 40 hồ sơ."],
    ),
    (
        "without a list, the sentences of the results that say what was done",
        (
            "KẾT QUẢ NĂM 2021\nBan đã tham mưu 12 nghị quyết. Tình hình chung ổn định. "
            "Công tác cán bộ được quan tâm."
        ),
        ["Ban đã tham mưu 12 nghị quyết.", "Công tác cán bộ được quan tâm."],
    ),
    (
        "shortcomings are no results",
        "Hạn chế:\n- Hồ sơ chậm cập nhật.\n- Sinh hoạt chi bộ đơn điệu.",
        [],
    ),
    ("awards are no results", "Hội nghị tặng Giấy khen:\n1. Phòng Tổ chức.\n2. Văn phòng.", []),
    ("an article that tells none", "Hội nghị diễn ra trong một buổi.", []),
]


@pytest.mark.parametrize(("rule", "text", "results"), ROWS, ids=[row[0] for row in ROWS])
def test_results(rule: str, text: str, results: list[str]) -> None:
    page = read_page(OPENING + text)
    found = find_results(page, outline(page))
    assert [result.text for result in found] == results, rule
    assert all(page.text[result.start : result.end] == result.text for result in found)
