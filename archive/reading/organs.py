"""Bodies named in a text: commissions and committees of the Party, emulation clusters, others."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from archive.reading.names import is_surname
from archive.reading.organ import AREA, Organ, is_office, is_plural
from archive.reading.places import Place, older_tones, place_at
from archive.reading.units import may_open, unit_at
from archive.reading.wordlist import any_whole
from archive.registry import load
from archive.vietnamese import lower

_CENTRAL = r"trung ương|tw\b|t\.? ?ư\b\.?"
_IS_CENTRAL = re.compile(_CENTRAL)
_NAME = re.compile(r"[^\W\d_]+(?:[-–'’][^\W\d_]+)?")  # "Ba - na" apart; "H'Drai" is one
_NUMBER = re.compile(r"\d{1,2}(?![\w/.-]|, \d)")
_WHOSE = re.compile(
    r" (?:của |trong )?(?:toàn )?(?:(?P<kind>tỉnh|thành phố|tp\.?|huyện|quận|thị xã)(?: |(?!\w)))?"
)
_OF_MANY = (" khu vực", " các", " trong", " toàn ", " cả nước", " trực thuộc", " miền", " phía")
_AND_OTHERS = re.compile(r"(?:,| và|, và) (?:tỉnh|thành|huyện|thị|quận) uỷ(?!\w)")
_UNITS = ("cluster", "committee", "other")
_PARTYS = re.compile(r" Đảng (?:ủy|uỷ|bộ|đoàn)")


@cache
def _found() -> dict[str, dict[str, Any]]:
    """Every name of a commission or sector → its row."""
    rows = load("bodies")["commission"]
    return {word: row for row in rows for word in (*row["found"], *row["sector"])}


@cache
def _kinds() -> dict[str, str]:
    """Every opening of a body's name → what kind of body it opens."""
    bodies = load("bodies")
    rows, units = bodies["commission"], bodies["units"]
    return {
        **dict.fromkeys((f"chi bộ {one}" for one in units["other"]), "cell"),
        **dict.fromkeys(units["other"], "other"),
        **dict.fromkeys(units["committee"], "committee"),
        **dict.fromkeys(units["cluster"], "cluster"),
        **dict.fromkeys(bodies["codes"], "code"),
        **{word: "rank" for word in bodies["committees"] if word != "trung ương"},
        **{word: "sector" for row in rows for word in row["sector"]},
        **{word: "commission" for row in rows for word in row["found"]},
    }


@cache
def _pattern() -> re.Pattern[str]:
    """Any opening of a body's name, as a word of its own; none of what only begins like a unit's
    ("hội nghị").
    """
    others = load("bodies")["units"]["none"]

    def unless(opening: str) -> str:
        rest = [re.escape(one.removeprefix(opening)) for one in others if one.startswith(opening)]
        return f"(?!{'|'.join(rest)})" if rest else ""

    openings = _kinds().items()
    return re.compile(
        any_whole({one: unless(one) if kind in _UNITS else "" for one, kind in openings})
    )


def _committees() -> list[dict[str, str]]:
    return list(load("bodies")["committees"].values())


def _area(kind: str | None) -> str:
    """What a committee's place is called, "TP." written out."""
    return "thành phố" if kind and kind.startswith("tp") else kind or ""


@cache
def _ranks() -> re.Pattern[str]:
    ranks = "|".join(word for word in load("bodies")["committees"] if word != "trung ương")
    # "Ủy ban Kiểm tra (UBKT) Tỉnh ủy": the short form may stand within the name.
    within = r" (?:\([^()\n]{2,40}\) )?(?:đảng )?(?:của )?"
    return re.compile(rf"{within}(?P<of>{_CENTRAL}|{ranks}|đảng uỷ|đảng bộ)(?!\w)")


def find_organs(text: str, folded: str, start: int, end: int) -> Iterator[Organ]:
    """The bodies named in `text` between `start` and `end`; `folded` as `older_tones` gives it."""
    at, pattern, kinds = start, _pattern(), _kinds()
    while found := pattern.search(folded, at, end):
        at = found.end()
        kind = kinds[found[0]]
        if kind == "other" and not (text[found.start()].isupper() or may_open(text, folded, found)):
            continue
        if kind == "cell":
            if not text[found.start() + len("chi bộ ")].isupper():
                continue  # "chi bộ báo cáo", "chi bộ trường nào"
            kind = "committee"
        organ = _organ(text, folded, found, end, kind)
        if organ:
            if organ.end > at:
                at = organ.end
            yield organ


def opens_body(folded: str) -> bool:
    """Does `folded` open as a body's name does?"""
    return _pattern().match(folded) is not None


def _organ(text: str, folded: str, found: re.Match[str], end: int, kind: str) -> Organ | None:
    start, stop = found.span()
    if kind == "commission":
        return _commission(text, folded, found, end)
    if kind == "sector":
        return _sector(text, folded, found, end)
    if kind == "code":
        return _placed(text, folded, start, stop, load("bodies")["codes"][found[0]], end)
    if kind == "rank":
        many = is_plural(folded, start) or _and_others(text, folded, start, stop)
        if many or folded.startswith(" viên", stop):
            return None
        name = load("bodies")["committees"][found[0]]["name"]
        return _placed(text, folded, start, stop, name, end)
    return unit_at(text, folded, found, end, kind)


def _and_others(text: str, folded: str, start: int, stop: int) -> bool:
    """Is the committee named from `start` to `stop` one of several: "quận ủy, huyện ủy", "Tỉnh ủy,
    Thành ủy khu vực …"?
    """
    others = _AND_OTHERS.match(folded, stop)
    return others is not None and (
        text[start : others.end()].islower() or folded.startswith(_OF_MANY, others.end())
    )


