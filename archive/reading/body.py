"""The body whose work is reviewed: not the speaker's, not the host's.

Every body named in the headline and the lead is weighed by what the words around it say it does;
what is told short ("Ban Tổ chức Tỉnh ủy") is made full from the rest of the page.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from archive.reading.names import in_full, region_end
from archive.reading.organs import Organ
from archive.reading.page import Page
from archive.reading.places import Place, place_heading, place_told
from archive.reading.times.conference import find_namings, lead
from archive.reading.times.plans import is_conference
from archive.reading.weighing import Seen, told_by_work, weigh
from archive.registry import load
from archive.report import Found, Section, Span

_ENOUGH = 3.0
_NAMED = ("committee", "other")


@dataclass(frozen=True, slots=True)
class Body:
    """A body: full `name`, place included; `level` (`central`, `cluster`, `province`, `district`,
    `other`); `place`, the province it belongs to, where the text tells.
    """

    name: str
    level: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Setting:
    """What completes a short name: the page's province, city and district; a cluster in full."""

    province: Place | None
    city: Place | None
    district: str | None
    cluster: str | None


def find_body(page: Page, sections: tuple[Section, ...]) -> Found[Body] | None:
    """The body whose work the conference reviewed."""
    namings = find_namings(page)
    folded = page.older
    if not is_conference(page, namings) and not _sector_meets(page, folded):
        return None
    came = [section for section in sections if section.role == "attendance"]
    seen = [one for line in lead(page) for one in weigh(page, folded, line, namings, came)]
    setting = _setting(page, folded, seen)
    seen += told_by_work(folded, namings, seen)
    return _decide(seen, setting) or _presiding(seen, setting)


def _presiding(seen: list[Seen], setting: _Setting) -> Found[Body] | None:
    """Where nothing else tells it: the body whose head alone presides."""
    chairs = {one.organ.stem: one.organ for one in seen if one.chair}
    if len(chairs) != 1:
        return None
    (organ,) = chairs.values()
    return Found(_full(organ, setting), Span(organ.start, organ.end), 0.6)


def _sector_meets(page: Page, folded: str) -> bool:
    """Does the lead speak of a conference of the Party's organisation sector?"""
    sector = load("bodies")["commission"][0]["sector"][0]
    return any(
        "hội nghị" in said and sector in said
        for line in lead(page)[:4]
        if (said := folded[line.start : line.end])
    )


def _setting(page: Page, folded: str, seen: list[Seen]) -> _Setting:
    """The province, city and district that complete the page's short names."""
    provinces = Counter(one.organ.place for one in seen if one.organ.place and not one.person)
    near = [place for place, _ in provinces.most_common()]
    districts = Counter(one.organ.district for one in seen if one.organ.district and not one.person)
    districts.update(one.organ.district for one in seen if one.organ.district)
    # The site's own name, above the headline, counts like the rest of the page.
    province = next((place for place in near if not place.city), None)
    city = next((place for place in near if place.city), None)
    short = [one.organ for one in seen if one.organ.place is None and one.organ.level != "central"]
    heading = place_heading(folded, page.title.span.start) if page.title else None
    if heading and heading.city:
        city = city or heading
    else:
        province = province or heading
    if province is None and any("Thành ủy" not in organ.stem for organ in short):
        province = place_told(folded, city=False)
    if city is None and (not province or any("Thành ủy" in organ.stem for organ in short)):
        city = place_told(folded, city=True)
    return _Setting(
        province,
        city,
        districts.most_common(1)[0][0] if districts else None,
        _cluster(page, folded, [one.organ.stem for one in seen if one.organ.unit == "cluster"]),
    )


_MEMBERS = re.compile(
    r"ban tổ chức (?:của )?các tỉnh(?: uỷ)?,? (?:và )?thành(?: phố| uỷ)?(?:,? đảng uỷ)? "
    r"(?:trong |thuộc )?(?:khu vực|vùng|phía|miền) (?=\S)"
)


