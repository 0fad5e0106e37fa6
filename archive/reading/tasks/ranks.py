"""How high the bodies stand whose leaders speak: who asks something of a higher one proposes."""

import re
from functools import cache

from archive.reading.tasks.roles import one_of
from archive.reading.tasks.vocabulary import titles_before, words
from archive.reading.wordlist import Words
from archive.registry import load
from archive.vietnamese import level

FORMS = frozenset({"ông", "bà", "đồng chí", "đ/c", "thầy", "cô"})
# Where the words on who is asked end, and how long those on an office are.
_WHAT = re.compile(r"[,;:]| (?:phải|cần|báo cáo|trình|với|để|theo|cho)(?!\w)")
_OFFICE = 48


@cache
def ranks() -> tuple[Words, dict[str, int]]:
    """The words that tell how high a body stands, and how high each is: 0 is the highest."""
    tables = load("speakers")
    heights = {
        level(word): height
        for height, listed in enumerate(tables["ranks"].values())
        for word in listed
    }
    return one_of(heights, unless=tables["compounds"]), heights


def asks_upward(low: str, verb: re.Match[str], here: int | None) -> bool:
    """Does a lower body ask something of a higher one ("Bí thư Huyện ủy đề nghị tỉnh …")?

    `here` is how high the conference's own body stands, None for one that is not central: who is
    named without an office and asks something of a higher one than that is a delegate.
    """
    pattern, heights = ranks()
    asked = _WHAT.split(low[verb.end() : verb.end() + 40].lstrip().removeprefix("các "))[0]
    higher = pattern.search(asked)
    if not higher or (higher.start() and not words("doing").match(asked)):
        return False
    own = height_of(low, verb.start())
    if own is None and not words("titles").search(low, 0, verb.start()):
        return heights[higher.group()] < (1 if here is None else here)
    return own is not None and heights[higher.group()] < own


def height_of(low: str, said: int) -> int | None:
    """How high the body stands whose leader, or which itself, speaks before `said`."""
    pattern, heights = ranks()
    offices = [title.start() for title in titles_before(low, said) if title.group() not in FORMS]
    if offices:
        begin = offices[-1]
    else:
        # "Thầy A, Chi bộ Khoa B, mong …": who is named at first is of the unit behind the name.
        begin = 0 if words("titles").match(low) else low.rfind(",", 0, said) + 1
    found = pattern.search(low, begin, min(begin + _OFFICE, said))
    return heights[found.group()] if found else None
