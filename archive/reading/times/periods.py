"""Periods named in a text: `6 tháng đầu năm 2024`, `quý III và 9 tháng`, `nhiệm kỳ 2020 - 2025`.

A mention keeps open what is not written. Which year "6 tháng đầu năm" is of, the times of the
whole report tell.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.period import Period
from archive.reading.wordlist import each_whole
from archive.registry import load

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
} | {"tư": 4, "bẩy": 7, "mười một": 11, "nhất": 1, "đầu": 1, "nhì": 2, "cuối": 4, "mười hai": 12}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TERM = 5  # years
SOME_YEAR = 2000
"""A year by which parts of one that is not told are compared."""
_COUNT = r"0?[2-9]|1[0-2]|hai(?<!mười hai)|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười"
_QUARTER = r"iii|ii|iv|i|0?[1-4]|một|hai|ba|tư|nhất|nhì|đầu|cuối"
_OF_YEAR = r"(?:,? ?(?:của )?năm (?:công tác )?|,? ?[/\-.] ?| )(?P<{0}>(?:19|20)\d\d)(?!\d)"
_PERIOD = re.compile(
    r"(?:"
    r"(?:(?P<term>nhiệm kỳ|nhiệm kì|khóa|khoá)"
    r"|(?P<stage>giai đoạn|những năm|các năm|trong \w+ năm))"
    r"(?: [^\W\d_]{1,8}){0,3}(?: \d{1,2}(?= ?\())? ?,? ?\(?"
    r"(?P<from>(?:19|20)\d\d) ?[-–—] ?(?P<to>(?:19|20)\d\d)(?!\d)"
    r"|nhiệm kỳ đại hội (?:lần thứ )?(?P<congress>[xvi]{1,5}) (?:của )?đảng(?! bộ)"
    r"|(?P<half>nửa(?: năm)?) (?P<which>đầu|cuối|còn lại|sau)(?: (?:của )?năm)?"
    r"(?:" + _OF_YEAR.format("half_year") + r")?"
    r"|(?P<some>(?<=kết )nửa năm(?! (?:đầu|cuối|thực|triển)))"
    r"|(?P<count>"
    + _COUNT
    + r") tháng(?! \d)(?: (?P<side>đầu|cuối|còn lại)(?: (?:của )?năm)?| qua)?"
    r"(?:" + _OF_YEAR.format("months_year") + r")?"
    r"|quý (?P<quarter>" + _QUARTER + r")(?!\w)"
    r"(?:(?:,| và| -|,? ?&) ?(?:quý )?(?P<until>" + _QUARTER + r")(?!\w))?"
    r"(?:" + _OF_YEAR.format("quarter_year") + r")?"
    r"|tháng (?P<month>1[0-2]|0?[1-9])(?!\d|[.,](?!20\d\d(?!\d))\d)"
    r"(?:(?:,| và|,? ?&) tháng (?P<last_month>1[0-2]|0?[1-9])(?![\d/])|"
    r" và (?P<and_month>1[0-2]|0?[1-9])(?=[.;)/]|,? (?:năm )?20\d\d))?(?:"
    + _OF_YEAR.format("month_year")
    + r")?"
    r"|(?:cả )?năm (?:công tác |thi đua )?(?P<year>(?:19|20)\d\d)(?!\d| ?[-–—] ?(?:19|20)\d\d)"
    r"|(?:nhiệm vụ|kế hoạch|tổng kết|sơ kết|công tác(?: [^\W\d_]{2,8}){0,3}|chương trình|hoạt động"
    r"|phương hướng|thi đua)"
    r" (?P<bare>20\d\d)(?!\d|[-/–]|\.\d| [-–—] ?\d)"
    r"|(?P<this>năm nay)|(?P<past>năm (?:vừa )?qua)|(?P<coming>năm (?:tới|mới|sau|tiếp theo))"
    r"|những tháng (?:đầu|cuối) năm(?: (?P<vague>20\d\d))?"
    r")(?!\w)"
)
# Where a period may begin, whichever letter it is that opens its word: there alone it is sought.
_BEGINS = re.compile(
    r"[cntkghqbmsp0-9](?<!\w.)(?:ăm |háng (?=\d)|uý |ửa |ông tác |hững (?=năm|tháng)"
    r"|rong (?=\w+ năm)|á(?=c năm|[um] tháng)|ả(?= năm|y tháng)|hiệm (?=k[ỳì]|vụ 2)"
    r"|(?:ổng|ơ) kết (?=2)|hi đua (?=2)|hóa|hoá|ế hoạch (?=2)|iai đoạn"
    r"|hương (?=(?:trình|hướng) 2)|oạt động (?=2)"
    r"|(?=[0-9]? tháng|(?:ai|a|ốn|ẩy|hín|ười(?: một| hai)?) tháng))"
)
# What every period has in it, and how far before that it can begin: most clauses have none.
_IN_EACH = re.compile(
    r"[ă12ửýáỳ](?:(?<=nă)m|(?<=[12])[90]\d\d|(?<=nử)a|(?<=quý)|(?<=thá)ng|(?<=kỳ) đại hội)"
)
_BEFORE = 50
_JOINED = re.compile(r"(?:,| và| cùng)?(?: (?:của|trong|kết quả|công tác|nhiệm vụ))* ?")
_OF_WORK = re.compile(r"(?:công tác|sơ kết|giao ban) $")
_ENDS = re.compile(r"[,;.\n]| và (?:bàn|triển khai|nhiệm vụ|phương hướng)")
_COUNTED = re.compile(
    r"(?:\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|lăm|chục|nhiều|những|các|mấy|vài|ít|nửa) $"
)
_BEFORE_DATE = re.compile(r"\d{1,2} ?$")
# "Quyết định số 108 năm 2009", "Luật Đất đai năm 2013", "Đại hội khóa XIII năm 2020".
_PAPERS = (
    "quyết định", "nghị quyết", "nghị định", "chỉ thị", "kết luận", "quy định", "thông tư",
    "công văn",
)  # fmt: skip
_NAMED = r"(?: [^\W\d_]+,?){0,6} $"
_OF_DOCUMENT = re.compile(
    each_whole(
        {
            **dict.fromkeys(_PAPERS, r" (?:số )?\d[\w./-]{0,20} $"),
            "luật": rf"(?<!kỷ luật)(?<!pháp luật)(?! gia){_NAMED}",
            **dict.fromkeys(("hiến pháp", "pháp lệnh"), _NAMED),
            **dict.fromkeys(("khóa", "khoá"), r" [ivx\d]{1,5} $"),
        }
    )
    # an aside, "(tụt từ hạng 2 năm 2017)"
    + r"|\([^()\n]{1,60} $"
)
_ACT = 60


_period = lru_cache(maxsize=64)(Period)  # a page tells of few, and each is asked for often


class Mention(NamedTuple):
    """A period as written: months `first` to `first + months - 1` of `year`.

    `year` is None where it is not told; `shift` is then the years between the year meant and the
    year of the report ("năm qua": -1). `term` holds a stretch of several years, told in full.
    `vague` marks words that give a year and no period of their own ("những tháng đầu năm 2019", and
    the year of a document or a congress, or of an aside).
    """

    start: int
    end: int
    first: int = 1
    months: int = 12
    year: int | None = None
    shift: int | None = None
    term: Period | None = None
    vague: bool = False
    named: bool = True

    @property
    def known(self) -> Period | None:
        """The period where the mention tells it in full."""
        if self.term:
            return self.term
        return None if self.year is None or self.vague else self.of(self.year)

    def of(self, year: int) -> Period:
        """The period in `year`."""
        return self.term or _period(year * 12 + self.first - 1, self.months)

    @property
    def kind(self) -> str:
        """What a report on such a period is called."""
        return self.of(2000).kind


def find_periods(folded: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The periods named in lower-case `folded` between `start` and `end`, in text order.

    Of two named together ("quý III và 9 tháng năm 2023") only the longer is given; a year that the
    second of two tells holds for the first as well.
    """
    end = len(folded) if end is None else end
    held: Mention | None = None
    first = _IN_EACH.search(folded, start, end)
    if first is None:
        return
    past = first.start() - _BEFORE
    if past < start:
        past = start
    for begun in _BEGINS.finditer(folded, past, end):
        found = _PERIOD.match(folded, begun.start(), end) if begun.start() >= past else None
        if found is None:
            continue
        past = found.end()
        mention = _mention(found, folded)
        if mention is None:
            continue
        if held is not None:
            joined = _join(held, mention, folded)
            if joined is not None:
                held = joined
                continue
            yield held
        held = mention
    if held is not None:
        yield held


