"""A body's lineage, and what later reports tell of its tasks, as documents."""

from collections.abc import Sequence

from archive.comparing.follow_through import FollowThrough, Outcome
from archive.comparing.lineage import Cell as LineageCell
from archive.comparing.lineage import Lineage, Thread
from archive.comparing.reached import FigureAnswer
from archive.comparing.turns import Turn
from archive.exporting.diff import changes_text
from archive.exporting.document import (
    Column,
    Document,
    Row,
    Source,
    Table,
    Words,
    cell,
    source_of,
)
from archive.report import Report, one_line


def lineage_document(
    lineage: Lineage, words: Words, followed: Sequence[FollowThrough] = ()
) -> Document:
    """The threads as a grid of states, then each thread's wordings one under another, then what
    was `followed` through.
    """
    tables = [_grid(lineage, words), _wordings(lineage, words)]
    tables += [_outcomes(through, words) for through in followed]
    return Document(
        title=words("export.lineage", body=lineage.body),
        language=words.language,
        lines=tuple(notes(lineage, words)),
        sources_heading=words("export.sources"),
        sources=_sources(lineage, followed, words),
        tables=tuple(tables),
    )


def outcome_document(through: FollowThrough, words: Words) -> Document:
    """What one report tells of the tasks of another."""
    table = _outcomes(through, words)
    plan, account = through.plan, through.account
    told = (
        (words("export.plans", period=plan.period_planned), plan),
        (words("export.reviews", period=account.period_reviewed), account),
    )
    return Document(
        title=table.heading,
        language=words.language,
        lines=(),
        sources_heading=words("export.sources"),
        sources=tuple(source_of(label, report, words) for label, report in told),
        tables=(table,),
    )


def notes(lineage: Lineage, words: Words) -> list[str]:
    """What the grid does not tell: where the body turns into another or changes its name, periods
    without a report, and reports without tasks.
    """
    facts = (("export.missing", lineage.missing), ("export.silent", lineage.silent))
    return [
        *(f"{turn.period}: {turn_text(turn, words)}" for turn in lineage.turns),
        *(words(key, periods=", ".join(map(str, periods))) for key, periods in facts if periods),
    ]


def turn_text(turn: Turn, words: Words) -> str:
    """What a body turned into, and when where that is known."""
    said = words("lineage.took-over", before=turn.before, after=turn.after)
    since = f" ({words('lineage.since', day=turn.day)})" if turn.day else ""
    return f"{said}{since}."


def _sources(
    lineage: Lineage, followed: Sequence[FollowThrough], words: Words
) -> tuple[Source, ...]:
    reports: dict[str, tuple[str, Report]] = {
        report.id or report.text: (str(report.period_planned), report) for report in lineage.reports
    }
    for through in followed:
        for report in (through.plan, through.account):
            label = str(report.period_planned or report.period_reviewed)
            reports.setdefault(report.id or report.text, (label, report))
    return tuple(source_of(label, report, words) for label, report in reports.values())


def _grid(lineage: Lineage, words: Words) -> Table:
    periods = lineage.periods
    columns = [Column("", 5), Column(words("export.task"), 30)]
    columns += [Column(str(period), 10) for period in periods]
    rows = []
    for number, thread in enumerate(lineage.threads, 1):
        found = [thread.at(period) for period in periods]
        states = [cell(words(f"state.{one.state}") if one else "") for one in found]
        rows.append(Row((cell(number), cell(thread.label), *states)))
    return Table(words("export.grid"), tuple(columns), tuple(rows))


def _wordings(lineage: Lineage, words: Words) -> Table:
    columns = (
        Column("", 5),
        Column(words("export.period"), 9),
        Column(words("export.state"), 12),
        Column(words("export.task"), 50),
        Column(words("export.changes"), 25),
    )
    rows = [
        _wording(number, thread, one, lineage.crossed(thread, one), words)
        for number, thread in enumerate(lineage.threads, 1)
        for one in thread.cells
    ]
    return Table(words("export.wordings"), columns, tuple(rows))


def _wording(
    number: int, thread: Thread, one: LineageCell, turns: Sequence[Turn], words: Words
) -> Row:
    ordinal = "" if one.task is None else f"{one.report.tasks[one.task].ordinal}. "
    told = f"{ordinal}{one_line(one.text)}" if ordinal else f"({thread.label})"
    told_of = [turn_text(turn, words) for turn in turns]
    return Row(
        (
            cell(number),
            cell(one.period),
            cell(state_text(one, words)),
            cell(told),
            cell("\n".join(filter(None, (*told_of, changes_text(one.changes, words))))),
        ),
        one.state,
    )


def state_text(one: LineageCell, words: Words) -> str:
    """The state of a cell, the threads it shares its past or future with named by number, and
    whether it is certain.
    """
    state = words(f"state.{one.state}")
    if one.doubtful:
        state = f"{state}, {words('export.doubtful')}"
    return f"{state} ({', '.join(str(n + 1) for n in one.others)})" if one.others else state


def _outcomes(through: FollowThrough, words: Words) -> Table:
    columns = (
        Column(words("export.task"), 40),
        Column(words("export.outcome"), 12),
        Column(words("export.passages"), 33),
        Column(words("export.target-result"), 20),
    )
    rows = tuple(_outcome(through, outcome, words) for outcome in through.outcomes)
    return Table(
        words(
            "export.outcomes",
            plan=through.plan.period_planned or words("cli.no-period"),
            account=through.account.period_reviewed or words("cli.no-period"),
        ),
        columns,
        rows,
    )


def answer_text(answer: FigureAnswer, words: Words, to: str = "→") -> str:
    """A target beside what answers it, and what the two tell; a share without a target."""
    if answer.target:
        told = f"{answer.target} {to} {answer.result or words('outcome.no-figure')}"
        verdict = "met" if answer.met else "short"
    else:
        told = words("outcome.share", result=answer.result)
        verdict = "whole" if answer.met else "not-whole"
    if answer.met is None or not answer.result:
        return told
    return f"{told} ({words(f'outcome.{verdict}')})"


def _outcome(through: FollowThrough, outcome: Outcome, words: Words) -> Row:
    task = through.plan.tasks[outcome.task]
    return Row(
        (
            cell(f"{task.ordinal}. {one_line(task.text)}"),
            cell(words(f"outcome.{outcome.state}")),
            cell("\n".join(one_line(passage.text) for passage in outcome.passages)),
            cell("\n".join(answer_text(one, words) for one in outcome.figures)),
        ),
        outcome.state,
    )
