"""Every action once: its id, its keys, where it is at home, and what it needs.

From this table come the footer, the help (`?`), the palette, `xdd-tui keys`, the README's table and
the keys a person sets in config.toml. Names and helps are in the catalogue (`action.<id>.name`,
`action.<id>.help`); what an action needs is a condition that a screen either meets or not, and
`needs.<condition>` in the catalogue says why it is not available.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from archive.errors import SettingsError

GROUPS = ("move", "go", "act", "help")
EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    `keys` are Textual's names of keys, a sequence written with a space ("g g"). `places` are the
    screens, or parts of one, where it works, or EVERYWHERE. `needs` names the conditions it depends
    on. `footer` tells whether the footer shows it where it works.
    """

    id: str
    group: str
    keys: tuple[str, ...]
    places: tuple[str, ...] = (EVERYWHERE,)
    needs: tuple[str, ...] = ()
    footer: bool = False

    def works_on(self, place: str) -> bool:
        """Is the action at home on the screen `place`?"""
        return EVERYWHERE in self.places or place in self.places


# Textual's names of keys that people know by a sign; the sign may stand in config.toml as well.
SIGNS = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "comma": ",",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "minus": "-",
    "plus": "+",
    "full_stop": ".",
    "semicolon": ";",
    "apostrophe": "'",
    "asterisk": "*",
    "escape": "esc",
}
_SHORT = {"enter": "↵", "space": "␣", "up": "↑", "down": "↓", "left": "←", "right": "→"}
_NAMED = {sign: name for name, sign in SIGNS.items()}

LISTS = ("home", "search", "directives", "tasks", "doubts", "help", "palette", "join", "saved")
READING = ("reader", "outline")
TEXTS = (*READING, "compare", "diff")
OPENING = ("preview", "outline", "diff")
FINDING = ("search", "preview", "facets")
FOLLOWING = ("lineage", "thread", "outcome")

