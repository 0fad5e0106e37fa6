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
from archive.reading.organs import find_organs, opens_body
from archive.reading.page import beside, furniture
from archive.reading.page.page import Line, Page
from archive.reading.places import older_tones, place_at
from archive.report import Found, Span
from archive.vietnamese import lower

MOST_LINES = 20_000
"""So many lines are read, a hundred times those of the longest reports."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_HEAD_LINES = 30
_STAMPED = 4  # lines: a page's own date before its headline stands at the very top
_TAG = re.compile(r"\(?[^\W\d_]{2,8}(?: online)?\)? ?[-–—]")
_BARS = re.compile(
    r" (?: *\[?(?:in trang|in bài|bản in|in|print|giọng nữ|giọng nam|chia sẻ|a- a a\+"
    r"|\d{1,3} lượt xem)\]? *$"
    r"|[|–-] (?:[\w-]{1,30}\.){1,3}(?:vn|com|net|org)$"
    r"|[|–-] (?:báo(?! cáo| chí| động)|trang|cổng|tạp chí|đài|website)\b[^|\n]{0,50}$)"
)
_LABEL = re.compile(r"#{1,6} +|(?:tiêu đề|tên bài|title) ?: +")
_LONGEST_CAPTION = 300
_LAST_LINES = 20  # among which a block of captions ends the page
_FEW_WORDS = 3
_MOST_WORDS = 32  # of a headline: what is longer sums it up, unless the page's date stands below
_SURE = 3
_OF_CONFERENCE = re.compile(
    r"tổng kết|sơ kết|hội nghị|triển khai|giao ban|nhiệm vụ|công tác|năm 20|ban tổ chức|thi đua"
)
_BYLINE = re.compile(
    r"(?:tin|bài|ảnh|tác giả|nguồn|theo|biên tập|thực hiện|người viết|người đăng|nhóm pv)\b.{0,80}"
    r"|(?:pv|ctv|c\.t\.v|bbt|p\.v|tl)\b.{0,40}"
)
# What a body does, where a headline in capitals goes on with it in a line of its own.
_DOES = re.compile(
    r"(?:tổ chức|tổng kết|sơ kết|giao ban|triển khai|họp|đánh giá|kiểm điểm|nhìn lại|và|năm \d"
    r"|quý |6 tháng|\d tháng|nhiệm kỳ|nhiệm vụ|phương hướng)\b"
)
_OF_PLACE = re.compile(r",? ?[-–—(]? ?(?=tỉnh |thành phố |tp)")
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
        if role is None and len(lines) < _HEAD_LINES and text[end - 1] in "0123456789)]":
            signed = furniture.is_signed_stamp(text, folded, (start, end), days)
            role = "date" if signed else None
        lines.append(_marked(Line(start, end), role) if role else Line(start, end))
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
    headline = _given(folded, lines, title) if title else _headline(folded, days, lines, first)
    if headline is not None:
        headline, first = _whole_headline(text, folded, lines, headline, first)
        for at, line in enumerate(lines[:headline]):
            if not line.furniture:
                lines[at] = _marked(line, "site")
        lines[headline] = Line(lines[headline].start, lines[headline].end, role="title")
    _mark_tags(folded, lines, headline, first)
    _mark_dates(folded, days, lines, headline, first)
    _mark_related(folded, lines, first)
    _mark_captions(text, folded, lines)
    _mark_signature(text, folded, lines)
    page = Page(text, tuple(lines), _title(text, folded, days, lines, headline, title))
    vars(page).update(folded=folded, digits=digits, days=days)  # as the page would make them
    return page


def _marked(line: Line, role: str | None) -> Line:
    return Line(line.start, line.end, furniture=True, role=role) if role else line


def _first_prose(folded: str, lines: list[Line]) -> int:
    """Where the article's own sentences begin; the number of lines where there are none."""
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if not line.furniture and is_prose(folded[line.start : line.end]):
            return at
    return min(len(lines), _HEAD_LINES)


