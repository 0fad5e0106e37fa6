"""The library follows a body through its names: neighbours, periods and statistics."""

from pathlib import Path

import pytest

from archive.errors import SettingsError, UnknownReport
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.library import Library

OLD, NEW = "Ban Tuyên giáo Tỉnh ủy Lạng Sơn", "Ban Tuyên giáo và Dân vận Tỉnh ủy Lạng Sơn"


def library(folder: Path) -> tuple[Library, list[str]]:
    reports = (written(2024, TASKS_2023, body=OLD), written(2025, TASKS_2024, body=NEW))
    ids = archive_of(folder, *reports)
    return Library(folder / "archive", folder / "cache"), ids


def test_the_report_before_a_renaming_is_the_neighbour(tmp_path: Path) -> None:
    kept, (old, new) = library(tmp_path)
    assert kept.neighbours(new) == (old, None)
    assert kept.neighbours(old) == (None, new)
    (series,) = kept.stats().series
    assert (series.body, series.names) == (NEW, (OLD, NEW))


def test_a_short_name_and_a_period_mean_a_report(tmp_path: Path) -> None:
    kept, (old, new) = library(tmp_path)
    assert kept.resolve("BTGTU Lạng Sơn@2025") == old
    assert kept.resolve(f"{OLD}@2026") == new


@pytest.mark.parametrize(
    "name",
    ["ban tuyen giao TINH UY lang son", "lạng  sơn", "lang son", "Tuyên giáo"],
)
def test_before_the_at_a_body_may_be_spelled_in_any_way(tmp_path: Path, name: str) -> None:
    kept, (old, _) = library(tmp_path)
    assert kept.resolve(f"{name}@2025") == old


@pytest.mark.parametrize("name", ["ạng sơn", "lặng sơn", "", "Lạng Sơn Ban"])
def test_neither_letters_within_a_word_nor_other_marks_are_a_body(
    tmp_path: Path, name: str
) -> None:
    kept, _ = library(tmp_path)
    with pytest.raises(UnknownReport, match="no-body-period"):
        kept.resolve(f"{name}@2025")


def test_a_persons_file_of_bodies_is_read(tmp_path: Path) -> None:
    kept, _ = library(tmp_path)
    file = tmp_path / "archive" / "bodies.toml"
    file.write_text('[[body]]\nnames = "A"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="body 1: names"):
        kept.stats()
    file.write_text(f'[[body]]\nname = "Hội A"\naliases = ["{OLD}", "{NEW}"]\n', encoding="utf-8")
    assert [one.body for one in kept.stats().series] == [NEW]
