"""BODY@PERIOD: the report of a body that plans a period."""

from typing import TYPE_CHECKING

from archive.errors import AmbiguousReport, UnknownReport
from archive.period import Period
from archive.vietnamese import level, nfc
from search.answer import Selection

if TYPE_CHECKING:
    from archive.bodies import Bodies
    from tui.library import Library

_ALL = 1_000_000


def planned_by(library: "Library", bodies: "Bodies", name: str) -> str:
    """The id of the fullest report that `name`, BODY@PERIOD, means.

    The body's name may be a part of it that fits one body alone, or one of its other names. Raises
    UnknownReport or AmbiguousReport.
    """
    body, _, notation = name.rpartition("@")
    try:
        period = str(Period.parse(notation))
    except ValueError:
        raise UnknownReport("no-period", name=name, period=notation) from None
    wanted = level(nfc(body.strip()))
    named = [
        hit
        for hit in library.search("", Selection({"period": (period,)}), limit=_ALL).hits
        if hit.period_planned == period
        and hit.body
        and (wanted in level(hit.body) or bodies.same(hit.body, body))
    ]
    exact = [hit for hit in named if bodies.same(hit.body or "", body)] or named
    if not exact:
        raise UnknownReport("no-body-period", name=name, body=body, period=period)
    if len({bodies.line(hit.body or "") for hit in exact}) > 1:
        found = "; ".join(sorted({hit.body or "" for hit in exact}))
        raise AmbiguousReport("many-bodies", name=name, found=found)
    return max(exact, key=lambda hit: (hit.tasks, hit.directives, not hit.reprint, hit.id)).id
