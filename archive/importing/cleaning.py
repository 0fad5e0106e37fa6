r"""Raw text to the cleaned text that is kept: the first stage of everything.

Cleaned text is NFC, has `\n` line ends and no character that a terminal would obey or that nobody
sees: control and escape characters, directional marks, soft hyphens, zero-width spaces. Every kind
of space is a plain one. Cleaning cleaned text changes nothing.
"""

import re

from archive.vietnamese import nfc

_LINE_ENDS = re.compile(r"\r\n?|[\u000b\u000c\u0085\u2028\u2029]")
# An escape sequence goes as a whole, so that its parameters do not stay behind as text.
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[@-Z\\^_]?|\x9b[0-?]*[ -/]*[@-~]"
)
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def clean(raw: str) -> str:
    """`raw` as it is kept; idempotent."""
    text = _LINE_ENDS.sub("\n", raw)
    text = _UNSEEN.sub("", _ESCAPES.sub("", text))
    return nfc(_SPACES.sub(" ", text))
