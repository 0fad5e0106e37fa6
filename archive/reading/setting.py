"""What completes a body's short name: the province, city and district that the page is about."""

import re
from collections import Counter, defaultdict
from functools import cached_property

from archive.reading.names import is_surname, name_end, region_end
from archive.reading.organ import Organ
from archive.reading.page import Page
from archive.reading.places import (
    Place,
    city_of_parts,
    named_places,
    older_tones,
    place_at,
    place_heading,
    place_of_address,
    places_told,
)
from archive.reading.weighing import Seen
from archive.registry import load
from archive.vietnamese import lower

# A province is told by whose committee's leader came, by the headline, by bodies of the place.
_HEADLINE = 4.0
_PRESIDES = 4.0
_LEADER = 3.0
_GUEST = 1.0
_NAMED = 2.0
_OFTEN = 0.4
_MOST = 5
_OF_COMMITTEE = re.compile(r"(?:bí thư|thường trực|chủ tịch|phó bí thư) $")
_SORTS = (
    " huyện", " quận", " thị xã", " xã", " phường", " thị trấn", " đặc khu", " thôn", " xóm", " ấp",
    " bản", " buôn", " khu phố", " khu dân cư", " tổ dân phố",
)  # fmt: skip
_DISTRICT = re.compile(r"(?:huyện(?<!\whuyện)|quận(?<!\wquận)|thị xã(?<!\wthị xã)) (?:uỷ )?(?=\w)")
_COMMITTEE_OF_TOWN = re.compile(r"thành(?<!\wthành) uỷ (?:tp\.? ?)?(?=\w)")
_TOWN = re.compile(r"thành(?<!\wthành) phố (?=\w)")
_NAME = re.compile(r"(?i:(?<=quận ))\d{1,2}(?![\w/.-])|[^\W\d_]+(?: [^\W\d_]+){0,2}")
_HEADED = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){1,2})(?::| [-–—] )")
_OWN_BLOC = re.compile(r"Khối thi đua số \w{1,4}")
_MEMBERS = re.compile(
    r"ban tổ chức (?:của )?các tỉnh(?: uỷ)?,? (?:và )?thành(?: phố| uỷ)?(?:,? đảng uỷ)? "
    r"(?:trong |thuộc )?(?:khu vực|vùng|phía|miền) (?=\S)"
)


class Setting:
    """What completes the short names of `seen`: the page's province, city and district; a cluster
    in full. Each is looked for once it is asked for: most bodies are named in full.

    `folded` is the page as `older_tones` gives it.
    """

    def __init__(self, page: Page, folded: str, seen: list[Seen]) -> None:
        self._page, self._folded, self._seen = page, folded, seen
        self._areas: dict[str, str | None] = {}

    @cached_property
    def province(self) -> Place | None:
        """The province; the one that the page names most where it tells none, nor a city."""
        return self._province or (self._guess if self.city is None else None)

    def place(self) -> str | None:
        """What the province is called, or the city of that rank."""
        place = self.province or self.city
        return place.name if place else None

    @cached_property
    def guessed(self) -> bool:
        """Is the province only the one that the page names most?"""
        return self._province is None and self.province is not None

    @cached_property
    def city(self) -> Place | None:
        """The city of a province's rank; looked for where a body may be one's."""
        city = self._told[1]
        of_city = any("Thành ủy" in organ.stem for organ in self._short)
        if city is None and (not self._province or of_city):
            city = next((place for place in self._named_as_one if place.city), None)
            city = city or city_of_parts(self._folded)
            if of_city and not (city or self._province or self._towns):
                city = self.often_city
        return city

    @cached_property
    def often_city(self) -> Place | None:
        """The city of a province's rank, where that is the place that the page names most."""
        often = _named(self._page, self._folded).most_common(1)
        return next((place for place, _ in often if place.city), None)

    @cached_property
    def district(self) -> str | None:
        """The district, city or town below a province."""
        districts: dict[str, float] = defaultdict(float)
        for one in self._seen:
            if one.organ.district:
                districts[one.organ.district] += _speaks(self._folded, one)
        if districts:
            return max(districts, key=lambda one: districts[one])
        if any(organ.stem.endswith("Thành ủy") for organ in self._short) and self.city is None:
            return next((name for name, _ in self._towns.most_common(1)), None)
        return _district(self._page, self._folded, self._short)

    @cached_property
    def _towns(self) -> Counter[str]:
        """The cities below a province that the page names, those of its own committee first."""
        votes = _called(self._page, _COMMITTEE_OF_TOWN, self._folded)
        votes = votes or _called(self._page, _TOWN, self._folded)
        return Counter(
            {name: n for name, n in votes.items() if not place_at(older_tones(lower(name)), 0)}
        )

    def cluster_of(self, stem: str) -> str:
        """The fullest name of the cluster called `stem`; a province's own bloc with its place."""
        if self._cluster is None:
            return stem
        if self._cluster.endswith(" tỉnh") and self._told[0]:
            return f"{self._cluster} {self._told[0].name}"
        told = self._told[0] if _OWN_BLOC.fullmatch(self._cluster) else None
        return f"{self._cluster} tỉnh {told.name}" if told else self._cluster

    @cached_property
    def _cluster(self) -> str | None:
        names = [one.organ.stem for one in self._seen if one.organ.unit == "cluster"]
        return _cluster(self._page, self._folded, names)

    @cached_property
    def _short(self) -> list[Organ]:
        return [
            one.organ
            for one in self._seen
            if one.organ.place is None and one.organ.level != "central"
        ]

    @cached_property
    def _told(self) -> tuple[Place | None, Place | None]:
        """The province and the city that the bodies named with theirs tell, the headline's
        opening and the site's own name.
        """
        page, folded = self._page, self._folded
        votes = _votes(page, folded, self._seen)
        near = sorted(votes, key=lambda place: -votes[place])
        province = next((place for place in near if not place.city), None)
        city = next((place for place in near if place.city), None)
        # The site's own name, above the headline, counts like the rest of the page.
        heading = place_heading(folded, page.title.span.start) if page.title else None
        if heading and heading.city:
            city = city or heading
        else:
            province = province or heading
        if province is None and city is None:
            masthead = _masthead(page, folded) or place_of_address(folded)
            if masthead:
                province, city = (None, masthead) if masthead.city else (masthead, None)
        return province, city

    @cached_property
    def _province(self) -> Place | None:
        return self._told[0] or next((one for one in self._named_as_one if not one.city), None)

    @cached_property
    def _named_as_one(self) -> list[Place]:
        return places_told(self._folded)

    @property
    def _guess(self) -> Place | None:
        often = _named(self._page, self._folded).most_common(1)
        return next((place for place, _ in often if not place.city), None)

    def area(self, name: str) -> str | None:
        """The district or commune of whose sort alone `name` tells ("UBND huyện"): as the page
        names the body elsewhere, else the one that it names most; None where a name tells more.
        """
        low = lower(name)
        if not low.endswith(_SORTS):
            return None
        if low not in self._areas:
            sort = next(sort for sort in _SORTS if low.endswith(sort))
            called = _called(
                self._page, re.compile(f"{re.escape(older_tones(low))} "), self._folded
            )
            called = called or _called(self._page, re.compile(f"{sort} (?:uỷ )?"), self._folded)
            often = next(iter(called.most_common(1)), (None, 0))[0]
            self._areas[low] = _headed(self._page) or often
        return self._areas[low]


