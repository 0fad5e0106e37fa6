"""The registry's words on who speaks and in what turns, each list as one pattern."""

import re
from functools import cache

from archive.reading.tasks.roles import one_of
from archive.registry import load


@cache
def words(table: str, key: str = "words") -> re.Pattern[str]:
    """Any of the words of that table and key of the registry's `speakers`."""
    tables = load("speakers")
    return one_of(tables[table][key], unless=tables["compounds"])
