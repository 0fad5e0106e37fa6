"""The facet panel: what the hits can be narrowed by, and what they are narrowed by now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from search.answer import Facet, FacetValue, Selection
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, Piece, caption, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.signs import sign

SHOWN: tuple[Facet, ...] = ("year", "body", "directive")
FEW = 7
"""Values of a facet that are shown before the rest is asked for."""


class Filter(NamedTuple):
    """One value of one facet that narrows the search."""

    facet: Facet
    value: str


def selection_of(filters: Sequence[Filter]) -> Selection:
    """What `filters` select together."""
    chosen: dict[Facet, tuple[str, ...]] = {}
    for facet, value in filters:
        chosen[facet] = (*chosen.get(facet, ()), value)
    return Selection(chosen)


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A row of the panel; `count` is how many values a row of kind "more" stands for."""

    kind: Literal["heading", "value", "more"]
    facet: Facet
    value: str = ""
    count: int = 0
    chosen: bool = False


def facet_rows(
    facets: Mapping[Facet, Sequence[FacetValue]],
    filters: Sequence[Filter],
    unfolded: frozenset[Facet] = frozenset(),
) -> list[FacetRow]:
    """The rows of the panel: of each facet the chosen values, then the most frequent ones."""
    rows = []
    for facet in SHOWN:
        counts = {value.value: value.count for value in facets.get(facet, ())}
        chosen = [value for name, value in filters if name == facet]
        others = [value for value in counts if value not in chosen]
        if facet == "year":
            others.sort(reverse=True)
        few = others if facet in unfolded else others[:FEW]
        if chosen or few:
            rows.append(FacetRow("heading", facet))
        rows += [FacetRow("value", facet, v, counts.get(v, 0), v in chosen) for v in chosen + few]
        if len(few) < len(others):
            rows.append(FacetRow("more", facet, count=len(others) - len(few)))
    return rows


def draw_facet(row: FacetRow, width: int, *, words: Catalogue, ascii_only: bool) -> Line:
    """A row of the panel in `width` cells."""
    if row.kind == "heading":
        return plain(words(f"screen.search.{row.facet}"), "key")
    if row.kind == "more":
        return plain(
            f"    {sign('pending', ascii_only=ascii_only)} "
            + words("screen.search.more", count=row.count),
            "dim",
        )
    box = sign("chosen" if row.chosen else "open", ascii_only=ascii_only)
    look = "strong" if row.chosen else ""
    value = Piece(row.value, look, by_its_end=True)
    return spread((Piece(f"{box} ", look), value), plain(str(row.count), look), width)


class FacetPanel(Rows):
    """Headings, values with their counts, and how many more there are.

    `filters` are the values in force, in the order in which they were chosen.
    """

    def __init__(self, words: Catalogue, *, ascii_only: bool) -> None:
        super().__init__(self._line_of, stops=self._can_stop, ascii_only=ascii_only, id="facets")
        self._words = words
        self._ascii = ascii_only
        self._facets: Mapping[Facet, Sequence[FacetValue]] = {}
        self._unfolded: frozenset[Facet] = frozenset()
        self._shown: list[FacetRow] = []
        self.filters: tuple[Filter, ...] = ()
        self.border_title = caption(words("screen.search.filters"), ascii_only=ascii_only)

    def show_facets(self, facets: Mapping[Facet, Sequence[FacetValue]]) -> None:
        """Show the values and counts of an answer; the cursor stays on its value."""
        self._facets = facets
        self.refresh_facets()

    def refresh_facets(self) -> None:
        """Show the facets with the filters as they are now."""
        under = self._shown[self.cursor] if self.cursor < len(self._shown) else None
        self._shown = facet_rows(self._facets, self.filters, self._unfolded)
        same = [
            place
            for place, row in enumerate(self._shown)
            if under and (row.facet, row.value) == (under.facet, under.value) and row.value
        ]
        at = same[0] if same else self.cursor
        self.show(len(self._shown), cursor=at if self.has_focus else 0)

    def toggle(self) -> bool:
        """Take the value under the cursor in or out, or show the rest of a facet; are there other
        filters now?
        """
        row = self._shown[self.cursor]
        if row.kind == "more":
            self._unfolded |= {row.facet}
            self.refresh_facets()
            return False
        this = Filter(row.facet, row.value)
        others = tuple(one for one in self.filters if one != this)
        self.filters = others if row.chosen else (*self.filters, this)
        return True

    def _line_of(self, row: int, width: int) -> tuple[Line, ...]:
        shown = self._shown[row]
        return (draw_facet(shown, width, words=self._words, ascii_only=self._ascii),)

    def _can_stop(self, row: int) -> bool:
        return row < len(self._shown) and self._shown[row].kind != "heading"
