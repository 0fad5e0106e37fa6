"""A citation: one mention of one document, as it stands in the text."""

from datetime import date
from typing import NamedTuple

from archive.reading.directives.document_types import DocumentType
from archive.reading.directives.issuers import Issuer


class Citation(NamedTuple):
    """One mention of one document.

    `kind` is None only where the letters leave it open (QĐ without its word); `weak` says that the
    text gives the number without a symbol. `core_end` is the end of number and symbol, `end` that
    of what is said of the document after them.
    """

    kind: DocumentType | None
    number: str | None
    symbol: str | None
    start: int
    core_end: int
    end: int
    kinds: tuple[DocumentType, ...] = ()
    issuer: Issuer | None = None
    issuer_name: str | None = None
    issued: date | None = None
    year: int | None = None
    term: str | None = None
    place: str | None = None
    meeting: int | None = None
    name: str | None = None
    own_word: bool = False
    chained: bool = False
