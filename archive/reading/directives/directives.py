"""The documents a report cites: which citations are one document, and which document it is.

In stages, each with its own module: citations are found (`citations`, `nicknames`), those that
mean one document are brought together, the fullest first, what the text leaves open is looked up
(`known_documents`), and what then is still open keeps its candidates.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from archive.reading.directives.citation import Citation
from archive.reading.directives.citations import find_numbered
from archive.reading.directives.identity import (
    Identity,
    identity_of,
    key_of,
    meeting_of,
    same_document,
    united,
)
from archive.reading.directives.known_documents import (
    KnownDocument,
    by_topic,
    fitting,
    is_about_else,
    passed_by,
    plain_number,
)
from archive.reading.directives.nicknames import find_nicknames, nickname
from archive.reading.full_name import Body
from archive.reading.page import Page
from archive.reading.spans import Spans
from archive.report import Directive, Span

_CONTEXT = 220  # characters after a citation that tell what it is about
_MOST_CONTEXTS = 8
# So many documents of one number are told apart, the fullest ones; those beyond are brought
# together by their keys alone.
_MOST_ALIKE = 40
_START, _SYMBOL = attrgetter("start"), attrgetter("symbol")
_NAME, _ISSUER = attrgetter("name"), attrgetter("issuer_name")


@dataclass(slots=True)
class _Document:
    """A document while its citations are being brought together."""

    identity: Identity
    citations: list[Citation] = field(default_factory=list)
    candidates: tuple[str, ...] = ()


def find_directives(page: Page, *, day: date | None, body: Body | None) -> tuple[Directive, ...]:
    """Every distinct document cited in `page`, first mention first.

    `day` is the event's (else the page's) date, by which a citation without a date is resolved;
    `body` tells which province a symbol such as `NQ/TU` belongs to.
    """
    low = page.folded
    numbered = find_numbered(page, day)
    citations = [*numbered, *find_nicknames(page.text, low, numbered)]
    if not citations:
        return ()
    furniture = Spans([(line.start, line.end) for line in page.lines if line.furniture])
    kept = [one for one in citations if one.start not in furniture]
    documents = _resolved(_gathered(kept, body), page.text, day)
    found = [_directive(document, page.text) for document in documents]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.key)))


def _gathered(citations: list[Citation], body: Body | None) -> list[_Document]:
    """Bring together the citations that mean one document, those that tell most first."""
    identified = [(identity_of(one, body), one) for one in citations]
    documents: list[_Document] = []
    alike: dict[str | None, list[_Document]] = {}
    for identity, citation in sorted(identified, key=lambda pair: -pair[0].told):
        bucket = alike.setdefault(identity.number or meeting_of(identity), [])
        same = [one for one in bucket if same_document(one.identity, identity)]
        if len(same) > 1:
            same = [one for one in same if one.identity == identity] or same
        if len(same) == 1:
            same[0].identity = united(same[0].identity, identity)
            same[0].citations.append(citation)
            continue
        candidates = tuple(key_of(one.identity) for one in _nearest(same, citation))
        documents.append(_Document(identity, [citation], candidates))
        if len(bucket) < _MOST_ALIKE:
            bucket.append(documents[-1])
    return documents


def _nearest(documents: list[_Document], citation: Citation) -> list[_Document]:
    """`documents` by how shortly before `citation` they were mentioned."""

    def distance(document: _Document) -> tuple[bool, int]:
        at = document.citations[0].start
        return at > citation.start, abs(citation.start - at)

    return sorted(documents, key=distance)


def _resolved(documents: list[_Document], text: str, day: date | None) -> list[_Document]:
    """Look up what the text leaves open; what proves to be one document is made one."""
    by_key: dict[str, _Document] = {}
    for document in documents:
        if not document.candidates:
            _look_up(document, text, day)
        key = key_of(document.identity)
        if other := by_key.get(key):
            other.identity = united(other.identity, document.identity)
            other.citations += document.citations
        else:
            by_key[key] = document
    return list(by_key.values())


def _look_up(document: _Document, text: str, day: date | None) -> None:
    identity = document.identity
    if identity.meeting and identity.name:
        document.candidates = _passed_by_meeting(identity, identity.meeting, day)
    if identity.settled or identity.number is None:
        return
    fits = fitting(
        identity.kinds,
        identity.number,
        year=identity.year,
        symbol=identity.symbol,
        organ=identity.organ,
        term=identity.term,
        issued=identity.issued,
        meeting=identity.meeting,
        day=day,
    )
    if not fits:
        return
    ahead = [text[one.end : one.end + _CONTEXT] for one in document.citations[:_MOST_CONTEXTS]]
    if len(fits) > 1:
        chosen = by_topic(fits, " ".join(ahead))
        fits = (chosen,) if chosen else fits
    known = [
        identity._replace(
            kinds=(one.type,),
            symbol=one.symbol,
            term=one.term or identity.term,
            year=identity.year or _year(one.number),
            year_written=identity.year_written or "/" in one.number,
        )
        for one in fits
    ]
    if len(known) == 1 and _decides(identity, fits[0], ahead):
        document.identity = known[0]
    else:
        document.candidates = tuple(dict.fromkeys(key_of(one) for one in known))


def _passed_by_meeting(identity: Identity, meeting: int, day: date | None) -> tuple[str, ...]:
    """What a nickname can mean: the documents of its meeting; without a term, one of each term."""
    kind = identity.kinds[0]
    fits = passed_by(meeting, kind=kind, term=identity.term, day=day)
    if not identity.term:
        return tuple(dict.fromkeys(nickname(kind, meeting, one.term) for one in fits))
    return tuple(
        key_of(
            Identity(
                kinds=(kind,), number=plain_number(one.number), symbol=one.symbol, term=one.term
            )
        )
        for one in fits
    )


def _decides(cited: Identity, known: KnownDocument, ahead: list[str]) -> bool:
    """Is the only known document the one meant? State numbers come again every year, and a number
    without a symbol can be another organ's, as where the text says it is about something else.
    """
    if "/" not in known.symbol:
        return cited.year is not None
    return bool(cited.symbol) or not any(is_about_else(known, context) for context in ahead)


def _year(number: str) -> int | None:
    year = number.partition("/")[2]
    return int(year) if year else None


def _directive(document: _Document, text: str) -> Directive:
    citations = sorted(document.citations, key=_START)
    first = citations[0]
    identity = document.identity
    numbers = [one.number for one in citations if one.number]
    return Directive(
        key=key_of(identity),
        type=identity.kinds[0],
        number=max(numbers, key=lambda n: "/" in n, default=None),
        symbol=_first(map(_SYMBOL, citations)) or identity.symbol,
        issued=identity.issued,
        issuer=_first(map(_ISSUER, citations)),
        term=identity.term,
        name=_first(map(_NAME, citations)),
        as_written=text[first.start : first.end],
        start=first.start,
        end=first.end,
        candidates=document.candidates,
        mentions=tuple([Span(one.start, one.end) for one in citations]),
    )


def _first(told: Iterable[str | None]) -> str | None:
    """What the first citation that tells it says."""
    return next(filter(None, told), None)
