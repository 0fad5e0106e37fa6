"""The body that a page calls by the first word of its name: "Ban", "Cụm", "Nhà trường", "Tỉnh hội".

A report names the body that met once, in its lead, in the site's name or beside a guest, and then
calls it short; bodies that only came are always named in full.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from archive.reading.levels import committee_levels, unit_level
from archive.reading.organ import Organ, is_office, is_plural
from archive.reading.organs import find_organs
from archive.reading.page import Page
from archive.reading.places import older_tones
from archive.reading.wordlist import any_of
from archive.registry import load
from archive.vietnamese import lower

_REACH = 5000
_ENOUGH = 2
_PLACED = re.compile(r" (?:[-–—] .*|(?:tỉnh|thành phố|TP\.?|huyện|Việt Nam)(?: .*)?)$")
_AREAS_HEAD = {"tỉnh hội": "tỉnh", "thành hội": "thành phố", "huyện hội": "huyện"}
_OF_AREA = re.compile(r"Đảng bộ (?:tỉnh|thành phố|TP|huyện|quận|thị xã)")
_COMMUNE = re.compile(r"đảng uỷ (?P<sort>xã|phường|đặc khu)(?!\w)")


def called_short(page: Page, enough: int = _ENOUGH) -> Organ | None:
    """The one body of those that the page names whose name it shortens as its own `enough` times;
    None where none is, or several are as often.
    """
    organ, count = _called_most(page)
    return organ if count >= enough else None


@lru_cache(maxsize=1)  # asked again, with less that is enough, where nothing else tells the body
def _called_most(page: Page) -> tuple[Organ | None, int]:
    """The body whose name the page shortens most, and how often; None where several are alike."""
    said = Counter(_heads(page))
    if not said:
        return None, 0
    named = _named(page)
    site = page.title.span.start if page.title else 0
    votes: Counter[str] = Counter()
    bodies: dict[str, Organ] = {}
    for head, count in said.items():
        own = [one for one in named if _is_of(one, head)]
        if organ := _one(head, [one for one in own if one.start < site]) or _one(head, own):
            bodies.setdefault(organ.stem, organ)
            votes[organ.stem] += count + (organ.start < site)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None, 0
    stem, count = ranked[0]
    return bodies[stem], count


@cache
def _short() -> dict[str, tuple[str, ...]]:
    """What a body is called by → how its name opens, in lower case."""
    return {head: tuple(openings) for head, openings in load("bodies")["called"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    none = any_of(load("bodies")["units"]["not_called"])
    return re.compile(rf"(?<!\w)(?!{none}(?!\w)){any_of(_short())}(?= [^\W\d]|[,.;:)])")


def _heads(page: Page) -> Iterator[str]:
    """Each word by which the article calls a body of its own, as often as it does."""
    text, folded = page.text, page.older
    for line in page.lines:
        if line.start > _REACH or line.role not in ("title", "text", "caption"):
            continue
        for found in _pattern().finditer(folded, line.start, min(line.end, _REACH)):
            after = text[found.end() + 1 : found.end() + 2]
            of_name = text[found.end()] == " " and not after.islower()
            theirs = is_plural(folded, found.start()) or is_office(folded, found.start())
            if found[0] in _AREAS_HEAD and not is_plural(folded, found.start()):
                yield from (found[0],) * _ENOUGH  # nobody else is called so
            elif text[found.start()].isupper() and not of_name and not theirs:
                yield found[0]


def _named(page: Page) -> list[Organ]:
    """The bodies that the page names, and the commission that it names without its committee."""
    organs = [*find_organs(page.text, page.older, 0, min(len(page.text), _REACH))]
    return [*organs, *_bare_commissions(page, organs)]


def _is_of(organ: Organ, head: str) -> bool:
    if _OF_AREA.match(organ.stem):
        return False  # "Đảng bộ tỉnh": whose members are counted, whoever meets
    return _opening(organ, head) is not None


def _opening(organ: Organ, head: str) -> str | None:
    """How the name of a body begins that is called `head`; None where no such name does so."""
    stem = older_tones(lower(organ.stem))
    return next((one for one in _short()[head] if stem.startswith(f"{one} ")), None)


def _one(head: str, named: list[Organ]) -> Organ | None:
    """The one body that all of `named` are, by its fullest name."""
    if not named:
        return None
    if area := _AREAS_HEAD.get(head):
        clearest = max(named, key=lambda one: sum(map(str.isupper, one.stem)))
        stem = f"{_PLACED.sub('', clearest.stem)} {area}"
        return clearest._replace(stem=stem, place=None, level=unit_level("other", stem, None))
    named = [one for one in named if _is_told(one, head)] or named
    # Those of the centre guide whoever meets.
    named = [one for one in named if not _is_above(one)] or named
    fullest = max(named, key=lambda one: len(one.stem.split()))
    begun = f"{_same(fullest.stem)} "
    if all(begun.startswith(f"{_same(one.stem)} ") for one in named):
        return next((one for one in named if one.stem == fullest.stem and one.place), fullest)
    return None


def _same(stem: str) -> str:
    """A committee and the Party organisation that it leads are one."""
    return older_tones(lower(stem)).replace("đảng bộ", "đảng uỷ", 1)


def _is_above(organ: Organ) -> bool:
    """Is it a commission of the centre, or the whole country's ("Hội Luật gia Việt Nam")?"""
    return bool(organ.level == "central" and organ.commission) or organ.stem.endswith(" Việt Nam")


def _is_told(organ: Organ, head: str) -> bool:
    """Is there a word in capitals or a number behind how the name opens: "Ban Chỉ đạo | ra đời"?"""
    rest = organ.stem.split()[len((_opening(organ, head) or head).split()) :]
    return organ.place is not None or any(word[0].isupper() or word[0].isdigit() for word in rest)


def _bare_commissions(page: Page, organs: list[Organ]) -> Iterator[Organ]:
    """Commissions named in capitals without their committee ("Ban Xây dựng Đảng họp"), as those of
    the one committee below the centre that the page names.
    """
    committees = {one.stem: one for one in organs if one.stem in committee_levels()}
    if len(committees) > 1:
        return
    if commune := _COMMUNE.search(page.older, 0, _REACH):
        stem = f"Đảng ủy {commune['sort']}"
        own = Organ(*commune.span(), stem, unit_level("committee", stem, None), unit="committee")
    elif committees:
        (own,) = committees.values()
    else:
        return
    spans = [(one.start, one.end) for one in organs]
    for found in _commission().finditer(page.older, 0, _REACH):
        at = found.start()
        if page.text[at].isupper() and not any(start <= at < end for start, end in spans):
            name = _commissions()[found[0]]
            unit = "committee" if own.unit else None
            yield own._replace(
                start=at, end=found.end(), stem=f"{name} {own.stem}", commission=name, unit=unit
            )
            return


@cache
def _commissions() -> dict[str, str]:
    names = (row["name"] for row in load("bodies")["commission"])
    return {older_tones(lower(name)): name for name in names}


@cache
def _commission() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(_commissions())}(?!\w)")