def _mention(found: re.Match[str], folded: str) -> Mention | None:
    where, last_told = found.span(), found.lastgroup
    if last_told == "year":  # most are
        before = folded[max(0, where[0] - _ACT) : where[0]]
        return Mention(*where, year=int(found["year"]), vague=bool(_OF_DOCUMENT.search(before)))
    if last_told == "bare":
        return Mention(*found.span("bare"), year=int(found["bare"]))
    if found["from"] or found["congress"]:
        return _stretch(found, where)
    if found["some"]:
        return _part(where, 1, 6, None, named=False)
    if found["half"]:
        return _part(where, 1 if found["which"] == "đầu" else 7, 6, found["half_year"])
    if found["count"]:
        return _months(found, where, folded)
    if found["quarter"]:
        first, last = _quarter(found["quarter"]), _quarter(found["until"] or found["quarter"])
        if last < first:
            return None
        return _part(where, 3 * first - 2, 3 * (last - first + 1), found["quarter_year"])
    if found["month"]:
        if _BEFORE_DATE.search(folded[max(0, where[0] - 3) : where[0]]):
            return None
        first, last = int(found["month"]), int(found["last_month"] or found["and_month"] or 0)
        return _part(where, first, max(last - first, 0) + 1, found["month_year"])
    if found["this"] or found["past"] or found["coming"]:
        return _shifted(found, where, folded)
    vague = found["vague"]
    return Mention(*where, year=int(vague), vague=True) if vague else None


