from pathlib import Path

import pytest

from archive.vietnamese import nfc
from search.abbreviations import named
from search.analysis import terms
from search.index import Index
from search.query import parse
from search.snippets import Matcher
from tests.search.shelf import found, index_of, report

TEXTS = {
    "dài": "Ban Tổ chức Trung ương làm việc với Hội đồng nhân dân huyện.",
    "ngắn": "BTCTW làm việc với HĐND huyện.",
    "chấm": "Ban Tổ chức T.Ư họp; UBKT dự.",
    "tư": "Vốn đầu tư; nhân dân trong hội bàn việc đồng áng; ban bố lệnh tổ chức.",
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    reports = [report(name, nfc(text), body="") for name, text in TEXTS.items()]
    bodies = report("cơ-quan", "x", body="Ban Tổ chức Trung ương")
    return index_of(tmp_path, *reports, bodies)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("HĐND", {"dài", "ngắn"}),
        ("hdnd", {"dài", "ngắn"}),  # typed without marks
        ("hội đồng nhân dân", {"dài", "ngắn", "tư"}),  # words typed plainly need not be neighbours
        ('"hội đồng nhân dân"', {"dài"}),  # what is quoted is as written
        ("TW", {"dài", "chấm"}),  # BTCTW is a word of its own
        ("T.Ư", {"dài", "chấm"}),
        ("trung uong", {"dài", "chấm"}),
        ("BTCTW", {"dài", "ngắn"}),
        ("Ban Tổ chức Trung ương", {"dài", "ngắn", "chấm"}),
        ("ủy ban kiểm tra", {"chấm"}),
        ("uỷ ban kiểm tra", {"chấm"}),  # the other tone placement
        ("tu", {"tư"}),  # a syllable is no abbreviation
        ("HĐND OR UBKT", {"dài", "ngắn", "chấm"}),
        ("huyện -HĐND", {"dài"}),  # what is excluded is as written
        ("body:BTCTW", {"cơ-quan"}),
        ('cơ-quan:"ban tổ chức tw"', {"cơ-quan"}),
    ],
)
def test_either_form_finds_both(index: Index, query: str, expected: set[str]) -> None:
    assert set(found(index, query)) == expected


def test_a_form_counts_as_its_words(tmp_path: Path) -> None:
    both = (report("a", "HĐND xã họp"), report("b", "Hội đồng nhân dân xã họp"))
    index = index_of(tmp_path, *both, report("c", "họp xã"))
    for query in ("HĐND xã", "hội đồng nhân dân xã"):
        assert set(found(index, query)) == {"a", "b"}


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("HĐND", "họp Hội đồng nhân dân xã", ["Hội đồng nhân dân"]),
        ("hội đồng nhân dân", "HĐND xã", ["HĐND"]),
        ("hội đồng nhân dân", "HĐND; nhân lực; Hội đồng", ["HĐND", "Hội đồng"]),
        ("trung ương", "của T.Ư và TW", ["T.Ư", "TW"]),
    ],
)
def test_every_form_is_lit_up(query: str, text: str, expected: list[str]) -> None:
    matches = Matcher(parse(query)).matches(nfc(text))
    assert [text[m.start : m.end] for m in matches] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ban tổ chức trung ương", {"ban tổ chức trung ương", "ban tổ chức", "trung ương"}),
        ("hội đồng nhân", set()),
        ("", set()),
    ],
)
def test_names_overlap(text: str, names: set[str]) -> None:
    words = terms(nfc(text))
    found = {" ".join(words[name.start : name.end]) for name in named(words)}
    assert found == names
