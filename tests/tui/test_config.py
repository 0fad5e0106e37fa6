"""Settings: the bundled file is the only list of them, and what a person writes is checked."""

from pathlib import Path

import pytest
import tomli

from archive.errors import SettingsError
from tui.catalogue import catalogue
from tui.config import THEMES, bundled_text, language_of, load

README = Path(__file__).parents[2] / "README.md"


def written(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return file


def test_every_theme_of_the_palette_may_be_set(tmp_path: Path) -> None:
    from textual.theme import BUILTIN_THEMES

    assert sorted(BUILTIN_THEMES) == sorted(THEMES)
    for theme in THEMES:
        assert load(written(tmp_path, f'[interface]\ntheme = "{theme}"\n')).theme == theme


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
        ('[interface]\nlanguage = "fr"\n', "setting-wrong", "allowed", '"vi", "en", "auto"'),
        ('[search]\nlimit = "many"\n', "setting-wrong", "allowed", "0, 1, 2 …"),
        ("[search]\nlimit = true\n", "setting-wrong", "allowed", "0, 1, 2 …"),
        ("[search]\ndelay = -1\n", "setting-wrong", "key", "search.delay"),
        ("search = 3\n", "setting-wrong", "allowed", "[search]"),
        ("[keys]\nmark = 3\n", "setting-wrong", "allowed", '"…"'),
        ('[keys]\nmark = "z, ctrl+h"\n', "key-never", "key", "ctrl+h"),
        ('[keys]\nmark = "z ctrl+j"\n', "key-never", "key", "z ctrl+j"),
        ('[keys]\ncompare = "f5"\n', "key-alone", "key", "f5"),
        ('[keys]\ndiff = "alt+x, shift+f12"\n', "key-alone", "action", "diff"),
        ('[keys]\ndiff = ""\n', "key-none", "action", "diff"),
        ('[keys]\ndiff = "z, notakey"\n', "key-unknown", "key", "notakey"),
        ('[keys]\ndiff = "ctrl+spcae"\n', "key-unknown", "key", "ctrl+spcae"),
        ('[interface]\ntheme = "none"\n', "setting-wrong", "allowed", '"dracula"'),
        ('[keys]\nmarc = "m"\n', "action-unknown-near", "near", "mark"),
        ('[keys]\nzzzz = "m"\n', "action-unknown", "key", "keys.zzzz"),
        ('[keys]\nmark = "c"\n', "keys-clash", "key", "c"),
        ("[search\n", "setting-syntax", "path", "config.toml"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, fact: str, said: str
) -> None:
    settings = load(written(tmp_path, text))
    assert [fault.code for fault in settings.faults] == [code]
    assert said in str(settings.faults[0].facts[fact])
    with pytest.raises(SettingsError):
        settings.refuse_faults()


@pytest.mark.parametrize(
    "keys",
    [
        "f5, z",
        "alt+x, z z",
        "z f",
        "g f",
        "ctrl+z",
        "shift+f5, Z",
        "at",
        "@, €",
        "dollar_sign",
        "đ",
    ],
)
def test_another_key_may_stand_beside_one_that_terminals_keep(tmp_path: Path, keys: str) -> None:
    assert load(written(tmp_path, f'[keys]\nlineage = "{keys}"\n')).faults == ()


def test_all_that_is_wrong_is_told_line_by_line(tmp_path: Path) -> None:
    text = """# mine
[interface]
ascii = "yes"
languge = "vi"

[keys]
"mark" = "c"
nothing = "z"
"page-down" = 'j'
"""
    settings = load(written(tmp_path, text))
    found = [(str(fault.facts["path"]), fault.code) for fault in settings.faults]
    file = tmp_path / "config.toml"
    assert found == [
        (f"{file}:3", "setting-wrong"),
        (f"{file}:4", "setting-unknown-near"),
        (f"{file}:7", "keys-clash"),
        (f"{file}:8", "action-unknown"),
        (f"{file}:9", "keys-clash"),
    ]
    assert not settings.ascii


def test_a_setting_written_in_another_way_is_told_without_its_line(tmp_path: Path) -> None:
    settings = load(written(tmp_path, "search = { limit = -1 }\n"))
    assert [fault.facts["path"] for fault in settings.faults] == [str(tmp_path / "config.toml")]


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    assert [fault.code for fault in load(tmp_path / "none.toml").faults] == ["no-file"]


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
    file = written(tmp_path, "[search]\nlimit 3\n")
    assert [catalogue("vi").error(fault) for fault in load(file).faults] == [
        f"{file}: tệp không đúng cú pháp TOML (dòng:cột 2:7); hãy sửa chỗ ấy."
    ]


def test_where_a_file_ends_too_soon_is_told(tmp_path: Path) -> None:
    file = written(tmp_path, "[search]\nlimit = [1,")
    assert [fault.facts["why"] for fault in load(file).faults] == ["2:12"]
