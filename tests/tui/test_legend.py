"""The meaning of signs: every sign that a place draws is told in its help, in both languages."""

import pytest

from tests.tui.test_app import PLACES
from tui.catalogue import LANGUAGES, catalogue
from tui.screens.legend import SIGNS_OF, legend


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", SIGNS_OF)
def test_each_sign_has_a_meaning(place: str, language: str) -> None:
    assert place in PLACES
    for ascii_only in (False, True):
        told = list(legend(place, catalogue(language), ascii_only=ascii_only))
        assert len(told) == len(SIGNS_OF[place])
        assert all(drawn.strip() and meaning for drawn, meaning in told)


@pytest.mark.parametrize("place", [place for place in SIGNS_OF if place != "directives"])
def test_in_ascii_signs_are_ascii(place: str) -> None:
    for drawn, _ in legend(place, catalogue("en"), ascii_only=True):
        assert drawn.replace("…", "...").isascii(), drawn
