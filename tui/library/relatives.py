"""What a report belongs with: the report that it is a reprint of, others on its conference."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from archive.errors import ArchiveDamaged, UnknownReport
from archive.report import Report
from tui.library import Library

MOST = 20
"""So many others on one conference are looked at."""


@dataclass(frozen=True, slots=True)
class Relatives:
    """The `original` of a reprint, and `others` on the same conference, at most MOST."""

    original: Report | None = None
    others: tuple[Report, ...] = ()


NOBODY = Relatives()


def relatives_of(library: Library, report_id: str) -> Relatives:
    """The relatives of the report; those whose files are damaged are passed over."""
    first = library.reprint_of(report_id)
    originals = list(_readable(library, [first] if first else []))
    others = [one for one in library.akin(report_id) if one != first][:MOST]
    return Relatives(originals[0] if originals else None, tuple(_readable(library, others)))


def _readable(library: Library, ids: list[str]) -> Iterator[Report]:
    for one in ids:
        with suppress(ArchiveDamaged, UnknownReport):
            yield library.report(one)
