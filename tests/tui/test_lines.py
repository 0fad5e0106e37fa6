"""Lines measured in cells: nothing is lost, nothing runs over, nothing is obeyed."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.lines import (
    Line,
    Mark,
    Piece,
    cells,
    cut,
    drawn_as,
    marked,
    padded,
    plain,
    shortened,
    spread,
    visible,
    wrap,
)
from tui.widgets.signs import COLUMNS, ELLIPSIS, SIGNS, in_ascii, sparkline

# Vietnamese, wide, combining, control: what texts may hold.
TEXTS = st.text(st.sampled_from("aàộđ Ư.\n漢́\x1b\t…[/"), max_size=60)
WIDTHS = st.integers(2, 30)


@given(TEXTS, WIDTHS)
def test_wrapping_loses_nothing_but_spaces_and_line_ends(text: str, width: int) -> None:
    shown = visible_lines(text)
    rows = wrap(shown, width)
    left = list(shown)
    for start, end in rows:
        left[start:end] = [""] * (end - start)
    assert "".join(left).strip(" \n") == ""
    assert all(a.end <= b.start for a, b in pairwise(rows))


@given(TEXTS, WIDTHS)
def test_no_wrapped_line_runs_over(text: str, width: int) -> None:
    shown = visible_lines(text)
    assert all(cell_len(shown[a:b].rstrip(" ")) <= width for a, b in wrap(shown, width))


@given(TEXTS.map(lambda text: text.replace("\n", " ")), WIDTHS)
def test_what_is_shortened_fits_and_keeps_its_ends(text: str, width: int) -> None:
    short = shortened(visible(text), width)
    assert cell_len(short) <= width
    before, _, after = short.partition(ELLIPSIS)
    if short != visible(text):
        assert visible(text).startswith(before)
        assert visible(text).endswith(after)


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Ban Tổ chức Tỉnh ủy Sông Linh", 29, "Ban Tổ chức Tỉnh ủy Sông Linh"),  # it fits
        ("Ban Tổ chức Tỉnh ủy Sông Linh", 22, "Ban Tổ chức… Sông Linh"),  # the end tells which
        ("Ban Tổ chức Tỉnh ủy Mộc Giang", 22, "Ban Tổ chức… Mộc Giang"),
        ("18-NQ/TW khóa XIII", 14, "18-NQ/TW… XIII"),  # the term too
        ("Ban Tổ chức Tỉnh ủy Sông Linh", 12, "…Sông Linh"),  # no pieces of words
        ("Ban Tổ chức Tỉnh ủy Sông Linh", 7, "…Linh"),
        ("abcdefgh", 5, "ab…gh"),  # no word begins near
        ("漢漢漢漢", 5, "漢…漢"),  # cells, not characters
        ("ab", 1, "…"),
        ("ab", 0, ""),
    ],
)
def test_names_keep_the_end_that_tells_them_apart(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short.replace("…", ELLIPSIS)


def test_a_line_shortens_the_piece_that_is_known_by_its_end() -> None:
    line = (Piece("[ ] "), Piece("Ban Tổ chức Tỉnh ủy Sông Linh", by_its_end=True))
    assert "".join(piece.text for piece in cut(line, 26)) == f"[ ] Ban Tổ chức{ELLIPSIS} Sông Linh"


def visible_lines(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("một hai ba", 7, ["một hai", "ba"]),  # at a space
        ("một hai ba", 6, ["một", "hai ba"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),  # a word longer than the line
        ("a\n\nb", 5, ["a", "", "b"]),  # empty lines stay
        ("漢漢漢", 4, ["漢漢", "漢"]),  # two cells each
        ("a漢\u0301", 2, ["a", "漢\u0301"]),  # none and two: together as many cells as characters
        ("", 5, [""]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) == "Cc" for char in shown)
    assert not any(char in shown for char in "\u202e\u2066\u200b\u2028")


@given(st.lists(TEXTS, max_size=4), WIDTHS)
def test_a_cut_line_fits_and_says_that_it_was_cut(texts: list[str], width: int) -> None:
    line = tuple(Piece(text) for text in texts)
    short = cut(line, width)
    assert cells(short) <= width
    if cells(line) > width:
        assert "".join(piece.text for piece in short).endswith(ELLIPSIS)
    else:
        assert short == line


@given(TEXTS, TEXTS, WIDTHS)
def test_the_two_ends_of_a_line_fill_it_exactly(left: str, right: str, width: int) -> None:
    assert cells(spread(plain(left), plain(right), width)) == width


WIDE = 40


def ascii_of(line: Line, room: int = WIDE) -> str:
    return "".join(piece.text for piece in drawn_as(line, ascii_only=True, room=room))


@pytest.mark.parametrize(
    ("line", "room", "drawn"),
    [
        # what the width cut off gives room for the dots
        (
            plain(padded("Ban Tổ chức Tỉnh ủy Mộc Giang", 22) + " 12"),
            WIDE,
            "Ban Tổ ch... Mộc Giang 12",
        ),
        (plain(padded("Rà soát…", 12) + "12"), WIDE, "Rà soát...  12"),  # the blank does
        (cut(plain("Rà soát, bổ sung"), 10), 10, "Rà soá..."),  # what is cut stays as wide
        (plain("rà soát… bổ sung"), WIDE, "rà soát... bổ sung"),  # a text has room at its end
        (plain("rà soát… bổ sung"), 16, "rà so... bổ sung"),  # and where it has none
        ((Piece("rà soát…"), Piece("     "), Piece(" | bổ")), WIDE, "rà soát...    | bổ"),
        ((Piece("rà", "key"), Piece("…", "dim"), Piece(" soát")), WIDE, "rà... soát"),
        (plain(f"{ELLIPSIS}Linh 12"), WIDE, ".Linh 12"),  # nothing gives room
        (plain("漢漢漢" + ELLIPSIS + "|"), WIDE, "漢漢...|"),
        (plain("“1–2” · → 3 × 4 ≠ ∅"), WIDE, '"1-2" - > 3 x 4 ! -'),
    ],
)
def test_an_ellipsis_in_ascii_is_three_dots_that_keep_columns(
    line: Line, room: int, drawn: str
) -> None:
    assert ascii_of(line, room) == drawn


@given(TEXTS, WIDTHS, WIDTHS)
def test_in_ascii_no_line_of_a_text_runs_over_and_no_letter_goes(
    text: str, width: int, more: int
) -> None:
    shown = visible_lines(text).replace("\n", " ")
    for start, end in wrap(shown, width + more):
        row = shown[start:end].rstrip(" ")
        drawn = ascii_of(plain(row), width + more)
        assert cell_len(drawn) <= width + more
        if "   " not in row and width + more > 2:
            assert drawn == in_ascii(row)


@given(TEXTS.map(lambda text: text.replace("\n", " ")), WIDTHS)
def test_in_ascii_what_is_padded_is_as_wide(text: str, width: int) -> None:
    column = plain(padded(text, width) + "|")
    assert cell_len(ascii_of(column)) == width + 1
    assert "…" not in ascii_of(column)


def test_marks_are_laid_over_a_part_of_a_text() -> None:
    marks = [Mark(0, 3, "match"), Mark(5, 8, "here"), Mark(20, 30, "match")]
    assert marked("0123456789", 2, 7, marks) == (
        Piece("2", "match"),
        Piece("34"),
        Piece("56", "here"),
    )


def test_every_sign_has_a_twin_in_ascii_alone() -> None:
    for name, (_, twin) in SIGNS.items():
        assert twin.isascii(), name
    assert COLUMNS[1].isascii()
    assert len(COLUMNS[0]) == len(COLUMNS[1])


@pytest.mark.parametrize(
    ("counts", "columns"),
    [
        ([0, 1, 8], "·▂█"),  # none is a dot, the most is full
        ([1], "█"),
        ([0, 0], "··"),
        ([], ""),
        ([1, 1000], "▂█"),  # little is still seen
    ],
)
def test_sparklines(counts: list[int], columns: str) -> None:
    assert sparkline(counts, ascii_only=False) == columns
