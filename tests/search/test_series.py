"""A body's series under all the names it has had, and with what took over from it."""

from datetime import date

import pytest

from archive.bodies import Bodies, OwnBody
from archive.period import Period
from search.answer import Hit
from search.series import consecutive, followed, gaps, series_of, years_in

OLD, NEW = "Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"
MERGED = "Ban Dân vận Trung ương"
KNOWN = Bodies()


def hit(
    body: str | None,
    reviewed: str | None,
    *,
    tasks: int = 0,
    event: str | None = None,
    held: str | None = None,
) -> Hit:
    return Hit(
        id=f"{body}-{reviewed}-{tasks}", title=None, score=0.0, body=body, kind="annual",
        published=None, event_date=held, period_reviewed=reviewed, period_planned=None,
        tasks=tasks, directives=0, event_id=event,
    )  # fmt: skip


HITS = (
    hit(NEW, "2025"),
    hit(OLD, "2023"),
    hit(MERGED, "2024"),
    hit("Ban Tuyên giáo TW", "2022"),
    hit(None, "2022"),
    hit(MERGED, None),
)


def test_a_series_goes_on_under_the_new_name() -> None:
    merged, line = series_of(HITS, KNOWN)
    assert (merged.body, len(merged.reports)) == (MERGED, 1)
    assert line.body == NEW
    assert line.names == ("Ban Tuyên giáo TW", OLD, NEW)
    assert [one.period_reviewed for one in line.reports] == ["2022", "2023", "2025"]
    assert line.gaps == ("2024",)


def test_what_was_merged_is_followed_into_what_took_over() -> None:
    assert [(one.body, one.period_reviewed) for one in followed(HITS, MERGED, KNOWN)] == [
        (MERGED, "2024"),
        (NEW, "2025"),
    ]
    # and what took over has its own past, not that of all it took in
    assert MERGED not in [one.body for one in followed(HITS, NEW, KNOWN)]


def test_what_took_over_counts_from_the_day_it_did() -> None:
    own = Bodies((OwnBody("Hội A", into="Hội B", until=date(2025, 7, 1)),))
    hits = (
        hit("Hội A", "2023"),
        hit("Hội B", "2024", held="2025-01-05"),  # still a body beside it
        hit("Hội B", "2025", held="2025-12-20"),
        hit("Hội B", "2026"),  # of no known day: by its period alone
    )
    assert [one.period_reviewed for one in followed(hits, "Hội A", own)] == ["2023", "2025", "2026"]
    assert len(followed(hits, "Hội B", own)) == 3, "its own past is its own"


def test_two_bodies_that_a_person_merges_are_one_series() -> None:
    hits = (hit("Hội A", "2021"), hit("Hội B", "2022"), hit("Hội B", "2022", tasks=2, event="e"))
    own = Bodies((OwnBody("Hội A", aliases=("Hội B",)),))
    (series,) = series_of(hits, own)
    assert series.names == ("Hội A", "Hội B")
    assert len(series_of(hits, KNOWN)) == 2


@pytest.mark.parametrize(
    ("reviewed", "missing"),
    [
        pytest.param(["2018", "2020"], ["2019"], id="a year"),
        pytest.param(["2017", "2019-Q1", "2022"], ["2018", "2019", "2020", "2021"],
                     id="one quarter among years leaves its year untold, in years"),
        pytest.param(["2019-Q1", "2022"], ["2020", "2021"], id="as much, or more, in years"),
        pytest.param(["2018", "2019-M01..M02", "2019", "2020"], [], id="two months told twice"),
        pytest.param(["2021", "2022-H1", "2022-H2", "2023"], [], id="two halves are a year"),
        pytest.param(["2021-H1", "2021-H2", "2022-H2"], ["2022-H1"], id="halves"),
        pytest.param(["2021-H1", "2022", "2023-H1", "2023-H2", "2024-H2"], ["2021-H2", "2024-H1"],
                     id="a year among halves is two halves"),
        pytest.param(["2020-9M", "2021-9M", "2023-9M"], ["2022"], id="nine months once a year"),
        pytest.param(["2015-2020", "2022"], ["2021"], id="a term goes up to the year that ends it"),
        pytest.param(["2010-2015", "2020-2025"], ["2015-2020"], id="terms"),
        pytest.param(["2015-2020", "2021", "2023"], ["2022"], id="years after a term"),
        pytest.param(["2023"], [], id="one alone"),
        pytest.param([], [], id="none"),
    ],
)  # fmt: skip
def test_gaps_are_counted_in_the_usual_length(reviewed: list[str], missing: list[str]) -> None:
    hits = [hit(OLD, period) for period in reviewed]
    assert gaps(hits) == tuple(missing)


def test_of_one_event_the_fullest_report_counts() -> None:
    hits = (hit("Hội A", "2021", event="e"), hit("Hội A", "2021", tasks=3, event="e"))
    assert followed(hits, "Hội A", KNOWN) == (hits[1],)


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2024-H2", ["2024"]),
        ("2024", ["2024"]),
        ("2015-2020", ["2015", "2016", "2017", "2018", "2019", "2020"]),
    ],
)
def test_the_years_that_a_report_tells_of(period: str, years: list[str]) -> None:
    assert years_in(Period.parse(period)) == years


@pytest.mark.parametrize(
    ("periods", "pairs"),
    [
        (["2021", "2022"], [("2021", "2022")]),
        # A quarter by itself does not come between two years, nor does a year's own half.
        (["2018", "2019-Q1", "2023"], [("2018", "2019-Q1"), ("2018", "2023")]),
        (["2021", "2021-H2", "2022"], [("2021", "2021-H2"), ("2021", "2022")]),
        (["2021-H1", "2021", "2022-H1"], [("2021-H1", "2021"), ("2021-H1", "2022-H1")]),
        (["2021-Q3", "2023"], [("2021-Q3", "2023")]),
        (["2021"], []),
    ],
)
def test_a_report_goes_on_from_the_last_one_as_long(
    periods: list[str], pairs: list[tuple[str, str]]
) -> None:
    found = consecutive([hit("Hội A", period) for period in periods])
    assert [(a.period_reviewed, b.period_reviewed) for a, b in found] == pairs
