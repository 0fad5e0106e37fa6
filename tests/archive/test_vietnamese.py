"""The letters: every fold keeps the length, and makes equal what is the same word."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese import alphabetical, bare, has_marks, level, lower, nfc, strip_marks

TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.text(st.sampled_from("oaeuyqùỳỷýỵỹòóỏõọoàáảãạèéẽẻẹhgĐðÐİıßΣ \u0301\u0300\u0323Uư"))
).map(nfc)
# Both placements of a tone, the older one (on the first vowel) first.
PLACEMENTS = [
    ("hòa", "hoà"), ("hóa", "hoá"), ("tỏa", "toả"), ("xõa", "xoã"), ("họa", "hoạ"),
    ("khỏe", "khoẻ"), ("lòe", "loè"), ("lóe", "loé"), ("xòe", "xoè"), ("nhọe", "nhoẹ"),
    ("ủy", "uỷ"), ("thùy", "thuỳ"), ("thúy", "thuý"), ("lũy", "luỹ"), ("tụy", "tuỵ"),
    ("Ủy", "Uỷ"), ("HÓA", "HOÁ"), ("Thủy", "Thuỷ"),
]  # fmt: skip


@pytest.mark.parametrize("fold", [lower, level, strip_marks, bare])
@given(text=TEXTS)
def test_folds_keep_the_length(fold: Callable[[str], str], text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("fold", [level, strip_marks, bare])
@given(text=TEXTS)
def test_folding_twice_changes_nothing(fold: Callable[[str], str], text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_placement_is_no_matter_without_marks(text: str) -> None:
    assert bare(level(text)) == bare(text)


@pytest.mark.parametrize(("older", "newer"), PLACEMENTS)
def test_both_placements_are_one_word(older: str, newer: str) -> None:
    assert older != newer
    assert level(newer) == level(older) == older.lower()
    assert level(f"({newer}).") == f"({older.lower()})."
    decomposed = unicodedata.normalize("NFD", newer)
    assert level(nfc(decomposed)) == older.lower()


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("quý", id="after q the u is no vowel"),
        pytest.param("quỳ", id="after q the u is no vowel, with another tone"),
        pytest.param("quả", id="nor with another vowel"),
        pytest.param("già", id="gi- has one place"),
        pytest.param("hoàn", id="a consonant follows: the tone has one place"),
        pytest.param("thuyết", id="three vowels"),
        pytest.param("khuỷu", id="a vowel follows"),
        pytest.param("huỳnh", id="a consonant follows uy"),
        pytest.param("lúa", id="ua has one place"),
        pytest.param("uyển", id="uyê has one place"),
    ],
)
def test_words_with_one_placement_stay(word: str) -> None:
    assert level(word) == word


@pytest.mark.parametrize(
    ("text", "without", "plain"),
    [
        ("Đảng ủy Đắk Lắk", "đang uy đak lak", "dang uy dak lak"),
        ("Nghị quyết số 18-NQ/TW", "nghi quyet so 18-nq/tw", "nghi quyet so 18-nq/tw"),
        ("ưu điểm, ở, ơn", "uu điem, o, on", "uu diem, o, on"),
        ("ẤẦẨẪẬ ẮẰẲẴẶ", "aaaaa aaaaa", "aaaaa aaaaa"),
    ],
)
def test_without_marks(text: str, without: str, plain: str) -> None:
    assert strip_marks(text) == without
    assert bare(text) == plain


@pytest.mark.parametrize("letter", ["Ð", "ð", "Đ", "đ"])
def test_one_letter_d_with_stroke(letter: str) -> None:
    assert level(nfc(letter)) == strip_marks(nfc(letter)) == "đ"
    assert bare(nfc(letter)) == "d"


@pytest.mark.parametrize(
    ("text", "marked"),
    [("to chuc", False), ("TO CHUC 21-KL/TW", False), ("đ", True), ("tổ chuc", True), ("", False)],
)
def test_typed_with_marks(text: str, marked: bool) -> None:
    assert has_marks(text) is marked


@pytest.mark.parametrize(
    "ordered",
    [
        ("Ban Dân vận", "Ban Tổ chức", "Ban Tuyên giáo"),  # ô before u, whatever its tone
        ("an", "ăn", "ân", "bài", "dân", "đân"),  # letters of their own
        ("ma", "mà", "mả", "mã", "má", "mạ", "man"),  # tones where the letters are the same
        ("Hòa Bình", "hoà bình 2", "Hòa bờ"),  # case and the tone's placement aside
        ("7-CT", "Ban 1", "Ban 2", "Bàn 3", "Ởn"),  # signs and digits before letters
    ],
)
def test_vietnamese_lists_are_in_the_order_of_a_dictionary(ordered: tuple[str, ...]) -> None:
    assert tuple(sorted(set(ordered), key=alphabetical)) == ordered


@given(st.text())
def test_any_text_has_its_place_in_a_list(text: str) -> None:
    assert len(alphabetical(nfc(text))[0]) == len(nfc(text))
