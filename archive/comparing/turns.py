"""Turns: where a lineage goes on under another name, or with the body that took over.

What stops or begins there may do so because of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.period import Period
from archive.report import Report

if TYPE_CHECKING:
    from archive.bodies import Bodies


@dataclass(frozen=True, slots=True)
class Turn:
    """From the report that plans `period` on it is the work of `after`, until then of `before`: a
    new name, or the body that took over, on `day` where that is known.
    """

    period: Period
    before: str
    after: str
    day: date | None = None


def turns_of(reports: Sequence[Report], bodies: "Bodies") -> tuple[Turn, ...]:
    """The turns between `reports` that follow each other; names that mean one body make none."""
    found = []
    for one, other in pairwise(report for report in reports if report.body):
        if not (one.body and other.body and other.period_planned):
            continue
        before, after = bodies.canonical(one.body), bodies.canonical(other.body)
        if before != after:
            found.append(Turn(other.period_planned, before, after, bodies.until(before)))
    return tuple(found)
