"""Lists without marks: an announcement that ends with a colon, then a paragraph for each item."""

from collections.abc import Iterator, Sequence

from archive.reading.lists import Break, Item
from archive.reading.openers import opens_task, tells_past
from archive.reading.roles import Lead, folded, narrates, read_lead
from archive.reading.sentences import Paragraph, sentences
from archive.report import Span

FEWEST = 2
ANNOUNCED_FROM = 2.0


def unmarked_lists(
    text: str, parts: Sequence[Paragraph], breaks: Sequence[Break], marked: Sequence[bool]
) -> Iterator[tuple[Span, Lead, tuple[Item, ...]]]:
    """The announcement, what it says, and the items of each list of tasks without marks.

    `marked` says of each paragraph whether it bears a mark: such are no items here.
    """
    place = 0
    while place < len(parts):
        lead = _announcement(text, parts[place]) if breaks[place] is Break.ALL else None
        place += 1
        if lead is None:
            continue
        read = read_lead(folded(text[lead.start : lead.end]))
        if read.anothers or max(read.weights, key=lambda role: read.weights[role]) != "tasks":
            continue
        if read.weights["tasks"] < ANNOUNCED_FROM:
            continue
        items = list(_items(text, parts, breaks, marked, place))
        if len(items) >= FEWEST:
            yield lead, read, tuple(items[: read.told] if read.told else items)


def _announcement(text: str, part: Paragraph) -> Span | None:
    """The last sentence of a paragraph that ends with a colon."""
    if text[part.end - 1] != ":":
        return None
    last = Span(part.start, part.end)
    for last in sentences(text, max(part.start, part.end - 500), part.end):
        pass
    return last


def _items(
    text: str,
    parts: Sequence[Paragraph],
    breaks: Sequence[Break],
    marked: Sequence[bool],
    place: int,
) -> Iterator[Item]:
    """The paragraphs from `place` on that open as tasks do, one after the other."""
    for at in range(place, len(parts)):
        part = parts[at]
        if part.caption:
            continue
        head = folded(text[part.start : min(part.end, part.start + 200)])
        if marked[at] or not opens_task(head) or tells_past(head):
            return
        if breaks[at] is not Break.NONE and narrates(head):
            return
        yield Item(part.start, part.start, at, part.end)
