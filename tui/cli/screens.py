"""`xdd-tui` and `xdd-tui open`: the screens."""

import sys

import click

from archive.errors import InputError
from tui.cli.commands import Command
from tui.cli.face import Face
from tui.cli.output import is_terminal


@click.command("open", cls=Command)
@click.argument("query", nargs=-1)
@click.pass_obj
def open_command(face: Face, query: tuple[str, ...]) -> None:
    """Open the screens, with a query typed already."""
    open_screens(face, " ".join(query))


def open_screens(face: Face, query: str) -> None:
    """Run the screens; raises InputError where there is no terminal to show them on."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise InputError("no-terminal")
    from tui.app import run

    run(face.settings, face.catalogue, query, must_exist=face.explicit_archive)
