"""What follows a document's number: its day of issue, its issuer, its term, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from archive.reading.issuers import Issuer, by_symbol, issuer_at
from archive.reading.meetings import signed_by_meeting
from archive.reading.terms import ROMAN, term_named

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
_YEAR = re.compile(r"\snăm\s(?P<y>(?:19|20)\d\d)(?!\s?[-–]?\s?\d)")
_BY = re.compile(r"\s?,?\s?\(?(?:của|do)\s")
_TERM = re.compile(
    rf"\s?,?\s?\(?\s?kh(?:óa|oá)\s(?P<term>{ROMAN.lower()}|\d{{1,2}})(?!\w)(?:\s?\))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What was read; `year` where only the year of issue is told; `end` is where it ends."""

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
    values: dict[str, object] = {}
    end = start
    for _ in range(4):
        step = (
            _date(low, end, values, day)
            or _issuer(text, low, end, values)
            or _term(low, end, values)
        )
        if not step:
            break
        end = step
    return Tail(end=end, **values)  # type: ignore[arg-type]  # the keys are Tail's own fields


def issuer_follows(low: str, end: int) -> bool:
    """Does "của" and the name of an issuer stand at `end`?"""
    by = _BY.match(low, end)
    return by is not None and issuer_at(low, low, by.end()) is not None


def _date(low: str, end: int, values: dict[str, object], day: date | None) -> int | None:
    if "issued" in values or "year" in values:
        return None
    found = _DATED.match(low, end)
    if found:
        issued = _day(
            found["d"] or found["d2"], found["m"] or found["m2"], found["y"] or found["y2"], day
        )
    elif found := _DATE_ALONE.match(low, end):
        issued = _day(found["d"], found["m"], found["y"], day)
    elif found := _YEAR.match(low, end):
        values["year"] = int(found["y"])
        return found.end()
    else:
        return None
    if not issued:
        return None
    values["issued"] = issued
    return found.end()


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


def _issuer(text: str, low: str, end: int, values: dict[str, object]) -> int | None:
    if "issuer_name" in values:
        return None
    if meeting := signed_by_meeting(low, end):
        values["issuer"] = by_symbol()["tw"]
        values["issuer_name"] = by_symbol()["tw"].names[0]
        values["meeting"] = meeting[0]
        return meeting[1]
    by = _BY.match(low, end)
    if not by:
        return None
    named = issuer_at(text, low, by.end())
    if not named:
        return None
    values["issuer"] = named.issuer
    values["issuer_name"] = named.name
    if named.place:
        values["place"] = named.place
    return named.end


def _term(low: str, end: int, values: dict[str, object]) -> int | None:
    found = None if "term" in values else _TERM.match(low, end)
    term = found and term_named(found["term"])
    if not found or not term:
        return None
    values["term"] = term
    return found.end()
