"""How rare words are in the archive's tasks: what its reports set, and what is known at large."""

from pathlib import Path

from archive.comparing.rarity import known
from tests.search.shelf import index_of, report

COMMON, RARE = "đảng viên", "thủy lợi nội đồng"


def test_a_word_that_the_archives_reports_set_is_less_rare_than_at_large(tmp_path: Path) -> None:
    tasks = [f"Sửa kênh {RARE} đợt {n}." for n in range(40)]
    reports = [report(f"r{n}", task, tasks=(task,)) for n, task in enumerate(tasks)]
    rarity = index_of(tmp_path, *reports).rarity()
    assert rarity
    assert rarity.of(RARE) < known().of(RARE)
    assert rarity.of("kho lưu trữ số") > rarity.of(RARE), "what no report sets stays rare"
    assert 0.0 <= rarity.of(COMMON) <= 1.0


def test_an_index_without_reports_tells_nothing(tmp_path: Path) -> None:
    assert index_of(tmp_path).rarity() is None
