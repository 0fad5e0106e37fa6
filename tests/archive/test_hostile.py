"""Texts that nobody writes: whatever is read or compared, twice the text is twice the work."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from archive.comparing.side_by_side import compare
from archive.importing import Source
from archive.importing.cleaning import clean
from archive.reading import read
from archive.reading.digits import MOST as MOST_NUMBERS
from archive.reading.digits import Digits
from archive.reading.page import read_page
from archive.reading.page.page import MOST_LINES
from archive.reading.page.sentences import MOST as MOST_SENTENCES
from archive.reading.page.sentences import sentences
from archive.report import Report, Section
from tests.archive.effort import calls

FEW = 400
DOUBLE = 2.3  # twice the work, and what a longer text's odds and ends may cost


def reading(text: str) -> Report:
    return read(Source(text=clean(text), name="a.txt", original=b"", suffix=".txt"))


def letters(number: int) -> str:
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
]


@pytest.mark.parametrize("piece", PIECES, ids=[repr(piece(0)) for piece in PIECES])
def test_reading_grows_with_the_text(piece: Callable[[int], str]) -> None:
    texts = ["".join(map(piece, range(count))) for count in (FEW, 2 * FEW)]
    few, many = (calls(partial(reading, text)) for text in texts)
    assert many <= DOUBLE * few


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "1", "(", "\u0301", "\u202e", "số", "😀"])
def test_next_to_nothing_is_read_as_nothing(text: str) -> None:
    report = reading(text)
    assert [report.directives, report.figures, report.tasks, report.results] == [()] * 4


def test_citations_are_read_up_to_a_measure() -> None:
    most = 20_000
    [document] = reading("12-QĐ/TW " * (most + 5)).directives
    assert len(document.mentions) == most


def test_lines_numbers_and_sentences_are_read_up_to_a_measure() -> None:
    lines = read_page("a\n" * (MOST_LINES + 5)).lines
    assert len(lines) == MOST_LINES
    text = "1 " * (MOST_NUMBERS + 5)
    assert len(list(Digits(text).between(0, len(text)))) == MOST_NUMBERS
    text = "Việc. " * (MOST_SENTENCES + 5)
    *stopped, rest = sentences(text, 0, len(text))
    assert len(stopped) == MOST_SENTENCES
    assert text[rest.start : rest.end] == text[rest.start :].strip()


def documents(count: int) -> Report:
    return reading("".join(f"Quyết định số {number}-QĐ/TU; " for number in range(count)))


def parted(count: int) -> Report:
    roles = ("results", "tasks", "awards")
    sections = tuple(Section(role=roles[i % 3], start=i, end=i + 1) for i in range(count))
    return replace(reading("a" * count), sections=sections)


@pytest.mark.parametrize("of", [documents, parted])
def test_comparing_grows_with_the_reports(of: Callable[[int], Report]) -> None:
    a, b, more_a, more_b = of(FEW), of(FEW + 1), of(2 * FEW), of(2 * FEW + 1)
    assert calls(lambda: compare(more_a, more_b)) <= DOUBLE * calls(lambda: compare(a, b))


def test_parts_beyond_a_measure_are_one() -> None:
    report = parted(FEW)
    pairs = compare(report, report).sections
    assert len(pairs) < FEW
    assert pairs[-1].a is not None
    assert pairs[-1].a.end == len(report.text)
