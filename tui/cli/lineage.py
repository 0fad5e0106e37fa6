"""`xdd-tui lineage`: a body's tasks over all its periods, and what came of them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from archive.report import one_line
from tui.catalogue import Catalogue
from tui.cli.commands import Command
from tui.cli.errors import NOTHING_FOUND
from tui.cli.exporting import Target, as_file, deliver
from tui.cli.face import Face
from tui.threads import LEGEND, strokes
from tui.widgets.signs import sign

if TYPE_CHECKING:
    from archive.comparing.follow_through import FollowThrough
    from archive.comparing.lineage import Lineage, Thread
    from archive.exporting.document import Document

_LABEL = 40  # columns of a terminal


@click.command("lineage", cls=Command)
@click.argument("body")
@click.option("--from", "first", metavar="P")
@click.option("--to", "last", metavar="P")
@click.option("--outcomes", is_flag=True)
@as_file
@click.pass_obj
def lineage_command(
    face: Face,
    body: str,
    *,
    first: str | None,
    last: str | None,
    outcomes: bool,
    target: Target,
) -> int:
    """Print what became of each task of a body."""
    from tui.library.following import body_named, lineage_of, outcomes_of, period_named

    start, end = period_named("--from", first), period_named("--to", last)
    library = face.searchable
    found = lineage_of(library, body_named(library, body), start, end)
    through = outcomes_of(library, found) if outcomes else ()
    words, ascii_only = face.catalogue, face.settings.ascii

    def lines() -> Iterator[str]:
        yield from lineage_lines(found, words, ascii_only=ascii_only)
        for one in through:
            yield ""
            yield from outcome_lines(one, words, ascii_only=ascii_only)

    def document() -> "Document":
        from archive.exporting.lineage import lineage_document

        return lineage_document(found, words, through)

    def record() -> dict[str, Any]:
        told = {"outcomes": list(map(outcome_record, through))} if outcomes else {}
        return lineage_record(found) | told

    if found.threads or target.form == "json":
        deliver(target, record, lines, document)
    else:
        face.tell(words("lineage.nothing", body=found.body))
    return 0 if found.threads else NOTHING_FOUND


# ---- as plain data


def lineage_record(found: "Lineage") -> dict[str, Any]:
    """A lineage as JSON has it; `others` are places in `threads`."""
    return {
        "body": found.body,
        "periods": list(map(str, found.periods)),
        "missing": list(map(str, found.missing)),
        "without_tasks": list(map(str, found.silent)),
        "turns": [
            asdict(turn) | {"period": str(turn.period), "day": turn.day and str(turn.day)}
            for turn in found.turns
        ],
        "threads": [
            {
                "label": thread.label,
                "cells": [
                    {
                        "period": str(cell.period),
                        "report": cell.report.id,
                        "task": cell.task,
                        "state": cell.state,
                        "text": cell.text,
                        "changes": [asdict(change) for change in cell.changes],
                        "others": list(cell.others),
                        "doubtful": cell.doubtful,
                    }
                    for cell in thread.cells
                ],
            }
            for thread in found.threads
        ],
    }


def outcome_record(through: "FollowThrough") -> dict[str, Any]:
    """What one report tells of the tasks of another, as JSON has it."""
    return {
        "period": str(through.plan.period_planned),
        "report": through.plan.id,
        "account": through.account.id,
        "counts": through.counts,
        "tasks": [
            {
                "task": outcome.task,
                "text": through.plan.tasks[outcome.task].text,
                "state": outcome.state,
                "passages": [
                    {
                        "text": passage.text,
                        "start": passage.span.start,
                        "end": passage.span.end,
                        "score": passage.score,
                    }
                    for passage in outcome.passages
                ],
                "figures": [asdict(figure) for figure in outcome.figures],
            }
            for outcome in through.outcomes
        ],
    }


# ---- as text


def lineage_lines(found: "Lineage", words: Catalogue, *, ascii_only: bool) -> Iterator[str]:
    """The grid of threads and periods, what it does not show, and what its signs mean."""
    from archive.exporting.lineage import notes

    periods = found.periods
    wide = max(map(len, map(str, periods))) + 3
    heading = words("export.lineage", body=found.body)
    yield heading
    yield ""
    yield (" " * (_LABEL + 4) + "".join(f"{period!s:<{wide}}" for period in periods)).rstrip()
    for number, thread in enumerate(found.threads, 1):
        label = _cut(thread.label, ascii_only=ascii_only)
        grid = _grid(thread, found, wide, ascii_only=ascii_only)
        more = _more(thread, found, words)
        yield f"{number:>2}  {label:<{_LABEL}}{grid}{more}".rstrip()
    yield ""
    yield from notes(found, words)
    meanings = (f"{sign(s, ascii_only=ascii_only)} {words(f'sign.{s}')}" for s in LEGEND)
    yield "   ".join(meanings)


def _cut(label: str, *, ascii_only: bool) -> str:
    if len(label) < _LABEL:
        return label
    end = sign("pending", ascii_only=ascii_only)
    return label[: _LABEL - len(end) - 1].rstrip() + end


def _grid(thread: "Thread", found: "Lineage", wide: int, *, ascii_only: bool) -> str:
    """The signs of a thread's cells, joined where the task goes on."""
    drawn = ""
    for stroke in strokes(thread, found.periods):
        line = sign(stroke.line, ascii_only=ascii_only) if stroke.line else " "
        shown = sign(stroke.sign, ascii_only=ascii_only) if stroke.sign else line
        doubt = sign("doubtful", ascii_only=ascii_only) if stroke.doubtful else line
        drawn += shown + doubt + line * (wide - 2)
    return drawn


def _more(thread: "Thread", found: "Lineage", words: Catalogue) -> str:
    """How long a task had been away that came back."""
    from archive.comparing.lineage import away

    gaps = [
        away(thread, place, found.periods)
        for place, cell in enumerate(thread.cells)
        if cell.state == "revived"
    ]
    told = [words("lineage.away", count=count) for count in dict.fromkeys(gaps) if count]
    return f"({'; '.join(told)})" if told else ""


def outcome_lines(through: "FollowThrough", words: Catalogue, *, ascii_only: bool) -> Iterator[str]:
    """What one report tells of the tasks of another: the state, the passages, the figures."""
    from archive.exporting.lineage import answer_text

    to = sign("to", ascii_only=ascii_only)
    yield words(
        "export.outcomes",
        plan=through.plan.period_planned or words("cli.no-period"),
        account=through.account.period_reviewed or words("cli.no-period"),
    )
    counts: Sequence[str] = [f"{words(f'outcome.{s}')}: {n}" for s, n in through.counts.items()]
    yield "  " + ", ".join(counts)
    for outcome in through.outcomes:
        task = through.plan.tasks[outcome.task]
        told = one_line(task.text)
        yield f"  {task.ordinal}. [{words(f'outcome.{outcome.state}')}] {told}"
        for passage in outcome.passages:
            yield f"       > {one_line(passage.text)}"
        for figure in outcome.figures:
            yield f"       {answer_text(figure, words, to)}"
