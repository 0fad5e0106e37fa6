"""The body whose work is reviewed: not the speaker's, not the host's.

Every body named in the headline and the lead is weighed by what the words around it say it does;
what is told short ("Ban Tổ chức Tỉnh ủy") is made full from the rest of the page.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from archive.reading.conference import Naming, find_namings, lead
from archive.reading.organs import Organ, find_organs, region_end
from archive.reading.page import Line, Page
from archive.reading.places import Place, older_tones, place_told
from archive.reading.plans import is_conference
from archive.registry import load
from archive.report import Found, Section, Span

_ENOUGH = 3.0
_HOLDS = re.compile(
    r",? ?(?:\([^()\n]{1,60}\),? )?(?:đã |vừa |long trọng |cũng |chính thức )*"
    r"(?:phối hợp (?:với )?[^.;\n]{2,90}? )?(?:tổ chức|họp|mở|tiến hành|tổng kết|sơ kết|triển khai"
    r"|khai mạc|giao ban|nhìn lại|hoàn thành)\b"
)
_PERSON = re.compile(
    r"(?:bí thư|phó|trưởng|trực|chủ nhiệm|chánh|thường vụ|uỷ viên|viên|chủ tịch|giám đốc"
    r"|tổng thư ký|chấp hành|khoá|nguyên|vụ trưởng|cục trưởng|đồng chí|cụm) $"
)
_ATTENDS = re.compile(
    r"(?:đại diện|dự|mời|hội trường|trụ sở|của đồng chí|thay mặt|nguồn|theo|lãnh đạo|tại|trực thuộc"
    r"|của các|đề nghị)(?: có| lãnh đạo| thường trực| các| cơ quan)* $"
)
_REPORTS = re.compile(r" (?:cho biết|báo cáo|xác định|đề ra)")
# An office's own Party committee, named by nothing else, meets with the office.
_OWN_COMMITTEE = "Đảng ủy cơ quan"
_NAMED = ("committee", "other")
_HOST = re.compile(r"\bdo $")
_SPEAKS = re.compile(
    r"cho biết|nhấn mạnh|phát biểu|đánh giá cao|nêu|đề nghị|khẳng định|trình bày|yêu cầu"
)
_ISSUES = re.compile(
    r"(?:\d ?-[a-zđ]{2,4}/[^;.\n]{0,45}|(?:yêu cầu|chỉ đạo|hướng dẫn|quy định|quyết định|kết luận"
    r"|ý kiến|lãnh đạo|phân công|nghị quyết|sự quan tâm)(?: [^\W\d_]+){0,2}) của $"
)
_WORK_OF = re.compile(r"(?:kết quả|thành tích|hoạt động|nhiệm vụ|báo cáo)(?: [^\W\d_]+){0,4} của $")
_NATIONAL = re.compile(r"toàn quốc|cả nước")


@dataclass(frozen=True, slots=True)
class Body:
    """A body: full `name`, place included; `level` (`central`, `cluster`, `province`, `district`,
    `other`); `place`, the province it belongs to, where the text tells.
    """

    name: str
    level: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A body as named at one place, and what the words around it weigh."""

    organ: Organ
    weight: float
    person: bool = False


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
    folded = older_tones(page.folded)
    if not is_conference(page, namings) and not _sector_meets(page, folded):
        return None
    seen = [one for line in lead(page) for one in _in_line(page, folded, line, namings, sections)]
    setting = _setting(page, folded, seen)
    seen += _by_work(folded, namings, seen)
    return _decide(seen, setting)


def _sector_meets(page: Page, folded: str) -> bool:
    """Does the lead speak of a conference of the Party's organisation sector?"""
    sector = load("bodies")["commission"][0]["sector"][0]
    return any(
        "hội nghị" in said and sector in said
        for line in list(lead(page))[:4]
        if (said := folded[line.start : line.end])
    )


def _in_line(
    page: Page,
    folded: str,
    line: Line,
    namings: tuple[Naming, ...],
    sections: tuple[Section, ...],
) -> list[_Seen]:
    if any(part.role == "attendance" and part.start <= line.start < part.end for part in sections):
        return []
    inside = [one for one in namings if line.start <= one.start < line.end]
    seen = []
    for organ in find_organs(page.text, folded, line.start, line.end):
        before = folded[max(line.start, organ.start - 60) : organ.start]
        person = bool(_PERSON.search(before)) and organ.unit != "cluster"
        if line.role == "title":
            weight = _in_title(folded, line, organ, before)
        else:
            weight = _in_text(folded, line, organ, before, inside)
        led = before.endswith("lãnh đạo ") and _HOLDS.match(folded, organ.end)
        aside = _ATTENDS.search(before) and not led
        if person or aside or _ISSUES.search(before) or organ.stem == _OWN_COMMITTEE:
            weight = 0.1
        seen.append(_Seen(organ, weight, person))
    return seen


