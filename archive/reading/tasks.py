"""The tasks set for the planned period."""

from archive.reading.page import Page
from archive.reading.times import Times
from archive.report import Directive, Section, Task


def find_tasks(
    page: Page,
    sections: tuple[Section, ...],
    times: Times,
    directives: tuple[Directive, ...],
) -> tuple[Task, ...]:
    """The tasks in `page`, in text order; none where the article sets none."""
    return ()
