"""The headline of a page: the line that is one, made whole, without what a site sets behind it."""

import re

from archive.reading.dates import Days
from archive.reading.organs import find_organs, opens_body
from archive.reading.page import beside, furniture
from archive.reading.page.page import Line
from archive.reading.places import older_tones, place_at
from archive.report import Found, Span
from archive.vietnamese import lower

HEAD_LINES = 30
"""Among so many lines the headline stands."""
_BARS = re.compile(
    r" (?: *\[?(?:in trang|in bài|bản in|in|print|giọng nữ|giọng nam|chia sẻ|a- a a\+"
    r"|\d{1,3} lượt xem)\]? *$"
    r"|[|–-] (?:[\w-]{1,30}\.){1,3}(?:vn|com|net|org)$"
    r"|[|–-] (?:báo(?! cáo| chí| động)|trang|cổng|tạp chí|đài|website)\b[^|\n]{0,50}$)"
)
_LABEL = re.compile(
    r"#{1,6} +|(?:tiêu đề|tên bài|title) ?: +"
    r"|[\[(](?:[\w-]{1,30}\.){1,3}(?:vn|com|net|org)[\])] ?[-–:]? ?"
    # "Báo … > Thời sự > …": the way to the article before its headline
    r"|(?:(?:[^\s>»›/:|]+ ){1,5}(?:>>?|»|›|::|/) )+(?=(?:[^\s>»›/|]+ ){5})"
)
_FEW_WORDS = 3
_MOST_WORDS = 32  # of a headline: what is longer sums it up, unless the page's date stands below
_SURE = 3
_LEAST = 0.25  # of what is a headline only where nothing else is
_OF_CONFERENCE = re.compile(
    r"tổng kết|sơ kết|hội nghị|triển khai|giao ban|nhiệm vụ|công tác|năm 20|ban tổ chức|thi đua"
)
# What a body does, where a headline in capitals goes on with it in a line of its own.
_DOES = re.compile(
    r"(?:tổ chức|tổng kết|sơ kết|giao ban|triển khai|họp|đánh giá|kiểm điểm|nhìn lại|và|năm \d"
    r"|quý |6 tháng|\d tháng|nhiệm kỳ|nhiệm vụ|phương hướng)\b"
)
_OF_PLACE = re.compile(r",? ?[-–—(]? ?(?=tỉnh |thành phố |tp)")


def is_body(text: str, line: Line) -> bool:
    """Is `line` a body's name and nothing else but the place it belongs to?"""
    said = text[line.start : line.end]
    folded = older_tones(lower(said))
    organ = next(find_organs(said, folded, 0, len(said)), None) if opens_body(folded) else None
    if organ is None or organ.start:
        return False
    of_place = _OF_PLACE.match(folded, organ.end)
    place = place_at(folded, of_place.end()) if of_place else None
    return len(said) == (place[1] if place else organ.end)


def goes_on(text: str, folded: str, above: Line, below: Line) -> bool:
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


def given_headline(folded: str, lines: list[Line], title: str) -> int | None:
    """The line that holds the headline which the file gives beside the text."""
    wanted = lower(title).split()
    for at, line in enumerate(lines[:HEAD_LINES]):
        if folded[line.start : line.end].split()[: len(wanted)] == wanted:
            return at
    return None


def find_headline(folded: str, days: Days, lines: list[Line], first: int) -> int | None:
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
        score = title_score(folded, days, lines, at)
        if captioned and roles_below(lines, at)[:1] != ["date"] and (below_site or score < _SURE):
            continue
        if score > 0 and (best is None or score > best[0]):
            best = score, at
    return (
        best[1] if best else None if captioned else beside.headline_with_stop(folded, lines, first)
    )


def whole_headline(
    text: str, folded: str, lines: list[Line], headline: int, first: int
) -> tuple[int, int]:
    """The headline that was broken in two made one line again: its second half begins small.

    Gives the new places of the headline and of the article's first sentence.
    """
    while headline > 0 and goes_on(text, folded, *lines[headline - 1 : headline + 1]):
        headline -= 1
    while headline < min(first, len(lines)) - 1:
        above, below = lines[headline : headline + 2]
        if not goes_on(text, folded, above, below):
            break
        lines[headline : headline + 2] = [Line(above.start, below.end)]
        first -= 1
    return headline, first


def title_score(folded: str, days: Days, lines: list[Line], at: int) -> float:
    """How much the line at `at` is like a headline; 0 and less for what is none."""
    line = lines[at]
    said = folded[line.start : line.end]
    words = len(said.split())
    if words < 3 or furniture.is_listed(said) or is_dated(folded, days, line):
        return 0
    if furniture.is_masthead(said):
        return 0
    # "THBT - Đài Phát thanh …": without the bar that names the site nothing is left of it.
    bar = _BARS.search(folded, line.start, line.end)
    if bar and folded.count(" ", line.start, bar.start()) < _FEW_WORDS - 1:
        return 0
    if furniture.is_row(said):
        return _LEAST
    if furniture.is_slogan(said):
        return 0 if words > 26 or said.endswith("!") else 0.5
    below = roles_below(lines, at)
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


def roles_below(lines: list[Line], at: int) -> list[str]:
    """What the two lines below that at `at` are, who wrote the article left out."""
    return [below.role for below in lines[at + 1 : at + 4] if below.role != "signature"][:2]


def title_of(
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
    if bar_at > line.start and is_body(text, Line(bar_at + 3, end)):
        end = bar_at
    span = Span(start, end)
    if given:
        return Found(given, Span(line.start, min(line.end, line.start + len(given))))
    said = " ".join(text[start:end].split("\n"))
    score = title_score(folded, days, lines, headline)
    return Found(said, span, confidence=0.97 if score >= 3 else 0.85)


def is_dated(folded: str, days: Days, line: Line) -> bool:
    """Does a short line open with a full date, or with nothing but a stamp's words before it?"""
    start, end = line.start, line.end
    told = days.between(start, end) if end - start <= 120 and days.may_be_full(start, end) else ()
    if not told or told[0].year is None:
        return False
    opens = told[0].start - line.start <= 12
    return opens or furniture.is_stamp(folded, line.start, told[0].end, days)
