"""`xdd-tui saved`: the searches kept under names."""

import click

from tui.cli.commands import Command, as_json
from tui.cli.errors import NOTHING_FOUND
from tui.cli.face import Face
from tui.cli.output import print_json, print_lines
from tui.saved import Saved, forget, saved_searches


@click.command("saved", cls=Command)
@click.option("--drop", metavar="NAME")
@as_json
@click.pass_obj
def saved_command(face: Face, /, drop: str | None, as_json: bool) -> int:
    """List the searches kept, or drop one."""
    if drop is not None:
        face.tell(face.catalogue("cli.dropped", name=forget(drop).name))
        return 0
    searches = saved_searches()
    if as_json:
        print_json({"searches": [saved_record(search) for search in searches]})
    else:
        print_lines(f"{search.name}  {search.told}" for search in searches)
    return 0 if searches else NOTHING_FOUND


def saved_record(search: Saved) -> dict[str, object]:
    """A kept search as plain data."""
    return {
        "name": search.name,
        "query": search.query,
        "selection": dict(search.chosen),
        "sort": search.sort,
        "tasks": search.tasks,
    }
