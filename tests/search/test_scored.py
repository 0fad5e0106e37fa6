import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.scored import Scored, best_of, listed, of_all

ROW = st.lists(st.sampled_from([0.0, 0.25, 1.5]), min_size=9, max_size=9)


def row(values: list[float]) -> Scored:
    return of_all(np.array(values, np.float32))


def as_list(values: list[float]) -> Scored:
    whole = np.array(values, np.float32)
    return listed(len(whole), np.flatnonzero(whole), whole[whole > 0])


def told(scored: Scored) -> list[tuple[int, float]]:
    return list(zip(scored.documents.tolist(), scored.scores.tolist(), strict=True))


@given(ROW, ROW)
def test_rows_and_lists_tell_the_same(values: list[float], others: list[float]) -> None:
    one, other = row(values), as_list(values)
    assert told(one) == told(other) == [(i, v) for i, v in enumerate(values) if v]
    assert one.count == other.count == len(told(one))
    assert one.held().tolist() == other.held().tolist() == [v > 0 for v in values]
    for i, value in enumerate(values):
        assert (one.has(i), one.at(i)) == (other.has(i), other.at(i)) == (value > 0, value)
    sums = []
    for scored in (one, other):
        added, put = np.array(others, np.float32), np.array(others, np.float32)
        scored.add_to(added, 2)
        scored.put_into(put)
        sums.append((added.tolist(), put.tolist()))
    assert sums[0] == sums[1]
    assert sums[0][1] == [v or w for v, w in zip(values, others, strict=True)]


@given(ROW, ROW)
def test_of_several_the_best_counts(values: list[float], others: list[float]) -> None:
    expected = [
        (i, max(v, w)) for i, (v, w) in enumerate(zip(values, others, strict=True)) if v + w
    ]
    for one in (row(values), as_list(values)):
        assert told(best_of([one, as_list(others)])) == expected


def test_what_is_worth_nothing_is_there_all_the_same() -> None:
    filtered = listed(9, np.array([2, 5]))
    assert best_of([filtered, row([1.0, *[0.0] * 8])]).documents.tolist() == [0, 2, 5]
    assert (filtered.has(2), filtered.at(2), filtered.has(3)) == (True, 0.0, False)


def test_many_documents_take_a_row_and_few_a_list() -> None:
    assert row([1.0] * 9).listed is None
    assert row([1.0, *[0.0] * 8]).listed is not None
