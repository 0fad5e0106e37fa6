"""People's judgements of tasks: held by words, kept in the archive, heeded from either side."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.comparing.alignment import diff
from archive.comparing.judgements import Judgement, judge, judged
from archive.errors import ArchiveDamaged, ArchiveReadOnly
from archive.report import Report
from archive.store import Store
from archive.store.judgements import FILE, Judgements
from tests.archive.written import report

A = replace(report("Kết nạp 900 đảng viên.", "Sửa đường liên xã."), id="a")
B = replace(report("Tu bổ trụ sở cũ.", "Phát triển đảng ở nơi làm việc."), id="b")


def verdicts(a: Report, b: Report, *judgements: Judgement) -> list[tuple[str, tuple[int, ...]]]:
    return [(g.verdict, g.a + g.b) for g in diff(a, b, judged=judged(judgements, a, b)).groups]


def test_what_was_judged_the_same_is_one_group_from_either_side() -> None:
    one = judge(A, B, [(0, 1)], same=True)
    assert ("reworded", (0, 1)) in verdicts(A, B, one)
    assert ("reworded", (1, 0)) in verdicts(B, A, one)


def test_the_later_judgement_wins() -> None:
    same, apart = (judge(A, B, [(0, 1)], same=said) for said in (True, False))
    assert judged([same, apart], A, B) == {(0, 1): False}
    assert judged([apart, same], A, B) == {(0, 1): True}


def test_judgements_on_other_reports_say_nothing() -> None:
    assert judged([judge(A, B, [(0, 1)], same=True)], A, replace(B, id="c")) == {}
    assert judged([judge(A, B, [(0, 1)], same=True)], replace(A, id=None), B) == {}


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (("Mở lớp mới.", "Kết nạp 900 đảng viên."), {(1, 1): True}),  # numbered anew
        (("Kết nạp\n  900 đảng viên.",), {(0, 1): True}),  # wrapped anew
        (("Trước hết: Kết nạp 900 đảng viên.",), {(0, 1): True}),  # begins earlier
        (("Kết nạp 900",), {(0, 1): True}),  # ends earlier
        (("Việc khác hẳn.",), {}),  # no longer read
        (("X Kết nạp 900 đảng viên.", "Y Kết nạp 900 đảng viên."), {}),  # could be either
    ],
)
def test_words_find_their_task_again(
    now: tuple[str, ...], found: dict[tuple[int, int], bool]
) -> None:
    reread = replace(report(*now), id="a")
    assert judged([judge(A, B, [(0, 1)], same=True)], reread, B) == found


def test_a_report_that_no_archive_keeps_is_not_judged() -> None:
    with pytest.raises(ValueError, match="without an id"):
        judge(replace(A, id=None), B, [(0, 1)], same=True)


def test_judgements_are_kept_in_order_and_taken_back_last_first(tmp_path: Path) -> None:
    kept = Judgements(Store.create(tmp_path))
    assert kept.all() == ()
    first, second = (judge(A, B, [(0, 1)], same=said) for said in (True, False))
    other = Judgement("x", "y", same=True, pairs=(('Có "ngoặc" \\ và\nxuống dòng', "y"),))
    for one in (first, second, other):
        kept.add(one)
    again = Judgements(Store.open(tmp_path))
    assert again.all() == (first, second, other)
    assert again.on("b", "a") == (first, second), "whichever comes first"
    assert kept.undo("b", "a")
    assert kept.on("a", "b") == (first,)
    assert kept.undo("a", "b")
    assert not kept.undo("a", "b")
    assert kept.all() == (other,)


def test_a_file_that_says_nothing_is_named(tmp_path: Path) -> None:
    kept = Judgements(Store.create(tmp_path))
    (tmp_path / FILE).write_text('judgements = [{ a = "x" }]\n', encoding="utf-8")
    with pytest.raises(ArchiveDamaged) as caught:
        kept.all()
    assert caught.value.code == "broken-judgements"
    assert caught.value.facts["path"] == str(tmp_path / FILE)


def test_an_archive_that_is_only_read_takes_none(tmp_path: Path) -> None:
    Store.create(tmp_path)
    kept = Judgements(Store.open(tmp_path, read_only=True))
    with pytest.raises(ArchiveReadOnly):
        kept.add(judge(A, B, [(0, 1)], same=True))
    assert not (tmp_path / FILE).exists()
