"""Who has the floor at a conference: the body's own leaders and those above it set tasks."""

import re
from dataclasses import dataclass, field

from archive.reading.tasks.ranks import ranks

OPENS = 40
# Where the conference's own body is named; a lower one named there too may be its body as well.
_FIRST_WORDS = 600
# How high the bodies of these levels stand, as the registry's ranks do; below are the communes'
# and, lowest, those that only belong to another.
_LEVELS = ("central", "province", "district")
BASE = 4
_UNIFORMED = re.compile(
    r"đảng (?:ủy|bộ) (?:quân|công an|bộ đội|bộ chỉ huy|bộ tư lệnh|bộ tham mưu|cảnh sát|biên phòng"
    r"|hải quân|vùng|binh|lữ đoàn|sư đoàn|trung đoàn|tiểu đoàn|hải đoàn|hải đội|ban chỉ huy quân sự"
    r"|ban chqs|bộ chqs|học viện (?:quân|lục|hải|hậu|biên|chính trị bộ))"
)
_NATIONAL = ("toàn quốc", "trưởng ban tổ chức trung ương", "ban tổ chức trung ương tổ chức")
_PARTY = (
    *("xây dựng đảng", "tổ chức trung ương", "đảng bộ", "dân vận", "kiểm tra"),
    *("tỉnh ủy", "thành ủy", "ban tổ chức"),
)


@dataclass(slots=True)
class Floor:
    """Who has the floor: `may` tells whether the speaker may set tasks.

    `heard` tells that this speaker was named, or that something was settled; `quoting` that a
    quotation goes on. `party` is true where a Party body's work is reviewed, `uniformed` where it
    is one of soldiers or police, `base` where it only belongs to another, `national` at a
    conference of the whole country; `height` is how high the body stands whose conference it is,
    where its first words leave no doubt, `ranked` that it is a committee's or its commission's;
    `opening` are those words; `who` is what the last speaker is known by; `standing` remembers of
    each office and name whether it may set tasks here.
    """

    party: bool
    national: bool
    height: int | None = None
    ranked: bool = False
    opening: str = ""
    uniformed: bool = False
    base: bool = False
    quoting: bool = False
    may: bool = True
    heard: bool = False
    who: tuple[str, ...] = ()
    standing: dict[str, bool] = field(default_factory=dict)


def open_floor(opening: str, rank: str | None = None) -> Floor:
    """The floor at the beginning of an article whose folded first words are `opening`; `rank` is
    the level of the body whose work is reviewed, where it is known.
    """
    pattern, heights = ranks()
    first = _FIRST_WORDS // 2 if rank == "other" else _FIRST_WORDS
    if rank in _LEVELS:
        named = [_LEVELS.index(rank)]
    else:
        named = [heights[found.group()] for found in pattern.finditer(opening, 0, first)]
    named = [height for height in named if height < BASE]
    uniformed = _UNIFORMED.search(opening, 0, _FIRST_WORDS)
    if uniformed and (own := pattern.search(opening, uniformed.end(), uniformed.end() + OPENS)):
        named = [heights[own.group()]]
    return Floor(
        party=any(map(opening.__contains__, _PARTY)),
        national=rank in (None, "central", "cluster") and any(map(opening.__contains__, _NATIONAL)),
        height=max(named, default=BASE - 1 if rank == "other" else None),
        ranked=rank in _LEVELS,
        opening=opening[:_FIRST_WORDS],
        uniformed=uniformed is not None,
        base=rank == "other",
    )
