"""The words of a text as comparing sees them: whole words and numbers, each with its span.

Two words are the same when their `form` is: case, tone placement, NFC, leading zeros and the dots
of thousands do not count. Punctuation, white space and list marks are no words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from archive.report import Span
from archive.segmenter import words as segment
from archive.vietnamese import level, nfc

# A number keeps what belongs to it ("2.000", "30/6/2020", "18-NQ/TW", "12,5%"). Letters and the
# combining marks of decomposed text make a word. Each alternative is linear: no two parts of it
# can match the same character.
_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f])"
_WORD = re.compile(
    rf"\d+(?:[.,/–-]\d+)*(?:[/–-]?{_LETTER}+(?:[/–-]{_LETTER}+)*)?%?|{_LETTER}+|[_\d]",
)
# A mark follows the end of a clause, so that a number that wrapping put first on a line stays one.
_MARK = re.compile(
    r"(?:\A|(?<=[.;:]\n)|(?<=\n\n))[ ]{0,8}"
    r"(?:\(?(?:\d{1,3}|[a-zA-ZđĐ]|[ivxIVX]{1,5})[.)](?=\s)|\(\d{1,3}\))"
)
_NUMBERED = re.compile(r"số *\d", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DIGITS = re.compile(r"\d+")


class Word(NamedTuple):
    """A word: how it compares, and where it stands."""

    form: str
    span: Span


def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; a list mark before an item, and the "số" before a number, is
    none.
    """
    composed = text.isascii() or unicodedata.is_normalized("NFC", text)
    leveled = level(text) if composed else text
    marks = list_marks(text)
    every = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        if start in marks or (text[start] in "sS" and _NUMBERED.match(text, start)):
            continue
        plain = leveled[start:end] if composed else level(nfc(found[0]))
        every.append(Word(_number(plain) if plain[0].isdigit() else plain, Span(start, end)))
    return tuple(every)


def list_marks(text: str) -> set[int]:
    """The places that marks of list items take: at the start, or after the end of a clause."""
    return {place for found in _MARK.finditer(text) for place in range(*found.span())}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, its words, and the numbers of those syllables that continue a word of several."""

    text: str
    words: tuple[Word, ...]
    inner: frozenset[int]

    @classmethod
    def of(cls, text: str) -> "Wording":
        """`text` with its words; where it is not NFC, every syllable is a word."""
        every = words(text)
        if not unicodedata.is_normalized("NFC", text):
            return cls(text, every, frozenset())
        starts = {start for start, _ in segment(text.replace("\n", " "))}
        inner = (k for k, word in enumerate(every) if word.span.start not in starts)
        return cls(text, every, frozenset(inner))

    def joined(self) -> Iterator[tuple[str, int]]:
        """The words with their syllables joined by spaces, and where each starts."""
        syllables: list[str] = []
        start = 0
        for k, word in enumerate(self.words):
            if k not in self.inner and syllables:
                yield " ".join(syllables), start
                syllables = []
            if not syllables:
                start = word.span.start
            syllables.append(word.form)
        if syllables:
            yield " ".join(syllables), start


def form(written: str) -> str:
    """What the word `written` shares with its other spellings."""
    plain = level(nfc(written))
    return _number(plain) if plain[0].isdigit() else plain


def _number(written: str) -> str:
    """A number without the dots of thousands and leading zeros; the parts of a document's number
    or of a full date are parted by hyphens, however they were written.
    """
    if _THOUSANDS.fullmatch(written.rstrip("%")):
        return written.replace(".", "")
    plain = _DIGITS.sub(lambda digits: digits[0].lstrip("0") or "0", written).replace("–", "-")
    parts = re.split(r"[/.-]", plain)
    date = len(parts) == 3 and all(part.isdigit() for part in parts)
    document = len(parts) > 1 and not parts[-1].rstrip("%").isdigit()
    return "-".join(parts) if date or document else plain
