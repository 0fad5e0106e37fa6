"""A body with its full name, its place included: what its short name leaves to the page."""

import re
from collections.abc import Callable
from typing import NamedTuple

from archive.reading.organ import Organ
from archive.reading.places import Place
from archive.reading.setting import Setting
from archive.registry import load
from archive.vietnamese import lower

# Only a name that ends so has its place put in, or written otherwise.
_BY_PLACE = ("tỉnh", "thành phố", "tp", "tp.", "hồ chí minh", "hcm")
_SORT_OF_PLACE = re.compile(r"(?i)(?<!\w)(?:tỉnh|thành phố|TP\.?)$")
_CITY = re.compile(r"(?i)(?:(?:thành phố |tp\.? ?)(?:hồ chí minh|hcm)|hcm)$")


class Body(NamedTuple):
    """A body: full `name`, place included; `level` (`central`, `cluster`, `province`, `district`,
    `other`); `told` is the province it belongs to, or finds it once somebody asks for it.
    """

    name: str
    level: str
    told: str | Callable[[], str | None] | None = None

    @property
    def place(self) -> str | None:
        """The province that the body belongs to, where the text tells."""
        return self.told() if callable(self.told) else self.told


def full_name(organ: Organ, setting: Setting) -> Body:
    """The body with its full name."""
    if organ.unit == "cluster":
        return Body(setting.cluster_of(organ.stem), "cluster")
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
    place = organ.place or _place_of(organ.stem, setting)
    if place is None:
        if organ.stem.endswith("Thành ủy") and setting.district:
            return Body(f"{organ.stem} {setting.district}", "district", None)
        return Body(organ.stem, "province")
    return Body(f"{organ.stem} {place.shown}", "province", place.name)


def _place_of(name: str, setting: Setting) -> Place | None:
    """The city or province whose committee the name of a body ends with."""
    return setting.city if name.endswith("Thành ủy") else setting.province


def _unit(organ: Organ, setting: Setting) -> Body:
    name, place = organ.stem, organ.place
    if area := setting.area(name):
        name = f"{name} {area}"
    elif organ.level in ("province", "other") and place is None:
        if name.endswith((" Tỉnh ủy", " Thành ủy")):
            whose = _place_of(name, setting)
            full = f"{name} {whose.shown}" if whose else name
            return Body(full, organ.level, whose.name if whose else None)
        low = lower(name)
        if low.endswith(_BY_PLACE):
            place = setting.province or setting.city
            if low.endswith("thành phố"):
                place = setting.often_city or place
            if place and _SORT_OF_PLACE.search(name):
                return Body(f"{name} {place.name}", organ.level, place.name)
        elif own := _of_each(low, setting.province):
            return Body(f"{name} {own}", organ.level, setting.place)
        else:
            return Body(name, organ.level, setting.place)
    if place and place.shown != place.name:
        name = _CITY.sub(place.shown, name)
    return Body(name, organ.level, place.name if place else None)


def _of_each(low: str, province: Place | None) -> str | None:
    """What follows the name of what each province has one of, "Tỉnh đoàn | Lai Châu"."""
    if province is None:
        return None
    if low.startswith(tuple(load("bodies")["units"]["of_each"])):
        return f"tỉnh {province.name}"
    return province.name if low == "tỉnh đoàn" else None
