"""A list of words as one pattern in which shared beginnings are written once: a text is looked
through at once for all of them, and each letter of it compared with few.
"""

import re
from collections.abc import Iterable, Mapping

_ENOUGH = 3  # letters that tell most words from the middle of another


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that stands there before those it begins with."""
    return _choice(dict.fromkeys(words, ""))


def any_with(words: Mapping[str, str]) -> str:
    """As `any_of`, for words each with the pattern that must follow."""
    return _choice(words)


def any_whole(words: Mapping[str, str]) -> str:
    """As `any_of`, for words that nothing is joined to; each with the pattern that must follow."""
    return rf"{_choice(words, '')}(?!\w)"


class Endings:
    """Words to be found at the end of a text, with no letter joined to them."""

    def __init__(self, words: Iterable[str]) -> None:
        # Backwards, so that the search begins where the text ends.
        self._backwards = re.compile(rf"{any_of(word[::-1] for word in words)}(?![^\W\d_])")

    def of(self, text: str) -> str | None:
        """The longest of the words that `text` ends with."""
        found = self._backwards.match(text[::-1])
        return found[0][::-1] if found else None


def _choice(words: Mapping[str, str], begun: str | None = None) -> str:
    """A pattern for the rest of any of `words`; `begun` are the first letters, if few as yet and
    no letter may stand before them.
    """
    by_letter: dict[str, dict[str, str]] = {}
    for word, after in words.items():
        if word:
            by_letter.setdefault(word[0], {})[word[1:]] = after
    choices = []
    for letter, rest in by_letter.items():
        here = None if begun is None else begun + letter
        # Looked at behind the first letters: engines skip to a pattern's own first letter.
        looked = here is not None and (len(here) == _ENOUGH or "" in rest)
        before = rf"(?<!\w{re.escape(here or '')})" if looked else ""
        choices.append(f"{re.escape(letter)}{before}{_choice(rest, None if looked else here)}")
    if "" in words:
        choices.append(words[""])
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
