"""CONTRIBUTING's page on the layout names every module and nothing that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def named() -> set[str]:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    tables = "\n".join(line for line in text.splitlines() if line.startswith("| "))
    return set(re.findall(r"`([a-z_/]+?)/?`", tables))


def modules() -> set[str]:
    files = (
        file for layer in ("archive", "search", "tui") for file in (ROOT / layer).rglob("*.py")
    )
    return {file.stem for file in files if not file.stem.startswith("__")}


def test_every_module_is_named() -> None:
    assert modules() - named() == set()


def test_whatever_is_named_is_there() -> None:
    doors = {"load", "read"}
    folders = {part for file in ROOT.glob("*/**/__init__.py") for part in file.parent.parts}
    for name in named() - doors:
        assert name in modules() or set(name.split("/")) <= folders, name
