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
from archive.reading.page.lines import MOST_LINES
from archive.reading.page.sentences import MOST as MOST_SENTENCES
from archive.reading.page.sentences import sentences
from archive.report import Report, Section
from tests.archive.effort import calls
from tests.archive.hostile import PIECES

FEW = 400
DOUBLE = 2.3  # twice the work, and what a longer text's odds and ends may cost


def reading(text: str) -> Report:
    return read(Source(text=clean(text), name="a.txt", original=b"", suffix=".txt"))


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
