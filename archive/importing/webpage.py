"""Saved web pages: trafilatura finds the article; what stands around it goes."""

import logging
import re
from contextlib import suppress
from datetime import date
from typing import Any

from archive.errors import UnreadableSource
from archive.importing.cleaning import clean, one_line
from archive.importing.decoding import decode
from archive.importing.source import Source
from archive.importing.titling import with_title

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{1,40})""", re.IGNORECASE
)
_SHOWN = re.compile(
    r"(?<!\d)(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))(?!\d)", re.ASCII
)
_HEAD = 4_096
_MANY = 10_000  # elements; above, the second opinions that trafilatura takes cost their square
_MOST = 30_000  # elements; above, finding the article costs its square too, and all text is taken
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")
_BLOCKS = ("p", "div", "br", "ul", "ol", "table", "h1", "h2", "h3")
_LINES = (*_BLOCKS, "li", "tr", "h4", "h5", "h6")
_NO_TEXT = ("head", "script", "style", "noscript", "aside", "footer")


def read_page(raw: bytes, name: str, *, suffix: str = ".html") -> Source:
    """The article in an HTML page, with the headline, day and address that its metadata give.

    Raises UnreadableSource: `not-text`, or `empty` where the page holds no text.
    """
    from trafilatura import load_html

    for logger in _LOGGERS:  # what they have to say is said by the error below
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    declared = _CHARSET.search(raw[:_HEAD])
    page = clean(decode(raw, name, declared[1].decode() if declared else None))
    tree = load_html(page)
    if tree is None and "<" in page:
        # A piece of a page, without the elements that hold a page together, is refused as it is.
        tree = load_html(f"<html><body>{page}</body></html>")
    if tree is None:
        found, text, shown = {}, page, None
    else:
        shown = _day_shown(tree)
        _open_tables(tree)
        found = _extract(tree)
        text = clean(found.get("text") or _all_text(tree))
    text = "\n".join(_row(line) for line in text.split("\n")).strip(" \n")
    if not text:
        raise UnreadableSource("empty", path=name)
    title = one_line(found.get("title"))
    return Source(
        text=with_title(text, title),
        name=name,
        original=raw,
        suffix=suffix,
        title=title,
        published=_day(found.get("date")) or shown,
        url=one_line(found.get("url")),
    )


def _extract(tree: Any) -> dict[str, Any]:
    """What trafilatura finds; a date only where the page's markup gives one, for one that stands
    in the text is for reading to find.
    """
    from trafilatura import bare_extraction

    size = sum(1 for _ in tree.iter())
    if size > _MOST:
        return {}
    found = bare_extraction(
        tree,
        include_comments=False,
        favor_recall=True,
        fast=size > _MANY,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return {} if found is None else found if isinstance(found, dict) else found.as_dict()


def _day_shown(tree: Any) -> date | None:
    """The day in the first time that a page marks behind its headline: the article is cut out
    without it.
    """
    below = False
    for part in tree.iter("h1", "time"):
        if part.tag == "h1":
            below = True
        elif below:
            found = _SHOWN.search(f"{part.get('datetime', '')} {' '.join(part.itertext())}")
            if not found:
                return None
            parts = [int(one) for one in found.groups() if one]
            with suppress(ValueError):
                return date(*(parts if found[1] else parts[::-1]))
            return None
    return None


def _all_text(tree: Any) -> str:
    """All text of a page in which no article is found, a line a block."""
    pieces: list[str] = []
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        edge = "\n" if part.tag in _LINES else ""
        waiting.append(edge + (part.tail or ""))
        if isinstance(part.tag, str) and part.tag not in _NO_TEXT:  # a comment's is none
            pieces += (edge, part.text or "")
            waiting += part[::-1]
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _open_tables(tree: Any) -> None:
    """Make plain blocks of tables that only lay out a page, whose cells hold whole paragraphs.

    Their cells would come out as one line each.
    """
    for table in list(tree.iter("table")):
        cells = table.iter("td", "th")
        if any(next(cell.iter(*_BLOCKS), None) is not None for cell in cells):
            for part in list(table.iter("table", "tbody", "tr", "td", "th")):
                part.tag = "div"


def _row(line: str) -> str:
    """A table's row without the bars around it; any other line as it is."""
    return line.strip("| ") if line.startswith("|") else line


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
