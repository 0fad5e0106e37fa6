"""Text broken into short lines is made paragraphs again; what breaks where it means to stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.importing.wrapping import unwrap

WRAPPED = (
    "Sáng\nngày 25/7/2025, Chi bộ Trường Tiểu học Hòa An tổ chức sinh hoạt\n"
    "định kỳ với sự tham dự đầy đủ của các đồng chí đảng viên trong\n"
    "chi bộ; đồng chí Bí thư Chi bộ, Hiệu trưởng nhà trường chủ trì\n"
    "buổi sinh hoạt, có đại diện cha mẹ học sinh và tổ trưởng tổ dân\n"
    "phố cùng dự từ đầu đến cuối.\n"
    "Chi bộ thống nhất các việc sau:\n"
    "Sửa chữa bàn ghế, hệ thống điện của hai dãy phòng học phía sau\n"
    "trước ngày tựu trường."
)


def test_sentences_are_whole_again_and_paragraphs_stay() -> None:
    lines = unwrap(WRAPPED).split("\n")
    assert [line.split()[0] for line in lines] == ["Sáng", "Chi", "Sửa"]
    assert lines[0].endswith("cuối.")


@pytest.mark.parametrize(
    "text",
    [
        # paragraphs, each on its line
        "Hội nghị khai mạc lúc 8 giờ.\nĐồng chí Bí thư phát biểu.\nHội nghị bế mạc lúc 11 giờ.",
        # a list whose items begin small
        "Các việc:\n"
        + "\n".join(f"- rà soát quy hoạch cán bộ của đơn vị số {n};" for n in range(9)),
        # a poem breaks where it means to, and its lines are short
        "con đường đất đỏ\nqua mấy mùa mưa\nmẹ ngồi bên cửa\nđợi người đi xa",
        # one broken line is no broken text
        "Hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ\nnăm 2023 của ngành.\nHết.\nTin.",
    ],
)
def test_what_is_not_broken_stays(text: str) -> None:
    assert unwrap(text) == text


@given(st.text(alphabet="abc đă.,;\n", max_size=300))
def test_as_long_as_it_was_and_once_is_enough(text: str) -> None:
    once = unwrap(text)
    assert len(once) == len(text)
    assert once.replace("\n", " ") == text.replace("\n", " ")


def test_once_is_enough() -> None:
    assert unwrap(unwrap(WRAPPED)) == unwrap(WRAPPED)
