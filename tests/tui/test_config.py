"""Settings: the bundled file is the only list of them, and what a person writes is checked."""

from pathlib import Path

import pytest
import tomli

from archive.errors import SettingsError
from tui.catalogue import catalogue
from tui.config import bundled_text, language_of, load

README = Path(__file__).parents[2] / "README.md"


def written(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return file


def test_what_a_person_leaves_out_keeps_its_default(tmp_path: Path) -> None:
    settings = load(written(tmp_path, '[interface]\nlanguage = "en"\n'))
    assert (settings.language, settings.limit, settings.ascii) == ("en", 20, False)


def test_the_archive_of_the_command_line_wins(tmp_path: Path) -> None:
    file = written(tmp_path, '[archive]\npath = "/configured"\n')
    assert load(file).archive == Path("/configured")
    assert load(file, archive=tmp_path).archive == tmp_path


@pytest.mark.parametrize(
    ("text", "code", "fact", "said"),
    [
        ("[interfase]\n", "setting-unknown-near", "near", "interface"),
        ('[interface]\nlangage = "vi"\n', "setting-unknown-near", "near", "interface.language"),
        ("[zzz]\n", "setting-unknown", "key", "zzz"),
        ('[interface]\nlanguage = "fr"\n', "setting-wrong", "allowed", "vi, en, auto"),
        ('[search]\nlimit = "many"\n', "setting-wrong", "allowed", "int"),
        ("[search]\nlimit = true\n", "setting-wrong", "allowed", "int"),
        ("[search]\ndelay = -1\n", "setting-wrong", "key", "search.delay"),
        ("search = 3\n", "setting-wrong", "allowed", "[table]"),
        ("[keys]\nmark = 3\n", "setting-wrong", "key", "keys.mark"),
        ('[keys]\nmarc = "m"\n', "setting-unknown-near", "near", "mark"),
        ('[keys]\nmark = "c"\n', "keys-clash", "key", "c"),
        ("[search\n", "setting-syntax", "path", "config.toml"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, fact: str, said: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, text))
    assert caught.value.code == code
    assert said in str(caught.value.facts[fact])


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path / "none.toml")
    assert caught.value.code == "no-file"


@pytest.mark.parametrize(
    ("system", "language"),
    [("vi_VN.UTF-8", "vi"), ("en_GB.UTF-8", "en"), ("C.UTF-8", "vi"), ("", "vi")],
)
def test_auto_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", system)
    assert language_of("auto") == language
    assert language_of("en") == "en"


def test_every_setting_has_a_comment_above_it() -> None:
    lines = bundled_text().splitlines()
    for number, line in enumerate(lines):
        if line and not line.startswith(("#", "[")):
            assert lines[number - 1].startswith("#"), line


def test_the_readme_names_every_setting() -> None:
    text = README.read_text("utf-8")
    for table, values in tomli.loads(bundled_text()).items():
        for name in values:
            assert f"`{table}.{name}`" in text


def test_where_the_syntax_is_wrong_is_told_without_the_parsers_english(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[search]\nlimit 3\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        load(file)
    assert catalogue("vi").error(caught.value) == (
        f"{file}: tệp không đúng cú pháp TOML (dòng:cột 2:7)."
    )
