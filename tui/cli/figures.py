"""`xdd-tui figures`: a body's figures over time."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from tui.catalogue import Catalogue
from tui.cli.commands import Command
from tui.cli.errors import NOTHING_FOUND
from tui.cli.exporting import Target, as_file, deliver
from tui.cli.face import Face

if TYPE_CHECKING:
    from archive.comparing.indicators import Indicator, Point
    from archive.exporting.document import Document

PLOT = (72, 12)
"""Cells across and down that a plot takes on the command line."""


@click.command("figures", cls=Command)
@click.argument("body")
@click.option("--name", metavar="WORDS", default="")
@click.option("--plot", is_flag=True)
@as_file
@click.pass_obj
def figures_command(
    face: Face,
    body: str,
    *,
    name: str,
    plot: bool,
    target: Target,
) -> int:
    """Print a body's figures over time."""
    from archive.vietnamese import bare, nfc
    from tui.figures import indicators_of, number_told, title_of
    from tui.library.following import body_named

    library, words = face.searchable, face.catalogue
    body = body_named(library, body)
    wanted = bare(nfc(name)).split()
    found = [
        one
        for one in indicators_of(library, body)
        if all(word in bare(nfc(one.name)) for word in wanted)
    ]

    def document() -> "Document":
        from archive.exporting.figures import figures_document

        titled = [(title_of(one, words), one) for one in found]
        return figures_document(body, titled, words, lambda value: number_told(value, words))

    if found or target.form == "json":
        ascii_only = face.settings.ascii
        deliver(
            target,
            lambda: {"body": body, "indicators": list(map(indicator_record, found))},
            lambda: figures_lines(body, found, words, plotted=plot, ascii_only=ascii_only),
            document,
        )
    else:
        face.tell(words("figures.nothing", body=body))
    return 0 if found else NOTHING_FOUND


def indicator_record(one: "Indicator") -> dict[str, Any]:
    """An indicator as JSON has it; `difference` and `share` are against the point before."""
    return {
        "name": one.name,
        "percent": one.percent,
        "months": one.months,
        "results": list(_points(one.results, percent=one.percent)),
        "targets": list(_points(one.targets, percent=one.percent)),
    }


def _points(points: "Sequence[Point]", *, percent: bool) -> Iterator[dict[str, Any]]:
    from archive.comparing.indicators import step

    for place, point in enumerate(points):
        moved = step(points[place - 1], point, percent=percent) if place else None
        yield {
            "period": str(point.period),
            "value": point.figure.value,
            "of": point.figure.of,
            "as_written": point.figure.as_written,
            "difference": moved.difference if moved else None,
            "share": round(moved.share, 6) if moved and moved.share is not None else None,
            "report": point.report.id,
            "start": point.figure.start,
            "end": point.figure.end,
            "passage": " ".join(point.report.text[slice(*point.passage)].split()),
        }


def figures_lines(
    body: str, found: "Sequence[Indicator]", words: Catalogue, *, plotted: bool, ascii_only: bool
) -> Iterator[str]:
    """Each indicator: its periods, what was reached, how far that is from the one before, the
    target.
    """
    from archive.comparing.indicators import step
    from tui.figures import plot_of, step_told, title_of, value_told

    yield words("figures.title", body=body)
    for one in found:
        yield ""
        yield title_of(one, words)
        before: Point | None = None
        for period in one.periods:
            result, target = one.at(period, "result"), one.at(period, "target")
            value = value_told(result.figure, words, percent=one.percent) if result else ""
            moved = ""
            if before and result:
                told = step(before, result, percent=one.percent)
                moved = step_told(told, words, percent=one.percent)
            aimed = value_told(target.figure, words, percent=one.percent) if target else ""
            aim = f"{words('figures.target')} {aimed}" if target else ""
            yield f"  {period!s:<9}{value:>9}  {moved:<18}{aim}".rstrip()
            before = result or before
        if plotted:
            yield from plot_of(one, PLOT, words, ascii_only=ascii_only)
