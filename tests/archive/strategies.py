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
# Made once: a strategy that is made at each draw costs more than what is drawn from it.
TEXTS = (st.text(max_size=80) | WORDS).map(clean)
FEW = st.lists(LINES, max_size=2).map(tuple)
COUNTS = st.integers(0, 2)
SOURCES = LINES.filter(bool)
MAYBE_DAYS = st.none() | DAYS
MAYBE_PERIODS = st.none() | PERIODS
MAYBE_CONFIDENCE = st.none() | CONFIDENCE
VALUES = st.floats(allow_nan=False, allow_infinity=False)
KINDS = st.sampled_from(["annual", "none"])
SOME_NAMES = st.lists(NAMES, unique=True)
SURE = st.dictionaries(NAMES, CONFIDENCE)
CANDIDATES = st.dictionaries(NAMES, FEW)
EITHER = st.booleans()


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report whose places lie in its text, some items equal to their piece of it, some not."""
    text = draw(TEXTS)
    ends = st.integers(0, len(text))

    def place() -> Span:
        return Span(*sorted((draw(ends), draw(ends))))

    def words(span: Span) -> str:
        return draw(WORDS) if draw(EITHER) else text[span.start : span.end]

    def directive() -> Directive:
        span = place()
        return Directive(
            key=draw(LINES), type=draw(LINES), number=draw(MAYBE), symbol=draw(MAYBE),
            issued=draw(MAYBE_DAYS), issuer=draw(MAYBE), term=draw(MAYBE), name=draw(MAYBE),
            as_written=words(span), start=span.start, end=span.end,
            candidates=draw(FEW),
            mentions=(span,) * draw(COUNTS),
        )  # fmt: skip

    def figure() -> Figure:
        span = place()
        value = draw(VALUES)
        return Figure(value=value, of=draw(MAYBE_CONFIDENCE), unit=draw(LINES),
                      as_written=words(span), start=span.start, end=span.end)  # fmt: skip

    def task(ordinal: int) -> Task:
        span = place()
        cited = draw(FEW)
        return Task(ordinal=ordinal, text=words(span), start=span.start, end=span.end,
                    by=draw(MAYBE), directives=cited)  # fmt: skip

    def section() -> Section:
        span = place()
        return Section(
            role="body", start=span.start, end=span.end, heading=place() if draw(EITHER) else None
        )

    result = place()
    many = range(draw(COUNTS))
    return Report(
        id="2023-01-05-bao-cao", source=draw(SOURCES), text=text, title=draw(MAYBE),
        published=draw(MAYBE_DAYS), event_date=draw(MAYBE_DAYS), body=draw(MAYBE),
        body_level=draw(MAYBE), kind=draw(KINDS),
        period_reviewed=draw(MAYBE_PERIODS), period_planned=draw(MAYBE_PERIODS),
        event_id=draw(MAYBE), flags=draw(FEW),
        directives=tuple(directive() for _ in many), figures=tuple(figure() for _ in many),
        results=tuple(Result(text=words(result), start=result.start, end=result.end) for _ in many),
        tasks=tuple(task(number) for number in many), sections=tuple(section() for _ in many),
        evidence={name: place() for name in draw(SOME_NAMES)},
        confidence=draw(SURE),
        candidates=draw(CANDIDATES),
    )  # fmt: skip
