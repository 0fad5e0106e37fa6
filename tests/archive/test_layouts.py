"""Lists as pages lay them out: where each task begins and ends, and lists that set none.

The texts lie in `data/layouts.toml`, each with the rule it shows; all reports here are invented.
"""

import tomllib
from pathlib import Path

import pytest

from tests.archive.test_tasks import OPENING, read

ROWS = tomllib.loads(Path(__file__).with_name("data").joinpath("layouts.toml").read_text("utf-8"))


def unbracketed(text: str) -> tuple[str, list[str]]:
    """`text` without its brackets, and what stood in each pair."""
    pieces = [piece.split("⟧") for piece in text.split("⟦")]
    return "".join(map("".join, pieces)), [piece[0] for piece in pieces[1:]]


@pytest.mark.parametrize("row", ROWS["row"], ids=[row["rule"] for row in ROWS["row"]])
def test_tasks_are_what_stands_in_brackets(row: dict[str, str]) -> None:
    text, tasks = unbracketed(OPENING + row["text"])
    assert [task.text for task in read(text)] == tasks
