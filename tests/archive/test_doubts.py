"""Doubts: which readings a person had better look at, and in which order."""

from datetime import date

import pytest

from archive.corrections import apply
from archive.doubts import SLIPS, Doubt, doubts
from archive.period import Period
from archive.reading.times.days import EVENT_SLIP
from archive.reading.times.times import SLIP
from archive.report import Directive, Report, Span

SURE = Report(
    id="x", source="a.txt", text="Hội nghị", title="Hội nghị", published=date(2024, 1, 6),
    event_date=date(2024, 1, 5), body="Tỉnh ủy Sơn Hà", body_level="province", kind="annual",
    period_reviewed=Period.year_of(2023), period_planned=Period.year_of(2024),
    confidence=dict.fromkeys(
        ("title", "published", "event_date", "body", "body_level", "kind", "period_reviewed",
         "period_planned"), 0.95
    ),
)  # fmt: skip


def with_(**values: object) -> Report:
    return Report(**{name: getattr(SURE, name) for name in SURE.__slots__} | values)


def sure_but(**confidence: float) -> Report:
    return with_(confidence={**SURE.confidence, **confidence})


def told(report: Report) -> list[tuple[str, str | None, float]]:
    return [(doubt.field, doubt.value, doubt.confidence) for doubt in doubts(report)]


def test_what_is_sure_is_no_doubt() -> None:
    assert doubts(SURE) == ()
    assert doubts(sure_but(body=0.9)) == ()


def test_the_most_doubtful_comes_first() -> None:
    report = sure_but(body=0.7, period_planned=0.5, published=0.89)
    assert told(report) == [
        ("period_planned", "2024", 0.5),
        ("body", "Tỉnh ủy Sơn Hà", 0.7),
        ("published", "2024-01-06", 0.89),
    ]
    assert [doubt.grave for doubt in doubts(report)] == [True, True, False]


def test_a_doubt_tells_the_other_readings() -> None:
    report = with_(confidence={**SURE.confidence, "body": 0.7}, candidates={"body": ("A", "B")})
    [doubt] = doubts(report)
    assert doubt == Doubt(
        id="x",
        field="body",
        value="Tỉnh ủy Sơn Hà",
        confidence=0.7,
        candidates=("A", "B"),
        title=report.title,
    )


def test_what_a_person_said_is_no_doubt() -> None:
    report = sure_but(body=0.7, body_level=0.7)
    assert doubts(apply(report, {"body": "Tỉnh ủy Sơn Hà", "body_level": "province"})) == ()
    assert doubts(apply(with_(event_date=None), {"event_date": ""})) == ()


def test_a_level_that_does_not_follow_from_the_corrected_body_is_in_doubt() -> None:
    assert [doubt.field for doubt in doubts(apply(SURE, {"body": "Một nơi nào đó"}))] == [
        "body_level"
    ]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        pytest.param({"body": None}, ["body"], id="every conference is somebody's"),
        pytest.param({"event_date": None}, ["event_date"], id="every conference has its day"),
        pytest.param({"period_planned": None}, [], id="plans may name no period"),
        pytest.param({"period_reviewed": None}, [], id="a conference may only plan"),
        pytest.param(
            {"period_reviewed": None, "period_planned": None}, ["period_reviewed"], id="no period"
        ),
        pytest.param({"title": None, "published": None}, [], id="pages often lack these"),
        pytest.param(
            {"kind": "none", "body": None, "event_date": None}, [], id="ordinary news owes nothing"
        ),
    ],
)
def test_what_is_missing(values: dict[str, object], fields: list[str]) -> None:
    found = doubts(with_(**values))
    assert [(doubt.field, doubt.value, doubt.confidence) for doubt in found] == [
        (field, None, 0.0) for field in fields
    ]


def test_what_may_be_no_conference_owes_nothing_but_its_kind() -> None:
    unsure = with_(body=None, confidence={**SURE.confidence, "kind": 0.7})
    assert [doubt.field for doubt in doubts(unsure)] == ["kind"]


def citing(*candidates: str) -> Report:
    directive = Directive(
        key="18-NQ/TW", type="Nghị quyết", number="18", symbol="NQ/TW", issued=None, issuer=None,
        term=None, name=None, as_written="Hội", start=0, end=3, candidates=candidates,
    )  # fmt: skip
    return with_(directives=(directive,))


@pytest.mark.parametrize(
    ("candidates", "others", "confidence"),
    [
        pytest.param(("18-NQ/TW khóa XII",), ("18-NQ/TW khóa XII",), 0.5, id="perhaps a known one"),
        pytest.param(("a", "18-NQ/TW", "b"), ("a", "b"), 0.33, id="of three any may be meant"),
    ],
)
def test_a_document_left_open_is_a_doubt(
    candidates: tuple[str, ...], others: tuple[str, ...], confidence: float
) -> None:
    assert doubts(citing(*candidates)) == (
        Doubt(
            id="x",
            field="directives",
            value="18-NQ/TW",
            confidence=confidence,
            candidates=others,
            why="which",
            place=(0, 3),
            title=citing(*candidates).title,
        ),
    )


def test_a_document_that_is_told_is_none() -> None:
    assert doubts(citing()) == doubts(citing("18-NQ/TW")) == ()


def test_a_document_that_a_person_settled_is_none() -> None:
    assert doubts(apply(citing("a"), {"documents": {"Hội": "a"}})) == ()


@pytest.mark.parametrize(
    ("flag", "field", "value"),
    [(SLIP, "period_planned", "2024"), (EVENT_SLIP, "event_date", "2024-01-05")],
)
def test_a_slip_that_was_mended_is_told_however_sure(flag: str, field: str, value: str) -> None:
    [doubt] = doubts(with_(flags=(flag,)))
    assert (doubt.field, doubt.value, doubt.why, doubt.grave) == (field, value, "slip", True)
    assert doubts(apply(with_(flags=(flag,)), {field: value})) == ()


def test_every_slip_that_the_reader_flags_is_known() -> None:
    assert set(SLIPS) == {SLIP, EVENT_SLIP}


def test_a_doubt_tells_where_its_value_was_read() -> None:
    report = with_(
        confidence={**SURE.confidence, "body": 0.7, "body_level": 0.6, "title": 0.5},
        evidence={"body": Span(2, 5), "title": Span(0, 0)},
    )
    assert {doubt.field: doubt.place for doubt in doubts(report)} == {
        "body": (2, 5),
        "body_level": (2, 5),
        "title": None,
    }
