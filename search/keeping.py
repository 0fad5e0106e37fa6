"""The index kept in step with the archive: what has changed is read, written and committed.

Segments stay few: at most eight of each size stand side by side before the smallest are written
anew as one, a bounded number of reports at a time, after what was asked for has been committed.
"""

from collections.abc import Callable
from typing import NamedTuple

from archive.workers import WorkersLost
from search.building import LARGEST, Built, Wanted, build
from search.document import Source
from search.engine import Engine, Made
from search.segment import Place
from search.snapshot import Snapshot

Progress = Callable[[int, int], None]
"""Called with how many reports have been read, and how many there are to read."""

_SIDE_BY_SIDE = 8
_SIZES = (64, 1024, LARGEST // 2)  # reports; of smaller segments so many may lie side by side


class _Todo(NamedTuple):
    """Reports to read; documents that go, and those that go when their report's news is in."""

    wanted: list[Wanted]
    gone: list[Place]
    outdated: dict[str, Place]


class Keeper:
    """Writes one index. `changed` is told each snapshot that a commit has made."""

    def __init__(self, source: Source, engine: Engine, changed: Callable[[Snapshot], None]) -> None:
        self._source = source
        self._engine = engine
        self._changed = changed
        self._last: Snapshot | None = None
        self._alone = False
        self.left_out: tuple[str, ...] = ()
        """The ids of the reports that could not be read at the last update."""

    def read(self) -> Snapshot:
        """The index as last committed: the same snapshot as long as nothing is."""
        segments = self._engine.segments()
        last = self._last
        if not last or [*map(id, last.segments)] != [*map(id, segments)]:
            last = self._last = Snapshot(segments)
        return last

    def update(self, progress: Progress, cancelled: Callable[[], bool]) -> int:
        """Bring the index in step with the archive; how many reports were read.

        Where another program commits meanwhile, what is then still to be done is done anew.
        """
        read = 0
        while True:
            todo = self._todo(self.read())
            done, finished = self._work_off(todo, progress, cancelled)
            read += done
            if finished:
                numbers = self.read().numbers() if todo.wanted else {}
                self.left_out = tuple(one.name for one in todo.wanted if one.name not in numbers)
                return read

    def _todo(self, snapshot: Snapshot) -> _Todo:
        """What differs between archive and index."""
        numbers, stamps = snapshot.numbers(), snapshot.stamps()
        entries = dict(self._source.entries())
        wanted = [
            Wanted(name, stamp)
            for name, stamp in entries.items()
            if name not in numbers or stamps[numbers[name]] != stamp
        ]
        gone = [snapshot.place(n) for name, n in numbers.items() if name not in entries]
        outdated = {name: snapshot.place(numbers[name]) for name, _ in wanted if name in numbers}
        return _Todo(wanted, gone, outdated)

    def tidy(self) -> None:
        """Write anew what lies in too many pieces or is mostly taken out, if anything does."""
        snapshot = self.read()
        chosen = _worn(snapshot)
        if not chosen:
            return
        stamps = snapshot.stamps()
        numbers = {
            name: number
            for name, number in snapshot.numbers().items()
            if snapshot.segment_of(number) in chosen
        }
        wanted = [Wanted(name, stamps[number]) for name, number in numbers.items()]
        outdated = {name: snapshot.place(number) for name, number in numbers.items()}
        # All or nothing: a part of it would leave more segments than there were.
        self._work_off(_Todo(wanted, [], outdated), _untold, _never, at_once=True)

    def _work_off(
        self,
        todo: _Todo,
        progress: Progress,
        cancelled: Callable[[], bool],
        *,
        at_once: bool = False,
    ) -> tuple[int, bool]:
        """Do it, with a commit for each segment: how many were read, and is nothing left to do."""
        read = 0
        if not (todo.wanted or todo.gone):
            return read, True
        gone, made = list(todo.gone), list[Made]()
        with self._engine.drafts() as folder:
            news = build(self._source, todo.wanted, folder, cancelled, alone=self._alone)
            try:
                for built in news:
                    read += built.read
                    if built.read:
                        progress(read, len(todo.wanted))
                    _take(built, todo.outdated, gone, made)
                    if built.made and not at_once:
                        if not self._commit(made, gone):
                            return read, False
                        gone, made = [], []
            except WorkersLost:
                # What was committed is in the index; the rest is read in this process.
                self._alone = True
                return read, False
            return read, not (gone or made) or self._commit(made, gone)

    def _commit(self, made: list[Made], gone: list[Place]) -> bool:
        committed = self._engine.commit(made, gone)
        if committed:
            self._changed(self.read())
        return committed


def _take(built: Built, outdated: dict[str, Place], gone: list[Place], made: list[Made]) -> None:
    gone += [outdated[name] for name in built.names if name in outdated]
    if built.made:
        made.append(built.made)


def _worn(snapshot: Snapshot) -> list[int]:
    """The segments to write anew as one: the smallest of too many, else one mostly taken out."""
    sizes = snapshot.left
    for bound in _SIZES:
        small = sorted((size, i) for i, size in enumerate(sizes) if size < bound)
        if len(small) > _SIDE_BY_SIDE:
            chosen, total = [], 0
            for size, i in small:
                total += size
                if total <= LARGEST:
                    chosen.append(i)
            return chosen
    for i, segment in enumerate(snapshot.segments):
        if segment.left < segment.size // 2:
            return [i]
    return []


def _untold(_done: int, _total: int) -> None:
    """Nobody is told."""


def _never() -> bool:
    return False
