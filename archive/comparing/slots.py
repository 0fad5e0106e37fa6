"""What a task says exactly: its figures, dates and documents, each in a form that compares.

Figures and documents come from the reading of the report; a number that reading took for neither
is a figure here, so that no changed number goes unseen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.comparing.diff import ChangeKind
from archive.comparing.keys import same_directive
from archive.comparing.wording import form, list_marks
from archive.registry import load
from archive.report import Report, Span, Task
from archive.segmenter import words as segment
from archive.vietnamese import level

_DAY = r"\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?(?![\d/])"
_LONG_DAY = r"\d{1,2} tháng \d{1,2}(?: năm \d{4})?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_OF_YEAR = rf"(?:(?:[/-]| ?năm ){_YEAR})?"
_RANGE = rf"{_YEAR} ?[-–] ?{_YEAR}"
_DATES = re.compile(
    rf"(?<![\w/.,-])(?:ngày (?:{_LONG_DAY}|{_DAY}|\d{{1,2}}(?!\d))|{_LONG_DAY}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"
    rf"|tháng \d{{1,2}}(?!\d){_OF_YEAR}|qu[ýí] (?:iv|i{{1,3}}|[1-4])(?!\w){_OF_YEAR}"
    rf"|(?:0?6|sáu|0?9|chín|0?3|ba) tháng (?:đầu|cuối) năm(?: {_YEAR})?"
    rf"|nửa (?:đầu|cuối) năm(?: {_YEAR})?"
    rf"|(?:(?:nhiệm k[ỳì]|giai đoạn|năm học) )?{_RANGE}|(?:hết |đầu |cuối |giữa )?năm {_YEAR}"
    r"|(?:(?<=trước )|(?<=sau ))(?:[12]\d|3[01]|0?[1-9])/(?:1[0-2]|0?[1-9])(?![\d/])"
    rf"|(?:(?<=đến )|(?<=hết )|(?<=và )|(?<=, )){_YEAR}(?= *[.,;:)\n]|\Z))"
)
_YEARS = re.compile(rf"{_YEAR}-{_YEAR}")
_WINDOW = 100  # so many letters before a date tell what it is for
_BASE = re.compile(r"(?<!\w)so với (?:\w+ ){0,4}$")
_HELD = r"(?<!\w)đại hội (?:(?!quy hoạch)[^.,;:(]){0,80}[,(]? ?"
_CONGRESS = re.compile(_HELD + "$")
_CONGRESS_TERM = re.compile(rf"{_HELD}nhiệm k[ỳì] ({_YEAR}) ?[-–] ?({_YEAR})")
_TERM_TOLD = re.compile(r"(?<!\w)(?:tổng kết|sơ kết|kiểm điểm|đánh giá) [^.,;:(]{0,80}$")
_NUMBER = re.compile(r"(?<![\w/-])\d+(?:[.,/]\d+)*%?")
_CITED = re.compile(r"(?<![\w/])\d+[a-zđ]?(?:[/-]\d{4})? ?[/-] ?-?[a-zđ]{2,}(?:[/-][a-zđ]+)*")
_LIST = re.compile(r" ?(?:,|và) ?")
_LAST_WORDS = re.compile(r"\w+")
_PERIOD_WORDS = re.compile(r"^(?:ngày|hết|đầu|cuối|giữa|năm học|năm|nhiệm k[ỳì]|giai đoạn) ")


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure, date or document of a task: how it compares, as written, where in the task.

    `value` decides identity; for figures `unit` are the words that say what is counted, and
    `in_words` tells that the number is not in digits; `also` holds a document's other keys.
    """

    kind: ChangeKind
    value: str
    written: str
    span: Span
    unit: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    in_words: bool = False

    @property
    def is_term(self) -> bool:
        """Is it a term of office, written with the word or in a list behind it?"""
        named = level(self.written).startswith(("giai đoạn", "năm học"))
        return self.kind == "date" and not named and bool(_YEARS.fullmatch(self.value))

    def same(self, other: "Slot") -> bool:
        """Do both say the same thing?"""
        if self.kind != other.kind:
            return False
        if self.kind == "directive":
            return same_directive(self.value, other.value) or bool(
                {self.value, *self.also} & {other.value, *other.also}
            )
        return self.value == other.value and (
            not self.unit or not other.unit or bool(self.unit & other.unit)
        )


def slots_of(report: Report, task: Task) -> tuple[Slot, ...]:
    """The slots of `task`, in text order; spans count from the start of its text."""
    text = level(task.text).replace("\n", " ")
    base = report.text.find(task.text, task.start)
    here = Span(base, base + len(task.text)) if base >= 0 else Span(0, 0)
    taken = bytearray(len(text))
    found = list(_citations(report, task, here, text, taken))
    for date in _DATES.finditer(text):
        if _take(taken, *date.span()) and _is_set(text, date):
            written = _line(task.text[date.start() : date.end()])
            found.append(Slot("date", _date_value(date[0]), written, Span(*date.span())))
    found += _figures(report, here, task.text, text, taken)
    found += _figures_in_words(text, task.text, taken)
    return tuple(sorted(found, key=lambda slot: slot.span))


def _take(taken: bytearray, start: int, end: int) -> bool:
    """Claim the places `start` to `end`; False where one of them is taken."""
    if taken.find(1, start, end) >= 0:
        return False
    taken[start:end] = b"\1" * (end - start)
    return True