def _in_title(folded: str, line: Line, organ: Organ, before: str) -> float:
    weight = 4.0
    if organ.start - line.start <= 2 or before.endswith(("của ", "kết ")):
        weight += 2
    if folded.startswith(":", organ.end) or _HOLDS.match(folded, organ.end):
        weight += 2
    return weight


def _in_text(folded: str, line: Line, organ: Organ, before: str, inside: list[Naming]) -> float:
    weight = 0.3
    if before.endswith(("hội nghị ", "hội nghị ban chấp hành đảng bộ ")) and not organ.unit:
        weight += 4
    if _WORK_OF.search(before):
        weight += 4
    if inside:
        weight += 2
        held = _HOLDS.match(folded, organ.end)
        if held or _HOST.search(before):
            weight += 5
        elif before.endswith("của ") and _is_review_of(folded, inside, organ):
            weight += 4
        elif _REPORTS.match(folded, organ.end):
            weight += 2
        elif any(naming.start <= organ.start < naming.end for naming in inside):
            weight += 1 + 2 * organ.sector
        weight += 4 if organ.sector and _gathers(folded, line.start, organ.start) else 0
    elif _HOLDS.match(folded, organ.end):
        weight += 1.5
    elif organ.sector and _gathers(folded, line.start, organ.start):
        weight += 3
    if organ.unit == "other" or organ.stem.startswith("Văn phòng"):
        weight -= 1
    return weight


def _is_review_of(folded: str, inside: list[Naming], organ: Organ) -> bool:
    """Does "của" tie the body to the conference, with nobody speaking in between?"""
    return any(
        naming.start < organ.start < naming.start + 200
        and not _SPEAKS.search(folded, naming.start, organ.start)
        for naming in inside
    )


def _gathers(folded: str, start: int, at: int) -> bool:
    """Do the words right before say that the sector itself met?"""
    return "hội nghị" in folded[max(start, at - 50) : at]


def _by_work(folded: str, namings: tuple[Naming, ...], seen: list[_Seen]) -> list[_Seen]:
    """Bodies told by the work alone: "hội nghị toàn quốc tổng kết công tác dân vận"."""
    found = []
    for naming in namings:
        clause = folded[max(0, naming.start - 60) : min(naming.end, naming.start + 160)]
        clause = clause.rsplit("\n", 1)[-1] if clause.find("\n") < 60 else clause
        row = next(
            (row for row in load("bodies")["commission"] if any(w in clause for w in row["work"])),
            None,
        )
        if row is None:
            continue
        where = naming.start, naming.start + len(naming.head)
        if _NATIONAL.search(clause):
            national = row.get("national")
            stem = national or f"{row['name']} Trung ương"
            organ = Organ(*where, stem, "central", commission=row["name"], sector=bool(national))
            found.append(_Seen(organ, 9.0))
        else:
            own = _own_committee(seen)
            if own:
                stem = f"{row['name']} {own}"
                level = "province" if own in ("Tỉnh ủy", "Thành ủy") else "district"
                found.append(_Seen(Organ(*where, stem, level, commission=row["name"]), 3.2))
    return found


def _own_committee(seen: list[_Seen]) -> str | None:
    """The kind of committee that the page's people belong to."""
    votes: Counter[str] = Counter()
    for one in seen:
        kind = " ".join(one.organ.stem.split()[-2:])
        if kind in ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"):
            votes[kind] += 1
    return votes.most_common(1)[0][0] if votes else None


def _setting(page: Page, folded: str, seen: list[_Seen]) -> _Setting:
    """The province, city and district that complete the page's short names."""
    provinces = Counter(one.organ.place for one in seen if one.organ.place and not one.person)
    near = [place for place, _ in provinces.most_common()]
    districts = Counter(one.organ.district for one in seen if one.organ.district and not one.person)
    districts.update(one.organ.district for one in seen if one.organ.district)
    # The site's own name, above the headline, counts like the rest of the page.
    province = next((place for place in near if not place.city), None)
    city = next((place for place in near if place.city), None)
    short = [one.organ for one in seen if one.organ.place is None and one.organ.level != "central"]
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
        name = re.sub(r"(?i)(?:thành phố |tp\.? ?)?(?:hồ chí minh|hcm)$", place.shown, name)
    return Body(name, organ.level, place.name if place else None)


def _longest(name: str, names: list[str]) -> str:
    """The fullest of `names` that goes on where `name` ends."""
    return max((one for one in names if one == name or one.startswith(f"{name} ")), key=len)


def _decide(seen: list[_Seen], setting: _Setting) -> Found[Body] | None:
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
        key = body.name.lower()
        sums[key] = sums.get(key, 0.0) + max(one.weight, 0.0)
        bodies.setdefault(key, body)
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
