"""What a task says exactly: its figures, dates and documents, each in a form that compares.

Figures and documents come from the reading of the report; a number that reading took for neither
is a figure here, so that no changed number goes unseen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive.comparing.diff import Change, ChangeKind
from archive.comparing.wording import form, list_marks
from archive.registry import load
from archive.report import Report, Span, Task
from archive.segmenter import words as segment
from archive.vietnamese import level

_KEY = re.compile(r"(?:(?P<type>[^\d]+) )?(?P<number>\S+?)(?: khóa (?P<term>[IVXL]+))?")
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
    rf"|(?:(?<=đến )|(?<=hết )|(?<=và )|(?<=, )){_YEAR}(?= *[.,;:)\n]|\Z))"
)
_NUMBER = re.compile(r"(?<![\w/-])\d+(?:[.,/]\d+)*%?")
_CITED = re.compile(r"(?<![\w/])\d+[a-zđ]?(?:[/-]\d{4})? ?[/-] ?-?[a-zđ]{2,}(?:[/-][a-zđ]+)*")
_LIST = re.compile(r" ?(?:,|và) ?")
_LAST_WORDS = re.compile(r"\w+")
_PERIOD_WORDS = re.compile(r"^(?:ngày|hết|đầu|cuối|giữa|năm học|năm|nhiệm k[ỳì]|giai đoạn) ")


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure, date or document of a task: how it compares, as written, where in the task.

    `value` decides identity; for figures `unit` are the words that say what is counted.
    """

    kind: ChangeKind
    value: str
    written: str
    span: Span
    unit: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

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


def same_directive(a: str, b: str) -> bool:
    """Do the keys `a` and `b` name one document? What one of them leaves out, it does not deny."""
    if a == b:
        return True
    type_a, number_a, term_a = key_parts(a)
    type_b, number_b, term_b = key_parts(b)
    return (
        number_a == number_b
        and (not type_a or not type_b or type_a == type_b)
        and (not term_a or not term_b or term_a == term_b)
    )


@cache
def key_parts(key: str) -> tuple[str, str, str]:
    """Type word, number with symbol, and term of a document's key; "" where it has none."""
    found = _KEY.fullmatch(key)
    if not found or not any(char.isdigit() for char in found["number"]):
        return "", level(key), ""
    return level(found["type"] or ""), form(found["number"]), found["term"] or ""


def slots_of(report: Report, task: Task) -> tuple[Slot, ...]:
    """The slots of `task`, in text order; spans count from the start of its text."""
    text = level(task.text).replace("\n", " ")
    base = report.text.find(task.text, task.start)
    here = Span(base, base + len(task.text)) if base >= 0 else Span(0, 0)
    cited = list(_citations(report, task, here, text))
    taken = [slot.span for slot in cited]
    dates = [
        Slot(
            "date",
            _date_value(found[0]),
            _line(task.text[found.start() : found.end()]),
            Span(*found.span()),
        )
        for found in _DATES.finditer(text)
        if _free(Span(*found.span()), taken)
    ]
    taken += [slot.span for slot in dates]
    figures = list(_figures(report, here, task.text, text, taken))
    return tuple(sorted((*cited, *dates, *figures), key=lambda slot: slot.span))


def _citations(report: Report, task: Task, here: Span, text: str) -> Iterator[Slot]:
    """The documents of a task, each mention with the date and issuer written after it."""
    mentions = [
        (Span(mention.start - here.start, mention.end - here.start), directive)
        for directive in report.directives
        for mention in (directive.mentions or (Span(directive.start, directive.end),))
        if here.start <= mention.start and mention.end <= here.end
    ]
    taken: list[Span] = []
    for span, directive in sorted(mentions, key=lambda mention: mention[0]):
        whole = _with_tail(text, span)
        taken.append(whole)
        yield Slot(
            "directive",
            directive.key,
            directive.as_written,
            whole,
            also=frozenset(directive.candidates),
        )
    for key in task.directives:
        if not any(same_directive(key, directive.key) for _, directive in mentions):
            yield Slot("directive", key, key, Span(0, 0))
    for found in _CITED.finditer(text):
        span = Span(*found.span())
        if _free(span, taken):
            yield Slot(
                "directive", found[0].replace(" ", ""), found[0].upper(), _with_tail(text, span)
            )


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


