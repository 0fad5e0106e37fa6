"""The body whose work is reviewed: not the speaker's, not the host's.

Every body named in the headline and the lead is weighed by what the words around it say it does;
what is told short ("Ban Tổ chức Tỉnh ủy") is made full from the rest of the page.
"""

import re
from dataclasses import replace
from functools import lru_cache

from archive.reading.called import called_short
from archive.reading.full_name import Body, full_name
from archive.reading.levels import committee_levels
from archive.reading.names import in_full
from archive.reading.organ import Organ
from archive.reading.page import Page
from archive.reading.sectors import is_national, of_the_place, told_by_work
from archive.reading.setting import Setting
from archive.reading.spans import Spans
from archive.reading.spelled_out import own_committee, spelled_out
from archive.reading.times.border import find_border
from archive.reading.times.conference import Naming, find_namings, lead
from archive.reading.times.congress import find_congress
from archive.reading.times.national import find_national
from archive.reading.times.plans import find_report, is_conference
from archive.reading.times.plenum import find_plenum
from archive.reading.times.sitting import Sitting, find_meetings, find_sitting
from archive.reading.times.visit import find_visit
from archive.reading.weighing import ASIDE, HOST_WEIGHS, Seen, hosts_aside, weigh
from archive.report import Found, Section, Span

_ENOUGH = 3.0
# A name that ends so lacks its place.
_WITHOUT_PLACE = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", " tỉnh", " huyện", " xã")
# Committees that some count with the province, some with the units they lead.
_ANY_LEVEL = re.compile(
    r"Đảng (?:ủy|bộ) (?:Công an|Quân sự|Bộ đội|Bộ Chỉ huy"
    r"|(?!UBND|HĐND|MTTQ|TP)(?:[A-ZĐ]{2}|[A-Z][A-Za-z]{6}))"
    r"|(?P<unknown>Đảng (?:ủy|bộ) (?!Khối|Các|Ủy ban|UBND|HĐND|Mặt trận|MTTQ|TP)[A-ZĐ])"
)
_CONGRESS_OF = re.compile(
    r"đại hội (?:(?:đại biểu|toàn thể|nhiệm kỳ|toàn quốc|lần thứ \w{1,5}|khoá \w{1,5}) )*(?:của )?$"
)
_HELD_IT = re.compile(
    r" (?:\([^()\n]{2,12}\) )?[^.,;\n]{0,24}?(?:tổ chức|khai mạc|tiến hành)[^.;,\n]{0,24} đại hội"
)
_WHERE = ("nơi", "khi", "lúc", "Ban Thường vụ", "Ban Chấp hành", "Thường trực")
_NAMED = ("committee", "other")
_BARE = re.compile(r"Đảng (?:bộ|ủy) [A-ZĐ]\w*")  # "Đảng bộ Bộ": of which, is told anywhere
_BOARD, _COMMITTEE = "Ban Chỉ đạo ", ("Đảng ủy ", "Chi bộ ")
_BOARD_SITS = re.compile(
    r"trưởng ban chỉ đạo(?<!phó trưởng ban chỉ đạo)[^.;\n]{0,90} chủ trì"
    r"|thành viên(?<!\wthành viên) ban chỉ đạo[^.;\n]{0,120} (?:họp|bàn|thảo luận)(?!\w)"
)


