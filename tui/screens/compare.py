"""Two reports side by side, scrolled together part by part."""

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import ComposeResult

from archive.comparing.side_by_side import Comparison
from archive.report import Report, Span
from search.citing import sentence_around
from tui.citing import citation
from tui.screens.about import named
from tui.screens.base import PlaceScreen
from tui.screens.finder import Finder
from tui.screens.pairs import (
    Difference,
    Part,
    PartBlock,
    Told,
    differences,
    directives_flow,
    fields_flow,
    figures_flow,
    found_in,
    parts_of,
)
from tui.widgets.blocks import Blocks
from tui.widgets.edges import Edge
from tui.widgets.flow import Beside, Row
from tui.widgets.lines import Line, Piece, plain, visible
from tui.widgets.scroller import Scroller
from tui.widgets.signs import sign

COLUMNS = 80
"""From this width on, the reports stand in columns."""

BEFORE = 3
"""Blocks before the first part: the fields, the documents, the figures."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Two reports compared, their parts, still without their words compared."""

    comparison: Comparison
    parts: list[Part]


class CompareScreen(PlaceScreen):
    """Fields, documents and texts of two reports; `n` walks what differs."""

    CSS_PATH = "compare.tcss"
    home = "compare"

    def __init__(self, a: str, b: str) -> None:
        super().__init__()
        self._ids = (a, b)
        self._loaded: Loaded | None = None
        self._failed = False
        self._told: list[Told] = []
        self._differences: list[Difference] = []
        self._pattern = ""
        self._found: list[Difference] | None = None
        self._at = -1
        self._part_blocks: list[PartBlock] = []
        self._wide = False

    # ---- the frame

    def body(self) -> ComposeResult:
        """Notice, the heads of the columns, the blocks."""
        yield Edge(id="notice")
        yield Edge(id="sides")
        blocks = Blocks(ascii_only=self.xdd.settings.ascii, id="blocks")
        blocks.add_class("pane")
        yield blocks
        yield Finder(self.xdd.words)

    def on_mount(self) -> None:
        """Compare away from the screen's thread."""
        for name in ("#notice", "#sides"):
            self.query_one(name).display = False
        self._blocks.show((), empty=self.words("screen.reader.loading"))
        self._blocks.focus()
        library, (a, b) = self.xdd.library, self._ids

        def job() -> Loaded:
            comparison = library.compare(library.report(a), library.report(b))
            return Loaded(comparison, parts_of(comparison))

        self.xdd.work(job, self._compared, failed=self._unread)

    @property
    def _blocks(self) -> Blocks:
        return self.query_one("#blocks", Blocks)

    def mover(self) -> Scroller:
        """The blocks."""
        return self._blocks

    def conditions(self) -> frozenset[str]:
        """What is met now."""
        met = {
            "matches": bool(self._walked),
            "item": self._at >= 0,
            "pair": self._loaded is not None,
            "loaded": self._loaded is not None,
        }
        return frozenset(name for name, is_met in met.items() if is_met)

    def status(self) -> Line:
        """Which difference one is at, and whether more may be found."""
        if self._loaded is None:
            said = "unread" if self._failed else "loading"
            return plain(self.words(f"screen.reader.{said}"), "dim")
        total = len(self._walked)
        keys = self.walking_keys
        if self._found:
            at = {"number": self._at + 1, "total": total, "keys": keys}
            return plain(self.words("screen.reader.found", pattern=visible(self._pattern), **at))
        if self._at >= 0:
            said = self.words("screen.compare.at", number=self._at + 1, total=total, keys=keys)
        else:
            said = self.words("screen.compare.walk", count=total, keys=keys)
        if len(self._told) < len(self._loaded.parts):
            return plain(f"{said} · {self.words('screen.compare.working')}", "changed")
        return plain(said)

    # ---- comparing

    def _unread(self, trouble: str) -> None:
        if self.is_attached:
            self._failed = True
            self._blocks.show((), empty=trouble)
            self.refresh_frame()

    def _compared(self, loaded: Loaded) -> None:
        if self.is_attached:
            self._loaded = loaded
            self._lay_out()
            self._compare_next()

    def _compare_next(self) -> None:
        """Compare the words of the next part; each part is shown as soon as it is done."""
        if self._loaded is None or len(self._told) == len(self._loaded.parts):
            self._tell_notice()
            return
        number = len(self._told)
        part = self._loaded.parts[number]

        def then(told: Told) -> None:
            self._told.append(told)
            self._differences += told.differences
            self._mark(number)
            self._blocks.refresh()
            self.refresh_frame()
            self._compare_next()

        self.work(lambda: differences(number, part), then)

    def _lay_out(self, at: int = 0) -> None:
        if self._loaded is None:
            return
        self._wide = self.size.width >= COLUMNS
        words, ascii_only = self.xdd.words, self.xdd.settings.ascii
        comparison = self._loaded.comparison
        self._part_blocks = [
            PartBlock(part, words, wide=self._wide, ascii_only=ascii_only)
            for part in self._loaded.parts
        ]
        self._mark(*range(len(self._part_blocks)))
        first = (
            fields_flow(comparison, words, wide=self._wide, ascii_only=ascii_only),
            directives_flow(comparison, words),
            figures_flow(comparison, words, wide=self._wide, ascii_only=ascii_only),
        )
        self._blocks.show((*first, *self._part_blocks), cursor=at)
        self._tell_sides()
        self.refresh_frame()

    def _tell_notice(self) -> None:
        """What is unusual about these two."""
        if self._loaded is None:
            return
        comparison = self._loaded.comparison
        said = ""
        if comparison.a.id == comparison.b.id:
            said = self.words("screen.compare.same-report")
        elif comparison.a.text == comparison.b.text:
            said = self.words("screen.compare.identical")
        notice = self.query_one("#notice", Edge)
        notice.show(plain(said, "changed"))
        notice.display = bool(said)

    def _tell_sides(self) -> None:
        if self._loaded is None:
            return
        comparison = self._loaded.comparison
        left, right = (
            self.words("screen.compare.side", letter=letter, name=named(report, self.xdd.words))
            for letter, report in (("A", comparison.a), ("B", comparison.b))
        )
        sides = self.query_one("#sides", Edge)
        sides.display = self._wide
        if self._wide:
            rule = sign("rule", ascii_only=self.xdd.settings.ascii)
            heads = Beside(
                Row((Piece(left, "strong", by_its_end=True),)),
                Row((Piece(right, "strong", by_its_end=True),)),
                rule=rule,
            )
            heads.measure(max(20, self.size.width - 4))
            sides.show(heads.line(0))
            self._blocks.border_title = None
        else:
            self._blocks.border_title = Text(f"{visible(left)}  {visible(right)}")

    def on_resize(self, event: events.Resize) -> None:
        """One column or two."""
        if self._loaded and (event.size.width >= COLUMNS) != self._wide:
            self._lay_out(self._blocks.cursor)
        else:
            self._tell_sides()

    # ---- moving

    @property
    def _walked(self) -> list[Difference]:
        """What `n` and `N` walk: what was found, else what differs."""
        return self._differences if self._found is None else self._found

    @property
    def _current(self) -> Difference | None:
        return self._walked[self._at] if self._at >= 0 else None

    def _mark(self, *parts: int) -> None:
        """Mark in these parts what is walked."""
        for part in parts:
            block = self._part_blocks[part]
            if part < len(self._told):
                block.tell(self._told[part], self._current)
            if self._found is not None:
                block.mark([d for d in self._found if d.part == part], self._current)

    def on_blocks_moved(self) -> None:
        """Another part is the current one."""
        self.refresh_frame()

    def _line(self, found: Difference) -> int:
        """The number of a difference's line among all lines."""
        line = self._part_blocks[found.part].line_at(found)
        return self._blocks.line_of(found.part + BEFORE, line)

    def _step(self, step: int) -> None:
        """To the next difference from the current one, or from what is in view without one."""
        blocks = self._blocks
        top, height = blocks.scroll_offset.y, blocks.scrollable_content_region.height
        current = self._current
        if current and top <= self._line(current) < top + height:
            at = self._at + step
        elif step > 0:
            at = next((n for n, d in enumerate(self._walked) if self._line(d) >= top), 0)
        else:
            ahead = [n for n, d in enumerate(self._walked) if self._line(d) < top]
            at = ahead[-1] if ahead else -1
        self._at = at % len(self._walked)
        found = self._walked[self._at]
        self._mark(*{found.part, *([current.part] if current else [])})
        blocks.go(found.part + BEFORE, self._part_blocks[found.part].line_at(found))
        blocks.refresh()

    def do_next_match(self) -> None:
        """To the next difference."""
        self._step(1)

    def do_previous_match(self) -> None:
        """To the difference before."""
        self._step(-1)

    def _section(self, step: int) -> None:
        at = self._blocks.cursor + step
        if 0 <= at < len(self._part_blocks) + BEFORE:
            self._blocks.go(at)
        else:
            self.say(self.words("screen.reader.no-section"))

    def do_next_section(self) -> None:
        """To the next part."""
        self._section(1)

    def do_previous_section(self) -> None:
        """To the part before."""
        self._section(-1)

    # ---- find

    def do_find(self) -> None:
        """Open the box."""
        self.query_one(Finder).open()

    def on_finder_sought(self, message: Finder.Sought) -> None:
        """Find in both texts what was typed so far."""
        sought, self._pattern = message.pattern.strip(), message.pattern
        self.say("")
        self._seek(sought)
        if self._found:
            self._step(1)
            self.refresh_frame()
        elif sought:
            self.say(self.words("screen.reader.not-found", pattern=visible(sought)))

    def _seek(self, pattern: str) -> None:
        """Walk the places of `pattern`, or again the differences where it is blank."""
        parts = self._loaded.parts if self._loaded else []
        self._at = -1
        self._found = None
        if pattern and parts:
            places = [place for n, part in enumerate(parts) for place in found_in(n, part, pattern)]
            self._found = sorted(places, key=self._line)
        else:
            for block in self._part_blocks:
                block.mark(())
        self._mark(*range(len(self._part_blocks)))
        self._blocks.refresh()
        self.refresh_frame()

    def on_finder_left(self) -> None:
        """What was found is kept for n and N."""
        self._blocks.focus()

    def do_back(self) -> None:
        """Out of the box and of what was found; then out of the comparison."""
        finder = self.query_one(Finder)
        if finder.is_open or self._found is not None:
            finder.forget()
            self._seek("")
        else:
            self.xdd.leave()

    # ---- what is done with the two

    def do_diff(self) -> None:
        """The tasks of these two."""
        self.xdd.open_diff(*self._ids)

    def do_export(self) -> None:
        """Write the comparison to a file."""
        from tui.screens.export import ExportScreen, comparison_offer

        if self._loaded:
            offer = comparison_offer(self._loaded.comparison, self.xdd.words)
            self.app.push_screen(ExportScreen(offer))

    def _passages(self) -> list[tuple[Report, str]]:
        """The sentences around the current difference."""
        found = self._current
        if self._loaded is None or found is None:
            return []
        comparison, part = self._loaded.comparison, self._loaded.parts[found.part]
        passages = []
        for report, side, span in (
            (comparison.a, part.a, found.a),
            (comparison.b, part.b, found.b),
        ):
            if side and span:
                place = Span(side.start + span.start, side.start + min(span.end, span.start + 1))
                start, end = sentence_around(report.text, place)
                passages.append((report, report.text[start:end].strip()))
        return passages

    def do_copy(self) -> None:
        """Copy the sentences that differ."""
        self.xdd.copy("\n".join(text for _, text in self._passages()))

    def do_copy_citation(self) -> None:
        """Copy the sentences that differ with where they stand."""
        words = self.xdd.words
        self.xdd.copy("\n".join(f"{text}\n{citation(r, words)}" for r, text in self._passages()))