def _citations(
    report: Report, task: Task, here: Span, text: str, taken: bytearray
) -> Iterator[Slot]:
    """The documents of a task, each mention with the date and issuer written after it."""
    mentions = sorted(
        (mention.start - here.start, mention.end - here.start, number)
        for number, directive in enumerate(report.directives)
        for mention in (directive.mentions or (Span(directive.start, directive.end),))
        if here.start <= mention.start and mention.end <= here.end
    )
    for start, end, number in mentions:
        directive = report.directives[number]
        span = _with_tail(text, Span(start, end))
        _take(taken, *span)
        also = frozenset(directive.candidates)
        yield Slot("directive", directive.key, _line(task.text[start:end]), span, also=also)
    known = {report.directives[number].key for _, _, number in mentions}
    for key in task.directives:
        if not any(same_directive(key, other) for other in known):
            yield Slot("directive", key, key, Span(0, 0))
    for found in _CITED.finditer(text):
        span = _with_tail(text, Span(*found.span()))
        if _take(taken, *span):
            yield Slot("directive", found[0].replace(" ", ""), found[0].upper(), span)


def _with_tail(text: str, span: Span) -> Span:
    """`span` of a citation with what follows of its date and issuer."""
    found = _tail().match(text, span.end)
    return Span(span.start, found.end()) if found else span


@cache
def _tail() -> re.Pattern[str]:
    issuers = "|".join(
        re.escape(level(name))
        for name in sorted(load("substance")["issuers"], key=len, reverse=True)
    )
    return re.compile(
        rf"(?:,? ?(?:ban hành )?ngày (?:{_LONG_DAY}|{_DAY})| ?\({_DAY}\))?"
        rf"(?:,? của (?:{issuers})(?!\w))?"
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_set(text: str, date: re.Match[str]) -> bool:
    """Is `date` a time for what is to be done? A year that something is measured by is none, nor
    is the term that a congress is called by or that is looked back on.
    """
    before = text[max(0, date.start() - _WINDOW) : date.start()]
    if date[0].startswith("nhiệm k") and (_CONGRESS.search(before) or _TERM_TOLD.search(before)):
        return False
    return not _BASE.search(before)


def congress_terms(text: str) -> frozenset[tuple[int, int]]:
    """The terms that the congresses named in `text` are called by."""
    return frozenset((int(first), int(last)) for first, last in _CONGRESS_TERM.findall(level(text)))


def _date_value(written: str) -> str:
    """A date without the words before it that do not change which time is meant."""
    plain = _PERIOD_WORDS.sub("", _PERIOD_WORDS.sub("", written)).replace("quí", "quý")
    plain = re.sub(r" tháng (?=\d)| năm (?=\d)|(?<=\d)[/.–-](?=\d)| ?[–-] ?", "-", plain)
    return re.sub(r"\b0+(?=\d)", "", plain)


def _figures(
    report: Report, here: Span, written: str, text: str, taken: bytearray
) -> Iterator[Slot]:
    """The numbers of a task that are neither date nor document."""
    read = {
        figure.start - here.start: figure
        for figure in report.figures
        if here.start <= figure.start and figure.end <= here.end
    }
    marks = list_marks(written)
    end_of_order = -1
    for found in _NUMBER.finditer(text):
        span = Span(*found.span())
        if span.start in marks or not _take(taken, *span):
            continue
        # "Trung ương 4, 6 và 7": what holds for the first number holds for the others.
        listed = end_of_order >= 0 and _LIST.fullmatch(text, end_of_order, span.start)
        if listed or _before(text, span.start) & _no_quantities():
            end_of_order = span.end
            continue
        figure = read.get(span.start)
        end = max(span.end, figure.end - here.start) if figure else _unit_end(text, span.end)
        unit = _words(figure.unit if figure else text[span.end : end])
        whole = Span(span.start, end)
        yield Slot("figure", form(found[0]), _line(written[slice(*whole)]), whole, unit)


def _figures_in_words(text: str, written: str, taken: bytearray) -> Iterator[Slot]:
    """Numbers written in words, with what they count."""
    for found in _numeral().finditer(text):
        number = load("substance")["numerals"][found[0]]
        end = _unit_end(text, found.end())
        if end > found.end() and not _before(text, found.start()) & _no_quantities():
            whole = Span(found.start(), end)
            unit = _words(text[found.end() : end])
            if _take(taken, *whole):
                shown = _line(written[slice(*whole)])
                yield Slot("figure", str(number), shown, whole, unit, in_words=True)


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(load('substance')['numerals'])})(?!\w)")


@cache
def _no_quantities() -> frozenset[str]:
    """What a number after it is no quantity: names of documents and of places in an order."""
    lists = load("substance")
    return frozenset(map(level, (*lists["documents"], *lists["ordinals"])))


def _words(text: str) -> frozenset[str]:
    return frozenset(_LAST_WORDS.findall(level(text)))


def _before(text: str, start: int) -> set[str]:
    """The one and the two words right before `start`."""
    last = text[max(0, start - 24) : start].split()
    if not last or not last[-1][-1].isalpha():
        return set()
    return {last[-1], " ".join(last[-2:])}


def _unit_end(text: str, end: int) -> int:
    """Where the two words that follow a number end, if nothing parts them from it."""
    ahead = text[end : end + 60]
    if not ahead[:1].isspace() or not ahead[1:2].isalpha():
        return end
    at = 0
    for start, stop in segment(ahead)[:2]:
        word = ahead[start:stop]
        if ahead[at:start].strip(" ") or not word[0].isalpha() or word in _no_units():
            break
        at = stop
    return end + at


@cache
def _no_units() -> frozenset[str]:
    lists = load("substance")
    return frozenset(map(level, lists["function"])) - frozenset(map(level, lists["counted"]))
