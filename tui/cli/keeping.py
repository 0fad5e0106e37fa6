"""`xdd-tui import`, `remove`, `index`, `check`: what changes the archive or looks after it."""

import sys
from functools import partial

import click

from archive.errors import XddError
from tui.cli.commands import Command, as_json
from tui.cli.errors import DAMAGE, INTERRUPTED, NOTHING_FOUND, USAGE, in_words
from tui.cli.face import Face
from tui.cli.output import is_terminal, print_json, print_lines
from tui.cli.progress import progress
from tui.library import Library, Progress
from tui.library.intake import Intake, any_readable, count, rehearse
from tui.library.mending import mend


@click.command("import", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
@click.option("--dry-run", is_flag=True)
@as_json
@click.pass_obj
def import_command(face: Face, paths: tuple[str, ...], dry_run: bool, as_json: bool) -> int:
    """Bring reports in; files that cannot be are named and the others are kept."""
    words = face.catalogue
    with progress(words("cli.importing"), partial(count, paths)) as show:
        done = _taken_in(face, paths, show, dry_run=dry_run)
    if as_json:
        print_json(
            {
                "added": list(done.added),
                "updated": list(done.updated),
                "same": list(done.same),
                "refused": [
                    {"source": source, "error": words.error(error)}
                    for source, error in done.refused
                ],
                "interrupted": done.interrupted,
                "flawed": list(done.flawed),
            }
        )
    else:
        said = "cli.would-import" if dry_run else "cli.imported"
        counts = {name: len(getattr(done, name)) for name in ("added", "updated", "same")}
        print_lines([words(said, **counts, refused=len(done.refused))])
    for source in done.flawed:
        face.tell(words("cli.flawed", source=source))
    for _, error in done.refused:
        face.tell(in_words(error, words))
    if done.interrupted:
        face.tell(words("cli.interrupted"))
        return INTERRUPTED
    return USAGE if done.refused else 0


def _taken_in(face: Face, paths: tuple[str, ...], show: Progress, *, dry_run: bool) -> Intake:
    """What became of the sources in `paths`.

    One's own archive starts with a report to keep: a rehearsal, or a mistyped path, must not take
    the sample away.
    """
    if not face.has_own and (dry_run or not any_readable(paths)):
        return rehearse(None, paths)
    return face.own_library.bring_in(paths, show, dry_run=dry_run)


@click.command("remove", cls=Command)
@click.argument("ids", nargs=-1, metavar="ID…")
@click.option("--undo", is_flag=True)
@click.option("--empty-bin", is_flag=True)
@click.option("--yes", is_flag=True)
@click.pass_obj
def remove_command(face: Face, ids: tuple[str, ...], undo: bool, empty_bin: bool, yes: bool) -> int:
    """Take reports out of the archive, put them back, or delete for good what was taken out."""
    words, status = face.catalogue, 0
    if bool(ids) == empty_bin or (undo and empty_bin):
        raise click.UsageError(words("usage.remove"))
    library = face.library
    if empty_bin:
        return _empty_bin(face, library, yes=yes)
    for name in ids:
        try:
            done = library.put_back(name) if undo else library.remove(name)
            print_lines([words("cli.put-back" if undo else "cli.removed", id=done)])
        except XddError as error:
            face.tell(in_words(error, words))
            status = max(status, error.status)
    return status


def _empty_bin(face: Face, library: Library, *, yes: bool) -> int:
    """Delete what is in the bin, once somebody has said yes, here or by `--yes`."""
    words, count = face.catalogue, len(library.store.bin())
    if not count:
        print_lines([words("cli.bin-empty")])
        return NOTHING_FOUND
    if not yes:
        if not is_terminal(sys.stdin):
            raise click.UsageError(words("usage.empty-bin", count=count))
        if not click.confirm(words("cli.empty-bin-sure", count=count), err=True):
            return NOTHING_FOUND
    print_lines(words("cli.deleted", id=report_id) for report_id in library.store.empty_bin())
    return 0


@click.command("index", cls=Command)
@click.option("--rebuild", is_flag=True)
@click.pass_obj
def index_command(face: Face, rebuild: bool) -> int:
    """Bring the index up to date; exit status 3 where a report cannot be read."""
    words = face.catalogue
    with progress(words("cli.indexing")) as show:
        done = face.library.rebuild(show) if rebuild else face.library.update(show)
    print_lines([words("cli.indexed", count=done)])
    return DAMAGE if face.tell_troubles() else 0


@click.command("check", cls=Command)
@click.option("--repair", is_flag=True)
@as_json
@click.pass_obj
def check_command(face: Face, repair: bool, as_json: bool) -> int:
    """Verify archive and index; exit status 3 where damage is left."""
    words = face.catalogue
    mended = list(mend(face.library)) if repair else []
    for done in mended:
        said = words(f"mended.{done.done}", id=done.id or "", path=done.aside or "")
        if as_json:
            facts = {"code": done.damage.code, **done.damage.facts, "done": done.done}
            print_json({**facts, "id": done.id, "aside": done.aside, "said": said})
        else:
            print_lines([f"{words.error(done.damage)}\n  {said}"])
    problems = face.library.check(repair=repair)
    for problem in problems:
        said = words.error(problem)
        if as_json:
            print_json({"code": problem.code, **problem.facts, "said": said})
        else:
            print_lines([said])
    if not problems:
        said = words("cli.sound")
        if not as_json:
            print_lines([said])
        elif not mended:
            print_json({"code": None, "said": said})
    return DAMAGE if problems else 0
