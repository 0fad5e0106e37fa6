"""Findings written in a format that people pass on: the options, and where the bytes go."""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from archive.errors import InputError
from tui.cli.commands import as_json
from tui.cli.output import is_terminal, json_line, lines_told, print_lines

if TYPE_CHECKING:
    from archive.exporting.document import Document

FORMATS = ("text", "md", "html", "docx", "csv", "json")
_ENDINGS = {"": "text", "txt": "text", "htm": "html"} | {form: form for form in FORMATS}


class Target(NamedTuple):
    """The format wanted, one of FORMATS, and the file, None for standard output."""

    form: str
    output: str | None


def as_file(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --format, --output and --json, for a command with a `target`.

    Raises InputError where --json and another format are asked for at once.
    """

    @wraps(command)
    def with_target(
        *given: Any, form: str | None, output: str | None, as_json: bool, **more: Any
    ) -> Any:
        if as_json and form not in (None, "json"):
            raise InputError("two-forms", form=form)
        chosen = "json" if as_json else form or _form_of(output)
        return command(*given, target=Target(chosen, output), **more)

    named = click.option("--output", "-o", metavar="FILE")
    chosen = click.option("--format", "form", type=click.Choice(FORMATS))
    return chosen(named(as_json(with_target)))


def _form_of(output: str | None) -> str:
    """The format that the ending of a file asks for; raises InputError where none has it."""
    form = _ENDINGS.get(Path(output or "").suffix.lower().lstrip("."))
    if form is None:
        endings = ", ".join(f".{ending}" for ending in _ENDINGS if ending)
        raise InputError("no-ending", path=output, endings=endings)
    return form


def deliver(
    target: Target,
    record: Callable[[], Mapping[str, Any]],
    lines: Callable[[], Iterable[str]],
    document: "Callable[[], Document]",
) -> None:
    """Write the `record` as JSON, the `lines`, or the `document` in another form, as `target` says.

    Raises InputError where the file cannot be written, or a form for no terminal has no file.
    """
    from archive.exporting import BINARY, write

    form, output = target
    if form in BINARY and output is None and is_terminal(sys.stdout):
        raise InputError("output-needed", format=form)
    if form == "text" and output is None:
        print_lines(lines())
    elif form == "text":
        _put("".join(lines_told(lines())).encode(), output)
    elif form == "json":
        _put(json_line(record()).encode(), output)
    else:
        _put(write(document(), form), output)


def _put(data: bytes, output: str | None) -> None:
    """Write `data` to `output`, or else standard output; raises InputError where it cannot be."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise InputError("no-output", path=output, why=error.strerror) from None
