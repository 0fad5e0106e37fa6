"""Findings written in a format that people pass on: the options, and where the bytes go."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from archive.errors import InputError
from tui.cli.output import lines_told, print_lines

if TYPE_CHECKING:
    from archive.exporting.document import Document

FORMATS = ("text", "md", "html", "docx", "csv")

F = TypeVar("F", bound=Callable[..., Any])


def as_file(command: F) -> F:
    """The options --format and --output, for a command with `form` and `output`."""
    output = click.option("--output", "-o", metavar="FILE")
    form = click.option("--format", "form", type=click.Choice(FORMATS), default="text")
    return form(output(command))


def deliver(
    form: str,
    output: str | None,
    lines: Callable[[], Iterable[str]],
    document: "Callable[[], Document]",
) -> None:
    """Write the `lines`, or the `document` in another `form`, to `output` or else to standard
    output.

    Raises InputError where the file cannot be written, or a form for no terminal has no file.
    """
    from archive.exporting import BINARY, write

    if form in BINARY and output is None:
        raise InputError("output-needed", format=form)
    if form == "text" and output is None:
        print_lines(lines())
        return
    data = "".join(lines_told(lines())).encode() if form == "text" else write(document(), form)
    put(data, output)


def put(data: bytes, output: str | None) -> None:
    """Write text to `output`, or else to standard output; raises InputError where it cannot be."""
    if output is None:
        sys.stdout.write(data.decode())
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise InputError("no-output", path=output, why=error.strerror) from None
