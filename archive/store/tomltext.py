"""Plain data as TOML that people can read: a key a line, and of a list of tables an item a line.

Writers at hand spread such lists over hundreds of small tables; parsing is tomli's part.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_quoted = json.JSONEncoder(ensure_ascii=False).encode


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _string(text: str) -> str:
    # JSON's escapes are TOML's, but for U+007F, which TOML wants escaped.
    return _quoted(text).replace("\x7f", "\\u007f")


def value(thing: object) -> str:
    """`thing` on one line; raises TypeError for what TOML has no form for."""
    if isinstance(thing, str):
        return _string(thing)
    if isinstance(thing, bool):
        return "true" if thing else "false"
    if isinstance(thing, int | float):
        return repr(thing)
    if isinstance(thing, date | datetime):
        return thing.isoformat()
    if isinstance(thing, Mapping):
        inside = ", ".join(f"{_key(name)} = {value(item)}" for name, item in thing.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(thing, tuple | list):
        return f"[{', '.join(map(value, thing))}]"
    raise TypeError(f"no TOML for {type(thing).__name__}")


def table(name: str, items: Mapping[str, object]) -> str:
    """The table `name` ("" for the top), its mappings as tables of their own after it,
    empty ones left out.
    """
    lines = [f"[{name}]"] if name else []
    inner = []
    for key, item in items.items():
        if isinstance(item, Mapping):
            if not item:
                continue
            inner.append(table(f"{name}.{_key(key)}" if name else _key(key), item))
        elif isinstance(item, tuple | list) and item and isinstance(item[0], Mapping):
            rows = "".join(f"    {value(row)},\n" for row in item)
            lines.append(f"{_key(key)} = [\n{rows}]")
        else:
            lines.append(f"{_key(key)} = {value(item)}")
    return "\n".join(lines) + "\n" + "".join(f"\n{part}" for part in inner)