def _commission(text: str, folded: str, found: re.Match[str], end: int) -> Organ | None:
    name = _found()[found[0]]["name"]
    rank = _ranks().match(folded, found.end(), end)
    if rank is None:
        return None
    if _and_others(text, folded, rank.start("of"), rank.end()):
        return None
    of = rank["of"]
    if of in ("đảng uỷ", "đảng bộ"):
        unit = next(find_organs(text, folded, rank.start("of"), end), None)
        if unit is None or unit.start > rank.start("of") or unit.unit != "committee":
            return None
        return Organ(
            found.start(), unit.end, f"{name} {unit.stem}", unit.level, unit.place,
            commission=name, unit="committee",
        )  # fmt: skip
    after = rank.end()
    if _IS_CENTRAL.fullmatch(of):
        if (
            name == "Văn phòng"
            and text.startswith(" Đảng", after)
            and not _PARTYS.match(text, after)
        ):
            return Organ(
                found.start(), after + 5, f"{name} Trung ương Đảng", "central", commission=name
            )
        return Organ(found.start(), after, f"{name} Trung ương", "central", commission=name)
    row = load("bodies")["committees"][of]
    return _placed(text, folded, found.start(), after, f"{name} {row['name']}", end)


@cache  # of the registry's own names alone
def _commission_of(stem: str) -> str | None:
    names = (row["name"] for row in load("bodies")["commission"])
    return next((name for name in names if stem.startswith(f"{name} ")), None)


@cache
def _committee_of(stem: str) -> dict[str, str]:
    return next(row for row in _committees() if stem.endswith(row["name"]))


def _placed(text: str, folded: str, start: int, after: int, stem: str, end: int) -> Organ:
    """A body and the place that stands behind it."""
    commission = _commission_of(stem)
    if stem.endswith("Trung ương"):
        return Organ(start, after, stem, "central", commission=commission)
    row = _committee_of(stem)
    rank, level = row["name"], row["level"]
    at = after + 1 if folded[after : after + 1] == " " else after
    area = AREA.match(folded, at) if at > after else None
    if area and (text[area.end()].isupper() or text[area.end()].isdigit()):
        at = area.end()
    known = place_at(folded, at) if at > after and level == "province" else None
    if known and (known[0].city or rank == "Tỉnh ủy"):
        return Organ(start, known[1], stem, level, known[0], commission=commission)
    # A city below a province has a Thành ủy of the district's rank.
    run, stop = (text[at : known[1]], known[1]) if known else _capitals(text, at, end)
    if run == "TP":  # "Thành ủy TP lần thứ 26": the city itself
        run, after = None, stop
    if run is None and rank == "Quận ủy" and (number := _NUMBER.match(text, at, end)):
        run, stop = number[0], number.end()
        return Organ(start, stop, stem, level, None, run, commission)
    if run is None or not (known or _is_own(folded, start, run, row["area"])):
        return Organ(start, after, stem, level, commission=commission)
    if rank == "Tỉnh ủy":
        return Organ(start, stop, stem, level, Place(run, run, city=False), commission=commission)
    return Organ(start, stop, stem, "district", None, run, commission)


def _is_own(folded: str, start: int, run: str, area: str) -> bool:
    """Is `run` the committee's place, not the name of the person whose office precedes it?"""
    first, *more = lower(run).split()
    surname = is_surname(first)
    if not (is_office(folded, start) or (surname and len(more) > 1)):
        return True  # "Phó Bí thư TT Tỉnh ủy Lê Văn Hà": three words and a surname are a person
    if len(more) == 1 and not surname:
        return True
    return f"{area} {older_tones(lower(run))}" in folded


def _capitals(text: str, at: int, end: int) -> tuple[str | None, int]:
    """The name in capitals that stands at `at`: at most three words; None where there is none."""
    words: list[str] = []
    stop = ends = at
    shouted = text[at - 12 if at > 12 else 0 : at].isupper()
    while len(words) < 3 and (found := _NAME.match(text, stop, end)):
        word = found[0]
        if not word[0].isupper() or (shouted and word.lower() in ("tổng", "sơ", "triển", "họp")):
            break
        words.append(word.title() if shouted else word)
        ends = found.end()
        if text[ends : ends + 1] != " ":
            break
        stop = ends + 1
    return (" ".join(words), ends) if words else (None, at)


def _sector(text: str, folded: str, found: re.Match[str], end: int) -> Organ | None:
    """A sector, with the province, city or district whose it is."""
    row = _found()[found[0]]
    gap = _WHOSE.match(folded, found.end())
    name = row["name"]
    if gap:
        known = place_at(folded, gap.end())
        if known and (known[0].city or gap["kind"] in (None, "tỉnh")):
            stem = f"{name} {'Thành ủy' if known[0].city else 'Tỉnh ủy'}"
            return Organ(
                found.start(), known[1], stem, "province", known[0], None, name, sector=True
            )
        run, stop = _capitals(text, gap.end(), end)
        area = _area(gap["kind"])
        own = next((one for one in _committees() if area and one["area"] == area), None)
        if own and run:
            stem, start = f"{name} {own['name']}", found.start()
            if own["name"] == "Tỉnh ủy":
                place = Place(run, run, city=False)
                return Organ(start, stop, stem, "province", place, None, name, sector=True)
            return Organ(start, stop, stem, "district", None, run, name, sector=True)
        if own and gap["kind"]:
            stem = f"{name} {own['name']}"
            return Organ(found.start(), gap.end("kind"), stem, own["level"], commission=name)
    national = row.get("national") or row.get("called") or row["sector"][0].capitalize()
    return Organ(found.start(), found.end(), national, "central", commission=name, sector=True)
