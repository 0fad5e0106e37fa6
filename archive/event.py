"""Events: articles on one conference (same body, period and day) share an event id."""

import re
from datetime import date
from typing import TYPE_CHECKING

from archive.period import Period
from archive.vietnamese import bare, nfc

if TYPE_CHECKING:
    from archive.reading.times import Times


_WORD = re.compile(r"[a-z0-9]+")
_OPENING = 2  # times the letters that are asked for


def slug(text: str, length: int = 60) -> str:
    """`text` as lower-case ASCII words and hyphens, cut between words at `length` characters."""
    words = _opening(text, length) or _WORD.findall(bare(nfc(text)))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > length:
            break
        kept = longer
    return kept or (words[0][:length] if words else "")


def _opening(text: str, length: int) -> list[str]:
    """The first words of a long text, where they are longer than `length` together."""
    if len(text) <= _OPENING * length:
        return []
    words = _WORD.findall(bare(nfc(text[: _OPENING * length])))[:-1]  # the last may be cut
    return words if len("-".join(words)) > length else []


def event_id(body: str | None, times: "Times") -> str | None:
    """The id that reports on one conference share; None where body or time is not known."""
    period = times.reviewed or times.planned
    day = times.event
    return event_id_of(body, period.value if period else None, day.value if day else None)


def event_id_of(body: str | None, period: Period | None, day: date | None) -> str | None:
    """As `event_id`, of the reviewed (else the planned) period and the day of the event."""
    if not body or not (period or day):
        return None
    return "@".join([slug(body), *(str(part) for part in (period, day) if part)])
