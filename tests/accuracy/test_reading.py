"""Nothing that the reader once read right is read wrong; what it gains is recorded."""

import pytest

from tests.accuracy import by_hand
from tests.accuracy.answers import answered
from tests.accuracy.labels import names, outcomes
from tests.accuracy.recorded import gained, load, lost


@pytest.fixture(scope="module")
def now() -> dict[str, bool]:
    read = {item: right for name in names() for item, right in outcomes(name).items()}
    return read | answered() | by_hand.cells() | by_hand.outcomes()


def test_nothing_is_lost(now: dict[str, bool]) -> None:
    assert lost(load(), now) == []


def test_what_was_gained_is_recorded(now: dict[str, bool]) -> None:
    assert gained(load(), now) == [], "python -m tests.accuracy --record"
