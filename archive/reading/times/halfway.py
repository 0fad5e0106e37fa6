"""A term half over: "sơ kết giữa nhiệm kỳ Đảng bộ …", "sơ kết nửa nhiệm kỳ Đại hội XII"."""

import re
from collections.abc import Iterable

from archive.reading.page import Page
from archive.reading.times.conference import Naming
from archive.reading.times.periods import Mention, find_periods

_HALF = re.compile(r"(?: [^\W\d_]+){0,3}? (?:một )?(?:giữa|nửa(?: đầu)?) nhiệm kỳ(?!\w)")


def is_halfway(page: Page, namings: Iterable[Naming]) -> bool:
    """Do all that name the conference with anything name it by a term half over?"""
    told = [naming for naming in namings if not naming.planned and not naming.document]
    halves = [_HALF.match(page.folded, one.start + len(one.head)) for one in told]
    return any(halves) and all(
        half or naming.reviewed is None or naming.reviewed.term
        for half, naming in zip(halves, told, strict=True)
    )


def term_told(page: Page) -> Mention | None:
    """The first term, no stage of several years, that the article names in full."""
    for line in page.lines:
        if line.role not in ("title", "text"):
            continue
        for mention in find_periods(page.folded, line.start, line.end):
            if mention.term and mention.named:
                return mention
    return None
