"""No graded query finds less than it once did; what one gains is recorded."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.accuracy.queries import (
    HERE,
    SAMPLE,
    Outcome,
    changed,
    graded,
    outcomes,
    recorded,
    reports,
)


@pytest.fixture(scope="module")
def now() -> dict[str, Outcome]:
    return outcomes(graded(HERE / "queries.toml"), reports(SAMPLE))


def test_there_are_ten_of_each_class_and_all_name_reports_of_the_sample() -> None:
    queries = graded(HERE / "queries.toml")
    assert set(Counter(query.kind for query in queries).values()) == {10}
    assert len({query.name for query in queries}) == 80
    named = {name for query in queries for name in (*query.best, *query.also)}
    assert named <= {file.stem for file in SAMPLE.glob("*.txt")}
    assert all(query.best and not set(query.best) & set(query.also) for query in queries)


def test_no_query_is_worse_than_recorded(now: dict[str, Outcome]) -> None:
    assert changed(recorded(), now, lost=True) == []


def test_what_was_gained_is_recorded(now: dict[str, Outcome]) -> None:
    again = "python -m tests.accuracy.queries --record"
    assert changed(recorded(), now, lost=False) == [], again


@pytest.mark.skipif("XDD_SHARED" not in os.environ, reason="XDD_SHARED names no folder of reports")
def test_seed_reports_are_found_first() -> None:
    queries = graded(HERE / "seed_queries.toml")
    found = outcomes(queries, reports(SAMPLE, Path(os.environ["XDD_SHARED"], "seeds")))
    assert [name for name, one in found.items() if not one.success] == []
