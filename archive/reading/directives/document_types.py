"""Types of documents (Nghị quyết, Chỉ thị, …): by their word and by their letters in a number."""

from dataclasses import dataclass
from functools import cache, lru_cache

from archive.reading.wordlist import Endings
from archive.registry import load

MOST_KEPT = 1_000  # spellings of letters remembered: more than reports use, whatever a text holds


# Each type and each issuer is one object, the registry's, so that being the same is being equal.
@dataclass(frozen=True, slots=True, eq=False)
class DocumentType:
    """A type: `name` as written in keys, lower-case `words` that mean it, its `symbol` (`NQ`),
    `variants` of it, all `letters` that mean it, and the `organ` where one alone issues such
    documents; `dated` tells that their numbers hold the year.

    `system` is `party`, `state` or `both`; `bare` tells whether a number may follow without "số"
    (`noun`, `verb` where the word is also a verb, else empty); `weak` whether a number alone makes
    a citation at all; `compact` whether its letters can stand for its word ("NQ57"):
    `alone`, or only with the issuer after them (`issued`). `of_meetings` marks what the Central
    Committee's meetings pass.
    """

    name: str
    words: tuple[str, ...]
    symbol: str | None
    letters: tuple[str, ...]
    variants: tuple[str, ...]
    organ: str | None
    dated: bool
    system: str
    bare: str
    weak: bool
    compact: str
    of_meetings: bool


@lru_cache(MOST_KEPT)
def fold_letters(letters: str) -> str:
    """A symbol's letters without case, Đ as D; ư is kept, because TƯ is not TU."""
    return letters.lower().replace("đ", "d").replace(".", "").replace(" ", "")


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All types of the registry."""
    return tuple(
        DocumentType(
            name=row["name"],
            words=(row["name"].lower(), *row.get("words", ())),
            symbol=row.get("symbol"),
            letters=(
                *([row["symbol"]] if "symbol" in row else []),
                *row.get("variants", ()),
                *row.get("also", ()),
            ),
            variants=tuple(row.get("variants", ())),
            organ=row.get("organ"),
            dated=row.get("dated", False),
            system=row["system"],
            bare=row.get("bare", ""),
            weak=row.get("weak", True),
            compact=row.get("compact", ""),
            of_meetings=row.get("of_meetings", False),
        )
        for row in load("document_types")["type"]
    )


@cache
def by_word() -> dict[str, DocumentType]:
    """Type words, longest first, so that "pháp lệnh" is met before "lệnh"."""
    words = {word: kind for kind in document_types() for word in kind.words}
    return dict(sorted(words.items(), key=lambda item: -len(item[0])))


@cache
def by_letters() -> dict[str, tuple[tuple[str, DocumentType], ...]]:
    """Folded letters to what they can mean: the letters' proper spelling and the type."""
    found: dict[str, list[tuple[str, DocumentType]]] = {}
    for kind in document_types():
        for letters in kind.letters:
            found.setdefault(fold_letters(letters), []).append((letters, kind))
    return {letters: tuple(kinds) for letters, kinds in found.items()}


@cache
def compact_letters() -> dict[str, DocumentType]:
    """Letters that can stand for the type's word, as written."""
    return {kind.symbol: kind for kind in document_types() if kind.compact and kind.symbol}


@lru_cache(MOST_KEPT)
def meanings(letters: str) -> tuple[tuple[str, DocumentType], ...]:
    """What `letters` of a symbol can mean; D may stand for Đ, but Đ is never D (HĐ is not HD)."""
    found = by_letters().get(fold_letters(letters), ())
    return tuple(one for one in found if _no_barred_d_more(letters, one[0]))


def _no_barred_d_more(written: str, proper: str) -> bool:
    pairs = zip(written.replace(".", ""), proper, strict=False)
    return all(b in "Đđ" for a, b in pairs if a in "Đđ")


@cache
def type_words() -> tuple[str, ...]:
    """All type words, longest first."""
    return tuple(by_word())


@cache
def type_endings() -> Endings:
    """The type words, to be found before something."""
    return Endings(by_word())


def letters_before(text: str, end: int) -> tuple[DocumentType, int] | None:
    """The type that letters ending at `end` stand for ("NQ", "KL"), and where they begin."""
    if not text.endswith(_compact(), 0, end):
        return None
    for letters, kind in compact_letters().items():
        at = end - len(letters)
        if text.endswith(letters, 0, end) and not _joined(text[max(0, at - 1) : at]):
            return kind, at
    return None


@cache
def _compact() -> tuple[str, ...]:
    return tuple(compact_letters())


def _joined(char: str) -> bool:
    return char.isalnum() or char in tuple("-/–.")