def _masthead(page: Page, folded: str) -> Place | None:
    """The place that the site's name above the headline tells: "BÁO PHÚ THỌ ĐIỆN TỬ"."""
    end = page.title.span.start if page.title else 0
    sites = [line for line in page.lines if line.furniture and line.end <= end]
    said, low = (
        " \n".join(["", *(form[site.start : site.end] for site in sites)])
        for form in (page.text, folded)
    )
    return next(named_places(said, low), None)


def _votes(page: Page, folded: str, seen: list[Seen]) -> dict[Place, float]:
    """How much speaks for each place whose bodies or people the lead names."""
    votes: dict[Place, float] = defaultdict(float)
    for one in seen:
        if one.organ.place:
            votes[one.organ.place] += _speaks(folded, one)
    title = page.title.span if page.title else None
    if title and votes:
        headline = f" {page.text[title.start : title.end]}"
        for place in dict.fromkeys(named_places(headline, f" {folded[title.start : title.end]}")):
            votes[place] += _HEADLINE
    if len(votes) > 1:
        often = _named(page, folded)
        for place in votes:
            votes[place] += _OFTEN * min(often[place], _MOST)
    return votes


def _speaks(folded: str, one: Seen) -> float:
    """How much a body named with its place says that the page is about that place."""
    if one.chair:
        return _PRESIDES
    if not one.person:
        return _NAMED + one.weight if one.weight >= 1 else _GUEST
    office = folded[max(0, one.organ.start - 24) : one.organ.start]
    return _LEADER if _OF_COMMITTEE.search(office) else _GUEST


def _named(page: Page, folded: str) -> Counter[Place]:
    return Counter(named_places(f" {page.text}", f" {folded}"))


def _district(page: Page, folded: str, short: list[Organ]) -> str | None:
    """The district that the page most often names, else what its headline opens with; looked for
    only where a body of a district's rank is named without its place.
    """
    if not any(organ.level == "district" and not organ.unit for organ in short):
        return None
    if votes := _called(page, _DISTRICT, folded):
        return votes.most_common(1)[0][0]
    return _headed(page)


def _headed(page: Page) -> str | None:
    """The place that the headline opens with, provinces aside: "Nghĩa Lâm: …"."""
    headed = _HEADED.match(page.text, page.title.span.start) if page.title else None
    if headed is None or not all(word[0].isupper() for word in headed[1].split()):
        return None
    return None if place_at(older_tones(lower(headed[1])), 0) else headed[1]


def _called(page: Page, cues: re.Pattern[str], folded: str) -> Counter[str]:
    """The names in large letters that stand behind any of `cues`, with how often each does."""
    votes: Counter[str] = Counter()
    for cue in cues.finditer(folded):
        name = _NAME.match(page.text, cue.end(), name_end(page.text, folded, cue.end()))
        said = name[0].split() if name else []
        if _is_person(folded, cue, said):
            continue
        while said and not _is_proper(said[-1]):
            said.pop()
        if said and all(map(_is_proper, said)):
            run = " ".join(said)
            votes[run.title() if run.isupper() else run] += 1
    return votes


def _is_person(folded: str, cue: re.Match[str], said: list[str]) -> bool:
    """Is what follows a committee its leader's name ("Trưởng Ban Tuyên giáo Huyện ủy Lê …")?"""
    return (
        cue[0].endswith("uỷ ")
        and len(said) > 2
        and is_surname(said[0])
        and f"huyện {' '.join(said).lower()}" not in folded
    )


def _is_proper(word: str) -> bool:
    """Can `word` be of a district's name, a number among them?"""
    return word[0].isupper() or word.isdigit()


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
    rows = load("bodies")["commission"]
    told = [row for row in rows if any(word in folded for word in row["sector"])]
    if not told or (len(told) > 1 and told[0] is not rows[0]) or name.startswith("Khối"):
        return name
    return f"{name} {told[0].get('national') or told[0].get('called') or told[0]['sector'][0]}"
