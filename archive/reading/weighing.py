"""How much the words around a named body say that the conference reviewed its work.

A body in the headline, one that holds the conference and one whose conference it is ("của …") weigh
much; a speaker's body, a guest's and that of a document's issuer weigh next to nothing.
"""

import re
from typing import NamedTuple

from archive.reading.levels import committee_levels
from archive.reading.organ import Organ, is_office
from archive.reading.organs import find_organs
from archive.reading.page import Line, Page
from archive.reading.spans import Spans
from archive.reading.times.conference import Naming
from archive.reading.times.host import meets
from archive.registry import load
from archive.vietnamese import lower

ASIDE = 0.1
HOST_WEIGHS = 7.0
_HOLDS = re.compile(
    r",? ?(?:\([^()\n]{1,400}\),? )?(?:(?:khoá|nhiệm kỳ) [\w –-]{1,16}?,? )*"
    r"(?:(?:vào )?(?:sáng|chiều|tối|ngày|hôm)[^.;:,\n]{1,24}?,? )?"
    r"(?:đã |vừa |long trọng |cũng |chính thức )*"
    r"(?:phối hợp (?:với )?[^.;\n]{2,90}? )?(?:tổ chức|họp|mở|tiến hành|tổng kết|sơ kết|triển khai"
    r"|khai mạc|giao ban|nhìn lại|hoàn thành|có (?:hội nghị|buổi|cuộc))\b"
)
_PERSON = (
    "viên ban thường vụ ", "viên ban thường trực ", "viên ban chấp hành ", "giám đốc ",
    "tổng thư ký ", "khoá ", "đồng chí ", "cụm ",
)  # fmt: skip
# A committee's standing members meet for it; a deputy who is one of them does not.
_STANDING = re.compile(
    r"(?<!bí thư )(?<!chủ tịch )(?<!viên )(?<!đồng chí )(?<!trưởng ban )(?<!ban )thường trực $"
)
_HEAD = ("trưởng ", "chủ nhiệm ", "chánh ", "bí thư ")
_DEPUTY = tuple(f"phó {head}" for head in _HEAD)
_PRESIDES = re.compile(r"[^.;\n]{0,60}? (?:chủ trì|điều hành)")
_PRESIDED = re.compile(
    r"chủ trì(?: hội nghị)?(?::| (?:có|là)) [^.;\n]{0,160}$"
    r"|(?:chủ trì|điều hành) của [^.,;\n]{0,60}$"
)
_ATTENDS = re.compile(
    r"(?:đại diện|dự|mời|hội trường|trụ sở|của đồng chí|thay mặt|nguồn|theo|lãnh đạo|tại"
    r"|thuộc|của các|đề nghị)"
    r"(?: có| lãnh đạo| thường trực| các| cơ quan| ban (?:thường vụ|chấp hành|thường trực))* $"
)
# How that ends, far cheaper to ask.
_ATTENDING = (
    "đại diện ", "dự ", "mời ", "hội trường ", "trụ sở ", "đồng chí ", "thay mặt ", "nguồn ",
    "theo ", "lãnh đạo ", "tại ", "thuộc ", "các ", "đề nghị ", " có ", "thường trực ",
    "cơ quan ", "thường vụ ", "chấp hành ",
)  # fmt: skip
_COMES = re.compile(
    r"[^.;,:\n]{0,24}? (?:cùng dự|tới dự|đến dự|dự|tham dự|tặng hoa|mang|gửi|chúc mừng|chia sẻ"
    r"|trao đổi)\b"
)
_OWN_CONFERENCE = re.compile(r" (?:[^.;,\n]{0,20}?hội nghị|(?:phiên|kỳ) (?:họp|thứ|lần))")
# "Tại hội nghị hôm qua, Tỉnh ủy … đã nhìn lại …"
_AT_IT = re.compile(r"(?:tại|trong) (?:hội nghị|(?:cuộc|buổi|phiên) họp)[^.;\n]{0,36}, $")
_SOON = 60
_WORKED_WITH = ("làm việc với ", "làm việc với ban thường vụ ", "làm việc với thường trực ")
# The committee that a Party organisation's congress elects is its Tỉnh ủy, Huyện ủy, …
_ELECTED = ("ban chấp hành ", "bch ")
_COMMITTEE_MEETS = re.compile(r"hội nghị (?:ban chấp hành|bch)")
_PLENARY = re.compile(
    r"hội nghị (?:lần thứ \w{1,6} )?(?:của )?(?:(?:ban chấp hành|bch) (?:đảng bộ )?)?$"
)
_REPORTS = re.compile(r" (?:cho biết|báo cáo|xác định|đề ra)")
# An office's own Party committee, named by nothing else, meets with the office.
_OWN_COMMITTEE = "Đảng ủy cơ quan"
_AREAS_PARTY = re.compile(
    r"(?i:đảng bộ (?P<area>tỉnh|thành phố|tp\.?|huyện|quận|thị xã))(?: (?P<name>\S[^\n]*))?"
)
_OF_COMMUNE = re.compile(r"^Đảng bộ(?= (?:xã|phường|thị trấn|đặc khu)(?!\w))")
# "Văn phòng Tỉnh ủy, Khối trưởng, trình bày": the cluster's own conference.
_AS_HOST = re.compile(
    r", (?:là )?(?:đơn vị|cơ quan|nơi) (?:đứng ra )?(?:tổ chức|chủ trì|triệu tập|mở) "
)
_LEADS_CLUSTER = re.compile(r",? (?:- |– |là |làm )?(?:đơn vị )?(?:cụm|khối) (?:trưởng|phó)(?!\w)")
_HOST = re.compile(r"\bdo $")
_SPEAKS = re.compile(
    r"cho biết|nhấn mạnh|phát biểu|đánh giá cao|nêu|đề nghị|khẳng định|trình bày|yêu cầu"
    r"|thảo luận|bỏ phiếu"
)
_ISSUES = re.compile(
    r"(?:\d ?-[a-zđ]{2,4}/[^;.\n]{0,45}|(?:yêu cầu|chỉ đạo|hướng dẫn|quy định|quyết định|kết luận"
    r"|ý kiến|lãnh đạo|phân công|nghị quyết|sự quan tâm|văn bản)(?: [^\W\d_]+){0,2}"
    r"|(?:kế hoạch|chương trình|nghị quyết) (?!năm \d|\d|hội nghị)[^;.\n]{3,50}) của "
    r"(?:ban (?:thường vụ|chấp hành|thường trực) )?$"
)
_ISSUED = ("của ", "của ban thường vụ ", "của ban chấp hành ", "của ban thường trực ")
_WORK_OF = re.compile(
    r"(?:kết quả|thành tích|hoạt động|nhiệm vụ|báo cáo)(?: [^\W\d_]+){0,4} của $"
    r"|(?:năm|đầu năm|cuối năm|tháng|quý \w{1,3})(?: \d{4})? (?:của|với) $"
)
# "…, Trưởng Ban nói tại hội nghị tổng kết của Ban": the conference is that of the head's own body.
_OF_OWN = re.compile(r" của (?:ban|ngành|đơn vị|cơ quan|uỷ ban|văn phòng)(?!\w| [a-zđ])")
_LOOKS_BACK = re.compile(
    r"[^.;:\n]{0,60} (?:khi|lúc|trong buổi|tại buổi|ở buổi|tại cuộc) (?:họp )?"
)
_OF_CLUSTER = " của cụm"
# "13 ban tổ chức thuộc Cụm thi đua số 6 dự hội nghị sơ kết": where its members meet, it meets.
_MEMBERS_OF = re.compile(
    r"(?<!đại diện )(?<!lãnh đạo )(?<!của )(?:các|\d{1,2}) (?:ban|đơn vị|thành viên|cơ quan|tỉnh"
    r"|đảng uỷ)[^.;\n]{0,50}(?:thuộc|trong|của|thành viên) $"
)
_LISTED = 2.0
_OF_SEVERAL = " gồm "
_LIST = re.compile(
    r"(?:,| và|, và| cùng| cùng với|, cùng) (?:[A-ZĐÀ-Ỹ][^,.;:\n]{2,40}(?:,| và|, và) ){0,6}"
)
_COMMON = re.compile(r" (?:gồm|cùng) ")
_OWNS = 8.0
_HOSTS = 2.0


