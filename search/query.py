"""What was typed to a query: any string is one.

    quy hoạch cán bộ           words; with marks they mean those marks, without marks they find all
    "quy hoạch cán bộ"         these words side by side
    -khen  -"thi đua"          not
    luân chuyển OR điều động   one or the other (also HOẶC, |): all plain words on either side,
                               or the phrase or field beside it
    exact:an                   just so written: `an`, not `án`      (nguyên-văn:)
    title:  task:  text:       in that part alone                   (tiêu-đề:  nhiệm-vụ:  nội-dung:)
    year:2022  year:2022..2024                                      (năm:)
    body:"Quảng Nam"           a body whose name holds these words  (cơ-quan:)
    directive:21-KL/TW         reports that cite it, of any term    (văn-bản:)
    kind:half-year  period:2024-H1  2024-H1                         (loại:  kỳ:)
    after:2022-03  before:5/2024   from that day on; before it      (từ:  trước:)

What cannot be read so is searched as words, and a note says what and where (columns from 1). Signs
that hold neither word nor filter ask for what no report has.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from archive import vietnamese
from search import analysis, values
from search.abbreviations import Form, named
from search.answer import Facet, Note, Part
from search.clauses import NEVER, Atom, Clause, Days, Filter, Phrase, Query, Reference, Word, Words
from search.times import asked

_CHUNK = re.compile(
    r"(?P<minus>-(?=[^\s-]))?(?:(?P<field>[^\W\d_][\w-]{0,20}+):)?"
    r'(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))|(?P<quote>")'
)
_NOTATION = re.compile(r"(?:19|20)\d\d-(?:[Hh][12]|[Qq][1-4]|9[Mm])")  # as periods are shown
_EITHER = {"OR", "HOẶC", "|", "||"}
_MANY, _SENTENCE = 4, 8  # words; beside more, signs join none, and quotation marks none either

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


def parse(typed: str, *, typing: bool = False) -> Query:
    """Read what was typed; with `typing` its last word may go on. Never raises."""
    text = vietnamese.nfc(typed)
    reader = _Reader(text)
    clauses = _as_sentence(list(reader.clauses()))
    if typing and clauses and text[-1:].isalnum():
        clauses[-1] = _unfinished(clauses[-1])
    signs = text.strip()
    if signs and not clauses and not (typing and reader.notes):
        reader.notes.append(Note("query-signs", {"typed": signs}))
        # Behind the first sign that is typed there is more to come.
        clauses = [] if typing else [NEVER]
    return Query(typed, tuple(clauses), tuple(reader.notes), reader.times)


def words_of(text: str, *, exact: bool = False) -> tuple[Word, ...]:
    """The words of NFC `text` as a query means them."""
    return tuple(
        Word(token.term, exact or token.term != analysis.bare(token.term))
        for token in analysis.tokens(text)
    )


def _with_other_forms(clauses: list[Clause | None]) -> list[Clause | None]:
    """The clauses of one atom each, plainly typed names among them with their other forms."""
    words = [_plain(clause) for clause in clauses]
    also: dict[int, list[Form]] = {}
    for name in named([word.term if word else "" for word in words]):
        for i in range(name.start, name.end):
            also.setdefault(i, []).extend(name.others)
    for i, forms in also.items():
        if word := words[i]:
            also_written = tuple(dict.fromkeys((*word.also, *forms)))
            clauses[i] = Clause((replace(word, also=also_written),), free=True)
    return clauses


def _plain(clause: Clause | None) -> Word | None:
    """The word that a clause is, where it is one typed plainly."""
    word = clause.atoms[0] if clause and clause.free else None
    return word if isinstance(word, Word) else None


def _unfinished(clause: Clause) -> Clause:
    """The clause with its last word as a prefix, where it is a plain word or a filter's value."""
    *others, last = clause.atoms
    if isinstance(last, Words):
        *before, end = last.clauses
        return replace(clause, atoms=(*others, Words((*before, _unfinished(end)))))
    if isinstance(last, Word):
        return replace(clause, atoms=(*others, replace(last, prefix=True)))
    if isinstance(last, Filter) and last.phrase:
        *words, word = last.phrase.words
        phrase = Phrase((*words, replace(word, prefix=True)))
        return replace(clause, atoms=(*others, replace(last, phrase=phrase)))
    return clause


def _as_sentence(clauses: list[Clause]) -> list[Clause]:
    """The clauses, of a pasted sentence each phrase as its words: its signs ask for nothing.

    A phrase that only signs make (`27/12`) is one in a short query alone.
    """
    plain = sum(_plain(clause) is not None for clause in clauses)
    found = []
    for clause in clauses:
        atom, *others = clause.atoms
        if others:
            atoms = (
                Words(tuple(_as_sentence(list(one.clauses)))) if isinstance(one, Words) else one
                for one in clause.atoms
            )
            found.append(replace(clause, atoms=tuple(atoms)))
        elif clause.negated or clause.part or not isinstance(atom, Phrase):
            found.append(clause)
        elif plain > (_MANY if clause.free else _SENTENCE):
            found += [Clause((word,), free=True) for word in atom.words]
        else:
            found.append(replace(clause, free=False))
    return found


