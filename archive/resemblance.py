"""How nearly two articles are the same text, told from a few hundred bytes of each.

A text is taken as the set of its runs of four syllables, marks and furniture aside. Its sketch is
the smallest hashes of that set; of two sketches the share of hashes that both have, among the
smallest of both together, estimates what part of all runs the two texts have in common (Broder's
bottom-k sketches). So texts are compared without being opened again.
"""

import re
import zlib
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from archive.report import Report
from archive.vietnamese import bare

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.uint32]
    Numbers = NDArray[np.int64]
    Shares = NDArray[np.float64]

RUN = 4  # syllables
SIZE = 64  # hashes of a sketch; the estimate is within 0.12 nineteen times in twenty
SHORTEST = 40  # runs; fewer tell nothing
REPRINT = 0.6
"""From this likeness on one article is another's reprint: a caption dropped, some words changed."""

_NONE = 0xFFFFFFFF
_AT_ONCE = 16_384  # pairs, which bounds the memory
_SYLLABLE = re.compile(r"\w+")
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


def sketch(report: Report) -> bytes:
    """The sketch of the article in `report`, its furniture left out; empty for a short one."""
    import numpy as np

    text = bare(_article(report))
    seen: dict[str, int] = {}
    syllables = _SYLLABLE.findall(text)
    for one in syllables:
        if one not in seen:
            seen[one] = zlib.crc32(one.encode())
    if len(syllables) < SHORTEST + RUN - 1:
        return b""
    hashes = np.array([seen[one] for one in syllables], dtype=np.uint64)
    runs = len(hashes) - RUN + 1
    mixed = np.zeros(runs, dtype=np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed += hashes[place : place + runs] * np.uint64(factor)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(_FACTORS[0])
    smallest = np.unique((mixed >> np.uint64(32)).astype(np.uint32))
    return smallest[:SIZE].tobytes() if len(smallest) >= SHORTEST else b""


def _article(report: Report) -> str:
    """The text without what surrounds the article."""
    kept, at = [], 0
    for section in report.sections:
        if section.role == "furniture":
            kept.append(report.text[at : section.start])
            at = max(at, section.end)
    return "\n".join((*kept, report.text[at:]))


def text_likeness(one: str, other: str) -> float:
    """What part two texts have in common, 0 to 1; short ones are compared word by word."""
    first, second = (sketch(Report(id=None, source=None, text=text)) for text in (one, other))
    if first and second:
        return likeness(first, second)
    mine, others = _opening(one), _opening(other)
    return SequenceMatcher(None, mine, others, autojunk=False).ratio()


def _opening(text: str) -> list[str]:
    """The first syllables of `text`, more than a short one has."""
    return [found[0] for found in islice(_SYLLABLE.finditer(bare(text)), 4 * SHORTEST)]


def table_of(sketches: Sequence[bytes]) -> "Table":
    """The hashes of sketches, a row each, the smallest first, filled up with the largest number."""
    import numpy as np

    table = np.full((len(sketches), SIZE), _NONE, dtype=np.uint32)
    for row, kept in enumerate(sketches):
        hashes = np.frombuffer(kept, dtype=np.uint32)[:SIZE]
        table[row, : len(hashes)] = hashes
    return table


def likenesses(table: "Table", ones: "Numbers", others: "Numbers") -> "Shares":
    """For each pair of rows what part of their runs the two texts share, 0 to 1."""
    import numpy as np

    lengths = (table != _NONE).sum(axis=1)
    found = np.zeros(len(ones))
    for start in range(0, len(ones), _AT_ONCE):
        a, b = ones[start : start + _AT_ONCE], others[start : start + _AT_ONCE]
        both = np.sort(np.concatenate((table[a], table[b]), axis=1), axis=1)
        again = both[:, 1:] == both[:, :-1]
        rank = np.cumsum(~again, axis=1) + 1  # of each value among those that differ
        nearest = np.maximum(lengths[a], lengths[b])
        shared = (again & (rank <= nearest[:, None])).sum(axis=1)
        found[start : start + _AT_ONCE] = shared / np.maximum(nearest, 1)
    return found


def likeness(one: bytes, other: bytes) -> float:
    """What part of their runs two texts share, 0 to 1, estimated from their sketches."""
    import numpy as np

    pair = np.array([0]), np.array([1])
    return float(likenesses(table_of([one, other]), *pair)[0])
