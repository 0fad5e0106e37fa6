"""How far a long piece of work is, for whoever sits at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import Any

import click

from tui.cli.output import is_terminal
from tui.library import Progress

PATIENCE = 0.5
"""Seconds after which people want to be told of work that they did not ask for."""


@contextmanager
def progress(
    label: str, count: Callable[[], int] | None = None, *, after: float = 0.0
) -> Iterator[Progress]:
    """A progress bar on standard error where that is a terminal; silence elsewhere, and of work
    that is done within `after` seconds.

    `count` tells how much there is to do where the work itself does not know.
    """
    if not is_terminal(sys.stderr):
        yield lambda _done, _total: None
        return
    known = count() if count else 0
    begun = monotonic()
    with ExitStack() as open_bars:
        bars: list[Any] = []

        def show(done: int, total: int) -> None:
            if not bars and monotonic() - begun >= after:
                length = max(total or known, 1)
                bar = click.progressbar(length=length, label=label, file=sys.stderr)
                bars.append(open_bars.enter_context(bar))
            for bar in bars:
                bar.length = max(total or known, 1)
                bar.update(done - bar.pos)

        if not after:
            show(0, 0)
        yield show
