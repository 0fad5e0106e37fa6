"""The signs that screens draw, each with its twin for terminals whose font has ASCII alone."""

from collections.abc import Sequence

SIGNS = {
    "cursor": ("▌", ">"),
    "chosen": ("[x]", "[x]"),
    "open": ("[ ]", "[ ]"),
    "there": ("▓▓", "##"),
    "missing": ("··", ".."),
    "to": ("→", "->"),
    "pending": ("…", "..."),
    "under": ("└", "`"),
    "shut": ("▸", ">"),
    "opened": ("▾", "v"),
    "bar": ("▆", "#"),
    "task": ("│", "|"),
    "kept": ("=", "="),
    "reworded": ("~", "~"),
    "split": ("⑂", "Y"),
    "merged": ("⑃", "A"),
    "dropped": ("−", "-"),
    "new": ("+", "+"),
    "later": ("↓", "v"),
    "earlier": ("↑", "^"),
    "doubtful": ("?", "?"),
    "unsure": ("?", "?"),
    "corrected": ("✓", "*"),
    "same": ("=", "="),
    "different": ("≠", "!"),
    "nothing": ("∅", "-"),
    "rule": (" │ ", " | "),
    "stated": ("●", "o"),
    "slots": ("◐", "@"),
    "forked": ("⑂", "Y"),
    "joined": ("⑃", "A"),
    "absent": ("·", "."),
    "told-reported": ("●", "o"),
    "told-partly": ("◐", "@"),
    "told-none": ("·", "."),
    "aimed": ("○", "x"),
    "quoted": ("›", ">"),
    "revived": ("◌", "R"),
    "as-before": ("═", "="),
    "otherwise": ("─", "-"),
}
ELLIPSIS = "⋯"
"""Stands where a width had something left out; drawn as "…", or as three dots in its width."""

# Punctuation inside sentences, for a terminal whose font has ASCII and letters alone.
_TWINS = dict(zip("–—−“”«»‘’␛•·×≠∅›‹", '---""""\'\'^*-x!-><', strict=True))
_IN_CELLS = str.maketrans({**_TWINS, "→": ">"})
_FREELY = str.maketrans({**_TWINS, "→": "->", "…": "...", ELLIPSIS: "..."})
COLUMNS = ("▁▂▃▄▅▆▇█", ".:-=+*#@")


def sign(name: str, *, ascii_only: bool) -> str:
    """The sign `name`."""
    return SIGNS[name][ascii_only]


def in_ascii(text: str, *, in_cells: bool = False) -> str:
    """`text` with its punctuation in ASCII; `in_cells` as wide as it was, without ellipses."""
    return text.translate(_IN_CELLS if in_cells else _FREELY)


def sparkline(counts: Sequence[int], *, ascii_only: bool) -> str:
    """One column for each count, as tall as it is next to the largest; a dot for none."""
    columns, none = COLUMNS[ascii_only], "·_"[ascii_only]
    top = max(counts, default=0)
    return "".join(
        columns[(count * (len(columns) - 1) + top - 1) // top] if count else none
        for count in counts
    )
