"""Why a hit is one: what each piece of the query gives it, the heaviest first."""

from collections.abc import Iterator, Sequence

from search.answer import FIRST, Explanation, Page, Reason
from tui.catalogue import Catalogue
from tui.library.finding import explain
from tui.screens.base import PlaceScreen
from tui.screens.hits import Sight
from tui.widgets.lines import Mark, Piece, caption, visible
from tui.widgets.signs import sign
from tui.widgets.text_pane import TextPane

BAR = 10
"""Cells of the longest bar."""


def why_pieces(why: Explanation, words: Catalogue, *, ascii_only: bool) -> Iterator[Piece]:
    """The explanation as runs of text: a bar and a number for each reason, then what it is."""
    reasons = sorted(why.reasons, key=lambda reason: -reason.weight)
    heaviest = max((reason.weight for reason in reasons), default=0)
    point = words("export.point")
    score = f"{why.score:.2f}".replace(".", point)
    yield Piece(f"{words('screen.why.score', score=score)}\n", "strong")
    for reason in reasons:
        length = round(BAR * reason.weight / heaviest) if heaviest else 0
        bar = sign("bar", ascii_only=ascii_only) * max(length, 1)
        yield Piece("\n")
        if reason.weight:
            yield Piece(bar, "key")
            yield Piece(f" {reason.weight:.2f}\n".replace(".", point))
        yield Piece(visible(reason.typed), "match")
        yield Piece(f"  {_said(reason, words)}\n")
    if why.missing:
        missing = words("why.missing", words=visible(", ".join(why.missing)))
        yield Piece(f"\n{missing}\n", "changed")
    if not reasons:
        of = "" if why.ordinal is None else "-tasks"
        yield Piece(f"\n{words(f'screen.why.none{of}')}\n", "dim")


def _said(reason: Reason, words: Catalogue) -> str:
    """What a reason is, the forms it was found in, the parts it stands in."""
    kind = words(f"why.{reason.kind}")
    forms = [visible(form) for form in reason.forms if form != reason.typed]
    found = words("screen.why.forms", forms=", ".join(forms)) if forms else ""
    parts = ", ".join(words(f"why.{part}") for part in reason.parts)
    return " · ".join(filter(None, (kind, found, parts)))


class Why(TextPane):
    """The explanation of the hit under the cursor, asked for while the pane is open."""

    def __init__(self, screen: PlaceScreen) -> None:
        super().__init__(id="why")
        self._of = screen
        self._wanted: Sight | None = None
        self._page = FIRST
        self._asking = False
        ascii_only = screen.xdd.settings.ascii
        self.border_title = caption(screen.words("screen.why.title"), ascii_only=ascii_only)

    def follow(self, sight: Sight | None, page: Page) -> None:
        """Explain this hit of the answer that `page` is of once it is known; one is asked at a
        time, the last one wanted last.
        """
        self._wanted, self._page = sight, page
        if sight is None:
            self.show("")
        elif not self._asking:
            self._ask(sight, page)

    def _ask(self, sight: Sight, page: Page) -> None:
        library, task = self._of.xdd.library, sight.task or None

        def then(why: Explanation) -> None:
            self._asking = False
            if (self._wanted, self._page) == (sight, page):
                self.tell(why)
            else:
                self.follow(self._wanted, self._page)

        def failed(trouble: str) -> None:
            self._asking = False
            self.show(trouble)

        self._asking = True
        self._of.xdd.work(
            lambda: explain(library, sight.query, sight.id, page, task=task, typing=True),
            then,
            failed,
        )

    def say(self, sentence: str) -> None:
        """Show what cannot be explained word by word."""
        self._wanted = None
        self.show(sentence)

    def tell(self, why: Explanation) -> None:
        """Show an explanation."""
        xdd = self._of.xdd
        pieces = list(why_pieces(why, xdd.words, ascii_only=xdd.settings.ascii))
        self.show("".join(piece.text for piece in pieces), list(_marks(pieces)))


def _marks(pieces: Sequence[Piece]) -> Iterator[Mark]:
    """Where the looks of `pieces` lie in their text."""
    at = 0
    for text, look, _ in pieces:
        if look:
            yield Mark(at, at + len(text), look)
        at += len(text)
