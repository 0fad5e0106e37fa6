"""Corrections: what people may say, how it wins over what was read, and what follows from it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.corrections import KINDS, LEVELS, apply, checked, corrected, unsound
from archive.errors import WrongCorrection
from archive.item_corrections import ADDED, DROPPED
from archive.kin_corrections import APART, NOT_REPRINT, NOTHING, Said, kin_said
from archive.period import Period
from archive.report import Report, Span, Task
from tests.archive.strategies import DAYS, LINES, PERIODS, reports

TEXT = (
    "Tỉnh ủy Sơn Hà họp\nNhiệm vụ: 1. Rà soát quy hoạch. 2. Kết nạp 12 đảng viên.\n"
    "Đại biểu đề nghị\nmở thêm lớp học."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FIRST, SECOND = at("Rà soát quy hoạch."), at("Kết nạp 12 đảng viên.")
READ = Report(
    id="x", source="a.txt", text=TEXT, title="Tỉnh ủy Sơn Hà họp", body="Tỉnh ủy Sơn Hà",
    body_level="province", kind="annual", period_reviewed=Period.year_of(2023),
    event_date=date(2024, 1, 5), event_id="tinh-uy-son-ha@2023@2024-01-05",
    tasks=tuple(
        Task(ordinal=number, text=TEXT[span.start : span.end], start=span.start, end=span.end)
        for number, span in enumerate((FIRST, SECOND), 1)
    ),
    evidence={"title": Span(0, 18), "body": Span(0, 14), "event_date": Span(3, 5)},
    confidence={"title": 0.9, "body": 0.7, "body_level": 0.7, "event_date": 0.8, "kind": 0.7},
    candidates={"body": ("Thành ủy Sơn Hà",)},
)  # fmt: skip


def texts(report: Report) -> list[tuple[int, str]]:
    return [(task.ordinal, task.text) for task in report.tasks]


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        pytest.param("event_date", "2024-07-04", "2024-07-04", id="notation"),
        pytest.param("event_date", " 4/7/2024 ", "2024-07-04", id="day first, as people write"),
        pytest.param("published", "04-07-2024", "2024-07-04", id="with hyphens"),
        pytest.param("published", "4.7.2024", "2024-07-04", id="with stops"),
        pytest.param("period_planned", "2024-h1", "2024-H1", id="small letter"),
        pytest.param("period_reviewed", "2020-2025", "2020-2025", id="term"),
        pytest.param("body", "  Thành uỷ\n Sơn Hà", "Thành uỷ Sơn Hà", id="on one line"),
        pytest.param("title", "\x1b[31mTổng kết", "Tổng kết", id="no escapes"),
        pytest.param("kind", "nine-month", "nine-month", id="one of the kinds"),
        pytest.param("period_planned", "quý I/2024", "2024-Q1", id="period in words"),
        pytest.param("kind", "cả năm", "annual", id="kind in words"),
        pytest.param("body_level", "Trung ương", "central", id="level in words"),
        pytest.param("period_planned", "", "", id="the text tells none"),
        pytest.param("title", " ", "", id="blank is none"),
    ],
)
def test_what_may_be_said(field: str, typed: str, kept: str) -> None:
    assert checked(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("bodyy", "x", "no-field"),
        ("text", "x", "no-field"),
        ("event_date", "30/2/2024", "wrong-day"),
        ("event_date", "tháng 7", "wrong-day"),
        ("published", "0204-01-05", "wrong-day"),
        ("period_reviewed", "2024-H3", "wrong-period"),
        ("period_reviewed", "6 tháng", "wrong-period"),
        ("period_reviewed", "2025-2020", "wrong-period"),
        ("period_reviewed", "9999", "wrong-period"),
        ("kind", "mười năm", "wrong-choice"),
        ("body_level", "xã", "wrong-choice"),
        ("body", "x" * 1001, "long-value"),
    ],
)
def test_what_may_not(field: str, typed: str, code: str) -> None:
    with pytest.raises(WrongCorrection) as error:
        checked(field, typed)
    assert error.value.code == code
    assert error.value.facts["field"] == field


def test_a_corrected_field_is_sure_flagged_and_has_no_other_reading() -> None:
    now = apply(READ, {"body": "Thành ủy Sơn Hà"})
    assert (now.body, now.confidence["body"], now.candidates) == ("Thành ủy Sơn Hà", 1.0, {})
    assert now.flags == ("corrected-body",)
    assert "body" not in now.evidence
    assert now.evidence["title"] == READ.evidence["title"]


@pytest.mark.parametrize(
    ("field", "said", "place"),
    [
        ("body", "Tỉnh ủy Sơn Hà", Span(0, 14)),
        ("title", "Đại biểu đề nghị mở thêm lớp học.", Span(TEXT.index("Đại"), len(TEXT))),
        ("title", "Không có trong bài", None),
        ("event_date", "2024-01-05", Span(3, 5)),
        ("event_date", "2024-01-06", None),
        ("event_date", "", None),
    ],
)
def test_evidence_stays_only_where_the_text_says_so(
    field: str, said: str, place: Span | None
) -> None:
    assert apply(READ, {field: said}).evidence.get(field) == place


def test_the_text_may_tell_none() -> None:
    now = apply(READ, {"period_reviewed": "", "event_date": "", "kind": ""})
    assert (now.period_reviewed, now.event_date, now.kind, now.event_id) == (
        None,
        None,
        "none",
        None,
    )
    assert now.confidence["event_date"] == 1.0


@pytest.mark.parametrize(
    ("body", "level", "sure"),
    [
        ("Huyện ủy Sa Lâm", "district", True),
        ("Ban Tổ chức Trung ương", "central", True),
        ("Cụm thi đua số 3", "cluster", True),
        ("Một nơi nào đó", "province", False),
        ("", None, True),
    ],
)
def test_the_level_follows_the_body(body: str, level: str | None, sure: bool) -> None:
    now = apply(READ, {"body": body})
    assert (now.body_level, now.confidence["body_level"] == 1.0) == (level, sure)


def test_a_level_that_was_said_stays() -> None:
    assert apply(READ, {"body": "Huyện ủy Sa Lâm", "body_level": "other"}).body_level == "other"


@pytest.mark.parametrize(
    ("corrections", "kind"),
    [
        ({"period_reviewed": "2024-H1"}, "half-year"),
        ({"period_planned": "2024-H1"}, "annual"),
        ({"period_reviewed": "", "period_planned": "2024-Q4"}, "quarter"),
        ({"period_reviewed": ""}, "annual"),
        ({"period_reviewed": "2024-H1", "kind": "other"}, "other"),
    ],
)
def test_the_kind_follows_the_period(corrections: dict[str, str], kind: str) -> None:
    assert apply(READ, corrections).kind == kind


def test_the_event_follows_them_all() -> None:
    now = apply(READ, {"body": "Thành ủy Sơn Hà", "event_date": "2024-01-08"})
    assert now.event_id == "thanh-uy-son-ha@2023@2024-01-08"


def test_a_dropped_task_is_none_any_more() -> None:
    corrections = corrected(READ, {}, {DROPPED: ("1",)})
    now = apply(READ, corrections)
    assert texts(now) == [(1, "Kết nạp 12 đảng viên.")]
    assert now.flags == ("corrected-tasks",)


def test_a_later_reading_with_other_ends_does_not_bring_it_back() -> None:
    corrections = corrected(READ, {}, {DROPPED: ("1",)})
    start, end = FIRST.start - 3, FIRST.end
    longer = Task(ordinal=1, text=TEXT[start:end], start=start, end=end)
    again = apply(Report(id="x", source=None, text=TEXT, tasks=(longer,)), corrections)
    assert again.tasks == ()


def test_a_passage_becomes_a_task_in_its_place() -> None:
    corrections = corrected(READ, {}, {ADDED: ("mở thêm lớp học.",)})
    assert texts(apply(READ, corrections))[2:] == [(3, "mở thêm lớp học.")]


def test_a_passage_is_found_however_it_was_wrapped() -> None:
    corrections = corrected(READ, {}, {ADDED: ("đề nghị  mở thêm\tlớp",)})
    assert corrections == {ADDED: ["đề nghị\nmở thêm lớp"]}


def test_an_added_task_takes_the_place_of_those_it_shares_words_with() -> None:
    both = TEXT[FIRST.start : SECOND.end]
    now = apply(READ, corrected(READ, {}, {ADDED: (both,)}))
    assert texts(now) == [(1, both)]


def test_what_was_added_can_be_dropped_again() -> None:
    once = corrected(READ, {}, {ADDED: (TEXT[FIRST.start : SECOND.end],)})
    twice = corrected(apply(READ, once), once, {DROPPED: "1"})
    assert ADDED not in twice
    assert apply(READ, twice).tasks == ()


def test_of_two_added_that_share_words_the_later_stands() -> None:
    now = apply(READ, {ADDED: ["Kết nạp 12 đảng viên.", "Kết nạp 12"]})
    assert [text for _, text in texts(now)] == ["Rà soát quy hoạch.", "Kết nạp 12"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({DROPPED: ("3",)}, "no-task"),
        ({DROPPED: ("một",)}, "no-task"),
        ({ADDED: ("không có câu này",)}, "no-passage"),
        ({ADDED: (" ",)}, "no-passage"),
        ({"tasks": "1"}, "no-field"),
    ],
)
def test_no_such_task(changes: dict[str, str | tuple[str, ...]], code: str) -> None:
    with pytest.raises(WrongCorrection) as error:
        corrected(READ, {}, changes)
    assert error.value.code == code


def test_corrections_add_up() -> None:
    once = corrected(READ, {}, {"body": "A", DROPPED: ("1",)})
    twice = corrected(apply(READ, once), once, {"body": "B", DROPPED: ("1",)})
    now = apply(READ, twice)
    assert (now.body, now.tasks) == ("B", ())


def test_a_passage_that_the_text_no_longer_has_says_nothing() -> None:
    gone = {ADDED: ["câu đã bị cắt"], DROPPED: ["câu khác cũng thế"]}
    assert apply(READ, gone).tasks == READ.tasks


def test_what_people_say_of_kin_is_kept_by_ids_and_flagged() -> None:
    said = corrected(READ, {}, {APART: ("y",)})
    said = corrected(apply(READ, said), said, {APART: ("z", "y"), NOT_REPRINT: ""})
    assert said == {APART: ["y", "z"], NOT_REPRINT: True}
    assert kin_said(said) == Said(own=True, apart=frozenset("yz"))
    assert apply(READ, said).flags == ("corrected-reprint", "corrected-event")
    with pytest.raises(WrongCorrection) as caught:
        corrected(READ, {}, {APART: ("x",)})
    assert caught.value.code == "apart-itself"


@pytest.mark.parametrize(
    ("field", "kept"), [(NOT_REPRINT, "yes"), (NOT_REPRINT, False), (APART, "y"), (APART, [])]
)
def test_kin_that_was_edited_into_nonsense_says_nothing(field: str, kept: object) -> None:
    assert unsound({field: kept}) == [field]
    assert kin_said({field: kept}) == NOTHING
    assert apply(READ, {field: kept}) == READ


def test_what_is_unsound_is_named_and_passed_over() -> None:
    corrections = {"body": "B", "kind": "mười năm", "x": "y", "event_date": 5, ADDED: "words"}
    assert unsound(corrections) == ["kind", "x", "event_date", ADDED]
    now = apply(READ, corrections)
    assert (now.body, now.kind, now.event_date) == ("B", "annual", READ.event_date)


def test_passages_that_are_none_are_no_hindrance() -> None:
    assert corrected(READ, {ADDED: "words"}, {ADDED: ("Kết nạp",)}) == {ADDED: ["Kết nạp"]}


def test_a_day_that_a_person_wrote_into_the_file_as_toml_day() -> None:
    assert apply(READ, {"event_date": date(2024, 2, 3)}).event_date == date(2024, 2, 3)


SAID = st.fixed_dictionaries(
    {},
    optional={
        "title": LINES,
        "body": LINES,
        "published": DAYS.map(str),
        "event_date": DAYS.map(str),
        "kind": st.sampled_from(KINDS),
        "body_level": st.sampled_from(LEVELS),
        "period_reviewed": PERIODS.map(str),
        "period_planned": PERIODS.map(str),
    },
)


@given(reports(), SAID)
def test_what_people_say_stands_and_saying_it_twice_changes_nothing(
    report: Report, said: dict[str, str]
) -> None:
    now = apply(report, said)
    for field, words in said.items():
        value = getattr(now, field)
        assert ("" if value is None else str(value)) == words
        assert now.confidence[field] == 1.0
    assert apply(now, said) == now
    assert apply(report, {}) == report


@given(reports(), st.data())
def test_every_task_can_be_dropped(report: Report, data: st.DataObject) -> None:
    report = apply(report, {})
    tasks = [task for task in report.tasks if report.text[task.start : task.end].strip()]
    if not tasks:
        return
    task = data.draw(st.sampled_from(tasks))
    now = apply(report, corrected(report, {}, {DROPPED: (str(task.ordinal),)}))
    assert (task.start, task.end) not in {(one.start, one.end) for one in now.tasks}
