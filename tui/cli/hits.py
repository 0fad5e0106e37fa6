"""What a search found, written as text, JSON, a spreadsheet or a page that people pass on."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from search.answer import Answer, TaskAnswer
from tui.catalogue import Catalogue
from tui.cli.exporting import Target, deliver
from tui.library import Library

if TYPE_CHECKING:
    from archive.exporting.document import Document


def deliver_found(
    target: Target,
    record: Mapping[str, Any],
    lines: Iterable[str],
    document: "Callable[[bool], Document]",
    tell: Callable[[str], None],
) -> None:
    """Write what was found as the `record`, the `lines`, or the `document`, flat for a spreadsheet;
    `tell` the notes, which stand in the record alone.

    Raises InputError as `deliver` does.
    """
    if target.form != "json":
        for note in record["notes"]:
            tell(note)
    deliver(target, lambda: record, lambda: lines, lambda: document(target.form == "csv"))


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
