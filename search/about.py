"""What a report is about beside its words: the name of its body, and its period.

Somebody who types `Sông Linh 2021` means the report on that body and year, and a page on another
year names 2021, too. So a word of the body's name, and the year, count once more for a report that
has them, as in a headline; and a body and a period named together count as one rare word of the
reports by that body on that period.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

import numpy as np

from archive import vietnamese
from archive.period import Period
from search import analysis
from search.abbreviations import Form
from search.answer import Facet
from search.clauses import Query, Word
from search.postings import Floats, Ints
from search.segment import Column
from search.snapshot import Mask, Snapshot
from search.times import Asked

_TOLD: tuple[Facet, ...] = ("body", "year")
_WORDS = 2  # of a body's name, beside each other in what is typed, that name it
_NEARLY = 0.6  # of the best body's worth that another one named has at least
_TELLING = 0.4  # of the worth of a body's whole name that what is typed of it has at least
_INSIDE, _AROUND = 0.5, 0.4  # a part of the year that is asked; the year of the part that is
_OTHER_SIDE = 0.4  # it is planned where what was done is asked, or the other way round


@dataclass(frozen=True, slots=True)
class Told:
    """Which reports are about what a query names, and how nearly: 0 not at all, 1 just that.

    `bodied` says whether it names a body beside the period, `sided` whether it says that the period
    is planned, or reviewed.
    """

    share: Floats
    bodied: bool
    sided: bool

    @property
    def count(self) -> int:
        """How many reports are as much about it as any."""
        return int(np.count_nonzero(self.share >= self.share.max(initial=1e-6)))


class _Run(NamedTuple):
    """Words of a query that name a body, and how rare they are among the names of bodies."""

    worth: float
    words: tuple[Word, ...]


_NO_RUN = _Run(0.0, ())


class About:
    """The bodies, years and periods of a snapshot, by the words in them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def documents(self, word: Word) -> Ints:
        """The documents whose body's name or year has `word`, ascending."""
        held = np.zeros(self._snapshot.size, np.bool_)
        for facet in _TOLD:
            codes = self._codes(word, facet)
            if codes:
                column = self._snapshot.columns[facet]
                wanted = np.zeros(len(column.labels), np.bool_)
                wanted[codes] = True
                held[column.documents[wanted[column.codes]]] = True
        return np.flatnonzero(held)

    def told(self, query: Query) -> Told | None:
        """The reports about the period that `query` names, and about the body if it names one; None
        where it names no period, or no report is about it.
        """
        periods = self._snapshot.columns["period"]
        if not query.times or not len(periods.codes):
            return None
        share = self._of_periods(query.times)
        bodies = self._bodies(query.plain)
        if bodies:
            column = self._snapshot.columns["body"]
            worth = np.zeros(len(column.labels), np.float32)
            worth[list(bodies)] = [run.worth for run in bodies.values()]
            worth /= worth.max()
            of_body = np.zeros(self._snapshot.size, np.float32)
            of_body[column.documents] = worth[column.codes]
            share = share * of_body
        sided = any(asked.side for asked in query.times)
        return Told(share, bool(bodies), sided) if share.any() else None

    def reports(self, query: Query) -> Iterator[tuple[frozenset[str], Mask]]:
        """The terms of `query` that name the report, not what stands in its tasks: a body by what
        tells it from others, and the period that is planned; and the documents that they name.
        """
        column = self._snapshot.columns["body"]
        told = {
            code: run
            for code, run in self._bodies(query.plain).items()
            if run.worth >= _TELLING * self._worth(column.labels[code])
        }
        if told:
            held = np.zeros(self._snapshot.size, np.bool_)
            held[column.documents[np.isin(column.codes, list(told))]] = True
            yield frozenset(word.term for run in told.values() for word in run.words), held
        for asked in query.times:
            share = self._of_periods([asked._replace(side="planned")])
            named = analysis.terms(vietnamese.nfc(query.text)[asked.lead : asked.end])
            yield frozenset(named), share >= _INSIDE

    @cached_property
    def planned(self) -> Column:
        """The reports that set tasks for a period, by it."""
        column, tasks = self._snapshot.columns["period"], self._snapshot.sizes["tasks"]
        places: dict[str | None, Ints] = dict(self._sides)
        # Of a report that has one period its own values tell which it is.
        alone = [
            place
            for place in places[None].tolist()
            if tasks[document := int(column.documents[place])]
            and self._snapshot.shown(document)["period_planned"]
        ]
        kept = np.sort(np.concatenate([places["planned"], np.array(alone, np.int64)]))
        codes, numbers = np.unique(column.codes[kept], return_inverse=True)
        labels = tuple(column.labels[code] for code in codes.tolist())
        return Column(labels, column.documents[kept], numbers)

    def _worth(self, label: str) -> float:
        """How rare the words of a body's name are in all."""
        words = (Word(term, marked=True) for term in analysis.terms(vietnamese.nfc(label)))
        return sum(self._rarity(len(self._places(word))) for word in words)

    def _of_periods(self, times: Sequence[Asked]) -> Floats:
        """How nearly each report is about one of these periods."""
        column, share = self._snapshot.columns["period"], np.zeros(self._snapshot.size, np.float32)
        for asked in times:
            near = np.array([_nearness(asked.period, told) for told in self._periods], np.float32)
            for side, places in self._sides:
                if asked.side in (None, side) or side is None:
                    weight = 1 if side in (asked.side or "reviewed", None) else _OTHER_SIDE
                    documents = column.documents[places]
                    worth = near[column.codes[places]] * np.float32(weight)
                    share[documents] = np.maximum(share[documents], worth)
        return share

    @cached_property
    def _periods(self) -> list[Period]:
        return [Period.parse(label) for label in self._snapshot.columns["period"].labels]

    @cached_property
    def _sides(self) -> list[tuple[str | None, Ints]]:
        """Where in the column of periods those reviewed stand, those planned, and those of reports
        that have no other: of two periods of a report the first is reviewed.
        """
        documents = self._snapshot.columns["period"].documents
        first, second = np.zeros((2, len(documents)), np.bool_)
        first[:-1] = second[1:] = documents[1:] == documents[:-1]
        masks = {"reviewed": first, "planned": second, None: ~(first | second)}
        return [(side, np.flatnonzero(mask)) for side, mask in masks.items()]

    def _bodies(self, words: Sequence[Word | None]) -> dict[int, _Run]:
        """The bodies that words beside each other name, by code: the best run of each.

        Words of a name may be left out between them: `cụm 4` is "cụm thi đua số 4".
        """
        runs: dict[int, tuple[int, _Run]] = {}
        found: dict[int, _Run] = {}
        for word in words:
            held = self._places(word) if word else {}
            rarity = self._rarity(len(held))
            now = {}
            for code, places in held.items():
                last, run = runs.get(code, (-1, _NO_RUN))
                later = next((place for place in places if place > last), None)
                if later is None:
                    later, run = places[0], _NO_RUN
                run = _Run(run.worth + rarity, (*run.words, word) if word else run.words)
                now[code] = later, run
                if len(run.words) >= _WORDS:
                    found[code] = max(found.get(code, _NO_RUN), run, key=lambda run: run.worth)
            runs = now
        for form in dict.fromkeys(form for word in words if word for form in word.also):
            short = tuple(word for word in words if word and form in word.also)
            for code, worth in self._in_a_row(form):
                run = _Run(worth, short)
                found[code] = max(found.get(code, _NO_RUN), run, key=lambda run: run.worth)
        best = max((run.worth for run in found.values()), default=0)
        return {code: run for code, run in found.items() if run.worth >= _NEARLY * best}

    def _places(self, word: Word) -> dict[int, list[int]]:
        """The bodies that have `word` in their name, by code, and its places there, ascending."""
        held: dict[int, list[int]] = defaultdict(list)
        for bare in word.bare:
            for facet, code, term, place in self._labels.get(bare, ()):
                if facet == "body" and word.means(term):
                    held[code].append(place)
        return held

    def _in_a_row(self, form: Form) -> Iterator[tuple[int, float]]:
        """The bodies whose name holds the terms of `form` side by side, by code, and its worth."""
        ends: dict[int, list[int]] = {}
        worth = 0.0
        for number, term in enumerate(form if len(form) >= _WORDS else ()):
            held = self._places(Word(term, marked=True))
            worth += self._rarity(len(held))
            if number:
                held = {
                    code: [place for place in places if place - 1 in ends[code]]
                    for code, places in held.items()
                    if code in ends
                }
            ends = {code: places for code, places in held.items() if places}
            if not ends:
                return
        yield from ((code, worth) for code in ends)

    def _rarity(self, count: int) -> float:
        """How much a word tells that so many bodies have in their name."""
        size = len(self._snapshot.columns["body"].labels)
        return log(1 + (size - count + 0.5) / (count + 0.5))

    def _codes(self, word: Word, facet: Facet) -> list[int]:
        """The labels of `facet` that have `word`."""
        return [
            code
            for bare in word.bare
            for told, code, term, _ in self._labels.get(bare, ())
            if told == facet and word.means(term)
        ]

    @cached_property
    def _labels(self) -> dict[str, list[tuple[Facet, int, str, int]]]:
        """By bare word: the labels that have it, the word as they spell it, and where it stands."""
        labels: dict[str, list[tuple[Facet, int, str, int]]] = defaultdict(list)
        for facet in _TOLD:
            for code, label in enumerate(self._snapshot.columns[facet].labels):
                for place, term in enumerate(analysis.terms(vietnamese.nfc(label))):
                    labels[analysis.bare(term)].append((facet, code, term, place))
        return dict(labels)


def _nearness(asked: Period, told: Period) -> float:
    """How nearly a report on the period `told` is what is asked, from 0 to 1."""
    if told == asked:
        return 1.0
    return _INSIDE if asked.contains(told) else _AROUND if told.contains(asked) else 0.0
