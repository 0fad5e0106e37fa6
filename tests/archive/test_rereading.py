"""Two readings of one report: what the later says otherwise, and nothing else."""

from dataclasses import replace

from hypothesis import given

from archive.period import Period
from archive.report import Report, Task
from archive.rereading import Reread, differences
from tests.archive.strategies import reports

TEXT = "Rà soát. Kết nạp. Mở lớp."


def task(ordinal: int, words: str) -> Task:
    start = TEXT.index(words)
    return Task(ordinal=ordinal, text=words, start=start, end=start + len(words))


OLD = Report(
    id="x", source=None, text=TEXT, kind="annual", confidence={"kind": 0.7},
    tasks=(task(1, "Rà soát."), task(2, "Kết nạp.")),
)  # fmt: skip


@given(reports())
def test_a_reading_does_not_differ_from_itself(report: Report) -> None:
    assert differences(report, report) == ()


@given(reports(), reports())
def test_differences_there_and_back_are_the_same_turned_round(one: Report, other: Report) -> None:
    there = {change.field: (change.before, change.after) for change in differences(one, other)}
    back = {change.field: (change.after, change.before) for change in differences(other, one)}
    assert there == back


def test_values_are_told_in_the_notation_of_people() -> None:
    new = replace(OLD, kind="half-year", period_planned=Period.half(2024, 1))
    assert differences(OLD, new) == (
        Reread(id="x", field="kind", before="annual", after="half-year"),
        Reread(id="x", field="period_planned", before=None, after="2024-H1"),
    )


def test_of_a_list_only_what_went_and_what_came() -> None:
    new = replace(OLD, tasks=(task(1, "Kết nạp."), task(2, "Mở lớp.")))
    [change] = differences(OLD, new)
    assert change.field == "tasks"
    assert [item["text"] for item in change.before] == ["Rà soát."]
    assert [item["text"] for item in change.after] == ["Mở lớp."]


def test_an_item_that_moves_down_a_place_is_the_same() -> None:
    [change] = differences(OLD, replace(OLD, tasks=(task(1, "Kết nạp."),)))
    assert [item["text"] for item in change.before] == ["Rà soát."]
    assert change.after == []


def test_confidence_is_told_by_field() -> None:
    new = replace(OLD, confidence={"kind": 0.9, "body": 0.5})
    assert [(c.field, c.before, c.after) for c in differences(OLD, new)] == [
        ("confidence.kind", 0.7, 0.9),
        ("confidence.body", None, 0.5),
    ]
