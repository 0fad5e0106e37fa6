"""Quote to source: passages are found however they are pasted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese import bare
from search.index import Index
from tests.search.shelf import index_of, report

PASSAGE = (
    "Từ khi có quy chế phối hợp, hai nơi kêu khó nhất hồi đầu năm đã làm xong việc nhận xét "
    "giữa kỳ cho ba mươi tám đảng viên, và không nơi nào xin lùi thời hạn nữa"
)
AROUND = "Hội nghị diễn ra sáng nay. {}. Đại biểu ra về trước giờ cơm trưa."
WORDS = PASSAGE.split()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(
        tmp_path_factory.mktemp("index"),
        report("source", AROUND.format(PASSAGE), title="Họp quý"),
        report("reprint", AROUND.format(PASSAGE.replace("hồi đầu năm ", "")), title="Tin bạn"),
        report("same-words", AROUND.format(" ".join(sorted(WORDS))), title="Xáo trộn"),
        report("half", AROUND.format(" ".join(WORDS[:16])), title="Một nửa"),
        report("other", "Giải bóng đá thiếu niên khai mạc chiều qua.", title="Bóng đá"),
    )


def names(index: Index, text: str) -> list[str]:
    return [hit.id for hit in index.quote(text).hits]


@pytest.mark.parametrize(
    "pasted",
    [
        PASSAGE,
        bare(PASSAGE),  # no marks
        bare(PASSAGE).replace("đ", "d"),
        PASSAGE.upper(),
        "\n".join(WORDS),  # other line breaks
        PASSAGE.replace(",", ""),
        " ".join(word for i, word in enumerate(WORDS) if i % 8),  # words left out
        " ".join("nào" if i % 9 == 4 else word for i, word in enumerate(WORDS)),  # changed
        f"“{PASSAGE}”.",
    ],
)
def test_the_source_however_it_is_pasted(index: Index, pasted: str) -> None:
    found = names(index, pasted)
    assert found[0] == "source"
    assert found[1] == "reprint"
    assert not {"same-words", "other"} & set(found)


def test_the_score_is_the_share_of_the_words_found(index: Index) -> None:
    hits = {hit.id: hit for hit in index.quote(PASSAGE).hits}
    assert hits["source"].score == 1
    assert hits["reprint"].score == round(1 - 3 / len(WORDS), 4)
    assert "half" not in hits  # 16 of 39 words


def test_the_snippet_is_the_passage_as_the_report_has_it(index: Index) -> None:
    (snippet,) = index.quote(bare(PASSAGE)).hits[0].snippets
    assert snippet.text == PASSAGE
    assert AROUND.format(PASSAGE)[snippet.start :].startswith(PASSAGE)
    assert "".join(snippet.text[a:b] for a, b in snippet.highlights).startswith("Từ khi có quy chế")


def test_few_words_must_all_be_there(index: Index) -> None:
    assert names(index, "quy chế phối hợp")[:1] == ["source"]
    assert names(index, "quy chế bóng đá") == []


@pytest.mark.parametrize(
    "pasted", ["", "  \n", "…", "hội", "không nơi nào có những lời như thế này"]
)
def test_what_stands_nowhere_finds_nothing(index: Index, pasted: str) -> None:
    answer = index.quote(pasted)
    assert (answer.total, answer.hits) == (0, ())


@given(st.integers(0, len(WORDS) - 6), st.integers(5, len(WORDS)))
def test_any_stretch_is_found_whole(index: Index, start: int, length: int) -> None:
    hit = index.quote(" ".join(WORDS[start : start + length])).hits[0]
    assert (hit.id, hit.score) in {("source", 1), ("reprint", 1), ("half", 1)}


def test_a_very_long_text_is_looked_for_by_its_beginning(index: Index) -> None:
    assert names(index, f"{PASSAGE} " * 200) == []
    assert names(index, AROUND.format(PASSAGE) + " lặp" * 40_000) == []


def test_the_place_begins_with_the_passage_not_with_the_pages_own_day(tmp_path: Path) -> None:
    passage = (
        "Ngày 05/01/2023, ban họp tổng kết, bàn việc năm tới; bí thư dự và nói chuyện với đại biểu"
    )
    text = f"Họp ban\n06/01/2023 14:30\n\n{passage}. Ai nấy vui vẻ. Ảnh chụp 01/2023"
    (hit,) = index_of(tmp_path, report("a", text)).quote(passage).hits
    assert hit.score == 1
    assert hit.snippets[0].text == passage
