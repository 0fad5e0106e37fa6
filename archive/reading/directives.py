"""The documents a report cites: which citations are one document, and which document it is."""

from datetime import date

from archive.reading.body import Body
from archive.reading.page import Page
from archive.report import Directive


def find_directives(page: Page, *, day: date | None, body: Body | None) -> tuple[Directive, ...]:
    """Every distinct document cited in `page`, first mention first.

    `day` is the event's (else the page's) date, by which a citation without a date is resolved;
    `body` tells which province a symbol such as `NQ/TU` belongs to.
    """
    return ()
