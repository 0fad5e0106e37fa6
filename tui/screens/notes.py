"""One line above the hits: what of a query could not be read, what no report has, and what may
have been meant instead.
"""

from collections.abc import Sequence

from search.answer import Note
from tui.catalogue import Catalogue
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, Piece, plain, visible


class Notes(Edge):
    """The notes on an answer; before them the key that takes what may have been meant."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="notes")
        self._words = words
        self._notes: Sequence[Note] = ()
        self.meant = ""

    def tell(self, notes: Sequence[Note], meant: str = "", key: str = "") -> None:
        """Show `notes`, or `meant` after the `key` that takes it."""
        self._notes, self.meant = notes, meant
        said = " · ".join(self._words(f"note.{note.code}", **note.facts) for note in notes)
        line: Line = plain(said, "changed")
        if meant:
            offered = self._words("note.did-you-mean", query=visible(meant))
            line = (Piece(f"{key} ", "key"), Piece(f"{offered}   ", "strong"), Piece(said, "dim"))
        self.show(line)
        self.display = bool(said or meant)

    def add(self, meant: str, key: str) -> None:
        """Show as well what may have been meant."""
        self.tell(self._notes, meant, key)
