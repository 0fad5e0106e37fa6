"""The periods that a query names: `quý I/2024`, `6 tháng đầu năm 2023`, `năm 2022`.

A query is read without its marks, and what is asked is told in full: a year stands in it
(`archive.worded`).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from archive import vietnamese
from archive.period import Period
from archive.worded import PERIOD, period_found

_DONE = re.compile(r"(?:tong\sket|so\sket|ket\squa|danh\sgia|kiem\sdiem)(?:\s\w{1,8}){0,6}\s$")
_TO_DO = re.compile(
    r"(?:nhiem\svu|ke\shoach|phuong\shuong|chuong\strinh|trien\skhai)"
    r"(?:\s(?:cong\stac|trong\stam|hoat\sdong|trong|cua|cho|ca))*\s$"
)
_BEFORE = 60  # letters before a period that may say which side of it is asked
_LONGEST = 10_000  # letters of what is typed or pasted that are looked at


class Asked(NamedTuple):
    """A period named from `start` to `end`: what was `reviewed` for it or `planned` is asked, or
    whatever there is. What says that it is planned begins at `lead`.
    """

    start: int
    end: int
    period: Period
    lead: int
    side: Literal["reviewed", "planned"] | None = None


def asked(text: str) -> Iterator[Asked]:
    """The periods that NFC `text` names outside quotation marks and fields, in text order."""
    bare = re.sub(r'"[^"]*"?', lambda quoted: " " * len(quoted[0]), vietnamese.bare(text))
    last = 0
    for found in PERIOD.finditer(bare[:_LONGEST]):
        if period := period_found(found):
            start, end = found.span()
            opening = max(last, start - _BEFORE)
            before, last = bare[opening:start], end
            if _DONE.search(before):
                yield Asked(start, end, period, start, "reviewed")
            elif to_do := _TO_DO.search(before):
                yield Asked(start, end, period, opening + to_do.start(), "planned")
            else:
                yield Asked(start, end, period, start)
