"""Places in a report's text: which are walked, how all of them look, what is quoted at one."""

from dataclasses import dataclass, replace

from archive.report import Report, Span, Task
from archive.vietnamese import bare, has_marks, level
from tui.catalogue import Catalogue
from tui.widgets.lines import Mark, visible
from tui.widgets.text_view import layered


@dataclass(frozen=True, slots=True)
class Places:
    """Places that `n` and `N` walk: of the query, of what was found in the page, of a document.

    `name` is what they are places of, "" for the query; `at` is the current one.
    """

    name: str
    spans: tuple[Span, ...]
    at: int = 0

    @property
    def current(self) -> Span | None:
        """The place one is at."""
        return self.spans[self.at] if self.spans else None

    def moved(self, step: int) -> "Places":
        """The next place, round at the ends."""
        return replace(self, at=(self.at + step) % len(self.spans))

    def told(self, words: Catalogue, keys: str) -> str:
        """Which place one is at, and the keys that walk; "" without places."""
        if not self.spans:
            return ""
        at = {"number": self.at + 1, "total": len(self.spans), "keys": keys}
        if self.name:
            return words("screen.reader.found", pattern=visible(self.name), **at)
        return words("screen.reader.match", **at)

    def nearest(self, place: int) -> "Places":
        """With the first place at or after `place` as the current one."""
        at = next((n for n, span in enumerate(self.spans) if span.end > place), 0)
        return replace(self, at=at)


NOWHERE = Places("", ())


def occurrences(pattern: str, text: str) -> tuple[Span, ...]:
    """Where `pattern` stands in `text`: letter case and tone placement make no difference, and
    without marks it stands for every marked form.
    """
    fold = level if has_marks(pattern) else bare
    wanted, folded = fold(pattern), fold(text)
    spans = []
    at = folded.find(wanted)
    while at >= 0:
        spans.append(Span(at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return tuple(spans)


def densest(matches: tuple[Span, ...], reach: int = 300) -> int:
    """The number of the match with most others shortly after it: the best place to begin."""
    best, most, end = 0, 0, 0
    for number, match in enumerate(matches):
        while end < len(matches) and matches[end].start < match.start + reach:
            end += 1
        if end - number > most:
            best, most = number, end - number
    return best


def begun(matches: tuple[Span, ...], start: int | None, *, last: bool) -> Places:
    """The matches, the current one where reading begins: the first from `start` on, the `last` of
    all, or the best.
    """
    if last or start is None:
        return Places("", matches, len(matches) - 1 if last and matches else densest(matches))
    return Places("", matches).nearest(start)


def looks(report: Report, walked: Places) -> list[Mark]:
    """How a report's text is marked: what surrounds the article, headings, documents, and the
    places that are walked.
    """
    around = [section for section in report.sections if section.role == "furniture"]
    titles = [Span(s.start, s.end) for s in report.sections if s.role == "title"]
    headings = [section.heading for section in report.sections if section.heading]
    cited = [span for d in report.directives for span in (d.mentions or (Span(d.start, d.end),))]
    return layered(
        [Mark(section.start, section.end, "dim") for section in around],
        [Mark(*span, "strong") for span in (*titles, *headings)],
        [Mark(*span, "cited") for span in cited],
        [Mark(*span, "match") for span in walked.spans],
        [Mark(*walked.current, "here")] if walked.current else [],
    )


def task_in(report: Report, line: Span) -> Task | None:
    """The task that stands on a line, the first of several."""
    return next((t for t in report.tasks if t.start < line.end and t.end > line.start), None)
