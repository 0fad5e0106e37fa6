"""Words that open a task, and words that say something is already done."""

import re
from functools import cache

from archive.reading.wordlist import Words, any_whole
from archive.registry import load
from archive.vietnamese import level

_HEAD = re.compile(
    r"(?:về|đối với|trong|tại) (?!(?:hội nghị|buổi|cuộc|phiên|lễ|đại hội|đây)(?!\w))"
    r"[^:;.]{1,80}[:;,.\n]\s*"
)
_TOPIC = re.compile(
    r"(?:còn |riêng )?(?:về|đối với) [^:;.,]{1,60}[:,] "
    r"(?:(?:các|từng|mỗi)(?: [^\s,;]+){2,3}? (?=\w+ (?:lại|ngay|xong|kỹ|soát)(?!\w)))?"
)
# "Lãnh đạo chủ chốt …": who leads, not what is done.
_LEADERS = re.compile(r" (?:chủ chốt|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|(?:tỉnh|thành phố),)")
_LONGEST_NAME = 110
# "số hóa", "hiện đại hóa", "tinh gọn hóa": any word can be made a verb so.
_MAKING = re.compile(r"(?!văn hóa)\w+(?: \w+)? hóa(?!\w)")
_PAST = re.compile(
    r"đ(?:ã(?<!\wđã)(?!\w)"
    r"|ạt(?<!\wđạt) (?:(?:tỷ lệ|tỉ lệ|trên|hơn|gần) )?\d"
    r"|ược(?<!\wđược) (?:giữ vững|nâng|tăng cường|quan tâm|triển khai|củng cố|đổi mới|duy trì"
    r"|chú trọng|thực hiện)(?!\w))"
)
_JUST = re.compile(r"vừa(?<!\wvừa)(?!\w)")


@cache
def _verbs() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The directive verbs and the words before them, by their first syllable."""
    tables = load("openers")
    return _by_first(tables["directive"]["verbs"]), _by_first(tables["before"]["words"])


def _by_first(words: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(map(level, words), key=len, reverse=True):
        found.setdefault(word.split()[0], []).append(word)
    return {first: tuple(rest) for first, rest in found.items()}


def _opened(low: str, table: dict[str, tuple[str, ...]]) -> str | None:
    """The word of `table` that the folded `low` begins with."""
    first = low.split(None, 1)[:1]
    for word in table.get(first[0].rstrip(",:"), ()) if first else ():
        if low.startswith(word) and not low[len(word) : len(word) + 1].isalnum():
            return word
    return None


def opens_task(low: str) -> bool:
    """Does the folded piece `low` begin with a directive verb, perhaps after a topic or adverbs?"""
    if starts_with_verb(low):
        return True
    head = _HEAD.match(low)
    if head is None or " đã " in head.group():
        return False
    return starts_with_verb(low[head.end() :])


def opens_clause(low: str) -> bool:
    """Does the folded piece `low`, behind a semicolon, open a task of its own, perhaps by a topic
    and who is to act ("về phát triển đảng viên, các đảng ủy rà soát …")?
    """
    if opens_task(low):
        return True
    topic = _TOPIC.match(low)
    return topic is not None and starts_with_verb(low[topic.end() :])


def starts_with_verb(low: str, *, also: tuple[str, ...] = (), long: bool = False) -> bool:
    """Does the folded `low` begin with a directive verb or a word of `also`, after adverbs or not?

    With `long` only verbs of two syllables and more count: the short ones mean much else too.
    """
    verbs, before = _verbs()
    adverb = None
    for _ in range(4):
        low = low.lstrip(" ,“\"'")
        word = _opened(low, before)
        if word is None:
            break
        adverb = word
        low = low[len(word) :]
    if low.startswith(also) and any(
        low.startswith(word) and not low[len(word) : len(word) + 1].isalnum() for word in also
    ):
        return True
    low = low.lstrip(" ,“\"'")
    if " hóa" in low and _MAKING.match(low):
        return True
    found = _opened(low, verbs)
    if found == "lãnh đạo" and _LEADERS.match(low, len(found)):
        return False
    if found is None and adverb and " " in adverb:
        # "kiên quyết thay …": what stands before a verb may itself be the one.
        return adverb in verbs.get(adverb.split()[0], ())
    return found is not None and (not long or " " in found)


def directive_within(low: str, length: int) -> bool:
    """Does a directive verb of two syllables or more begin within the first `length` characters?"""
    if _long_verbs().search(low, 0, length):
        return True
    return " hóa" in low and bool(_MAKING.search(low, 0, length))


def count_directives(low: str) -> int:
    """How many directive verbs of two syllables or more `low` holds."""
    return sum(1 for _ in _long_verbs().finditer(low))


@cache
def _long_verbs() -> Words:
    verbs = map(level, load("openers")["directive"]["verbs"])
    return Words(dict.fromkeys((verb for verb in verbs if " " in verb), ""))


def says_what(low: str) -> bool:
    """Does what follows "cần", "phải", "sẽ" say what to do or be?"""
    return starts_with_verb(low, also=_after_modal())


@cache
def _after_modal() -> tuple[str, ...]:
    return tuple(load("openers")["after_modal"]["words"])


def names_body(low: str) -> bool:
    """Does the folded head of an item only name somebody ("Chi bộ 3;"), as in a list of awards?"""
    body = _bodies().match(low) if len(low) <= _LONGEST_NAME and ":" not in low else None
    return body is not None and not directive_within(low[body.end() :], len(low))


@cache
def _bodies() -> re.Pattern[str]:
    words = map(level, load("openers")["bodies"]["words"])
    return re.compile(rf"(?:\d{{1,3}} )?{any_whole(dict.fromkeys(words, ''))}")


def tells_past(low: str) -> bool:
    """Does the folded head of an item say that something is done?"""
    return bool(_PAST.search(low, 0, 90) or _JUST.search(low, 0, 90))
