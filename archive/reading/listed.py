"""What each marked list is for: tasks, results, shortcomings, awards, or something else.

The words before a list, the heading above it and what its items say each speak for a role; the
strongest wins, and only lists that are surely for tasks count as such.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.reading.lists import HEADS, Break, Item, MarkedList, find_lists
from archive.reading.marks import Mark, opening_mark
from archive.reading.openers import opens_task, tells_past
from archive.reading.roles import Lead, folded, heading_role, narrates, read_lead
from archive.reading.sentences import Paragraph, sentences
from archive.reading.unmarked import unmarked_lists
from archive.report import Span

LEAD_LENGTH = 420
SHORT_LEAD = 40
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


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a list that count one by one, what they are for, and the words before them."""

    role: str
    items: tuple[Item, ...]
    lead: Span
    count: int | None
    inside: bool

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.items[0].mark

    @property
    def end(self) -> int:
        """Where the last item ends."""
        return self.items[-1].end


def opening_marks(text: str, low: str, parts: Sequence[Paragraph]) -> list[Mark | None]:
    """The mark that opens each paragraph; `low` is `text` in lower case."""
    return [opening_mark(text, low, part.start, part.end) for part in parts]


def paragraph_breaks(
    text: str, parts: Sequence[Paragraph], marks: Sequence[Mark | None]
) -> list[Break]:
    """What each paragraph does to the lists before it."""
    return [_break(text, part, mark) for part, mark in zip(parts, marks, strict=True)]


def _break(text: str, part: Paragraph, mark: Mark | None) -> Break:
    piece = text[part.start : part.end]
    role = heading_role(piece)
    if mark:
        return Break.ALL if role and _heads_section(mark, piece, role) else Break.NONE
    if role:
        return Break.ALL
    if role == "":
        return Break.HEAD
    if piece[-1] == ":":
        return Break.ALL
    return Break.ALL if narrates(folded(piece[:300])) else Break.NONE


def _heads_section(mark: Mark, piece: str, role: str) -> bool:
    """Does a marked line head a section of the report ("II. NHIỆM VỤ NĂM 2024"), no list item?"""
    if mark.readings[0][0][0] in "IA" or mark.readings[-1][0][0] in "IA":
        return True
    return role != "tasks" or "năm" in piece.lower() or "trọng tâm" in piece.lower()


def read_lists(
    text: str, low: str, parts: Sequence[Paragraph], years: tuple[str | None, str | None]
) -> list[Listed]:
    """All outermost lists in `parts` with their roles.

    `years` are the year reviewed and the year planned where they are known; a lead that names one
    of them speaks for results or for tasks.
    """
    marks = opening_marks(text, low, parts)
    breaks = paragraph_breaks(text, parts, marks)
    found = [
        Listed("tasks", items, lead, read.told, inside=False)
        for lead, read, items in unmarked_lists(
            text, parts, breaks, [mark is not None for mark in marks]
        )
    ]
    roles: dict[int, str] = {}
    sections = _sections(text, parts, breaks)
    for marked in find_lists(text, low, parts, marks, breaks):
        lead = _lead(text, parts, breaks, marked)
        read = read_lead(folded(text[lead.start : lead.end]))
        items = _counted(text, marked, read.told)
        cut_tail(text, items, inside=marked.inside)
        weights = _weigh(text, read, items, sections[_place(parts, marked.start)], years, lead)
        role = max(weights, key=lambda name: weights[name])
        if weights[role] < (TASKS_FROM if role == "tasks" else OTHERS_FROM):
            role = "other"
        if marked.after is not None and max(read.weights.values()) < LEADS_FROM:
            role = roles.get(id(marked.after), role)
        roles[id(marked)] = role
        if len(items) > 1 or marked.after is not None:
            found.append(Listed(role, items, lead, read.told, marked.inside))
    return sorted(found, key=lambda listed: listed.start)


def _place(parts: Sequence[Paragraph], position: int) -> int:
    """Which paragraph holds `position`."""
    low, high = 0, len(parts)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if parts[middle].start <= position else (low, middle)
    return low


def _lead(
    text: str, parts: Sequence[Paragraph], breaks: Sequence[Break], marked: MarkedList
) -> Span:
    """The sentence before the list; empty where nothing leads to it."""
    place = _place(parts, marked.start)
    begin = parts[place].start
    if text[begin : marked.start].strip():
        return _last_sentence(text, begin, marked.start)
    for before in range(place - 1, max(place - LOOK_BACK, 0) - 1, -1):
        part = parts[before]
        if part.caption or breaks[before] is Break.HEAD:
            continue
        if before > 0 and _says_nothing(text[part.start : part.end]):
            continue
        near = place - before == 1 and marked.after is None
        if text[part.end - 1] == ":" or breaks[before] is Break.ALL or near:
            return _last_sentence(text, part.start, part.end)
        break
    return Span(marked.start, marked.start)


