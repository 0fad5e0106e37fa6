"""Words that open a task, and words that say something is already done."""

import re
from collections.abc import Iterable
from functools import cache

from archive.reading.wordlist import any_whole, any_with
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
_BETWEEN = " ,“\"'"


@cache
def _verb() -> re.Pattern[str]:
    """Any of the directive verbs."""
    verbs = load("openers")["directive"]["verbs"]
    # "Phòng, chống dịch là việc của mọi người": a topic.
    return re.compile(_opening(verb for verb in verbs if "," not in verb))


@cache
def _adverbs() -> re.Pattern[str]:
    """Up to four of the words before a directive verb, the last of them as `last`."""
    words = _opening(load("openers")["before"]["words"])
    return re.compile(rf"(?:[{_BETWEEN}]*(?P<last>{words})){{0,4}}[{_BETWEEN}]*")


def _opening(words: Iterable[str]) -> str:
    """A pattern for any of `words`; no other stop may be joined to one of a single syllable."""
    whole = r"(?![^\W_])"
    return any_with(
        {word: whole if " " in word else r"(?=[,:]*(?:\s|$))" for word in map(level, words)}
    )


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


def has_long_verb(said: list[str]) -> bool:
    """Does any of the words `said` begin a directive verb of two syllables or more?"""
    return any(starts_with_verb(" ".join(said[at : at + 3]), long=True) for at in range(len(said)))


def starts_with_verb(low: str, *, also: tuple[str, ...] = (), long: bool = False) -> bool:
    """Does the folded `low` begin with a directive verb or a word of `also`, after adverbs or not?

    With `long` only verbs of two syllables and more count: the short ones mean much else too.
    """
    adverbs = _adverbs().match(low)
    at = adverbs.end() if adverbs else 0
    if (
        also
        and low.startswith(also, at)
        and any(
            low.startswith(word, at) and not low[at + len(word) : at + len(word) + 1].isalnum()
            for word in also
        )
    ):
        return True
    if " hóa" in low and _MAKING.match(low, at):
        return True
    found = _verb().match(low, at)
    if found and found[0] == "lãnh đạo" and _LEADERS.match(low, found.end()):
        return False
    if found is None and adverbs and adverbs["last"] and " " in adverbs["last"]:
        # "kiên quyết thay …": what stands before a verb may itself be the one.
        return _verb().fullmatch(adverbs["last"]) is not None
    return found is not None and (not long or " " in found[0])


def directive_within(low: str, length: int) -> bool:
    """Does a directive verb of two syllables or more begin within the first `length` characters?"""
    if _long_verbs().search(low, 0, length):
        return True
    return " hóa" in low and bool(_MAKING.search(low, 0, length))


def count_directives(low: str) -> int:
    """How many directive verbs of two syllables or more `low` holds."""
    return sum(1 for _ in _long_verbs().finditer(low))


@cache
def _long_verbs() -> re.Pattern[str]:
    verbs = map(level, load("openers")["directive"]["verbs"])
    return re.compile(any_whole(dict.fromkeys((verb for verb in verbs if " " in verb), "")))


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
    return bool(_PAST.search(low, 0, 90) or ("vừa" in low and _JUST.search(low, 0, 90)))
