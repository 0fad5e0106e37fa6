"""Freshness: of reports that answer alike the newer ones first.

A report of the newest day scores half as much again, and this lift halves with each year before
it; a report without a date has none. Time is counted from the newest report in the index, not from
today, so that an archive that is no longer added to is ordered like any other.
"""

import numpy as np

from search.postings import Floats, Ints

_LIFT = 0.5
_HALVED_IN = 365.25  # days


def lift(days: Ints) -> Floats:
    """What the score of each document is multiplied by for its day (a proleptic ordinal, 0 for
    none).
    """
    newest = days.max(initial=0)
    lifts = 1 + _LIFT * 0.5 ** ((newest - days) / _HALVED_IN)
    return np.where(days > 0, lifts, 1).astype(np.float32)
