"""Word lists of the registry, to be found among the words of a text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from archive.comparing.wording import words
from archive.registry import load


class Phrases:
    """Phrases by their first word; each has a name, its own or that of the list it stands in."""

    __slots__ = ("_by_first",)

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, entries in lists.items():
            for entry in entries:
                forms = tuple(word.form for word in words(entry))
                self._by_first.setdefault(forms[0], []).append((forms, name))
        for found in self._by_first.values():
            found.sort(key=lambda phrase: -len(phrase[0]))

    def at(self, forms: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
        """The phrases that begin at `place`, longest first: name and number of words."""
        for phrase, name in self._by_first.get(forms[place], ()):
            if tuple(forms[place : place + len(phrase)]) == phrase:
                yield name, len(phrase)

    def longest(self, forms: Sequence[str], place: int) -> int:
        """How many words the longest phrase at `place` takes; 0 where none begins."""
        return next((length for _, length in self.at(forms, place)), 0)


@cache
def phrases(*names: str) -> Phrases:
    """The word lists `names` of the registry; a table of lists names its phrases by list."""
    lists: dict[str, list[str]] = {}
    for name in names:
        entries = load("substance")[name]
        lists |= entries if isinstance(entries, dict) else {name: entries}
    return Phrases(lists)
