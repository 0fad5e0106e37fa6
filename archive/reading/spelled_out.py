"""Bodies that a page names too short to be known by ("Đảng ủy Khối", "Đảng bộ Tổng công ty"), and
what it calls them elsewhere: in a masthead, in a caption, by the name of the unit they lead.
"""

import re
from collections.abc import Iterable

from archive.reading.names import in_full
from archive.reading.organ import Organ
from archive.reading.organs import find_organs
from archive.reading.page import Page
from archive.reading.times.conference import lead
from archive.reading.weighing import Seen
from archive.registry import load

_REACH = 4000
_COMMITTEE = re.compile(r"Đảng (?:ủy|bộ) ")
# "Ban Thường vụ Đảng ủy tổ chức hội nghị", in a unit that the article names beside it.
_OWN = re.compile(
    r"(?P<whose>đ(?<!\wđ)ảng (?:uỷ|bộ)|c(?<!\wc)hi bộ)"
    r"(?= (?:đã |vừa )?(?:tổ chức|họp|mở|tiến hành|tổng kết|sơ kết|khai mạc))"
)
_MINISTRY = "bộ"
_FORCES = ("bộ chỉ huy", "bộ tư lệnh", "bộ đội", "bộ chqs", "bộ chbp")
_MEETS = 7.0
_WORDS_OF_CLUSTER = 3  # "Cụm thi đua" says not which


def spelled_out(page: Page, folded: str, seen: list[Seen]) -> list[Seen]:
    """`seen` with what is named too short named as the page does elsewhere; `folded` is the page as
    `older_tones` gives it.
    """
    bare = [_is_bare(one.organ) for one in seen]
    if not any(bare):
        return seen
    named = [*find_organs(page.text, folded, 0, min(len(folded), _REACH))]
    return [
        one._replace(organ=_fullest(one.organ, named)) if is_bare else one
        for one, is_bare in zip(seen, bare, strict=True)
    ]


def own_committee(page: Page, folded: str) -> list[Seen]:
    """The Party committee that meets without being named, as that of the one unit that the lead
    names: "tại Trường Chính trị …, Đảng ủy tổ chức hội nghị".
    """
    lines = lead(page)
    meets = next(
        (
            found
            for line in lines
            for found in _OWN.finditer(folded, line.start, line.end)
            if found["whose"] != "chi bộ" or page.text[found.start()].isupper()  # any cell meets
        ),
        None,
    )
    if meets is None:
        return []
    organs = [one for line in lines for one in find_organs(page.text, folded, line.start, line.end)]
    units = {in_full(one.stem): one for one in organs if one.unit == "other" and _is_unit(one)}
    if len(units) != 1:
        return []
    (unit,) = units.values()
    whose = {"đảng uỷ": "Đảng ủy", "đảng bộ": "Đảng bộ"}.get(meets["whose"], "Chi bộ")
    organ = unit._replace(
        start=meets.start(), end=meets.end(), stem=f"{whose} {unit.stem}", unit="committee"
    )
    return [Seen(organ, _MEETS)]


def _is_bare(organ: Organ) -> bool:
    """Is a cluster or committee named by its sort alone, or by that of the unit it leads?"""
    if organ.unit == "cluster":
        return len(organ.stem.split()) == _WORDS_OF_CLUSTER
    if organ.unit != "committee":
        return False
    said = in_full(organ.stem)
    units = load("bodies")["units"]
    unit = _led(said)
    led = unit != said and unit in (*units["other"], _MINISTRY) and unit not in units["whole"]
    return said in units["bare"] or led


def _fullest(organ: Organ, named: Iterable[Organ]) -> Organ:
    """`organ` by the shortest name that goes on where its own ends, rather one with a place."""
    said = in_full(organ.stem)
    committee = _COMMITTEE.match(organ.stem)
    unit = _same(_led(said))
    longer: dict[str, Organ] = {}
    for one in named:
        if one.unit == organ.unit:
            if _same(in_full(one.stem)).startswith(f"{_same(said)} "):
                longer.setdefault(one.stem, one)
        elif committee and one.unit == "other" and _is_led(in_full(one.stem), unit):
            longer.setdefault(f"{committee[0]}{one.stem}", one)
    if not longer:
        return organ
    stem = min(longer, key=lambda name: (*_rank(longer[name], organ.stem), len(name.split())))
    other = longer[stem]
    return organ._replace(stem=stem, level=_level(organ, other), place=other.place or organ.place)


def _is_led(name: str, unit: str) -> bool:
    """Is `name` that of what a committee told as that of the `unit` leads: of ministries alone
    where that is a "bộ"?
    """
    return name.startswith(f"{unit} ") and not (unit == _MINISTRY and name.startswith(_FORCES))


def _rank(organ: Organ, short: str) -> tuple[bool, bool, bool]:
    """What is told of a committee goes before what is told of its unit, a name in large letters
    before words that may be none ("các trường của Tập đoàn mới tuyển …"), with a place before.
    """
    said = organ.stem.split()[len(_led(in_full(short)).split()) :]
    small = organ.unit != "committee" and not any(map(_is_name, said))
    return organ.unit != "committee", small, organ.place is None


def _is_name(word: str) -> bool:
    return word[0].isupper()


def _level(organ: Organ, other: Organ) -> str:
    return other.level if other.unit == "committee" else organ.level


def _led(name: str) -> str:
    """What a committee of that name leads."""
    return name.removeprefix("đảng uỷ ").removeprefix("đảng bộ ")


def _same(name: str) -> str:
    """A committee and the Party organisation that it leads are one."""
    return name.replace("đảng bộ", "đảng uỷ", 1)


def _is_unit(organ: Organ) -> bool:
    """Is it a workplace that has a Party committee of its own, no people's or mass body?"""
    return in_full(organ.stem).startswith(tuple(load("bodies")["units"]["workplaces"]))
