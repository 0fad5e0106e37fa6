"""Citations in context: the sentences in which reports cite a document."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.report import Report, Span
from search.designation import cited_as, means


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a report cites a document: the sentence, and the mention inside it."""

    report: str
    body: str | None
    day: str | None
    sentence: str
    mention: Span
    start: int


def citations_in(report: Report, key: str) -> Iterator[Citation]:
    """The places in `report` that cite, or could cite, the documents that the name `key` means."""
    day, wanted = report.event_date or report.published, cited_as(key)
    for directive in report.directives:
        if not any(means(wanted, one) for one in (directive.key, *directive.candidates)):
            continue
        for mention in directive.mentions:
            start, end = sentence_around(report.text, mention)
            yield Citation(
                report=report.id or "",
                body=report.body,
                day=day.isoformat() if day else None,
                sentence=report.text[start:end],
                mention=Span(mention.start - start, mention.end - start),
                start=start,
            )


def sentence_around(text: str, span: Span, reach: int = 240) -> Span:
    """The sentence or clause around `span`, at most `reach` code points to either side."""
    left, right = max(0, span.start - reach), min(len(text), span.end + reach)
    before = max(text.rfind(stop, left, span.start) for stop in ("\n", ". ", "; "))
    start = before + 1 if before >= 0 else left
    ends = [text.find(stop, span.end, right) for stop in ("\n", ". ", "; ")]
    end = min((place for place in ends if place >= 0), default=right)
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, end)
