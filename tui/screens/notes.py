"""One line above the hits: what of a query could not be read, what no report has, and what may
have been meant instead.
"""

from collections.abc import Sequence

from search.answer import Note
from tui.catalogue import Catalogue
from tui.widgets.edges import Edge
from tui.widgets.lines import Piece, visible


class Notes(Edge):
    """The notes on an answer; before them the key that takes what may have been meant."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="notes")
        self._words = words
        self._notes: Sequence[Note] = ()

    @property
    def is_quote(self) -> bool:
        """Was so much typed that it may be a passage?"""
        return any(note.code == "long-query" for note in self._notes)

    def tell(self, notes: Sequence[Note], meant: str, key: str) -> None:
        """Show `notes`; after the `key` that takes it what was `meant`, or a passage's search."""
        self._notes = notes
        said = " · ".join(self._words(f"note.{note.code}", **note.facts) for note in notes)
        line: list[Piece] = []
        if meant or self.is_quote:
            line.append(Piece(f"{key} ", "key"))
        if meant:
            offered = self._words("note.did-you-mean", query=visible(meant))
            line.append(Piece(f"{offered}   ", "strong"))
        line.append(Piece(said, "dim" if meant else "changed"))
        self.show(tuple(line))
        self.display = bool(said or meant)
