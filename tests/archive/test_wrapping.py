"""Text broken into short lines is made paragraphs again; what breaks where it means to stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.importing.wrapping import unwrap

WRAPPED = (
    "Tối\nmùng ba tháng Bảy, chi bộ bản Nà Lìn họp dưới sàn nhà văn hóa,\n"
    "mưa to nên bà con đến muộn, người đi rừng về còn đeo dao bên\n"
    "hông, người bế cháu ngồi sát vách cho khỏi hắt nước vào lưng và\n"
    "ai cũng muốn nói trước về con đường mới mở qua khe, rằng nó đã\n"
    "sạt hai lần từ đầu vụ.\n"
    "Cuộc họp chốt mấy việc sau:\n"
    "Góp công đắp lại hai đoạn taluy, mỗi nhà một người, làm xong đã\n"
    "rồi mới xin máy của xã."
)


def test_sentences_are_whole_again_and_paragraphs_stay() -> None:
    lines = unwrap(WRAPPED).split("\n")
    assert [line.split()[0] for line in lines] == ["Tối", "Cuộc", "Góp"]
    assert lines[0].endswith("vụ.")


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
