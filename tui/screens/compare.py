"""Two reports side by side, scrolled together part by part."""

from dataclasses import dataclass

from archive.comparing.side_by_side import Comparison
from archive.report import Report, Span
from search.citing import sentence_around
from tui.citing import citation
from tui.screens.about import named
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
from tui.screens.two_sided import TwoSidedScreen
from tui.widgets.lines import Line, plain, visible

BEFORE = 3
"""Blocks before the first part: the fields, the documents, the figures."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Two reports compared, their parts, still without their words compared."""

    comparison: Comparison
    parts: list[Part]


class CompareScreen(TwoSidedScreen):
    """Fields, documents and texts of two reports; `n` walks what differs."""

    CSS_PATH = "compare.tcss"
    home = "compare"
    columns = 80

    def __init__(self, a: str, b: str) -> None:
        super().__init__(a, b)
        self._loaded: Loaded | None = None
        self._told: list[Told] = []
        self._differences: list[Difference] = []
        self._pattern = ""
        self._found: list[Difference] | None = None
        self._at = -1
        self._part_blocks: list[PartBlock] = []

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
            return self.awaited
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

    def load(self) -> None:
        """Pair their parts, then compare the words of each."""
        library, (a, b) = self.xdd.library, self.ids

        def job() -> Loaded:
            comparison = library.compare(library.report(a), library.report(b))
            return Loaded(comparison, parts_of(comparison))

        def then(loaded: Loaded) -> None:
            self._loaded = loaded
            self.lay_out()
            self._compare_next()

        self.fetch(job, then)

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
            self.blocks.refresh()
            self.refresh_frame()
            self._compare_next()

        self.work(lambda: differences(number, part), then, awaited="more")

    def lay_out(self, at: int = 0) -> None:
        """The fields, the documents, the figures, then part by part."""
        if self._loaded is None:
            return
        self.wide = self.size.width >= self.columns
        words, ascii_only = self.xdd.words, self.xdd.settings.ascii
        comparison = self._loaded.comparison
        self._part_blocks = [
            PartBlock(part, words, wide=self.wide, ascii_only=ascii_only)
            for part in self._loaded.parts
        ]
        self._mark(*range(len(self._part_blocks)))
        first = (
            fields_flow(comparison, words, wide=self.wide, ascii_only=ascii_only),
            directives_flow(comparison, words),
            figures_flow(comparison, words, wide=self.wide, ascii_only=ascii_only),
        )
        self.blocks.show((*first, *self._part_blocks), cursor=at)
        self.tell_heads()
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
        self.tell_notice(said)

    def heads(self) -> tuple[str, str] | None:
        """Which report is which."""
        if self._loaded is None:
            return None
        comparison, words = self._loaded.comparison, self.xdd.words
        return (
            words("screen.compare.side", letter="A", name=named(comparison.a, words)),
            words("screen.compare.side", letter="B", name=named(comparison.b, words)),
        )

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
        return self.blocks.line_of(found.part + BEFORE, line)

    def step(self, step: int) -> None:
        """To the next difference from the current one, or from what is in view without one."""
        blocks = self.blocks
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

    def _section(self, step: int) -> None:
        at = self.blocks.cursor + step
        if 0 <= at < len(self._part_blocks) + BEFORE:
            self.blocks.go(at)
        else:
            self.say(self.words("screen.reader.no-section"))

    def do_next_section(self) -> None:
        """To the next part."""
        self._section(1)

    def do_previous_section(self) -> None:
        """To the part before."""
        self._section(-1)

    # ---- find

    def on_finder_sought(self, message: Finder.Sought) -> None:
        """Find in both texts what was typed so far."""
        sought, self._pattern = message.pattern.strip(), message.pattern
        self.say("")
        self._seek(sought)
        if self._found:
            self.step(1)
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
        self.blocks.refresh()
        self.refresh_frame()

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
        self.xdd.open_diff(*self.ids)

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
