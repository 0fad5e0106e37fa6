"""Periods: notation, order and succession, as laws over all periods that can be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.period import Period

years = st.integers(1930, 2090)


@st.composite
def written(draw: st.DrawFn) -> Period:
    """A period that has a notation: a year, a part of one, or a term."""
    year = draw(years)
    first = draw(st.integers(1, 12))
    return draw(
        st.sampled_from(
            [
                Period.year_of(year),
                Period.half(year, draw(st.integers(1, 2))),
                Period.quarter(year, draw(st.integers(1, 4))),
                Period.months_of(year, first, draw(st.integers(first, 12))),
                Period.months_of(year, 1, 9),
                Period.term(year, year + draw(st.integers(2, 10))),
            ]
        )
    )


@given(written())
def test_parse_undoes_str(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(written(), written())
def test_order_is_total_and_by_start_then_end(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


@given(written(), written(), written())
def test_order_is_transitive(one: Period, two: Period, three: Period) -> None:
    low, middle, high = sorted([one, two, three])
    assert low <= middle <= high
    assert low <= high


@given(written())
def test_successor_follows_without_a_gap(period: Period) -> None:
    following = period.successor()
    assert following.start == period.end
    assert following > period
    assert following.months <= period.months


@given(written())
def test_days_bound_the_period(period: Period) -> None:
    assert period.first_day < period.after
    assert period.first_day.year == period.year
    assert period.contains(period)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2021", "2022"),
        ("2024-H1", "2024-H2"),
        ("2024-H2", "2025-H1"),
        ("2024-Q4", "2025-Q1"),
        ("2024-9M", "2024-Q4"),
        ("2024-M12", "2025-M01"),
        ("2020-2025", "2025-2030"),
    ],
)
def test_successor(before: str, after: str) -> None:
    assert str(Period.parse(before).successor()) == after


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        ("2021", "annual"),
        ("2021-H2", "half-year"),
        ("2021-Q3", "quarter"),
        ("2021-9M", "nine-month"),
        ("2015-2020", "term"),
        ("2021-M03", "other"),
        ("2021-M01..M02", "other"),
    ],
)
def test_kind_is_told_by_the_length(notation: str, kind: str) -> None:
    assert Period.parse(notation).kind == kind


@pytest.mark.parametrize(
    "notation", ["", "21", "2021-H3", "2021-Q5", "2021-M13", "2021-8M", "2021-"]
)
def test_other_notations_are_refused(notation: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        Period.parse(notation)


@pytest.mark.parametrize("notation", ["2025-2020", "2021-M05..M02"])
def test_a_period_does_not_end_before_it_begins(notation: str) -> None:
    with pytest.raises(ValueError, match="no period"):
        Period.parse(notation)
