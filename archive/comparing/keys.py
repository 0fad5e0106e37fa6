"""When two documents' keys name one document, though one of them says less.

A key is `[type] number-symbol [place] [time]`: `Quy định 50-QĐ/TW khóa XIII`,
`61-NQ/TU Yên Bái nhiệm kỳ 2020-2025`, `15/QĐ-TTg năm 2021`, `08-TB/TU (2021-05-03)`. A nickname
without digits is a name of its own.
"""

import re
from functools import cache
from typing import NamedTuple

from archive.comparing.wording import form
from archive.vietnamese import level

_NUMBER = re.compile(r"(?:^| )(\S*\d\S*)(?: |$)")
_TIME = re.compile(r"(?:^| )(\(?khóa|nhiệm kỳ|năm|\()(?: |(?=\S))(.*)$")


class Key(NamedTuple):
    """The parts of a key; "" where it has none."""

    type: str
    number: str
    place: str
    time: tuple[str, str]


@cache
def parts(key: str) -> Key:
    """`key` taken apart."""
    plain = level(key)
    found = _NUMBER.search(plain)
    if not found:
        return Key("", plain, "", ("", ""))
    rest = plain[found.end(1) :].strip()
    time = _TIME.search(rest)
    place = rest[: time.start()] if time else rest
    when = (time[1].strip("("), time[2].strip(")")) if time else ("", "")
    return Key(plain[: found.start(1)].strip(), form(found[1]), place.strip(), when)


def same_directive(a: str, b: str) -> bool:
    """Do the keys `a` and `b` name one document? What one of them leaves out, it does not deny."""
    if a == b:
        return True
    one, other = parts(a), parts(b)
    return (
        one.number == other.number
        and _agree(one.type, other.type)
        and _agree(one.place, other.place)
        and (one.time[0] != other.time[0] or one.time == other.time)
    )


def fullness(key: str) -> int:
    """How many of its parts `key` says."""
    one = parts(key)
    return sum(map(bool, (one.type, one.place, one.time[0])))


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other
