"""`xdd-tui outcome`: what a later report tells of each task that a report sets."""

from typing import TYPE_CHECKING

import click

from tui.cli.commands import Command
from tui.cli.exporting import Target, as_file, deliver
from tui.cli.face import Face
from tui.cli.lineage import outcome_lines, outcome_record

if TYPE_CHECKING:
    from archive.exporting.document import Document


@click.command("outcome", cls=Command)
@click.argument("report", metavar="ID")
@as_file
@click.pass_obj
def outcome_command(face: Face, report: str, *, target: Target) -> int:
    """Print what a later report tells of a report's tasks."""
    from tui.library.following import followed_through

    words = face.catalogue
    through = followed_through(face.searchable, report)

    def document() -> "Document":
        from archive.exporting.lineage import outcome_document

        return outcome_document(through, words)

    ascii_only = face.settings.ascii
    deliver(
        target,
        lambda: outcome_record(through),
        lambda: outcome_lines(through, words, ascii_only=ascii_only),
        document,
    )
    return 0
