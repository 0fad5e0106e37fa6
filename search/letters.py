"""A text with one byte for each of its letters, so that words are found at the speed of memory.

Letters stand in bare form (`archive.vietnamese.strip_marks`), all else is a space, and there is one
more space at either end: a word is found between spaces, and an offset into the letters less one is
an offset into the text. Digits are spaces too: numbers are written in too many ways to be found so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from archive import vietnamese

_LETTER = re.compile(r"[^\W\d_]")
_D, _OTHER = b"{", b"|"  # đ, and the letters that have no form among a to z
_MOST = 0x3000  # characters told at once; those beyond are rare


@lru_cache(maxsize=1)
def _table() -> Any:
    """The byte of every character below `_MOST`."""
    every = "".join(map(chr, range(_MOST)))
    table = np.full(_MOST, ord(" "), np.uint8)
    table[[found.start() for found in _LETTER.finditer(every)]] = ord(_OTHER)
    bare = np.array(list(map(ord, vietnamese.strip_marks(every))))
    plain = (bare >= ord("a")) & (bare <= ord("z"))
    table[plain] = bare[plain]
    table[bare == ord("đ")] = ord(_D)
    return table


def letters_of(text: str) -> bytes:
    """The letters of NFC `text`."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds = _table()[np.minimum(points, _MOST - 1)]
    for i in np.flatnonzero(points >= _MOST).tolist():
        kinds[i] = ord(_OTHER if _LETTER.match(text[i]) else " ")
    return b"".join((b" ", kinds.tobytes(), b" "))


def form_of(bare: str) -> bytes | None:
    """A bare term as it stands among letters; None for one that cannot be told so."""
    form = bare.replace("đ", _D.decode())
    told = form and all("a" <= char <= _D.decode() for char in form)
    return form.encode() if told else None


def occurrences(letters: bytes, form: bytes, *, prefix: bool) -> Iterator[tuple[int, int]]:
    """Where in the text words of this form, or with `prefix` words that begin so, stand."""
    wanted = b" " + form if prefix else b" " + form + b" "
    at = letters.find(wanted)
    while at >= 0:
        end = letters.find(b" ", at + 1)
        yield at, end - 1
        at = letters.find(wanted, end)
