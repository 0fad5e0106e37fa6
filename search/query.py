"""What was typed to a query: any string is one.

    quy hoạch cán bộ           words; with marks they mean those marks, without marks they find all
    "quy hoạch cán bộ"         these words side by side
    -khen  -"thi đua"          not
    tổng OR sơ                 one or the other (also HOẶC, |); binds closer than and
    exact:an                   just so written: `an`, not `án`      (nguyên-văn:)
    title:  task:  text:       in that part alone                   (tiêu-đề:  nhiệm-vụ:  nội-dung:)
    year:2022  year:2022..2024                                      (năm:)
    body:"Quảng Nam"           a body whose name holds these words  (cơ-quan:)
    directive:21-KL/TW         reports that cite it, of any term    (văn-bản:)
    kind:half-year  period:2024-H1                                  (loại:  kỳ:)
    after:2022-03  before:5/2024   from that day on; before it      (từ:  trước:)

What cannot be read so is searched as words, and a note says what and where (columns from 1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from archive import vietnamese
from archive.period import Period
from search import analysis
from search.answer import Facet, Note

Part = Literal["title", "tasks", "text"]


@dataclass(frozen=True, slots=True)
class Word:
    """One term. A `marked` one means its marks; a `prefix` is still being typed."""

    term: str
    marked: bool
    prefix: bool = False

    @property
    def bare(self) -> tuple[str, ...]:
        """Every bare form of what this word can mean."""
        return (analysis.bare(self.term),) if self.marked else analysis.spellings(self.term)

    def means(self, term: str) -> bool:
        """Is `term`, as a text has it, what this word means?"""
        if self.marked:
            return term.startswith(self.term) if self.prefix else term == self.term
        bare = analysis.bare(term)
        return bare.startswith(self.bare) if self.prefix else bare in self.bare


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a document, in the form of `analysis.references`."""

    term: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet that is to have one of `values`, or one whose words hold those of `phrase`."""

    facet: Facet
    values: tuple[str, ...] = ()
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days: proleptic ordinals, `first` included, `end` not."""

    first: int
    end: int


Atom = Word | Phrase | Reference | Filter | Days


@dataclass(frozen=True, slots=True)
class Clause:
    """Something that is to hold, or not to: one of its atoms, in one part of the text or in any.

    A `free` clause is a word typed plainly: of many such words some may be missing.
    """

    atoms: tuple[Atom, ...]
    part: Part | None = None
    negated: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and how it is understood."""

    text: str
    clauses: tuple[Clause, ...]
    notes: tuple[Note, ...] = ()

    @property
    def is_question(self) -> bool:
        """Does it end in a question mark? Then it wants an answer, not all of its words."""
        return self.text.rstrip().endswith("?")


_CHUNK = re.compile(
    r"(?P<minus>-(?=[^\s-]))?(?:(?P<field>[^\W\d_][\w-]{0,20}+):)?"
    r'(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))|(?P<quote>")'
)
_EITHER = {"OR", "HOẶC", "|", "||"}

_PARTS: dict[str, Part] = {
    "title": "title",
    "tieude": "title",
    "task": "tasks",
    "tasks": "tasks",
    "nhiemvu": "tasks",
    "text": "text",
    "noidung": "text",
}
_FACETS: dict[str, Facet] = {
    "year": "year",
    "nam": "year",
    "body": "body",
    "coquan": "body",
    "directive": "directive",
    "vanban": "directive",
    "kind": "kind",
    "loai": "kind",
    "period": "period",
    "ky": "period",
}
_DAYS = {"after": "after", "tu": "after", "before": "before", "truoc": "before"}
_EXACT = {"exact", "nguyenvan"}
FIELDS = {
    "year": "năm",
    "body": "cơ-quan",
    "directive": "văn-bản",
    "kind": "loại",
    "period": "kỳ",
    "title": "tiêu-đề",
    "task": "nhiệm-vụ",
    "text": "nội-dung",
    "after": "từ",
    "before": "trước",
    "exact": "nguyên-văn",
}
"""Every field's English and Vietnamese name, for completion and help."""

KINDS = {
    "annual": "annual",
    "nam": "annual",
    "tong ket nam": "annual",
    "half-year": "half-year",
    "6 thang": "half-year",
    "sau thang": "half-year",
    "quarter": "quarter",
    "quy": "quarter",
    "nine-month": "nine-month",
    "9 thang": "nine-month",
    "chin thang": "nine-month",
    "term": "term",
    "nhiem ky": "term",
    "other": "other",
    "khac": "other",
    "none": "none",
    "khong": "none",
}
"""What may be typed after `kind:`, in bare form, and the kind it means."""

