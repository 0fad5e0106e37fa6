"""List marks: `1.`, `(2)`, `a)`, `iii)`, `Bốn là`, `thứ năm`, `Nhiệm vụ thứ sáu`, bullets.

A mark is only a candidate here; what makes a list of them is their order (`lists`). A mark has two
readings where its letter is a number too: `i)` comes first among Roman numerals and after `h)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.registry import load

LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
)
_WORDS = "một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:[ ](?:một|hai|ba|bốn|lăm))?"
_NOUNS = (
    "(?:về )?(?:(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|vấn đề)|việc|nhóm|nhiệm vụ,? giải pháp)"
).replace(" ", "[ ]")
# A mark that opens a paragraph, on the lower-cased text.
_OPENING = re.compile(
    rf"""
    (?P<multi>\d{{1,2}}\.(?P<multi_v>\d{{1,2}})[.)]?(?=[ ]))
    |\((?P<paren>\d{{1,2}}|[ivx]{{1,5}}|[a-zđ])\)[.:]?
    |(?P<number>\d{{1,2}})(?P<after>[ ]?[.)/:]|[ ]?[-–](?=[ ]?[^\W\d_])|(?=\n|$))(?![\d.,])
    |(?P<half>[ivx]{{1,5}}|[a-zđ])(?P<after_half>[.)])(?=[ \n]|$)
    |(?P<bullet>[-–—−+*•·▪●○◦►▶✓✔❖♦◆■□‣⁃»\uf0a7\uf0b7\uf0d8\uf02d])(?=\s|[^\W\d_]|["“])
    |(?P<circled>[①-⑳])
    |(?P<la>{_WORDS})[ ]là\b[ ]?[,:;.–-]?
    |(?:{_NOUNS}[ ])?thứ[ ](?P<thu>nhất|nhì|{_WORDS})\b(?:[ ]là\b)?[ ]?[,:;.–-]?
    |{_NOUNS}[ ](?:số[ ])?(?P<noun>\d{{1,2}})[ ]?[:.,–-](?!\d)
    """,
    re.VERBOSE,
)

# A mark inside a paragraph; what stands before it is looked at afterwards.
_INSIDE = re.compile(
    rf"""
    \((?P<paren>\d{{1,2}}|[ivx]{{1,5}}|[a-zđ])\)
    |(?<=[ ])(?P<half>\d{{1,2}}|[ivx]{{1,5}}|[a-zđ])\)(?=[ ])
    |\b(?P<la>{_WORDS})[ ]là\b[ ]?[,:;–-]?
    |\bthứ[ ](?P<thu>nhất|nhì|{_WORDS})\b(?:[ ]là\b[ ]?[,:;–-]?|[ ]?[,:–-])
    |(?<=[ ])(?P<number>\d{{1,2}})(?P<after>[.)/]|[ ][-–])[ ]
    |(?<=[ ])(?P<bullet>[-–—−+*•▪●])[ ]
    |(?P<circled>[①-⑳])
    """,
    re.VERBOSE,
)
_DASHES = dict.fromkeys("–—−", "-")


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate mark from `start` up to `end`, where its item begins.

    `readings` are its (kind, number) pairs, likeliest first; a bullet's number is 0. `inside` is
    true for a mark within a paragraph.
    """

    start: int
    end: int
    readings: tuple[tuple[str, int], ...]
    inside: bool = False


def opening_mark(text: str, low: str, start: int, end: int) -> Mark | None:
    """The mark that opens the paragraph from `start` to `end`; `low` is the lower-cased `text`."""
    found = _OPENING.match(low, start, end)
    if not found or (found["thu"] and _is_weekday(low, found.end())):
        return None
    readings = _readings(found, text[found.start() : found.end()])
    if not readings or (found["multi"] and not _upper_follows(text, found.end(), end)):
        return None
    if (
        found["number"]
        and not found["after"].strip()
        and found.end() < end
        and text[found.end()] != "\n"
    ):
        return None
    return Mark(found.start(), _skip_space(text, found.end(), end), readings)


def inside_marks(text: str, low: str, start: int, end: int) -> Iterator[Mark]:
    """The marks between `start` and `end` that do not open a paragraph."""
    for found in _INSIDE.finditer(low, start, end):
        if not _may_stand(text, low, found, end):
            continue
        readings = _readings(found, text[found.start() : found.end()])
        if readings:
            yield Mark(found.start(), _skip_space(text, found.end(), end), readings, inside=True)


def _may_stand(text: str, low: str, found: re.Match[str], end: int) -> bool:
    """Can an item begin where `found` stands inside its paragraph?"""
    if found["paren"]:
        return low[found.end() : found.end() + 1] in ("", " ", "\n") or text[found.end()].isupper()
    if found["circled"]:
        return True
    before = low[max(found.start() - 12, 0) : found.start()]
    wide = before.endswith("   ")
    before = before.rstrip()
    for word in (" và", " còn", " đồng thời"):
        before = before.removesuffix(word).rstrip()
    last = before[-1:]
    if found["half"]:
        return last in ";:.,–-" or wide
    if found["bullet"]:
        return last in ";:.…" and _upper_follows(text, found.end(), end)
    if found["number"]:
        return (last in ";:.…" or wide) and _upper_follows(text, found.end(), end)
    if found["thu"] and _is_weekday(low, found.end()):
        return False
    return last in ";:.,!?…–-”\"'" or not last


def _is_weekday(low: str, end: int) -> bool:
    """Is the ordinal before `end` a weekday ("Thứ Năm, 08/07/2021", "thứ hai, ngày 5/7")?"""
    follows = low[end : end + 8].lstrip()
    return follows[:1].isdigit() or follows.startswith(("ngày", "tháng"))


def _upper_follows(text: str, position: int, end: int) -> bool:
    follows = text[position : min(position + 6, end)].lstrip(' "“')
    return follows[:1].isupper()


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


@cache
def _ordinals() -> dict[str, int]:
    return dict(load("openers")["ordinals"])


def _readings(found: re.Match[str], written: str) -> tuple[tuple[str, int], ...]:
    """The (kind, number) pairs of a mark; its kind is the way it is written."""
    groups = found.groupdict()
    for name in ("la", "thu"):
        if groups[name]:
            return (
                ((name, _ordinals().get(groups[name], 0)),) if groups[name] in _ordinals() else ()
            )
    if groups["bullet"]:
        char = groups["bullet"]
        return ((_DASHES.get(char, char), 0),)
    if groups["circled"]:
        return (("○n", ord(groups["circled"]) - ord("①") + 1),)
    if groups.get("noun"):
        return (("noun", int(groups["noun"])),)
    if groups.get("multi"):
        return (("n.n", int(groups["multi_v"])),)
    if groups["paren"]:
        return tuple(_values(groups["paren"], "({})", upper=written[1].isupper()))
    if groups["number"]:
        return tuple(_values(groups["number"], "{}" + groups["after"].strip(), upper=False))
    if groups["half"]:
        after = groups.get("after_half") or ")"
        return tuple(_values(groups["half"], "{}" + after, upper=written[0].isupper()))
    return ()


def _values(value: str, form: str, *, upper: bool) -> Iterator[tuple[str, int]]:
    """The readings of a digit, Roman or letter `value` written in `form`."""
    if value.isdigit():
        if 0 < int(value) < 60:
            yield form.format("n"), int(value)
        return
    case = "I" if upper else "i"
    if value in _ROMAN:
        yield form.format(case), _ROMAN.index(value) + 1
    if len(value) == 1 and value in LETTERS:
        yield form.format("A" if upper else "a"), LETTERS.index(value) + 1
