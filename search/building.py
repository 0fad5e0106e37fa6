"""Reports to segments: in this process where they are few, on all cores where they are many."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

from archive.errors import ArchiveDamaged, UnknownReport
from archive.workers import cores, share_out
from search.document import Document, LearningSource, Source, document_of
from search.engine import Draft, Made

FEW = 512  # reports that are read before other processes would have started
LARGEST = 16_384  # reports of a segment, which bounds the memory
_LONGEST = 64_000_000  # letters of a segment
_EARLY = (1024, 4096)  # reports of the first segments, so that there is soon something to find
_TOLD = 32  # reports between two words of progress


class Wanted(NamedTuple):
    """A report to read, and the stamp it has now."""

    name: str
    stamp: str


class Built(NamedTuple):
    """News from building: so many more reports are read, or `made` holds those of `names`."""

    read: int
    made: Made | None = None
    names: tuple[str, ...] = ()
    learned: Any = None
    """What the source of another process has learned (`LearningSource`)."""


def build(
    source: Source,
    wanted: list[Wanted],
    folder: Path,
    cancelled: Callable[[], bool],
    *,
    alone: bool = False,
) -> Iterator[Built]:
    """Make segments in `folder` of the reports of `wanted` that can be read.

    `cancelled` is asked now and then: nothing more is read then, and what one process alone has
    read is still made. Raises WorkersLost.
    """
    processes = 1 if alone else min(cores(), len(wanted) // FEW + 1)
    if processes == 1:
        yield from segments_of(source, folder, wanted, cancelled)
        return
    work = partial(_elsewhere, source, folder)
    with closing(share_out(work, _shared(wanted, processes), processes)) as news:
        for built in news:
            if isinstance(source, LearningSource) and built.learned is not None:
                source.heed(built.learned)
            yield built
            if cancelled():
                return


def _shared(wanted: list[Wanted], processes: int) -> Iterator[list[Wanted]]:
    """The reports in jobs: small ones first, then even ones."""
    start = 0
    for size in _EARLY if len(wanted) > 2 * sum(_EARLY) else ():
        yield wanted[start : start + size]
        start += size
    rest = len(wanted) - start
    count = -(-rest // LARGEST)
    count += -count % processes
    size = -(-rest // count)
    for first in range(start, len(wanted), size):
        yield wanted[first : first + size]


def _elsewhere(source: Source, folder: Path, wanted: list[Wanted]) -> Iterator[Built]:
    """What each of several processes does."""
    for built in segments_of(source, folder, wanted, lambda: False):
        learned = source.learned() if isinstance(source, LearningSource) else None
        yield built._replace(learned=learned)


def segments_of(
    source: Source, folder: Path, wanted: list[Wanted], cancelled: Callable[[], bool]
) -> Iterator[Built]:
    """Make segments of these reports in this process, mostly one."""
    draft, names, letters, told = Draft(Path(mkdtemp(dir=folder))), [], 0, 0
    for name, stamp in wanted:
        if cancelled():
            break
        names.append(name)
        document = _document(source, name, stamp)
        if document:
            draft.add(document)
            letters += len(document.text)
        if len(names) - told >= (_TOLD if len(wanted) > FEW else 1):
            yield Built(len(names) - told)
            told = len(names)
        if letters > _LONGEST or len(draft) >= LARGEST:
            yield Built(len(names) - told, draft.finish(), tuple(names))
            draft, names, letters, told = Draft(Path(mkdtemp(dir=folder))), [], 0, 0
    if names:
        yield Built(len(names) - told, draft.finish() if len(draft) else None, tuple(names))


def _document(source: Source, name: str, stamp: str) -> Document | None:
    """The report as the index takes it; None where it is gone or cannot be read."""
    with suppress(ArchiveDamaged, UnknownReport):
        return document_of(source.get(name), name, stamp)
    return None
