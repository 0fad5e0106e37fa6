"""Articles as they come in, for tests that keep them."""

from datetime import date

from archive.importing import Source
from archive.importing.cleaning import clean
from archive.reading import read
from archive.report import Report, Section, Task


def article(
    text: str,
    *,
    name: str = "bao-cao.txt",
    report_id: str | None = None,
    title: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Source:
    """A source with this text; its original is the text and all that is said beside it."""
    beside = [str(thing) for thing in (report_id, title, published, url) if thing]
    return Source(
        text=clean(text), name=name, original="\n".join([*beside, text]).encode(), suffix=".txt",
        id=report_id, title=title, published=published, url=url,
    )  # fmt: skip


def report_in(text: str) -> Report:
    """What is read out of an article of this text."""
    return read(article(text))


def as_read(source: Source) -> Report:
    """What a simple reader makes of `source`: the first line is the title, the last the task."""
    end = len(source.text)
    start = source.text.rfind("\n") + 1
    return Report(
        id=source.id, source=source.url or source.name, text=source.text,
        title=source.title or source.text.splitlines()[0], published=source.published,
        kind="annual", sections=(Section(role="body", start=0, end=end),),
        tasks=(Task(ordinal=1, text=source.text[start:end], start=start, end=end),),
    )  # fmt: skip
