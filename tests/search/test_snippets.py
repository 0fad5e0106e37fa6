from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese import nfc
from search.analysis import terms, tokens
from search.clauses import Word
from search.query import parse
from search.snippets import Matcher, snippets


def marked(query: str, text: str) -> list[str]:
    """The stretches of `text` that `query` lights up."""
    return [text[match.start : match.end] for match in Matcher(parse(query)).matches(text)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("hoà giải", "Tổ Hòa giải; hòa. Giải", ["Hòa giải"]),  # lone syllables tell nothing
        ("hoà giải", "một ván hòa, rồi giải", ["hòa", "giải"]),  # unless there is nothing else
        ("hoa giai", "HOÀ GIẢI", ["HOÀ GIẢI"]),
        ("kỷ luật", "kỉ luật, kỷ luật, kỳ luật", ["kỉ luật", "kỷ luật"]),
        ("ki luat", "Kỷ Luật; kì luật", ["Kỷ Luật", "kì luật"]),
        ('"lí luận"', "lý luận", ["lý luận"]),
        ("hội", "hội hỏi hoi Hội", ["hội", "Hội"]),
        ("quy hoạch 2025", "quy hoạch đến 2025; quy", ["quy hoạch", "2025"]),
        ('"cán bộ"', "cán sự; cán bộ; bộ", ["cán bộ"]),
        ('"cán bộ" quy', "quy cán bộ", ["quy cán bộ"]),  # neighbours are one match
        ("21 KL/TW", "theo Kết luận 21-KL/TW và 22-KL/TW", ["21-KL/TW"]),
        ("KL 21", "theo 21-KL/TW", ["21-KL/TW"]),
        ("KL 21 tỉnh", "theo 21-KL/TW", ["21-KL/TW"]),
        ("directive:21-KL/TW", "Kết luận 21-KL/TW", ["21-KL/TW"]),
        ('directive:"21-KL/TW khóa XIII"', "Kết luận 21-KL/TW", ["21-KL/TW"]),
        ("-cán", "cán bộ", []),
        ("year:2022", "năm 2022", []),  # a facet has no place in the text
        ("quy hoạch OR cán bộ", "quy hoạch; cán sự; cán bộ", ["quy hoạch", "cán bộ"]),
        ("quy hoạch OR học", "quy hoạch, học, quy", ["quy hoạch", "học"]),
        ("1250", "được 1.250 người", ["1.250"]),
    ],
)
def test_matches(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, nfc(text)) == expected


def test_passages_are_whole_words_near_the_match() -> None:
    text = "Mở đầu. " * 40 + "Rà soát quy hoạch cán bộ. " + "Phần cuối. " * 40
    (passage,) = snippets(Matcher(parse("quy hoạch cán bộ")), text)
    assert passage.text.startswith("Rà soát quy hoạch cán bộ.")
    assert [passage.text[a:b] for a, b in passage.highlights] == ["quy hoạch cán bộ"]
    assert text[passage.start :].startswith("Rà soát")


def test_each_further_passage_shows_something_more() -> None:
    text = "quy hoạch " + "x " * 300 + "kiểm tra " + "x " * 300 + "quy hoạch"
    shown = snippets(Matcher(parse("quy hoạch kiểm tra")), text)
    assert [[s.text[a:b] for a, b in s.highlights] for s in shown] == [["quy hoạch"], ["kiểm tra"]]


STAMP = "Cập nhật lúc 17:05, Thứ Sáu, 06/01/2023 (GMT+7)"
PROSE = "Kế hoạch năm 2023 đã giao."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{STAMP}\n\n{PROSE}", PROSE),  # the page's hour is no text
        (f"Trang chủ | Tin 2023 | Liên hệ\n{PROSE}", PROSE),  # nor are its links
        (f"06/01/2023\nThứ Sáu, 06/01/2023\n{PROSE}", PROSE),  # a day alone
        (f"Đoàn đi thăm năm 2023 |\n{PROSE}", PROSE),  # a caption
        (f"[Bài mẫu năm 2023, không có thật.]\n{PROSE}", PROSE),  # a note
        ("Ngày 06/01/2023 họp.", "Ngày 06/01/2023 họp."),  # a sentence
        (f"Xem lại\n{STAMP}", STAMP),  # unless there is nothing else; it is not begun inside
        ("Từ 8:30 năm 2023 họp.", "Từ 8:30 năm 2023 họp."),  # no sentence ends inside a time,
        ("Đã phát 1.250 thẻ năm 2023", "Đã phát 1.250 thẻ năm 2023"),  # or inside a number
        ("Họp ngày 06/01/2023 lúc 17:05.", "Họp ngày 06/01/2023 lúc 17:05."),  # prose with both
    ],
)
def test_a_passage_begins_where_text_does(text: str, expected: str) -> None:
    (passage,) = snippets(Matcher(parse("2023")), nfc(text))
    assert passage.text == nfc(expected)


