"""Many sources read at once, and made ready to be kept: by far the longest part of an import.

Few are read in this process, as others would not have started by then. What comes out is in the
order of what came in, so that an import gives the same ids whoever reads.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import chain, islice

from archive.importing import Refused, Source
from archive.report import Report
from archive.store.prepared import Prepared, prepare
from archive.workers import WorkersLost, cores, share_out

FEW = 256  # sources
_JOB = 32  # sources that are sent together

Incoming = Source | Refused
_Job = tuple[int, list[Incoming]]
_Read = tuple[Report, Prepared] | tuple[None, None]
Reading = tuple[Incoming, Report | None, Prepared | None]
"""A source, the report that it holds, and what is ready of its file; None for what is refused."""


def readings(sources: Iterable[Incoming]) -> Iterator[Reading]:
    """Each source with what was read of it, in order."""
    items = iter(sources)
    first = list(islice(items, FEW))
    if len(first) == FEW and cores() > 1:
        yield from _all_cores(chain(first, items))
        return
    for item in chain(first, items):
        yield item, *_read(item)


def _all_cores(items: Iterator[Incoming]) -> Iterator[Reading]:
    waiting: dict[int, list[Incoming]] = {}  # sent, and not given out yet

    def jobs() -> Iterator[_Job]:
        number = 0
        while job := list(islice(items, _JOB)):
            waiting[number] = job
            yield number, job
            number += 1

    ready: dict[int, list[_Read]] = {}
    following = 0
    with suppress(WorkersLost), closing(share_out(_read_all, jobs(), cores())) as news:
        for number, reports in news:
            ready[number] = reports
            while following in ready:
                for item, read in zip(waiting.pop(following), ready.pop(following), strict=True):
                    yield item, *read
                following += 1
    # Nothing is left here unless a process was lost.
    for item in chain(*(waiting[number] for number in sorted(waiting)), items):
        yield item, *_read(item)


def _read_all(job: _Job) -> Iterator[tuple[int, list[_Read]]]:
    number, items = job
    yield number, [_read(item) for item in items]


def _read(item: Incoming) -> _Read:
    from archive.reading import read

    if isinstance(item, Refused):
        return None, None
    report = read(item)
    return report, prepare(report, item)
