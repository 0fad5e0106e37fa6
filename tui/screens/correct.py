"""What was read of a report, field by field, to be set right in place."""

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from archive.corrections import KINDS, LEVELS, is_corrected
from archive.doubts import Doubt, doubts
from archive.record import SCALARS, plain
from archive.report import Report
from archive.vietnamese import bare, nfc
from tui.actions import shown
from tui.screens.base import PlaceScreen
from tui.widgets.lines import Line, Piece, padded, spread
from tui.widgets.lines import plain as piece
from tui.widgets.rows import Rows
from tui.widgets.signs import sign

LABEL = 16
"""Cells of a field's name."""
_CHOICES = {"kind": ("kind", KINDS), "body_level": ("level", LEVELS)}


class CorrectScreen(PlaceScreen):
    """The fields of a report with how sure each is and where it was read; a box for a new value."""

    CSS_PATH = "correct.tcss"
    home = "correct"

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._doubts: dict[str, Doubt] = {}
        self._offered: tuple[str, ...] = ()
        self._at = 0

    # ---- the frame

    def body(self) -> ComposeResult:
        """The fields, and the box below them while one is corrected."""
        fields = Rows(
            self._draw, height=2, leads=True, ascii_only=self.xdd.settings.ascii, id="fields"
        )
        fields.add_class("pane")
        yield fields
        with Horizontal(id="editor"):
            yield Static(id="value-prompt")
            yield Input(compact=True, select_on_focus=False, id="value")

    def on_mount(self) -> None:
        """Every field is there at once."""
        super().on_mount()
        title = self._report.title or self.words("screen.common.no-title")
        self._fields.border_title = self.caption(title)
        self._fields.focus()
        self._tell(self._report)

    @property
    def _fields(self) -> Rows:
        return self.query_one("#fields", Rows)

    @property
    def _box(self) -> Input:
        return self.query_one("#value", Input)

    @property
    def _field(self) -> str:
        """The field under the cursor."""
        return SCALARS[self._fields.cursor]

    @property
    def place(self) -> str:
        """The list or the box."""
        return "value" if self.typing else self.home

    def mover(self) -> Rows:
        """The list."""
        return self._fields

    def conditions(self) -> frozenset[str]:
        """May the archive be changed, and is there a correction to take back?"""
        met = {"row", "report"}
        if not self.xdd.library.is_sample:
            met.add("own")
        if any(flag.startswith("corrected-") for flag in self._report.flags):
            met.add("corrected")
        return frozenset(met)

    def status(self) -> Line:
        """How many fields are in doubt."""
        grave = sum(doubt.grave for doubt in self._doubts.values())
        return piece(self.words("screen.correct.unsure", count=grave), "changed") if grave else ()

    # ---- the list

    def _tell(self, report: Report) -> None:
        self._report = report
        self._doubts = {doubt.field: doubt for doubt in doubts(report)}
        self._fields.show(len(SCALARS), cursor=self._fields.cursor)
        self._tell_keys()
        self.refresh_frame()

    def _tell_keys(self) -> None:
        """Below the list: how another value is chosen, or a correction taken back."""
        said = ""
        if self.has_class("-changing"):
            keys = f"{self._key('down')} {self._key('up')}"
            said = self.words("screen.correct.choose", keys=keys) if len(self._offered) > 1 else ""
        elif "corrected" in self.conditions():
            said = self.words("screen.correct.undo", key=self.xdd.shown("undo"))
        self._fields.border_subtitle = self.caption(said)

    def _draw(self, row: int, width: int) -> tuple[Line, ...]:
        field = SCALARS[row]
        doubt = self._doubts.get(field)
        unsure = bool(doubt and doubt.grave)
        said, look = self._surety(field, unsure=unsure)
        name = "corrected" if is_corrected(self._report, field) else "unsure" if unsure else ""
        mark = sign(name, ascii_only=self.xdd.settings.ascii) if name else " "
        left = (
            Piece(f"{mark} ", look),
            Piece(padded(self.words(f"field.{field}"), LABEL), "key"),
            Piece(self._shown(field, getattr(self._report, field))),
        )
        return (
            spread(left, (Piece(said, look), Piece(" ")), width),
            (Piece(" " * (LABEL + 2)), Piece(self._why(field), "dim")),
        )

    def _surety(self, field: str, *, unsure: bool) -> tuple[str, str]:
        """How sure a field is, in words, and the look of them."""
        if is_corrected(self._report, field):
            return self.words("screen.correct.corrected"), "good"
        sure = self._report.confidence.get(field)
        percent = "" if sure is None else f"{sure:.0%}"
        if unsure:
            return f"{percent} {self.words('screen.reader.unsure')}".strip(), "changed"
        return percent, "dim"

    def _why(self, field: str) -> str:
        """The words that a field was read from, and what else it may be."""
        span = self._report.evidence.get(field)
        said = [f"“{' '.join(self._report.text[slice(*span)].split())}”"] if span else []
        others = self._report.candidates.get(field, ())
        if others:
            named = "; ".join(self._shown(field, other) for other in others)
            said.append(self.words("screen.correct.perhaps", values=named))
        return " · ".join(one for one in said if one != "“”")

    def _shown(self, field: str, value: object) -> str:
        if value is None:
            return self.words("screen.reader.unknown")
        if field in _CHOICES:
            return self.words(f"{_CHOICES[field][0]}.{value}")
        return str(plain(value))

    # ---- the box

    def on_rows_chosen(self) -> None:
        """A click on the row under the cursor is enter."""
        self.perform(self.xdd.action("change"))

    def do_change(self) -> None:
        """Open the box on the field under the cursor."""
        field = self._field
        value = getattr(self._report, field)
        now = "" if value is None else self._shown(field, value)
        if field in _CHOICES:
            group, codes = _CHOICES[field]
            others = [self.words(f"{group}.{code}") for code in codes]
        else:
            others = [self._shown(field, one) for one in self._report.candidates.get(field, ())]
        self._offered = tuple(dict.fromkeys((now, *others)))
        self._at = 0
        self.query_one("#value-prompt", Static).update(Text(f"{self.words(f'field.{field}')}: "))
        self.add_class("-changing")
        self._box.value = now
        self._box.cursor_position = len(now)
        self._box.focus()
        self._tell_keys()

    def _key(self, action: str) -> str:
        """The key of `action` that works in the box."""
        keys = (
            shown(key, short=not self.xdd.settings.ascii) for key in self.xdd.action(action).keys
        )
        return next((key for key in keys if not key.isalnum() or len(key) > 1), "")

    def do_down(self) -> None:
        """One field down; in the box the next value that is offered."""
        self._offer(1) if self.typing else super().do_down()

    def do_up(self) -> None:
        """One field up; in the box the value before."""
        self._offer(-1) if self.typing else super().do_up()

    def _offer(self, step: int) -> None:
        self._at = (self._at + step) % len(self._offered)
        self._box.value = self._offered[self._at]
        self._box.cursor_position = len(self._box.value)

    def _close(self) -> None:
        self._fields.focus()

    def on_descendant_focus(self) -> None:
        """The box goes with the focus, however that left it."""
        super().on_descendant_focus()
        if self._fields.has_focus:
            self.remove_class("-changing")
            self._tell_keys()

    def do_back(self) -> None:
        """Out of the box with nothing changed; then out of the screen."""
        if self.typing:
            self._close()
        else:
            self.xdd.leave()

    # ---- what is kept

    def do_store(self) -> None:
        """Keep what stands in the box."""
        field, typed = self._field, self._meant(self._field, nfc(self._box.value))
        library, report_id = self.xdd.library, self._report.id or ""
        self._change(lambda: library.correct([report_id], {field: typed}), "stored", "unchanged")

    def _meant(self, field: str, typed: str) -> str:
        """The code of a kind or level that was typed by its word, marks or none."""
        if field in _CHOICES:
            group, codes = _CHOICES[field]
            for code in codes:
                if bare(nfc(self.words(f"{group}.{code}"))) == bare(typed.strip()):
                    return code
        return typed

    def do_undo(self) -> None:
        """Take the last correction back."""
        library, report_id = self.xdd.library, self._report.id or ""
        self._change(lambda: library.undo_correction([report_id]), "undone", "nothing-undone")

    def _change(self, change: Callable[[], list[str]], done: str, nothing: str) -> None:
        """Make a change away from the screen's thread; the index hears of it afterwards."""
        library, report_id = self.xdd.library, self._report.id or ""

        def job() -> tuple[bool, Report]:
            return bool(change()), library.report(report_id)

        def then(told: tuple[bool, Report]) -> None:
            changed, report = told
            if self.typing:
                self._close()
            self._tell(report)
            self.say(self.words(f"screen.correct.{done if changed else nothing}"))
            if changed:
                self.xdd.keep_up()

        self.work(job, then)
