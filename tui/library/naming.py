"""Which of some bodies a name means, however it is spelled."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from archive.errors import AmbiguousReport
from archive.vietnamese import bare, has_marks, level, nfc

if TYPE_CHECKING:
    from archive.bodies import Bodies

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
