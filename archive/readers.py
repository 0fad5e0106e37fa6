"""Many sources read at once: reading is by far the longest part of an import.

Few are read in this process, as others would not have started by then. What comes out is in the
order of what came in, so that an import gives the same ids whoever reads.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import chain, islice

from archive.importing import Refused, Source
from archive.report import Report
from archive.workers import WorkersLost, cores, share_out

FEW = 256  # sources
_JOB = 32  # sources that are sent together

Incoming = Source | Refused
_Job = tuple[int, list[Incoming]]


def readings(sources: Iterable[Incoming]) -> Iterator[tuple[Incoming, Report | None]]:
    """Each source with the report that it holds, None for what is refused, in order."""
    items = iter(sources)
    first = list(islice(items, FEW))
    if len(first) == FEW and cores() > 1:
        yield from _all_cores(chain(first, items))
        return
    for item in chain(first, items):
        yield item, _read(item)


def _all_cores(items: Iterator[Incoming]) -> Iterator[tuple[Incoming, Report | None]]:
    waiting: dict[int, list[Incoming]] = {}  # sent, and not given out yet

    def jobs() -> Iterator[_Job]:
        number = 0
        while job := list(islice(items, _JOB)):
            waiting[number] = job
            yield number, job
            number += 1

    ready: dict[int, list[Report | None]] = {}
    following = 0
    with suppress(WorkersLost), closing(share_out(_read_all, jobs(), cores())) as news:
        for number, reports in news:
            ready[number] = reports
            while following in ready:
                yield from zip(waiting.pop(following), ready.pop(following), strict=True)
                following += 1
    # Nothing is left here unless a process was lost.
    for item in chain(*(waiting[number] for number in sorted(waiting)), items):
        yield item, _read(item)


def _read_all(job: _Job) -> Iterator[tuple[int, list[Report | None]]]:
    number, items = job
    yield number, [_read(item) for item in items]


def _read(item: Incoming) -> Report | None:
    from archive.reading import read

    return None if isinstance(item, Refused) else read(item)
