"""Where a lineage crosses from one body to the next."""

from dataclasses import replace
from datetime import date

import pytest

from archive.bodies import Bodies, OwnBody
from archive.comparing.lineage import Lineage, narrowed
from archive.comparing.threading import lineage
from archive.comparing.turns import Turn, turns_of
from archive.period import Period
from archive.report import Report
from tests.archive.written import report

OLD, NEW, OTHER = (f"Ban Tổ chức Tỉnh ủy {place}" for place in ("Hồ Vân", "Vân Sơn", "Hồ Sơn"))
HEIR = Bodies((OwnBody(OLD, into=NEW, until=date(2031, 7, 1)),))
ADMIT = "Kết nạp 1.200 đảng viên ở khu công nghiệp"
DIGITAL = "Số hoá hồ sơ lưu trữ của huyện đảo"
GRADES = "Hướng dẫn kiểm điểm, xếp loại cuối năm các chi bộ"


def of(body: str | None, year: int, *tasks: str) -> Report:
    period = Period.parse(str(year))
    return replace(report(*(tasks or (ADMIT,))), id=f"r-{year}", body=body, period_planned=period)


TURN = Turn(Period.parse("2032"), OLD, NEW, date(2031, 7, 1))


@pytest.mark.parametrize(
    ("rule", "bodies", "known", "turns"),
    [
        ("one body all along", [OLD, OLD], HEIR, []),
        ("another took over", [OLD, OLD, NEW, NEW], HEIR, [TURN]),
        ("names of one body", [OLD, OTHER], Bodies((OwnBody(OLD, (OTHER,)),)), []),
        ("the day is not known", [OLD, NEW], Bodies((OwnBody(OLD, into=NEW),)), [None]),
        ("of no body nothing is told", [OLD, None, NEW], HEIR, [TURN]),
    ],
)
def test_turns(
    rule: str, bodies: list[str | None], known: Bodies, turns: list[Turn | None]
) -> None:
    del rule
    found = turns_of([of(body, 2030 + n) for n, body in enumerate(bodies)], known)
    wanted = [turn or Turn(Period.parse("2031"), OLD, NEW, None) for turn in turns]
    assert list(found) == wanted


def followed() -> Lineage:
    reports = [
        of(OLD, 2030, ADMIT, GRADES),
        of(OLD, 2031),
        of(NEW, 2032, ADMIT, DIGITAL),
        of(NEW, 2033, ADMIT, DIGITAL),
    ]
    return replace(lineage(OLD, reports), turns=turns_of(reports, HEIR))


def test_a_thread_crosses_the_turn_where_it_goes_on_past_it() -> None:
    found = followed()
    admit, grades, digital = found.threads
    assert [found.crossed(admit, cell) for cell in admit.cells] == [(), (), (TURN,), ()]
    assert [found.crossed(grades, cell) for cell in grades.cells] == [(), ()], "ended before"
    assert [found.crossed(digital, cell) for cell in digital.cells] == [(TURN,), ()], "begins there"


def test_what_lies_outside_the_periods_asked_for_is_not_told() -> None:
    assert narrowed(followed(), None, Period.parse("2031")).turns == ()
    assert narrowed(followed(), Period.parse("2031"), None).turns == (TURN,)
