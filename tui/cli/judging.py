"""`xdd-tui judge`: say which tasks of two reports are one, and which are not."""

import click

from archive.errors import InputError
from tui.cli.commands import Command
from tui.cli.face import Face
from tui.cli.output import print_lines


@click.command("judge", cls=Command)
@click.argument("a")
@click.argument("b")
@click.option("--same", nargs=2, type=int, multiple=True, metavar="TASK_A TASK_B")
@click.option("--apart", nargs=2, type=int, multiple=True, metavar="TASK_A TASK_B")
@click.option("--undo", is_flag=True)
@click.pass_obj
def judge_command(
    face: Face,
    *,
    a: str,
    b: str,
    same: tuple[tuple[int, int], ...],
    apart: tuple[tuple[int, int], ...],
    undo: bool,
) -> None:
    """Say that tasks of A and B, by their numbers, are the same or are not."""
    from tui.library.judging import judge
    from tui.library.judging import undo as take_back

    if undo == bool(same or apart):
        raise InputError("no-judgement")
    library = face.searchable if "@" in a + b else face.library
    one, other = (library.report(library.resolve(name)) for name in (a, b))
    words = face.catalogue
    if undo:
        print_lines(
            [
                words(
                    "cli.judged-undone"
                    if take_back(library.store, one, other)
                    else "cli.judged-none"
                )
            ]
        )
        return
    for pairs, is_same in ((same, True), (apart, False)):
        if pairs:
            judge(library.store, one, other, [(i - 1, j - 1) for i, j in pairs], same=is_same)
    print_lines([words("cli.judged", count=len(same) + len(apart))])
