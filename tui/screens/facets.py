"""The facet panel: what the hits can be narrowed by, and what they are narrowed by now."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archive.titles import title_of
from search.answer import Facet, FacetValue, Selection
from tui.catalogue import Catalogue
from tui.screens.bodytree import Branch, body_tree
from tui.widgets.lines import Line, Piece, caption, headed, plain, spread
from tui.widgets.rows import Rows
from tui.widgets.signs import sign

SHOWN: tuple[Facet, ...] = ("year", "body", "directive", "kind", "period")
_TERM = re.compile(r" khóa ([IVXL]+)$")
_TYPE = re.compile(r"^\D+ (?=\d+\S*[-/])")
FEW = 6
"""Values of a facet, or of a branch, that are shown before the rest is asked for."""


class Filter(NamedTuple):
    """One value of one facet that narrows the search; a branch of bodies, `values` its bodies."""

    facet: Facet
    value: str
    values: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """The values that are selected."""
        return self.values or (self.value,)


def selection_of(filters: Sequence[Filter]) -> Selection:
    """What `filters` select together."""
    chosen: dict[Facet, tuple[str, ...]] = {}
    for filter_ in filters:
        before = chosen.get(filter_.facet, ())
        chosen[filter_.facet] = tuple(dict.fromkeys((*before, *filter_.meant)))
    return Selection(chosen)


def label_of(filter_: Filter, words: Catalogue) -> str:
    """A filter as people read it."""
    if filter_.values:
        return branch_name(filter_.value, words)
    return words(f"kind.{filter_.value}") if filter_.facet == "kind" else filter_.value


def branch_name(path: str, words: Catalogue) -> str:
    """A branch of bodies as people read it: the level, or the province."""
    level, _, province = path.partition("/")
    return province or headed(words(f"level.{level}"))


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A row of the panel. Of kind "more", `count` is how many values it stands for, `value` the
    branch they belong to; of kind "branch", `values` are its bodies.
    """

    kind: Literal["heading", "value", "branch", "more"]
    facet: Facet
    value: str = ""
    count: int = 0
    chosen: bool = False
    depth: int = 0
    values: tuple[str, ...] = ()
    opened: bool = False

    @property
    def filter(self) -> Filter:
        """What choosing the row puts in force."""
        return Filter(self.facet, self.value, self.values)


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What a person opened: facets and branches shown whole, branches opened or shut by hand."""

    whole: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()


SHUT = Unfolded()

Taken = Mapping[str, Filter]
"""The filters in force in one facet, by their values."""


def facet_rows(
    facets: Mapping[Facet, Sequence[FacetValue]],
    filters: Sequence[Filter],
    unfolded: Unfolded = SHUT,
) -> list[FacetRow]:
    """The rows of the panel. A chosen value stands where it stood before it was chosen, in view
    whatever is shut or cut; one that nothing has any more stands first.
    """
    rows: list[FacetRow] = []
    for facet in SHOWN:
        values = facets.get(facet, ())
        chosen = [filter_ for filter_ in filters if filter_.facet == facet]
        taken = {filter_.value: filter_ for filter_ in chosen}
        if facet == "body" and len(values) > 1:
            inside = _tree_rows(body_tree(values), taken, unfolded, open_first=len(values) <= FEW)
        else:
            inside = _few(facet, facet, [_row(facet, value, taken) for value in values], unfolded)
        placed = {row.value for row in inside if row.chosen}
        gone = [filter_ for filter_ in chosen if filter_.value not in placed]
        inside = [*_rows_of(gone, values), *inside]
        if inside:
            rows += [FacetRow("heading", facet), *inside]
    return rows


def _row(facet: Facet, value: FacetValue, taken: Taken, depth: int = 0) -> FacetRow:
    chosen = value.value in taken
    return FacetRow("value", facet, value.value, value.count, chosen=chosen, depth=depth)


def _rows_of(filters: Sequence[Filter], values: Sequence[FacetValue]) -> Iterator[FacetRow]:
    counts = {value.value: value.count for value in values}
    for facet, name, bodies in filters:
        count = sum(counts.get(value, 0) for value in bodies or (name,))
        kind: Literal["branch", "value"] = "branch" if bodies else "value"
        yield FacetRow(kind, facet, name, count, chosen=True, values=bodies)


def _branch_row(node: Branch, filter_: Filter | None, depth: int, *, opened: bool) -> FacetRow:
    """A branch; where it is chosen, with the bodies that were in it then."""
    values = filter_.values if filter_ else tuple(leaf.value for leaf in node.leaves)
    count = sum(leaf.count for leaf in node.leaves if leaf.value in values)
    chosen = filter_ is not None
    return FacetRow("branch", "body", node.path, count, chosen, depth, values, opened)


def _few(
    facet: Facet, path: str, rows: list[FacetRow], unfolded: Unfolded, depth: int = 0
) -> list[FacetRow]:
    """The first of `rows` and those that are chosen, and how many there are besides, unless all
    were asked for.
    """
    if path in unfolded.whole or len(rows) <= FEW + 1:
        return rows
    shown = [*rows[:FEW], *(row for row in rows[FEW:] if row.chosen)]
    if len(shown) == len(rows):
        return rows
    return [*shown, FacetRow("more", facet, path, len(rows) - len(shown), depth=depth)]


def _tree_rows(
    tree: Sequence[Branch | FacetValue],
    taken: Taken,
    unfolded: Unfolded,
    depth: int = 0,
    *,
    open_first: bool,
) -> list[FacetRow]:
    """The branches, and below those that are open what they hold, below others what of it is
    chosen. Few bodies stand open, and so does a level that is the only one.
    """
    opens = open_first or (depth == 0 and len(tree) == 1)
    rows: list[FacetRow] = []
    for node in tree:
        if isinstance(node, FacetValue):
            rows.append(_row("body", node, taken, depth))
            continue
        filter_ = taken.get(node.path)
        if depth == 0 and len(node.leaves) == 1 and not filter_:
            rows += [_row("body", leaf, taken, depth) for leaf in node.leaves]
            continue
        opened = not filter_ and opens != (node.path in unfolded.turned)
        rows.append(_branch_row(node, filter_, depth, opened=opened))
        below = _tree_rows(node.children, taken, unfolded, depth + 1, open_first=open_first)
        if opened:
            rows += _few("body", node.path, below, unfolded, depth + 1)
        else:
            rows += [row for row in below if row.chosen]
    return rows


def draw_facet(row: FacetRow, width: int, *, words: Catalogue, ascii_only: bool) -> Line:
    """A row of the panel in `width` cells."""
    margin = "  " * row.depth
    if row.kind == "heading":
        return plain(words(f"screen.search.{row.facet}"), "key")
    if row.kind == "more":
        return plain(
            f"{margin}    {sign('pending', ascii_only=ascii_only)} "
            + words("screen.search.more", count=row.count),
            "dim",
        )
    look = "strong" if row.chosen else ""
    box = sign("chosen" if row.chosen else "open", ascii_only=ascii_only)
    lead = f"{margin}{box} "
    if row.kind == "branch" and not row.chosen:
        lead += f"{sign('shut' if not row.opened else 'opened', ascii_only=ascii_only)} "
    label = label_of(row.filter, words)
    if row.facet == "directive":
        label = short_key(label, width - len(lead) - len(str(row.count)) - 1)
    value = Piece(label, look, by_its_end=True)
    return spread((Piece(lead, look), value), plain(str(row.count), look), width)


def short_key(key: str, width: int) -> str:
    """The key of a document in a list: the term by its number alone, in every row alike; where it
    has to be, without the word of its type, which its symbol says as well.
    """
    key = _TERM.sub(r" (\1)", key)
    return key if len(key) <= width else _TYPE.sub("", key)


def about_value(row: FacetRow, words: Catalogue) -> Line:
    """A value written out: a document with its type and title, a body's whole name."""
    if row.kind in ("heading", "more"):
        return ()
    name = label_of(row.filter, words)
    if row.facet != "directive":
        return plain(name, "strong")
    title = title_of(row.value)
    kind = f"{title.kind} " if title.kind else ""
    told = f": {title.name}" if title.name else ""
    return (Piece(f"{headed(kind)}{name}", "strong"), Piece(told))


