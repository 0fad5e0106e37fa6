"""The day on which the conference was held, as the article writes it."""

import re
from functools import lru_cache
from typing import NamedTuple

from archive.reading.dates import FIRST_PAGES, Day
from archive.reading.page import Page
from archive.reading.times.sentences import sentences, shortened

_LINES = 14
_REACH = 8000
_LONG = 3000
_ENOUGH = 4
_GATHERING = re.compile(
    r"hội nghị|tổng kết|sơ kết|giao ban|họp|buổi (?:lễ|làm việc)|ngồi lại|tề tựu|hội tụ|gặp nhau"
    r"|trước sự (?:có mặt|hiện diện)"
)
# What else people come together for: its day is told of a page that reports no work summed up.
_OCCASION = re.compile(
    r"hội thảo|tọa đàm|toạ đàm|tập huấn|bồi dưỡng|khai giảng|bế giảng|đại hội|hội thi|ra quân"
    r"|lễ(?<!\wlễ) (?:kỷ niệm|trao|công bố|ra mắt|ký|phát động|tuyên dương|kết nạp|khánh thành)"
    r"|đối thoại|gặp mặt|ra mắt|sinh hoạt chuyên đề"
)
_TAKES_PLACE = re.compile(
    r"tổ chức|diễn ra|khai mạc|tiến hành|hội nghị|họp|dự |tổng kết|sơ kết|tại trụ sở|hội trường"
)
_HELD_ON = re.compile(
    r"(?:tổ chức|diễn ra|khai mạc|tiến hành)(?: vào)?(?: (?:sáng|chiều|tối))?(?: ngày)? \(?$"
)
# An hour or "hôm" tell a day on which something was done, as a part of the day does.
_PARTS_OF_DAY = ("sáng", "trưa", "chiều", "tối", "hôm", "giờ", "giờ rưỡi")
_ELSEWHEN = (
    "trước", "đến", "hết", "từ", "sau", "trước đó", "trước đây", "xong", "chậm nhất", "thời hạn",
    "kỷ niệm", "sinh", "thành lập", "tính", "vào đầu", "có hiệu lực", "bắt đầu", "ban hành", "ký",
    "xảy ra",
)  # fmt: skip
# What happened then, and came before what is reported: "sau vụ việc ngày 11/6".
_AFTER = re.compile(r"(?<!\w)(?:sau|trước|kể từ|từ)(?: [^\W\d_]+){1,4}$")
# A day in brackets is that of what stands before them: "thứ Sáu (22/12)", "Hội nghị … (21/7)".
_BRACKETED = re.compile(
    r"(?:thứ \w+|chủ nhật|sáng|chiều|tối|nay|qua) ?\($|(?:hội nghị|họp|giao ban)[^,;:(]*\($"
)
_TOLD_BEFORE = re.compile(r"trước đó|trước đây|dự kiến|sắp tới|sẽ(?<!\wsẽ)\b")
# "27 và 28/12 …; trong đó, ngày 28/12, Ban … tổng kết": of more days told, the one singled out.
_AMONG = re.compile(
    r"(?:trong đó|riêng|cụ thể)(?: là)?,? (?:vào )?(?:(?:sáng|chiều|tối) )?(?:ngày )?$"
)
_DAY_WORDS = re.compile(r"(?:sáng|trưa|chiều|tối|ngày|hôm nay|hôm|qua|nay|[\s,(])+$")
_OPENING = re.compile(
    r"(?:[^\n]{0,24}[-–—:)] ?)?(?:(?:hôm )?(?:đó|ấy) là ?)?(?:trong ?)?"
    r"(?:\w{1,3} ngày,? ?)?(?:vào )?(?:hồi |đúng )?(?:\d{1,2} giờ(?: \d\d| rưỡi)?)?"
    r"(?:[\dhg:' ]{2,9})?"
)


class Held(NamedTuple):
    """A day that may be the conference's; `score` weighs place and words, `named` tells whether
    its sentence speaks of people meeting.
    """

    day: Day
    score: int
    named: bool


@lru_cache(maxsize=1)  # asked for again for each pair of periods
def find_held(page: Page) -> tuple[Held, ...]:
    """The days that may be the conference's, likeliest first."""
    found: list[Held] = []
    count = 0
    for line in page.lines:
        role = line.role
        if role not in ("text", "title"):
            continue
        if count > _LINES or line.start > _REACH:
            break
        place = 1 if role == "title" else 3 if count < 2 else 2 if count < 5 else 0
        count += role == "text"
        if not page.days.may_be(line.start, line.end):
            continue
        for start, end in sentences(page, shortened(line, _LONG)):
            if days := page.days.between(start, end):
                found.extend(_in_sentence(page.folded, start, end, place, days))
            if place > 2:
                place = 2
    found = [held for held in found if held.score >= _ENOUGH]
    return tuple(sorted(found, key=lambda held: -held.score))


def _in_sentence(folded: str, start: int, end: int, place: int, days: list[Day]) -> list[Held]:
    named = bool(_GATHERING.search(folded, start, end))
    occasion = named or _OCCASION.search(folded, start, end) is not None
    found = []
    for at, day in enumerate(days):
        if day.ago is not None and at + 1 < len(days) and days[at + 1].start - day.end <= 16:
            continue  # "sáng nay (16/1)": the day itself follows
        if day.year is not None and day.year < FIRST_PAGES:
            continue
        before = folded[max(start, day.start - 45) : day.start]
        score = place + (2 if named else 1 if folded.find("đại hội", start, end) >= 0 else 0)
        score += 2 if day.start - start <= 60 and _opens(folded, start, day.start) else 0
        told = before.rstrip(" \t,(")
        cue = told.removesuffix(" ngày")
        score += 1 if cue.endswith(_PARTS_OF_DAY) or day.ago is not None else 0
        around = max(start, day.start - 60), min(end, day.end + 60)
        score += 1 if _TAKES_PLACE.search(folded, *around) else 0
        score += 1 if _HELD_ON.search(before) else 0
        singled = at > 0 and _AMONG.search(before)
        score += 3 if singled and _GATHERING.search(folded, day.end, end) else 0
        score -= 5 if day.last is None and _is_elsewhen(cue.removesuffix(" hôm")) else 0
        score -= 4 if _TOLD_BEFORE.search(folded, start, day.start) else 0
        score -= 3 if cue != told and _AFTER.search(cue) else 0
        if at == 0 and day.ago is None and before.rstrip().endswith("("):
            score -= 0 if _BRACKETED.search(folded, start, day.start) else 2
        found.append(Held(day, score, occasion))
    return found


def _is_elsewhen(before: str) -> bool:
    """Do the words `before` a day make it the end of a stretch, or that of something else?"""
    before = before.removesuffix(" là")
    return before.endswith(_ELSEWHEN) and not before.endswith("tuần trước")


def _opens(folded: str, start: int, at: int) -> bool:
    """Does the sentence open with this day (a dateline and "Sáng ngày" aside)?"""
    before = _DAY_WORDS.sub("", folded[start:at].strip())
    return before == "" or bool(_OPENING.fullmatch(before))
