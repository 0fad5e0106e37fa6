"""A national conference of a whole sector, or of a commission with all that belongs to it, which
has no other name: "hội nghị toàn quốc ngành Tổ chức xây dựng Đảng".
"""

import re
from functools import cache

from archive.reading.wordlist import any_of
from archive.registry import load

_NOT_THIS = re.compile(
    r"(?:chuẩn bị|sẽ|trước|nghị quyết|kết luận|theo|sau)(?: [^\W\d_]+){0,3} $|trước đ(?:ó|ây)"
)


@cache
def _pattern() -> re.Pattern[str]:
    rows = load("bodies")["commission"]
    sectors = any_of(word for row in rows for word in row["sector"])
    commissions = any_of(word for row in rows for word in row["found"])
    return re.compile(
        r"(?P<whole>hội nghị toàn quốc|hội nghị(?: cán bộ)?)(?: trực tuyến)?(?: toàn quốc)?"
        rf" (?:của )?(?:toàn )?(?:{sectors}(?!,? (?:của |tỉnh|thành phố|tp|huyện|quận))"
        rf"|{commissions} trung ương)(?!\w)"
    )


def sector_met(folded: str, start: int, end: int) -> re.Match[str] | None:
    """What names such a conference between `start` and `end`, the group `whole` its word; `folded`
    as `older_tones` gives it.
    """
    if folded.find("hội nghị ", start, end) < 0:
        return None
    found = _pattern().search(folded, start, end)
    if found is None or _NOT_THIS.search(folded[max(start, found.start() - 60) : found.start()]):
        return None
    return found
