from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese import nfc
from search.analysis import bare, pairs, references, spellings, terms, tokens, ways


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uỷ ban, ỦY BAN", ["ủy", "ban", "ủy", "ban"]),  # tone placement and case
        ("hoà hóa qui quý", ["hòa", "hóa", "qui", "quý"]),  # the u after q is no vowel
        ("Đảng đang", ["đảng", "đang"]),  # đ is a letter
        ("an to in", ["an", "to", "in"]),  # no English stop words
        ("4.587 đảng viên, 1,250", ["4587", "đảng", "viên", "1250"]),  # thousands
        ("06 tháng", ["6", "tháng"]),  # leading zeros
        ("27/12/2021", ["27", "12", "2021"]),
        ("1,2 triệu", ["1", "2", "triệu"]),  # a decimal is two numbers side by side
        ("số31-QĐ/TW", ["số", "31", "qđ", "tw"]),  # letters and digits part
        ("T.Ư", ["t", "ư"]),
        ("…—!", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(nfc(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kết luận số 21-KL/TW", ["21-kl/tw"]),
        ("21 KL/TW", ["21-kl/tw"]),
        ("21-KL/TƯ, 05-HD/BTCTƯ", ["21-kl/tw", "5-hd/btctw"]),  # Trung ương
        ("21-KL/TU", ["21-kl/tu"]),  # a province's committee
        ("21 – KL/TW", ["21-kl/tw"]),
        ("021-KL/TW", ["21-kl/tw"]),
        ("31/QĐ-TW", ["31-qd/tw"]),  # marks swapped, Đ or D
        ("94- KH/BTGDVTW", ["94-kh/btgdvtw"]),
        ("26/2015/NĐ-CP", ["26/2015-nd/cp"]),
        ("số31-QĐ/TW", []),  # glued: found by its terms alone
        ("năm 2020-2025, 12/2021", []),
    ],
)
def test_references(text: str, expected: list[str]) -> None:
    assert [token.term for token in references(nfc(text))] == expected


def test_a_d_typed_without_marks_may_be_the_other_d() -> None:
    assert set(spellings("dang")) == {"dang", "đang"}
    assert set(spellings("đang")) == {"đang"}
    assert set(spellings("qd")) == {"qd", "qđ"}


def test_pairs_are_neighbours() -> None:
    assert pairs(["a", "b", "c"]) == ["a b", "b c"]
    assert pairs(["a"]) == []


@given(st.text(alphabet=st.sampled_from("aăáàđĐủỷyoé 12.,-/\nK"), max_size=60))
def test_tokens_lie_on_their_letters(text: str) -> None:
    text = nfc(text)
    found = list(tokens(text))
    assert [token.term for token in found] == terms(text)
    for token in found:
        assert terms(text[token.start : token.end]) == [token.term]
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(alphabet=st.sampled_from("aăáàđủỷyoéd"), min_size=1, max_size=8))
def test_what_is_typed_bare_finds_every_marked_form(word: str) -> None:
    word = nfc(word)
    typed = bare(terms(word)[0]).replace("đ", "d")
    if typed.count("d") < 4:
        assert bare(terms(word)[0]) in spellings(typed)


@pytest.mark.parametrize("piece", ["1", "1.", "1.000.", "số ", "(", "21-", "21-K/", "a"])
def test_long_runs_stay_linear(piece: str) -> None:
    text = piece * 200_000
    assert sum(1 for _ in tokens(text)) <= len(text)
    assert sum(1 for _ in references(text)) <= len(text)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("kỷ", {"kỉ", "kỷ"}),
        ("kỉ", {"kỉ", "kỷ"}),
        ("lí", {"lí", "lý"}),
        ("mĩ", {"mĩ", "mỹ"}),
        ("quy", {"qui", "quy"}),  # the u belongs to the consonant
        ("tị", {"tị", "tỵ"}),
        ("ý", {"ý"}),  # no consonant before it
        ("ủy", {"ủy"}),
        ("thúy", {"thúy"}),  # another word than thúi
        ("kim", {"kim"}),  # inside a syllable
        ("tay", {"tay"}),
        ("đi", {"đi", "đy"}),
        ("12", {"12"}),
    ],
)
def test_the_ways_of_writing_a_syllable(term: str, expected: set[str]) -> None:
    assert set(ways(term)) == expected
    assert all(ways(way) == ways(term) for way in ways(term))
