"""The installed program in a terminal: a pseudo-terminal, and a reader of what is sent to it."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

LIMIT = 60.0
"""Seconds after which a thing that is waited for is not coming: no measure of anything."""


def home_in(folder: Path) -> Path:
    """An empty home in `folder`."""
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    return home


def environment(home: Path) -> dict[str, str]:
    """What the program sees of the machine: nothing of the person who runs the tests."""
    inherited = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CACHE", "CONFIG")}
    told = {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    return inherited | folders | told | {"COLORTERM": "truecolor"}


class Terminal:
    """`xdd-tui` running in a terminal of its own; `raw` is all that it has sent."""

    def __init__(self, home: Path, *arguments: str, size: tuple[int, int] = (100, 30)) -> None:
        self.raw = b""
        self.status: int | None = None
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._process, self._end = pty.fork()
        if self._process == 0:
            program = Path(sys.executable).with_name("xdd-tui")
            os.execve(program, [str(program), *arguments], environment(home))  # noqa: S606 - no shell is meant
        self.resize(*size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._end)

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What the screen shows, as one text."""
        return "\n".join(self.lines)

    def resize(self, columns: int, lines: int) -> None:
        """Another size, as when a person drags the window's corner."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, keys: str) -> None:
        """Send `keys` as a keyboard does."""
        os.write(self._end, keys.encode())

    def wait_for(self, *texts: str) -> None:
        """Until all of `texts` are on the screen."""
        limit = time.monotonic() + LIMIT
        while not all(text in self.text for text in texts):
            if not self._read(limit - time.monotonic()):
                raise AssertionError(f"{texts} did not come:\n{self.text}")

    def wait_for_no(self, text: str) -> None:
        """Until `text` is no longer on the screen."""
        limit = time.monotonic() + LIMIT
        while text in self.text:
            if not self._read(limit - time.monotonic()):
                raise AssertionError(f"{text} did not go:\n{self.text}")

    def wait_for_end(self) -> int:
        """Until the program has left; its exit status, as shells tell it."""
        while self._read(LIMIT):
            pass
        _, ended = os.waitpid(self._process, 0)
        code = os.waitstatus_to_exitcode(ended)
        self.status = code if code >= 0 else 128 - code
        return self.status

    def _read(self, seconds: float) -> bool:
        """Take what is sent within `seconds`; False where nothing is or the program has left."""
        ready, _, _ = select.select([self._end], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            sent = os.read(self._end, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += sent
        self._stream.feed(sent)
        return bool(sent)
