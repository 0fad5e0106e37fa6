"""The dates that a page gives itself: the article's own, and the day on which it was saved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.reading.page.page import Line, Page
from archive.report import Found, Span

_LABEL = re.compile(
    r"(?P<made>ngày đăng|đăng ngày|đăng lúc|đăng:|(?<!\w)đăng(?= \d)"
    r"|xuất bản|phát hành|posted|published)"
    r"|cập nhật|updated|last modified"
)
_TODAY = re.compile(r"hôm nay|bây giờ|today")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Stamps:
    """`published` is a date that the page gives the article; `clock` one that may be only the
    day of saving: it stands above the headline, or the page has no headline to tell.
    """

    published: Found[date] | None = None
    clock: Found[date] | None = None


def find_stamps(page: Page) -> Stamps:
    """The page's own dates, from the lines around the article."""
    titled = next((at for at, line in enumerate(page.lines) if line.role == "title"), None)
    own: list[Found[date]] = []
    clocks: list[Found[date]] = []
    for at, line in _around(page):
        told = _date(page, line)
        if told is None:
            continue
        label = _LABEL.search(page.folded, line.start, line.end)
        if label or (titled is not None and at >= titled and line.role != "menu"):
            own.append(Found(*told, 0.97 if label and label["made"] else 0.95))
        else:
            clocks.append(Found(*told, 0.6))
    # An article that was changed later shows both days: the first is when it was published.
    best = max(own, key=lambda found: (found.confidence, -found.span.start), default=None)
    if best is None and len(clocks) > 1 and titled is not None:
        best = _of_article(page, clocks, page.lines[titled - 1])
    return Stamps(best, clocks[0] if clocks else None)


def _of_article(page: Page, clocks: list[Found[date]], above: Line) -> Found[date] | None:
    """Of several dates above the headline the one that is not today's: what stands right above it
    (in the line `above`), unless the page says that this is today; None where nothing tells.
    """
    told = [
        found
        for found in clocks
        if not _TODAY.search(page.folded, found.span.start - _NEAR, found.span.start)
    ]
    near = [found for found in told if above.start <= found.span.start < above.end]
    if near:
        return near[0]
    return told[0] if len(told) == 1 else None


def _around(page: Page) -> Iterator[tuple[int, Line]]:
    """The lines that may hold the page's dates, with their places."""
    inside = False
    for at, line in enumerate(page.lines):
        role = line.role
        if role == "text":
            inside = True
        elif role == "related" and inside:
            return
        elif (
            role in ("date", "title")
            or (role == "menu" and not inside)
            or (role == "site" and _LABEL.match(page.folded, line.start))
        ):
            yield at, line


def _date(page: Page, line: Line) -> tuple[date, Span] | None:
    """The first date in `line`, and where it stands."""
    # What stands beside the headline is the page's; a day inside it is the article's.
    start = page.title.span.end if line.role == "title" and page.title else line.start
    for day in page.days.full(start, line.end):
        value = day.seen_from(None)
        if value:
            return value, Span(day.start, day.end)
    return None
