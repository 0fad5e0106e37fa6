"""Which reports are on one conference, and which are reprints: each row states its rule."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.bodies import Bodies
from archive.event import event_id_of
from archive.kin_corrections import Said
from archive.kinship import Kin, Trace, kinship
from archive.period import Period
from archive.report import Report
from archive.resemblance import sketch
from tests.archive.effort import calls

LINE = Bodies().line
BODY, OTHER_NAME = "Ban Tổ chức Tỉnh ủy Bắc Giang", "Ban TCTU Bắc Giang"
DAY, NEXT_WEEK = date(2024, 1, 5), date(2024, 1, 12)


def text(start: int, count: int = 200) -> bytes:
    words = " ".join(f"từ{number}" for number in range(start, start + count))
    return sketch(Report(id=None, source=None, text=words))


def told(
    name: str,
    *,
    body: str | None = BODY,
    day: date | None = DAY,
    reviewed: str | None = "2023",
    planned: str | None = "2024",
    published: date | None = DAY,
    said: bytes = b"",
) -> Trace:
    past, coming = (Period.parse(one) if one else None for one in (reviewed, planned))
    own = event_id_of(body, past or coming, day)
    return Trace(name, body, day, past, coming, published, own, said)


def events(*traces: Trace) -> list[set[str]]:
    """The ids by event, those without one each alone."""
    found = kin(*traces)
    groups: dict[str, set[str]] = {}
    for trace in traces:
        event = found[trace.id].event if trace.id in found else trace.own
        groups.setdefault(event or trace.id, set()).add(trace.id)
    return list(groups.values())


def kin(*traces: Trace) -> Mapping[str, Kin]:
    return kinship(traces, LINE)


@pytest.mark.parametrize(
    ("other", "one_event"),
    [
        pytest.param(told("b"), True, id="body, period and day are the same"),
        pytest.param(told("b", body=OTHER_NAME), True, id="a short name of the body"),
        pytest.param(told("b", body="Ban Tổ chức Tỉnh uỷ Bắc Giang"), True, id="tone placement"),
        pytest.param(told("b", body="Tỉnh ủy Bắc Giang"), False, id="another body"),
        pytest.param(told("b", day=NEXT_WEEK), False, id="another day"),
        pytest.param(told("b", reviewed="2023-H2"), False, id="another period"),
        pytest.param(told("b", planned="2024-H1"), True, id="what is planned is read less surely"),
        pytest.param(told("b", reviewed=None), True, id="same day, the plan agrees"),
        pytest.param(told("b", reviewed=None, planned=None), True, id="same day, no period"),
        pytest.param(told("b", reviewed=None, planned="2025"), False, id="another plan"),
        pytest.param(told("b", day=None, published=NEXT_WEEK), True, id="no day, news of it"),
        pytest.param(told("b", day=None, published=None), True, id="no date at all, one known"),
        pytest.param(told("b", day=None, published=date(2024, 3, 1)), False, id="too late"),
        pytest.param(told("b", day=None, published=date(2024, 1, 1)), False, id="too early"),
        pytest.param(told("b", day=None, reviewed="2022"), False, id="no day, another period"),
        pytest.param(
            told("b", day=None, reviewed=None, planned=None), False, id="neither day nor period"
        ),
        pytest.param(told("b", body=None), False, id="no body"),
    ],
)
def test_one_event(other: Trace, one_event: bool) -> None:
    assert (len(events(told("a"), other)) == 1) == one_event


def test_a_report_without_a_day_belongs_to_no_one_of_two_that_fit() -> None:
    loose = told("c", day=None, published=None)
    assert events(told("a"), told("b", day=NEXT_WEEK), loose) == [{"a"}, {"b"}, {"c"}]


def test_its_date_tells_which_of_two_it_is() -> None:
    loose = told("c", day=None, published=date(2024, 1, 6))
    assert events(told("a"), told("b", day=NEXT_WEEK), loose) == [{"a", "c"}, {"b"}]


def test_the_event_is_named_by_what_is_told_most_fully() -> None:
    full, loose = told("b"), told("a", day=None)
    assert kin(full, loose) == {"a": Kin(full.own)}


def test_two_names_of_a_body_give_the_event_one_name() -> None:
    one, other = told("a"), told("b", body="Ban Tổ chức Tỉnh uỷ Bắc giang")
    assert {kin(one, other).get(trace.id, Kin(trace.own)).event for trace in (one, other)} == {
        one.own
    }


def test_a_copy_is_the_reprint_of_the_earlier_one() -> None:
    first = told("b", said=text(0))
    copy = told("a", published=NEXT_WEEK, said=text(5))
    assert kin(first, copy) == {"a": Kin(first.own, "b")}


def test_several_copies_are_reprints_of_the_first() -> None:
    days = (date(2024, 1, 6), date(2024, 1, 7), date(2024, 1, 8))
    copies = [
        told(name, published=day, said=text(0)) for name, day in zip("cba", days, strict=True)
    ]
    found = kin(*copies)
    assert {name: one.reprint_of for name, one in found.items()} == {"b": "c", "a": "c"}


def test_a_copy_whose_body_or_period_was_not_read_belongs_to_the_event() -> None:
    first = told("a", said=text(0))
    copy = told("b", body=None, reviewed=None, planned=None, day=None, said=text(3))
    assert kin(first, copy) == {"b": Kin(first.own, "a")}


def test_copies_of_which_no_event_is_told_are_one_all_the_same() -> None:
    one, other = (
        told(name, body=None, day=None, reviewed=None, planned=None, said=text(0)) for name in "ab"
    )
    assert kin(one, other) == {"a": Kin("a"), "b": Kin("a", "a")}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told("b", reviewed="2022", said=text(0)), id="the same words a year before"),
        pytest.param(told("b", body="Tỉnh ủy Cao Bằng", said=text(0)), id="another province's"),
        pytest.param(told("b", day=NEXT_WEEK, said=text(0)), id="another day"),
    ],
)
def test_what_is_told_otherwise_is_no_reprint(other: Trace) -> None:
    assert kin(told("a", said=text(0)), other) == {}


def test_a_text_of_its_own_on_the_same_event_is_no_reprint() -> None:
    assert kin(told("a", said=text(0)), told("b", said=text(500))) == {}


def test_a_crowd_of_copies_is_one_event() -> None:
    crowd = [told(f"{number:03}", body=None, said=text(0)) for number in range(100)]
    assert len(events(*crowd)) == 1


def parted(trace: Trace, *others: str, own: bool = False) -> Trace:
    """`trace`, of which a person said that it is apart from `others`, or an article of its own."""
    return replace(trace, said=Said(own, frozenset(others)))


def test_what_is_no_reprint_by_a_persons_word_stays_on_the_event() -> None:
    first, copy = told("a", said=text(0)), told("b", published=NEXT_WEEK, said=text(5))
    assert kin(first, copy) == {"b": Kin(first.own, "a")}
    assert kin(first, parted(copy, own=True)) == {}
    assert kin(parted(first, own=True), copy) == {"b": Kin(first.own, "a")}, "of the copy alone"


@pytest.mark.parametrize("by", ["a", "b"])
@pytest.mark.parametrize("like", [0, 500])
def test_what_people_hold_apart_is_not_one_event_whichever_of_both_says_so(
    by: str, like: int
) -> None:
    first, second = told("a", said=text(0)), told("b", published=NEXT_WEEK, said=text(like))
    assert events(first, second) == [{"a", "b"}]
    said = [
        parted(first, "b") if by == "a" else first,
        parted(second, "a") if by == "b" else second,
    ]
    assert events(*said) == [{"a"}, {"b"}]
    assert kin(*said) == {"b": Kin(f"{first.own}@b")}, "and no reprint"


def test_a_third_that_fits_both_events_held_apart_joins_neither_by_chance() -> None:
    first, second, third = told("a"), parted(told("b"), "a"), told("c")
    assert kin(first, second, third) == {"b": Kin(f"{first.own}@b")}


def test_a_word_on_a_report_that_is_no_more_says_nothing() -> None:
    assert events(parted(told("a"), "gone"), told("b")) == [{"a", "b"}]


TRACES = st.lists(
    st.builds(
        told,
        st.integers(0, 9).map(str),
        body=st.sampled_from([BODY, OTHER_NAME, "Tỉnh ủy Cao Bằng", None]),
        day=st.sampled_from([DAY, NEXT_WEEK, None]),
        reviewed=st.sampled_from(["2023", "2022", None]),
        planned=st.sampled_from(["2024", None]),
        published=st.sampled_from([DAY, NEXT_WEEK, date(2024, 6, 1), None]),
        said=st.sampled_from([text(0), text(4), text(500), b""]),
    ).flatmap(
        lambda trace: st.builds(
            lambda own, apart: parted(trace, *(map(str, apart)), own=own),
            st.booleans(),
            st.sets(st.integers(0, 9), max_size=2),
        )
    ),
    max_size=8,
    unique_by=lambda trace: trace.id,
)


@given(TRACES.flatmap(lambda traces: st.tuples(st.just(traces), st.permutations(traces))))
def test_the_order_in_which_reports_came_makes_no_difference(
    orders: tuple[list[Trace], list[Trace]],
) -> None:
    assert kin(*orders[0]) == kin(*orders[1])


@given(TRACES)
def test_what_one_event_tells_does_not_contradict_itself(traces: list[Trace]) -> None:
    found = kin(*traces)
    groups: dict[str, list[Trace]] = {}
    for trace in traces:
        event = found.get(trace.id, Kin(trace.own)).event
        if event:
            groups.setdefault(event, []).append(trace)
    for group in groups.values():
        assert len({trace.day for trace in group if trace.day}) <= 1
        assert len({trace.reviewed for trace in group if trace.reviewed}) <= 1
        assert len({LINE(trace.body) for trace in group if trace.body}) <= 1


@given(TRACES)
def test_a_reprint_is_of_a_report_of_the_same_event(traces: list[Trace]) -> None:
    found = kin(*traces)
    by_id = {trace.id: trace for trace in traces}
    for one in found.values():
        if one.reprint_of:
            original = by_id[one.reprint_of]
            assert found.get(original.id, Kin(original.own)).event == one.event


def test_reports_of_no_event_are_not_held_against_each_other() -> None:
    """Most of what people keep is no conference: twice as much of it is twice the work."""
    news = [told(f"n{number:03}", body=None, day=None, reviewed=None) for number in range(400)]
    assert calls(lambda: kin(*news)) <= 2.5 * calls(lambda: kin(*news[:200]))
