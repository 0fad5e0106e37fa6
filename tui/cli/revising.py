"""`xdd-tui reread`, `review`, `correct`: what was read, looked over and set right."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any

import click

from archive.corrections import CONFIRMED
from archive.doubts import DIRECTIVES, Doubt
from archive.item_corrections import (
    ADDED,
    DOCUMENTS,
    DROPPED,
    DROPPED_FIGURES,
    DROPPED_RESULTS,
    TASK_BY,
)
from archive.kin_corrections import APART, NOT_REPRINT
from archive.record import SCALARS, plain
from archive.report import Report
from archive.rereading import Reread
from tui.catalogue import Catalogue
from tui.cli.commands import Command, as_json
from tui.cli.errors import DAMAGE, NOTHING_FOUND, in_words
from tui.cli.face import Face
from tui.cli.output import print_json, print_lines
from tui.cli.progress import progress
from tui.library.naming import new_body


@click.command("reread", cls=Command)
@click.option("--dry-run", is_flag=True)
@as_json
@click.pass_obj
def reread_command(face: Face, dry_run: bool, as_json: bool) -> int:
    """Read all kept texts anew and print what changed, field by field."""
    words = face.catalogue
    with progress(words("cli.rereading")) as show:
        done = face.library.reread(show, dry_run=dry_run)
    if as_json:
        for change in done.changes:
            print_json(asdict(change))
    else:
        print_lines(reread_lines(done.changes, words))
        changed = len({change.id for change in done.changes})
        said = "cli.would-reread" if dry_run else "cli.reread-done"
        print_lines([words(said, reports=done.reports, changed=changed)])
    for error in done.damaged:
        face.tell(in_words(error, words))
    return DAMAGE if done.damaged else 0


def reread_lines(changes: tuple[Reread, ...], words: Catalogue) -> Iterator[str]:
    """The changes for a person, report by report."""
    for report_id, fields in groupby(changes, lambda change: change.id):
        yield report_id
        for change in fields:
            name, _, part = change.field.partition(".")
            shown = words(f"field.{name}") + (f" ({words(f'field.{part}')})" if part else "")
            if isinstance(change.before, list) and not part:
                yield f"  {shown}: −{len(change.before)} +{len(change.after)}"
                yield from (f"    − {_label(item)}" for item in change.before)
                yield from (f"    + {_label(item)}" for item in change.after)
            else:
                before, after = (_shown(name, x, words) for x in (change.before, change.after))
                yield f"  {shown}: {before} → {after}"


def _label(item: Any) -> str:
    """What an item of a list is told by, on one line."""
    if not isinstance(item, dict):
        return str(item)
    named = ("key", "text", "as_written", "role")
    words = next((str(item[name]) for name in named if item.get(name)), "")
    return f"{' '.join(words.split())} [{item['start']}–{item['end']}]"


def _shown(field: str, value: object, words: Catalogue) -> str:
    """A field's value for a person."""
    if value is None or value == []:
        return words("cli.not-told")
    if field in ("kind", "body_level"):
        return words(f"{'kind' if field == 'kind' else 'level'}.{value}")
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


@click.command("review", cls=Command)
@click.option("--field", type=click.Choice([*SCALARS, DIRECTIVES]))
@click.option("--limit", type=click.IntRange(min=0))
@as_json
@click.pass_obj
def review_command(face: Face, field: str | None, limit: int | None, as_json: bool) -> int:
    """Print what was read with doubt, most doubtful first."""
    words = face.catalogue
    doubts = [doubt for doubt in face.library.review() if field in (None, doubt.field)]
    listed = doubts if limit is None else doubts[:limit]
    if as_json:
        for doubt in listed:
            print_json(asdict(doubt))
    else:
        grave = sum(doubt.grave for doubt in doubts)
        counted = words("screen.doubts.counted", count=len(doubts), grave=grave)
        print_lines([words("cli.doubts", counted=counted, shown=len(listed))])
        print_lines(doubt_line(doubt, words) for doubt in listed)
    return 0 if doubts else NOTHING_FOUND