def find_body(page: Page, sections: tuple[Section, ...]) -> Found[Body] | None:
    """The body whose work the conference reviewed."""
    namings = find_namings(page)
    folded = page.older
    if not is_conference(page, namings):
        return None
    came = Spans((one.start, one.end) for one in sections if one.role == "attendance")
    seen = [one for line in lead(page) for one in weigh(page, folded, line, namings, came)]
    seen = of_the_place(folded, spelled_out(page, folded, seen))
    seen = _in_session(page, _board_sits(page, seen))
    setting = Setting(page, folded, seen)
    owned = hosts_aside(seen)
    national = find_national(page)
    worked = (*namings, national) if national else namings
    seen = owned if owned is not seen else [*seen, *told_by_work(folded, worked, seen)]
    if page.title:
        seen = _headed(seen, setting, page.title.span.end)
    return (
        _sat(page)
        or _decide(seen, setting)
        or _decide(_before_border(page, seen), setting)
        or _called(page, setting)
        or _presiding(seen, setting)
        or _decide(own_committee(page, folded), setting)
        or _alone(seen, setting)
        or _called(page, setting, 1)
        or _of_the_country(folded, worked, seen)
        or _only_commission(seen, setting)
        or _only_unit(seen, setting)
        or _only_committee(seen, setting)
        or _who_sat(next(iter(find_meetings(page)), None), 0.4)
    )


def level_of(body: Found[Body]) -> Found[Body]:
    """`body` as the evidence of its level: surer of the name than of the level where a committee is
    a force's or is told by a name alone.
    """
    either = _ANY_LEVEL.match(body.value.name)
    if either is None or (either["unknown"] and body.value.level != "province"):
        return body
    return replace(body, confidence=min(body.confidence, 0.6))


def _board_sits(page: Page, seen: list[Seen]) -> list[Seen]:
    """`seen`, the one board that it names as who met where the board's head presides, or where its
    members do what is done at a meeting.
    """
    boards = {one.organ.stem for one in seen if one.organ.stem.startswith(_BOARD)}
    if len(boards) != 1 or not any(
        _BOARD_SITS.search(page.folded, line.start, line.end) for line in lead(page)
    ):
        return seen
    return [
        one._replace(weight=max(one.weight, HOST_WEIGHS), person=False)
        if one.organ.stem in boards
        else one
        for one in seen
    ]


def _in_session(page: Page, seen: list[Seen]) -> list[Seen]:
    """`seen`, the committee that a session is of named as who met."""
    session = find_plenum(page) or find_national(page) or find_visit(page)
    congress = find_congress(page)
    if session is None and congress is None:
        return seen
    return [
        one._replace(weight=max(one.weight, HOST_WEIGHS))
        if not one.person and (_is_in(one, session) or _of_congress(page, one, congress))
        else one
        for one in seen
    ]


def _before_border(page: Page, seen: list[Seen]) -> list[Seen]:
    """The body that opens the sentence with the two periods which alone tell the conference."""
    border = find_border(page)
    if border is None or border.reviewed is None:
        return []
    for one in seen:
        if border.start <= one.organ.start < border.reviewed.start:
            before = page.text[border.start : one.organ.start].rstrip()
            opens = not before or before[-1] in ",-–—)" or before.endswith(_WHERE)
            if opens and not one.person:
                return [one._replace(weight=HOST_WEIGHS)]
    return []


def _is_in(one: Seen, naming: Naming | None) -> bool:
    return naming is not None and naming.start <= one.organ.start < naming.end


def _of_congress(page: Page, one: Seen, congress: Naming | None) -> bool:
    """Does the sentence that tells the congress say whose it is, or who held it, with this body?"""
    if not _is_in(one, congress):
        return False
    before = page.older[max(0, one.organ.start - 60) : one.organ.start]
    return bool(_CONGRESS_OF.search(before) or _HELD_IT.match(page.older, one.organ.end))


def _sat(page: Page) -> Found[Body] | None:
    """The body of the centre that met under a leader, where that is the conference reported."""
    found = None if find_namings(page) else find_sitting(page)
    if found is None or find_report(page) is not found.naming:
        return None
    return _who_sat(found, 0.75)


def _who_sat(found: Sitting | None, sure: float) -> Found[Body] | None:
    if found is None:
        return None
    return Found(Body(found.body, "central"), Span(found.naming.start, found.naming.end), sure)


