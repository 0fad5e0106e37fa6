"""Corrections of what a report has many of: tasks, documents, results, figures.

They are kept by the words of the text, which outlive a text that changes around them; numbers of
items and offsets do not. A list of passages says which items are none (and which passages are
tasks); a table says who set a task, by the task's words, and which document is meant, by the words
that cite it ("" where they cite none).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from archive.errors import WrongCorrection
from archive.importing.cleaning import one_line
from archive.report import Directive, Figure, Report, Result, Span, Task

DROPPED, ADDED = "dropped_tasks", "added_tasks"
DROPPED_RESULTS, DROPPED_FIGURES = "dropped_results", "dropped_figures"
TASK_BY, DOCUMENTS = "task_by", "documents"
PASSAGES = (DROPPED, ADDED, DROPPED_RESULTS, DROPPED_FIGURES)
TABLES = (TASK_BY, DOCUMENTS)
ITEM_FIELDS = (*PASSAGES, *TABLES)
CORRECTS = {
    DROPPED: "tasks", ADDED: "tasks", TASK_BY: "tasks", DOCUMENTS: "directives",
    DROPPED_RESULTS: "results", DROPPED_FIGURES: "figures",
}  # fmt: skip
"""The list of the report that a correction is of."""

_BEFORE = 30  # characters that tell a figure from the same words elsewhere
_LONGEST = 300
_KEY = re.compile(r"\S(?:[^=\n]*\S)?")
Item = TypeVar("Item", Task, Result, Figure, Directive)


# ---- what a person may say


def enter(report: Report, corrections: dict[str, object], field: str, said: Iterable[str]) -> None:
    """Put what is `said` of an item field of `report` (as people see it) into `corrections`.

    Items are named by their number, from 1 in the order of the record, documents also by their key;
    what is said of one in a table is `NUMBER=VALUE`.
    Raises WrongCorrection: `no-task`, `no-item`, `no-passage`, `no-pair`, `long-value`.
    """
    if field == DROPPED:
        _drop_tasks(report, corrections, [_task(report, number) for number in said])
    elif field == ADDED:
        passages = [_passage(report, words) for words in said]
        corrections[ADDED] = _united(corrections.get(ADDED), passages)
    elif field == DROPPED_RESULTS:
        gone = [_item(report.results, number) for number in said]
        words = [report.text[one.start : one.end] for one in gone]
        corrections[field] = _united(corrections.get(field), words)
    elif field == DROPPED_FIGURES:
        figures = [_item(report.figures, number) for number in said]
        words = [_told_apart(report.text, one) for one in figures]
        corrections[field] = _united(corrections.get(field), words)
    else:
        table = table_of(corrections.get(field))
        for number, value in map(_pair, said):
            table |= _told(report, field, number, value)
        corrections[field] = table


def _told(report: Report, field: str, number: str, value: str) -> dict[str, str]:
    if field == TASK_BY:
        task = _task(report, number)
        return {report.text[task.start : task.end]: value}
    named = [directive for directive in report.directives if directive.key == number]
    directive = named[0] if named else _item(report.directives, number)
    if value and not _KEY.fullmatch(value):
        raise WrongCorrection("no-pair", given=f"{number}={value}")
    return {" ".join(directive.as_written.split()): value}


def _pair(said: str) -> tuple[str, str]:
    number, equals, value = said.partition("=")
    if not equals:
        raise WrongCorrection("no-pair", given=said)
    value = one_line(value) or ""
    if len(value) > _LONGEST:
        raise WrongCorrection("long-value", field=number, most=_LONGEST)
    return number.strip(), value


def _drop_tasks(report: Report, corrections: dict[str, object], tasks: Iterable[Task]) -> None:
    """Enter `tasks` among the dropped ones, and take back what a person had added of them."""
    gone = [report.text[task.start : task.end] for task in tasks]
    added = [words for words in passages_of(corrections.get(ADDED)) if words not in gone]
    corrections[ADDED] = added
    corrections[DROPPED] = _united(corrections.get(DROPPED), gone)
    if not added:
        del corrections[ADDED]


def _task(report: Report, ordinal: str) -> Task:
    for task in report.tasks:
        if str(task.ordinal) == ordinal.strip():
            return task
    raise WrongCorrection("no-task", ordinal=ordinal, count=len(report.tasks))


def _item(items: tuple[Item, ...], number: str) -> Item:
    at = int(number) if number.strip().isdecimal() else 0
    if not 1 <= at <= len(items):
        raise WrongCorrection("no-item", number=number, count=len(items))
    return items[at - 1]


def _told_apart(text: str, figure: Figure) -> str:
    """The figure with the words before it."""
    return text[max(0, figure.start - _BEFORE) : figure.end]


def _passage(report: Report, words: str) -> str:
    """`words` as they stand in the text, however they were wrapped when they were typed."""
    places = places_of(report.text, words)
    if not places:
        raise WrongCorrection("no-passage", words=words[:80])
    return report.text[slice(*places[0])]


def places_of(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text`, whatever blank space is between them."""
    parts = [re.escape(word) for word in words.split()]
    found = re.finditer(r"\s+".join(parts), text) if parts else ()
    return [Span(*one.span()) for one in found]


def _united(kept: object, more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*passages_of(kept), *more]))


def passages_of(kept: object) -> list[str]:
    """The passages kept for a field of PASSAGES; raises ValueError for anything else."""
    given = [] if kept is None else kept
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise ValueError(f"no passages: {given!r}")
    return given


