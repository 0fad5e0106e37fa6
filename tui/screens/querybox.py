"""The query box, and what it offers while somebody types: the name of a field at the end of its
line, the values of a field in a list below it. Keys that type are never taken.
"""

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from archive.vietnamese import has_marks, level, nfc
from tui.library import Library
from tui.screens.base import PlaceScreen
from tui.widgets.edges import Edge
from tui.widgets.lines import Line, Piece, cells, plain, visible
from tui.widgets.rows import Rows

MOST = 8
"""Values that are offered at a time."""

_LEAST = 3  # letters of a word from which on it may become a field's name


@dataclass(frozen=True, slots=True)
class Offer:
    """Whole queries that what was typed can become; values go on behind a field's name."""

    queries: tuple[str, ...] = ()
    values: bool = False

    @property
    def pieces(self) -> tuple[str, ...]:
        """What each of them ends in: the field's name, or its value."""
        return tuple(_value_of(query) if self.values else _last(query) for query in self.queries)


NOTHING = Offer()


def offer_for(library: Library, typed: str) -> Offer:
    """What can be offered for `typed`; nothing where it is whole already."""
    last = _last(typed)
    values = ":" in last or typed.count('"') % 2 == 1
    queries = tuple(query for query in library.complete(typed, MOST) if query != typed)
    if not values:
        queries = tuple(query for query in queries if _may_become(last, _last(query)))
    return Offer(queries, values) if queries else NOTHING


def _may_become(word: str, name: str) -> bool:
    """May what is typed as a word be meant as the name of a field? With marks it is only one that
    begins with them; of few letters only the whole name is.
    """
    word, name = word.lstrip("-"), name.lstrip("-").rstrip(":")
    long = len(word) >= _LEAST or len(word) == len(name)
    return long and (not has_marks(word) or level(name).startswith(level(nfc(word))))


def _last(typed: str) -> str:
    """The piece of a query that is being typed."""
    return typed.rpartition(" ")[2]


def _value_of(query: str) -> str:
    """The value that a query ends in, without its quotation marks."""
    if query.endswith('"'):
        return query[:-1].rpartition('"')[2]
    return _last(query).partition(":")[2]


class QueryInput(Input):
    """The box itself; a passage that is pasted is told apart from words, and lines become one.

    No query begins with the keys in `leading`: in the empty box they are left to the screen.
    """

    leading: frozenset[str] = frozenset()

    @property
    def free(self) -> frozenset[str]:
        """The letters that are keys now."""
        return frozenset() if self.value else self.leading

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self.free:
            event.prevent_default()

    @dataclass
    class Pasted(Message):
        """So much was pasted that it is a passage."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        event.text = text = " ".join(event.text.split())
        if len(text.split()) >= PASSAGE:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(text))


PASSAGE = 12
"""Words from which on what is pasted is a passage, whose source is looked for."""


class QueryBox(Horizontal):
    """Prompt, box, and at the right end the field's name that tab would take."""

    def __init__(self, screen: PlaceScreen, start: str) -> None:
        super().__init__(id="box")
        self._of = screen
        self._start = start

    def compose(self) -> ComposeResult:
        """Prompt, box and hint."""
        yield Static(self._of.caption(f"{self._of.words('screen.search.prompt')}: "), id="prompt")
        box = QueryInput(
            self._start,
            placeholder=self._of.words("screen.search.placeholder"),
            compact=True,
            select_on_focus=False,
            id="query",
        )
        xdd = self._of.xdd
        box.leading = frozenset((*xdd.action("help").keys, *xdd.action("palette").keys))
        yield box
        yield Edge(id="hint")

    @property
    def input(self) -> QueryInput:
        """The box."""
        return self.query_one("#query", QueryInput)

    def write(self, text: str) -> None:
        """Put `text` in the box, to go on behind it."""
        self.input.value = text
        self.input.cursor_position = len(text)

    @property
    def at_end(self) -> bool:
        """Is the cursor behind the last letter?"""
        return self.input.cursor_position >= len(self.input.value)

    def hint(self, line: Line) -> None:
        """Show `line` at the right end."""
        edge = self.query_one("#hint", Edge)
        edge.styles.width = cells(line)
        edge.display = cells(line) > 0
        edge.show(line)


class Offers(Rows):
    """The values that can be taken, below the box; shown while there are any."""

    def __init__(self, screen: PlaceScreen) -> None:
        ascii_only = screen.xdd.settings.ascii
        super().__init__(self._line_of, leads=True, ascii_only=ascii_only, id="offers")
        self._of = screen
        self._asking = False
        self._typed = ""
        self.offer = NOTHING
        self.can_focus = False

    @dataclass
    class Offered(Message):
        """Something else is offered, or nothing any more."""

    @property
    def is_open(self) -> bool:
        """Are values offered?"""
        return self.offer.values

    @property
    def taken(self) -> str:
        """The query that the row under the cursor makes."""
        return self.offer.queries[self.cursor if self.offer.values else 0]

    def follow(self, typed: str) -> None:
        """Offer what `typed` can become; one is looked up at a time, the last one typed last."""
        self._typed = typed
        if not self._asking:
            self._look_up(typed)

    def _look_up(self, typed: str) -> None:
        library = self._of.xdd.library

        def then(offer: Offer) -> None:
            self._asking = False
            if typed == self._typed:
                self._put(offer)
            else:
                self._look_up(self._typed)

        def failed(_trouble: str) -> None:
            self._asking = False
            self.close()

        self._asking = True
        self._of.xdd.work(lambda: offer_for(library, typed), then, failed)

    def close(self) -> None:
        """Offer nothing."""
        self._typed = ""
        self._put(NOTHING)

    def _put(self, offer: Offer) -> None:
        if offer == self.offer:
            return
        self.offer = offer
        count = len(offer.queries) if offer.values else 0
        self.set_class(bool(count), "-open")
        widest = max((cells(plain(piece)) for piece in offer.pieces), default=0)
        self.styles.width, self.styles.height = widest + 5, count + 2
        self.show(count)
        self.post_message(self.Offered())

    def _line_of(self, row: int, _width: int) -> tuple[Line, ...]:
        return ((Piece(visible(self.offer.pieces[row])),),)