def _called(page: Page, setting: Setting, enough: int = 2) -> Found[Body] | None:
    """Where nothing else tells it: the body that the page calls by the first word of its name, at
    least `enough` times.
    """
    organ = called_short(page, enough)
    if organ is None:
        return None
    return Found(full_name(organ, setting), Span(organ.start, organ.end), 0.4 + 0.1 * enough)


def _presiding(seen: list[Seen], setting: Setting) -> Found[Body] | None:
    """Where nothing else tells it: the body whose head alone presides."""
    chairs = {one.organ.stem: one.organ for one in seen if one.chair}
    if len(chairs) != 1:
        return None
    (organ,) = chairs.values()
    return Found(full_name(organ, setting), Span(organ.start, organ.end), 0.6)


def _alone(seen: list[Seen], setting: Setting) -> Found[Body] | None:
    """Where nothing else tells it: the one body that the lead names, people's bodies aside."""
    named = [one.organ for one in seen if not one.person and one.weight > ASIDE]
    return _one_body(named, setting, 0.45)


def _one_body(named: list[Organ], setting: Setting, sure: float) -> Found[Body] | None:
    """The body that all `named` are; None where they are several, or none."""
    bodies = {_key(body.name): body for organ in named if (body := full_name(organ, setting))}
    if len(bodies) != 1:
        return None
    (body,) = bodies.values()
    return Found(body, Span(named[0].start, named[0].end), sure)


def _of_the_country(
    folded: str, namings: tuple[Naming, ...], seen: list[Seen]
) -> Found[Body] | None:
    """Where a conference of the whole country is told by its people alone: the one commission of
    the centre that any of them is of.
    """
    if not any(is_national(folded, naming) for naming in namings):
        return None
    named = [one.organ for one in seen if one.organ.level == "central" and one.organ.commission]
    if len({organ.stem for organ in named}) != 1:
        return None
    return Found(Body(named[0].stem, "central"), Span(named[0].start, named[0].end), 0.45)


def _only_commission(seen: list[Seen], setting: Setting) -> Found[Body] | None:
    """Where nothing else tells it: the one commission below the centre that the lead speaks of,
    whatever committees it names beside it.
    """
    named = [one.organ for one in seen if one.organ.commission and one.weight > ASIDE]
    return _one_body([one for one in named if one.level != "central"], setting, 0.4)


def _only_unit(seen: list[Seen], setting: Setting) -> Found[Body] | None:
    """Where nothing else tells it: the one Party committee or cell named in full or short, else the
    one that is named by its people or place alone ("tại trụ sở Đảng ủy Khối …").
    """
    told = [one for one in seen if one.organ.stem.startswith(_COMMITTEE)]
    named = [one.organ for one in told if one.weight > ASIDE] or [one.organ for one in told]
    stems = [organ.stem for organ in named]
    return _one_body([one._replace(stem=_longest(one.stem, stems)) for one in named], setting, 0.4)


def _only_committee(seen: list[Seen], setting: Setting) -> Found[Body] | None:
    """Where nothing else tells it: the one committee of an area that the lead speaks of, with no
    commission beside it.
    """
    if any(one.organ.commission for one in seen):
        return None
    ranks = committee_levels()
    return _one_body([one.organ for one in seen if one.organ.stem in ranks], setting, 0.4)


def _headed(seen: list[Seen], setting: Setting, title: int) -> list[Seen]:
    """`seen`, a headline that ends at `title` taken to mean the body that the text says met where
    it names that one short: "Thành ủy Vĩnh Yên: …" its commission, "Tập đoàn X" its committee.
    """
    hosts = [one for one in seen if one.organ.start >= title and one.weight >= HOST_WEIGHS]
    if not hosts:
        return seen
    held = {full_name(host.organ, setting).name for host in hosts}
    found = []
    for one in seen:
        if one.organ.start < title and not one.person and one.weight > ASIDE:
            meant = [host for host in hosts if _is_short(one.organ, host.organ, setting)]
            names = {full_name(host.organ, setting).name for host in meant}
            if len(names) == 1 and full_name(one.organ, setting).name not in held:
                found.append(one._replace(organ=meant[0].organ))
                continue
        found.append(one)
    return found


