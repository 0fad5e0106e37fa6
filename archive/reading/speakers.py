"""Who sets a task: the person or body named before the verb that sets it."""

import re
from functools import cache

from archive.reading.roles import folded, one_of
from archive.registry import load
from archive.report import Span

_NAME = re.compile(r"(?:[^\W\d_a-zà-ỹđ][^\W\d_]*)(?: [^\W\d_a-zà-ỹđ][^\W\d_]*){1,4}")
_FORM = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà) (?=\S)")


@cache
def _words(table: str, key: str) -> re.Pattern[str]:
    return one_of(load("speakers")[table][key])


def who_sets(text: str, lead: Span) -> str | None:
    """Who sets what `lead` announces: a person's name, else an office or body; None untold.

    "Kết luận hội nghị, đồng chí Trần Thị B, Trưởng Ban Tổ chức Tỉnh ủy yêu cầu" gives "Trần Thị B".
    """
    piece = text[lead.start : lead.end]
    low = folded(piece)
    verb = None
    for verb in _words("setting", "verbs").finditer(low):
        if _speaker(piece, low, verb.start()) is not None:
            break
    return _speaker(piece, low, verb.start()) if verb else None


def _speaker(piece: str, low: str, end: int) -> str | None:
    """Who is named last before `end`."""
    start = None
    for found in _words("titles", "words").finditer(low, 0, end):
        if start is None or ("," in low[start : found.start()] and found.start() - start > 120):
            start = found.start()
    if start is None:
        start = next((f.start() for f in _words("bodies", "words").finditer(low, 0, end)), None)
        if start is None:
            return None
        return piece[start:end].split(",", maxsplit=1)[0].strip() or None
    said = piece[start:end]
    form = _FORM.match(low, start)
    if form:
        said = piece[form.end() : end]
    said = said.split(",")[0].split(" phát biểu")[0].strip()
    for word in (" đã", " cũng", " tiếp tục", " và"):
        said = said.removesuffix(word)
    return said.strip() or None
