"""A saved page as lines: which are furniture, which is the headline.

A line is called furniture only where its own words or its place say so beyond doubt (see
`furniture`): what is lost here reaches no field. Above the headline everything is furniture; below
the article the blocks of links, comments and counters are; in between only captions and bars are.
"""

import re
from itertools import islice, pairwise
from operator import attrgetter

from archive.reading.dates import Days
from archive.reading.digits import Digits
from archive.reading.page import beside, furniture
from archive.reading.page.headline import (
    HEAD_LINES,
    find_headline,
    given_headline,
    goes_on,
    is_body,
    is_dated,
    roles_below,
    title_of,
    title_score,
    whole_headline,
)
from archive.reading.page.page import Line, Page
from archive.vietnamese import lower

MOST_LINES = 20_000
"""So many lines are read, a hundred times those of the longest reports."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_STAMPED = 4  # lines: a page's own date before its headline stands at the very top
_TAG = re.compile(r"\(?[^\W\d_]{2,8}(?: online)?\)? ?[-–—]")
_LONGEST_CAPTION = 300
_SOURCED_AMONG = 3  # lines at the end
_LAST_LINES = 20  # among which a block of captions ends the page
_BYLINE = re.compile(
    r"(?:tin|bài|ảnh|tác giả|nguồn|theo|biên tập|thực hiện|người viết|người đăng|nhóm pv)\b.{0,80}"
    r"|(?:pv|ctv|c\.t\.v|bbt|p\.v|tl)\b.{0,40}"
)
_ROLE = attrgetter("role")


def read_page(text: str, *, title: str | None = None) -> Page:
    """Cut cleaned `text` into lines, tell furniture from text, and find the headline.

    `title` is the headline that a field of the file gives; it wins over the one in the text.
    """
    folded, digits = lower(text), Digits(text)
    days, links = Days(folded, digits), furniture.may_link(folded)
    lines: list[Line] = []
    for found in islice(_LINE.finditer(text), MOST_LINES):
        begin, end = found.span()
        start = beside.headline_start(folded, begin, end, days) if len(lines) < _STAMPED else begin
        if start > begin:
            lines.append(Line(begin, start, furniture=True, role="date"))
        role = furniture.role(folded, start, end, days, links=links)
        if role is None and len(lines) < HEAD_LINES and text[end - 1] in "0123456789)]":
            signed = furniture.is_signed_stamp(text, folded, (start, end), days)
            role = "date" if signed else None
        lines.append(Line(start, end, furniture=True, role=role) if role else Line(start, end))
    if lines and not lines[0].furniture and furniture.is_note(text, lines[0].start, lines[0].end):
        lines[0] = _marked(lines[0], "note")
    first = _first_prose(folded, lines)
    for at, line in enumerate(lines[: first - 1]):
        if not line.furniture and _is_site(text, folded, days, lines, at):
            lines[at] = _marked(line, "site")
        elif at and not line.furniture and _is_signature(text, folded, days, lines, at):
            lines[at] = _marked(line, "signature")
        elif (
            at and lines[at - 1].role == "related" and beside.is_link(folded, line.start, line.end)
        ):
            lines[at] = _marked(line, "related")
    headline = (
        given_headline(folded, lines, title) if title else find_headline(folded, days, lines, first)
    )
    if headline is not None:
        headline, first = whole_headline(text, folded, lines, headline, first)
        for at, line in enumerate(lines[:headline]):
            if not line.furniture:
                lines[at] = _marked(line, "site")
        lines[headline] = Line(lines[headline].start, lines[headline].end, role="title")
    _mark_tags(folded, lines, headline, first)
    _mark_dates(folded, days, lines, headline, first)
    _mark_sources(folded, days, lines, headline, first)
    _mark_related(folded, lines, first)
    _mark_captions(text, folded, lines, first)
    _mark_signature(text, folded, lines)
    page = Page(text, tuple(lines), title_of(text, folded, days, lines, headline, title))
    vars(page).update(folded=folded, digits=digits, days=days)  # as the page would make them
    return page


def _marked(line: Line, role: str) -> Line:
    return Line(line.start, line.end, furniture=True, role=role)


def _first_prose(folded: str, lines: list[Line]) -> int:
    """Where the article's own sentences begin; the number of lines where there are none."""
    for at, line in enumerate(lines[:HEAD_LINES]):
        if not line.furniture and is_prose(folded[line.start : line.end]):
            return at
    return min(len(lines), HEAD_LINES)


def is_prose(folded: str) -> bool:
    """Is the line a sentence or more, not a headline, a heading or a link?"""
    if len(folded) < 60:
        return False
    told = len(folded) >= 230 or folded.endswith((".", ":", ";", "…"))
    if not told and not ("," in folded and beside.OPENING.match(folded)):
        return False
    return folded[-1] == "." or not (furniture.is_masthead(folded) or furniture.is_slogan(folded))


def _is_site(text: str, folded: str, days: Days, lines: list[Line], at: int) -> bool:
    """Is the line above another that could be the headline nothing but a body's name: whose site
    it is? Where its other half stands right below, it is the headline's first half.
    """
    line, below = lines[at : at + 2]
    if not is_body(text, line):
        return False
    return not goes_on(text, folded, line, below) and any(
        title_score(folded, days, lines, other) > 0
        for other in range(at + 1, min(at + 6, len(lines)))
        if not lines[other].furniture
        and not is_prose(folded[lines[other].start : lines[other].end])
    )


