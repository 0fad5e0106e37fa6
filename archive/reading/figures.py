"""Quantities: how many of what.

A number is a quantity by what stands around it: a unit after it, and before it nothing that makes
it a date, an ordinal or a name. The words that decide are in the registry (`units`).
"""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from archive.reading.page import Page
from archive.reading.spans import Spans
from archive.registry import load
from archive.report import Figure, Span

_AMOUNT = (
    r"\d{1,9}(?![\d.,])"  # most are as plain
    r"|\d{1,3}+(?:(?:\.\d{3})+(?:,\d{1,4})?|(?:,\d{3}){2,})(?!\d)"
    r"|\d{1,9}(?:[.,]\d{1,4})?(?!\d)"
)
_QUANTITY = re.compile(
    rf"(?P<first>{_AMOUNT})"
    rf"(?:(?P<join>\s?[/–-]\s?|\sđến\s|\s(?:trong|trên)\s(?:tổng\s)?số\s)(?P<second>{_AMOUNT}))?"
    r"(?P<scale>(?:\s(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)){0,2})"
    r"(?P<percent>\s?%|\sphần\străm(?!\w))?"
    r"(?P<attached>\s?(?:đ/c|k?m2|m3)(?!\w)|(?:km2?|m[23]?|ha|kg|đồng|đ)(?!\w))?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_SHORT = {"đ": "đồng", "đ/c": "đồng chí"}
_ASIDE = re.compile(r"\s?\([^()\n]{0,20}\d ?%\)(?=\s[^\W\d_])")  # "7/9 (77,8%) chỉ tiêu"
_WORD = re.compile(r"\s([^\W\d_]+)")
# As many words as a unit has at most, and the one that follows.
_WORDS = re.compile(r"(?:\s[^\W\d_]+){1,7}")
_SAID = re.compile(r"((?:[^\W\d_]+\s){1,6})(?:là|gồm|đạt|còn)\s$")
_GOING_ON = frozenset("/:-–.")
_MARKING = frozenset(".)/-")
_OF_ALL = "số"  # "58 trong tổng số 61 đảng bộ"
_LONGEST_UNIT = 6
# The year of "năm 2023 …", behind which no range, share or percentage goes on.
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d(?:[.,;)]+\s| [^\W\d_đ])")
# No congress has so high a number: "chỉ đạo đại hội 296 chi bộ".
_LAST_CONGRESS = 40
_HOURS_OF_DAY = 24
_LONGEST_CUE = 24
# So many of the second have the first: "đồng/1 ha", "lít/100 km".
_RATE = re.compile(r"10*(?:\.000)*(?!\d|[.,]\d)")
_CLOCK = re.compile(r"\d ?(?:giờ|h|phút) $")
_WORD_AHEAD = re.compile(r"\s(\w+)")
# More than was planned ("13/12 tổ chức đảng"); "tổ chức hội nghị" behind a date is a verb.
_OVER = ("tổ chức đảng", "tổ chức cơ sở", "đảng viên", "chi bộ", "đảng bộ")


def find_figures(page: Page, cited: tuple[Span, ...]) -> tuple[Figure, ...]:
    """The quantities in `page`, in text order; none lies inside a `cited` span."""
    low = page.folded
    closed = Spans([*cited, *((line.start, line.end) for line in page.lines if line.furniture)])
    figures: list[Figure] = []
    for start, end in closed.gaps(len(low)):
        past = start
        for at, stop in page.digits.between(start, end):
            if at < past or (
                low[at - 1] != " " and _goes_on(low, at) and not _is_next(low, at, figures)
            ):
                continue
            if stop - at == 4 and low.endswith(" năm ", 0, at) and _PLAIN_YEAR.match(low, at):
                continue
            if found := _QUANTITY.match(low, at, end):
                more = _figures(page.text, low, found)
                if more and figures and more[0].start < figures[-1].end:
                    figures[-1:] = _cut(figures[-1], page.text, more[0].start)
                if figures and more and _adds(figures[-1], more[0], low):
                    more[0] = _sum(page.text, figures.pop(), more[0])
                figures += more
                past = found.end()
    return tuple(figures)