def is_prose(folded: str) -> bool:
    """Is the line a sentence or more, not a headline, a heading or a link?"""
    if len(folded) < 60:
        return False
    told = len(folded) >= 230 or folded.endswith((".", ":", ";", "…"))
    if not told and not ("," in folded and beside.OPENING.match(folded)):
        return False
    return folded[-1] == "." or not (furniture.is_masthead(folded) or furniture.is_slogan(folded))


def _is_body(text: str, line: Line) -> bool:
    """Is `line` a body's name and nothing else but the place it belongs to?"""
    said = text[line.start : line.end]
    folded = older_tones(lower(said))
    organ = next(find_organs(said, folded, 0, len(said)), None) if opens_body(folded) else None
    if organ is None or organ.start:
        return False
    of_place = _OF_PLACE.match(folded, organ.end)
    place = place_at(folded, of_place.end()) if of_place else None
    return len(said) == (place[1] if place else organ.end)


def _is_site(text: str, folded: str, days: Days, lines: list[Line], at: int) -> bool:
    """Is the line above another that could be the headline nothing but a body's name: whose site
    it is? Where its other half stands right below, it is the headline's first half.
    """
    line, below = lines[at : at + 2]
    if not _is_body(text, line):
        return False
    return not _goes_on(text, folded, line, below) and any(
        _title_score(folded, days, lines, other) > 0
        for other in range(at + 1, min(at + 6, len(lines)))
        if not lines[other].furniture
        and not is_prose(folded[lines[other].start : lines[other].end])
    )


def _is_signature(text: str, folded: str, days: Days, lines: list[Line], at: int) -> bool:
    """Does the line tell who wrote the article, or from where it comes?"""
    said = text[lines[at].start : lines[at].end]
    dated = _roles(lines, at)[:1] == ["date"] and not all(line.furniture for line in lines[:at])
    if not dated or furniture.is_writers(said):
        return furniture.is_writers(said)
    scores = (_title_score(folded, days, lines, other) for other in range(at))
    return beside.is_signed(said) or (beside.are_names(said) and any(one > 0 for one in scores))


def _goes_on(text: str, folded: str, above: Line, below: Line) -> bool:
    """Was one headline broken in two: the first half unfinished, the second beginning small or, in
    capitals, with what the body above does?
    """
    if above.furniture or below.furniture or text.count("\n", above.end, below.start) != 1:
        return False
    if text[below.start].islower():
        return True
    if text[above.end - 1] in ":,":
        return folded.count(" ", above.start, above.end) >= _FEW_WORDS
    both = text[above.start : above.end], text[below.start : below.end]
    unfinished = _DOES.match(folded, below.start) or beside.is_unfinished(lower(both[0]))
    return all(half.isupper() for half in both) and bool(unfinished)


def _given(folded: str, lines: list[Line], title: str) -> int | None:
    """The line that holds the headline which the file gives beside the text."""
    wanted = lower(title).split()
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if folded[line.start : line.end].split()[: len(wanted)] == wanted:
            return at
    return None


def _headline(folded: str, days: Days, lines: list[Line], first: int) -> int | None:
    """The line of the headline among those above the article's first sentence."""
    best: tuple[float, int] | None = None
    # A text that opens with a caption has a headline only above its date, or one that is sure.
    captioned = below_site = False
    for at in range(first):
        line = lines[at]
        if line.role == "caption":
            if best:
                break
            below_site = below_site or (
                not captioned and any(above.furniture for above in lines[:at])
            )
            captioned = True
        if line.furniture:
            continue
        score = _title_score(folded, days, lines, at)
        if captioned and _roles(lines, at)[:1] != ["date"] and (below_site or score < _SURE):
            continue
        if score > 0 and (best is None or score > best[0]):
            best = score, at
    return (
        best[1] if best else None if captioned else beside.headline_with_stop(folded, lines, first)
    )


