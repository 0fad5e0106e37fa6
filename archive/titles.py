"""What a cited document is, told from its key: the word of its type, and its title where known."""

import re
from dataclasses import dataclass

from archive.reading.directives.document_types import by_letters, fold_letters
from archive.reading.directives.known_documents import known_documents, plain_number

# The keys that archive.reading.directives.identity.key_of writes for numbered documents.
_KEY = re.compile(
    r"(?:(?P<type>[^\d]+) )?(?P<number>\d+[a-zđ]?)(?:/(?P<year>\d{4}))?[-/](?P<symbol>[^\s\d]+)"
    r"(?: khóa (?P<term>[IVXL]+))?"
)


@dataclass(frozen=True, slots=True)
class Title:
    """`kind` is the type's word where the key leaves it out; both are "" where not known."""

    kind: str
    name: str


def title_of(key: str) -> Title:
    """What the document with this key is called.

    A key without its term has a title only where the registry knows one such document.
    """
    parts = _KEY.fullmatch(key)
    if parts is None:
        return Title("", "")
    symbol = parts["symbol"]
    kinds = [parts["type"]] if parts["type"] else _types(symbol)
    found = [
        document
        for kind in kinds
        for document in known_documents().get((kind, plain_number(parts["number"])), ())
        if document.symbol == symbol
        and parts["term"] in (None, document.term)
        and parts["year"] in (None, str(document.year))
    ]
    kind = kinds[0] if len(kinds) == 1 and not parts["type"] else ""
    return Title(kind, found[0].title if len(found) == 1 else "")


def _types(symbol: str) -> list[str]:
    """The types that the letters of a symbol stand for, those first whose own letters they are."""
    letters = re.split("[-/]", symbol, maxsplit=1)[0]
    meant = by_letters().get(fold_letters(letters), ())
    own = [kind.name for written, kind in meant if kind.symbol == letters == written]
    return list(dict.fromkeys(own or [kind.name for _, kind in meant]))
