from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese import nfc
from search.index import Index
from search.suggesting import composed
from tests.search.shelf import index_of, report


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("hooij", "hội"),
        ("hoij", "họi"),
        ("ho65i", "hội"),
        ("hoi65", "hội"),
        ("dduowcj", "được"),
        ("d9u7o75c", "được"),
        ("quy", None),  # nothing but letters
        ("hoachj", "hoạch"),
        ("quyeets", "quyết"),
        ("uyr", "ủy"),
        ("hoaf", "hòa"),
        ("Thuwowngf", "thường"),
    ],
)
def test_keys_make_syllables(keys: str, syllable: str | None) -> None:
    made = [nfc(one) for one in composed(keys)]
    assert made == ([syllable] if syllable else [])


@given(st.text(max_size=12))
def test_any_keys_can_be_composed(keys: str) -> None:
    assert all(made.isalpha() for made in composed(keys))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(
        Path(tmp_path_factory.mktemp("index")),
        report("a", "Hội nghị tổng kết công tác quy hoạch cán bộ"),
        report("b", "Hội nghị sơ kết; suy nghĩ của cán bộ về quy chế"),
        report("c", "Ủy ban kiểm tra giám sát"),
    )


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("hooij nghij", "hội nghị"),  # Telex keys without the program that reads them
        ("ho65i nghi5", "hội nghị"),  # VNI
        ("hội nghi tổmg kết", "hội nghi tổng kết"),  # a letter beside the right one
        ("kiểm tra giám sát", None),  # nothing to mend
        ("kiễm tra", "kiểm tra"),  # another tone
        ("kiêm tra", "kiểm tra"),  # a mark missing
        ("quy hạoch", "quy hoạch"),  # letters changed over
        ("ngị tổng", "nghị tổng"),  # the word behind tells as well
        ("công nghị tổng", None),  # known words that just are not together as typed
        ("hoinghi tongket", "hoi nghi tong ket"),  # no spaces
        ("quyhoạch cánbộ", "quy hoạch cán bộ"),
        ("uybankiemtragiamsat", "uy ban kiem tra giam sat"),
        ("nghihoi", None),  # nowhere beside each other
        ("qwzzk", None),
        ("", None),
    ],
)
def test_what_was_meant(index: Index, query: str, meant: str | None) -> None:
    answer = index.search(query)
    offered = [note.facts["query"] for note in answer.notes if note.code == "did-you-mean"]
    assert offered == ([meant] if meant else [])


@given(st.text(max_size=30))
def test_what_is_offered_finds_something(index: Index, query: str) -> None:
    for note in index.search(query).notes:
        if note.code == "did-you-mean":
            assert index.search(str(note.facts["query"])).total
