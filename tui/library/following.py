"""A body's tasks followed through its reports: which body is meant, its threads, what came of them.

Both faces ask here; the archive is reached through the library alone.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from archive.errors import AmbiguousReport, InputError, UnknownReport
from archive.period import Period
from archive.report import Report
from archive.vietnamese import bare, has_marks, level, nfc
from tui.library import Library

if TYPE_CHECKING:
    from archive.comparing.follow_through import FollowThrough
    from archive.comparing.lineage import Lineage

_WORD = re.compile(r"\w+")


def body_named(library: Library, name: str) -> str:
    """The archive's body that `name` means: its name in any spelling, with marks or without, an
    abbreviation, a former or later name, or whole words of the name that fit one body alone, of
    those that statistics list.

    Raises UnknownReport where none does, AmbiguousReport where several do, SettingsError where the
    archive's own file of bodies says what cannot be.
    """
    from archive.bodies import read_bodies

    wanted = " ".join(nfc(name).split())
    known = [value.value for value in library.search("", limit=0).facets["body"]]
    fold: Callable[[str], str] = level if has_marks(wanted) else bare
    bodies = read_bodies(library.archive)
    for fits in (
        lambda body: fold(body) == fold(wanted),
        lambda body: level(body) == level(bodies.canonical(wanted)),
        lambda body: bool(wanted) and bodies.same(body, wanted),
        lambda body: bare(body) == bare(wanted),
    ):
        found = sorted(filter(fits, known))
        if len({bodies.line(body) for body in found}) == 1:
            return found[0]
        if found:
            raise AmbiguousReport("many-bodies", name=name, found="; ".join(found))
    return _with_words(library, name, _words(fold(wanted)), fold)


def _with_words(library: Library, name: str, words: str, fold: Callable[[str], str]) -> str:
    """The one body of `library` in whose name, of any time, `words` stand."""
    fitting = {
        series.body: one
        for series in library.stats().series
        for one in series.names
        if words.strip() and words in _words(fold(one))
    }
    if not fitting:
        raise UnknownReport("no-body", name=name)
    if len(fitting) > 1:
        raise AmbiguousReport("many-bodies", name=name, found="; ".join(sorted(fitting)))
    return next(iter(fitting.values()))


def _words(text: str) -> str:
    """The words of `text`, each between spaces."""
    return f" {' '.join(_WORD.findall(text))} "


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
        return Period.parse(notation)
    except ValueError:
        raise InputError("no-period", name=option, period=notation) from None
