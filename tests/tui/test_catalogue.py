"""The catalogue: whole in both languages, and nothing asks for a sentence it does not have."""

import errno
import os
import re
import string
from pathlib import Path

import pytest

from archive.errors import InputError
from archive.vietnamese import nfc
from tui.actions import ACTIONS, GROUPS
from tui.catalogue import LANGUAGES, catalogue
from tui.cli.commands import MODULES

ROOT = Path(__file__).parents[2]


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences_with_the_same_places() -> None:
    vi, en = (catalogue(language).sentences for language in LANGUAGES)
    assert vi.keys() == en.keys()
    assert {key: places(text) for key, text in vi.items()} == {
        key: places(text) for key, text in en.items()
    }


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("screen.home.holds", {"reports": 1, "events": 1}, "1 report · 1 conference"),
        ("screen.home.holds", {"reports": "1.234", "events": 0}, "1.234 reports · 0 conferences"),
        ("screen.search.total", {"total": "1", "milliseconds": 4}, "1 report · 4 ms"),
        ("lineage.away", {"count": 1}, "back after 1 period"),
        ("lineage.away", {"count": 2}, "back after 2 periods"),
        ("screen.directives.head", {"count": 1}, "1 document"),
    ],
)
def test_in_english_one_is_one(key: str, facts: dict[str, object], said: str) -> None:
    assert catalogue("en")(key, **facts) == said


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (os.strerror(errno.ENOENT), "không có thư mục hoặc tệp này"),
        (f"[Errno {errno.EACCES}] {os.strerror(errno.EACCES)}", "không được phép truy cập"),
        ("<urlopen error [Errno -2] Name or service not known>", "không tìm thấy máy chủ"),
        ("<urlopen error timed out>", "chờ quá lâu"),
        ("HTTP Error 404: Not Found", "máy chủ báo không có trang này"),
        ("something new", "something new"),
    ],
)
def test_what_the_system_says_is_told_in_the_persons_language(why: str, said: str) -> None:
    error = InputError("no-output", path="x.md", why=why)
    assert f"({said})" in catalogue("vi").error(error)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_composed_and_on_one_line(language: str) -> None:
    for key, text in catalogue(language).sentences.items():
        assert text == nfc(text), key
        assert "\n" not in text, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_and_command_has_its_words(language: str) -> None:
    words = catalogue(language)
    for action in ACTIONS:
        assert words.has(f"action.{action.id}.name")
        assert words.has(f"action.{action.id}.help")
        assert all(words.has(f"needs.{need}") for need in action.needs)
    assert all(words.has(f"group.{group}") for group in GROUPS)
    assert all(words.has(f"cli.{command}") for command in MODULES)


def test_every_sentence_that_code_names_is_there() -> None:
    """Keys written out in code: words("a.b"), and the codes of errors."""
    sentences = catalogue("en").sentences
    for package in ("archive", "search", "tui"):
        for file in (ROOT / package).rglob("*.py"):
            code = file.read_text("utf-8")
            for key in re.findall(r'(?:words|catalogue)\(\s*"([a-z]+\.[a-z_.-]+)"', code):
                assert key in sentences, f"{file.name}: {key}"
            for error in re.findall(
                r"(?:errors\.)?(?:Un[a-z]+|Ambiguous|Settings|Wrong|Archive|Index|Input|Damage)"
                r'\w+\(\s*"([a-z-]+)"',
                code,
            ):
                assert f"error.{error}" in sentences, f"{file.name}: {error}"
