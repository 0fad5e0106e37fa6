"""Words found in a text: by their rarest letters first, with the same result as by all of them."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from archive.reading.wordlist import Words, any_whole, anywhere

LISTS = st.lists(st.text("nhtệ ", min_size=1, max_size=6), min_size=1, max_size=5)
TEXTS = st.text("nhtệ ", max_size=40)
PLACES = st.integers(0, 40)


def spans(found: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [one.span() for one in found]


@given(listed=LISTS, text=TEXTS, start=PLACES, end=PLACES)
def test_words_are_found_as_their_pattern_finds_them(
    listed: list[str], text: str, start: int, end: int
) -> None:
    every = dict.fromkeys(listed, "")
    words, pattern = Words(every), re.compile(any_whole(every))
    found, wanted = words.search(text, start, end), pattern.search(text, start, end)
    assert (found and found.span()) == (wanted and wanted.span())
    assert spans(words.finditer(text, start, end)) == spans(pattern.finditer(text, start, end))


@given(listed=LISTS, text=TEXTS)
def test_a_text_that_holds_a_word_is_told_by_its_rarest_letter(
    listed: list[str], text: str
) -> None:
    told = re.search(anywhere(listed), text) is not None
    assert told == any(word in text for word in listed)


def test_what_must_follow_a_word_is_asked_of_the_word_alone() -> None:
    words = Words({"giao": "(?! ban)", "giao ban": "(?= tháng)"})
    assert [found[0] for found in words.finditer("giao ban quý, giao ban tháng, giao việc")] == [
        "giao ban",
        "giao",
    ]
