"""One field of many reports set right at once: the reports that a search found, or those marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive.corrections import Changes
from archive.record import SCALARS
from archive.store.reportfile import Kept
from archive.vietnamese import nfc
from search.answer import Hit
from tui.library import Library
from tui.screens.asking import Question, find
from tui.screens.changing import ChangingScreen
from tui.screens.correctable import CHOICES, meant, news_of, refused, shown
from tui.screens.hits import day_of
from tui.widgets.lines import Line, Piece, plain, spread
from tui.widgets.signs import sign

if TYPE_CHECKING:
    from tui.app import XddApp

MOST = 1000
"""Reports that are offered at a time."""
_FIRST = "body"


def answering(library: Library, question: Question) -> list[Hit]:
    """The reports that answer, each by itself."""
    if question.source is None:
        answer = library.search(
            question.query, question.selection, sort=question.sort, limit=MOST, typing=True
        )
        return list(answer.hits)
    found = find(library, question, 0)
    return [hit for hit in found.hits if isinstance(hit, Hit)]


def open_many(xdd: "XddApp", question: Question) -> None:
    """One field of the reports that answer `question`, or of those marked, to be set right."""
    marked = frozenset(mark.id for mark in xdd.marks)

    def then(hits: list[Hit]) -> None:
        xdd.push_screen(ManyScreen(hits, marked))

    xdd.work(lambda: answering(xdd.library, question), then, leads=True)


class ManyScreen(ChangingScreen):
    """The reports, each with a box to tick and its value of the field; a line for the new value.

    Those in `marked` are ticked, none where none is: what changes many is chosen first.
    """

    home = "many"

    def __init__(self, hits: Sequence[Hit], marked: frozenset[str]) -> None:
        super().__init__()
        self._hits = list(hits)
        ids = {hit.id for hit in hits}
        self._ticked = set(marked & ids)
        self._field = _FIRST
        self._undo: list[list[str]] = []
        self._now: dict[str, Kept] = {}  # of the reports changed here: the index hears later

    def on_mount(self) -> None:
        """All the reports are there at once."""
        super().on_mount()
        self.rows.focus()
        self._tell()

    def conditions(self) -> frozenset[str]:
        """May the archive be changed, and may there be something to take back?"""
        met = {"row", "report"} if self._hits else set()
        if not self.xdd.library.is_sample:
            met.add("own")
        if self._undo or self._ticked:
            met.add("corrected")
        return frozenset(met)

    def status(self) -> Line:
        """How many are ticked."""
        ticked, count = self.number(len(self._ticked)), self.number(len(self._hits))
        return plain(self.words("screen.many.ticked", ticked=ticked, count=count))

    # ---- the list

    def _tell(self) -> None:
        empty = (self.words("screen.search.none", query=""),)
        self.rows.show(len(self._hits), cursor=self.rows.cursor, empty=empty)
        self.rows.border_title = self.caption(
            self.words("screen.many.field", field=self.words(f"field.{self._field}"))
        )
        self.tell_keys()
        self.refresh_frame()

    def hint(self) -> str:
        """How reports are ticked, or a change taken back; how another field is chosen."""
        field = self.words("screen.many.how", key=self.xdd.shown("choose-field"))
        name = "undo" if self._undo else "change" if self._ticked else "tick"
        keys = {at: self.xdd.shown(at) for at in ("undo", "change", "pick", "pick-all")}
        keys = {at.replace("-", "_"): key for at, key in keys.items()}
        return f"{self.words(f'screen.many.{name}', **keys)} · {field}"

    def draw(self, row: int, width: int) -> tuple[Line, ...]:
        """A report's box and value, and which report it is."""
        hit, ascii_only = self._hits[row], self.xdd.settings.ascii
        box = sign("chosen" if hit.id in self._ticked else "open", ascii_only=ascii_only)
        day = day_of(hit) or self.words("screen.common.no-date")
        return (
            (Piece(f"{box} ", "key"), Piece(self._value(hit), "strong")),
            spread(
                (Piece("    "), Piece(f"{day} ", "dim"), Piece(hit.title or hit.id, "dim")),
                (),
                width,
            ),
        )

    def _value(self, hit: Hit) -> str:
        return shown(self._field, self._told(hit), self.xdd.words)

    def _told(self, hit: Hit) -> object:
        """The field as kept, as the index told it where it was not changed here."""
        kept = self._now.get(hit.id)
        return getattr(kept.as_said if kept else hit, self._field, None)

    # ---- what is done

    def on_rows_chosen(self) -> None:
        """A click ticks."""
        self.do_pick()

    def do_pick(self) -> None:
        """Tick the report, or not."""
        self._ticked ^= {self._hits[self.rows.cursor].id}
        self._ticks_changed()
        self.rows.move(1)

    def do_pick_all(self) -> None:
        """Tick all, or none where all are."""
        every = {hit.id for hit in self._hits}
        self._ticked = set() if self._ticked == every else every
        self._ticks_changed()

    def _ticks_changed(self) -> None:
        self.rows.redraw()
        self.tell_keys()
        self.refresh_frame()

    def do_choose_field(self) -> None:
        """The next field."""
        self._choose(1)

    def do_field_before(self) -> None:
        """The field before."""
        self._choose(-1)

    def _choose(self, step: int) -> None:
        self._field = SCALARS[(SCALARS.index(self._field) + step) % len(SCALARS)]
        self._tell()

    def do_change(self) -> None:
        """Open the box; the values that the ticked reports have are offered."""
        if not self._ticked:
            keys = {"pick": self.xdd.shown("pick"), "pick_all": self.xdd.shown("pick-all")}
            self.say(self.words("screen.many.none", **keys))
            return
        if self._field in CHOICES:
            group, codes = CHOICES[self._field]
            values = [self.words(f"{group}.{code}") for code in codes]
        else:
            values = [self._value(hit) for hit in self._hits if self._told(hit)]
        named = self.words(f"field.{self._field}")
        prompt = self.words("screen.many.prompt", field=named, count=len(self._ticked))
        self.open_box(prompt, tuple(dict.fromkeys(("", *values))))

    def do_store(self) -> None:
        """Set the field of all that are ticked."""
        library, field = self.xdd.library, self._field
        typed = meant(field, nfc(self.box.value), self.xdd.words)
        if trouble := refused(field, typed, self.xdd.words):
            self.say(trouble)
            return
        ids = [hit.id for hit in self._hits if hit.id in self._ticked]
        named = self.words(f"field.{field}")

        changes: Changes = {field: typed}

        def job() -> tuple[dict[str, Kept], str]:
            news = news_of(library, changes, self.xdd.words)
            return self._as_kept(library.correct(ids, changes)), news

        def then(told: tuple[dict[str, Kept], str]) -> None:
            now, news = told
            if now:
                self._undo.append(list(now))
            self.close_box()
            said = "set" if now else "unchanged"
            facts = {"field": named, "count": self.number(len(now)), "key": self.xdd.shown("undo")}
            self._kept(now, f"{self.words(f'screen.many.{said}', **facts)} {news if now else ''}")

        self.work(job, then, awaited="way")

    def do_undo(self) -> None:
        """Take the last change made here back, from all that it changed; without one the last
        correction of each ticked report, where that was of this field.
        """
        library, field = self.xdd.library, self._field
        ids = list(self._undo[-1]) if self._undo else None
        ticked = sorted(self._ticked)

        def job() -> dict[str, Kept]:
            if ids is None:
                mine = [i for i in ticked if _last_changed(library.store.kept(i)) == {field}]
                return self._as_kept(library.undo_correction(mine))
            return self._as_kept(library.undo_correction(ids))

        def then(now: dict[str, Kept]) -> None:
            if ids is not None:
                self._undo.pop()
            said = "undone" if now else "nothing-undone"
            facts = {"field": self.words(f"field.{field}"), "count": self.number(len(now))}
            self._kept(now, self.words(f"screen.many.{said}", **facts))

        self.work(job, then, awaited="way")

    def _as_kept(self, ids: list[str]) -> dict[str, Kept]:
        store = self.xdd.library.store
        return {report_id: store.kept(report_id) for report_id in ids}

    def _kept(self, now: dict[str, Kept], said: str) -> None:
        """The list shows at once what is kept; the index hears of it afterwards."""
        self._now |= now
        self._ticks_changed()
        self.say(said)
        if now:
            self.xdd.keep_up()


def _last_changed(kept: Kept) -> set[str]:
    """The fields that the last correction of a report changed."""
    if not kept.history:
        return set()
    before, now = kept.history[-1], kept.corrections
    return {name for name in {*before, *now} if before.get(name) != now.get(name)}
