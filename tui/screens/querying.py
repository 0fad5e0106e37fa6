"""What is typed: the box, what it offers, what may have been meant, a passage that is pasted."""

from textual.timer import Timer

from search.answer import Answer
from tui.actions import Action, shown
from tui.screens.asking import Found, Question, Source
from tui.screens.narrowing import NarrowingScreen
from tui.screens.notes import Notes
from tui.screens.querybox import Offers, QueryInput
from tui.widgets.lines import Piece, plain, shortened

PAUSE = 0.4
"""Seconds without a key after which it is looked for what may have been meant instead."""
PASSAGE_SHOWN = 40
"""Letters of a passage by which it is named."""


class QueryScreen(NarrowingScreen):
    """A screen with a query box.

    `found` is the answer that is shown, `meant` what may have been meant instead.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None
        self.meant = ""
        self._pausing: Timer | None = None
        self._wondering: Timer | None = None

    @property
    def question(self) -> Question:
        """What is asked now."""
        raise NotImplementedError

    def expect(self) -> None:
        """Begin to search, as the person may have typed the last key."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What stands in the box."""
        return self.box.input.value

    @property
    def offers(self) -> Offers:
        """What can be taken into the box."""
        return self.query_one(Offers)

    # ---- while somebody types

    def _keys_of(self, action: Action) -> list[str]:
        """In the empty box those, too, that begin no query."""
        free = self.box.input.free if self.typing else frozenset()
        left = [key for key in action.keys if key in free]
        return [*left, *(key for key in super()._keys_of(action) if key not in left)]

    def on_input_changed(self) -> None:
        """Show hits once the person pauses; offer what the last piece can become."""
        if self.typed and self.source:
            self.source = None
            self.tell_filters()
        self.offers.follow(self.typed if self.typing and self.box.at_end else "")
        self.refresh_frame()
        for timer in (self._pausing, self._wondering):
            if timer:
                timer.stop()
        self._pausing = self.set_timer(self.xdd.settings.delay / 1000, self.ask)
        self.expect()

    def on_offers_offered(self) -> None:
        """The name of a field is hinted at beside the box; other keys work."""
        offer, line = self.offers.offer, plain("")
        if offer.queries and not offer.values:
            key = self.xdd.shown("next-pane")
            line = (Piece(f"{key} ", "key"), Piece(offer.pieces[0], "dim"))
        self.box.hint(line)
        self.tell_notes()
        self.refresh_frame()

    def do_complete(self) -> None:
        """Take what is offered into the box; → only behind the last letter."""
        if self.pressed == "right" and not self.box.at_end:
            self.box.input.action_cursor_right()
        else:
            self.box.write(self.offers.taken)

    def do_take_meant(self) -> None:
        """Search for what may have been meant, or for the source of a long text that was typed."""
        if self.query_one(Notes).is_quote:
            self.on_query_input_pasted(QueryInput.Pasted(self.typed))
        else:
            self.box.write(self.meant)

    def on_query_input_pasted(self, message: QueryInput.Pasted) -> None:
        """A passage was pasted: which reports hold it? What is typed next is typed."""
        name = shortened(message.text, PASSAGE_SHOWN)
        self.search_for(Source("quote", message.text, name))
        self.offers.close()

    # ---- what was meant

    def look_for_meant(self) -> None:
        """Find out what may have been meant, once the person has stopped typing."""
        if self._wondering:
            self._wondering.stop()
        self._wondering = self.set_timer(PAUSE, self._look_for_meant)

    def _look_for_meant(self) -> None:
        found, library = self.found, self.xdd.library
        if found is None or found.question != self.question:
            return
        query, selection = found.question.query, found.question.selection

        def then(answer: Answer) -> None:
            if found is self.found:
                meant = [n.facts["query"] for n in answer.notes if n.code == "did-you-mean"]
                self.meant = str(meant[0]) if meant else ""
                self.tell_notes()
                self.refresh_frame()

        self.work(lambda: library.search(query, selection, limit=0), then)

    def tell_notes(self) -> None:
        """What is to be said of the answer, but not while a value is still being chosen."""
        notes = self.found.notes if self.found and not self.offers.is_open else ()
        keys = self._keys_of(self.xdd.action("take-meant"))
        self.query_one(Notes).tell(notes, self.meant, shown(keys[0]) if keys else "")
