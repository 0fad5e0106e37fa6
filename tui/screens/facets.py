"""The facet panel's rows: headings, values with their counts, and what is not shown yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from search.answer import Facet, FacetValue, Selection
from tui.catalogue import Catalogue
from tui.widgets.lines import Line, Piece, plain, spread
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
    return spread((Piece(f"{box} {row.value}", look),), plain(str(row.count), look), width)
