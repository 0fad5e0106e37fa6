"""What is loaded when: nothing heavy before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "pyvi", "sklearn", "scipy", "trafilatura", "docx")

LOADED = """
import sys
from tui.cli import run
try:
    run({argv!r})
finally:
    print("loaded:", *sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def loaded_by(*argv: str) -> set[str]:
    code = LOADED.format(argv=list(argv))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "argv",
    [
        ("--version",),
        ("--help",),
        ("keys",),
        ("config", "show"),
        ("completion", "bash"),
        ("extract", str(Path(__file__).parents[2] / "LICENSE"), "--json"),
    ],
)
def test_light_commands_load_nothing_heavy(argv: tuple[str, ...]) -> None:
    assert not loaded_by(*argv) & {*HEAVY, "whoosh", "numpy"}


@pytest.mark.parametrize(
    "argv", [("search", "xây dựng", "--json"), ("stats", "--json"), ("show", "x")]
)
def test_searching_loads_neither_screens_nor_the_training_libraries(
    argv: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.getbasetemp()
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / name))
    assert not loaded_by(*argv) & set(HEAVY)


def test_the_first_paint_waits_for_nothing_of_the_index() -> None:
    """Importing the application loads textual, but neither whoosh nor what computes."""
    code = "import sys, tui.app; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {*HEAVY, "whoosh", "numpy"} - {"textual"}