def table_of(kept: object) -> dict[str, str]:
    """What is kept for a field of TABLES; raises ValueError for anything else."""
    given = {} if kept is None else kept
    if not isinstance(given, Mapping) or not all(isinstance(one, str) for one in given.values()):
        raise ValueError(f"no table of words: {given!r}")
    return dict(given)


def as_read(report: Report) -> dict[str, str]:
    """What a person says who confirms the documents that `report` leaves open, as DOCUMENTS."""
    return {
        " ".join(directive.as_written.split()): directive.key
        for directive in report.directives
        if directive.candidates
    }


# ---- how it wins


def apply_items(report: Report, corrections: Mapping[str, object]) -> Report:
    """`report` with its items as people say they are; `corrections` are sound."""
    said = table_of(corrections.get(DOCUMENTS))
    if said:
        report = _with_documents(report, said)
    dropped, added = (passages_of(corrections.get(name)) for name in (DROPPED, ADDED))
    by = table_of(corrections.get(TASK_BY))
    results = passages_of(corrections.get(DROPPED_RESULTS))
    gone = [span for words in passages_of(corrections.get(DROPPED_FIGURES))
            for span in places_of(report.text, words)]  # fmt: skip
    return replace(
        report,
        tasks=_named(report.text, _tasks(report, dropped, added), by),
        results=tuple(r for r in report.results if report.text[r.start : r.end] not in results),
        figures=tuple(
            figure
            for figure in report.figures
            if not any(figure.end == end and figure.start >= start for start, end in gone)
        ),
    )


def _tasks(report: Report, dropped: list[str], added: list[str]) -> tuple[Task, ...]:
    """The tasks without those that a person dropped, with those added in the place of any that
    they share words with.
    """
    if not dropped and not added:
        return report.tasks
    gone = [place for words in dropped for place in places_of(report.text, words)]
    new: list[Span] = []
    for words in reversed(added):  # of two that share words the later stands
        place = next(iter(places_of(report.text, words)), None)
        if place and not any(_shared(place, other) for other in new):
            new.append(place)
    left = [
        task
        for task in report.tasks
        if report.text[task.start : task.end] not in dropped
        and not any(2 * _shared(task, place) > task.end - task.start for place in gone)
        and not any(_shared(task, place) for place in new)
    ]
    left += [_added(report, place) for place in new]
    left.sort(key=lambda task: (task.start, task.end))
    return tuple(replace(task, ordinal=number) for number, task in enumerate(left, 1))


def _added(report: Report, place: Span) -> Task:
    """The task at `place`, set by whoever set the one that was read there."""
    start, end = place
    read = max(report.tasks, key=lambda task: _shared(task, place), default=None)
    return Task(
        ordinal=0,
        text=report.text[start:end],
        start=start,
        end=end,
        by=read.by if read and _shared(read, place) else None,
        directives=tuple(
            directive.key
            for directive in report.directives
            if any(start <= mention.start < end for mention in directive.mentions)
        ),
    )


def _named(text: str, tasks: tuple[Task, ...], said: Mapping[str, str]) -> tuple[Task, ...]:
    """The tasks, set by whom people say; what they said of a task holds while most of it stays."""
    if not said:
        return tasks
    places = [(place, by) for words, by in said.items() for place in places_of(text, words)]
    return tuple(
        replace(
            task, by=next((by or None for place, by in places if _mostly(task, place)), task.by)
        )
        for task in tasks
    )


def _mostly(task: Task, place: Span) -> bool:
    return 2 * _shared(task, place) > min(task.end - task.start, place.end - place.start)


def _shared(one: Task | Span, other: Span) -> int:
    """How many code points two pieces of the text have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


# ---- documents


def _with_documents(report: Report, said: Mapping[str, str]) -> Report:
    """`report` citing the documents that people say; two that prove to be one become one."""
    keys: dict[str, str] = {}
    found: dict[str, Directive] = {}
    for directive in report.directives:
        key = said.get(" ".join(directive.as_written.split()), directive.key)
        corrected = key != directive.key or " ".join(directive.as_written.split()) in said
        keys[directive.key] = key
        if not key:
            continue
        now = _as_said(directive, key) if corrected else directive
        before = found.get(key)
        found[key] = _united_documents(before, now) if before else now
    tasks = tuple(
        replace(task, directives=tuple(dict.fromkeys(key for key in now if key)))
        for task in report.tasks
        for now in [[keys.get(key, key) for key in task.directives]]
    )
    documents = sorted(found.values(), key=lambda one: (one.start, one.end, one.key))
    return replace(report, directives=tuple(documents), tasks=tasks)


def _as_said(directive: Directive, key: str) -> Directive:
    """`directive` as the document `key`: its term is the key's, its day no longer another's."""
    if key == directive.key:
        return replace(directive, candidates=())
    term = key.partition(" khóa ")[2] or None
    issued = directive.issued if term == directive.term else None
    return replace(directive, key=key, term=term, issued=issued, candidates=())


def _united_documents(one: Directive, other: Directive) -> Directive:
    first = min(one, other, key=lambda directive: directive.start)
    mentions = tuple(sorted({*one.mentions, *other.mentions}))
    return replace(
        first,
        mentions=mentions,
        candidates=() if not (one.candidates and other.candidates) else first.candidates,
        issued=one.issued or other.issued,
    )
