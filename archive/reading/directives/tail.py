"""What follows a document's number: its day of issue, its issuer, its term, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from archive.reading.directives.issuers import Issuer, by_symbol, issuer_at
from archive.reading.directives.meetings import signed_by_meeting
from archive.reading.directives.terms import ROMAN, term_named

_SIGN = r"\s?[/.\-–]\s?"
_DAY = (
    rf"(?:(?P<d>\d{{1,2}}){_SIGN}(?P<m>\d{{1,2}})(?:{_SIGN}(?P<y>\d{{4}}|\d{{2}}))?(?![\d/])"
    r"|(?P<d2>\d{1,2})\stháng\s(?P<m2>\d{1,2})(?:,?\snăm\s(?P<y2>\d{4}))?(?!\d))"
)
_DATED = re.compile(
    rf"\s?[,(]?\s?\(?(?:(?:được\s)?(?:ký|ban\shành|ra)\s)?(?:cùng\s)?(?:ng[àa]y\s?){{1,2}}(?:ký\s)?{_DAY}(?:\s?\))?"
)
_DATE_ALONE = re.compile(
    rf"(?:\s?\(|,)\s?(?P<d>\d{{1,2}}){_SIGN}(?P<m>\d{{1,2}}){_SIGN}(?P<y>\d{{4}})(?![\d/])(?:\s?\))?"
)
# What any of them begins with: most numbers are told no more of.
_MORE = re.compile(
    r"\s?[,(]?\s?\(?\s?(?:\d|được|ký|ban|ra|cùng|ng[àa]y|năm|của|do|tại|hội|kh(?:óa|oá))"
)
_YEAR = re.compile(r"\snăm\s(?P<y>(?:19|20)\d\d)(?!\s?[-–]?\s?\d)")
_BY = re.compile(r"\s?,?\s?\(?(?:của|do)\s")
_TERM = re.compile(
    rf"\s?,?\s?\(?\s?kh(?:óa|oá)\s(?P<term>{ROMAN.lower()}|\d{{1,2}})(?!\w)(?:\s?\))?"
)


@dataclass(slots=True)
class Tail:
    """What was read as yet; `year` where only the year of issue is told; `end` is where it ends."""

    end: int
    issued: date | None = None
    year: int | None = None
    issuer: Issuer | None = None
    issuer_name: str | None = None
    place: str | None = None
    term: str | None = None
    meeting: int | None = None


def tail_at(text: str, low: str, start: int, *, day: date | None) -> Tail:
    """Read on from `start`, the end of a number; `day` gives a date without a year its year."""
    tail = Tail(end=start)
    while _MORE.match(low, tail.end) and (
        _dated(low, tail, day) or _issued_by(text, low, tail) or _of_term(low, tail)
    ):
        pass
    return tail


def issuer_follows(low: str, end: int) -> bool:
    """Does "của" and the name of an issuer stand at `end`?"""
    by = _BY.match(low, end)
    return by is not None and issuer_at(low, low, by.end()) is not None


def _dated(low: str, tail: Tail, day: date | None) -> bool:
    if tail.issued or tail.year:
        return False
    found = _YEAR.match(low, tail.end)
    if found and issuer_follows(low, found.end()):  # else it is the year of what is being done
        tail.year, tail.end = int(found["y"]), found.end()
        return True
    if found := _DATED.match(low, tail.end):
        number, month = found["d"] or found["d2"], found["m"] or found["m2"]
        issued = _day(number, month, found["y"] or found["y2"], day)
    elif found := _DATE_ALONE.match(low, tail.end):
        issued = _day(found["d"], found["m"], found["y"], day)
    else:
        return False
    if issued:
        tail.issued, tail.end = issued, found.end()
    return issued is not None


def _day(number: str, month: str, year: str | None, today: date | None) -> date | None:
    """A day of issue; without a year the last such day not after `today`."""
    try:
        if year:
            full = int(year) + (2000 if len(year) == 2 else 0)
            return date(full, int(month), int(number)) if 1940 <= full <= 2099 else None
        if not today:
            return None
        same = date(today.year, int(month), int(number))
        return same if same <= today else same.replace(year=today.year - 1)
    except ValueError:
        return None


def _issued_by(text: str, low: str, tail: Tail) -> bool:
    if tail.issuer_name:
        return False
    if meeting := signed_by_meeting(low, tail.end):
        tail.issuer = by_symbol()["tw"]
        tail.issuer_name = tail.issuer.names[0]
        tail.meeting, tail.end = meeting
        return True
    by = _BY.match(low, tail.end)
    named = by and issuer_at(text, low, by.end())
    if named:
        tail.issuer, tail.issuer_name, tail.place, tail.end = named
    return bool(named)


def _of_term(low: str, tail: Tail) -> bool:
    found = None if tail.term else _TERM.match(low, tail.end)
    term = found and term_named(found["term"])
    if found and term:
        tail.term, tail.end = term, found.end()
    return bool(term)
