"""What each marked list is for: tasks, results, shortcomings, awards, or something else.

The words before a list, the heading above it and what its items say each speak for a role; the
strongest wins, and only lists that are surely for tasks count as such.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from archive.reading.page import Page
from archive.reading.page.sentences import sentences
from archive.reading.tasks.ahead import Ahead
from archive.reading.tasks.layout import FOLLOW, Layout, lay_out
from archive.reading.tasks.lists import HEADS, Break, Item, MarkedList, find_lists, last_seen
from archive.reading.tasks.openers import names_body, opens_task, tells_past
from archive.reading.tasks.roles import Lead, heading_role, narrates, read_lead
from archive.reading.tasks.unmarked import unmarked_lists
from archive.report import Span
from archive.vietnamese import level

LEAD_LENGTH = 420
SHORT_LEAD = 40
TITLE_LENGTH = 100
TOPIC_LENGTH = 60
LOOK_BACK = 6
# "…, xây dựng cơ quan vững mạnh”, đồng chí A nhấn mạnh.": the item ends where the quotation does.
_SAID = re.compile(
    r"[”\"]\s*[,–-]\s*(?:đồng chí|đ/c|ông|bà|[A-ZĐ])[^”\"]{2,120}"
    r"(?:nhấn mạnh|nói|yêu cầu|đề nghị|khẳng định|cho biết|chỉ đạo|lưu ý|chỉ rõ)[^”\"]{0,12}$"
)
# From these on a list is held to be for its role; found by weighing leads of both sorts.
TASKS_FROM = 2.0
OTHERS_FROM = 1.5
# A list that starts another again is for what that one is, unless words as strong lead to it.
LEADS_FROM = 1.5
# How much items that open as tasks do, say what is done, or are names, speak for and against tasks;
# how much the heading above it speaks, and a lead that counts another document's tasks. Items that
# open as tasks do are not enough by themselves: results do so too.
OPENED = 1.8
PAST = 3.0
TOLD = 2.0
NAMED = 4.0
HEADED = 2.5
ANOTHERS = 6.0
# How much it says for tasks that as many are listed as the lead tells, which says nothing of
# anything else, and most of them open as tasks do.
COUNTED = 0.5
OPENED_MOSTLY = 0.5
RIVAL = 1
# How much a year named in the lead speaks for what was planned or done in it.
PLANNED = 1.5
REVIEWED = 1.0

Years = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listed:
    """The items of a list that count one by one, and what speaks for each role it could have; one
    is equal to itself alone.

    `lead` is the words before it and `led` how strongly they speak for a role, `inside` true for a
    list within a paragraph, `like` the first of the lists that it goes on with if nothing leads.
    """

    items: tuple[Item, ...]
    lead: Span
    inside: bool
    weights: Mapping[str, float]
    led: float = 0
    like: "Listed | None" = None

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.items[0].mark

    @property
    def end(self) -> int:
        """Where the last item ends."""
        return self.items[-1].end


@lru_cache(maxsize=1)
def read_lists(page: Page) -> tuple[Listed, ...]:
    """All lists in `page` that stand in no other, with what speaks for their roles."""
    layout = lay_out(page)
    unmarked = [
        Listed(items=items, lead=lead, inside=False, weights={"tasks": TASKS_FROM, "results": 0})
        for lead, items in unmarked_lists(layout)
    ]
    found = list(unmarked)
    before: dict[int, Listed] = {}
    lists = find_lists(layout.text, layout.low, layout.parts, layout.marks, layout.breaks)
    sections = _sections(layout) if lists else []
    resumed = {id(marked.after) for marked in lists if marked.after}
    for marked in _without_heads(lists, resumed):
        lead = _lead(layout, marked)
        read = read_lead(layout.low[lead.start : lead.end])
        counted = _counted(layout.low, marked, read.told)
        items = tuple([item for item in counted if item.end > item.start])
        if not items:
            continue
        cut_tail(layout, items, inside=marked.inside)
        # "KHEN THƯỞNG: 1. …; 2. …": a heading on the list's own line.
        headed = heading_role(layout.low[lead.start : lead.end].rstrip()) if marked.inside else None
        section = headed or sections[layout.place(marked.start)]
        weights = _weigh(layout.low, read, items, section)
        led = max(read.weights.values())
        like = _under_topic(layout, unmarked, marked)
        if marked.after is not None:
            first = before.get(id(marked.after))
            like = first and (first.like or first)
        listed = Listed(
            items=items, lead=lead, inside=marked.inside, weights=weights, led=led, like=like
        )
        before[id(marked)] = listed
        found.append(listed)
    return tuple(sorted(found, key=lambda listed: listed.start))


def _under_topic(layout: Layout, unmarked: Iterable[Listed], marked: MarkedList) -> Listed | None:
    """The list without marks that goes on with `marked`, which stands under its next topic."""
    place = layout.place(marked.start)
    if place < 2 or layout.breaks[place - 1] is not Break.HEAD:
        return None
    end = layout.parts[place - 2].end
    return next((listed for listed in unmarked if listed.end == end), None)


def _without_heads(lists: Iterable[MarkedList], resumed: AbstractSet[int]) -> Iterator[MarkedList]:
    """`lists`, in place of a mark that stands alone what is listed under it: it marks a heading."""
    for marked in lists:
        alone = marked.after is None and id(marked) not in resumed
        if len(marked.items) > 1 or not (alone or marked.inside):
            yield marked
        else:
            yield from _without_heads(marked.items[0].lists, resumed)


def role_of(
    listed: Listed, text: str, years: Years = (None, None), ahead: Ahead | None = None
) -> str:
    """What `listed` is for: `tasks`, `results`, … or `other`.

    `years` are the year reviewed and the year planned where they are known, `ahead` is what the
    planned period is called; a lead that names one of them speaks for results or for tasks.
    """
    reviewed, planned = years if years[0] != years[1] else (None, None)
    words = text[listed.lead.start : listed.lead.end]
    tasks = PLANNED if planned and planned in words else 0
    results = REVIEWED if reviewed and reviewed in words else 0
    if ahead and not (tasks or results):
        low = level(words)
        tasks = PLANNED if ahead.name and ahead.name.search(low) else 0
        results = PLANNED if ahead.gone and ahead.gone.search(low) else 0
    if listed.like and listed.led + max(tasks, results) < LEADS_FROM:
        return role_of(listed.like, text, years, ahead)
    return _likeliest(listed, tasks, results)


@lru_cache(maxsize=1)  # asked again for every paragraph of a list
def _likeliest(listed: Listed, tasks: float, results: float) -> str:
    """The role that most speaks for, with what the lead says of the periods besides."""
    weights = dict(listed.weights)
    weights["tasks"] += tasks
    weights["results"] += results
    role = max(weights, key=weights.__getitem__)
    return role if weights[role] >= (TASKS_FROM if role == "tasks" else OTHERS_FROM) else "other"


def _lead(layout: Layout, marked: MarkedList) -> Span:
    """The sentence before the list; empty where nothing leads to it.

    Before one that only says "Cụ thể:" it is the one that says more, if there is one.
    """
    place = layout.place(marked.start)
    spare = Span(marked.start, marked.start)
    begin = layout.parts[place].start
    if last_seen(layout.low, marked.start) >= begin:
        return _last_sentence(layout, begin, marked.start)
    for before in range(place - 1, max(place - LOOK_BACK, 0) - 1, -1):
        part = layout.parts[before]
        if part.caption or layout.breaks[before] is Break.HEAD:
            continue
        if before > 0 and _says_nothing(layout.low[part.start : part.end]):
            spare = Span(part.start, part.end)
            continue
        near = place - before == 1 and (
            marked.after is None
            or (not layout.marks[before] and _is_title(layout.text, part.start, part.end))
        )
        follow = marked.after is None and layout.low.endswith(FOLLOW, part.start, part.end)
        leads_on = layout.low[part.end - 1] == ":" or layout.breaks[before] is Break.ALL
        if leads_on or near or follow:
            return _last_sentence(layout, part.start, part.end)
        break
    return spare


def _is_title(text: str, start: int, end: int) -> bool:
    """Is the paragraph a short line without a stop, as what stands above a list is?"""
    return end - start <= TITLE_LENGTH and text[end - 1].isalnum()


def _says_nothing(low: str) -> bool:
    """Is `low` only "Cụ thể như sau:", so that the sentence before it leads to the list?"""
    if len(low) >= SHORT_LEAD or low[-1] != ":" or heading_role(low):
        return False
    lead = read_lead(low)
    return lead.told is None and max(lead.weights.values()) < 1


def _last_sentence(layout: Layout, start: int, end: int) -> Span:
    """The last sentence before `end`, with the one before it where the last only says "Cụ thể:"."""
    found = list(sentences(layout.text, max(start, end - LEAD_LENGTH), end))
    if not found:
        return Span(end, end)
    begin = found[-1].start
    if len(found) > 1 and _says_nothing(layout.low[begin : found[-1].end]):
        begin = found[-2].start
    return Span(begin, found[-1].end)


def _sections(layout: Layout) -> list[str | None]:
    """The role that the nearest heading above gives each paragraph; one with a colon only leads to
    the list below it.
    """
    role: str | None = None
    leads = above = False
    roles: list[str | None] = []
    rows = zip(layout.headings, layout.breaks, layout.marks, layout.parts, strict=True)
    for heading, what, opening, part in rows:
        mark = opening is not None
        if what is Break.ALL:
            over = leads and above
            role = heading or (None if over else _lasting(role))
            leads = layout.low[part.end - 1] == ":" if heading else leads
        elif not mark:
            role = None if leads and above else _lasting(role)
        above = mark
        roles.append(role)
    return roles


def _lasting(role: str | None) -> str | None:
    """`role` where it goes on after the list under its heading: guests and awards are one list."""
    return role if role in ("tasks", "results", "shortcomings") else None


def _weigh(low: str, lead: Lead, items: Sequence[Item], section: str | None) -> dict[str, float]:
    """How strongly the lead, the heading and the items speak for each role."""
    weights = dict(lead.weights)
    heads = [low[item.start : item.end][:160] for item in items]
    opened = sum(map(_opens, heads)) / len(heads)
    past = sum(map(tells_past, heads)) / len(heads)
    named = sum(map(names_body, heads)) / len(heads)
    weights["tasks"] += OPENED * opened - PAST * past - NAMED * named
    weights["results"] += TOLD * past
    if section in weights:
        weights[section] += HEADED
    others = max(weight for role, weight in lead.weights.items() if role != "tasks")
    if lead.told == len(items) and opened > OPENED_MOSTLY and others < RIVAL:
        weights["tasks"] += COUNTED
    if lead.anothers:
        weights["body"] += ANOTHERS
    return weights


def _opens(head: str) -> bool:
    """Does an item begin as a task does, or its words after the topic it names first?"""
    if opens_task(head):
        return True
    topic = head.find(": ", 0, TOPIC_LENGTH)
    return topic > 0 and opens_task(head[topic + 2 :])


def _counted(low: str, marked: MarkedList, count: int | None) -> tuple[Item, ...]:
    """The items of `marked` that count: its own, or those under heads that only group them.

    A head over one item belongs to it; a head over several belongs to none.
    """
    if not any(item.lists for item in marked.items):
        return tuple(marked.items)
    inner: list[Item] = []
    for item in marked.items:
        below = [child for found in item.lists for child in found.items]
        if len(below) < 2 or not _is_topic(low, item):
            inner.append(item)
        else:
            inner.extend(below)
    if len(inner) == len(marked.items) or count == len(marked.items):
        return tuple(marked.items)
    headed = [found for item in marked.items if item not in inner for found in item.lists]
    apart = all(
        found.kind not in HEADS or all(low[item.end - 1] == "." for item in found.items)
        for found in headed
    )
    if count == len(inner) or (marked.kind in HEADS and apart):
        return tuple(inner)
    return tuple(marked.items)


def _is_topic(low: str, item: Item) -> bool:
    """Does `item` only name a topic before what is listed in it?"""
    head = low[item.start : item.lists[0].start].strip()
    if len(head) > 120:
        return False
    return head.startswith("về ") or not opens_task(head)


def cut_tail(layout: Layout, items: Sequence[Item], *, inside: bool) -> None:
    """End the last item before sentences that tell what went on after the list.

    In a list within a paragraph its items are each as long as the ones before: where those are
    parts of one sentence, so is the last.
    """
    text = layout.text
    last = items[-1]
    parts = list(sentences(text, last.start, last.end))
    if len(parts) > 1:
        others = (
            [list(sentences(text, item.start, item.end)) for item in items[:-1]] if inside else []
        )
        single = bool(others) and all(len(other) == 1 for other in others)
        joined = single and all(text[other[0].end - 1] in ";," for other in others)
        for before, part in pairwise(parts):
            low = layout.low[part.start : part.end][:300]
            if joined or narrates(low) or (single and not opens_task(low)):
                last.end = before.end
                break
    quoted = _SAID.search(text, max(last.start, last.end - 200), last.end)
    if quoted:
        last.end = quoted.start()