def _says_nothing(piece: str) -> bool:
    """Is `piece` only "Cụ thể như sau:", so that the sentence before it leads to the list?"""
    if len(piece) >= SHORT_LEAD or piece[-1] != ":" or heading_role(piece):
        return False
    lead = read_lead(folded(piece))
    return lead.told is None and max(lead.weights.values()) < 1


def _last_sentence(text: str, start: int, end: int) -> Span:
    """The last sentence before `end`, with the one before it where the last only says "Cụ thể:"."""
    found = list(sentences(text, max(start, end - LEAD_LENGTH), end))
    if not found:
        return Span(end, end)
    begin = found[-1].start
    if len(found) > 1 and _says_nothing(text[begin : found[-1].end]):
        begin = found[-2].start
    return Span(begin, found[-1].end)


def _sections(text: str, parts: Sequence[Paragraph], breaks: Sequence[Break]) -> list[str | None]:
    """The role that the nearest heading above gives each paragraph."""
    role: str | None = None
    roles: list[str | None] = []
    for part, what in zip(parts, breaks, strict=True):
        if what is Break.ALL:
            role = heading_role(text[part.start : part.end]) or role
        roles.append(role)
    return roles


def _weigh(
    text: str,
    lead: Lead,
    items: Sequence[Item],
    section: str | None,
    years: tuple[str | None, str | None],
    span: Span,
) -> dict[str, float]:
    """How strongly everything speaks for each role."""
    weights = dict(lead.weights)
    heads = [folded(text[item.start : min(item.end, item.start + 160)]) for item in items]
    opened = sum(map(opens_task, heads)) / len(heads)
    past = sum(map(tells_past, heads)) / len(heads)
    weights["tasks"] += 2 * opened - 3 * past
    weights["results"] += 2 * past
    if section in weights:
        weights[section] += 2.5
    reviewed, planned = years
    words = text[span.start : span.end]
    if planned and planned != reviewed and planned in words:
        weights["tasks"] += 1.5
    if reviewed and planned != reviewed and reviewed in words:
        weights["results"] += 1
    if lead.anothers:
        weights["body"] += 4
    return weights


def _counted(text: str, marked: MarkedList, count: int | None) -> tuple[Item, ...]:
    """The items of `marked` that count: its own, or those under heads that only group them.

    A head over one item belongs to it; a head over several belongs to none.
    """
    if not any(item.lists for item in marked.items):
        return tuple(marked.items)
    inner: list[Item] = []
    for item in marked.items:
        below = [child for found in item.lists for child in found.items]
        if len(below) < 2 or not _is_topic(text, item):
            inner.append(item)
        else:
            inner.extend(below)
    if len(inner) == len(marked.items) or count == len(marked.items):
        return tuple(marked.items)
    numbered = all(found.kind not in HEADS for item in marked.items for found in item.lists)
    if count == len(inner) or (marked.kind in HEADS and numbered):
        return tuple(inner)
    return tuple(marked.items)


def _is_topic(text: str, item: Item) -> bool:
    """Does `item` only name a topic before what is listed in it?"""
    head = folded(text[item.start : item.lists[0].start].strip())
    if len(head) > 120:
        return False
    return head.startswith("về ") or not opens_task(head)


def cut_tail(text: str, items: Sequence[Item], *, inside: bool) -> None:
    """End the last item before sentences that tell what went on after the list.

    In a list within a paragraph its items are each as long as the ones before: where those are
    parts of one sentence, so is the last.
    """
    last = items[-1]
    parts = list(sentences(text, last.start, last.end))
    if len(parts) > 1:
        others = (
            [list(sentences(text, item.start, item.end)) for item in items[:-1]] if inside else []
        )
        single = bool(others) and all(len(other) == 1 for other in others)
        joined = single and all(text[other[0].end - 1] in ";," for other in others)
        for before, part in pairwise(parts):
            low = folded(text[part.start : min(part.end, part.start + 300)])
            if joined or narrates(low) or (single and not opens_task(low)):
                last.end = before.end
                break
    quoted = _SAID.search(text, max(last.start, last.end - 200), last.end)
    if quoted:
        last.end = quoted.start()