def _adds(figure: Figure, more: Figure, low: str) -> bool:
    """Do both tell one amount: "1 tỷ 250 triệu đồng"?"""
    if figure.unit or low[figure.end : more.start] != " ":
        return False
    scale = load("units")["scales"].get(low[figure.start : figure.end].rpartition(" ")[2], 0)
    return more.of is None and bool(more.value < scale)


def _sum(text: str, figure: Figure, more: Figure) -> Figure:
    return _figure(text, figure.value + more.value, None, more.unit, figure.start, more.end)


def _cut(figure: Figure, text: str, end: int) -> list[Figure]:
    """The quantity before another that begins at `end` with words of its unit ("5 ít nhất 6 %");
    none where no unit is left of it.
    """
    written = text[figure.start : end].rstrip()
    lost = figure.end - figure.start - len(written)
    unit = figure.unit[: max(0, len(figure.unit) - lost)].rstrip()
    stop = figure.start + len(written)
    return [replace(figure, unit=unit, as_written=written, end=stop)] if unit else []


def _goes_on(low: str, at: int) -> bool:
    """Do the digits at `at`, behind no space, go on with a word, a date or another number?"""
    if at == 0:
        return False
    last = low[at - 1]
    if last.isalnum() or last in "/:_":
        return True
    return at > 1 and last in ".,–-" and (low[at - 2].isalnum() or low[at - 2] in ")]")


def _is_next(low: str, at: int, figures: list[Figure]) -> bool:
    """Does the second of two quantities begin at `at`, behind a stroke: "8 lớp/350 học viên"? A
    rate is none: "2 bác sĩ/1.000 dân".
    """
    if low[at - 1] != "/" or not figures or figures[-1].end != at - 1:
        return False
    return low[at - 2].isalpha() and not _RATE.match(low, at)


def _figures(text: str, low: str, found: re.Match[str]) -> list[Figure]:
    """The quantities of one match: one, two for a range, none where it is something else."""
    begin, end = found.span()
    first, join, second, scaled, percent, _ = found.groups()
    if low[end : end + 1].isalnum() or _names(low, begin, end, first, join, percent):
        return []
    exact = bool(percent or scaled)
    unit, end = _unit(text, low, found, found.end())
    if not unit and not exact and (aside := _ASIDE.match(low, end, found.endpos)):
        unit = _unit(text, low, found, aside.end())[0]
    if not unit and not exact:
        unit = _penalty(text, low, begin) or (
            ("." in first and _subject(text, low, _begin(low, begin))) or ""
        )
        if not unit:
            return []
    if _is_year(first) and (second or unit.partition(" ")[0].lower() not in _words("sure")):
        return []
    if not exact and _follows_code(text, begin, unit):
        return []
    scale = _scale(scaled) if scaled else 1.0
    value = _value(first, exact) * scale
    start = _begin(low, begin)
    if second is None:
        return [_figure(text, value, None, unit, start, end)]
    other = _value(second, exact) * scale
    if not (join.strip() == "/" or join.rstrip().endswith(_OF_ALL)):
        if other <= value and not percent:
            return []
        middle = found.end("first")
        return [
            _figure(text, value, None, unit, start, middle),
            _figure(text, other, None, unit, found.start("second"), end),
        ]
    if percent or (_is_date(second, value, other) and not unit.startswith(_OVER)):
        return []
    return [_figure(text, value, other, unit, start, end)]


def _figure(text: str, value: float, of: float | None, unit: str, start: int, end: int) -> Figure:
    return Figure(
        value=_plain(value),
        of=None if of is None else _plain(of),
        unit=unit,
        as_written=text[start:end],
        start=start,
        end=end,
    )


def _plain(value: float) -> float:
    """A whole number without a fraction; others without the noise of binary fractions."""
    return int(value) if value == int(value) else round(value, 6)


def _value(written: str, exact: bool) -> float:
    """What the digits mean: a dot before three digits parts thousands, a comma is decimal, but
    parts thousands too where three digits follow and neither % nor a scale word does.
    """
    if written.isdigit():
        return float(written)
    if written.count(",") > 1:
        return float(written.replace(",", ""))
    whole, comma, fraction = written.partition(",")
    if comma and len(fraction) == 3 and not exact and whole != "0":
        return float(whole.replace(".", "") + fraction)
    if _THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    return float(f"{whole}.{fraction}" if comma else whole)


