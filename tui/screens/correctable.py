"""What of a report can be set right: its fields, then the items of its lists, a row each."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.corrections import CONFIRMED, KINDS, LEVELS, Changes, checked, is_corrected
from archive.doubts import DIRECTIVES, Doubt
from archive.errors import WrongCorrection
from archive.item_corrections import (
    DOCUMENTS,
    DROPPED,
    DROPPED_FIGURES,
    DROPPED_RESULTS,
)
from archive.kin_corrections import APART, NOT_REPRINT
from archive.record import SCALARS, plain
from archive.report import Report, Span, one_line
from archive.vietnamese import bare, nfc
from tui.catalogue import Catalogue
from tui.library import Library
from tui.library.naming import new_body
from tui.library.relatives import NOBODY, Relatives

CHOICES = {"kind": ("kind", KINDS), "body_level": ("level", LEVELS)}
"""The fields that have a closed list of values, with the catalogue's group of them."""

_LISTS = ("tasks", DIRECTIVES, "results", "figures")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field, or the `number`-th item (from 1) of a list of the report; or the report's kin: the
    `other` that it is a reprint of, or that is on its conference.
    """

    field: str
    number: int = 0
    other: Report | None = None

    @property
    def is_task(self) -> bool:
        """Is it a task?"""
        return self.field == "tasks"


def entries(report: Report, relatives: Relatives = NOBODY) -> tuple[Entry, ...]:
    """Everything that can be set right, in the order that it is shown."""
    items = (Entry(name, at + 1) for name in _LISTS for at in range(len(getattr(report, name))))
    original = (Entry("original", 1, relatives.original),) if relatives.original else ()
    others = (Entry("event", at, one) for at, one in enumerate(relatives.others, 1))
    return (*map(Entry, SCALARS), *original, *others, *items)


def label(entry: Entry, words: Catalogue) -> str:
    """What the row is called."""
    if not entry.number:
        return words(f"field.{entry.field}")
    return words(f"screen.correct.{entry.field}", number=entry.number)


def span_of(report: Report, entry: Entry) -> Span | None:
    """Where it was read."""
    if not entry.number:
        return report.evidence.get(entry.field)
    if entry.other:
        return None
    item = getattr(report, entry.field)[entry.number - 1]
    return Span(item.start, item.end)


def doubt_of(entry: Entry, report: Report, doubts: tuple[Doubt, ...]) -> Doubt | None:
    """The doubt about it."""
    if entry.field == DIRECTIVES:
        key = report.directives[entry.number - 1].key
        return next((one for one in doubts if (one.field, one.value) == (DIRECTIVES, key)), None)
    return next((one for one in doubts if one.field == entry.field and not entry.number), None)


def was_corrected(report: Report, entry: Entry) -> bool:
    """Did a person say what the field is? (Of items only the list as a whole is told.)"""
    return not entry.number and is_corrected(report, entry.field)


def value_of(report: Report, entry: Entry, words: Catalogue) -> str:
    """What it says now, as people read it."""
    if not entry.number:
        return shown(entry.field, getattr(report, entry.field), words)
    if entry.other:
        return entry.other.title or words("screen.common.no-title")
    if entry.field == DIRECTIVES:
        return report.directives[entry.number - 1].key
    item = getattr(report, entry.field)[entry.number - 1]
    return one_line(report.text[item.start : item.end])


def shown(field: str, value: object, words: Catalogue) -> str:
    """A field's value as people read it."""
    if value is None:
        return words("screen.reader.unknown")
    if field in CHOICES:
        return words(f"{CHOICES[field][0]}.{value}")
    return str(plain(value))


def why(report: Report, entry: Entry, words: Catalogue) -> str:
    """The words it was read from, and what else it may be or is told of it."""
    said = list(_told(report, entry, words))
    return " · ".join(one for one in said if one and one != "“”")