class Seen(NamedTuple):
    """A body as named at one place, and what the words around it weigh.

    `person` marks the body of somebody named by his office, `chair` that of the head who presides.
    """

    organ: Organ
    weight: float
    person: bool = False
    chair: bool = False


def weigh(
    page: Page,
    folded: str,
    line: Line,
    namings: tuple[Naming, ...],
    attendance: Spans,
) -> list[Seen]:
    """The bodies that `line` names; `folded` is the page as `older_tones` gives it, `attendance`
    the parts that say who came.
    """
    inside = [one for one in namings if line.start <= one.start < line.end]
    came = not inside and line.start in attendance
    if came and not _COMMITTEE_MEETS.search(folded, line.start, line.end):
        return []
    seen: list[Seen] = []
    for named in find_organs(page.text, folded, line.start, line.end):
        begin = named.start - 60
        if begin < line.start:
            begin = line.start
        before = folded[begin : named.start]
        organ = _committee(named) if before.endswith(_ELECTED) else named
        standing = before.endswith("thường trực ") and _STANDING.search(before)
        if standing and inside and before.endswith("của thường trực "):
            before = before.removesuffix("thường trực ")
        sits = standing and _HOLDS.match(folded, organ.end)
        office = is_office(before, len(before)) or _is_elected(before) or before.endswith(_PERSON)
        # "Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy, đơn vị tổ chức cuộc họp": whose meeting it is.
        holds = _AS_HOST.match(folded, organ.end)
        person = office and organ.unit != "cluster" and not (sits or holds)
        weight = ASIDE if person else _weight(folded, line, organ, before, inside)
        weight = HOST_WEIGHS if holds else weight
        chair = person and bool(
            before.endswith(_HEAD)
            and not before.endswith(_DEPUTY)
            and (
                _PRESIDES.match(folded, organ.end, line.end)
                or _PRESIDED.search(folded, max(line.start, organ.start - 200), organ.start)
                or any(_OF_OWN.search(folded, one.start, one.end) for one in inside)
            )
        )
        last = seen[-1] if seen else None
        if weight >= _LISTED and last and _ends_list(page.text, line, last.organ, organ):
            if any(one.chair for one in seen) or _OF_SEVERAL in folded[line.start : organ.start]:
                weight = ASIDE  # "các cơ quan gồm Thanh tra, Sở Tư pháp họp": who else was there
            elif last.weight > ASIDE:
                seen[-1] = last._replace(weight=max(last.weight, weight))
        if organ.unit == "cluster" and last and folded[last.organ.end : organ.start] == " (":
            # "Ban Tổ chức Trung ương (Cụm thi đua số 2 …) tổ chức": whose conference it is.
            weight = max(weight, last.weight)
            seen[-1] = last._replace(weight=ASIDE)
        leads = organ.sector or organ.level == "central"
        if leads and last and last.organ.unit == "cluster" and _joined(folded, last, organ):
            seen[-1] = last._replace(weight=max(last.weight, weight))
            weight = ASIDE
        seen.append(Seen(organ, weight, person, chair))
    return seen


