"""Abbreviations of the sector: the other ways of writing what stands in a query.

The names are data, in `abbreviations.toml` beside this module.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import chain
from typing import NamedTuple

import tomli

from archive import vietnamese
from search import analysis

Form = tuple[str, ...]
"""The terms of a name or an abbreviation, in order."""


class Named(NamedTuple):
    """A form that stands at `start` among some words, and the other forms of the same name."""

    start: int
    form: Form
    others: tuple[Form, ...]

    @property
    def end(self) -> int:
        """Where the words go on."""
        return self.start + len(self.form)


@cache
def _forms() -> dict[str, list[tuple[Form, tuple[Form, ...]]]]:
    """Every form with the others of its name, by the bare form of its first term."""
    source = resources.files("search").joinpath("abbreviations.toml").read_text("utf-8")
    found: dict[str, list[tuple[Form, tuple[Form, ...]]]] = {}
    for same in tomli.loads(source)["same"]:
        forms = dict.fromkeys(tuple(analysis.terms(vietnamese.nfc(f))) for f in same["forms"])
        for form in forms:
            others = tuple(other for other in forms if other != form)
            found.setdefault(vietnamese.bare(form[0]), []).append((form, others))
    return found


def named(spellings: Sequence[str]) -> Iterator[Named]:
    """The names among words one after another, overlapping ones too, in the words' order.

    Each of `spellings` is a word as typed, in the form of a term; without marks it means all.
    """
    known = _forms()
    for start, first in enumerate(spellings):
        begun = (known.get(way, ()) for way in analysis.ways(vietnamese.bare(first)))
        for form, others in chain.from_iterable(begun):
            typed = spellings[start : start + len(form)]
            if len(typed) == len(form) and all(map(_means, typed, form)):
                yield Named(start, form, others)


def _means(typed: str, term: str) -> bool:
    """Can a word as typed be `term`? One with a mark is just what it says."""
    marked = typed != analysis.bare(typed)
    if marked:
        return typed in analysis.ways(term)
    bares = analysis.ways(analysis.bare(term))
    return any(spelling in bares for spelling in analysis.spellings(typed))
