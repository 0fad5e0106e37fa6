"""`xdd-tui search`: one query for a person or a script, or a file of queries."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import get_args

import click

from archive import worded
from archive.corrections import KINDS
from archive.errors import UnreadableSource
from archive.importing.cleaning import clean
from archive.report import on_one_line
from search.answer import FACETS, Answer, Explanation, Facet, Page, Selection, Sort, TaskAnswer
from tui.catalogue import Catalogue
from tui.cli.commands import Command
from tui.cli.errors import NOTHING_FOUND, USAGE
from tui.cli.exporting import Target, as_file
from tui.cli.face import Face
from tui.cli.hits import deliver_found, hits_document, task_hits_document
from tui.cli.output import print_json
from tui.cli.records import answer_record, passage_record, task_answer_record
from tui.library import finding
from tui.saved import Saved, saved_as
from tui.saved import save as keep


@click.command("search", cls=Command)
@click.argument("query", nargs=-1)
@click.option("--year", multiple=True)
@click.option("--body", multiple=True)
@click.option("--directive", multiple=True)
@click.option("--kind", multiple=True)
@click.option("--period", multiple=True)
@click.option("--sort", type=click.Choice(get_args(Sort)))
@click.option("--limit", type=click.IntRange(min=0))
@click.option("--tasks", is_flag=True)
@click.option("--explain", is_flag=True)
@click.option("--passages", type=click.IntRange(min=1))
@click.option("--like", metavar="ID")
@click.option("--task", type=click.IntRange(min=1))
@click.option("--quote", metavar="TEXT|-")
@click.option("--saved", metavar="NAME")
@click.option("--save", metavar="NAME")
@click.option("--queries", metavar="FILE.jsonl")
@as_file
@click.pass_obj
def search_command(
    face: Face,
    /,
    query: tuple[str, ...],
    sort: Sort | None,
    limit: int | None,
    tasks: bool,
    explain: bool,
    passages: int | None,
    like: str | None,
    task: int | None,
    quote: str | None,
    saved: str | None,
    save: str | None,
    queries: str | None,
    target: Target,
    **facets: tuple[str, ...],
) -> int:
    """Find reports."""
    limit = face.settings.limit if limit is None else limit
    if queries is not None:
        others = (sort, tasks, explain, passages, like, task, quote, saved, save, target.output)
        if any((*query, *others, *facets.values())) or target.form not in ("text", "json"):
            raise click.UsageError(face.catalogue("usage.queries-alone"))
        return _many(face, Path(queries), limit)
    kept = saved_as(saved) if saved is not None else Saved("")
    asked = {
        facet: tuple(_meant(facet, value, face.catalogue) for value in facets[facet])
        for facet in FACETS
    }
    chosen: dict[Facet, tuple[str, ...]] = {
        facet: (*kept.chosen.get(facet, ()), *asked[facet]) for facet in FACETS
    }
    selection = Selection({facet: values for facet, values in chosen.items() if values}, typed=True)
    typed = " ".join((*filter(None, [kept.query]), *query))
    page = Page(selection, sort or kept.sort, limit)
    if like is not None or quote is not None or task is not None:
        if (like is None) == (quote is None) or typed or tasks or explain or passages:
            raise click.UsageError(face.catalogue("usage.one-way"))
        return _resembling(face, like, task, quote, page, target)
    tasks = tasks or kept.tasks
    if tasks and passages:
        raise click.UsageError(face.catalogue("usage.one-way"))
    if not typed and not selection:
        raise click.UsageError(face.catalogue("usage.no-query"))
    if save is not None:
        now = Saved(save, typed, selection.chosen, page.sort, tasks)
        was = keep(now)
        if was and was != now:
            told = was.told
            face.tell(face.catalogue("cli.saved-over", name=save, was=told))
    if tasks:
        return _tasks(face, typed, page, target, explain)
    return _reports(face, typed, page, target, explain, passages)


_SUCH = {"year": "2022", "period": "2022, 2022-H1, quý III/2022", "kind": ", ".join(KINDS)}


def _meant(facet: Facet, value: str, words: Catalogue) -> str:
    """The value of `facet` that is meant; raises UsageError where no report can have it."""
    try:
        if facet == "period":
            return str(worded.period(value))
        if facet == "kind":
            return worded.choice(value, worded.KINDS)
    except ValueError:
        pass
    else:
        if facet != "year" or (len(value) == 4 and value.isascii() and value.isdigit()):
            return value
    facts = {"what": words(f"usage.what.{facet}"), "such": _SUCH[facet]}
    said = words("usage.no-such-value", option=f"--{facet}", given=value, **facts)
    raise click.UsageError(said)


def _reports(
    face: Face, typed: str, page: Page, target: Target, explain: bool, passages: int | None
) -> int:
    """Find reports by words, with so many passages of each."""
    library = face.searchable
    answer = library.search(typed, page.selection, sort=page.sort, limit=page.limit)
    why = [finding.explain(library, typed, hit.id, page) for hit in answer.hits if explain]
    record = answer_record(answer, face.catalogue)
    for hit, explanation in zip(record["hits"], why, strict=False):
        hit["explanation"] = asdict(explanation)
    if passages:
        found = (
            finding.passages(library, typed, library.report(hit.id), passages)
            for hit in answer.hits
        )
        hits = [replace(hit, snippets=best) for hit, best in zip(answer.hits, found, strict=True)]
        answer = replace(answer, hits=tuple(hits))
        for record_of, hit in zip(record["hits"], hits, strict=True):
            record_of["passages"] = [passage_record(passage) for passage in hit.snippets]
    lines = answer_lines(answer, face.catalogue, why)
    document = partial(hits_document, library, answer, face.catalogue)
    deliver_found(target, record, lines, document, face.tell)
    return 0 if answer.total else NOTHING_FOUND


def _tasks(face: Face, typed: str, page: Page, target: Target, explain: bool) -> int:
    """Find tasks by words."""
    library = face.searchable
    found = library.search_tasks(typed, page.selection, sort=page.sort, limit=page.limit)
    why = [
        finding.explain(library, typed, hit.id, page, task=hit.ordinal)
        for hit in found.hits
        if explain
    ]
    record = task_answer_record(found, face.catalogue)
    for hit, explanation in zip(record["hits"], why, strict=False):
        hit["explanation"] = asdict(explanation)
    lines = task_lines(found, face.catalogue, why)
    document = partial(task_hits_document, library, found, face.catalogue)
    deliver_found(target, record, lines, document, face.tell)
    return 0 if found.total else NOTHING_FOUND


def _resembling(
    face: Face, like: str | None, task: int | None, quote: str | None, page: Page, target: Target
) -> int:
    """Find the reports like one, or those that hold a passage."""
    library = face.searchable
    answer: Answer
    if like is not None:
        name = library.resolve(like)
        answer = finding.like(library, name, page._replace(folded=True), task=task)
    else:
        text = sys.stdin.buffer.read().decode("utf-8", "replace") if quote == "-" else quote or ""
        answer = finding.quote(library, clean(text), page)
    record, lines = answer_record(answer, face.catalogue), answer_lines(answer, face.catalogue)
    document = partial(hits_document, library, answer, face.catalogue)
    deliver_found(target, record, lines, document, face.tell)
    return 0 if answer.total else NOTHING_FOUND


def task_lines(
    answer: TaskAnswer, words: Catalogue, why: Sequence[Explanation] = ()
) -> Iterator[str]:
    """Tasks for a person: whose and for when, the text, and with `why` what gives it its score."""
    yield words("cli.found-tasks", total=answer.total, shown=len(answer.hits))
    for hit, explanation in zip_longest(answer.hits, why):
        yield ""
        yield f"{hit.id}  {hit.body or words('cli.no-body')}  → {hit.period_planned or '·'}"
        yield f"  {hit.ordinal}. {_marked(*on_one_line(hit.text, hit.highlights))}"
        if explanation:
            yield from why_lines(explanation, words)


def why_lines(why: Explanation, words: Catalogue) -> Iterator[str]:
    """What each piece of the query gives a hit."""
    for reason in why.reasons:
        where = ", ".join(words(f"why.{part}") for part in reason.parts)
        told = [words(f"why.{reason.kind}"), ", ".join(reason.forms), where]
        yield f"  {reason.weight:8.2f}  {reason.typed}  ({' · '.join(filter(None, told))})"
    if why.missing:
        yield f"  {words('why.missing', words=', '.join(why.missing))}"


def answer_lines(
    answer: Answer, words: Catalogue, why: Sequence[Explanation] = ()
) -> Iterator[str]:
    """An answer for a person; with `why` each hit says what gives it its score."""
    yield words("cli.found", total=answer.total, shown=len(answer.hits))
    for hit, explanation in zip_longest(answer.hits, why):
        day = hit.event_date or hit.published or words("cli.no-date")
        periods = f"{hit.period_reviewed or '·'} → {hit.period_planned or '·'}"
        yield ""
        yield f"{hit.id}"
        yield f"  {day}  {hit.body or words('cli.no-body')}  {periods}"
        if hit.title:
            yield f"  {hit.title}"
        for snippet in hit.snippets:
            yield f"  … {_marked(snippet.text, snippet.highlights)}"
        if explanation:
            yield from why_lines(explanation, words)


def _marked(text: str, highlights: tuple[tuple[int, int], ...]) -> str:
    """`text` on one line, its matches between « and »."""
    for start, end in reversed(highlights):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return " ".join(text.split())


def _many(face: Face, file: Path, limit: int) -> int:
    """Answer every query of `file`, one JSON object a line, in the order given; a line that asks
    nothing has word of it in its place.
    """
    status = 0
    for asked in _queries(file):
        if isinstance(asked, UnreadableSource):
            status = USAGE
            print_json({"source": asked.facts["path"], "error": face.catalogue.error(asked)})
            continue
        for query_id, ranked in face.searchable.many([asked], limit):
            hits = [{"id": report_id, "score": score} for report_id, score in ranked]
            print_json({"query_id": query_id, "hits": hits})
    return status


def _queries(file: Path) -> Iterator[tuple[str | int, str] | UnreadableSource]:
    """(id, text) of each line, or why it asks nothing; raises UnreadableSource for no such file."""
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except FileNotFoundError:
        raise UnreadableSource("no-file", path=str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise UnreadableSource("not-text", path=str(file)) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _query(line) or UnreadableSource("bad-query", path=f"{file}:{number}")


def _query(line: str) -> tuple[str | int, str] | None:
    """(id, text) as a line says; None where it does not say both."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None
    match asked:
        case {"id": str() | int() as query_id, "text": str(text)} if clean(text).strip():
            return query_id, clean(text)
    return None
