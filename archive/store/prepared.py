"""What of a report's file can be made before its id is known: by whoever has read it, on whatever
core, so that the one writer has little left to do.
"""

import hashlib
from dataclasses import dataclass

from archive.importing import Source
from archive.record import READER
from archive.report import Report
from archive.store.naming import stem
from archive.store.reportfile import reading_of, text_hash


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an id can be made of, the hashes of original and text, and what was read as TOML."""

    stem: str
    original: str
    text: str
    reading: str


def prepare(report: Report, source: Source) -> Prepared:
    """What can be said of `report`, read from `source`."""
    return Prepared(
        stem=stem(report),
        original=hashlib.sha256(source.original).hexdigest(),
        text=text_hash(source.text),
        reading=reading_of(report, READER),
    )
