"""When two wordings ask for the same: what may differ without any change of substance.

Case, tone placement, punctuation, the order of a document's date and issuer, openers like "Tiếp
tục", particles, and a heading or "Về …:" put before the same text. Any other word, and every
number, counts.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from archive.comparing.keys import parts, same_directive
from archive.comparing.phrases import phrases
from archive.comparing.slots import Slot
from archive.comparing.wording import Word
from archive.registry import load
from archive.vietnamese import level

_LONGEST_HEADING = 12  # words


class Substance:
    """The words of a task that count, in order, and where its headings may end."""

    __slots__ = ("forms", "heads", "outlines")

    def __init__(self, text: str, every: Sequence[Word], slots: Sequence[Slot]) -> None:
        self.forms = tuple(_counting(every, slots))
        self.heads = tuple(
            tuple(_counting(every[cut:], slots)) for cut in _headings(text, every, slots)
        )
        # What must be equal in any case: two tasks without a common outline need no closer look.
        self.outlines = frozenset(map(_outline, (self.forms, *self.heads)))


def _outline(forms: Sequence[str]) -> tuple[str, ...]:
    """`forms` with the documents told by their number alone."""
    return tuple(form if form[0] != "§" else f"§{parts(form[1:]).number}" for form in forms)


def same_substance(a: Substance, b: Substance) -> bool:
    """Is nothing of substance changed between `a` and `b`?"""
    return (
        _same(a.forms, b.forms)
        or any(_same(a.forms, rest) for rest in b.heads)
        or any(_same(rest, b.forms) for rest in a.heads)
        or any(_same(rest, other) for rest in a.heads for other in b.heads)
    )


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == len(b) and all(
        x == y or (x[0] == y[0] == "§" and same_directive(x[1:], y[1:]))
        for x, y in zip(a, b, strict=True)
    )


def _counting(every: Sequence[Word], slots: Sequence[Slot]) -> list[str]:
    """The forms that count: a citation is one word, its document; openers and particles go."""
    cited = {s.span: s for s in slots if s.kind == "directive" and s.span.start < s.span.end}
    starts = {span.start: span for span in cited}
    found: list[str] = []
    end = 0
    for word in every:
        if word.span.start < end:
            continue
        if word.span.start in starts:
            span = starts[word.span.start]
            end = span.end
            found.append("§" + cited[span].value)
        else:
            found += _abbreviations().get(word.form, (word.form,))
    found = found[_opening(found) :]
    return [form for k, form in enumerate(found) if not phrases("particles").longest(found, k)]


def _opening(forms: Sequence[str]) -> int:
    """How many words the run of openers at the start takes; never all of them."""
    at = 0
    while at < len(forms):
        length = phrases("openers").longest(forms, at)
        if not length or at + length >= len(forms):
            break
        at += length
    return at


def telling_words(every: Sequence[Word], slots: Sequence[Slot]) -> list[int]:
    """Where the words stand that are neither opener nor particle nor part of a slot."""
    forms = [word.form for word in every]
    silent = {place for slot in slots if not slot.in_words for place in range(*slot.span)}
    quiet = phrases("openers", "particles")
    for k in range(len(every)):
        for word in every[k : k + quiet.longest(forms, k)]:
            silent.add(word.span.start)
    return [word.span.start for word in every if word.span.start not in silent]


def _headings(text: str, every: Sequence[Word], slots: Sequence[Slot]) -> list[int]:
    """The word numbers at which the text after a heading would begin.

    A heading has a capital, no number and no document, ends in a line break, a colon, a dash or a
    full stop, and a capital follows; after an opening "Về …:" none needs to.
    """
    cuts = []
    about = bool(every) and every[0].form == "về"
    for i, (word, after) in enumerate(pairwise(every[: _LONGEST_HEADING + 1])):
        if word.form[0].isdigit() or any(
            slot.kind == "directive" and slot.span.start <= word.span.start < slot.span.end
            for slot in slots
        ):
            break
        between = text[word.span.end : after.span.start]
        capital = text[after.span.start].isupper() and text[every[0].span.start].isupper()
        if (":" in between and (about or capital)) or (
            capital and any(mark in between for mark in "\n.–-")
        ):
            cuts.append(i + 1)
    return cuts


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    """Short forms, each with the words it stands for."""
    table: dict[str, str] = load("substance")["abbreviations"]
    return {level(short): tuple(level(full).split()) for short, full in table.items()}
