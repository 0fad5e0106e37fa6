"""What sites print around an article: furniture, headline and date of whole pages.

The pages lie in `data/pages.toml`, each with the rule it shows; all are invented.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archive.reading.page import read_page
from archive.reading.page.stamps import find_stamps

ROWS = tomllib.loads(Path(__file__).with_name("data").joinpath("pages.toml").read_text("utf-8"))
SIGNS = {"= ": "title", "~ ": "furniture"}


@pytest.mark.parametrize("row", ROWS["row"], ids=[row["rule"] for row in ROWS["row"]])
def test_pages_are_read_as_their_signs_say(row: dict[str, Any]) -> None:
    wanted = [line for line in row["text"].split("\n") if line]
    page = read_page("\n".join(line[2:] if line[:2] in SIGNS else line for line in wanted))
    got = []
    for line in page.lines:
        sign = "= " if line.role == "title" else "~ " if line.furniture else ""
        got.append(sign + page.text[line.start : line.end])
    assert got == wanted
    published = find_stamps(page).published
    assert published is not None
    assert published.value.isoformat() == row["published"]
