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
_FEWEST_HEADED = 3
_LONGEST_HEAD = 60
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
        listed = _items
        if len(list(islice(_items(layout, place + 1), FEWEST))) < FEWEST:
            if len(list(islice(_headed(layout, place + 1), _FEWEST_HEADED))) < _FEWEST_HEADED:
                continue
            listed = _headed
        lead = _announcement(layout.text, part)
        read = read_lead(low[lead.start : lead.end])
        if read.anothers or max(read.weights, key=read.weights.__getitem__) != "tasks":
            continue
        if read.weights["tasks"] < ANNOUNCED_FROM:
            continue
        items = tuple(islice(listed(layout, place + 1), read.told or None))
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


def _headed(layout: Layout, place: int) -> Iterator[Item]:
    """The paragraphs from `place` on that each have a head of few words in a line above."""
    for at in range(place, len(layout.parts) - 1, 2):
        head, part = layout.parts[at : at + 2]
        if head.end - head.start > _LONGEST_HEAD or not layout.text[head.end - 1].isalnum():
            return
        told = layout.low[part.start : min(part.end, part.start + 200)]
        if layout.text[part.end - 1] not in ".;" or layout.marks[at] or layout.marks[at + 1]:
            return
        if head.caption or part.caption or tells_past(told) or narrates(told):
            return
        yield Item(head.start, head.start, at, part.end)
