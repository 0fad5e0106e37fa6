r"""Raw text to the cleaned text that is kept: the first stage of everything.

Cleaned text is NFC, has `\n` line ends and no character that a terminal would obey or that nobody
sees: control and escape characters, directional marks, soft hyphens, zero-width spaces, the marks
beyond thirty on one letter. Every kind of space is a plain one, and one stands where two did:
more of them are a layout's. Cleaning cleaned text changes nothing.
"""

import re
from unicodedata import combining

from archive.vietnamese import nfc

# Characters, as they stand between the brackets of a pattern.
_BREAKS = "\u000b\u000c\u0085\u2028\u2029"
_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = (
    "\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff"
)
# Most texts hold none of these and are done with.
_UNCLEAN = re.compile(f"[\r{_BREAKS}{_BLANKS}{_UNSEEN}]")
_LINE_END = re.compile(f"\r\n?|[{_BREAKS}]")
# An escape sequence goes as a whole, so that its parameters do not stay behind as text.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[@-Z\\^_]?|\x9b[0-?]*[ -/]*[@-~]"
)
_NOT_SEEN = re.compile(f"[{_UNSEEN}]")
_BLANK = re.compile(f"[{_BLANKS}]")
_TWO = re.compile(r"(?<! )  (?! )")
_MOST_MARKS = 30  # on one letter: what Unicode's own stream-safe format allows (UAX #15)
_MAYBE_MARKS = re.compile(rf"[^\x00-\u02ff\w\s]{{{_MOST_MARKS + 1},}}")


def clean(raw: str) -> str:
    """`raw` as it is kept; idempotent."""
    text = legible(raw)
    return _TWO.sub(" ", text) if "  " in text else text


def legible(raw: str) -> str:
    """`raw` as a terminal may be given it: cleaned, but every space left that it is laid out by."""
    text = raw
    if _UNCLEAN.search(raw):
        text = _ESCAPE.sub("", _LINE_END.sub("\n", raw))
        text = _BLANK.sub(" ", _NOT_SEEN.sub("", text))
    return _composed(text)


def one_line(raw: str | None) -> str | None:
    """`raw` cleaned, on one line; None where nothing is left of it."""
    return " ".join(clean(raw).split()) or None if raw else None


def _composed(text: str) -> str:
    """`text` in NFC; composing takes the square of the marks on one letter, so they are bounded."""
    if text.isascii():
        return text
    # Once more afterwards: a few marks come apart into two.
    return _MAYBE_MARKS.sub(_bounded, nfc(_MAYBE_MARKS.sub(_bounded, text)))


def _bounded(run: re.Match[str]) -> str:
    """The signs of `run` without the marks beyond the most that one letter can have."""
    kept = []
    marks = 0
    for sign in run[0]:
        marks = marks + 1 if combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
