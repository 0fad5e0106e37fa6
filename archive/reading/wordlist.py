"""A list of words as one pattern in which shared beginnings are written once: a text is looked
through at once for all of them, and each letter of it compared with few.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping

_ENOUGH = 3  # letters that tell most words from the middle of another
# The letters of texts, those first that stand there most; any other is rarer.
_COMMON = " nhtcgiuđamb,yưoràváplộk.sảệếạịủdqêốôíơểâứổấóềớxăờựậ"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that stands there before those it begins with."""
    return _choice(dict.fromkeys(words, ""))


def any_with(words: Mapping[str, str]) -> str:
    """As `any_of`, for words each with the pattern that must follow."""
    return _choice(words)


def any_whole(words: Mapping[str, str]) -> str:
    """As `any_of`, for words that nothing is joined to; each with the pattern that must follow."""
    return rf"{_choice(words, '')}(?!\w)"


def each_whole(words: Mapping[str, str]) -> str:
    """As `any_whole`, as alternatives that each begin with a letter of their own, so that engines
    still skip to those letters where others stand beside them.
    """
    by_letter: dict[str, dict[str, str]] = {}
    for word, after in words.items():
        by_letter.setdefault(word[0], {})[word] = after
    return "|".join(map(any_whole, by_letter.values()))


def anywhere(words: Iterable[str]) -> str:
    """A pattern that tells whether any of `words` stands somewhere, quicker than `any_of`: it looks
    for the rarest letter of each, and then at what is around it.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for word in words:
        rarest = max(word, key=_rarity)
        after = word.partition(rarest)[2]
        found.setdefault(rarest, {}).setdefault(after, []).append(f"(?<={re.escape(word)})")
    return "|".join(
        # What comes after is compared letter by letter, what came before looked back at but then.
        re.escape(rarest) + any_with({after: f"(?:{'|'.join(of)})" for after, of in rest.items()})
        for rarest, rest in found.items()
    )


def _rarity(letter: str) -> int:
    at = _COMMON.find(letter)
    return at if at >= 0 else len(_COMMON)


class Words:
    """Words to be found in a text that nothing is joined to, the longest that stands there; each
    with the pattern that must follow. To be used as a compiled pattern is.

    Most texts hold none of them, which their rarest letters tell.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        exact = re.compile(any_whole(words))
        self.match, self.fullmatch = exact.match, exact.fullmatch
        self._search, self._finditer = exact.search, exact.finditer
        self._anywhere = re.compile(anywhere(words)).search
        self._longest = max(map(len, words), default=0)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first of the words in `text` from `start` to `end`."""
        rarest = self._anywhere(text, start, end)
        if rarest is None:
            return None
        begin = rarest.start() - self._longest
        if begin < start:
            begin = start
        return self._search(text, begin, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """The words in `text` from `start` to `end`, one after the other."""
        rarest = self._anywhere(text, start, end)
        if rarest is None:
            return iter(())
        begin = rarest.start() - self._longest
        if begin < start:
            begin = start
        return self._finditer(text, begin, end)


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
