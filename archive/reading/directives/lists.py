"""Documents named in one breath: "số 57, 58-QĐ/TW ngày …" says once what holds for both."""

import re

from archive.reading.directives.citation import Citation
from archive.reading.directives.issuers import ISSUING, issuer_before
from archive.reading.directives.tail import day_before

_GAP = re.compile(r"\s?(?:,\svà|,|;|và|hoặc|&|cùng)\s?(?:các\s)?(?:số\s?)?")
_SAME_DAY = re.compile(r"\s?,?\s?(?:ban\shành\s)?cùng\sngày(?!\s\d)")
FARTHEST = 16  # characters between two members of one list
_SAME_DAYS = "cùng ngày "
_FARTHEST_ELLIPSIS = 90
_SEVERAL = ("các ", "hai ", "ba ", "những ")
_BREAKS = set(".;\n")


def goes_on(low: str, last: Citation, start: int) -> bool:
    """Does only a comma or an "and" stand between the last citation and `start`?"""
    if start - last.end > FARTHEST or last.number is None:
        return False
    return _GAP.fullmatch(low, last.end, start) is not None


def goes_on_about(low: str, last: Citation, start: int, end: int) -> bool:
    """As in "Nghị quyết 57 về khoa học, 59 về hội nhập": each number with what it is about."""
    if start - last.end > _FARTHEST_ELLIPSIS or not low.startswith(" về ", end):
        return False
    about = low[last.end : start]
    return about.startswith(" về ") and about.endswith((", ", " và ")) and _BREAKS.isdisjoint(about)


def completed(found: list[Citation], low: str) -> list[Citation]:
    """`found` with what is said once for several members of a list told of each."""
    done = list(found)
    for at in range(len(done) - 2, -1, -1):
        done[at] = _from_next(done[at], done[at + 1], low)
    for at in range(1, len(done)):
        done[at] = _from_last(done[at], done[at - 1], low)
    return [_with_issuer_before(one, low) for one in done]


def _from_next(one: Citation, after: Citation, low: str) -> Citation:
    """As in "18, 19-NQ/TW của …": symbol, day, issuer and term stand once, at the end."""
    if one.kind != after.kind and one.kind and after.kind:
        return one
    if after.chained and not after.own_word:
        shared = one._replace(
            issuer=one.issuer or after.issuer,
            issuer_name=one.issuer_name or after.issuer_name,
            term=one.term or (after.term if not one.issued else None),
            meeting=one.meeting or after.meeting,
            place=one.place or after.place,
        )
        if one.symbol and one.symbol != after.symbol:
            return one
        if one.symbol:
            # "các Quyết định số 12-QĐ/TU và số 13-QĐ/TU, ngày …": the day is that of all.
            several = not one.own_word or low.endswith(_SEVERAL, 0, one.start)
            return shared._replace(issued=one.issued or after.issued) if several else shared
        return shared._replace(
            number=_with_year(one, after),
            symbol=after.symbol,
            kinds=after.kinds,
            issued=one.issued or after.issued,
        )
    between = low[one.end : after.start]
    if _SAME_DAYS in low[after.core_end : after.end] and len(between) < FARTHEST:
        return one._replace(issued=one.issued or after.issued, issuer=one.issuer or after.issuer)
    joined = len(between) < _FARTHEST_ELLIPSIS and "và" in between and _BREAKS.isdisjoint(between)
    untold = not (one.issuer or one.issued or one.symbol or after.symbol)
    if joined and untold and one.own_word:
        return one._replace(issuer=after.issuer, issuer_name=after.issuer_name)
    return one


def _with_year(one: Citation, after: Citation) -> str | None:
    """As in "1211 và 1210/2016/UBTVQH13": the year is part of both numbers."""
    year = (after.number or "").partition("/")[2]
    return f"{one.number}/{year}" if year and one.number and "/" not in one.number else one.number


def _from_last(one: Citation, last: Citation, low: str) -> Citation:
    """As in "18-NQ/TW và 19", or "… cùng ngày": the symbol or the day stands with the first."""
    if one.chained and not one.own_word and not one.symbol and one.kind == last.kind:
        issuer = one.issuer or last.issuer
        one = one._replace(symbol=last.symbol, kinds=last.kinds, issuer=issuer)
    same_day = _SAME_DAY.match(low, one.end)
    if same_day and last.issued and not one.issued and one.start - last.end < _FARTHEST_ELLIPSIS:
        return one._replace(issued=last.issued, end=same_day.end())
    return one


def _with_issuer_before(one: Citation, low: str) -> Citation:
    """As in "Ngày 14/6, Bộ Chính trị ban hành Chỉ thị số 35": who issued the document, and when,
    stands before the citation.
    """
    if one.own_word and not one.issued and low.endswith(ISSUING, 0, max(0, one.start - 1)):
        one = one._replace(issued=day_before(low, one.start))
    issuer = None if one.issuer_name or not one.own_word else issuer_before(low, one.start)
    if not issuer:
        return one
    return one._replace(issuer_name=issuer.names[0], issuer=one.issuer or issuer)
