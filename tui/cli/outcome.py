"""`xdd-tui outcome`: what a later report tells of each task that a report sets."""

from typing import TYPE_CHECKING

import click

from tui.cli.commands import Command, as_json
from tui.cli.exporting import as_file, deliver
from tui.cli.face import Face
from tui.cli.lineage import outcome_lines, outcome_record
from tui.cli.output import print_json

if TYPE_CHECKING:
    from archive.exporting.document import Document


@click.command("outcome", cls=Command)
@click.argument("report", metavar="ID")
@as_file
@as_json
@click.pass_obj
def outcome_command(
    face: Face, report: str, *, form: str, output: str | None, as_json: bool
) -> int:
    """Print what a later report tells of a report's tasks."""
    from tui.library.following import followed_through

    words = face.catalogue
    through = followed_through(face.searchable, report)

    def document() -> "Document":
        from archive.exporting.lineage import outcome_document

        return outcome_document(through, words)

    if as_json:
        print_json(outcome_record(through))
    else:
        ascii_only = face.settings.ascii
        deliver(
            form, output, lambda: outcome_lines(through, words, ascii_only=ascii_only), document
        )
    return 0
