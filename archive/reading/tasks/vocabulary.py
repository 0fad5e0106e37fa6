"""The registry's words on who speaks and in what turns, each list as one pattern."""

import re
from functools import cache, lru_cache

from archive.reading.tasks.roles import followed
from archive.reading.wordlist import Words, any_whole
from archive.registry import load

# Most sentences hold one of these: looking for their rarest letters first would be in vain.
_FREQUENT = {("titles", "words"), ("bodies", "words"), ("setting", "saying")}


@cache
def words(table: str, key: str = "words") -> Words | re.Pattern[str]:
    """Any of the words of that table and key of the registry's `speakers`."""
    listed = _followed((table, key))
    return re.compile(any_whole(listed)) if (table, key) in _FREQUENT else Words(listed)


@cache
def either(*listed: tuple[str, str]) -> Words:
    """Any of the words of several tables and keys."""
    return Words(_followed(*listed))


@cache
def title_in_list() -> re.Pattern[str]:
    """A form of address or office behind a comma."""
    return re.compile(f", {any_whole(_followed(('titles', 'words')))}")


def _followed(*listed: tuple[str, str]) -> dict[str, str]:
    tables = load("speakers")
    found = [word for table, key in listed for word in tables[table][key]]
    return followed(found, tables["compounds"])


# A sentence is looked at by several modules, one after the other.
@lru_cache(maxsize=4)
def first_verb(low: str) -> int:
    """Where the first verb of speaking or asking stands in the folded sentence `low`, past its very
    first letter; its length where there is none.
    """
    found = _verbs().search(low, 1)
    return found.start() if found else len(low)


def opens_with_verb(low: str) -> bool:
    """Does the folded sentence `low` begin with a verb of speaking or asking?"""
    return _verbs().match(low) is not None


@cache
def _verbs() -> Words:
    return either(*[("setting", key) for key in ("asking", "saying", "reminding", "concluding")])


# Who is named before a verb is looked for again, and how high he stands.
@lru_cache(maxsize=4)
def titles_before(low: str, end: int) -> tuple[re.Match[str], ...]:
    """The forms of address and offices in the folded sentence `low` up to `end`."""
    return tuple(words("titles").finditer(low, 0, end))
