"""What was reported as done in the reviewed period: the article's own list where it has one, else
the sentences of its results that say what was done.
"""

from archive.reading.page import Page
from archive.reading.page.sentences import sentences
from archive.reading.tasks.layout import Layout, lay_out
from archive.reading.tasks.listed import read_lists, role_of
from archive.reading.tasks.openers import tells_past
from archive.report import Result, Section, Span


def find_results(page: Page, sections: tuple[Section, ...]) -> tuple[Result, ...]:
    """The results in `page`, in text order."""
    text, layout = page.text, lay_out(page)
    listed = [
        Span(item.start, item.end)
        for found in read_lists(page)
        if role_of(found, text) == "results"
        for item in found.items
    ]
    told = (section for section in sections if section.role == "results")
    spans = listed or [span for section in told for span in _told(layout, section)]
    return tuple(Result(text=text[start:end], start=start, end=end) for start, end in spans)


def _told(layout: Layout, section: Section) -> list[Span]:
    """The sentences of a results section that say what was done."""
    begin = section.heading.end if section.heading else section.start
    return [
        span
        for line in _lines(layout.text, begin, section.end)
        for span in sentences(layout.text, line.start, line.end)
        if tells_past(layout.low[span.start : span.end])
    ]


def _lines(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        spans.append(Span(start, stop))
        start = stop + 1
    return spans
