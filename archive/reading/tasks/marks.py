"""List marks: `1.`, `(2)`, `a)`, `iii)`, `Bốn là`, `thứ năm`, `Nhiệm vụ thứ sáu`, bullets.

A mark is only a candidate here; what makes a list of them is their order (`lists`). A mark has two
readings where its letter is a number too: `i)` comes first among Roman numerals and after `h)`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from archive.reading.tasks.openers import opens_task
from archive.registry import load

MOST_INSIDE = 400
LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"),
    *("ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
_LARGEST = 60
_WORDS = "một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:[ ](?:một|hai|ba|bốn|lăm))?"
_NOUNS = (
    "(?:về )?(?:(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|vấn đề)|(?:đầu |phần |công |mảng )?việc"
    "|nhóm|khâu|mảng|điểm|trọng tâm|đột phá|yêu cầu|mục tiêu|hướng|nhiệm vụ,? giải pháp)"
).replace(" ", "[ ]")
_VALUE = r"\d{1,2}|[ivx]{1,5}|[a-zđ]"
# With what the fonts of word processors leave as a letter (Ø, §, ü) and little pictures.
BULLETS = frozenset(
    "-+*•·▪●○◦►▶▸✓✔✅☑❖♦◆◊■□‣⁃∙»➢➤➔→⇒★☆øü§🔹🔸🔷🔶👉📌\uf0a7\uf0b7\uf0d8\uf0fc\uf02d"
)
LAST = "last"
_GAP = "   "
_SECOND = r"[./)-](?=[ ])"  # "1./ ", "a.) "
_DASHES = dict.fromkeys("–—−", "-")

_LAST = r"(?:(?:và|sau)[ ])?cuối[ ]cùng(?P<last>)(?:[ ]là)?[ ]?[,:]"
# A mark that opens a paragraph, on the folded text.
_OPENING = re.compile(
    rf"""
    \d{{1,2}}\.(?P<multi>\d{{1,2}})[.)]?(?=[ ])
    |\([ ]?(?P<paren>{_VALUE})[ ]?\)[.:]?
    |\|?[ ]?(?P<cell>\d{{1,2}})(?:[ ]?\||[ ]{{2,}})(?=[ ]?[^\W\d_])
    |(?P<number>\d{{1,2}})(?P<after>[ ]?[.)/:]|[ ]?[-–](?=[ ]?[^\W\d_])|\ufe0f?\u20e3|(?=\n|$))
        (?:{_SECOND}|(?![\d.,]))
    |(?P<half>[ivx]{{1,5}}|[a-zđ])(?P<after_half>[.)/]|[ ]?[-–](?=[ ]))(?:{_SECOND}|(?=[ \n]|$))
    |(?P<bullet>[{re.escape("".join(BULLETS))}–—−])\ufe0f?(?=\s|[^\W\d_]|["“])
    |(?P<circled>[①-⑳])
    |(?P<la>{_WORDS})(?:[ ]là\b[ ]?[,:;.–-]?|[ ]?[,:](?=[ ]))
    |(?P<of>{_NOUNS}[ ])?(?:{_LAST}
        |thứ[ ](?P<thu>nhất|nhì|{_WORDS})\b(?:[ ]là\b)?[ ]?[,:;.–-]?
        |(?(of)(?:đầu[ ]tiên(?P<first>)(?:[ ]là\b)?[ ]?[,:]?
            |(?:số[ ])?(?P<noun>\d{{1,2}})[ ]?[:.,–-](?!\d))|(?!)))
    """,
    re.VERBOSE,
)
# The first letters, at most three, of the words among these marks, and of Roman numerals.
_WORDS_BEGIN = {
    *(word[:3] for word in re.findall(r"[^\W\d_]{2,}", f"{_WORDS} {_NOUNS} {_LAST} thứ")),
    *(first + second + third for first in "ivx" for second in "ivx" for third in ("", *"ivx")),
}
# A mark inside a paragraph, found by its rarest letter or first sign, and no more is taken: what
# follows may be part of another. What stands before it is looked at afterwards.
_INSIDE = re.compile(
    rf"""
    [()①-⑳–—−+*•▪●àứ0-9-]
    (?:(?<=à)(?<=[tianưmuy][ ]là)(?!\w)(?=(?P<after_la>[ ]?[,:;–-]?))
    |(?<=[0-9])(?<=[ ][0-9])(?=(?P<number>[0-9]?)(?P<after_number>[.)/]|[ ][-–])[ ])
    |(?<![à0-9])(?:[ ](?<=thứ[ ])(?=(?P<thu>nhất|nhì|{_WORDS})(?!\w)
        (?P<after_thu>[ ]là(?!\w)[ ]?[,:;–-]?|[ ]?[,:–-]))
      |(?<=\()(?=[ ]?(?P<paren>{_VALUE})[ ]?\))
      |(?<=\))(?=[ ])(?P<half>)
      |(?<=[①-⑳])(?P<circled>)
      |(?<=[ ][-–—−+*•▪●])(?=[ ])(?P<bullet>)))
    """,
    re.VERBOSE,
)
# Rarer marks, looked for only where a paragraph holds a second one or those they go with.
_RARE = re.compile(
    rf"""
    [ ](?:(?<=[;:.“][ ])(?P<la>{_WORDS})[ ]?[,:](?=[ ])
    |(?<=[.;:][ ]){_NOUNS}[ ]đầu[ ]tiên(?P<first>)(?:[ ]là)?(?!\w)[ ]?[,:]?
    |(?<=[.;,][ ])(?:{_NOUNS}[ ])?{_LAST}
    |(?<=[.;:][ ])(?P<half>[a-zđ])\.(?=[ ]))
    """,
    re.VERBOSE,
)
_HALF = re.compile(rf"(?<= )({_VALUE})\)$")
_BEFORE_LA = re.compile(rf"(?<!\w)({_WORDS})$")
_BEFORE_THU = re.compile(
    r"(?<!\w)(?:nhóm|việc|nhiệm vụ|giải pháp|nội dung|vấn đề|khâu|mảng|điểm|yêu cầu|mục tiêu"
    r"|đột phá|trọng tâm|hướng) $"
)


_WORDED = frozenset({"thu", "la"})


class Mark(NamedTuple):
    """A candidate mark from `start` up to `end`, where its item begins.

    `readings` are its (kind, number) pairs, likeliest first; a bullet's number is 0. `inside` is
    true for a mark within a paragraph.
    """

    start: int
    end: int
    readings: tuple[tuple[str, int], ...]
    inside: bool = False


class _Found(NamedTuple):
    """A mark as found: its sort, its number, letter or sign, and what is written after that."""

    start: int
    end: int
    sort: str
    value: str
    after: str = ""


def opening_mark(text: str, low: str, start: int, end: int) -> Mark | None:
    """The mark that opens the paragraph from `start` to `end`; `low` is the folded `text`."""
    begins = low[start : start + 3]
    if not begins.isalpha():
        begins = begins[:2]
    if begins.isalpha() and begins not in _WORDS_BEGIN and begins[0] not in BULLETS:
        return None  # an ordinary word
    match = _OPENING.match(low, start, end)
    if not match:
        return None
    sort = match.lastgroup or ""
    after = match["after"] or match["after_half"] or ""
    if sort.startswith("after"):
        sort = "number" if match["number"] else "half"
    found = _Found(match.start(), match.end(), sort, match[sort], after.strip())
    if sort == "thu" and _is_weekday(low, found.end):
        return None
    if sort == "last" and not _opens(low, found.end):
        return None
    if sort == "multi" and not text[found.end : found.end + 2].lstrip()[:1].isupper():
        return None
    readings = _readings(found, text)
    return Mark(found.start, _skip_space(text, found.end, end), readings) if readings else None


def inside_marks(text: str, low: str, start: int, end: int) -> list[Mark]:
    """The marks between `start` and `end` that do not open a paragraph.

    Where more of them stand than anybody lists in a paragraph, they are something else.
    """
    first = _INSIDE.search(low, start, end)
    second = _has_second(low) and (
        low.find(" hai, ", start, end) >= 0 or low.find(" b. ", start, end) >= 0
    )
    if not (first or second):
        return []
    candidates = (
        list(islice(_inside(low, start, first.start(), end), MOST_INSIDE + 1)) if first else []
    )
    if second or not _WORDED.isdisjoint([one.sort for one in candidates]):
        candidates += islice(_rare(low, start, end), MOST_INSIDE)
    marks: list[Mark] = []
    if not candidates or len(candidates) > MOST_INSIDE:
        return marks
    for found in sorted(candidates):
        readings = _readings(found, text) if _may_stand(text, low, found, end) else ()
        if readings:
            position = _skip_space(text, found.end, end)
            # A wide gap parts two columns: what stands after it opens a paragraph of its own.
            column = low.endswith(_GAP, start, found.start)
            marks.append(Mark(found.start, position, readings, inside=not column))
    return marks


@lru_cache(maxsize=1)  # asked for every paragraph of a page
def _has_second(low: str) -> bool:
    """Does a second one of the rarer marks stand anywhere in the folded text?"""
    return " hai, " in low or " b. " in low


def _inside(low: str, start: int, first: int, end: int) -> Iterator[_Found]:
    """What may be marks between `start` and `end`, where the first sign of one is at `first`."""
    for match in _INSIDE.finditer(low, first, end):
        sort, at = match.lastgroup, match.start()
        if sort == "paren":
            yield _Found(at, low.index(")", match.end(sort)) + 1, sort, match[sort])
        elif sort == "half":
            half = _HALF.search(low, max(at - 6, start), at + 1)
            if half:
                yield _Found(*half.span(), sort, half[1], ")")
        elif sort == "after_la":
            word = _BEFORE_LA.search(low, max(at - 12, start), at - 2)
            if word:
                yield _Found(word.start(), match.end(sort), "la", word[1])
        elif sort == "after_thu":
            at -= len("th")
            noun = _BEFORE_THU.search(low, max(at - 14, start), at)
            yield _Found(noun.start() if noun else at, match.end(sort), "thu", match["thu"])
        elif sort == "after_number":
            digits = low[at : match.end("number")]
            yield _Found(at, match.end(sort) + 1, "number", digits, match[sort].strip())
        else:
            yield _Found(at, match.end(), sort or "", match[0])


def _rare(low: str, start: int, end: int) -> Iterator[_Found]:
    for match in _RARE.finditer(low, start - 1, end):
        sort = match.lastgroup or ""
        mark = match.start() + 1  # behind the space
        yield _Found(mark, match.end(), sort, match[sort], "." if sort == "half" else "")


def _opens(low: str, end: int) -> bool:
    """Does what stands behind a mark open as a task does?"""
    return opens_task(low[end : end + 120].lstrip())


def _may_stand(text: str, low: str, found: _Found, end: int) -> bool:
    """Can an item begin where `found` stands inside its paragraph?"""
    if found.sort == "paren":
        follows = text[found.end : found.end + 1]
        return follows in ("", " ", "\n") or follows.isupper()
    if found.sort in ("circled", "first"):
        return True
    if found.sort == "last":
        return _opens(low, found.end)
    at = found.start
    before = low[at - 16 if at > 16 else 0 : at]
    wide = before.endswith(_GAP)
    before = before.rstrip()
    for word in (" và", " còn", " đồng thời"):
        before = before.removesuffix(word).rstrip()
    last = before[-1:]
    if found.sort == "half":
        return last in ";:.,–-" or wide
    if found.sort in ("bullet", "number"):
        return (last in ";:.…" or wide) and _letter_follows(text, found.end, end)
    if found.sort == "thu" and _is_weekday(low, found.end):
        return False
    return last in ";:.,!?…–-”\"'“‘(" or not last


def _is_weekday(low: str, end: int) -> bool:
    """Is the ordinal before `end` a weekday ("Thứ Năm, 08/07/2021", "thứ hai, ngày 5/7")?"""
    follows = low[end : end + 8].lstrip()
    return follows[:1].isdigit() or follows.startswith(("ngày", "tháng"))


def _letter_follows(text: str, position: int, end: int) -> bool:
    follows = text[position : min(position + 6, end)].lstrip(' "“')
    return follows[:1].isalpha()


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


@cache
def _ordinals() -> dict[str, int]:
    return dict(load("openers")["ordinals"])


def _readings(found: _Found, text: str) -> tuple[tuple[str, int], ...]:
    """The (kind, number) pairs of a mark; its kind is the way it is written."""
    start, end, sort, value, after = found
    if sort in ("la", "thu"):
        return ((sort, _ordinals()[value]),)
    if sort in ("first", LAST):
        return (("thu", 1),) if sort == "first" else ((LAST, _LARGEST),)
    if sort == "cell":
        return (("n", int(value)),)
    if sort == "bullet":
        return ((_DASHES.get(value, value), 0),)
    if sort == "circled":
        return (("○n", ord(value) - ord("①") + 1),)
    if sort == "multi":
        return (("n.n", int(value)),)
    if sort == "noun":
        return (("noun", int(value)),)
    upper = text[start:end].lstrip("( ")[0].isupper()
    form = "({})" if sort == "paren" else "{}" + after
    return tuple(_values(value, form, upper=upper))


def _values(value: str, form: str, *, upper: bool) -> Iterator[tuple[str, int]]:
    """The readings of a digit, Roman or letter `value` written in `form`."""
    if value.isdigit():
        if 0 < int(value) < _LARGEST:
            yield form.format("n"), int(value)
        return
    if value in _ROMAN:
        yield form.format("I" if upper else "i"), _ROMAN.index(value) + 1
    if len(value) == 1 and value in LETTERS:
        yield form.format("A" if upper else "a"), LETTERS.index(value) + 1
