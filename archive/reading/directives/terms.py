"""Committee terms (khóa): numbering starts anew with each, so the term tells documents apart."""

import re
from datetime import date
from functools import cache

from archive.registry import load

ROMAN = r"(?:X{1,2}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|V)"


@cache
def _congresses() -> tuple[tuple[date, str], ...]:
    return tuple((row["closed"], row["term"]) for row in load("congresses")["congress"])


def term_on(day: date) -> str | None:
    """The national committee's term on `day` (`"XIII"`); it begins when its congress closes."""
    return next((term for closed, term in reversed(_congresses()) if closed <= day), None)


def term_since(term: str) -> date | None:
    """The day on which the national committee's `term` began; None for one not in the registry."""
    return next((closed for closed, name in _congresses() if name == term), None)


def local_term_on(day: date) -> str | None:
    """The term of a province's or district's committee on `day`, as its years (`"2020-2025"`).

    Their congresses are held from spring to late autumn of every fifth year, so that a day in
    those months tells no term.
    """
    since = day.year - day.year % 5
    if day.year > since or day.month == 12:
        return f"{since}-{since + 5}"
    return f"{since - 5}-{since}" if day.month < 4 else None


def term_named(word: str) -> str | None:
    """The term that `word` ("XII", "xii" or "12") means, in Roman numerals."""
    if word.isdigit():
        return _roman(int(word)) if 0 < int(word) < 40 else None
    upper = word.upper()
    return upper if re.fullmatch(ROMAN, upper) else None


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
