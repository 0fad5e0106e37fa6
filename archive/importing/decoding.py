"""Bytes to text: UTF-8, or what a byte order mark says; no encoding is guessed.

A file that was cut inside a letter, or has a byte gone wrong, is still what it is: where nearly all
of it reads as UTF-8, the sign "\ufffd" stands for what does not.
"""

import codecs
import re

from archive.errors import UnreadableSource

# UTF-32's mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
STRAY = "\ufffd"
"""What stands in a text for letters that do not read."""
_RARE = 50  # letters beyond ASCII for each place that does not read
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: bytes, path: str, declared: str | None = None) -> str:
    """The text of `raw`; `declared` is the encoding that the file itself names.

    Raises UnreadableSource (`not-text`) for other encodings and for what is no text at all.
    """
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    try:
        text = _decoded(raw, encoding or declared or "utf-8")
    except (LookupError, ValueError):
        raise UnreadableSource("not-text", path=path) from None
    # A text may hold a stray control character, which cleaning takes away; this is another thing.
    if len(_CONTROLS.findall(text)) * 10 > len(text):
        raise UnreadableSource("not-text", path=path)
    return text


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except ValueError:
        if not codecs.lookup(encoding).name.startswith("utf-8"):
            raise
        text = raw.decode(encoding, "replace")
        stray = text.count(STRAY)
        # Letters of another encoding hardly ever make one of UTF-8's.
        if stray * _RARE > len(text) - len(text.encode("ascii", "ignore")) - stray:
            raise
        return text
