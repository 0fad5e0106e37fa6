"""Who sets tasks in plain sentences, and in which turns of speech.

The sentences lie in `data/spoken.toml`; all are invented.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archive.reading.outline import outline
from archive.reading.page import read_page
from archive.reading.tasks import find_tasks
from tests.archive.test_tasks import OPENING, TIMES, first

ROWS = tomllib.loads(Path(__file__).with_name("data").joinpath("spoken.toml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS["row"], ids=[row["rule"] for row in ROWS["row"]])
def test_sentences_set_tasks_by_who_says_them_and_how(row: dict[str, Any]) -> None:
    page = read_page(row.get("opening", OPENING) + row["text"])
    tasks = find_tasks(page, outline(page), TIMES, (), row.get("rank", "province"))
    assert [first(task) for task in tasks] == row["tasks"]