def _is_signature(text: str, folded: str, days: Days, lines: list[Line], at: int) -> bool:
    """Does the line tell who wrote the article, or from where it comes?"""
    said = text[lines[at].start : lines[at].end]
    below = roles_below(lines, at)
    dated = below[:1] == ["date"] and not all(line.furniture for line in lines[:at])
    if not dated or beside.is_writers(said):
        return beside.is_writers(said)
    scores = (title_score(folded, days, lines, other) for other in range(at))
    return beside.is_signed(said) or (beside.are_names(said) and any(one > 0 for one in scores))


def _mark_tags(folded: str, lines: list[Line], headline: int | None, first: int) -> None:
    """The agency's mark that stands alone above the article ("TTXVN -"), and who wrote it."""
    for at in range(0 if headline is None else headline + 1, min(first, len(lines))):
        line = lines[at]
        if line.furniture:
            continue
        if _TAG.fullmatch(folded, line.start, line.end):
            lines[at] = _marked(line, "site")
        elif headline is not None and _BYLINE.fullmatch(folded, line.start, line.end):
            lines[at] = _marked(line, "signature")


def _mark_dates(
    folded: str, days: Days, lines: list[Line], headline: int | None, first: int
) -> None:
    """Below the headline a short line that opens with a full date is the page's."""
    for at in range(len(lines) if headline is None else headline + 1, min(first, len(lines))):
        if not lines[at].furniture and is_dated(folded, days, lines[at]):
            lines[at] = _marked(lines[at], "date")


def _mark_sources(
    folded: str, days: Days, lines: list[Line], headline: int | None, first: int
) -> None:
    """Who wrote the article, or from where it is taken, with the date behind: between headline and
    text, or at the very end.
    """
    head = range(0 if headline is None else headline + 1, min(first, len(lines)))
    for at in (*head, *range(max(first, len(lines) - _SOURCED_AMONG), len(lines))):
        line = lines[at]
        if line.role in ("text", "signature", "site") and beside.is_source(
            folded, line.start, line.end, days
        ):
            lines[at] = _marked(line, "date")


def _mark_related(folded: str, lines: list[Line], first: int) -> None:
    """The short lines below the head of a block of links, comments or counters."""
    if "related" not in map(_ROLE, lines):
        return
    inside = False
    before: Line | None = None
    for at in range(first, len(lines)):
        line = lines[at]
        if line.role == "related":
            inside = True
        elif not inside:
            before = line if line.role == "text" else before
        elif _is_article(said := folded[line.start : line.end]) or (
            before and _goes_on_listing(folded[before.start : before.end], said)
        ):
            inside = False
        elif not line.furniture:
            lines[at] = _marked(line, "related")


def _goes_on_listing(before: str, said: str) -> bool:
    """Is the line another item, with its stop, of the list that `before` leads to or is part of?"""
    if not furniture.is_listed(said) or not said.endswith((".", ";")):
        return False
    return before.endswith(":") or (before[0] == said[0] and before[-1] in ".;")


def _is_article(said: str) -> bool:
    """Does the article go on with this line below a block of links?"""
    if furniture.is_listed(said) and not said.endswith((".", ";")):
        return False
    return len(said) >= 200 or (len(said) >= 90 and said.endswith((".", ":", ";")))


def _mark_captions(text: str, folded: str, lines: list[Line], first: int) -> None:
    """What is printed twice, and a block of captions at the very end, below the prose that begins
    with line `first`.

    Right below its like a line is the copy; at the end it shows that both are a caption.
    """
    said = {
        at: folded[line.start : line.end]
        for at, line in enumerate(lines)
        if line.end - line.start < _LONGEST_CAPTION
    }
    twice = len(set(said.values())) < len(said)
    if not twice and "caption" not in map(_ROLE, lines[-_LAST_LINES:]):
        return
    block = _last_block(text, lines)
    if block.start <= first:
        block = range(0)  # the article itself stands below the last blank line
    seen: dict[str, int] = {}
    for at, words in said.items() if twice else ():
        before = seen.setdefault(words, at)
        if before == at or furniture.is_listed(words):
            continue
        line = lines[at]
        if line.role == lines[before].role == "text" and (before + 1 == at or at in block):
            lines[at] = _marked(line, "caption")
            if at in block:
                lines[before] = _marked(lines[before], "caption")
    if any(lines[at].role == "caption" for at in block):
        for at in block:
            if at in said and not lines[at].furniture and not furniture.is_listed(said[at]):
                lines[at] = _marked(lines[at], "caption")


def _last_block(text: str, lines: list[Line]) -> range:
    """The lines below the last blank line of a page whose article has no blank lines inside;
    an empty range where the page is not of that kind.
    """
    gaps = [text.count("\n", one.end, two.start) for one, two in pairwise(lines[-_LAST_LINES:])]
    breaks = [at for at, gap in enumerate(gaps) if gap > 1]
    if not breaks or gaps[max(0, breaks[-1] - 3) : breaks[-1]] != [1, 1, 1]:
        return range(0)
    return range(len(lines) - (len(gaps) - breaks[-1]), len(lines))


def _mark_signature(text: str, folded: str, lines: list[Line]) -> None:
    """Who wrote it: the short unfinished line that ends the article."""
    for at in range(len(lines) - 1, max(0, len(lines) - 40), -1):
        line = lines[at]
        if line.furniture:
            continue
        said = text[line.start : line.end]
        byline = _BYLINE.fullmatch(folded, line.start, line.end) and not furniture.is_sentence(said)
        if line.role == "text" and (byline or beside.is_name(said)):
            lines[at] = _marked(line, "signature")
            continue
        return
