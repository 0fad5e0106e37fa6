"""Texts that nobody writes, each a piece to be repeated: its number tells one from the next."""

from collections.abc import Callable


def letters(number: int) -> str:
    """Three capitals, others for each number."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(3))


PIECES: list[Callable[[int], str]] = [
    lambda _: "1234567890",
    lambda _: "1 ",
    lambda _: "(",
    lambda _: "số ",
    lambda _: "số 1 ",
    lambda _: "12-QĐ/TW ",
    lambda _: "Nghị quyết số ",
    lambda _: "Nghị quyết Trung ương 4 (khóa XII), ",
    lambda _: "(1) ",
    lambda _: "- ",
    lambda _: "\n",
    lambda _: "ngày ",
    lambda _: "khóa ",
    lambda _: "; ",
    lambda _: "Một là, ",
    lambda _: "một, hai, ",
    lambda _: "; cuối cùng, rà soát",
    lambda _: "Thứ nhất, a. Cuối cùng, rà soát. ",
    lambda _: "1 | Việc\n",
    lambda _: "- Việc:\nviệc;\n",
    lambda _: "Tin liên quan\n- Việc.\n",
    lambda _: "a_a-",
    lambda _: "“",
    lambda _: "a, ",
    lambda _: "Việc. ",
    lambda _: "a\n",
    lambda _: "- a\n",
    lambda _: "1. Việc\n",
    lambda _: "Ảnh: A\n",
    lambda _: "Nhiệm vụ:\n- Việc.\n",
    lambda _: "Ban Tổ chức Tỉnh ủy ",
    lambda _: "Hội nghị tổng kết năm 2021. ",
    lambda _: "Hội nghị tổng kết năm 2021.\n",
    lambda _: "Hội nghị tổng kết năm 2021, Trưởng Ban yêu cầu ngành cần rà soát; ",
    lambda _: "1/1/2020 ",
    lambda _: "57, ",
    lambda _: "\u202eviệc\u200f ",
    lambda _: "Nghi\u0323 quyê\u0301t sô\u0301 3 ",
    # documents of one number, told apart by organ, by place, by day
    lambda i: f"Quyết định số 12-QĐ/{letters(i)}; ",
    lambda i: f"Quyết định số 12-QĐ/TU của Tỉnh ủy {letters(i).capitalize()}; ",
    lambda i: f"Quyết định số 12 ngày {i % 28 + 1}/{i // 28 % 12 + 1}/2021; ",
    lambda i: f"Quyết định số {i}-QĐ/TU; ",
    lambda i: f"{i} lượt cán bộ, {i}/{i + 3} đề án; ",
    lambda i: f"{i}. Rà soát theo Quyết định số {i}-QĐ/TU\n",
    # lists whose items go on in paragraphs and lists of their own, under signs that change
    lambda _: "- Rà soát việc.\nViệc thêm.\n",
    lambda _: "- Việc a.\n* Việc b.\n",
    lambda i: f"{i}. Rà soát:\na) việc;\nb) việc.\n",
    # sessions, boards and congresses that never end their name
    lambda _: "hội nghị thành ủy lần thứ ",
    lambda _: "ban chỉ đạo họp phiên ",
    lambda _: "tổ chức đại hội đảng bộ ",
    lambda _: 'Ông A nói "',
]
