"""Corrections: what people say instead of what was read, and how it wins.

They are plain data by field, as the file of the report keeps them: dates and periods in their
notation, "" where a person says that the text tells none. Tasks are corrected by their words: the
passages that are none, and the passages that are; words outlive a text that changes around them,
offsets do not.

A corrected field has confidence 1.0, no candidates, and the flag `corrected-<field>`. What follows
from it follows: the level from the body, the kind from the period, the event's id from them all.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from archive.errors import WrongCorrection
from archive.event import event_id_of
from archive.importing.cleaning import one_line
from archive.period import Period
from archive.record import DATES, PERIODS, SCALARS
from archive.report import Report, Span, Task

Corrections = Mapping[str, object]
Changes = Mapping[str, str | tuple[str, ...]]
"""What is to be corrected: by field its value as typed; by DROPPED the ordinals of tasks that are
none, by ADDED passages of the text that are tasks."""

DROPPED, ADDED = "dropped_tasks", "added_tasks"
FIELDS = (*SCALARS, DROPPED, ADDED)
LEVELS = ("central", "cluster", "province", "district", "other")
KINDS = ("annual", "half-year", "quarter", "nine-month", "term", "other", "none")
_CHOICES = {"body_level": LEVELS, "kind": KINDS}
_YEARS = range(1930, 2100)
_LONGEST = 1000
_UNREAD = 0.5  # of a level that was read for another body than the corrected one
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def flag_of(field: str) -> str:
    """The flag that says that `field` was corrected; one for both corrections of tasks."""
    name = "tasks" if field in (DROPPED, ADDED) else field
    return f"corrected-{name.replace('_', '-')}"


def is_corrected(report: Report, field: str) -> bool:
    """Did a person say what `field` is?"""
    return flag_of(field) in report.flags


# ---- what a person may say


def checked(field: str, typed: str) -> str:
    """`typed` as it is kept for the scalar `field`; "" stays "", for none.

    Days may be typed day first (`4/7/2024`). Raises WrongCorrection: `no-field`, `wrong-day`,
    `wrong-period`, `wrong-choice`, `long-value`.
    """
    if field not in SCALARS:
        raise WrongCorrection("no-field", field=field, fields=", ".join(SCALARS))
    said = one_line(typed) or ""
    if len(said) > _LONGEST:
        raise WrongCorrection("long-value", field=field, most=_LONGEST)
    if not said or field in ("title", "body"):
        return said
    if field in _CHOICES:
        if said not in _CHOICES[field]:
            allowed = ", ".join(_CHOICES[field])
            raise WrongCorrection("wrong-choice", field=field, value=said, allowed=allowed)
        return said
    kind = "wrong-day" if field in DATES else "wrong-period"
    try:
        value = _day(said) if field in DATES else Period.parse(said.upper())
    except ValueError:
        raise WrongCorrection(kind, field=field, value=said) from None
    if value.year not in _YEARS:
        raise WrongCorrection(kind, field=field, value=said)
    return str(value)


def _day(said: str) -> date:
    told = _DAY_FIRST.fullmatch(said)
    return date(int(told[3]), int(told[2]), int(told[1])) if told else date.fromisoformat(said)


def corrected(report: Report, corrections: Corrections, changes: Changes) -> Corrections:
    """`corrections` of `report` (as people see it) after `changes`.

    Raises WrongCorrection: as `checked`, and `no-task`, `no-passage`.
    """
    now = {
        field: said
        for field, said in corrections.items()
        if field not in (DROPPED, ADDED) or _is_sound(field, said)
    }
    for field, typed in changes.items():
        several = (typed,) if isinstance(typed, str) else typed
        if field == DROPPED:
            _drop(report, now, [_task(report, ordinal) for ordinal in several])
        elif field == ADDED:
            passages = [_passage(report, words) for words in several]
            now[ADDED] = list(dict.fromkeys([*_words(now.get(ADDED)), *passages]))
        else:
            now[field] = checked(field, " ".join(several))
    return now


def _drop(report: Report, corrections: dict[str, object], tasks: Iterable[Task]) -> None:
    """Enter `tasks` among the dropped ones, and take back what a person had added of them."""
    gone = [report.text[task.start : task.end] for task in tasks]
    added = [words for words in _words(corrections.get(ADDED)) if words not in gone]
    corrections[ADDED] = added
    corrections[DROPPED] = list(dict.fromkeys([*_words(corrections.get(DROPPED)), *gone]))
    if not added:
        del corrections[ADDED]


def _task(report: Report, ordinal: str) -> Task:
    for task in report.tasks:
        if str(task.ordinal) == ordinal.strip():
            return task
    raise WrongCorrection("no-task", ordinal=ordinal, count=len(report.tasks))


def _passage(report: Report, words: str) -> str:
    """`words` as they stand in the text, however they were wrapped when they were typed."""
    places = _places(report.text, words)
    if not places:
        raise WrongCorrection("no-passage", words=words[:80])
    return report.text[slice(*places[0])]


def _places(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text`, whatever blank space is between them."""
    parts = [re.escape(word) for word in words.split()]
    found = re.finditer(r"\s+".join(parts), text) if parts else ()
    return [Span(*one.span()) for one in found]


