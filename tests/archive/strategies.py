"""Reports of every shape, for laws that must hold for all of them."""

from datetime import date

from hypothesis import strategies as st

from archive.importing.cleaning import clean
from archive.period import Period
from archive.report import Directive, Figure, Report, Result, Section, Span, Task

WORDS = st.text(st.sampled_from("aáảđeêghoôơuưyĐN 0123456789.,;:%/-()[]\"'\\#=+\n"), max_size=40)
LINES = WORDS.map(lambda text: " ".join(text.split()))
MAYBE = st.none() | LINES.filter(bool)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
YEARS = st.integers(1990, 2030)
PERIODS = (
    st.builds(Period.year_of, YEARS)
    | st.builds(Period.half, YEARS, st.integers(1, 2))
    | st.builds(Period.quarter, YEARS, st.integers(1, 4))
    | st.builds(Period.months_of, YEARS, st.integers(1, 6), st.integers(6, 12))
    | st.builds(Period.term, st.just(2020), st.integers(2022, 2030))
)
CONFIDENCE = st.floats(0, 1)
NAMES = st.sampled_from(["title", "published", "body", "period_reviewed"])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report whose places lie in its text, some items equal to their piece of it, some not."""
    text = clean(draw(st.text(max_size=80) | WORDS))
    place = st.tuples(*[st.integers(0, len(text))] * 2).map(sorted).map(lambda p: Span(*p))

    def words(span: Span) -> str:
        return draw(st.just(text[span.start : span.end]) | WORDS)

    def directive() -> Directive:
        span = draw(place)
        return Directive(
            key=draw(LINES), type=draw(LINES), number=draw(MAYBE), symbol=draw(MAYBE),
            issued=draw(st.none() | DAYS), issuer=draw(MAYBE), term=draw(MAYBE), name=draw(MAYBE),
            as_written=words(span), start=span.start, end=span.end,
            candidates=tuple(draw(st.lists(LINES, max_size=2))),
            mentions=draw(st.sampled_from([(span,), (), (span, span)])),
        )  # fmt: skip

    def figure() -> Figure:
        span = draw(place)
        value = draw(st.floats(allow_nan=False, allow_infinity=False))
        return Figure(value=value, of=draw(st.none() | CONFIDENCE), unit=draw(LINES),
                      as_written=words(span), start=span.start, end=span.end)  # fmt: skip

    def task(ordinal: int) -> Task:
        span = draw(place)
        cited = tuple(draw(st.lists(LINES, max_size=2)))
        return Task(ordinal=ordinal, text=words(span), start=span.start, end=span.end,
                    by=draw(MAYBE), directives=cited)  # fmt: skip

    def section() -> Section:
        span = draw(place)
        return Section(role="body", start=span.start, end=span.end, heading=draw(st.none() | place))

    result = draw(place)
    many = range(draw(st.integers(0, 2)))
    return Report(
        id="2023-01-05-bao-cao", source=draw(LINES.filter(bool)), text=text, title=draw(MAYBE),
        published=draw(st.none() | DAYS), event_date=draw(st.none() | DAYS), body=draw(MAYBE),
        body_level=draw(MAYBE), kind=draw(st.sampled_from(["annual", "none"])),
        period_reviewed=draw(st.none() | PERIODS), period_planned=draw(st.none() | PERIODS),
        event_id=draw(MAYBE), flags=tuple(draw(st.lists(LINES, max_size=2))),
        directives=tuple(directive() for _ in many), figures=tuple(figure() for _ in many),
        results=tuple(Result(text=words(result), start=result.start, end=result.end) for _ in many),
        tasks=tuple(task(number) for number in many), sections=tuple(section() for _ in many),
        evidence=draw(st.dictionaries(NAMES, place)),
        confidence=draw(st.dictionaries(NAMES, CONFIDENCE)),
        candidates=draw(st.dictionaries(NAMES, st.lists(LINES, max_size=2).map(tuple))),
    )  # fmt: skip
