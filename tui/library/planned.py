"""BODY@PERIOD: the report of a body that plans a period."""

from typing import TYPE_CHECKING

from archive import worded
from archive.errors import UnknownReport
from search.answer import Selection
from tui.library.naming import body_meant, has_words, many_bodies

if TYPE_CHECKING:
    from archive.bodies import Bodies
    from tui.library import Library

_ALL = 1_000_000


def planned_by(library: "Library", bodies: "Bodies", name: str) -> str:
    """The id of the fullest report that `name`, BODY@PERIOD, means.

    The body may be named as in `body_meant`, or by whole words of its name that fit one alone, of
    the bodies with such reports. Raises UnknownReport or AmbiguousReport.
    """
    body, _, notation = name.rpartition("@")
    try:
        period = str(worded.period(notation))
    except ValueError:
        raise UnknownReport("no-period", name=name, period=notation) from None
    planning = [
        hit
        for hit in library.search("", Selection({"period": (period,)}), limit=_ALL).hits
        if hit.period_planned == period and hit.body
    ]
    known = {hit.body or "" for hit in planning}
    meant = body_meant(body, known, bodies)
    fitting = [meant] if meant else [one for one in known if has_words(one, body)]
    lines = {bodies.line(one) for one in fitting}
    if not lines:
        raise UnknownReport("no-body-period", name=name, body=body, period=period)
    if len(lines) > 1:
        raise many_bodies(name, fitting)
    reports = [hit for hit in planning if bodies.line(hit.body or "") in lines]
    return max(reports, key=lambda hit: (hit.tasks, hit.directives, not hit.reprint, hit.id)).id
