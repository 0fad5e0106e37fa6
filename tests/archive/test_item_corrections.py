"""Corrections of items: who set a task, which document is meant, what is no result or figure."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.corrections import CONFIRMED, apply, corrected, unsound
from archive.errors import WrongCorrection
from archive.item_corrections import (
    ADDED,
    DOCUMENTS,
    DROPPED_FIGURES,
    DROPPED_RESULTS,
    TASK_BY,
)
from archive.report import Directive, Figure, Report, Result, Span, Task
from tests.archive.strategies import reports

TEXT = (
    "Đã mở 12 lớp học. Đã kết nạp 40 đảng viên.\n"
    "Năm tới: 1. Thực hiện Kết luận số 21. 2. Mở 12 lớp học, theo Nghị quyết 18.\n"
    "Đồng chí Lê Văn Núi nhắc lại Nghị quyết 18-NQ/TW."
)


def at(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def directive(words: str, key: str, *candidates: str, term: str | None = None) -> Directive:
    span = at(words)
    return Directive(
        key=key, type="Nghị quyết", number="18", symbol=None, issued=date(2017, 10, 25),
        issuer=None, term=term, name=None, as_written=words, start=span.start, end=span.end,
        candidates=candidates, mentions=(span,),
    )  # fmt: skip


def task(number: int, words: str, *keys: str) -> Task:
    span = at(words)
    return Task(ordinal=number, text=words, start=span.start, end=span.end, by=None,
                directives=keys)  # fmt: skip


def figure(words: str, number: int = 0) -> Figure:
    span = at(words, number)
    return Figure(value=12, of=None, unit="lớp học", as_written=words, start=span.start,
                  end=span.end)  # fmt: skip


XII, XIII = "18-NQ/TW khóa XII", "18-NQ/TW khóa XIII"
READ = Report(
    id="x", source="a.txt", text=TEXT,
    tasks=(
        task(1, "Thực hiện Kết luận số 21.", "21-KL"),
        task(2, "Mở 12 lớp học, theo Nghị quyết 18.", "Nghị quyết 18"),
    ),
    directives=(
        directive("Kết luận số 21", "21-KL"),
        directive("Nghị quyết 18", "Nghị quyết 18", XII, XIII),
        directive("Nghị quyết 18-NQ/TW", XII, term="XII"),
    ),
    results=tuple(
        Result(text=words, start=at(words).start, end=at(words).end)
        for words in ("Đã mở 12 lớp học.", "Đã kết nạp 40 đảng viên.")
    ),
    figures=(figure("12 lớp học"), figure("12 lớp học", 1)),
)  # fmt: skip


def said(**changes: tuple[str, ...]) -> Report:
    return apply(READ, corrected(READ, {}, changes))


def keys(report: Report) -> list[str]:
    return [one.key for one in report.directives]


def test_who_set_a_task() -> None:
    now = said(task_by=("2=Đồng chí Lê Văn Núi",))
    assert [one.by for one in now.tasks] == [None, "Đồng chí Lê Văn Núi"]
    assert now.flags == ("corrected-tasks",)


def test_who_set_it_stays_said_when_the_task_is_read_with_other_ends() -> None:
    corrections = corrected(READ, {}, {TASK_BY: ("1=Bí thư",)})
    longer = replace(READ.tasks[0], end=READ.tasks[0].end + 4)
    now = apply(replace(READ, tasks=(longer, READ.tasks[1])), corrections)
    assert [one.by for one in now.tasks] == ["Bí thư", None]


def test_a_task_given_other_ends_keeps_who_set_it() -> None:
    read = replace(READ, tasks=(replace(READ.tasks[0], by="Bí thư"), READ.tasks[1]))
    now = apply(read, corrected(read, {}, {ADDED: ("Thực hiện Kết luận",)}))
    assert (now.tasks[0].text, now.tasks[0].by) == ("Thực hiện Kết luận", "Bí thư")


def test_nobody_set_it() -> None:
    once = corrected(READ, {}, {TASK_BY: ("1=Bí thư",)})
    now = apply(READ, corrected(apply(READ, once), once, {TASK_BY: ("1=",)}))
    assert now.tasks[0].by is None


@pytest.mark.parametrize("named", ["2", "Nghị quyết 18"], ids=["by number", "by key"])
def test_one_of_the_candidates_is_meant(named: str) -> None:
    now = said(documents=(f"{named}={XIII}",))
    assert keys(now) == ["21-KL", XIII, XII]
    assert (now.directives[1].candidates, now.directives[1].term) == ((), "XIII")
    assert now.directives[1].issued is None, "that was another document's day"
    assert now.tasks[1].directives == (XIII,)
    assert now.flags == ("corrected-directives",)


def test_two_that_prove_to_be_one_become_one() -> None:
    now = said(documents=(f"2={XII}",))
    assert keys(now) == ["21-KL", XII]
    assert now.directives[1].mentions == (at("Nghị quyết 18"), at("Nghị quyết 18-NQ/TW"))
    assert now.directives[1].start == at("Nghị quyết 18").start


def test_a_citation_that_is_none() -> None:
    now = said(documents=("1=",))
    assert "21-KL" not in keys(now)
    assert now.tasks[0].directives == ()


def test_documents_left_open_are_confirmed_as_read() -> None:
    now = said(confirmed=("directives",))
    assert keys(now) == keys(READ)
    assert all(one.candidates == () for one in now.directives)
    assert now.directives[1].issued == READ.directives[1].issued


def test_what_is_no_result() -> None:
    assert [one.text for one in said(dropped_results=("1",)).results] == [
        "Đã kết nạp 40 đảng viên."
    ]


@pytest.mark.parametrize(("number", "left"), [("1", 1), ("2", 0)])
def test_of_two_figures_in_the_same_words_the_one_that_was_meant_goes(
    number: str, left: int
) -> None:
    assert said(dropped_figures=(number,)).figures == (READ.figures[left],)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({TASK_BY: ("3=A",)}, "no-task"),
        ({TASK_BY: ("A",)}, "no-pair"),
        ({TASK_BY: ("1=" + "x" * 301,)}, "long-value"),
        ({DOCUMENTS: ("9=x",)}, "no-item"),
        ({DOCUMENTS: ("20-KL=x",)}, "no-item"),
        ({DROPPED_RESULTS: ("0",)}, "no-item"),
        ({DROPPED_FIGURES: ("²",)}, "no-item"),
        ({CONFIRMED: ("figures",)}, "no-field"),
    ],
)
def test_what_cannot_be_said(changes: dict[str, tuple[str, ...]], code: str) -> None:
    with pytest.raises(WrongCorrection) as error:
        corrected(READ, {}, changes)
    assert error.value.code == code


def test_a_field_is_confirmed_as_read() -> None:
    read = replace(READ, body="Tỉnh ủy Sơn Hà", confidence={"body": 0.5})
    corrections = corrected(read, {}, {CONFIRMED: ("body", "event_date")})
    assert corrections == {"body": "Tỉnh ủy Sơn Hà", "event_date": ""}
    later = replace(read, body="Huyện ủy Sa Lâm", event_date=date(2024, 1, 5))
    now = apply(later, corrections)
    assert (now.body, now.event_date, now.confidence["body"]) == ("Tỉnh ủy Sơn Hà", None, 1.0)


def test_what_is_unsound_is_named_and_passed_over() -> None:
    corrections = {TASK_BY: "A", DOCUMENTS: {"a": 1}, DROPPED_RESULTS: {"a": "b"}}
    assert unsound(corrections) == list(corrections)
    assert apply(READ, corrections) == READ


@given(reports(), st.data())
def test_confirming_changes_no_value(report: Report, data: st.DataObject) -> None:
    report = apply(report, {})
    field = data.draw(st.sampled_from(["published", "event_date", "period_reviewed", "kind"]))
    now = apply(report, corrected(report, {}, {CONFIRMED: (field,)}))
    assert getattr(now, field) == getattr(report, field)
    assert (now.kind, now.body, now.tasks) == (report.kind, report.body, report.tasks)
    assert now.confidence[field] == 1.0