def _told(report: Report, entry: Entry, words: Catalogue) -> Iterator[str]:
    if entry.other:
        yield entry.other.id or ""
        yield words("screen.reader.published", day=shown("published", entry.other.published, words))
        return
    span = span_of(report, entry)
    if entry.is_task:
        by = report.tasks[entry.number - 1].by
        yield words("screen.correct.by", who=by) if by else words("screen.correct.by-none")
        return
    if entry.field == "figures":
        before = report.text[max(0, span.start - 40) : span.start] if span else ""
        yield f"…{' '.join(before.split())} «{value_of(report, entry, words)}»"
        return
    if span and entry.field != "results":
        yield f"“{' '.join(report.text[slice(*span)].split())}”"
    others = candidates(report, entry)
    if others:
        named = "; ".join(shown(entry.field, other, words) for other in others)
        yield words("screen.correct.perhaps", values=named)


def candidates(report: Report, entry: Entry) -> tuple[str, ...]:
    """What else it may be, as read."""
    if entry.field == DIRECTIVES:
        directive = report.directives[entry.number - 1]
        return tuple(key for key in directive.candidates if key != directive.key)
    return () if entry.number else report.candidates.get(entry.field, ())


def offered(report: Report, entry: Entry, words: Catalogue) -> tuple[str, ...]:
    """The values that the box offers, what it says now first; "" where nothing is told."""
    field = entry.field
    value = None if entry.number else getattr(report, field)
    now = "" if value is None and not entry.number else value_of(report, entry, words)
    if field in CHOICES:
        group, codes = CHOICES[field]
        others = [words(f"{group}.{code}") for code in codes]
    else:
        others = [shown(field, one, words) for one in candidates(report, entry)]
    return tuple(dict.fromkeys((now, *others)))


def meant(field: str, typed: str, words: Catalogue) -> str:
    """The code of a kind or level that was typed by its word, marks or none."""
    if field in CHOICES:
        group, codes = CHOICES[field]
        for code in codes:
            if bare(nfc(words(f"{group}.{code}"))) == bare(typed.strip()):
                return code
    return typed


def refused(field: str, typed: str, words: Catalogue) -> str:
    """Why the field cannot be `typed`, on a line of the screen and in its words; "" where it can.

    What is no field, but an item of a list, is not judged here.
    """
    if field not in SCALARS:
        return ""
    try:
        checked(field, typed)
    except WrongCorrection as error:
        facts = error.facts | {"field": words(f"field.{field}"), "value": typed}
        if field in CHOICES:
            group, codes = CHOICES[field]
            facts["allowed"] = "/".join(words(f"{group}.{code}") for code in codes)
        return words(f"screen.correct.{error.code}", **facts)
    return ""


def said(entry: Entry, typed: str) -> Changes:
    """The change that makes the field, or the document, what was typed."""
    if entry.field == DIRECTIVES:
        return {DOCUMENTS: (f"{entry.number}={typed}",)}
    return {entry.field: typed}


def news_of(library: Library, changes: Changes, words: Catalogue) -> str:
    """What is said of `changes` that name a body of which the archive has no report yet: its series
    begins with this one, or the name is mistyped; "" of all others.
    """
    body = changes.get("body")
    near = new_body(library, body) if isinstance(body, str) and body.strip() else None
    if near is None:
        return ""
    return words("screen.correct.new-body-near" if near else "screen.correct.new-body", near=near)


def confirmed(report: Report, entry: Entry) -> Changes | None:
    """The change that says that it is right as read; None where there is nothing to say so of."""
    if entry.field == DIRECTIVES:
        key = report.directives[entry.number - 1].key
        return {DOCUMENTS: (f"{entry.number}={key}",)}
    return None if entry.number else {CONFIRMED: (entry.field,)}


def dropped(entry: Entry) -> Changes:
    """The change that says that the item is none."""
    number = str(entry.number)
    if entry.other:
        return {APART: (entry.other.id or "",)} if entry.field == "event" else {NOT_REPRINT: ""}
    if entry.field == DIRECTIVES:
        return {DOCUMENTS: (f"{number}=",)}
    names = {"tasks": DROPPED, "results": DROPPED_RESULTS, "figures": DROPPED_FIGURES}
    return {names[entry.field]: (number,)}
