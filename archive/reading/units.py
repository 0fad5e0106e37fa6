"""Bodies that are named in full and looked up nowhere: clusters, Party committees, other units."""

import re
from functools import cache

from archive.reading.levels import unit_level
from archive.reading.names import (
    as_written_below,
    cased,
    class_end,
    name_end,
    person_start,
    place_end,
    written_out,
)
from archive.reading.organ import AREA, Organ, is_office, is_plural
from archive.reading.places import Place, place_at, place_endings
from archive.registry import load
from archive.vietnamese import lower

_LONGEST = 120
_OF_AREA = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w)")
_CELL = "chi bộ"
# "Đảng ủy xã họp sơ kết", "Chi bộ thôn tổng kết năm": whose place is told elsewhere.
_MEETS = re.compile(r" (?:đã |vừa )?(?:họp|tổ chức|tổng kết|sơ kết|mở|tiến hành|giao ban)(?!\w)")
# "hội nghị tổng kết công tác năm 2025 của Đảng ủy phường"
_MEETING_OF = re.compile(r"(?:hội nghị|họp|tổng kết|sơ kết|giao ban)(?!\w)[^.;\n]{0,50} của $")
_NEAR = 70
# What a steering board is for opens with words that end other names.
_BOARD_FOR = re.compile(
    r"(?: (?:tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|trung ương|t\.?ư\.?|tw|tỉnh|thành phố|huyện"
    r"|quốc gia)(?!\w))?(?: về)?(?: (?:triển khai|thực hiện)(?!\w))*"
)
# "phường Hòa Bình" is named like a province, and lies in another.
_BELOW = ("phường ", "xã ", "thị trấn ", "huyện ", "quận ", "đặc khu ")


@cache
def _units(name: str) -> frozenset[str]:
    return frozenset(load("bodies")["units"][name])


def unit_at(text: str, folded: str, found: re.Match[str], end: int, kind: str) -> Organ | None:
    """A body named in full: its name runs on to the first word that cannot belong to it."""
    start, opening = found.start(), found[0]
    if kind == "other" and is_plural(folded, start):
        return None
    if opening in _units("short") and not _is_name(text, folded, found):
        return None
    board = _BOARD_FOR.match(folded, found.end()) if opening == "ban chỉ đạo" else None
    begun = board.end() if board else found.end()
    stop = name_end(text, folded, begun, min(end, start + _LONGEST))
    stop = place_end(text, folded, found.end(), stop)
    # What a board is for may be told in any words, whose it is in those of an area alone.
    area = _OF_AREA.search(folded, begun, stop) if board else None
    if area or not board:
        led = start + len(_CELL) if opening.startswith(_CELL) else found.end()
        at = area.end() if area else led
        stop = max(class_end(text, at, stop, committee=kind == "committee"), found.end())
    entire = kind == "other" and opening in _units("whole")
    if entire or is_office(folded, start):
        stop = person_start(text, folded, found.end(), stop)
    name = text[start:stop].rstrip(" ,-–").removesuffix(" và")
    if name.isupper():
        name = as_written_below(text, folded, found, name)
    stop = start + len(name)
    alone = len(name) == found.end() - start and kind != "cluster"
    local = opening in _units("local") and (
        _MEETS.match(folded, stop) or _MEETING_OF.search(folded, start - _NEAR, start)
    )
    if alone and opening not in _units("whole") and not local:
        return None
    name = written_out(cased(name))
    place = _last_place(folded, start, stop)
    if place and text[start:stop].isupper() and name.endswith(lower(place.name)):
        name = name.removesuffix(lower(place.name)) + place.name
    return Organ(start, stop, name, unit_level(kind, name, place), place, unit=kind)


def may_open(text: str, folded: str, found: re.Match[str]) -> bool:
    """Does the opening of a unit's name in small letters open one ("tại trường Chính trị")?"""
    start, opening = found.start(), found[0]
    return (
        (opening.count(" ") > 1 and _OF_AREA.match(folded, found.end()) is not None)
        or (opening.startswith("bộ ") and text[start + len("bộ ")].isupper())  # "bộ Tư pháp"
        or (opening == "trường" and folded.endswith((" tại ", " ở ", " của "), 0, start))
        or (opening == "báo" and folded.endswith((", ", "nay ", "qua "), 0, start))
        or (opening == "ngành" and folded.find("toàn quốc", max(0, start - 50), start) >= 0)
    )


def _is_name(text: str, folded: str, found: re.Match[str]) -> bool:
    """Does a name follow an opening that common nouns share ("Công an tỉnh Sơn La")?"""
    before = text[max(0, found.start() - 2) : found.start()]
    if (
        before[:1].isupper()
        and before.endswith(" ")
        and text[found.start() : found.end()].isupper()
    ):
        return False  # the second syllable of a word in capitals: "THƯỜNG VỤ"
    at = found.end() + 1
    area = AREA.match(folded, at)
    at = area.end() if area else at
    return text[at : at + 1].isupper()


def _last_place(folded: str, start: int, stop: int) -> Place | None:
    """The province at the end of a name."""
    if folded[stop - 3 : stop] not in place_endings():
        return None
    at = stop
    for _ in range(6):
        at = folded.rfind(" ", start, at)
        if at < 0:
            return None
        place = place_at(folded, at + 1)
        if place and place[1] == stop:
            return None if folded.endswith(_BELOW, start, at + 1) else place[0]
    return None