class _Reader:
    """Goes through the text once, left to right; collects notes on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[Note] = []
        self.times = tuple(asked(text))
        self._references = {token.start: token for token in analysis.references(text)}
        for token in analysis.short_references(text):
            self._references.setdefault(token.start, token)
        self._asks_for_documents = bool(self._references) and not _has_words(
            text, self._references.values()
        )

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the text, what stands on the sides of an OR joined to one."""
        pending: Clause | None = None
        either = False
        for clause in _sides(_with_other_forms(list(self._singles()))):
            if clause is None:
                either = pending is not None
                continue
            if either and pending and _joinable(pending, clause):
                free = pending.free and clause.free
                pending = replace(pending, atoms=(*pending.atoms, *clause.atoms), free=free)
            else:
                yield from _alone(pending)
                pending = clause
            either = False
        yield from _alone(pending)

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
                at = max(reference.end, at)
                yield from self._document(reference, negated=bool(found["minus"]))
            elif self._is_of_period(found):
                yield from (Clause((word,), free=True) for word in words_of(found["word"]))
            else:
                yield from self._chunk(found)

    def _is_of_period(self, found: re.Match[str]) -> bool:
        """Does a sign join words of a part of a year here, as in `quý I/2024`?"""
        at, sign = found.start("word"), re.search("[/-]", found["word"] or "")
        periods = (one.period for one in self.times if one.start <= at < one.end)
        return bool(sign) and any(period.months < 12 for period in periods)

    def _document(self, named: analysis.Token, *, negated: bool) -> Iterator[Clause]:
        """The clauses of a document's number.

        Type and number alone may be words like others (`kỷ luật 4 người`): among further words they
        are words, and the number another form of them.
        """
        typed = self.text[named.start : named.end]
        written = words_of(typed)
        if "/" in named.term:
            yield Clause((Reference(named.term, typed),), negated=negated)
        elif negated or self._asks_for_documents:
            yield Clause((Reference(named.term, typed), Phrase(written)), negated=negated)
        else:
            for word in written:
                yield Clause((replace(word, also=((named.term,),)),), free=True)

    def _chunk(self, found: re.Match[str]) -> Iterator[Clause]:
        """The clauses of a word or phrase, with or without a field before it."""
        negated, quoted = bool(found["minus"]), found["phrase"] is not None
        value = found["phrase"] if quoted else found["word"]
        field = _name(found["field"]) if found["field"] else None
        if field in _PARTS:
            yield from _words(value, quoted, negated, part=_PARTS[field])
        elif not field and not quoted and _NOTATION.fullmatch(value):
            yield Clause((Filter("period", values.period(value), written=value),), negated=negated)
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
            elif value.endswith(":") and _is_field(_name(value[:-1])):
                self._note("query-no-value", found.start("word"), field=value[:-1])
            if field and field not in _FACETS and field not in _DAYS:
                yield from _words(found["field"], quoted=False, negated=negated)
            yield from _words(value, quoted, negated)

    def _filter(self, field: str, value: str) -> Atom | None:
        """The atom that `field:value` means, None where the value cannot be read."""
        if field in _DAYS:
            found = values.days(_DAYS[field], value)
            return Days(*found) if found else None
        facet = _FACETS.get(field)
        if facet and facet in values.READERS:
            meant = values.READERS[facet](value)
            return Filter(facet, meant, written=value) if meant else None
        words, name = words_of(value), value if facet == "directive" else ""
        if not facet or not words:
            return None
        return Filter(facet, phrase=Phrase(words), name=name, written=value)

    def _note(self, code: str, at: int, **facts: object) -> None:
        self.notes.append(Note(code, {"column": at + 1, **facts}))


def _has_words(text: str, apart_from: Iterable[analysis.Token]) -> bool:
    """Are there plain words or phrases in `text` apart from these?"""
    left, at = [], 0
    for token in sorted(apart_from, key=lambda token: token.start):
        left.append(text[at : token.start])
        at = max(at, token.end)
    left.append(text[at:])
    return any(not found["field"] for found in _CHUNK.finditer(" ".join(left)))


def _sides(clauses: list[Clause | None]) -> Iterator[Clause | None]:
    """The clauses, plain words on end made one: a word of many syllables is written as many."""
    for is_plain, found in groupby(clauses, lambda clause: bool(clause and clause.free)):
        stretch = list(found)
        words = tuple(clause for clause in stretch if clause)
        if is_plain and len(words) > 1:
            yield Clause((Words(words),), free=True)
        else:
            yield from stretch


def _alone(clause: Clause | None) -> Iterator[Clause]:
    """A clause with nothing joined to it; plain words again each for itself."""
    if clause and len(clause.atoms) == 1 and isinstance(words := clause.atoms[0], Words):
        yield from words.clauses
    elif clause:
        yield clause


def _joinable(one: Clause, other: Clause) -> bool:
    return (one.part, one.negated) == (other.part, other.negated)


def _is_field(name: str) -> bool:
    return any(name in names for names in (_PARTS, _FACETS, _DAYS, _EXACT))


def _name(field: str) -> str:
    """A field's name as the tables have it: no marks, no hyphens."""
    return vietnamese.bare(field).replace("-", "").replace("_", "")


def _words(
    value: str, quoted: bool, negated: bool, *, part: Part | None = None, exact: bool = False
) -> Iterator[Clause]:
    """The clause of a word or a phrase; none where there is no letter or digit in it."""
    words = words_of(value, exact=exact)
    free = not (quoted or negated or part or exact)
    if free and any(len(name.form) == len(words) for name in named([w.term for w in words])):
        yield from (Clause((word,), free=True) for word in words)
    elif len(words) == 1:
        yield Clause((words[0],), part=part, negated=negated, free=free)
    elif words:
        yield Clause((Phrase(words),), part=part, negated=negated, free=free)


def facet_of(name: str) -> Facet | None:
    """The facet that a field name, in either language, stands for."""
    return _FACETS.get(_name(vietnamese.nfc(name)))