def _is_short(organ: Organ, host: Organ, setting: Setting) -> bool:
    """Is `organ` named within the name of `host`, or by capitals that stand for its name?"""
    short, long = (_key(full_name(one, setting).name) for one in (organ, host))
    if short != long and f" {short} " in f" {long} ":
        return organ.unit in (host.unit, "other")
    head, _, last = organ.stem.rpartition(" ")
    initials = len(last) > 1 and last.isupper() and organ.unit in _NAMED
    return bool(initials and head and long.startswith(f"{_key(head)} ".replace("bộ", "uỷ")))


@lru_cache(maxsize=16)  # a page names few bodies, and each again and again
def _key(name: str) -> str:
    """What the names of one body share; a committee and the Party organisation it leads are one."""
    words = [word for word in in_full(name).split() if word not in ("các", "và", "&", "-")]
    if words[:2] == ["đảng", "bộ"] and len(words) > 3:
        words[1] = "uỷ"
    return " ".join(words)


def _longest(name: str, names: list[str]) -> str:
    """The fullest of `names` that goes on where `name` ends, or that committee's name does."""
    begun = f"{name} ", f"{name} ".replace("Đảng bộ ", "Đảng ủy ", 1)
    return max((one for one in names if one == name or one.startswith(begun)), key=len)


def _decide(seen: list[Seen], setting: Setting) -> Found[Body] | None:
    """The body with the most weight; a sector told without its place is that of the host's level,
    else the whole country's.
    """
    local = any(
        one.weight >= 5 and one.organ.level in ("province", "district") and not one.organ.sector
        for one in seen
    )
    sums: dict[str, float] = {}
    bodies: dict[str, Body] = {}
    full: dict[str, tuple[int, float]] = {}
    spans: dict[str, tuple[float, Span]] = {}
    named = [one for one in seen if one.organ.unit in _NAMED]
    stems = [one.organ.stem for one in named]
    units = [one.organ.stem for one in named if one.weight >= 2]
    for one in seen:
        organ = one.organ
        if organ.sector and organ.level == "central" and local and one.weight < 9:
            continue
        if organ.unit in _NAMED and one.weight >= 2:
            # "Đảng ủy Tập đoàn Dầu khí" is the same as its longer name further down.
            known = stems if _BARE.fullmatch(organ.stem) else units
            organ = organ._replace(stem=_longest(organ.stem, known))
        body = full_name(organ, setting)
        key = _key(body.name)
        sums[key] = sums.get(key, 0.0) + max(one.weight, 0.0)
        # The fullest of its names; of those as full, the one that the conference is told with.
        rank = len(body.name.split()), one.weight
        if key not in bodies or rank > full[key]:
            bodies[key], full[key] = body, rank
        best = spans.get(key)
        if best is None or one.weight > best[0]:
            spans[key] = one.weight, Span(organ.start, organ.end)
    ranked = sorted(sums, key=lambda key: -sums[key])
    if not ranked or sums[ranked[0]] < _ENOUGH:
        return None
    first = ranked[0]
    margin = sums[first] - (sums[ranked[1]] if len(ranked) > 1 else 0)
    sure = 0.95 if margin >= 5 and sums[first] >= 8 else 0.88 if margin >= 2.5 else 0.7
    if bodies[first].name.endswith(_WITHOUT_PLACE):
        sure = min(sure, 0.5)
    if sure > 0.6 and bodies[first].level == "province" and setting.guessed:
        sure = 0.6
    also = tuple(bodies[key] for key in ranked[1:3] if sums[key] >= _ENOUGH)
    return Found(bodies[first], spans[first][1], sure, also)
