"""The filters in force on one line, each with the key that drops it."""

from collections.abc import Sequence

from archive.vietnamese import nfc
from tui.catalogue import Catalogue
from tui.screens.facets import Filter, label_of
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, Piece, cells, cut, plain, shortened, visible

_WIDEST = 30  # cells of one filter's name, where not all fit


class Chips(Edge):
    """One line of filters; those that there is no room for are counted."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="filters")
        self._words = words
        self._filters: Sequence[Filter] = ()
        self._keys: Sequence[str] = ()
        self._source: Line = ()

    def tell(self, filters: Sequence[Filter], keys: Sequence[str], source: Line = ()) -> None:
        """Show what is searched by instead of words, then `filters`, each after the key of `keys`
        that drops it.
        """
        self._filters, self._keys, self._source = filters, keys, source
        self.display = bool(filters or source)
        self.refresh()

    def arranged(self, width: int) -> Line:
        """The filters in `width` cells."""
        whole = self._chips(max((len(label_of(f, self._words)) for f in self._filters), default=0))
        lead: Line = (
            *self._source,
            *plain(f"{self._words('screen.search.active')}  " if whole else "", "dim"),
        )
        if cells((*lead, *(piece for chip in whole for piece in chip))) <= width:
            return (*lead, *(piece for chip in whole for piece in chip))
        shown = list(cut(self._source, width // 2 if whole else width))
        shown += [Piece(" ")] * bool(shown and whole)
        for number, chip in enumerate(self._chips(_WIDEST)):
            left = len(self._filters) - number - 1
            if cells((*shown, *chip)) > width - (5 if left else 0):
                return (*shown, Piece(f"+{left + 1}", "dim"))
            shown += chip
        return tuple(shown)

    def _chips(self, most: int) -> list[Line]:
        chips: list[Line] = []
        for number, filter_ in enumerate(self._filters):
            key = self._keys[number] if number < len(self._keys) else ""
            value = shortened(visible(nfc(label_of(filter_, self._words))), max(most, 1))
            chips.append((Piece(f"{key} " if key else "", "key"), Piece(f"{value}   ", "strong")))
        return chips
