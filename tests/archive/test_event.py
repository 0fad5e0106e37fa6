"""Names of events: what articles on one conference share, and the words that ids are made of."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.event import event_id, slug
from archive.period import Period
from archive.reading.times import Times
from archive.report import Found, Span
from archive.vietnamese import bare, nfc

NOWHERE = Span(0, 0)
YEAR = Found(Period.year_of(2023), NOWHERE)
NEXT = Found(Period.year_of(2024), NOWHERE)
DAY = Found(date(2024, 1, 5), NOWHERE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Đảng bộ Đắk Lắk", "dang-bo-dak-lak", id="no marks, đ is d"),
        pytest.param(
            "  6 tháng: “sơ kết”, 50% – xong!", "6-thang-so-ket-50-xong", id="words alone"
        ),
        pytest.param("Uỷ ban", "uy-ban", id="newer placement"),
        pytest.param("U\u0309y ban", "uy-ban", id="decomposed"),
        pytest.param("../../etc/passwd", "etc-passwd", id="no path"),
        pytest.param("…", "", id="no words"),
    ],
)
def test_slug(text: str, words: str) -> None:
    assert slug(text) == words


@pytest.mark.parametrize(
    ("text", "length", "words"),
    [
        pytest.param("một hai ba bốn", 10, "mot-hai-ba", id="as many words as fit"),
        pytest.param("một hai ba bốn", 9, "mot-hai", id="cut between words"),
        pytest.param("nghiêng nước", 5, "nghie", id="a first word that is too long"),
    ],
)
def test_slug_of_a_length(text: str, length: int, words: str) -> None:
    assert slug(text, length) == words


@given(st.text(), st.integers(1, 80))
def test_a_slug_is_plain_short_and_its_own_slug(text: str, length: int) -> None:
    words = slug(text, length)
    assert len(words) <= length
    assert set(words) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(words, length) == words


@pytest.mark.parametrize(
    ("body", "times", "expected"),
    [
        ("Thành ủy Sơn Hà", Times(reviewed=YEAR, event=DAY), "thanh-uy-son-ha@2023@2024-01-05"),
        ("Thành uỷ Sơn Hà", Times(reviewed=YEAR, planned=NEXT), "thanh-uy-son-ha@2023"),
        ("Thành ủy Sơn Hà", Times(planned=NEXT), "thanh-uy-son-ha@2024"),
        ("Thành ủy Sơn Hà", Times(event=DAY), "thanh-uy-son-ha@2024-01-05"),
        ("Thành ủy Sơn Hà", Times(published=DAY), None),
        (None, Times(reviewed=YEAR, event=DAY), None),
    ],
)
def test_event(body: str | None, times: Times, expected: str | None) -> None:
    assert event_id(body, times) == expected


@given(st.text("ab đế.\u0309中", max_size=400), st.integers(1, 60))
def test_a_long_text_is_named_as_if_all_of_it_was_looked_at(text: str, length: int) -> None:
    words = re.findall("[a-z0-9]+", bare(nfc(text)))
    kept = [n for n in range(len(words) + 1) if len("-".join(words[:n])) <= length]
    expected = "-".join(words[: kept[-1]]) or (words[0][:length] if words else "")
    assert slug(text, length) == expected
