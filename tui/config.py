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

from archive.errors import SettingsError
from tui.actions import with_keys

NAME = "xdd-tui"
LANGUAGES = ("vi", "en", "auto")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force; `file` is the person's own file, where there is one.

    `delay` is in milliseconds. `keys` maps an action's id to its keys, comma-separated.
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

    `archive` is the command line's own choice of a folder. Raises SettingsError, its facts naming
    the file and the key, when the file cannot be read or says what cannot be.
    """
    defaults = tomli.loads(bundled_text())
    file = path or config_path()
    own = _read(file, must_exist=path is not None)
    problems = check(own, defaults)
    if problems:
        raise problems[0].located(file)
    with_keys(own.get("keys", {}), str(file))
    merged = {name: {**table, **own.get(name, {})} for name, table in defaults.items()}
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
        file=file if own else None,
    )


_PLACE = re.compile(r"line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a settings file says that cannot be; `near` is the name that was likely meant."""

    code: str
    key: str
    near: str = ""
    allowed: str = ""

    def located(self, file: Path) -> SettingsError:
        """The problem as an error that names its file."""
        return SettingsError(
            self.code, path=str(file), key=self.key, near=self.near, allowed=self.allowed
        )


def check(own: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Problem]:
    """What in `own` is unknown or of a wrong kind, in file order.

    The names in [keys] are checked by `tui.actions`, which knows the actions.
    """
    problems = []
    for table, values in own.items():
        if table not in defaults:
            problems.append(_unknown(table, list(defaults)))
        elif not isinstance(values, dict):
            problems.append(Problem("setting-wrong", table, allowed="[table]"))
        elif table != "keys":
            problems += _check_table(table, values, defaults[table])
        else:
            problems += [
                Problem("setting-wrong", f"keys.{name}", allowed='"key"')
                for name, value in values.items()
                if not isinstance(value, str)
            ]
    return problems


def _check_table(table: str, own: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for name, value in own.items():
        key = f"{table}.{name}"
        if name not in defaults:
            problems.append(_unknown(key, [f"{table}.{known}" for known in defaults]))
        elif type(value) is not type(defaults[name]):
            problems.append(Problem("setting-wrong", key, allowed=type(defaults[name]).__name__))
        elif key == "interface.language" and value not in LANGUAGES:
            problems.append(Problem("setting-wrong", key, allowed=", ".join(LANGUAGES)))
        elif isinstance(value, int) and value < 0:
            problems.append(Problem("setting-wrong", key, allowed="0, 1, 2 …"))
    return problems


def _unknown(key: str, known: list[str]) -> Problem:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return Problem("setting-unknown-near", key, near=near[0])
    return Problem("setting-unknown", key, allowed=", ".join(known))


def _read(file: Path, *, must_exist: bool) -> dict[str, Any]:
    try:
        return tomli.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        if must_exist:
            raise SettingsError("no-file", path=str(file)) from None
        return {}
    except UnicodeDecodeError:
        raise SettingsError("setting-syntax", path=str(file), why="UTF-8") from None
    except tomli.TOMLDecodeError as error:
        # The parser's own words are English; where it stopped is told in any language.
        place = _PLACE.search(str(error))
        why = f"{place[1]}:{place[2]}" if place else "EOF"
        raise SettingsError("setting-syntax", path=str(file), why=why) from None
    except OSError as error:
        raise SettingsError("unreadable", path=str(file), why=error.strerror) from None


def _folder(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


def language_of(setting: str) -> str:
    """The language that `setting` means on this system: "vi" or "en"."""
    if setting in ("vi", "en"):
        return setting
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, names), "").lower().startswith("en") else "vi"