def _cluster(page: Page, folded: str, names: list[str]) -> str | None:
    """The cluster's fullest name: its number and sector, or whose cluster it is."""
    if not names:
        return None
    name = max(names, key=lambda name: (min(len(name.split()), 12), -names.index(name)))
    if len(name.split()) > 5:
        return name
    members = _MEMBERS.search(folded)
    if members and len(name.split()) == 3:
        return (
            f"{name} Ban Tổ chức"
            + page.text[members.start() + len("ban tổ chức") : region_end(page.text, members.end())]
        )
    row = load("bodies")["commission"][0]
    if any(word in folded for word in row["sector"]):
        return f"{name} {row['national']}"
    return name


def _full(organ: Organ, setting: _Setting) -> Body:
    """The body with its full name."""
    if organ.unit == "cluster":
        return Body(setting.cluster or organ.stem, "cluster")
    if organ.unit:
        return _unit(organ, setting)
    if organ.level == "central":
        return Body(organ.stem, "central")
    if organ.level == "district" or (organ.stem.endswith("Thành ủy") and organ.district):
        name = organ.district or setting.district
        place = setting.province or setting.city
        return Body(
            f"{organ.stem} {name}" if name else organ.stem,
            "district",
            place.name if place else None,
        )
    place = organ.place or (setting.city if organ.stem.endswith("Thành ủy") else setting.province)
    if place is None:
        if organ.stem.endswith("Thành ủy") and setting.district:
            return Body(f"{organ.stem} {setting.district}", "district", None)
        return Body(organ.stem, "province")
    return Body(f"{organ.stem} {place.shown}", "province", place.name)


def _unit(organ: Organ, setting: _Setting) -> Body:
    name, place = organ.stem, organ.place
    if organ.level == "province" and place is None:
        place = setting.province or setting.city
        if place and re.search(r"(?:tỉnh|thành phố|TP\.?)$", name):
            return Body(f"{name} {place.name}", organ.level, place.name)
    if place and place.shown != place.name:
        name = re.sub(r"(?i)(?:(?:thành phố |tp\.? ?)(?:hồ chí minh|hcm)|hcm)$", place.shown, name)
    return Body(name, organ.level, place.name if place else None)


def _longest(name: str, names: list[str]) -> str:
    """The fullest of `names` that goes on where `name` ends."""
    return max((one for one in names if one == name or one.startswith(f"{name} ")), key=len)


def _decide(seen: list[Seen], setting: _Setting) -> Found[Body] | None:
    """The body with the most weight; a sector told without its place is that of the host's level,
    else the whole country's.
    """
    local = any(
        one.weight >= 5 and one.organ.level in ("province", "district") and not one.organ.sector
        for one in seen
    )
    sums: dict[str, float] = {}
    bodies: dict[str, Body] = {}
    spans: dict[str, tuple[float, Span]] = {}
    units = [one.organ.stem for one in seen if one.organ.unit in _NAMED and one.weight >= 2]
    for one in seen:
        organ = one.organ
        if organ.sector and organ.level == "central" and local and one.weight < 9:
            continue
        if organ.unit in _NAMED and one.weight >= 2:
            # "Đảng ủy Tập đoàn Dầu khí" is the same as its longer name further down.
            organ = replace(organ, stem=_longest(organ.stem, units))
        body = _full(organ, setting)
        key = in_full(body.name)
        sums[key] = sums.get(key, 0.0) + max(one.weight, 0.0)
        if key not in bodies or len(body.name) > len(bodies[key].name):
            bodies[key] = body
        best = spans.get(key)
        if best is None or one.weight > best[0]:
            spans[key] = one.weight, Span(organ.start, organ.end)
    ranked = sorted(sums, key=lambda key: -sums[key])
    if not ranked or sums[ranked[0]] < _ENOUGH:
        return None
    first = ranked[0]
    margin = sums[first] - (sums[ranked[1]] if len(ranked) > 1 else 0)
    sure = 0.95 if margin >= 5 and sums[first] >= 8 else 0.88 if margin >= 2.5 else 0.7
    also = tuple(bodies[key] for key in ranked[1:3] if sums[key] >= _ENOUGH)
    return Found(bodies[first], spans[first][1], sure, also)
