"""`xdd-tui compare` and `diff`: two reports, and their task lists."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from archive.comparing.diff import Diff, Group
from archive.report import one_line
from tui.catalogue import Catalogue
from tui.cli.commands import Command
from tui.cli.exporting import Target, as_file, deliver
from tui.cli.face import Face
from tui.cli.records import comparison_record, diff_record, reason_text
from tui.widgets.signs import sign

if TYPE_CHECKING:
    from archive.comparing.side_by_side import Comparison


@click.command("compare", cls=Command)
@click.argument("a")
@click.argument("b")
@as_file
@click.pass_obj
def compare_command(face: Face, *, a: str, b: str, target: Target) -> None:
    """Print two reports side by side."""
    from archive.comparing.side_by_side import compare
    from archive.exporting.comparison import comparison_document

    comparison = compare(*face.reports(a, b))
    words, ascii_only = face.catalogue, face.settings.ascii
    deliver(
        target,
        lambda: comparison_record(comparison),
        lambda: comparison_lines(comparison, words, ascii_only=ascii_only),
        lambda: comparison_document(comparison, words),
    )


@click.command("diff", cls=Command)
@click.argument("a")
@click.argument("b")
@as_file
@click.pass_obj
def diff_command(face: Face, *, a: str, b: str, target: Target) -> None:
    """Print what became of A's tasks in B."""
    from archive.comparing.alignment import diff
    from archive.exporting.diff import diff_document

    one, other = face.reports(a, b)
    kept = one.id and other.id  # only of what the archive keeps can people have judged
    found = face.library.diff(one, other) if kept else diff(one, other)
    words, ascii_only = face.catalogue, face.settings.ascii
    deliver(
        target,
        lambda: diff_record(found, words),
        lambda: diff_lines(found, words, ascii_only=ascii_only),
        lambda: diff_document(found, words),
    )


def diff_lines(diff: Diff, words: Catalogue, *, ascii_only: bool) -> Iterator[str]:
    """A diff for a person: the counts, then each group with its sign, its tasks and its reason."""
    yield words(
        "diff.title",
        body=diff.b.body or diff.a.body or words("cli.no-body"),
        a=diff.a.period_planned or words("cli.no-period"),
        b=diff.b.period_planned or words("cli.no-period"),
        to=sign("to", ascii_only=ascii_only),
    )
    yield ""
    yield " · ".join(f"{words(f'verdict.{v}')}: {n}" for v, n in diff.counts.items())
    for group in diff.groups:
        yield ""
        yield from _group_lines(diff, group, words, ascii_only=ascii_only)


def _group_lines(diff: Diff, group: Group, words: Catalogue, *, ascii_only: bool) -> Iterator[str]:
    to, nothing = (sign(name, ascii_only=ascii_only) for name in ("to", "nothing"))
    moved = f" · {words('verdict.moved')}" if group.moved else ""
    yield f"{sign(group.verdict, ascii_only=ascii_only)} {words(f'verdict.{group.verdict}')}{moved}"
    for side, tasks, chosen in (("A", diff.a.tasks, group.a), ("B", diff.b.tasks, group.b)):
        for index in chosen:
            yield f"    {side}{tasks[index].ordinal}. {one_line(tasks[index].text)}"
    for change in group.changes:
        if change.kind != "wording":
            told = f"{change.a or nothing} {to} {change.b or nothing}"
            yield f"    {words(f'change.{change.kind}')}: {told}"
    if group.reasons:
        yield f"    {words('diff.why')}: {reason_text(group.reasons, words)}"


def comparison_lines(
    comparison: "Comparison", words: Catalogue, *, ascii_only: bool
) -> Iterator[str]:
    """A comparison for a person: fields, documents, figures of the same kind, the texts' parts."""
    from archive.exporting.comparison import value_text

    to, unknown = (sign(name, ascii_only=ascii_only) for name in ("to", "absent"))
    for row in comparison.rows:
        same = sign("same" if row.same else "different", ascii_only=ascii_only)
        one, other = (value_text(row.field, value, words) for value in (row.a, row.b))
        yield f"{same} {words(f'field.{row.field}')}: {one or unknown} | {other or unknown}"
    groups = (
        ("cli.only-a", comparison.only_a),
        ("cli.both", comparison.both),
        ("cli.only-b", comparison.only_b),
    )
    for key, pairs in groups:
        yield ""
        yield words(key, count=len(pairs))
        yield from (f"  {pair.key}" for pair in pairs)
    figures = [(pair.a, pair.b, pair.around) for pair in comparison.figures]
    paired = [(a, b, around) for a, b, around in figures if a and b]
    yield ""
    yield words("cli.figures-of", count=len(paired))
    for a, b, around in paired:
        told = f" ({around})" if around.strip("… ") else ""
        yield f"  {a.as_written} {to} {b.as_written}{told}"
    for pair in comparison.sections:
        sides = (("A", comparison.a, pair.a), ("B", comparison.b, pair.b))
        texts = [
            (letter, report.text[span.start : span.end]) for letter, report, span in sides if span
        ]
        yield from _part_lines(words(f"section.{pair.role}"), texts)


def _part_lines(role: str, sides: list[tuple[str, str]]) -> Iterator[str]:
    """A part of either text, or of both, in lines as they stand there."""
    told = [(letter, text.split("\n")) for letter, text in sides if text.strip()]
    if told:
        yield ""
        yield role
    for letter, lines in told:
        yield from (f"  {letter}  {line.strip()}" for line in lines if line.strip())
