"""Lists without marks: an announcement that ends with a colon or says that they follow, then a
paragraph for each item.
"""

import re
from collections.abc import Iterator
from itertools import islice

from archive.reading.page.sentences import Paragraph, sentences
from archive.reading.tasks.layout import FOLLOW, Layout
from archive.reading.tasks.lists import Break, Item
from archive.reading.tasks.openers import opens_task, tells_past
from archive.reading.tasks.roles import narrates, read_lead
from archive.report import Span

FEWEST = 2
_TOPIC = re.compile(r"(?:về|đối với|trong|với) [^:;.]{2,80}: ")
ANNOUNCED_FROM = 2.0


def unmarked_lists(layout: Layout) -> Iterator[tuple[Span, tuple[Item, ...]]]:
    """The announcement and the items of each list of tasks without marks; no item is itself one."""
    past, low = 0, layout.low
    for place, part in enumerate(layout.parts):
        start, end, _ = part
        if low[end - 1] == ":":
            if layout.breaks[place] is not Break.ALL:
                continue
        elif not low.endswith(FOLLOW, start, end):
            continue
        if start < past:
            continue
        if len(list(islice(_items(layout, place + 1), FEWEST))) < FEWEST:
            continue
        lead = _announcement(layout.text, part)
        read = read_lead(low[lead.start : lead.end])
        if read.anothers or max(read.weights, key=read.weights.__getitem__) != "tasks":
            continue
        if read.weights["tasks"] < ANNOUNCED_FROM:
            continue
        items = tuple(islice(_items(layout, place + 1), read.told or None))
        past = items[-1].end
        yield lead, items


def _announcement(text: str, part: Paragraph) -> Span:
    """The last sentence of a paragraph."""
    return list(sentences(text, max(part.start, part.end - 500), part.end))[-1]


def _items(layout: Layout, place: int) -> Iterator[Item]:
    """The paragraphs from `place` on that open as tasks do, one after the other; where the first
    names its topic, also those that go on with topics.
    """
    topical = False
    for at in range(place, len(layout.parts)):
        part = layout.parts[at]
        if part.caption:
            continue
        head = layout.low[part.start : part.end][:200]
        if layout.marks[at] or tells_past(head) or narrates(head):
            return
        topic = _TOPIC.match(head) is not None
        if not (opens_task(head) or (topical and topic)):
            return
        topical = topic and (topical or at == place)
        yield Item(part.start, part.start, at, part.end)
