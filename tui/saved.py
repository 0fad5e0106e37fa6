"""Searches that a person keeps under a name: one small TOML file among the person's own data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import platformdirs
import tomli

from archive.errors import InputError, SettingsError, stopped_at
from archive.store.durable import force, make_folder, move, writing
from archive.store.tomltext import value
from archive.vietnamese import bare, nfc
from search.answer import FACETS, Facet, Selection, Sort
from tui.config import NAME


@dataclass(frozen=True, slots=True)
class Saved:
    """A search: what is typed, which values narrow it, in which order, whether tasks are hits."""

    name: str
    query: str = ""
    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = "relevance"
    tasks: bool = False

    @property
    def selection(self) -> Selection:
        """The values that narrow it."""
        return Selection(self.chosen)

    @property
    def told(self) -> str:
        """What it searches for, on one line."""
        values = (value for values in self.chosen.values() for value in values)
        return " · ".join(part for part in (self.query, *values) if part)


def searches_path() -> Path:
    """Where a person's searches are kept."""
    return platformdirs.user_data_path(NAME) / "searches.toml"


def saved_searches(path: Path | None = None) -> tuple[Saved, ...]:
    """The searches kept, in the order in which they were. Raises SettingsError for a file that
    cannot be read.
    """
    file = path or searches_path()
    try:
        text = file.read_text("utf-8")
        tables = tomli.loads(text).get("search", [])
        return tuple(_read(table) for table in tables)
    except FileNotFoundError:
        return ()
    except tomli.TOMLDecodeError as error:
        why = stopped_at(error, text)
        raise SettingsError("setting-syntax", path=str(file), why=why) from None
    except UnicodeDecodeError:
        raise SettingsError("not-text", path=str(file)) from None
    except (TypeError, AttributeError, KeyError):
        facts = {"key": "[[search]]", "allowed": 'name = "…", query = "…"'}
        raise SettingsError("setting-wrong", path=str(file), **facts) from None
    except OSError as error:
        raise SettingsError("unreadable", path=str(file), why=error.strerror) from None


def _read(table: Mapping[str, Any]) -> Saved:
    sort = str(table.get("sort", "relevance"))
    chosen: dict[Facet, tuple[str, ...]] = {
        facet: tuple(map(str, table[facet])) for facet in FACETS if table.get(facet)
    }
    return Saved(
        name=str(table["name"]),
        query=str(table.get("query", "")),
        chosen=chosen,
        sort=next((known for known in get_args(Sort) if known == sort), "relevance"),
        tasks=bool(table.get("tasks", False)),
    )


def saved_as(name: str, path: Path | None = None) -> Saved:
    """The search kept under `name`, marks and letter case aside.

    Raises InputError where there is none.
    """
    searches = saved_searches(path)
    found = [one for one in searches if one.name == name]
    found += [one for one in searches if bare(one.name) == bare(nfc(name))]
    if not found:
        if not searches:
            raise InputError("none-saved", name=name)
        raise InputError("no-saved", name=name, known=", ".join(one.name for one in searches))
    return found[0]


def save(search: Saved, path: Path | None = None) -> Saved | None:
    """Keep a search, in the place of another of its name; what that one was.

    Raises SettingsError as `saved_searches`, ArchiveUnwritable where the file cannot be written.
    """
    before = saved_searches(path)
    others = [one for one in before if one.name != search.name]
    _write((*others, search), path or searches_path())
    return next((one for one in before if one.name == search.name), None)


def forget(name: str, path: Path | None = None) -> Saved:
    """Keep a search no longer; what it was. Raises as `saved_as` and `save`."""
    gone = saved_as(name, path)
    left = tuple(one for one in saved_searches(path) if one.name != gone.name)
    _write(left, path or searches_path())
    return gone


def _write(searches: tuple[Saved, ...], path: Path) -> None:
    text = "\n".join(_table(search) for search in searches)
    with writing(path):
        make_folder(path.parent)
        aside = path.with_suffix(".part")
        aside.write_bytes(text.encode())
        force(aside)
        move([(aside, path)])


def _table(search: Saved) -> str:
    lines: dict[str, object] = {"name": search.name, "query": search.query}
    lines.update((facet, values) for facet, values in search.chosen.items())
    if search.sort != "relevance":
        lines["sort"] = search.sort
    if search.tasks:
        lines["tasks"] = True
    return "[[search]]\n" + "".join(f"{key} = {value(thing)}\n" for key, thing in lines.items())
