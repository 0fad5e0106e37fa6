"""`xdd-tui figures` and `outcome`, the plot, and how values are told."""

from itertools import pairwise
from pathlib import Path

import pytest

from archive.comparing.indicators import Step
from archive.exporting.csv import BOM
from archive.period import Period
from tests.tui.commanding import SONG_LINH, Command
from tui.catalogue import catalogue
from tui.figures import number_told, step_told
from tui.plot import LEAST, Look, nice_ticks, plot, thinned

POINTS = [(Period.year_of(year), float(value)) for year, value in ((2030, 410), (2031, 433))]
TARGETS = [(Period.year_of(2031), 420.0)]
SIGNS = Look("●", "○", ascii_only=False)
ASCII = Look("o", "x", ascii_only=True)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1462, "1.462", "1,462"),
        (23.6, "23,6", "23.6"),
        (1234567.891, "1.234.567,89", "1,234,567.89"),
        (0, "0", "0"),
    ],
)
def test_numbers_are_written_as_the_language_does(value: float, vi: str, en: str) -> None:
    assert number_told(value, catalogue("vi")) == vi
    assert number_told(value, catalogue("en")) == en


@pytest.mark.parametrize(
    ("step", "percent", "said"),
    [
        (Step(44, 44 / 1418), False, "+44 (+3.1%)"),
        (Step(-1200, -0.5), False, "-1,200 (-50%)"),
        (Step(0, 0.0), False, "0"),
        (Step(3, None), False, "+3"),
        (Step(-1.4, None), True, "-1.4 points"),
    ],
)
def test_steps_are_told_with_their_sign(step: Step, percent: bool, said: str) -> None:
    assert step_told(step, catalogue("en"), percent=percent) == said


# ---- the plot


def test_a_plot_fits_its_room_and_holds_nothing_that_a_terminal_obeys() -> None:
    for width, height in ((30, 8), (72, 12), (120, 30)):
        lines = plot(POINTS, TARGETS, (width, height), SIGNS, str)
        assert len(lines) <= height
        assert all(len(line) <= width for line in lines)
        assert all(char.isprintable() for line in lines for char in line)
        assert sum(line.count("●") for line in lines) == 2
        assert sum(line.count("○") for line in lines) == 1
        assert lines[-1].split() == ["2030", "2031"]


def test_in_ascii_the_plot_is_ascii() -> None:
    lines = plot(POINTS, TARGETS, (50, 10), ASCII, lambda value: f"{value:.0f}")
    assert all(line.isascii() for line in lines)
    assert sum(line.count("x") for line in lines) == 1


@pytest.mark.parametrize(
    ("points", "size"),
    [
        (POINTS[:1], (60, 12)),
        (POINTS, (LEAST[0] - 1, 12)),
        (POINTS, (60, LEAST[1] - 1)),
        ([], (60, 12)),
    ],
    ids=["one point", "too narrow", "too low", "nothing"],
)
def test_where_there_is_nothing_to_draw_there_are_no_lines(
    points: list[tuple[Period, float]], size: tuple[int, int]
) -> None:
    assert plot(points, [], size, SIGNS, str) == []


@pytest.mark.parametrize(
    "values", [[410, 433], [5, 5], [0, 0], [0.2, 99.8], [1e9, 3e9], [-3, 4]], ids=str
)
def test_ticks_hold_all_values_in_equal_steps(values: list[float]) -> None:
    ticks = nice_ticks(values)
    assert ticks[0] <= min(values) <= max(values) <= ticks[-1]
    steps = {round(b - a, 6) for a, b in pairwise(ticks)}
    assert len(steps) == 1
    assert 2 <= len(ticks) <= 6


def test_names_of_periods_are_thinned_to_their_room() -> None:
    periods = [Period.year_of(year) for year in range(2010, 2030)]
    for width in (10, 40, 200):
        shown = thinned(periods, width)
        assert shown[0] == periods[0]
        assert len(shown) * 6 <= max(width + 6, 12)


# ---- the commands


def test_figures_stand_by_period_with_what_is_behind_them(xdd: Command) -> None:
    found = xdd("figures", SONG_LINH, "--name", "ket nap", "--json").json
    assert found["body"] == SONG_LINH
    yearly = next(one for one in found["indicators"] if one["months"] == 12)
    told = {point["period"]: point["value"] for point in yearly["results"]}
    aimed = {point["period"]: point["value"] for point in yearly["targets"]}
    assert told.items() >= {"2019": 1418, "2020": 1462, "2021": 1377, "2022": 1561}.items()
    assert aimed.items() >= {"2020": 1450, "2021": 1500, "2022": 1550}.items()
    second = yearly["results"][1]
    assert (second["difference"], second["share"]) == (44, round(44 / 1418, 6))
    for point in (*yearly["results"], *yearly["targets"]):
        text = xdd("show", point["report"], "--json").json["text"]
        assert text[point["start"] : point["end"]] == point["as_written"]


def test_figures_as_text_with_a_plot(xdd: Command) -> None:
    out = xdd("figures", SONG_LINH, "--name", "kết nạp", "--plot").out
    assert "\n  2020         1,462  +44 (+3.1%)       target 1,450\n" in out
    assert "┌" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("figures", SONG_LINH, "--name", "không có gì như vậy"), 1, SONG_LINH),
        (("figures", "Ban Nào Đó"), 2, "Ban Nào Đó"),
        (("outcome", "khong-co"), 2, "khong-co"),
        (("outcome", f"{SONG_LINH}@2026"), 2, "2026"),
    ],
)
def test_what_cannot_be_told_is_said(
    xdd: Command, argv: tuple[str, ...], status: int, said: str
) -> None:
    done = xdd(*argv)
    assert (done.status, done.out) == (status, "")
    assert said in done.err


def test_an_outcome_tells_of_every_task(xdd: Command) -> None:
    one = xdd("outcome", f"{SONG_LINH}@2021", "--json").json
    assert one["period"] == "2021"
    assert len(one["tasks"]) == sum(one["counts"].values())
    out = xdd("outcome", f"{SONG_LINH}@2021").out
    assert all(f"{number}. [" in out for number in range(1, len(one["tasks"]) + 1))


@pytest.mark.parametrize("command", [("figures", SONG_LINH), ("outcome", f"{SONG_LINH}@2021")])
def test_they_are_written_in_every_form(
    xdd: Command, command: tuple[str, ...], tmp_path: Path
) -> None:
    openings = {"md": b"# ", "html": b"<!doctype html>", "csv": BOM.encode(), "docx": b"PK\x03\x04"}
    for form, opening in openings.items():
        file = tmp_path / f"finding.{form}"
        assert xdd(*command, "--format", form, "-o", str(file)).status == 0
        assert file.read_bytes().startswith(opening)