def _ends_list(text: str, line: Line, last: Organ, organ: Organ) -> bool:
    """Is `organ` the last of several bodies that meet together, `last` among them: "Ban Nội chính
    Tỉnh ủy cùng Công an, Thanh tra và Sở Tư pháp họp"?
    """
    if _LIST.fullmatch(text, last.end, organ.start) is None:
        return False
    between = text[last.end : organ.start]
    return between != ", " or _COMMON.search(text, line.start, last.start) is not None


def _is_elected(before: str) -> bool:
    """Is it one of a committee's elected members, not that committee itself?"""
    return before.endswith("chấp hành ") and not before.endswith("ban chấp hành ")


def hosts_aside(seen: list[Seen]) -> list[Seen]:
    """`seen`, where the conference is a cluster's own, with whoever arranged it weighing little."""
    owner = max((one.weight for one in seen if one.organ.unit == "cluster"), default=0.0)
    if owner < _OWNS or any(one.weight > owner for one in seen):
        return seen
    return [
        one if one.organ.unit == "cluster" else one._replace(weight=min(one.weight, _HOSTS))
        for one in seen
    ]


def _joined(folded: str, cluster: Seen, sector: Organ) -> bool:
    """Is a sector the rest of a cluster's name ("Cụm thi đua số 5, ngành Tổ chức …")?"""
    return folded[cluster.organ.end : sector.start].strip() in (",", "-", "–", "thuộc", "của")


def _committee(organ: Organ) -> Organ:
    """The committee that an area's Party organisation elected ("Đảng bộ thành phố", "Đảng bộ tỉnh
    Ninh Thuận"); any other body as it is.
    """
    named = _AREAS_PARTY.fullmatch(organ.stem)
    if named is None and organ.place and organ.stem == f"Đảng bộ {organ.place.name}":
        rank = "Thành ủy" if organ.place.city else "Tỉnh ủy"
        return organ._replace(stem=rank, level=committee_levels()[rank], unit=None)
    if named is None:
        return organ._replace(stem=_OF_COMMUNE.sub("Đảng ủy", organ.stem))
    area, name = lower(named["area"]), named["name"]
    area = "thành phố" if area.startswith("tp") else area
    row = next(row for row in load("bodies")["committees"].values() if row["area"] == area)
    plain = organ._replace(stem=row["name"], level=row["level"], unit=None)
    if name is None or (organ.place and (organ.place.city or row["name"] == "Tỉnh ủy")):
        return plain
    return plain._replace(level="district", place=None, district=name)


