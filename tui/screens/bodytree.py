"""Bodies as a tree: by level, in it by province where several bodies are one province's."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.answer import FacetValue

LEVELS = ("central", "cluster", "province", "district", "other")
"""Levels from above; a body whose level is not known stands with the others."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A level, or a province in one: `path` tells it from every other; `count` is of all bodies
    below, each report having one.
    """

    path: str
    name: str
    children: "tuple[Branch | FacetValue, ...]"

    @property
    def leaves(self) -> tuple[FacetValue, ...]:
        """The bodies below."""
        return tuple(
            leaf
            for child in self.children
            for leaf in (child.leaves if isinstance(child, Branch) else (child,))
        )

    @property
    def count(self) -> int:
        """How many hits the bodies below have."""
        return sum(leaf.count for leaf in self.leaves)


def body_tree(values: Sequence[FacetValue]) -> tuple[Branch, ...]:
    """The levels that `values` have, from above; what is in each, most hits first."""
    levels = []
    for level in LEVELS:
        inside = [value for value in values if _level(value) == level]
        if inside:
            levels.append(Branch(level, level, tuple(_provinces(level, inside))))
    return tuple(levels)


def _level(value: FacetValue) -> str:
    return value.level if value.level in LEVELS else "other"


def _provinces(level: str, values: Sequence[FacetValue]) -> list[Branch | FacetValue]:
    """Provinces with several bodies as branches; every other body by itself."""
    by_province: dict[str, list[FacetValue]] = {}
    for value in values:
        by_province.setdefault(value.parent or f"\n{value.value}", []).append(value)
    made = [
        Branch(f"{level}/{name}", name, tuple(inside)) if len(inside) > 1 else inside[0]
        for name, inside in by_province.items()
    ]
    return sorted(made, key=lambda one: -one.count)
