"""`xdd-tui show` and `tasks`: one report, and its tasks."""

from collections.abc import Iterator

import click

from archive.record import SCALARS, plain, to_record
from archive.report import Report, one_line
from tui.catalogue import Catalogue
from tui.cli.commands import Command, as_json
from tui.cli.errors import NOTHING_FOUND
from tui.cli.face import Face
from tui.cli.output import print_json, print_lines
from tui.cli.records import task_list


def report_lines(
    report: Report, words: Catalogue, *, reprint_of: str | None = None
) -> Iterator[str]:
    """A report for a person: its fields, its tasks, the documents it cites."""
    for name in ("id", "source", *SCALARS):
        value = plain(getattr(report, name))
        if name == "kind":
            value = words(f"kind.{value}")
        elif name == "body_level" and value:
            value = words(f"level.{value}")
        yield f"{words(f'field.{name}')}: {value if value is not None else words('cli.not-told')}"
    if reprint_of:
        yield words("cli.reprint-of", id=reprint_of)
    yield from task_lines(report, words)
    if report.directives:
        yield words("cli.directives-of", count=len(report.directives))
        yield from (f"  {directive.key}" for directive in report.directives)


def task_lines(report: Report, words: Catalogue) -> Iterator[str]:
    """A report's tasks, numbered as in the text."""
    yield words("cli.tasks-of", count=len(report.tasks))
    for task in report.tasks:
        by = f" [{task.by}]" if task.by else ""
        yield f"  {task.ordinal}.{by} {one_line(task.text)}"


@click.command("show", cls=Command)
@click.argument("report_id", metavar="ID")
@as_json
@click.pass_obj
def show_command(face: Face, report_id: str, as_json: bool) -> None:
    """Print one report."""
    report = face.report(report_id)
    if as_json:
        print_json(to_record(report))
    else:
        original = face.library.reprint_of(report.id or "") if "reprint" in report.flags else None
        lines = report_lines(report, face.catalogue, reprint_of=original)
        print_lines([*lines, "", report.text])


@click.command("tasks", cls=Command)
@click.argument("report_id", metavar="ID")
@as_json
@click.pass_obj
def tasks_command(face: Face, report_id: str, as_json: bool) -> int:
    """Print one report's tasks."""
    report = face.report(report_id)
    if as_json:
        print_json(task_list(report))
    else:
        print_lines(task_lines(report, face.catalogue))
    return 0 if report.tasks else NOTHING_FOUND
