"""What makes two citations the same document: type, number, symbol, term or year, and place.

The number alone is no identity: numbering starts anew for each type in each committee term, State
organs number by the calendar year, and each province has its own numbers under one symbol.
"""

import re
from datetime import date
from typing import NamedTuple

from archive.reading.directives.citation import Citation
from archive.reading.directives.known_documents import plain_number
from archive.reading.directives.terms import local_term_on, term_on
from archive.reading.full_name import Body

_YEARS_IN_NUMBERS = 1997
_LOCAL = ("province", "district", "grassroots")
_SIGN = re.compile(r"([/-])")
_COPIES = re.compile(r"/[a-z]{1,3}$")
_DISTRICT = re.compile(r"(?:Huyện|Quận|Thị) (?:ủy|uỷ) (.+)$")


class Identity(NamedTuple):
    """What is known of which document it is; None where nothing tells.

    `kinds` are the names of the types it can be; `organ` the symbol's last part, known from the
    issuer where the symbol is not; `term` the committee's term, `year` that of a
    State number (`year_written` where it is part of it), `meeting` the Central Committee's meeting
    that passed it.
    """

    kinds: tuple[str, ...]
    number: str | None
    symbol: str | None = None
    organ: str | None = None
    scope: str | None = None
    term: str | None = None
    year: int | None = None
    year_written: bool = False
    issued: date | None = None
    place: str | None = None
    meeting: int | None = None
    name: str | None = None

    @property
    def told(self) -> int:
        """How much is told: the fuller citation decides what the shorter one means."""
        return (
            4 * bool(self.symbol)
            + 2 * bool(self.term or self.year)
            + bool(self.issued)
            + 2 * bool(self.organ)
            + (len(self.kinds) == 1)
        )

    @property
    def settled(self) -> bool:
        """Is nothing left that a registry could add?"""
        return bool(self.symbol and (self.term or self.year) and len(self.kinds) == 1)


def identity_of(citation: Citation, body: Body | None) -> Identity:
    """The identity that `citation` alone tells."""
    kinds = (citation.kind,) if citation.kind else citation.kinds
    scope = citation.issuer.scope if citation.issuer else None
    organ = citation.issuer.symbol if citation.issuer else None
    if citation.kind and citation.kind.organ and citation.number:
        scope, organ = "state", citation.kind.organ
    symbol = _canonical(citation) or _symbol_of(citation, scope, organ)
    state = scope == "state" or (symbol is not None and "/" not in symbol and not citation.name)
    year = _year(citation) if state or "/" in (citation.number or "") else None
    return Identity(
        kinds=tuple(dict.fromkeys([kind.name for kind in kinds])),
        number=citation.number and plain_number(citation.number),
        symbol=symbol,
        organ=organ,
        scope="state" if state else scope,
        term=None if state else _term(citation, scope, symbol),
        year=year,
        year_written="/" in (citation.number or "") or _holds_year(citation, year),
        issued=citation.issued,
        place=_place(citation, scope, body),
        meeting=citation.meeting,
        name=citation.name,
    )


def _holds_year(citation: Citation, year: int | None) -> bool:
    """Does the number hold the year of issue, though the citation may leave it out?"""
    return citation.kind is not None and citation.kind.dated and (year or 0) >= _YEARS_IN_NUMBERS


def _symbol_of(citation: Citation, scope: str | None, organ: str | None) -> str | None:
    """The symbol that type and issuer make, where the text gives the number alone."""
    kind = citation.kind
    if not citation.number or not organ or not kind or not kind.symbol or organ.endswith("QH"):
        return None
    return f"{kind.symbol}{'-' if scope == 'state' else '/'}{organ}"


def _canonical(citation: Citation) -> str | None:
    """The symbol with its type's own letters, so that QĐi/TW and QĐ/TW of a Quy định are one, and
    without whom its copies are for.
    """
    symbol = citation.symbol and _COPIES.sub("", citation.symbol)
    if not symbol or not citation.kind or not citation.kind.symbol:
        return symbol
    letters, sign, organ = _parts(symbol)
    return f"{citation.kind.symbol}{sign}{organ}" if letters in citation.kind.variants else symbol


def _parts(symbol: str) -> tuple[str, str, str]:
    """The letters of the type, the sign, and the organ: `("KL", "/", "TW")`."""
    parts = _SIGN.split(symbol, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) > 1 else (symbol, "", "")


