"""A page on the web, fetched once when somebody asks for it by its address."""

import re
from dataclasses import replace

from archive.errors import UnreadableSource
from archive.importing.cleaning import clean
from archive.importing.decoding import decode
from archive.importing.source import LIMIT, Source, too_large
from archive.importing.webpage import read_page

SCHEMES = ("http://", "https://")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PATIENCE = 30  # seconds that a server may keep us waiting
_AGENT = "Mozilla/5.0 (compatible; xdd-tui)"  # some papers' servers refuse what names no browser


def is_address(place: str) -> bool:
    """Is `place` an address, of whatever scheme, rather than a file's path?"""
    return _ADDRESS.match(place) is not None


def fetch(address: str) -> Source:
    """The article at `address`, which becomes its url.

    Raises UnreadableSource: `unknown-scheme`, `unreachable` with the server's or the network's
    reason, and what pages and texts raise.
    """
    if not address.lower().startswith(SCHEMES):
        raise UnreadableSource("unknown-scheme", path=address)
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    request = Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 - SCHEMES alone
    try:
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - as above
            kind = answer.headers.get_content_type()
            charset = answer.headers.get_content_charset()
            raw = answer.read(LIMIT + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise UnreadableSource("unreachable", path=address, why=str(error)) from None
    if len(raw) > LIMIT:
        raise too_large(address)
    if kind == "text/plain":
        text = clean(decode(raw, address, charset))
        if not text.strip():
            raise UnreadableSource("empty", path=address)
        return Source(text=text, name=address, original=raw, suffix=".txt", url=address)
    return replace(read_page(raw, address), url=address)
