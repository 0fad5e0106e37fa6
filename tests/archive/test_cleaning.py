"""What reaches the archive: text that no terminal obeys, in one form, cleaned once for all."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.importing.cleaning import clean

# Any text, with what is dangerous in it far more often than chance would put it there.
HOSTILE = st.lists(
    st.sampled_from(["\u0301\u0323" * 20, "\u0344" * 20, "\u0316", "…" * 40])
    | st.sampled_from(
        ["\x1b[31m", "\x1b]0;x\x07", "\x1b", "\x9b2J", "\r\n", "\r", "\u2028", "\u200b", "\u00a0"]
    )
    | st.sampled_from(["a\u0302\u0301", "\u00d0", "\u0301", "uỷ", "\x00", "\x7f", "\u202e", "["])
    | st.text(st.characters(), max_size=5),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        pytest.param("a\u0302\u0301p", "ấp", id="decomposed letters are composed"),
        pytest.param("Ðảng, ðã", "Đảng, đã", id="the Icelandic letter is meant as đ"),
        pytest.param(
            "một\r\nhai\rba\u2028bốn\u0085năm\x0csáu", "một\nhai\nba\nbốn\nnăm\nsáu", id="lines"
        ),
        pytest.param("số\u00a021\u202f%\tđạt", "số 21 % đạt", id="every space is a plain one"),
        pytest.param("tổ\u00adchức \u200bx\ufeff", "tổchức x", id="what nobody sees goes"),
        pytest.param("\u202eđảo\u202c", "đảo", id="no change of direction"),
        pytest.param("\x1b[1;31mđỏ\x1b[0m", "đỏ", id="colours go with their parameters"),
        pytest.param("\x1b]8;;http://x\x1b\\chữ\x1b]8;;\x07", "chữ", id="links of a terminal"),
        pytest.param("\x1b]52;c;aGk=\x07chép", "chép", id="no writing to the clipboard"),
        pytest.param("\x9b2Jxoá", "xoá", id="the one-character form of an escape"),
        pytest.param("a\U000e0041\U000e0042b", "ab", id="tags that only a machine reads"),
        pytest.param("a\x00b\x07c\x08d\x7fe", "abcde", id="controls"),
        pytest.param("x\ud800y", "xy", id="half a character"),
        pytest.param("a" + "\u0316" * 99, "a" + "\u0316" * 30, id="marks upon marks"),
        pytest.param("hai  dấu cách", "hai dấu cách", id="one space where two were typed"),
        pytest.param("số  \u00a0cột", "số   cột", id="more of them are a layout's"),
        pytest.param("   ba dấu cách \n\n", "   ba dấu cách \n\n", id="all else stays"),
    ],
)
def test_cleaned(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(HOSTILE)
def test_nothing_that_a_terminal_obeys(raw: str) -> None:
    text = clean(raw)
    assert not [
        char for char in text if unicodedata.category(char) in {"Cc", "Cs"} and char != "\n"
    ]


@given(HOSTILE)
def test_composed_and_cleaned_once_for_all(raw: str) -> None:
    text = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert clean(text) == text


def test_no_pile_of_marks_is_too_high_to_compose() -> None:
    # Left as it is, the pile would take minutes to put in order.
    assert len(clean("e" + "\u0301\u0323" * 500_000)) <= 31


@given(st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyÁẠỬ 0123456789.,;:()/-\n")))
def test_plain_text_stays(text: str) -> None:
    text = text.replace("  ", " ,")
    assert clean(text) == unicodedata.normalize("NFC", text)
