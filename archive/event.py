"""Events: articles on one conference (same body, period and day) share an event id."""

import re
from typing import TYPE_CHECKING

from archive.vietnamese import bare, nfc

if TYPE_CHECKING:
    from archive.reading.times import Times


def slug(text: str, length: int = 60) -> str:
    """`text` as lower-case ASCII words and hyphens, cut between words at `length` characters."""
    words = re.findall(r"[a-z0-9]+", bare(nfc(text)))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > length:
            break
        kept = longer
    return kept or (words[0][:length] if words else "")


def event_id(body: str | None, times: "Times") -> str | None:
    """The id that reports on one conference share; None where body or time is not known."""
    period = times.reviewed or times.planned
    if not body or not (period or times.event):
        return None
    parts = [slug(body)]
    if period:
        parts.append(str(period.value))
    if times.event:
        parts.append(str(times.event.value))
    return "@".join(parts)
