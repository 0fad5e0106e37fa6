"""Indicators: which figures of a body's reports count the same, and what is kept apart."""

import re
from collections.abc import Mapping, Sequence

import pytest

from archive.comparing.indicators import Indicator, Step, indicators, step
from archive.period import Period
from archive.report import Figure, Report, Task

_FIGURE = re.compile(r"\{([\d,]+)(?:/(\d+))?(%?) ?([^}]*)\}")


def told(year: int, results: str, *tasks: str, half: bool = False) -> Report:
    """A report on `year`, or its first half, whose figures stand in braces: "{8/10 cán bộ}"."""
    reviewed = Period.parse(f"{year}-H1" if half else str(year))
    figures: list[Figure] = []
    lines: list[str] = []
    for line in (results, *tasks):
        start = len("\n".join((*lines, "")))
        plain, at = "", 0
        for found in _FIGURE.finditer(line):
            plain += line[at : found.start()]
            written = found[0][1:-1]
            value, of, percent, unit = found.groups()
            figures.append(
                Figure(
                    value=float(value.replace(",", ".")),
                    of=float(of) if of else None,
                    unit=f"{percent} {unit}".strip(),
                    as_written=written,
                    start=start + len(plain),
                    end=start + len(plain) + len(written),
                )
            )
            plain, at = plain + written, found.end()
        lines.append(plain + line[at:])
    text = "\n".join(lines)
    listed = []
    for number, line in enumerate(lines[1:], 1):
        at = text.index(line, len(lines[0]))
        listed.append(Task(ordinal=number, text=line, start=at, end=at + len(line)))
    return Report(
        id=f"{reviewed}",
        source=None,
        text=text,
        period_reviewed=reviewed,
        period_planned=reviewed.successor(),
        figures=tuple(figures),
        tasks=tuple(listed),
    )


def values(found: Indicator) -> dict[str, tuple[float | None, float | None]]:
    """By period: what was reached, and what was aimed at."""
    every = {}
    for period in found.periods:
        result, target = found.at(period, "result"), found.at(period, "target")
        every[str(period)] = (
            result.value if result else None,
            target.value if target else None,
        )
    return every


def one_of(found: Sequence[Indicator], word: str) -> Indicator:
    """The only indicator whose name has `word`."""
    named = [one for one in found if word in one.name.lower()]
    assert len(named) == 1, [one.name for one in found]
    return named[0]


ADMITTED = (
    told(2030, "kết nạp {410 đảng viên}.", "Kết nạp {420 đảng viên} trở lên."),
    told(2031, "các huyện kết nạp được {433 đảng viên mới}.", "Kết nạp {450 đảng viên}."),
    told(2032, "toàn tỉnh kết nạp {447 đảng viên}, chủ yếu ở nông thôn."),
)


def test_results_and_targets_stand_apart_by_period() -> None:
    found = one_of(indicators(ADMITTED), "kết nạp")
    assert values(found) == {
        "2030": (410, None),
        "2031": (433, 420),
        "2032": (447, 450),
    }
    assert not found.percent
    assert found.months == 12


def test_every_point_has_its_figure_and_its_sentence() -> None:
    for indicator in indicators(ADMITTED):
        for point in (*indicator.results, *indicator.targets):
            passage = point.report.text[slice(*point.passage)]
            assert point.figure.as_written in passage


def test_the_order_of_reports_does_not_matter() -> None:
    assert indicators(ADMITTED) == indicators(ADMITTED[::-1])


APART: Mapping[str, tuple[Report, Report]] = {
    "another verb with the same thing counted": (
        told(2030, "kết nạp {410 đảng viên}."),
        told(2031, "xóa tên {12 đảng viên}."),
    ),
    "a percentage is no count": (
        told(2030, "sáp nhập {12 chi bộ}."),
        told(2031, "sáp nhập {40% chi bộ}."),
    ),
    "another thing counted": (
        told(2030, "giải quyết {30 lá đơn}."),
        told(2031, "giải quyết {30 hồ sơ}."),
    ),
    "some of the people": (
        told(2030, "luân chuyển {41 cán bộ}."),
        told(2031, "luân chuyển {15 cán bộ trẻ}."),
    ),
    "more counted together": (
        told(2030, "luân chuyển {41 cán bộ} về xã."),
        told(2031, "bổ nhiệm, luân chuyển {139 cán bộ} về xã."),
    ),
    "one organisation, another doing": (
        told(2030, "có {48/52 tổ chức cơ sở đảng} nộp sổ."),
        told(2031, "có {46/52 tổ chức cơ sở đảng} bầu lại."),
    ),
    "places that the meeting was joined from": (
        told(2030, "Hội nghị nối tới {11 điểm cầu} cấp huyện."),
        told(2031, "Hội nghị nối tới {12 điểm cầu} cấp huyện."),
    ),
    "awards": (
        told(2030, "{9 cá nhân} được khen thưởng."),
        told(2031, "{20 cá nhân} được khen thưởng."),
    ),
    "half a year beside a year": (
        told(2030, "kết nạp {410 đảng viên}."),
        told(2031, "kết nạp {190 đảng viên}.", half=True),
    ),
}