ACTIONS: tuple[Action, ...] = (
    Action("down", "move", ("j", "down")),
    Action("up", "move", ("k", "up")),
    Action("first", "move", ("g g", "home")),
    Action("last", "move", ("G", "end")),
    Action("page-down", "move", ("ctrl+d", "pagedown")),
    Action("page-up", "move", ("ctrl+u", "pageup")),
    Action("next-match", "move", ("n",), (*TEXTS, *FOLLOWING, "search", "preview"), ("matches",)),
    Action(
        "previous-match", "move", ("N",), (*TEXTS, *FOLLOWING, "search", "preview"), ("matches",)
    ),
    Action("next-section", "move", ("right_curly_bracket",), (*READING, "compare")),
    Action("previous-section", "move", ("left_curly_bracket",), (*READING, "compare")),
    Action(
        "next-report",
        "move",
        ("right_square_bracket",),
        (*READING, "diff", "outcome"),
        ("later-report",),
        footer=True,
    ),
    Action(
        "previous-report",
        "move",
        ("left_square_bracket",),
        (*READING, "diff", "outcome"),
        ("earlier-report",),
        footer=True,
    ),
    Action("next-pane", "move", ("tab", "l")),
    Action("previous-pane", "move", ("shift+tab", "h")),
    Action("right", "move", ("right",), ("lineage", "indicators")),
    Action("left", "move", ("left",), ("lineage", "indicators")),
    Action("query", "go", ("slash",), footer=True),
    Action("to-results", "go", ("enter",), ("query", "completing"), footer=True),
    Action("complete", "act", ("right",), ("completing",), footer=True),
    Action(
        "take-meant",
        "act",
        ("d", "ctrl+y"),
        ("query", "completing", *FINDING),
        ("meant",),
    ),
    Action(
        "open",
        "go",
        ("enter",),
        (*LISTS, *OPENING, *FOLLOWING, "indicators"),
        ("row",),
        footer=True,
    ),
    Action("back", "go", ("escape",), footer=True),
    Action("close", "go", ("q",), footer=True),
    Action("quit", "go", ("ctrl+q", "ctrl+c")),
    Action("home", "go", ("1",)),
    Action("search", "go", ("2",)),
    Action("tasks", "go", ("3",)),
    Action("directives", "go", ("4",)),
    Action("doubts", "go", ("R",)),
    Action("find", "go", ("f",), TEXTS, footer=True),
    Action("toggle", "act", ("space", "enter"), ("facets",), ("row",), footer=True),
    Action("expand", "act", ("right",), ("facets",), ("branch",), footer=True),
    Action("collapse", "act", ("left",), ("facets",), ("row",)),
    Action("facets", "go", ("F",), FINDING, footer=True),
    Action("drop-numbered", "act", ("5", "6", "7", "8", "9"), FINDING, ("filters",)),
    Action("drop-filter", "act", ("backspace",), FINDING, ("filters",)),
    Action("clear-filters", "act", ("0",), FINDING, ("filters",)),
    Action("sort", "act", ("S",), FINDING),
    Action("save", "act", ("s",), FINDING, footer=True),
    Action("saved", "go", ("s",), ("home",)),
    Action("forget", "act", ("delete",), ("saved",), ("kept",), footer=True),
    Action("task-hits", "act", ("T",), FINDING),
    Action("unfold", "act", ("plus",), ("search", "preview"), ("others",)),
    Action("like", "act", ("m",), ("search", "preview", *READING), ("report",)),
    Action("why", "act", ("w",), ("search", "preview"), ("report",), footer=True),
    Action("mark", "act", ("space",), ("search", "preview", *READING), ("report",), footer=True),
    Action(
        "compare",
        "act",
        ("c",),
        ("search", "preview", *READING, "diff"),
        ("two-reports",),
        footer=True,
    ),
    Action(
        "diff", "act", ("t",), ("search", "preview", *READING, "compare"), ("pair",), footer=True
    ),
    Action(
        "lineage",
        "go",
        ("L",),
        ("search", "preview", *READING, "diff", "home", "outcome", "indicators"),
        ("report",),
        footer=True,
    ),
    Action(
        "indicators",
        "go",
        ("I",),
        ("search", "preview", *READING, "diff", "home", "lineage", "outcome"),
        ("report",),
        footer=True,
    ),
    Action("thread", "go", ("T",), ("lineage",), ("row",), footer=True),
    Action(
        "outcome",
        "go",
        ("O",),
        ("search", "preview", *READING, "diff", "lineage", "thread"),
        ("report",),
        footer=True,
    ),
    Action("verdicts", "act", ("v",), ("diff", "lineage", "outcome"), footer=True),
    Action("same", "act", ("equals_sign",), ("diff",), ("row", "own"), footer=True),
    Action("apart", "act", ("exclamation_mark",), ("diff",), ("row", "own"), footer=True),
    Action(
        "copy",
        "act",
        ("y",),
        ("search", "preview", *TEXTS, "thread", "outcome", "indicators"),
        ("item",),
    ),
    Action(
        "copy-citation",
        "act",
        ("Y",),
        ("search", "preview", *TEXTS, "thread", "outcome", "indicators"),
        ("item",),
    ),
    Action("open-source", "act", ("o",), ("search", "preview", *READING), ("link",)),
    Action("correct", "act", ("e",), (*READING, "doubts"), ("report", "own"), footer=True),
    Action("correct-many", "act", ("E",), ("search", "preview"), ("report", "own")),
    Action("change", "act", ("enter", "e"), ("correct", "many"), ("own",), footer=True),
    Action("confirm", "act", ("equals_sign",), ("correct", "doubts"), ("row", "own"), footer=True),
    Action("choose-field", "act", ("F", "right"), ("doubts", "many"), footer=True),
    Action("field-before", "act", ("left",), ("doubts", "many")),
    Action("pick", "act", ("space",), ("many",), ("row",), footer=True),
    Action("pick-all", "act", ("A",), ("many",), ("row",), footer=True),
    Action("drop-item", "act", ("d", "delete"), ("correct",), ("own", "listed"), footer=True),
    Action("add-task", "act", ("a",), ("correct", *READING), ("report", "own")),
    Action("task-by", "act", ("b",), ("correct",), ("own", "task")),
    Action("word-on", "move", ("right",), ("passage",), footer=True),
    Action("word-back", "move", ("left",), ("passage",), footer=True),
    Action("store", "act", ("enter",), ("value", "passage"), footer=True),
    Action(
        "undo",
        "act",
        ("u",),
        (*READING, "correct", "diff", "doubts", "many"),
        ("report", "own", "corrected"),
    ),
    Action(
        "export",
        "act",
        ("x",),
        ("search", "preview", "compare", "diff", "lineage", "outcome", "indicators"),
        ("loaded",),
        footer=True,
    ),
    Action("write", "act", ("enter",), ("export",), ("row",), footer=True),
    Action("help", "help", ("question_mark",), footer=True),
    Action("palette", "help", ("colon", "ctrl+p"), footer=True),
)


