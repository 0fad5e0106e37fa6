"""What a paragraph, a heading or the lead of a list says about its role in the report."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from archive.reading.wordlist import Words, any_of
from archive.registry import load
from archive.vietnamese import level

_HEADING_WORDS = 16
_HEADING_LENGTH = 140
_TOPIC_WORDS = 8
_FIRST_WORDS = 200  # letters in which a paragraph names those present
# How much of a lead's words a short line, or one about a topic, needs to be a lead itself.
_ANNOUNCED = 1.5
_ANNOUNCED_ABOUT = 2.5
_TIME = re.compile(r"(?<!\w)(?:năm \d{4}|quý|tháng|năm tới|thời gian tới|sắp tới)(?!\w)")
# "Tháng 7:", "Trong quý II:", "6 tháng cuối năm:": a time alone is no topic.
_TIME_NAMED = re.compile(
    r"(?<!\w)(?:năm \d{4}|năm tới|năm mới|thời gian tới|sắp tới|quý (?:[ivx]+|\d)|tháng \d)(?!\w)"
)
# "…, Ban đã tham mưu:", "hoàn thành 41 đầu việc, gồm:": what was done, unless that was to settle
# something.
_DONE = re.compile(
    r"(?<!\w)đã (?!thống nhất|xác định|đề ra|giao|yêu cầu|đề nghị|chốt|quyết|nhất trí|thông qua|nêu"
    r"|chỉ đạo|nhấn mạnh|lưu ý|đặt|kết luận|phát biểu)\w+(?: \w+){0,3} ?:$"
    r"|(?<!\w)đã [^:]{3,90}(?:thể hiện|biểu hiện|kể ra)(?!\w)[^:]{0,40}:$"
    r"|(?<!\w)hoàn thành (?:\w+ )?\d+(?: \w+){1,4}(?:, (?:trong đó|gồm|cụ thể))? ?:$"
)
_DONE_WEIGHS = 3.5
_TIME_ALONE = re.compile(
    r"(?:trong |sang )?(?:tháng \d|quý (?:[ivx]+|\d)(?!\w)|năm \d{4}|nửa (?:đầu|cuối) "
    r"|(?:6|sáu|3|ba) tháng (?:đầu|cuối))"
)
_SEVERAL = re.compile(r"(?:những|các|một số|vài) ")
_MARK = re.compile(
    r"(?:[ivx]{1,5}|[a-zđ]|\d{1,2})[.)/:-] ?|[-–—+*•·#►▶◆❖=]+ ?|phần (?:thứ )?\w+[:.,-] ?"
)
_COUNT = re.compile(
    r"(?<![\w./-])(?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"(?: (?:nhóm|đầu|mảng|phần))?"
    r" (?:nhiệm vụ|giải pháp|việc|công việc|nội dung|phương hướng|vấn đề|định hướng|trọng tâm"
    r"|mục tiêu|yêu cầu|điểm|mặt công tác|chương trình|khâu)(?!\w)"
)
_OF_DOCUMENTS = (
    *("nghị quyết", "kết luận", "chỉ thị", "quy định", "hướng dẫn", "đề án", "thông báo"),
    "chương trình hành động",
)
_DOCUMENTS = (
    r"(?:nghị quyết(?! (?:của )?hội nghị(?! trung ương| lần))|kết luận (?:số )?\d\S*|chỉ thị"
    r"|quy định|hướng dẫn|đề án)"
)
# "5 nhóm nhiệm vụ nêu tại Kết luận số 21": what is counted belongs to another document.
_ANOTHERS = re.compile(
    r"(?:nhiệm vụ|giải pháp)[^.:;]{0,60}(?:nêu tại|nêu trong|trong|tại|của|theo) (?:các )?"
    rf"(?:{_DOCUMENTS}|thông báo|chương trình hành động)(?!\w)"
    rf"|{_DOCUMENTS}[^,.:;]{{0,100}}(?:, (?:trong đó|ngày)[^.:;]{{0,60}})? "
    r"(?:đề ra|nêu rõ|nêu|xác định|chỉ rõ|gồm|quy định|yêu cầu)(?: có| rõ| ra)?"
    r"(?: (?:\d+|các|những|một số|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)|:)"
    r"|^theo (?:quy định|hướng dẫn) số"
)
# "Phát huy kết quả đạt được, năm 2022 …": what came before is no more than where it starts from.
_PREFACE = re.compile(
    r"(?:(?:để |nhằm )?(?:phát huy|khắc phục|kế thừa|tiếp nối|trên cơ sở|giải quyết|tháo gỡ)"
    r"|(?:trước|từ) (?:những |các )?(?:hạn chế|tồn tại|khó khăn|bất cập|yếu kém))(?!\w)"
    r"[^,:]{0,120}, (?=[^:]{12})"
)


class Lead(NamedTuple):
    """What the words before a list say: how strongly for each role, and how many items are told."""

    weights: dict[str, float]
    told: int | None
    anothers: bool


@cache
def _roles(table: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """(role, begins, holds) of the tables `sections` and `paragraphs`."""
    return tuple(
        (
            role,
            tuple(map(level, words.get("begins", ()))),
            tuple(map(level, words.get("holds", ()))),
        )
        for role, words in load("headings")[table].items()
    )


@cache
def _lead_words() -> tuple[tuple[str, Words, dict[str, float]], ...]:
    tables = load("headings")["leads"]
    return tuple(
        (role, one_of(words), {level(word): float(weight) for word, weight in words.items()})
        for role, words in tables.items()
    )


def one_of(words: Iterable[str], *, unless: Mapping[str, Sequence[str]] | None = None) -> Words:
    """Any of `words` as whole words, the longest first.

    `unless` tells of a word which syllables after it make it part of another word.
    """
    return Words(followed(words, unless or {}))


def followed(words: Iterable[str], unless: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """`words` as they are compared, each with the pattern that must follow, as `one_of` has it."""
    return {word: _not_before(unless.get(word, ())) for word in map(level, words)}


def _not_before(syllables: Sequence[str]) -> str:
    after = "|".join(re.escape(level(syllable)) for syllable in syllables)
    return rf"(?! (?:{after})(?!\w))" if after else ""


def heading_role(low: str) -> str | None:
    """The role of the section that the folded line `low` heads: "" for a topic, None for none."""
    if len(low) > _HEADING_LENGTH or low[-1:] in '.;!?…,”"':
        return None
    length = len(low.split())
    if length > _HEADING_WORDS:
        return None
    mark = _MARK.match(low)
    bare = low[mark.end() :].lstrip("* ") if mark else low
    several = _SEVERAL.match(bare)
    for role, begins, _ in _roles("sections"):
        if bare.startswith(begins) or (several and bare.startswith(begins, several.end())):
            return role
    if bare.startswith("về "):
        return None if _announces(bare, _ANNOUNCED_ABOUT) else ""
    named = low[-1:] == ":" and length <= _TOPIC_WORDS
    if not named or _TIME_NAMED.search(bare):
        return None
    return None if _announces(bare, _ANNOUNCED) else ""


def _announces(low: str, enough: float) -> bool:
    """Does a short line with a colon lead to a list, rather than name a topic?"""
    if _TIME_ALONE.match(low):
        return True
    lead = read_lead(low)
    if lead.weights["tasks"] >= 1 and _TIME.search(low):
        return True
    return (
        lead.told is not None
        or max(lead.weights.values()) >= enough
        or _narrative("saying").search(low) is not None
    )


def paragraph_role(low: str) -> str | None:
    """What the folded paragraph `low` tells by its own words, as far as they are sure."""
    attended = any(map(low[:_FIRST_WORDS].__contains__, _present()))
    if not _opens_paragraph().match(low):
        return "attendance" if attended else None
    for role, begins, holds in _roles("paragraphs"):
        if role == "attendance":
            if attended or low.startswith(begins):
                return role
        elif low.startswith(begins) and (not holds or any(map(low.__contains__, holds))):
            return role
    return None


@cache
def _opens_paragraph() -> re.Pattern[str]:
    """What paragraphs of any role begin with."""
    return re.compile(any_of(word for _, begins, _ in _roles("paragraphs") for word in begins))


@cache
def _present() -> tuple[str, ...]:
    """What a paragraph on those present holds early, whatever it begins with."""
    return next(holds for role, _, holds in _roles("paragraphs") if role == "attendance")


def narrates(low: str) -> bool:
    """Does the folded sentence or paragraph `low` tell what went on at the conference?"""
    if not _narrative("begins", "speakers").match(low):
        return False
    return bool(_narrative("begins").match(low) or _narrative("saying").search(low, 0, 260))


@cache
def _narrative(*keys: str) -> Words:
    listed = load("headings")["narrative"]
    return one_of([word for key in keys for word in listed[key]])


def told_count(low: str) -> int | None:
    """How many tasks (or whatever is listed) the folded words `low` announce ("7 nhiệm vụ")."""
    written = [found["count"] for found in _COUNT.finditer(low)]
    if not written:
        return None
    return (
        int(written[-1]) if written[-1].isdigit() else int(load("openers")["ordinals"][written[-1]])
    )


# Of short lists that start again and again most have the same words before them, or none.
@lru_cache(maxsize=64)
def read_lead(low: str) -> Lead:
    """Weigh the folded words `low` that stand before a list."""
    preface = _PREFACE.match(low)
    low = low[preface.end() :] if preface else low
    weights = {
        role: sum([weight[word] for word in {found[0] for found in pattern.finditer(low)}])
        for role, pattern, weight in _lead_words()
    }
    weights["results"] += _DONE_WEIGHS if ":" in low[-2:] and _DONE.search(low) else 0
    anothers = any(map(low.__contains__, _OF_DOCUMENTS)) and _ANOTHERS.search(low)
    return Lead(weights, told_count(low), bool(anothers))
