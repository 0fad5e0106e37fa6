"""Which groups of a diff of tasks are shown: all, what changed, one verdict, those in doubt."""

from collections.abc import Sequence

from archive.comparing.diff import VERDICTS
from tui.catalogue import Catalogue
from tui.screens.groups import LOOKS, Marked
from tui.widgets.counts import Count
from tui.widgets.signs import sign

ALL = "all"
NAMES = (ALL, "changed", *VERDICTS, "doubtful")


def is_change(marked: Marked) -> bool:
    """Did anything become of the group's tasks, beside that they were kept?"""
    return marked.group.verdict != "kept"


def passes(marked: Marked, name: str) -> bool:
    """Is the group among those that the filter `name`, one of NAMES, shows?"""
    if name == ALL:
        return True
    if name == "changed":
        return is_change(marked)
    if name == "doubtful":
        return marked.group.doubtful
    return marked.group.verdict == name


def useful(groups: Sequence[Marked]) -> list[str]:
    """The filters that show something, and the one that shows all."""
    return [name for name in NAMES if name == ALL or any(passes(m, name) for m in groups)]


def said(name: str, words: Catalogue) -> str:
    """The filter in words."""
    return words(f"verdict.{name}" if name in VERDICTS else f"screen.diff.{name}")


def counts(groups: Sequence[Marked], words: Catalogue, *, ascii_only: bool) -> list[Count]:
    """How many groups have each verdict; how many are in doubt, where any is."""

    def count(name: str, look: str) -> Count:
        number = sum(passes(m, name) for m in groups)
        text = f"{sign(name, ascii_only=ascii_only)} {number} {said(name, words)}"
        return Count(name, number, text, look)

    doubtful = count("doubtful", "changed")
    return [count(name, LOOKS[name]) for name in VERDICTS] + [doubtful] * bool(doubtful.count)