def _words(kept: object) -> list[str]:
    """The passages kept for DROPPED or ADDED; raises ValueError for anything else."""
    given = [] if kept is None else kept
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise ValueError(f"no passages: {given!r}")
    return given


def unsound(corrections: Corrections) -> list[str]:
    """The fields whose correction, edited by hand, says nothing; `apply` passes them over."""
    return [field for field, said in corrections.items() if not _is_sound(field, said)]


def _is_sound(field: str, said: object) -> bool:
    try:
        if field in (DROPPED, ADDED):
            _words(said)
        else:
            checked(field, str(said))
    except (WrongCorrection, ValueError):
        return False
    return isinstance(said, str | date | list)


# ---- how it wins


def apply(report: Report, corrections: Corrections) -> Report:
    """`report` as people say it is."""
    sound = {field: said for field, said in corrections.items() if _is_sound(field, said)}
    if not sound:
        return report
    said = {field: checked(field, str(sound[field])) for field in SCALARS if field in sound}
    values: dict[str, Any] = {field: _value(field, typed) for field, typed in said.items()}
    confidence = {**report.confidence, **dict.fromkeys(said, 1.0)}
    _follow(report, values, confidence)
    flags = (*report.flags, *(flag_of(field) for field in FIELDS if field in sound))
    now = replace(
        report,
        **values,
        flags=tuple(dict.fromkeys(flags)),
        evidence=_evidence(report, said),
        confidence=confidence,
        candidates={name: more for name, more in report.candidates.items() if name not in said},
    )
    period = now.period_reviewed or now.period_planned
    return replace(
        now,
        event_id=event_id_of(now.body, period, now.event_date),
        tasks=_tasks(now, _words(sound.get(DROPPED)), _words(sound.get(ADDED))),
    )


def _value(field: str, said: str) -> object:
    if field == "kind":
        return said or "none"
    if not said:
        return None
    if field in DATES:
        return date.fromisoformat(said)
    return Period.parse(said) if field in PERIODS else said


def _follow(report: Report, values: dict[str, Any], confidence: dict[str, float]) -> None:
    """Let level and kind follow the corrected values that they come from."""
    if "body" in values and "body_level" not in values:
        values["body_level"], confidence["body_level"] = _level(report, values["body"])
    if "kind" not in values and any(field in values for field in PERIODS):
        reviewed = values.get("period_reviewed", report.period_reviewed)
        period = reviewed or values.get("period_planned", report.period_planned)
        if period:
            values["kind"], confidence["kind"] = period.kind, 1.0


def _level(report: Report, body: str | None) -> tuple[str | None, float]:
    """The level of `body` by its name and how sure that is."""
    from archive.reading.organs import find_organs
    from archive.reading.places import older_tones
    from archive.vietnamese import lower

    if body is None:
        return None, 1.0
    if body == report.body:
        return report.body_level, report.confidence.get("body_level", _UNREAD)
    organ = next(find_organs(body, older_tones(lower(body)), 0, len(body)), None)
    return (organ.level, 1.0) if organ else (report.body_level, _UNREAD)


def _evidence(report: Report, said: Mapping[str, str]) -> Mapping[str, Span]:
    """Where the values stand: a corrected one only where the text has its very words."""
    evidence = {name: span for name, span in report.evidence.items() if name not in said}
    for field, words in said.items():
        if field in report.evidence and words == str(getattr(report, field)):
            evidence[field] = report.evidence[field]
        elif field in ("title", "body") and (places := _places(report.text, words)):
            evidence[field] = places[0]
    return evidence


def _tasks(report: Report, dropped: list[str], added: list[str]) -> tuple[Task, ...]:
    """The tasks without those that a person dropped, with those added in the place of any that
    they share words with.
    """
    if not dropped and not added:
        return report.tasks
    gone = [place for words in dropped for place in _places(report.text, words)]
    new: list[Span] = []
    for words in reversed(added):  # of two that share words the later stands
        place = next(iter(_places(report.text, words)), None)
        if place and not any(_shared(place, other) for other in new):
            new.append(place)
    left = [
        task
        for task in report.tasks
        if report.text[task.start : task.end] not in dropped
        and not any(2 * _shared(task, place) > task.end - task.start for place in gone)
        and not any(_shared(task, place) for place in new)
    ]
    left += [
        Task(
            ordinal=0,
            text=report.text[start:end],
            start=start,
            end=end,
            directives=tuple(
                directive.key
                for directive in report.directives
                if any(start <= mention.start < end for mention in directive.mentions)
            ),
        )
        for start, end in new
    ]
    left.sort(key=lambda task: (task.start, task.end))
    return tuple(replace(task, ordinal=number) for number, task in enumerate(left, 1))


def _shared(one: Task | Span, other: Span) -> int:
    """How many code points two pieces of the text have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
