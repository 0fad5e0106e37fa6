"""What is found, written to a file: which format, and where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from archive.comparing.diff import Diff
from archive.errors import InputError
from archive.vietnamese import bare, nfc
from tui.catalogue import Catalogue
from tui.screens.base import PlaceScreen
from tui.screens.sides import period_shown
from tui.widgets.lines import Line, Piece, padded, plain, visible
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from archive.comparing.side_by_side import Comparison

FORMATS = ("html", "docx", "md", "csv")
"""What a finding can be written as, what most people open first."""

_LABEL = 22
_LONGEST = 80  # letters of a proposed name


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to write: `name` proposes the file's, without its ending; `make` gives the bytes
    in one of `formats`, away from the screen's thread.
    """

    name: str
    make: Callable[[str], bytes]
    formats: Sequence[str] = FORMATS


def proposed(*parts: str | None) -> str:
    """A file's name out of words: letters without marks and digits, joined by hyphens."""
    words = "".join(
        char if char.isascii() and char.isalnum() else " "
        for part in parts
        if part
        for char in f"{bare(nfc(part)).replace('đ', 'd').replace('Đ', 'D')} "
    )
    return "-".join(words.lower().split())[:_LONGEST].strip("-") or "xdd-tui"


def diff_offer(diff: Diff, words: Catalogue) -> Offer:
    """A diff of tasks, named by its body and periods."""
    from archive.exporting import write
    from archive.exporting.diff import diff_document

    periods = (period_shown(report, words) for report in (diff.a, diff.b))
    name = proposed(words("place.diff"), diff.b.body, *periods)
    return Offer(name, lambda form: write(diff_document(diff, words), form))


def comparison_offer(comparison: "Comparison", words: Catalogue) -> Offer:
    """Two reports side by side, named by their ids."""
    from archive.exporting import write
    from archive.exporting.comparison import comparison_document

    name = proposed(words("place.compare"), comparison.a.id, comparison.b.id)
    return Offer(name, lambda form: write(comparison_document(comparison, words), form))


class ExportScreen(PlaceScreen):
    """The formats, and below them a box with the file's name."""

    CSS_PATH = "export.tcss"
    home = "export"

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offered = offer
        self._warned = ""

    def body(self) -> ComposeResult:
        """The box above the list, as in every picker."""
        with Vertical(id="picker"):
            yield Input(compact=True, select_on_focus=False, id="path")
            rows = Rows(self._draw, height=1, leads=True, ascii_only=self.xdd.settings.ascii)
            rows.add_class("pane")
            rows.id = "formats"
            yield rows

    def on_mount(self) -> None:
        """The first format is proposed, in the folder the program was started from."""
        super().on_mount()
        formats = self.query_one("#formats", Rows)
        formats.border_title = self.caption(self.words("screen.export.title"))
        formats.show(len(self._offered.formats))
        self._path.value = f"{self._offered.name}.{self._format}"
        self._path.focus()
        self._path.cursor_position = len(self._path.value)

    @property
    def _path(self) -> Input:
        return self.query_one("#path", Input)

    @property
    def _format(self) -> str:
        return self._offered.formats[self.mover().cursor]

    def mover(self) -> Rows:
        """The formats."""
        return self.query_one("#formats", Rows)

    def conditions(self) -> frozenset[str]:
        """Is a file named?"""
        return frozenset({"row"}) if self._path.value.strip() else frozenset()

    def _draw(self, row: int, _width: int) -> tuple[Line, ...]:
        form = self._offered.formats[row]
        label = padded(f"{self.words(f'format.{form}')} ", _LABEL)
        return ((*plain(label, "key"), Piece(self.words(f"screen.export.{form}"), "dim")),)

    def on_rows_moved(self) -> None:
        """The name follows the format, as long as it ends in one."""
        written = Path(self._path.value)
        if written.suffix.lstrip(".") in self._offered.formats:
            self._path.value = str(written.with_suffix(f".{self._format}"))
            self._path.cursor_position = len(self._path.value)

    def on_input_changed(self, message: Input.Changed) -> None:
        """An ending that is typed chooses the format."""
        self._warned = ""
        typed = Path(message.value).suffix.lstrip(".")
        if typed in self._offered.formats and typed != self._format:
            self.mover().go(self._offered.formats.index(typed))
        self.refresh_frame()

    def on_rows_chosen(self) -> None:
        """A click on a format is no more than its choice."""
        self._path.focus()

    def do_write(self) -> None:
        """Write the file, with the format's ending where another or none was typed; what stands
        there is replaced only by a second enter.
        """
        path, form = Path(self._path.value.strip()).expanduser(), self._format
        if path.name and path.suffix != f".{form}":
            path = path.with_name(f"{path.name}.{form}")
        if path.exists() and self._warned != str(path):
            self._warned = str(path)
            key = self.xdd.shown("write")
            self.say(self.words("screen.export.there", key=key, path=visible(str(path))))
            return

        def job() -> Path:
            data = self._offered.make(form)
            try:
                path.write_bytes(data)
            except OSError as error:
                raise InputError("no-output", path=str(path), why=error.strerror) from None
            return path.absolute()

        def then(written: Path) -> None:
            self.xdd.leave()
            self.xdd.say(self.words("screen.export.written", path=visible(str(written))))

        self.work(job, then, awaited="way")
