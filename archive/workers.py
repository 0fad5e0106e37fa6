"""Work shared out to processes of our own, so that all cores take part.

The processes are plain interpreters that are spoken to through pipes. They are not forked, which
is not safe beside threads, and they do not import the running program again, as those of
`multiprocessing` do: it may be a screen, a test run or a script without a guard. They are out of
the terminal's reach, so that Ctrl+C is for the program alone, and end when their pipe does, however
the program ends.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Event, Lock, Thread
from typing import Any, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_START = "import sys; sys.path[:] = {path!r}; from archive.workers import serve; serve()"
_WAITING = 32  # results that may wait to be taken
_RESULT, _FAILED, _DONE, _LOST = range(4)


class WorkersLost(Exception):
    """A process could not be started, or ended before its work was done."""


def cores() -> int:
    """How many processes can work at once."""
    if not sys.executable:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share_out(
    work: Callable[[Job], Iterable[Result]], jobs: Iterable[Job], count: int
) -> Generator[Result, None, None]:
    """What `work` gives for each of `jobs`, done by `count` processes, in the order it comes.

    `work`, jobs and results are pickled. Where `work` raises, so does this, as it was raised.
    Leaving the iterator ends the processes. Raises WorkersLost.
    """
    results: Queue[tuple[int, Any]] = Queue(_WAITING)
    given_up = Event()
    waiting, turn = iter(jobs), Lock()

    def put(message: tuple[int, Any]) -> None:
        while not given_up.is_set():
            with suppress(Exception):
                results.put(message, timeout=0.1)
                return

    def tend(process: "subprocess.Popen[bytes]") -> None:
        try:
            _tend(process, work, waiting, turn, put)
        except Exception as error:  # whatever a broken pipe or half a pickle raises
            put((_LOST, error))

    processes = []
    try:
        try:
            processes = [_started() for _ in range(count)]
        except OSError as error:
            raise WorkersLost(str(error)) from error
        threads = [Thread(target=tend, args=(p,), daemon=True) for p in processes]
        for thread in threads:
            thread.start()
        yield from _taken(results, len(threads))
    finally:
        given_up.set()
        for process in processes:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe:
                        pipe.close()


def _taken(results: "Queue[tuple[int, Any]]", running: int) -> Iterator[Any]:
    while running:
        try:
            kind, what = results.get(
                timeout=1
            )  # a wait without end would not hear Ctrl+C on Windows
        except Empty:
            continue
        if kind == _RESULT:
            yield what
        elif kind == _FAILED:
            raise what
        elif kind == _LOST:
            raise WorkersLost(repr(what)) from what
        else:
            running -= 1


def _started() -> "subprocess.Popen[bytes]":
    alone: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        alone = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return subprocess.Popen(  # noqa: S603 - this interpreter and our own words
        [sys.executable, "-c", _START.format(path=sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        **alone,
    )


def _tend(
    process: "subprocess.Popen[bytes]",
    work: Any,
    waiting: Iterator[Any],
    turn: Lock,
    put: Callable[[tuple[int, Any]], None],
) -> None:
    """Hand one process job after job, and on what it answers."""
    if not process.stdin or not process.stdout:
        return
    _send(process.stdin, work)
    while True:
        with turn:
            try:
                job = next(waiting)
            except StopIteration:
                put((_DONE, None))
                return
        _send(process.stdin, job)
        while (message := pickle.load(process.stdout))[0] != _DONE:  # noqa: S301 - our own child
            put(message)


def _send(pipe: Any, thing: object) -> None:
    pipe.write(pickle.dumps(thing))
    pipe.flush()


def serve() -> None:
    """Be one of the processes: do what comes in by stdin, answer by stdout, until the end."""
    commands = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing that prints gets between the answers
    with suppress(EOFError, OSError):
        work = pickle.load(commands)  # noqa: S301 - from the program that started this
        while True:
            job = pickle.load(commands)  # noqa: S301 - as above
            try:
                for result in work(job):
                    _send(answers, (_RESULT, result))
            except OSError:
                raise
            except Exception as error:
                _send(answers, (_FAILED, error))
            _send(answers, (_DONE, None))
