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


def facet_rows(
    facets: Mapping[Facet, Sequence[FacetValue]],
    filters: Sequence[Filter],
    unfolded: Unfolded = SHUT,
) -> list[FacetRow]:
    """The rows of the panel: of each facet the chosen values, then the most frequent ones."""
    rows: list[FacetRow] = []
    for facet in SHOWN:
        values = facets.get(facet, ())
        chosen = [filter_ for filter_ in filters if filter_.facet == facet]
        inside = list(_chosen_rows(chosen, values))
        taken = {filter_.value for filter_ in chosen if not filter_.values}
        others = [value for value in values if value.value not in taken]
        if facet == "body" and len(values) > 1:
            inside += _tree_rows(body_tree(values), others, chosen, unfolded)
        else:
            inside += _few(facet, facet, [_row(facet, value) for value in others], unfolded)
        if inside:
            rows += [FacetRow("heading", facet), *inside]
    return rows


def _row(facet: Facet, value: FacetValue, depth: int = 0) -> FacetRow:
    return FacetRow("value", facet, value.value, value.count, depth=depth)


def _chosen_rows(chosen: Sequence[Filter], values: Sequence[FacetValue]) -> Iterator[FacetRow]:
    counts = {value.value: value.count for value in values}
    for filter_ in chosen:
        count = sum(counts.get(value, 0) for value in filter_.meant)
        kind: Literal["branch", "value"] = "branch" if filter_.values else "value"
        yield FacetRow(
            kind, filter_.facet, filter_.value, count, chosen=True, values=filter_.values
        )


def _few(
    facet: Facet, path: str, rows: list[FacetRow], unfolded: Unfolded, depth: int = 0
) -> list[FacetRow]:
    """The first of `rows`, and how many there are besides, unless all were asked for."""
    if path in unfolded.whole or len(rows) <= FEW + 1:
        return rows
    return [*rows[:FEW], FacetRow("more", facet, path, len(rows) - FEW, depth=depth)]


def _tree_rows(
    tree: Sequence[Branch | FacetValue],
    others: Sequence[FacetValue],
    chosen: Sequence[Filter],
    unfolded: Unfolded,
    depth: int = 0,
) -> list[FacetRow]:
    """The branches, and below those that are open what they hold. Few bodies stand open, and so
    does a level that is the only one.
    """
    open_first = len(others) <= FEW or (depth == 0 and len(tree) == 1)
    rows: list[FacetRow] = []
    for node in tree:
        if isinstance(node, FacetValue):
            rows += [_row("body", node, depth)] if node in others else []
            continue
        names = tuple(leaf.value for leaf in node.leaves)
        if depth == 0 and len(names) == 1:
            rows += [_row("body", leaf, depth) for leaf in node.leaves if leaf in others]
            continue
        if any(filter_.value == node.path for filter_ in chosen):
            continue  # it stands above, with all that it holds
        opened = open_first != (node.path in unfolded.turned)
        rows.append(
            FacetRow(
                "branch",
                "body",
                node.path,
                node.count,
                depth=depth,
                values=names,
                opened=opened,
            )
        )
        if opened:
            below = _tree_rows(node.children, others, chosen, unfolded, depth + 1)
            rows += _few("body", node.path, below, unfolded, depth + 1)
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
    """The key of a document in fewer letters where it has to be: the term by its number alone, then
    without the word of its type, which its symbol says as well.
    """
    if len(key) > width:
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

    def show_facets(
        self, facets: Mapping[Facet, Sequence[FacetValue]], *, tasks: bool = False
    ) -> None:
        """Show the values and counts of an answer; the cursor stays on its value.

        What is counted are reports; that is said where the hits are `tasks`.
        """
        self._facets = facets
        said = self._words(f"screen.search.{'filters-reports' if tasks else 'filters'}")
        self.border_title = caption(said, ascii_only=self._ascii)
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
