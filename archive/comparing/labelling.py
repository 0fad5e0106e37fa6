"""What a thread is called: a few whole words of its task that name the topic.

Openers and what any task may begin with ("quán triệt, triển khai thực hiện", "tham mưu Tỉnh ủy")
tell nothing and are left out, as are the date and issuer of a document before what it is about;
where two labels would be one, each goes on to where the texts part.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from archive.comparing.phrases import Phrases
from archive.comparing.wording import Wording
from archive.registry import load
from archive.vietnamese import level

_SHORTEST, _LONGEST = 4, 9  # syllables of a label
_MOST = 30  # of one that is lengthened so that it is like no other
_ENDS = ",;:("  # what ends a label's clause
_DATED = re.compile(
    r",? ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?: (?:của|do) [^,;.:\n]{3,40}?(?= về ))?(?= )"
)
_FULL_STOP = re.compile(r"[.!?\n]")


def labels(texts: Sequence[str]) -> tuple[str, ...]:
    """A label for each of `texts`, no two the same unless their first words are."""
    found = [label(text) for text in texts]
    for longest in range(_LONGEST + 3, _MOST, 3):
        common = {name for name, count in Counter(found).items() if count > 1}
        if not common:
            break
        found = [
            label(text, longest, longest) if name in common else name
            for name, text in zip(found, texts, strict=True)
        ]
    return tuple(found)


def label(text: str, shortest: int = _SHORTEST, longest: int = _LONGEST) -> str:
    """What the task `text` is called: its heading, or its first clause without openers; a few
    whole words, in one clause where that has enough of them.
    """
    text = _DATED.sub("", text)
    wording = Wording.of(text)
    every = wording.words
    if not every:
        return " ".join(text.split())
    at = last = _start(wording)
    while last + 1 < len(every):
        enough = last + 1 - at >= longest and last + 1 not in wording.inner
        between = text[every[last].span.end : every[last + 1].span.start]
        clause = last + 1 - at >= shortest and any(mark in between for mark in _ENDS)
        if clause or _FULL_STOP.search(between):
            break
        if enough:
            while last > at and every[last].form in _ties():
                last -= 1
            break
        last += 1
    named = " ".join(text[every[at].span.start : every[last].span.end].split())
    return named[:1].upper() + named[1:]


@cache
def _ties() -> frozenset[str]:
    """Words that only lead on to others: a label that is cut ends in none."""
    return frozenset(level(word) for word in load("substance")["function"])


@cache
def _openers() -> Phrases:
    return Phrases(
        {
            "openers": load("substance")["openers"],
            "unnamed": load("labels")["openers"],
        }
    )


@cache
def _advised() -> tuple[Phrases, Phrases]:
    lists = load("labels")
    return (
        Phrases({"advising": lists["advising"]}),
        Phrases({"advised": [*load("substance")["organs"], *lists["advised"]]}),
    )


def _start(wording: Wording) -> int:
    """How many words at the start name no topic; never all, nor a part of a longer word."""
    forms = [word.form for word in wording.words]
    at = 1 if forms[:1] == ["về"] and len(forms) > 1 else 0
    while at < len(forms):
        end = _past_advice(forms, at) or at + _openers().longest(forms, at)
        if end == at or end >= len(forms) or end in wording.inner:
            break
        if _FULL_STOP.search(
            wording.text[wording.words[end - 1].span.end : wording.words[end].span.start]
        ):
            break
        at = end
    return at


def _past_advice(forms: Sequence[str], at: int) -> int:
    """Where "tham mưu Tỉnh ủy, Ban Thường vụ Tỉnh ủy" that begins at `at` ends; 0 without it."""
    advising, advised = _advised()
    end = start = at + advising.longest(forms, at)
    if start == at:
        return 0
    while end < len(forms) and (length := advised.longest(forms, end)):
        end += length
    return end if end > start else 0