def _scale(words: str) -> float:
    factor = 1.0
    for word in words.split():
        factor *= load("units")["scales"][word]
    return factor


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def _names(
    low: str, start: int, end: int, first: str, join: str | None, percent: str | None
) -> bool:
    """Does what stands before or after make the number a date, an ordinal, a mark or a name?"""
    if first[0] == "0" and len(first) > 5 and first.isdigit():
        return True
    sign = low[end : end + 1]
    if sign in _GOING_ON and low[end + 1 : end + 2].isdigit():
        return True
    if not start or low[start - 1] == "\n":
        return sign in _MARKING
    if percent:
        return False  # "đại hội 100% đảng bộ": no ordinal is a percentage
    words = low[start - 24 if start > 24 else 0 : start].rstrip(" :(").rsplit(None, 2)
    if not words or (last := words[-1]) not in _naming_ends():
        return False
    naming, pair = _words("naming"), " ".join(words[-2:])
    if not (last in naming or pair in naming) or pair in _words("not_naming"):
        return False
    following = _WORD.match(low, end)
    if following and following[1] in _words("sure"):
        if {last, pair} & _words("verbs"):
            return False  # "kết luận 29 đảng viên vi phạm", "gửi Trung ương 52 bản tin"
        if pair == "đại hội" and _value(first, exact=False) > _LAST_CONGRESS:
            return False
    bound = (last != "năm" or _is_year(first)) and (last != "tháng" or len(first) < 3)
    # "từ đầu năm 287/350 đảng viên": neither is a year.
    return bound or (join is not None and (last != "năm" or _is_year(first)))


def _follows_code(text: str, start: int, unit: str) -> bool:
    """Is the number part of a name in capitals ("COVID 19 …"), and no count of persons or units?"""
    if text[start - 2 : start - 1].islower():
        return False  # as before most numbers
    words = text[start - 16 if start > 16 else 0 : start].split()
    code = bool(words) and words[-1].isupper() and words[-1].isalpha() and text[start - 1] == " "
    if not code or words[-1].lower() in _words("organs"):
        return False  # "chủ tịch UBND 11 huyện"
    return unit.partition(" ")[0].lower() not in _words("sure")


def _is_date(whole: str, value: float, other: float) -> bool:
    """Is a/b a day and month rather than a share of a whole?"""
    return value > other or (other <= 12 and not whole.isdigit())


def _subject(text: str, low: str, start: int) -> str | None:
    """What a number without a unit counts: "số bị xóa tên là hơn 38.519"."""
    said = _SAID.search(low, start - 70, start)
    return text[said.start(1) : said.end(1)].strip() if said else None


def _penalty(text: str, low: str, start: int) -> str | None:
    """The penalty that the number right behind it counts, in an enumeration of penalties."""
    if low[start - 1 : start] != " ":
        return None
    words = low[start - 24 if start > 24 else 0 : start].split()[-2:]
    said = " ".join(words)
    return text[start - len(said) - 1 : start - 1] if said in _words("penalties") else None


def _begin(low: str, start: int) -> int:
    """Where the quantity begins, "hơn" or "gần" before the number included."""
    if not low.endswith(_approximate(), 0, start):
        return start
    for word in _approximate():
        at = start - len(word)
        if low.endswith(word, 0, start) and (at < 1 or not low[at - 1].isalpha()):
            return at
    return start


def _unit(text: str, low: str, found: re.Match[str], begin: int) -> tuple[str, int]:
    """What is counted (a percentage's unit begins with `%`) by the words from `begin` on, and where
    the quantity ends.
    """
    if found["attached"]:
        attached = found["attached"].strip()
        return _SHORT.get(attached, attached), found.end()
    words: list[str] = []
    end = begin
    ahead = _WORDS.match(low, begin)
    following = [*ahead[0].split(), ""] if ahead else [""]
    may_end = _first_words("stops", "stop_pairs")
    for word, then in pairwise(following[: _LONGEST_UNIT + 1]):
        past = end + 1 + len(word)
        if past > found.endpos or text[end] == "\n":
            break
        ending = word in may_end or (not words and text[end + 1].isupper())
        if ending and _ends_unit(text, end, word, then, words):
            break
        words.append(word)
        end = past
    if len(words) == _LONGEST_UNIT:
        end = _whole(text, begin, end)
        words = text[begin:end].lower().split()
    phrase = text[begin:end].strip()
    if not words or (words[0] in _first_words("not_units") and _not_unit(words)):
        end = begin
        time = _WORD.match(low, begin, found.endpos)
        if time and _lasts(low, found, time[1]):
            end = time.end()
        phrase = text[begin:end].strip()
    if found["percent"]:
        return f"% {phrase}".rstrip(), end
    return phrase, end


