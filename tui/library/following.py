"""A body's tasks followed through its reports: which body is meant, its threads, what came of them.

Both faces ask here; the archive is reached through the library alone.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from archive import worded
from archive.errors import InputError, UnknownReport
from archive.period import Period
from archive.report import Report
from tui.library import Library
from tui.library.naming import body_meant, has_words, many_bodies

if TYPE_CHECKING:
    from archive.comparing.follow_through import FollowThrough
    from archive.comparing.lineage import Lineage


def body_named(library: Library, name: str) -> str:
    """The archive's body that `name` means: see `body_meant`; or whole words of the name that fit
    one body alone, of those that statistics list.

    Raises UnknownReport where none does, AmbiguousReport where several do, SettingsError where the
    archive's own file of bodies says what cannot be.
    """
    from archive.bodies import read_bodies

    known = [value.value for value in library.search("", limit=0).facets["body"]]
    meant = body_meant(name, known, read_bodies(library.archive))
    return meant or _with_words(library, name)


def _with_words(library: Library, name: str) -> str:
    """The one body of `library` in whose name, of any time, the words of `name` stand."""
    fitting = {
        series.body: one
        for series in library.stats().series
        for one in series.names
        if has_words(one, name)
    }
    if not fitting:
        raise UnknownReport("no-body", name=name)
    if len(fitting) > 1:
        raise many_bodies(name, fitting)
    return next(iter(fitting.values()))


def lineage_of(
    library: Library, body: str, first: Period | None = None, last: Period | None = None
) -> "Lineage":
    """The threads of `body` (see `body_named`) from `first` to `last`."""
    from archive.bodies import read_bodies
    from archive.comparing.lineage import narrowed
    from archive.comparing.threading import lineage
    from archive.comparing.turns import turns_of
    from tui.library.judging import decided_in

    reports = reports_of(library, body)
    found = lineage(body, reports, decided=decided_in(library.store), rarity=library.rarity)
    turns = turns_of(found.reports, read_bodies(library.archive))
    return narrowed(replace(found, turns=turns), first, last)


def outcomes_of(library: Library, found: "Lineage") -> "tuple[FollowThrough, ...]":
    """For each period of `found`, what the report on it tells of the tasks set for it; periods
    that no report looks back on are left out.
    """
    from archive.comparing.follow_through import account_of, follow_through

    reports = reports_of(library, found.body)
    accounts = ((plan, account_of(plan, reports)) for plan in found.reports)
    return tuple(follow_through(plan, account) for plan, account in accounts if account)


def followed_through(library: Library, name: str, *, or_before: bool = False) -> "FollowThrough":
    """What the report on their period tells of the tasks that the report `name` sets; where there
    is no such report, and `or_before`, what this one tells of the tasks of an earlier one.

    Raises UnknownReport where nothing can be told.
    """
    from archive.comparing.follow_through import account_of, follow_through

    report = library.report(library.resolve(name))
    series = reports_of(library, report.body) if report.body else []
    earlier = [one for one in reversed(series) if one.id != report.id] if or_before else []
    plans = [report, *earlier]
    for plan in plans:
        account = account_of(plan, series) if plan.tasks else None
        if account and (plan is report or account.id == report.id):
            return follow_through(plan, account)
    period = report.period_planned or report.period_reviewed or "?"
    raise UnknownReport("no-account", name=name, period=str(period))


def reports_of(library: Library, body: str) -> list[Report]:
    """The reports of `body` in the order of their periods, one an event."""
    return [library.report(hit.id) for hit in library.series(body)]


def period_named(option: str, notation: str | None) -> Period | None:
    """The period `notation`; raises InputError, which names `option`, where it is none."""
    if notation is None:
        return None
    try:
        return worded.period(notation)
    except ValueError:
        raise InputError("no-period", name=option, period=notation) from None
