"""Standard output: data alone, as JSON or as plain lines.

Report text is written as it is kept, which holds no control characters; what comes from elsewhere
(names of files) is cleaned before it reaches a terminal.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

import click

from archive.importing.cleaning import legible
from tui.cli.face import Face


def is_terminal(stream: TextIO | None) -> bool:
    """Does a person sit at this end? A stream may be closed, which Python has None for."""
    return stream is not None and stream.isatty()


def print_json(value: Mapping[str, Any]) -> None:
    """One object on one line, Vietnamese letters as they are."""
    sys.stdout.write(json_line(value))


def json_line(value: Mapping[str, Any]) -> str:
    """One object as a line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


def print_lines(lines: Iterable[str], *, as_is: bool = False) -> None:
    """Lines of text for a person; `as_is` for what is to be copied: settings, paths, scripts."""
    told = (f"{legible(line)}\n" for line in lines) if as_is else lines_told(lines)
    for line in told:
        sys.stdout.write(line)


def lines_told(lines: Iterable[str]) -> Iterator[str]:
    """`lines` with their ends, in the letters that the settings allow."""
    context = click.get_current_context(silent=True)
    face = context.find_object(Face) if context else None
    for line in lines:
        told = legible(line)
        yield f"{face.shown(told) if face else told}\n"
