"""A report as plain data: the record that `extract` and `show` print and that the store keeps.

Dates are `YYYY-MM-DD`, periods in their notation, missing values None; every mapping has all its
keys. `to_record` and `from_record` are each other's inverse.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from archive.period import Period
from archive.report import Directive, Figure, Report, Result, Section, Span, Task

Record = dict[str, Any]

READER = 7
"""The version of the reading rules, kept with each reading: it counts up whenever `reading.read`
reads something in another way, so that readings of before can be told."""

DATES = ("published", "event_date")
PERIODS = ("period_reviewed", "period_planned")
SCALARS = (
    "title",
    "published",
    "event_date",
    "body",
    "body_level",
    "kind",
    "period_reviewed",
    "period_planned",
)
ORDER = (
    "id",
    "source",
    *SCALARS,
    "event_id",
    "flags",
    "directives",
    "figures",
    "results",
    "tasks",
    "sections",
    "evidence",
    "confidence",
    "candidates",
    "text",
)
ITEMS = {
    "directives": Directive,
    "figures": Figure,
    "results": Result,
    "tasks": Task,
    "sections": Section,
}


_PARTS = {name: tuple(field.name for field in fields(kind)) for name, kind in ITEMS.items()}


def plain(value: object) -> Any:
    """`value` in terms of dict, list, str, int, float, bool and None."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date | Period):
        return str(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def to_record(report: Report) -> Record:
    """The record of `report`, its keys in the contract's order."""
    values = {field.name: getattr(report, field.name) for field in fields(Report)}
    for name in ITEMS:
        values[name] = [{part: getattr(i, part) for part in _PARTS[name]} for i in values[name]]
    return {name: plain(values[name]) for name in ORDER}


def from_record(record: Mapping[str, Any]) -> Report:
    """The report that `to_record` turned into `record`.

    Raises KeyError, TypeError or ValueError for anything else.
    """
    values = {name: record[name] for name in ORDER}
    for name in DATES:
        values[name] = _day(values[name])
    for name in PERIODS:
        values[name] = values[name] and Period.parse(values[name])
    values["flags"] = tuple(values["flags"])
    values["evidence"] = {name: Span(*span) for name, span in values["evidence"].items()}
    values["candidates"] = {name: tuple(more) for name, more in values["candidates"].items()}
    for name, kind in ITEMS.items():
        values[name] = tuple(kind(**_item(item)) for item in values[name])
    return Report(**values)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one directive, figure, result, task or section, in their own types."""
    values = dict(item)
    if "issued" in values:
        values["issued"] = _day(values["issued"])
    if "mentions" in values:
        values["mentions"] = tuple(Span(*span) for span in values["mentions"])
        values["candidates"] = tuple(values["candidates"])
    if "directives" in values:
        values["directives"] = tuple(values["directives"])
    if values.get("heading"):
        values["heading"] = Span(*values["heading"])
    return values
