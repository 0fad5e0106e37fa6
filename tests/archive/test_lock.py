"""One writer at a time, and word of who it is."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from archive.errors import ArchiveLocked, ArchiveUnwritable
from archive.store.lock import WriterLock

HOLD = """
import sys
from pathlib import Path
from archive.store.lock import WriterLock
with WriterLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


def other_program(folder: Path) -> subprocess.Popen[bytes]:
    """Another process that holds the lock until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout
    assert other.stdout.readline() == b"held\n"
    return other


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with other_program(tmp_path) as other:
        with pytest.raises(ArchiveLocked) as locked, WriterLock(tmp_path).held():
            pass
        assert locked.value.code == "locked"
        assert locked.value.facts["pid"] == str(other.pid)
        assert locked.value.facts["path"] == str(tmp_path)
        assert set(locked.value.facts) == {"path", "pid", "host", "program", "since"}
        assert "?" not in locked.value.facts.values()
    with WriterLock(tmp_path).held():
        pass


def test_a_writer_that_was_killed_keeps_nobody_out(tmp_path: Path) -> None:
    with other_program(tmp_path) as other:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        with WriterLock(tmp_path).held():
            pass


def test_held_twice_by_the_same_is_held_once(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    with lock.held():
        with lock.held():
            pass
        with pytest.raises(ArchiveLocked), WriterLock(tmp_path).held():
            pass


def test_another_thread_is_another_writer(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    refused: list[ArchiveLocked] = []

    def write() -> None:
        try:
            with lock.held():
                pass
        except ArchiveLocked as error:
            refused.append(error)

    with lock.held():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert [error.facts["pid"] for error in refused] == [str(os.getpid())]


def test_word_of_who_holds_it_may_be_missing(tmp_path: Path) -> None:
    with WriterLock(tmp_path).held():
        (tmp_path / ".writer.json").write_text("[broken", encoding="utf-8")
        with pytest.raises(ArchiveLocked) as locked, WriterLock(tmp_path).held():
            pass
    assert locked.value.facts["pid"] == "?"


def test_no_lock_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveUnwritable) as error, WriterLock(tmp_path / "file").held():
        pass
    assert str(error.value.facts["path"]).startswith(str(tmp_path))
