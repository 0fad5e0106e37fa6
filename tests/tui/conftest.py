"""A home of its own for every test: nothing of the person who runs them is read or written."""

from pathlib import Path

import pytest

from archive.sample import sample_files
from tests.tui.commanding import Command, Said
from tui.cli import run


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first command that needs the sample makes it, once for all tests.

    What is cached of an archive is named by its place, so every test's own is apart.
    """
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, caches: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; English is asked for by `--language`, else messages are Vietnamese."""
    for name in ("data", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    return tmp_path


@pytest.fixture
def own_caches(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test alone, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    return home / "cache"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the sample's archive and index are made once for all tests."""
    return tmp_path_factory.mktemp("sample")


@pytest.fixture
def xdd(capsys: pytest.CaptureFixture[str]) -> Command:
    """A command of the command line, in English."""

    def command(*argv: str) -> Said:
        status = run(["--language", "en", *argv])
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two consecutive reports of one body, as files."""
    kept = tmp_path / "saved"
    kept.mkdir()
    for file in sample_files():
        if file.name in ("song-linh-2021.txt", "song-linh-2022.txt"):
            (kept / file.name).write_bytes(file.read_bytes())
    return kept
