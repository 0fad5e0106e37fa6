"""Facets: which documents a value stands for, and how many hits have each value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from archive import vietnamese
from search.abbreviations import named
from search.answer import FACETS, Facet, FacetValue, Selection
from search.clauses import Filter, Phrase
from search.designation import cited_as, holds, means
from search.postings import Ints
from search.query import words_of
from search.segment import Column
from search.snapshot import ByValue, Mask, Snapshot

_NEWEST_FIRST: tuple[Facet, ...] = ("year", "period")
_OF_PROVINCE = re.compile(r"tỉnh (?P<name>\w[^,;]*)$")
_OF_COMMITTEE = re.compile(r"(?:tỉnh|thành) (?:ủy|phố) (?:tp\. ?|thành phố )?(?P<name>\w[^,;]*)$")


def filters(selection: Selection) -> dict[Facet, list[Filter]]:
    """What each facet's own part of `selection` asks for."""
    chosen = selection.chosen.items()
    return {
        facet: [_filter(facet, vietnamese.nfc(value).strip(), selection.typed) for value in values]
        for facet, values in chosen
        if values
    }


def _filter(facet: Facet, value: str, typed: bool) -> Filter:
    """The value itself, else what holds its words; the name of a document that is `typed` is not
    the value itself alone.
    """
    if facet == "directive":
        named = replace(cited_as(value), written=value)
        return named if typed else replace(named, values=(value,))
    words = Phrase(words_of(value)) if facet == "body" else None
    return Filter(facet, (value,), words, written=value)


def documents(snapshot: Snapshot, wanted: Filter) -> Ints:
    """The documents that have one of the values that `wanted` stands for, ascending.

    A document's name stands for what is cited, and for what a citation could be.
    """
    column = snapshot.columns[wanted.facet]
    found = _having(column, _codes(column, wanted))
    if wanted.name and not (wanted.values and len(found)):
        found = np.union1d(found, _having(snapshot.possible, _codes(snapshot.possible, wanted)))
    return found


def _having(column: Column, codes: list[int]) -> Ints:
    return np.unique(column.documents[np.isin(column.codes, codes)])


def _codes(column: Column, wanted: Filter) -> list[int]:
    """The labels meant: those equal in any spelling, else those that hold the words in a row."""
    values = {vietnamese.level(value) for value in wanted.values}
    equal = [i for i, label in enumerate(column.labels) if vietnamese.level(label) in values]
    if equal or not wanted.phrase or not wanted.phrase.words:
        return equal
    if wanted.name:
        return [i for i, label in enumerate(column.labels) if means(wanted, label)]
    found = [i for i, label in enumerate(column.labels) if holds(label, wanted.phrase)]
    if found or wanted.facet != "body":
        return found
    spelled = list(_spelled_out(wanted.phrase))
    return [i for i, label in enumerate(column.labels) if any(holds(label, p) for p in spelled)]


def _spelled_out(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase with one of the names in it in another form."""
    words = phrase.words
    for name in named([word.term for word in words]):
        for form in name.others:
            other = words_of(" ".join(form), exact=True)
            yield Phrase((*words[: name.start], *other, *words[name.end :]))


def count(
    snapshot: Snapshot,
    matching: Mask | Ints,
    chosen: Mapping[Facet, Mask],
    selection: Selection,
    planned: ByValue | None = None,
) -> dict[Facet, tuple[FacetValue, ...]]:
    """How many hits have each value of each facet, most first (years and periods: newest first).

    `matching` are the documents that answer the query, or how many hits each has, `chosen` those
    inside each facet's own selection. A facet's counts ignore its own selection, so that a further
    value can be chosen beside it; a chosen value is listed even where it has no hit. `planned`,
    where tasks are counted, are the reports by the period that they plan.
    """
    counted: dict[Facet, tuple[FacetValue, ...]] = {}
    for facet in FACETS:
        inside = matching
        for other, mask in chosen.items():
            if other != facet:
                inside = inside * mask
        by_value = planned if planned and facet == "period" else snapshot.by_value(facet)
        counts = by_value.count(inside)
        values = {label: n for label, n in zip(by_value.labels, counts, strict=True) if n}
        for value in selection.chosen.get(facet, ()):
            if value in by_value.labels:
                values.setdefault(value, 0)
        ordered = _ordered(facet, values)
        if facet == "body":
            counted[facet] = tuple(_placed(snapshot, label, n) for label, n in ordered)
        else:
            counted[facet] = tuple(FacetValue(label, n) for label, n in ordered)
    return counted


def _placed(snapshot: Snapshot, body: str, n: int) -> FacetValue:
    """A body with its place in the tree: the level that its first report was read to have."""
    level = snapshot.level(body)
    return FacetValue(body, n, level, province(body, level))


@lru_cache(maxsize=20_000)
def province(body: str, level: str | None) -> str | None:
    """The province that the name of a body tells; a district's towns are no provinces."""
    name = vietnamese.nfc(body)
    folded = vietnamese.level(name)
    found = _OF_PROVINCE.search(folded) if level != "central" else None
    if level not in ("central", "district"):
        found = _OF_COMMITTEE.search(folded) or found
    # What is no proper name tells no province: "các tỉnh ủy, thành ủy khu vực …".
    return name[found.start("name") :] if found and name[found.start("name")].isupper() else None


def _ordered(facet: Facet, values: Mapping[str, int]) -> list[tuple[str, int]]:
    if facet in _NEWEST_FIRST:
        return sorted(values.items(), reverse=True)
    return sorted(values.items(), key=lambda item: (-item[1], vietnamese.alphabetical(item[0])))
