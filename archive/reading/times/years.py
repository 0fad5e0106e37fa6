"""The year of what an article tells without one: by the same part of a year told with it elsewhere,
by its plans and its comparisons.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from archive.period import YEAR
from archive.reading.page import Page
from archive.reading.times.periods import Mention
from archive.reading.times.planned import is_planned
from archive.reading.times.sentences import dated

# What is counted or resolved for one year is of the year that the article is of.
_YEARS_WORK = re.compile(
    r"(?:chương trình kiểm tra, giám sát|kế hoạch|chỉ tiêu|nhiệm vụ|nghị quyết|dự toán|tiêu biểu"
    r"|công tác|mục tiêu)(?: (?!đến|tới|hết|từ)[^\W\d_]{1,8}){0,3}$"
)
_YEAR = re.compile(r" năm (?P<year>20\d\d)(?!\d)")
_BEFORE = 60  # letters that tell whose year it is
_MOST = 2000  # years looked at, far more than any report names
_OF_FIGURES = ("so với ", "cùng kỳ ", "đến ", "hết ", "từ ", "tới ", "trước ", "cuối ", "đầu ")
_DATELINE = re.compile(r"\W*(?:[^\n]{1,24}[-–—:)]\W*)?")
_COMPARED = re.compile(r"cùng kỳ (?:năm )?(?P<year>(?:19|20)\d\d)(?!\d)")


def likely_year(page: Page) -> int | None:
    """The year that an article without any date is of: the one after that it compares with, else
    the one whose plans and targets it names most.
    """
    compared = _COMPARED.search(page.folded)
    if compared:
        return int(compared["year"]) + 1
    folded = page.folded
    years = Counter(
        found["year"]
        for found in islice(_YEAR.finditer(folded), _MOST)
        if _YEARS_WORK.search(folded, found.start() - _BEFORE, found.start())
    )
    return int(years.most_common(1)[0][0]) if years else None


def looked_at(
    page: Page, *, part: tuple[int, int] | None = None
) -> Iterator[tuple[Mention, int, int]]:
    """The periods told in the article that are not planned for; each with its sentence. Of a `part`
    of a year (its first month, how many) only those that tell the year.
    """
    for line in page.body:
        for start, end, periods in dated(page, line):
            since = start
            for mention in periods:
                before = page.folded[since : mention.start]
                since = mention.end
                if mention.term or mention.vague or mention.shift is not None:
                    continue
                if part and not (mention.year and (mention.first, mention.months) == part):
                    continue
                if before.endswith(_OF_FIGURES) or is_planned(page.folded, before, mention, end):
                    continue
                yield mention, start, end


def _reported(page: Page) -> Mention | None:
    """The year whose figures a report gives, where the page calls it no more than the last."""
    for one, start, _ in looked_at(page):
        if one.months == YEAR and one.year and "báo cáo" in page.folded[start : one.start]:
            return one
    return None


def _opened(page: Page) -> Mention | None:
    """The year that the article opens with, where it is not planned for: "(…) - Năm 2018 là …"."""
    first = next(looked_at(page), None)
    if first is None:
        return None
    one, start, _ = first
    is_year = one.year and one.months == YEAR and start == page.body[0].start
    return one if is_year and _DATELINE.fullmatch(page.folded, start, one.start) else None


def with_year(page: Page, mention: Mention) -> Mention:
    """`mention` with the year that the article tells with the same part of a year elsewhere; in
    place of "last year" the year whose figures a report gives, or that the article opens with.
    """
    if mention.shift == -1:
        return _reported(page) or _opened(page) or mention
    if mention.year or mention.term or mention.shift is not None:
        return mention
    for like, _, _ in looked_at(page, part=(mention.first, mention.months)):
        return mention._replace(year=like.year)
    return mention._replace(year=_of_last_month(page, mention)) if mention.months % 3 else mention


def _of_last_month(page: Page, mention: Mention) -> int | None:
    """The year told with the last month of such a part of a year as has no name of its own: "10
    tháng đầu năm" are "từ đầu năm đến hết tháng 10.2019".
    """
    last = mention.first + mention.months - 1
    for line in page.body:
        for sentence in dated(page, line):
            for one in sentence.periods:
                if one.months == 1 and one.first == last and one.year:
                    return one.year
    return None
