"""The registry's words on who speaks and in what turns, each list as one pattern."""

import re
from functools import cache, lru_cache

from archive.reading.tasks.roles import one_of
from archive.reading.wordlist import Words
from archive.registry import load


@cache
def words(table: str, key: str = "words") -> Words:
    """Any of the words of that table and key of the registry's `speakers`."""
    return either((table, key))


@cache
def either(*listed: tuple[str, str]) -> Words:
    """Any of the words of several tables and keys."""
    tables = load("speakers")
    found = [word for table, key in listed for word in tables[table][key]]
    return one_of(found, unless=tables["compounds"])


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