def _whole_headline(
    text: str, folded: str, lines: list[Line], headline: int, first: int
) -> tuple[int, int]:
    """The headline that was broken in two made one line again: its second half begins small.

    Gives the new places of the headline and of the article's first sentence.
    """
    while headline > 0 and _goes_on(text, folded, *lines[headline - 1 : headline + 1]):
        headline -= 1
    while headline < min(first, len(lines)) - 1:
        above, below = lines[headline : headline + 2]
        if not _goes_on(text, folded, above, below):
            break
        lines[headline : headline + 2] = [Line(above.start, below.end)]
        first -= 1
    return headline, first


def _title_score(folded: str, days: Days, lines: list[Line], at: int) -> float:
    line = lines[at]
    said = folded[line.start : line.end]
    words = len(said.split())
    if words < 3 or furniture.is_listed(said) or _is_dated(folded, days, line):
        return 0
    if furniture.is_masthead(said):
        return 0
    # "THBT - Đài Phát thanh …": without the bar that names the site nothing is left of it.
    bar = _BARS.search(folded, line.start, line.end)
    if bar and folded.count(" ", line.start, bar.start()) < _FEW_WORDS - 1:
        return 0
    if furniture.is_slogan(said):
        return 0 if words > 26 or said.endswith("!") else 0.5
    below = _roles(lines, at)
    score = 2 if 6 <= words <= 26 else -1.5 if words <= 4 else 1
    score += 3 if below[:1] == ["date"] else 1 if "date" in below else 0
    # Longer words of a conference, if no picture's, outweigh a summary between headline and date.
    if beside.is_scene(said):
        score -= 2
    elif words <= _MOST_WORDS or score >= _SURE:
        score += (2 if words >= 9 else 1) if _OF_CONFERENCE.search(said) else 0
    score -= (
        3 if at and beside.is_part(said) else 2 if said.endswith(("-", ",")) else said.endswith("!")
    )
    path = any(said in folded[above.start : above.end] for above in lines[:at])
    return score + (2 if path else 0)


def _roles(lines: list[Line], at: int) -> list[str]:
    """What the two lines below that at `at` are, who wrote the article left out."""
    return [below.role for below in lines[at + 1 : at + 4] if below.role != "signature"][:2]


def _title(
    text: str, folded: str, days: Days, lines: list[Line], headline: int | None, given: str | None
) -> Found[str] | None:
    """The headline without the bars that a site sets behind it."""
    if headline is None:
        return Found(given, Span(0, 0)) if given else None
    line = lines[headline]
    end = furniture.before_stamp(folded, line.start, line.end, days)
    label = _LABEL.match(folded, line.start, end)
    start = label.end() if label else line.start
    while bar := _BARS.search(folded, line.start, end):
        end = bar.start()
    bar_at = folded.rfind(" | ", line.start, end)
    if bar_at > line.start and _is_body(text, Line(bar_at + 3, end)):
        end = bar_at
    span = Span(start, end)
    if given:
        return Found(given, Span(line.start, min(line.end, line.start + len(given))))
    said = " ".join(text[start:end].split("\n"))
    score = _title_score(folded, days, lines, headline)
    return Found(said, span, confidence=0.97 if score >= 3 else 0.85)


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
        if not lines[at].furniture and _is_dated(folded, days, lines[at]):
            lines[at] = _marked(lines[at], "date")


def _is_dated(folded: str, days: Days, line: Line) -> bool:
    """Does a short line open with a full date, or with nothing but a stamp's words before it?"""
    start, end = line.start, line.end
    told = days.between(start, end) if end - start <= 120 and days.may_be_full(start, end) else ()
    if not told or told[0].year is None:
        return False
    opens = told[0].start - line.start <= 12
    return opens or furniture.is_stamp(folded, line.start, told[0].end, days)


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


def _mark_captions(text: str, folded: str, lines: list[Line]) -> None:
    """What is printed twice, and a block of captions at the very end.

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
