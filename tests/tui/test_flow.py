"""Laid out text and the marks of a diff: nothing is lost, nothing is wider than its place."""

from hypothesis import given
from hypothesis import strategies as st

from archive.comparing.diff import Group
from archive.comparing.marks import word_marks
from tui.screens.groups import Marked, bracketed, in_one, on_side
from tui.widgets.counts import Count, Counts
from tui.widgets.flow import Beside, Passage, Row, Stack
from tui.widgets.lines import Line, Mark, cells, plain

TEXT = st.text(st.sampled_from("aăbđ ư文[]{}\n1."), max_size=80)
WORDS = st.lists(
    st.sampled_from(["giảm", "25", "32", "biên", "chế", "xã,", "[x]", "{y}"]), max_size=9
)
SENTENCES = WORDS.map(" ".join)
WIDTHS = st.integers(12, 60)


def written(line: Line) -> str:
    return "".join(piece.text for piece in line)


@given(TEXT, WIDTHS)
def test_a_passage_keeps_every_letter_and_its_width(text: str, width: int) -> None:
    passage = Passage(text, lead=plain(" 3  "))
    lines = [passage.line(n) for n in range(passage.measure(width))]
    assert all(cells(line) <= width for line in lines)
    assert all(written(line).startswith("    ") for line in lines[1:])
    letters = "".join(written(line)[4:] for line in lines)
    assert "".join(letters.split()) == "".join(text.split())


@given(TEXT, TEXT, WIDTHS)
def test_side_by_side_both_start_on_one_line_and_the_rule_stands_straight(
    left: str, right: str, width: int
) -> None:
    both = Beside(Passage(left), Passage(right))
    heights = (Passage(left).measure((width - 3) // 2), both.measure(width))
    assert heights[0] <= heights[1]
    for number in range(heights[1]):
        line = both.line(number)
        assert cells(line) <= width
        before = line[: [piece.text for piece in line].index(" │ ")]
        assert cells(before) == (width - 3) // 2


def unbraced(braced: str, marks: list[Mark]) -> str:
    for mark in reversed(marks):
        braced = braced[: mark.start] + braced[mark.start + 1 : mark.end - 1] + braced[mark.end :]
    return braced


def test_a_stack_asks_the_part_that_a_line_falls_into() -> None:
    stack = Stack((Row(plain("a")), Passage("b c"), Row(plain("d"))))
    assert [written(stack.line(n)) for n in range(stack.measure(1))] == ["a", "b", "c", "d"]


def test_where_room_is_short_counts_of_nothing_give_way_to_what_is_shown() -> None:
    counts = Counts()
    counts.offer(
        [Count("kept", 0, "= 0 giữ", "dim"), Count("new", 2, "+ 2 mới", "good")], "new", "v mới"
    )
    assert written(counts.arranged(30)).startswith(" = 0 giữ [+ 2 mới] ")
    assert written(counts.arranged(30)).endswith("v mới")
    assert written(counts.arranged(18)) == "[+ 2 mới]    v mới"
    assert written(counts.arranged(10)).startswith("[+ 2 mới]")


@given(SENTENCES, st.lists(st.integers(0, 40), unique=True, max_size=6))
def test_braces_take_nothing_away(text: str, cuts: list[int]) -> None:
    places = sorted(min(cut, len(text)) for cut in cuts)
    marks = [
        Mark(start, end, "bad")
        for start, end in zip(places[::2], places[1::2], strict=False)
        if end > start
    ]
    braced, moved = bracketed(text, marks)
    assert [braced[m.start : m.end] for m in moved] == [
        f"{{{text[m.start : m.end]}}}" for m in marks
    ]
    assert unbraced(braced, moved) == text


@given(SENTENCES.filter(bool), SENTENCES.filter(bool))
def test_one_text_of_both_holds_both(a: str, b: str) -> None:
    """Without what came it says what was before; without what went, what is now."""
    marked = Marked(Group(verdict="reworded", a=(0,), b=(0,)), (a,), (b,), word_marks(a, b))
    text, marks = in_one(marked)
    for look, other in (("good", b), ("bad", a)):
        kept, at = "", 0
        for mark in marks:
            kept += text[at : mark.start]
            if mark.look == look:
                kept += text[mark.start + 2 : mark.end - 2]
            at = mark.end
        kept += text[at:]
        forms = "".join(char for char in kept if char.isalnum())
        assert forms == "".join(char for char in other if char.isalnum())


@given(st.lists(SENTENCES.filter(bool), min_size=1, max_size=3), SENTENCES.filter(bool))
def test_on_each_side_of_a_merge_every_text_stays_whole(a: list[str], b: str) -> None:
    marks = word_marks("\n".join(a), b)
    group = Group(verdict="merged", a=tuple(range(len(a))), b=(0,))
    marked = Marked(group, tuple(a), (b,), marks)
    assert [unbraced(*braced) for braced in on_side(marked, "a")] == a
