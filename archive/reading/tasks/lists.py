"""Marked lists: which marks belong together, and where each item begins and ends.

Marks are taken in text order with a stack of lists that are still open. A mark continues the
innermost list whose next number it is, else opens a list of its own: inside the item before it, or
beside the list before it where it starts again in the same form. People slip, so a number may be
skipped, said twice, or written in another form than the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from archive.reading.page.sentences import Paragraph
from archive.reading.tasks.marks import BULLETS, LAST, Mark, inside_marks
from archive.reading.tasks.numbering import COUNTERS, number_next
from archive.reading.tasks.roles import read_lead

MAX_DEPTH = 4
# Fewer paragraphs than that are listed within an item before its list counts on.
_MOST_NESTED = 20
_STOPS = ".;!?…”"
# How strongly a paragraph's words lead to a list where they are no longer part of an item.
_LEADS = 1.5
# Forms that may head a group of tasks that are numbered anew under each of them.
HEADS = frozenset(kind + sign for kind in "IA" for sign in ".)/-–") | BULLETS


class Break(Enum):
    """What a paragraph does to the lists that are open before it."""

    NONE = 0
    HEAD = 1
    ALL = 2


@dataclass(slots=True)
class Item:
    """An item: its mark stands at `mark`, its text from `start` to `end`.

    `paragraph` is the place of the paragraph in which it begins, `lists` what is listed inside it.
    """

    mark: int
    start: int
    paragraph: int
    end: int = 0
    lists: list["MarkedList"] = field(default_factory=list)


@dataclass(slots=True)
class MarkedList:
    """Items under marks of one form, `kind` ("n." for `1.`, "(n)", "la" for `Một là`, "-" …).

    `inside` is true for a list within one paragraph; `after` is the list that it starts again
    after, with nothing between.
    """

    kind: str
    inside: bool
    items: list[Item]
    last: int = 0
    after: "MarkedList | None" = None

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.items[0].mark

    @property
    def end(self) -> int:
        """Where the last item ends."""
        return self.items[-1].end


def find_lists(
    text: str,
    low: str,
    parts: Sequence[Paragraph],
    marks: Sequence[Mark | None],
    breaks: Sequence[Break],
) -> list[MarkedList]:
    """The outermost lists in `parts`, in text order, with the lists inside their items.

    `low` is `text` in lower case, `marks` are the marks that open the paragraphs, `breaks` says of
    each paragraph what it does to open lists. A
    list of one item is kept only where it starts another again or where bullets stand alone.
    """
    builder = _Builder(text, parts, breaks)
    begun = False  # before the first mark there is nothing to go on with, or to end
    for place, (start, end, caption) in enumerate(parts):
        if caption:
            continue
        mark = marks[place]
        begun = begun or mark is not None
        if not begun:
            pass
        elif breaks[place] is Break.ALL:
            if mark or not builder.goes_on(place, marks):
                builder.interrupt(place, mark)
            mark = None
        elif breaks[place] is Break.HEAD and not mark:
            builder.head(place)
        elif not mark or not builder.take(mark, place):
            if mark and mark.readings[0][0][0] in "IA":
                builder.close(start)
            if mark or not builder.aside(place, low, marks):
                builder.plain(place)
            mark = None
        for inner in inside_marks(text, low, mark.end if mark else start, end):
            begun = True
            builder.take(inner, place)
    builder.close(len(text))
    return builder.found


class _Builder:
    """The stack of open lists, outermost first, and the finished ones."""

    def __init__(self, text: str, parts: Sequence[Paragraph], breaks: Sequence[Break]) -> None:
        self._text = text
        self._parts = parts
        self._breaks = breaks
        self._open: list[MarkedList] = []
        self._before: MarkedList | None = None
        self._headed = False
        self._left: MarkedList | None = None
        self._interrupted: int | None = None
        self.found: list[MarkedList] = []

    def take(self, mark: Mark, place: int) -> bool:
        """Put `mark` where it belongs; False where it belongs to no list."""
        taken = self._continue(mark, place) or self._resume(mark, place) or self._start(mark, place)
        self._headed = self._headed and not taken
        return taken

    def _continue(self, mark: Mark, place: int) -> bool:
        """Make `mark` the next item of an open list, the innermost that it fits."""
        for fit in range(3):
            for depth in range(len(self._open) - 1, -1, -1):
                one = self._open[depth]
                number = number_next(one.kind, one.last, mark, fit, inside=one.inside)
                if number is not None:
                    self._close_to(depth + 1, mark.start)
                    self._open[depth].items.append(Item(mark.start, mark.end, place))
                    self._open[depth].last = number
                    return True
        return False

    def _resume(self, mark: Mark, place: int) -> bool:
        """Go on with the list left for one within a paragraph, which was part of its item then."""
        left = self._left
        if left is None or mark.inside or (left.kind, left.last + 1) not in mark.readings:
            return False
        if self._interrupted not in (None, place - 1):
            return False
        self._close_to(0, mark.start)
        since = self.found.index(left)
        left.items[-1].lists += self.found[since + 1 :]
        del self.found[since:]
        left.items.append(Item(mark.start, mark.end, place))
        left.last += 1
        self._open, self._left, self._interrupted = [left], None, None
        return True

    def _start(self, mark: Mark, place: int) -> bool:
        """Open a list with `mark`, if a list can begin with it."""
        first = next(((kind, number) for kind, number in mark.readings if number <= 1), None)
        if first is None and not mark.inside:
            first = self._goes_on(mark) if self._open else mark.readings[0]
        if first and first[0] == LAST:
            return False
        if first is None or len(self._open) >= MAX_DEPTH:
            return False
        if self._stands_apart(mark, place):
            left = self._open[0]
            self.close(self._parts[place].start)
            self._left = left
        again = None
        for depth, current in enumerate(self._open):
            nested = (
                not mark.inside
                and not self._headed
                and self._text[last_seen(self._text, mark.start)] == ":"
            )
            if current.kind == first[0] and current.inside == mark.inside and not nested:
                again = current
                self._close_to(depth, mark.start)
                break
        if not self._open and again is None and not mark.inside:
            again = self._before
        opened = MarkedList(first[0], mark.inside, [Item(mark.start, mark.end, place)], first[1])
        opened.after = again
        self._open.append(opened)
        return True

    def _goes_on(self, mark: Mark) -> tuple[str, int] | None:
        """The reading by which `mark`, first under its head, counts on from the head before."""
        heads = self._open[-1].items
        before = heads[-2].lists[-1:] if len(heads) > 1 else []
        return next(
            (
                read
                for read in mark.readings
                if before and (before[0].kind, before[0].last + 1) == read
            ),
            None,
        )

    def _stands_apart(self, mark: Mark, place: int) -> bool:
        """Does `mark` open a list within a paragraph that is no part of the list before it?"""
        if not (mark.inside and self._open) or self._open[-1].inside:
            return False
        last = self._open[-1].items[-1]
        return last.paragraph < place and not (last.paragraph == place - 1 and self._is_head(last))

    def goes_on(self, place: int, marks: Sequence[Mark | None]) -> bool:
        """Does the paragraph at `place`, which leads to a list, still belong to an item whose own
        list counts on behind that ("1. … Each year:", "a) …", "b) …", "2. …")?
        """
        outer = self._open[0] if self._open and not self._open[0].inside else None
        if outer is None or outer.kind in BULLETS or outer.items[-1].paragraph != place - 1:
            return False
        for at in range(place + 1, min(place + _MOST_NESTED, len(marks))):
            mark = marks[at]
            if mark is None or self._breaks[at] is Break.ALL:
                return False
            if (outer.kind, outer.last + 1) in mark.readings:
                return at > place + 1
            if outer.kind in dict(mark.readings):
                return False
        return False

    def aside(self, place: int, low: str, marks: Sequence[Mark | None]) -> bool:
        """Is the unmarked paragraph at `place` a second one of the bullet before it: does the next
        bullet follow at once, with nothing here that leads to another list?
        """
        current = self._open[-1] if self._open else None
        if current is None or current.kind not in BULLETS or current.inside:
            return False
        if current.items[-1].paragraph != place - 1 or place + 1 == len(marks):
            return False
        following, part = marks[place + 1], self._parts[place]
        if following is None or following.readings[0][0] not in BULLETS:
            return False
        if low[part.end - 1] not in _STOPS:
            return False
        return max(read_lead(low[part.start : part.end]).weights.values()) < _LEADS

    def plain(self, place: int) -> None:
        """An unmarked paragraph: it ends bullets, while a numbered list may go on after it.

        After a bullet that is only a topic it is the text that belongs to it.
        """
        while self._open and _ends_with_paragraph(self._open[-1]):
            last = self._open[-1].items[-1]
            if not self._open[-1].inside and self._is_head(last) and self._runs(last, place - 1):
                return
            self._close_to(len(self._open) - 1, self._parts[place].start)
        if not self._open:
            self._before = None

    def head(self, place: int) -> None:
        """A topic head: it ends bullets, and the list after it belongs with the one before."""
        before, bullets = self._before, bool(self._open)
        self.plain(place)
        ended = bullets and not self._open
        self._before = self._before or (self.found[-1] if ended else before)
        self._headed = True

    def close(self, limit: int) -> None:
        """End all open lists at `limit`."""
        self._close_to(0, limit)
        self._before = self._left = self._interrupted = None

    def interrupt(self, place: int, mark: Mark | None) -> None:
        """End all open lists at the paragraph at `place`; where it is a plain sentence, as below a
        picture, the next paragraph may still go on counting.
        """
        part = self._parts[place]
        outer = self._open[0] if self._open and not mark else None
        self.close(part.start)
        if outer and outer.kind in COUNTERS and self._text[part.end - 1] == ".":
            self._left, self._interrupted = outer, place

    def _close_to(self, depth: int, limit: int) -> None:
        while len(self._open) > depth:
            done = self._open.pop()
            self._settle(done, limit)
            if self._open:
                if self._is_another(done):
                    self._open[-1].items += done.items
                elif len(done.items) > 1 or done.kind in BULLETS:
                    self._open[-1].items[-1].lists.append(done)
                continue
            self._before = done
            self.found.append(done)

    def _is_another(self, done: MarkedList) -> bool:
        """Is the one bullet of `done` only another sign for the next one of the list around it?"""
        outer = self._open[-1]
        if len(done.items) > 1 or done.inside or outer.inside:
            return False
        bullets = done.kind in BULLETS and outer.kind in BULLETS
        return bullets and self._text[last_seen(self._text, done.start)] in _STOPS

    def _settle(self, done: MarkedList, limit: int) -> None:
        """Give every item of `done` its end; `limit` is where the text after the list begins."""
        spare: int | None = None
        for item, following in zip(done.items, done.items[1:], strict=False):
            count = self._end(item, following.mark, 99)
            if spare is None or count < spare:
                spare = count
        last = done.items[-1]
        self._end(last, limit, max(spare or 0, 1) if self._is_head(last) else spare or 0)

    def _is_head(self, item: Item) -> bool:
        """Is the item's first paragraph only its topic, with the text to follow?"""
        end = self._parts[item.paragraph].end
        return end - item.start <= 160 and self._text[end - 1] not in ".;!?…"

    def _runs(self, item: Item, place: int) -> bool:
        """Does what `item` leads to go on behind the paragraph at `place`: its own, or a part of a
        sentence that its colon began?
        """
        if item.paragraph == place:
            return True
        first, last = (self._text[self._parts[at].end - 1] for at in (item.paragraph, place))
        return (first, last) == (":", ";")

    def _end(self, item: Item, limit: int, extra: int) -> int:
        """Set where `item` ends before `limit`; how many paragraphs it has beside its first.

        At most `extra` of those are taken, besides what is listed inside it.
        """
        end = self._parts[item.paragraph].end
        if end > limit:
            end = limit
        reach = max([inner.end for inner in item.lists]) if item.lists else end
        count = 0
        for place in range(item.paragraph + 1, len(self._parts)):
            start, past, caption = self._parts[place]
            if start >= limit:
                break
            if caption or self._breaks[place] is not Break.NONE:
                continue
            if start >= reach:
                if count >= extra and (not count or not self._runs(item, place - 1)):
                    break
                count += 1
            end = max(end, min(past, limit))
        if item.lists:
            end = max(end, min(reach, limit))
        item.end = _without_joint(self._text, item.start, end)
        while item.start < item.end and self._text[item.start].isspace():
            item.start += 1
        return count


def _ends_with_paragraph(current: MarkedList) -> bool:
    """Does an unmarked paragraph end `current`?"""
    if current.kind in ("la", "thu"):
        return current.inside and len(current.items) > 1
    return current.inside or current.kind in BULLETS


def last_seen(text: str, position: int) -> int:
    """Where the last character before `position` stands that is no space; -1 without one."""
    position -= 1
    while position >= 0 and text[position].isspace():
        position -= 1
    return position


def _without_joint(text: str, start: int, end: int) -> int:
    """`end` moved before the spaces, and the "; và" that leads to the next item, before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    if text[end - 1] == "à" and text.endswith(("; và", ", và"), start, end):
        end -= len(" và")
    return end


def walk(lists: Sequence[MarkedList]) -> Iterator[MarkedList]:
    """All lists, the inner ones after those they stand in."""
    for found in lists:
        yield found
        for item in found.items:
            yield from walk(item.lists)
