"""config.toml: every setting with its default in the bundled file, a person's own values over them.

The bundled `config.toml` is the only list of settings: a key that it does not hold is unknown.
"""

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs
import tomli

from archive.errors import SettingsError, stopped_at
from tui.actions import wrong_keys

NAME = "xdd-tui"
LANGUAGES = ("vi", "en", "auto")
THEMES = (
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)
"""The names of Textual's own themes, which takes long to load for the names alone."""
_CHOICES = {"interface.language": LANGUAGES, "interface.theme": THEMES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force; `file` is the person's own file, where there is one.

    `delay` is in milliseconds. `keys` maps an action's id to its keys, comma-separated. `faults` is
    everything in the file that cannot be; where there are any, the other settings are the defaults.
    """

    archive: Path
    index: Path
    language: str
    theme: str
    ascii: bool
    delay: int
    limit: int
    keys: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None
    faults: tuple[SettingsError, ...] = ()

    def refuse_faults(self) -> None:
        """Raise the first fault, where there are any."""
        for fault in self.faults:
            raise fault


def bundled_text() -> str:
    """The commented config.toml that comes with the program."""
    here = Path(__file__).parent
    packaged = here / "config.toml"
    return (packaged if packaged.exists() else here.parent / "config.toml").read_text("utf-8")


def config_path() -> Path:
    """Where a person's own config.toml is looked for."""
    return platformdirs.user_config_path(NAME) / "config.toml"


def load(path: Path | None = None, *, archive: Path | None = None) -> Settings:
    """The settings from `path` (else the usual place) over the defaults.

    `archive` is the command line's own choice of a folder. Whatever is wrong with the file is among
    the settings' `faults`, each naming the file, the line where it is known, and the key.
    """
    defaults = tomli.loads(bundled_text())
    file = path or config_path()
    own: Mapping[str, Any] = {}
    faults: tuple[SettingsError, ...] = ()
    try:
        text = _read(file, must_exist=path is not None)
        own = _parsed(text, file)
        faults = _located(check(own, defaults), file, text)
    except SettingsError as error:
        faults = (error,)
    merged = {
        name: {**table, **(own.get(name, {}) if not faults else {})}
        for name, table in defaults.items()
    }
    interface, search = merged["interface"], merged["search"]
    chosen = archive or _folder(merged["archive"]["path"])
    return Settings(
        archive=chosen or platformdirs.user_data_path(NAME) / "archive",
        index=_folder(merged["index"]["path"]) or platformdirs.user_cache_path(NAME),
        language=interface["language"],
        theme=interface["theme"],
        ascii=interface["ascii"],
        delay=search["delay"],
        limit=search["limit"],
        keys=merged["keys"],
        file=file if own or faults else None,
        faults=faults,
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a settings file says that cannot be: the setting `key`, and what is told of it."""

    code: str
    key: str
    facts: Mapping[str, str]


def check(own: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Problem]:
    """What in `own` is unknown, of a wrong kind, or a key that does two things."""
    problems = []
    for table, values in own.items():
        if table not in defaults:
            problems.append(_unknown(table, list(defaults)))
        elif not isinstance(values, dict):
            problems.append(_wrong(table, f"[{table}]"))
        elif table != "keys":
            problems += _check_table(table, values, defaults[table])
        else:
            problems += _check_keys(values)
    return problems


def _check_table(table: str, own: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for name, value in own.items():
        key = f"{table}.{name}"
        if name not in defaults:
            problems.append(_unknown(key, [f"{table}.{known}" for known in defaults]))
        elif type(value) is not type(defaults[name]):
            problems.append(_wrong(key, _ALLOWED[type(defaults[name])]))
        elif value not in _CHOICES.get(key, (value,)):
            problems.append(_wrong(key, ", ".join(f'"{one}"' for one in _CHOICES[key])))
        elif isinstance(value, int) and value < 0:
            problems.append(_wrong(key, _ALLOWED[int]))
    return problems


def _check_keys(own: Mapping[str, Any]) -> list[Problem]:
    strings = {name: keys for name, keys in own.items() if isinstance(keys, str)}
    problems = [_wrong(f"keys.{name}", _ALLOWED[str]) for name in own if name not in strings]
    return problems + [
        Problem(one.code, f"keys.{one.id}", one.facts) for one in wrong_keys(strings)
    ]


_ALLOWED = {bool: "true, false", int: "0, 1, 2 …", str: '"…"'}
"""Values of each kind, as a settings file writes them."""


def _wrong(key: str, allowed: str) -> Problem:
    return Problem("setting-wrong", key, {"allowed": allowed})


def _unknown(key: str, known: list[str]) -> Problem:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return Problem("setting-unknown-near", key, {"near": near[0]})
    return Problem("setting-unknown", key, {"allowed": ", ".join(known)})


def _located(problems: list[Problem], file: Path, text: str) -> tuple[SettingsError, ...]:
    """`problems` as errors that name the file, which holds `text`, and the line; in file order."""
    lines = [_line_of(one.key, text) for one in problems]
    ordered = sorted(zip(lines, problems, strict=True), key=lambda placed: placed[0] or 0)
    return tuple(
        SettingsError(
            one.code,
            **{"key": one.key, **one.facts, "path": f"{file}:{line}" if line else str(file)},
        )
        for line, one in ordered
    )


_SAID = re.compile(r"""[ \t]*(?:\[(?P<table>[^\]\n]*)\]|(?P<name>[^=#\n\["']*|"[^"\n]*"[ \t]*)=)""")


def _line_of(key: str, text: str) -> int | None:
    """The line that says `key`, a table or table.name; None where it is written in another way."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        said = _SAID.match(line)
        if said and said["table"] is not None:
            table = said["table"].strip()
            here = table
        elif said:
            name = said["name"].strip().strip('"')
            here = f"{table}.{name}" if table else name
        else:
            continue
        if here == key:
            return number
    return None


def _read(file: Path, *, must_exist: bool) -> str:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        if must_exist:
            raise SettingsError("no-file", path=str(file)) from None
        return ""
    except UnicodeDecodeError:
        raise SettingsError("not-text", path=str(file)) from None
    except OSError as error:
        raise SettingsError("unreadable", path=str(file), why=error.strerror) from None


def _parsed(text: str, file: Path) -> Mapping[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        why = stopped_at(error, text)
        raise SettingsError("setting-syntax", path=str(file), why=why) from None


def _folder(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


def language_of(setting: str) -> str:
    """The language that `setting` means on this system: "vi" or "en"."""
    if setting in ("vi", "en"):
        return setting
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, names), "").lower().startswith("en") else "vi"
