"""What a search found, written as text, JSON, a spreadsheet or a page that people pass on."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from search.answer import Answer, TaskAnswer
from tui.catalogue import Catalogue
from tui.cli.exporting import FORMATS, deliver, put
from tui.cli.output import json_line
from tui.library import Library

if TYPE_CHECKING:
    from archive.exporting.document import Document

FORMS = (*FORMATS, "json")


class Target(NamedTuple):
    """The format wanted, one of FORMS, and the file, None for standard output."""

    form: str
    output: str | None


def deliver_found(
    target: Target,
    record: Mapping[str, Any],
    lines: Iterable[str],
    document: "Callable[[bool], Document]",
) -> None:
    """Write what was found as the `record`, the `lines`, or the `document`, flat for a spreadsheet.

    Raises InputError as `deliver` does.
    """
    if target.form == "json":
        put(json_line(record).encode(), target.output)
    else:
        flat = target.form == "csv"
        deliver(target.form, target.output, lambda: lines, lambda: document(flat))


def hits_document(library: Library, answer: Answer, words: Catalogue, flat: bool) -> "Document":
    """The reports of an answer as a document; `flat` for a spreadsheet."""
    from archive.exporting.hits import FoundReport, Listing, reports_document

    found = [
        FoundReport(
            library.report(hit.id),
            hit.score,
            tuple((snippet.text, snippet.highlights) for snippet in hit.snippets),
        )
        for hit in answer.hits
    ]
    return reports_document(Listing(answer.query, answer.total), found, words, flat=flat)


def task_hits_document(
    library: Library, answer: TaskAnswer, words: Catalogue, flat: bool
) -> "Document":
    """The tasks of an answer as a document; `flat` for a spreadsheet."""
    from archive.exporting.hits import FoundTask, Listing, tasks_document

    found = [
        FoundTask(library.report(hit.id), hit.ordinal, (hit.text, hit.highlights))
        for hit in answer.hits
    ]
    return tasks_document(Listing(answer.query, answer.total), found, words, flat=flat)
