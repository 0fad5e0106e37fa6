"""What the signs of each place mean: the help's last rows."""

from collections.abc import Iterator

from archive.comparing.diff import VERDICTS
from tui.catalogue import Catalogue
from tui.threads import LEGEND
from tui.widgets.signs import COLUMNS, sign

FINDING = ("mark", "fold", "under", "chosen", "shut")
READING = ("mark", "task", "cited", "unsure")
SIGNS_OF: dict[str, tuple[str, ...]] = {
    "search": FINDING,
    "query": FINDING,
    "facets": FINDING,
    "preview": FINDING,
    "home": ("there", "missing", "spark"),
    "directives": ("spark",),
    "reader": READING,
    "outline": READING,
    "correct": ("unsure", "corrected"),
    "compare": ("same", "different", "differing"),
    "lineage": LEGEND,
    "thread": (*LEGEND, "gone", "come"),
    "indicators": ("measured", "aimed", "quoted"),
    "outcome": ("told-reported", "told-partly", "told-none", "quoted"),
    "diff": (*VERDICTS, "moved", "doubtful", "braces", "gone", "come"),
}


def legend(place: str, words: Catalogue, *, ascii_only: bool) -> Iterator[tuple[str, str]]:
    """The signs that are drawn at `place`, each with what it means."""
    drawn = {
        "mark": "A B",
        "fold": "+2",
        "spark": COLUMNS[ascii_only],
        "task": f"3 {sign('task', ascii_only=ascii_only)}",
        "cited": words("screen.help.underlined"),
        "measured": sign("stated", ascii_only=ascii_only),
        "differing": words("screen.help.underlined"),
        "moved": f"{sign('earlier', ascii_only=ascii_only)} {sign('later', ascii_only=ascii_only)}",
        "braces": "{…}",
        "gone": "[-…-]",
        "come": "{+…+}",
    }
    for name in SIGNS_OF.get(place, ()):
        yield drawn.get(name) or sign(name, ascii_only=ascii_only), words(f"sign.{name}")