@pytest.mark.parametrize("rule", APART)
def test_what_is_no_one_indicator(rule: str) -> None:
    assert indicators(APART[rule]) == ()


# The rule, what two reports say, the name.
NAMES = [
    (
        "a negation stays",
        "có {9/9 bí thư huyện uỷ} không là người địa phương.",
        "Bí thư huyện uỷ không là người địa phương",
    ),
    (
        "and so do the words between",
        "Tỷ lệ chi bộ họp không quá hai giờ lên {74%}.",
        "Tỷ lệ chi bộ họp không quá hai giờ",
    ),
    (
        "the verb stands before what it is done to",
        "trao huy hiệu cho {29 đồng chí}.",
        "Trao huy hiệu cho đồng chí",
    ),
    (
        "another figure's words are not taken",
        "Mở {4 lớp bồi dưỡng}, {261 học viên}.",
        "Mở lớp bồi dưỡng",
    ),
]


@pytest.mark.parametrize(("rule", "said", "name"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_is_words_of_the_text_in_their_order(rule: str, said: str, name: str) -> None:
    del rule
    found = indicators((told(2030, said), told(2031, said)))
    assert name in [one.name for one in found]


# The target as told for 2031, the period it is for.
DUE = [
    ("Kết nạp {420 đảng viên}.", "2031"),
    ("Đến hết năm 2031 kết nạp {420 đảng viên}.", "2031"),
    ("Đến năm 2033 kết nạp {420 đảng viên}.", "2033"),
    ("Kết nạp {420 đảng viên} trước tháng 6/2032.", "2032"),
    ("Kết nạp {420 đảng viên}; đến năm 2033 có đủ nguồn.", "2031"),
]


@pytest.mark.parametrize(("task", "period"), DUE)
def test_a_target_is_for_the_year_it_is_due(task: str, period: str) -> None:
    found = one_of(indicators((told(2030, "kết nạp {410 đảng viên}.", task),)), "kết nạp")
    assert [str(point.period) for point in found.targets] == [period]


def test_half_years_are_a_series_of_their_own() -> None:
    reports = (
        *ADMITTED,
        told(2033, "kết nạp {190 đảng viên}.", half=True),
        told(2034, "kết nạp {205 đảng viên}.", half=True),
    )
    found = [one for one in indicators(reports) if "kết nạp" in one.name.lower()]
    assert {one.months: list(values(one)) for one in found} == {
        12: ["2030", "2031", "2032"],
        6: ["2033-H1", "2034-H1"],
    }


def test_a_share_of_a_plan_is_of_the_figure_before_it() -> None:
    reports = (
        told(
            2030,
            "kết nạp {410 đảng viên}, đạt {97,6% kế hoạch}; cấp {20 máy tính}, đạt {80% kế hoạch}.",
        ),
        told(
            2031,
            "cấp {30 máy tính}, đạt {90% kế hoạch}; kết nạp {433 đảng viên}, đạt {103% kế hoạch}.",
        ),
    )
    shares = [one for one in indicators(reports) if one.percent]
    assert sorted([point.value for point in one.results] for one in shares) == [
        [80, 90],
        [97.6, 103],
    ]


def test_of_a_share_the_part_counts() -> None:
    reports = (
        told(2030, "luân chuyển {8/10 cán bộ} về xã."),
        told(2031, "luân chuyển {9 cán bộ} về xã."),
    )
    assert [point.value for point in one_of(indicators(reports), "luân chuyển").results] == [8, 9]


def test_one_figure_is_no_series() -> None:
    assert indicators(ADMITTED[2:]) == ()


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(False, Step(23, 23 / 410)), (True, Step(23, None))],
    ids=["counts have a per cent", "percentages differ in points"],
)
def test_steps(percent: bool, expected: Step) -> None:
    before, after = one_of(indicators(ADMITTED), "kết nạp").results[:2]
    assert step(before, after, percent=percent) == expected


def test_percentages_of_unlike_bases_are_no_one_indicator() -> None:
    own = told(2030, "Số bến đò cũ giảm {4% bến đò}.", "Giảm {5% bến đò} cũ trong năm")
    before = told(2031, "Số bến đò cũ giảm {6% bến đò} so với năm 2030.")
    of_a_part = told(2032, "Riêng miền núi, số bến đò cũ giảm {3% bến đò}.")
    long_ago = told(2033, "Số bến đò cũ giảm {20% bến đò} so với năm 2025.")
    (found,) = indicators([own, before, of_a_part, long_ago])
    assert values(found) == {"2030": (4.0, None), "2031": (6.0, 5.0)}
