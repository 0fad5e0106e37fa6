"""Nearly the same text: what a sketch of an article tells without the article."""

from hypothesis import given
from hypothesis import strategies as st

from archive.report import Report, Section
from archive.resemblance import REPRINT, SIZE, likeness, sketch

WORDS = [f"từ{number}" for number in range(400)]


def report(words: list[str], *sections: Section) -> Report:
    return Report(id=None, source=None, text=" ".join(words), sections=sections)


def alike(one: list[str], other: list[str]) -> float:
    return likeness(sketch(report(one)), sketch(report(other)))


def every(step: int, word: str) -> list[str]:
    """The words with another one in the place of every `step`-th."""
    return [word if at % step == 0 else one for at, one in enumerate(WORDS)]


def test_a_copy_with_a_few_words_changed_is_a_reprint() -> None:
    assert alike(WORDS, every(50, "khác")) >= REPRINT


def test_a_copy_that_drops_a_caption_and_its_last_lines_is_a_reprint() -> None:
    assert alike(WORDS, [*WORDS[:100], *WORDS[115:370]]) >= REPRINT


def test_an_article_in_words_of_its_own_is_none() -> None:
    assert alike(WORDS, every(4, "khác")) < REPRINT
    assert alike(WORDS, [*WORDS[:150], *(f"riêng{number}" for number in range(250))]) < REPRINT


def test_a_piece_of_an_article_is_no_reprint_of_it() -> None:
    assert alike(WORDS, WORDS[:130]) < REPRINT


def test_marks_case_stops_and_lines_make_no_difference() -> None:
    shouted = " ".join(WORDS).upper().replace(" ", ",\n").replace("Ừ", "U")
    assert likeness(
        sketch(report(WORDS)), sketch(Report(id=None, source=None, text=shouted))
    ) == 1.0  # fmt: skip


def test_furniture_around_an_article_makes_no_difference() -> None:
    around = [f"menu{number}" for number in range(200)]
    whole = report([*around, *WORDS])
    start = len(" ".join(around))
    furniture = Section(role="furniture", start=0, end=start)
    told = Report(id=None, source=None, text=whole.text, sections=(furniture,))
    assert likeness(sketch(told), sketch(report(WORDS))) == 1.0
    assert likeness(sketch(whole), sketch(report(WORDS))) < 1.0


def test_short_texts_tell_nothing() -> None:
    assert sketch(report(WORDS[:20])) == b""
    assert alike(WORDS[:20], WORDS[:20]) == 0.0


PIECES = st.lists(st.sampled_from(WORDS[:60]), min_size=0, max_size=300)


@given(PIECES, PIECES)
def test_likeness_has_its_bounds_and_takes_no_side(one: list[str], other: list[str]) -> None:
    assert 0.0 <= alike(one, other) <= 1.0
    assert alike(one, other) == alike(other, one)
    assert alike(one, one) == (1.0 if sketch(report(one)) else 0.0)
    assert len(sketch(report(one))) <= 4 * SIZE


@given(PIECES, PIECES)
def test_the_estimate_is_the_share_itself_where_the_sketches_hold_all(
    one: list[str], other: list[str]
) -> None:
    one, other = one[:60], other[:60]  # at most 57 runs, fewer than a sketch holds

    def runs(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}

    if sketch(report(one)) and sketch(report(other)) and len(runs(one) | runs(other)) <= SIZE:
        nearest = max(len(runs(one)), len(runs(other)))
        most = len(runs(one) & runs(other)) / nearest
        assert alike(one, other) <= most
