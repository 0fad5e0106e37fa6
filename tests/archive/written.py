"""Reports written for a test: nothing of them is read, all of it is said."""

from collections.abc import Mapping

from archive.report import Directive, Report, Span, Task


def report(*texts: str, cites: Mapping[str, str] | None = None) -> Report:
    """A report whose tasks are `texts`; `cites` maps a document's key to how it is written."""
    text = "\n".join(texts)
    tasks, at = [], 0
    for ordinal, task in enumerate(texts, 1):
        tasks.append(Task(ordinal=ordinal, text=task, start=at, end=at + len(task)))
        at += len(task) + 1
    directives = [cited(text, key, written) for key, written in (cites or {}).items()]
    return Report(id=None, source=None, text=text, tasks=tuple(tasks), directives=tuple(directives))


def cited(text: str, key: str, written: str) -> Directive:
    """The document `key`, mentioned wherever `text` has `written`."""
    mentions = []
    at = text.find(written)
    while at >= 0:
        mentions.append(Span(at, at + len(written)))
        at = text.find(written, at + 1)
    assert mentions, f"{written!r} is not in the text"
    return bare(key, written, *mentions)


def bare(key: str, written: str, *mentions: Span) -> Directive:
    """The document `key`, of which nothing is known but how it is `written`."""
    first = mentions[0] if mentions else Span(0, 0)
    return Directive(
        key=key,
        type="",
        number=None,
        symbol=None,
        issued=None,
        issuer=None,
        term=None,
        name=None,
        as_written=written,
        start=first.start,
        end=first.end,
        mentions=mentions,
    )
