"""`xdd-tui extract`: read files without keeping them."""

from pathlib import Path

import click

from archive.errors import XddError
from tui.cli.commands import Command, as_json
from tui.cli.errors import USAGE, in_words
from tui.cli.face import Face
from tui.cli.output import print_json, print_lines
from tui.cli.show import report_lines


@click.command("extract", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@as_json
@click.pass_obj
def extract_command(face: Face, files: tuple[str, ...], as_json: bool) -> int:
    """Print what is read out of each file, in the order given."""
    from archive.importing import load
    from archive.reading import read
    from archive.record import to_record

    status = 0
    for name in files:
        try:
            for source in load(Path(name)):
                report = read(source)
                if as_json:
                    print_json(to_record(report))
                else:
                    print_lines([*report_lines(report, face.catalogue), ""])
        except XddError as error:
            status = USAGE
            if as_json:
                print_json({"source": name, "error": face.catalogue.error(error)})
            else:
                face.tell(in_words(error, face.catalogue))
    return status
