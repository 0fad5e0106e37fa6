"""Meetings of the Central Committee: by number, as documents are cited and signed by them."""

import re

_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("nhất một", "hai", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
} | {"mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
# "Trung ương 4,5,6 (khóa XIII)": several, not one with a fraction.
_SEVERAL = r"\d?(?:,\d{1,2})*(?:\s\(|\skh|\svà)"
NTH = rf"(?:\d{{1,2}}(?![\d%/]|\.\d|,\d(?!{_SEVERAL}))|(?:{_ORDINAL})(?!\w))"
CENTRAL = r"(?:trung\sương|t\.?ư|t\.?w)(?!\w)"
_COMMITTEE = rf"(?:bch|ban\schấp\shành)\s?{CENTRAL}(?:\sđảng)?"
_LONG = (
    rf"hội\snghị(?P<organ>\s{CENTRAL}|\s{_COMMITTEE})?\slần\sthứ\s(?P<long>{NTH})"
    rf"(?P<whose>,?\s(?:của\s)?{_COMMITTEE})?"
)
_SHORT = rf"(?:{CENTRAL}|(?:bch)?tw(?=\d))(?:\sđảng)?(?P<nth>\slần\sthứ)?\s?(?P<short>{NTH})"
# A higher numeral is the committee's own: "Trung ương XIII".
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_IN_ROMAN = rf"{CENTRAL}\s(?P<roman>{'|'.join(reversed(_ROMAN))})(?!\w)"
MEETING = re.compile(rf"{_LONG}(?:\sđảng)?|{_SHORT}|{_IN_ROMAN}")
_SIGNED = re.compile(
    rf"\s?,?\s?(?:của\s|tại\s)?\(?(?:{_LONG}"
    rf"|hội\snghị\s(?:(?:bch|ban\schấp\shành)\s?)?{_SHORT})(?:\sđảng)?(?!\w)"
)


def roman_number(word: str) -> int:
    """The number that a numeral in capitals means; 0 for a word ("vi phạm") and what is higher."""
    return _ROMAN.index(word.lower()) + 1 if word.isupper() else 0


def number_of(word: str) -> int:
    """The number that digits or an ordinal word mean; 0 for any other word."""
    return int(word) if word.isdigit() else _ORDINALS.get(word, 0)


def signed_by_meeting(low: str, start: int) -> tuple[int, int] | None:
    """The meeting named at `start` as a document's issuer: its number, and where that ends."""
    found = _SIGNED.match(low, start)
    return (number_of(found["long"] or found["short"]), found.end()) if found else None
