"""`xdd-tui directives` and `stats`: what is cited, and what the archive holds."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from archive.titles import title_of
from search.citing import Citation
from search.series import period_of
from tui.catalogue import Catalogue
from tui.cli.commands import Command, as_json
from tui.cli.errors import NOTHING_FOUND
from tui.cli.face import Face
from tui.cli.output import print_json, print_lines
from tui.library import Stats


@click.command("directives", cls=Command)
@click.argument("key", required=False)
@as_json
@click.pass_obj
def directives_command(face: Face, key: str | None, as_json: bool) -> int:
    """Print the documents cited, or one document's citations."""
    if key is not None:
        return _citations(face, key, as_json)
    uses = face.searchable.directives()
    for use in uses:
        title = title_of(use.key)
        if as_json:
            by_year = dict(use.by_year)
            told = {"key": use.key, "reports": use.reports, "by_year": by_year}
            print_json({**told, "title": title.name or None})
        else:
            years = ", ".join(f"{year}: {count}" for year, count in use.by_year)
            known = f" · {title.name}" if title.name else ""
            print_lines([f"{use.reports:6}  {use.key}  ({years}){known}"])
    return 0 if uses else NOTHING_FOUND


def _citations(face: Face, key: str, as_json: bool) -> int:
    found = 0
    for citation in face.searchable.citations(key):
        found += 1
        if as_json:
            print_json(asdict(citation))
        else:
            print_lines([_citation_line(citation)])
    if not found:
        face.tell(face.catalogue("cli.not-cited", key=key))
    return 0 if found else NOTHING_FOUND


def _citation_line(citation: Citation) -> str:
    start, end = citation.mention
    sentence = citation.sentence
    marked = f"{sentence[:start]}«{sentence[start:end]}»{sentence[end:]}"
    return f"{citation.report}: {' '.join(marked.split())}"


@click.command("stats", cls=Command)
@as_json
@click.pass_obj
def stats_command(face: Face, as_json: bool) -> int:
    """Print what the archive holds."""
    stats = face.searchable.stats()
    if as_json:
        print_json(
            {
                "reports": stats.reports,
                "events": stats.events,
                "by_year": [asdict(value) for value in stats.by_year],
                "without_year": stats.without_year,
                "bodies": [
                    {
                        "body": series.body,
                        "reports": [
                            {
                                "id": hit.id,
                                "period_reviewed": hit.period_reviewed,
                                "period_planned": hit.period_planned,
                            }
                            for hit in series.reports
                        ],
                        "gaps": list(series.gaps),
                    }
                    for series in stats.series
                ],
            }
        )
    else:
        print_lines(_stats_lines(stats, face.catalogue))
    return 0 if stats.reports else NOTHING_FOUND


def _stats_lines(stats: Stats, words: Catalogue) -> Iterator[str]:
    yield words("cli.stats-line", reports=stats.reports, events=stats.events)
    if stats.events:
        yield words("cli.events-by-year")
    for value in stats.by_year:
        yield f"  {value.value}: {value.count}"
    if stats.without_year:
        yield f"  {words('cli.without-year')}: {stats.without_year}"
    for series in stats.series:
        periods = ", ".join(str(period_of(hit)) for hit in series.reports)
        missing = words("cli.gaps", periods=", ".join(series.gaps)) if series.gaps else ""
        yield f"{series.body}: {periods}{missing}"
