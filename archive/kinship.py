"""Which reports belong together: those on one conference, and those that are reprints of others.

Two reports are on one conference where nothing they tell contradicts it and

- they are on one body, under whatever names (`bodies`), and tell the same day; or
- they are on one body, tell the same period, and the one that lacks the day was published from a
  day before to two weeks after the conference that the other tells, and no second such conference
  is known; a report without any date joins the only one there is; or
- they are the same body and period, neither telling a day; or
- one is nearly the text of the other (`resemblance`): a reprint, wherever it appeared.

Days, reviewed periods, and bodies that differ contradict; planned periods only where no reviewed
one is told. What people say wins: reports that they hold apart are never on one conference, and
what is no reprint by their word is none. What comes out hangs on what the reports tell alone, not
on the order they came in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from archive.kin_corrections import NOTHING, Said
from archive.period import Period
from archive.report import Report
from archive.resemblance import REPRINT, likenesses, sketch, table_of

if TYPE_CHECKING:
    from archive.resemblance import Numbers, Table

_EARLY, _LATE = timedelta(days=1), timedelta(days=14)
_BANDS = 8  # of the smallest hashes; texts that share six tenths have one in common 99.9 %
_CROWD = 40  # texts that share a hash; of more, each is held against the next ones alone


@dataclass(frozen=True, slots=True)
class Trace:
    """What a report is told to be akin by; `own` is the event's id by this report alone, `said`
    what people say of it.
    """

    id: str
    body: str | None
    day: date | None
    reviewed: Period | None
    planned: Period | None
    published: date | None
    own: str | None
    sketch: bytes
    said: Said = NOTHING

    @property
    def place(self) -> tuple[date, str]:
        """Where it stands among its like: the earliest is the original."""
        return (self.published or self.day or date.max, self.id)


class Kin(NamedTuple):
    """The event a report belongs to, and the report that it is a reprint of."""

    event: str | None
    reprint_of: str | None = None


def trace_of(report: Report, report_id: str, said: Said = NOTHING) -> Trace:
    """The trace of `report` as people see it."""
    return Trace(
        report_id,
        report.body,
        report.event_date,
        report.period_reviewed,
        report.period_planned,
        report.published,
        report.event_id,
        sketch(report),
        said,
    )


def kinship(traces: Iterable[Trace], line: Callable[[str], str]) -> Mapping[str, Kin]:
    """By id, the reports that belong otherwise than they alone tell.

    `line` gives the key that all names of one body share.
    """
    every = sorted(traces, key=lambda trace: trace.id)
    events = _Events(line)
    for trace in sorted(every, key=_fullest):
        events.place(trace)
    originals: dict[str, Trace] = {}
    for one, other in _alike(every):
        if events.unite(one.id, other.id):
            first, later = sorted((one, other), key=lambda trace: trace.place)
            if later.said.own:
                continue
            before = originals.setdefault(later.id, first)
            originals[later.id] = min(before, first, key=lambda trace: trace.place)
    names = events.names()
    found = {}
    for trace in every:
        original = originals.get(trace.id)
        kin = Kin(names[trace.id], original.id if original else None)
        if kin != Kin(trace.own):
            found[trace.id] = kin
    return found


def _fullest(trace: Trace) -> tuple[bool, bool, bool, str]:
    """Those that tell most come first: what others leave out is told by them."""
    return (trace.day is None, trace.reviewed is None, trace.planned is None, trace.id)


@dataclass(slots=True, eq=False)
class _Event:
    """What the reports on one conference tell together."""

    line: str | None
    day: date | None
    reviewed: Period | None
    planned: Period | None
    members: list[Trace]

    def contradicts(self, other: "_Event") -> bool:
        """Can the two not be one conference?"""
        if self.is_apart(other):
            return True
        if _differ(self.line, other.line) or _differ(self.day, other.day):
            return True
        if self.reviewed and other.reviewed:
            return self.reviewed != other.reviewed
        return _differ(self.planned, other.planned)

    def is_apart(self, other: "_Event") -> bool:
        """Did people say of reports of both that they are not on one conference?"""
        return _parted(self.members, other.members) or _parted(other.members, self.members)

    def shares_period(self, other: "_Event") -> bool:
        """Do both tell the same period, looking back or ahead?"""
        return bool(
            (self.reviewed and self.reviewed == other.reviewed)
            or (self.planned and self.planned == other.planned)
        )

    def take(self, other: "_Event") -> None:
        """Tell what the other tells as well."""
        self.line = self.line or other.line
        self.day = self.day or other.day
        self.reviewed = self.reviewed or other.reviewed
        self.planned = self.planned or other.planned
        self.members += other.members

    @property
    def first(self) -> Trace:
        """The earliest of its reports."""
        return min(self.members, key=lambda trace: trace.place)

    def name(self) -> str | None:
        """The id of the event: the fullest that one of its reports tells, else its first report's
        where it has several.
        """
        first = sorted(self.members, key=lambda trace: trace.place)
        own = [trace.own for trace in first if trace.own]
        if own:
            return max(own, key=lambda name: name.count("@"))
        return first[0].id if len(first) > 1 else None


def _parted(some: list[Trace], others: list[Trace]) -> bool:
    apart = {name for trace in some for name in trace.said.apart}
    return bool(apart) and any(trace.id in apart for trace in others)


def _differ(one: object | None, other: object | None) -> bool:
    return one is not None and other is not None and one != other


class _Events:
    """Events as they are put together, found by their report or by their body."""

    def __init__(self, line: Callable[[str], str]) -> None:
        self._line = line
        self._of: dict[str, _Event] = {}
        self._by: dict[object, list[_Event]] = {}

    def place(self, trace: Trace) -> None:
        """Put a report to the one event that it can only belong to, or to one of its own."""
        line = self._line(trace.body) if trace.body else None
        alone = _Event(line, trace.day, trace.reviewed, trace.planned, [trace])
        if not line or not trace.own:
            self._of[trace.id] = alone
            return
        fits = list(self._fitting(trace, alone))
        event = fits[0] if len(fits) == 1 else alone
        if event is not alone:
            event.take(alone)
        self._of[trace.id] = event
        for key in _keys(line, trace):
            events = self._by.setdefault(key, [])
            if event not in events:
                events.append(event)

    def _fitting(self, trace: Trace, alone: _Event) -> Iterator[_Event]:
        """The events that the report can belong to. Those with a day were placed before."""
        keys = list(_keys(alone.line or "", trace))
        found = [
            event for key in (keys[:1] if trace.day else keys) for event in self._by.get(key, ())
        ]
        for event in {id(event): event for event in found}.values():
            if event.contradicts(alone):
                continue
            if trace.day or (event.shares_period(alone) and _in_time(trace, event)):
                yield event

    def unite(self, one: str, other: str) -> bool:
        """Make the events of two reports one, unless what they tell contradicts it."""
        a, b = self._of[one], self._of[other]
        if a is b:
            return True
        if a.contradicts(b):
            return False
        if len(a.members) < len(b.members):
            a, b = b, a
        for trace in b.members:
            self._of[trace.id] = a
        a.take(b)
        return True

    def names(self) -> dict[str, str | None]:
        """The event's id of every report; of those that people hold apart though they have one
        name, the later is told by its first report as well.
        """
        named: dict[int, str | None] = {}
        called: dict[str, list[_Event]] = {}
        every = {id(event): event for event in self._of.values()}
        for number, event in sorted(every.items(), key=lambda entry: entry[1].first.place):
            name = event.name()
            if name is not None:  # most reports are of no event, and need not be told apart
                if any(event.is_apart(other) for other in called.get(name, ())):
                    name = f"{name}@{event.first.id}"
                called.setdefault(name, []).append(event)
            named[number] = name
        return {report_id: named[id(event)] for report_id, event in self._of.items()}


def _keys(line: str, trace: Trace) -> Iterator[object]:
    """By what a report's event is looked for: with the day, by it; else by its periods."""
    if trace.day:
        yield line, trace.day
    for role, period in (("reviewed", trace.reviewed), ("planned", trace.planned)):
        if period:
            yield line, role, period