def _year(citation: Citation) -> int | None:
    written = (citation.number or "").partition("/")[2]
    if written:
        return int(written)
    return citation.issued.year if citation.issued else citation.year


def _term(citation: Citation, scope: str | None, symbol: str | None) -> str | None:
    """The term that is said, else the one in which it was issued if it is surely the Party's."""
    if citation.term or not citation.number or not (citation.issued or citation.year):
        return citation.term
    party = citation.kind is not None and citation.kind.system == "party"
    if not (symbol or scope or party):
        return None
    of_day = local_term_on if scope in _LOCAL else term_on
    if citation.issued:
        return of_day(citation.issued)
    year = citation.year or 0
    first, last = of_day(date(year, 1, 1)), of_day(date(year, 12, 31))
    return first if first == last else None


def _place(citation: Citation, scope: str | None, body: Body | None) -> str | None:
    if scope not in _LOCAL:
        return None
    if citation.place or not body:
        return citation.place
    if scope == "province":
        return body.place
    district = _DISTRICT.search(body.name)
    return district[1] if district else body.place


def same_document(one: Identity, other: Identity) -> bool:
    """Can the two be one document, as far as both tell?"""
    if one.name or other.name:
        return one.name == other.name or _same_meeting(one, other)
    if one.number != other.number or not set(one.kinds) & set(other.kinds):
        return False
    if one.issued and one.issued == other.issued and not (one.symbol and other.symbol):
        return _agree(one.organ, other.organ)
    return (
        _agree(one.symbol, other.symbol)
        and _agree(one.organ, other.organ)
        and _same_term(one.term, other.term)
        and _agree(one.year, other.year)
        and _agree(one.place, other.place)
        and (
            one.issued is None
            or other.issued is None
            or one.issued == other.issued
            or bool(one.term and one.term == other.term)
        )
    )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _same_term(one: str | None, other: str | None) -> bool:
    """Can the two be one term? A local committee's is told by its years or by its numeral."""
    return _agree(one, other) or ("-" in f"{one}") != ("-" in f"{other}")


def _same_meeting(one: Identity, other: Identity) -> bool:
    """As in "Nghị quyết Trung ương 4" is the one of the term that the text names elsewhere."""
    if not one.name or not other.name or not _agree(one.term, other.term):
        return False
    return meeting_of(one) == meeting_of(other)


def meeting_of(identity: Identity) -> str | None:
    """A nickname without its term: what all its spellings share."""
    return identity.name and identity.name.partition(" (")[0]


def united(one: Identity, other: Identity) -> Identity:
    """Both identities' knowledge; where they differ, the first's."""
    shared = tuple(kind for kind in one.kinds if kind in other.kinds)
    return one._replace(
        kinds=shared or one.kinds,
        symbol=one.symbol or other.symbol,
        organ=one.organ or other.organ,
        scope=one.scope or other.scope,
        term=one.term or other.term,
        year=one.year or other.year,
        year_written=one.year_written or other.year_written,
        issued=one.issued or other.issued,
        place=one.place or other.place,
        meeting=one.meeting or other.meeting,
    )


def key_of(identity: Identity) -> str:
    """The key: `21-KL/TW khóa XIII`, `Quy định 50-QĐ/TW khóa XIII`, `26/2015/NĐ-CP`."""
    if identity.name or identity.number is None:
        return identity.name or identity.kinds[0]
    number, symbol = identity.number, identity.symbol
    number = number.rjust(3 if number[-1].isalpha() else 2, "0")
    if not symbol:
        written = f"{number}/{identity.year}" if identity.year_written else number
        return _with_time(f"{identity.kinds[0]} {written}", identity)
    if "/" not in symbol:
        return _state_key(number, identity)
    key = f"{number}-{symbol}"
    if symbol.startswith("QĐ/") and len(identity.kinds) == 1:
        key = f"{identity.kinds[0]} {key}"
    return _with_time(f"{key} {identity.place}" if identity.place else key, identity)


def _state_key(number: str, identity: Identity) -> str:
    if identity.year and identity.year_written:
        return f"{number}/{identity.year}/{identity.symbol}"
    key = f"{number}/{identity.symbol}"
    return f"{key} năm {identity.year}" if identity.year else key


def _with_time(key: str, identity: Identity) -> str:
    if not identity.term:
        return _with_day(key, identity)
    return f"{key} {'nhiệm kỳ' if '-' in identity.term else 'khóa'} {identity.term}"


def _with_day(key: str, identity: Identity) -> str:
    return f"{key} ({identity.issued})" if identity.issued else key
