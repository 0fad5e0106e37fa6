"""How rare a word is in tasks, and what that does to a comparison."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparing.alignment import diff
from archive.comparing.rarity import Counts, known
from tests.archive.written import report


@pytest.mark.parametrize(
    ("held", "rare"),
    [
        (100, 0.0),  # every task has it: it tells nothing apart
        (10, 0.5),  # the tenth of a hundred, on the scale of logarithms
        (1, 1.0),  # a single one
        (0, 1.0),  # none: as rare as a single one
        (400, 0.0),  # more than there are is all of them
    ],
)
def test_rarity_is_the_inverse_frequency_as_a_share_of_the_highest(held: int, rare: float) -> None:
    assert math.isclose(Counts(100, {"họp": held}).of("họp"), rare)


@pytest.mark.parametrize("tasks", [0, 1])
def test_without_tasks_to_compare_with_no_word_is_rare_or_common(tasks: int) -> None:
    assert Counts(tasks, {"họp": tasks}).of("họp") == 0.5


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 50)), st.text(max_size=3))
def test_rarity_lies_between_none_and_all(having: dict[str, int], word: str) -> None:
    assert 0.0 <= Counts(50, having).of(word) <= 1.0


def test_the_registry_counts_no_word_oftener_than_tasks() -> None:
    assert all(0 < count <= known().tasks for count in known().having.values())


def test_a_word_that_all_tasks_of_the_archive_share_makes_no_two_alike() -> None:
    a = report("Số hóa hồ sơ lưu trữ.", "Mở lớp học.")
    b = report("Số hóa bản đồ rừng.", "Trồng cây.")
    common, rare = (
        diff(a, b, rarity=Counts(500, {"số": n, "hóa": n, "số hóa": n})).groups for n in (500, 1)
    )
    assert max(g.score for g in rare if g.a == (0,) and g.b == (0,)) > max(
        (g.score for g in common if g.a == (0,) and g.b == (0,)), default=0.0
    )