def _in_time(trace: Trace, event: _Event) -> bool:
    """Was the report without a day published when the event was news?"""
    if event.day is None or trace.published is None:
        return True
    return event.day - _EARLY <= trace.published <= event.day + _LATE


def _alike(traces: list[Trace]) -> list[tuple[Trace, Trace]]:
    """Every pair of nearly the same text, the nearest first."""
    sketched = [trace for trace in traces if trace.sketch]
    if len(sketched) < 2:
        return []
    table = table_of([trace.sketch for trace in sketched])
    ones, others = _likely(table)
    like = likenesses(table, ones, others)
    near = like >= REPRINT
    found = sorted(zip(-like[near], ones[near].tolist(), others[near].tolist(), strict=True))
    return [(sketched[one], sketched[other]) for _, one, other in found]


def _likely(table: "Table") -> tuple["Numbers", "Numbers"]:
    """Pairs that share one of their smallest hashes, without any being held against all."""
    import numpy as np

    values = table[:, :_BANDS].ravel()
    order = np.argsort(values, kind="stable")
    ranked, who = values[order], order // _BANDS
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    ends = np.append(starts[1:], len(ranked))
    several = ends - starts > 1
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        crowd = who[start:end].tolist()
        reach = len(crowd) if len(crowd) <= _CROWD else 2
        for at, one in enumerate(crowd):
            pairs.update((one, other) for other in crowd[at + 1 : at + 1 + reach])
    both = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def as_kin(report: Report, kin: Kin) -> Report:
    """`report` with the event that it belongs to, flagged where it is a reprint."""
    flags = report.flags
    if kin.reprint_of and "reprint" not in flags:
        flags = (*flags, "reprint")
    return replace(report, event_id=kin.event, flags=flags)
