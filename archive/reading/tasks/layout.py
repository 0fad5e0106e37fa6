"""How an article is laid out: its paragraphs, the marks that open them, what they do to lists.

The outline, the tasks and the results all look at it; it is read once for a page.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.reading.page import Page
from archive.reading.page.sentences import Paragraph, paragraphs
from archive.reading.tasks.lists import Break
from archive.reading.tasks.marks import BULLETS, Mark, opening_mark
from archive.reading.tasks.openers import opens_task
from archive.reading.tasks.roles import heading_role, narrates, read_lead

GROUP_LENGTH = 100
# How a paragraph ends that says that what it tells of follows.
FOLLOW = (" sau.", " sau đây.", " dưới đây.")
_TOPICS = ("công tác ", "lĩnh vực ", "đối với ", "nhóm ", "mảng ", "phần ", "khối ")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of an article, and by their places what each opens with, does, and starts at.

    `headings` are the roles of what each heads, as `heading_role` tells them.
    `low` is `text` as the registry's words are compared, as long as `text`.
    """

    text: str
    low: str
    parts: tuple[Paragraph, ...]
    marks: tuple[Mark | None, ...]
    headings: tuple[str | None, ...]
    breaks: tuple[Break, ...]
    starts: tuple[int, ...]

    def place(self, position: int) -> int:
        """Which paragraph holds `position`."""
        return (bisect_right(self.starts, position) or 1) - 1


@lru_cache(maxsize=1)
def lay_out(page: Page) -> Layout:
    """The layout of `page`."""
    text, low = page.text, page.leveled
    parts = paragraphs(page, low)
    marks = tuple([opening_mark(text, low, start, end) for start, end, _ in parts])
    lows = [low[start:end] for start, end, _ in parts]
    headings = tuple(map(heading_role, lows))
    breaks = [*map(_break, lows, marks, headings)]
    for place in range(1, len(parts) - 1):
        if headings[place] is None and _heads_group(lows, marks, place):
            above = breaks[place - 1] is Break.ALL and lows[place - 1][-1] == ":"
            if above or marks[place - 1] or lows[place - 1].endswith(FOLLOW):
                breaks[place] = Break.HEAD
    starts = tuple([start for start, _, _ in parts])
    return Layout(text, low, parts, marks, headings, tuple(breaks), starts)


def _break(low: str, mark: Mark | None, role: str | None) -> Break:
    """What the folded paragraph `low` that opens with `mark` and heads a part of that `role` does
    to the lists before it.
    """
    if mark:
        return Break.ALL if role and _heads_section(mark, low, role) else Break.NONE
    if role:
        return Break.ALL
    if role == "":
        return Break.HEAD
    return Break.ALL if low[-1] == ":" or narrates(low) else Break.NONE


def _heads_group(lows: Sequence[str], marks: Sequence[Mark | None], place: int) -> bool:
    """Is the paragraph at `place` a topic alone, with tasks that are marked below it, anew or
    counted on from those above ("Công tác tổ chức" above "1. …")?
    """
    low, mark, before = lows[place], marks[place + 1], marks[place - 1]
    if mark is None or marks[place] or len(low) > GROUP_LENGTH:
        return False
    if not low[-1].isalnum() and not (low[-1] in ":." and low.startswith(_TOPICS)):
        return False
    anew = any(number == 1 or kind in BULLETS for kind, number in mark.readings)
    if not (anew or (before and lows[place - 1][-1] in ".;" and not opens_task(low))):
        return False
    begin = mark.end - mark.start
    lead = read_lead(low)
    return (
        lead.told is None
        and max(lead.weights.values()) < 1
        and opens_task(lows[place + 1][begin : begin + 160])
    )


def _heads_section(mark: Mark, low: str, role: str) -> bool:
    """Does a marked line head a section of the report ("II. NHIỆM VỤ NĂM 2024"), no list item?"""
    if any(kind[0] in "IA" for kind, _ in mark.readings):
        return True
    if mark.readings[0][0] in ("la", "thu", "noun"):
        return False
    return role != "tasks" or "năm" in low or "trọng tâm" in low
