"""What a query asks, frozen: words, phrases, filters, and the clauses they make."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from search import analysis
from search.abbreviations import Form
from search.answer import Facet, Note, Part
from search.times import Asked


@dataclass(frozen=True, slots=True)
class Word:
    """One term. A `marked` one means its marks; a `prefix` is still being typed.

    `also` are the other ways of writing the name that the word belongs to: a text that has one of
    them has the word.
    """

    term: str
    marked: bool
    prefix: bool = False
    also: tuple[Form, ...] = ()

    @property
    def bare(self) -> tuple[str, ...]:
        """Every bare form of what this word can mean."""
        bare = analysis.bare(self.term)
        found = (bare,) if self.marked else analysis.spellings(bare)
        # Of a word being typed the end of the syllable is still to come.
        return found if self.prefix else tuple(way for one in found for way in analysis.ways(one))

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that a marked word can stand as."""
        return (self.term,) if self.prefix else analysis.ways(self.term)

    @property
    def finished(self) -> "Word":
        """The word as it stands, nothing to come."""
        return replace(self, prefix=False) if self.prefix else self

    def means(self, term: str) -> bool:
        """Is `term`, as a text has it, what this word means?"""
        if self.marked:
            return term.startswith(self.term) if self.prefix else term in self.terms
        bare = analysis.bare(term)
        return bare.startswith(self.bare) if self.prefix else bare in self.bare


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a document, in the form of `analysis.references`, and as it was typed."""

    term: str
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet that is to have one of `values`, or one whose words hold those of `phrase`; `name` is
    a document's. `written` is what was typed.
    """

    facet: Facet
    values: tuple[str, ...] = ()
    phrase: Phrase | None = None
    name: str = ""
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days: proleptic ordinals, `first` included, `end` not."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words typed plainly on end, as one side of an OR: what a query of them alone finds."""

    clauses: tuple["Clause", ...]


Atom = Word | Words | Phrase | Reference | Filter | Days


@dataclass(frozen=True, slots=True)
class Clause:
    """Something that is to hold, or not to: one of its atoms, in one part of the text or in any.

    A `free` clause is a word typed plainly: of many such words some may be missing.
    """

    atoms: tuple[Atom, ...]
    part: Part | None = None
    negated: bool = False
    free: bool = False

    @property
    def finished(self) -> "Clause":
        """The clause with its last word as it stands, nothing to come."""
        *others, last = self.atoms
        if isinstance(last, Word):
            return replace(self, atoms=(*others, last.finished))
        if isinstance(last, Words):
            *before, end = last.clauses
            return replace(self, atoms=(*others, Words((*before, end.finished))))
        return self


NEVER = Clause((Days(0, 0),))
"""What no report answers."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and how it is understood."""

    text: str
    clauses: tuple[Clause, ...]
    notes: tuple[Note, ...] = ()
    times: tuple[Asked, ...] = ()

    @property
    def plain(self) -> tuple[Word | None, ...]:
        """The words typed plainly, in order; None parts those that do not stand on end."""
        return tuple(plain(clause for clause in self.clauses if clause.free))

    @property
    def is_question(self) -> bool:
        """Does it end in a question mark? Then it wants an answer, not all of its many words."""
        return self.text.rstrip().endswith("?")


def plain(clauses: Iterable[Clause]) -> Iterator[Word | None]:
    """The words of `clauses` in order; None parts those that do not stand on end."""
    for clause in clauses:
        if len(clause.atoms) == 1 and isinstance(word := clause.atoms[0], Word):
            yield word
            continue
        for atom in clause.atoms:
            yield None
            if isinstance(atom, Word):
                yield atom
            elif isinstance(atom, Words):
                yield from plain(atom.clauses)
        yield None


def atoms(clauses: Iterable[Clause]) -> Iterator[Atom]:
    """What `clauses` are made of, in order, words on one side of an OR one by one."""
    for clause in clauses:
        for atom in clause.atoms:
            if isinstance(atom, Words):
                yield from atoms(atom.clauses)
            else:
                yield atom
