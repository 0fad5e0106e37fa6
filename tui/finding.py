"""Further ways of finding than by words: more like this, and quote to source."""

from search.answer import Answer, Selection, Sort
from tui.library import EVERYTHING, Library


def like(
    library: Library,
    report_id: str,
    selection: Selection = EVERYTHING,
    *,
    sort: Sort = "relevance",
    limit: int = 20,
    offset: int = 0,
    task: int | None = None,
    fold: bool = True,
) -> Answer:
    """The reports most like a report, or like its task of this ordinal; `score` is the likeness.

    Raises UnknownReport for an id that is not there, or a report without such a task.
    """
    return library.ask(
        lambda index: index.like(report_id, selection, sort, limit, offset, task=task, fold=fold)
    )


def quote(
    library: Library,
    text: str,
    selection: Selection = EVERYTHING,
    *,
    sort: Sort = "relevance",
    limit: int = 20,
    offset: int = 0,
    fold: bool = False,
) -> Answer:
    """The reports that hold a passage, or nearly; `score` is the share of its words found."""
    return library.ask(lambda index: index.quote(text, selection, sort, limit, offset, fold=fold))
