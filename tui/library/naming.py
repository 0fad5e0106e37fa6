"""Which of some bodies a name means, however it is spelled."""

import difflib
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from archive.errors import AmbiguousReport
from archive.vietnamese import bare, has_marks, level, nfc

if TYPE_CHECKING:
    from archive.bodies import Bodies
    from tui.library import Library

_WORD = re.compile(r"\w+")


def body_meant(name: str, known: Iterable[str], bodies: "Bodies") -> str | None:
    """The one of the `known` bodies that `name` means: its name in any spelling, with marks or
    without, an abbreviation, a former or later name.

    None where it means none of them; raises AmbiguousReport where it means several.
    """
    wanted = " ".join(nfc(name).split())
    fold = fold_of(wanted)
    for fits in (
        lambda body: fold(body) == fold(wanted),
        lambda body: level(body) == level(bodies.canonical(wanted)),
        lambda body: bool(wanted) and bodies.same(body, wanted),
        lambda body: bare(body) == bare(wanted),
    ):
        found = sorted(filter(fits, known))
        if len({bodies.line(body) for body in found}) > 1:
            raise many_bodies(name, found)
        if found:
            return found[0]
    return None


def new_body(library: "Library", name: str) -> str | None:
    """Is no report of the archive by the body `name`, under none of its names? Then the body whose
    name is nearest, "" where none is near; else None.

    Raises SettingsError where the archive's own file of bodies says what cannot be.
    """
    from archive.bodies import read_bodies

    bodies, line = read_bodies(library.archive), " ".join(nfc(name).split())
    known = {bare(value.value): value.value for value in library.search("", limit=0).facets["body"]}
    if any(bodies.line(body) == bodies.line(line) for body in known.values()):
        return None
    return "".join(known[one] for one in difflib.get_close_matches(bare(line), known, 1))


def fold_of(name: str) -> Callable[[str], str]:
    """What makes spellings of NFC `name` equal: typed with marks, it means those marks."""
    return level if has_marks(name) else bare


def has_words(body: str, name: str) -> bool:
    """Do the words of `name` stand side by side, and whole, in the name of `body`?"""
    wanted = nfc(name)
    fold = fold_of(wanted)
    words = _words(fold(wanted))
    return bool(words.strip()) and words in _words(fold(body))


def _words(text: str) -> str:
    """The words of `text`, each between spaces."""
    return f" {' '.join(_WORD.findall(text))} "


def many_bodies(name: str, found: Iterable[str]) -> AmbiguousReport:
    """What is to be raised where `name` means all of `found`."""
    return AmbiguousReport("many-bodies", name=name, found="; ".join(sorted(found)))