def _shifted(found: re.Match[str], where: tuple[int, int], folded: str) -> Mention | None:
    """The year itself, the last or the next; none for several ("2,5 năm qua", "nhiều năm tới")."""
    before = folded[max(0, where[0] - 7) : where[0]]
    # "đã triển khai gần một năm nay": for a year.
    if _COUNTED.search(before) or (found["this"] and before.endswith("một ")):
        return None
    return Mention(*where, shift=0 if found["this"] else -1 if found["past"] else 1)


def _part(
    where: tuple[int, int], first: int, months: int, year: str | None, *, named: bool = True
) -> Mention:
    return Mention(*where, first, months, int(year) if year else None, named=named)


def _stretch(found: re.Match[str], where: tuple[int, int]) -> Mention | None:
    if found["congress"]:
        term = _of_congress(found["congress"].upper())
        return Mention(*where, term=term) if term else None
    first, last = int(found["from"]), int(found["to"])
    if not 0 < last - first <= 12:
        return None
    if found["term"]:
        return Mention(*where, term=Period.term(first, last))
    return Mention(*where, term=Period.term(first, last), named=False)


def _of_congress(numeral: str) -> Period | None:
    """The term that the congress of that number opened, up to the next one's year."""
    closed = {row["term"]: row["closed"].year for row in load("congresses")["congress"]}
    first = closed.get(numeral)
    last = min((year for year in closed.values() if first and year > first), default=None)
    return Period.term(first, last or first + _TERM) if first else None


def _months(found: re.Match[str], where: tuple[int, int], folded: str) -> Mention | None:
    count = _number(found["count"])
    side, year = found["side"], found["months_year"]
    of_work = _OF_WORK.search(folded, where[0] - 16, where[0])
    whole = bool(of_work and _ENDS.match(folded, where[1]))  # "sơ kết công tác 8 tháng, …"
    if count in (6, 9, 10, 11) or side or year or whole:
        first = 13 - count if side in ("cuối", "còn lại") else 1
        return _part(where, first, count, year, named=bool(side or year))
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _quarter(text: str) -> int:
    return _ROMAN.get(text) or _number(text)


def _closes(term: Mention, short: Mention) -> bool:
    """Is `short` of the last year of a term, "năm 2020 và nhiệm kỳ 2015-2020"?"""
    return bool(term.term and short.year and term.term.end // 12 == short.year)


def _join(one: Mention, other: Mention, folded: str) -> Mention | None:
    """The longer of two periods named in one breath, one of which holds the other."""
    if one.vague or other.vague or one.shift is not None or other.shift is not None:
        return None
    if (one.term and other.term) or not _JOINED.fullmatch(folded, one.end, other.start):
        return None
    year = one.year or other.year or 2000
    if (one.year or year) != (other.year or year) or one.of(year) == other.of(year):
        return None
    long, short = sorted((one, other), key=lambda mention: -mention.of(year).months)
    if not (long.of(year).contains(short.of(year)) or _closes(long, short)):
        return None
    return long._replace(start=one.start, end=other.end, year=one.year or other.year, named=True)