PIECES = st.sampled_from(
    ["hội", "Hội", "nghị", "hoà", "hòa", "21-KL/TW", "1.250", ".", "\n", ",", "đảng", "(", "x" * 90]
)
QUERIES = st.lists(
    st.sampled_from(["hội", "nghi", '"hội nghị"', "hòa", "21-KL/TW", "-đảng", "dang", "OR"]),
    max_size=5,
).map(" ".join)


@given(QUERIES, st.lists(PIECES, max_size=80).map(" ".join))
def test_highlights_lie_on_letters_of_the_text(query: str, text: str) -> None:
    matcher = Matcher(parse(query))
    found = matcher.matches(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(terms(text[m.start : m.end]) for m in found)
    shown = snippets(matcher, text)
    assert bool(shown) == bool(found)
    for snippet in shown:
        stretch = text[snippet.start : snippet.start + len(snippet.text)]
        assert snippet.text == stretch.replace("\n", " ")
        assert snippet.highlights
        for start, end in snippet.highlights:
            assert 0 <= start < end <= len(snippet.text)
    assert all(one.start + len(one.text) <= other.start for one, other in pairwise(shown))


@given(
    st.text("aàbđDĐ ộỘiỷy uo5.,-_中😀\u2028ß", max_size=40),
    st.text("aàbđdộiỷyuo中ß", min_size=1, max_size=3),
    st.booleans(),
)
def test_a_word_is_found_where_reading_the_text_finds_it(
    text: str, word: str, typing: bool
) -> None:
    text = nfc(text)
    query = parse(word, typing=typing)
    (clause,) = query.clauses
    (atom,) = clause.atoms
    assert isinstance(atom, Word)
    read = [token for token in tokens(text) if atom.means(token.term)]
    lit = {i for match in Matcher(query).matches(text) for i in range(match.start, match.end)}
    assert {i for token in read for i in range(token.start, token.end)} <= lit
    assert all(text[i] == " " for i in lit - {i for t in read for i in range(t.start, t.end)})


def test_further_passages_show_the_words_again_the_best_told_by_its_rank() -> None:
    gap = "Việc khác thì thôi. " * 20
    text = f"Kiểm tra. {gap}Quy hoạch cán bộ và kiểm tra. {gap}Quy hoạch cán bộ."
    matcher = Matcher(parse("quy hoạch cán bộ kiểm tra"))
    told = [
        (s.rank, [s.text[a:b] for a, b in s.highlights])
        for s in snippets(matcher, text, further=True)
    ]
    # "Kiểm tra" alone shows too little beside the best: two of its six words.
    assert told == [(0, ["Quy hoạch cán bộ", "kiểm tra"]), (1, ["Quy hoạch cán bộ"])]
    assert [s.rank for s in snippets(matcher, text)] == [0]


def test_a_hit_is_told_by_the_passage_that_shows_it_best() -> None:
    text = f"Kiểm tra, giám sát. {'Việc khác. ' * 30}Quy hoạch cán bộ, kiểm tra."
    shown = snippets(Matcher(parse("quy hoạch cán bộ kiểm tra giám sát")), text)
    assert [s.rank for s in shown] == [1, 0]


@given(QUERIES, st.lists(PIECES, max_size=80).map(" ".join), st.integers(0, 6))
def test_passages_stand_in_the_order_of_the_text_and_none_overlaps(
    query: str, text: str, most: int
) -> None:
    matcher = Matcher(parse(query))
    shown = snippets(matcher, text, most, further=True)
    assert len(shown) <= most
    assert sorted(s.rank for s in shown) == list(range(len(shown)))
    assert all(one.start + len(one.text) <= other.start for one, other in pairwise(shown))
    assert all(s.highlights for s in shown)


def test_a_word_shortly_before_a_passage_takes_nothing_of_it() -> None:
    text = f"Kiểm tra {'và ' * 25}quy hoạch {'và ' * 28}cán bộ, đảng viên"
    shown = snippets(Matcher(parse('"kiểm tra" "quy hoạch" "cán bộ" "đảng viên"')), text)
    lit = [[s.text[a:b] for a, b in s.highlights] for s in shown]
    assert lit == [["Kiểm tra"], ["quy hoạch", "cán bộ", "đảng viên"]]