def shown(key: str, *, short: bool = False) -> str:
    """A key, or a sequence of keys, as it is printed on the keyboard: "g g", "}", "enter"; `short`
    draws some of them by a sign instead ("↵").
    """
    drawn = _SHORT if short else {}
    return " ".join(drawn.get(one) or SIGNS.get(one, one) for one in key.split())


class WrongKey(NamedTuple):
    """What is wrong with a person's own keys of the action `id`, as a code of SettingsError."""

    id: str
    code: str
    facts: Mapping[str, str]


def with_keys(own: Mapping[str, str], file: str) -> tuple[Action, ...]:
    """ACTIONS with a person's own keys from [keys] of config.toml.

    Raises SettingsError for an unknown id, and where one key would do two things on one screen.
    """
    for wrong in wrong_keys(own):
        raise SettingsError(wrong.code, path=file, **wrong.facts)
    return _changed(own)


def wrong_keys(own: Mapping[str, str]) -> Iterator[WrongKey]:
    """Everything in `own` that cannot be: unknown ids, and keys that would do two things."""
    known = {action.id for action in ACTIONS}
    for name in own:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            code = "action-unknown-near" if near else "action-unknown"
            yield WrongKey(name, code, {"key": f"keys.{name}", "near": "".join(near)})
        else:
            yield from _unusable(name, _keys(own[name]))
    yield from _clashes(_changed(own), own)


_NEVER = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
_NOT_ALONE = re.compile(r"(?:^|[ +])(?:alt\+|f\d+$|f\d+ )")
_MODIFIED = re.compile(r"(?:(?:ctrl|alt|shift|meta|super|hyper)\+)*")
_KEYS = re.compile(
    r"f\d{1,2}|up|down|left|right|home|end|pageup|pagedown|insert|delete|backspace|enter|tab|space"
    r"|at|backslash|underscore"
)


def _is_key(name: str) -> bool:
    """Is this a key's name: a sign, a word for one, or Textual's, which are mostly Unicode's?"""
    bare = name[len(_MODIFIED.match(name)[0]) :]  # type: ignore[index] # it matches everything
    if len(bare) == 1 or bare in SIGNS or _KEYS.fullmatch(bare):
        return True
    try:
        return bool(unicodedata.lookup(bare.replace("_", " ")))
    except KeyError:
        return False


def _unusable(name: str, keys: tuple[str, ...]) -> Iterator[WrongKey]:
    """Keys that terminals do not tell from others, or keep for themselves where no other helps."""
    for key in keys:
        if _NEVER & set(key.split()):
            yield WrongKey(name, "key-never", {"key": shown(key), "action": name})
        elif wrong := [one for one in key.split() if not _is_key(one)]:
            yield WrongKey(name, "key-unknown", {"key": wrong[0], "action": name})
    if not keys:
        yield WrongKey(name, "key-none", {"action": name})
    elif all(map(_NOT_ALONE.search, keys)):
        told = ", ".join(map(shown, keys))
        yield WrongKey(name, "key-alone", {"key": told, "action": name})


def _changed(own: Mapping[str, str]) -> tuple[Action, ...]:
    return tuple(
        replace(action, keys=_keys(own[action.id])) if action.id in own else action
        for action in ACTIONS
    )


def _keys(text: str) -> tuple[str, ...]:
    keys = (" ".join(_NAMED.get(one, one) for one in key.split()) for key in text.split(","))
    return tuple(key for key in keys if key)


def _clashes(actions: tuple[Action, ...], own: Mapping[str, str]) -> Iterator[WrongKey]:
    seen: dict[str, list[Action]] = {}
    for action in actions:
        for key in action.keys:
            for other in seen.get(key, []):
                shared = set(action.places) & set(other.places)
                if shared or EVERYWHERE in (*action.places, *other.places):
                    facts = {"key": shown(key), "first": other.id, "second": action.id}
                    changed = action.id if action.id in own else other.id
                    yield WrongKey(changed, "keys-clash", facts)
            seen.setdefault(key, []).append(action)
