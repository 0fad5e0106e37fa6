"""A body as a text names it, and what the words right before a name say of it."""

import re
from typing import NamedTuple

from archive.reading.places import Place

# The sort of area that may stand before a committee's place.
AREA = re.compile(r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|đặc khu) (?=\w)")
_OFFICE = ("bí thư ", "phó ", "trưởng ", "chủ nhiệm ", "chánh ", "viên ", "chủ tịch ", "nguyên ")
_SEAT = ("trực ", "thường vụ ")
_SEATS = ("ban thường trực ", "ban thường vụ ", " với thường vụ ")
_EITHER = _OFFICE + _SEAT
_MANY = (
    "các ",
    "nhiều ",
    "những ",
    *(
        f"{area}{committee}{joined} "
        for area in ("tỉnh", "huyện", "thị", "quận", "thành")
        for committee in ("", " uỷ")
        for joined in ("", ",", " và", ", và")
    ),
)
# "13 ban tổ chức tỉnh ủy, thành ủy": the bodies of several committees.


class Organ(NamedTuple):
    """A body as named: `stem` the name without its place ("Ban Tổ chức Tỉnh ủy"), `place` or
    `district` where the text tells them there.

    `sector` marks "ngành …": the name of a whole sector, whose body is its commission. `unit` is
    `cluster`, `committee` or `other` for what is named in full and looked up nowhere.
    """

    start: int
    end: int
    stem: str
    level: str
    place: Place | None = None
    district: str | None = None
    commission: str | None = None
    sector: bool = False
    unit: str | None = None


def is_plural(folded: str, at: int) -> bool:
    """Is more than one body meant: "các tỉnh ủy", "huyện, thành ủy"?"""
    return folded.endswith(_MANY, 0, at)


def is_office(folded: str, at: int) -> bool:
    """Do the words right before `at` name somebody's office, not a committee's standing members?"""
    return folded.endswith(_EITHER, 0, at) and (
        folded.endswith(_OFFICE, 0, at) or not folded.endswith(_SEATS, 0, at)
    )
