"""Text that was broken into short lines, as mails and copied columns are, made paragraphs again.

Only where most lines of a text break in the middle of sentences: a list, a poem or a page's menu
breaks where it means to.
"""

import re

_SHORTEST, _LONGEST = 40, 130  # letters of a line that was broken for its length
_FEWEST = 4
_SHARE = 0.3
# A line that ends as no sentence does, and one right below that begins amid one.
_BROKEN = re.compile(r"(?<=[^\s.:;!?…\"”’)\]|])\n(?=[^\W\d_])")


def unwrap(text: str) -> str:
    """Cleaned `text`, as long as it is, with each break amid a sentence made a space; any other
    text unchanged.
    """
    lines = [line for line in text.split("\n") if line]
    if sum(_SHORTEST <= len(line) <= _LONGEST for line in lines) < _FEWEST:
        return text
    breaks = [one for one in _BROKEN.finditer(text) if text[one.end() : one.end() + 1].islower()]
    long = sum(_SHORTEST <= _length(text, one.start()) <= _LONGEST for one in breaks)
    if long < max(_FEWEST, _SHARE * len(lines)):
        return text
    pieces = list(text)
    for one in breaks:
        pieces[one.start()] = " "
    return "".join(pieces)


def _length(text: str, end: int) -> int:
    """How long the line is that ends at `end`."""
    return end - text.rfind("\n", 0, end) - 1
