"""What may be typed after a field: years, kinds, periods and days."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from archive import worded
from search.answer import Facet

_RANGE = re.compile(r"(\d{4})?\s*(?:\.\.|-|–)\s*(\d{4})?|(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WRITTEN_DAY = re.compile(r"(?:(?:(\d{1,2})[-/.])?(\d{1,2})[-/.])?(\d{4})")


def years(value: str) -> tuple[str, ...]:
    """Every year of `2022`, `2022..2024` or `..2024`; none where it cannot be read."""
    found = _RANGE.fullmatch(value.strip())
    if not found or not any(found.groups()):
        return ()
    if found[3]:
        return (found[3],)
    first, last = int(found[1] or 1900), int(found[2] or 2100)
    return tuple(str(year) for year in range(first, last + 1))


def kind(value: str) -> tuple[str, ...]:
    """The kind that a name in either language means."""
    try:
        return (worded.choice(value, worded.KINDS),)
    except ValueError:
        return ()


def period(value: str) -> tuple[str, ...]:
    """A period in its notation, in any case, or as it is written: `quý I/2024`."""
    try:
        return (str(worded.period(value)),)
    except ValueError:
        return ()


READERS: Mapping[Facet, Callable[[str], tuple[str, ...]]] = {
    "year": years,
    "kind": kind,
    "period": period,
}
"""The facets whose values are read, not looked for by their words."""


def days(side: str, value: str) -> tuple[int, int] | None:
    """The days from `value` on (`after`) or before it: proleptic ordinals, the end excluded."""
    value = value.strip()
    if found := _ISO_DAY.fullmatch(value):
        year, month, day = found.groups()
    elif found := _WRITTEN_DAY.fullmatch(value):
        day, month, year = found.groups()
    else:
        return None
    try:
        ordinal = date(int(year), int(month or 1), int(day or 1)).toordinal()
    except ValueError:
        return None
    return (ordinal, date.max.toordinal()) if side == "after" else (1, ordinal)