class FacetPanel(Rows):
    """Headings, values with their counts, branches of bodies, and how many more there are.

    `filters` are the values in force, in the order in which they were chosen.
    """

    def __init__(self, words: Catalogue, *, ascii_only: bool) -> None:
        super().__init__(self._line_of, stops=self._can_stop, ascii_only=ascii_only, id="facets")
        self._words = words
        self._ascii = ascii_only
        self._facets: Mapping[Facet, Sequence[FacetValue]] = {}
        self._unfolded = Unfolded()
        self._shown: list[FacetRow] = []
        self.filters: tuple[Filter, ...] = ()
        self.border_title = caption(words("screen.search.filters"), ascii_only=ascii_only)

    def show_facets(self, facets: Mapping[Facet, Sequence[FacetValue]]) -> None:
        """Show the values and counts of an answer; the cursor stays on its value."""
        self._facets = facets
        self.refresh_facets()

    def refresh_facets(self) -> None:
        """Show the facets with the filters as they are now."""
        under = self.row
        self._shown = facet_rows(self._facets, self.filters, self._unfolded)
        same = [
            place
            for place, row in enumerate(self._shown)
            if under and (row.facet, row.value) == (under.facet, under.value) and row.value
        ]
        at = same[0] if same else self.cursor
        self.show(len(self._shown), cursor=at if self.has_focus else 0)

    @property
    def row(self) -> FacetRow | None:
        """The row under the cursor."""
        return self._shown[self.cursor] if self.cursor < len(self._shown) else None

    @property
    def about(self) -> Line:
        """The value under the cursor written out."""
        return about_value(self.row, self._words) if self.row else ()

    def toggle(self) -> bool:
        """Take the value under the cursor in or out, or show the rest of a facet; are there other
        filters now?
        """
        row = self._shown[self.cursor]
        if row.kind == "more":
            self._unfolded = Unfolded(self._unfolded.whole | {row.value}, self._unfolded.turned)
            self.refresh_facets()
            return False
        this = row.filter
        others = tuple(one for one in self.filters if one != this)
        self.filters = others if row.chosen else (*self.filters, this)
        return True

    def turn(self, *, opened: bool) -> None:
        """Open the branch under the cursor or shut it; from a value shut the branch it is in."""
        at = self.cursor
        row = self.row
        if row and not opened and (row.kind != "branch" or not row.opened):
            above = [n for n in range(at) if self._shown[n].depth < row.depth]
            branches = [n for n in above if self._shown[n].kind == "branch"]
            if branches and row.depth:
                self.go(branches[-1])
                row = self.row
        if row and row.kind == "branch" and not row.chosen and row.opened != opened:
            self._unfolded = Unfolded(self._unfolded.whole, self._unfolded.turned ^ {row.value})
            self.refresh_facets()

    def _line_of(self, row: int, width: int) -> tuple[Line, ...]:
        shown = self._shown[row]
        return (draw_facet(shown, width, words=self._words, ascii_only=self._ascii),)

    def _can_stop(self, row: int) -> bool:
        return row < len(self._shown) and self._shown[row].kind != "heading"
