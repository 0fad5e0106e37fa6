"""What a figure counts beyond its unit: of which people, and under which headings together.

"15 cán bộ trẻ" are not "139 cán bộ", nor are the rotated those who were appointed and rotated:
where one of two figures counts a part of what the other does, neither answers the other.
"""

import re
from dataclasses import dataclass
from functools import cache

from archive.comparing.phrases import Phrases, phrases
from archive.comparing.wording import words
from archive.registry import load
from archive.report import Figure, Span
from archive.vietnamese import level

_BEHIND = 4  # words after a figure, in its clause, that say of which people it is
_BEFORE = 80  # characters before a figure in which what is counted together is listed
_NEAR = 4  # syllables right before a figure that are its verb
_LISTED = 3  # syllables of a verb listed before it
_STOP = re.compile(r"[,;:()\n]|\.(?=\s|$)")
_MEASURED = re.compile(r"(?<!\w)so với (?:\w+ ){0,4}?năm ((?:19|20)\d\d)(?!\d)")
_PART = re.compile(r"(?<!\w)(?:riêng|trong đó)(?!\w)")
_CLAUSE = re.compile(r"[;:()\n]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Counted:
    """The kinds of people a figure is of, the topics it counts together (none where it counts under
    one verb alone), and whether it is what each of several has.
    """

    kinds: frozenset[str]
    topics: frozenset[str]
    each: bool

    def same(self, other: "Counted") -> bool:
        """Can both figures be of one thing?"""
        return (
            self.kinds == other.kinds
            and self.each == other.each
            and (not self.topics or not other.topics or self.topics == other.topics)
        )


def counted(text: str, figure: Span) -> Counted:
    """What the figure at `figure` in `text` counts."""
    before = _CLAUSE.split(text[max(0, figure.start - _BEFORE) : figure.start])[-1]
    behind = _STOP.split(text[figure.end : figure.end + _BEFORE])[0]
    said = [word.form for word in words(text[slice(*figure)])]
    near = said + [word.form for word in words(behind)][:_BEHIND]
    subject = [word.form for word in words(before.rpartition(",")[2])]
    # "tỷ lệ cán bộ nữ đạt 25%": whom a share is of is said before it.
    share = text[figure.start : figure.end].find("%") >= 0
    return Counted(
        _kinds([*subject, "|", *near] if share else near),
        frozenset() if share else _together(before),
        "mỗi" in subject,
    )


@dataclass(frozen=True, slots=True)
class Basis:
    """What a percentage is reckoned by: how many `years` back what it is measured by lies, and
    whether it is of a `part` alone.
    """

    years: int
    part: bool


def basis(text: str, clause: Span, figure: Figure, year: int) -> Basis:
    """What the percentage `figure` of `clause` is reckoned by, told for `year`; where nothing says
    so, by the year before.
    """
    behind = level(text[figure.end : clause.end])
    measured = _MEASURED.search(behind)
    years = year - int(measured[1]) if measured else 1
    return Basis(years, bool(_PART.search(level(text[clause.start : figure.start]))))


def _kinds(forms: list[str]) -> frozenset[str]:
    return frozenset(name for at in range(len(forms)) for name, _ in _people().at(forms, at))


@cache
def _people() -> Phrases:
    return Phrases({kind: [kind] for kind in load("outcomes")["kinds"]})


def _together(before: str) -> frozenset[str]:
    """The topics of the verbs listed right before a figure ("bổ nhiệm, luân chuyển 139 cán bộ")."""
    found: set[str] = set()
    for number, piece in enumerate(reversed(re.split(r",| và ", before))):
        forms = [word.form for word in words(piece)]
        if number and len(forms) > _LISTED:
            break
        last = forms[-_NEAR:]
        found.update(name for at in range(len(last)) for name, _ in phrases("topics").at(last, at))
        if len(forms) > _NEAR:
            break
    return frozenset(found)
