"""The level at which a body that is named in full stands, by the words of its name."""

import re
from functools import cache

from archive.reading.places import Place, older_tones, place_at
from archive.reading.wordlist import any_of
from archive.registry import load
from archive.vietnamese import lower

# "Đảng ủy EVN", "Đảng ủy Viettel": companies and schools are called by initials or by a word
# longer than any syllable, what leads a province is not.
_BY_INITIALS = re.compile(
    r"Đảng (?:ủy|bộ) (?!(?:UBND|HĐND|MTTQ|TP|CQ|CCQ|QH|CP|TW|KTT?)\b)"
    r"(?:[A-ZĐ]{2,}(?:-[A-ZĐ]+)?|[A-Z][A-Za-z]{6,})(?!\w)"
)
# "Đảng ủy Bệnh viện … Trung ương" is a hospital's all the same.
_OF_WORKPLACE = re.compile(
    r"chi bộ|đảng (?:uỷ|bộ) (?:bệnh viện|viện|trường|đại học|học viện|công ty|trung tâm|nhà máy)"
)
_OF_CENTRE = (
    "ban chỉ đạo trung ương", "ban chỉ đạo quốc gia", "ban bí thư trung ương",
    "ban chấp hành trung ương đảng",
)  # fmt: skip
_OF_COMMUNE = re.compile(r"các cơ quan đảng (?:xã|phường|thị trấn|đặc khu)")
_OF_AREA = re.compile(
    r"(?:ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân) "
    r"(tỉnh|thành phố|tp\.?|huyện|quận|thị xã)(?!\w)"
)
# "Hội Nông dân cụm các tỉnh …": an association's cluster.
_OF_CLUSTER = re.compile(r" cụm (?:(?:thi đua )?(?:các |số |\d|miền|vùng|khu vực)|thi đua)")
_OF_CITY = re.compile(r"(?i)đảng bộ (?:thành phố|tp\.?) ")
_LED = re.compile(r"đảng (?:uỷ|bộ) (?=\w)")
_BOARD_OF = re.compile(r" (huyện|quận|thị xã|xã|phường|thị trấn)(?= )")


@cache
def _of_unit() -> re.Pattern[str]:
    """A Party committee of a workplace, a force or what lies below the district."""
    units = load("bodies")["units"]
    led = any_of([*units["workplaces"], *units["below"]])
    return re.compile(rf"(?:đảng (?:uỷ|bộ|đoàn)|ban cán sự đảng) {led}")


@cache
def _of_area() -> re.Pattern[str]:
    """What stands behind a Party committee's word where it is of a province's rank."""
    return re.compile(rf"{any_of(load('bodies')['units']['of_province'])}(?!\w)")


@cache
def committee_levels() -> dict[str, str]:
    """How the committees of areas are called → their level."""
    return {row["name"]: row["level"] for row in load("bodies")["committees"].values()}


def unit_level(kind: str, name: str, place: Place | None) -> str:
    """The level of the body `name` of that `kind` (`cluster`, `committee`, `other`), in `place`.

    A Party committee is of the area whose organisation it leads, a people's committee or council of
    the area that it is named by; other units and associations stand beside the levels (`other`).
    """
    if kind == "cluster":
        return "cluster"
    folded = older_tones(lower(name))
    if kind == "committee" and not _BY_INITIALS.match(name):
        of_town = _OF_CITY.match(name) and not (place and place.city)
        return "district" if of_town else _committee_level(folded)
    if _OF_CLUSTER.search(folded):
        return "cluster"
    if folded.startswith("hội đồng ") and folded.endswith("trung ương"):
        return "central"
    area = _OF_AREA.match(folded)
    if area is None:
        return "other"
    if area[1] == "tỉnh" or (area[1] in ("thành phố", "tp", "tp.") and place and place.city):
        return "province"
    return "district"


def _committee_level(folded: str) -> str:
    if _OF_WORKPLACE.match(folded) or _OF_COMMUNE.search(folded):
        return "other"
    if folded.startswith(_OF_CENTRE):
        return "central"
    if folded.endswith(("trung ương", "tw")) or "quốc hội" in folded or "chính phủ" in folded:
        return "central"
    if _of_unit().match(folded):
        return "other"
    if folded.startswith(("đảng bộ huyện", "đảng bộ quận", "đảng bộ thị xã")):
        return "district"
    if folded.startswith("ban ") and (area := _BOARD_OF.search(folded)):
        return "district" if area[1] in ("huyện", "quận", "thị xã") else "other"
    led = _LED.match(folded)
    if led and not (_of_area().match(folded, led.end()) or place_at(folded, led.end())):
        return "other"  # what is called by its trade: "Đảng ủy Than …"
    return "province"
