"""Reports as plain data: nothing is lost on the way there and back."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ArchiveDamaged
from archive.period import Period
from archive.record import ORDER, from_record, to_record
from archive.report import Report, Span, Task
from archive.store.reportfile import Kept, decode, decode_origin, encode
from tests.archive.strategies import DAYS, LINES, MAYBE, reports

NOW = datetime(2024, 1, 6, 8, 30, tzinfo=UTC)


def kept(report: Report) -> Kept:
    return Kept(report=report, name=report.source or "?", original="ab" * 32 + ".txt", imported=NOW)


@given(reports())
def test_record_and_back(report: Report) -> None:
    assert from_record(to_record(report)) == report


@given(reports())
def test_record_through_json(report: Report) -> None:
    assert from_record(json.loads(json.dumps(to_record(report)))) == report


def test_record_says_everything_in_the_notation_of_people() -> None:
    report = Report(
        id="x", source="a.txt", text="Nhiệm vụ", published=date(2024, 1, 5),
        period_planned=Period.half(2024, 1), tasks=(Task(ordinal=1, text="vụ", start=6, end=8),),
        evidence={"published": Span(0, 3)},
    )  # fmt: skip
    record = to_record(report)
    assert list(record) == list(ORDER)
    assert record["published"] == "2024-01-05"
    assert record["period_planned"] == "2024-H1"
    assert record["title"] is None
    assert record["tasks"] == [
        {"ordinal": 1, "text": "vụ", "start": 6, "end": 8, "by": None, "directives": []}
    ]
    assert record["evidence"] == {"published": [0, 3]}


@given(reports(), MAYBE, MAYBE, st.none() | DAYS, st.dictionaries(LINES.filter(bool), LINES))
def test_file_and_back(
    report: Report,
    given_id: str | None,
    title: str | None,
    published: date | None,
    corrections: dict[str, str],
) -> None:
    whole = Kept(
        report=report, name=report.source or "?", original="ab" * 32 + ".html", imported=NOW,
        earlier=("cd" * 32 + ".html",), given_id=given_id, given_title=title,
        given_published=published, corrections=corrections, history=({}, corrections), reader=7,
    )  # fmt: skip
    assert decode(encode(whole), "x.txt") == whole


@given(reports())
def test_the_text_stands_in_the_file_byte_for_byte(report: Report) -> None:
    data = encode(kept(report))
    assert data.endswith(b"+++\n" + report.text.encode())
    assert decode_origin(data, "x.txt").report.text == report.text


def test_a_file_that_a_person_can_read() -> None:
    report = Report(
        id="2024-01-05-tong-ket", source="bao-cao.txt", text="Tổng kết\nKết nạp 12 đảng viên",
        title="Tổng kết", published=date(2024, 1, 5), period_planned=Period.year_of(2024),
        tasks=(Task(ordinal=1, text="Kết nạp 12 đảng viên", start=9, end=29),),
        evidence={"title": Span(0, 8)}, confidence={"title": 0.5},
    )  # fmt: skip
    lines = encode(kept(report)).decode().split("\n")
    assert lines[:3] == ["+++", 'id = "2024-01-05-tong-ket"', 'source = "bao-cao.txt"']
    assert "imported = 2024-01-06T08:30:00+00:00" in lines
    assert "published = 2024-01-05" in lines
    assert 'period_planned = "2024"' in lines
    assert "    { at = [9, 29], ordinal = 1 }," in lines
    assert lines[-3:] == ["+++", "Tổng kết", "Kết nạp 12 đảng viên"]


OUTSIDE = '"x"\ntasks = [{ at = [0, 99], ordinal = 1 }]\n'
SOUND = encode(kept(Report(id="x", source="a.txt", text="Tổng kết", title="Tổng kết"))).decode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param("", "broken-report", id="empty"),
        pytest.param("Chỉ có chữ", "broken-report", id="no front matter"),
        pytest.param(SOUND[:40], "broken-report", id="cut off"),
        pytest.param("x" + SOUND, "broken-report", id="something before it"),
        pytest.param(SOUND.replace("[reading]", "[reading"), "broken-report", id="no TOML"),
        pytest.param(SOUND.replace("[reading]", "[read]"), "broken-report", id="a part is missing"),
        pytest.param(SOUND.replace('kind = "none"', "kind = 5"), "broken-report", id="wrong type"),
        pytest.param(SOUND.replace('"Tổng kết"\n', OUTSIDE), "broken-report", id="no such place"),
        pytest.param(SOUND + " thêm", "edited-text", id="text added"),
        pytest.param(SOUND.replace("+++\nTổng", "+++\nTông"), "edited-text", id="text changed"),
    ],
)  # fmt: skip
def test_a_broken_file_is_damage_and_nothing_else(data: str, code: str) -> None:
    with pytest.raises(ArchiveDamaged) as damage:
        decode(data.encode(), "kho/x.txt")
    assert damage.value.code == code
    assert damage.value.facts["path"] == "kho/x.txt"


@given(st.binary(max_size=60) | st.integers(0, len(SOUND)).map(lambda end: SOUND[:end].encode()))
def test_whatever_is_in_the_file_is_a_report_or_damage(data: bytes) -> None:
    try:
        decode(data, "x.txt")
    except ArchiveDamaged:
        return
    assert data == SOUND.encode()


def test_what_somebody_wrote_into_a_file_is_cleaned_on_its_way_out() -> None:
    data = SOUND.replace('title = "Tổng kết"', 'title = "\\u001b[31mTổng\\u202e kết\\u0000"')
    assert decode(data.encode(), "x.txt").report.title == "Tổng kết"
    raw = SOUND.replace('title = "Tổng kết"', 'title = "\u200bTổng kết\u00ad"')
    assert decode(raw.encode(), "x.txt").report.title == "Tổng kết"


def test_the_origin_of_an_edited_text_is_told_with_the_text_as_it_is() -> None:
    origin = decode_origin((SOUND + "\x1b[31m thêm").encode(), "x.txt")
    assert origin.name == "a.txt"
    assert origin.report.text == "Tổng kết thêm"
    assert origin.report.title is None