def doubt_line(doubt: Doubt, words: Catalogue) -> str:
    """A doubt for a person, on one line."""
    value = _shown(doubt.field, doubt.value, words)
    more = "; ".join(_shown(doubt.field, candidate, words) for candidate in doubt.candidates)
    perhaps = words("cli.perhaps", values=more) if more else ""
    slip = f" ({words('cli.slip')})" if doubt.why == "slip" else ""
    named = words(f"field.{doubt.field}")
    return f"{doubt.confidence:.2f}  {doubt.id}  {named}: {value}{slip}{perhaps}"


@click.command("correct", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--set", "values", multiple=True, metavar="FIELD=VALUE")
@click.option("--confirm", "confirmed", multiple=True, metavar="FIELD")
@click.option("--drop-task", "dropped", multiple=True, metavar="NUMBER")
@click.option("--add-task", "added", multiple=True, metavar="WORDS")
@click.option("--task-by", "by", multiple=True, metavar="NUMBER=WHO")
@click.option("--document", "documents", multiple=True, metavar="NUMBER=KEY")
@click.option("--drop-result", "results", multiple=True, metavar="NUMBER")
@click.option("--drop-figure", "figures", multiple=True, metavar="NUMBER")
@click.option("--not-reprint", "article", is_flag=True)
@click.option("--other-event", "apart", multiple=True, metavar="ID")
@click.option("--undo", is_flag=True)
@as_json
@click.pass_obj
def correct_command(
    face: Face,
    /,
    ids: tuple[str, ...],
    values: tuple[str, ...],
    article: bool,
    apart: tuple[str, ...],
    undo: bool,
    as_json: bool,
    **items: tuple[str, ...],
) -> int:
    """Say what was read wrong, or that it is right; all the reports are corrected, or none."""
    changes = _changes(values, items, face.catalogue)
    if article:
        changes[NOT_REPRINT] = ""
    if bool(changes or apart) == undo:
        raise click.UsageError(face.catalogue("usage.no-correction"))
    body = changes.get("body")
    asks = isinstance(body, str) or any("@" in name for name in (*ids, *apart))
    library = face.searchable if asks else face.library
    names = [library.resolve(name) for name in ids]
    if apart:
        changes[APART] = tuple(library.resolve(name) for name in apart)
    near = new_body(library, body) if isinstance(body, str) and body.strip() else None
    done = library.undo_correction(names) if undo else library.correct(names, changes)
    if done and near is not None:
        said = "cli.new-body-near" if near else "cli.new-body"
        face.tell(face.catalogue(said, body=body, near=near))
    for report_id in dict.fromkeys(names):
        report, changed = library.report(report_id), report_id in done
        if as_json:
            print_json({"id": report_id, "changed": changed, **_fields(report)})
        else:
            code = "uncorrected" if undo else "corrected"
            said = f"cli.{code}" if changed else f"cli.not-{code}"
            print_lines([face.catalogue(said, id=report_id)])
    return 0 if done or not undo else NOTHING_FOUND


def _fields(report: Report) -> dict[str, Any]:
    named = {name: plain(getattr(report, name)) for name in SCALARS}
    return {**named, "flags": list(report.flags), "tasks": len(report.tasks)}


_ITEMS = {
    "confirmed": CONFIRMED,
    "by": TASK_BY,
    "dropped": DROPPED,
    "added": ADDED,
    "documents": DOCUMENTS,
    "results": DROPPED_RESULTS,
    "figures": DROPPED_FIGURES,
}
"""What an option is among changes; who sets a task is said of the numbers that people see."""


def _changes(
    values: tuple[str, ...], items: Mapping[str, tuple[str, ...]], words: Catalogue
) -> dict[str, str | tuple[str, ...]]:
    """What the options say; raises UsageError for a `--set` without `=`."""
    changes: dict[str, str | tuple[str, ...]] = {}
    for given in values:
        field, equals, value = given.partition("=")
        if not equals:
            raise click.UsageError(words("usage.set-form", given=given))
        changes[field.strip()] = value
    return changes | {_ITEMS[name]: items[name] for name in _ITEMS if items[name]}
