"""Corrections: what people say instead of what was read, and how it wins.

They are plain data by field, as the file of the report keeps them: dates and periods in their
notation, "" where a person says that the text tells none. A value that a person confirms is kept as
a correction that says the same. Items of lists (tasks, documents, results, figures) are corrected
by their words (`item_corrections`), reprints and reports on one conference by ids
(`kin_corrections`).

A corrected field has confidence 1.0, no candidates, and the flag `corrected-<field>`. What follows
from it follows: the level from the body, the kind from the period, the event's id from them all.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from archive import worded
from archive.errors import WrongCorrection
from archive.event import event_id_of
from archive.importing.cleaning import one_line
from archive.item_corrections import (
    CORRECTS,
    DOCUMENTS,
    ITEM_FIELDS,
    PASSAGES,
    TABLES,
    apply_items,
    as_read,
    enter,
    passages_of,
    places_of,
    table_of,
)
from archive.kin_corrections import KIN_CORRECTS, KIN_FIELDS, enter_kin, is_kin
from archive.period import Period
from archive.record import DATES, PERIODS, SCALARS
from archive.report import Report, Span

Corrections = Mapping[str, object]
Changes = Mapping[str, str | tuple[str, ...]]
"""What is to be corrected: by field its value as typed; by DROPPED the ordinals of tasks that are
none, by ADDED passages of the text that are tasks, and so on (`item_corrections.enter`,
`kin_corrections.enter_kin`)."""

FIELDS = (*SCALARS, *ITEM_FIELDS, *KIN_FIELDS)
_CORRECTS = {**CORRECTS, **KIN_CORRECTS}
CONFIRMED = "confirmed"
"""Among changes: the fields that are right as read, `directives` for the documents left open."""
LEVELS = ("central", "cluster", "province", "district", "other")
KINDS = ("annual", "half-year", "quarter", "nine-month", "term", "other", "none")
_CHOICES = {"body_level": LEVELS, "kind": KINDS}
_NAMES = {"body_level": worded.LEVELS, "kind": worded.KINDS}
_YEARS = range(1930, 2100)
_LONGEST = 1000
_UNREAD = 0.5  # of a level that was read for another body than the corrected one
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def flag_of(field: str) -> str:
    """The flag that says that `field` was corrected; one for all corrections of a list."""
    name = _CORRECTS.get(field, field)
    return f"corrected-{name.replace('_', '-')}"


def is_corrected(report: Report, field: str) -> bool:
    """Did a person say what `field` is?"""
    return flag_of(field) in report.flags


# ---- what a person may say


def checked(field: str, typed: str) -> str:
    """`typed` as it is kept for the scalar `field`; "" stays "", for none.

    Days may be typed day first (`4/7/2024`), periods, kinds and levels in words (`archive.worded`).
    Raises WrongCorrection: `no-field`, `wrong-day`,
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
        try:
            return worded.choice(said, _NAMES[field])
        except ValueError:
            allowed = ", ".join(_CHOICES[field])
            raise WrongCorrection(
                "wrong-choice", field=field, value=said, allowed=allowed
            ) from None
    kind = "wrong-day" if field in DATES else "wrong-period"
    try:
        value = _day(said) if field in DATES else worded.period(said)
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
        if field in SCALARS or _is_sound(field, said)
    }
    for field, typed in changes.items():
        several = (typed,) if isinstance(typed, str) else typed
        if field == CONFIRMED:
            for name in several:
                _confirm(report, now, name.strip())
        elif field in ITEM_FIELDS:
            enter(report, now, field, several)
        elif field in KIN_FIELDS:
            enter_kin(report.id, now, field, several)
        else:
            now[field] = checked(field, " ".join(several))
    return now


def _confirm(report: Report, corrections: dict[str, object], field: str) -> None:
    """Enter the value that `field` has as what a person says."""
    if field == "directives":
        corrections[DOCUMENTS] = table_of(corrections.get(DOCUMENTS)) | as_read(report)
    elif field in SCALARS:
        value = getattr(report, field)
        corrections[field] = checked(field, "" if value is None else str(value))
    else:
        raise WrongCorrection("no-field", field=field, fields=", ".join((*SCALARS, "directives")))


def unsound(corrections: Corrections) -> list[str]:
    """The fields whose correction, edited by hand, says nothing; `apply` passes them over."""
    return [field for field, said in corrections.items() if not _is_sound(field, said)]


def _is_sound(field: str, said: object) -> bool:
    if field in KIN_FIELDS:
        return is_kin(field, said)
    try:
        if field in PASSAGES:
            passages_of(said)
        elif field in TABLES:
            table_of(said)
        else:
            checked(field, str(said))
    except (WrongCorrection, ValueError):
        return False
    return isinstance(said, str | date | list | Mapping)


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
    now = replace(now, event_id=event_id_of(now.body, period, now.event_date))
    return apply_items(now, sound)


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
    changed = any(values.get(one, getattr(report, one)) != getattr(report, one) for one in PERIODS)
    if changed and "kind" not in values:
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
        elif field in ("title", "body") and (places := places_of(report.text, words)):
            evidence[field] = places[0]
    return evidence
