"""The registry's words on who speaks and in what turns, each list as one pattern."""

from functools import cache, lru_cache

from archive.reading.tasks.roles import one_of
from archive.reading.wordlist import Words
from archive.registry import load


@cache
def words(table: str, key: str = "words") -> Words:
    """Any of the words of that table and key of the registry's `speakers`."""
    tables = load("speakers")
    return one_of(tables[table][key], unless=tables["compounds"])


# A sentence is looked at by several modules, one after the other.
@lru_cache(maxsize=4)
def first_verb(low: str) -> int:
    """Where the first verb of speaking or asking stands in the folded sentence `low`, past its very
    first letter; its length where there is none.
    """
    found = _verbs().search(low, 1)
    return found.start() if found else len(low)


@cache
def _verbs() -> Words:
    tables = load("speakers")
    setting = tables["setting"]
    listed = (setting[key] for key in ("asking", "saying", "reminding", "concluding"))
    return one_of([word for key in listed for word in key], unless=tables["compounds"])