def _free(span: Span, taken: Sequence[Span]) -> bool:
    return all(span.end <= other.start or other.end <= span.start for other in taken)


def _line(text: str) -> str:
    return " ".join(text.split())


def _date_value(written: str) -> str:
    """A date without the words before it that do not change which time is meant."""
    plain = _PERIOD_WORDS.sub("", _PERIOD_WORDS.sub("", written)).replace("quí", "quý")
    plain = re.sub(r" tháng (?=\d)| năm (?=\d)|(?<=\d)[/.–-](?=\d)| ?[–-] ?", "-", plain)
    return re.sub(r"\b0+(?=\d)", "", plain)


def _figures(
    report: Report, here: Span, written: str, text: str, taken: Sequence[Span]
) -> Iterator[Slot]:
    """The numbers of a task that are neither date nor document."""
    read = {
        figure.start - here.start: figure
        for figure in report.figures
        if here.start <= figure.start and figure.end <= here.end
    }
    words = load("substance")
    no_quantity = {*map(level, words["documents"]), *map(level, words["ordinals"])}
    marks = list_marks(written)
    end_of_order = -1
    for found in _NUMBER.finditer(text):
        span = Span(*found.span())
        if span.start in marks or not _free(span, taken):
            continue
        # "Trung ương 4, 6 và 7": what holds for the first number holds for the others.
        listed = end_of_order >= 0 and _LIST.fullmatch(text, end_of_order, span.start)
        if listed or _before(text, span.start) & no_quantity:
            end_of_order = span.end
            continue
        figure = read.get(span.start)
        end = max(span.end, figure.end - here.start) if figure else _unit_end(text, span.end)
        unit = _words(figure.unit if figure else text[span.end : end])
        yield Slot(
            "figure", form(found[0]), _line(written[span.start : end]), Span(span.start, end), unit
        )


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


def changes(a: Sequence[Slot], b: Sequence[Slot]) -> tuple[Change, ...]:
    """What of the slots `a` is no longer in `b`, and the other way round.

    Of one kind, what went is paired with what came: figures of one unit first, then in order.
    """
    left_a, left_b = _unmatched(a, b)
    found = []
    kinds: tuple[ChangeKind, ...] = ("figure", "date", "directive")
    for kind in kinds:
        gone = [slot for slot in left_a if slot.kind == kind]
        come = [slot for slot in left_b if slot.kind == kind]
        found += [Change(kind, old, new) for old, new in _paired(gone, come)]
    return tuple(found)


def _unmatched(a: Sequence[Slot], b: Sequence[Slot]) -> tuple[list[Slot], list[Slot]]:
    """The slots that the other side does not have; naming a document or date twice is no change."""
    rest_b = list(b)
    rest_a = []
    for slot in a:
        other = next((i for i, candidate in enumerate(rest_b) if slot.same(candidate)), None)
        if other is None:
            rest_a.append(slot)
        else:
            rest_b.pop(other)
    repeated = ("date", "directive")
    return (
        [s for s in rest_a if s.kind not in repeated or not any(s.same(other) for other in b)],
        [s for s in rest_b if s.kind not in repeated or not any(s.same(other) for other in a)],
    )


def _paired(gone: Sequence[Slot], come: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    left = list(come)
    single = []
    for slot in gone:
        like = next((other for other in left if slot.unit & other.unit), None)
        if like is None:
            single.append(slot)
            continue
        left.remove(like)
        yield slot.written, like.written
    for i in range(max(len(single), len(left))):
        yield (
            single[i].written if i < len(single) else "",
            left[i].written if i < len(left) else "",
        )
