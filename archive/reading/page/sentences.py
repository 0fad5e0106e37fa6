"""Where paragraphs and sentences begin and end.

A line is a paragraph, save where a page broke a sentence over two lines or put a list mark on a
line of its own. A sentence ends at a full stop that no abbreviation, number or initial owns.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from archive.reading.page.page import Line, Page
from archive.registry import load
from archive.report import Span
from archive.vietnamese import level, lower

_STOP = re.compile(r"[.!?…][.!?…]*[\"”’»)\]]*")
_FULL_STOP = re.compile(r"\.\.*[\"”’»)\]]*")  # far quicker where a text has no other
_LONGEST_WORD = 12
_OPENINGS = str.maketrans('(“"', "   ")
# "trong quý I. Ngành …": a numeral is no initial.
_NUMERAL = re.compile(r"(?:quý|khóa|khoá|loại|đợt|nhóm|hạng|cấp|bậc|kỳ|lần thứ) [IVX]$")
MOST = 20_000
_CLOSED = (".", ":", ";", "!", "?", "…", "”", '"', ")")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)/] ?(?=[^\W\d_])")
_LONE_MARK = re.compile(
    r"\(?(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4}|[a-zđ])[.)/:]?\)?"
    r"|[-–—+*•▪●○►]|(?:[Nn]hiệm vụ )?[Tt]hứ \w+\s?[,:.]?|\w+ là\s?[,:]?"
)
_BROKEN = 50  # a line of that length may have been broken for its length
_LONGEST = 320  # letters of a caption
_CAPTION_END = re.compile(r"ảnh\s*(?::|tư liệu|minh họa)[^.]{0,60}\)?\.?$|\|$")


class Paragraph(NamedTuple):
    """A paragraph of the article; `caption` is true for one that only says what a photo shows."""

    start: int
    end: int
    caption: bool = False


def paragraphs(page: Page, low: str) -> tuple[Paragraph, ...]:
    """The article's paragraphs in text order, without furniture and headline.

    `low` is the page's text as the registry's words are compared.
    """
    text = page.text
    joined: list[tuple[int, int]] = []
    for line in page.lines:
        start, end, role = line.start, line.end, line.role
        if role == "title" or (role != "text" and not _is_listed(text, joined, line)):
            continue
        if joined and _runs_on(text, *joined[-1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(
        [
            Paragraph(start, end, end - start <= _LONGEST and is_caption(low[start:end]))
            for start, end in joined
        ]
    )


def _is_listed(text: str, before: list[tuple[int, int]], line: Line) -> bool:
    """Does a line that looks like furniture belong to a list all the same?

    A mark may stand on a line of its own, and an item of a numbered list may read like a date line
    or a caption: its number follows that of the paragraph before.
    """
    if line.end - line.start <= 3 and line.role == "site" and before:
        return _LONE_MARK.fullmatch(text, line.start, line.end) is not None
    number = _NUMBER.match(text, line.start, line.end)
    previous = _NUMBER.match(text, *before[-1]) if number and before else None
    return bool(number and previous and int(number[1]) == int(previous[1]) + 1)


def _runs_on(text: str, start: int, end: int, line: int) -> bool:
    """Does the line that begins at `line` continue the paragraph from `start` to `end`?"""
    if end - start <= 24 and _LONE_MARK.fullmatch(text, start, end):
        return True
    if text[end - 1] in _CLOSED or not text[line].isalpha():
        return False
    marked = text[line + 1 : line + 2] in (")", ".")
    if marked or text.count("\n", end, line) != 1:
        return False
    if text[line].islower():
        return True
    return end - start >= _BROKEN and text[end - 12 : end].rpartition(" ")[2] in _unfinished()


@cache
def _unfinished() -> frozenset[str]:
    """Words that no sentence ends with."""
    return frozenset(load("headings")["unfinished"]["words"])


def is_caption(low: str) -> bool:
    """Does the folded paragraph `low` only say what a photo shows?"""
    if len(low) > _LONGEST:
        return False
    ending = low[-80:]
    if ("ảnh" in ending or ending[-1:] == "|") and _CAPTION_END.search(ending):
        return True
    words = _captions()
    if low.startswith(words["always"]):
        return True
    if len(low) > 200 or ":" in low or ";" in low:
        return False
    return low.startswith(words["who"]) and low.rstrip(" .").endswith(words["ends"])


@cache
def _captions() -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(level, words)) for name, words in load("headings")["captions"].items()}


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("openers")["abbreviations"]["words"])


@cache
def _last_letters() -> frozenset[str]:
    """What abbreviations end with: most words before a stop do not."""
    return frozenset(word[-1] for word in _abbreviations())


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text` from `start` to `end`, without the spaces around them; what would be
    more stops than any paragraph holds are none.
    """
    begin = start
    said = text[start:end]
    stops = _STOP if "!" in said or "?" in said or "…" in said else _FULL_STOP
    for stop in islice(stops.finditer(text, start, end), MOST):
        past = stop.end()
        if past == end or _ends(text, stop, end):
            if sentence := _trimmed(text, begin, past):
                yield sentence
            begin = past
    if begin < end and (sentence := _trimmed(text, begin, end)):
        yield sentence


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Is the stop that `stop` found the end of its sentence?"""
    after = stop.end()
    follows = text[after : after + 3]
    glued = not follows[0].isspace()
    if glued:
        # "… của Đảng.Ngành …": the space was lost; "T.Ư" and "4.587" have none to lose.
        before = text[stop.start() - 1 : stop.start()]
        return (
            before.islower() and len(follows) > 1 and follows[0].isupper() and follows[1].islower()
        )
    follows = text[after : min(end, after + 40)].lstrip()
    if follows and (follows[0].islower() or follows[0] in ",;"):
        return False
    if not stop.group().startswith(".") or len(stop.group()) > 1:
        return True
    at = stop.start()
    last = text[at - 1 : at]
    if not (last.isupper() or last in _last_letters()):
        return True
    words = text[at - _LONGEST_WORD if at > _LONGEST_WORD else 0 : at].translate(_OPENINGS).split()
    if not words or _NUMERAL.search(text, at - 14, at):
        return True
    return not _owns_stop(words[-1])


def _owns_stop(word: str) -> bool:
    last = word.rpartition(".")[2]  # "PGS.TS." is two of them
    return (len(word) == 1 and word.isupper()) or not _abbreviations().isdisjoint(
        (lower(word), lower(last))
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """What stands from `start` to `end`, without the spaces around it; None for spaces alone."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
