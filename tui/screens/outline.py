"""The outline of a report: its parts, its tasks, the documents it cites, as rows of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.report import Report, Section, Span, one_line
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, Piece, cut, headed, plain, spread
from tui.widgets.rows import Rows

SKIPPED = ("furniture",)
"""Roles of parts that nobody goes to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it says, and the places in the text that it stands for, the first first.

    A heading stands for no place; `note` is shown at the right end.
    """

    kind: str
    label: str
    places: tuple[Span, ...] = ()
    note: str = ""


def entries(report: Report, words: Catalogue) -> Iterator[Entry]:
    """The rows of `report`'s outline."""
    yield Entry("heading", words("screen.reader.sections"))
    for section in parts(report):
        yield Entry("section", _opening(report, section), (section_span(section),), section.role)
    if report.tasks:
        yield Entry("heading", words("screen.reader.tasks", count=len(report.tasks)))
    for task in report.tasks:
        text = one_line(task.text)
        yield Entry("task", text, (Span(task.start, task.end),), str(task.ordinal))
    if report.directives:
        yield Entry("heading", words("screen.reader.directives", count=len(report.directives)))
    for directive in report.directives:
        places = directive.mentions or (Span(directive.start, directive.end),)
        count = f"{len(places)}×" if len(places) > 1 else ""
        yield Entry("directive", directive.key, places, count)


def parts(report: Report) -> Sequence[Section]:
    """The parts that people read, neighbours of one role as one."""
    found: list[Section] = []
    for section in report.sections:
        if section.role in SKIPPED:
            continue
        if found and found[-1].role == section.role:
            last = found[-1]
            found[-1] = Section(
                role=last.role, start=last.start, end=section.end, heading=last.heading
            )
        else:
            found.append(section)
    return found


def part_beside(report: Report, here: Span, step: int) -> int | None:
    """Where the next part after the line `here` begins (1), or the one before (-1)."""
    starts = [part.start for part in parts(report)]
    if step > 0:
        return next((start for start in starts if start >= here.end), None)
    return next((start for start in reversed(starts) if start < here.start), None)


def section_span(section: Section) -> Span:
    """The whole of a section."""
    return Span(section.start, section.end)


def _opening(report: Report, section: Section) -> str:
    """The first words of a section, of its heading where it has one."""
    start, end = section.heading or section_span(section)
    return " ".join(report.text[start : min(end, start + 120)].split())


def draw_entry(entry: Entry, width: int, words: Catalogue) -> tuple[Line, ...]:
    """The one line of a row."""
    if entry.kind == "heading":
        return (plain(entry.label, "dim"),)
    if entry.kind == "section":
        name = headed(words(f"section.{entry.note}"))
        return (cut((Piece(f" {name}", "strong"), Piece(f"  {entry.label}", "dim")), width),)
    if entry.kind == "task":
        return (cut((Piece(f"{entry.note:>3} ", "key"), Piece(entry.label)), width),)
    return (spread(plain(f" {entry.label}"), plain(entry.note, "dim"), width),)


def role_at(report: Report, place: int) -> tuple[str, int]:
    """The role of the part that holds `place`, and how many of that role come before it."""
    found = [part for part in parts(report) if part.start <= place]
    if not found:
        return "title", 0
    role = found[-1].role
    return role, sum(part.role == role for part in found) - 1


def place_of(report: Report, role: str, number: int) -> int:
    """Where the part of that role begins, the nearest to that number; 0 without one."""
    starts = [part.start for part in parts(report) if part.role == role]
    return starts[min(number, len(starts) - 1)] if starts else 0


class Outline(Rows):
    """The outline as a list; headings are passed over."""

    def __init__(
        self,
        words: Catalogue,
        *,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(self._draw_entry, stops=self._stops_at, ascii_only=ascii_only, id=id)
        self._words = words
        self._entries: list[Entry] = []
        self._expected: int | None = None  # where the cursor was put, not moved by a person

    def tell(self, report: Report) -> None:
        """Show the outline of `report`."""
        self._entries = list(entries(report, self._words))
        self.show(len(self._entries))
        self._expected = self.cursor

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    def follow(self, line: Span) -> None:
        """The cursor on the smallest part or task that holds `line`."""
        inside = [
            (span.end - span.start, row)
            for row, entry in enumerate(self._entries)
            for span in entry.places[:1]
            if entry.kind != "directive" and span.start < max(line.end, 1) and span.end > line.start
        ]
        if inside and self.cursor != min(inside)[1]:
            self._expected = min(inside)[1]
            self.go(self._expected)

    def was_moved(self, row: int) -> bool:
        """Did a person move the cursor to `row`?"""
        expected, self._expected = self._expected, None
        return row != expected

    def _draw_entry(self, row: int, width: int) -> tuple[Line, ...]:
        return draw_entry(self._entries[row], width, self._words)

    def _stops_at(self, row: int) -> bool:
        return row < len(self._entries) and self._entries[row].kind != "heading"
