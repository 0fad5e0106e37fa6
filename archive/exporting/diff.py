"""A diff of two task lists as a document."""

from collections.abc import Sequence

from archive.comparing.diff import Change, Diff, Group, Reason
from archive.exporting.document import (
    Cell,
    Column,
    Document,
    Row,
    Run,
    Table,
    Words,
    cell,
    marked,
    source_of,
)
from archive.report import Report, one_line


def diff_document(diff: Diff, words: Words) -> Document:
    """Each group a row: what became of it, its tasks on both sides, what changed, and why."""
    return Document(
        title=words(
            "diff.title",
            body=diff.b.body or diff.a.body or words("cli.no-body"),
            a=diff.a.period_planned or words("cli.no-period"),
            b=diff.b.period_planned or words("cli.no-period"),
            to="→",
        ),
        language=words.language,
        lines=(" · ".join(f"{words(f'verdict.{v}')}: {n}" for v, n in diff.counts.items()),),
        sources_heading=words("export.sources"),
        sources=(source_of("A", diff.a, words), source_of("B", diff.b, words)),
        tables=(
            Table(
                heading="",
                columns=(
                    Column(words("export.verdict"), 9),
                    Column(_side("A", diff.a, words), 32),
                    Column(_side("B", diff.b, words), 32),
                    Column(words("export.changes"), 15),
                    Column(words("export.why"), 15),
                ),
                rows=tuple(_row(diff, group, words) for group in diff.groups),
            ),
        ),
    )


def _side(letter: str, report: Report, words: Words) -> str:
    return f"{letter} · {report.period_planned or words('cli.no-period')}"


def _row(diff: Diff, group: Group, words: Words) -> Row:
    verdict = [words(f"verdict.{group.verdict}")]
    verdict += [words("verdict.moved")] * group.moved + [words("export.doubtful")] * group.doubtful
    left = [(diff.a.tasks[i].ordinal, one_line(diff.a.tasks[i].text)) for i in group.a]
    right = [(diff.b.tasks[j].ordinal, one_line(diff.b.tasks[j].text)) for j in group.b]
    a, b = _tasks(left), _tasks(right)
    if group.verdict == "reworded" and len(left) == len(right) == 1:
        one, other = marked(left[0][1], right[0][1])
        a, b = (Run(f"{left[0][0]}. "), *one), (Run(f"{right[0][0]}. "), *other)
    return Row(
        (
            cell(", ".join(verdict)),
            a,
            b,
            cell(changes_text(group.changes, words)),
            cell(reasons_text(group.reasons, words)),
        ),
        group.verdict,
    )


def _tasks(tasks: Sequence[tuple[int, str]]) -> Cell:
    return cell("\n".join(f"{ordinal}. {text}" for ordinal, text in tasks))


def changes_text(changes: Sequence[Change], words: Words) -> str:
    """The changed figures, dates and documents, one a line."""
    return "\n".join(
        f"{words(f'change.{change.kind}')}: {change.a or '∅'} → {change.b or '∅'}"
        for change in changes
        if change.kind != "wording"
    )


def reasons_text(reasons: Sequence[Reason], words: Words) -> str:
    """Why a verdict stands, in one sentence."""
    return "; ".join(words(f"reason.{reason.code}", **reason.facts) for reason in reasons)