def _weight(folded: str, line: Line, organ: Organ, before: str, inside: list[Naming]) -> float:
    """What a body weighs: next to nothing where its document, its people or its place are meant."""
    if _LEADS_CLUSTER.match(folded, organ.end) and organ.unit != "cluster":
        return ASIDE
    if organ.stem == _OWN_COMMITTEE or (before.endswith(_ISSUED) and _ISSUES.search(before)):
        return ASIDE
    members = organ.unit == "cluster" and _MEMBERS_OF.search(before)
    if not members and before.endswith(_ATTENDING) and _ATTENDS.search(before):
        led = before.endswith("lãnh đạo ") and _HOLDS.match(folded, organ.end)
        sited = organ.unit == "committee" and before.endswith("tại ")
        if not led and not (sited and _named_before(inside, organ)):
            return ASIDE
    if line.role == "title":
        weight = _in_title(folded, line, organ, before)
    else:
        weight = _in_text(folded, line, organ, before, inside)
    if members:
        return weight + (4 if inside else 0)
    comes = weight < HOST_WEIGHS and _COMES.match(folded, organ.end, line.end)
    return ASIDE if comes else weight


def _in_title(folded: str, line: Line, organ: Organ, before: str) -> float:
    weight = 4.0
    if organ.start - line.start <= 2 or before.endswith(("của ", "kết ")):
        weight += 2 if organ.unit != "other" or organ.start - line.start <= 2 else -2
    if folded.startswith(":", organ.end) or _HOLDS.match(folded, organ.end):
        weight += 2
    return weight


def _in_text(folded: str, line: Line, organ: Organ, before: str, inside: list[Naming]) -> float:
    weight = 0.3
    if _PLENARY.search(before) and (
        not organ.unit
        or before.endswith(_ELECTED)
        or (organ.level == "central" and _HOLDS.match(folded, organ.end))
    ):
        weight += 4
    whose = not inside and organ.unit == "committee" and before.endswith("hội nghị của ")
    if whose or (before.endswith(("của ", "với ")) and _WORK_OF.search(before)):
        weight += 4
    if inside:
        weight += 2 + _at_naming(folded, organ, before, inside)
        weight += 4 if organ.sector and _gathers(folded, line.start, organ.start) else 0
    elif holds := _HOLDS.match(folded, organ.end):
        own = _OWN_CONFERENCE.match(folded, holds.end()) or _AT_IT.search(before)
        weight += 3.5 if own or before.endswith("hội nghị do ") else 1.5
    elif organ.sector and _gathers(folded, line.start, organ.start):
        weight += 3
    if organ.unit == "other":
        return weight - 1
    return max(weight - 1, 2 * ASIDE) if organ.stem.startswith("Văn phòng") else weight


def _at_naming(folded: str, organ: Organ, before: str, inside: list[Naming]) -> float:
    """What the words between a body and the conference that its line names weigh."""
    weight = 0.0
    if before.endswith(" khi "):
        return weight  # "…, khi Đảng ủy Tập đoàn tổng kết": another conference
    if organ.unit == "cluster" and any(_OF_CLUSTER in folded[n.start : n.end] for n in inside):
        weight = 4
    coming = [one.start for one in inside if one.start > organ.end]
    held = _HOLDS.match(folded, organ.end) or any(meets(folded, organ.end, at) for at in coming)
    if before.endswith(_WORKED_WITH) and any(at - organ.end < _SOON for at in coming):
        return weight + 5
    if held or (before.endswith("do ") and _HOST.search(before)):
        return weight + 5
    if before.endswith("của ") and _is_review_of(folded, inside, organ):
        return weight + 4
    if before.endswith(("tổng kết ", "sơ kết ")):
        return weight + 4  # "tổng kết Cụm thi đua số 1 năm 2018": its own work
    if any(_LOOKS_BACK.fullmatch(folded, organ.end, at) for at in coming):
        return weight + 3
    if _REPORTS.match(folded, organ.end):
        return weight + 2
    if any(naming.start <= organ.start < naming.end for naming in inside):
        return weight + 1 + 2 * organ.sector
    return weight


def _named_before(inside: list[Naming], organ: Organ) -> bool:
    """Is the conference named before `organ`: "Hội nghị tổng kết … tại Đảng bộ Chi cục …"?"""
    return any(naming.start < organ.start < naming.end for naming in inside)


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
