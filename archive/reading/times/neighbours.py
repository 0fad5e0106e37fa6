"""Two periods told one after the other, of which the second begins where the first ends."""

import re

from archive.reading.times.periods import SOME_YEAR, Mention

_APART = 140  # letters between the two
# What only counts time ("từ năm 2021 đến năm 2022", "năm 2021, 2022"), and what compares.
_STRETCH = re.compile(r"[\W\d]*(?:(?:và|đến|tới|sang|hoặc|hay|các|của|trong|cả|nửa|thuộc)[\W\d]*)*")
_COMPARED = re.compile(
    r"so với|cùng kỳ|(?:tăng|giảm|hơn|bằng|đạt)(?: [^\W\d_]+){0,3} ?\d|(?:từ|hơn|bằng|như) $"
)


def follows(past: Mention, coming: Mention) -> bool:
    """Does `coming` begin where `past` ends, and is neither longer than a year? Where one year is
    told it is that of both.
    """
    if past.year and coming.year and not 0 <= coming.year - past.year <= 1:
        return False
    if any(one.term or one.vague or one.shift is not None for one in (past, coming)):
        return False
    year = past.year or coming.year or SOME_YEAR
    return past.of(year).successor() == coming.of(coming.year or year)


def told_apart(folded: str, past: Mention, coming: Mention) -> bool:
    """Is something said of each, close together, and neither compared with the other?"""
    between = folded[past.end : coming.start]
    if len(between) > _APART or _STRETCH.fullmatch(between):
        return False
    return not _COMPARED.search(between)
