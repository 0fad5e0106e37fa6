"""What a thread is called: a few whole words of its task that name the topic.

Openers and what any task may begin with ("quán triệt, triển khai thực hiện", "tham mưu Tỉnh ủy")
tell nothing and are left out, as are the date and issuer of a document before what it is about;
where two labels would be one, each goes on to where the texts part.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from archive.comparing.matter import own_matter, past_naming
from archive.comparing.phrases import Phrases
from archive.comparing.wording import Wording
from archive.registry import load
from archive.vietnamese import level

_SHORTEST, _LONGEST = 4, 9  # syllables of a label
_MOST = 30  # of one that is lengthened so that it is like no other
_ENDS = ",;:("  # what ends a label's clause
_PARTS = ";:("  # and does so though nothing is told yet but what is done
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
    told = _told_from(wording, at)
    while last + 1 < len(every):
        between = text[every[last].span.end : every[last + 1].span.start]
        ends = any(mark in between for mark in (_ENDS if last >= told else _PARTS))
        if (ends and last + 1 - at >= shortest) or _FULL_STOP.search(between):
            break
        if last + 1 - at >= longest and _may_end(wording, last):
            last = _cut(wording, at, last)
            break
        last += 1
    named = " ".join(text[every[at].span.start : every[last].span.end].split())
    return named[:1].upper() + named[1:]


def _told_from(wording: Wording, at: int) -> int:
    """The first word from `at` on that tells what something is done to, or how: of "luân chuyển,
    điều động, bổ nhiệm cán bộ" the last one.
    """
    forms = [word.form for word in wording.words]
    while at < len(forms):
        verb = _verbs().longest(forms, at)
        if verb and forms[at - 1 : at] in (["đã"], ["được"]):
            break
        length = max(verb, _function().longest(forms, at), forms[at].isdigit())
        if not length or (length == 1 and at + 1 in wording.inner):
            break
        at += length
    return at


def _may_end(wording: Wording, last: int) -> bool:
    """Can a label end in the word `last`: is it no part of a longer one, nor a bare number?"""
    return last + 1 not in wording.inner and not wording.words[last].form.isdigit()


def _cut(wording: Wording, at: int, last: int) -> int:
    """The last word not after `last` that does not only lead on to others."""
    forms = [word.form for word in wording.words]
    while last > at + 1 and not _verbs().longest(forms[: last + 1], last - 1) > 1:
        if " ".join(forms[last - 1 : last + 1]) in _ties():
            last -= 2
        elif last not in wording.inner and _leads_on(forms, last):
            last -= 1
        else:
            break
    return last


def _leads_on(forms: Sequence[str], at: int) -> bool:
    return forms[at] in _ties() or " ".join(forms[at : at + 2]) in _ties()


@cache
def _ties() -> frozenset[str]:
    """Words that only lead on to others: a label that is cut ends in none."""
    return frozenset(level(word) for word in load("substance")["function"])


@cache
def _function() -> Phrases:
    return Phrases({"function": load("substance")["function"]})


@cache
def _verbs() -> Phrases:
    return Phrases({"verbs": load("openers")["directive"]["verbs"]})


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
    at = own_matter(wording)
    if not at and forms[:1] == ["về"] and len(forms) > 1:
        at = 1
    while at < len(forms):
        end = _past_advice(forms, at) or past_naming(wording, at)
        end = end or at + _openers().longest(forms, at)
        if end == at or end >= len(forms) or _inside(wording, forms, end):
            break
        if "hơn" in forms[end : end + 2]:  # "chủ động hơn nữa": how it is done is what is asked
            break
        if _FULL_STOP.search(
            wording.text[wording.words[end - 1].span.end : wording.words[end].span.start]
        ):
            break
        at = end
    return at


def _inside(wording: Wording, forms: Sequence[str], at: int) -> bool:
    """Is the word `at` inside a longer one that is no run of openers ("tập trung thực hiện")?"""
    return at in wording.inner and not _openers().longest(forms, at)


def _past_advice(forms: Sequence[str], at: int) -> int:
    """Where "tham mưu Tỉnh ủy, Ban Thường vụ Tỉnh ủy" that begins at `at` ends; 0 without it."""
    advising, advised = _advised()
    end = start = at + advising.longest(forms, at)
    if start == at:
        return 0
    while end < len(forms) and (length := advised.longest(forms, end)):
        end += length
    return end if end > start else 0
