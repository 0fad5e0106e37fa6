import json
import os
from itertools import repeat
from typing import Any, cast

import pytest

from archive.workers import WorkersLost, share_out


def test_every_result_of_every_job_comes_back() -> None:
    assert sorted(share_out(range, [3, 0, 2], 2)) == [0, 0, 1, 1, 2]


def test_no_jobs_give_nothing() -> None:
    assert list(share_out(range, [], 2)) == []


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(json.JSONDecodeError):
        list(share_out(json.loads, ["[1]", "no json"], 1))


def test_what_is_printed_does_not_get_between_the_results() -> None:
    with pytest.raises(TypeError):  # what print gives is nothing to go through
        list(share_out(cast("Any", print), ["a line"], 1))


def test_a_process_that_ends_early_is_told() -> None:
    with pytest.raises(WorkersLost):
        list(share_out(os._exit, [3], 1))


def test_what_cannot_be_sent_is_told() -> None:
    with pytest.raises(WorkersLost):
        list(share_out(lambda job: [job], [1], 1))


def test_leaving_ends_the_work_although_jobs_are_left() -> None:
    results = share_out(range, repeat(50), 2)
    assert next(results) in range(50)
    results.close()
    assert list(results) == []
