"""Sentences as all who ask for a page's times cut them, each line's once for all."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.reading.page import Line, Page
from archive.reading.times.periods import Mention, find_periods

LONGEST = 3500
"""Of a longer line only the beginning is read."""
_STOPS = ".!?…"
# A full stop after these does not end a sentence: "TP. HCM", "đ. Trần Phú".
_SHORTENED = ("tp", " t", " đ", " q", " p")
_SHORTENED_END = frozenset(word[-1] for word in _SHORTENED)


def shortened(line: Line, longest: int) -> Line:
    """`line`, of a longer one only the beginning."""
    return line if line.end - line.start <= longest else line._replace(end=line.start + longest)


def sentences(page: Page, line: Line) -> Iterable[tuple[int, int]]:
    """The sentences of `line`, as all who ask for a page's times cut them."""
    start, end = span = line.start, line.end
    if end - start > LONGEST:
        return _sentences(page, start, end)
    kept = _kept(page)
    found = kept.get(span)
    if found is None:
        found = kept[span] = _sentences(page, start, end)
    return found


class Dated(NamedTuple):
    """A sentence that names periods."""

    start: int
    end: int
    periods: tuple[Mention, ...]


def dated(page: Page, line: Line) -> Iterable[Dated]:
    """The sentences of `line` that name periods."""
    if line.end - line.start > LONGEST:
        return _dated(page, line)
    kept = _kept_dated(page)
    found = kept.get(line.start)
    if found is None:
        found = kept[line.start] = tuple(_dated(page, line))
    return found


def _dated(page: Page, line: Line) -> Iterator[Dated]:
    for start, end in sentences(page, line):
        if told := tuple(find_periods(page.folded, start, end)):
            yield Dated(start, end, told)


@lru_cache(maxsize=1)
def _kept_dated(_: Page) -> dict[int, tuple[Dated, ...]]:
    """The dated sentences of the page's lines, as far as they have been asked for."""
    return {}


@lru_cache(maxsize=1)
def _kept(_: Page) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The sentences of the page's lines, as far as they have been asked for."""
    return {}


@lru_cache(maxsize=1)
def _stops(page: Page) -> str:
    """Those of the stops that the page has at all."""
    return "".join([sign for sign in _STOPS if sign in page.text])


def _sentences(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    folded, at = page.folded, start
    found: list[tuple[int, int]] = []
    for stop in _places_of(_stops(page), folded, start, end):
        past = stop + 1
        ends = past == end or folded[past].isspace()
        if ends and not (
            folded[stop - 1] in _SHORTENED_END and folded.endswith(_SHORTENED, at, stop)
        ):
            found.append((at, past))
            at = past
    if at < end:
        found.append((at, end))
    return found


def _places_of(signs: str, folded: str, start: int, end: int) -> list[int]:
    """Where any of `signs` stands; each is sought by itself, far quicker than all by a pattern."""
    found: list[int] = []
    for sign in signs:
        at = folded.find(sign, start, end)
        while at >= 0:
            found.append(at)
            at = folded.find(sign, at + 1, end)
    found.sort()
    return found
