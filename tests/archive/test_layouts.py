"""Lists as pages lay them out: where each task begins and ends, and lists that set none.

The texts lie in `data/layouts.toml`, each with the rule it shows; all reports here are invented.
"""

import tomllib
from pathlib import Path

import pytest

from archive.period import Period
from archive.reading.times import Times
from archive.report import Found, Span
from tests.archive.test_tasks import OPENING, TIMES, read

ROWS = tomllib.loads(Path(__file__).with_name("data").joinpath("layouts.toml").read_text("utf-8"))


NO_TIMES_OPENING = (
    "Ngành tổ chức sơ kết công tác\n\n"
    "Sáng nay, Ban Tổ chức Tỉnh ủy tổ chức hội nghị sơ kết công tác.\n\n"
)


def opened(row: dict[str, str]) -> tuple[str, Times]:
    """The row's text behind an opening, and the times of that conference."""
    if "planned" not in row:
        return OPENING + row["text"], TIMES
    reviewed, planned = (
        Found(Period.parse(row[key]), Span(0, 0)) for key in ("reviewed", "planned")
    )
    times = Times(reviewed=reviewed, planned=planned, kind=Found("other", Span(0, 0)))
    return NO_TIMES_OPENING + row["text"], times


def unbracketed(text: str) -> tuple[str, list[str]]:
    """`text` without its brackets, and what stood in each pair."""
    pieces = [piece.split("⟧") for piece in text.split("⟦")]
    return "".join(map("".join, pieces)), [piece[0] for piece in pieces[1:]]


@pytest.mark.parametrize("row", ROWS["row"], ids=[row["rule"] for row in ROWS["row"]])
def test_tasks_are_what_stands_in_brackets(row: dict[str, str]) -> None:
    bracketed, times = opened(row)
    text, tasks = unbracketed(bracketed)
    assert [task.text for task in read(text, times)] == tasks


LIST = (
    "\n- Rà soát quy hoạch cán bộ.\n- Hoàn thành đề án vị trí việc làm."
    "\n- Tổ chức tập huấn cho cấp ủy viên."
)


@pytest.mark.parametrize("lead", ROWS["leads"]["tasks"])
def test_what_leads_to_tasks(lead: str) -> None:
    assert len(read(OPENING + lead + LIST)) == 3


@pytest.mark.parametrize("lead", ROWS["leads"]["others"])
def test_what_leads_to_something_else(lead: str) -> None:
    assert read(OPENING + lead + LIST) == ()
