"""What an indicator is called: whole words of a text, in their order.

The words that tell what is counted are shown with all that stands between them, so that no "không"
is lost, and only the number is left out.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from archive.comparing.wording import Wording
from archive.registry import load
from archive.report import Figure, Span
from archive.vietnamese import level

_LONGEST = 14  # syllables of a name
_APART = 4  # words that may stand between two telling ones


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of several syllables: how it compares, where it stands, and how many they are."""

    form: str
    start: int
    end: int

    @property
    def length(self) -> int:
        return len(self.form.split())


def name_of(text: str, figure: Figure, clause: Span, telling: Collection[str]) -> str:
    """What `figure` counts, in the words of its `clause` from the first to the last `telling` one,
    those nearest to it where they are many.
    """
    counted = figure.unit.lstrip("% ")
    unit = figure.end - len(counted)
    if not counted or level(text[unit : figure.end]) != level(counted):
        unit = figure.end
    behind = _words(text, Span(unit, _end(text, unit, clause.end)))
    before = _words(text, Span(clause.start, figure.start))
    right = _last(behind, telling)
    if not right:
        while before and before[-1].form not in telling:
            before.pop()
    room = _LONGEST - sum(word.length for word in behind[:right])
    left = _first(text, before, telling, room, figure.start if right else None)
    pieces = [
        text[words[0].start : words[-1].end] for words in (before[left:], behind[:right]) if words
    ]
    named = " ".join(" ".join(pieces).split()).strip(" ,")
    return named[:1].upper() + named[1:]


def _end(text: str, start: int, end: int) -> int:
    comma = text.find(",", start, end)
    return comma if comma >= 0 else end


def _words(text: str, span: Span) -> list[_Word]:
    """The words of a stretch, in order."""
    wording = Wording.of(text[slice(*span)])
    found: list[_Word] = []
    for number, word in enumerate(wording.words):
        start, end = (span.start + place for place in word.span)
        if number in wording.inner and found:
            last = found.pop()
            found.append(_Word(f"{last.form} {word.form}", last.start, end))
        else:
            found.append(_Word(word.form, start, end))
    return found


def _last(words: Sequence[_Word], telling: Collection[str]) -> int:
    """How many of the words from the unit on are shown: on to the last telling one, the first at
    least; what is denied behind it too.
    """
    shown = spent = 0
    for number, word in enumerate(words, 1):
        spent += word.length
        if spent > _LONGEST or _numbered(word):
            break
        if number == 1 or word.form in telling:
            shown = number
    if shown and shown < len(words) and words[shown].form in _negations():
        shown = len(words)
    return shown


def _first(
    text: str, words: Sequence[_Word], telling: Collection[str], room: int, figure: int | None
) -> int:
    """The first of the words before the figure that is shown: the telling ones that stand near each
    other, those behind the last comma alone where all are too many. Right behind a comma, a
    `figure` with a unit begins anew.
    """
    end = len(words)
    if figure is not None and words and "," in text[words[-1].end : figure]:
        return end
    at, length, since = end, 0, 0
    behind_comma = None
    for number in range(end - 1, -1, -1):
        word = words[number]
        length += word.length
        since += 1
        if since > _APART or _numbered(word):
            break
        if number + 1 < end and "," in text[word.end : words[number + 1].start]:
            behind_comma = at if behind_comma is None and at < end else behind_comma
        if word.form in telling:
            if length > room:
                at = at if behind_comma is None else behind_comma
                break
            at, since = number, 0
    if 0 < at < end and words[at - 1].form in _negations():
        at -= 1
    return at


def _numbered(word: _Word) -> bool:
    return any(sign.isdigit() for sign in word.form)


@cache
def _negations() -> frozenset[str]:
    return frozenset(map(level, load("outcomes")["negations"]))
