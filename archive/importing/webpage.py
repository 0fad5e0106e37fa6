"""Saved web pages: trafilatura finds the article; what stands around it goes."""

import logging
import re
from datetime import date

from archive.errors import UnreadableSource
from archive.importing.cleaning import clean
from archive.importing.decoding import decode
from archive.importing.source import Source
from archive.importing.titling import with_title

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{1,40})""", re.IGNORECASE
)
_HEAD = 4_096
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")


def read_page(raw: bytes, name: str, *, suffix: str = ".html") -> Source:
    """The article in an HTML page, with the headline, day and address that its metadata give.

    Raises UnreadableSource: `not-text`, or `empty` where no article is found.
    """
    from trafilatura import bare_extraction

    for logger in _LOGGERS:  # what they have to say is said by the error below
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    declared = _CHARSET.search(raw[:_HEAD])
    page = decode(raw, name, declared[1].decode() if declared else None)
    # Only a date that the page's metadata give: one that stands in the text is for reading to find.
    found = bare_extraction(
        page,
        include_comments=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    document = found.as_dict() if found is not None and not isinstance(found, dict) else found
    text = clean((document or {}).get("text") or "").strip("\n")
    if not document or not text.strip():
        raise UnreadableSource("empty", path=name)
    title = " ".join(clean(document.get("title") or "").split()) or None
    return Source(
        text=with_title(text, title),
        name=name,
        original=raw,
        suffix=suffix,
        title=title,
        published=_day(document.get("date")),
        url=document.get("url") or None,
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
