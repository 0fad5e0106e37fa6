"""What a later report says of tasks: tables of a task and a passage, and laws for any texts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparing.follow_through import STATES, account_of, follow_through
from archive.period import Period
from archive.report import Report, Result, Section
from tests.archive.strategies import reports
from tests.archive.written import report

NOISE = "Ông Tư trồng hai sào bưởi bên bờ kênh."


def account(*sentences: str) -> Report:
    """A report that sets no tasks and says `sentences` as its results."""
    text = "\n".join(sentences)
    section = Section(role="results", start=0, end=len(text))
    return Report(id=None, source=None, text=text, sections=(section,))


# The rule, the task, what the later report says, the state.
ONE = [
    (
        "a lone syllable beside one word is in any text",
        "Sắp xếp lại phòng đọc, giao sổ mượn theo thời hạn",
        "Ba xã xin lùi thời hạn của những việc được giao.",
        "none",
    ),
    (
        "two words of the task are enough",
        "Sắp xếp lại phòng đọc theo chủ đề",
        "Phòng đọc đã được sắp xếp từ mùa xuân.",
        "reported",
    ),
    (
        "a figure reached",
        "Kết nạp 1.500 đảng viên ở khu công nghiệp",
        "Cả tỉnh kết nạp 1.561 đảng viên.",
        "reported",
    ),
    (
        "a figure missed",
        "Kết nạp 1.500 đảng viên ở khu công nghiệp",
        "Cả tỉnh kết nạp 1.420 đảng viên.",
        "partly",
    ),
    (
        "a part of a whole",
        "Giảm 24 đầu mối cấp phòng của các sở",
        "Giảm được 19/24 đầu mối cấp phòng.",
        "partly",
    ),
    (
        "the whole of it",
        "Giảm 24 đầu mối cấp phòng của các sở",
        "Đã giảm 24/24 đầu mối cấp phòng.",
        "reported",
    ),
    (
        "a percentage reached",
        "Số hoá 60% hồ sơ đảng viên",
        "Đã số hoá 64,5% hồ sơ đảng viên.",
        "reported",
    ),
    (
        "a percentage missed",
        "Số hoá 60% hồ sơ đảng viên",
        "Đã số hoá 52,5% hồ sơ đảng viên.",
        "partly",
    ),
    (
        "short of a plan",
        "Thu đảng phí của các chi bộ doanh nghiệp",
        "Thu đảng phí của chi bộ doanh nghiệp bằng 92% kế hoạch.",
        "partly",
    ),
    (
        "not to be passed, and passed",
        "Đưa số chi bộ ghép xuống không quá 12 chi bộ",
        "Toàn huyện còn lại đúng 15 chi bộ ghép.",
        "partly",
    ),
    (
        "not to be passed, and kept",
        "Đưa số chi bộ ghép xuống không quá 12 chi bộ",
        "Toàn huyện giữ đúng 9 chi bộ ghép.",
        "reported",
    ),
    (
        "words that fall short",
        "Luân chuyển cán bộ về xã biên giới",
        "Luân chuyển cán bộ về xã biên giới còn chậm.",
        "partly",
    ),
    (
        "done, without a figure",
        "Luân chuyển cán bộ về xã biên giới",
        "Đã luân chuyển cán bộ về xã biên giới.",
        "reported",
    ),
    (
        "a word is no shortfall across a comma",
        "Luân chuyển cán bộ về đơn vị mới",
        "Đã luân chuyển cán bộ về đơn vị mới, có người tình nguyện.",
        "reported",
    ),
    (
        "said not to be told",
        "Luân chuyển cán bộ về xã biên giới",
        "Việc luân chuyển cán bộ về xã biên giới, báo cáo không nêu.",
        "none",
    ),
    (
        "what is new is no shortfall",
        "Lập chi bộ trong các doanh nghiệp",
        "Thành lập mới 6 chi bộ trong doanh nghiệp.",
        "reported",
    ),
    (
        "more in all says nothing of a part",
        "Luân chuyển 15 cán bộ trẻ về xã biên giới",
        "Đã luân chuyển 139 cán bộ về xã biên giới.",
        "reported",
    ),
    (
        "what only says that a list follows",
        "Luân chuyển cán bộ về xã biên giới",
        "Về luân chuyển cán bộ về xã biên giới, báo cáo nêu:",
        "none",
    ),
    (
        "one word alone",
        "Luân chuyển cán bộ về xã biên giới",
        "Con đường biên giới mở rộng.",
        "none",
    ),
    (
        "a speech at the meeting is no evidence",
        "Luân chuyển cán bộ về xã biên giới",
        "Tham luận của huyện Bến Đá nói về luân chuyển cán bộ về xã biên giới.",
        "none",
    ),
    (
        "nor is who came to it",
        "Luân chuyển cán bộ về xã biên giới",
        "Dự hội nghị có các cán bộ luân chuyển về xã biên giới.",
        "none",
    ),
    (
        "a share that kept the time limit is short of all",
        "Trả lời đơn thư của chi bộ trong 15 ngày",
        "Đơn thư của chi bộ được trả lời trong 15 ngày đạt 96,5%.",
        "partly",
    ),
    (
        "all of them kept it",
        "Trả lời đơn thư của chi bộ trong 15 ngày",
        "Đơn thư của chi bộ được trả lời trong 15 ngày đạt 100%.",
        "reported",
    ),
    (
        "not below, and below",
        "Giữ số hồ sơ số hoá không dưới 75%",
        "Số hồ sơ số hoá là 74,1%.",
        "partly",
    ),
    (
        "whom a task is for is not the task",
        "Mở 5 hội nghị cho bí thư chi bộ",
        "Có 3 bí thư chi bộ xin thôi việc.",
        "none",
    ),
    ("nothing like it", "Luân chuyển cán bộ về xã biên giới", NOISE, "none"),
]


@pytest.mark.parametrize(("rule", "task", "said", "state"), ONE, ids=[row[0] for row in ONE])
def test_one_task(rule: str, task: str, said: str, state: str) -> None:
    del rule
    (outcome,) = follow_through(report(task), account(NOISE, said)).outcomes
    assert outcome.state == state
    assert [passage.text for passage in outcome.passages] == ([said] if state != "none" else [])


def test_figures_stand_side_by_side() -> None:
    task = "Giảm 24 đầu mối cấp phòng, mở 3 lớp bồi dưỡng"
    found = follow_through(report(task), account("Giảm được 19/24 đầu mối cấp phòng."))
    (outcome,) = found.outcomes
    assert [(f.target, f.result, f.met) for f in outcome.figures] == [
        ("24 đầu mối cấp", "19/24 đầu mối cấp", False),
        ("3 lớp bồi dưỡng", "", None),
    ]


# The rule, the task, the passage, the figures side by side.
PAIRED: list[tuple[str, str, str, list[tuple[str, str, bool | None]]]] = [
    (
        "more in all does not answer a target for a part",
        "Luân chuyển 15 cán bộ trẻ về xã biên giới",
        "Đã luân chuyển 139 cán bộ về xã biên giới.",
        [("15 cán bộ trẻ", "", None)],
    ),
    (
        "fewer in all do",
        "Luân chuyển 15 cán bộ trẻ về xã biên giới",
        "Đã luân chuyển 9 cán bộ về xã biên giới.",
        [("15 cán bộ trẻ", "9 cán bộ", False)],
    ),
    (
        "a part does not fall short of a target for all",
        "Kết nạp 90 đảng viên ở vùng cao",
        "Kết nạp 31 đảng viên nữ ở vùng cao.",
        [("90 đảng viên", "", None)],
    ),
    (
        "several things counted together do not answer for one of them",
        "Luân chuyển 15 cán bộ về xã biên giới",
        "Bổ nhiệm, luân chuyển 139 cán bộ về xã biên giới.",
        [("15 cán bộ", "", None)],
    ),
    (
        "what each has is not what all have",
        "Luân chuyển cán bộ về xã biên giới, mỗi xã 2 cán bộ",
        "Đã luân chuyển 40 cán bộ về xã biên giới.",
        [("2 cán bộ", "", None)],
    ),
    (
        "that all of another thing was done is not set beside the task",
        "Luân chuyển cán bộ về xã biên giới",
        "Luân chuyển cán bộ về 14/14 xã biên giới.",
        [],
    ),
]


@pytest.mark.parametrize(
    ("rule", "task", "said", "expected"), PAIRED, ids=[row[0] for row in PAIRED]
)
def test_only_figures_that_count_the_same_are_paired(
    rule: str, task: str, said: str, expected: list[tuple[str, str, bool | None]]
) -> None:
    del rule
    (outcome,) = follow_through(report(task), account(said)).outcomes
    assert [(f.target, f.result, f.met) for f in outcome.figures] == expected


def test_a_shortcoming_among_the_passages_makes_partly() -> None:
    found = follow_through(
        report("Luân chuyển cán bộ về xã biên giới"),
        account(
            "Đã luân chuyển cán bộ về xã biên giới.",
            "Một số nơi chưa luân chuyển cán bộ về xã biên giới.",
        ),
    )
    assert found.outcomes[0].state == "partly"
    assert len(found.outcomes[0].passages) == 2


def test_a_passage_on_the_document_of_another_task_tells_of_that_one() -> None:
    plan = report(
        "Lấy phiếu hỏi đảng viên ở 52 chi bộ", "Học tập Nghị quyết số 18-NQ/TW ở các chi bộ"
    )
    found = follow_through(plan, account("Có 48/52 chi bộ học Nghị quyết số 18-NQ/TW."))
    assert [outcome.state for outcome in found.outcomes] == ["none", "partly"]


@pytest.mark.parametrize(("reviewed", "met"), [("2031", True), ("2031-H1", True), ("2030", None)])
def test_a_figure_of_another_or_a_longer_time_proves_no_target(
    reviewed: str, met: bool | None
) -> None:
    plan = replace(report("Kết nạp 90 đảng viên"), period_planned=Period.parse("2031"))
    said = account("Kết nạp 164 đảng viên trong huyện.")
    found = follow_through(plan, replace(said, period_reviewed=Period.parse(reviewed)))
    assert [figure.met for figure in found.outcomes[0].figures] == [met]


def test_what_stands_among_the_shortcomings_falls_short() -> None:
    said = account("Luân chuyển cán bộ về xã biên giới ngại khó, nể nang.")
    said = replace(said, sections=(replace(said.sections[0], role="shortcomings"),))
    found = follow_through(report("Luân chuyển cán bộ về xã biên giới"), said)
    assert found.counts == {"reported": 0, "partly": 1, "none": 0}


def test_the_later_reports_own_tasks_titles_and_awards_tell_nothing() -> None:
    task = "Luân chuyển cán bộ về xã biên giới"
    for role in ("tasks", "title", "awards", "furniture", "attendance"):
        said = account("Đã luân chuyển cán bộ về xã biên giới.")
        said = replace(said, sections=(replace(said.sections[0], role=role),))
        assert follow_through(report(task), said).counts == {"reported": 0, "partly": 0, "none": 1}


def test_a_result_tells_of_another_task_behind_a_semicolon() -> None:
    plan = report(
        "Điều động, luân chuyển thủ thư về xã miền núi",
        "Chuẩn bị lấy phiếu bình chọn đầu sách của năm",
        "Sửa mái nhà kho ở bến đò",
    )
    votes = "lấy phiếu bình chọn đối với 300 đầu sách."
    said = f"Luân chuyển, điều động 12 thủ thư về xã miền núi; {votes}"
    later = account(said)
    later = replace(later, results=(Result(text=said, start=0, end=len(said)),))
    found = follow_through(plan, later).outcomes
    assert [outcome.state for outcome in found] == ["reported", "reported", "none"]
    assert found[0].passages[0].text == said
    assert found[1].passages[0].text == votes


def test_a_passage_tells_of_the_task_it_is_likest_to() -> None:
    plan = report("Mở lớp bồi dưỡng bí thư chi bộ nông thôn", "Mở lớp tiếng Hoa cho bí thư chi bộ")
    found = follow_through(plan, account("Đã mở lớp bồi dưỡng bí thư chi bộ nông thôn."))
    assert [outcome.state for outcome in found.outcomes] == ["reported", "none"]


# The periods that reports look back on, the one that tells of a plan for 2031.
ACCOUNTS = [
    (["2030", "2031", "2031-H1"], "2031"),
    (["2030", "2031-Q1", "2031-H1", "2032"], "2031-H1"),
    (["2030-2035", "2031-2033", "2032"], "2031-2033"),
    (["2030", "2032"], None),
    ([], None),
]


@pytest.mark.parametrize(("periods", "expected"), ACCOUNTS)
def test_the_report_on_the_period_tells_else_one_on_a_part_else_one_around(
    periods: list[str], expected: str | None
) -> None:
    plan = replace(report("Mở lớp"), period_planned=Period.parse("2031"))
    told = [replace(account(NOISE), period_reviewed=Period.parse(p)) for p in periods]
    for given_order in (told, told[::-1]):
        found = account_of(plan, [plan, *given_order])
        assert (str(found.period_reviewed) if found else None) == expected


def test_a_text_beyond_measure_is_looked_at_from_its_start() -> None:
    said = ["Đã luân chuyển cán bộ về xã biên giới.", *(f"Câu thứ {n} dài." for n in range(3000))]
    found = follow_through(report("Luân chuyển cán bộ về xã biên giới"), account(*said))
    assert found.outcomes[0].passages[0].text == said[0]


# ---- laws


@given(reports(), reports())
@settings(max_examples=80)
def test_each_task_has_one_state_with_passages_of_the_text(plan: Report, later: Report) -> None:
    found = follow_through(plan, later)
    assert [outcome.task for outcome in found.outcomes] == list(range(len(plan.tasks)))
    assert sum(found.counts.values()) == len(plan.tasks)
    for outcome in found.outcomes:
        assert outcome.state in STATES
        assert (outcome.state == "none") == (not outcome.passages)
        for passage in outcome.passages:
            assert later.text[slice(*passage.span)] == passage.text
            assert 0 < passage.score <= 1
    assert follow_through(plan, later) == found


@given(st.integers(1, 9999), st.integers(1, 9999))
@settings(max_examples=80)
def test_a_missed_figure_is_never_reported_as_reached(target: int, reached: int) -> None:
    plan = report(f"Kết nạp {target} đảng viên ở khu công nghiệp")
    (outcome,) = follow_through(plan, account(f"Cả tỉnh kết nạp {reached} đảng viên.")).outcomes
    assert outcome.state == ("reported" if reached >= target else "partly")