def _whole(text: str, start: int, end: int) -> int:
    """Where the last whole word before `end` ends: never between "kết" and "nạp"."""
    following = _WORD.match(text, end)
    if following is None:
        return end
    from archive.segmenter import words as segment

    phrase = text[start : following.end()]
    inside = (begin for begin, stop in segment(phrase) if begin < end - start < stop)
    begin = next(inside, 0)
    return start + len(phrase[:begin].rstrip()) if phrase[:begin].strip() else end


def _ends_unit(text: str, at: int, said: str, then: str, before: list[str]) -> bool:
    """Does the unit that is `before` as yet end at `at`, where the word `said` follows it, and
    `then` that?
    """
    if not before and text[at + 1].isupper() and said not in _words("capitals"):
        # "214 CĐCS": capitals alone stand for what is counted.
        return not (1 < len(said) < _LONGEST_UNIT and text[at + 1 : at + 1 + len(said)].isupper())
    pair = f"{said} {then}" if then else said
    stops = said in _words("stops")
    if not stops and pair not in _words("stop_pairs"):
        return False
    nouns = _words("nouns")
    if stops and (pair in nouns or (not before and said in nouns)):
        return False
    return not (before and f"{before[-1]} {said}" in nouns)


def _lasts(low: str, found: re.Match[str], time: str) -> bool:
    """Does the unit `time` tell how long something took or may take ("không quá 4 giờ", "còn 3
    tháng"), and no time of day and no period?
    """
    kinds: dict[str, str] = load("units")["lasting"]
    start, end = found.start(), found.end() + 1 + len(time)
    if time not in kinds or _CLOCK.search(low, start - 12, start):
        return False
    ahead = _WORD_AHEAD.match(low, end)
    if ahead and (ahead[1] in _words("of_time") or ahead[1].isdigit()):
        return False
    if (found["join"] or "").strip() == "/":
        return kinds[time] == "long"  # "sinh hoạt 4/6 tháng", but "trực 24/24 giờ"
    begin = _begin(low, start)
    cues = _cues(kinds[time])
    left = max(0, begin - _LONGEST_CUE)
    if f" {low[left:begin]}".endswith(cues) or f" {low[begin:start]}".endswith(cues):
        return True
    value = _value(found["second"] or found["first"], exact=False)
    after = low.endswith("sau ", 0, begin) and kinds[time] == "short"
    return after and (time != "giờ" or value > _HOURS_OF_DAY or begin < start)


def _not_unit(words: list[str]) -> bool:
    banned = _words("not_units")
    return words[0] in banned or " ".join(words[:2]) in banned


@cache
def _words(name: str) -> frozenset[str]:
    table: dict[str, Any] = load("units")["words"]
    return frozenset(table[name])


@cache
def _naming_ends() -> frozenset[str]:
    """What the words end with after which a number names, dates or orders something."""
    return frozenset(words.split()[-1] for words in _words("naming"))


@cache
def _first_words(*names: str) -> frozenset[str]:
    """The first word of each in the lists `names`: most texts are told from all of them by it."""
    return frozenset(words.split()[0] for name in names for words in _words(name))


def _cues(length: str) -> tuple[str, ...]:
    """What stands before how long something takes, each with the space after it."""
    cues: dict[str, list[str]] = load("units")["cues"]
    both = cues["both"] + cues["short"] if length == "short" else cues["both"]
    return tuple(f" {word} " for word in both)


@cache
def _approximate() -> tuple[str, ...]:
    """Words for what is not exact, each with the space after it, the longest first."""
    return tuple(sorted((f"{word} " for word in _words("approximate")), key=len, reverse=True))