_RANGE = re.compile(r"(\d{4})?\s*(?:\.\.|-|–)\s*(\d{4})?|(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WRITTEN_DAY = re.compile(r"(?:(?:(\d{1,2})[-/.])?(\d{1,2})[-/.])?(\d{4})")


def parse(typed: str, *, typing: bool = False) -> Query:
    """Read what was typed; with `typing` its last word may go on. Never raises."""
    text = vietnamese.nfc(typed)
    reader = _Reader(text)
    clauses = list(reader.clauses())
    if typing and clauses and text[-1:].isalnum():
        clauses[-1] = _unfinished(clauses[-1])
    return Query(typed, tuple(clauses), tuple(reader.notes))


def words_of(text: str, *, exact: bool = False) -> tuple[Word, ...]:
    """The words of NFC `text` as a query means them."""
    return tuple(
        Word(token.term, exact or token.term != analysis.bare(token.term))
        for token in analysis.tokens(text)
    )


def _unfinished(clause: Clause) -> Clause:
    """The clause with its last word as a prefix, where it is a plain word."""
    *others, last = clause.atoms
    if isinstance(last, Word):
        return replace(clause, atoms=(*others, replace(last, prefix=True)))
    return clause


class _Reader:
    """Goes through the text once, left to right; collects notes on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[Note] = []
        self._references = {token.start: token for token in analysis.references(text)}
        for token in analysis.short_references(text):
            self._references.setdefault(token.start, token)

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the text, neighbours around OR joined to one."""
        pending: Clause | None = None
        either = False
        for clause in self._singles():
            if clause is None:
                either = pending is not None
                continue
            if either and pending and _joinable(pending, clause):
                pending = replace(pending, atoms=(*pending.atoms, *clause.atoms))
            else:
                if pending:
                    yield pending
                pending = clause
            either = False
        if pending:
            yield pending

    def _singles(self) -> Iterator[Clause | None]:
        """One clause a chunk; None where OR stands."""
        at = 0
        while found := _CHUNK.search(self.text, at):
            at = found.end()
            reference = self._references.get(found.start("word"))
            if found["quote"]:
                self._note("query-quote", found.start())
            elif found["word"] in _EITHER and not found["field"]:
                yield None
            elif reference and not found["field"]:
                at = max(reference.end, at) if found["word"] else at
                atoms = _reference(reference, self.text)
                yield Clause(atoms, negated=bool(found["minus"]))
            else:
                yield from self._chunk(found)

    def _chunk(self, found: re.Match[str]) -> Iterator[Clause]:
        """The clauses of a word or phrase, with or without a field before it."""
        negated, quoted = bool(found["minus"]), found["phrase"] is not None
        value = found["phrase"] if quoted else found["word"]
        field = _name(found["field"]) if found["field"] else None
        if field in _PARTS:
            yield from _words(value, quoted, negated, part=_PARTS[field])
        elif field in _EXACT:
            yield from _words(value, quoted, negated, exact=True)
        elif field and (atom := self._filter(field, value)):
            yield Clause((atom,), negated=negated)
        else:
            if field and (field in _FACETS or field in _DAYS):
                facts = {"field": found["field"], "value": value}
                self._note("query-value", found.start("field"), **facts)
            elif field:
                self._note("query-field", found.start("field"), field=found["field"])
            if field and field not in _FACETS and field not in _DAYS:
                yield from _words(found["field"], quoted=False, negated=negated)
            yield from _words(value, quoted, negated)

    def _filter(self, field: str, value: str) -> Atom | None:
        """The atom that `field:value` means, None where the value cannot be read."""
        if field in _DAYS:
            return _days(_DAYS[field], value)
        facet = _FACETS.get(field)
        if facet == "year":
            return _years(value)
        if facet == "kind":
            kind = KINDS.get(" ".join(vietnamese.bare(value).split()))
            return Filter("kind", (kind,)) if kind else None
        if facet == "period":
            return _period(value)
        named = next(analysis.short_references(value), None) if facet == "directive" else None
        words = words_of(named.term if named else value)
        return Filter(facet, phrase=Phrase(words)) if facet and words else None

    def _note(self, code: str, at: int, **facts: object) -> None:
        self.notes.append(Note(code, {"column": at + 1, **facts}))


def _reference(token: analysis.Token, text: str) -> tuple[Atom, ...]:
    """A document by its number; by type and number alone also where just these words stand."""
    if "/" in token.term:
        return (Reference(token.term),)
    return Reference(token.term), Phrase(words_of(text[token.start : token.end]))


def _joinable(one: Clause, other: Clause) -> bool:
    return (one.part, one.negated) == (other.part, other.negated)


def _name(field: str) -> str:
    """A field's name as the tables have it: no marks, no hyphens."""
    return vietnamese.bare(field).replace("-", "").replace("_", "")


def _words(
    value: str, quoted: bool, negated: bool, *, part: Part | None = None, exact: bool = False
) -> Iterator[Clause]:
    """The clause of a word or a phrase; none where there is no letter or digit in it."""
    words = words_of(value, exact=exact)
    if len(words) == 1:
        free = not (quoted or negated or part or exact)
        yield Clause((words[0],), part=part, negated=negated, free=free)
    elif words:
        yield Clause((Phrase(words),), part=part, negated=negated)


def _years(value: str) -> Filter | None:
    found = _RANGE.fullmatch(value.strip())
    if not found or not any(found.groups()):
        return None
    if found[3]:
        return Filter("year", (found[3],))
    first, last = int(found[1] or 1900), int(found[2] or 2100)
    return Filter("year", tuple(str(year) for year in range(first, last + 1)))


def _period(value: str) -> Filter | None:
    try:
        return Filter("period", (str(Period.parse(value.strip().upper().replace("..m", "..M"))),))
    except ValueError:
        return None


def _days(side: str, value: str) -> Days | None:
    value = value.strip()
    if found := _ISO_DAY.fullmatch(value):
        year, month, day = found.groups()
    elif found := _WRITTEN_DAY.fullmatch(value):
        day, month, year = found.groups()
    else:
        return None
    try:
        ordinal = date(int(year), int(month or 1), int(day or 1)).toordinal()
    except ValueError:
        return None
    return Days(ordinal, date.max.toordinal()) if side == "after" else Days(1, ordinal)


def facet_of(name: str) -> Facet | None:
    """The facet that a field name, in either language, stands for."""
    return _FACETS.get(_name(vietnamese.nfc(name)))
