"""The time planned for, in the words by which sentences name it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from archive.period import Period
from archive.reading.tasks.vocabulary import words
from archive.reading.times.periods import find_periods

_OPENING = 160  # letters in which a sentence names its time first, behind who tells it
_BEFORE = re.compile(
    r"(?:[^.;:]{0,110}(?:cho biết|cho hay|cho thấy|báo cáo|thông tin|nêu rõ)[,:]? (?:rằng )?"
    r"|(?:về|đối với) [^.;:]{2,110}, )?\W*"
    r"(?:(?:trong|qua|cả|kết quả|tình hình|của|cuối|đầu|hết|đến|tính đến|từ đầu) ){0,2}"
)
_COUNTED = re.compile(
    r"(?<!\w)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mấy|những|các) $"
)
# "từ nay đến cuối nhiệm kỳ", "ba tháng còn lại của năm": what a time to come reaches to, or is of.
_UNTIL = re.compile(
    r"(?<= đến| tới)(?: (?:khi|dịp|trước|hết|giữa|cuối|đầu|ngày))*"
    r" (?:năm|quý|tháng|tuần|học kỳ|nhiệm kỳ|kỳ họp|giai đoạn|tết|đại hội|\d)[\w/.-]*"
    r"(?: (?:[ivx]+|\d[\d/.-]*|này|nay|tới|sau|nguyên đán|âm lịch|dương lịch)(?!\w))*"
    r"|,? (?:của )?(?:năm|nhiệm kỳ|quý|kỳ|năm học)(?: (?:\d{4}|nay|này))?(?=,| \w)"
)
_PARTS = ("tháng", "quý", "nửa")
_ROMAN = ("i", "ii", "iii", "iv")


@dataclass(frozen=True, slots=True)
class Ahead:
    """The planned period: `year` as it is written, None where it is the reviewed one's too; `name`
    finds the period's own name, `gone` the reviewed one's, which is `over` and, where it is no
    longer than a year, told with one of the words `by`.
    """

    year: str | None = None
    name: re.Pattern[str] | None = None
    gone: re.Pattern[str] | None = None
    over: Period | None = None
    by: tuple[str, ...] = ()


def ahead_of(reviewed: Period | None, planned: Period | None) -> Ahead:
    """What `planned` is called beside `reviewed`."""
    year = str(planned.year) if planned else None
    same = reviewed is not None and year == str(reviewed.year)
    return Ahead(
        None if same else year,
        _named(planned) if planned and not (same and planned.months == 12) else None,
        _named(reviewed) if reviewed else None,
        reviewed,
        _told_by(reviewed) if reviewed else (),
    )


def named(low: str, ahead: Ahead) -> bool:
    """Does the sentence name a time to come?"""
    if comes(low) or (ahead.year and f"năm {ahead.year}" in low):
        return True
    return bool(ahead.name and ahead.name.search(low))


# A sentence is looked at by several modules, one after the other.
@lru_cache(maxsize=4)
def comes(low: str) -> bool:
    """Does the sentence hold a word for a time to come?"""
    return words("planned").search(low) is not None


def reach(low: str, when: re.Match[str]) -> tuple[int, int]:
    """Where the words of a time to come begin and end of which `when` is the heart ("6 tháng tới",
    "từ nay đến hết quý I").
    """
    counted = _COUNTED.search(low, max(when.start() - 9, 0), when.start())
    until = _UNTIL.match(low, when.end())
    return (counted.start() if counted else when.start(), until.end() if until else when.end())


def looks_back(low: str, ahead: Ahead) -> bool:
    """Does the sentence, or what somebody tells in it, open with the period that is over ("Nửa đầu
    năm 2023, …")?
    """
    if ahead.over is None or not any(map(low[:_OPENING].__contains__, ahead.by)):
        return False
    opening = next(find_periods(low, 0, min(len(low), _OPENING)), None)
    if opening is None or opening.term or opening.shift is not None or opening.vague:
        return False
    opens = _BEFORE.fullmatch(low, 0, opening.start) is not None
    return opens and opening.of(opening.year or ahead.over.year) == ahead.over


def _told_by(period: Period) -> tuple[str, ...]:
    """Words without one of which no period of a year or less is told; none for a longer one."""
    if period.months > 12:
        return ()
    return _PARTS if period.months < 12 else (str(period.year), *_PARTS)


def _named(period: Period) -> re.Pattern[str] | None:
    """The name of a year, quarter or month, with its year or without one."""
    month, of = period.start % 12, rf"(?:(?: ?[/-] ?|,? (?:năm )?){period.year})?(?![\w/-])"
    if period.months == 12 and not month:
        return re.compile(rf"năm (?:công tác |học )?{period.year}(?!\d)")
    if period.months == 3 and not month % 3:
        quarter = month // 3 + 1
        return re.compile(rf"quý (?:{_ROMAN[quarter - 1]}|0?{quarter}){of}")
    return re.compile(rf"tháng 0?{month + 1}{of}") if period.months == 1 else None
