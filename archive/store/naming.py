"""Ids of reports, and the names of their files.

An id is given once and never changes: the one that the report's own file gives, else day and
headline. The file name says the id, so that an id is found without looking into files.
"""

import re
from urllib.parse import unquote

from archive.event import slug
from archive.importing.cleaning import one_line
from archive.report import Report
from archive.vietnamese import nfc

SUFFIX = ".txt"
UNDATED = "undated"
_DATED = re.compile(r"(\d{4})-\d{2}-\d{2}-")
# What a file system or a shell of some computer takes for something else than a letter of a name.
_UNSAFE = re.compile(r'^\.|[\x00-\x1f\x7f%/\\:*?"<>|]|\.$')
LONGEST_NAME = 255  # bytes; where file systems end


def file_name(report_id: str) -> str:
    """The name of the report's file."""
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", report_id) + SUFFIX


def id_of(name: str) -> str | None:
    """The id that a file name stands for; None where it is no report's."""
    if name.startswith(".") or not name.endswith(SUFFIX):
        return None
    return nfc(unquote(name.removesuffix(SUFFIX)))


def folder_name(report_id: str, year: int | None) -> str:
    """The folder of a report: the year that its id begins with, else `year`, else undated."""
    dated = _DATED.match(report_id)
    return dated[1] if dated else str(year) if year else UNDATED


def given_id(raw: str | None) -> str | None:
    """The id that a file gives, as far as it can be kept as it is."""
    kept = one_line(raw)
    return kept if kept and len(file_name(kept).encode()) <= LONGEST_NAME else None


def stem(report: Report) -> str:
    """What the id of a report without a given one begins with: its day and what it is about."""
    day = report.event_date or report.published
    named = (line for line in (report.title, report.body, *report.text.splitlines()) if line)
    words = next(filter(None, map(slug, named)), "report")
    return f"{day.isoformat() if day else UNDATED}-{words}"
