"""Bytes to text: UTF-8, or what a byte order mark says; nothing is guessed."""

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
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: bytes, path: str, declared: str | None = None) -> str:
    """The text of `raw`; `declared` is the encoding that the file itself names.

    Raises UnreadableSource (`not-text`) for other encodings and for what is no text at all.
    """
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    try:
        text = raw.decode(encoding or declared or "utf-8")
    except (LookupError, ValueError):
        raise UnreadableSource("not-text", path=path) from None
    # A text may hold a stray control character, which cleaning takes away; this is another thing.
    if len(_CONTROLS.findall(text)) * 10 > len(text):
        raise UnreadableSource("not-text", path=path)
    return text
