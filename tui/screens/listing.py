"""The list of hits as a file: what it is called, and its bytes in each format."""

from dataclasses import replace

from tui.catalogue import Catalogue
from tui.library import Library
from tui.screens.asking import Question, find_reports, find_tasks
from tui.screens.export import FORMATS, Offer, proposed

MOST = 2000
"""Hits that are written; the file says how many there are in all."""


def listing_offer(library: Library, question: Question, words: Catalogue) -> Offer:
    """The hits of `question`, the best MOST of them, each report by itself."""
    source = question.source
    asked = source.name if source else question.query
    values = [value for values in question.selection.chosen.values() for value in values]
    told = " · ".join(part for part in (asked, *values) if part) or words("screen.search.all")
    form_of = _tasks if question.tasks else _reports
    name = proposed(words("place.search"), asked, *values)
    formats = (*FORMATS, "json")
    return Offer(name, lambda form: form_of(library, question, told, words, form), formats)


def _reports(library: Library, question: Question, told: str, words: Catalogue, form: str) -> bytes:
    from archive.exporting import write
    from tui.cli.hits import hits_document
    from tui.cli.output import json_line
    from tui.cli.records import answer_record

    answer = replace(find_reports(library, question, MOST, fold=False), query=told)
    if form == "json":
        return json_line(answer_record(answer, words)).encode()
    return write(hits_document(library, answer, words, form == "csv"), form)


def _tasks(library: Library, question: Question, told: str, words: Catalogue, form: str) -> bytes:
    from archive.exporting import write
    from tui.cli.hits import task_hits_document
    from tui.cli.output import json_line
    from tui.cli.records import task_answer_record

    answer = replace(find_tasks(library, question, MOST), query=told)
    if form == "json":
        return json_line(task_answer_record(answer, words)).encode()
    return write(task_hits_document(library, answer, words, form == "csv"), form)
