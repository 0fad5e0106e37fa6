"""Vietnamese letters: one form for texts, and the forms that make spellings comparable.

Kept texts are NFC. On NFC text every function here maps one code point to one code point, so an
offset into the folded text is an offset into the text itself; the tests hold this as a law.

- `level` makes spellings of one word equal: case, tone placement (uỷ, ủy), `Ð` for `Đ`.
- `strip_marks` takes the tone and vowel marks away and leaves `đ`, a letter of its own.
- `bare` is what somebody types who types no marks at all: `đ` becomes `d` as well.
"""

import re
import unicodedata
from functools import cache, lru_cache

# o + a, o + e and u + y at the end of a syllable: the tone stands on the first letter in the older
# placement and on the second in the newer one. After q the u belongs to the consonant.
# Two patterns, each with a letter in front: engines skip to one letter far faster than to any of
# several.
_NEWER_PLACEMENTS = (
    re.compile(r"o[àáãảạèéẽẻẹ](?![^\W\d_])"),
    re.compile(r"u(?<!qu)[ỳýỹỷỵ](?![^\W\d_])"),
)


def nfc(text: str) -> str:
    """`text` in composed form, with the Icelandic Ð (U+00D0) read as the Vietnamese Đ."""
    return unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").replace("\u00f0", "đ")


def _unmarked(char: str) -> str:
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isalnum() else char


# The Latin letters with and without marks, lower case: Basic, Latin-1, Extended A and B, and
# Additional. What a table lacks is far dearer to translate than what it leaves as it is.
_UNMARK = {
    point: _unmarked(chr(point))
    for point in (*range(0x0080), *range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))
} | {0x00F0: "đ"}


def lower(text: str) -> str:
    """`text` in lower case, as long as `text` (the one letter that would grow, İ, becomes i)."""
    return text.replace("\u0130", "i").lower()


def _move_tone(newer: str) -> str:
    first, second = newer[0], newer[1]
    letters = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + letters[1]) + letters[0]


_OLDER_PLACEMENT = {
    newer: _move_tone(newer)
    for newer in (*("o" + second for second in "àáãảạèéẽẻẹ"), *("u" + second for second in "ỳýỹỷỵ"))
}


def level(text: str) -> str:
    """NFC `text` in lower case, every tone where the older placement puts it; as long as `text`."""
    return level_lower(lower(text))


def level_lower(folded: str) -> str:
    """What `level` makes of a text that `lower` has given in lower case as `folded`."""
    folded = folded.replace("\u00f0", "đ")
    for newer in _NEWER_PLACEMENTS:
        folded = newer.sub(_older, folded)
    return folded


def _older(found: re.Match[str]) -> str:
    return _OLDER_PLACEMENT[found[0]]


def strip_marks(text: str) -> str:
    """NFC `text` in lower case without tone and vowel marks, `đ` kept; as long as `text`."""
    return lower(text).translate(_UNMARK)


def bare(text: str) -> str:
    """NFC `text` in lower case as typed with no marks at all (`d` for `đ`); as long as `text`."""
    return strip_marks(text).replace("đ", "d")


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_LETTERS, _OTHERS = 0x100, 0x200  # behind signs and digits, and behind the alphabet


@cache
def _ordered(char: str) -> tuple[int, int]:
    """Where a letter stands in the alphabet, and where its tone among tones."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((part for part in parts if part in _TONES), "")
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part != tone))
    at = _ALPHABET.find(letter) if letter else -1
    place = _LETTERS + at if at >= 0 else ord(char) + (0 if char.isascii() else _OTHERS)
    return place, _TONES.find(tone) + 1 if tone else 0


@lru_cache(maxsize=20_000)
def alphabetical(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What NFC `text` is sorted by in a Vietnamese list: by its letters, of which ă, â, đ, ê, ô, ơ
    and ư are letters of their own, and only where these are the same by its tones, as dictionaries
    have them.
    """
    places = [_ordered(char) for char in level(text)]
    return tuple(place for place, _ in places), tuple(tone for _, tone in places)


def has_marks(text: str) -> bool:
    """Was NFC `text` typed with Vietnamese letters (any mark, or a `đ`)?"""
    return bare(text) != lower(text)
