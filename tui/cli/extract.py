"""`xdd-tui extract`: read files without keeping them."""

from itertools import chain
from pathlib import Path

import click

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
    from archive.importing import Refused, each_in
    from archive.reading import read
    from archive.record import to_record

    words, status = face.catalogue, 0
    for source in chain.from_iterable(each_in(Path(name)) for name in files):
        if isinstance(source, Refused):
            status = USAGE
            if as_json:
                print_json({"source": source.name, "error": words.error(source.error)})
            else:
                face.tell(in_words(source.error, words))
        elif as_json:
            print_json(to_record(read(source)))
        else:
            print_lines([*report_lines(read(source), words), ""])
    return status
